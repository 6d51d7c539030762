"""The page as every later room sees it: prose in blocks, with the way back to the source."""

from __future__ import annotations

from stancelint.text.lines import Lines
from stancelint.text.projection import Projection
from stancelint.text.span import Region, Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    BlockKind = Literal["heading", "paragraph", "item", "cell", "caption"]
    BlockRole = Literal["", "headline", "standfirst", "byline", "dateline", "pull-quote"]


class Block(Value):
    """A run of prose that stands by itself: a heading, a paragraph, a list item, a table cell, a caption.

    ``span`` holds its prose without the break that follows. ``level`` is a heading's rank (1 to 6) or an
    item's depth in its lists; ``quoted`` counts the blockquotes around it. ``role`` is what the format says
    of it; roles that need the policy (contested, provenance) are found later.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    quoted: int = 0
    role: BlockRole = ""


class Link(Value):
    """A link of the draft. ``target`` is the address with entities and escapes undone, ``region`` where the
    source writes it, ``span`` the prose it is set on (None for one that shows no words: front matter)."""

    target: str
    region: Region
    span: Span | None


class Comment(Value):
    """A comment that readers of the page never see, in whichever syntax the format has.

    ``text`` is what stands between its marks; ``at`` is the prose offset that it stands before, so that a
    waiver knows the next block."""

    text: str
    region: Region
    at: int


class Field(Value):
    """One scalar of the front matter: its dotted name, its value as written, and where."""

    name: str
    value: str
    region: Region


class Document(Value):
    """A draft after reading: what it says, in order, and where each character of it stands.

    ``source`` is the decoded file. ``text`` is the prose: blocks in order with one line feed between two
    blocks; soft line breaks inside a block are single spaces. ``opaque`` are spans of prose that are not
    words (addresses, code). ``fields`` is the front matter; ``date`` the draft's own date as ISO text where the
    format gives one. ``pointers`` are, for a draft in JSON, the JSON pointers of the nodes that spans of prose come from.
    """

    source: str
    text: str
    projection: Projection
    lines: Lines
    format: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    opaque: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()
    fields: tuple[Field, ...] = ()
    date: str | None = None
    pointers: tuple[tuple[Span, str], ...] = ()

    def takes(self, text: str) -> bool:
        """Whether ``text`` may be written into the source as it stands: never where the source is not the file's own text, and in JSON
        not what a string there spells otherwise."""
        if self.format == "json":
            return text.isprintable() and '"' not in text and "\\" not in text
        return self.format != "docx"

    def region(self, span: Span) -> Region:
        """The source region of a prose span."""
        return self.projection.region(span)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds, or comes last before, the prose offset; -1 before the first."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return low - 1
