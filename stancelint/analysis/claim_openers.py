"""Who opens a sentence that gives a count, and who opened the one before: `The ministry keeps a table. On Monday its bulletin put …`."""

from __future__ import annotations

from collections.abc import Callable

from stancelint.analysis.mention_forms import CLAUSE_PIECES, OPENING, TIME_BEFORE, WORDS
from stancelint.analysis.model import SourceMention
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_BACK = 500  # letters back at which the sentence before begins
_LONGEST_LETTERS = 300  # of what goes before a colon
_LONGEST = 9  # words of an opening


def past_the_time(match: re.Match[str]) -> SourceMention:
    """The subject that a pattern found, without the time that stands before it: of `On Monday its bulletin`, `its bulletin`."""
    name, start = match.group(1), match.start(1)
    time = TIME_BEFORE.match(name)
    cut = time.end() if time is not None else 0
    return SourceMention(Span(start + cut, match.end(1)), name[cut:])


def opens_before(text: str, start: int, fits: Callable[[str], bool]) -> Span | None:
    """The words that open the sentence which ends at ``start``, where they are somebody by ``fits``."""
    low = max(0, start - _BACK)
    opening = OPENING.search(text[low:start])
    if opening is None:
        return None
    begin = low + opening.start(1)
    ends = [begin + word.end() for word in WORDS.finditer(opening.group(1))][:_LONGEST]
    return next((Span(begin, end) for end in reversed(ends) if fits(text[begin:end])), None)


def introduced(text: str, block: Span, sentence: Span, figure: Span, speaks: Callable[[str], bool]) -> list[SourceMention]:
    """Whoever opens what goes before a colon: `Ivan Tkach, the governor, summed up the night: two were killed.`"""
    colon = text.rfind(":", max(block.start, sentence.start - 3), figure.start)
    begin = max(block.start, colon - _LONGEST_LETTERS)
    before = text[begin : max(begin, colon)]
    opens = max(before.rfind(mark) + 2 if mark in before else 0 for mark in (". ", "! ", "? "))
    for piece in CLAUSE_PIECES.finditer(before, opens):
        if speaks(piece.group()):
            return [SourceMention(Span(begin + piece.start(), begin + piece.end()), piece.group())]
    return []
