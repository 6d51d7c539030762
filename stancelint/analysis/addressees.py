"""Who is told, and where the words begin that they hear: `told reporters on Friday, according to Reuters, that …`."""

from __future__ import annotations

from stancelint.analysis.clauses import OPENING_QUOTES, after_cue
from stancelint.analysis.noun_phrases import right
from stancelint.analysis.page import Page
from stancelint.analysis.tokens import AUXILIARY, DETERMINER, MARK, PRONOUN, SUBJECT, TIME
from stancelint.analysis.tokens import OBJECT as OBJECT_PRONOUN

QUESTIONS = frozenset(["if", "whether", "what", "who", "how", "why", "when", "where", "which", "whom"])
_LONGEST_ADDRESSEE = 14
_LONGEST_OPENING = 20


def addressee(page: Page, start: int, end: int) -> int:
    """The token after somebody who is told: one pronoun, one noun, or a phrase up to the words they hear."""
    words, bits = page.words, page.bits
    if start >= end:
        return start
    if bits[start] & (OBJECT_PRONOUN | PRONOUN):
        return start + 1
    adjunct = 0
    for j in range(start, min(end, start + _LONGEST_ADDRESSEE)):
        word = words[j]
        if word == "that" or word in OPENING_QUOTES or word in QUESTIONS or (word in (",", ":", "to") and j > start):
            return j if word not in (",", "to") or not adjunct else adjunct
        if bits[j] & SUBJECT:
            return j
        if word == "." and j > start and page.ends[j - 1] == page.starts[j]:
            continue  # told Mr. Putin
        if bits[j] & (MARK | AUXILIARY):
            break
        if not adjunct and (bits[j] & TIME or word in ("on", "in", "at", "during", "after")):
            adjunct = j
    if adjunct:
        return max(adjunct, after_cue(page, adjunct, end))
    return right(page, start, end) if bits[start] & DETERMINER else start + 1


def after_aside(page: Page, start: int, end: int) -> int:
    """The `that` which takes a cue up again behind an aside: `said on Monday, when asked, that …`; -1 without one."""
    aside = False
    for i in range(start, min(end - 1, start + _LONGEST_OPENING)):
        word = page.words[i]
        if word == ",":
            if aside and page.words[i + 1] == "that":
                return i + 1
            aside = True
        elif word in (";", ":") or word in OPENING_QUOTES or (not aside and page.bits[i] & (AUXILIARY | SUBJECT)):
            return -1
    return -1
