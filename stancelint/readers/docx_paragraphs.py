"""The paragraphs of a Word part, as an editor sees them who has accepted every change.

One line of text a paragraph; a run's place in it is where its first character falls.
"""

from __future__ import annotations

import re

from stancelint.readers.docx_package import parser, run, word_name
from stancelint.readers.docx_styles import PLAIN, Style, attribute
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.text.document import BlockKind

# what acceptance removes, and the second copy that compatibility keeps
_LEFT_OUT = frozenset(("del", "moveFrom", "delText", "delInstrText", "rt"))
_SAID = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_CITES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_FIELD_LINK = lazy(r"\s*HYPERLINK\s+(?!\\)\"?([^\"\s]+)", re.I)
_OFF = ("0", "false", "off", "none")


class Paragraph:
    """One line: its words and what is known of it. ``links`` are (start, end, target) in the line; ``joins`` says that its end
    was deleted, so that the next one goes on in the same line; ``bold`` counts its emphasised characters; ``anchors`` are the places
    at which comments begin, with the comments' ids; ``runs`` are the places at which its runs begin. ``note`` is the id of the
    footnote or endnote that it belongs to, ``cites`` the notes that are set on it, as (kind, id)."""

    # fmt: off
    __slots__ = (
        "anchors", "bold", "cites", "joins", "kind", "level", "links", "note", "numbered", "parts", "runs", "style", "width",
    )
    # fmt: on

    def __init__(self, kind: BlockKind) -> None:
        self.kind = kind
        self.style: Style = PLAIN
        self.level = 0
        self.numbered = False
        self.parts: list[str] = []
        self.width = 0
        self.bold = 0
        self.joins = False
        self.links: list[tuple[int, int, str]] = []
        self.anchors: list[tuple[int, str]] = []
        self.runs: list[int] = []
        self.note = ""
        self.cites: list[tuple[str, str]] = []


