"""House spellings: what is changed, how exactly, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.reading import Reading
from stancelint.checks.substitution import SubstitutionCheck, Swap

NAMES = SubstitutionCheck(
    (
        Swap("Kyiv", ("Kiev",)),
        Swap("Lviv", ("Lvov",), surname=True),
        Swap("Odesa", ("Odessa",), not_near=("Texas",)),
        Swap("Bakhmut", ("Artyomovsk",), safe=False),
        Swap("Kryvyi Rih", ("Krivoy Rog",)),
        Swap("Ukraine", ("the Ukraine", "The Ukraine"), followed_by=("after-a-name",)),
    ),
    except_in=("chicken Kiev", "Odessa File"),
)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Trains left Kiev for Krivoy Rog.", ["Kiev", "Krivoy Rog"]),
        ("KIEV CALLING", ["KIEV"]),
        ("Kiev's mayor and a Kiev-based firm.", ["Kiev", "Kiev"]),
        ("They ate chicken Kiev in Kiev.", ["Kiev"]),
        ("“Kiev is calm,” she said in Lvov.", ["Lvov"]),
        ("Prince Georgy Lvov resigned.", []),
        ("In Lvov it rained.", ["Lvov"]),
        ("Odessa in Texas is dry; Kiev is not.", ["Kiev"]),
        ("He read “The Odessa File” in Odessa.", ["Odessa"]),
        ("See @Kiev, #Kiev, maps/Kiev and kiev.example.", []),
        ("She was born in the Ukraine.", ["the Ukraine"]),
        ("The Ukraine war and the Ukraine aid bill.", []),
    ],
)
def test_names(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    assert struck(NAMES, sentence) == words


def test_the_edit_is_exact_and_says_whether_it_is_safe(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("KIEV fell silent, and Artyomovsk burned.")
    edits = [(w.safe, reading.text[s.start : s.end], new) for m in NAMES.find(reading) for w in m.rewordings for s, new in w.edits]
    assert edits == [(True, "KIEV", "KYIV"), (False, "Artyomovsk", "Bakhmut")]
    assert [dict(match.captures) for match in NAMES.find(reading)] == [
        {"match": "KIEV", "suggest": "KYIV"},
        {"match": "Artyomovsk", "suggest": "Bakhmut"},
    ]


@given(st.text(alphabet="Kiev Odessa.,“”\n@#/", max_size=80))
@settings(max_examples=150, deadline=None)
def test_every_edit_replaces_the_form_itself(reading_of: Callable[..., Reading], text: str) -> None:
    reading = reading_of("Kiev " + text)
    for match in NAMES.find(reading):
        for wording in match.rewordings:
            for span, _ in wording.edits:
                assert reading.text[span.start : span.end].lower() in ("kiev", "odessa", "the ukraine")


@pytest.mark.parametrize("use", ["Kiev city", "old Kiev", "Kyiv (Kiev)", "Kievan Kiev"])
def test_a_name_that_holds_what_it_replaces_is_refused(use: str) -> None:
    with pytest.raises(ValueError, match="at every run"):
        Swap(use, ("Kyyiv", "Kiev"))


def test_a_name_may_begin_like_what_it_replaces() -> None:
    assert Swap("Kievan Rus", ("Kiev",)).use == "Kievan Rus"
