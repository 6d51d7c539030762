"""Two tolls of one strike in one draft: held against each other where nothing explains them, and left alone where something does."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

FIRST = "A drone hit a bus depot in Kharkiv on Monday and killed nine people, Mayor Ihor Terekhov said. Reuters counted nine bodies."
BETWEEN = "The depot runs eleven lines.\n\nIts canteen opens at five.\n\nIts roof was new."

CONTRADICTED = [
    "With twelve killed, the strike on the depot is the deadliest of the spring, Reuters and Suspilne both reported.",
    "The strike killed twelve people and left the depot without a roof, Oleh Syniehubov and Suspilne said.",
    "The attack, in which twelve people died, was the third of the month, Suspilne and Reuters reported.",
    "The death toll from the depot strike stands at twelve, Oleh Syniehubov said.",
    # more bodies than dead
    "Twelve bodies were taken from the depot, the State Emergency Service said.",
    "Rescuers pulled twelve bodies from the rubble, Suspilne and Reuters reported.",
    "Firefighters carried twelve bodies out of the second workshop of the depot, Suspilne and Reuters reported.",
    "Police saw twelve bodies in the depot, Suspilne and Reuters reported.",
    "Twelve died in the strike on Kharkiv, according to the Kharkiv regional administration.",
    "The death toll was twelve, Suspilne and Reuters reported.",
    "Twelve people died when the attack came, Suspilne and Reuters reported.",
    "The strike claimed twelve lives, Suspilne and Reuters reported.",
    "All twelve people killed in the depot were drivers, Suspilne and Reuters reported.",
]
EXPLAINED = [
    "By Tuesday morning the toll had risen to twelve, Oleh Syniehubov and Suspilne said.",
    "Three more people died overnight, bringing the number killed to twelve, Oleh Syniehubov and Suspilne said.",
    "In March a missile killed twelve people at the city's market, Oleh Syniehubov and Suspilne said.",
    "Twelve people were killed in Sumy the same day, Suspilne and Reuters reported.",
    "Another strike, on a school, killed twelve people an hour later, Suspilne and Reuters reported.",
    "A drone hit a bus in Nikopol at noon. The strike killed twelve people, Suspilne and Reuters reported.",
    "Rescuers pulled six bodies from the rubble, Suspilne and Reuters reported.",
    "By evening rescuers had pulled twelve bodies from the rubble, Suspilne and Reuters reported.",
    "In Sumy twelve bodies were taken from the rubble of a hostel, Suspilne and Reuters reported.",
    "A missile hit a school in the city. Twelve bodies were taken from the rubble, Suspilne and Reuters reported.",
    "A bomb fell on a farm near Vovchansk. Twelve people were killed in the strike, Suspilne and Reuters reported.",
    "In Sumy a shop burned. The attack killed twelve people, Suspilne and Reuters reported.",
    "Since January the number of dead in the region is 92, Suspilne and Reuters reported.",
    "Suspilne spoke to the families of six people killed in the strike.",
    "Five of those killed in the strike were drivers, Reuters and Suspilne reported.",
    "Russian strikes on the region have killed twelve people this month, Oleh Syniehubov and Suspilne said.",
]


def conflicting(later: str) -> list[str]:
    reading = draft(f"Drone hits bus depot in Kharkiv\n\n{FIRST}\n\n{BETWEEN}\n\n{later}\n")
    return [reading.text[claim.span.start : claim.span.end] for claim in reading.claims if claim.grade == "conflicting"]


@pytest.mark.parametrize("later", CONTRADICTED)
def test_a_second_toll_of_the_strike(later: str) -> None:
    assert len(conflicting(later)) > 1


@pytest.mark.parametrize(
    "between",
    [
        "The clerk of flat 41 is in Poltava with her grandchildren.",
        "Poltava's regional prosecutors opened a case.",
        "Parents came from Chuhuiv and Poltava.",
        "Buses go on to Izium and to Lozova every hour.",
    ],
)
def test_a_place_named_in_passing_is_no_other_strike(between: str) -> None:
    later = "The strike killed twelve people, the Kharkiv regional administration said, and it declared two days of mourning."
    assert len(conflicting(f"{between}\n\n{later}")) > 1


@pytest.mark.parametrize("later", EXPLAINED)
def test_a_toll_of_something_else_or_a_later_one(later: str) -> None:
    assert conflicting(later) == []


def test_what_was_brought_down_raises_no_toll() -> None:
    reading = draft(
        "Missile brings down stairwell\n\nNine people were killed when a missile brought down a stairwell in Sumy, Oleh Hryhorov said.\n\n"
        "Cranes came at noon.\n\nTwelve bodies were taken from the stairwell, the State Emergency Service said.\n"
    )
    assert [claim.grade for claim in reading.claims] == ["conflicting"] * 2


def test_workers_and_workers_are_the_same_people_and_the_headline_inherits() -> None:
    reading = draft(
        "Drones kill five dockers in Odesa\n\nDrones hit a grain terminal in Odesa on Monday, killing five workers, Oleh Kiper said.\n\n"
        "The fire was put out at dawn.\n\nKiper said that the attack on the terminal had killed seven workers.\n"
    )
    assert [claim.grade for claim in reading.claims] == ["conflicting"] * 3


ONE_TOWN = [
    (
        "A glide bomb fell on a covered market at Lyman. The governor of Donetsk region, Vadym Filashkin, said five people had died.",
        "Lyman buried its dead. The strike on the market killed three people, the Prosecutor General's Office says.",
        True,
    ),
    (
        "A drone hit a queue outside a bakery in Orikhiv. The mayor said that six people had been killed.",
        "Orikhiv closed its schools. The attack on the bakery killed eight people, Reuters reported.",
        True,
    ),
    (
        "In Nikopol a shell burst in a pharmacy. Four people died, medics said.",
        "Nikopol was quiet on Friday. Six people died in the attack on the pharmacy, AFP reported.",
        True,
    ),
    (
        "A missile hit a depot in Izium; seven people were killed, the mayor said.",
        "Izium's buses run again. The attack on the depot killed nine people, Suspilne reported.",
        True,
    ),
    (
        "A missile struck a furniture works in Pavlohrad. The governor said that seven people were dead.",
        "Pavlohrad's mayor read out the names. The attack on the furniture works took nine lives, Reuters reported.",
        True,
    ),
    (
        "A drone hit a bakery in Orikhiv. The mayor said that six people had been killed.",
        "In Huliaipole a shell fell on a bakery. The attack on the bakery killed eight people, Reuters reported.",
        False,
    ),
    (
        "Shells fell on Kherson and Beryslav. In Kherson, at a depot, six people were killed, the mayor said.",
        "Beryslav's depot burned. The attack on the depot killed eight people there, Reuters reported.",
        False,
    ),
]


@pytest.mark.parametrize(("first", "later", "conflict"), ONE_TOWN)
def test_a_draft_that_comes_back_to_the_town_has_not_moved_on(first: str, later: str, conflict: bool) -> None:
    reading = draft(f"The week in the east\n\n{first}\n\nThe budget passed its first reading.\n\n{later}\n")
    assert any(claim.grade == "conflicting" for claim in reading.claims) is conflict


def test_one_hurt_in_rostov_stands_behind_none_of_the_two_hurt_in_kyiv() -> None:
    text = "City Mayor Vitali Klitschko said at least two people were injured."
    rostov = "At least one person was injured in Rostov, Governor Yuri Slyusar said in a post to Telegram."
    claims = draft(f"Drones over two countries\n\nThe rescuers reported hits in Kyiv. {text}\n\n{rostov}\n").claims
    assert [claim.grade for claim in claims] == ["single", "single"]
