"""What a bare line of pasted text is, by its look alone: a heading, a list item, a byline, a dateline, a rule.

Every line of a draft is asked; so the cheap question comes first, and a pattern is compiled only where a line may answer to it.
"""

from __future__ import annotations

import re
from functools import cache

from stancelint.text.patterns import lazy

BYLINE_CHARACTERS = 120
DATELINE_CHARACTERS = 100
HEADING_CHARACTERS = 100
HEADING_WORDS = 16
QUESTION_CHARACTERS = 60
QUOTED_START = 40  # a heading may open with a quoted word or two, not with a quotation
LABEL_CHARACTERS = 60
LABEL_WORDS = 6

_BULLETS = frozenset("-*•·▪◦‣–")
_RULES = frozenset("-=_*~#•⁂")
_CLOSING = "\"”’')]»"
_CREDITS = ("by", "words", "text", "report", "written", "writing", "edit", "additional")
_SPEECH = (" said", " says", " added", " adds", " told ", "according to", "said ")
_QUESTION_WORDS = "who what what's what’s when where why how which will is are can could did does do has have should"
_QUESTIONS = frozenset(_QUESTION_WORDS.split())
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\w+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_PLACE = r"(?:(?:published|updated|posted|filed)(?: on)?:? )?(?:[A-ZÀ-Ý][\w'’. -]{1,40}, ){0,2}"
_DIGIT = lazy(r"\d")
_DATELINE = lazy(rf"{_PLACE}(?:{_DAY}){_CLOCK}(?: \([^()]{{2,30}}\))?[ .—–-]*\Z", re.I)
_CREDIT = lazy(r"(?i:(?:additional )?(?:words|text|report(?:ing)?|written|writing|edit(?:ing|ed)) by|by)[: ]\s*")
_NAMES = lazy(r"(?:(?:[A-ZÀ-ÝА-ЯҐЄІЇ][\w.'’-]*|and|in|for|of|the|de|van|von|al|at|&|\|)(?: +|(?=,)|\Z))+(?:,|\Z)")
_TIME_NAME = lazy(r"[A-Z]\w*day\b|(?:January|February|March|April|May|June|July|August)\b|\w+ber\b")
_AGENCY_OPENING = lazy(r"[A-ZÀ-Ý][A-ZÀ-Ý'’. /-]{2,40}(?:, [\w'’. ]{2,40}){0,3}(?: \([^()]{2,40}\))? *(?:[—–―]|--?) ")
_INNER_END = lazy(r"[a-z\d)\"”’][.!?][\"”’)]*\s+[\"“‘(]?[A-ZÀ-Ý]")


@cache
def _label() -> re.Pattern[str]:
    names = r"sources?|provenance|references?|links|(?:un)?contested|disputed|notes?|credits|corrections?|further reading"
    return lazy(rf"\b(?:{names})\b", re.I)


def item_marker(line: str) -> int:
    """The length of the list marker that ``line`` opens with, its blanks included; 0 for none."""
    first = line[0]
    if first in _BULLETS:
        at = 1
    elif first.isdecimal() or first == "(":
        at = 1 if first == "(" else 0
        digits = at
        while at < len(line) and at - digits < 3 and line[at].isdecimal():
            at += 1
        if not 1 <= at - digits <= 2 or line[at : at + 1] not in (".", ")"):
            return 0
        at += 1
    else:
        return 0
    return _after_blanks(line, at)


def heading_marker(line: str) -> int:
    """The length of a Markdown heading's hashes, pasted into plain text; 0 for none."""
    if line[0] != "#":
        return 0
    at = len(line) - len(line.lstrip("#"))
    return _after_blanks(line, at) if at <= 6 else 0


def _after_blanks(line: str, at: int) -> int:
    """Where the words go on after the blanks at ``at``; 0 where there are no blanks, or no words."""
    words = line[at:].lstrip(" \t\u00a0")
    return len(line) - len(words) if words and len(words) < len(line) - at else 0


def starred(line: str) -> tuple[int, int] | None:
    """The part between the stars of a line that is wholly bold in Markdown's way, or None."""
    if len(line) > HEADING_CHARACTERS + 5 or not line.startswith(("**", "__")):
        return None
    end = len(line.removesuffix(":")) - 2
    inner = line[2:end]
    return (2, end) if inner.strip() and line[end : end + 2] == line[:2] and not {"*", "_"} & set(inner) else None


def is_rule(line: str) -> bool:
    """Whether the line only draws a rule (``---``, ``* * *``)."""
    return line[0] in _RULES and 3 <= len(line) <= 200 and _RULES.issuperset(line.replace(" ", "").replace("\t", ""))


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return line[-6:].rstrip(_CLOSING)[-1:] in (".", "!", "?", "…")


def is_one_sentence(line: str) -> bool:
    """Whether no sentence ends inside the line."""
    return _INNER_END.search(line) is None


def speaks(line: str) -> bool:
    """Whether the line says that somebody says something."""
    lowered = line.lower()
    return any(word in lowered for word in _SPEECH)


def is_byline(line: str) -> bool:
    """Whether the line says who wrote, and nothing else."""
    if len(line) > BYLINE_CHARACTERS or not line[:10].lower().startswith(_CREDITS) or ends_sentence(line) or speaks(line):
        return False
    credit = _CREDIT.match(line)
    if credit is None or _TIME_NAME.match(line, credit.end()):
        return False
    return _NAMES.match(line, credit.end()) is not None


def is_dateline(line: str) -> bool:
    """Whether the whole line is a place, a date or both."""
    return len(line) <= DATELINE_CHARACTERS and _DIGIT.search(line) is not None and _DATELINE.match(line) is not None


def opens_as_agency_copy(line: str) -> bool:
    """Whether a paragraph opens with a place, and perhaps a date and an agency, and a dash."""
    return line[:3].isupper() and _AGENCY_OPENING.match(line) is not None


def is_label(line: str) -> bool:
    """Whether the line, ending in a colon, names a part of the draft (`Sources:`) and introduces no speech."""
    if line[-1] != ":" or len(line) > LABEL_CHARACTERS or len(line.split()) > LABEL_WORDS:
        return False
    return _label().search(line) is not None and not speaks(line)


def looks_like_heading(line: str) -> bool:
    """Whether a line could be a heading, its surroundings apart: short, unended, no quotation, no speech, no address."""
    if len(line) > HEADING_CHARACTERS or len(line.split()) > HEADING_WORDS:
        return False
    if (
        not any(ch.isalpha() for ch in line)
        or line[-1] in ".!…:;,—–-"
        or not (line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'")
    ):
        return False
    if line[-1] in _CLOSING and ends_sentence(line):
        return False
    if line[0] in '“"' and not 0 < max(line.find("”"), line.find('"', 1)) < QUOTED_START:
        return False
    if line[-1] == "?" and not _is_short_question(line):
        return False
    return "://" not in line and not line.startswith("www.") and not speaks(line)


def _is_short_question(line: str) -> bool:
    return len(line) <= QUESTION_CHARACTERS and line.split(maxsplit=1)[0].lower() in _QUESTIONS and is_one_sentence(line)
