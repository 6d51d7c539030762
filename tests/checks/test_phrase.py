"""Own voice or somebody's: what the phrase check says of a sentence, and how loudly."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.reading import Reading
from stancelint.checks.conditions import Group
from stancelint.checks.phrase import PhraseCheck
from stancelint.text.span import Span

REGIME = PhraseCheck(
    (Group(("(Kyiv|Kiev) regime('s|)",), "error"), Group(("(Kyiv|Kiev) authorities",), "info")), suggest=("Ukraine's government",)
)
LIBERATED = PhraseCheck((Group(("liberat(ed|ing)",), "error", by="russian"), Group(("retaliatory strikes",), "error", not_by="ukrainian")))
JUNTA = PhraseCheck((Group(("junta",), "warning", near=("ukraine",), not_near=("other-juntas",)), Group(("SMO",), "error", case="exact")))
REPUBLIC = PhraseCheck((Group(("DPR",), "warning", case="exact", not_after=("unrecognised",), not_before=("not-recognised",)),))
HYPHENED = PhraseCheck((Group(("ukro-nazi",), "error"),))
DENIAL = PhraseCheck((Group(("Bucha massacre",), "error", quoted="scare"),))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Kyiv regime has asked for shells.", ["Kyiv regime"]),
        ("The KIEV REGIME has asked for shells.", ["KIEV REGIME"]),
        ("Zakharova said the Kyiv regime had asked for shells.", []),
        ("The Kyiv regime had asked for shells, Zakharova said.", []),
        ("Reportedly, the Kyiv regime has asked for shells.", ["Kyiv regime"]),
        ("The so-called Kyiv regime was elected in 2019.", []),
        ("The term Kyiv regime is banned in this paper.", []),
        ("What Moscow calls the Kyiv regime was elected in 2019.", []),
        ("There is no Kyiv regime, only an elected president.", []),
        ("The regime in Tehran has asked for shells.", []),
    ],
)
def test_whose_words_they_are(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    assert struck(REGIME, sentence) == words


@pytest.mark.parametrize(
    ("check", "sentence", "words"),
    [
        (LIBERATED, "Russian troops liberated Avdiivka.", ["liberated"]),
        (LIBERATED, "Ukrainian troops liberated Kherson.", []),
        (LIBERATED, "Kherson was liberated by Ukrainian marines.", []),
        (LIBERATED, "Avdiivka was liberated by Russian marines.", ["liberated"]),
        (LIBERATED, "Izium was liberated in September.", []),
        (LIBERATED, "Retaliatory strikes on Odesa went on.", ["Retaliatory strikes"]),
        (LIBERATED, "Ukraine's retaliatory strikes went on.", []),
        (JUNTA, "The junta cut pensions in Ukraine.", ["junta"]),
        (JUNTA, "The junta cut pensions.", []),
        (JUNTA, "The junta of Myanmar, unlike Ukraine, cut pensions.", []),
        (JUNTA, "The SMO enters its year.", ["SMO"]),
        (JUNTA, "Mr Smo enters the hall.", []),
        (REPUBLIC, "The DPR opened an office.", ["DPR"]),
        (REPUBLIC, "The self-proclaimed DPR opened an office.", []),
        (REPUBLIC, "The self-proclaimed LPR and DPR opened an office.", []),
        (REPUBLIC, "The self-proclaimed Donetsk republic (DPR) opened an office.", []),
        (REPUBLIC, "The DPR, which nobody recognises, opened an office.", []),
        (REPUBLIC, "The DPR opened an office in a street that is not recognised by any map.", ["DPR"]),
        (HYPHENED, "The ukro-nazi command moved out.", ["ukro-nazi"]),
        (HYPHENED, "The hall was full of ukro-nazism and smoke.", []),
        (DENIAL, "The trial over the “Bucha massacre” opened.", ["Bucha massacre"]),
        (DENIAL, "The trial over the Bucha massacre opened.", []),
    ],
)
def test_conditions(struck: Callable[..., list[str]], check: PhraseCheck, sentence: str, words: list[str]) -> None:
    assert struck(check, sentence) == words


def test_scare_quotes_without_a_source_are_advice(reading_of: Callable[..., Reading]) -> None:
    (match,) = REGIME.find(reading_of("Shells went to the “Kyiv regime” by rail."))
    assert match.advisory


def test_one_word_in_marks_takes_no_long_phrase_back(reading_of: Callable[..., Reading]) -> None:
    check = PhraseCheck((Group(("the West has unleashed <3>war <2>against Russia",), "warning"),))
    (whole,) = check.find(reading_of("Now the West has unleashed a “hybrid” war of nerves against Russia."))
    assert not whole.advisory


def test_a_weaker_group_lowers_and_the_stronger_one_wins_an_overlap(reading_of: Callable[..., Reading]) -> None:
    matches = sorted(REGIME.find(reading_of("Kyiv authorities met. The Kyiv regime's men met.")), key=lambda m: str(m.place))
    assert sorted(m.lowered for m in matches) == [0, 2]


@pytest.mark.parametrize(
    ("draft", "raised"),
    [
        ("The Kyiv regime wants shells\n\nA standfirst.\n\nBody.\n", True),
        ("Shells wanted\n\nThe Kyiv regime asks for more.\n\nBody.\n", True),
        (
            "Shells wanted\n\nA standfirst.\n\nOne paragraph of text here.\n\nAnother one.\n\nA third.\n\nThe Kyiv regime asks for more.\n",
            False,
        ),
    ],
)
def test_headline_and_lede_are_harsher(reading_of: Callable[..., Reading], draft: str, raised: bool) -> None:
    (match,) = REGIME.find(reading_of(draft, whole=True))
    assert match.raised is raised


def test_the_finding_offers_words_and_says_what_it_sought(reading_of: Callable[..., Reading]) -> None:
    (match,) = REGIME.find(reading_of("The Kyiv regime has asked for shells."))
    assert dict(match.captures) == {"match": "Kyiv regime", "suggest": "Ukraine's government"}
    assert match.notes
    assert not match.rewordings[0].safe


def test_a_headline_in_capitals_is_read_in_no_time(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("UKRAINE SAYS THAT RUSSIA ATTACKS KYIV REGION AND KHARKIV AND ODESA; THE DPR SAYS NOTHING")
    start = process_time()
    assert [match.place for match in REPUBLIC.find(reading)]
    assert process_time() - start < 2


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_crash_and_with_true_offsets(reading_of: Callable[..., Reading], text: str) -> None:
    reading = reading_of("The Kyiv regime " + text.replace("\x00", ""))
    for check in (REGIME, LIBERATED, JUNTA, REPUBLIC, DENIAL):
        for match in check.find(reading):
            assert isinstance(match.place, Span)
            assert 0 <= match.place.start < match.place.end <= len(reading.text)
