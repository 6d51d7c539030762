"""What a Word file's styles say of its paragraphs."""

from __future__ import annotations

from stancelint.readers.docx_package import SEPARATOR, parse, word_name
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import BlockKind, BlockRole

_HEADING = lazy(r"heading ?([1-6])\b")
_ROLES: dict[str, BlockRole] = {
    "title": "headline",
    "headline": "headline",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "dek": "standfirst",
    "deck": "standfirst",
    "byline": "byline",
    "author": "byline",
    "dateline": "dateline",
    "pull quote": "pull-quote",
    "pullquote": "pull-quote",
}
_TELLING = frozenset(("style", "name", "basedOn", "outlineLvl", "numPr"))
DEEPEST = 20


class Style(Value):
    """What a style makes of a paragraph: its kind, its rank, its role, whether it is a quotation."""

    kind: BlockKind = "paragraph"
    level: int = 0
    role: BlockRole = ""
    quoted: int = 0


PLAIN = Style()


class _Entry:
    __slots__ = ("base", "level", "listed", "name")

    def __init__(self) -> None:
        self.name, self.base, self.level, self.listed = "", "", 0, False


def read_styles(xml: bytes) -> dict[str, Style]:
    """The paragraph styles by id."""
    entries: dict[str, _Entry] = {}
    at = _Entry()

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal at
        name = tag.rpartition(SEPARATOR)[2]
        if name not in _TELLING or not word_name(tag):
            return
        said = attribute(attributes, "val")
        if name == "style":
            at = _Entry()
            entries[attribute(attributes, "styleId")] = at
        elif name == "name":
            at.name = said.lower()
        elif name == "basedOn":
            at.base = said
        elif name == "outlineLvl" and said.isdigit() and len(said) == 1:
            at.level = int(said) + 1
        elif name == "numPr":
            at.listed = True

    parse(xml, start)
    return {id_: _style(id_, entries) for id_ in entries}


def attribute(attributes: dict[str, str], name: str) -> str:
    """The value of the attribute of that local name, or empty."""
    if name in attributes:
        return attributes[name]
    end = SEPARATOR + name
    return next((said for key, said in attributes.items() if key.endswith(end)), "")


def _style(id_: str, entries: dict[str, _Entry]) -> Style:
    for _ in range(DEEPEST):
        entry = entries.get(id_)
        if entry is None:
            break
        found = named_style(entry.name)
        if found is not PLAIN:
            return found
        if entry.listed:
            return Style("item", 1)
        if 1 <= entry.level <= 6:
            return Style("heading", entry.level)
        id_ = entry.base
    return PLAIN


def named_style(name: str) -> Style:
    """The meaning of a style by its name, which Word keeps in English in its files."""
    heading = _HEADING.match(name)
    if heading is not None:
        return Style("heading", int(heading.group(1)))
    if name in _ROLES:
        role = _ROLES[name]
        return Style("heading", 1, role) if role == "headline" else Style(role=role)
    if name.startswith("caption"):
        return Style("caption")
    if name.startswith(("list bullet", "list number")):
        return Style("item", 1)
    if name in ("quote", "intense quote", "block text", "blockquote", "block quote"):
        return Style(quoted=1)
    return PLAIN
