"""Rules tried by several processes say what one process says, in the order of their files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from stancelint.engine import trials
from stancelint.errors import RuleError
from stancelint.rulebook.builtin import builtin_folder

_SHARED = ("denial-by-quotes", "biolabs", "mercenaries", "nato-expansion", "maidan-coup", "reunification", "new-regions", "kyiv-regime")


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few of the framings, worth a pool of two."""
    monkeypatch.setattr(trials, "_WORTH_A_POOL", 1)
    monkeypatch.setattr(trials, "_processes", lambda: 2)
    family = tmp_path / "desk" / "framing"
    family.mkdir(parents=True)
    for name in _SHARED:
        shutil.copy(Path(builtin_folder()) / "framing" / f"{name}.yaml", family)
    return family.parent


def _swap(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_many_processes_find_the_failures_that_one_finds(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _swap(pack / "framing" / "denial-by-quotes.yaml", "The trial over the Bucha massacre", "The trial over the “Bucha massacre”")
    _swap(pack / "framing" / "mercenaries.yaml", "  flag:\n", '  flag:\n    - "The [[mayor]] of the town sang."\n')
    by_two = trials.try_rules((pack,), None)
    monkeypatch.setattr(trials, "_processes", lambda: 1)
    assert by_two == trials.try_rules((pack,), None)
    assert by_two.rules == len(_SHARED)
    assert [failure.rule for failure in by_two.failures] == ["framing/denial-by-quotes", "framing/mercenaries"]


def test_the_first_malformed_file_is_told(pack: Path) -> None:
    _swap(pack / "framing" / "mercenaries.yaml", "check: phrase", "chek: phrase")
    _swap(pack / "framing" / "biolabs.yaml", "check: phrase", "chek: phrase")
    with pytest.raises(RuleError, match=r"biolabs\.yaml.*chek"):
        trials.try_rules((pack,), None)


def test_what_the_processes_compiled_is_learned(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learned: dict[str, bytes] = {}
    monkeypatch.setattr(trials.patterns, "learned", lambda: {"0 cat": b"code"})
    monkeypatch.setattr(trials.patterns, "learn", learned.update)
    trials.try_rules((pack,), None)
    assert learned == {"0 cat": b"code"}


def test_a_rule_of_asked_links_may_leave_its_answers_empty(tmp_path: Path) -> None:
    folder = tmp_path / "desk" / "provenance"
    folder.mkdir(parents=True)
    rule = folder / "dead-link.yaml"
    shutil.copy(Path(builtin_folder()) / "provenance" / "dead-link.yaml", rule)
    rule.write_text(re.sub(r"^answers:\n(?:  .*\n)+", "answers:\n", rule.read_text("utf-8"), flags=re.M), "utf-8")
    failures = trials.try_rules((folder.parent,), None).failures
    assert failures  # nothing answers, so nothing is found dead
    assert all("broke" not in failure.said for failure in failures)
