"""What overlaps a span is found by place, as a look at every thing would find it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stancelint.text.by_place import ByPlace
from stancelint.text.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=12)


@given(SPANS, st.integers(0, 40), st.integers(1, 10))
def test_overlaps_are_found_as_by_looking_at_each(spans: list[Span], start: int, length: int) -> None:
    spans.sort()
    wanted = Span(start, start + length)
    found = ByPlace(spans, spans)
    assert list(found.backwards(wanted)) == [span for span in spans if span.overlaps(wanted)][::-1]
    assert found.any_at(wanted) == any(span.overlaps(wanted) for span in spans)


def test_an_empty_span_is_the_point_after_it() -> None:
    found = ByPlace([Span(0, 3), Span(3, 5)], ["before", "after"])
    assert list(found.backwards(Span(3, 3))) == ["after"]
    assert list(ByPlace([], []).backwards(Span(0, 1))) == []
