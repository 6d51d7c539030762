"""Two kinds of place that must never be mixed: prose spans and source regions.

Both are half-open ranges of Unicode code points. They are different types so that the type checker
catches a prose offset used where a source offset belongs.
"""

from __future__ import annotations

from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.inner_places import InnerPlace


class Span(Value):
    """A half-open range ``[start, end)`` of a document's prose, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, offset: int) -> bool:
        """Whether the code point at ``offset`` lies inside."""
        return self.start <= offset < self.end


class Region(Value):
    """A half-open range ``[start, end)`` of a draft's source, in code points (SARIF's word)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Region) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Place(Value):
    """One point of the source as people count it: ``offset`` 0-based, ``line`` and ``column`` 1-based code points.

    ``within`` says where that is in a file whose lines nobody sees: a Word file, a document in JSON."""

    offset: int
    line: int
    column: int
    within: InnerPlace | None = None
