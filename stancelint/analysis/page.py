"""What the attribution modules look at: tokens, sentences and quotations of one reading, all as token indices.

Ranges of tokens are half-open pairs. Everything here is built once per reading.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from stancelint.analysis.cues import Cue, CueLexicon
from stancelint.analysis.datelines import copy_start
from stancelint.analysis.tokens import Grammar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from stancelint.analysis.model import CueClass
    from stancelint.analysis.reading import Reading

Range = tuple[int, int]


class Found:
    """An attribution in the making: token ranges, still open to change."""

    __slots__ = ("content", "cue", "direct", "kind", "origin", "relation", "sources", "takes")

    def __init__(
        self,
        relation: str,
        kind: CueClass,
        cue: Range | None,
        sources: list[Range],
        content: list[Range],
        *,
        direct: bool = False,
        takes: int = 0,
    ) -> None:
        self.relation = relation
        self.kind = kind
        self.cue = cue
        self.sources = sources
        self.content = content
        self.direct = direct
        self.takes = takes
        self.origin: Range | None = None


_NEAR, _FEW, _SHORT = 4, 3, 4  # tokens around one that are looked at, how many words must be there, and letters of the shortest


class Page:
    """One reading as token indices.

    ``blocks`` are (first, end) ranges. ``close_of`` maps the opening mark of each quotation
    to the token after it ends, ``open_of`` its closing mark to its opening one; ``speech`` are the outermost quotations that can hold
    speech, in order, ``held`` the outermost ones of any kind.
    """

    __slots__ = (
        "_sentence_ends",
        "ambiguous",
        "bits",
        "block_firsts",
        "blocks",
        "cited",
        "close_of",
        "cues",
        "ends",
        "heads",
        "held",
        "labels",
        "open_of",
        "openings",
        "reading",
        "returns",
        "sentence_firsts",
        "speech",
        "starts",
        "text",
        "title",
        "tokens",
        "words",
    )

    def __init__(self, reading: Reading) -> None:
        tokens = reading.tokens
        self.reading = reading
        self.tokens = tokens
        self.text = reading.text
        self.words = tokens.words
        self.bits = tokens.bits
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.cues = reading.knowledge.lexicon(CueLexicon)
        self.heads = self.cues.heads(self.words)
        self.labels = self.cues.labels
        self.ambiguous = self.cues.ambiguous
        self.cited: Range | None = None  # whom the sentence being read cites: `Reuters, citing the ministry`
        self.title = False  # whether the sentence being read is a headline, where every word may begin with a capital
        self.returns = reading.knowledge.lexicon(Grammar).returns
        at = tokens.at
        self.blocks: list[Range] = [(at(block.span.start), at(block.span.end)) for block in reading.document.blocks]
        self.sentence_firsts = array("i", [at(s.span.start) for s in reading.sentences])
        self._sentence_ends = array("i", [at(s.span.end) for s in reading.sentences])
        self._leave_out_datelines()
        self.block_firsts = frozenset(first for first, _ in self.blocks)
        self.close_of: dict[int, int] = {}
        self.open_of: dict[int, int] = {}
        self.speech: list[Range] = []
        self.held: list[Range] = []
        end = held = -1
        for quotation in reading.quotations:
            if quotation.kind == "block":
                continue
            first, last = at(quotation.span.start), at(quotation.span.end)
            self.close_of[first] = last
            if quotation.closed:
                self.open_of[last - 1] = first
            if quotation.kind == "speech" and first >= end:
                self.speech.append((first, last))
                end = last
            if first >= held:
                self.held.append((first, last))
                held = last
        self.openings = sorted(self.close_of)

    def sentences(self) -> Iterator[tuple[int, int, int]]:
        """Each sentence as its first token, the one behind its last, and the number of its block."""
        return zip(self.sentence_firsts, self._sentence_ends, (s.block for s in self.reading.sentences), strict=True)

    def _leave_out_datelines(self) -> None:
        """Let a paragraph, and its first sentence, begin behind its dateline."""
        for number, block in enumerate(self.reading.document.blocks):
            start = block.span.start if block.kind == "heading" else copy_start(self.text, block.span)
            if start == block.span.start:
                continue
            first, end = self.blocks[number]
            moved = self.tokens.at(start)
            self.blocks[number] = (moved, end)
            at = bisect_left(self.sentence_firsts, first)
            if at < len(self.sentence_firsts) and moved < self._sentence_ends[at]:
                self.sentence_firsts[at] = moved

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that holds the token."""
        return self.sentence_firsts[max(0, bisect_right(self.sentence_firsts, index) - 1)]

    def begin_sentence(self, *, title: bool) -> None:
        """Forget what was noted of the sentence before."""
        self.title = title
        self.cited = None

    def quoted_between(self, first: int, end: int) -> bool:
        """Whether a quotation opens between two tokens."""
        at = bisect_left(self.openings, first)
        return at < len(self.openings) and self.openings[at] < end

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital that tells a name; where all words have one, those of grammar and saying do not."""
        if not self.text[self.starts[index]].isupper():
            return False
        word = self.words[index]
        known = word in self.heads or (
            self.text[self.starts[index] + 1 : self.starts[index] + 2].isupper() and (self.bits[index] or word in self.cues.bodies)
        )
        return not known or not self._shouted(index)

    def _shouted(self, index: int) -> bool:
        """Whether all words around a token begin with capitals, as in old wires and in headlines; short words may not in headlines."""
        first, end = max(0, index - _NEAR), min(len(self.words), index + _NEAR + 1)
        found = 0
        for i in range(first, end):
            if self.ends[i] - self.starts[i] < _SHORT:
                continue
            letter = self.text[self.starts[i]]
            if letter.islower():
                return False
            found += letter.isupper()
        return found > _FEW

    def cue_at(self, index: int, end: int) -> tuple[tuple[Cue, ...], int]:
        """The cues of the longest cue phrase that begins at ``index``, and the token after it; none and ``index`` where no cue begins."""
        entries = self.heads.get(self.words[index])
        if entries is None:
            return (), index
        words = self.words
        for entry in entries:
            length = len(entry.rest)
            if not length:
                return tuple(cue for cue in entries if not cue.rest), index + 1
            if index + length < end and tuple(words[index + 1 : index + 1 + length]) == entry.rest:
                return tuple(cue for cue in entries if cue.rest == entry.rest), index + 1 + length
        return (), index
