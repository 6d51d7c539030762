"""Killed at any byte and at any moment, or out of room: a file of ours holds what it held, or all of what it should."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stancelint.analysis.answers import Answer
from stancelint.engine.online_kept import keep_answer, kept_answer
from stancelint.policy import compiled
from stancelint.policy.kept import load_kept, store_kept

from .conftest import BAD
from .forked import Fate, forked

BASELINE = ("baseline", "write", "drafts")
LEDGER = ("check", "drafts", "--ledger", "tolls.csv")
REPORT = ("check", "drafts", "--output", "json=report.json")
WRITERS = [(BASELINE, "stancelint-baseline.json"), (LEDGER, "tolls.csv"), (REPORT, "report.json")]
TOLL = "\n\nA strike on Sumy killed three people, the governor, Oleh Hryhorov, said.\n\n"


@pytest.fixture
def night(desk: Path, tmp_path: Path, warm_cache: Path) -> Path:
    """A desk with a toll to enter, and a cache that is warm, so that a run costs little."""
    (desk / "drafts" / "bad.txt").write_text(BAD.replace("\n\nWhat remains", f"{TOLL}What remains"), "utf-8")
    shutil.copytree(warm_cache, tmp_path / "cache")
    assert forked(("check", "drafts"), desk, tmp_path / "cache").status == 1
    return desk


@pytest.mark.parametrize(("arguments", "name"), WRITERS, ids=lambda case: case if isinstance(case, str) else "")
def test_killed_while_it_is_written_a_file_is_the_old_one_or_the_new(
    night: Path, tmp_path: Path, arguments: tuple[str, ...], name: str
) -> None:
    cache, file = tmp_path / "cache", night / name
    began = time.perf_counter()
    assert forked(arguments, night, cache).err == ""
    whole, new = time.perf_counter() - began, file.read_bytes()
    old = new.replace(b"killing", b"k.").replace(b"Sumy", b"Kherson") + b"\n"
    if name == "stancelint-baseline.json":
        old = b'{"schema": "stancelint-baseline/1", "drafts": {}}\n'
    chance = random.Random(7)
    for trial in range(34):
        file.write_bytes(old)
        byte = Fate(room=chance.randrange(len(new)), deadly=True)
        fate = Fate(killed_after=chance.uniform(0, whole)) if trial % 2 else byte
        ended = forked(arguments, night, cache, fate)
        assert file.read_bytes() in ((old, new) if trial % 2 else (old,))
        assert ended.err == ""
    assert forked(arguments, night, cache).err == ""
    assert file.read_bytes() == new


def test_what_a_killed_run_leaves_behind_is_no_draft(night: Path, tmp_path: Path) -> None:
    report = night / "drafts" / "report.md"
    (night / "drafts" / "clean.txt").unlink()
    told = ("check", "drafts/bad.txt", "--output", "markdown=drafts/report.md")
    assert forked(told, night, tmp_path / "cache", Fate(room=100, deadly=True)).status is None
    assert not report.exists()
    assert len(list((night / "drafts").iterdir())) == 2  # the draft, and a hidden piece
    assert forked(("baseline", "write", "drafts"), night, tmp_path / "cache").status == 0
    assert "report" not in (night / "stancelint-baseline.json").read_text("utf-8")


@pytest.mark.parametrize(("arguments", "name"), WRITERS, ids=lambda case: case if isinstance(case, str) else "")
def test_a_full_disk_costs_the_new_file_and_not_the_old(night: Path, tmp_path: Path, arguments: tuple[str, ...], name: str) -> None:
    old = b'{"schema": "stancelint-baseline/1", "drafts": {}}\n'
    (night / name).write_bytes(old)
    for room in (0, 60, 200):
        ended = forked(arguments, night, tmp_path / "cache", Fate(room=room))
        assert (ended.status, "cannot be written" in ended.err) == (2, True)
        assert (night / name).read_bytes() == old
    assert {path.name for path in night.iterdir()} == {"drafts", name}


def killed_at_random(work: Callable[[], None], chance: random.Random) -> None:
    child = os.fork()
    if child == 0:
        while True:
            work()
    time.sleep(chance.uniform(0, 0.004))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_cache_whose_writer_is_killed_a_hundred_times_is_whole_or_not_there(tmp_path: Path) -> None:
    path, mark, chance = str(tmp_path / "cache" / "x.bin"), b"mark\n", random.Random(3)
    held = [{"words": ["a" * n] * 400} for n in (50, 90)]

    def both() -> None:
        for data in held:
            store_kept(path, mark, data)

    for _ in range(100):
        killed_at_random(both, chance)
        assert load_kept(path, mark) in (None, *held)
    store_kept(path, mark, held[0])
    assert load_kept(path, mark) == held[0]


def test_an_answer_whose_keeper_is_killed_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path))
    url, chance = "https://example.org/a", random.Random(4)
    answers = [Answer(url, "there", "200", "2026-11-27", url, 0, ("a" * n,), "en") for n in (10, 3_000)]

    def both() -> None:
        for answer in answers:
            keep_answer(url, answer)

    for _ in range(40):
        killed_at_random(both, chance)
        assert kept_answer(url) in (None, *answers)


def test_a_rule_cache_cut_off_anywhere_is_not_believed(night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    assert compiled.load("built in") is not None
    (file,) = (tmp_path / "cache").glob("rules-*.bin")
    whole, chance = file.read_bytes(), random.Random(5)
    for _ in range(25):
        at = chance.randrange(len(whole))
        for damaged in (whole[:at], whole[:at] + bytes(len(whole) - at), whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :]):
            file.write_bytes(damaged)
            assert compiled.load("built in") is None
    assert forked(("check", "drafts"), night, tmp_path / "cache").status == 1
    assert compiled.load("built in") is not None


def test_killed_while_the_rule_cache_is_written_the_next_run_is_right(night: Path, tmp_path: Path) -> None:
    (kept,) = (tmp_path / "cache").glob("rules-*.bin")
    cache = tmp_path / "other"
    assert forked(("check", "drafts"), night, cache, Fate(room=kept.stat().st_size // 2, deadly=True)).status is None
    assert list(cache.glob("rules-*.bin")) == []
    assert forked(("check", "drafts"), night, cache).status == 1
    assert len(list(cache.glob("rules-*.bin"))) == 1


def test_a_full_disk_costs_the_caches_and_not_the_run(night: Path, tmp_path: Path) -> None:
    ended = forked(("check", "drafts"), night, tmp_path / "full", Fate(room=500))
    assert (ended.status, ended.err) == (1, "")
    assert [path for path in (tmp_path / "full").rglob("*") if path.suffix == ".part" or path.name.startswith("rules")] == []


def test_another_installations_rules_are_not_believed(night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    assert compiled.load("built in") is not None
    monkeypatch.setattr(compiled, "__file__", "/opt/elsewhere/stancelint/policy/compiled.py")
    assert compiled.load("built in") is None
