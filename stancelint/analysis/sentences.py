"""Where sentences end: a full stop is weighed by what stands before and after it.

A `.`, `!`, `?` or `…` with the marks that close after it ends a sentence when white space and something that can begin one follow.
Titles and initials never end one; other abbreviations do only before a word that begins sentences. A quotation that ends in
`?` or `!` goes on into the writer's sentence when a name and a verb of saying follow. No sentence crosses a block.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.knowledge import Data
from stancelint.analysis.model import Sentence
from stancelint.analysis.tokens import STARTER, TITLE
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.reading import Reading
    from stancelint.analysis.tokens import Tokens

_LONGEST_NAME = 5  # words of a name with its title, and the verb
_HOURS = frozenset(("a.m.", "p.m."))
_LONGEST = 500  # tokens
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’'»)]") | {"''"}
_OPENERS = frozenset("\"“„‘'«([") | {"''", "``"}


class Abbreviations:
    """Short forms with a full stop, from ``lexicons/abbreviations.yaml``.

    ``never`` never end a sentence; ``seldom`` end one only before a word that begins sentences. ``sayers`` are the verbs that bind a
    quotation ending in `?` or `!` to the words after it."""

    name: ClassVar[str] = "abbreviations"
    __slots__ = ("never", "sayers", "seldom")

    def __init__(self, never: frozenset[str], seldom: frozenset[str], sayers: frozenset[str]) -> None:
        self.never = never
        self.seldom = seldom
        self.sayers = sayers

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data: three lists of lines of words."""
        return cls(*(frozenset(word for line in data.get(key, ()) for word in line.split()) for key in ("never", "seldom", "sayers")))


def split(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of a reading in order. Their spans hold no white space at either end."""
    tokens = reading.tokens
    words = reading.knowledge.lexicon(Abbreviations)
    out: list[Sentence] = []
    for number, block in enumerate(reading.document.blocks):
        first, last = tokens.at(block.span.start), tokens.at(block.span.end)
        begin = first
        for stop in (*_stops(tokens, first, last, words), last - 1):
            for end in _in_reach(tokens, begin, stop):
                out.append(Sentence(Span(tokens.starts[begin], tokens.ends[end]), number))
                begin = end + 1
    return tuple(out)


def _in_reach(tokens: Tokens, begin: int, stop: int) -> Iterator[int]:
    """The last token of each sentence between ``begin`` and ``stop``: that one alone, unless nobody could read so long a sentence.

    Such a one is no sentence but text without marks; every later step reads a sentence as a whole, and must not read a page for each
    of its words. It is cut behind its last mark within reach, or where reach ends."""
    while stop - begin >= _LONGEST:
        reach = begin + _LONGEST - 1
        end = next((i for i in range(reach, begin, -1) if tokens.words[i] in _ENDS), reach)
        yield end
        begin = end + 1
    if begin <= stop:
        yield stop


def _stops(tokens: Tokens, first: int, last: int, words: Abbreviations) -> list[int]:
    """The index of the last token of every sentence between two tokens, the final one left out."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    row = tokens.words
    stops: list[int] = []
    passed = first
    for i in range(first, last):
        word = row[i]
        if i < passed or (word not in _ENDS and not (word[-1] == "." and len(word) > 2)):
            continue
        j = i
        while j + 1 < last and ends[j] == starts[j + 1] and (row[j + 1] in _CLOSERS or row[j + 1] in _ENDS):
            j += 1
        passed = j + 1
        if j + 1 >= last or starts[j + 1] == ends[j] or not text[ends[j]].isspace():
            continue
        if _goes_on(tokens, i, j, last, words):
            continue
        stops.append(j)
    return stops


def _name_says(tokens: Tokens, first: int, last: int, words: Abbreviations) -> bool:
    """Whether a name and a verb of saying begin at ``first``: `at 9 a.m. Fedorov said`, and not `at 9 a.m. Kyiv time`."""
    for i in range(first, min(first + _LONGEST_NAME, last)):
        if not tokens.text[tokens.starts[i]].isupper():
            return i > first and tokens.words[i] in words.sayers
    return False


def _goes_on(tokens: Tokens, mark: int, closed: int, last: int, words: Abbreviations) -> bool:
    """Whether the sentence goes on after the mark at ``mark``, whose closing marks end at ``closed``."""
    row, text, starts = tokens.words, tokens.text, tokens.starts
    after = closed + 1
    if row[after] == "''" and after + 1 < last and starts[after + 1] > tokens.ends[after]:
        return False  # a typed closing mark set apart by a space
    while after + 1 < last and row[after] in _OPENERS:
        after += 1
    head = text[starts[after]]
    if head.islower():
        return True
    if row[mark] == "." and closed == mark and mark > 0 and tokens.ends[mark - 1] == starts[mark]:
        before = row[mark - 1]
        if before in words.never or tokens.bits[mark - 1] & TITLE:
            return True
        if len(before) == 1 and before.isalpha() and text[starts[mark - 1]].isupper() and before != "i":
            return True
        if before in words.seldom:
            return not (tokens.bits[after] & STARTER and head.isupper())
    elif len(row[mark]) > 2:
        return not (head.isupper() and (tokens.bits[after] & STARTER or (row[mark] in _HOURS and _name_says(tokens, after, last, words))))
    if closed > mark and row[mark] != "." and head.isupper():
        return any(row[i] in words.sayers for i in range(after + 1, min(after + 5, last))) and not tokens.bits[after] & STARTER
    return False
