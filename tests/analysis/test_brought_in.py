"""People whom somebody brought in with wounds are wounded, and who they are is told whichever way the part of them is put."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import reading_of

CASES = [
    (
        "A drone wounded eight people, the governor said. "
        "Eight people were brought in from the stop with burns, a surgeon at the city hospital told AP.",
        ["corroborated"] * 2,
    ),
    (
        "A drone wounded eight people, the governor said. The hospital said eight were treated there for shrapnel wounds.",
        ["corroborated"] * 2,
    ),
    (
        "A missile wounded 19 people, Oleh Syniehubov wrote; the chief doctor of Hospital No. 4, Ruslan Lys, told Reuters that "
        "19 people had been admitted from the block with wounds.",
        ["corroborated"] * 2,
    ),
    (
        "A shell wounded six people, two of them teachers, the mayor said. "
        "The clinic said six had been brought there with cuts and burns, two teachers among them.",
        ["corroborated"] * 4,
    ),
    (
        "A shell killed six people, two of whom were boys, the mayor said. Suspilne counted six bodies, two boys among them.",
        ["corroborated"] * 4,
    ),
    (
        "A shell killed six people, two of whom were boys, the mayor said. Suspilne counted six bodies, two women among them.",
        ["corroborated", "single"] * 2,
    ),
    ("A shell hit the depot. Twelve crates were taken from the yard with shrapnel in them, the mayor said.", []),
    ("A shell hit the block. Three bodies had been brought in, and cuts and burns were all that the rest had, medics said.", ["single"]),
]


@pytest.mark.parametrize(("text", "grades"), CASES)
def test_those_brought_in_with_wounds_are_wounded(text: str, grades: list[str]) -> None:
    assert [claim.grade for claim in reading_of(text)[0].claims] == grades