class ParagraphReader:
    """Collects the paragraphs of one part, in the order in which they begin."""

    def __init__(self, styles: dict[str, Style], targets: dict[str, tuple[str, str]]) -> None:
        self.paragraphs: list[Paragraph] = []
        self.parser: Any = parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self._styles = styles
        self._targets = targets
        self._open: list[Paragraph] = []
        self._skip = 0
        self._cells = 0
        self._in_text = False
        self._in_instruction = False
        self._in_mark = False
        self._hidden = False
        self._bold = False
        self._links: list[tuple[str, int]] = []
        self._fields: list[str] = []
        self._anchors: list[tuple[int, str]] = []
        self._note = ""

    def read(self, xml: bytes) -> list[Paragraph]:
        """The paragraphs of ``xml``. Raises ``DraftError`` where it is malformed."""
        if xml:
            run(self.parser, xml)
        return self.paragraphs

    def said(self, text: str) -> None:
        """Add to the paragraph at hand."""
        paragraph = self._open[-1]
        paragraph.parts.append(text)
        paragraph.width += len(text)
        if self._bold:
            paragraph.bold += len(text)

    # events

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = word_name(tag)
        if self._skip or name in _LEFT_OUT or (not name and tag.endswith("Fallback")):
            # a deleted paragraph mark is an empty `del` in the mark's own properties
            if name == "del" and self._in_mark and not self._skip and self._open:
                self._open[-1].joins = True
            self._skip += 1
            return
        if name == "p":
            self._open_paragraph()
        elif name == "tc":
            self._cells += 1
        elif not self._open:
            self._footnote(name, attributes)
        else:
            self._inside(name, attributes)

    def _footnote(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("footnote", "endnote"):
            self._note = attribute(attributes, "id")
            # separators between page and notes are drawn, not read
            if attribute(attributes, "type") not in ("", "normal"):
                self._skip += 1
        elif name == "commentRangeStart":
            self._anchors.append((0, attribute(attributes, "id")))

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._open[-1]
        if name == "t":
            self._in_text = not self._hidden
        elif name == "r":
            self._hidden = self._bold = False
            paragraph.runs.append(paragraph.width)
        elif name in _SAID:
            # in a paragraph's properties a tab is a stop
            if not self._hidden and not self._in_mark and not (name == "br" and attribute(attributes, "type") in ("page", "column")):
                self.said(_SAID[name])
        elif name == "pStyle":
            paragraph.style = self._styles.get(attribute(attributes, "val"), PLAIN)
        elif name == "pPr":
            self._in_mark = True
        elif name == "numPr":
            paragraph.numbered = True
        elif name == "ilvl" and self._in_mark:
            paragraph.level = min(8, int(said)) if (said := attribute(attributes, "val")).isdecimal() and len(said) < 4 else 0
        elif name == "numId" and self._in_mark and attribute(attributes, "val") == "0":
            paragraph.numbered = False
        elif name in ("vanish", "b", "i") and attribute(attributes, "val") not in _OFF and not self._in_mark:
            if name == "vanish":
                self._hidden = True
            else:
                self._bold = True
        else:
            self._link_or_field(name, attributes)

    def _link_or_field(self, name: str, attributes: dict[str, str]) -> None:
        if name == "hyperlink":
            self._links.append((self._targets.get(attribute(attributes, "id"), ("", ""))[1], self._open[-1].width))
        elif name == "commentRangeStart":
            self._open[-1].anchors.append((self._open[-1].width, attribute(attributes, "id")))
        elif name in _CITES:
            self._open[-1].cites.append((_CITES[name], attribute(attributes, "id")))
        elif name == "fldSimple":
            self._links.append((_field_target(attribute(attributes, "instr")), self._open[-1].width))
        elif name == "instrText":
            self._in_instruction = bool(self._fields)
        elif name == "fldChar":
            kind = attribute(attributes, "fldCharType")
            if kind == "begin":
                self._fields.append("")
            elif kind == "separate" and self._fields:
                self._links.append((_field_target(self._fields[-1]), self._open[-1].width))
                self._fields[-1] = "\0"
            elif kind == "end" and self._fields and self._fields.pop() == "\0":
                self._close_link()

    def _end(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        name = word_name(tag)
        if name == "t":
            self._in_text = False
        elif name == "instrText":
            self._in_instruction = False
        elif name == "pPr":
            self._in_mark = False
        elif name in ("hyperlink", "fldSimple"):
            self._close_link()
        elif name == "p":
            self._close_paragraph()
        elif name == "tc":
            self._cells = max(0, self._cells - 1)

    def _characters(self, text: str) -> None:
        if self._skip:
            return
        if self._in_text and self._open:
            self.said(" " if text == "\n" else text)
        elif self._in_instruction and self._fields and len(self._fields[-1]) < 5000:
            self._fields[-1] += text

    # paragraphs and links

    def _open_paragraph(self) -> None:
        paragraph = Paragraph("cell" if self._cells else "paragraph")
        paragraph.anchors, self._anchors = self._anchors, []
        paragraph.note = self._note
        self.paragraphs.append(paragraph)
        self._open.append(paragraph)
        self._hidden = self._bold = self._in_mark = self._in_text = False

    def _close_paragraph(self) -> None:
        if self._open:
            for target, start in self._links:
                self._add_link(target, start)
            self._links.clear()
            self._open.pop()

    def _close_link(self) -> None:
        if self._links and self._open:
            self._add_link(*self._links.pop())

    def _add_link(self, target: str, start: int) -> None:
        paragraph = self._open[-1]
        if target and not target.startswith("#") and start < paragraph.width:
            paragraph.links.append((start, paragraph.width, target))


def _field_target(instruction: str) -> str:
    found = _FIELD_LINK.match(instruction)
    return found.group(1) if found is not None else ""


class CommentReader(ParagraphReader):
    """Reads the part that holds comments, whose words are no prose but may speak to the tool."""

    def texts(self, xml: bytes) -> dict[str, str]:
        """The comments' words by id."""
        self._begins: list[tuple[str, int]] = []
        self.read(xml)
        ends = [begin for _, begin in self._begins[1:]] + [len(self.paragraphs)]
        return {
            id_: "\n".join("".join(paragraph.parts) for paragraph in self.paragraphs[begin:end])
            for (id_, begin), end in zip(self._begins, ends, strict=False)  # a part that holds no comment has an end all the same
        }

    def _footnote(self, name: str, attributes: dict[str, str]) -> None:
        if name == "comment":
            self._begins.append((attribute(attributes, "id"), len(self.paragraphs)))
