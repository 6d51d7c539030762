"""Verbs that attribute: who stands before or after them, and which words are theirs.

Three layouts are told apart by what stands around the verb: source, cue, content (`Peskov said the road was closed`);
content, source, cue (`The road was closed, Peskov said`); content, cue, source (`… , said Peskov`). Participles (`adding that …`)
take the source of their sentence; a verb after `and` that of the verb before it.
"""

from __future__ import annotations

from stancelint.analysis.clauses import after_cue, content_left, content_right
from stancelint.analysis.cues import (
    ADDRESSEE,
    AFTER,
    BASE,
    CLAUSE,
    GERUND,
    INFINITIVE,
    INVERTED,
    OBJECT,
    PARTICIPLE,
    PAST,
    QUESTION,
    QUOTE,
    THAT,
    THIRD,
    TOPIC,
    Cue,
)
from stancelint.analysis.noun_phrases import left, right, with_appositive
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.tokens import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINER,
    MARK,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from stancelint.analysis.tokens import (
    OBJECT as OBJECT_PRONOUN,
)

_BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "’s",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "isn’t",
        "aren’t",
        "wasn’t",
        "weren’t",
    ]
)
_OPENING = frozenset("\"“„‘'«") | {"''", "``"}
_CLOSING = frozenset("\"”»’'") | {"''"}
_WH = frozenset(["if", "whether", "what", "who", "how", "why", "when", "where", "which", "whom"])
_AFTER_CONTENT = frozenset((".", ",", ";", ":", "—", "–", "--", "!", "?", ")", "-"))


