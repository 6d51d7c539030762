"""Word files: the source of such a page is composed here, one line a paragraph, so that every character has a place to name.

A line number is then the paragraph's number in the file (footnotes and endnotes follow), a column the character in it;
docx_lines.py knows the run and the heading too.
"""

from __future__ import annotations

from itertools import pairwise

from stancelint.readers import plain_lines as look
from stancelint.readers.docx_lines import word_lines
from stancelint.readers.docx_package import Package
from stancelint.readers.docx_paragraphs import CommentReader, Paragraph, ParagraphReader
from stancelint.readers.docx_styles import read_styles
from stancelint.readers.page import Page
from stancelint.readers.roles import give_headline, give_top_roles
from stancelint.text.document import Document, Link
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import BlockKind, BlockRole

NOTES = ("footnotes", "endnotes")
TITLE_CHARACTERS = 180
LONG_LINE = 100


def read_docx(data: bytes) -> Document:
    """The document of a Word file. Raises ``DraftError`` where it is none, or unfolds beyond the limits."""
    package = Package(data)
    styles = read_styles(package.read(package.part_of("styles")))
    parts = [("document", lines_of(ParagraphReader(styles, package.relations(package.document)).read(package.read(package.document))))]
    for kind in NOTES:
        part = package.part_of(kind)
        if part:
            parts.append((kind, lines_of(ParagraphReader(styles, package.relations(part)).read(package.read(part)))))
    part = package.part_of("comments")
    comments = CommentReader({}, {}).texts(package.read(part)) if part else {}
    return _document(parts, comments)


def lines_of(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs that make up each line: one, or more where the end of one was deleted."""
    lines: list[list[Paragraph]] = []
    joins = False
    for paragraph in paragraphs:
        if joins:
            lines[-1].append(paragraph)
        else:
            lines.append([paragraph])
        joins = paragraph.joins
    return lines


def _document(parts: list[tuple[str, list[list[Paragraph]]]], comments: dict[str, str]) -> Document:
    lines = [line for _, part in parts for line in part]
    texts = ["".join(part for paragraph in line for part in paragraph.parts) for line in lines]
    page = Page("\n".join(texts))
    shown = [index for index, text in enumerate(texts) if text.strip()]
    headings = _bare_headings(lines, texts, shown)
    emphasised: set[int] = set()
    above: list[tuple[int, str]] = []
    at = 0
    for index, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if text.strip():
            if _is_emphasised(line, text):
                emphasised.add(len(page.blocks))
            _write(page, line, text, at, headings.get(index, 0), comments)
            if page.blocks[-1].kind == "heading":
                above.append((index + 1, text.strip()))
        at += len(text) + 1
    give_headline(page.blocks)
    give_top_roles(page.blocks, page.prose.text, emphasised, 0)
    return page.finish("docx", lines=word_lines(page.source, parts, above))


def _write(page: Page, line: list[Paragraph], text: str, at: int, heading: int, comments: dict[str, str]) -> None:
    first = line[0]
    kind: BlockKind = first.style.kind
    level, role = first.style.level, first.style.role
    if heading and not role:
        kind, level = "heading", heading
    elif kind == "paragraph" and first.kind == "cell":
        kind = "cell"
    elif (first.numbered and kind == "paragraph") or kind == "item":
        kind, level = "item", first.level + 1
    if role == "headline" and any(block.role == "headline" for block in page.blocks[:20]):
        role = _NO_ROLE
    start = at + len(text) - len(text.lstrip())
    page.open(kind, level, first.style.quoted, role)
    here = start
    for anchor, id_ in _anchors(line, at):
        if id_ in comments:
            page.verbatim(here, min(anchor, at + len(text.rstrip())))
            here = max(here, min(anchor, at + len(text.rstrip())))
            page.comment(comments[id_], start, at + len(text.rstrip()))
    page.verbatim(here, at + len(text.rstrip()))
    begun = page.prose.at - (at + len(text.rstrip()))
    page.close()
    _add_links(page, line, at, begun, Region(start, at + len(text.rstrip())))


_NO_ROLE: BlockRole = ""


def _anchors(line: list[Paragraph], at: int) -> list[tuple[int, str]]:
    """Where comments begin in a line of the source."""
    found = []
    for paragraph in line:
        found += [(at + offset, id_) for offset, id_ in paragraph.anchors]
        at += paragraph.width
    return found


def _add_links(page: Page, line: list[Paragraph], at: int, to_prose: int, shown: Region) -> None:
    for paragraph in line:
        for link_start, link_end, target in paragraph.links:
            start, end = max(shown.start, at + link_start), min(shown.end, at + link_end)
            if start < end:
                # a Word file keeps the address elsewhere; its words stand for it
                page.links.append(Link(target, Region(start, end), Span(start + to_prose, end + to_prose)))
        at += paragraph.width


def _is_emphasised(line: list[Paragraph], text: str) -> bool:
    return sum(paragraph.bold for paragraph in line) >= len(text.strip())


def _bare_headings(lines: list[list[Paragraph]], texts: list[str], shown: list[int]) -> dict[int, int]:
    """The lines of a file without a heading style that are headings by their look, with their rank."""
    if any(line[0].style.kind == "heading" for line in lines):
        return {}
    found: dict[int, int] = {}
    if len(shown) > 1:
        text = texts[shown[0]].strip()
        titled = len(text) <= TITLE_CHARACTERS and not look.opens_as_agency_copy(text) and not lines[shown[0]][0].numbered
        if titled and (look.is_one_sentence(text) or len(text) <= LONG_LINE) and not look.is_byline(text):
            found[shown[0]] = 1
    for index, after in pairwise(shown[1:]):
        text, below = texts[index].strip(), texts[after].strip()
        plain = lines[index][0].kind == "paragraph" and lines[index][0].style.kind == "paragraph" and not lines[index][0].numbered
        if not plain or lines[index][0].style.role or not look.looks_like_heading(text):
            continue
        if _is_emphasised(lines[index], text) or lines[after][0].numbered or (look.ends_sentence(below) and len(below) >= LONG_LINE):
            found[index] = 2
    return found
