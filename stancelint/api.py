"""The way in for programs: text or a file in, findings out. The command line goes the same way."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from stancelint.engine.desk import path_in
from stancelint.engine.draft import open_draft
from stancelint.engine.lint import Linter
from stancelint.finding import Finding
from stancelint.policy.discover import policy_for
from stancelint.policy.learned import recall
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import ActiveRule


def check_text(text: str, name: str = "draft.txt", *, policy: str | None = None, today: str = "") -> tuple[Finding, ...]:
    """The findings of a draft given as text, in order of place. ``name`` says its format by its ending.

    ``policy`` is a policy file; without one the built-in policy judges. ``today`` is the ISO date that waivers expire against;
    without it none expires. Raises ``StancelintError``.
    """
    return _findings(text.encode("utf-8", "surrogatepass"), name, Path(policy) if policy else None, today)


def check_file(path: str | Path, *, policy: str | None = None, today: str = "") -> tuple[Finding, ...]:
    """The findings of a draft on disk, by ``policy`` or else the policy file nearest to it; ``today`` as in ``check_text``.

    Raises ``StancelintError``."""
    return _findings(None, str(path), Path(policy) if policy else policy_for(Path(path)), today)


def _findings(data: bytes | None, name: str, policy: Path | None, today: str) -> tuple[Finding, ...]:
    linter = _linter(policy, today)
    document = open_draft(name, data, linter.rules.file.max_bytes)
    relative = path_in(linter.rules, name)
    return linter.judge(linter.read(document, relative), _active(linter, relative if linter.rules.file.overrides else "")).findings


@lru_cache(maxsize=256)
def _active(linter: Linter, path: str) -> tuple[ActiveRule, ...]:
    return linter.rules.active(path)


@cache
def _linter(policy: Path | None, today: str) -> Linter:
    recall()
    return Linter(resolve(policy), today=today)
