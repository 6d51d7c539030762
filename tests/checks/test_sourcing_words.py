"""Sources nobody could ask, and cues that vouch: the rules' own checks on sentences at their edges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stancelint.analysis.reading import Reading
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import read_rule
from stancelint.rulebook.rule import build_check

RULES: Path = builtin_rules()
RULES_OF_THE_DESK = resolve(None)


def check_of(rule: str) -> object:
    return build_check(read_rule(RULES / f"{rule}.yaml", RULES).rule)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Reportedly, Ukrainian troops shelled the market in Donetsk.", ["Reportedly"]),
        ("Russian missiles are said to have hit the depot.", ["are said"]),
        ("According to reports, Ukrainian drones struck Engels.", ["According to reports"]),
        ("Russian missiles reportedly hit the depot, the governor of Sumy said.", []),
        ("Reportedly, the opera in Lviv has a new tenor.", []),
        ("Officials did not say why Ukrainian troops had left the village.", []),
        ("Witnesses didn't say where the missile that struck Odesa came from.", []),
        ("Experts say Ukrainian troops had not left the village.", ["Experts"]),
        ("Reportedly, the troops of Peru held a parade.", []),
        ("Russian missiles are alleged to have hit the depot.", ["are alleged"]),
    ],
)
def test_vague_sources(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    found = struck(check_of("sourcing/vague-attribution"), sentence)
    assert len(found) == len(words)
    assert all(word in hit for word, hit in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Most of the men came back thin. One said Russian guards had counted them twice a day.", []),
        ("Nine passengers got off. Several said that they had seen the Russian drone.", []),
        ("Residents of the block slept in the metro. All said that Russian jets had flown low.", []),
        ("The rescuers wiped their hands. Both said the second missile came within minutes.", []),
        ("Teachers left in March. Some said that Russian officers had taken their passports.", []),
        ("Russian guards filed past the prisoners. One asked when the missile had struck.", []),
        ("The slogans were left by the Russian army. One reads: who allowed you to live like this?", []),
        ("Two officials in Kyiv read the Russian paper. One official said that it was old.", []),
        ("Nine passengers got off. One official said that a Russian drone had hit the bus.", ["One official"]),
        ("One expert said that the Russian missile had come from the sea.", ["One expert"]),
        ("Two experts said that the Russian missile had come from the sea.", []),
        ("Teachers left in March. Some say that Russian troops will take their passports.", ["Some"]),
        ("Experts disagree. Most say that Russian troops will not give the plant back.", ["Most"]),
        ("The road was wet. Several said that a Russian drone had hit the bus.", ["Several"]),
        ("Many believe that the Russian missile was a warning.", ["Many"]),
    ],
)
def test_a_share_of_people_who_were_named_points_back_to_them(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    assert struck(check_of("sourcing/vague-attribution"), sentence) == words


@pytest.mark.parametrize("part", ["What remains genuinely contested", "Wire provenance"])
def test_a_draft_with_the_parts_that_a_draft_on_the_war_owes_is_of_the_war(part: str) -> None:
    text = f"A boarding school\n\nThe bell rings.\n\nThe older boys are reportedly taught to shoot.\n\n{part}\n\nReuters: nine boys.\n"
    draft = Reading(read(text.encode(), "draft.txt"), RULES_OF_THE_DESK.knowledge, RULES_OF_THE_DESK.terms)
    assert len(list(check_of("sourcing/vague-attribution").find(draft))) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Moscow confirmed that all targets were hit.", ["confirmed"]),
        ("The Kremlin revealed that Ukraine was preparing a provocation.", ["revealed"]),
        ("Russia confirmed that it launched the missile.", []),
        ("Russia's Defence Ministry confirmed that its cruiser had sunk.", []),
        ("Kyiv confirmed that all targets were hit.", []),
        ("Moscow said that all targets were hit.", []),
        ("Peskov confirmed that the call would take place.", []),
    ],
)
def test_cues_that_vouch(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    assert struck(check_of("sourcing/factive-cue"), sentence) == words


@pytest.mark.parametrize(
    ("sentence", "hits"),
    [
        ("Experts believe that the deal will be done before Christmas.", 1),
        ("Diplomats say that the cap on oil will fall in March.", 1),
        ("Analysts expect the harvest to shrink.", 1),
        ("Experts told Reuters that the deal will be done before Christmas.", 0),
        ("Two diplomats say that the cap on oil will fall in March.", 0),
        ("Analysts at the Kyiv School of Economics expect the harvest to shrink.", 0),
    ],
)
def test_a_draft_that_carries_the_statement_is_of_the_war_whatever_its_words(sentence: str, hits: int) -> None:
    text = f"The price of oil\n\nTankers turn round.\n\n{sentence}\n\n{RULES_OF_THE_DESK.terms.sections.stance.text}\n"
    draft = Reading(read(text.encode(), "draft.txt"), RULES_OF_THE_DESK.knowledge, RULES_OF_THE_DESK.terms)
    assert len(list(check_of("sourcing/vague-attribution").find(draft))) == hits  # type: ignore[attr-defined]
