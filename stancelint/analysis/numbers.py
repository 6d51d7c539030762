"""How many a text says: a number with the hedges around it, read to bounds.

``quantify`` adds the hedges to a number; ``read`` reads a whole text. ``high`` is None where open.
"""

from __future__ import annotations

from stancelint.analysis.number_words import Number, NumberWords, Row, numbers_in, row_of
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.model import Hedge

_TOLD = frozenset(("information", "reports", "report", "news", "data", "messages", "message", "posts", "post", "rumours", "word"))
_HANDED = frozenset(("hand", "hands", "handed", "handing", "turn", "turned", "turning", "signed", "signing"))


class Quantity(Value):
    """A number with its hedges: tokens ``[start, end)`` with them, ``number`` without."""

    start: int
    end: int
    low: int
    high: int | None
    hedge: Hedge
    number: Number


class Hedges:
    """The phrases of ``lexicons/hedges.yaml``: by last word for those before a number, by first word for those behind it."""

    name: ClassVar[str] = "hedges"
    __slots__ = ("after", "before")

    def __init__(self, before: dict[str, list[tuple[tuple[str, ...], str]]], after: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
        self.before = before
        self.after = after

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data: lists of phrases."""
        before: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        after: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, lines in data.items():
            table, kind = (after, key.removeprefix("after-")) if key.startswith("after-") else (before, key)
            for line in lines:
                words = tuple(line.lower().split())
                table.setdefault(words[-1] if table is before else words[0], []).append((words, kind))
        for table in (before, after):
            for found in table.values():
                found.sort(key=lambda item: -len(item[0]))  # the longest phrase that fits is the one meant
        return cls(before, after)


def quantify(row: Row, number: Number, hedges: Hedges) -> Quantity:
    """The number with the hedges that stand before and behind it."""
    words = row.words
    start, end = number.start, number.end
    low, high = number.low, number.high
    hedge: Hedge = "exact"
    size = len(words)
    kinds = set()
    for _ in range(6):  # `at least another`, `more than a total of`
        if start == 0:
            break
        for phrase, kind in hedges.before.get(words[start - 1], ()):
            begin = start - len(phrase)
            if begin >= 0 and (len(phrase) == 1 or tuple(words[begin:start]) == phrase):
                if phrase == ("over",) and begin and words[begin - 1] in _HANDED:
                    continue  # `handed over 41 bodies` are 41
                if phrase == ("about",) and begin and words[begin - 1] in _TOLD:
                    continue  # `information about 28 dead` is of 28
                start = begin
                kinds.add(kind)
                break
        else:
            break
    if end < size:
        for phrase, kind in hedges.after.get(words[end], ()):
            if tuple(words[end : end + len(phrase)]) == phrase:
                kinds.add(kind)
                end += len(phrase)
                break
    if high is None and "+" in words[number.start : number.end]:
        kinds.add("at-least")
    if "at-least" in kinds:
        high, hedge = None, "at-least"
    elif "at-most" in kinds:
        low, hedge = 0, "at-most"
    elif "below" in kinds:
        high, hedge = (None if high is None else max(0, high - 1)), "at-most"
        low = 0
    elif "about" in kinds or high is None:
        hedge = "about"
    return Quantity(start, end, low, high, hedge, number)


def read(text: str, lexicon: NumberWords, hedges: Hedges | None = None) -> Quantity | None:
    """The quantity that the whole text says, or None where it says more or less than one."""
    folded = text.lower()
    row = row_of(folded, 0, len(folded))
    for number in numbers_in(row, lexicon):
        found = quantify(row, number, hedges or Hedges({}, {}))
        return found if found.start == 0 and found.end == len(row.words) else None
    return None
