"""`According to`, `per`, `citing`, `in the words of`, `In a poll, …`, `(Reuters)`: cues that are no verbs.

They stand before their source, and on either side of the content.
"""

from __future__ import annotations

from collections.abc import Sequence

from stancelint.analysis.clauses import content_left
from stancelint.analysis.cues import Cue
from stancelint.analysis.layouts import bounded
from stancelint.analysis.noun_phrases import left, right
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.passives import group_of
from stancelint.analysis.short_forms import abbreviates
from stancelint.analysis.tokens import ADVERB, AUXILIARY, DETERMINER, JOINER, MARK, PREPOSITION, SUBJECT, TIME

_STOPS = frozenset((",", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!"))
_LONGEST_OPENING, _LONGEST_HEAD, _LONGEST_CITATION = 20, 7, 14
_LONGEST_SOURCE = 60
_CITING = ("citing", "quoting")
_MEASURING = ("according to", "in accordance with")


def read_marker(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """The attribution that a marker at tokens ``at`` to ``after`` makes in the sentence ``low`` to ``end``."""
    words = page.words
    if cue.lemma in _CITING:
        stop = right(page, after, end)
        page.cited = (after, stop) if stop > after else None
        return None
    if cue.lemma == "per" and (after >= end or not (page.capital(after) or words[after] == "the")):
        return None
    stop = after
    end_of_source = min(end, after + _LONGEST_SOURCE)
    while stop < end_of_source and words[stop] not in _STOPS:
        if stop > after and page.bits[stop] & SUBJECT:
            break
        stop += 1
    if stop == after:
        return None
    named = _each(page, after, stop)
    near = right(page, after, stop)
    if near > after and cue.lemma in _MEASURING and _head(words[after:near]) in page.cues.yardsticks:
        return None  # it went according to the script: nobody says so
    if near < stop and at == low and page.bits[near] & (DETERMINER | SUBJECT) and not page.bits[near - 1] & PREPOSITION:
        content = bounded(page, near, end, kind="that")  # no comma: According to TASS the town fell
        return Found("according-to", cue.kind, (at, after), [(after, near)], [content]) if content else None
    before = at - 1
    opens = before < low or (words[before] in ("but", "and", "yet", "so", "—", "–", "--", ";", ":") and before - 1 < low + 1)
    comma = _behind_initials(words, stop, end)
    if opens and comma < end and words[comma] == ",":
        content = bounded(page, comma + 1, end, kind="that")
        if content is not None:
            return Found("according-to", cue.kind, (at, after), named, [content])
    if opens and stop < end and words[stop] == ":":
        return Found("according-to", cue.kind, (at, after), named, [(end, end)])
    edge = before if words[before] == "," else at
    begin = content_left(page, edge, low)
    for one in earlier[-1:]:
        if one.relation == "according-to" and one.sources[-1][1] < edge:
            begin = max(begin, one.sources[-1][1] + (words[one.sources[-1][1]] in (",", "and")))
    if edge <= begin:
        return None
    pieces = [(begin, edge)]
    if words[before] == "," and stop < end and words[stop] == "," and _is_fronted(page, begin, edge, stop + 1):
        behind = bounded(page, stop + 1, end, kind="that")  # In June, according to the mission, nine were killed
        pieces += [behind] if behind is not None else []
    return Found("according-to", cue.kind, (at, after), named, pieces)


def _each(page: Page, after: int, stop: int) -> list[Range]:
    """The sources that one marker names: two in `according to the mayor and to Reuters`."""
    words = page.words
    both = next((i for i in range(after + 1, stop - 2) if words[i] == "and" and words[i + 1] == "to"), None)
    return [(after, stop)] if both is None else [(after, both), (both + 2, stop)]


def _head(phrase: Sequence[str]) -> str:
    """The noun that a noun phrase is about: `schedule` in `the schedule of the spring`."""
    return phrase[phrase.index("of") - 1] if "of" in phrase[1:] else phrase[-1]


def _behind_initials(words: list[str], at: int, end: int) -> int:
    """The token behind the initials of a source in brackets: `According to the mission (HRMMU), nine …`; ``at`` where there are none."""
    return at + 3 if at + 3 < end and words[at] == "(" and words[at + 2] == ")" else at


def _is_fronted(page: Page, first: int, edge: int, after: int) -> bool:
    """Whether only a time, a place or the subject stands before a marker, and the verb of the sentence is still to come."""
    if page.bits[first] & (PREPOSITION | TIME | ADVERB) == 0 and not page.bits[after] & AUXILIARY:
        return False
    return not any(page.bits[i] & (AUXILIARY | SUBJECT | MARK) for i in range(first, edge))


def read_reckoning(page: Page, cue: Cue, owner: Range, after: int, low: int, end: int) -> Found | None:
    """`Nine were killed, by the mayor's count` and `By the mayor's count, nine were killed`: the noun ends at ``after``."""
    words, at = page.words, owner[0] - 1
    if at == low:
        content = bounded(page, after + (words[after : after + 1] == [","]), end, kind="that")
    elif after < end and not page.bits[after] & (MARK | PREPOSITION | JOINER):
        return None  # by the army's account manager
    else:
        edge = at - 1 if words[at - 1] == "," else at
        begin = content_left(page, edge, low)
        content = (begin, edge) if begin < edge else None
    return Found("according-to", cue.kind, (at, at + 1), [owner], [content]) if content else None


def read_container(page: Page, low: int, end: int, before: Found | None) -> Found | None:
    """`In a poll released Monday, …`: a sentence that opens with what its words stand in, and has no other cue.

    `In the same post, …` needs ``before``, what was said last in its paragraph: its source goes on."""
    words = page.words
    if low + 3 >= end or words[low] not in ("in", "on", "under"):
        return None
    limit = min(end, low + _LONGEST_OPENING)
    comma = low + 1
    head = -1
    while comma < limit and words[comma] not in (",", ";", ":"):
        if head < 0 and words[comma] in page.cues.containers:
            head = comma
        if page.bits[comma] & SUBJECT:
            return None
        comma += 1
    if head < 0 or comma >= limit or words[comma] != "," or head - low > _LONGEST_HEAD:
        return None
    if (
        head + 1 < comma
        and not page.bits[head + 1] & (PREPOSITION | TIME)
        and not words[head + 1].endswith("ed")
        and words[head + 1] != "published"
    ):
        return None
    content = bounded(page, comma + 1, end)
    if content is None:
        return None
    if words[low + 1] in ("the", "that", "his", "her", "its", "their", "another") and before is not None and before.sources:
        return Found("container", before.kind, (low, comma), before.sources[:1], [content])
    return Found("container", "report", (low, low + 1), [(low + 1, comma)], [content])


def read_citation(page: Page, low: int, end: int) -> Found | None:
    """`… (Reuters).` or `… . (AFP, BBC News)`: a known outlet in brackets behind a sentence stands for it."""
    words = page.words
    last = end - 1
    while last > low and words[last] in (".", "!", "?"):
        last -= 1
    if words[last] != ")":
        return None
    opening = last - 1
    while opening >= low and words[opening] != "(" and last - opening < _LONGEST_CITATION:
        opening -= 1
    if opening < low or words[opening] != "(" or opening + 1 >= last:
        return None
    sources = []
    first = opening + 1
    for i in range(opening + 1, last + 1):
        if i == last or words[i] in (",", ";", "/", "and"):
            if i > first:
                text = page.text[page.starts[first] : page.ends[i - 1]]
                if first == opening + 1 and i == last and abbreviates(page.text, page.starts[opening], text):
                    return None
                if page.reading.registry.by_name(text, in_context=True) is None:
                    return None
                sources.append((first, i))
            first = i + 1
    content = (low, opening) if opening > low else _sentence_before(page, low)
    return Found("citation", "report", (opening, last + 1), sources, [content]) if content and sources else None


def _sentence_before(page: Page, low: int) -> tuple[int, int] | None:
    """The sentence that ends where another of the same paragraph begins."""
    if low == 0:
        return None
    first = page.sentence_start(low - 1)
    return (first, low) if low not in page.block_firsts else None


def read_hedge(page: Page, at: int, low: int, end: int) -> Found | None:
    """`reportedly`, `allegedly` before a verb: the clause around it is laid at nobody's door."""
    before = page.bits[at - 1] if at > low else MARK
    if before & (PREPOSITION | DETERMINER) or page.words[at - 1] in ("'s", "’s"):
        return None
    content = bounded(page, at + 1, end)
    if content is None:
        return None
    first, _ = group_of(page, at, low)
    begin = left(page, first, low)
    pieces = [(begin, at)] if begin < first else []
    return Found("hedge", "distancing", (at, at + 1), [(at, at + 1)], [*pieces, content])
