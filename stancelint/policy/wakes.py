"""Which rules a draft wakes: most look for words that it does not hold, and none of those need be read from the rule set, let alone ask.

A check names what it cannot do without (``Check.anchors``). All alternatives of all rules stand in one index by the words of their
first group, the rarest; the other groups are looked into only where one of those words stands in the draft. What is found so of each
phrase need not be asked again by the check that looks for it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Set

from stancelint.checks.notation import WordGroups, required
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.checks.base import Check


class Woken(Value):
    """The ids of the rules that have nothing to say about a draft, and the phrases of which it holds a word of each group."""

    asleep: frozenset[str]
    phrases: frozenset[str]


class Wakes:
    """The rules of a rule set that may sleep, and the words that wake them; made from what ``wakes_of`` packed."""

    __slots__ = ("_alternatives", "_by_word", "_sleepers", "_sure")

    def __init__(self, packed: tuple[tuple[str, ...], tuple[str, ...], dict[str, bytes], list[bytes]]) -> None:
        self._sleepers, self._sure, self._by_word, self._alternatives = packed

    def by(self, words: Set[str]) -> Woken:
        """What a draft of these words wakes, folded as ``Reading.words`` has them."""
        awake: set[int] = set()
        phrases = set(self._sure)
        for word in words & self._by_word.keys():
            for alternative in marshal.loads(self._by_word[word]):
                rule, phrase, groups = marshal.loads(self._alternatives[alternative])
                if not any(map(words.isdisjoint, groups)):
                    awake.add(rule)
                    phrases.add(phrase)
        asleep = frozenset([name for rule, name in enumerate(self._sleepers) if rule not in awake])
        return Woken(asleep, frozenset(phrases))


_WAKES_NOBODY = -1  # the rule always asks, and is spared only the looking for its phrases


def wakes_of(checks: Mapping[str, Check]) -> tuple[Any, ...]:
    """What the rules of these ids need, as plain data for ``Wakes``."""
    sleepers = [name for name, check in checks.items() if check.anchors is not None]
    numbers = {name: number for number, name in enumerate(sleepers)}
    sure: list[str] = []
    alternatives: list[bytes] = []
    by_word: dict[str, list[int]] = {}
    for name, check in checks.items():
        for phrase, groups in _alternatives(check):
            if not groups:
                sure.append(phrase)
                continue
            for word in sorted(groups[0]):
                by_word.setdefault(word, []).append(len(alternatives))
            others = [tuple(sorted(group)) for group in groups[1:]]
            alternatives.append(marshal.dumps((numbers.get(name, _WAKES_NOBODY), phrase, others)))
    return tuple(sleepers), tuple(sure), {word: marshal.dumps(tuple(found)) for word, found in by_word.items()}, alternatives


def _alternatives(check: Check) -> Iterator[tuple[str, WordGroups]]:
    """What wakes a check, with the phrase that needs it where it is a phrase."""
    if check.kind == "phrase":
        for phrase in getattr(check, "sought", ()):
            yield phrase, required(phrase)
        return
    for groups in check.anchors or ():
        yield "", groups
