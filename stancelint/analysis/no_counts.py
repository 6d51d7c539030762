"""Numbers that count nothing: dates, hours, ages, money, shares, calibres, names."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import NUMBER, PERSON, SINGULAR, THING
from stancelint.analysis.counted import HYPHENS, Sentence
from stancelint.analysis.number_words import Number, NumberWords

_OF_A_PERSON = 3  # words that stand before such a number
_OLDEST = 110
_AGES = ("aged", "age", "ages")
_LONGEST_AGES = 9  # words of a list of ages
_MONTH_AT = 2  # words before a number that stands behind `in July`
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_MONEY = frozenset("$€£₴₽")


def no_count(sentence: Sentence, number: Number, numbers: NumberWords) -> bool:
    """Whether the number is a date, an age, an hour, money, a share or a name."""
    words, row = sentence.words, sentence.row
    size = len(words)
    start, end = number.start, number.end
    before = words[start - 1] if start else ""
    after = words[end] if end < size else ""
    spelled = not words[start][0].isdigit()
    if before in _MONEY or after in ("%", "st", "nd", "rd", "th", "°", "percent", "per"):
        return True
    if before in HYPHENS and start > 1 and row.joined(start - 1) and row.joined(start - 2):
        return True  # T-72, the tail of 79-18
    if after in HYPHENS and row.joined(end - 1) and row.joined(end) and words[end + 1] not in ("plus", "odd"):
        return True  # 12-year-old, 25-storey
    if before in ("/", ":", "#", "№") and row.joined(start - 1):
        return before != ":" or (start > 1 and words[start - 2][0].isdigit())
    if after in ("/", ":") and row.joined(end - 1) and end + 1 < size and words[end + 1][0].isdigit():
        return True
    if before in _AGES or _of_years(sentence, number) or _another_age(sentence, number):
        return True
    if before in numbers.months and _in_a_month(sentence, number):
        return False
    if (
        before.rstrip(".") in numbers.months
        or (after.rstrip(".") in numbers.months and after not in ("may", "march", "mar"))
        or (before == "." and start > 1 and words[start - 2] in numbers.months)
    ):
        return True
    if spelled:
        return False
    if after.isalpha() and row.joined(end - 1):
        return True  # 155mm, 3rd
    if before.isalpha() and start and row.joined(start - 1):
        return True
    return _year(words, number, numbers) or _age(sentence, start, end)


def _in_a_month(sentence: Sentence, number: Number) -> bool:
    """`In July 286 civilians were killed`: the month stands for itself, and the number has people behind it; a year has none."""
    words, start, end = sentence.words, number.start, number.end
    if start < _MONTH_AT or words[start - 2] not in ("in", "during", "throughout") or _FIRST_YEAR <= number.low <= _LAST_YEAR:
        return False
    return any(bit & PERSON and not bit & SINGULAR for bit in sentence.bits[end : end + 2])


def _of_years(sentence: Sentence, number: Number) -> bool:
    """`a girl of nine`, `a driver of 54`: an age, as `a father of three` is a family."""
    at = number.start
    if at < _OF_A_PERSON or sentence.words[at - 1] != "of" or not 0 < number.low <= _OLDEST:
        return False
    person = sentence.bits[at - 2]
    after = sentence.bits[number.end] if number.end < len(sentence.bits) else 0
    return bool(person & PERSON and person & SINGULAR) and sentence.words[at - 3] not in ("the", "no") and not after & (PERSON | THING)


def _another_age(sentence: Sentence, number: Number) -> bool:
    """`two men aged 29 and 41`: the second age of several people, with nobody counted behind it."""
    words, bits = sentence.words, sentence.bits
    if not 0 < number.low <= _OLDEST or (number.end < len(words) and bits[number.end] & (PERSON | THING)):
        return False
    at = number.start - 1
    while at > 0 and number.start - at < _LONGEST_AGES and (words[at] in ("and", ",", "to") or words[at].isdigit() or bits[at] & NUMBER):
        at -= 1
    if at < 1 or words[at] not in _AGES or at == number.start - 1:
        return False
    several = at - 1 if words[at - 1] != "," else at - 2
    return (bool(bits[several] & PERSON) and not bits[several] & SINGULAR) or words[several].endswith("s")


def _year(words: list[str], number: Number, numbers: NumberWords) -> bool:
    word = words[number.start]
    if len(word) != 4 or not _FIRST_YEAR <= number.low <= _LAST_YEAR or number.end != number.start + 1 or number.start == 0:
        return False
    before = words[number.start - 1]
    if before in (
        "in",
        "since",
        "until",
        "of",
        "by",
        "during",
        "from",
        "before",
        "after",
        "late",
        "early",
        "mid",
        "year",
        "summer",
        "spring",
    ):
        return True
    if before in ("autumn", "winter", "fall", "and", "to", "-", "–", "(", "march", "may"):
        return True
    return before == "," and number.start > 2 and words[number.start - 2][:1].isdigit()


def _age(sentence: Sentence, start: int, end: int) -> bool:
    """`Olena Petrenko, 61, said`: a number between commas behind a name."""
    words = sentence.words
    if start < 2 or words[start - 1] != "," or end >= len(words) or words[end] not in (",", ".", ";", ")"):
        return False
    if not words[start].isdigit() or int(words[start]) > _OLDEST:
        return False
    return sentence.text[sentence.row.starts[start - 2]].isupper() and words[start - 2].isalpha()
