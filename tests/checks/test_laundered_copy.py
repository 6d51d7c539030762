"""Lifted copy: marks that say little alone and much together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.co_occurrence import CoOccurrenceCheck
from stancelint.checks.laundering import is_mark
from stancelint.checks.substitution import SubstitutionCheck, Swap
from stancelint.text.span import Span

CHECK = CoOccurrenceCheck()
KHARKIV = SubstitutionCheck((Swap("Kharkiv", ("Kharkov",)),))


@pytest.mark.parametrize(
    ("sentence", "finds"),
    [
        ("Battlegroup North neutralized up to 90 servicemen near Kharkov.", True),
        ("Units entered Krasnoarmeysk and Dzerzhinsk.", True),
        ("Kharkov, Kiev and Odessa were hit with high-precision weapons.", True),
        ("Kharkov, Kiev, Odessa and Lvov were quiet.", False),
        ("Battlegroup North moved its guns.", False),
        ("The ministry said Battlegroup North neutralized up to 90 servicemen near Kharkov.", False),
        ("“Units entered Krasnoarmeysk and Dzerzhinsk,” the colonel said.", False),
        ("Up to 40 servicemen were treated in Lviv.", False),
    ],
)
def test_marks_together(reading_of: Callable[..., Reading], sentence: str, finds: bool) -> None:
    assert bool(list(CHECK.find(reading_of(sentence)))) is finds


def test_one_finding_holds_every_mark_and_spelling_keeps_quiet(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("Battlegroup North neutralized up to 90 servicemen near Kharkov and Volchansk.")
    (match,) = CHECK.find(reading)
    marks = {reading.text[n.place.start : n.place.end] for n in match.notes if n.place is not None}
    assert {"Battlegroup North", "Kharkov", "Volchansk"} <= marks
    said = dict(match.captures)
    assert said["match"] in marks
    assert int(said["count"]) >= 4
    assert list(KHARKIV.find(reading)) == []
    assert list(KHARKIV.find(reading_of("Trams run again in Kharkov.")))


def test_a_spelling_that_is_no_mark_keeps_quiet_in_a_lifted_sentence_alone(reading_of: Callable[..., Reading]) -> None:
    orikhiv = SubstitutionCheck((Swap("Orikhiv", ("Orekhov",)),))
    lifted = "Battlegroup North neutralized up to 90 servicemen near Volchansk on the Orekhov direction."
    assert list(orikhiv.find(reading_of(lifted))) == []
    assert list(orikhiv.find(reading_of(lifted + " Trams run in Orekhov.")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Units neutralized up to 90 servicemen of the [[Kiev regime]] near Kharkov and Volchansk.",
        "Troops [[liberated Krasnoarmeysk]], and up to 90 servicemen were neutralized near Kharkov.",
    ],
)
def test_a_framing_that_holds_a_mark_is_a_fault_of_its_own(reading_of: Callable[..., Reading], sentence: str) -> None:
    marked = sentence[sentence.index("[[") + 2 : sentence.index("]]")]
    reading = reading_of(sentence.replace("[[", "").replace("]]", ""))
    assert list(CHECK.find(reading))
    at = reading.text.index(marked)
    assert not is_mark(reading, Span(at, at + len(marked)))
    kharkov = reading.text.index("Kharkov")
    assert is_mark(reading, Span(kharkov, kharkov + len("Kharkov")))
