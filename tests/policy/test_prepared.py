"""The rule set that the package brings compiled: the same as one compiled here, and believed only while it fits this installation."""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancelint.errors import RuleError
from stancelint.policy import compile, learned, prepared
from stancelint.policy.resolve import resolve
from stancelint.rulebook.builtin import builtin_folder
from stancelint.text import patterns


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    # in a process of its own, as the build does: this one may know half of the patterns from the tests before
    step = "import sys, pathlib; from stancelint.engine.preparing import make_ready; make_ready(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", step, str(folder)], check=True)
    return folder


@pytest.fixture
def brought(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The ready-made rule set of a package, to be spoilt."""
    copy = tmp_path / "prepared"
    copy.mkdir()
    for path in ready.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(prepared, "brought_folder", lambda: str(copy))
    prepared.prepared.cache_clear()
    yield next(copy.glob("rules-*"))
    prepared.prepared.cache_clear()


def opened(held: object) -> object:
    """Plain data with every packed piece in it unpacked: of equal pieces the bytes may differ."""
    if isinstance(held, dict):
        return {name: opened(piece) for name, piece in held.items()}
    if isinstance(held, list | tuple):
        return [opened(piece) for piece in held]
    return opened(marshal.loads(held)) if isinstance(held, bytes) else held


def test_it_is_what_would_be_compiled_here(brought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = prepared.prepared_policy()
    assert found is not None
    monkeypatch.setattr(compile, "prepared", lambda: None)
    data, folders, files = compile.compile_policy(None)
    assert (folders, files) == found[1:]
    for part in ("policy", "setters", "rules", "paths", "lexicons", "sources", "tables"):
        assert opened(found[0][part]) == opened(data[part]), part


def test_the_built_in_policy_needs_no_yaml(brought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile, "compile_policy", lambda path: pytest.fail("compiled"))
    rules = resolve(None, cache=False)
    assert rules.rules[0].path == str(Path(builtin_folder(), f"{rules.rules[0].id}.yaml"))


def test_a_desk_s_settings_are_laid_over_it(brought: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile, "read_pack", lambda folder: pytest.fail("read the rules again"))
    desk = tmp_path / "stancelint.yaml"
    desk.write_text("rules:\n  framing: off\n", "utf-8")
    rules = resolve(desk, cache=False)
    assert [active.rule.id for active in rules.active("a.txt") if active.rule.family == "framing"] == []
    assert len(rules.active("a.txt")) > 40


def test_a_desk_s_wrong_settings_are_still_refused(brought: Path, tmp_path: Path) -> None:
    desk = tmp_path / "stancelint.yaml"
    desk.write_text("clauses:\n  two-sources: null\nrules:\n  framing/junto: off\n", "utf-8")
    with pytest.raises(Exception, match="names no rule"):
        resolve(desk, cache=False)


def test_rules_of_the_desk_s_own_are_compiled_with_all_others(brought: Path, tmp_path: Path) -> None:
    pack = tmp_path / "desk" / "style"
    pack.mkdir(parents=True)
    (pack / "broken.yaml").write_text("check: phrase\n", "utf-8")
    desk = tmp_path / "stancelint.yaml"
    desk.write_text("packs: [desk]\n", "utf-8")
    with pytest.raises(RuleError):
        resolve(desk, cache=False)


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_a_damaged_one_is_as_good_as_none(brought: Path, cut: int) -> None:
    brought.write_bytes(brought.read_bytes()[:cut])
    assert prepared.prepared() is None


def test_one_made_from_other_files_is_not_believed(brought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "builtin_folder", lambda: str(brought.parent))
    assert prepared.prepared() is None


def test_the_patterns_of_the_examples_come_with_it(brought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "brought_folder", lambda: str(brought.parent))
    monkeypatch.setattr(learned, "cache_folder", lambda: None)
    monkeypatch.setattr(patterns, "_adopted", [])
    learned.recall()
    (shelf,) = patterns._adopted
    assert len(shelf) > 300
    assert all(shelf.get(text) for text in shelf)
