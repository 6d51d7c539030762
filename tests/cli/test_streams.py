"""Pipes that close, disks that fill, Ctrl-C, workers that die: a plain word, the right status, and nobody left behind."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import BAD, Tool

MANY = 1500
SOME = 40
LONG = 30.0  # seconds that nothing here may take, on the slowest machine


@pytest.fixture
def some(desk: Path, tmp_path: Path, warm_cache: Path) -> Path:
    """A desk with more findings than a pipe holds, and a warm cache."""
    shutil.copytree(warm_cache, tmp_path / "cache", ignore=shutil.ignore_patterns("results"))
    return with_drafts(desk, SOME)


@pytest.fixture
def many(some: Path) -> Path:
    """A desk with some seconds of work, so that what ends it early does so on a busy machine too."""
    return with_drafts(some, MANY)


def _read_all(terminal: int) -> None:
    with contextlib.suppress(OSError):
        while os.read(terminal, 4096):
            pass


def with_drafts(desk: Path, count: int) -> Path:
    for i in range(count):
        (desk / "drafts" / f"{i}.txt").write_text(BAD, "utf-8")
    return desk


def begun(folder: Path, cache: Path, *arguments: str) -> subprocess.Popen[str]:
    """A run in a group of its own, as a shell starts one."""
    return subprocess.Popen(
        [sys.executable, "-m", "stancelint", *arguments],
        cwd=folder,
        env={**os.environ, "STANCELINT_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hearing,
    )


def hearing() -> None:
    """A suite that a shell runs in the background hears no Ctrl-C, and what it starts would hear none either."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def until(what: object, happens: Iterator[bool]) -> None:
    for happened in happens:
        if happened:
            return
        time.sleep(0.01)
    pytest.fail(f"{what} did not happen")


def waiting(seconds: float = LONG) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield


def at_work(cache: Path) -> None:
    until("a first result", ((cache / "results").is_dir() for _ in waiting()))


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


