"""Links to posts: whether the number that names the post can be one, and whether a post is named at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from stancelint.analysis.days import Days
from stancelint.analysis.links import Address
from stancelint.analysis.post_ids import bluesky_time, x_time
from stancelint.text.patterns import lazy

_X_HANDLE = lazy(r"\w{1,15}\Z", re.A)
_TELEGRAM_NAME = lazy(r"[A-Za-z]\w{3,31}\Z", re.A)
_YOUTUBE_ID = lazy(r"[\w-]{11}\Z", re.A)
_DIGITS = lazy(r"[0-9]+\Z")
_X_OWN = frozenset({"i", "search", "hashtag", "home", "explore", "intent", "share", "login", "settings", "notifications", "messages"})
_FACEBOOK_ITEMS = frozenset(
    {
        "posts",
        "videos",
        "photos",
        "photo",
        "reel",
        "reels",
        "permalink.php",
        "story.php",
        "watch",
        "share",
        "groups",
        "events",
        "photo.php",
        "notes",
        "media",
    }
)
_INSTAGRAM_ITEMS = frozenset({"p", "reel", "reels", "tv", "stories", "share"})


def platform_fault(host: str, address: Address, days: Days) -> str | None:
    """What is wrong with a link to a post on a known service, or None: another site, or nothing to say."""
    judge = _JUDGES.get(host)
    if judge is not None:
        return judge(address, days)
    return None


def _x(address: Address, days: Days) -> str | None:
    steps = address.steps
    marks = [at for at, step in enumerate(steps) if step in ("status", "statuses")]
    if not marks:
        if len(steps) == 1 and steps[0].lower() not in _X_OWN:
            return f"it is the account of @{steps[0]}, not a post"
        if not steps or steps[0].lower() in ("search", "hashtag", "home", "explore"):
            return "it is a page of X that shows something else every time, not a post"
        return None
    at = marks[0]
    number = steps[at + 1] if at + 1 < len(steps) else ""
    if at == 1 and not _X_HANDLE.match(steps[0]):
        return f"“{steps[0][:40]}” cannot be the name of an account on X"
    if not _DIGITS.match(number):
        return f"“{number[:40]}” is not the number of a post" if number else "it names no post: the number is missing"
    if len(number) > 19:
        return f"no post on X has a number of {len(number)} digits"
    made = x_time(number)
    if made is None:
        return f"no post on X has the number {number}: since 2010 they have had more digits, and today they have 19"
    return _against(made, days, "the post's own number")


def _telegram(address: Address, days: Days) -> str | None:
    steps = [step for step in address.steps if step != "s"]
    if not steps:
        return "it is Telegram's own page, not a message"
    name = steps[0]
    if name.startswith("+") or name.lower() == "joinchat":
        return "it is an invitation to a private chat, not a message that a reader can see"
    if name == "c":
        return "it is a message in a private channel, which readers cannot open"
    if name.lower() in ("iv", "share", "addstickers", "proxy", "boost", "addlist"):
        return None
    if not _TELEGRAM_NAME.match(name):
        return f"“{name[:40]}” cannot be the name of a channel on Telegram"
    number = steps[-1] if len(steps) > 1 else ""
    if not number:
        return f"it is the channel t.me/{name}, without the number of a message"
    if not _DIGITS.match(number) or len(number) > 10 or int(number) == 0:
        return f"“{number[:40]}” is not the number of a message"
    return None


def _youtube(address: Address, days: Days) -> str | None:
    steps = address.steps
    if not steps or steps[0].startswith("@") or steps[0] in ("channel", "c", "user"):
        return "it is a channel or the home page of YouTube, not a video"
    if address.host == "youtu.be":
        video = steps[0]
    elif steps[0] == "watch":
        video = next((part[2:] for part in address.query.split("&") if part.startswith("v=")), "")
    elif steps[0] in ("shorts", "embed", "live", "v") and len(steps) > 1:
        video = steps[1]
    else:
        return None
    return None if _YOUTUBE_ID.match(video) else f"“{video[:40]}” is not the name of a video: those have 11 characters"


def _facebook(address: Address, days: Days) -> str | None:
    steps = address.steps
    if any(step in _FACEBOOK_ITEMS for step in steps) or address.query:
        if len(steps) >= 3 and steps[1] == "posts" and not any(ch.isdigit() for ch in steps[-1]):
            return f"“{steps[-1][:40]}” is not the number of a post on Facebook"
        return None
    return "it is a page on Facebook, not a post" if len(steps) < 2 else None


def _instagram(address: Address, days: Days) -> str | None:
    return None if any(step in _INSTAGRAM_ITEMS for step in address.steps) else "it is an account on Instagram, not a post"


def _bluesky(address: Address, days: Days) -> str | None:
    steps = address.steps
    if len(steps) < 4 or steps[0] != "profile" or steps[2] != "post":
        return "it is an account on Bluesky, not a post" if len(steps) == 2 and steps[0] == "profile" else None
    made = bluesky_time(steps[3])
    if made is None:
        return f"“{steps[3][:40]}” is not the key of a post on Bluesky"
    return _against(made, days, "the post's own key")


def _against(made: datetime, days: Days, what: str) -> str | None:
    said = days.against(made.date())
    return f"{what} puts it on {made.date().isoformat()}, {said}" if said else None


_JUDGES: dict[str, Callable[[Address, Days], str | None]] = {
    "x.com": _x,
    "t.me": _telegram,
    "youtube.com": _youtube,
    "youtu.be": _youtube,
    "facebook.com": _facebook,
    "instagram.com": _instagram,
    "bsky.app": _bluesky,
}
