"""What holds for every page, whatever its format: the laws that the property tests put to each reader."""

from __future__ import annotations

import re

from stancelint.text.document import Document
from stancelint.text.span import Span

WORD = re.compile(r"\w+")


def hold(page: Document) -> None:
    """Assert every law on ``page``."""
    segments_cover_the_prose_in_order(page)
    blocks_stand_apart_by_one_line_feed(page)
    words_stand_where_the_page_says(page)
    marks_lie_inside(page)


def segments_cover_the_prose_in_order(page: Document) -> None:
    at = 0
    for span, region, verbatim in page.projection.segments():
        assert span.start == at
        assert span.end > at
        assert 0 <= region.start <= region.end <= len(page.source)
        if verbatim:
            assert page.source[region.start : region.end] == page.text[span.start : span.end]
        at = span.end
    assert at == len(page.text)


def blocks_stand_apart_by_one_line_feed(page: Document) -> None:
    end = -1
    for block in page.blocks:
        assert block.span.start == end + 1
        assert block.span.end > block.span.start
        assert not {"\n", "\r"} & set(page.text[block.span.start : block.span.end])
        if end >= 0:
            assert page.text[end] == "\n"
        end = block.span.end
    assert len(page.text) == max(end, 0)


def words_stand_where_the_page_says(page: Document) -> None:
    for word in WORD.finditer(page.text):
        span = Span(*word.span())
        region = page.region(span)
        assert 0 <= region.start <= region.end <= len(page.source)
        if page.projection.verbatim(span):
            assert page.source[region.start : region.end] == word.group()


def marks_lie_inside(page: Document) -> None:
    for link in page.links:
        assert 0 <= link.region.start <= link.region.end <= len(page.source)
        if link.span is not None:
            assert 0 <= link.span.start < link.span.end <= len(page.text)
            assert "\n" not in page.text[link.span.start : link.span.end]
    end = 0
    for span in page.opaque:
        assert end <= span.start < span.end <= len(page.text)
        end = span.end
    for comment in page.comments:
        assert 0 <= comment.region.start < comment.region.end <= len(page.source)
        assert 0 <= comment.at <= len(page.text)
    for field in page.fields:
        assert 0 <= field.region.start <= field.region.end <= len(page.source)
