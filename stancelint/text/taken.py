"""Ranges that keep clear of each other: the first to come has its place, and a later one learns whose it is."""

from __future__ import annotations

from bisect import bisect_left


class Taken:
    """Ranges of one kind of offset, none of which overlap, each with the number that it was taken under."""

    __slots__ = ("_ends", "_numbers", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._numbers: list[int] = []

    def holder(self, start: int, end: int) -> int | None:
        """The lowest number of the ranges that share a code point with ``[start, end)``, or None where it is free."""
        at = bisect_left(self._starts, end)
        found: int | None = None
        while at and self._ends[at - 1] > start:
            at -= 1
            found = self._numbers[at] if found is None else min(found, self._numbers[at])
        return found

    def take(self, start: int, end: int, number: int) -> None:
        """Keep ``[start, end)``, which must be free and hold something."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        self._numbers.insert(at, number)
