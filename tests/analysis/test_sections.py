"""The parts of a draft, found by their titles; the statement of policy, found by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.dates import first_date
from stancelint.analysis.reading import Reading
from stancelint.analysis.stance import find_statement
from stancelint.policy.resolve import resolve
from stancelint.readers import read

RULES = resolve(None)
STANCE = RULES.terms.sections.stance.text


def reading(text: str, name: str = "draft.txt") -> Reading:
    return Reading(read(text.encode(), name), RULES.knowledge, RULES.terms)


def parts(text: str, name: str = "draft.txt") -> list[tuple[str, str]]:
    return [(section.role, section.title) for section in reading(text, name).sections]


DRAFT = """\
Night over Sumy
Nobody slept.

The sirens went at one.

{}

Kyiv says nine, Moscow says none.

Wire provenance
- https://t.me/kpszsu/1
"""


@pytest.mark.parametrize(
    "title",
    [
        "What remains genuinely contested",
        "WHAT REMAINS GENUINELY CONTESTED",
        "What remains genuinely contested:",
        "What remains genuinely contested?",
        "What remains contested",
        "What is still disputed",
        "What remains genuinly contested",
        "Contested points",
        "What we do not know",
        "3. What remains genuinely contested",
    ],
)
def test_the_contested_part_by_its_title_and_its_close_variants(title: str) -> None:
    assert [role for role, _ in parts(DRAFT.format(title))] == ["headline", "standfirst", "body", "contested", "provenance"]


@pytest.mark.parametrize(
    "title",
    ["What is not contested", "Contested ground", "The frame the West reaches for", "What Moscow contests about Sumy", "Nothing contested"],
)
def test_other_headings_are_body(title: str) -> None:
    assert "contested" not in [role for role, _ in parts(DRAFT.format(title))]


@pytest.mark.parametrize(
    "title",
    [
        "Wire provenance",
        "Sources",
        "SOURCES:",
        "Wire sources",
        "Sources and links",
        "Provenance",
        "Where this comes from",
        "Sourcing",
        "References",
    ],
)
def test_the_list_by_its_title_and_its_close_variants(title: str) -> None:
    found = reading(DRAFT.format("Contested").replace("Wire provenance", title))
    assert [entry.url for entry in found.provenance] == ["https://t.me/kpszsu/1"]


@pytest.mark.parametrize("title", ["Sources of the stalemate", "Sources say", "A wire too many", "Power sources"])
def test_other_uses_of_the_word_open_no_list(title: str) -> None:
    assert reading(DRAFT.format("Contested").replace("Wire provenance", title)).provenance == ()


def test_a_bold_line_of_markdown_is_a_title_too() -> None:
    text = "# Night over Sumy\n\nThe sirens went.\n\n**Wire provenance**\n\n- https://t.me/kpszsu/1\n"
    assert [entry.url for entry in reading(text, "a.md").provenance] == ["https://t.me/kpszsu/1"]


def test_a_title_that_runs_into_its_paragraph() -> None:
    text = "# Night over Sumy\n\nThe sirens went.\n\nSources: [Air Force](https://t.me/kpszsu/1), Reuters https://www.reuters.com/a/b-1\n"
    assert [entry.id for entry in reading(text, "a.md").provenance] == ["ukrainian-air-force", "reuters"]


@pytest.mark.parametrize(
    "line", ["Sources: two men in the ministry said so.", "Sources — both of them in the ministry — said so.", "Sources in Kyiv said so."]
)
def test_copy_that_begins_like_a_title_opens_nothing(line: str) -> None:
    text = f"Night\n\nThe sirens went.\n\n{line}\n\nA third paragraph.\n\nA fourth one.\n\nSources\n- https://t.me/kpszsu/1\n"
    assert [entry.url for entry in reading(text).provenance] == ["https://t.me/kpszsu/1"]


def test_a_closing_line_of_names_is_a_list_without_addresses() -> None:
    text = "Night\n\nThe sirens went.\n\nNobody slept.\n\nSources: Reuters, Suspilne\n"
    assert [entry.url for entry in reading(text).provenance] == [None]


def test_a_subheading_stays_in_its_part() -> None:
    text = "# Night\n\nA.\n\n## Sources\n\n### Official\n\n- https://t.me/kpszsu/1\n\n"
    text += "### Wires\n\n- https://www.reuters.com/a/b-1\n\n## Corrections\n\nNone.\n"
    assert len(reading(text, "a.md").provenance) == 2


def test_the_statement_inside_another_part_is_no_part_of_its_substance() -> None:
    found = reading(DRAFT.format("What remains contested").replace("none.\n", f"none.\n\n{STANCE}\n"))
    contested = found.section("contested")
    stance = found.section("stance")
    assert contested is not None
    assert stance is not None
    assert found.text[contested.body.start : contested.body.end] == "Kyiv says nine, Moscow says none."
    assert found.text[stance.body.start : stance.body.end] == STANCE


@pytest.mark.parametrize(
    ("change", "likeness", "turned"),
    [
        (lambda s: s, 1.0, False),
        (lambda s: f"“{s}”", 1.0, False),
        (lambda s: s.upper(), 1.0, False),
        (lambda s: s.replace("Western-wire", "Western wire"), 1.0, False),
        (lambda s: s.replace("This publication", "This newspaper"), 0.97, False),
        (lambda s: s.replace("and leads", "and never leads"), 0.98, True),
        (lambda s: s.replace("an invaded", "a"), 0.95, True),
        (lambda s: s.partition(", and leads")[0] + ".", 0.68, True),
    ],
)
def test_exact_and_altered_statements_are_told_apart(change, likeness: float, turned: bool) -> None:  # type: ignore[no-untyped-def]
    found = find_statement(
        reading(DRAFT.format("Contested").replace("The sirens went at one.", f"It began at one. {change(STANCE)} Then it ended."))
    )
    assert found is not None
    assert found.likeness == pytest.approx(likeness, abs=0.02)
    assert found.turned is turned


def test_a_statement_that_is_not_there() -> None:
    assert find_statement(reading(DRAFT.format("Contested"))) is None
    assert (
        find_statement(reading("Strikes\n\nRussian strikes on Ukrainian cities went on, and the publication of the count is awaited.\n"))
        is None
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 1 July 2026:", "2026-07-01"),
        ("July 1, 2026", "2026-07-01"),
        ("the 1st of July 2026", "2026-07-01"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("2026-07-01T10:00Z", "2026-07-01"),
        ("since 24 February 2022 and 1 July 2026", "2022-02-24"),
        ("31 June 2026 and then 1 July 2026", "2026-07-01"),
        ("in July 2026", None),
        ("07/01/2026", None),
        ("12 apostles 2026", None),
    ],
)
def test_the_first_full_date(text: str, expected: str | None) -> None:
    found = first_date(text)
    assert (found.isoformat() if found else None) == expected


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Wire provenance",
                "What remains contested",
                "Sources:",
                STANCE,
                STANCE[:90],
                "- https://t.me/kpszsu/1",
                "",
                "Reuters",
                "## Sources",
                "> q",
            ]
        ),
        st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60),
    ),
    max_size=14,
)


@given(LINES, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_parts_lie_in_the_prose_and_entries_in_the_source(lines: list[str], name: str) -> None:
    found = reading("\n".join(lines), name)
    for section in found.sections:
        assert 0 <= section.body.start <= section.body.end <= len(found.text)
    for entry in found.provenance:
        assert 0 <= entry.region.start <= entry.region.end <= len(found.document.source)
