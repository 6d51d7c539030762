"""Where quotation marks open and close, and what they hold."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.hearing import reading_of

# [[ and ]] stand around what lies between the marks
PAIRS = [
    ("“[[It is over]],” she said.", "speech"),
    ('"[[It is over]]," she said.', "speech"),
    ("''[[It is over]],'' she said.", "speech"),
    ("``[[It is over]],'' she said.", "speech"),
    ("«[[It is over]]», she said.", "speech"),
    ("„[[It is over]]“, she said.", "speech"),
    ("‘[[It is over, and we all know it]],’ she said.", "speech"),
    ("'[[It is over, and we all know it]],' she said.", "speech"),
    ("“[[It is over]]“ she said of the broken mark.", "speech"),
    ("”[[It is over]],” she said.", "speech"),
    ("It is a “[[referendum]]” in name.", "scare"),
    ("It is a ‘[[referendum]]’ in name.", "scare"),
    ("They read “[[War and Peace]]” at school.", "title"),
    ("An op-ed headlined “[[the war will end as it was planned, whatever Paris says of it]]” ran.", "title"),
    ("He wrote “[[the war will end as it was planned, whatever Paris says of it]]” on a wall.", "speech"),
]


@pytest.mark.parametrize(("case", "kind"), PAIRS)
def test_marks_and_kinds(case: str, kind: str) -> None:
    before, _, rest = case.partition("[[")
    inner, _, after = rest.partition("]]")
    reading = reading_of(f"A headline of no matter\n\n{before}{inner}{after}")
    (found,) = reading.quotations
    assert reading.text[found.inner.start : found.inner.end].rstrip(",") == inner
    assert (found.kind, found.closed) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "The officials' cars stood by the ministers' homes.",
        "It was the summer of '14 and the autumn of ’15.",
        "Don't say it isn't so, rock 'n' roll's here.",
        "He stood 6' 2\" tall in the dark.",
        "The Smiths’ dog barked at the Joneses’ cat.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert not reading_of("A headline of no matter\n\n" + text).quotations


def test_nested_quotations_follow_the_one_that_holds_them() -> None:
    reading = reading_of("A headline of no matter\n\n“He told me, ‘Leave tonight,’ and I left,” she said.")
    outer, inner = reading.quotations
    assert outer.span.covers(inner.span)
    assert reading.text[inner.inner.start : inner.inner.end] == "Leave tonight,"


def test_a_quotation_runs_on_into_the_next_paragraph() -> None:
    reading = reading_of("A headline of no matter\n\n“We heard it first.\n\n“Then the glass went.”\n\nNobody came.")
    first, second = reading.quotations
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_blockquote_is_one_quotation() -> None:
    reading = reading_of("# A headline of no matter\n\nHe wrote:\n\n> It is over.\n>\n> We left.\n\nNobody came.", "draft.md")
    (block,) = [q for q in reading.quotations if q.kind == "block"]
    assert reading.text[block.span.start : block.span.end].split() == ["It", "is", "over.", "We", "left."]


@given(st.text(st.sampled_from("ab ,.\n\"'“”‘’«»„`s"), max_size=200))
def test_quotations_stay_inside_their_block_and_in_order(text: str) -> None:
    reading = reading_of(text)
    last = 0
    for found in reading.quotations:
        assert last <= found.span.start <= found.inner.start <= found.inner.end <= found.span.end
        assert any(block.span.covers(found.span) for block in reading.document.blocks)
        last = found.span.start


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "‘", "’", "''", "«", "»", "„", "“‘", "\"'"])
def test_unbalanced_marks_by_the_thousand_stay_linear(mark: str) -> None:
    def seconds(count: int) -> float:
        text = "A headline\n\n" + f"{mark}word, he said " * count
        began = time.process_time()
        reading = reading_of(text)
        assert reading.attributions is not None
        return time.process_time() - began

    seconds(50)
    few, many = seconds(500), seconds(4000)
    assert many < 40 * max(few, 0.002)  # 8 times the input; a quadratic reading takes 64 times as long


def test_paragraphs_of_a_speech_that_copy_has_joined_stay_speech() -> None:
    reading = reading_of('A headline\n\nIt is hard, the envoy said. "We were betrayed. "We shall not forget it. "It is over."')
    assert [reading.text[q.span.start : q.span.end] for q in reading.quotations] == [
        '"We were betrayed.',
        '"We shall not forget it.',
        '"It is over."',
    ]
