"""Sources that stand close together: two of one marker, a person and the call sign that he gives, writers on an army and the army."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft, reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in the strike, according to the mayor and to Reuters.",
        "According to the mayor and to Reuters, nine people were killed in the strike.",
    ],
)
def test_a_marker_may_name_two(text: str) -> None:
    reading = reading_of(text)[0]
    assert [source.text for source in reading.attributions[-1].sources] == ["the mayor", "Reuters"]
    assert [claim.grade for claim in reading.claims] == ["corroborated"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A commander of the brigade, who gave only his call sign, Kum, said that the street was lost.", "A commander of the brigade"),
        ("A teacher, who would give only her first name, Olha, said that the school was shut.", "A teacher"),
        ("Dmytro Bondar, the port's head, said that the quay was shut.", "Dmytro Bondar"),
    ],
)
def test_whoever_gives_a_name_is_not_the_name(text: str, said: str) -> None:
    source = reading_of(text)[0].attributions[-1].sources[0]
    assert source.text.startswith(said)


@pytest.mark.parametrize("who", ["military bloggers", "military analysts", "army veterans", "military correspondents"])
def test_who_writes_of_an_army_is_not_the_state(who: str) -> None:
    source = reading_of(f"Russian {who} said that the bridge was down.")[0].attributions[-1].sources[0]
    assert source.source_class is None


def test_prisoners_who_thought_something_have_counted_nobody() -> None:
    text = "The mayor, Olha Tkach, spoke first. His men had taken four prisoners who thought that they were at home, he said."
    (claim,) = reading_of(text)[0].claims
    assert all("prisoners" not in each.mention.text for each in claim.standing)


def test_energy_analysts_are_anybody() -> None:
    assert reading_of("Energy analysts believe that the winter will be worse.")[0].attributions[-1].vague
    assert not reading_of("Energy analysts at the ministry believe that it will be worse.")[0].attributions[-1].vague


def test_one_who_was_killed_is_named_in_the_contested_part_by_what_she_was() -> None:
    reading = draft(
        "Drones over the city\n\nA drone killed a woman on the road to Sumy, the prosecutor's office said.\n\n"
        "What remains genuinely contested\n\nThe woman killed on the road: only the prosecutor's office has reported her.\n"
    )
    assert reading.claims[0].grade == "caveated"


VAGUE = ("Experts note that the", "Analysts fear that the", "Officials claim that the", "Reports claim that the", "Critics charge that the")


@pytest.mark.parametrize("opening", VAGUE)
def test_a_bare_plural_that_opens_a_sentence_speaks_though_its_verb_may_be_a_noun(opening: str) -> None:
    (said,) = reading_of(f"{opening} bridge is open.")[0].attributions
    assert said.vague


@pytest.mark.parametrize("who", ["Saldo's administration", "Vladimir Saldo", "Leonid Pasechnik", "Yevhen Balytskyi"])
def test_an_occupation_office_is_known_by_whoever_heads_it(who: str) -> None:
    text = f"Since spring 12 civilians have been killed and 40 wounded by Ukrainian drones in the district, {who} said."
    assert [claim.grade for claim in reading_of(text)[0].claims] == ["belligerent", "belligerent"]
