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
    ],
)
def test_vague_sources(struck: Callable[..., list[str]], sentence: str, words: list[str]) -> None:
    found = struck(check_of("sourcing/vague-attribution"), sentence)
    assert len(found) == len(words)
    assert all(word in hit for word, hit in zip(words, found, strict=True))


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
