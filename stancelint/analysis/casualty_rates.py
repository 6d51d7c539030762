"""Counts set against a measure, and lives taken by no war: `27 for each mile`, `rivers claimed 44 lives`, `a quake strikes the town`."""

from __future__ import annotations

from collections.abc import Mapping

_REACH = 10  # words behind a count in which what it is set against may stand; twice as many before it

_EACH = frozenset(("each", "every"))
_CLAUSES = frozenset(("and", "said", "says", "but", "while", "after", "when", "because", "which", "who"))
_ENDS = frozenset((",", ";", ".", "and", "when", "after"))
_TAKING = frozenset(("claim", "claims", "claimed", "claiming", "take", "takes", "took", "taken", "cost"))
_BEFALLING = frozenset(("strike", "strikes", "attacks"))
_BETWEEN = frozenset(("that", "which", "also", "then", "again", "first", "outbreak", "epidemic"))


def for_each(words: list[str], first: int, end: int) -> bool:
    """Whether a count is set against each of something: `For every village taken, 300 men fell`, `27 killed for each square mile`."""
    for i in range(first - 1, max(-1, first - _REACH * 2), -1):
        if words[i] in (";", ":", "."):
            break
        if words[i] == "for" and i + 1 < first and words[i + 1] in _EACH:
            between = words[i:first]  # what is measured and one comma, and no other clause
            return between.count(",") <= 1 and _CLAUSES.isdisjoint(between)
    for i in range(end, min(len(words) - 1, end + _REACH)):
        if words[i] in _ENDS:
            return False
        if (words[i] == "for" and words[i + 1] in _EACH) or (words[i] == "per" and words[i + 1].isalpha()):
            return True
    return False


def taken_by(words: list[str], first: int, takers: frozenset[str]) -> bool:
    """Whether water, ice or the roads took the lives that are counted at ``first``: `Rivers have claimed 44 lives this summer`."""
    taking = next((i for i in range(first - 1, max(0, first - 6), -1) if words[i] in _TAKING), 0)
    subject = taking - 2 if words[taking - 1] in ("have", "has", "had", "already") else taking - 1
    return subject >= 0 and words[subject] in takers


def befalls(words: list[str], at: int, settings: Mapping[str, int], disasters: frozenset[int]) -> bool:
    """Whether a word of attack is what a disaster does: `an earthquake strikes the town`, `the flood that strikes it`."""
    if at == 0 or words[at] not in _BEFALLING:
        return False
    subject = at - 2 if words[at - 1] in _BETWEEN else at - 1
    return subject >= 0 and settings.get(words[subject]) in disasters
