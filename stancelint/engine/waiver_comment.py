"""One comment read as a waiver: exactly, or as a fault that says what is wrong with it and what to write instead."""

from __future__ import annotations

import re

from stancelint.text.patterns import lazy
from stancelint.text.span import Region
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import Comment

_MEANT = lazy(r"\s*stance-?lint\b", re.IGNORECASE)
_MEANT_WORDS = ("allow", "ignore", "disable", "waive", "off", "noqa")  # what other linters call it: told as malformed, never passed over
_OPENING = lazy(r"\s*stancelint:\s*")
_VERB = lazy(r"allow(?:[ -](file))?(?=\s|$)\s*")
_HEAD_END = lazy(r"[=\"“”]")
_ATTRIBUTE = lazy(r"(?<![A-Za-z_-])([A-Za-z_-]+)\s*=\s*(?:\"([^\"]*)\"|“([^”“]*)”)")
_RULE = lazy(r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*")
_DATE = lazy(r"(\d{4})-(\d\d)-(\d\d)")
_KEYS = ("reason", "by", "until")
_MODEL = '<!-- stancelint: allow RULE reason="…" by="…" until="2026-12-31" -->'


class Waiver(Value):
    """A waiver as written. ``rules`` pairs each rule id with its place, ``region`` is the comment's; ``until`` is its last day.

    ``covers`` is the source that it reaches (None with ``whole_draft``, and where nothing follows); ``scope`` says so in words."""

    rules: tuple[tuple[str, Region], ...]
    reason: str
    by: str
    until: str
    region: Region
    whole_draft: bool = False
    covers: Region | None = None
    scope: str = "the draft"


class Fault(Value):
    """A comment that is meant as a waiver and cannot be read: what is wrong, where, and what to write."""

    problem: str
    hint: str
    region: Region


def read_comment(comment: Comment) -> Waiver | Fault | None:
    """The waiver in a comment, the fault in one that is meant as a waiver, or None for a comment about something else."""
    if not _meant(comment.text):
        return None
    try:
        return _read(comment)
    except _MisreadError as misread:
        return Fault(str(misread), misread.hint, comment.region)


class _MisreadError(Exception):
    def __init__(self, problem: str, hint: str = f"write {_MODEL}") -> None:
        super().__init__(problem)
        self.hint = hint


def _read(comment: Comment) -> Waiver:
    text = comment.text
    opening = _OPENING.match(text)
    if not opening:
        raise _MisreadError("it does not begin with “stancelint:”")
    verb = _VERB.match(text, opening.end())
    if not verb:
        word = text[opening.end() :].split(maxsplit=1)
        raise _MisreadError(f"“{word[0]}” is no word of a waiver; “allow” is" if word else "it allows nothing")
    end = _head_end(text, verb.end())
    attributes = _attributes(text[end:])
    return Waiver(
        rules=_rules(comment, text[verb.end() : end], verb.end()),
        reason=attributes.get("reason", ""),
        by=attributes.get("by", ""),
        until=_date(attributes.get("until")),
        region=comment.region,
        whole_draft=verb[1] is not None,
    )


def _meant(text: str) -> bool:
    name = _MEANT.match(text)
    if not name:
        return False
    rest = text[name.end() : name.end() + 200].lstrip().lower()
    return rest.startswith((":", "=", "-", "–", "—", *_MEANT_WORDS))


def _head_end(text: str, start: int) -> int:
    """Where the rules end and the first attribute begins."""
    stop = _HEAD_END.search(text, start)
    if not stop:
        return len(text)
    if stop[0] != "=":
        raise _MisreadError("a quotation mark stands where a rule or a name was expected")
    at = stop.start()
    while at > start and text[at - 1].isspace():
        at -= 1
    while at > start and (text[at - 1].isalpha() or text[at - 1] in "_-"):
        at -= 1
    if at > start and not text[at - 1].isspace():
        raise _MisreadError("its rules cannot be told from its reason", f"put a blank before reason=: {_MODEL}")
    return at


def _rules(comment: Comment, head: str, at: int) -> tuple[tuple[str, Region], ...]:
    """The rules between ``allow`` and the first attribute. Each is named in full: no family, no pattern."""
    if not head.strip():
        raise _MisreadError("it names no rule")
    base = _offset_of_text(comment)
    rules: list[tuple[str, Region]] = []
    for part in head.split(","):
        name = part.strip()
        if not _RULE.fullmatch(name):
            raise _MisreadError(*_misnamed(name))
        if name.startswith("waiver/"):
            raise _MisreadError(f"“{name}” is about waivers, and no waiver can allow it", "mend the waiver that it speaks of")
        if any(name == other for other, _ in rules):
            raise _MisreadError(f"“{name}” is named twice", "name it once")
        start = at + len(part) - len(part.lstrip())
        rules.append((name, comment.region if base is None else Region(base + start, base + start + len(name))))
        at += len(part) + 1
    return tuple(rules)


def _misnamed(name: str) -> tuple[str, str]:
    if not name:
        return "a rule is missing beside a comma", "take the comma out, or name the rule"
    if "*" in name or "?" in name or "/" not in name:
        if name == "file" or name.startswith("file "):
            return "“file” stands in the wrong place", "write “allow file RULE”"
        return f"“{name}” is no single rule", "name each rule in full, family/name, with commas between"
    if any(character.isspace() for character in name):
        return f"“{name}” is not one rule", "put commas between rules, and no blank inside one"
    return f"“{name}” is not written as a rule is", "a rule is family/name in small letters"


def _attributes(tail: str) -> dict[str, str]:
    """``reason``, ``by`` and ``until`` by name; whatever else stands there is a fault."""
    found: dict[str, str] = {}
    at = 0
    for attribute in _ATTRIBUTE.finditer(tail):
        _nothing(tail[at : attribute.start()])
        name = attribute[1]
        if name not in _KEYS:
            raise _MisreadError(f"“{name}” is nothing that a waiver says", "it says reason, by and until")
        if name in found:
            raise _MisreadError(f"“{name}” is given twice", "give it once")
        found[name] = " ".join((attribute[2] if attribute[2] is not None else attribute[3]).split())
        at = attribute.end()
    _nothing(tail[at:])
    if "reason" in found and not any(character.isalnum() for character in found["reason"]):
        found["reason"] = ""
    return found


def _nothing(between: str) -> None:
    if between.strip():
        raise _MisreadError(f"“{between.strip()[:40]}” cannot be read", f"each value stands in double quotes: {_MODEL}")


def _date(written: str | None) -> str:
    """An ISO day, checked against the calendar; empty where none is given."""
    if written is None:
        return ""
    parts = _DATE.fullmatch(written)
    if not parts or not _in_calendar(int(parts[1]), int(parts[2]), int(parts[3])):
        raise _MisreadError(f"“{written}” is no date", "write until as year-month-day: 2026-12-31")
    return written


def _in_calendar(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _offset_of_text(comment: Comment) -> int | None:
    """Where the comment's text begins in the source, as its marks tell; None where its syntax is another."""
    spare = len(comment.region) - len(comment.text)
    return comment.region.start + 4 if spare == 7 else None
