"""Places in files whose lines nobody sees: a Word file is paragraphs and runs, a document in JSON is nodes.

Imported for such files only. A reader gives the page lines of these kinds, and every place that is asked of them knows its own.
"""

from __future__ import annotations

from bisect import bisect_right

from stancelint.text.lines import Lines
from stancelint.text.span import Place, Region
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_SHOWN = 60


class WordPlace(Value):
    """A character of a Word file: the package's ``part`` (``document``, ``footnotes``, ``endnotes``), the paragraph in it, the run of
    that paragraph and the character of that run, each 1-based; and the nearest ``heading`` above, empty where there is none.

    Runs are counted as they stand in the file once every change is accepted. A note's heading is that of the words it is set on."""

    part: str
    paragraph: int
    run: int
    character: int
    heading: str

    @property
    def words(self) -> str:
        """``paragraph 9, run 2, character 5, under “Damage”``."""
        part = "" if self.part == "document" else f"{self.part}, "
        heading = self.heading if len(self.heading) <= _SHOWN else f"{self.heading[: _SHOWN - 1].rstrip()}…"
        under = f", under “{heading}”" if heading else ""
        return f"{part}paragraph {self.paragraph}, run {self.run}, character {self.character}{under}"


class NodePlace(Value):
    """A string of a document in JSON, by its JSON pointer (RFC 6901)."""

    pointer: str

    @property
    def words(self) -> str:
        """``node /body/content/0/text``."""
        return f"node {self.pointer}"


InnerPlace: TypeAlias = WordPlace | NodePlace


class Part(Value):
    """A part of a Word file: its name, and its first line, 1-based, in the source that was composed."""

    name: str
    line: int


class WordLines(Lines):
    """The lines of a Word file, a paragraph each. ``runs`` are, line by line, the offsets in it at which runs begin; ``headings`` are
    (line, words) in order of line: what stands from that line on is under them."""

    __slots__ = ("_headings", "_parts", "_runs")

    def __init__(self, source: str, runs: list[list[int]], parts: list[Part], headings: list[tuple[int, str]]) -> None:
        super().__init__(source)
        self._runs = runs
        self._parts = parts
        self._headings = headings

    def place(self, offset: int) -> Place:
        """The place of ``offset`` with its paragraph, run and character."""
        place = super().place(offset)
        part = next(part for part in reversed(self._parts) if part.line <= place.line)
        starts = self._runs[place.line - 1]
        run = max(1, bisect_right(starts, place.column - 1))
        begin = starts[run - 1] if starts else 0
        under = bisect_right(self._headings, place.line, key=lambda heading: heading[0])
        heading = self._headings[under - 1][1] if under else ""
        within = WordPlace(part.name, place.line - part.line + 1, run, place.column - begin, heading)
        return Place(place.offset, place.line, place.column, within)


class NodeLines(Lines):
    """The lines of a document in JSON. ``nodes`` are the regions of its strings with their pointers, in order of source."""

    __slots__ = ("_nodes",)

    def __init__(self, source: str, nodes: list[tuple[Region, str]]) -> None:
        super().__init__(source)
        self._nodes = nodes

    def place(self, offset: int) -> Place:
        """The place of ``offset`` with the node that holds it, if one does."""
        place = super().place(offset)
        at = bisect_right(self._nodes, offset, key=lambda node: node[0].start) - 1
        if at < 0 or offset > self._nodes[at][0].end:
            return place
        return Place(place.offset, place.line, place.column, NodePlace(self._nodes[at][1]))
