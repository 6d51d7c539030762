"""The parts of a draft: headline, standfirst, body, and those that the policy names by their titles.

A part opens at its heading and ends at the next one of its rank, or where another named part opens. The statement of
policy has no heading: it is found by its words, and may stand inside another part.
"""

from __future__ import annotations

from functools import cache

from stancelint.analysis.headings import LONGEST, HeadingLexicon, role_of, title_words
from stancelint.analysis.model import Section
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.headings import NamedRole
    from stancelint.analysis.reading import Reading
    from stancelint.text.document import Block

_NO_HEADING = 9  # the rank of a title that is no heading of its format: any heading ends what it opened


def sections(reading: Reading) -> tuple[Section, ...]:
    """Every part in order of its body; the statement of policy also where it stands inside another."""
    blocks = reading.document.blocks
    found: list[Section] = []
    at = 0
    openings = _openings(reading)
    while at < len(blocks):
        block = blocks[at]
        if block.role in ("headline", "standfirst") and at not in openings:
            found.append(Section("headline" if block.role == "headline" else "standfirst", _text(reading, block), None, block.span))
            at += 1
            continue
        role, rank = openings.get(at, (None, block.level if block.kind == "heading" else _NO_HEADING))
        end = _end(reading, at, rank, openings, named=role is not None)
        found.append(_section(reading, at, end, role))
        at = end
    statement = reading.statement
    if statement is not None:
        found = [_without(section, statement.span, reading.text) for section in found]
        found.append(Section("stance", "", None, statement.span))
    return tuple(sorted(found, key=lambda section: (section.body.start, section.body.end)))


def _openings(reading: Reading) -> dict[int, tuple[NamedRole | None, int]]:
    """By index of block: the named part that it opens, with its rank."""
    terms = reading.terms.sections
    lexicon = reading.knowledge.lexicon(HeadingLexicon)
    titles: dict[NamedRole, tuple[tuple[str, ...], ...]] = {
        "contested": _bare_titles(terms.contested.titles),
        "provenance": _bare_titles(terms.provenance.titles),
    }
    openings: dict[int, tuple[NamedRole | None, int]] = {}
    for at, block in enumerate(reading.document.blocks):
        if block.role == "headline" or block.quoted:
            continue
        text = reading.text[block.span.start : min(block.span.end, block.span.start + LONGEST + 1)]
        if block.kind == "heading":
            role = role_of(text, titles, lexicon)
            if role is not None:
                openings[at] = (role, block.level)
        elif block.kind in ("paragraph", "item"):
            named = _title_line(reading, at, text, titles)
            if named is not None:
                openings[at] = (named, _NO_HEADING)
    return openings


@cache
def _bare_titles(titles: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(title_words, titles))


def _title_line(reading: Reading, at: int, text: str, titles: dict[NamedRole, tuple[tuple[str, ...], ...]]) -> NamedRole | None:
    """The part that a paragraph opens: a title alone on its line, or one that runs into what it opens after a colon."""
    block = reading.document.blocks[at]
    if len(block.span) <= LONGEST and (whole := title_words(text)):
        for named, wanted in titles.items():
            if whole in wanted:
                return named
    opening = title_words(_before_run_in(text))
    if opening in titles["contested"]:
        return "contested"
    if opening in titles["provenance"]:
        # `Sources: two men in the ministry say so` is copy; a list holds an address, or closes the draft
        listed = "://" in reading.text[block.span.start : block.span.end] or at + 2 >= len(reading.document.blocks)
        return "provenance" if listed else None
    return None


def _before_run_in(text: str) -> str:
    opening, colon, _ = text.partition(":")
    return opening if colon else ""


def _end(reading: Reading, at: int, rank: int, openings: dict[int, tuple[NamedRole | None, int]], *, named: bool) -> int:
    blocks = reading.document.blocks
    end = at + 1
    while end < len(blocks):
        block = blocks[end]
        if end in openings or block.role == "headline":
            break
        if block.kind == "heading" and (not named or block.level <= rank) and not (named and _labels_a_link(reading, end)):
            break
        end += 1
    return end


def _labels_a_link(reading: Reading, at: int) -> bool:
    """Whether a bare line of plain text that looks like a heading is the name of the address under it."""
    blocks = reading.document.blocks
    if reading.document.format != "text" or at + 1 >= len(blocks):
        return False
    return is_bare_address(_text(reading, blocks[at + 1]))


def is_bare_address(text: str) -> bool:
    """Whether a block holds an address and nothing else."""
    return text.startswith(("http://", "https://", "www.", "<http")) and not any(ch.isspace() for ch in text)


def _section(reading: Reading, at: int, end: int, role: NamedRole | None) -> Section:
    blocks = reading.document.blocks
    head = blocks[at]
    last = blocks[end - 1].span.end
    if role is None and head.kind != "heading":
        return Section("body", "", None, Span(head.span.start, last))
    heading = head.span
    title = _text(reading, head)
    if head.kind != "heading" and (opening := _before_run_in(title)) and title[len(opening) + 1 :].strip():
        # the title runs into the paragraph that it opens
        heading = Span(heading.start, heading.start + len(opening))
        return Section(role or "body", opening.strip(), heading, Span(heading.end + 1, last))
    first = blocks[at + 1].span.start if at + 1 < end else heading.end
    return Section(role or "body", title.rstrip(":").strip(), heading, Span(first, max(first, last)))


def _without(section: Section, statement: Span, text: str) -> Section:
    """The contested part without a statement of policy that closes it."""
    body = section.body
    if section.role != "contested" or not body.overlaps(statement) or body.end > statement.end + 2:
        return section
    end = max(body.start, statement.start)
    while end > body.start and text[end - 1].isspace():
        end -= 1
    return Section(section.role, section.title, section.heading, Span(body.start, end))


def _text(reading: Reading, block: Block) -> str:
    return reading.text[block.span.start : block.span.end].strip()
