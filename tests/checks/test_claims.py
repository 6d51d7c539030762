"""The claim checks: what they report of a draft, with which evidence, and what they leave alone."""

from __future__ import annotations

import pytest

from stancelint.analysis.model import Voice
from stancelint.checks.base import Match
from stancelint.checks.claim_ceiling import ClaimCeilingCheck
from stancelint.checks.claim_grade import ClaimGradeCheck
from stancelint.checks.claim_term import ClaimTermCheck
from stancelint.checks.claim_undated import ClaimUndatedCheck
from stancelint.checks.claim_zero import ClaimZeroCheck
from tests.analysis.drafts import draft, reading_of

UNDATED = ClaimUndatedCheck(running=("death toll", "so far"), stamped=("as of", "tuesday"))


def marks(check: object, sentence: str) -> list[str]:
    reading, _ = reading_of(sentence)
    return [reading.text[match.place.start : match.place.end] for match in check.find(reading)]  # type: ignore[attr-defined, union-attr]


def only(check: ClaimGradeCheck, sentence: str) -> Match:
    reading, _ = reading_of(sentence)
    (match,) = check.find(reading)
    return match


def test_reports_only_the_grades_that_the_rule_names() -> None:
    assert marks(ClaimGradeCheck(("unattributed",)), "Twelve people were killed by the missile.") == ["Twelve people were killed"]
    assert marks(ClaimGradeCheck(("single",)), "Twelve people were killed by the missile.") == []


def test_history_and_counts_of_nobody_are_left_alone() -> None:
    check = ClaimGradeCheck(("unattributed", "single", "belligerent", "conflicting"))
    assert marks(check, "In 1943 the shelling killed 640 people.") == []
    assert marks(check, "Nobody was hurt in the drone attack.") == []


def test_the_evidence_names_the_claim_and_what_was_looked_for() -> None:
    match = only(ClaimGradeCheck(("unattributed",)), "Twelve people were killed by the missile in Odesa on Tuesday.")
    said = [note.message for note in match.notes]
    assert said[0] == "the claim: 12 killed, ukrainian losses, Odesa, on Tuesday"
    assert any("looked for a second independent source" in message for message in said)
    assert any("contested section" in message for message in said)


def test_the_evidence_names_each_source_with_class_and_owner_and_why_two_are_one() -> None:
    reading, _ = reading_of(
        "The Russian Defence Ministry said 40 Russian soldiers died in Makiivka. TASS also said 40 Russian soldiers died in Makiivka."
    )
    first, second = ClaimGradeCheck(("single",)).find(reading)
    said = [note.message for note in first.notes if note.message.startswith("source found")]
    assert len(said) == 2
    assert "russian official" in said[0]
    assert "one chain of command" in said[1]
    assert dict(second.captures)["figure"] == "40"


def test_two_papers_of_one_owner_count_as_one_and_the_evidence_names_the_owner() -> None:
    match = only(
        ClaimGradeCheck(("single",)),
        "Forty soldiers were killed in the battle, The Times reported, and The Sun gave the same number.",
    )
    said = [note.message for note in match.notes if note.message.startswith("source found")]
    assert len(said) == 2
    assert "counts as one with" in said[1]
    assert "one owner (" in said[1]


def test_an_unattributed_count_beside_a_source_that_may_reach_it_is_lowered() -> None:
    check = ClaimGradeCheck(("unattributed",))
    assert only(check, "Twelve people were killed by the missile.").lowered == 0
    reading, _ = reading_of("Twelve people were killed by the missile.")
    reading.voice = lambda span: Voice("uncertain")  # type: ignore[method-assign]  # whatever attribution cannot tell
    (match,) = check.find(reading)
    assert match.lowered == 1


def test_the_rivals_of_a_conflict_are_shown_with_their_places() -> None:
    reading = draft(
        "Missile strike on Kharkiv kills 12\n\nThe market was full.\n\nThe strike on Kharkiv killed 14 people, the governor said.\n"
    )
    first, second = ClaimGradeCheck(("conflicting",)).find(reading)
    assert dict(first.captures)["rivals"] == "“14”"
    assert dict(second.captures)["rivals"] == "“12”"
    rival = next(note for note in second.notes if "different figure" in note.message)
    assert rival.place is not None
    assert reading.text[rival.place.start : rival.place.end] == "12"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nobody was hurt in the drone attack.", ["Nobody was hurt"]),
        ("There were no casualties in the attack, the mayor said.", ["no casualties"]),
        ("There were no reports of casualties from the attack.", []),
        ("Twelve people were hurt in the drone attack.", []),
    ],
)
def test_counts_of_nobody(sentence: str, found: list[str]) -> None:
    assert marks(ClaimZeroCheck(), sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The death toll of the strike stands at 12.", ["death toll of the strike stands at 12"]),
        ("The death toll of the strike stood at 12 as of 6 a.m.", []),
        ("Four people have been killed by shelling so far.", ["Four people have been killed"]),
        ("Four people have been killed by shelling so far on Tuesday.", []),
        ("Four people were killed by shelling.", []),
    ],
)
def test_running_tolls_need_a_time(sentence: str, found: list[str]) -> None:
    assert marks(UNDATED, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Up to 60 people were killed by the bomb.", ["Up to 60 people were killed"]),
        ("Fewer than ten people were killed by the bomb.", ["Fewer than ten people were killed"]),
        ("At least four people were killed by the bomb.", []),
        ("Between four and 60 people were killed by the bomb.", []),
    ],
)
def test_a_most_without_a_least(sentence: str, found: list[str]) -> None:
    assert marks(ClaimCeilingCheck(), sentence) == found


def test_casualties_for_the_dead() -> None:
    check = ClaimTermCheck(("casualties",))
    assert marks(check, "Nine people were killed by the bomb. The nine casualties of the bomb lay in the yard.") == ["The nine casualties"]
    assert marks(check, "Nine people were killed by the bomb, and there were 30 casualties of the bomb in all.") == []
