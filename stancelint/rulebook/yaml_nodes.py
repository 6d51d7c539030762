"""YAML read as a person wrote it: every scalar stays text, every value keeps its line and column.

`off`, `no` and `on` are ordinary words in a word list, so nothing is turned into a boolean here; converting by type is
the reader's business. Aliases are refused: nine lines of them can unfold into gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stancelint.errors import StancelintError


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value with its place: ``value`` is text, a tuple of nodes, a tuple of (key node, value node), or None for nothing."""

    value: str | tuple[Node, ...] | tuple[tuple[Node, Node], ...] | None
    kind: str  # text, list, mapping, nothing
    line: int
    column: int

    def plain(self) -> Any:
        """The value without places: text, lists and dictionaries."""
        if self.kind == "list":
            return [item.plain() for item in self.value or ()]  # type: ignore[union-attr]  # kind says which
        if self.kind == "mapping":
            return {key.value: item.plain() for key, item in self.value or ()}  # type: ignore[union-attr, misc]  # kind says which
        return self.value


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
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.AliasEvent):
                mark = event.start_mark
                raise error(
                    "YAML aliases (*name) are not allowed",
                    path=name,
                    line=mark.line + 1,
                    column=mark.column + 1,
                    hint="write the value out",
                )
        loader.dispose()
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        said = problem.problem or problem.context or "not YAML"
        raise error(
            f"not well-formed YAML: {said}", path=name, line=mark.line + 1 if mark else None, column=mark.column + 1 if mark else None
        ) from None
    except (yaml.YAMLError, RecursionError) as problem:
        raise error(f"not well-formed YAML: {str(problem).splitlines()[0]}", path=name) from None
    finally:
        loader.dispose()
    if root is None:
        return Node(None, "nothing", 1, 1)
    return _node(root, name, error, 0)


def _node(node: Any, name: str, error: type[StancelintError], depth: int) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if depth > MAX_DEPTH:
        raise error(f"is nested deeper than {MAX_DEPTH} levels", path=name, line=line, column=column)
    if node.id == "scalar":
        if node.value == "" and node.style is None:
            return Node(None, "nothing", line, column)
        return Node(node.value, "text", line, column)
    if node.id == "sequence":
        return Node(tuple(_node(item, name, error, depth + 1) for item in node.value), "list", line, column)
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
    return Node(tuple(pairs), "mapping", line, column)