class TestPipes:
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_reader_who_leaves_costs_neither_words_nor_the_status(self, some: Path, tmp_path: Path, form: str) -> None:
        child = begun(some, tmp_path / "cache", "check", "drafts", "drafts/none.txt", "--format", form, "--output", "json=all.json")
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(1)
        child.stdout.close()
        assert child.stderr.read() == "stancelint: drafts/none.txt: does not exist (check the path)\n"
        assert child.wait(LONG) == 2
        assert len(json.loads((some / "all.json").read_text("utf-8"))["files"]) == SOME + 3

    @pytest.mark.parametrize("arguments", [("rules",), ("sources", "reuters"), ("inspect", "drafts"), ("schema", "output")])
    def test_no_command_minds_it(self, some: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        child = begun(some, tmp_path / "cache", *arguments)
        assert child.stdout is not None
        child.stdout.close()
        assert child.communicate(timeout=LONG)[1] == ""
        assert child.returncode == 0

    def test_a_full_disk_behind_standard_output_is_said(self, tool: Tool, desk: Path, tmp_path: Path) -> None:
        for arguments in (("check", "drafts"), ("rules",)):
            with open("/dev/full", "wb") as full:
                run = [sys.executable, "-m", "stancelint", *arguments]
                settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
                done = subprocess.run(run, cwd=desk, env=settings, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert (done.returncode, done.stderr) == (2, "stancelint: output: No space left on device\n")

    def test_streams_that_were_never_open_leave_the_status(self, desk: Path, tmp_path: Path) -> None:
        settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
        for draft, status in (("clean", 0), ("bad", 1), ("none", 2)):
            shut = f"{sys.executable} -m stancelint check drafts/{draft}.txt >&- 2>&-"
            assert subprocess.run(["sh", "-c", shut], cwd=desk, env=settings, check=False).returncode == status

    def test_a_report_to_a_device_does_not_replace_it(self, tool: Tool, desk: Path) -> None:
        # a terminal of the test's own: a tool that replaced it would leave the machine's devices whole
        ours, theirs = os.openpty()
        (desk / "device").symlink_to(os.ttyname(theirs))
        drain = threading.Thread(target=_read_all, args=(ours,), daemon=True)
        drain.start()
        os.mkfifo(desk / "pipe")
        reader = subprocess.Popen(["cat", "pipe"], cwd=desk, stdout=subprocess.PIPE)
        said = tool("check", "drafts/clean.txt", "--output", "json=device", "--output", "concise=pipe", "--ledger", "device")
        assert (said.status, said.err) == (0, "")
        assert (desk / "device").is_char_device()
        assert b"1 draft" in reader.communicate(timeout=LONG)[0]
        assert (desk / "pipe").is_fifo()

    def test_a_report_keeps_the_link_and_the_mode_of_its_file(self, tool: Tool, desk: Path) -> None:
        (desk / "kept").mkdir()
        (desk / "kept" / "report.json").write_text("old")
        (desk / "kept" / "report.json").chmod(0o640)
        (desk / "report.json").symlink_to("kept/report.json")
        assert tool("check", "drafts/clean.txt", "--output", "json=report.json").status == 0
        assert (desk / "report.json").is_symlink()
        assert (desk / "kept" / "report.json").stat().st_mode & 0o777 == 0o640
        assert json.loads((desk / "report.json").read_text("utf-8"))["summary"]["files"] == 1


class TestLocales:
    @pytest.mark.parametrize("coding", ["ascii", "latin-1", "cp1251"])
    def test_an_encoding_without_our_marks_spells_them(self, tool: Tool, coding: str) -> None:
        utf8 = json.loads(tool("check", "--format", "json", "drafts").out)
        settings = {"PYTHONIOENCODING": coding, "PYTHONUTF8": "0"}
        assert json.loads(tool("check", "--format", "json", "drafts", **settings).out) == utf8
        said = tool("check", "--format", "concise", "drafts/bad.txt", **{**settings, "PYTHONIOENCODING": "ascii"})
        assert (said.status, said.err) == (1, "")
        assert "\\u201cspecial military operation\\u201d" in said.out

    def test_a_name_that_is_no_unicode(self, tool: Tool, desk: Path) -> None:
        name = os.fsencode(desk / "drafts") + b"/\xff.txt"
        Path(os.fsdecode(name)).write_text(BAD, "utf-8")
        outputs = ("--output", "json=a.json", "--output", "html=a.html", "--output", "junit=a.xml", "--ledger", "tolls.csv")
        assert tool("check", "drafts", *outputs).status == 1
        assert tool("baseline", "write", "drafts").status == 0
        assert tool("check", "--baseline", "stancelint-baseline.json", "drafts").status == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
class TestEndings:
    def test_ctrl_c_in_the_pool_ends_it_at_once_with_one_line(self, many: Path, tmp_path: Path) -> None:
        child = begun(many, tmp_path / "cache", "check", "--jobs", "3", "drafts")
        at_work(tmp_path / "cache")
        workers = children(child.pid)
        os.killpg(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=LONG)
        assert (child.returncode, out, err) == (130, "", "stancelint: stopped\n")
        assert all(ended(pid) for pid in workers)
        assert sum(1 for path in (tmp_path / "cache" / "results").rglob("*") if path.is_file()) < MANY

    def test_ctrl_c_alone_ends_with_one_line(self, many: Path, tmp_path: Path) -> None:
        child = begun(many, tmp_path / "cache", "check", "--jobs", "1", "drafts")
        at_work(tmp_path / "cache")
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=LONG)
        assert (child.returncode, out, err) == (130, "", "stancelint: stopped\n")

    def test_a_worker_that_is_killed_is_told_and_not_waited_for(self, many: Path, tmp_path: Path) -> None:
        child = begun(many, tmp_path / "cache", "check", "--jobs", "2", "drafts")
        at_work(tmp_path / "cache")
        os.kill(children(child.pid)[0], signal.SIGKILL)
        out, err = child.communicate(timeout=LONG)
        assert (child.returncode, out) == (2, "")
        assert "a process that was judging drafts was killed from outside" in err
        assert err.count("\n") == 1

    def test_workers_do_not_outlive_a_killed_run(self, many: Path, tmp_path: Path) -> None:
        child = begun(many, tmp_path / "cache", "check", "--jobs", "2", "drafts")
        at_work(tmp_path / "cache")
        workers = children(child.pid)
        child.kill()
        assert child.communicate(timeout=LONG) == ("", "")
        until("the workers' end", (all(ended(pid) for pid in workers) for _ in waiting()))
