"""Patterns that would never come to an end, told from honest ones before a draft meets them."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.rulebook.backtracking import astray

SAMPLE = ("The battery fired 152 shells at dawn, the regime said!",)


@pytest.mark.parametrize(
    ("pattern", "repeated"),
    [
        (r"(a+)+b", "a"),
        (r"(\w+\s*)+:", "a"),
        (r"(?:\w+[ -]?){2,}\bregime\b", "a"),
        (r"(\d+,?)+ (?:people|soldiers)", "7"),
        (r"(x(?:\w|\d)+y)+z", "xay"),
        (r"(.*)(.*)(.*)(.*)=", "a"),
        (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a"),
        (r"(?:[^,]+,?)+;", "a"),
        (r"\p{L}+(\p{L}+\s?)+!", "The"),  # only the library itself can read it: the rule's examples are what it is fed
    ],
)
def test_a_pattern_that_goes_astray_is_told_with_what_leads_it_there(pattern: str, repeated: str) -> None:
    assert astray(pattern, regex.compile(pattern), SAMPLE) == repeated


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b\d{3} shells?\b",
        r"(?i)\b(?:the|a) (?:\w+ ){0,3}regime\b",
        r"“[^”]*”\s*,?\s*(?:said|says)",
        r"(?<!not )\bkilled\b.{0,80}\bsoldiers\b",
        r"[A-Z][a-z]+ (?:of|in) the [A-Z]\w+",
        r"(?>a+)+b",
        r"(?:\w++ ?)++,",
        r"\p{Lu}\p{Ll}+ (?:of|in) \p{Lu}\p{Ll}+",
    ],
)
def test_an_honest_pattern_is_let_be(pattern: str) -> None:
    assert astray(pattern, regex.compile(pattern), SAMPLE) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", r"\w", "[ab]", "[^a]", ".", "(a|b)", "(?:ab)", "(?=a)", "^", r"\b", r"\s", "-"]), max_size=5))
def test_what_repeats_nothing_never_goes_astray(pieces: list[str]) -> None:
    pattern = "".join(pieces)
    assert astray(pattern, regex.compile(pattern), ("a b",)) is None
