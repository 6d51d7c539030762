"""Nouns and adjectives that attribute: `Russia's claim that …`, `a report by the UN that …`, `is confident that …`.

A noun needs its content beside it (`that`, `to`, `of`); its source is the possessor before it, the agent after it, or nobody: a bare
`the belief that …` is vague.
"""

from __future__ import annotations

from stancelint.analysis.addressees import QUESTIONS
from stancelint.analysis.cues import ABOUT, AS, FOR, INFINITIVE, NAMING, OBJECT, OF, RECKONING, THAT, Cue
from stancelint.analysis.layouts import bounded
from stancelint.analysis.markers import read_reckoning
from stancelint.analysis.noun_phrases import left, right, with_appositive
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.passives import group_of
from stancelint.analysis.tokens import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINER,
    MARK,
    PREPOSITION,
    RELATIVE,
    STARTER,
    SUBJECT,
    SUBORDINATOR,
    VERB,
)
from stancelint.analysis.views import read_equated

_POSSESSIVES = ("'s", "’s")
_OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your", "whose"])
_COPULAS = frozenset(["feel", "feels", "felt", "seem", "seems", "seemed", "remain", "remains", "remained", "sound", "sounds", "sounded"])
_FRAMING_REACH = 12
_ADJECTIVE_REACH = 3  # how many adjectives may stand between a possessor and its noun


