"""On which side of its source and cue a content stands, and what a cue may take as content.

Three layouts: source, cue, content (`Peskov said the road was closed`); content, source, cue (`The road was closed, Peskov said`), also in
the middle of its content (`The road, he said, was closed`); content, cue, source (`… , said Peskov`).
"""

from __future__ import annotations

from stancelint.analysis.addressees import QUESTIONS, addressee, after_aside
from stancelint.analysis.callers import name_given
from stancelint.analysis.clauses import OPENING_QUOTES, after_cue, content_left, content_right, quotation_ahead
from stancelint.analysis.cues import (
    ADDRESSEE,
    AFTER,
    AFTER_QUOTE,
    AS,
    CLAUSE,
    GERUND,
    INFINITIVE,
    OBJECT,
    QUESTION,
    QUOTE,
    THAT,
    TOPIC,
    Cue,
)
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.purposes import without_purpose
from stancelint.analysis.tokens import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINER,
    MARK,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
)

_DONE = frozenset((".", ",", ";", ":", "—", "–", "--", "!", "?", ")", "-"))
_ASIDE_WORDS = "but who which while although though as because when after before in on at during with whose where"
_ASIDE = frozenset(_ASIDE_WORDS.split())
_LONGEST_ADDRESSEE = 14
_LONGEST_OPENING = 20
_FINITE = AUXILIARY | SUBJECT
_THEMSELVES = frozenset(["himself", "herself", "itself", "themselves"])  # has said so himself
_LIVES = frozenset(["lives", "life"])  # that were claimed
_NEAR_LIVES = 6
_DEEDS_CLAIMED = frozenset(["responsibility", "credit"])  # who claims an attack does not say whom it killed
_NOTHING = frozenset(["little", "nothing", "much", "so", "enough", "more", "less", "anything"])


def lay_out(page: Page, cue: Cue, source: Range, first: int, after: int, low: int, end: int) -> Found | None:
    """The attribution of a source that stands before its verb; the verb group is ``first`` to ``after``."""
    words, bits = page.words, page.bits
    start = after_cue(page, after, end)
    called = name_given(page, cue, source, first, after, start, low, end)
    if called is not None:
        return called
    edge = source[0] - 1
    while edge > low and bits[edge] & JOINER:
        edge -= 1
    so = edge > low and words[edge] == "so" and words[edge - 1] == "," and start < end and words[start] in _DONE
    if edge >= low and (words[edge] == "as" or so) and cue.takes & (AFTER | THAT | QUOTE):
        if cue.takes & AFTER_QUOTE and not cue.takes & AFTER and start < end and _is_deed(words[start]):
            return None  # `as both armies continue to fire`, `as the city began burying its dead`
        return _as_said(page, cue, source, first, after, start, low, end, edge)
    quoted = edge >= low and edge in page.open_of
    if (
        (cue.takes & AFTER or (quoted and cue.takes & AFTER_QUOTE))
        and edge > low
        and (quoted or words[edge] == ",")
        and _follows(page, cue, start, end, low, quoted=quoted)
    ):
        found = parenthetical(page, cue, source, first, after, low, end, edge)
        if found is not None:
            return found
    content = content_after(page, cue, start, end, opening=opens_clause(page, source[0], low))
    if content is None:
        return _gap(page, cue, source, first, after, start, low, end)
    content = without_purpose(page, cue, content)
    relation = relation_of(page, cue, content, "clause")
    return Found(relation, cue.kind, (first, after), [source], [content], takes=cue.takes)


def _is_deed(word: str) -> bool:
    return word in ("to", "with") or (len(word) > 4 and word.endswith("ing"))


def relation_of(page: Page, cue: Cue, content: Range, otherwise: str) -> str:
    """`topic` where a noun phrase after the cue only says what the source speaks of, in the writer's words (`condemned the strike`)."""
    if content[0] < content[1] and page.words[content[0]] in _DEEDS_CLAIMED:
        return "topic"
    if not cue.takes & TOPIC or content[0] >= content[1]:
        return otherwise
    first = page.words[content[0]]
    if first in ("that", "to") or first in QUESTIONS or first in OPENING_QUOTES or page.bits[content[0]] & SUBJECT:
        return otherwise
    return otherwise if "as" in page.words[content[0] : content[1]] else "topic"


