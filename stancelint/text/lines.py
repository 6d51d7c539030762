"""Lines and columns of a source, counted as editors count them."""

from __future__ import annotations

from bisect import bisect_right

from stancelint.text.patterns import lazy
from stancelint.text.span import Place, Region

_LINE_END = lazy(r"\r\n|\n|\r")


class Lines:
    """Answers where a source offset lies: line and column, 1-based, in code points or UTF-16 units.

    A line ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``; the end belongs to the line that it closes.
    """

    __slots__ = ("_source", "_starts")

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(source))]

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, offset: int) -> Place:
        """The place of ``offset`` (0 to the length of the source, both included)."""
        line = bisect_right(self._starts, offset)
        return Place(offset, line, offset - self._starts[line - 1] + 1)

    def utf16_column(self, offset: int) -> int:
        """The 1-based column of ``offset`` in UTF-16 code units, as the language server protocol counts."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        before = self._source[start:offset]
        return offset - start + 1 + sum(ch > "\uffff" for ch in before)

    def line(self, number: int) -> Region:
        """The region of the 1-based line ``number``, its line end left out."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._source)
        while end > start and self._source[end - 1] in "\r\n":
            end -= 1
        return Region(start, end)
