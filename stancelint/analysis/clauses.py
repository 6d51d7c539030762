"""Where a content begins and ends inside its sentence.

The writer comes back at a contrast, a new speaker, a dash or a semicolon. How soon depends on what the content is: after `that` it runs
far, a bare clause less, a noun phrase or an infinitive is soon over. The words that end each kind are in ``lexicons/grammar.yaml``.
"""

from __future__ import annotations

from stancelint.analysis.cues import GERUND, MARKER
from stancelint.analysis.page import Page
from stancelint.analysis.tokens import ADVERB, AUXILIARY, DETERMINER, JOINER, MARK, NUMBER, PREPOSITION, SUBJECT, TIME

_STRONG = frozenset(("—", "–", "--", "---", ";", "-"))
OPENING_QUOTES = frozenset("\"“„‘'«") | {"''", "``"}
_LONGEST_ADJUNCT = 14
_LONGEST_ASIDE = 60
_LONGEST_CONTENT = 300  # tokens: no sentence of prose is longer, and a page without full stops stays linear
_SHORT = ("phrase", "infinitive")


def sentence_end(page: Page, end: int, low: int) -> int:
    """The end of a range without the marks that close the sentence."""
    words = page.words
    while end > low and words[end - 1] in (".", "!", "?", "…", ",", ";", ":"):
        end -= 1
    return end


def content_right(page: Page, start: int, end: int, *, opening: bool = False, kind: str = "") -> int:
    """Where a content that begins at ``start`` ends, no later than ``end``.

    ``kind`` says what the content is where its first word does not (`that`, `clause`, `phrase`, `infinitive`). ``opening`` says that
    the content stands in a clause that opens its sentence (`While a judge found …, it …`): it ends at the comma."""
    words, bits, returns = page.words, page.bits, page.returns
    end = min(end, start + _LONGEST_CONTENT)
    first = words[start] if start < end else ""
    kind = kind or ("that" if first in ("that", "if", "whether") else "infinitive" if first == "to" else "phrase")
    back = returns[kind]
    closing = -1  # the dash that closes an aside
    i = start
    while i < end:
        close = page.close_of.get(i)
        if close is not None:
            if close > end:
                return close  # a quotation of several sentences is said as one
            if (
                words[close - 2] == ","
                and close < end
                and (opening or words[close] in back or bits[close] & SUBJECT or (kind == "phrase" and page.capital(close)))
            ):
                return close  # the comma that ends the content stands inside the mark
            i = close
            continue
        word = words[i]
        bit = bits[i]
        if not bit & (MARK | AUXILIARY | SUBJECT):
            if word == "according" and i > start:
                return i
            ends = bit & JOINER and kind in _SHORT and i + 1 < end and (word == "but" or bits[i + 1] & AUXILIARY)
            if ends and not _goes_on(page, i, end):
                return i
        elif bit & MARK:
            if word == ",":
                ends = i + 1 < end and (opening or words[i + 1] in back or _is_new(page, i + 1, end, kind))
                if ends and not _goes_on(page, i + 1, end) and not _shifted(page, start, i, end):
                    return i
            elif word in _STRONG and i != closing:
                closing = -1 if word == ";" or opening or _turns_at(page, i, end) else _same_mark(words, i, end)
                if closing < 0 and (word == ";" or i > start + 1):
                    return i
            elif word == "(":
                pass
        elif kind == "phrase":
            kind = "clause"
            back = returns[kind]
        i += 1
    return sentence_end(page, end, start)


def _goes_on(page: Page, at: int, end: int) -> bool:
    """Whether `but that` brings what else the source says: `…, but that Kyiv had walked out`.

    `but that was before`, `but that call came late` point back at what was said, and are the writer's."""
    words, bits = page.words, page.bits
    if at + 2 >= end or words[at] != "but" or words[at + 1] != "that":
        return False
    at += 2
    while at < end and bits[at] & ADVERB:
        at += 1
    if at >= end or bits[at] & AUXILIARY:
        return False
    plural = not bits[at] and words[at].endswith("s") and not words[at].endswith("ss")
    return plural or page.capital(at) or bool(bits[at] & (DETERMINER | SUBJECT | PREPOSITION | NUMBER)) or words[at] in OPENING_QUOTES


def _shifted(page: Page, start: int, comma: int, end: int) -> bool:
    """Whether the tenses say that the source goes on: `that the toll had risen to 23, while 43 people had been reported missing`."""
    words, bits = page.words, page.bits
    if words[comma + 1] != "while" or "had" not in words[start:comma]:
        return False
    return next((words[i] for i in range(comma + 2, min(end, comma + _LONGEST_ADJUNCT)) if bits[i] & (AUXILIARY | MARK)), "") == "had"


