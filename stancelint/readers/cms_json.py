"""JSON of a content system: a ProseMirror document (TipTap and its kin too), or a WordPress post or list of blocks (Gutenberg).

Each text node's place is the string in the file, and its JSON pointer is kept beside it.
"""

from __future__ import annotations

from stancelint.errors import DraftError
from stancelint.readers.front_matter import DATE, HEADLINE, STANDFIRST
from stancelint.readers.json_values import Json, Said, pointer, read_json
from stancelint.readers.page import Page
from stancelint.text.document import Document, Field
from stancelint.text.inner_places import NodeLines
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from stancelint.text.document import BlockRole

Path: TypeAlias = "tuple[str | int, ...]"
_HINT = "expected a ProseMirror document ({“type”: “doc”}), a WordPress post, or a list of blocks"


def read_cms_json(source: str) -> Document:
    """The document of a content system's JSON. Raises ``DraftError`` for JSON of another kind."""
    page = Page(source)
    writer = Writer(page)
    root = read_json(source, 1 if source.startswith("\ufeff") else 0)
    holder, path, form = _find_copy(root)
    date = _write_top(writer, root, holder, path)
    if form == "prosemirror":
        from stancelint.readers.prosemirror import write

        write(writer, _step(root, path), path)
    else:
        from stancelint.readers.gutenberg import write_copy

        write_copy(writer, _step(root, path), path)
    from stancelint.readers.roles import give_headline

    give_headline(page.blocks)
    return page.finish("json", date, tuple(writer.pointers), NodeLines(source, sorted(set(writer.nodes))))


class Writer:
    """A page, and the pointers of what is written to it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pointers: list[tuple[Span, str]] = []
        self.nodes: list[tuple[Region, str]] = []

    def text(self, said: Said, path: Path, start: int = 0, end: int | None = None) -> None:
        """Write a string, or part of it."""
        stop = len(said.text) if end is None else end
        if start >= stop:
            return
        was_open = self.page.started
        before = self.page.prose.at
        said.write(self.page, start, stop)
        # the line feed before a block is no part of the node
        begin = before if was_open else self.page.block_start
        if begin < self.page.prose.at:
            name = pointer(path)
            self.pointers.append((Span(begin, self.page.prose.at), name))
            self.nodes.append((Region(said.start, said.end), name))


def said_of(value: Json) -> Said | None:
    """The string that a value holds, directly or as WordPress wraps it."""
    if isinstance(value, dict):
        value = value.get("raw") or value.get("rendered")
    return value if isinstance(value, Said) else None


def _step(value: Json, path: Path) -> Json:
    for step in path:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value


def _find_copy(root: Json) -> tuple[Json, Path, str]:
    """The object that holds the copy beside its title, the path to the copy, and its form. The shallowest copy is the draft's."""
    level: list[tuple[Json, Json, Path]] = [(root, root, ())]
    while level:
        below: list[tuple[Json, Json, Path]] = []
        for value, holder, path in level:
            form = _form(value)
            if form:
                return holder, path, form
            if isinstance(value, dict):
                below += [(item, value, (*path, key)) for key, item in value.items() if _may_hold_copy(key, item)]
            elif isinstance(value, list):
                below += [(item, holder, (*path, index)) for index, item in enumerate(value) if isinstance(item, dict | list)]
        level = below
    raise DraftError("is JSON that holds no copy", hint=_HINT)


_CONTENT = ("content", "body", "raw", "rendered", "html")
_BESIDE_COPY = frozenset((*HEADLINE, *STANDFIRST))


def _may_hold_copy(key: str, item: Json) -> bool:
    """Whether to look for the copy there; a title or an excerpt in HTML stands beside it."""
    return key in _CONTENT or (isinstance(item, dict | list) and key not in _BESIDE_COPY)


def _form(value: Json) -> str:
    if isinstance(value, dict):
        kind = value.get("type")
        if isinstance(kind, Said) and kind.text == "doc" and isinstance(value.get("content"), list):
            return "prosemirror"
        return ""
    if isinstance(value, list):
        first = value[0] if value else None
        return "gutenberg" if isinstance(first, dict) and ("blockName" in first or ("name" in first and "innerBlocks" in first)) else ""
    if isinstance(value, Said):
        return "gutenberg" if "<p" in value.text or "<!-- wp:" in value.text else ""
    return ""


def _write_top(writer: Writer, root: Json, holder: Json, path: Path) -> str | None:
    """Write title and standfirst, which stand beside the copy or above it; the date of the draft."""
    holders: list[tuple[Json, Path]] = [(root, ())] if holder is root else [(holder, _path_of(root, holder, path)), (root, ())]
    roles: tuple[tuple[tuple[str, ...], BlockRole], ...] = ((HEADLINE, "headline"), (STANDFIRST, "standfirst"))
    for names, role in roles:
        found = _first(holders, names)
        if found is not None and found[0].text.strip():
            said, where = found
            from stancelint.readers.gutenberg import write_html

            writer.page.open("heading" if role == "headline" else "paragraph", 1 if role == "headline" else 0, role=role)
            if "<" in said.text or "&" in said.text:
                write_html(writer, said, where, role)
            else:
                text = said.text
                writer.text(said, where, len(text) - len(text.lstrip()), len(text.rstrip()))
            writer.page.close()
            writer.page.fields.append(Field(names[0], said.text, Region(said.start, said.end)))
    date = _first(holders, DATE)
    if date is None:
        return None
    from stancelint.readers.dates import iso_date

    return iso_date(date[0].text)


def _path_of(root: Json, holder: Json, path: Path) -> Path:
    for cut in range(len(path), -1, -1):
        if _step(root, path[:cut]) is holder:
            return path[:cut]
    return ()


def _first(holders: list[tuple[Json, Path]], names: tuple[str, ...]) -> tuple[Said, Path] | None:
    for holder, path in holders:
        if not isinstance(holder, dict):
            continue
        for name in names:
            value = holder.get(name)
            said = said_of(value)
            if said is not None:
                inner: Path = (*path, name)
                if isinstance(value, dict):
                    inner = (*inner, "raw" if value.get("raw") is said else "rendered")
                return said, inner
    return None
