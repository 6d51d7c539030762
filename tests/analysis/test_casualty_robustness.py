"""No input breaks the reading of counts, and twice the input takes about twice the time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.casualties import read_counts
from stancelint.errors import DraftError
from tests.analysis.drafts import draft

WORDS = """
killed wounded dead died killing 12 two dozens at least up to of the a an his woman soldiers children people including among
them and or , ; : .
( ) - – — " “ ” ' no one nobody none toll rose from number deaths bodies lives claimed were was had been could not to Kharkiv Reuters said
according year-old per cent $ %
2014 first second others more another missing captured lost casualties half million
"""


def check(text: str) -> None:
    try:
        reading = draft(text)
    except DraftError:
        return  # the reader refuses what is no text
    last = -1
    for claim in reading.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(reading.text)
        assert claim.span.covers(claim.figure)
        assert claim.low >= 0
        assert claim.high is None or claim.high >= claim.low
        assert claim.figure.start >= last
        last = claim.figure.start
        for one in claim.standing:
            assert reading.text[one.mention.span.start : one.mention.span.end] == one.mention.text
        assert claim.caveat is None or claim.caveat.end <= len(reading.text)
    assert tuple(claim.low for claim in draft(text).claims) == tuple(claim.low for claim in reading.claims)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=60))
@settings(max_examples=400, deadline=None)
def test_harming_words_in_any_order(words: list[str]) -> None:
    check("A draft\n\nIts standfirst.\n\n" + " ".join(words) + "\n")


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet="ß İıﬁ１２Ⅷ𝟙½²'’-–—.,()killed 3людей\u200b\u00ad\u00a0\n", max_size=120))
@settings(max_examples=200, deadline=None)
def test_strange_letters_and_digits(text: str) -> None:
    check(text + " killed three people.")


def seconds(text: str) -> float:
    reading = draft(text)
    _ = reading.sentences, reading.words
    began = time.process_time()
    read_counts(reading)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    [
        "killed 12 people, ",
        "including two, ",
        "of the 12 killed and the 3 wounded ",
        "at least at least at least 5 ",
        "the death toll from to of ",
        "12, 13, 14 and 15 ",
        "no one none nobody ",
        "a woman and ",
        "(killed ",
        "Twelve people were killed in Odesa. ",
        "one hundred million thousand ",
    ],
)
def test_time_is_linear_in_the_input(piece: str) -> None:
    short, long = (min(seconds("A draft\n\n" + piece * count + "\n") for _ in range(3)) for count in (400, 3200))
    assert long < 8 * 3 * short + 0.05  # eight times the input, with room for a busy machine
