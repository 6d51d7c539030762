"""The container of a Word file: its parts, opened with limits, and the relations between them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.parsers import expat

from stancelint.errors import DraftError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST_PART = 96_000_000
SEPARATOR = "\x1f"

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_HINT = "open it in the word processor and save it again as .docx"


def broken(said: str) -> DraftError:
    """The error for a Word file that cannot be read."""
    return DraftError(f"is not a readable Word file: {said}", hint=_HINT)


class Package:
    """Reads parts of a Word file. Raises ``DraftError`` for what is no such file, and for parts that unfold beyond the limit."""

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
            names = self.archive.namelist()
        except Exception as problem:  # the container is hostile until read, and fails in many ways
            raise broken(f"it is no zip archive ({problem})") from None
        self.names = frozenset(names)
        self._left = LARGEST_PART
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.document = self._document()

    def read(self, name: str) -> bytes:
        """The part's bytes; none where there is no such part. All parts together may unfold to ``LARGEST_PART`` bytes."""
        if name not in self.names:
            return b""
        try:
            if self.archive.getinfo(name).file_size > self._left:
                raise broken(f"its part {name} unfolds to more than {LARGEST_PART // 1_000_000} MB")
            with self.archive.open(name) as part:
                data = part.read(self._left + 1)
        except DraftError:
            raise
        except Exception as problem:  # encrypted, truncated, of unknown compression, of false size, …
            raise broken(f"its part {name} cannot be opened ({problem})") from None
        if len(data) > self._left:
            raise broken(f"its part {name} unfolds to more than {LARGEST_PART // 1_000_000} MB")
        self._left -= len(data)
        return data

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part by id: the last word of the type, and the target."""
        if name in self._relations:
            return self._relations[name]
        folder, _, file = name.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if local(tag) == "Relationship" and "Id" in attributes:
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes["Id"]] = (kind, attributes.get("Target", ""))

        parse(self.read(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"), start)
        self._relations[name] = found
        return found

    def part_of(self, kind: str) -> str:
        """The name of the document's part of that kind (``styles``, ``footnotes``, …), or empty."""
        for found, target in self.relations(self.document).values():
            if found == kind:
                return self.beside_document(target)
        return ""

    def beside_document(self, target: str) -> str:
        """The name of the part that a relation of the document points to."""
        if target.startswith("/"):
            return target[1:]
        folder = self.document.rpartition("/")[0]
        return f"{folder}/{target}" if folder else target

    def _document(self) -> str:
        for kind, target in self.relations("").values():
            if kind == "officeDocument":
                return target.lstrip("/")
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise broken("it holds no document")


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition(SEPARATOR)[2]


def word_name(tag: str) -> str:
    """The local name of an element of a Word document's own vocabulary; empty for any other's."""
    space, _, name = tag.rpartition(SEPARATOR)
    return name if space in _WORD else ""


def parser() -> expat.XMLParserType:
    """An XML parser that refuses document types, and with them every entity but the five."""
    made = expat.ParserCreate(namespace_separator=SEPARATOR)

    def refuse(*_: object) -> None:
        raise broken("its XML declares a document type, which Word never writes")

    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    return made


def run(made: expat.XMLParserType, xml: bytes) -> None:
    """Parse all of ``xml``; malformed XML is a ``DraftError``."""
    try:
        made.Parse(xml, True)
    except expat.ExpatError as problem:
        raise broken(f"its XML is malformed ({problem})") from None


def parse(xml: bytes, start: Any) -> None:
    """Call ``start`` with the name and attributes of each element of ``xml``."""
    if xml:
        made = parser()
        made.StartElementHandler = start
        run(made, xml)
