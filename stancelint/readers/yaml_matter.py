"""YAML front matter: simple `key: value` lines at once, everything richer through PyYAML's own marks."""

from __future__ import annotations

import re

from stancelint.readers.front_matter import Piece, Scalar, malformed
from stancelint.text.patterns import lazy
from stancelint.text.span import Region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_KEY = lazy(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)")
_FLOW = lazy(r"\[([\w .;/()-]+(?:,[\w .;/()-]+)*)?\]")
_FLOW_ITEM = lazy(r"[^\s,](?:[^,]*[^\s,])?")
_ITEM = lazy(r"[ \t]*-[ \t]+")
_PLAIN_START = frozenset("[]{}&*!|>%@`\"'#,?:-")
_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_SIMPLE_ESCAPES = {"n": " ", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " "}
_ESCAPED = lazy(r"\\(.)", re.S)
MAX_DEPTH = 40
MAX_CHARACTERS = 1_000_000


def parse(source: str, start: int, end: int) -> list[Scalar]:
    """The scalars of the lines ``source[start:end]``. Raises ``DraftError`` where they are not YAML."""
    simple = _simple(source, start, end)
    return _through_parser(source, start, end) if simple is None else simple


def _simple(source: str, start: int, end: int) -> list[Scalar] | None:
    values: list[Scalar] = []
    seen: set[str] = set()
    parent, count = "", 0
    for match in _LINE.finditer(source, start, end):
        at = match.start()
        line = match.group().rstrip()
        if not line or line.lstrip()[0] == "#":
            continue
        item = _ITEM.match(line) if parent else None
        if item is not None:
            value = _scalar(source, f"{parent}.{count}", at + item.end(), at + len(line))
            count += 1
            if value is None or _KEY.match(line, item.end()):
                return None
            values.append(value)
            continue
        key = _KEY.match(line)
        if key is None or key.group(1) in seen:
            return None
        seen.add(key.group(1))
        parent, count = "", 0
        if key.end() == len(line):
            parent = key.group(1)
            continue
        flow = _FLOW.fullmatch(line, key.end())
        if flow is not None:
            for number, word in enumerate(_FLOW_ITEM.finditer(line, flow.start(1), flow.end(1))):
                start_of, end_of = at + word.start(), at + word.end()
                values.append(Scalar(f"{key.group(1)}.{number}", word.group(), Region(start_of, end_of), ((None, start_of, end_of),)))
            continue
        value = _scalar(source, key.group(1), at + key.end(), at + len(line))
        if value is None:
            return None
        values.append(value)
    return values


def _scalar(source: str, name: str, start: int, end: int) -> Scalar | None:
    """The one-line scalar at ``start``, or None where only a parser can tell."""
    text = source[start:end]
    if text[0] == "'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != "'" or "'" in inner:
            return None
        return Scalar(name, inner, Region(start + 1, end - 1), ((None, start + 1, end - 1),))
    if text[0] == '"':
        return _double_quoted(source, name, start, end)
    if text[0] in _PLAIN_START or ": " in text or " #" in text or "\t#" in text or text[-1] == ":":
        return None
    return Scalar(name, text, Region(start, end), ((None, start, end),))


def _double_quoted(source: str, name: str, start: int, end: int) -> Scalar | None:
    if end - start < 2 or source[end - 1] != '"':
        return None
    inner_start, inner_end = start + 1, end - 1
    pieces: list[Piece] = []
    at = inner_start
    for escape in _ESCAPED.finditer(source, inner_start, inner_end):
        if escape.group(1) not in _SIMPLE_ESCAPES:
            return None
        pieces += [(None, at, escape.start()), (_SIMPLE_ESCAPES[escape.group(1)], *escape.span())]
        at = escape.end()
    pieces.append((None, at, inner_end))
    if any(text is None and '"' in source[a:b] for text, a, b in pieces) or source[at:inner_end].endswith("\\"):
        return None
    said = "".join(source[a:b] if text is None else text for text, a, b in pieces)
    return Scalar(name, said, Region(inner_start, inner_end), tuple(pieces))


def _through_parser(source: str, start: int, end: int) -> list[Scalar]:
    if end - start > MAX_CHARACTERS:
        raise malformed(source, start, f"it is longer than {MAX_CHARACTERS:,} characters", "YAML")
    import yaml

    make = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = source[start:end]
    try:
        loader = make(text)
    except yaml.YAMLError as problem:
        raise malformed(source, start, str(problem).splitlines()[0], "YAML") from None
    values: list[Scalar] = []
    try:
        _walk(loader, source, start, values)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        at = min(end, start + (mark.index if mark is not None else 0))
        raise malformed(source, at, problem.problem or problem.context or "it cannot be read", "YAML") from None
    except (yaml.YAMLError, ValueError) as problem:
        raise malformed(source, start, str(problem).splitlines()[0], "YAML") from None
    finally:
        loader.dispose()
    return values


def _walk(loader: Any, source: str, base: int, values: list[Scalar]) -> None:
    """Follow the parser's events; the place in the tree is a stack, so that depth costs no recursion."""
    import yaml

    # one entry a collection: the name so far, the next index of a list (None for a mapping), the key that waits
    stack: list[tuple[str, int | None, str | None]] = []
    while loader.check_event():
        event: Any = loader.get_event()
        at, until = base + event.start_mark.index, base + event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            raise malformed(source, at, "an alias (*name); write the value out", "YAML")
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            continue
        if len(stack) > MAX_DEPTH:
            raise malformed(source, at, f"it is nested deeper than {MAX_DEPTH} levels", "YAML")
        name = ""
        if stack:
            parent, index, key = stack[-1]
            if index is None and key is None:
                if not isinstance(event, yaml.ScalarEvent):
                    raise malformed(source, at, "a key must be a word", "YAML")
                stack[-1] = (parent, None, event.value)
                continue
            name = key if index is None and key is not None else str(index)
            name = f"{parent}.{name}" if parent else name
            stack[-1] = (parent, None if index is None else index + 1, None)
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append((name, 0 if isinstance(event, yaml.SequenceStartEvent) else None, None))
        elif event.value and name:
            values.append(_placed(source, name, event.value, at, until))
        elif not stack and event.value:
            raise malformed(source, at, "expected `key: value` lines", "YAML")


def _placed(source: str, name: str, value: str, start: int, end: int) -> Scalar:
    """The value with the places of its words, found by walking value and source together, left to right."""
    while end > start and source[end - 1].isspace():
        end -= 1
    if source[start : start + 1] == '"' and (quoted := _double_quoted(source, name, start, end)) is not None and quoted.text == value:
        return quoted
    pieces: list[Piece] = []
    at = start
    gap: tuple[str, int] | None = None
    if source[at : at + 1] in ("|", ">"):
        while at < end and source[at] not in "\r\n":
            at += 1
    elif source[at : at + 1] in ('"', "'"):
        at += 1
        end -= 1 if end - 1 > at - 1 and source[end - 1] in "\"'" else 0
    first = inside = at
    for word in re.finditer(r"\s+|\S+", value):
        said = word.group()
        if said.isspace():
            gap = (" ", at)
            continue
        while at < end and source[at].isspace():
            at += 1
        if not source.startswith(said, at) or at + len(said) > end:
            return Scalar(name, value, Region(inside, end), ((" ".join(value.split()), inside, end),))
        if gap is not None and pieces:
            pieces.append((gap[0], gap[1], at))
        elif not pieces:
            first = at
        pieces.append((None, at, at + len(said)))
        at += len(said)
        gap = None
    return Scalar(name, value, Region(first, at), tuple(pieces))
