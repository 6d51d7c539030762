"""Waivers themselves as faults. The engine reads them and finds the faults; a rule file gives them a level, a clause and a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.checks.base import Match


@dataclass(frozen=True, slots=True)
class WaiverCheck:
    """Finds nothing in the prose: what is wrong with a waiver shows only once every other rule has spoken."""

    kind: ClassVar[str] = "waiver"

    @property
    def anchors(self) -> frozenset[str] | None:
        """No word of the prose wakes it."""
        return frozenset()

    def find(self, reading: Reading) -> Iterator[Match]:
        """Nothing."""
        return iter(())


CHECK = WaiverCheck
