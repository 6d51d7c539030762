"""The claim-grade check: counts of people harmed whose grade a rule names."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match
from stancelint.checks.claim_wording import described, figure, named, notes
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.model import Claim, Standing
    from stancelint.analysis.reading import Reading
    from stancelint.choices import Grade

_PARTIAL = ("a warring side", "an occupation authority", "the Russian side")
_DOUBTFUL = frozenset(("uncertain", "mixed", "quoted"))


class ClaimGradeCheck(Value):
    """``grades`` are the grades to report. History and counts of nobody are left to themselves.

    Where a source stands beside an unattributed count and the reading cannot tell whether it reaches it, the match is one step lower."""

    grades: tuple[Grade, ...]

    kind: ClassVar[str] = "claim-grade"

    @property
    def anchors(self) -> Anchors:
        """Always ask: the reading itself looks only where a harming word stands."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every count of one of the grades."""
        for claim in reading.claims:
            if claim.grade not in self.grades or claim.historical or claim.high == 0:
                continue
            doubtful = claim.grade == "unattributed" and claim.voice.kind in _DOUBTFUL
            yield Match(claim.span, _captures(reading, claim), tuple(notes(reading, claim)), lowered=int(doubtful))


def _captures(reading: Reading, claim: Claim) -> tuple[tuple[str, str], ...]:
    rivals = [f"“{reading.text[span.start : span.end]}”" for span in claim.rivals]
    independent = _independent(claim)
    return (
        ("claim", described(claim)),
        ("figure", figure(claim)),
        ("sources", named(claim.standing)),
        ("source", named(_most_fully(claim, independent))),
        ("reason", independent[0].why if independent else ""),
        ("rivals", " and ".join(rivals[:3])),
        ("side", claim.side or ""),
    )


def _independent(claim: Claim) -> list[Standing]:
    """The sources that count by themselves; where none does, whoever is named."""
    named_once = [one for one in claim.standing if not one.why.startswith(("counts as one", "the same source"))]
    return [one for one in named_once if not one.why.startswith(_PARTIAL)] or named_once


def _most_fully(claim: Claim, independent: list[Standing]) -> tuple[Standing, ...]:
    """The first of the independent sources under the fullest name that the draft gives it."""
    if not independent:
        return ()
    same = [one for one in claim.standing if one.key == independent[0].key]
    return (max(same, key=lambda one: len(one.mention.text)),)


CHECK = ClaimGradeCheck
