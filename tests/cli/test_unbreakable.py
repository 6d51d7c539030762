"""Killed, starved, locked out: nothing is left half-written, and what went wrong is said in words."""

from __future__ import annotations

import ctypes
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancelint.policy.kept import cache_folder

from .conftest import CLEAN, Tool

KILLS = 100


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "stancelint", *arguments]


def test_killed_at_any_moment_leaves_nothing_half_written(desk: Path, tmp_path: Path) -> None:
    draft = desk / "drafts" / "strike.txt"
    before = CLEAN.replace("in Sumy before", "in Kharkov before").encode() * 3
    after = before.replace(b"Kharkov", b"Kharkiv")
    settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    run = command("check", "--fix", "drafts/strike.txt")
    draft.write_bytes(before)
    began = time.perf_counter()
    subprocess.run(run, cwd=desk, env=settings, capture_output=True, check=False)
    whole = time.perf_counter() - began
    assert draft.read_bytes() == after
    chance = random.Random(1)
    for _ in range(KILLS):
        draft.write_bytes(before)
        child = subprocess.Popen(run, cwd=desk, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, whole))
        child.kill()
        child.wait()
        assert draft.read_bytes() in (before, after)
    draft.write_bytes(before)
    done = subprocess.run(run, cwd=desk, env=settings, capture_output=True, text=True, check=False)
    assert draft.read_bytes() == after
    assert "Traceback" not in done.stderr


def no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_a_full_disk_costs_the_fix_and_not_the_draft(desk: Path, tmp_path: Path) -> None:
    draft = desk / "drafts" / "clean.txt"
    before = CLEAN.replace("in Sumy before", "in Kharkov before").encode()
    draft.write_bytes(before)
    bare = {name: held for name, held in os.environ.items() if not name.startswith("COVERAGE")}  # what measures a run wants room too
    settings = {**bare, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    run = command("check", "--fix", "--output", "json=out.json", "drafts/clean.txt")
    done = subprocess.run(run, cwd=desk, env=settings, capture_output=True, text=True, preexec_fn=no_room, check=False)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert draft.read_bytes() == before
    assert sorted(path.name for path in (desk / "drafts").iterdir()) == ["bad.txt", "clean.txt"]
    assert not (desk / "out.json").exists()


def as_anybody() -> None:
    """Take from root what lets it write where nobody else may: the next program does not get it back. For others a matter of course."""
    pr_capbset_drop, cap_dac_override = 24, 1
    ctypes.CDLL(None).prctl(pr_capbset_drop, cap_dac_override, 0, 0, 0)


@pytest.fixture
def locked(desk: Path, tmp_path: Path, warm_cache: Path) -> Iterator[Path]:
    """A desk whose tree may be read and not written."""
    (desk / "drafts" / "clean.txt").write_text(CLEAN.replace("in Sumy before", "in Kharkov before"), "utf-8")
    shutil.copytree(warm_cache, tmp_path / "cache")
    folders = (desk / "drafts", desk, tmp_path / "cache")
    for folder in folders:
        folder.chmod(0o555)
    yield desk
    for folder in folders:
        folder.chmod(0o755)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="takes a capability away")
def test_a_tree_and_a_cache_that_may_not_be_written(locked: Path, tmp_path: Path) -> None:
    def said(*arguments: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
        return subprocess.run(
            command(*arguments), cwd=locked, env=settings, capture_output=True, text=True, preexec_fn=as_anybody, check=False
        )

    if said("check", "drafts", "--output", "json=out.json").returncode != 2:
        pytest.skip("whoever runs this may write anywhere")
    plain = said("check", "drafts")
    assert (plain.returncode, plain.stderr) == (1, "")
    before = {path: path.read_bytes() for path in locked.rglob("*.txt")}
    for arguments, word in (
        (("check", "--fix", "drafts"), "clean.txt: cannot be written: Permission denied (no fix was made in it)"),
        (("check", "drafts", "--ledger", "tolls.csv"), "tolls.csv cannot be written: Permission denied"),
        (("baseline", "write", "drafts"), "the baseline cannot be written: Permission denied"),
        (("init",), "Permission denied"),
    ):
        told = said(*arguments)
        assert (told.returncode, word in told.stderr) == (2, True), told.stderr
        assert told.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in locked.rglob("*") if path.is_file()} == before


def test_no_home_folder_costs_the_cache_and_nothing_else(tool: Tool, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STANCELINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)  # a container's user whom no file knows
    assert cache_folder() is None
    monkeypatch.setenv("HOME", "")
    assert cache_folder() is None
    (desk / "file").write_text("x")
    for home in ("/", "", str(desk / "file" / "home")):
        said = tool("check", "drafts/bad.txt", STANCELINT_CACHE_DIR="", XDG_CACHE_HOME="", HOME=home)
        assert (said.status, said.err) == (1, "")
    assert tool("clean", STANCELINT_CACHE_DIR="", XDG_CACHE_HOME="", HOME="/").out == "there is no cache\n"


def test_a_cache_that_cannot_be_kept_costs_nothing(tool: Tool, desk: Path) -> None:
    (desk / "file").write_text("x")
    assert tool("check", "drafts/clean.txt", STANCELINT_CACHE_DIR=str(desk / "file" / "cache")).status == 0
