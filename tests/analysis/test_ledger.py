"""The ledger over drafts: its rows, and the drafts of one night that give one strike two tolls."""

from __future__ import annotations

import pytest

from stancelint.analysis.ledger import COLUMNS, LedgerRow, across, rows
from tests.analysis.drafts import draft


def ledger(*bodies: str) -> list[LedgerRow]:
    return [
        row
        for number, body in enumerate(bodies)
        for row in rows(f"{number}.txt", draft(f"A strike\n\nPosted on 3 March 2026.\n\n{body}\n"))
    ]


def test_a_row_tells_the_figure_the_place_and_who_stands_behind_it() -> None:
    (row,) = ledger("A missile killed at least six people in Sumy on Tuesday, Reuters reported.")
    cells = dict(zip(COLUMNS, row.cells(), strict=True))
    assert cells["draft"] == "0.txt"
    assert (cells["line"], cells["column"]) == ("5", "11")
    assert cells["text"] == "killed at least six people"
    assert (cells["kind"], cells["low"], cells["high"], cells["hedge"]) == ("killed", "6", "", "at-least")
    assert (cells["place"], cells["when"], cells["date"]) == ("sumy", "on Tuesday", "2026-03-03")
    assert (cells["grade"], cells["sources"]) == ("single", "reuters")


def test_two_drafts_with_two_tolls_for_one_strike_are_set_side_by_side() -> None:
    found = list(
        across(ledger("The missile killed 12 people in Sumy, the mayor said.", "The missile killed 14 people in Sumy, the mayor said."))
    )
    assert [(one.draft, other.draft) for one, other in found] == [("0.txt", "1.txt")]


@pytest.mark.parametrize(
    "other",
    [
        "The missile killed 12 people in Sumy, the mayor said.",
        "The missile killed 14 people in Odesa, the mayor said.",
        "The missile wounded 14 people in Sumy, the mayor said.",
        "The missile killed at least nine people in Sumy, the mayor said.",
        "The toll in Sumy rose to 14, the mayor said.",
        "Shelling has killed 14 people in Sumy since January, the mayor said.",
        "The missile killed 14 soldiers in Sumy, the mayor said.",
        "The missile killed about 14 people in Sumy, the mayor said.",
        "The missile killed 14 people in Sumy on Tuesday, the mayor said.",
    ],
)
def test_what_can_both_be_true_is_no_contradiction(other: str) -> None:
    when = " on Monday" if "Tuesday" in other else ""
    assert list(across(ledger(f"The missile killed 12 people in Sumy{when}, the mayor said.", other))) == []


@pytest.mark.parametrize("when", ["on Monday", "yesterday", "today"])
def test_two_tolls_of_one_day_or_of_a_day_without_a_name_contradict(when: str) -> None:
    one = "The missile killed 12 people in Sumy on Monday, the mayor said."
    if when != "on Monday":
        one = one.replace("on Monday", "today")
    assert list(across(ledger(one, f"The missile killed 14 people in Sumy {when}, the mayor said.")))


def test_one_draft_is_not_held_against_itself_here() -> None:
    assert list(across(ledger("The missile killed 12 people in Sumy. A drone killed nine people in Sumy."))) == []
