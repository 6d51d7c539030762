"""The ledger of counts over many drafts: rows to keep, and the rows of different drafts that contradict each other.

Pure: a row knows its draft by name only. The engine and the command line write it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stancelint.analysis.model import Claim
from stancelint.text.span import Region
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

COLUMNS = [
    "draft",
    "line",
    "column",
    "text",
    "kind",
    "low",
    "high",
    "hedge",
    "group",
    "side",
    "place",
    "when",
    "date",
    "grade",
    "historical",
    "part",
    "total",
    "update",
    "sources",
]  # in this order
_DAYS_APART = 1  # drafts dated further apart than this speak of different days


class LedgerRow(Value):
    """One claim of one draft. ``day`` is the draft's ISO date where it has one; ``sources`` are ids or names as printed;
    ``region`` is the claim's place in the draft's source."""

    draft: str
    line: int
    column: int
    text: str
    claim: Claim
    day: str | None
    sources: tuple[str, ...]
    region: Region

    def cells(self) -> tuple[str, ...]:
        """The row as text, one cell for each of ``COLUMNS``; an open bound and an absent value are empty."""
        claim = self.claim
        told = (claim.hedge, claim.group, claim.side, claim.place, claim.when, self.day, claim.grade)
        marks = (claim.historical, claim.part, claim.total, claim.update)
        return (
            self.draft,
            str(self.line),
            str(self.column),
            self.text,
            claim.kind,
            str(claim.low),
            "" if claim.high is None else str(claim.high),
            *(each or "" for each in told),
            *("yes" if each else "" for each in marks),
            "; ".join(self.sources),
        )


def rows(draft: str, reading: Reading) -> Iterator[LedgerRow]:
    """The claims of a draft as rows, in order of place."""
    from stancelint.analysis.dates import draft_date

    if not reading.claims:
        return
    document = reading.document
    day = draft_date(reading)
    for claim in reading.claims:
        region = document.region(claim.span)
        place = document.lines.place(region.start)
        text = " ".join(document.source[region.start : region.end].split())
        sources = tuple(dict.fromkeys(one.mention.id or " ".join(one.mention.text.split()) for one in claim.standing))
        yield LedgerRow(draft, place.line, place.column, text, claim, day.isoformat() if day else None, sources, region)


def across(ledger: Iterable[LedgerRow]) -> Iterator[tuple[LedgerRow, LedgerRow]]:
    """Pairs of rows of different drafts whose figures for one event cannot both be true, in order of the ledger.

    One event: the same kind, place, people and day, as far as all are given; a place and a day must be. Parts, totals, updates,
    history and counts of nobody are left out, and so is a minimum below a higher figure.
    """
    by_event: dict[tuple[str, str], list[LedgerRow]] = {}
    for row in ledger:
        claim = row.claim
        if claim.place is None or row.day is None or claim.high == 0 or claim.part or claim.total or claim.update or claim.historical:
            continue
        known = by_event.setdefault((claim.kind, claim.place), [])
        for other in known[-60:]:
            if other.draft != row.draft and _one_event(other, row) and _contradict(other.claim, claim):
                yield other, row
        known.append(row)


def _one_event(one: LedgerRow, other: LedgerRow) -> bool:
    a, b = one.claim, other.claim
    if a.side and b.side and a.side != b.side:
        return False
    if a.group != b.group and not {a.group, b.group}.isdisjoint(("soldiers", "children")):
        return False
    if a.when and b.when and _weekday(a.when) != _weekday(b.when):
        return False
    days = [date.fromisoformat(row.day) for row in (one, other) if row.day is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= _DAYS_APART


def _weekday(when: str) -> str | None:
    return next((word for word in when.lower().split() if word.endswith("day") and word not in ("today", "yesterday", "midday")), None)


def _contradict(one: Claim, other: Claim) -> bool:
    if "about" in (one.hedge, other.hedge):
        return False
    above = float("inf")
    return one.low > (above if other.high is None else other.high) or other.low > (above if one.high is None else one.high)
