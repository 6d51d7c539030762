"""Properties of attribution and voice that hold for any input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.text.span import Span
from tests.analysis.hearing import reading_of

WORDS = """Peskov he she it they who which what that to and but the of by as for said says say told claim claims calls called according
citing reportedly expected asked adding Moscow 's officials ministry “ ” " ' '' , . : ; — ( ) is was had name framing confident In a poll
Q: Monday é \u202a İ ß 😀 # - >"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from(["draft.txt", "draft.md"]))
def test_every_span_lies_in_the_prose_and_every_voice_answers(pieces: list[str], name: str) -> None:
    reading = reading_of(" ".join(pieces), name)
    size = len(reading.text)
    starts = []
    for one in reading.attributions:
        assert one.content
        for span in (*one.content, *one.cue, *(s.span for s in one.sources), *(s.antecedent for s in one.sources if s.antecedent)):
            assert 0 <= span.start < span.end <= size
        for source in one.sources:
            assert reading.text[source.span.start : source.span.end] == source.text
        starts.append(one.content[0].start)
    assert starts == sorted(starts)
    for start in range(0, size, max(1, size // 7)):
        voice = reading.voice(Span(start, min(size, start + 5)))
        assert voice.kind in ("own", "attributed", "quoted", "mixed", "uncertain")
        assert voice.trail
        if voice.attributed:
            assert voice.attribution is not None
            assert not voice.attribution.vague


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=150))
def test_no_text_is_too_strange(text: str) -> None:
    reading = reading_of(text.replace("\x00", " "))
    for one in reading.attributions:
        reading.voice(one.content[0])


@pytest.mark.parametrize(
    "unit",
    [
        "Peskov said ",
        "he said, she said, ",
        "according to ",
        "who said that ",
        "- she said - ",
        "(said ",
        "Moscow's claim that ",
        "the ministry of the ministry of ",
        "is expected to ",
        ", the man, ",
        "said: ",
        "In a poll, ",
        "what Moscow calls ",
        "said\n\n“it\n\n",
        "> he said:\n\n",
        "NAME: said\n\n",
        "“a” — ",
        "citing ",
    ],
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    def seconds(count: int) -> float:
        reading = reading_of("A headline\n\n" + unit * count, "draft.txt")
        began = time.process_time()  # of this process alone: what else the machine does is not the reading's fault
        for one in reading.attributions[:200]:
            reading.voice(one.content[0])
        return time.process_time() - began

    seconds(50)
    few, many = seconds(500), min(seconds(4000), seconds(4000))
    assert many < 40 * max(few, 0.003)


def test_a_headline_may_end_with_its_verb() -> None:
    reading = reading_of("Peskov adding :")
    assert reading.text == "Peskov adding :"
    assert all(one.sources for one in reading.attributions)


def test_a_question_put_by_nobody_who_is_named_is_read_on() -> None:
    assert reading_of("Asked by which road the column came, the mayor shrugged.", "draft.txt").attributions is not None
