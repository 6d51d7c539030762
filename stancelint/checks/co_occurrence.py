"""The co-occurrence check: marks that say little alone and much together, as one finding with every mark as evidence."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, Note
from stancelint.checks.laundering import laundered
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading


class CoOccurrenceCheck(Value):
    """The marks and their weights are the lexicon's (``rules/lexicons/laundering.yaml``); a rule adds only its words."""

    kind: ClassVar[str] = "co-occurrence"

    @property
    def anchors(self) -> Anchors:
        """None: the lexicon's words are looked up directly."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """One match for the whole draft, on its first mark of the heaviest kind."""
        evidence = laundered(reading)
        if not evidence:
            return
        first = evidence[0].spans[0]
        count = sum(len(one.spans) for one in evidence)
        yield Match(
            first,
            captures=(("match", reading.text[first.start : first.end]), ("count", str(count))),
            notes=tuple(Note(one.kind.says, span) for one in evidence for span in one.spans),
        )


CHECK = CoOccurrenceCheck
