"""The map from prose back to source: where a wrong column would be born, and is made impossible.

Readers build it while they parse; nobody searches the source for text afterwards. The idea of
contiguous slices asserted when built comes from SQLFluff's templater.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from stancelint.text.span import Region, Span


class Projection:
    """Places every code point of a document's prose in its source.

    Prose is a row of segments. A *verbatim* segment equals its piece of source, code point for code
    point. A *replaced* one stands for a piece of source that is spelled otherwise (an entity, an escape,
    a soft line break). A *synthetic* one (the break between two blocks) has no source of its own: its
    region is empty. Segments are in order in prose; in source they need not be.
    """

    __slots__ = ("_ends", "_kinds", "_prose", "_source")

    def __init__(self, prose: list[int], source: list[int], ends: list[int], kinds: list[bool]) -> None:
        self._prose = prose
        self._source = source
        self._ends = ends
        self._kinds = kinds

    def region(self, span: Span) -> Region:
        """The smallest region of source that holds ``span``, with the markup inside it.

        An end inside a replaced segment widens to the whole of that segment. An empty span becomes an
        empty region at its place. Where segments run backwards in source the region covers them all.
        """
        if not self._prose:
            return Region(0, 0)
        if span.end <= span.start:
            at = self._offset(span.start)
            return Region(at, at)
        first = max(0, bisect_right(self._prose, span.start) - 1)
        last = max(first, bisect_left(self._prose, span.end) - 1)
        while first < last and self._source[first] == self._ends[first]:
            first += 1
        while last > first and self._source[last] == self._ends[last]:
            last -= 1
        start = self._source[first]
        if self._kinds[first]:
            start += max(0, span.start - self._prose[first])
        end = self._ends[last]
        if self._kinds[last]:
            end = min(end, self._source[last] + span.end - self._prose[last])
        if end < start:
            return Region(min(self._source[first : last + 1]), max(self._ends[first : last + 1]))
        return Region(start, end)

    def verbatim(self, span: Span) -> bool:
        """Whether ``span`` lies in one verbatim run of source, so that an edit there is exact."""
        if not self._prose or span.end < span.start:
            return False
        first = max(0, bisect_right(self._prose, span.start) - 1)
        last = max(first, bisect_left(self._prose, span.end) - 1)
        if not all(self._kinds[first : last + 1]):
            return False
        return all(self._ends[i] == self._source[i + 1] for i in range(first, last))

    def _offset(self, at: int) -> int:
        i = max(0, bisect_right(self._prose, at) - 1)
        if self._kinds[i]:
            return min(self._ends[i], self._source[i] + at - self._prose[i])
        return self._source[i] if at <= self._prose[i] else self._ends[i]

    def segments(self) -> list[tuple[Span, Region, bool]]:
        """Every segment as (prose span, source region, verbatim), for tests and for readers of docx."""
        out = []
        for i, start in enumerate(self._prose[:-1]):
            out.append((Span(start, self._prose[i + 1]), Region(self._source[i], self._ends[i]), self._kinds[i]))
        return out


class ProseBuilder:
    """Collects prose and its projection together, so that neither can be built without the other."""

    __slots__ = ("_at", "_ends", "_kinds", "_parts", "_prose", "_source", "_text")

    def __init__(self, source: str) -> None:
        self._text = source
        self._parts: list[str] = []
        self._prose: list[int] = []
        self._source: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[bool] = []
        self._at = 0

    @property
    def at(self) -> int:
        """The length of the prose so far: the offset that the next piece starts at."""
        return self._at

    def verbatim(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it stands."""
        if end <= start:
            return
        if self._kinds and self._kinds[-1] and self._ends[-1] == start:
            self._ends[-1] = end
            self._parts.append(self._text[start:end])
            self._at += end - start
            return
        self._add(self._text[start:end], start, end, verbatim=True)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add ``text``, which the source spells as ``source[start:end]``."""
        if text:
            self._add(text, start, end, verbatim=self._text[start:end] == text)

    def synthetic(self, text: str, at: int) -> None:
        """Add ``text`` that no source stands behind, at the source offset ``at``."""
        if text:
            self._add(text, at, at, verbatim=False)

    def _add(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        self._prose.append(self._at)
        self._source.append(start)
        self._ends.append(end)
        self._kinds.append(verbatim)
        self._parts.append(text)
        self._at += len(text)

    @property
    def text(self) -> str:
        """The prose so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def finish(self) -> tuple[str, Projection]:
        """The prose and its projection. Raises ``AssertionError`` where a verbatim segment is none."""
        text = self.text
        for i, start in enumerate(self._prose):
            if self._kinds[i]:
                width = self._ends[i] - self._source[i]
                assert text[start : start + width] == self._text[self._source[i] : self._ends[i]], "a verbatim segment differs"
        # a closing sentinel lets every segment know its end
        last = self._ends[-1] if self._ends else 0
        return text, Projection([*self._prose, self._at], [*self._source, last], [*self._ends, last], [*self._kinds, False])
