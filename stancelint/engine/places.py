"""Where a finding is shown: its region of source, and the sentence around it."""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.model import Sentence
from stancelint.analysis.reading import Reading
from stancelint.finding import Excerpt
from stancelint.rulebook.examples import title_region
from stancelint.text.document import Document
from stancelint.text.span import Region, Span

_WIDEST = 600  # code points: a report shows a sentence, not a file of one line


def region_of(document: Document, place: Span | Region | None) -> Region:
    """The source region of a match's place; of the title where the place is the whole draft."""
    if place is None:
        return title_region(document)
    return document.region(place) if isinstance(place, Span) else place


def excerpt(reading: Reading, place: Span | Region | None, region: Region) -> Excerpt:
    """The sentences of source that a finding stands in; for a place that is no prose, its line."""
    document = reading.document
    shown = _sentences(reading, place) if isinstance(place, Span) else _line(document, region)
    start, end = max(shown.start, region.start - _WIDEST), min(shown.end, max(region.start + _WIDEST, region.end))
    end = min(end, start + 3 * _WIDEST)
    return Excerpt(start, document.source[start:end])


def _sentences(reading: Reading, span: Span) -> Region:
    sentences = reading.sentences
    first = max(0, bisect_right(sentences, span.start, key=_start) - 1)
    last = max(first, bisect_right(sentences, max(span.start, span.end - 1), key=_start) - 1)
    if not sentences or sentences[first].span.end < span.start:
        return reading.document.region(span)
    region = reading.document.region(Span(sentences[first].span.start, max(sentences[last].span.end, span.end)))
    own = reading.document.region(span)
    return Region(min(region.start, own.start), max(region.end, own.end))


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _line(document: Document, region: Region) -> Region:
    first = document.lines.line(document.lines.place(region.start).line)
    return Region(min(first.start, region.start), max(first.end, region.end))
