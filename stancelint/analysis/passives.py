"""Cues whose subject is part of what is said: `is expected to`, `was accused of`, `is seen as`, `seems to`.

The agent of a passive (`condemned by Kyiv`, `billed by Moscow as …`) is its source; without one nobody can be asked.
"""

from __future__ import annotations

from stancelint.analysis.addressees import QUESTIONS
from stancelint.analysis.clauses import OPENING_QUOTES
from stancelint.analysis.cues import AS, FOR, HOLDER, INFINITIVE, OBJECT, OF, QUESTION, TOPIC, Cue
from stancelint.analysis.layouts import bounded
from stancelint.analysis.noun_phrases import left, right, with_appositive
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.tokens import ADVERB, AUXILIARY, JOINER, MARK, NEGATION, PREPOSITION, RELATIVE, SUBJECT, SUBORDINATOR, TIME
from stancelint.analysis.verb_cues import BE

_TOLD = frozenset(("told", "informed", "assured", "warned"))
_REACH = 8


def group_of(page: Page, at: int, low: int) -> tuple[int, bool]:
    """Where the verb group before ``at`` begins, and whether a form of `be` is in it."""
    words, bits = page.words, page.bits
    first, be = at, False
    i = at - 1
    while i >= max(low, at - _REACH) and bits[i] & (AUXILIARY | ADVERB | NEGATION) and not bits[i] & SUBORDINATOR:
        be = be or words[i] in BE or words[i] in ("'re", "’re")
        first = i
        i -= 1
    return first, be


