"""Datelines: the copy begins behind them, and they take nobody's place."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

DATELINES = [
    "ODESA, 8 July 2026 - ",
    "ODESA, July 8 — ",
    "KYIV, Ukraine (AP) — ",
    "Kyiv (AFP) – ",
    "Odesa, 8 July 2026. ",
    "Kryvyi Rih, Ukraine, 8 July 2026: ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_speaker_behind_a_dateline_has_his_title_and_the_dateline_is_not_said(dateline: str) -> None:
    reading = draft(
        f"Fire at the silo\n\n{dateline}Four dockers died in the silo, the head of the port, Maryna Kovtun, said on Telegram.\n"
    )
    (said,) = reading.attributions
    assert said.source is not None
    assert said.source.text == "the head of the port, Maryna Kovtun"
    assert reading.text[said.content[0].start : said.content[0].end] == "Four dockers died in the silo"


@pytest.mark.parametrize("opening", ["Zelenskyy — he had come by train — ", "NATO — the alliance — ", "On 8 July - "])
def test_a_dash_after_other_words_opens_no_copy(opening: str) -> None:
    reading = draft(f"Fire at the silo\n\n{opening}spoke to the dockers. The silo had burned, Maryna Kovtun said.\n")
    assert [one.source.text for one in reading.attributions if one.source is not None] == ["Maryna Kovtun"]


def test_a_sentence_ends_at_an_hour_where_a_name_that_says_follows() -> None:
    reading = draft("Fire at the silo\n\nThe second drone came at 9.52 a.m. Kovtun said that it was aimed at the crane.\n")
    (said,) = reading.attributions
    assert said.source is not None
    assert said.source.text == "Kovtun"
    assert len(draft("Fire\n\nThe second drone came at 9 a.m. Kyiv time and hit the crane.\n").sentences) == 2


@pytest.mark.parametrize(
    ("copy", "counted"),
    [
        ("Rescuers found two more bodies in a cellar on Tuesday.", ["two more bodies"]),
        ("The toll of the strike rose to nine on Tuesday.", ["toll of the strike rose to nine"]),
        ("A woman was killed by a drone and 12 people were hurt.", ["A woman was killed", "12 people were hurt"]),
    ],
)
def test_counts_behind_a_dateline_are_of_its_place(copy: str, counted: list[str]) -> None:
    claims = draft(f"Night in the north\n\nSUMY, 5 May 2026 - {copy}\n").claims
    assert [claim.place for claim in claims] == ["sumy"] * len(counted)
    reading = draft(f"Night in the north\n\nSUMY, 5 May 2026 - {copy}\n")
    assert [reading.text[claim.span.start : claim.span.end] for claim in reading.claims] == counted
