"""Patterns that one run compiled are there for the next, unless anything about them does not fit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ask = Callable[[str], str]

ASK = """
import sys
from stancelint.policy import learned
from stancelint.text import patterns
learned.recall()
found = patterns.compiled(sys.argv[1]).findall("Kyiv, Lviv")
print(len(patterns.learned()), found)
learned.remember()
"""


@pytest.fixture
def asked(tmp_path: Path) -> Ask:
    def ask(text: str) -> str:
        settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
        done = subprocess.run([sys.executable, "-c", ASK, text], env=settings, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    return ask


def test_the_second_run_has_nothing_to_learn(asked: Ask, tmp_path: Path) -> None:
    assert asked("[A-Z]yiv") == "1 ['Kyiv']"
    assert asked("[A-Z]viv") == "1 ['Lviv']"
    assert asked("[A-Z]yiv") == "0 ['Kyiv']"
    assert asked("[A-Z]viv") == "0 ['Lviv']"
    assert [path.name.partition("-")[0] for path in (tmp_path / "cache").iterdir()] == ["patterns"]


@pytest.mark.parametrize("cut", [0, 10, 60, -1])
def test_a_damaged_file_is_as_good_as_none(asked: Ask, tmp_path: Path, cut: int) -> None:
    asked("[A-Z]yiv")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:cut])
    assert asked("[A-Z]yiv") == "1 ['Kyiv']"
    assert asked("[A-Z]yiv") == "0 ['Kyiv']"


def test_another_python_s_file_is_not_read(asked: Ask, tmp_path: Path) -> None:
    asked("[A-Z]yiv")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"cpython", b"another", 1))
    assert asked("[A-Z]yiv") == "1 ['Kyiv']"