def _same_mark(words: list[str], dash: int, end: int) -> int:
    """The next dash like the one at ``dash``; -1 without one."""
    for i in range(dash + 1, min(end, dash + _LONGEST_ASIDE)):
        if words[i] == words[dash]:
            return i
    return -1


def _turns_at(page: Page, dash: int, end: int) -> bool:
    """Whether a dash brings a clause of the writer's: `- but she …`."""
    return dash + 2 < end and bool(page.bits[dash + 1] & JOINER) and bool(page.bits[dash + 2] & (SUBJECT | AUXILIARY))


def _is_new(page: Page, after: int, end: int, kind: str) -> bool:
    """Whether another cue or another subject stands at ``after``."""
    return _new_cue(page, after, end) or _new_subject(page, after, end, kind)


def _new_subject(page: Page, after: int, end: int, kind: str) -> bool:
    """Whether `and` or `so` begins a clause with a pronoun of its own: `…, and they rejected it`."""
    return kind != "that" and after + 1 < end and page.words[after] in ("and", "so") and bool(page.bits[after + 1] & SUBJECT)


def _new_cue(page: Page, after: int, end: int) -> bool:
    """Whether a participle that attributes, or a marker, stands at ``after``."""
    if page.heads.get(page.words[after]) is None or page.words[after] == "counting":
        return False  # `killed eight, counting one girl`
    cues, _ = page.cue_at(after, end)
    return any(cue.forms & (GERUND | MARKER) for cue in cues)


def content_left(page: Page, end: int, low: int, *, dashes: bool = False) -> int:
    """Where a content that ends before ``end`` begins, no earlier than ``low``; with ``dashes`` no earlier than the last dash."""
    words = page.words
    low = max(low, end - _LONGEST_CONTENT)
    i = end - 1
    while i >= low:
        opening = page.open_of.get(i)
        if opening is not None and opening >= low:
            i = opening - 1
            continue
        if words[i] == ";" or (dashes and words[i] in _STRONG):
            return i + 1
        i -= 1
    return low


def after_cue(page: Page, start: int, end: int) -> int:
    """The first token after a cue that is neither adverb nor date: `said on Monday that` begins at `that`."""
    words, bits = page.words, page.bits
    i = start
    while i < end and ((bits[i] & (ADVERB | TIME) and not bits[i] & (MARK | SUBJECT)) or _late(page, i, end)):
        i += 1
    for j in range(i, min(end, i + _LONGEST_ADJUNCT)):
        if words[j] == "that":
            tells_more = j > i and _tells_more(page, j + 1, end)  # said in a post that blamed a drone
            return j if j == i or (bits[i] & (PREPOSITION | TIME | ADVERB) and not tells_more) else i
        if words[j] in (",", ";", ":") or words[j] in OPENING_QUOTES:
            break
        if bits[j] & (AUXILIARY | SUBJECT) and not _dated(page, j):
            break
    return i


def _tells_more(page: Page, at: int, end: int) -> bool:
    """Whether the token behind a `that` is its verb, so that it tells more of the word before it: `that blamed a drone`, `that was cut`."""
    if at + 1 >= end:
        return False
    words, bits = page.words, page.bits
    if bits[at] & AUXILIARY:
        return not bits[at] & DETERMINER
    return words[at].endswith("ed") and bool(bits[at + 1] & (DETERMINER | PREPOSITION))


def _late(page: Page, at: int, end: int) -> bool:
    """Whether the token opens a time: `late on Sunday`, `late Sunday`."""
    words = page.words
    return words[at] == "late" and at + 1 < end and (bool(page.bits[at + 1] & TIME) or words[at + 1] in ("on", "in", "at"))


def _dated(page: Page, at: int) -> bool:
    """Whether `May` is the month of a date (`7 May`, `May 7`) and no auxiliary."""
    words = page.words
    beside = (words[at - 1], words[min(at + 1, len(words) - 1)])
    return words[at] == "may" and page.capital(at) and any(word.isdigit() for word in beside)


def quotation_ahead(page: Page, start: int, end: int) -> int:
    """The opening mark of a quotation that a comma or colon announces after an adjunct (`said in a statement: “…”`); -1 without one."""
    words = page.words
    for j in range(start, min(end - 1, start + _LONGEST_ADJUNCT)):
        if words[j] in (",", ":"):
            return j + 1 if j + 1 in page.close_of else -1
        if page.bits[j] & (AUXILIARY | SUBJECT) or words[j] in OPENING_QUOTES:
            return -1
    return -1
