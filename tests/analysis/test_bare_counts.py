"""Who gives a count where a bare word stands for him, or a word for the figure."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

MAYOR = "A drone hit a bus depot in Kharkiv on Monday. Mayor Ihor Terekhov said that buses had burned. "
TWO = "A drone hit a bus depot in Kharkiv on Monday. Mayor Ihor Terekhov and the State Emergency Service said that buses had burned. "

BOTH = [
    "Nine people were killed, both said.",
    "Nine people were killed, the two said.",
    "Both put the number of dead at nine.",
    "Both gave the toll as nine dead.",
    "By both counts nine people were killed.",
]
HIS = [
    "He put the number of dead at nine.",
    "He put the dead at nine.",
    "He spoke of nine dead.",
    "By his count nine people were killed.",
    "His latest post gave the toll as nine dead.",
    "At least nine people were killed, in the mayor's words.",
    "Nine people were killed. The figure is the mayor's.",
    "Nine people were killed. That figure comes from the State Emergency Service.",
    "A count by the State Emergency Service found nine dead.",
    "A tally kept by Suspilne stands at nine dead.",
]
ANOTHER = [
    "Nine people were killed, he said. A Reuters reporter made it nine too.",
    "Nine people were killed and 20 wounded, he said. The regional hospital gave the same two numbers.",
    "Nine people were killed, the mayor and Reuters agree.",
    "Nine people were killed, on the mayor's count and on that of the regional hospital.",
    "The regional hospital's tally and the mayor's both show nine dead.",
    "Nine people were killed. That is the mayor's count; Suspilne has the same.",
    "Nine people were killed, the State Emergency Service reported, and Suspilne's reporter at the gate counted as many.",
    "The mayor said nine people were killed. The same number was given by the regional hospital.",
    "The mayor said nine people were killed. Nine was also the count of Suspilne's crew.",
    "Nine people were killed, the mayor said. Doctors at the regional hospital told Suspilne the same.",
]


def grades(text: str) -> set[str]:
    return {claim.grade for claim in draft(f"Drone hits bus depot\n\n{text}\n").claims if claim.kind == "killed" and claim.low == 9}


@pytest.mark.parametrize("count", BOTH)
def test_both_are_the_two_who_spoke_last(count: str) -> None:
    assert grades(TWO + count) == {"corroborated"}


@pytest.mark.parametrize("count", HIS)
def test_whose_figure_it_is(count: str) -> None:
    assert grades(MAYOR + count) == {"single"}


@pytest.mark.parametrize("count", ANOTHER)
def test_another_who_has_the_same_figure(count: str) -> None:
    assert grades(MAYOR + count) == {"corroborated"}


def test_it_that_has_killed_is_the_war_and_nobody_who_spoke() -> None:
    assert grades("He does not talk about the war. It has killed nine people in the town.") == {"unattributed"}


def test_where_one_alone_has_spoken_both_are_nobody() -> None:
    assert grades("A drone hit a depot. Nine people were killed, both said.") == {"unattributed"}


def test_a_hospital_gives_whom_it_admitted_through_its_doctors() -> None:
    text = "The clinic and two others admitted 25 wounded people, doctors there told Suspilne, which called each ward.\n"
    (claim,) = draft(f"Drone hits bus depot\n\n{text}").claims
    assert claim.grade == "single"
    assert [standing.mention.text for standing in claim.standing] == ["doctors there"]


def test_both_bodies_are_a_mother_and_her_son() -> None:
    text = "A drone killed a woman and her son on Monday, the mayor said. A Reuters photographer saw both bodies carried away."
    assert {claim.grade for claim in draft(f"Drone hits bus depot\n\n{text}\n").claims} == {"corroborated"}


@pytest.mark.parametrize(
    "count",
    [
        "On Tuesday, according to the mayor, nine people were killed.",
        "Nine people, according to the mayor, have been killed.",
        "The toll, according to the mayor, was nine dead.",
    ],
)
def test_a_marker_between_commas_reaches_to_both_sides(count: str) -> None:
    assert grades(count) == {"single"}


@pytest.mark.parametrize(
    ("count", "grade"),
    [
        (
            "The Russian Defence Ministry keeps the same hours. On Monday its bulletin put Ukrainian losses at 1,340 soldiers.",
            "belligerent",
        ),
        ("The General Staff in Kyiv posts at eight. On Friday its post gave Russian losses as 900 killed and wounded.", "belligerent"),
        ("The General Staff in Kyiv posts at eight. Its figure for Friday was 900 Russian soldiers killed.", "belligerent"),
        ("TASS carried the bulletin. On Monday it put Ukrainian losses at 1,340 soldiers.", "belligerent"),
        ("Mediazona works by name. On Friday its list stood at 231,406 dead soldiers.", "verified"),
        ("Igor Konashenkov read the numbers. At noon he put Ukrainian losses at 1,340 soldiers.", "belligerent"),
    ],
)
def test_its_bulletin_is_that_of_whoever_opens_the_sentence_before(count: str, grade: str) -> None:
    (claim,) = draft(f"Two ledgers of the war\n\n{count}\n").claims
    assert claim.grade == grade


def test_whoever_has_spoken_since_is_nearer() -> None:
    text = "Mediazona works by name. The tallies differ, the General Staff in Kyiv said. Its figure was 900 Russian soldiers killed."
    (claim,) = draft(f"Two ledgers of the war\n\n{text}\n").claims
    assert claim.grade == "belligerent"


@pytest.mark.parametrize(
    ("next_paragraph", "grade"),
    [
        ("Reuters saw nine coffins.", "corroborated"),
        ("Suspilne was shown the bodies of the same nine.", "corroborated"),
        ("Reuters counted nine drones.", "single"),
        ("The wind rose. Reuters saw nine coffins.", "single"),
    ],
)
def test_another_may_count_in_the_first_words_of_the_next_paragraph(next_paragraph: str, grade: str) -> None:
    assert grades(f"{MAYOR}Nine people were killed, he said.\n\n{next_paragraph}") == {grade}


@pytest.mark.parametrize(
    "count",
    [
        "In its evening summary the General Staff put Russian losses at 900 killed and wounded.",
        "On Monday the Russian ministry's figure for Ukrainian losses was 1,340 soldiers.",
        "On Monday the Russian ministry's bulletin spoke of 1,340 Ukrainian soldiers killed.",
        "By the evening the ministry in Moscow had raised its figure for Ukrainian losses to 1,340 soldiers.",
        "Moscow's count of Ukrainian dead for the day was 1,340 soldiers.",
    ],
)
def test_a_time_before_the_subject_hides_nobody(count: str) -> None:
    (claim,) = draft(f"Two ledgers of the war\n\n{count}\n").claims
    assert claim.grade == "belligerent"
