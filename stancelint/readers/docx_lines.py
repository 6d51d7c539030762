"""What the lines of a Word file know beside their characters: part, run, and the heading that stands above."""

from __future__ import annotations

from bisect import bisect_right

from stancelint.readers.docx_paragraphs import Paragraph
from stancelint.text.inner_places import Part, WordLines


def word_lines(source: str, parts: list[tuple[str, list[list[Paragraph]]]], headings: list[tuple[int, str]]) -> WordLines:
    """The lines of ``source``. ``parts`` are its lines part by part, the text first; ``headings`` are (line, words) in order."""
    runs: list[list[int]] = []
    firsts: list[Part] = []
    above: list[tuple[int, str]] = []
    cited: dict[tuple[str, str], str] = {}
    for name, lines in parts:
        if not lines and name != "document":
            continue
        firsts.append(Part(name, len(runs) + 1))
        for number, line in enumerate(lines, len(runs) + 1):
            runs.append(_runs(line))
            if name != "document":
                # a note stands under the heading of the words that it is set on
                above.append((number, cited.get((name, line[0].note), "")))
                continue
            for note in (note for paragraph in line for note in paragraph.cites):
                cited.setdefault(note, _above(headings, number))
        if name == "document":
            above += [heading for heading in headings if heading[0] <= len(runs)]
    return WordLines(source, runs or [[]], firsts, above)


def _above(headings: list[tuple[int, str]], line: int) -> str:
    at = bisect_right(headings, line, key=lambda heading: heading[0])
    return headings[at - 1][1] if at else ""


def _runs(line: list[Paragraph]) -> list[int]:
    """Where runs begin in a line, which may hold several paragraphs of the file."""
    if len(line) == 1:
        return line[0].runs
    found: list[int] = []
    at = 0
    for paragraph in line:
        found += [at + start for start in paragraph.runs]
        at += paragraph.width
    return found
