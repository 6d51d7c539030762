"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.hearing import reading_of

CASES = [
    ("The road is closed.| The bridge is open.", "plain stops"),
    ("Is it over?| Nobody knows!| It goes on.", "other stops"),
    ("Mr. Bondar met Gen. Kyrylo Moroz and Dr. Ada Lis.| They agreed.", "titles"),
    ("The U.S. Senate voted.| It passed.", "letters with stops"),
    ("He flew to the U.S. He came back.", "letters with stops before a word that begins sentences"),
    ("J. K. Moroz wrote it.| R. Bondar read it.", "initials"),
    ("About 3.5 million fled by 5 p.m. Monday.| More follow.", "decimals and hours"),
    ("The firm, Lis Inc., closed.| Nobody asked.", "firms"),
    ("It ended on Jan. 5, 2023.| It rained.", "months"),
    ("“It is over.”| She left.", "a quotation that ends a sentence"),
    ("“Is it over?” she asked.| Nobody knew.", "a question inside a sentence"),
    ("“Is it over?” Iryna asked.| Nobody knew.", "a question before a name and a verb of saying"),
    ("“It is over!”| The crowd left.", "a call, then the writer"),
    ("It was late … and dark.| We left.", "an ellipsis goes on"),
    ("It was late…| We left.", "an ellipsis ends"),
    ("It was late... We left.", "three stops end"),
    ("(It rained.)| We left.", "brackets"),
    ("He wrote e.g. to Kyiv.| It helped.", "for example"),
    ("It fell at No. 5.| We left.", "numbers"),
]


@pytest.mark.parametrize(("case", "why"), CASES)
def test_sentences(case: str, why: str) -> None:
    text = case.replace("|", "")
    reading = reading_of("A headline of no matter\n\n" + text)
    found = [reading.text[s.span.start : s.span.end] for s in reading.sentences][1:]
    if "|" in case:
        assert found == [piece.strip() for piece in case.split("|")], why
    assert " ".join(found).split() == text.split()


def test_a_heading_is_a_sentence_of_its_own() -> None:
    reading = reading_of("A headline of no matter\n\nThe road is closed.")
    assert [s.block for s in reading.sentences] == [0, 1]


@given(st.text(st.sampled_from("Aa b.!?…”\"“'’)( \n1é\u202a"), max_size=120))
def test_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    reading = reading_of(text)
    last = 0
    for sentence in reading.sentences:
        block = reading.document.blocks[sentence.block].span
        assert block.covers(sentence.span)
        assert last <= sentence.span.start < sentence.span.end
        assert not reading.text[sentence.span.start].isspace()
        assert not reading.text[sentence.span.end - 1].isspace()
        last = sentence.span.end
    covered = {i for s in reading.sentences for i in range(s.span.start, s.span.end)}
    assert all(i in covered for i, letter in enumerate(reading.text) if letter.isalnum())


def test_a_page_without_an_end_is_read_in_stretches() -> None:
    reading = reading_of("sirens, " * 900 + "over the port. x " * 300)
    longest = max(len(reading.text[s.span.start : s.span.end].split()) for s in reading.sentences)
    assert len(reading.sentences) > 3
    assert longest <= 500
    assert reading.text[: reading.sentences[-1].span.end] == reading.text.rstrip()


def test_a_long_sentence_of_an_indictment_stays_one() -> None:
    words = "the court heard that the convoy had left the depot at one, " * 30
    assert len(reading_of(f"In all, {words}and it adjourned.").sentences) == 1
