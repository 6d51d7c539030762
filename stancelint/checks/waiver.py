"""The word after ``check:`` for rules about waivers: they are found by the engine, where waivers are weighed, never in the prose."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.reading import Reading
from stancelint.checks.base import Anchors, Match
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class WaiverCheck(Value):
    """Says nothing of the prose: no word of a draft wakes it."""

    kind: ClassVar[str] = "waiver"

    @property
    def anchors(self) -> Anchors:
        """No words at all."""
        return ()

    def find(self, reading: Reading) -> Iterator[Match]:
        """Nothing."""
        return iter(())


CHECK = WaiverCheck
