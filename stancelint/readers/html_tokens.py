"""HTML cut into tags, text and comments, each with its place: forgiving as browsers are, and linear on any input."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.text.patterns import lazy

START, END, TEXT, COMMENT, RAW = range(5)

Token = tuple[int, int, int, str]
"""What it is, its source range, and a tag's name in lower case."""

_NAME = lazy(r"[A-Za-z][^\s/>]*")
_STOP = lazy(r"[>\"']")
_RAW = frozenset(("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"))
_ATTRIBUTE = lazy(r"([^\s\"'<>/=]+)(?:[ \t\r\n\f]*=[ \t\r\n\f]*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``source[start:end]``, in order and without gaps but for the inside of script and its kind.

    A tag, a comment or a script that never ends is text: a draft is not to be swallowed by a stray angle bracket."""
    find = _Finder(source, end)
    at = text_from = start
    while (open_at := find("<", at)) >= 0:
        after = source[open_at + 1 : open_at + 2]
        name = ""
        if after in ("!", "?"):
            kind, close = COMMENT, _declaration_end(source, open_at, find)
        elif after == "/" or (after.isascii() and after.isalpha()):
            kind = END if after == "/" else START
            found = _NAME.match(source, open_at + 1 + (kind == END), end)
            name = found.group().lower() if found is not None else ""
            close = find.tag_end(open_at)
        else:
            at = open_at + 1
            continue
        if close < 0:
            at = open_at + 1
            continue
        if text_from < open_at:
            yield TEXT, text_from, open_at, ""
        yield kind, open_at, close, name
        at = text_from = close
        if kind == START and name in _RAW and (raw_end := find.raw_end(close, name)) > close:
            yield RAW, close, raw_end, name
            at = text_from = raw_end
    if text_from < end:
        yield TEXT, text_from, end, ""


class _Finder:
    """Finds marks, and remembers those that come no more, so that no part of a file is searched twice in vain."""

    __slots__ = ("_end", "_missing", "_source", "_trust_quotes")

    def __init__(self, source: str, end: int) -> None:
        self._source = source
        self._end = end
        self._missing: set[str] = set()
        self._trust_quotes = True

    def __call__(self, mark: str, at: int) -> int:
        """The next ``mark`` at or after ``at``, or -1. Searches must go forward."""
        if mark in self._missing:
            return -1
        found = self._source.find(mark, at, self._end)
        if found < 0:
            self._missing.add(mark)
        return found

    def tag_end(self, at: int) -> int:
        """Where the tag that opens at ``at`` ends, or -1. A quoted value may hold a closing bracket."""
        if self._trust_quotes:
            end = self._quoted_tag_end(at)
            if end >= 0:
                return end
            # one mark is broken and no later one is believed, lest every tag read on to the end of the file
            self._trust_quotes = False
        found = self(">", at)
        return found + 1 if found >= 0 else -1

    def _quoted_tag_end(self, at: int) -> int:
        source, end = self._source, self._end
        here = at + 1
        while (stop := _STOP.search(source, here, end)) is not None:
            if stop.group() == ">":
                return stop.end()
            here = stop.end()
            # a quotation mark counts only where a value begins
            if source[max(at, here - 40) : here - 1].rstrip()[-1:] == "=":
                here = self(stop.group(), here) + 1
                if here == 0:
                    return -1
        return -1

    def raw_end(self, at: int, name: str) -> int:
        """Where the inside of a raw element ends, before its end tag; ``at`` where it has none."""
        here = at
        end_tag = "</" + name
        while end_tag not in self._missing and (found := self("</", here)) >= 0:
            if self._source[found : found + len(end_tag)].lower() == end_tag:
                return found
            here = found + 2
        self._missing.add(end_tag)
        return at


def _declaration_end(source: str, at: int, find: _Finder) -> int:
    if not source.startswith("<!--", at):
        found = find(">", at)
        return found + 1 if found >= 0 else -1
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, at):
            return at + len(empty)
    found = find("-->", at + 4)
    return found + 3 if found >= 0 else -1


def attributes(source: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The attributes of the tag ``source[start:end]``: name in lower case, and the place of the value between its quotes."""
    found: dict[str, tuple[int, int]] = {}
    name = _NAME.match(source, start + 1, end)
    for match in _ATTRIBUTE.finditer(source, name.end() if name else start + 1, end):
        group = match.lastindex or 1
        place = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match.group(1).lower(), place)
    return found
