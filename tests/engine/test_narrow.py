"""Reports narrowed to changed lines and to what the baseline has not accepted, in a real repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from stancelint.engine import draft as draft_room
from stancelint.engine.desk import RunOptions
from stancelint.engine.run import run
from stancelint.errors import UsageError
from stancelint.policy.discover import policy_above

OLD = "A title\n\nThe special military operation goes on.\n\nNothing more was said.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    policy_above.cache_clear()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(OLD)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "drafts")
    return folder


def git(*arguments: str) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    identity = ["-c", "user.name=d", "-c", "user.email=d@example.invalid"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, env=kept)


def rules(options: RunOptions) -> dict[str, set[str]]:
    return {draft.path: {finding.rule for finding in draft.findings if not finding.suppressed} for draft in run(options).drafts}


def test_only_what_touches_changed_lines_is_told(repository: Path) -> None:
    (repository / "a.txt").write_text(OLD + "\nThe Kyiv regime fell silent.\n")
    found = rules(RunOptions(changed_since="HEAD"))
    assert set(found) == {"a.txt"}
    assert "framing/kyiv-regime" in found["a.txt"]
    assert "framing/special-military-operation" not in found["a.txt"]
    assert "provenance/missing" in found["a.txt"]


def test_drafts_that_did_not_change_are_not_even_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "a.txt").write_text(OLD + "\nMore.\n")
    seen: list[str] = []
    read = draft_room.draft_bytes
    monkeypatch.setattr(draft_room, "draft_bytes", lambda path, most: seen.append(path) or read(path, most))
    run(RunOptions(changed_since="HEAD", jobs=1))
    assert seen == ["a.txt"]


def test_what_is_staged_is_judged_as_it_is_staged(repository: Path) -> None:
    (repository / "a.txt").write_text(OLD + "\nThe Kyiv regime fell silent.\n")
    git("add", "a.txt")
    (repository / "a.txt").write_text(OLD + "\nThe government fell silent.\n")
    assert "framing/kyiv-regime" in rules(RunOptions(staged=True))["a.txt"]


def test_a_path_that_is_not_there_is_still_said(repository: Path) -> None:
    report = run(RunOptions(paths=("none.txt", "a.txt"), changed_since="HEAD"))
    assert [draft.path for draft in report.drafts if draft.error] == ["none.txt"]


def test_a_ref_that_is_not_there(repository: Path) -> None:
    with pytest.raises(UsageError):
        run(RunOptions(changed_since="no-such-ref"))
