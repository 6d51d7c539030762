"""WordPress copy: HTML in strings, whole posts or block by block, with the way back through both spellings."""

from __future__ import annotations

from stancelint.readers.html_scribe import Scribe
from stancelint.readers.json_values import Json, Said
from stancelint.readers.page import Page
from stancelint.text.document import Link
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.readers.cms_json import Path, Writer
    from stancelint.text.document import BlockKind, BlockRole

# the attributes that hold a block's words, in the order in which they are shown
_WORDS = ("content", "value", "values", "text", "citation", "caption")
_CODE = ("core/code", "core/preformatted", "core/shortcode")


def write_copy(writer: Writer, value: Json, path: Path) -> None:
    """Write a post's HTML, or its list of blocks."""
    if isinstance(value, Said):
        write_html(writer, value, path)
    elif isinstance(value, list):
        work: list[tuple[Json, Path, int]] = [(block, (*path, index), 0) for index, block in reversed(list(enumerate(value)))]
        while work:
            _write_block(writer, *work.pop(), work)


def _write_block(writer: Writer, block: Json, path: Path, quoted: int, work: list[tuple[Json, Path, int]]) -> None:
    if not isinstance(block, dict):
        return
    kind = block.get("blockName") or block.get("name")
    name = kind.text if isinstance(kind, Said) else ""
    if name in _CODE:
        return
    role: BlockRole = "pull-quote" if name == "core/pullquote" else ""
    inner = block.get("innerBlocks")
    blocks = inner if isinstance(inner, list) else []
    quoted += name in ("core/quote", "core/pullquote")
    html = block.get("innerHTML")
    attributes = block.get("attributes")
    if isinstance(html, Said):
        if not blocks:
            # the tags of the quotation are in its own HTML, and count there
            write_html(writer, html, (*path, "innerHTML"), role, quoted=max(0, quoted - ("<blockquote" in html.text)))
    elif isinstance(attributes, dict):
        for key in _WORDS:
            words = attributes.get(key)
            if isinstance(words, Said) and words.text.strip():
                shape: tuple[BlockKind, int] = ("caption", 0) if key == "caption" else _shape(name, attributes)
                write_html(writer, words, (*path, "attributes", key), role, shape=shape, quoted=quoted)
    work += [(child, (*path, "innerBlocks", index), quoted) for index, child in reversed(list(enumerate(blocks)))]


def _shape(name: str, attributes: dict[str, Json]) -> tuple[BlockKind, int]:
    level = attributes.get("level")
    if name == "core/heading":
        return "heading", int(level.text) if isinstance(level, Said) and level.text in ("1", "2", "3", "4", "5", "6") else 2
    return ("item", 1) if name == "core/list-item" else ("paragraph", 0)


def write_html(
    writer: Writer, said: Said, path: Path, role: BlockRole = "", *, shape: tuple[BlockKind, int] | None = None, quoted: int = 0
) -> None:
    """Write the HTML that a string holds. ``shape`` is the kind and rank of a fragment that has no block of its own."""
    inner = Page(said.text)
    Scribe(inner).feed(0, len(said.text))
    inner.close()
    inner.close_link()
    page = writer.page
    segments = _segments(inner)
    at = 0
    for block in inner.blocks:
        kind, level = (block.kind, block.level) if shape is None or block.kind != "paragraph" else shape
        given = role or block.role
        if given == "headline":
            kind, level = "heading", 1
        page.open(kind, level, block.quoted + quoted, given)
        while at < len(segments) and segments[at][0].start < block.span.end:
            span, region, verbatim = segments[at]
            if verbatim:
                writer.text(said, path, region.start, region.end)
            elif region.end > region.start:
                page.replaced(inner.prose.text[span.start : span.end], said.place(region.start), said.place(region.end))
            at += 1
        shift = page.block_start - block.span.start
        _carry(page, inner, said, block.span, shift)
        page.close()


def _segments(inner: Page) -> list[tuple[Span, Region, bool]]:
    return inner.prose.finish()[1].segments() if inner.prose.at else []


def _carry(page: Page, inner: Page, said: Said, span: Span, shift: int) -> None:
    """Carry links, code and comments of one block over to the page."""
    for link in inner.links:
        if link.span is not None and span.covers(link.span):
            region = Region(said.place(link.region.start), said.place(link.region.end))
            page.links.append(Link(link.target, region, Span(link.span.start + shift, link.span.end + shift)))
    page.opaque += [Span(code.start + shift, code.end + shift) for code in inner.opaque if span.covers(code)]
    for comment in inner.comments:
        if span.start <= comment.at < span.end:
            page.comment_at(comment.text, Region(said.place(comment.region.start), said.place(comment.region.end)), comment.at + shift)
