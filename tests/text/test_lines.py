"""Lines and columns as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.text.lines import Lines
from stancelint.text.span import Place, Region


@pytest.mark.parametrize(
    ("source", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("one\ntwo", 3, 1, 4),
        ("one\ntwo", 4, 2, 1),
        ("one\r\ntwo", 4, 1, 5),
        ("one\r\ntwo", 5, 2, 1),
        ("one\rtwo", 4, 2, 1),
        ("one\n", 4, 2, 1),
        ("\ufeffone", 1, 1, 2),
        ("a\u2028b\x0bc", 4, 1, 5),
        ("\U0001f6a8 b", 2, 1, 3),
    ],
)
def test_a_place_counts_code_points_from_one(source: str, offset: int, line: int, column: int) -> None:
    assert Lines(source).place(offset) == Place(offset, line, column)


def test_columns_for_editors_count_utf_16() -> None:
    lines = Lines("x\n\U0001f6a8e\u0301 b")
    assert [lines.utf16_column(offset) for offset in range(2, 7)] == [1, 3, 4, 5, 6]


def test_a_line_is_given_without_its_end() -> None:
    source = "one\r\n\ntwo\rthree"
    lines = Lines(source)
    assert [source[lines.line(n).start : lines.line(n).end] for n in range(1, len(lines) + 1)] == ["one", "", "two", "three"]


@given(st.text(alphabet="ab\r\n\U0001f6a8", max_size=40), st.data())
def test_a_place_leads_back_to_its_offset(source: str, data: st.DataObject) -> None:
    lines = Lines(source)
    offset = data.draw(st.integers(0, len(source)))
    place = lines.place(offset)
    assert lines.line(place.line).start + place.column - 1 == offset
    assert isinstance(lines.line(place.line), Region)