def read_passive(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """A participle after `be` that says what is believed, expected or said of its subject."""
    words, takes = page.words, cue.takes
    first, be = group_of(page, at, low)
    if takes & (QUESTION | TOPIC):
        return _questioned(page, cue, first, at, after, low, end, be=be)
    if not be or after >= end:
        return None
    follows = words[after]
    fits = (
        (takes & INFINITIVE and follows == "to")
        or (takes & AS and follows == "as")
        or (takes & FOR and follows == "for")
        or (takes & OF and follows == "of")
        or (takes & OBJECT and not page.bits[after] & (MARK | PREPOSITION | SUBORDINATOR | AUXILIARY | ADVERB | TIME | JOINER))
    )
    if not fits:
        return None
    return _raised(page, cue, first, after, after, low, end)


def read_raising(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """`seem` and `appear` with what follows them."""
    words, bits = page.words, page.bits
    if after >= end or page.capital(at):
        return None
    word = words[after]
    if cue.lemma == "appear" and word not in ("to", "that"):
        return None
    if bits[after] & (MARK | SUBORDINATOR) and word not in ("that", "as", "to") and word not in OPENING_QUOTES:
        return None
    first, _ = group_of(page, at, low)
    return _raised(page, cue, first, after, after, low, end)


def _raised(page: Page, cue: Cue, first: int, after: int, start: int, low: int, end: int) -> Found | None:
    words, bits = page.words, page.bits
    if words[start] in ("for", "of"):
        start += 1
    content = bounded(page, start, end, opening=bool(bits[low] & SUBORDINATOR) and words[low] != "that" and first - low < 8)
    if content is None:
        return None
    pieces: list[Range] = []
    if first - 1 >= low:
        if bits[first - 1] & RELATIVE or words[first - 1] == "that":
            pieces.append((first - 1, first))
        elif words[first - 1] == ",":
            whole = with_appositive(page, first - 1, low)
            if whole is not None:
                pieces.append(whole)
        else:
            begin = left(page, first, low)
            if begin < first and words[begin] not in ("it", "there"):
                pieces.append((begin, first))
    holder = pieces[:1] if cue.takes & HOLDER else [(first, after)] if cue.lemma in page.cues.nobody else []
    pieces.append(content)
    return Found("raising", cue.kind, (first, after), holder, pieces, takes=cue.takes)


def _questioned(page: Page, cue: Cue, first: int, at: int, after: int, low: int, end: int, *, be: bool) -> Found | None:
    """`was asked whether …`, `Asked about …, she said`: a question that nobody need have put."""
    words, bits = page.words, page.bits
    opens = at == low or (at == low + 1 and words[low] in OPENING_QUOTES)  # `Medvedev warned that …` is no passive
    if not be and not opens and words[at - 1] not in (",", "when"):
        return None
    if after >= end:
        return None
    word = words[after]
    if bits[after] & (PREPOSITION | TIME) and word not in ("about", "by", "to"):  # Asked on Tuesday whether …
        for i in range(after, min(end, after + _REACH)):
            if words[i] in QUESTIONS:
                after, word = i, words[i]
                break
            if bits[i] & (MARK | AUXILIARY | SUBJECT):
                break
    named = " " in cue.lemma
    if not named and word not in QUESTIONS and word not in ("that", "to", "about", "by"):
        return None
    if word == "by":
        stop = right(page, after + 1, end)
        rest = stop
        if stop == after + 1:
            return None  # `asked by which road`: nobody is named
        if rest < end and (words[rest] in QUESTIONS or words[rest] in ("about", "to")):
            content = bounded(page, rest, end, opening=not be)
            return Found("asked", cue.kind, (first, after), [(after + 1, stop)], [content], takes=cue.takes) if content else None
        return None
    start = after + 1 if word == "about" else after
    content = bounded(page, start, end, opening=not be)
    return Found("asked", cue.kind, (first, start), [], [content], takes=cue.takes) if content else None


def read_impersonal(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """`it is claimed that …`: said by nobody who could be asked; the cue stands where a source should."""
    if after >= end or page.words[after] != "that":
        return None
    first, be = group_of(page, at, low)
    if not be or first <= low or page.words[first - 1] != "it":
        return None
    content = bounded(page, after, end)
    return Found("impersonal", cue.kind, (first, after), [(first, after)], [content], takes=cue.takes) if content else None


def _told(page: Page, start: int, stop: int, end: int) -> tuple[Range, Range] | None:
    """Who told, with an appositive, and what: `was told by its chief doctor, Larysa Tkach, that …`. The subject only heard it."""
    words, then = page.words, stop
    if then < end and words[then] == ",":
        aside = next((i for i in range(then + 1, min(end, then + _REACH)) if words[i] == ","), -1)
        then = aside + 1 if aside > 0 else then
    if then >= end or words[then] != "that":
        return None
    content = bounded(page, then, end)
    return ((start, then - (words[then - 1] == ",")), content) if content is not None else None


def read_agent(page: Page, cue: Cue, at: int, after: int, low: int, end: int) -> Found | None:
    """A passive with its agent: `was condemned by Kyiv`, `described by Moscow as a liberation`, `dubbed by the Kremlin …`."""
    words = page.words
    if after >= end or words[after] != "by" or (cue.kind == "cognition" and not cue.takes & TOPIC):
        return None
    stop = right(page, after + 1, end)
    if stop == after + 1 or words[after + 1].endswith("ing"):
        return None
    first, be = group_of(page, at, low)
    told = _told(page, after + 1, stop, end) if be and words[at] in _TOLD else None
    if told is not None:
        return Found("agent", cue.kind, (first, after), [told[0]], [told[1]], takes=cue.takes)
    if stop < end and (words[stop] in ("as", "that", "to") or words[stop] in OPENING_QUOTES):
        called = stop + 1 if words[stop] == "as" else stop
        content = bounded(page, called, end, opening=at > low and words[at - 1] in (",", "(", "–", "—", "-", "--"))
        if content is not None and not be:
            return Found("caller", cue.kind, (at, after), [(after + 1, stop)], [content], takes=cue.takes)
        begin = left(page, first, low)
        pieces = [(begin, first)] if begin < first else []
        if content is not None:
            pieces.append(content)
        return Found("agent", cue.kind, (first, after), [(after + 1, stop)], pieces, takes=cue.takes) if pieces else None
    edge = first
    if edge > low and page.words[edge - 1] == ",":
        edge -= 1
    begin = left(page, edge, low)
    if begin == edge:
        return None
    relation = "topic" if not cue.takes & ~(TOPIC | OBJECT) else "agent"
    return Found(relation, cue.kind, (first, after), [(after + 1, stop)], [(begin, edge)], takes=cue.takes)
