"""The claim-term check: `casualties` are dead and wounded; where the draft's own figures say that only the dead are meant, it misleads."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, Note, any_word
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading


class ClaimTermCheck(Value):
    """``terms`` are words for dead and wounded together that are reported where the same figure is elsewhere a count of the dead alone."""

    terms: tuple[str, ...]

    kind: ClassVar[str] = "claim-term"

    @property
    def anchors(self) -> Anchors:
        """The terms themselves."""
        return any_word(self.terms)

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every count by one of the terms whose figure the draft also gives for the dead."""
        dead = {(claim.low, claim.high): claim for claim in reading.claims if claim.kind == "killed"}
        for claim in reading.claims:
            if claim.kind != "casualties" or claim.historical or not claim.high:
                continue
            words = reading.folded[claim.span.start : claim.span.end].split()
            term = next((term for term in self.terms if term in words), None)
            twin = dead.get((claim.low, claim.high))
            if term is not None and twin is not None and _same_place(claim.place, twin.place):
                yield Match(claim.span, (("term", term),), (Note("the same figure, here for the dead alone", twin.span),))


def _same_place(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


CHECK = ClaimTermCheck