def read_noun(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """A noun of saying or thinking with its content."""
    words, takes = page.words, cue.takes
    owner, begin = _owner(page, at, low)
    if takes & RECKONING and owner is not None:
        by = next((i for i in range(owner[1] - 1, max(low, owner[0] - 1) - 1, -1) if words[i] == "by"), -1)
        if 0 <= by < owner[1] - 1:
            return read_reckoning(page, cue, (by + 1, owner[1]), after, low, end)
    stop = after
    if owner is None and stop < end and words[stop] in ("by", "from"):
        far = right(page, stop + 1, end)
        if far > stop + 1:
            owner, stop = (stop + 1, far), far
    if stop >= end:
        return None
    equated = read_equated(page, cue, owner, begin, after, low, end)
    if equated is not None:
        return equated
    word = words[stop]
    wanted = (
        THAT
        if word == "that"
        else INFINITIVE
        if word == "to"
        else OF
        if word == "of"
        else FOR
        if word == "for"
        else ABOUT
        if word == "about"
        else 0
    )
    if word == "for" and takes & NAMING:
        return _naming(page, cue, owner, begin, after, stop, low, end)
    if not takes & wanted and not (word == "of" and takes & AS):
        return None
    if owner is None and at > low and page.capital(at - 1) and not page.bits[at - 1] & (STARTER | MARK | VERB):
        first = left(page, after, low)  # Russian claims that …, the Kremlin narrative that …
        owner, begin = (first, after), at
    if word == "of" and takes & AS:
        return _framing(page, cue, owner, begin, after, stop, end)
    if word != "that" and owner is None:
        return None
    if word == "that" and stop + 1 < end and (page.bits[stop + 1] & (AUXILIARY | VERB) or words[stop + 1].endswith("ed")):
        return None  # a relative: the report that was published
    start = stop if word in ("that", "to") else stop + 1
    content = bounded(page, start, end)
    if content is None:
        return None
    if word == "to":
        content = (content[0], _predicate(page, *content))
    elif begin <= low + 2 or (owner is not None and owner[0] <= low + 2):
        content = (content[0], _main_verb(page, *content))
    relation = "topic" if wanted in (FOR, ABOUT, OF) else "noun"
    return Found(relation, cue.kind, (begin, after), [owner] if owner else [], [content], takes=takes)


def _naming(page: Page, cue: Cue, owner: Range | None, begin: int, after: int, stop: int, low: int, end: int) -> Found | None:
    """`X, Moscow's name for the invasion` and `Moscow's term for the invasion, X`: the name is the source's."""
    words = page.words
    if owner is None:
        return None
    thing = right(page, stop + 1, end)
    if owner[0] > low and words[owner[0] - 1] in (",", "–", "—", "--", "(", "-"):
        edge = owner[0] - 1
        first = page.open_of.get(edge - 1, -1)
        first = first if first >= low else left(page, edge, low)
        if first < edge:
            return Found("caller", cue.kind, (begin, stop + 1), [owner], [(first, edge)], takes=cue.takes)
    if thing < end and (words[thing] in (",", "–", "—", ":", "--") or words[thing] in ("is", "was")):
        content = bounded(page, thing + 1, end, kind="phrase")
        if content is not None:
            return Found("caller", cue.kind, (begin, stop + 1), [owner], [content], takes=cue.takes)
    return None


def _framing(page: Page, cue: Cue, owner: Range | None, begin: int, after: int, stop: int, end: int) -> Found | None:
    """`the Russian framing of the strikes as X`: what stands after `as` is the source's."""
    words = page.words
    for i in range(stop + 1, min(end, stop + _FRAMING_REACH)):
        if words[i] == "as":
            content = bounded(page, i + 1, end)
            return Found("caller", cue.kind, (begin, after), [owner], [content], takes=cue.takes) if content and owner else None
        if page.bits[i] & (MARK | AUXILIARY):
            return None
    return None


def _predicate(page: Page, start: int, end: int) -> int:
    """Where the sentence's own verb ends an infinitive: `the plan to leave was dropped`."""
    bits = page.bits
    for i in range(start + 2, end):
        if bits[i] & (RELATIVE | SUBJECT | SUBORDINATOR) or page.words[i] == "that":
            return end
        if bits[i] & AUXILIARY and bits[i - 1] & PREPOSITION == 0 and not page.capital(i):
            return i
    return end


def _main_verb(page: Page, start: int, end: int) -> int:
    """Where the sentence's own verb ends the clause of a noun that is its subject: `the claim that it had fallen was denied`."""
    bits = page.bits
    groups = 0
    for i in range(start + 1, end):
        bit = bits[i]
        if bit & (JOINER | RELATIVE | SUBORDINATOR) or (bit & SUBJECT and groups) or page.words[i] == "that":
            return end
        if bit & AUXILIARY and not bits[i - 1] & (AUXILIARY | ADVERB) and page.words[i - 1] != "to":
            groups += 1
            if groups == 2:
                return i
    return end


def _owner(page: Page, at: int, low: int) -> tuple[Range | None, int]:
    """The possessor of the noun at ``at``, and where the noun's own phrase begins."""
    words = page.words
    i = at - 1
    while i >= low and at - i <= _ADJECTIVE_REACH and not page.bits[i] and words[i] not in _POSSESSIVES:
        i -= 1
    if i < low:
        return None, at
    if words[i] in _POSSESSIVES:
        begin = left(page, i, low)
        return ((begin, i), i + 1) if begin < i else (None, i + 1)
    if words[i] in _OWNERS:
        return (i, i + 1), i + 1
    if words[i] in ("'", "’") and i > low and words[i - 1].endswith("s"):
        begin = left(page, i, low)
        return ((begin, i), i + 1) if begin < i else (None, i + 1)
    return None, i if page.bits[i] & DETERMINER else at


def read_adjective(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """An adjective of thinking after `be` or `feel`, with its content."""
    words, takes = page.words, cue.takes
    first, be = group_of(page, at, low)
    if not be and first - 1 >= low and words[first - 1] in _COPULAS:
        first, be = first - 1, True
        further, _ = group_of(page, first, low)
        first = further
    if not be or after >= end:
        return None
    word = words[after]
    fits = (
        (takes & THAT and (word == "that" or word in QUESTIONS))
        or (takes & INFINITIVE and word == "to")
        or (takes & ABOUT and word == "about")
        or takes & OBJECT
    )
    if not fits:
        return None
    content = bounded(page, after + 1 if word == "about" else after, end)
    source = subject_before(page, first, low)
    if content is None or source is None:
        return None
    return Found("adjective", cue.kind, (first, after), [source], [content], takes=takes)


def subject_before(page: Page, first: int, low: int) -> Range | None:
    """The subject that ends right before the verb group at ``first``: a phrase, one with an appositive, or what a relative points to."""
    if first - 1 < low:
        return None
    word, bit = page.words[first - 1], page.bits[first - 1]
    if word == ",":
        return with_appositive(page, first - 1, low)
    if bit & RELATIVE or word == "that":
        return (first - 1, first) if first - 1 > low else None
    if bit & MARK:
        return None
    begin = left(page, first, low)
    return (begin, first) if begin < first else None
