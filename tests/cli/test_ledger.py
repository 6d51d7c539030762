"""The ledger of counts over many drafts, and tolls in which one draft contradicts another."""

from __future__ import annotations

import csv
from pathlib import Path

from .conftest import CLEAN, Tool

TOLL = "The drone killed {} people in Sumy on Saturday, the regional governor, Oleh Hryhorov, said. Reuters also counted {} dead there."


def two_drafts(desk: Path, one: str, other: str) -> None:
    for name, count in (("one.txt", one), ("two.txt", other)):
        text = CLEAN.replace("What remains", TOLL.format(count, count) + "\n\nWhat remains", 1)
        (desk / "drafts" / name).write_text(text, "utf-8")


def test_the_ledger_holds_every_count(tool: Tool, desk: Path) -> None:
    two_drafts(desk, "12", "12")
    tool("check", "--ledger", "ledger.csv", "drafts")
    with (desk / "ledger.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "killed"]
    assert {(row["draft"], row["low"], row["high"]) for row in rows} == {("drafts/one.txt", "12", "12"), ("drafts/two.txt", "12", "12")}


def test_two_drafts_that_contradict_each_other(tool: Tool, desk: Path) -> None:
    two_drafts(desk, "12", "14")
    assert "casualty/inconsistent" not in tool("check", "drafts/one.txt", "drafts/two.txt").out
    said = tool("check", "--across", "drafts/one.txt", "drafts/two.txt")
    assert said.status == 1
    assert "casualty/inconsistent" in said.out
    assert "the other figure: “killed 14 people”, drafts/two.txt:" in said.out


def test_two_drafts_that_agree(tool: Tool, desk: Path) -> None:
    two_drafts(desk, "12", "12")
    assert "casualty/inconsistent" not in tool("check", "--across", "drafts").out
