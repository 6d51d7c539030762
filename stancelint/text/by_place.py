"""Things that lie somewhere in the prose, found by place: what overlaps a span, without looking at all the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Generic, TypeVar

    T = TypeVar("T")
else:
    T, Generic = None, {None: object}  # what is generic is so to the type checker alone


class ByPlace(Generic[T]):
    """``things`` in the order in which their ``spans`` start; spans may nest and overlap.

    Beside each start stands the furthest end so far, so that a search may stop as soon as nothing earlier reaches the span."""

    __slots__ = ("_furthest", "_spans", "_starts", "_things")

    def __init__(self, spans: Sequence[Span], things: Sequence[T]) -> None:
        self._spans = spans
        self._things = things
        self._starts = [span.start for span in spans]
        self._furthest = list(accumulate((span.end for span in spans), max))

    def backwards(self, span: Span) -> Iterator[T]:
        """The things that share a code point with ``span``, the last to start first. An empty span is taken for the point after it."""
        at = bisect_left(self._starts, max(span.end, span.start + 1)) - 1
        while at >= 0 and self._furthest[at] > span.start:
            if self._spans[at].end > span.start:
                yield self._things[at]
            at -= 1

    def any_at(self, span: Span) -> bool:
        """Whether anything shares a code point with ``span``."""
        return next(self.backwards(span), None) is not None
