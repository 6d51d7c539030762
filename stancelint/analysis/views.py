"""Whose view a sentence gives: `his argument is that …`, `In Lavrov's telling, …`, `If Moscow is to be believed, …`."""

from __future__ import annotations

from stancelint.analysis.clauses import OPENING_QUOTES
from stancelint.analysis.cues import THAT, Cue
from stancelint.analysis.layouts import bounded
from stancelint.analysis.noun_phrases import left, right
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.tokens import ADVERB, AUXILIARY, MARK, PREPOSITION

_POSSESSIVES = ("'s", "’s", "'", "’")
_OWNED = (
    "view opinion eyes eye telling reading account version judgment judgement estimation worldview logic narrative mind words terminology "
    "parlance propaganda interpretation perspective"
)
_VIEWS = frozenset(_OWNED.split())
_BELIEVED = (("is", "to", "be", "believed"), ("are", "to", "be", "believed"))
_TOLD = ("tell", "tells")
_BELIEVE = frozenset(["believe", "believes", "trust", "trusts", "follow", "follows"])
_LONGEST_OPENING = 14
_LONGEST_GROUP = 4


def read_equated(page: Page, cue: Cue, owner: Range | None, begin: int, after: int, low: int, end: int) -> Found | None:
    """A noun of saying that its owner's words are equated with: `Lavrov's argument is that …`, and at the head of a sentence
    `his argument: …`."""
    words, bits = page.words, page.bits
    if owner is None or not cue.takes & THAT or after + 1 >= end:
        return None
    at = after
    while at < min(end - 1, after + _LONGEST_GROUP) and bits[at] & (AUXILIARY | ADVERB):
        at += 1
    if (at > after and words[at] == "that") or (words[after] == ":" and owner[0] == low):
        at += words[at] == ":"
        content = (at, page.close_of[at]) if words[at] in OPENING_QUOTES and at in page.close_of else bounded(page, at, end, kind="that")
        return Found("noun", cue.kind, (begin, after), [owner], [content], takes=cue.takes) if content else None
    return None


def read_view(page: Page, low: int, end: int) -> Found | None:
    """The view that a sentence opens with as somebody's, up to its comma; the rest of the sentence is his."""
    words = page.words
    if low + 3 >= end or words[low] not in ("in", "if", "to", "from"):
        return None
    comma = next((i for i in range(low + 2, min(end, low + _LONGEST_OPENING)) if words[i] == ","), -1)
    if comma < 0:
        return None
    source = _viewer(page, low, comma)
    content = bounded(page, comma + 1, end, kind="that") if source else None
    return Found("according-to", "distancing", (low, low + 1), [source], [content]) if source and content else None


def _viewer(page: Page, low: int, comma: int) -> Range | None:
    words = page.words
    if words[low] in ("in", "from"):
        if words[comma - 1] in _VIEWS and words[comma - 2] in _POSSESSIVES and left(page, comma - 2, low) == low + 1:
            return (low + 1, comma - 2)
        return None
    if words[low] == "if":
        if tuple(words[comma - 4 : comma]) in _BELIEVED and not any(page.bits[i] & (AUXILIARY | MARK) for i in range(low + 1, comma - 4)):
            return (low + 1, comma - 4) if low + 1 < comma - 4 else None
        if (
            words[low + 1] in ("you", "one", "we")
            and words[low + 2] in _BELIEVE
            and not page.bits[low + 3] & PREPOSITION
            and right(page, low + 3, comma) == comma
        ):
            return (low + 3, comma)
        return None
    if words[low + 1] == "hear" and words[comma - 1] == "it" and words[comma - 2] in _TOLD and low + 2 < comma - 2:
        return (low + 2, comma - 2)
    return None
