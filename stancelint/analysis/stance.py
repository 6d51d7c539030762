"""The publication's statement of policy, looked for in a draft by its words, and told exact from altered.

The draft's words are compared as a row of words: case, quotation marks and hyphens apart. The best row of about the
statement's length is found in one pass over each block; only that row is then compared in full.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

from stancelint.analysis.headings import HeadingLexicon
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_CLOSING = frozenset(".!?")
Words = list[tuple[str, int, int]]  # each folded, with its place
_SHARE = 2.5  # a row that shares less than one word in so many of the statement is not compared
FOUND = 0.5  # likeness below which a row of words is some other sentence


class Change(Value):
    """One difference: the words of the statement (empty: added) and the draft's span for them (empty: left out)."""

    meant: str
    span: Span
    turns: bool


class Statement(Value):
    """The statement as a draft has it: where, how alike (0 to 1), and what differs."""

    span: Span
    likeness: float
    changes: tuple[Change, ...] = ()

    @property
    def turned(self) -> bool:
        """Whether a change turns the meaning round: a negation, or one side's name for another's."""
        return any(change.turns for change in self.changes)


def find_statement(reading: Reading) -> Statement | None:
    """The place in the draft that comes nearest to the policy's statement, or None where nothing does."""
    stated = _stated(reading.terms.sections.stance.text)
    wanted = [word for word, _, _ in stated]
    if not wanted:
        return None
    if not any(word in reading.words for word in wanted if len(word) > 4):
        return None
    best: Statement | None = None
    for block, shared in zip(reading.document.blocks, _shared(reading, wanted), strict=True):
        span = block.span
        if len(span) < 20 or shared * _SHARE < len(wanted):
            continue
        words = _words(reading.text[span.start : span.end], span.start)
        row = _best_row(words, wanted)
        if row is None:
            continue
        found = _compare(reading, words, row, stated)
        if found.likeness >= FOUND and (best is None or found.likeness > best.likeness):
            best = found
        if best is not None and not best.changes:
            break
    return best


@cache
def _stated(text: str) -> Words:
    return _words(text, 0)


def _shared(reading: Reading, wanted: list[str]) -> list[int]:
    """For each block, how many of its words are words of the statement: most blocks share too few to be looked at closely."""
    starts = [block.span.start for block in reading.document.blocks]
    shared = [0] * len(starts)
    for word in {word.partition("'")[0] for word in wanted}:
        for place in reading.words.get(word, ()):
            shared[bisect_right(starts, place) - 1] += 1
    return shared


def _words(text: str, at: int) -> Words:
    return [(m.group().casefold().replace("’", "'"), at + m.start(), at + m.end()) for m in _WORD.finditer(text)]


def _best_row(words: Words, wanted: list[str]) -> tuple[int, int] | None:
    """The row of the statement's length that shares most words with it, as a half-open range, if it shares enough."""
    need = Counter(wanted)
    length = len(wanted)
    have: Counter[str] = Counter()
    shared, best, best_at = 0, 0, 0
    for at, (word, _, _) in enumerate(words):
        if word in need:
            have[word] += 1
            shared += have[word] <= need[word]
        if at >= length:
            gone = words[at - length][0]
            if gone in need:
                shared -= have[gone] <= need[gone]
                have[gone] -= 1
        if shared > best:
            best, best_at = shared, at
    if best * _SHARE < length:
        return None
    end = best_at + 1
    return max(0, end - length), min(len(words), max(end, length))


def _compare(reading: Reading, words: Words, row: tuple[int, int], stated: Words) -> Statement:
    first, last = _whole_sentences(reading, words, row, len(stated))
    wanted = [word for word, _, _ in stated]
    got = [word for word, _, _ in words[first:last]]
    end = words[last - 1][2]
    span = Span(words[first][1], end + (reading.text[end : end + 1] in _CLOSING))
    if got == wanted:
        return Statement(span, 1.0)
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    turning = reading.knowledge.lexicon(HeadingLexicon).turning
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        start = words[first + k][1] if k < m else words[min(first + k, last - 1)][1]
        end = words[first + m - 1][2] if k < m else start
        turns = any(word in turning for word in (*wanted[i:j], *got[k:m]))
        meant = reading.terms.sections.stance.text[stated[i][1] : stated[j - 1][2]] if i < j else ""
        changes.append(Change(meant, Span(start, end), turns))
    return Statement(span, matcher.ratio(), tuple(changes))


def _whole_sentences(reading: Reading, words: Words, row: tuple[int, int], length: int) -> tuple[int, int]:
    """The row widened or narrowed to the sentences that it mostly lies in, unless those are far longer than the statement."""
    starts = [sentence.span.start for sentence in reading.sentences]
    middle_first = words[row[0] + (row[1] - row[0]) // 4][1]
    middle_last = words[row[1] - 1 - (row[1] - row[0]) // 4][1]
    one = reading.sentences[max(0, bisect_right(starts, middle_first) - 1)].span
    other = reading.sentences[max(0, bisect_right(starts, middle_last) - 1)].span
    first = next((at for at, word in enumerate(words) if word[1] >= one.start), row[0])
    last = next((at for at, word in enumerate(words) if word[1] >= other.end), len(words))
    return (first, last) if 0 < last - first <= 2 * length else row
