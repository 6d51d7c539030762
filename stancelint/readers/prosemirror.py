"""ProseMirror documents: a tree of nodes, with marks on the text at its leaves."""

from __future__ import annotations

from stancelint.readers.json_values import Json, Said
from stancelint.text.span import Region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.readers.cms_json import Path, Writer
    from stancelint.text.document import BlockKind

_LISTS = frozenset(("bulletlist", "orderedlist", "tasklist", "list"))
_ITEMS = frozenset(("listitem", "taskitem"))
_CELLS = frozenset(("tablecell", "tableheader"))
_CAPTIONS = frozenset(("figcaption", "caption", "imagecaption"))
_CODE = frozenset(("codeblock", "code", "mermaid", "mathblock"))
_QUOTES = frozenset(("blockquote", "quote", "pullquote"))


class _Around:
    """What is around a node: quotations, lists, a cell, a caption; and whether an item still waits for its first block."""

    __slots__ = ("fresh", "kind", "lists", "pull", "quoted")

    def __init__(self, quoted: int = 0, lists: int = 0, kind: BlockKind = "paragraph", pull: bool = False) -> None:
        self.quoted = quoted
        self.lists = lists
        self.kind: BlockKind = kind
        self.pull = pull
        self.fresh = kind == "item"


def write(writer: Writer, node: Json, path: Path) -> None:
    """Write the node and all below it, in order; the tree's depth was limited when it was read."""
    work: list[tuple[Json, Path, _Around]] = [(node, path, _Around())]
    while work:
        at, where, around = work.pop()
        if not isinstance(at, dict):
            continue
        kind = name_of(at)
        content = at.get("content")
        children = content if isinstance(content, list) else []
        if kind in _CODE:
            continue
        if any(isinstance(child, dict) and name_of(child) == "text" for child in children):
            _write_block(writer, at, kind, children, where, around)
            continue
        inner = _inside(kind, around)
        work += [(child, (*where, "content", index), inner) for index, child in reversed(list(enumerate(children)))]


def name_of(node: dict[str, Json]) -> str:
    """The node's type, in lower case and without the marks by which dialects differ."""
    kind = node.get("type")
    return kind.text.lower().replace("_", "").replace("-", "") if isinstance(kind, Said) else ""


def _inside(kind: str, around: _Around) -> _Around:
    if kind in _QUOTES:
        return _Around(around.quoted + 1, around.lists, "paragraph", kind == "pullquote")
    if kind in _LISTS:
        return _Around(around.quoted, around.lists + 1)
    if kind in _ITEMS:
        return _Around(around.quoted, max(1, around.lists), "item")
    if kind in _CELLS:
        return _Around(around.quoted, around.lists, "cell")
    if kind in _CAPTIONS:
        return _Around(around.quoted, around.lists, "caption")
    return around


def _write_block(writer: Writer, node: dict[str, Json], kind: str, children: list[Json], path: Path, around: _Around) -> None:
    page = writer.page
    around = _inside(kind, around) if kind != "paragraph" else around
    if kind == "heading":
        page.open("heading", _level(node), around.quoted)
    elif around.kind == "item":
        page.open("item" if around.fresh else "paragraph", around.lists if around.fresh else 0, around.quoted)
        around.fresh = False
    else:
        page.open(around.kind, 0, around.quoted, "pull-quote" if around.pull else "")
    for index, child in enumerate(children):
        if not isinstance(child, dict):
            continue
        text = child.get("text")
        if isinstance(text, Said):
            _write_text(writer, child, text, (*path, "content", index, "text"))
        elif name_of(child) == "hardbreak" and page.started and isinstance(child.get("type"), Said):
            mark = child["type"]
            assert isinstance(mark, Said)
            page.replaced(" ", mark.start, mark.end)
    page.close_link()
    page.close()


def _write_text(writer: Writer, node: dict[str, Json], text: Said, path: Path) -> None:
    page = writer.page
    marks = node.get("marks")
    href: Said | None = None
    code = False
    for mark in marks if isinstance(marks, list) else []:
        if isinstance(mark, dict):
            code = code or name_of(mark) == "code"
            attrs = mark.get("attrs")
            target = attrs.get("href") if isinstance(attrs, dict) else None
            if name_of(mark) == "link" and isinstance(target, Said) and not target.text.startswith("#"):
                href = target
    if href is None or page.link_target != href.text:
        page.close_link()
        if href is not None:
            page.open_link(href.text, Region(href.start, href.end))
    if code:
        page.open_opaque()
    writer.text(text, path)
    if code:
        page.close_opaque()


def _level(node: dict[str, Json]) -> int:
    attrs = node.get("attrs")
    level = attrs.get("level") if isinstance(attrs, dict) else None
    return int(level.text) if isinstance(level, Said) and level.text in ("1", "2", "3", "4", "5", "6") else 2
