"""From the byte offsets of UTF-8 to code points: worked out once for a text, then looked up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from stancelint.text.patterns import lazy

# runs of characters that take two, three and four bytes each


_WIDE = lazy("([\u0080-\u07ff]+)|([\u0800-\uffff]+)|[\U00010000-\U0010ffff]+")


def code_points(text: str) -> Callable[[int], int]:
    """A function from byte offset to code point offset, for offsets that stand between characters."""
    if text.isascii():
        return int
    # where in bytes each stretch of characters of one width begins, where in characters, and that width
    starts, places, widths = [0], [0], [1]
    extra = 0
    for run in _WIDE.finditer(text):
        start, end = run.span()
        width = 2 if run.group(1) else 3 if run.group(2) else 4
        starts += [start + extra, start + extra + (end - start) * width]
        places += [start, end]
        widths += [width, 1]
        extra += (end - start) * (width - 1)

    def place(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        return places[at] + (offset - starts[at]) // widths[at]

    return place
