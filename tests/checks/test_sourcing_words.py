"""Sources nobody could ask, and cues that vouch: the rules' own checks on sentences at their edges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import read_rule
from stancelint.rulebook.rule import build_check

RULES: Path = builtin_rules()


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
