"""Remarks written into a copy of a Word file as comments, at the words, everything else byte for byte as it was.

The document's XML is not built anew: a run is split where a remark begins or ends, by splicing bytes at places that the parser named.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_right
from collections.abc import Sequence
from io import BytesIO

from stancelint.readers.docx import lines_of
from stancelint.readers.docx_package import Package, broken, word_name
from stancelint.readers.docx_paragraphs import Paragraph, ParagraphReader
from stancelint.readers.docx_styles import read_styles
from stancelint.text.span import Region
from stancelint.text.value import Value

LARGEST_COPY = 512_000_000
_ENCODING = re.compile(rb"^(\xef\xbb\xbf)?<\?xml[^>]*?encoding=[\"']([A-Za-z0-9_.-]+)[\"']")


class Remark(Value):
    """What to say, and of which words: a region of the source that `read` composed for the file."""

    region: Region
    text: str


class _Piece:
    """A stretch of text in the part's bytes: where it stands in its paragraph and in the file, and the run around it."""

    __slots__ = ("at", "byte", "length", "paragraph", "run", "tag")

    def __init__(self, paragraph: Paragraph, at: int, length: int, byte: int, run: _Run, tag: int) -> None:
        self.paragraph = paragraph
        self.at = at
        self.length = length
        self.byte = byte
        self.run = run
        self.tag = tag


class _Run:
    """Where a run's properties stand in the bytes, and where it begins."""

    __slots__ = ("byte", "properties")

    def __init__(self, byte: int) -> None:
        self.byte = byte
        self.properties = (0, 0)


class _PlacedReader(ParagraphReader):
    """Reads paragraphs as ever, and notes where in the bytes each piece of text stands."""

    def place(self, xml: bytes) -> list[_Piece]:
        """The pieces of ``xml``, in the order of the file."""
        self._xml = xml
        self._pieces: list[_Piece] = []
        self._run = _Run(0)
        self._tag = 0
        self._properties_from = -1
        self._raw = False
        self.parser.StartCdataSectionHandler = lambda: self._set_raw(True)
        self.parser.EndCdataSectionHandler = lambda: self._set_raw(False)
        self.read(xml)
        return self._pieces

    def _set_raw(self, raw: bool) -> None:
        self._raw = raw

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = word_name(tag)
        if not self._skip:
            byte = self.parser.CurrentByteIndex
            if name == "r":
                self._run = _Run(byte)
            elif name == "t":
                self._tag = byte
            elif name == "rPr" and not self._in_mark:
                self._properties_from = byte
        super()._start(tag, attributes)

    def _end(self, tag: str) -> None:
        if not self._skip and self._properties_from >= 0 and word_name(tag) == "rPr":
            self._run.properties = (self._properties_from, self._xml.index(b">", self.parser.CurrentByteIndex) + 1)
            self._properties_from = -1
        super()._end(tag)

    def _characters(self, text: str) -> None:
        before = self._open[-1].width if self._open else 0
        super()._characters(text)
        if self._open and self._open[-1].width > before and not self._raw:
            piece = _Piece(self._open[-1], before, len(text), self.parser.CurrentByteIndex, self._run, self._tag)
            self._pieces.append(piece)


def annotate(data: bytes, remarks: Sequence[Remark], *, author: str = "stancelint") -> bytes:
    """A copy of the Word file ``data`` with each remark as a comment at its words; the given bytes are not changed.

    A remark on a footnote stands on the last words of the text. Raises ``DraftError`` where the file cannot be read."""
    package = Package(data)
    xml = _utf8(package.read(package.document))
    styles = read_styles(package.read(package.part_of("styles")))
    reader = _PlacedReader(styles, package.relations(package.document))
    pieces = reader.place(xml)
    offsets = _offsets(reader.paragraphs)
    pieces.sort(key=lambda piece: offsets[id(piece.paragraph)] + piece.at)
    starts = [offsets[id(piece.paragraph)] + piece.at for piece in pieces]
    part = package.part_of("comments")
    comments = _utf8(package.read(part)) if part else b""
    first = max((int(found) for found in re.findall(rb"[\s:]id=[\"'](\d{1,9})[\"']", comments)), default=-1) + 1
    marks: dict[int, _Cut] = {}
    for number, remark in enumerate(remarks, first):
        if pieces:
            _mark(xml, pieces, starts, remark.region, number, marks)
    changed = {package.document: _spliced(xml, marks)}
    changed |= _with_comments(package, part, comments, xml, remarks, first, author)
    return _copied(package, changed)


