"""Where a phrase is part of a work's name, where a draft says what it is about, and where a vague source is one at all."""

import pytest

from stancelint.api import check_text
from stancelint.finding import Severity

LEAD = "The mayor of Kharkiv said trams ran again.\n\nHe thanked the crews.\n\n"


def found(text: str, name: str = "draft.md") -> list[tuple[str, str]]:
    return [
        (f.rule, f.severity.word)
        for f in check_text(text, name)
        if f.severity > Severity.INFO and f.rule.startswith(("framing/", "style/", "sourcing/vague"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "She reread *The Kiev Notebook* on the train.",
        "A novel, *The Special Military Operation*, came out in Lviv.",
        "**Special military operation** is the Kremlin's name for the invasion.",
        "“The Kiev regime” is what Moscow's ministries call the elected government.",
    ],
)
def test_titles_and_glosses_assert_nothing(sentence: str) -> None:
    assert found(f"# Trams\n\n{LEAD}{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The word *denazification* took an hour.",
        "There was an argument about *foreign mercenaries* in Ukraine's army.",
        "They began with *special military operation* and ended with *peace*.",
    ],
)
def test_a_word_set_in_italics_and_spoken_of_is_mentioned(sentence: str) -> None:
    assert found(f"# Trams\n\n{LEAD}{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence", ["The *special military operation* went on.", "She left *Kiev* at night.", "The *Kyiv regime* taxed honey."]
)
def test_italics_for_stress_are_no_title(sentence: str) -> None:
    assert len(found(f"# Trams\n\n{LEAD}{sentence}\n")) == 1


def test_the_heading_under_a_title_is_a_headline_too() -> None:
    text = "---\ntitle: A visit\n---\n\n# Luhansk People's Republic opens a school\n\n" + LEAD
    assert ("framing/peoples-republics", "error") in found(text)


def test_what_somebody_learned_the_writer_takes_for_true() -> None:
    assert found(f"# Trams\n\n{LEAD}The pupils learned that in 2014 the Kyiv regime had shelled the school.\n") == [
        ("framing/kyiv-regime", "error")
    ]


def test_a_vague_source_stays_a_warning_in_the_lede() -> None:
    assert found("Trams stop\n\nSources said Ukrainian drones had hit the depot.\n", "draft.txt") == [
        ("sourcing/vague-attribution", "warning")
    ]
