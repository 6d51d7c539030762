"""Writes the parser's events into a page: blocks, links, code and comments, with places in code points."""

from __future__ import annotations

import re

from stancelint.readers.byte_places import code_points
from stancelint.readers.markdown_targets import Targets
from stancelint.readers.template_tags import Cover, cover
from stancelint.text.patterns import lazy
from stancelint.text.span import Region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.readers.html_scribe import Scribe as HtmlScribe
    from stancelint.readers.page import Page
    from stancelint.text.document import BlockKind

_CODE_TAGS = ("<code", "<kbd", "<samp", "<tt", "<var")
_HREF = lazy(r"<a\s[^>]{0,2000}?href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.I)


class Scribe:
    """Takes events in order. ``emphasised`` are the indexes of the blocks that are wholly in emphasis."""

    def __init__(self, page: Page, body: int, components: bool) -> None:
        self.page = page
        self.body = body
        self.cover: Cover = cover(page.source, body, components)
        self.text = self.cover.text
        self.emphasised: set[int] = set()
        self._place = code_points(self.text)
        self._targets = Targets(self.text, body, self._place)
        self._hidden = list(reversed(self.cover.comments + self._targets.comments(page.source)))
        self._hidden.sort(key=lambda comment: -comment[1])
        self._lists = 0
        self._fresh_item = False
        self._quoted = 0
        self._silent = 0
        self._soft = -1
        self._inner_end = 0
        self._links: list[tuple[dict[str, Any], int]] = []
        self._emphasis = 0
        self._emphasis_from_start = False
        self._emphasis_end = -1
        self._image_only = False
        self._after_image = False
        self._html: HtmlScribe | None = None
        self._html_pieces: list[tuple[int, int]] = []

    # events

    def take(self, event: Any, start_byte: int, end_byte: int) -> None:
        """Write one event."""
        start, end = self._place(start_byte) + self.body, self._place(end_byte) + self.body
        if type(event) is str:
            if event != "Rule" and self._soft < 0:
                self._soft = start
            return
        [(name, said)] = event.items()
        if name == "Text":
            if not self._silent:
                self._write(said, start, end)
            self._inner_end = end
        elif name == "Start":
            kind, detail = (said, None) if type(said) is str else next(iter(said.items()))
            self._start(kind, detail, start, end)
        elif name == "End":
            self._end(said if type(said) is str else next(iter(said)), start, end)
        elif name == "Code":
            if not self._silent:
                self._code(said, start, end)
            self._inner_end = end
        elif name == "InlineHtml":
            self._inline_html(start, end)
            self._inner_end = end
        elif name == "Html":
            self._html_pieces.append((start, end))
        else:
            self._inner_end = end

    def finish(self) -> None:
        """End the last block, and place the comments that stand after it."""
        self.page.close()
        self._comments_before(len(self.page.source) + 1)

    def _open(self, kind: BlockKind, level: int = 0) -> None:
        self._soft = -1
        quoted = self._quoted + (self._html.quoted if self._html is not None else 0)
        self.page.open(kind, level, quoted)

    def _start(self, kind: str, detail: Any, start: int, end: int) -> None:
        if kind == "Paragraph":
            self._comments_before(start)
            if self._fresh_item:
                self._open("item", self._lists)
            else:
                self._open("paragraph")
            self._fresh_item = False
            self._emphasis, self._emphasis_from_start, self._emphasis_end, self._image_only = 0, False, -1, False
        elif kind == "Heading":
            self._comments_before(start)
            self._open("heading", int(detail["level"][1]))
        elif kind == "Item":
            self._comments_before(start)
            self._fresh_item = True
            self._open("item", self._lists)
        elif kind == "List":
            self._lists += 1
        elif kind == "BlockQuote":
            self._quoted += 1
            self._open("paragraph")
        elif kind in ("Emphasis", "Strong"):
            if self._emphasis == 0 and not self.page.started and not self._silent:
                self._emphasis_from_start = True
            self._emphasis += 1
            self._inner_end = start
        elif kind == "Link":
            self._links.append((detail, start))
            self._open_link(detail, start)
            self._inner_end = start + 1
        elif kind == "Image":
            self._silent += 1
            self._image_only = not self.page.started
        elif kind in ("CodeBlock", "MetadataBlock"):
            self.page.close()
            self._silent += 1
        elif kind == "HtmlBlock":
            self.page.close()
            self._html_pieces.clear()
        elif kind == "TableCell":
            self._open("cell")

    def _end(self, kind: str, start: int, end: int) -> None:
        page = self.page
        if kind == "Paragraph":
            if page.started:
                whole = self._emphasis_end == page.prose.at
                if whole:
                    self.emphasised.add(len(page.blocks))
                if whole and (self._image_only or self._after_image):
                    page.turn_into("caption")
            self._after_image = self._image_only and not page.started
            page.close()
        elif kind in ("Emphasis", "Strong"):
            self._emphasis = max(0, self._emphasis - 1)
            if self._emphasis == 0 and self._emphasis_from_start:
                self._emphasis_end, self._emphasis_from_start = page.prose.at, False
            self._inner_end = end
        elif kind == "Link":
            self._close_link(end)
            self._inner_end = end
        elif kind == "Image":
            self._silent -= 1
            self._inner_end = end
        elif kind == "Heading" or kind == "TableCell":
            page.close()
        elif kind in ("CodeBlock", "MetadataBlock"):
            self._silent -= 1
            self._open("paragraph")
        elif kind == "List":
            self._lists -= 1
            self._open("paragraph")
        elif kind == "Item":
            self._fresh_item = False
            page.close()
        elif kind == "BlockQuote":
            self._quoted -= 1
            self._open("paragraph")
        elif kind == "HtmlBlock":
            self._write_html()
            self._open("paragraph")
        elif kind not in ("Strikethrough", "Superscript", "Subscript"):
            page.close()
        else:
            self._inner_end = end

    # words

    def _break(self, at: int) -> None:
        """A line that ended before ``at`` is a space in prose."""
        if self._soft >= 0:
            if self.page.started:
                self.page.replaced(" ", self._soft, at)
            self._soft = -1

    def _write(self, said: str, start: int, end: int) -> None:
        if self._hidden:
            self._comments_before(start)
        cover_mark = self.cover.mark
        if cover_mark and cover_mark in said:
            self._write_around_cover(start, end)
            return
        self._break(start)
        page = self.page
        if end - start == len(said) and page.source.startswith(said, start):
            page.flowing(start, end)
        else:
            page.replaced(said, start, end)

    def _write_around_cover(self, start: int, end: int) -> None:
        """Write what of a covered text shows: covered characters keep their places and say nothing."""
        mark, text, at = self.cover.mark, self.text, start
        while at < end:
            if text[at - self.body] == mark:
                at += 1
                continue
            stop = text.find(mark, at - self.body, end - self.body)
            stop = end if stop < 0 else stop + self.body
            self._break(at)
            link = self.cover.links.get(at)
            if link is not None:
                self.page.open_link(*link)
            self.page.flowing(at, stop)
            if link is not None:
                self.page.close_link()
            at = stop

    def _code(self, said: str, start: int, end: int) -> None:
        source, page = self.page.source, self.page
        inner = start
        while inner < end and source[inner] == "`":
            inner += 1
        ticks = inner - start
        pieces = _code_pieces(source, inner, end - ticks, said)
        self._break(start)
        page.open_opaque()
        if pieces is None:
            page.replaced(said.replace(self.cover.mark or "\0", ""), start, end)
        for text, piece_start, piece_end in pieces or ():
            if text is None:
                page.verbatim(piece_start, piece_end)
            else:
                page.replaced(text, piece_start, piece_end)
        page.close_opaque()

    # links

    def _open_link(self, detail: dict[str, Any], start: int) -> None:
        if self._silent or detail["dest_url"].startswith("#"):
            return
        self._break(start)
        if detail["link_type"] in ("Autolink", "Email"):
            self.page.open_opaque()
        # where the target stands is known only when the words have been read
        self.page.open_link(detail["dest_url"], Region(start, start))

    def _close_link(self, end: int) -> None:
        detail, start = self._links.pop()
        if self._silent or detail["dest_url"].startswith("#"):
            return
        region = self._targets.region(detail, start, self._inner_end, end)
        self.page.place_link(region)
        self.page.close_link()
        if detail["link_type"] in ("Autolink", "Email"):
            self.page.close_opaque()

    # HTML and comments

    def _inline_html(self, start: int, end: int) -> None:
        source, page = self.page.source, self.page
        tag = source[start:end]
        lowered = tag[:6].lower()
        if lowered.startswith("<!--"):
            page.comment(tag[4:-3], start, end)
        elif lowered.startswith("<br"):
            if self._soft < 0:
                self._soft = start
        elif lowered.startswith("</a>") and not self._links:
            page.close_link()
        elif lowered.startswith("<a") and not self._links and (href := _HREF.match(tag)) is not None:
            group = href.lastindex or 1
            self._break(start)
            page.open_link(href.group(group), Region(start + href.start(group), start + href.end(group)))
        elif lowered.startswith(_CODE_TAGS):
            self._break(start)
            page.open_opaque()
        elif lowered.startswith(tuple("</" + name[1:] for name in _CODE_TAGS)):
            page.close_opaque()

    def _write_html(self) -> None:
        if self._html is None:
            from stancelint.readers.html_scribe import Scribe as HtmlScribe

            self._html = HtmlScribe(self.page, names_headline=False, unsaid=self.cover.ranges, before=self._comments_before)
        pieces: list[tuple[int, int]] = []
        for start, end in self._html_pieces:
            if pieces and pieces[-1][1] == start:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
        self._html_pieces.clear()
        for start, end in pieces:
            self._comments_before(start)
            self._html.feed(start, end)
        self.page.close()

    def _comments_before(self, offset: int) -> None:
        while self._hidden and self._hidden[-1][1] < offset:
            self.page.comment(*self._hidden.pop())


def _code_pieces(source: str, start: int, end: int, said: str) -> list[tuple[str | None, int, int]] | None:
    """The pieces of code between its ticks: line ends and the marks of quotations after them are spaces, and a table escapes its bars.

    None where that does not come to what the parser says."""
    pieces: list[tuple[str | None, int, int]] = []
    at = start
    for mark in _CODE_MARK.finditer(source, start, end):
        text = mark.group()
        if text == "\\|" and text in said:
            continue
        pieces += [(None, at, mark.start()), ("|" if text == "\\|" else " ", *mark.span())]
        at = mark.end()
    pieces.append((None, at, end))
    made = "".join(source[a:b] if text is None else text for text, a, b in pieces)
    if made.split() != said.split():
        return None
    if made[:1] == made[-1:] == " " and made.strip() and len(said) < len(made):
        # one blank at either end only keeps the ticks apart
        pieces = [(text, a + (a == start), b - (b == end)) for text, a, b in pieces]
    return pieces


_CODE_MARK = lazy(r"(?:\r\n|\n|\r)[ \t>]*|\\\|")