def read_verb(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """The attribution that the verb at tokens ``at`` to ``after`` makes inside its sentence ``low`` to ``end``, or None.

    ``earlier`` are the attributions of the same sentence so far: participles and coordinated verbs borrow their source."""
    words, bits = page.words, page.bits
    before = at - 1
    first = at  # where the verb group begins
    passive = perfect = progressive = modal = to = False
    while before >= low:
        bit, word = bits[before], words[before]
        if word in _BE and not (word in ("'s", "’s") and not cue.forms & (GERUND | PARTICIPLE)):
            progressive = bool(cue.forms & GERUND)
            passive = passive or (bool(cue.forms & PARTICIPLE) and not perfect)
        elif bit & AUXILIARY:
            perfect = perfect or word.startswith("ha")
            modal = modal or bool(bit & MODAL) or word.startswith("d")
        elif word == "to" and cue.forms & BASE:
            to = True
        elif not bit & (ADVERB | NEGATION) or bit & SUBORDINATOR:
            break
        first = before
        before -= 1
    if passive:
        return None
    participle = bool(cue.forms & GERUND) and not progressive
    if to and not modal:
        return _borrowed(page, cue, at, after, low, end, earlier)
    if participle:
        if before >= low and (bits[before] & DETERMINER or words[before] in ("'s", "’s")):
            return None
        return _borrowed(page, cue, at, after, low, end, earlier)
    if before < low:
        if cue.takes & INVERTED or first > at:
            return None
        return _borrowed(page, cue, at, after, low, end, earlier) if cue.forms & PAST and low == at else None
    word, bit = words[before], bits[before]
    if (
        bit & DETERMINER
        and not bit & PRONOUN
        and word not in ("some", "many", "others", "both", "most", "few", "all", "several", "another", "each", "this", "that")
    ):
        return None
    if word in ("'s", "’s") or (bit & PREPOSITION and word != "that"):
        return None
    quoted_left = before in page.open_of
    if (word == "," or quoted_left or word in ("—", "–", "--", "?", "!")) and cue.takes & INVERTED and first == at:
        name = right(page, after, end)
        if name > after and not bits[after] & (PREPOSITION | TIME) and words[after] not in _WH and not bits[after] & OBJECT_PRONOUN:
            return _inverted(page, cue, at, after, name, before, low, end)
    if bit & JOINER or word in ("then",):
        return _borrowed(page, cue, at, after, low, end, earlier)
    source: Range | None
    if word == ",":
        source = with_appositive(page, before, low)
        if source is None:
            return None
    elif bit & RELATIVE or word == "that":
        stop = before - 1 if before - 1 >= low and words[before - 1] == "," else before
        begin = left(page, stop, low)
        if begin == stop:
            return None
        source = (begin, stop)
    elif bit & MARK:
        if word in (")",):
            opening = before
            while opening > low and words[opening] != "(":
                opening -= 1
            begin = left(page, opening, low)
            source = (begin, opening) if begin < opening else None
        elif word in ("—", "–", "--"):
            source = with_appositive(page, before, low)
        else:
            source = None
        if source is None:
            return None
    else:
        begin = left(page, before + 1, low)
        if begin > before:
            return None
        source = (begin, before + 1)
        if cue.forms == BASE and not modal and not _plural(page, before):
            return None
        if cue.forms & THIRD and not cue.forms & BASE and bits[before] & TIME:
            return None
    return _layout(page, cue, source, first, after, low, end)


def _plural(page: Page, head: int) -> bool:
    """Whether the head of a subject can stand before a base form: `officials say`, `they say`, `many say`."""
    word = page.words[head]
    return (
        (bool(page.bits[head] & (PRONOUN | DETERMINER)) and word not in ("he", "she", "it", "a", "an", "the"))
        or word.endswith("s")
        or word in ("people", "media", "police", "women", "men", "children")
    )


def _layout(page: Page, cue: Cue, source: Range, first: int, after: int, low: int, end: int) -> Found | None:
    """Decide on which side of source and cue the content stands."""
    words, bits = page.words, page.bits
    start = after_cue(page, after, end)
    edge = source[0] - 1
    before_comma = edge > low and words[edge] == ","
    quoted_left = edge >= low and edge in page.open_of
    nothing_after = start >= end or words[start] in _AFTER_CONTENT
    adjunct_after = start < end and bool(bits[start] & (PREPOSITION | SUBORDINATOR)) and words[start] not in ("that", "if", "whether", "to")
    opens_quote = start < end and (
        words[start] in _OPENING
        or (words[start] in (",", ":") and start + 1 < end and words[start + 1] in _OPENING and start + 1 in page.close_of)
    )
    if cue.takes & AFTER and (quoted_left or before_comma) and not (opens_quote and words[start] == ":"):
        if cue.takes & ADDRESSEE and not nothing_after:
            told = _addressee(page, start, end)
            told = after_cue(page, told, end)
            if told >= end or words[told] in _AFTER_CONTENT or bits[told] & PREPOSITION:
                nothing_after = True
        if nothing_after or adjunct_after or quoted_left:
            return _parenthetical(page, cue, source, first, after, start, low, end, edge)
    content = _content_after(page, cue, start, end)
    if content is None:
        return None
    relation = "topic" if not cue.takes & ~TOPIC else "clause"
    return Found(relation, cue.kind, (first, after), [source], [content], takes=cue.takes)


def _parenthetical(page: Page, cue: Cue, source: Range, first: int, after: int, start: int, low: int, end: int, edge: int) -> Found | None:
    pieces: list[Range] = []
    opening = page.open_of.get(edge)
    if opening is None and page.words[edge] == "," and edge - 1 in page.open_of and page.open_of[edge - 1] < low:
        opening = page.open_of[edge - 1]
    if opening is not None:
        begin = opening if opening <= low else content_left(page, edge, low)
        pieces.append((begin, edge + 1))
    else:
        begin = content_left(page, edge, low)
        if edge > begin:
            pieces.append((begin, edge))
    if not pieces:
        return None
    return Found("after", cue.kind, (first, after), [source], pieces, direct=opening is not None and opening <= low, takes=cue.takes)


def _inverted(page: Page, cue: Cue, at: int, after: int, name: int, edge: int, low: int, end: int) -> Found | None:
    source = (after, name)
    found = _parenthetical(page, cue, source, at, after, name, low, end, edge)
    if found:
        found.relation = "inverted"
    return found


def _content_after(page: Page, cue: Cue, start: int, end: int) -> Range | None:
    """The content to the right of a cue, if what stands there is something that the cue can take."""
    words, bits, takes = page.words, page.bits, cue.takes
    if start >= end:
        return None
    word = words[start]
    if word in (",", ":") and start + 1 < end and (words[start + 1] in _OPENING or word == ":"):
        if not takes & (QUOTE | CLAUSE | THAT):
            return None
        start += 1
        close = page.close_of.get(start)
        if close is not None:
            return (start, close)
        return _bounded(page, start, end)
    if takes & ADDRESSEE and word not in ("that", "to") and word not in _WH and word not in _OPENING and not bits[start] & PREPOSITION:
        told = _addressee(page, start, end)
        if told < end:
            next_word = words[told]
            if (
                next_word == "that"
                or next_word in _OPENING
                or next_word in _WH
                or (next_word in (",", ":") and told + 1 < end and words[told + 1] in _OPENING)
            ):
                start = told + (next_word in (",", ":"))
                close = page.close_of.get(start)
                return (start, close) if close is not None and next_word in (",", ":") else _bounded(page, start, end)
            if (
                (next_word == "to" and takes & INFINITIVE)
                or bits[told] & SUBJECT
                or (takes & CLAUSE and told > start and not bits[told] & (MARK | PREPOSITION))
            ):
                return _bounded(page, told, end)
        if not takes & (TOPIC | OBJECT):
            return _bounded(page, start, end) if takes & CLAUSE and bits[start] & SUBJECT else None
        return _bounded(page, start, end)
    if word == "that" or word in _OPENING:
        return _bounded(page, start, end) if takes & (THAT | QUOTE | OBJECT | TOPIC) else None
    if word in _WH:
        return _bounded(page, start, end) if takes & (QUESTION | OBJECT | TOPIC | CLAUSE) else None
    if word == "to":
        return _bounded(page, start, end) if takes & (INFINITIVE) else None
    if bits[start] & (MARK | AUXILIARY | JOINER) and word not in ("$", "#", "["):
        return None
    if bits[start] & PREPOSITION:
        return _bounded(page, start, end) if takes & CLAUSE and page.words[start] not in ("of", "about", "to", "with", "by") else None
    if takes & CLAUSE or takes & (OBJECT | TOPIC):
        return _bounded(page, start, end)
    return None


def _addressee(page: Page, start: int, end: int) -> int:
    """The token after somebody who is told: one pronoun, one noun, or a phrase up to `that`."""
    words, bits = page.words, page.bits
    if start >= end:
        return start
    if bits[start] & (OBJECT_PRONOUN | PRONOUN):
        return start + 1
    limit = min(end, start + 14)
    for j in range(start, limit):
        if words[j] == "that" or words[j] in _OPENING or (words[j] in (",", ":", "to") and j > start) or words[j] in _WH:
            return j
        if bits[j] & SUBJECT or words[j] in ("on", "in", "at", "during", "after") or bits[j] & TIME or bits[j] & MARK:
            k = after_cue(page, j, end)
            return k if k > j else j
    return (
        right(page, start, end)
        if not bits[start] and not page.capital(start) and False
        else start + 1
        if not bits[start] & DETERMINER
        else right(page, start, end)
    )


def _bounded(page: Page, start: int, end: int) -> Range | None:
    stop = content_right(page, start, end)
    return (start, stop) if stop > start else None


def _borrowed(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """A participle, an infinitive or a coordinated verb: its source is that of the sentence."""
    start = after_cue(page, after, end)
    content = _content_after(page, cue, start, end)
    if content is None:
        return None
    source = next((found.sources[0] for found in reversed(earlier) if found.sources and found.sources[0][0] < at), None) or subject_of(
        page, low, at
    )
    if source is None:
        return None
    relation = "topic" if not cue.takes & ~TOPIC else "participle"
    return Found(relation, cue.kind, (at, after), [source], [content], takes=cue.takes)


def subject_of(page: Page, low: int, at: int) -> Range | None:
    """A guess at the subject of the sentence that begins at ``low``: its first noun phrase that is no place or date."""
    bits, words = page.bits, page.words
    i = low
    if (i < at and bits[i] & PREPOSITION) or bits[i] & SUBORDINATOR:
        while i < at and words[i] != ",":
            i += 1
        i += 1
    while i < at and bits[i] & (MARK | JOINER | ADVERB | TIME):
        i += 1
    stop = right(page, i, at)
    return (i, stop) if i < stop <= at else None
