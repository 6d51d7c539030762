"""Where phrases stand in a draft: looked up by their rarest words, compiled and matched only there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from stancelint.checks import notation
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_REACH = 320  # characters on either side of a rare word in which its phrase is sought


def may_stand(reading: Reading, text: str) -> bool:
    """Whether the draft holds a word of each of the phrase's groups: cheap, and true of few phrases."""
    lacks = reading.words.keys().isdisjoint
    return not any(map(lacks, notation.required(text)))


def hits_of(reading: Reading, text: str, sets: notation.WordSets, *, exact: bool = False) -> Iterator[Span]:
    """Every place where the phrase stands in the draft, addresses and code left out. Linear in the draft."""
    if not may_stand(reading, text):
        return
    groups = notation.required(text)
    words = reading.words
    prose = reading.text if exact else reading.folded
    compiled = None
    for start, end in _windows(words, groups[0], len(prose)) if groups else ((0, len(prose)),):
        if len(groups) > 1 and not notation.may_stand(groups[1:], reading.folded[start:end]):
            continue
        compiled = compiled or notation.pattern(text, sets, exact=exact)
        for match in compiled.finditer(prose, start, end):
            span = Span(match.start(), match.end())
            if not (span.end == end < len(prose) and prose[end].isalnum()) and not in_opaque(reading, span):
                yield span


def _windows(words: Mapping[str, Sequence[int]], group: frozenset[str], size: int) -> list[tuple[int, int]]:
    """The stretches around every standing of one of the group's words, merged where they touch."""
    places = sorted(place for word in group for place in words.get(word, ()))
    merged: list[tuple[int, int]] = []
    for place in places:
        start, end = max(0, place - _REACH), min(size, place + _REACH)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def in_opaque(reading: Reading, span: Span) -> bool:
    """Whether the span touches prose that is no words: an address, code."""
    return reading.opaque.any_at(span)
