"""The words of a page with their places, and what kind of word each is: the one pass that attribution stands on.

A token is a word (with its inner hyphens and apostrophes), a possessive ending, an abbreviation of single letters
(`U.S.`), a pair of typed apostrophes, or one mark. Everything is kept in parallel lists of plain values: one split and one
look-up per list, all of it in C, so that the slow work of later modules starts only at the words that matter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate

from stancelint.analysis.knowledge import Data, Knowledge
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

_STRETCH = 200_000  # characters
_BLANK = lazy(r"\s")

# what a word can be; one word may be several things
(
    DETERMINER,
    PRONOUN,
    PREPOSITION,
    JOINER,
    SUBORDINATOR,
    AUXILIARY,
    ADVERB,
    TIME,
    MARK,
    RELATIVE,
    NEGATION,
    STARTER,
    OBJECT,
    NUMBER,
    SUBJECT,
    MODAL,
) = (1 << n for n in range(16))
OPENING, CLOSING = 1 << 16, 1 << 17
STRONG_MARK = 1 << 18  # a mark that ends a clause: colon, semicolon, dash, full stop
TITLE = 1 << 19
VERB = 1 << 20  # a common verb that is no cue

_BITS = {
    "determiners": DETERMINER,
    "pronouns": PRONOUN,
    "subject-pronouns": PRONOUN | SUBJECT,
    "object-pronouns": PRONOUN | OBJECT,
    "prepositions": PREPOSITION,
    "joiners": JOINER,
    "subordinators": SUBORDINATOR,
    "relatives": RELATIVE,
    "auxiliaries": AUXILIARY,
    "modals": AUXILIARY | MODAL,
    "negations": NEGATION | ADVERB,
    "adverbs": ADVERB,
    "times": TIME,
    "numbers": NUMBER,
    "starters": STARTER,
    "titles": TITLE,
    "verbs": VERB,
}


_SPLITTER = lazy(r"((?:(?<!\w)[a-z]\.){2,}|\w+(?:[.,]\d+)*(?:(?:-|[’'](?!s\b))\w+)*|[’']s\b|(?<=\S)'(?=''(?!'))|''|``|--+|[^\w\s])")


class Grammar:
    """The closed classes of English that attribution leans on, from ``lexicons/grammar.yaml``.

    ``bits`` says what each word can be; ``returns`` which words after a comma are the writer's again, by the kind of content before it."""

    name: ClassVar[str] = "grammar"
    __slots__ = ("bits", "returns")

    def __init__(self, bits: dict[str, int], returns: dict[str, frozenset[str]]) -> None:
        self.bits = bits
        self.returns = returns

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data: one list of words a class."""
        bits: dict[str, int] = {}
        for kind, value in _BITS.items():
            for line in data.get(kind, ()):
                for word in line.split():
                    bits[word] = bits.get(word, 0) | value
                    if "'" in word:
                        curly = word.replace("'", "’")
                        bits[curly] = bits.get(curly, 0) | value
        for line in data.get("not-adverbs", ()):
            for word in line.split():
                bits.setdefault(word, 0)
        for mark in ".,;:!?()[]{}…–—\"“”„«»‘’'`|/*#•·>":
            bits[mark] = bits.get(mark, 0) | MARK
        for mark in ("''", "``", "--", "---"):
            bits[mark] = MARK
        for mark in ".;:!?…–—|•#*()[]":
            bits[mark] |= STRONG_MARK
        bits["--"] |= STRONG_MARK
        bits["---"] |= STRONG_MARK
        return cls(bits, {kind: frozenset(row) for kind, row in data.get("returns", {}).items()})


class Tokens:
    """A text as parallel rows: ``words`` (folded), ``starts``, ``ends``, and ``bits`` (what each word can be, 0: an open word).

    A word that comes again is kept once, and places as bare numbers: an archive on one line has millions of words."""

    __slots__ = ("bits", "ends", "starts", "text", "words")

    def __init__(self, text: str, folded: str, bits: Mapping[str, int]) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts, self.ends = array("i"), array("i")
        once: dict[str, str] = {}
        self.bits = array("i")
        for begin, end in stretches(folded):
            parts = _SPLITTER.split(folded[begin:end])
            places = array("i", accumulate(map(len, parts), initial=begin))
            self.starts += places[1:-1:2]
            self.ends += places[2::2]
            words = parts[1::2]
            self.words += map(once.setdefault, words, words)
            self.bits.fromlist(
                [
                    bit if bit is not None else ADVERB if word[-2:] == "ly" and len(word) > 4 else 0
                    for bit, word in zip(map(bits.get, words), words, strict=True)
                ]
            )

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after the prose offset."""
        return bisect_left(self.starts, offset)

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()


def stretches(folded: str) -> Iterator[tuple[int, int]]:
    """The text in stretches that end in a blank, where no token goes on: a split of the whole would hold every word twice."""
    begin = 0
    while len(folded) - begin > _STRETCH:
        blank = _BLANK.search(folded, begin + _STRETCH)
        if blank is None:
            break
        yield begin, blank.end()
        begin = blank.end()
    yield begin, len(folded)


def tokens_of(text: str, folded: str, knowledge: Knowledge) -> Tokens:
    """The tokens of a text, given its folded twin (same length, lower case)."""
    return Tokens(text, folded, knowledge.lexicon(Grammar).bits)
