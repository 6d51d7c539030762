"""Whoever a clause with `who` describes: of `rescuers who dug from noon until dark counted nine` the rescuers speak, and not the dark."""

from __future__ import annotations

from stancelint.analysis.noun_phrases import left
from stancelint.analysis.page import Page, Range
from stancelint.analysis.speakers import is_vague
from stancelint.analysis.tokens import ADVERB, AUXILIARY, DETERMINER, JOINER, MARK, PREPOSITION, PRONOUN, SUBJECT, VERB

_WHO = frozenset(("who", "that", "which"))
_REACH = 16  # words between the relative and the verb of saying
_DEEDS_WORDS = (
    "ate bought broke caught chose cut dealt did drank drew drove dug fed fell felt fled flew fought gave grew heard hid knew laid "
    "lay lent lit read rode sat saw sent shut slept sold spoke spread stood stuck swam swept taught threw told took wore woke wrote "
    "wept wound"
)
_DEEDS = frozenset(_DEEDS_WORDS.split())


def described(page: Page, head: int, low: int, after: int, end: int) -> Range | None:
    """The phrase that a relative clause ending at token ``head`` describes, whose verb stands next; None where no such clause ends there.

    In `a man who officials in Kyiv said was a spy` the officials speak: what follows, from ``after`` to ``end``, is a verb."""
    words, bits = page.words, page.bits
    stop = max(low, head - _REACH)
    at = next((i for i in range(head, stop, -1) if bits[i] & (MARK | JOINER) or words[i] in _WHO), -1)
    if at <= low or words[at] not in _WHO or bits[at - 1] & (MARK | PREPOSITION | JOINER | AUXILIARY | VERB):
        return None
    deed = at + 1
    while deed < head and bits[deed] & ADVERB and not bits[deed] & AUXILIARY:
        deed += 1
    begin = left(page, at, low)
    if deed > head or (after < end and bits[after] & AUXILIARY) or not _is_deed(page, deed, plain=words[at] == "who" or begin == low):
        return None
    if begin < at and is_vague(page.cues, page, (begin, at), words[begin:at]) and any(map(page.capital, range(deed, head + 1))):
        return (begin, head + 1)  # residents who fled to Kherson: the place narrows them
    return (begin, at) if begin < at else None


def _is_deed(page: Page, at: int, *, plain: bool) -> bool:
    """Whether a word right behind the relative is its verb; only where ``plain`` is a bare `works` one."""
    word, bit = page.words[at], page.bits[at]
    if bit & (AUXILIARY | VERB):
        return True
    if bit & (DETERMINER | PRONOUN | SUBJECT | PREPOSITION) or page.capital(at) or word in page.cues.vague or word in page.cues.persons:
        return False
    if word in _DEEDS or word.endswith("ed"):
        return True
    return plain and word.endswith("s") and not word.endswith("ss") and bool(page.bits[at + 1] & (PREPOSITION | DETERMINER))
