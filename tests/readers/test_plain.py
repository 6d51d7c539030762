"""Plain text as it is pasted at night: what is taken for a title, a heading, a list, a paragraph."""

from __future__ import annotations

import pytest

from stancelint.readers import read
from stancelint.text.document import Document
from tests.readers.laws import hold


def page(text: str) -> Document:
    made = read(text.encode(), "draft.txt")
    hold(made)
    return made


def blocks(text: str) -> list[tuple[str, str]]:
    made = page(text)
    return [(b.role or b.kind, made.text[b.span.start : b.span.end]) for b in made.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


LONG = "The regional head said on Telegram that crews were working at the site and that the fire had been put out before six."


def test_a_line_is_a_paragraph_blank_lines_or_not() -> None:
    tight = f"Sirens over Sumy\nNobody slept, and the trams stood still until noon\n{LONG}\n{LONG}\n"
    loose = tight.replace("\n", "\n\n")
    assert kinds(tight) == ["headline", "standfirst", "paragraph", "paragraph"]
    assert kinds(loose) == ["headline", "standfirst", "paragraph", "paragraph"]


def test_a_body_paragraph_under_a_blank_line_is_no_standfirst() -> None:
    assert kinds(f"Sirens over Sumy\n\n{LONG}\n\n{LONG}\n\n{LONG}") == ["headline", "paragraph", "paragraph", "paragraph"]
    assert kinds(f"Sirens over Sumy\n\nNobody slept, Olena Koval said.\n\n{LONG}\n\n{LONG}")[1] == "paragraph"


@pytest.mark.parametrize(
    "heading",
    [
        "What remains genuinely contested",
        "The frame the desks reach for",
        "Wire provenance",
        "After the strike: a city counts",
        "Who struck first?",
        "“Liberation” and its users",
    ],
)
def test_a_bare_line_over_copy_is_a_heading(heading: str) -> None:
    assert blocks(f"Sirens over Sumy\nNobody slept.\n\n{LONG}\n{heading}\n{LONG}\n")[3] == ("heading", heading)


@pytest.mark.parametrize(
    "line",
    [
        "Twelve people were killed.",
        "“We will go on,” he said",
        "“This is the worst night that any of us on this street has seen”",
        "The ministry wrote:",
        "a line that begins in the middle",
        "How many more nights like this one can the people of the east bank take before they leave?",
        "https://t.me/kpszsu/1",
        "Three drones were downed over the port, the military administration of the region said",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert blocks(f"Sirens over Sumy\nNobody slept.\n\n{LONG}\n{line}\n{LONG}\n")[3] == ("paragraph", line)


def test_a_run_of_short_lines_is_no_row_of_headings() -> None:
    text = f"Sirens over Sumy\nNobody slept.\n\n{LONG}\nThe night in three lines:\nSirens at one\nFires at two\nTrams at noon\n{LONG}\n"
    assert kinds(text)[3:] == ["paragraph"] * 5


def test_the_last_line_heads_nothing() -> None:
    assert kinds(f"Sirens over Sumy\nNobody slept.\n\n{LONG}\nMore to follow")[-1] == "paragraph"


def test_headings_pasted_from_elsewhere() -> None:
    text = (
        f"# Sirens over Sumy\n\n{LONG}\n\n## Damage\n\n{LONG}\n\n**The count**\n\n{LONG}\n\nThe wire\n--------\n{LONG}\n\nSources:\n- one\n"
    )
    assert [said for kind, said in blocks(text) if kind in ("headline", "heading")] == [
        "Sirens over Sumy",
        "Damage",
        "The count",
        "The wire",
        "Sources:",
    ]


def test_lists_lose_their_marks_and_keep_their_places() -> None:
    made = page("Sirens over Sumy\n\nNobody slept.\n\n- one drone\n• two drones\n3. three drones\n\u2013 four drones\n")
    items = [b for b in made.blocks if b.kind == "item"]
    assert [made.text[b.span.start : b.span.end] for b in items] == ["one drone", "two drones", "three drones", "four drones"]
    assert made.source[made.region(items[2].span).start :].startswith("three")


def test_a_byline_and_a_dateline_stand_above_the_copy() -> None:
    text = f"Sirens over Sumy\nNobody slept\nBy Olena Koval and Ivan Petrenko\nSumy, 3 October 2026\n{LONG}\n"
    assert kinds(text) == ["headline", "standfirst", "byline", "dateline", "paragraph"]


@pytest.mark.parametrize(
    "line", ["By Monday the trams ran again.", "By nightfall, Kyiv had counted nine", f"KYIV, 3 October (Agency) — {LONG}"]
)
def test_copy_that_only_begins_like_a_byline_or_a_dateline(line: str) -> None:
    assert kinds(f"Sirens over Sumy\nNobody slept\n{line}\n{LONG}\n")[2] in ("paragraph", "heading")


@pytest.mark.parametrize(
    "text", ["Twelve people were killed.", LONG + " " + LONG, f"KYIV, 3 October (Agency) — {LONG}\n{LONG}", "- one\n- two"]
)
def test_a_draft_without_a_title(text: str) -> None:
    assert "headline" not in kinds(text)


def test_a_title_alone_and_a_title_with_a_full_stop() -> None:
    assert kinds("Sirens over Sumy") == ["headline"]
    assert kinds(f"Sirens over Sumy.\n\n{LONG}")[0] == "headline"


def test_a_draft_wrapped_by_hand_keeps_paragraphs_apart_with_blank_lines() -> None:
    text = (
        "Sirens over Sumy\n\n"
        "The city woke to sirens before dawn, and by noon the fires on the east\n"
        "bank were out and the trams were running again, the regional head said\n"
        "on Telegram, where he also thanked the crews who had worked through\n"
        "the night.\n\n"
        "What remains genuinely contested\n\n"
        "The ministry and the air force disagree about what was hit, and neither\n"
        "has shown pictures of the place that it means.\n\n"
        "- the first item of a list that is wrapped over more than\n  one line\n- the second\n"
    )
    made = blocks(text)
    assert [kind for kind, _ in made] == ["headline", "paragraph", "heading", "paragraph", "item", "item"]
    assert made[1][1].endswith("who had worked through the night.")
    assert made[4][1] == "the first item of a list that is wrapped over more than one line"


def test_addresses_become_links_without_the_punctuation_around_them() -> None:
    made = page(
        "Sirens over Sumy\n\n"
        "See https://t.me/kpszsu/1, (www.example.org/a_(b)) and t.me/kpszsu/2. "
        "Also <https://x.com/a/status/12>; U.S./NATO, and/or, a.m./p.m. are none.\n\n"
        f"{LONG}"
    )
    assert [link.target for link in made.links] == [
        "https://t.me/kpszsu/1",
        "www.example.org/a_(b)",
        "t.me/kpszsu/2",
        "https://x.com/a/status/12",
    ]
    for link in made.links:
        assert made.source[link.region.start : link.region.end] == link.target
    assert [made.text[span.start : span.end] for span in made.opaque] == [link.target for link in made.links]


def test_comments_are_no_prose_and_stand_before_what_follows() -> None:
    made = page("Sirens over Sumy\n\n<!-- stancelint: a note -->\nNobody <!-- within -->slept.\n\n<!-- over\nlines -->\n\nThe end came.\n")
    assert [made.text[b.span.start : b.span.end] for b in made.blocks] == ["Sirens over Sumy", "Nobody slept.", "The end came."]
    assert [(c.text, made.text[c.at : c.at + 6]) for c in made.comments] == [
        (" stancelint: a note ", "Nobody"),
        (" within ", "slept."),
        (" over\nlines ", "The en"),
    ]


def test_quoted_lines_are_quoted() -> None:
    made = page(f"Sirens over Sumy\n\n{LONG}\n\n> We ran.\n>> Who?\n")
    assert [(b.quoted, made.text[b.span.start : b.span.end]) for b in made.blocks[2:]] == [(1, "We ran."), (2, "Who?")]
