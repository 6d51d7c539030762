"""The map from prose to source: whatever is written into it, every place comes out as it went in."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stancelint.text.projection import Projection, ProseBuilder
from stancelint.text.span import Region, Span


def built(source: str, *pieces: tuple[str | None, int, int]) -> tuple[str, Projection]:
    """Prose of pieces: source as it stands (None), or words that stand for a piece of source; an empty piece is a break of our own."""
    prose = ProseBuilder(source)
    for text, start, end in pieces:
        if text is None:
            prose.verbatim(start, end)
        elif start == end:
            prose.synthetic(text, start)
        else:
            prose.replaced(text, start, end)
    return prose.finish()


def cut(source: str, region: Region) -> str:
    return source[region.start : region.end]


def test_a_word_cut_by_markup_widens_to_the_markup_inside() -> None:
    source = "the <b>Kyi</b>v road"
    text, places = built(source, (None, 0, 4), (None, 7, 10), (None, 14, 20))
    assert text == "the Kyiv road"
    assert cut(source, places.region(Span(4, 8))) == "Kyi</b>v"
    assert cut(source, places.region(Span(4, 7))) == "Kyi"
    assert not places.verbatim(Span(4, 8))
    assert places.verbatim(Span(4, 7))


def test_half_an_entity_is_the_whole_entity() -> None:
    source = "a &hearts; b"
    text, places = built(source, (None, 0, 2), ("<3", 2, 10), (None, 10, 12))
    assert text == "a <3 b"
    assert cut(source, places.region(Span(2, 3))) == "&hearts;"
    assert cut(source, places.region(Span(3, 6))) == "&hearts; b"
    assert not places.verbatim(Span(2, 3))


def test_the_break_between_two_blocks_has_no_source_of_its_own() -> None:
    source = "one\n\n\ntwo"
    text, places = built(source, (None, 0, 3), ("\n", 6, 6), (None, 6, 9))
    assert text == "one\ntwo"
    assert cut(source, places.region(Span(0, 4))) == "one"
    assert cut(source, places.region(Span(3, 7))) == "two"
    assert cut(source, places.region(Span(0, 7))) == source
    assert not places.verbatim(Span(0, 7))


def test_pieces_that_touch_are_one() -> None:
    source = "one two"
    _, places = built(source, (None, 0, 4), (None, 4, 7))
    assert places.segments() == [(Span(0, 7), Region(0, 7), True)]
    assert places.verbatim(Span(2, 6))


def test_prose_that_runs_backwards_is_covered_whole() -> None:
    source = "body title"
    text, places = built(source, (None, 5, 10), ("\n", 0, 0), (None, 0, 4))
    assert text == "title\nbody"
    assert cut(source, places.region(Span(0, 10))) == source
    assert cut(source, places.region(Span(6, 10))) == "body"


def test_an_empty_span_has_an_empty_region() -> None:
    source = "  one"
    _, places = built(source, (None, 2, 5))
    assert places.region(Span(0, 0)) == Region(2, 2)
    assert places.region(Span(3, 3)) == Region(5, 5)
    _, nothing = built("words")
    assert nothing.region(Span(0, 0)) == Region(0, 0)


@given(st.data())
def test_every_span_lies_where_its_pieces_lay(data: st.DataObject) -> None:
    source = data.draw(st.text(min_size=1, max_size=30))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(source)), max_size=8)))
    pieces: list[tuple[str | None, int, int]] = []
    for start, end in pairwise(cuts):
        pieces.append((data.draw(st.none() | st.text(max_size=3)) if start < end else None, start, end))
    text, places = built(source, *pieces)
    at = 0
    for span, region, verbatim in places.segments():
        assert span.start == at
        assert not verbatim or cut(source, region) == text[span.start : span.end]
        at = span.end
    assert at == len(text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    region = places.region(span)
    assert 0 <= region.start <= region.end <= len(source)
    if places.verbatim(span):
        assert cut(source, region) == text[span.start : span.end]
