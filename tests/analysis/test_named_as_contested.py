"""The contested part names the death of one person by what he was, whichever way round it is put."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

CASES = [
    (
        "A shell fell on a bridge; the governor said that one, a girl of eleven, had died.",
        "The girl's death was given by the governor alone.",
    ),
    ("A shell killed a girl of eleven, the governor said.", "The girl’s death was given by the governor alone."),
    ("A drone wounded a welder, the governor said.", "The welder's injury is known from the governor alone."),
    ("A shell killed a priest, the governor said.", "Only the governor has spoken of the priest's killing."),
    ("A mine killed a forester, the mayor said.", "The forester's death has no second source."),
]


@pytest.mark.parametrize(("told", "named"), CASES)
def test_a_death_named_by_whose_it_was(told: str, named: str) -> None:
    text = f"A week\n\n{told}\n\nThe rest of it was dry.\n\nWhat remains genuinely contested\n\n{named}\n"
    assert [claim.grade for claim in draft(text).claims] == ["caveated"]
