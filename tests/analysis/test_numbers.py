"""How quantities are read: the words, and the bounds that they mean."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.number_words import NumberWords, numbers_in, row_of
from stancelint.analysis.numbers import Hedges, read
from tests.analysis.drafts import knowledge

QUANTITIES = """
12 | 12 12 exact
1,200 | 1200 1200 exact
200000 | 200000 200000 exact
14 000 | 14000 14000 exact
12.000 | 12000 12000 exact
1.5 million | 1500000 1500000 exact
27+ mln | 27000000 - at-least
10,000+ | 10000 - at-least
300k | 300000 300000 exact
twelve | 12 12 exact
twenty-three | 23 23 exact
twenty three | 23 23 exact
a hundred | 100 100 exact
a hundred and five | 105 105 exact
two hundred and fifty thousand | 250000 250000 exact
one million two hundred thousand and three | 1200003 1200003 exact
nineteen hundred | 1900 1900 exact
half a million | 500000 500000 exact
a million and a half | 1500000 1500000 exact
one and a half million | 1500000 1500000 exact
a dozen | 12 12 exact
half a dozen | 6 6 exact
two dozen | 24 24 exact
two and a half dozen | 30 30 exact
a couple | 2 2 exact
dozens | 24 - about
scores | 40 - about
hundreds | 200 - about
thousands | 2000 - about
several | 3 - about
several dozen | 36 - about
several hundred | 300 - about
a few hundred | 300 - about
tens of thousands | 20000 - about
hundreds of thousands | 200000 - about
10-12 | 10 12 exact
10 to 12 | 10 12 exact
between 10 and 12 | 10 12 exact
from 200 to 250 | 200 250 exact
five or six | 5 6 exact
20-25 thousand | 20000 25000 exact
at least 12 | 12 - at-least
at least another 12 | 12 - at-least
no fewer than seven | 7 - at-least
more than 200 | 200 - at-least
over 14,000 | 14000 - at-least
upwards of forty | 40 - at-least
12 or more | 12 - at-least
up to 60 | 0 60 at-most
as many as 300 | 0 300 at-most
no more than ten | 0 10 at-most
fewer than 10 | 0 9 at-most
less than twenty | 0 19 at-most
about 4,000 | 4000 4000 about
some 1,200 | 1200 1200 about
nearly 24,000 | 24000 24000 about
close to a dozen | 12 12 about
a dozen or so | 12 12 about
an estimated 70,000 | 70000 70000 about
the 12 | 12 12 exact
another six | 6 6 exact
a total of 17 | 17 17 exact
"""


def bounds(text: str) -> str:
    found = read(text, knowledge().lexicon(NumberWords), knowledge().lexicon(Hedges))
    assert found is not None
    return f"{found.low} {'-' if found.high is None else found.high} {found.hedge}"


@pytest.mark.parametrize(("text", "said"), [line.split(" | ") for line in QUANTITIES.strip().splitlines()])
def test_reads_a_quantity_to_its_bounds(text: str, said: str) -> None:
    assert bounds(text) == said


@pytest.mark.parametrize(
    "text", ["", "a", "the", "and", "many", "countless", "few", "half a loaf", "1.5", "a score", "12 men and", "999999999999999999999"]
)
def test_reads_no_quantity_where_there_is_none(text: str) -> None:
    assert read(text, knowledge().lexicon(NumberWords), knowledge().lexicon(Hedges)) is None


WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety
"""
UNITS, TENS = (line.split() for line in WORDS.strip().splitlines())


MIXED = "a one two dozen hundred thousand and - 12 1.5 to from between or half of dozens several + million"


def spell(value: int, *, hyphen: bool = True, joint: bool = True) -> str:
    """The number in English words, British (`and`) or American."""
    if value < 20:
        return UNITS[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return TENS[tens - 2] + (("-" if hyphen else " ") + UNITS[rest] if rest else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            head, rest = divmod(value, scale)
            text = f"{spell(head, hyphen=hyphen, joint=joint)} {name}"
            if rest:
                text += (" and " if joint and rest < 100 else " ") + spell(rest, hyphen=hyphen, joint=joint)
            return text
    raise AssertionError(value)


@pytest.mark.parametrize("cut", ["three hundred and", "three hundred and a", "3 and a", "12 to", "two dozen and", "between 10 and"])
def test_a_text_may_end_inside_a_number(cut: str) -> None:
    found = next(numbers_in(row_of(cut, 0, len(cut)), knowledge().lexicon(NumberWords)), None)
    assert found is None or found.low in (300, 3, 12, 24, 10)


def test_ten_thousand_numbers_come_back_from_their_words() -> None:
    draw = random.Random(5)
    lexicon = knowledge().lexicon(NumberWords)
    for turn in range(10_000):
        value = draw.randrange(1, 10 ** draw.randrange(1, 11))
        text = spell(value, hyphen=turn % 3 > 0, joint=turn % 2 > 0)
        found = read(text, lexicon)
        assert found is not None, text
        assert (found.low, found.high) == (value, value), text


@given(st.integers(min_value=0, max_value=10**12))
def test_numbers_in_digits_come_back(value: int) -> None:
    lexicon = knowledge().lexicon(NumberWords)
    for text in (str(value), f"{value:,}"):
        found = read(text, lexicon)
        assert found is not None
        assert found.low == found.high == value


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_nothing_breaks_the_reading_of_numbers(text: str) -> None:
    folded = text.replace("İ", "i").lower()
    row = row_of(folded, 0, len(folded))
    last = 0
    for number in numbers_in(row, knowledge().lexicon(NumberWords)):
        assert last <= number.start < number.end <= len(row.words)
        assert number.low >= 0
        assert number.high is None or number.high >= number.low
        last = number.end


@given(
    st.lists(
        st.sampled_from(MIXED.split()),
        max_size=40,
    )
)
@settings(max_examples=500)
def test_number_words_in_any_order_are_read_without_a_break(words: list[str]) -> None:
    text = " ".join(words)
    row = row_of(text, 0, len(text))
    for number in numbers_in(row, knowledge().lexicon(NumberWords)):
        assert number.low >= 0
