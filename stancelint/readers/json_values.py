"""JSON with places: every string knows where in the source its characters are written."""

from __future__ import annotations

from bisect import bisect_right

from stancelint.errors import DraftError
from stancelint.readers.page import Page
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

MAX_DEPTH = 200

_TOKEN = lazy(r"[ \t\r\n]*(?:([{}\[\],:])|(\"[^\"\\\x00-\x1f]*(?:\\.[^\"\\\x00-\x1f]*)*\")|(-?\d[\d.eE+-]*|true|false|null))")
_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\", "/": "/"}


class Said:
    """A string of the file: ``text`` is what it says, ``start`` and ``end`` the source between its quotation marks.

    Raises ``DraftError`` for an escape that is cut short."""

    __slots__ = ("_escapes", "_starts", "end", "start", "text")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.start = start
        self.end = end
        # for each escape: where it is in the text, how long it is there, and its source range
        self._escapes: list[tuple[int, int, int, int]] = []
        parts: list[str] = []
        at, width = start, 0
        if source.find("\\", start, end) >= 0:
            for escape in _ESCAPE.finditer(source, start, end):
                if escape.group() == "\\u":
                    raise _malformed(source, escape.start(), "“\\u” without its four digits")
                said = _unescaped(escape.group())
                parts += [source[at : escape.start()], said]
                width += escape.start() - at
                self._escapes.append((width, len(said), *escape.span()))
                width += len(said)
                at = escape.end()
        parts.append(source[at:end])
        self.text = "".join(parts)
        self._starts = [escape[0] for escape in self._escapes]

    def place(self, offset: int) -> int:
        """The source offset of the character ``offset`` of the text; inside an escape, where the escape begins."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return self.start + offset
        at, width, start, end = self._escapes[index]
        return start if offset < at + width else end + offset - at - width

    def write(self, page: Page, start: int, end: int) -> None:
        """Write ``text[start:end]`` into the page, each piece with its place."""
        at = start
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._escapes)):
            where, width, escape_start, escape_end = self._escapes[index]
            if where >= end:
                break
            if where + width <= at:
                continue
            page.verbatim(self.place(at), self.place(at) + max(0, where - at))
            page.replaced(self.text[max(at, where) : min(end, where + width)], escape_start, escape_end)
            at = min(end, where + width)
        page.verbatim(self.place(at), self.place(at) + end - at)


Json: TypeAlias = "dict[str, Json] | list[Json] | Said | None"
"""A value: numbers, true, false and null are None, for no reader of copy needs them; but a whole number is a `Said` of its digits."""


def _unescaped(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    if len(escape) == 12:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    code = int(escape[2:], 16)
    # half of a pair is no character
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def read_json(source: str, start: int) -> Json:
    """The value that ``source`` holds from ``start`` on. Raises ``DraftError`` with the place where it is malformed or too deep."""
    stack: list[dict[str, Json] | list[Json]] = []
    keys: list[str | None] = []
    root: list[Json] = []
    expects = "value"
    at = start
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            if not source[at:].strip(" \t\r\n"):
                break
            raise _malformed(source, at, "this is no JSON")
        at = token.end()
        mark, string, plain = token.groups()
        where = token.start(token.lastindex or 0)
        if mark in ("}", "]"):
            closes = bool(stack) and isinstance(stack[-1], dict if mark == "}" else list)
            if not closes or expects not in ("comma", "first"):
                raise _malformed(source, where, f"“{mark}” closes nothing")
            stack.pop()
            keys.pop()
            expects = "comma" if stack else "end"
        elif mark == ",":
            if expects != "comma":
                raise _malformed(source, where, "a comma out of place")
            expects = "key" if isinstance(stack[-1], dict) else "value"
        elif mark == ":":
            if expects != "colon":
                raise _malformed(source, where, "a colon out of place")
            expects = "value"
        elif string is not None and (expects == "key" or (expects == "first" and isinstance(stack[-1], dict))):
            keys[-1] = Said(source, where + 1, at - 1).text
            expects = "colon"
        elif expects in ("value", "first") and not (expects == "first" and isinstance(stack[-1], dict)):
            made: Json = None
            if string is not None:
                made = Said(source, where + 1, at - 1)
            elif plain is not None:
                made = Said(source, where, at) if plain.isdigit() else None
            else:
                made = {} if mark == "{" else []
            _put(stack, keys, root, made)
            if isinstance(made, dict | list):
                if len(stack) >= MAX_DEPTH:
                    raise _malformed(source, where, f"it is nested deeper than {MAX_DEPTH} levels")
                stack.append(made)
                keys.append(None)
                expects = "first"
            else:
                expects = "comma" if stack else "end"
        else:
            raise _malformed(source, where, "a value out of place")
    if expects != "end":
        raise _malformed(source, len(source), "it ends too early")
    return root[0]


def _put(stack: list[dict[str, Json] | list[Json]], keys: list[str | None], root: list[Json], made: Json) -> None:
    if not stack:
        root.append(made)
    elif isinstance(holder := stack[-1], dict):
        holder[keys[-1] or ""] = made
    else:
        holder.append(made)


def _malformed(source: str, at: int, said: str) -> DraftError:
    line = source.count("\n", 0, at) + 1
    return DraftError(f"is not well-formed JSON: {said}", line=line, column=at - (source.rfind("\n", 0, at) + 1) + 1)


def pointer(path: tuple[str | int, ...]) -> str:
    """The JSON pointer (RFC 6901) of a path."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
