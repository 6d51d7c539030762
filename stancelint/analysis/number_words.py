"""Numbers as English writes them, digits and words, read from a row of small tokens.

``read_number`` reads the bare number (or range) at a place. Every bound is a whole number; an open word (`dozens`) has no upper one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from stancelint.analysis.knowledge import Data
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

UNIT, TEN, SCALE, GROUP, COLLECTIVE, VAGUE, ORDINAL = range(1, 8)


_CLASSES = {"units": UNIT, "tens": TEN, "scales": SCALE, "groups": GROUP, "collectives": COLLECTIVE, "vague": VAGUE, "ordinals": ORDINAL}


_DASHES = frozenset("-–—‑−")


_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


_MOST_DIGITS = 15


class Number(Value):
    """A number at tokens ``[start, end)``. ``open`` numbers (dozens) have no upper bound; ``span`` numbers are ranges."""

    start: int
    end: int
    low: int
    high: int | None
    ordinal: bool = False


class Row:
    """A stretch of prose as small tokens: folded ``words`` and their places in the prose."""

    __slots__ = ("ends", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends

    def joined(self, index: int) -> bool:
        """Whether no space stands between the token and the one after it."""
        return index + 1 < len(self.words) and self.ends[index] == self.starts[index + 1]


_TOKEN = lazy(r"(\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S)")


def row_of(folded: str, start: int, end: int) -> Row:
    """The tokens of ``folded[start:end]``; curly apostrophes become straight ones inside words."""
    piece = folded[start:end]
    parts = _TOKEN.split(piece)
    places = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    if "’" in piece:
        words = [word.replace("’", "'") if len(word) > 1 else word for word in words]
    return Row(words, places[1:-1:2], places[2::2])


class NumberWords:
    """The words of ``lexicons/numbers.yaml``: word to (class, value), and the words that make a number something else."""

    name: ClassVar[str] = "numbers"
    __slots__ = ("labels", "measures", "months", "words")

    def __init__(self, words: dict[str, tuple[int, int]], months: frozenset[str], measures: frozenset[str], labels: frozenset[str]) -> None:
        self.words = words
        self.months = months
        self.measures = measures
        self.labels = labels

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        words: dict[str, tuple[int, int]] = {}
        for key, kind in _CLASSES.items():
            for entry in data.get(key, ()):
                for word in entry["words"].split():
                    words[word] = (kind, int(entry["value"]))
        sets = (frozenset(word for line in data.get(key, ()) for word in line.split()) for key in ("months", "measures", "labels"))
        return cls(words, *sets)


def read_number(row: Row, at: int, lexicon: NumberWords) -> Number | None:
    """The number (or range of numbers) that starts at token ``at``; None where none does."""
    words = row.words
    size = len(words)
    if words[at] in ("between", "from") and at + 1 < size:
        first = _single(row, at + 1, lexicon)
        joint = ("and", "to") if words[at] == "between" else ("to",)
        if first and first.high is not None and first.end < size and words[first.end] in joint and first.end + 1 < size:
            second = _single(row, first.end + 1, lexicon)
            if second and second.high is not None and second.low > first.low:
                return Number(at, second.end, _scaled(first, second, row, lexicon), second.high)
        return None
    found = _single(row, at, lexicon)
    if found is None or found.high is None or found.ordinal:
        return found
    joint_at = found.end
    if joint_at + 1 < size and (words[joint_at] in _DASHES or words[joint_at] in ("to", "or")):
        if words[joint_at] in _DASHES and row.joined(joint_at - 1) != row.joined(joint_at):
            return found
        second = _single(row, joint_at + 1, lexicon)
        if second and second.high is not None and not second.ordinal:
            low = _scaled(found, second, row, lexicon)
            if low < second.low and (words[joint_at] != "or" or second.low <= 2 * low):
                return Number(at, second.end, low, second.high)
    return found


def _scaled(first: Number, second: Number, row: Row, lexicon: NumberWords) -> int:
    """The lower bound of `20-25 thousand`: the scale of the second number goes for the first too."""
    last = lexicon.words.get(row.words[second.end - 1])
    scaled = last is not None and last[0] in (SCALE, GROUP) and second.end - second.start > 1 and first.end - first.start == 1
    if last is not None and scaled and first.low * last[1] < second.low:
        return first.low * last[1]
    return first.low


def _single(row: Row, at: int, lexicon: NumberWords) -> Number | None:
    words = row.words
    word = words[at]
    size = len(words)
    if word[0].isdigit():
        return _digits(row, at, lexicon)
    known = lexicon.words.get(word)
    if known is not None:
        kind, value = known
        if kind == VAGUE:
            return _vague(words, at, value, lexicon)
        if kind == ORDINAL:
            return Number(at, at + 1, value, value, True)
        if kind in (UNIT, TEN):
            return _spelled(row, at, lexicon)
        if kind == COLLECTIVE and at + 1 < size and (lexicon.words.get(words[at + 1]) or (0,))[0] in (SCALE, GROUP):
            value *= lexicon.words[words[at + 1]][1]
            return Number(at, at + 2, value, value)
        return None
    if word == "half" and at + 2 < size and words[at + 1] in ("a", "an"):
        whole = lexicon.words.get(words[at + 2])
        if whole and whole[0] in (SCALE, GROUP):
            return Number(at, at + 3, whole[1] // 2, whole[1] // 2)
        return None
    if word in ("a", "an") and at + 1 < size:
        after = lexicon.words.get(words[at + 1])
        if after and after[0] in (SCALE, GROUP, COLLECTIVE):
            if after[0] == GROUP and after[1] == 20 and (at + 2 >= size or words[at + 2] not in ("of", "or")):
                return None  # `a score` is a result; `a score of people` is twenty
            return _spelled(row, at, lexicon)
        if words[at + 1] == "half" and at + 2 < size:
            return None
        if words[at + 1] == "few" and at + 2 < size:
            scale = lexicon.words.get(words[at + 2])
            if scale and scale[0] in (SCALE, GROUP):
                return Number(at, at + 3, 3 * scale[1], None)
    return None


def _vague(words: list[str], at: int, value: int, lexicon: NumberWords) -> Number | None:
    size = len(words)
    end = at + 1
    if words[at] == "several":
        while end < size and (scale := lexicon.words.get(words[end])) and scale[0] in (SCALE, GROUP):
            value *= scale[1]
            end += 1
        if end + 1 < size and words[end] == "of" and (larger := lexicon.words.get(words[end + 1])) and larger[0] == VAGUE:
            return Number(at, end + 2, value * larger[1] // 2, None)
        return Number(at, end, value, None)
    # tens of thousands, hundreds of thousands: so many times the scale
    larger = lexicon.words.get(words[end + 1]) if end + 1 < size and words[end] == "of" else None
    if larger and larger[0] == VAGUE and larger[1] in (2000, 2000000) and value < larger[1]:
        return Number(at, end + 2, value * larger[1] // 2, None)
    if words[at] == "tens" and (end >= size or words[end] != "of"):
        return None
    return Number(at, end, value, None)


def _digits(row: Row, at: int, lexicon: NumberWords) -> Number | None:
    words = row.words
    size = len(words)
    parsed = _value(words[at])
    if parsed is None:
        return None
    value, tenths = parsed  # value counts tenths, hundredths, … : value / 10 ** tenths
    end = at + 1
    while not tenths and end < size and len(words[end]) == 3 and words[end].isdigit() and words[at].isdigit() and len(words[at]) <= 3:
        if row.starts[end] - row.ends[end - 1] != 1 or words[end] != "000":
            break  # `14 000`
        value *= 1000
        end += 1
    if end < size and row.joined(end - 1) and words[end] in _ORDINAL_ENDS:
        return Number(at, end + 1, value, value, True)
    scaled = False
    open_above = end < size and words[end] == "+" and row.joined(end - 1)
    end += open_above
    while end < size:
        known = lexicon.words.get(words[end])
        factor = known[1] if known and known[0] in (SCALE, GROUP) else 0
        if words[end] in ("k", "m") and row.joined(end - 1):
            factor = 1000 if words[end] == "k" else 1000000
        if not factor:
            break
        value *= factor
        scaled = True
        end += 1
    if tenths:
        if not scaled or value % 10**tenths:
            return None
        value //= 10**tenths
    if end + 3 < size and words[end] == "and" and words[end + 1] == "a" and words[end + 2] == "half":
        known = lexicon.words.get(words[end + 3])
        if known and known[0] in (SCALE, GROUP):
            return Number(at, end + 4, value * known[1] + known[1] // 2, value * known[1] + known[1] // 2)
    return Number(at, end, value, None if open_above else value)


_GROUPED = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+|\d+(?:\.\d+)?")


def _value(word: str) -> tuple[int, int] | None:
    """A number in digits as (digits, how many of them stand behind the point)."""
    if len(word) > _MOST_DIGITS + 6 or not _GROUPED.fullmatch(word):
        return None
    whole = word.replace(",", "")
    head, point, tail = whole.partition(".")
    if not point:
        return (int(head), 0) if len(head) <= _MOST_DIGITS else None
    if "," not in word and all(len(part) == 3 for part in tail.split(".")) and head != "0":
        return int(whole.replace(".", "")), 0  # 12.000 in the continental way
    return int(head + tail), len(tail)


def _spelled(row: Row, at: int, lexicon: NumberWords) -> Number | None:
    """A number in words, `a` before a scale or group included."""
    words = row.words
    size = len(words)
    total = current = 0
    last = 0  # the class of the word before
    roof = 10**12  # a scale must be smaller than the one before it
    end = i = at
    if words[at] in ("a", "an"):
        i = at + 1
    while i < size:
        word = words[i]
        known = lexicon.words.get(word)
        if known is None:
            if word in _DASHES and last == TEN and row.joined(i - 1) and row.joined(i):
                after = lexicon.words.get(words[i + 1])
                if after and after[0] == UNIT and after[1] < 10:
                    i += 1
                    continue
            if word == "and" and last == SCALE and i + 1 < size:
                after = lexicon.words.get(words[i + 1])
                if after and after[0] in (UNIT, TEN) and not (after[1] == 1 and i + 2 < size and words[i + 2] in ("of", "other")):
                    last = -SCALE
                    i += 1
                    continue
            break
        kind, value = known
        if kind == UNIT:
            if last in (UNIT, GROUP) or (last == TEN and value > 9) or (last == TEN and not value):
                break
            current += value
        elif kind == TEN:
            if last in (UNIT, TEN, GROUP):
                break
            current += value
        elif (kind == SCALE and last not in (0, -SCALE, GROUP)) or (kind == SCALE and i == at + 1 and words[at] in ("a", "an")):
            if value == 100:
                if current >= 100:
                    break
                current = max(1, current) * 100
            else:
                if value >= roof:
                    break
                total += max(1, current) * value
                current = 0
                roof = value
        elif kind in (GROUP, COLLECTIVE) and (last in (UNIT, TEN, SCALE) or i == at + 1):
            current = max(1, current) * value
            end = i + 1
            if kind == COLLECTIVE and end < size and (scale := lexicon.words.get(words[end])) and scale[0] in (SCALE, GROUP):
                current *= scale[1]
                end += 1
            return Number(at, end, total + current, total + current)
        else:
            break
        last = kind
        i += 1
        end = i
    if end == at:
        return None
    value = total + current
    if end + 2 < size and words[end] == "and" and words[end + 1] == "a" and words[end + 2] == "half":
        scale = lexicon.words.get(words[end + 3]) if end + 3 < size else None
        if scale and scale[0] in (SCALE, GROUP):
            return Number(at, end + 4, value * scale[1] + scale[1] // 2, value * scale[1] + scale[1] // 2)
        before = lexicon.words.get(words[end - 1])
        if before and before[0] == SCALE:
            return Number(at, end + 3, value + before[1] // 2, value + before[1] // 2)
    return Number(at, end, value, value)


def numbers_in(row: Row, lexicon: NumberWords) -> Iterator[Number]:
    """Every number of the row in order, none inside another."""
    at, size = 0, len(row.words)
    known = lexicon.words
    while at < size:
        word = row.words[at]
        if word in known or word in ("a", "an", "half", "between", "from") or word[0].isdigit():
            found = read_number(row, at, lexicon)
            if found is not None:
                yield found
                at = found.end
                continue
        at += 1
