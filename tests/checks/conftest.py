"""A copy desk for the tests of checks: a sentence deep in a draft goes in, what a check says of it comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.readers import read
from stancelint.rulebook.knowledge import load_knowledge

BEFORE = "A headline of the desk\n\nA standfirst about nothing.\n\nThe desk filed this.\n\nIt goes on.\n\n"


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """Reads a sentence as the body of a draft, or a whole draft where ``whole`` is set."""

    def make(text: str, *, whole: bool = False) -> Reading:
        document = read((text if whole else BEFORE + text + "\n").encode("utf-8", "surrogatepass"), "draft.txt")
        return Reading(document, _knowledge(), Terms())

    return make


@pytest.fixture(scope="session")
def struck(reading_of: Callable[..., Reading]) -> Callable[..., list[str]]:
    """The words that a check strikes in a sentence, in order."""

    def make(check: Any, text: str, *, whole: bool = False) -> list[str]:
        reading = reading_of(text, whole=whole)
        places = [match.place for match in check.find(reading)]
        return [reading.text[place.start : place.end] for place in sorted(places)]

    return make
