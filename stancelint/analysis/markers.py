"""`According to`, `per`, `citing`, `in the words of`: cues that stand before their source and on either side of the content."""

from __future__ import annotations

from stancelint.analysis.clauses import content_left, content_right
from stancelint.analysis.cues import Cue
from stancelint.analysis.noun_phrases import right
from stancelint.analysis.page import Found, Page
from stancelint.analysis.tokens import SUBJECT

_STOPS = frozenset((",", ".", ";", ":", "—", "–", "--", ")", "?", "!"))


def read_marker(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """The attribution that a marker at tokens ``at`` to ``after`` makes in the sentence ``low`` to ``end``."""
    words = page.words
    if cue.lemma in ("citing", "quoting"):
        return _cited(page, at, after, end, earlier)
    if cue.lemma == "per" and (after >= end or not (page.capital(after) or words[after] == "the")):
        return None
    stop = after
    while stop < end and words[stop] not in _STOPS:
        if stop > after and page.bits[stop] & SUBJECT:
            break
        stop += 1
    if stop == after:
        return None
    before = at - 1
    opens = before < low or (words[before] in ("but", "and", "yet", "so", "—", "–", "--", ";", ":") and before - 1 < low + 1)
    if opens and stop < end and words[stop] == ",":
        begin, limit = stop + 1, content_right(page, stop + 1, end)
        if limit > begin:
            return Found("according-to", cue.kind, (at, after), [(after, stop)], [(begin, limit)])
    edge = at - 1 if words[at - 1] == "," else at
    begin = content_left(page, edge, low)
    for one in earlier:
        if one.cue and one.content and one.content[-1][0] >= one.cue[1] and one.content[-1][1] >= edge:
            begin = max(begin, one.content[-1][0])
    if edge <= begin:
        return None
    return Found("according-to", cue.kind, (at, after), [(after, stop)], [(begin, edge)])


def _cited(page: Page, at: int, after: int, end: int, earlier: list[Found]) -> Found | None:
    stop = right(page, after, end)
    if stop == after:
        return None
    for one in reversed(earlier):
        if one.sources:
            one.origin = (after, stop)
            break
    return None