def _gap(page: Page, cue: Cue, source: Range, first: int, after: int, start: int, low: int, end: int) -> Found | None:
    """`the road, which Kyiv said was closed`: the content is the relative and what follows the cue."""
    before = source[0] - 1
    if before < low or start >= end or not cue.takes & CLAUSE or not page.bits[start] & AUXILIARY:
        return None
    if not (page.bits[before] & RELATIVE or page.words[before] == "that"):
        return None
    content = bounded(page, start, end)
    return Found("clause", cue.kind, (first, after), [source], [(before, source[0]), content], takes=cue.takes) if content else None


def _as_said(page: Page, cue: Cue, source: Range, first: int, after: int, start: int, low: int, end: int, conjunction: int) -> Found | None:
    """`X, as Peskov said` and `As Peskov said, X`: the content is the clause beside it."""
    words = page.words
    stop = start
    while stop < end and words[stop] not in _DONE:
        if words[stop] == "that" or words[stop] in OPENING_QUOTES or page.bits[stop] & AUXILIARY or stop - start > _LONGEST_ADDRESSEE:
            content = content_after(page, cue, start, end)
            return Found("clause", cue.kind, (first, after), [source], [content], takes=cue.takes) if content else None
        stop += 1
    if conjunction <= low + 1:
        content = bounded(page, stop + 1, end) if stop < end and words[stop] == "," else None
        return Found("as-said", cue.kind, (first, after), [source], [content], takes=cue.takes) if content else None
    if words[conjunction - 1] != ",":
        return None
    begin = content_left(page, conjunction - 1, low, dashes=True)
    if begin >= conjunction - 1:
        return None
    pieces = [(begin, conjunction - 1)]
    if stop + 1 < end and words[stop] == "," and page.bits[stop + 1] & (AUXILIARY | VERB):  # the goal, as Peskov said, is to …
        pieces.append((stop + 1, content_right(page, stop + 1, end, kind="that")))
    return Found("as-said", cue.kind, (first, after), [source], pieces, takes=cue.takes)


def opens_clause(page: Page, at: int, low: int) -> bool:
    """Whether what stands at ``at`` ends with the next comma.

    It does in a clause or phrase that opens its sentence (`While a judge found …, it …`) and in a relative between commas."""
    words, bits = page.words, page.bits
    if bits[at] & RELATIVE and at - 1 > low and words[at - 1] in (",", "(", "-", "–", "—", "--"):
        return True
    while low < at and bits[low] & (JOINER | ADVERB):
        low += 1
    if low >= at or not bits[low] & (SUBORDINATOR | PREPOSITION) or words[low] == "that":
        return False
    return "," not in words[low : min(at, low + _LONGEST_OPENING)] and at - low < _LONGEST_OPENING


def _follows(page: Page, cue: Cue, start: int, end: int, low: int, *, quoted: bool) -> bool:
    """Whether source and cue follow their content: nothing but a mark, an adjunct or somebody told stands after them."""
    words, bits = page.words, page.bits
    if start >= end:
        return True
    word = words[start]
    if word == "(":
        return True  # said on Friday (19 July)
    if word == ":" or (word == "," and start + 1 < end and words[start + 1] in OPENING_QUOTES and bits[low] & (PREPOSITION | SUBORDINATOR)):
        return False
    if word in _DONE:
        return True
    if not quoted and cue.takes & QUOTE and quotation_ahead(page, start, end) > 0:
        return False
    if cue.takes & ADDRESSEE and not bits[start] & PREPOSITION and word != "that" and word not in QUESTIONS:
        start = after_cue(page, addressee(page, start, end), end)
        if start >= end or words[start] in _DONE:
            return True
        word = words[start]
    if word in ("that", "if", "whether") or word in OPENING_QUOTES or (word == "to" and cue.takes & INFINITIVE):
        return False
    if bits[start] & (PREPOSITION | SUBORDINATOR):
        return True
    if quoted and not (bits[low] & (PREPOSITION | SUBORDINATOR) and page.text[page.starts[low]] not in "\"“'‘"):
        return True
    return quoted and bool(bits[start] & DETERMINER) and any(bits[i] & TIME for i in range(start, min(end, start + 4)))


