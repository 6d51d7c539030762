"""Where a content begins and ends inside its sentence: the writer comes back at a contrast, a new speaker, a dash or a semicolon."""

from __future__ import annotations

from stancelint.analysis.cues import GERUND, MARKER
from stancelint.analysis.page import Page
from stancelint.analysis.tokens import ADVERB, AUXILIARY, MARK, PREPOSITION, SUBJECT, TIME

_CONTRASTS = frozenset(
    [
        "but",
        "though",
        "although",
        "while",
        "whereas",
        "yet",
        "despite",
        "even",
        "whether",
        "with",
        "without",
        "as",
        "after",
        "before",
        "because",
        "since",
        "unless",
        "so",
    ]
)
_RETURNS = frozenset(["but", "though", "although", "while", "whereas", "despite", "even", "as", "after", "before"])
_STRONG = frozenset(("—", "–", "--", "---", ";", "-"))
_OPENING_QUOTES = frozenset("\"“„‘'«") | {"''", "``"}


def sentence_end(page: Page, end: int, low: int) -> int:
    """The end of a range without the marks that close the sentence, a closing quotation mark kept."""
    words = page.words
    while end > low and words[end - 1] in (".", "!", "?", "…", ",", ";", ":"):
        end -= 1
    return end


def content_right(page: Page, start: int, end: int) -> int:
    """Where a content that begins at ``start`` ends, no later than ``end``."""
    words, bits = page.words, page.bits
    i = start
    while i < end:
        word = words[i]
        if i in page.close_of and page.close_of[i] <= end:
            i = page.close_of[i]
            continue
        if word in _STRONG:
            if word == ";" or i > start + 1:
                if not _closes_again(page, i, end):
                    return i
        elif word == "," and i + 1 < end:
            if _comes_back(page, i + 1, end):
                return i
        elif word in ("according",) and i > start:
            return i
        i += 1
    return sentence_end(page, end, start)


def _comes_back(page: Page, after: int, end: int) -> bool:
    """Whether the words after a comma are the writer's again."""
    word = page.words[after]
    if word in _RETURNS:
        return True
    cues, past = page.cue_at(after, end)
    if any(cue.forms & (GERUND | MARKER) for cue in cues):
        return True
    return False


def _closes_again(page: Page, dash: int, end: int) -> bool:
    """Whether a dash opens a parenthesis that the same dash closes later in the sentence."""
    mark = page.words[dash]
    if mark == ";":
        return False
    return mark in page.words[dash + 1 : end]


def content_left(page: Page, end: int, low: int) -> int:
    """Where a content that ends before ``end`` begins, no earlier than ``low``."""
    words = page.words
    i = end - 1
    while i >= low:
        opening = page.open_of.get(i)
        if opening is not None and opening >= low:
            i = opening - 1
            continue
        if words[i] == ";":
            return i + 1
        i -= 1
    return low


def after_cue(page: Page, start: int, end: int) -> int:
    """The first token after a cue that is neither adverb nor date: `said on Monday that` begins at `that`."""
    words, bits = page.words, page.bits
    i = start
    while i < end and bits[i] & (ADVERB | TIME) and not bits[i] & (MARK | SUBJECT):
        i += 1
    limit = min(end, i + 14)
    for j in range(i, limit):
        if words[j] == "that":
            return j if _only_adjunct(page, i, j) else i
        if bits[j] & (AUXILIARY | SUBJECT) or words[j] in (",", ";", ":") or words[j] in _OPENING_QUOTES:
            break
    return i


def _only_adjunct(page: Page, start: int, that: int) -> bool:
    return start == that or bool(page.bits[start] & (PREPOSITION | TIME | ADVERB))
