"""The hooks as other repositories use them: pre-commit clones this checkout, installs it once, and stands at the gate."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from .conftest import BAD, CLEAN

ROOT = Path(__file__).resolve().parents[2]
PACKED = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "stancelint", "rules", "templates")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
CONFIG = """\
repos:
  - repo: {origin}
    rev: {revision}
    hooks:
      - id: stancelint
        files: ^drafts/
      - id: stancelint-fix
        files: ^drafts/
        stages: [manual]
      - id: stancelint-rules
      - id: stancelint-project
"""
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


@dataclass(frozen=True)
class Gate:
    """A paper's repository with the hooks in place, and the commands that people run in it."""

    folder: Path
    home: Path

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def commit(self) -> tuple[int, str]:
        git(self.folder, self.home, "add", "-A")
        return git(self.folder, self.home, "commit", "-m", "a night's copy")

    def hook(self, *arguments: str) -> tuple[int, str]:
        git(self.folder, self.home, "add", "-A")
        return said([sys.executable, "-m", "pre_commit", "run", *arguments], self.folder, self.home)


def said(command: list[str], folder: Path, home: Path) -> tuple[int, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, "PRE_COMMIT_HOME": str(home), "STANCELINT_CACHE_DIR": str(home / "cache")}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    return done.returncode, done.stdout + done.stderr


def git(folder: Path, home: Path, *arguments: str) -> tuple[int, str]:
    return said(["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.invalid", *arguments], folder, home)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """This tree as a repository that can be cloned, its revision, and the one home in which pre-commit installs it."""
    origin, home = tmp_path_factory.mktemp("release"), tmp_path_factory.mktemp("pre-commit")
    for name in PACKED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, origin / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, origin / name)
    git(origin, home, "init", "-q")
    git(origin, home, "add", "-A")
    git(origin, home, "commit", "-qm", "a release")
    return origin, git(origin, home, "rev-parse", "HEAD")[1].strip(), home


@pytest.fixture
def gate(tmp_path: Path, release: tuple[Path, str, Path]) -> Gate:
    origin, revision, home = release
    folder = tmp_path / "paper"
    folder.mkdir()
    git(folder, home, "init", "-q")
    made = Gate(folder, home)
    made.write(".pre-commit-config.yaml", CONFIG.format(origin=origin, revision=revision))
    for stage in ("pre-commit", "pre-push"):
        assert said([sys.executable, "-m", "pre_commit", "install", "-t", stage], folder, home)[0] == 0
    return made


def test_a_bad_draft_is_refused_and_a_good_one_is_accepted(gate: Gate) -> None:
    gate.write("drafts/strike.txt", BAD)
    status, out = gate.commit()
    assert status != 0
    assert "framing/special-military-operation" in out
    gate.write("drafts/strike.txt", CLEAN)
    status, out = gate.commit()
    assert status == 0, out


def test_only_the_drafts_folder_is_held_to_the_policy(gate: Gate) -> None:
    gate.write("notes/plan.txt", BAD)
    gate.write("drafts/strike.txt", CLEAN)
    status, out = gate.commit()
    assert status == 0, out


def test_a_warning_is_seen_though_the_commit_goes_through(gate: Gate) -> None:
    gate.write("drafts/strike.txt", CLEAN.replace("above the centre", "above Kharkov"))
    status, out = gate.commit()
    assert status == 0, out
    assert "style/ukrainian-names" in out


def test_excluded_drafts_are_left_out_though_the_hook_names_them(gate: Gate) -> None:
    gate.write("stancelint.yaml", 'exclude: ["drafts/archive/**"]\n')
    gate.write("drafts/archive/strike.txt", BAD)
    status, out = gate.commit()
    assert status == 0, out


def test_the_check_never_writes_and_the_fix_hook_does(gate: Gate) -> None:
    draft = gate.write("drafts/strike.txt", CLEAN.replace("above the centre", "above Kharkov"))
    before = draft.read_bytes()
    gate.hook("stancelint", "--all-files")
    assert draft.read_bytes() == before
    status, out = gate.hook("stancelint-fix", "--all-files", "--hook-stage", "manual")
    assert status == 1
    assert "files were modified by this hook" in out
    assert "above Kharkiv" in draft.read_text("utf-8")
    status, out = gate.hook("stancelint-fix", "--all-files", "--hook-stage", "manual")
    assert status == 0, out


def test_what_cannot_be_fixed_is_left_to_the_check(gate: Gate) -> None:
    gate.write("drafts/strike.txt", BAD)
    status, out = gate.hook("stancelint-fix", "--all-files", "--hook-stage", "manual")
    assert status == 0, out


def test_a_rule_that_fails_its_own_examples_is_refused(gate: Gate) -> None:
    gate.write("stancelint.yaml", "packs: [desk/rules]\n")
    gate.write("desk/rules/style/wonder.yaml", RULE)
    status, out = gate.hook("stancelint-rules")
    assert status == 0, out
    assert "(no files to check)" not in out
    gate.write("desk/rules/style/wonder.yaml", RULE.replace("A weapon came", "A wonder weapon came"))
    assert gate.hook("stancelint-rules")[0] == 1


def test_the_whole_tree_is_checked_before_a_push(gate: Gate) -> None:
    remote = gate.folder.parent / "remote.git"
    git(gate.folder, gate.home, "init", "-q", "--bare", str(remote))
    git(gate.folder, gate.home, "remote", "add", "origin", str(remote))
    gate.write("notes/plan.txt", BAD)
    assert gate.commit()[0] == 0
    status, out = git(gate.folder, gate.home, "push", "origin", "HEAD:main")
    assert status != 0
    assert "notes/plan.txt" in out
    gate.write("notes/plan.txt", CLEAN)
    gate.commit()
    status, out = git(gate.folder, gate.home, "push", "origin", "HEAD:main")
    assert status == 0, out


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_calls_a_command_that_exists(name: str) -> None:
    import click

    from stancelint.cli.app import app

    hook = HOOKS[name]
    tool, command, *options = [*hook["entry"].split(), *hook.get("args", [])]
    assert tool == "stancelint"
    found = app.get_command(click.Context(app), command)
    assert found is not None
    assert found.make_context(command, options).params is not None
