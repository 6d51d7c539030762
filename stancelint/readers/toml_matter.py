"""TOML front matter, line by line; tomllib judges whatever a line alone does not settle."""

from __future__ import annotations

import re

from stancelint.readers.front_matter import Piece, Value, malformed
from stancelint.text.span import Region

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TABLE = re.compile(r"\[([\w.-]+)\][ \t]*(?:#.*)?\Z")
_KEY = re.compile(r"([\w.-]+|\"[^\"\\]*\"|'[^']*')[ \t]*=[ \t]*")
_BARE = re.compile(r"[\w:.+-]+(?: \d\d:[\w:.+-]+)?(?=[ \t]*(?:#.*)?\Z)")
_STRING = re.compile(r"\"(?P<basic>[^\"\\]*)\"|'(?P<literal>[^']*)'")
_ESCAPES = {"n": " ", "t": "\t", '"': '"', "\\": "\\", "r": " ", "b": "", "f": " "}
_ESCAPED_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")
_ESCAPE = re.compile(r"\\(.)")
_END = re.compile(r"[ \t]*(?:#.*)?\Z")


def parse(source: str, start: int, end: int) -> list[Value]:
    """The scalars of the lines ``source[start:end]``. Raises ``DraftError`` where they are not TOML."""
    values: list[Value] = []
    table = ""
    simple = True
    for match in _LINE.finditer(source, start, end):
        at, line = match.start(), match.group().rstrip()
        if not line.strip() or line.lstrip()[0] == "#":
            continue
        header = _TABLE.match(line)
        if header is not None:
            table = header.group(1) + "."
            continue
        key = _KEY.match(line.lstrip())
        indent = len(line) - len(line.lstrip())
        found = None
        if key is not None:
            found = _values(source, table + key.group(1).strip("\"'"), at + indent + key.end(), at + len(line))
        if found is None:
            simple = False
        else:
            values += found
    if not simple:
        _judge(source, start, end)
    return values


def _values(source: str, name: str, start: int, end: int) -> list[Value] | None:
    text = source[start:end]
    if text.startswith("["):
        return _array(source, name, start, end)
    if text.startswith(('"""', "'''")):
        return None
    string = _STRING.match(text)
    if string is not None and _END.match(text, string.end()):
        return [_verbatim(source, name, start + string.start() + 1, start + string.end() - 1)]
    escaped = _ESCAPED_STRING.match(text)
    if escaped is not None and _END.match(text, escaped.end()):
        return _unescaped(source, name, start + 1, start + escaped.end() - 1)
    bare = _BARE.match(text)
    return [_verbatim(source, name, start, start + bare.end())] if bare is not None else None


def _verbatim(source: str, name: str, start: int, end: int) -> Value:
    return Value(name, source[start:end], Region(start, end), ((None, start, end),))


def _unescaped(source: str, name: str, start: int, end: int) -> list[Value] | None:
    pieces: list[Piece] = []
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        if escape.group(1) not in _ESCAPES:
            return None
        pieces += [(None, at, escape.start()), (_ESCAPES[escape.group(1)], *escape.span())]
        at = escape.end()
    pieces.append((None, at, end))
    said = "".join(source[a:b] if text is None else text for text, a, b in pieces)
    return [Value(name, said, Region(start, end), tuple(pieces))]


def _array(source: str, name: str, start: int, end: int) -> list[Value] | None:
    at, count = start + 1, 0
    values: list[Value] = []
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
        tomllib.loads(source[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        said = str(problem)
        line = re.search(r"at line (\d+)", said)
        at = start
        for _ in range(int(line.group(1)) - 1 if line else 0):
            at = source.find("\n", at, end) + 1 or end
        raise malformed(source, at, said.split(" (at")[0][:1].lower() + said.split(" (at")[0][1:], "TOML") from None