def _utf8(xml: bytes) -> bytes:
    declared = _ENCODING.match(xml)
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        return re.sub(r"^<\?xml[^>]*\?>", "", xml.decode("utf-16", "replace")).encode()
    if declared is None or declared.group(2).lower() in (b"utf-8", b"us-ascii"):
        return xml
    try:
        text = xml.decode(declared.group(2).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        raise broken("its document is in an encoding that cannot be written back") from None
    return re.sub(r"^<\?xml[^>]*\?>", "", text).encode()


def _offsets(paragraphs: list[Paragraph]) -> dict[int, int]:
    """Where each paragraph begins in the source that the reader composes."""
    found: dict[int, int] = {}
    at = 0
    for line in lines_of(paragraphs):
        for paragraph in line:
            found[id(paragraph)] = at
            at += paragraph.width
        at += 1
    return found


class _Cut:
    """A place to split a run at, with the marks that go between the halves."""

    __slots__ = ("begins", "ends", "piece")

    def __init__(self, piece: _Piece) -> None:
        self.piece = piece
        self.begins: list[int] = []
        self.ends: list[int] = []


def _mark(xml: bytes, pieces: list[_Piece], starts: list[int], region: Region, number: int, marks: dict[int, _Cut]) -> None:
    end = max(region.end, region.start + 1)
    first = max(0, bisect_right(starts, region.start) - 1)
    if region.start >= starts[first] + pieces[first].length and first + 1 < len(pieces):
        first += 1
    last = max(first, bisect_right(starts, end - 1) - 1)
    begin = min(max(0, region.start - starts[first]), pieces[first].length)
    until = min(max(0, end - starts[last]), pieces[last].length)
    if first == last and until <= begin:
        # a remark on nothing stands on the character beside it
        begin = min(begin, pieces[first].length - 1)
        until = begin + 1
    for piece, at, is_end in ((pieces[first], begin, False), (pieces[last], until, True)):
        byte = _byte(xml, piece, at)
        cut = marks.setdefault(byte, _Cut(piece))
        (cut.ends if is_end else cut.begins).append(number)


def _byte(xml: bytes, piece: _Piece, at: int) -> int:
    """The byte that the character ``at`` of the piece begins at."""
    if xml[piece.byte : piece.byte + 1] == b"&":
        return piece.byte if at == 0 else xml.index(b";", piece.byte) + 1
    byte = piece.byte
    for _ in range(at):
        byte += 1
        while xml[byte : byte + 1] and xml[byte] & 0xC0 == 0x80:
            byte += 1
    return byte


def _spliced(xml: bytes, marks: dict[int, _Cut]) -> bytes:
    inserts: dict[int, bytes] = {}
    for byte, cut in marks.items():
        piece = cut.piece
        run_name = _tag_name(xml, piece.run.byte)
        text_name = _tag_name(xml, piece.tag)
        prefix = run_name.rpartition(b":")[0] + b":" if b":" in run_name else b""
        between = b"".join(_range_end(prefix, number) for number in cut.ends)
        between += b"".join(b"<%scommentRangeStart %sid='%d'/>" % (prefix, prefix, number) for number in cut.begins)
        properties = xml[slice(*piece.run.properties)]
        inserts[byte] = b"</%s></%s>%s<%s>%s<%s xml:space='preserve'>" % (text_name, run_name, between, run_name, properties, text_name)
        tag_end = xml.index(b">", piece.tag)
        if b"xml:space" not in xml[piece.tag : tag_end]:
            inserts[tag_end] = b" xml:space='preserve'"
    out: list[bytes] = []
    at = 0
    for byte in sorted(inserts):
        out += [xml[at:byte], inserts[byte]]
        at = byte
    return b"".join([*out, xml[at:]])


def _range_end(prefix: bytes, number: int) -> bytes:
    end = b"<%scommentRangeEnd %sid='%d'/>" % (prefix, prefix, number)
    return end + b"<%sr><%scommentReference %sid='%d'/></%sr>" % (prefix, prefix, prefix, number, prefix)


def _tag_name(xml: bytes, byte: int) -> bytes:
    found = re.compile(rb"<([^\s/>]+)").match(xml, byte)
    return found.group(1) if found is not None else b"w:r"


def _with_comments(
    package: Package, part: str, comments: bytes, xml: bytes, remarks: Sequence[Remark], first: int, author: str
) -> dict[str, bytes]:
    from stancelint.readers import docx_comments as written

    strict = written.is_strict(xml)
    notes = b"".join(written.comment(number, remark.text, author, strict) for number, remark in enumerate(remarks, first))
    if part:
        return {part: written.append(comments, notes)}
    name = package.beside_document("comments.xml")
    while name in package.names:
        name = name.replace(".xml", "-stancelint.xml")
    folder, _, file = package.document.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    return {
        name: written.part(notes, strict),
        relations: written.relate(_utf8(package.read(relations)), name.rpartition("/")[2], strict),
        "[Content_Types].xml": written.declare(_utf8(package.read("[Content_Types].xml")), name),
    }


def _copied(package: Package, changed: dict[str, bytes]) -> bytes:
    if sum(info.file_size for info in package.archive.infolist()) > LARGEST_COPY:
        raise broken("it unfolds to more than can be copied")
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in dict.fromkeys(package.archive.namelist()):
            info = package.archive.getinfo(name)
            try:
                held = changed.pop(name) if name in changed else package.archive.read(info)
            except Exception as problem:  # a picture may be broken where the words are not
                raise broken(f"its part {name} cannot be copied ({problem})") from None
            entry = zipfile.ZipInfo(name, info.date_time)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, info.external_attr
            copy.writestr(entry, held)
        for name, held in changed.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, held)
    return out.getvalue()
