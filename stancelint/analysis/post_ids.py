"""When a post was made, as its own number says: X, and Bluesky's record keys.

Both services put the time into the identifier, so a made-up number gives itself away without asking the network.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_X_EPOCH_MS = 1_288_834_974_657  # 4 November 2010, when numbers began to hold their time
_X_SHORTEST = 12  # digits; older numbers were counted up one by one and end in 2010
_BLUESKY_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_BLUESKY_LENGTH = 13
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def x_time(number: str) -> datetime | None:
    """When the X post of that number was made; None for a number that is no post's of the years since 2010."""
    if not (number.isascii() and number.isdigit()) or not _X_SHORTEST <= len(number) <= 19:
        return None
    return _EPOCH + timedelta(milliseconds=(int(number) >> 22) + _X_EPOCH_MS)


def bluesky_time(key: str) -> datetime | None:
    """When the Bluesky post of that record key was made; None for what is no record key."""
    if len(key) != _BLUESKY_LENGTH or any(ch not in _BLUESKY_DIGITS for ch in key):
        return None
    value = 0
    for ch in key:
        value = value * 32 + _BLUESKY_DIGITS.index(ch)
    try:
        return _EPOCH + timedelta(microseconds=value >> 10)
    except OverflowError:
        return None
