"""YAML read as a person wrote it: every scalar stays text, every value keeps its line and column.

`off`, `no` and `on` are ordinary words in a word list, so nothing is turned into a boolean here; converting by type is
the reader's business. Aliases are refused: nine lines of them can unfold into gigabytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from stancelint.errors import StancelintError
from stancelint.text.value import Value


class Node(Value):
    """A YAML value with its place: ``kind`` is text, list, mapping or nothing, and says which of the other fields counts."""

    kind: Literal["text", "list", "mapping", "nothing"]
    line: int
    column: int
    text: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    def plain(self) -> Any:
        """The value without places: text, lists, dictionaries, None for nothing."""
        if self.kind == "list":
            return [item.plain() for item in self.items]
        if self.kind == "mapping":
            return {key.text: item.plain() for key, item in self.pairs}
        return self.text if self.kind == "text" else None


# escapes can name what UTF-8 cannot hold and no path may; everything behind here takes text for text
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
MAX_BYTES = 4_000_000
MAX_DEPTH = 40


def read_nodes(path: Path, error: type[StancelintError], data: bytes | None = None) -> Node:
    """The file's one document as nodes. Raises ``error``, with the place, for what is not well-formed or not safe to unfold."""
    try:
        raw = path.read_bytes() if data is None else data
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror or problem}", path=str(path)) from None
    return parse_nodes(raw, str(path), error)


def parse_nodes(raw: bytes, name: str, error: type[StancelintError]) -> Node:
    """YAML bytes as nodes; ``name`` stands in errors."""
    import yaml

    if len(raw) > MAX_BYTES:
        raise error(f"is {len(raw):,} bytes long; at most {MAX_BYTES:,} are read", path=name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise error(f"is not UTF-8 (byte {problem.start})", path=name, hint="save the file as UTF-8") from None
    make = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loader = make(text)
    try:
        if "&" in text:  # without an anchor there is nothing an alias could unfold
            _refuse_aliases(loader, name, error)
            loader.dispose()
            loader = make(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as problem:
        said = problem.problem or problem.context or "not YAML"
        line, column = _mark(problem.problem_mark or problem.context_mark)
        raise error(f"not well-formed YAML: {said}", path=name, line=line, column=column) from None
    except (yaml.YAMLError, RecursionError) as problem:
        raise error(f"not well-formed YAML: {str(problem).splitlines()[0]}", path=name) from None
    finally:
        loader.dispose()
    if root is None:
        return Node("nothing", 1, 1)
    return _node(root, name, error, 0)


def _mark(mark: Any) -> tuple[int | None, int | None]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (None, None)


def _refuse_aliases(loader: Any, name: str, error: type[StancelintError]) -> None:
    from yaml import AliasEvent

    while loader.check_event():
        event = loader.get_event()
        if isinstance(event, AliasEvent):
            line, column = _mark(event.start_mark)
            raise error("YAML aliases (*name) are not allowed", path=name, line=line, column=column, hint="write the value out")


def _node(node: Any, name: str, error: type[StancelintError], depth: int) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if depth > MAX_DEPTH:
        raise error(f"is nested deeper than {MAX_DEPTH} levels", path=name, line=line, column=column)
    if node.id == "scalar":
        if node.value == "" and not node.style:
            return Node("nothing", line, column)
        if _NO_TEXT.search(node.value):
            raise error("holds a character that no text has (\\0, or half of a pair)", path=name, line=line, column=column)
        return Node("text", line, column, text=node.value)
    if node.id == "sequence":
        return Node("list", line, column, items=tuple(_node(item, name, error, depth + 1) for item in node.value))
    pairs = []
    seen: dict[str, int] = {}
    for key, item in node.value:
        if key.id != "scalar":
            raise error("a key must be a word", path=name, line=key.start_mark.line + 1, column=key.start_mark.column + 1)
        if key.value in seen:
            raise error(
                f"“{key.value}” is written twice; first on line {seen[key.value]}",
                path=name,
                line=key.start_mark.line + 1,
                column=key.start_mark.column + 1,
                hint="keep one of the two",
            )
        seen[key.value] = key.start_mark.line + 1
        pairs.append((_node(key, name, error, depth + 1), _node(item, name, error, depth + 1)))
    return Node("mapping", line, column, pairs=tuple(pairs))


def locate(root: Node, path: tuple[str | int, ...], *, at_key: bool = False) -> tuple[int, int]:
    """Line and column of the value that ``path`` leads to (of its key with ``at_key``); of the last step found where it ends early."""
    node, place = root, (root.line, root.column)
    for step in path:
        if node.kind == "list" and isinstance(step, int):
            node = node.items[step]
            place = (node.line, node.column)
        elif node.kind == "mapping":
            found = next(((key, item) for key, item in node.pairs if key.text == str(step)), None)
            if found is None:
                break
            node = found[1]
            place = (found[0].line, found[0].column) if at_key else (node.line, node.column)
        else:
            break
    return place
