"""A rule sleeps through a draft that lacks a word of what it looks for, and through no other."""

from __future__ import annotations

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.checks.base import Anchors, Check, any_word
from stancelint.checks.conditions import Group
from stancelint.checks.hits import likely, phrase_anchors
from stancelint.checks.phrase import PhraseCheck
from stancelint.policy.resolve import resolve
from stancelint.policy.wakes import Wakes, wakes_of
from stancelint.rulebook.rule import build_check
from stancelint.text.value import Value


class Anchored(Value):
    """As much of a check as waking asks for."""

    anchors: Anchors

    kind: ClassVar[str] = "anchored"


def rules(**anchors: Anchors) -> Wakes:
    checks: dict[str, Check] = {name: Anchored(held) for name, held in anchors.items()}  # type: ignore[misc]  # nobody asks for more
    return Wakes(wakes_of(checks))


@pytest.mark.parametrize(
    ("words", "asleep"),
    [
        ("the bus left", {"goodwill", "clearing"}),
        ("a gesture", {"goodwill", "clearing"}),
        ("a gesture of goodwill", {"clearing"}),
        ("goodwill gestures", {"clearing"}),
        ("gestures of good will", {"clearing"}),
        ("they cleared the city", {"goodwill"}),
        ("cleansing", {"goodwill"}),
    ],
)
def test_a_word_of_every_group_of_one_alternative_wakes(words: str, asleep: set[str]) -> None:
    book = rules(
        goodwill=phrase_anchors(("gesture(s|) of (goodwill|good will)", "goodwill gesture(s|)")),
        clearing=any_word(("cleared", "cleansing")),
        counting=None,
    )
    assert book.by(set(words.split())).asleep == asleep


def test_a_rule_that_no_word_wakes_sleeps_always_and_one_that_always_asks_never() -> None:
    assert rules(waivers=(), sections=None).by({"a", "b"}).asleep == {"waivers"}


@given(
    words=st.sets(st.sampled_from("abcdef")), anchors=st.lists(st.lists(st.frozensets(st.sampled_from("abcdef")), min_size=1), max_size=4)
)
def test_waking_is_what_it_says(words: set[str], anchors: list[list[frozenset[str]]]) -> None:
    awake = any(all(words & group for group in groups) for groups in anchors)
    assert rules(one=tuple(map(tuple, anchors))).by(words).asleep == (set() if awake else {"one"})


def test_the_rule_set_knows_what_wakes_each_of_its_rules() -> None:
    held = resolve(None)
    anchors = {rule.id: build_check(rule).anchors for rule in held.rules}
    assert held.wakes.by(set()).asleep == {name for name, needed in anchors.items() if needed is not None}
    for name, needed in anchors.items():
        for groups in needed or ():
            assert name not in held.wakes.by({min(group) for group in groups}).asleep


PHRASES = ["gesture(s|) of goodwill", "good will", "{kyiv}", "(a|the) {kyiv} regime", "<2>{kyiv}"]
WORDS = st.sets(st.sampled_from(["gesture", "gestures", "of", "good", "goodwill", "will", "a", "the", "kyiv", "regime"]))


@given(words=WORDS, phrases=st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4))
def test_the_phrases_that_may_stand_are_those_that_a_check_would_look_for(words: set[str], phrases: list[str]) -> None:
    check = PhraseCheck((Group(tuple(phrases)),))
    woken = Wakes(wakes_of({"framing/one": check})).by(words)
    assert woken.phrases - {""} == set(likely(dict.fromkeys(words), tuple(phrases)))
    assert woken.phrases - {""} or woken.asleep == {"framing/one"} or check.anchors is None
