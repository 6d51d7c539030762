"""Killed, starved, locked out: nothing is left half-written, and what went wrong is said in words."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import BAD, CLEAN, Tool

KILLS = 100
AS_ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


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
    settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    run = command("check", "--fix", "--output", "json=out.json", "drafts/clean.txt")
    done = subprocess.run(run, cwd=desk, env=settings, capture_output=True, text=True, preexec_fn=no_room, check=False)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert draft.read_bytes() == before
    assert sorted(path.name for path in (desk / "drafts").iterdir()) == ["bad.txt", "clean.txt"]
    assert not (desk / "out.json").exists()


@pytest.mark.skipif(AS_ROOT, reason="root may write where nobody else may")
def test_a_tree_that_may_not_be_written(tool: Tool, desk: Path) -> None:
    (desk / "drafts").chmod(0o555)
    try:
        assert tool("check", "drafts/bad.txt").status == 1
        said = tool("check", "--fix", "drafts/bad.txt")
        assert "Traceback" not in said.err
    finally:
        (desk / "drafts").chmod(0o755)


def test_a_cache_that_cannot_be_kept_costs_nothing(tool: Tool, desk: Path) -> None:
    (desk / "file").write_text("x")
    assert tool("check", "drafts/clean.txt", STANCELINT_CACHE_DIR=str(desk / "file" / "cache")).status == 0
    assert tool("check", "drafts/clean.txt", STANCELINT_CACHE_DIR="", XDG_CACHE_HOME="", HOME="/").status == 0


def test_a_draft_writes_nothing_to_the_terminal(tool: Tool, desk: Path) -> None:
    hostile = BAD.replace("The special", "\x1b]0;owned\x07\x1b[2J\u202e The special")
    (desk / "drafts" / "bad.txt").write_text(hostile, "utf-8")
    for form in ("text", "concise", "github", "markdown", "html", "sarif", "junit", "checkstyle", "gitlab", "rdjson", "json", "jsonl"):
        said = tool("check", "--format", form, "--show", "info", "drafts/bad.txt", FORCE_COLOR="")
        assert said.status == 1, form
        assert "\x1b]" not in said.out, form
        assert "\x07" not in said.out, form


def test_a_path_writes_nothing_to_the_terminal(tool: Tool) -> None:
    said = tool("check", "drafts/\x1b[31mred.txt")
    assert said.status == 2
    assert "\x1b" not in said.err


def test_a_pack_may_not_lead_out_of_the_tree(tool: Tool, desk: Path) -> None:
    for pack in ("../elsewhere", "/etc"):
        (desk / "stancelint.yaml").write_text(f"packs: [{pack}]\n", "utf-8")
        said = tool("check", "drafts/clean.txt")
        assert said.status == 2
        assert "outside the policy's own folder" in said.err
    (desk / "rules").symlink_to("/etc", target_is_directory=True)
    (desk / "stancelint.yaml").write_text("packs: [rules]\n", "utf-8")
    assert "outside the policy's own folder" in tool("check", "drafts/clean.txt").err
