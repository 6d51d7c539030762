"""Which rules a draft wakes: most look for words that it does not hold, and none of those need be read from the rule set, let alone ask.

A check names what it cannot do without (``Check.anchors``). All alternatives of all rules stand in one index by the words of their
first group, the rarest; the other groups are looked into only where one of those words stands in the draft.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.checks.base import Check


class Wakes:
    """The rules of a rule set that may sleep, and the words that wake them; made from what ``wakes_of`` packed."""

    __slots__ = ("_alternatives", "_by_word", "_sleepers")

    def __init__(self, packed: tuple[tuple[str, ...], dict[str, bytes], list[bytes]]) -> None:
        self._sleepers, self._by_word, self._alternatives = packed

    def asleep(self, words: Set[str]) -> set[str]:
        """The ids of the rules that have nothing to say about a draft of these words, folded as ``Reading.words`` has them."""
        awake: set[int] = set()
        for word in words & self._by_word.keys():
            for alternative in marshal.loads(self._by_word[word]):
                rule, groups = marshal.loads(self._alternatives[alternative])
                if rule not in awake and not any(map(words.isdisjoint, groups)):
                    awake.add(rule)
        return {name for rule, name in enumerate(self._sleepers) if rule not in awake}


def wakes_of(checks: Mapping[str, Check]) -> tuple[Any, ...]:
    """What the rules of these ids need, as plain data for ``Wakes``. Rules that always ask are not in it."""
    sleepers = [name for name, check in checks.items() if check.anchors is not None]
    alternatives: list[bytes] = []
    by_word: dict[str, list[int]] = {}
    for rule, name in enumerate(sleepers):
        for first, *others in checks[name].anchors or ():
            for word in sorted(first):
                by_word.setdefault(word, []).append(len(alternatives))
            alternatives.append(marshal.dumps((rule, [tuple(sorted(group)) for group in others])))
    return tuple(sleepers), {word: marshal.dumps(tuple(numbers)) for word, numbers in by_word.items()}, alternatives
