"""The link check: an entry of the list of provenance that is no link, cannot be real, or hides where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.dates import draft_date, latest_date
from stancelint.analysis.days import Days
from stancelint.analysis.link_faults import link_faults
from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Entry
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Region

_SHOWN = 120
_SHOWN_PLACES = 5


class LinkCheck(Value):
    """Judges each address on its face, offline. ``fault`` says which kind of fault this rule reports."""

    kind: ClassVar[str] = "link"

    fault: Literal["not-a-link", "implausible", "shortened"]

    @property
    def anchors(self) -> Anchors:
        """None: an entry without an address is a fault too."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """One match an item: an address that is listed twice is judged once, and the other places are named."""
        day = draft_date(reading)
        lexicon = reading.knowledge.lexicon(LinkLexicon)
        days = Days(day, latest_date(reading), reading.terms.sections.provenance.link_max_age_days)
        again: dict[str, list[Region]] = {}
        first: dict[str, Entry] = {}
        for entry in reading.provenance:
            item = entry.normal or entry.url
            if item is None:
                if self.fault == "not-a-link":
                    yield _match(entry, "it gives no address", (), ())
                continue
            again.setdefault(item, []).append(entry.region)
            first.setdefault(item, entry)
        for item, entry in first.items():
            fault = next(link_faults(entry.url or "", lexicon, reading.registry, days), None)
            if fault is None or fault.kind != self.fault:
                continue
            dated = _dated(reading, day) if day is not None and day.isoformat() in fault.said else ()
            others = tuple(Note("listed here too", region) for region in again[item][1:_SHOWN_PLACES])
            yield _match(entry, fault.said, dated, others)


def _dated(reading: Reading, day: date) -> tuple[Note, ...]:
    stated = "as it states" if reading.document.date is not None else "the first full date in its text"
    return (Note(f"the draft's own date is {day.isoformat()}, {stated}"),)


def _match(entry: Entry, said: str, dated: tuple[Note, ...], others: tuple[Note, ...]) -> Match:
    url = entry.url or entry.text
    shown = "".join(ch if ch.isprintable() else "\ufffd" for ch in url[:_SHOWN]) + ("…" if len(url) > _SHOWN else "")
    return Match(entry.region, (("url", shown), ("said", said)), dated + others)


CHECK = LinkCheck
