"""The hook as other repositories use it: pre-commit clones this checkout, installs it, and stands at the gate."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BAD, CLEAN

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit installs a hook from a git checkout, and this is none")


def git(folder: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.invalid"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, "PRE_COMMIT_HOME": str(home), "STANCELINT_CACHE_DIR": str(home / "cache")}
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    (folder / "drafts").mkdir(parents=True)
    git(folder, "init", "-q", home=tmp_path)
    revision = git(ROOT, "rev-parse", "HEAD", home=tmp_path).stdout.strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: file://{ROOT}\n    rev: {revision}\n    hooks:\n      - id: stancelint\n        files: ^drafts/\n", "utf-8"
    )
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=folder, env=environment, check=True, capture_output=True)
    return folder


def test_a_bad_draft_is_refused_and_a_good_one_is_accepted(repository: Path, tmp_path: Path) -> None:
    home = tmp_path / "pre-commit"
    draft = repository / "drafts" / "strike.txt"
    draft.write_text(BAD, "utf-8")
    git(repository, "add", "-A", home=home)
    refused = git(repository, "commit", "-m", "a bad draft", home=home)
    assert refused.returncode != 0
    assert "framing/special-military-operation" in refused.stdout + refused.stderr
    draft.write_text(CLEAN, "utf-8")
    git(repository, "add", "-A", home=home)
    accepted = git(repository, "commit", "-m", "a good draft", home=home)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    shutil.rmtree(home, ignore_errors=True)
