"""A page while it is being written: every reader reports what it meets here, and the document comes out."""

from __future__ import annotations

from stancelint.readers.addresses import add_bare_addresses
from stancelint.text.document import Block, Comment, Document, Field, Link
from stancelint.text.lines import Lines
from stancelint.text.patterns import lazy
from stancelint.text.projection import ProseBuilder
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import BlockKind, BlockRole

_LINE_END = lazy(r"\r\n|\n|\r")


class Page:
    """Collects blocks, links, code and comments in the order in which a reader meets them.

    A block opened without prose leaves no trace; so a reader may open one at every tag. Links and code that run
    over the end of a block end with it."""

    # fmt: off
    __slots__ = (
        "_kind", "_level", "_link", "_opaque_from", "_quoted", "_role", "_start", "_waiting",
        "blocks", "comments", "fields", "links", "opaque", "prose", "source",
    )
    # fmt: on

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = ProseBuilder(source)
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.opaque: list[Span] = []
        self.comments: list[Comment] = []
        self.fields: list[Field] = []
        self._waiting: list[tuple[str, Region]] = []
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._quoted = 0
        self._role: BlockRole = ""
        self._start = -1
        self._link: tuple[str, Region, int] | None = None
        self._opaque_from = -1

    # blocks

    def open(self, kind: BlockKind, level: int = 0, quoted: int = 0, role: BlockRole = "") -> None:
        """End the block before and begin one."""
        self.close()
        self._kind, self._level, self._quoted, self._role = kind, level, quoted, role

    def close(self) -> None:
        """End the block, if one has prose."""
        if self._start < 0:
            return
        self._end_marks()
        self.blocks.append(Block(self._kind, Span(self._start, self.prose.at), self._level, self._quoted, self._role))
        self._start = -1

    def turn_into(self, kind: BlockKind) -> None:
        """Make the block at hand another kind of block."""
        self._kind = kind

    @property
    def started(self) -> bool:
        """Whether the block at hand has prose."""
        return self._start >= 0

    @property
    def block_start(self) -> int:
        """The prose offset at which the block at hand begins."""
        return self._start

    def verbatim(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` to the block."""
        if end > start:
            if self._start < 0:
                self._begin(start)
            self.prose.verbatim(start, end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add ``text``, which the source spells as ``source[start:end]``."""
        if text:
            if self._start < 0:
                self._begin(start)
            # a line feed stands between blocks only
            self.prose.replaced(_LINE_END.sub(" ", text), start, end)

    def flowing(self, start: int, end: int) -> None:
        """Add ``source[start:end]``; a line end in it is a space in prose."""
        at = start
        for line_end in _LINE_END.finditer(self.source, start, end):
            self.verbatim(at, line_end.start())
            self.replaced(" ", *line_end.span())
            at = line_end.end()
        self.verbatim(at, end)

    def _begin(self, at: int) -> None:
        if self.blocks:
            self.prose.synthetic("\n", at)
        self._start = self.prose.at
        for text, region in self._waiting:
            self.comments.append(Comment(text, region, self._start))
        self._waiting.clear()
        if self._link is not None and self._link[2] < 0:
            self._link = (self._link[0], self._link[1], self._start)
        if self._opaque_from == -2:
            self._opaque_from = self._start

    # what stands in the prose

    def open_link(self, target: str, region: Region) -> None:
        """Begin the words of a link."""
        self.close_link()
        self._link = (target, region, self.prose.at if self._start >= 0 else -1)

    @property
    def link_target(self) -> str | None:
        """The target of the open link."""
        return self._link[0] if self._link is not None else None

    def close_link(self) -> None:
        """End the words of the link, if one is open."""
        if self._link is None:
            return
        target, region, start = self._link
        self._link = None
        shown = 0 <= start < self.prose.at
        self.links.append(Link(target, region, Span(start, self.prose.at) if shown else None))

    def place_link(self, region: Region) -> None:
        """Say where the open link writes its target, once that is known."""
        if self._link is not None:
            self._link = (self._link[0], region, self._link[2])

    def open_opaque(self) -> None:
        """Begin prose that is not words."""
        self._opaque_from = self.prose.at if self._start >= 0 else -2

    def close_opaque(self) -> None:
        """End prose that is not words."""
        if 0 <= self._opaque_from < self.prose.at:
            self.opaque.append(Span(self._opaque_from, self.prose.at))
        self._opaque_from = -1

    def _end_marks(self) -> None:
        if self._link is not None and self._link[2] >= 0:
            self.close_link()
        if self._opaque_from >= 0:
            self.close_opaque()

    def comment(self, text: str, start: int, end: int) -> None:
        """Add a comment; between two blocks it stands before the second."""
        if self._start >= 0:
            self.comments.append(Comment(text, Region(start, end), self.prose.at))
        else:
            self._waiting.append((text, Region(start, end)))

    def comment_at(self, text: str, region: Region, at: int) -> None:
        """Add a comment whose place in the prose is known."""
        self.comments.append(Comment(text, region, at))

    # the end

    def finish(
        self, form: str, date: str | None = None, pointers: tuple[tuple[Span, str], ...] = (), lines: Lines | None = None
    ) -> Document:
        """The document. Addresses that stand bare in the prose become links here; ``lines`` are those of a format that has its own."""
        self.close()
        self.close_link()
        text, projection = self.prose.finish()
        self.comments += [Comment(said, region, len(text)) for said, region in self._waiting]
        add_bare_addresses(text, projection, self.links, self.opaque)
        return Document(
            source=self.source,
            text=text,
            projection=projection,
            lines=lines or Lines(self.source),
            format=form,
            blocks=tuple(self.blocks),
            links=tuple(self.links),
            opaque=tuple(self.opaque),
            comments=tuple(self.comments),
            fields=tuple(self.fields),
            date=date,
            pointers=pointers,
        )
