"""Which sentences tell of an event of their own, and which drafts say that the accounts of one event differ."""

from __future__ import annotations

from itertools import pairwise

from stancelint.text.patterns import lazy

TOLD_TO_DIFFER = lazy(
    r"\b(?:differing|conflicting|contradictory) (?:accounts|reports|figures|tolls|death tolls|counts|numbers)\b"
    r"|\b(?:accounts|tolls|figures|counts) (?:differed|differ|varied|vary)\b|\bcould not be (?:immediately )?reconciled\b"
)


def separate(words: list[str]) -> bool:
    """Whether a sentence opens with words that part what it tells from what stands before: `Separately, …`, `In a separate attack …`."""
    if any(pair in _WORST for pair in pairwise(words[:_OPENING])):
        return True
    opening = words[:4]
    return opening[:1] in (["separately"], ["elsewhere"]) or (opening[:1] == ["in"] and not _OTHER.isdisjoint(opening[1:]))


_OPENING = 8
_WORST = frozenset(("the", word) for word in ("worst", "deadliest", "bloodiest"))
_OTHER = frozenset(("separate", "another", "second", "third"))


def on_a_day(words: list[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether a sentence brings up an event of another time: `A bomber blew up a van on Tuesday`, `Last month a blast …`."""
    if tuple(words[:2]) in _OTHER_TIMES:
        return True
    fresh = any(
        word in _FRESH and not (lists["events"] | _FRESH_EVENTS).isdisjoint(words[at + 1 : at + 5]) for at, word in enumerate(words)
    )
    if not fresh:
        return False
    days = (at for at, word in enumerate(words) if word in _WEEK)
    return any(_SAYING.isdisjoint(words[max(0, at - 3) : at]) for at in days)


_OTHER_TIMES = frozenset(
    (*(("last", word) for word in ("week", "month", "year", "july", "june", "august")), ("earlier", "this"), ("earlier", "in"))
)
_FRESH = frozenset(("a", "an", "another", "two", "three", "twin"))
_FRESH_EVENTS = frozenset(("bomb", "bomber", "gunman", "gunmen", "bombings", "attacks", "strikes", "blasts", "ambush", "shooting"))
_SAYING = frozenset(("said", "says", "told", "reported", "announced", "wrote", "confirmed", "put", "since"))
_WEEK = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


def day_of(when: str | None) -> str | None:
    """The day of the week in words of time: `friday` for `on Friday evening`; None where they name none."""
    return next((word for word in when.lower().split() if word in _WEEK), None) if when else None
