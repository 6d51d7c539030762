"""Plain text as newsrooms paste it: a title line, a standfirst, a line a paragraph, bare-line headings, lists.

A file wrapped by hand, most lines ending in mid-sentence, keeps its paragraphs apart with blank lines instead.
"""

from __future__ import annotations

from itertools import pairwise

from stancelint.readers import plain_lines as look
from stancelint.readers.page import Page
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import BlockRole, Document

_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_QUOTE_MARKS = lazy(r"(?:>[ \t]?)+")

TITLE_CHARACTERS = 180
SHORT_TITLE_CHARACTERS = 90  # so short a first line is a title though it holds two sentences
STANDFIRST_CHARACTERS = 500
STANDFIRST_APART_CHARACTERS = 130
TOP_UNITS = 6
LONG_LINE = 100
WRAPPED_LINE = 50


class _Line(Value):
    """A line that shows something: its words, the source pieces they stand in, what came before it."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    after_blank: bool
    quoted: int


_Unit = list[_Line]


def read_plain(source: str) -> Document:
    """The document of a plain text draft."""
    comments = _comments(source)
    lines = _lines(source, comments)
    units = _join(lines) if _is_hard_wrapped(lines) else [[line] for line in lines]
    return _Draft(source, units, comments).document()


def _comments(source: str) -> list[tuple[int, int]]:
    found = []
    at = source.find("<!--")
    while at >= 0 and (end := source.find("-->", at + 4)) >= 0:
        found.append((at, end + 3))
        at = source.find("<!--", end + 3)
    return found


def _lines(source: str, comments: list[tuple[int, int]]) -> list[_Line]:
    lines: list[_Line] = []
    after_blank = True
    at, next_comment = 1 if source.startswith("\ufeff") else 0, 0
    for match in _LINE.finditer(source, at):
        start, end = match.span()
        pieces = []
        while next_comment < len(comments) and comments[next_comment][0] < end:
            hidden_from, hidden_to = comments[next_comment]
            if start < hidden_from:
                pieces.append((start, hidden_from))
            start = max(start, hidden_to)
            if hidden_to > end:
                break
            next_comment += 1
        if start < end:
            pieces.append((start, end))
        line = _line(source, pieces, after_blank)
        if line is not None:
            lines.append(line)
            after_blank = False
        elif len(pieces) == 1 and pieces[0] == match.span():
            after_blank = True
    return lines


def _line(source: str, pieces: list[tuple[int, int]], after_blank: bool) -> _Line | None:
    shown = []
    for start, end in pieces:
        text = source[start:end]
        kept = text.strip()
        if kept:
            begin = start + len(text) - len(text.lstrip())
            shown.append((begin, begin + len(kept)))
    if not shown:
        return None
    quoted = 0
    marks = _QUOTE_MARKS.match(source, *shown[0]) if source[shown[0][0]] == ">" else None
    if marks is not None:
        quoted = marks.group().count(">")
        shown[0] = (marks.end(), shown[0][1])
        if shown[0][0] >= shown[0][1]:
            shown.pop(0)
    if not shown:
        return None
    return _Line(" ".join(source[start:end] for start, end in shown), tuple(shown), after_blank, quoted)


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """Whether most lines that another follows end in mid-sentence, at a width that people wrap at."""
    followed = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    if any(len(line.text) > LONG_LINE and "://" not in line.text for line in lines):
        return False
    broken = [after for line, after in followed if len(line.text) >= WRAPPED_LINE and not look.ends_sentence(line.text)]
    flowing = sum(after.text[0].islower() and not _is_address(after.text) for after in broken)
    return len(broken) * 2 >= len(followed) and (flowing >= 2 or (flowing == 1 and len(followed) <= 2))


def _join(lines: list[_Line]) -> list[_Unit]:
    units: list[_Unit] = []
    for line in lines:
        if not units or line.after_blank or _begins_anew(units[-1], line):
            units.append([line])
        else:
            units[-1].append(line)
    return units


def _begins_anew(unit: _Unit, line: _Line) -> bool:
    last = unit[-1]
    if line.quoted != last.quoted or look.item_marker(line.text) or look.is_rule(line.text) or look.is_rule(last.text):
        return True
    if len(unit) == 1 and _is_address(last.text):
        return True  # a list of bare addresses, a line each
    alone = len(unit) == 1 and len(last.text) < WRAPPED_LINE and look.looks_like_heading(last.text)
    return alone and (line.text[0].isupper() or _is_address(line.text))


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "www.")) and " " not in text


class _Draft:
    """Says of each unit what it is, in order, and writes it."""

    def __init__(self, source: str, units: list[_Unit], comments: list[tuple[int, int]]) -> None:
        self.page = Page(source)
        self.units = units
        self.texts = [unit[0].text if len(unit) == 1 else " ".join(line.text for line in unit) for unit in units]
        self.comments = comments
        self.next_comment = 0
        self.headline = -1
        self.standfirst = -1
        self._find_title()

    def document(self) -> Document:
        for index in range(len(self.units)):
            self._write(index)
        self.page.close()
        self._write_comments_before(len(self.page.source))
        return self.page.finish("text")

    def _find_title(self) -> None:
        for index, text in enumerate(self.texts[:TOP_UNITS]):
            if look.is_rule(text) or look.is_byline(text) or look.is_dateline(text):
                continue
            if self.headline < 0:
                if not self._can_be_title(index):
                    return
                self.headline = index
            else:
                if self._can_be_standfirst(index):
                    self.standfirst = index
                return

    def _can_be_title(self, index: int) -> bool:
        text = self.texts[index]
        if self.units[index][0].quoted or look.item_marker(text) or _is_address(text) or look.opens_as_agency_copy(text):
            return False
        if len(text) > TITLE_CHARACTERS or text[-1] == "," or (len(text) > SHORT_TITLE_CHARACTERS and not look.is_one_sentence(text)):
            return False
        # a sentence alone is a sentence; one with copy under it is a title with a full stop
        return index + 1 < len(self.units) or not look.ends_sentence(text)

    def _can_be_standfirst(self, index: int) -> bool:
        text, unit = self.texts[index], self.units[index]
        follow = len(self.units) - index - 1
        if unit[0].quoted or look.item_marker(text) or look.heading_marker(text) or _is_address(text) or text[-1] == ":":
            return False
        if look.opens_as_agency_copy(text) or not follow:
            return False
        if not unit[0].after_blank:
            return len(text) <= STANDFIRST_CHARACTERS
        spoken = any(mark in text for mark in '“”"«') or look.speaks(text)
        return follow >= 2 and len(text) <= STANDFIRST_APART_CHARACTERS and not spoken and look.is_one_sentence(text)

    def _write(self, index: int) -> None:
        text, quoted = self.texts[index], self.units[index][0].quoted
        page = self.page
        if look.is_rule(text):
            return
        hashes = look.heading_marker(text)
        if index == self.headline:
            page.open("heading", 1, role="headline")
            self._write_words(index, hashes)
        elif index == self.standfirst:
            page.open("paragraph", role="standfirst")
            self._write_words(index)
        elif index < max(self.headline, self.standfirst, 0) + 4 and (role := self._top_role(index)):
            page.open("paragraph", role=role)
            self._write_words(index)
        elif (skip := look.item_marker(text)) != 0:
            page.open("item", 1, quoted)
            self._write_words(index, skip)
        elif hashes:
            page.open("heading", max(2, text[:hashes].count("#")), quoted)
            self._write_words(index, hashes)
        elif (inner := look.starred(text)) is not None and not quoted:
            page.open("heading", 2)
            self._write_words(index, inner[0], len(text) - inner[1])
        elif self._is_heading(index):
            page.open("heading", 2)
            self._write_words(index)
        else:
            page.open("paragraph", 0, quoted)
            self._write_words(index)

    def _top_role(self, index: int) -> BlockRole:
        text = self.texts[index]
        # bylines and datelines stand above the copy; below it the same words are copy
        above = all(look.is_byline(t) or look.is_dateline(t) or look.is_rule(t) for t in self._texts_between_title_and(index))
        if not above:
            return ""
        return "byline" if look.is_byline(text) else "dateline" if look.is_dateline(text) else ""

    def _texts_between_title_and(self, index: int) -> list[str]:
        return [text for i, text in enumerate(self.texts[:index]) if i not in (self.headline, self.standfirst)]

    def _bare(self, index: int) -> bool:
        if not 0 <= index < len(self.units) or index in (self.headline, self.standfirst):
            return False
        text, unit = self.texts[index], self.units[index]
        return len(unit) == 1 and not unit[0].quoted and not look.item_marker(text) and look.looks_like_heading(text)

    def _is_heading(self, index: int) -> bool:
        text, after = self.texts[index], index + 1
        if after >= len(self.units):
            return False
        below = self.texts[after]
        if look.is_rule(below) and not self.units[after][0].after_blank and set(below) <= {"=", "-"}:
            return len(text) <= look.HEADING_CHARACTERS
        opens_list = look.item_marker(below) > 0 or _is_address(below)
        if look.is_label(text):
            return opens_list
        if not self._bare(index) or self._bare(after) or self._bare(index - 1) or (index and self.texts[index - 1][-1] == ":"):
            return False
        if opens_list:
            return True
        full = look.ends_sentence(below) or below[-1] == ":" or len(below) >= LONG_LINE
        return full and (len(below) >= len(text) or self.units[index][0].after_blank)

    def _write_words(self, index: int, skip: int = 0, drop: int = 0) -> None:
        page = self.page
        pieces = [piece for line in self.units[index] for piece in line.pieces]
        last = -1
        for number, (start, end) in enumerate(pieces):
            begin = start + skip if number == 0 else start
            end -= drop if number == len(pieces) - 1 else 0
            if last >= 0:
                page.replaced(" ", last, begin)
            self._write_comments_before(begin)
            page.verbatim(begin, end)
            last = end
        page.close()

    def _write_comments_before(self, offset: int) -> None:
        while self.next_comment < len(self.comments) and self.comments[self.next_comment][0] < offset:
            start, end = self.comments[self.next_comment]
            self.page.comment(self.page.source[start + 4 : end - 3], start, end)
            self.next_comment += 1
