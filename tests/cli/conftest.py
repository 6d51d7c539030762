"""A desk for the command line: a folder, a cache of its own, and a way to run the tool as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

STANCE = (
    "This publication treats Russian strikes on Ukrainian cities as strikes on the cities of an invaded country, and leads with "
    "Ukrainian and Western-wire sourcing rather than Russian-state framings of the same events."
)
CLEAN = f"""\
Drones hit a block of flats in Sumy
Windows were broken in three streets, the regional governor said.

A Russian drone struck a block of flats in Sumy before dawn on 3 October 2026, the regional governor, Oleh Hryhorov, said on Telegram.

Ukraine's air force said it had shot down nineteen of twenty-two drones over the region, and Reuters reported smoke above the centre.

What remains genuinely contested

Ukraine's air force and Russia's Defence Ministry disagree about the target: a depot, says the ministry; none, says the air force.

{STANCE}

Wire provenance

- https://t.me/kpszsu/41890
- https://www.reuters.com/world/europe/drones-hit-sumy-2026-10-03/
- https://t.me/Hryhorov_Oleg/2210
- Russian state agency TASS, for the ministry: https://tass.com/defense/1990001
"""
BAD = CLEAN.replace("What remains", "The special military operation entered its fifth year.\n\nWhat remains")


@dataclass(frozen=True)
class Said:
    """What a run left: its status and both streams."""

    status: int
    out: str
    err: str


Tool = Callable[..., Said]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "clean.txt").write_text(CLEAN, "utf-8")
    (folder / "drafts" / "bad.txt").write_text(BAD, "utf-8")
    return folder


@pytest.fixture
def tool(desk: Path, tmp_path: Path) -> Tool:
    def run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Said:
        settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache"), "PYTHONUTF8": "1", **environment}
        done = subprocess.run(
            [sys.executable, "-m", "stancelint", *arguments], cwd=desk, input=stdin, capture_output=True, env=settings, check=False
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules, compiled once for all; and all that a run imports, so that a forked one need not."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "a.txt").write_text(BAD, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STANCELINT_CACHE_DIR", str(folder / "cache"))
        patch.chdir(folder)
        from stancelint.cli.app import run

        assert run(["check", "a.txt", "--ledger", "tolls.csv", "--format", "json"]) == 1
        assert run(["baseline", "write", "a.txt"]) == 0
    return folder / "cache"
