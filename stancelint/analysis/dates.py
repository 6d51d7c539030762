"""The draft's own date: what its links are held against. Never the clock."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_FULL = lazy(
    r"\b(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?!\d)"
    r"|\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[12]\d{3})\b"
    r"|\b(?P<month2>[A-Z][a-z]{2,8})\.? (?P<day2>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<year2>[12]\d{3})\b"
)


def draft_date(reading: Reading) -> date | None:
    """The date that the format gives, else the first full date in the text, else None."""
    stated = reading.document.date
    found = first_date(stated) if stated else None
    return found or next(iter(reading.dates), None)


def latest_date(reading: Reading) -> date | None:
    """The last day that the draft can be held against: its stated date, else the latest full date in its text.

    A text may open with a day of 2022; a post of this year is not from its future."""
    stated = reading.document.date
    found = first_date(stated) if stated else None
    return found or max(reading.dates, default=None)


def first_date(text: str) -> date | None:
    """The first full date (day, month and year) that ``text`` writes, in words or as ISO."""
    return next((found for _, found in _dates(text)), None)


def written_dates(reading: Reading) -> Iterator[date]:
    """The full dates of the prose, in order; what stands in an address is no date of the draft."""
    opaque = reading.document.opaque
    starts = [span.start for span in opaque]
    for at, found in _dates(reading.text):
        before = bisect_right(starts, at) - 1
        if before < 0 or not opaque[before].holds(at):
            yield found


def _dates(text: str) -> Iterator[tuple[int, date]]:
    for match in _FULL.finditer(text):
        found = _read(match)
        if found is not None:
            yield match.start(), found


def _read(match: re.Match[str]) -> date | None:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        name = (match["month"] or match["month2"]).lower()
        number = _SHORT.get(name[:3])
        if number is None or not MONTHS[number - 1].startswith(name.removesuffix("t") if name == "sept" else name):
            return None
        year, month, day = int(match["year"] or match["year2"]), number, int(match["day"] or match["day2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None