def parenthetical(page: Page, cue: Cue, source: Range, first: int, after: int, low: int, end: int, edge: int) -> Found | None:
    """The content that ends at the mark ``edge`` before a source and its cue, with what goes on after them."""
    words, bits = page.words, page.bits
    opening = page.open_of.get(edge)
    pieces: list[Range] = []
    direct = False
    if opening is not None and opening < low and page.text[page.starts[opening + 1]].islower():
        pieces.append((page.sentence_start(opening), edge + 1))
    elif opening is not None and (
        opening <= low or words[opening - 1] in (":", "—", "–", "--", "-") or page.starts[edge] - page.starts[opening] > 400
    ):
        pieces.append((opening, edge + 1))
        direct = True
    elif opening is not None:
        pieces.append((content_left(page, edge, low), edge + 1))
    else:
        begin = content_left(page, edge, low)
        if edge > begin + 1 or (edge > begin and not bits[begin] & (JOINER | ADVERB)):
            pieces.append((begin, edge))
        after_name = max(after, source[1])
        after_name = after_cue(page, after_name, end)
        if after_name + 1 < end and words[after_name] == "," and not _turns(page, after_name + 1, end):
            stop = content_right(page, after_name + 1, end, kind="that")
            if stop > after_name + 1:
                pieces.append((after_name + 1, stop))
    if not pieces:
        return None
    return Found("after", cue.kind, (first, after), [source], pieces, direct=direct, takes=cue.takes)


def _turns(page: Page, at: int, end: int) -> bool:
    """Whether what follows a parenthetical cue is the writer's, or another cue's."""
    if page.words[at] in _ASIDE:
        return True
    if page.words[at] in OPENING_QUOTES:
        return False
    cues, _ = page.cue_at(at, end)
    return any(cue.forms & GERUND for cue in cues)


