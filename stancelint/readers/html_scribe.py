"""Writes HTML into a page: which tags break blocks, what each block is, how white space falls together.

Deep nesting is counted, not stacked, wherever a count will do: an end tag that matches nothing costs nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from stancelint.readers import html_meaning as meaning
from stancelint.readers import html_tags as tags
from stancelint.readers.html_tokens import COMMENT, END, RAW, START, TEXT, attributes, tokens
from stancelint.text.patterns import lazy
from stancelint.text.span import Region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.readers.page import Page
    from stancelint.text.document import BlockKind, BlockRole

_UNEVEN = lazy(r"[ \t\r\n\f]{2,}|[\t\r\n\f]|&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_BLANKS = " \t\r\n\f"
ROLE_BLOCKS = 3  # a role that a container gives reaches so many blocks, lest an unclosed one claim the article


class Scribe:
    """Takes tokens in order and writes to ``page``. One scribe serves a whole draft, in one call or in pieces.

    ``date`` is the first date that a time element or a meta tag gives, as written; ``headline`` is the index of the
    block of the first h1, or -1. ``show_hidden`` reads on through hidden elements, where one was never closed; without
    ``names_headline`` no h1 is made the headline, for the format around the HTML has its own. ``unsaid`` are stretches of source,
    in order, that are no words: the template tags of that format, whose comments ``before`` writes, up to an offset."""

    def __init__(
        self,
        page: Page,
        *,
        title_is_headline: bool = False,
        show_hidden: bool = False,
        names_headline: bool = True,
        unsaid: Sequence[tuple[int, int]] = (),
        before: Callable[[int], None] | None = None,
    ) -> None:
        self.page = page
        self.date: str | None = None
        self.headline = -1
        self.quoted = 0
        self.hidden_from = -1
        self._title_is_headline = title_is_headline
        self._names_headline = names_headline
        self._in_header = False
        self._header_headline = False
        self._show_hidden = show_hidden
        self._unsaid = unsaid
        self._before = before
        self._lists = 0
        self._fresh_item = False
        self._in_item = 0
        self._heading = 0
        self._cell = 0
        self._caption = False
        self._gap: tuple[int, int] | None = None
        self._hidden = ""
        self._hidden_depth = 0
        self._role: BlockRole = ""
        self._role_tag = ""
        self._role_depth = 0
        self._role_left = 0
        self._site_title = False

    def feed(self, start: int, end: int) -> None:
        """Write ``source[start:end]``."""
        for kind, at, stop, name in tokens(self.page.source, start, end):
            if self._unsaid and (kind == TEXT or not any(self._said(at, at + 1))):
                for piece in self._said(at, stop) if kind == TEXT and not self._hidden else ():
                    if self._before is not None:
                        self._before(piece[0])
                    self._text(*piece)
            elif kind == RAW and name == "script":
                self.date = self.date or meaning.date_of_linked_data(self.page.source, at, stop)
            elif self._hidden:
                self._pass_hidden(kind, at, name)
            elif kind == TEXT:
                self._text(at, stop)
            elif kind == START:
                self._start(at, stop, name)
            elif kind == END:
                self._end(name)
            elif kind == COMMENT:
                self._comment(at, stop)
            elif kind == RAW and name == "title" and self._title_is_headline:
                self._title(at, stop)

    # tags

    def _start(self, at: int, stop: int, name: str) -> None:
        page = self.page
        if name == "br":
            self._space(at, stop)
            return
        closed = page.source[stop - 2] == "/" or name in tags.VOID
        attrs = attributes(page.source, at, stop) if stop - at > len(name) + 2 else {}
        if self.date is None and name in ("meta", "time"):
            self.date = meaning.date_of(page.source, attrs)
        hides = not closed and not self._show_hidden and not (name == "title" and self._title_is_headline)
        if hides and meaning.hides(page.source, name, attrs, stop):
            self._hidden, self._hidden_depth, self.hidden_from = name, 1, stop
            if name in tags.BLOCKS:
                self._break()
            return
        if name in tags.BLOCKS:
            self._enter_block(name)
        elif name == "a":
            self._open_link(attrs)
        elif name in tags.OPAQUE and not closed:
            self._write_gap()
            page.open_opaque()
        if name == self._role_tag and not closed:
            self._role_depth += 1
        if "class" in attrs or "rel" in attrs or "itemprop" in attrs:
            self._take_role(name, attrs, closed)
        if name in tags.BLOCKS:
            self._open_block()

    def _end(self, name: str) -> None:
        page = self.page
        if name == "a":
            page.close_link()
        elif name in tags.OPAQUE:
            page.close_opaque()
        elif name in tags.BLOCKS:
            self._break()
            self._leave_block(name)
        if name == self._role_tag:
            self._role_depth -= 1
            if self._role_depth <= 0:
                self._role, self._role_tag = "", ""
        if name in tags.BLOCKS:
            self._open_block()

    def _enter_block(self, name: str) -> None:
        self._break()
        if name in tags.HEADINGS:
            self._heading = tags.HEADINGS[name]
            return
        self._heading = 0
        if name in tags.LISTS:
            self._lists += 1
        elif name in ("li", "dd", "dt"):
            self._fresh_item = True
            self._in_item = max(1, self._lists)
        elif name == "blockquote":
            self.quoted += 1
        elif name in tags.CELLS:
            self._cell = 1
        elif name in tags.CAPTIONS:
            self._caption = True
        elif name in ("header", "hgroup"):
            self._in_header = True

    def _leave_block(self, name: str) -> None:
        if name in tags.HEADINGS:
            self._heading = 0
            self._site_title = False
        elif name in tags.LISTS:
            self._lists = max(0, self._lists - 1)
            self._in_item = self._lists
            self._fresh_item = False
        elif name in ("li", "dd", "dt"):
            self._in_item = 0
            self._fresh_item = False
        elif name == "blockquote":
            self.quoted = max(0, self.quoted - 1)
        elif name in tags.CELLS or name in ("tr", "table"):
            self._cell = 0
        elif name in tags.CAPTIONS or name == "figure":
            self._caption = False
        elif name in ("header", "hgroup"):
            self._in_header = self._header_headline = False

    def _break(self) -> None:
        self._gap = None
        page = self.page
        if page.started:
            if self._heading == 1 and self._can_be_headline():
                self.headline = len(page.blocks)
                self._header_headline = self._in_header
            elif self._header_headline and not self._role:
                self._header_headline = False  # one paragraph beside the headline is the standfirst
            self._fresh_item = False
            if self._role:
                self._role_left -= 1
                if self._role_left <= 0:
                    self._role, self._role_tag = "", ""
        page.close()

    def _open_block(self) -> None:
        kind: BlockKind = "paragraph"
        level = 0
        if self._heading:
            kind, level = "heading", self._heading
        elif self._caption:
            kind = "caption"
        elif self._cell:
            kind = "cell"
        elif self._in_item and self._fresh_item:
            kind, level = "item", self._in_item
        role = self._role
        if level == 1 and kind == "heading" and self._can_be_headline():
            role = "headline"
        elif kind == "paragraph" and self._header_headline and not role:
            role = "standfirst"
        self.page.open(kind, level, self.quoted, role)

    def _can_be_headline(self) -> bool:
        return self._names_headline and self.headline < 0 and not self._site_title

    # what a tag says beside its name

    def _take_role(self, name: str, attrs: dict[str, tuple[int, int]], closed: bool) -> None:
        if closed or self._role:
            return
        words = meaning.class_words(self.page.source, attrs)
        if name in tags.HEADINGS:
            self._site_title = meaning.is_site_title(words)
            if self._heading == 1 and self.headline < 0:
                return
        role = meaning.role_of(words, starts_block=not self.page.started, blocks_before=len(self.page.blocks))
        if role:
            self._role, self._role_tag, self._role_depth, self._role_left = role, name, 1, ROLE_BLOCKS
            if name not in tags.BLOCKS and not self.page.started:
                self._open_block()

    def _pass_hidden(self, kind: int, at: int, name: str) -> None:
        if name != self._hidden:
            return
        if kind == START:
            self._hidden_depth += 1
        elif kind == END:
            self._hidden_depth -= 1
            if self._hidden_depth == 0:
                self._hidden, self.hidden_from = "", -1
                if name in tags.BLOCKS:
                    self._open_block()

    def _open_link(self, attrs: dict[str, tuple[int, int]]) -> None:
        self.page.close_link()
        if "href" not in attrs:
            return
        start, end = attrs["href"]
        target = self.page.source[start:end].strip()
        if not target or target.startswith("#") or target[:11].lower() == "javascript:":
            return
        if "&" in target:
            from html import unescape

            target = unescape(target)
        self._write_gap()
        self.page.open_link(target, Region(start, end))

    # words

    def _title(self, start: int, end: int) -> None:
        self.page.open("heading", 1, role="headline")
        self._text(start, end)
        self.page.close()
        self._gap = None

    def _text(self, start: int, end: int) -> None:
        page, source = self.page, self.page.source
        at = start
        if source[start] in _BLANKS:
            first = _UNEVEN.match(source, start, end)
            at = first.end() if first is not None and source[first.start()] in _BLANKS else start + 1
            self._space(start, at)
            if at >= end:
                return
        stop = end
        while source[stop - 1] in _BLANKS:
            stop -= 1
        if at >= stop:
            return
        self._write_gap()
        for uneven in _UNEVEN.finditer(source, at, stop):
            page.verbatim(at, uneven.start())
            at = uneven.end()
            said = uneven.group()
            if said[0] == "&":
                from html import unescape

                page.replaced(unescape(said), uneven.start(), at)
            else:
                page.replaced(" ", uneven.start(), at)
        page.verbatim(at, stop)
        if stop < end:
            self._space(stop, end)

    def _said(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between ``start`` and ``end`` that are not unsaid."""
        for index in range(max(0, bisect_right(self._unsaid, start, key=itemgetter(0)) - 1), len(self._unsaid)):
            unsaid = self._unsaid[index]
            if unsaid[0] >= end:
                break
            if start < unsaid[0]:
                yield start, unsaid[0]
            start = max(start, unsaid[1])
        if start < end:
            yield start, end

    def _space(self, start: int, end: int) -> None:
        if self.page.started and self._gap is None:
            self._gap = (start, end)

    def _write_gap(self) -> None:
        if self._gap is not None and self.page.started:
            self.page.replaced(" ", *self._gap)
        self._gap = None

    def _comment(self, start: int, end: int) -> None:
        source = self.page.source
        if not source.startswith("<!--", start):
            return
        text = source[start + 4 : max(start + 4, end - 3)]
        # a block editor's own marks, and conditional comments, are nobody's words
        if not text.lstrip().startswith(("wp:", "/wp:", "[if", "<![endif")):
            self.page.comment(text, start, end)
