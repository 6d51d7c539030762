"""Counts that a court or an inquiry established, and counts that two gave together or each for itself."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

HEAD = "Missiles over the city\n\nThe desk filed this on Monday, officials in Kyiv say.\n\n"


def grades(text: str) -> list[str]:
    return [claim.grade for claim in draft(f"{HEAD}{text}\n").claims]


ESTABLISHED = """
a joint inquiry of the prosecutors established last year
investigators of the Kharkiv regional prosecutor's office determined
the Kharkiv regional prosecutor's office has established
the police ascertained later
the Kharkiv region police logged
the Kharkiv regional prosecutor's office registered
Ukraine's police recorded
as the commission of inquiry established
"""


@pytest.mark.parametrize("tail", ESTABLISHED.strip().splitlines())
def test_what_a_body_established_is_its_own(tail: str) -> None:
    assert grades(f"In the strike 59 people were killed, {tail}.") == ["single"]


def test_a_body_may_establish_it_before_the_count() -> None:
    assert grades("The court established that the strike had killed 59 people.") == ["single"]


TWO = """
the Dutch Safety Board and the criminal court established separately
the police and the State Emergency Service established separately
the regional court and the Red Cross committee found
the prosecutors and the city's university, counting independently of each other, found
the police and the State Emergency Service said, each on its own channel
"""
ONE = """
the police and the State Emergency Service said
the mayor and his deputy said
the ministry's commission and its press service said
"""


@pytest.mark.parametrize("tail", TWO.strip().splitlines())
def test_two_bodies_that_answer_to_nobody_else_or_counted_apart_are_two(tail: str) -> None:
    assert grades(f"The strike killed 59 people, {tail}.") == ["corroborated"]


@pytest.mark.parametrize("tail", ONE.strip().splitlines())
def test_two_of_one_chain_are_one(tail: str) -> None:
    assert grades(f"The strike killed 59 people, {tail}.") == ["single"]


BOTH = """
The State Emergency Service gave the same number of dead, and both said that 19 people were wounded.
The State Emergency Service counted five as well. Both put the number of wounded at 19.
Reuters counted five too. Each said that 19 people were wounded.
The city hospital gave the same figure, and the two agreed that 19 people were wounded.
Suspilne named the same number, and both reported 19 wounded.
The same number was given by the State Emergency Service, and both said that 19 people were wounded.
The State Emergency Service had the same number, and 19 people were wounded, both said.
Both he and the State Emergency Service said that 19 people were wounded.
"""


@pytest.mark.parametrize("text", BOTH.strip().splitlines())
def test_both_are_the_two_who_gave_the_figure_before(text: str) -> None:
    first = "Missiles killed five people in Zaporizhzhia, the regional governor, Ivan Fedorov, said."
    claim = draft(f"{HEAD}{first} {text}\n").claims[-1]
    assert (claim.low, claim.grade) == (19, "corroborated")
    assert all(each.mention.span.start > len(HEAD) for each in claim.standing)


def test_the_officials_of_the_headline_are_none_of_the_two() -> None:
    text = "The governor, Ivan Fedorov, said that five people were killed. Both legs of a man were lost, and 19 were wounded, he said."
    assert grades(text)[-1] == "single"


def test_records_are_no_verb_of_saying() -> None:
    reading = draft(f'{HEAD}They brought photographs and dental records. "Nobody is here to talk," said the clerk, Olha Tkach.\n')
    (said,) = [each for each in reading.attributions if each.kind == "direct"]
    assert said.source is not None
    assert said.source.text.startswith("the clerk")
