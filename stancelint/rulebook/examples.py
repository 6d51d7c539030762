"""A rule's examples as its tests: each is read as a draft, and the rule must flag what is marked and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.rulebook.rule import Examples, Rule, build_check
from stancelint.text.document import Document
from stancelint.text.patterns import lazy
from stancelint.text.span import Region, Span
from stancelint.text.value import Value

# A single sentence is judged deep in a body, where neither the headline's nor the lede's harsher law holds.
_BEFORE = """\
A draft that carries an example

Its standfirst says nothing of the matter.

The desk filed this on Monday.

It belongs to a longer account.

"""
_MARK = lazy(r"(\[\[|\]\])")
Finder = Callable[[Document], list[Region]]


class ExampleFailure(Value):
    """An example that its rule does not live up to: which, and what was expected and found."""

    rule: str
    example: str
    said: str


def verify(rule: Rule, examples: Examples, knowledge: Knowledge, terms: Terms) -> list[ExampleFailure]:
    """The examples that fail when the rule's check alone reads them."""
    check = build_check(rule)

    def find(document: Document) -> list[Region]:
        found = []
        for match in check.find(Reading(document, knowledge, terms)):
            place = match.place
            found.append(document.region(place) if isinstance(place, Span) else place or title_region(document))
        return found

    return verify_with(rule.id, examples, find)


def verify_with(rule_id: str, examples: Examples, find: Finder) -> list[ExampleFailure]:
    """The examples that fail when ``find`` says where the rule strikes a document."""
    failures = []
    for example in (*examples.flag, *examples.passes):
        source, marks = unmark(example)
        document, offset = as_draft(source)
        expected = [Region(mark.start + offset, mark.end + offset) for mark in marks]
        said = _compare(document.source, expected, find(document))
        if said:
            failures.append(ExampleFailure(rule_id, example, said))
    return failures


def _compare(source: str, expected: list[Region], found: list[Region]) -> str | None:
    for region in expected:
        if not any(hit.overlaps(region) for hit in found):
            return f"“{_short(source[region.start : region.end])}” is marked and was not found"
    for hit in found:
        if not any(hit.overlaps(region) for region in expected):
            return f"“{_short(source[hit.start : hit.end])}” was found and is not marked"
    return None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def unmark(example: str) -> tuple[str, list[Region]]:
    """An example without its ``[[ ]]`` marks, and the regions that they marked."""
    parts: list[str] = []
    marks: list[Region] = []
    length, opened = 0, None
    for piece in _MARK.split(example):
        if piece == "[[" and opened is None:
            opened = length
        elif piece == "]]" and opened is not None:
            marks.append(Region(opened, length))
            opened = None
        else:
            parts.append(piece)
            length += len(piece)
    return "".join(parts), marks


def as_draft(source: str) -> tuple[Document, int]:
    """An example as a draft, and how far it stands from the draft's start.

    One line is a paragraph deep in a plain-text body. Several lines are a whole draft: HTML where the first character is ``<``,
    Markdown where it is ``#`` or front matter opens it, plain text else.
    """
    from stancelint.readers import read

    stripped = source.strip()
    if "\n" not in stripped:
        return read((_BEFORE + stripped + "\n").encode(), "example.txt"), len(_BEFORE) - (len(source) - len(source.lstrip()))
    name = "example.html" if stripped.startswith("<") and not stripped.startswith("<!--") else "example.txt"
    if stripped.startswith(("# ", "---", "+++")):
        name = "example.md"
    return read(source.encode(), name), 0


def title_region(document: Document) -> Region:
    """Where a finding about the whole draft is placed: its headline, else its first block, else its start.

    Of a title in the front matter and another one over the copy, it is the one over the copy: that is the headline that readers see."""
    blocks = document.blocks
    at = next((i for i, block in enumerate(blocks) if block.role == "headline"), 0)
    over = next((i for i, block in enumerate(blocks) if not block.role), at)  # what opens the page under the front matter
    if over > at and blocks[over].kind == "heading" and blocks[over].level == 1 and _words(document, over) != _words(document, at):
        at = over
    return document.region(blocks[at].span) if blocks else Region(0, 0)


def _words(document: Document, at: int) -> list[str]:
    span = document.blocks[at].span
    return document.text[span.start : span.end].casefold().split()
