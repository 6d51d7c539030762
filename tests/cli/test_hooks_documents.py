"""The pages on hooks and on other linters' threads: every command in them runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULE = """\
check: phrase
severity: warning
clause: house-style
message: “{match}”
why: So.
clears: Leave it.
phrases: [wonder weapon]
examples:
  flag: ['A [[wonder weapon]] came.', 'The [[wonder weapon]] left.']
  pass: ['A weapon came.', 'A wonder left.']
"""


def commands(page: str) -> list[str]:
    """The commands of a page: lines after “$ ”, and code in a row of a table that calls the tool."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    lines = re.findall(r"^\$ (.+)$", text, re.MULTILINE)
    cells = [code for row in text.splitlines() if row.startswith("|") for code in re.findall(r"`(stancelint [^`]+)`", row)]
    return [*lines, *(code for code in cells if not code.startswith("stancelint:"))]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    shutil.copytree(ROOT / "examples" / "drafts", folder / "drafts")
    (folder / "desk" / "rules" / "style").mkdir(parents=True)
    (folder / "desk" / "rules" / "style" / "wonder.yaml").write_text(RULE, "utf-8")
    (folder / "stancelint.yaml").write_text("packs: [desk/rules]\n", "utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=D", "-c", "user.email=d@example.invalid", "commit", "-qm", "drafts"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("page", ["hooks.md", "threads.md"])
def test_every_command_of_the_page_runs(page: str, desk: Path, tmp_path: Path) -> None:
    listed = commands(page)
    assert len(listed) >= 15
    shim = tmp_path / "bin" / "stancelint"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stancelint "$@"\n', "utf-8")
    shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    failed = {}
    for command in listed:
        done = subprocess.run(["bash", "-c", command], cwd=desk, env=settings, capture_output=True, text=True, check=False)
        told = "--profile" in command  # what the rules cost goes to standard error, beside the report
        if done.returncode not in (0, 1) or bool(done.stderr) != told:
            failed[command] = (done.returncode, done.stderr)
    assert failed == {}


def test_the_threads_page_has_an_answer_in_every_row() -> None:
    rows = [row.split(" | ") for row in (ROOT / "docs" / "threads.md").read_text("utf-8").splitlines() if row.startswith("| ")]
    for demand, threads, answer in rows[2:]:
        assert demand.strip("| ")
        assert "#" in threads
        assert len(answer) > 40
