"""Dates as formats write them, as ISO text."""

from __future__ import annotations

from stancelint.text.patterns import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = lazy(r"(?:\b(\d{1,2})(?:st|nd|rd|th)?[ \t]+)?\b([A-Za-z]{3,9})\.?[ \t]*(?:(\d{1,2})(?:st|nd|rd|th)?,?[ \t]+)?,?[ \t]*(\d{4})\b")
_ISO = lazy(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def iso_date(text: str) -> str | None:
    """The date that ``text`` gives, as ``YYYY-MM-DD``; None where it gives none that exists."""
    found = _ISO.search(text)
    if found is not None:
        return _valid(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    named = _NAMED.search(text)
    if named is None or named.group(2)[:3].lower() not in _MONTHS:
        return None
    day = named.group(1) or named.group(3)
    return _valid(int(named.group(4)), _MONTHS.index(named.group(2)[:3].lower()) + 1, int(day)) if day else None


def _valid(year: int, month: int, day: int) -> str | None:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= days[month - 1] and year else None
