"""Ranges that keep clear of each other, held against the slow way of asking each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stancelint.text.taken import Taken

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=30)


@given(RANGES)
def test_a_range_is_free_or_has_the_first_holder(ranges: list[tuple[int, int]]) -> None:
    taken = Taken()
    kept: list[tuple[int, int]] = []
    for start, end in ranges:
        over = next((number for number, (first, last) in enumerate(kept) if first < end and start < last), None)
        assert taken.holder(start, end) == over
        if over is None:
            taken.take(start, end, len(kept))
            kept.append((start, end))
