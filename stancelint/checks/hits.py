"""Where phrases stand in a draft: looked up by their rarest words, compiled and matched only there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stancelint.checks import notation
from stancelint.checks.base import Anchors
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_REACH = 320  # characters on either side of a rare word in which its phrase is sought, at most


def hits_of(reading: Reading, text: str, sets: notation.WordSets, *, exact: bool = False) -> Iterator[Span]:
    """Every place where the phrase stands in the draft, addresses and code left out. Linear in the draft."""
    if not likely(reading.words, (text,)):
        return
    groups = notation.required(text)
    words = reading.words
    prose = reading.text if exact else reading.folded
    compiled = None
    for start, end in _windows(words, groups[0], len(prose), *notation.around(text)) if groups else ((0, len(prose)),):
        if len(groups) > 1 and not may_stand(groups[1:], reading.folded[start:end]):
            continue
        compiled = compiled or notation.pattern(text, sets, exact=exact)
        for match in compiled.finditer(prose, start, end):
            span = Span(match.start(), match.end())
            if not (span.end == end < len(prose) and prose[end].isalnum()) and not in_opaque(reading, span):
                yield span


def _windows(words: Mapping[str, Sequence[int]], group: frozenset[str], size: int, ahead: int, behind: int) -> list[tuple[int, int]]:
    """The stretches from ``ahead`` before to ``behind`` after every standing of one of the group's words, merged where they touch."""
    places = sorted(place for word in group for place in words.get(word, ()))
    ahead, behind = min(ahead, _REACH), min(behind, _REACH)
    merged: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - ahead), min(size, place + behind)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def in_opaque(reading: Reading, span: Span) -> bool:
    """Whether the span touches prose that is no words: an address, code."""
    return reading.opaque.any_at(span)


class PhraseList:
    """A list of phrases to be found in a stretch of folded text: cues, contexts, marks.

    Nothing is compiled before a phrase's rarest word is seen in the stretch; and a phrase of which the whole text lacks a word is
    not looked for in any stretch of it."""

    __slots__ = ("_likely", "_phrases", "_sets", "_text")

    def __init__(self, phrases: tuple[str, ...], sets: notation.WordSets) -> None:
        self._phrases = phrases
        self._sets = sets
        self._text = ""
        self._likely: tuple[str, ...] = ()

    def find(self, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Every match inside ``start:end`` of the draft's folded prose, phrase by phrase, as (start, end)."""
        folded = reading.folded
        if folded is not self._text:
            self._text, self._likely = folded, likely(reading.words, self._phrases)
        stretch = folded[start:end]
        for text in self._likely:
            if may_stand(notation.required(text), stretch):
                for match in notation.pattern(text, self._sets).finditer(folded, start, end):
                    yield match.span()


def likely_in(reading: Reading, phrases: tuple[str, ...]) -> Sequence[str]:
    """Those of a rule's phrases that may stand in the draft: as the rule set found when it asked whom the draft wakes, else by looking."""
    known = reading.phrases
    return likely(reading.words, phrases) if known is None else [text for text in phrases if text in known]


def likely(words: Mapping[str, object], phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the phrases of which ``words``, a draft's, hold one of each group: cheap, and true of few."""
    lacks = words.keys().isdisjoint
    return tuple([text for text in phrases if not any(map(lacks, notation.required(text)))])


def phrase_anchors(phrases: tuple[str, ...]) -> Anchors:
    """The anchors of a check that looks for these phrases and nothing else."""
    needed = tuple(map(notation.required, phrases))
    return needed if all(needed) else None


def may_stand(groups: notation.WordGroups, folded: str) -> bool:
    """Whether a stretch of folded prose holds a word of every group: without one, no phrase that needs them can stand in it."""
    for group in groups:
        for word in group:
            if word in folded:
                break
        else:
            return False
    return True
