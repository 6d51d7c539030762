"""Marks in examples, and what an example is read as."""

from __future__ import annotations

import pytest

from stancelint.readers import read
from stancelint.rulebook.examples import as_draft, title_region, unmark
from stancelint.text.span import Region


def test_marks_are_taken_out_and_remembered() -> None:
    assert unmark("The [[special operation]] and the [[regime]].") == (
        "The special operation and the regime.",
        [Region(4, 21), Region(30, 36)],
    )


def test_wikilinks_and_lone_brackets_stay() -> None:
    assert unmark("a ]] b [c]")[0] == "a ]] b [c]"


def test_a_single_sentence_stands_deep_in_a_body() -> None:
    document, offset = as_draft("Twelve people were killed.")
    assert document.source[offset:].startswith("Twelve people")
    assert document.blocks[0].role == "headline"
    assert document.blocks[-1].role == ""


def test_several_lines_are_a_whole_draft() -> None:
    assert as_draft("# Title\n\nText.\n")[0].format == "markdown"
    assert as_draft("<h1>Title</h1>\n<p>Text.</p>\n")[0].format == "html"
    assert as_draft("Title\nText.\n")[0].format == "text"


@pytest.mark.parametrize(
    ("draft", "place"),
    [
        ("---\ntitle: A bill\n---\n\n# Judges send a bill\n\nText.\n", "# Judges send a bill"),
        ("---\ntitle: A bill\ndate: 2026-09-24\n---\n\n# A Bill\n\nText.\n", "A bill"),
        ("---\ntitle: A bill\n---\n\nText.\n\n# A second part\n", "A bill"),
        ("---\ntitle: A bill\n---\n\n## A part\n\nText.\n", "A bill"),
        ("# Judges send a bill\n\nText.\n", "# Judges send a bill"),
        ("Text alone.\n", "Text alone."),
    ],
)
def test_what_is_said_of_a_whole_draft_stands_at_the_headline_over_its_copy(draft: str, place: str) -> None:
    document = read(draft.encode(), "draft.md")
    region = title_region(document)
    assert document.source[region.start : region.end].lstrip("# ") == place.lstrip("# ")
