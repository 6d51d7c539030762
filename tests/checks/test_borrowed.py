"""Whose words: what a source says is its own, what a source does the writer tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.borrowed import answers_for_words
from stancelint.text.span import Span


@pytest.mark.parametrize(
    ("sentence", "its_own"),
    [
        ("The senator said the [Kyiv regime] would fall.", True),
        ("Peskov wants the [denazification of Ukraine].", True),
        ("“The [Kyiv regime] will fall,” the senator said.", True),
        ("The [Kyiv regime] will fall.", False),
        ("The assembly refused to recognise the outcome of the [coup].", False),
        ("Putin ordered the [special military operation] to begin.", False),
        ("Moscow reports the [liberation] of Toretsk.", True),
        ("The senator says trip to Minsk sign of the town's [liberation].", True),
        ("The senator says visit to the ruins proof of [liberation].", True),
        ("The senator vows to end aid to the [Kyiv regime].", False),
        ("Minsk voiced its support for the [liberation] of Toretsk.", False),
        ("Putin voiced his support for the [liberation] of Toretsk.", True),
        ("Minsk voiced its concern that the [liberation] of Toretsk was slow.", True),
        ("The region declared independence following a [coup] in Kyiv.", False),
        ("The deputies declared that a [coup] had followed.", True),
        ("Russia wants to free the coast where the [Kyiv regime] had ruled.", False),
        ("Russia wants to free the coast from the [Kyiv regime].", True),
        ("The think tank published a report on the crimes of the [Kyiv regime].", False),
    ],
)
def test_who_answers_for_the_words(reading_of: Callable[..., Reading], sentence: str, its_own: bool) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    reading = reading_of(plain)
    start = reading.text.index(plain) + sentence.index("[")
    span = Span(start, start + sentence.index("]") - sentence.index("[") - 1)
    assert answers_for_words(reading, span, reading.voice(span)) is its_own
