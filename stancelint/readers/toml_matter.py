"""TOML front matter, key by key; tomllib judges whatever a line alone does not settle."""

from __future__ import annotations

import re

from stancelint.readers.front_matter import Piece, Scalar, malformed
from stancelint.text.patterns import lazy
from stancelint.text.span import Region

_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TABLE = lazy(r"(\[{1,2})([^\[\]\r\n]+)\]{1,2}[ \t]*(?:#.*)?\Z")
_KEY = lazy(r"[ \t]*([\w.-]+|\"[^\"\\\r\n]*\"|'[^'\r\n]*')[ \t]*=[ \t]*")
_BARE = lazy(r"[\w:.+-]+(?: \d\d:[\w:.+-]+)?(?=[ \t]*(?:#.*)?\Z)")
_STRING = lazy(r"\"(?P<basic>[^\"\\]*)\"|'(?P<literal>[^']*)'")
# written without possessive repeats, which early releases of Python 3.11 read wrongly: each character has one way to be taken
_ESCAPED_STRING = lazy(r"\"([^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*)\"|'([^'\r\n]*)'")
_LONG_STRING = lazy(
    r"\"\"\"(?:\r\n|\n|\r)?([^\"\\]*(?:(?:\\[\s\S]|\"{1,2}(?!\"))[^\"\\]*)*\"{0,2})\"\"\""
    r"|'''(?:\r\n|\n|\r)?([^']*(?:'{1,2}(?!')[^']*)*'{0,2})'''"
)
_ESCAPES = {"n": " ", "t": "\t", '"': '"', "\\": "\\", "r": " ", "b": "", "f": " "}
_ESCAPE = lazy(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[ \t]*[\r\n]\s*|(.))")
_END = lazy(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")


def parse(source: str, start: int, end: int) -> list[Scalar]:
    """The scalars of the lines ``source[start:end]``. Raises ``DraftError`` where they are not TOML."""
    values: list[Scalar] = []
    counts: dict[str, int] = {}
    table = ""
    simple = True
    at = start
    while at < end:
        match = _LINE.match(source, at, end)
        assert match is not None
        line = match.group().strip()
        header = _TABLE.match(line)
        key = _KEY.match(source, at, match.end()) if header is None else None
        at, begin = match.end(), at
        if key is not None:
            found, at = _values(source, table + key.group(1).strip("\"'"), key.end(), match.end(), end)
            simple = simple and found is not None
            values += found or []
        elif header is not None:
            table = _named(header.group(2).strip(), header.group(1) == "[[", counts)
        elif line and line[0] != "#":
            simple = False
        assert at > begin
    if not simple:
        _judge(source, start, end)
    return values


def _named(name: str, listed: bool, counts: dict[str, int]) -> str:
    """What goes before the names in a table; one of a list of tables has its number too."""
    if not listed:
        return f"{name}."
    counts[name] = counts.get(name, -1) + 1
    return f"{name}.{counts[name]}."


def _values(source: str, name: str, start: int, line_end: int, end: int) -> tuple[list[Scalar] | None, int]:
    """The values after a key, None where they are not simple, and where the line after them begins."""
    for kind, stop in ((_LONG_STRING, end), (_ESCAPED_STRING, line_end)):
        string = kind.match(source, start, stop)
        if string is None:
            continue
        after = _END.match(source, string.end(), end)
        next_line = after.end() if after is not None else line_end
        if after is None or (kind is _ESCAPED_STRING and source.startswith(('"""', "'''"), start)):
            return None, line_end
        escaped = string.group(1) is not None
        return _string(source, name, *string.span(1 if escaped else 2), escaped=escaped), next_line
    text = source[start:line_end].rstrip("\r\n")
    if text.startswith("["):
        return _array(source, name, start, start + len(text)), line_end
    bare = _BARE.match(text)
    return ([_verbatim(source, name, start, start + bare.end())] if bare is not None else None), line_end


def _verbatim(source: str, name: str, start: int, end: int) -> Scalar:
    return Scalar(name, source[start:end], Region(start, end), ((None, start, end),))


def _string(source: str, name: str, start: int, end: int, *, escaped: bool) -> list[Scalar] | None:
    """The value of a string between its marks; blank space at the end of a long one is the layout's."""
    while end > start and source[end - 1] in "\r\n":
        end -= 1
    pieces: list[Piece] = []
    at = start
    for escape in _ESCAPE.finditer(source, start, end) if escaped else ():
        said = _unescaped(escape)
        if said is None:
            return None
        pieces += [(None, at, escape.start()), (said, *escape.span())]
        at = escape.end()
    pieces.append((None, at, end))
    text = "".join(source[a:b] if said is None else said for said, a, b in pieces)
    return [Scalar(name, text, Region(start, end), tuple(pieces))]


def _unescaped(escape: re.Match[str]) -> str | None:
    """What an escape stands for; nothing for a line end that is taken out, None for what is no escape."""
    if escape.group(3) is not None:
        return _ESCAPES.get(escape.group(3))
    number = escape.group(1) or escape.group(2)
    if not number:
        return ""
    code = int(number, 16)
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else None


def _array(source: str, name: str, start: int, end: int) -> list[Scalar] | None:
    at, count = start + 1, 0
    values: list[Scalar] = []
    while at < end:
        if source[at] in " \t,":
            at += 1
        elif source[at] == "]":
            return values if _END.match(source[at + 1 : end]) else None
        else:
            string = _STRING.match(source, at, end)
            if string is None:
                return None
            values.append(_verbatim(source, f"{name}.{count}", at + 1, string.end() - 1))
            at, count = string.end(), count + 1
    return None


def _judge(source: str, start: int, end: int) -> None:
    """Say what is wrong, where something is; what is only rich is left without a place."""
    import tomllib

    try:
        tomllib.loads(source[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        said = str(problem)
        line = re.search(r"at line (\d+)", said)
        lines = list(_LINE.finditer(source, start, end))
        at = lines[min(int(line.group(1)), len(lines)) - 1].start() if line else start
        raise malformed(source, at, said.split(" (at")[0][:1].lower() + said.split(" (at")[0][1:], "TOML") from None
