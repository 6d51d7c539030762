"""Bodies that one side hands to the other: whose dead they are, and so what the word of each side is worth."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import reading_of

HANDED_OVER = """
Russia handed over the bodies of 1,000 people, whom it described as Ukrainian soldiers, Kyiv said. | 1000 ukrainian single
Russia returned 1,000 bodies to Ukraine, Kyiv said. | 1000 ukrainian single
The Russian side repatriated 1,212 bodies, Kyiv said. | 1212 ukrainian single
The remains of 757 people were returned by Russia, Kyiv said. | 757 ukrainian single
The bodies of 1,000 people that Russia says are Ukrainian soldiers were brought back, Kyiv said. | 1000 ukrainian single
Ukraine brought home 1,000 bodies, Kyiv said. | 1000 ukrainian single
Ukraine handed over the bodies of 41 people to Russia, Kyiv said. | 41 russian belligerent
In exchange Ukraine gave back 41 bodies, Kyiv said. | 41 russian belligerent
Vladimir Medinsky said that Ukraine had handed over 41 bodies. | 41 russian single
Russia said that it had handed over 1,000 bodies. | 1000 ukrainian belligerent
Kyiv turned over 41 bodies, Medinsky said. | 41 russian single
"""


@pytest.mark.parametrize("line", HANDED_OVER.strip().splitlines())
def test_what_a_side_gives_back_are_the_others_dead(line: str) -> None:
    text, _, told = line.replace("Kyiv said", "the Coordination Headquarters said").partition(" | ")
    (claim,) = reading_of(text)[0].claims
    assert f"{claim.low} {claim.side} {claim.grade}" == told
    assert claim.low == claim.high  # `handed over 41` is no `over 41`


def test_more_than_a_number_of_bodies_stays_open() -> None:
    (claim,) = reading_of("Well over 40 bodies lay in the yard after the strike, the mayor of Sumy said.")[0].claims
    assert (claim.low, claim.high) == (40, None)
