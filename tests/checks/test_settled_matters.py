"""What courts and inquiries have settled is known by its year and by the town that the headline names."""

from __future__ import annotations

import pytest

from stancelint.api import check_text

DRAFT = """{head}

12 November 2026

A tram runs to the works again, Suspilne reported.

What remains genuinely contested

{said} The city council and Suspilne disagree about the tram.
"""
CASES = [
    ("In Mariupol the trams run", "Who destroyed the drama theatre on 16 March 2022 is contested between Kyiv and Moscow.", True),
    ("In Mariupol the trams run", "Moscow and Kyiv blame each other for the bombing of the theatre in March 2022.", True),
    (
        "Kramatorsk counts its trams",
        "Who fired the missile that hit the railway station on 8 April 2022 is disputed by Moscow and Kyiv.",
        True,
    ),
    ("In Izium the trams run", "Who killed those in the mass graves of 2022 is disputed.", True),
    ("Trams of Mariupol", "It is still argued who bombed the maternity hospital on 9 March 2022.", True),
    (
        "Mariupol marks an anniversary",
        "Moscow denies that its aircraft bombed the theatre. Who dropped the bomb is an open question.",
        True,
    ),
    ("Kramatorsk counts its trams", "Who fired the missile that hit the railway station on Tuesday is disputed by Moscow and Kyiv.", False),
    ("In Mariupol the trams run", "When the theatre will reopen is disputed; it closed in 2022.", False),
    ("In Odesa the trams run", "Who destroyed the drama theatre in 1944 is contested between two historians.", False),
    ("In Mariupol the trams run", "A UN inquiry found that Russia bombed the theatre in 2022; Moscow denies it.", False),
    (
        "In Mariupol the trams run",
        "How many died in the theatre in 2022, when it was bombed, is not agreed: AP counted 600, Amnesty 12.",
        False,
    ),
]


@pytest.mark.parametrize(("head", "said", "marked"), CASES)
def test_a_settled_matter_is_marked_though_the_town_stands_in_the_headline(head: str, said: str, marked: bool) -> None:
    report = check_text(DRAFT.format(head=head, said=said), "draft.txt", today="2026-11-24")
    assert any(finding.rule == "contested/false-balance" for finding in report) is marked
