"""Names that somebody gives: in `what Moscow calls X` only X is Moscow's."""

from __future__ import annotations

from stancelint.analysis.clauses import OPENING_QUOTES
from stancelint.analysis.cues import OBJECT, Cue
from stancelint.analysis.noun_phrases import left, right
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.tokens import AUXILIARY, PREPOSITION


def name_given(page: Page, cue: Cue, source: Range, first: int, after: int, start: int, low: int, end: int) -> Found | None:
    """`what Moscow calls X`, `which TASS framed as X`, `X, as Moscow calls it`: only the name is the source's."""
    words = page.words
    before = source[0] - 1
    if before < low or not cue.takes & OBJECT or start >= end:
        return None
    if words[before] == "as" and words[start] in ("it", "them", "this") and before - 1 > low and words[before - 1] == ",":
        begin = left(page, before - 1, low)
        return Found("caller", cue.kind, (first, after), [source], [(begin, before - 1)], takes=cue.takes) if begin < before - 1 else None
    if words[before] not in ("what", "which", "that") or page.bits[start] & AUXILIARY:
        return None
    if words[start] in ("as", "a", "an", "the") or words[start] in OPENING_QUOTES or words[before] == "what":
        at = start + 1 if words[start] == "as" else start
        stop = page.close_of.get(at, 0) or right(page, at, end)
        while stop < end and page.bits[stop] & PREPOSITION and stop + 1 < end:  # a name may hold an adjunct: a special operation in Ukraine
            further = right(page, stop + 1, end)
            if further == stop + 1:
                break
            stop = further
        if stop > at:
            return Found("caller", cue.kind, (first, after), [source], [(at, stop)], takes=cue.takes)
    return None