def content_after(page: Page, cue: Cue, start: int, end: int, *, opening: bool = False) -> Range | None:
    """The content to the right of a cue, if what stands there is something that the cue can take."""
    words, bits, takes = page.words, page.bits, cue.takes
    if start >= end or (cue.lemma == "claim" and not _LIVES.isdisjoint(words[start : min(end, start + _NEAR_LIVES)])):
        return None
    word, bit = words[start], bits[start]
    rough = takes & CLAUSE and start + _ROUGH < end and _rough_number(words, start)
    stop = next((i for i in range(start + 1, end) if words[i] == ","), end) if rough else start
    if any(bits[i] & _FINITE for i in range(start + 1, stop)):  # else lives that were claimed
        return bounded(page, start, end, opening=opening)
    if word == "," and start + 1 < end and words[start + 1] == "that":
        start += 1
        word, bit = "that", bits[start]
    if word == "," or (bit & PREPOSITION and takes & THAT):
        resumed = after_aside(page, start, end)
        if resumed > 0:
            start, word, bit = resumed, "that", bits[resumed]
    if word == ":" or (word == "," and start + 1 < end and words[start + 1] in OPENING_QUOTES):
        if not takes & (QUOTE | CLAUSE | THAT):
            return None
        if start + 1 >= end:
            return (end, end)  # what the colon opens stands in the next paragraph
        close = page.close_of.get(start + 1)
        return (start + 1, close) if close is not None else bounded(page, start + 1, end)
    if word == "that" or word in OPENING_QUOTES:
        return bounded(page, start, end, opening=opening) if takes & (THAT | QUOTE | OBJECT | TOPIC) else None
    if word in QUESTIONS:
        return bounded(page, start, end, opening=opening) if takes & (QUESTION | OBJECT | TOPIC | CLAUSE) else None
    if word == "to":
        return bounded(page, start, end, opening=opening) if takes & INFINITIVE else None
    if takes & QUOTE and not bit & MARK:
        ahead = quotation_ahead(page, start, end)
        if ahead > 0 and (takes & ADDRESSEE or bit & (PREPOSITION | TIME | SUBORDINATOR)):
            return (ahead, page.close_of[ahead])
    if takes & ADDRESSEE and not bit & (PREPOSITION | SUBJECT | MARK):
        return _told(page, cue, start, end, opening=opening)
    if bit & (MARK | AUXILIARY | JOINER) and word not in ("$", "#", "["):
        return None
    if bit & (PREPOSITION | SUBORDINATOR):
        if (
            not takes & CLAUSE
            or word in ("of", "about", "to", "with", "by", "as")
            or not any(bits[i] & _FINITE for i in range(start + 1, end))
        ):
            return None
        return bounded(page, start, end, opening=opening)
    if takes & AS and "as" not in words[start : min(end, start + _LONGEST_OPENING)]:
        return None
    if word in _THEMSELVES or (word in _NOTHING and (start + 1 >= end or bits[start + 1] or words[start + 1] in _THEMSELVES)):
        return None
    if (
        takes & CLAUSE
        and not takes & OBJECT
        and start + 1 < end
        and words[start + 1] in _DONE
        and words[start].islower()
        and not bit
        and not page.capital(start)
    ):
        return None  # reported inbound, said simply
    if takes & (CLAUSE | OBJECT | TOPIC) or (takes & THAT and bit & SUBJECT):
        return bounded(page, start, end, opening=opening)
    return None


def _rough_number(words: list[str], at: int) -> bool:
    """Whether a count opens here with a word that is elsewhere a preposition or a pronoun: `said about 40 men`, `said more than 40`."""
    first = at + 1 if words[at] == "about" else at + _ROUGH
    if words[at] != "about" and (words[at] not in ("more", "fewer", "less") or words[at + 1] != "than"):
        return False
    return words[first][0].isdigit() or words[first] in _ROUND


_ROUGH = 2  # words of `more than`
_ROUND = frozenset(("half", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"))


def _told(page: Page, cue: Cue, start: int, end: int, *, opening: bool) -> Range | None:
    """The content after somebody who is told: `told reporters (that) …`, `urged Kyiv to …`."""
    words, bits, takes = page.words, page.bits, cue.takes
    told = addressee(page, start, end)
    if told < end and (words[told] == "," or bits[told] & (PREPOSITION | TIME)):
        resumed = after_aside(page, told, end)  # told reporters, according to Reuters, that
        if resumed > 0:
            return bounded(page, resumed, end, opening=opening)
    if told < end:
        word = words[told]
        if word == ":" and told + 1 >= end:
            return (end, end)
        if word in (",", ":") and told + 1 < end and (words[told + 1] in OPENING_QUOTES or word == ":"):
            close = page.close_of.get(told + 1)
            return (told + 1, close) if close is not None else bounded(page, told + 1, end)
        if word == "that" or word in OPENING_QUOTES or word in QUESTIONS or bits[told] & SUBJECT:
            return bounded(page, told, end, opening=opening)
        if word == "to" and takes & INFINITIVE:
            return bounded(page, start, end, opening=opening)
        if takes & CLAUSE and not bits[told] & (MARK | PREPOSITION):
            return bounded(page, told, end, opening=opening)
    if takes & (TOPIC | OBJECT):
        return bounded(page, start, end, opening=opening)
    return None


def bounded(page: Page, start: int, end: int, *, opening: bool = False, kind: str = "") -> Range | None:
    """A content from ``start`` to where the writer comes back; None where nothing is left."""
    stop = content_right(page, start, end, opening=opening, kind=kind)
    return (start, stop) if stop > start else None
