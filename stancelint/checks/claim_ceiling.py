"""The claim-ceiling check: `up to 60 killed` says nothing of the least, and readers remember the sixty."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, any_word
from stancelint.checks.claim_wording import figure
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading


class ClaimCeilingCheck(Value):
    """Counts with a most and no least, unless the same event has a count with a least elsewhere in the draft."""

    kind: ClassVar[str] = "claim-ceiling"

    @property
    def anchors(self) -> Anchors:
        """The words of ceilings."""
        return any_word(("up", "many", "most", "more", "maximum", "fewer", "less", "under", "below"))

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every count whose floor is nothing and whose ceiling is not."""
        floors = {claim.cluster for claim in reading.claims if claim.low > 0}
        for claim in reading.claims:
            if claim.hedge == "at-most" and claim.low == 0 and claim.high and not claim.historical and claim.cluster not in floors:
                yield Match(claim.span, (("figure", figure(claim)), ("ceiling", f"{claim.high:,}")))


CHECK = ClaimCeilingCheck
