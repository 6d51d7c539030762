"""What a bare line of pasted text is, by its look alone: a heading, a list item, a byline, a dateline, a rule."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?:[-*•·▪◦‣–]|\(?\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_RULE = re.compile(r"(?:[-=_*~#•⁂][ \t]?){3,}\Z")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_STARRED = re.compile(r"(\*\*|__)([^*_]{1,120})\1:?\Z")
_BYLINE = re.compile(
    r"(?i:by|words by|text by|reporting by|report by|written by|writing by|editing by|edited by|additional reporting by)[: ]\s*"
)
_NAMES = re.compile(r"(?:(?:[A-ZÀ-ÝА-ЯҐЄІЇ][\w.'’-]*|and|in|for|of|the|de|van|von|al|at|&|\|)(?: +|(?=,)|\Z))+(?:,|\Z)")
_TIME_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September)\b|\w+ber\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:\w+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}})"
)
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_PLACE = r"(?:(?:published|updated|posted|filed)(?: on)?:? )?(?:[A-ZÀ-Ý][\w'’. -]{1,40}, ){0,2}"
_DATELINE = re.compile(rf"{_PLACE}{_DAY}{_CLOCK}(?: \([^()]{{2,30}}\))?[ .—–-]*\Z", re.I)
_AGENCY_OPENING = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý'’. /-]{2,40}(?:, [\w'’. ]{2,40}){0,3}(?: \([^()]{2,40}\))? *(?:[—–―]|--?) ")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]*\Z")
_INNER_END = re.compile(r"[a-z\d)\"”’][.!?][\"”’)]*\s+[\"“‘(]?[A-ZÀ-Ý]")
_SPEECH = re.compile(r"\b(?:said|says|added|adds|told|according to)\b", re.I)
_QUESTION = re.compile(r"(?:who|what|when|where|why|how|which|will|is|are|can|could|did|does|do|has|have|should)\b", re.I)
_LABEL = re.compile(
    r"\b(?:sources?|provenance|references?|links|contested|uncontested|disputed|notes?|credits|corrections?|further reading)\b", re.I
)

BYLINE_CHARACTERS = 120
HEADING_CHARACTERS = 100
HEADING_WORDS = 16
QUESTION_CHARACTERS = 60
QUOTED_START = 40  # a heading may open with a quoted word or two, not with a quotation


def item_marker(line: str) -> int:
    """The length of the list marker that ``line`` opens with, its blanks included; 0 for none."""
    found = _ITEM.match(line)
    return found.end() if found else 0


def heading_marker(line: str) -> int:
    """The length of a Markdown heading's hashes, pasted into plain text; 0 for none."""
    found = _HASHES.match(line)
    return found.end() if found else 0


def starred(line: str) -> tuple[int, int] | None:
    """The part between the stars of a line that is wholly bold in Markdown's way, or None."""
    found = _STARRED.match(line)
    return found.span(2) if found else None


def is_rule(line: str) -> bool:
    """Whether the line only draws a rule (``---``, ``* * *``)."""
    return len(line) <= 200 and _RULE.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether the line says who wrote, and nothing else."""
    opening = _BYLINE.match(line) if len(line) <= BYLINE_CHARACTERS else None
    if opening is None or ends_sentence(line) or _SPEECH.search(line) or _TIME_NAME.match(line, opening.end()):
        return False
    return _NAMES.match(line, opening.end()) is not None


def is_dateline(line: str) -> bool:
    """Whether the whole line is a place, a date or both."""
    return len(line) <= 100 and _DATELINE.match(line) is not None


def opens_as_agency_copy(line: str) -> bool:
    """Whether a paragraph opens with a place, and perhaps a date and an agency, and a dash."""
    return _AGENCY_OPENING.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _SENTENCE_END.search(line, max(0, len(line) - 6)) is not None


def is_one_sentence(line: str) -> bool:
    """Whether no sentence ends inside the line."""
    return _INNER_END.search(line) is None


def speaks(line: str) -> bool:
    """Whether the line says that somebody says something."""
    return _SPEECH.search(line) is not None


def is_label(line: str) -> bool:
    """Whether the line, ending in a colon, names a part of the draft (`Sources:`) and introduces no speech."""
    return (
        line.endswith(":") and len(line) <= 60 and _LABEL.search(line) is not None and not _SPEECH.search(line) and len(line.split()) <= 6
    )


def looks_like_heading(line: str) -> bool:
    """Whether a line could be a heading, its surroundings apart: short, unended, no quotation, no speech, no address."""
    if len(line) > HEADING_CHARACTERS or len(line.split()) > HEADING_WORDS:
        return False
    if line[-1] in ".!…:;,—–-" or not (line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'"):
        return False
    if line[-1] in "\"”’'»)" and ends_sentence(line):
        return False
    if line[0] in '“"' and not 0 < max(line.find("”"), line.find('"', 1)) < QUOTED_START:
        return False
    if line[-1] == "?" and not (len(line) <= QUESTION_CHARACTERS and is_one_sentence(line) and _QUESTION.match(line)):
        return False
    return "://" not in line and not line.startswith("www.") and not _SPEECH.search(line)
