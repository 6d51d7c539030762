"""Cues as data: the forms of a verb, what may stand around it, and which word is a cue at all."""

from __future__ import annotations

import pytest

from stancelint.analysis.cues import BASE, FINITE, GERUND, MARKER, NOUN, PARTICIPLE, PAST, THAT, THIRD, CueLexicon
from tests.analysis.hearing import knowledge, reading_of

DATA = {
    "verbs": [
        {"class": "speech", "takes": "clause quote", "words": ["say/said", "write/wrote/written", "admit/admitted", "deny", "note"]},
        {"class": "speech", "takes": "object", "words": ["point out", "begin/began/begun/beginning"]},
        {"class": "report", "takes": "object", "words": ["say/said"]},
    ],
    "nouns": [{"class": "distancing", "takes": "that", "words": ["claim"]}],
    "markers": [{"class": "speech", "words": ["according to"]}],
}


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("say", BASE), ("says", THIRD), ("said", PAST | PARTICIPLE), ("saying", GERUND),
        ("wrote", PAST), ("written", PARTICIPLE), ("writing", GERUND),
        ("admitted", PAST | PARTICIPLE), ("admitting", GERUND),
        ("denies", THIRD), ("denied", PAST | PARTICIPLE), ("denying", GERUND),
        ("noting", GERUND), ("beginning", GERUND), ("began", PAST),
    ],
)  # fmt: skip
def test_forms_of_a_verb(word: str, form: int) -> None:
    assert {cue.forms for cue in CueLexicon.from_data(DATA).heads([word])[word]} == {form}


def test_two_groups_that_give_one_form_add_their_frames() -> None:
    (cue,) = CueLexicon.from_data(DATA).heads(["said"])["said"]
    assert cue.kind == "speech"
    assert cue.takes & THAT


def test_words_after_the_first_belong_to_the_cue() -> None:
    heads = CueLexicon.from_data(DATA).heads(["pointed", "according", "claim", "no cue"])
    assert "no cue" not in heads
    assert heads["pointed"][0].rest == ("out",)
    assert heads["according"][0].rest == ("to",)
    assert heads["according"][0].forms == MARKER
    assert heads["claim"][0].forms == NOUN


def test_the_built_in_list_reads_well() -> None:
    lexicon = knowledge().lexicon(CueLexicon)
    assert any(cue.forms & FINITE for cue in lexicon.heads(["said"])["said"])
    assert "officials" in lexicon.vague
    assert not lexicon.vague & lexicon.nationalities


@pytest.mark.parametrize(
    "text",
    [
        "The State Department opened its doors.",
        "Swing states decide the vote.",
        "Hope Hicks left the United States.",
        "Her remarks drew a crowd.",
        "The army plans were lost.",
        "Emails piled up at the ministry.",
        "The post office closed early.",
    ],
)
def test_nouns_and_names_are_no_cues(text: str) -> None:
    assert not reading_of("A headline of no matter\n\n" + text).attributions
