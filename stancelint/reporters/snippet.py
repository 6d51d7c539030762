"""The sentence with carets under the words: cut into rows of the terminal's width, every mark in its own cells.

The manner is rustc's; the rows are not, because a paragraph of a draft is one line of a thousand characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters.cells import cells_of, widths
from stancelint.text.patterns import lazy
from stancelint.text.value import Value
from stancelint.text.visible import visible_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Finding

_LINE_END = lazy(r"\r\n|\n|\r")
_MOST_ROWS = 7


class Row(Value):
    """One row to print: the line number where it begins a line of the draft, its words, and the marks under them.

    ``words`` is None for a row that stands for those left out."""

    number: int | None
    words: str | None
    marks: str = ""


def snippet(finding: Finding, room: int) -> list[Row]:
    """The rows that show a finding in its sentence, none wider than ``room`` cells; ``^`` is under the finding, ``-`` under evidence."""
    text, offset, number = _shown_text(finding)
    marked = [(finding.start.offset, max(finding.end.offset, finding.start.offset + 1), "^")]
    for piece in finding.evidence:
        if piece.start and piece.end and piece.end.offset > piece.start.offset:
            marked.append((piece.start.offset, piece.end.offset, "-"))
    rows: list[Row] = []
    for start, end, after in _lines(text):
        marks = _marks(text[start:end], offset + start, offset + after, marked)
        rows.extend(_line_rows(text[start:end], marks, number, room))
        number += 1
    if len(rows) > 1 and not rows[-1].words and not rows[-1].marks:
        rows.pop()
    return _fewer(rows)


def _shown_text(finding: Finding) -> tuple[str, int, int]:
    """The words to show, the offset and the line number that they begin at."""
    excerpt = finding.excerpt
    if excerpt is None or not excerpt.offset <= finding.start.offset <= excerpt.offset + len(excerpt.text):
        return finding.text, finding.start.offset, finding.start.line
    before = excerpt.text[: finding.start.offset - excerpt.offset]
    return excerpt.text, excerpt.offset, finding.start.line - sum(1 for _ in _LINE_END.finditer(before))


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of every line, and where the next one starts; what follows the last line end is a line too."""
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, end.start(), end.end()
        start = end.end()
    yield start, len(text), len(text) + 1


def _marks(line: str, offset: int, after: int, marked: list[tuple[int, int, str]]) -> list[str]:
    """The mark under each code point of a line, and under its end; the finding's own lies over those of its evidence."""
    marks = [" "] * (len(line) + 1)
    for start, end, mark in reversed(marked):
        if not (start < after and offset < end):
            continue
        first, last = max(0, start - offset), min(len(line), end - offset)
        if start - offset >= len(line):
            first, last = len(line), len(line) + 1
        if last <= len(line) and not any(widths(line[first:last])):
            first, last = _with_a_neighbour(line, first, last)
        marks[first:last] = [mark] * (last - first)
    return marks


def _with_a_neighbour(line: str, first: int, last: int) -> tuple[int, int]:
    """A stretch of no width, widened to the character that it sits on, or to the one after it at a line's head."""
    while first > 0:
        first -= 1
        if any(widths(line[first])):
            return first, last
    while last < len(line) and not any(widths(line[last])):
        last += 1
    return first, last + 1


def _line_rows(line: str, marks: list[str], number: int, room: int) -> Iterator[Row]:
    shown = [visible_character(character) for character in line]
    cells = [cells_of(piece) if len(piece) > 1 else one for piece, one in zip(shown, widths(line), strict=True)]
    shown.append(" ")  # the end of the line, where an empty finding may stand
    cells.append(1)
    first = True
    for start, end in _wrap(shown, cells, room):
        words = "".join(shown[start:end]).rstrip()
        under = "".join(mark * size for mark, size in zip(marks[start:end], cells[start:end], strict=True)).rstrip()
        within = under[: cells_of(words)]
        if end < len(shown) and ("^" in within or "^" not in under):
            under = within
        yield Row(number if first else None, words, under)
        first = False


def _wrap(shown: list[str], cells: list[int], room: int) -> Iterator[tuple[int, int]]:
    """Where to cut a line into rows: after a blank or a wide character where there is one, else where the room ends."""
    start = break_at = used = since = 0
    for i, size in enumerate(cells):
        blank = shown[i] == " "
        if used + size > room and not blank and i > start and size:
            cut = break_at if break_at > start else i
            yield start, cut
            used = since if cut == break_at else 0
            start = break_at = cut
            since = 0
        used += size
        since += size
        if blank or (size == 2 and (i + 1 == len(cells) or cells[i + 1])):
            break_at, since = i + 1, 0
    if start < len(cells):
        yield start, len(cells)


def _fewer(rows: list[Row]) -> list[Row]:
    """The rows around the marks; a long stretch without any, and the middle of a very long finding, become one row of dots."""
    if len(rows) <= _MOST_ROWS:
        return rows
    found = [i for i, row in enumerate(rows) if "^" in row.marks] or [0]
    own = set(found if len(found) <= 4 else [*found[:2], found[-1]])
    near = {i for i, row in enumerate(rows) if "-" in row.marks and min(abs(i - found[0]), abs(i - found[-1])) <= 2}
    around = {j for i in (found[0], found[-1]) for j in (i - 1, i + 1)}
    kept = sorted((own | near | around) & set(range(len(rows))))
    fewer: list[Row] = []
    at = 0
    for i in kept:
        if i > at:
            fewer.append(Row(None, None))
        fewer.append(rows[i])
        at = i + 1
    if at < len(rows):
        fewer.append(Row(None, None))
    return fewer
