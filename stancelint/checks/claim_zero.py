"""The claim-zero check: `no one was hurt` is a count too, and somebody has to have counted."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, any_word
from stancelint.checks.claim_wording import named, notes
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading


class ClaimZeroCheck(Value):
    """Counts of nobody that fewer than two independent sources stand behind."""

    kind: ClassVar[str] = "claim-zero"

    @property
    def anchors(self) -> Anchors:
        """The words that a count of nobody needs."""
        return any_word(("no", "nobody", "none", "without", "zero", "0"))

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every count of nobody that is not corroborated."""
        for claim in reading.claims:
            if claim.high == 0 and not claim.historical and claim.grade not in ("corroborated", "verified", "caveated"):
                yield Match(claim.span, (("sources", named(claim.standing) or "nobody"),), tuple(notes(reading, claim)))


CHECK = ClaimZeroCheck
