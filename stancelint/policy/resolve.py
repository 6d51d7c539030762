"""A policy file to the rule set that judges drafts, from the cache where nothing changed since."""

from __future__ import annotations

import os
from time import time_ns

from stancelint.analysis.knowledge import Knowledge
from stancelint.finding import Severity
from stancelint.policy import compiled
from stancelint.policy.policy import PolicyFile, terms_of
from stancelint.policy.rule_set import RuleSet
from stancelint.policy.wakes import Wakes
from stancelint.rulebook.rule import Rule
from stancelint.text.packed import unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def resolve(path: str | os.PathLike[str] | None, *, cache: bool = True) -> RuleSet:
    """The rule set of a policy file (None: the built-in policy), from the cache where nothing changed since.

    Raises ``PolicyError``, ``RuleError`` or ``DataError``.
    """
    key = os.path.abspath(path) if path else "built in"
    kept = _kept(path, key) if cache else None
    if kept is not None:
        return kept
    began = time_ns()
    data, folders, files = _made(path)
    if cache:
        compiled.store(key, data, folders, files, before=began)
    return _rule_set(path, {**data, "stamp": compiled.stamp(folders, files)})


def _made(path: str | os.PathLike[str] | None) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
    """The rule set's plain data, and the folders and files that it was made from."""
    from stancelint.policy.prepared import prepared_policy

    ready = prepared_policy() if path is None else None
    if ready is not None:
        return ready
    from pathlib import Path

    from stancelint.policy.compile import compile_policy

    return compile_policy(Path(path) if path else None)


def _kept(path: str | os.PathLike[str] | None, key: str) -> RuleSet | None:
    """The rule set from the cache; None where there is none, or one that is whole and yet of another making."""
    kept = compiled.load(key)
    if kept is None:
        return None
    try:
        return _rule_set(path, kept)
    except (LookupError, TypeError, ValueError, AttributeError, ImportError):
        return None


def _rule_set(path: str | os.PathLike[str] | None, held: dict[str, Any]) -> RuleSet:
    from stancelint.checks.notation import adopt

    file: PolicyFile = unpack(held["policy"])
    rules = tuple(_rule(row, where) for row, where in zip(held["rules"], held["paths"], strict=True))
    root = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    lexicons = {name: compiled.Folded(words) for name, words in held["lexicons"].items()}
    knowledge = Knowledge(lexicons, held["sources"], compiled.unfold, lambda name: compiled.table(held["tables"], name))
    name = str(path) if path else None
    wakes = Wakes(held["wakes"])
    made = RuleSet(name, root, file, terms_of(file), rules, wakes, held["setters"], knowledge, compiled.key_of(held["stamp"], name))
    adopt(held["phrases"])
    return made


def _rule(row: tuple[Any, ...], path: str) -> Rule:
    name, kind, severity, clause, message, clears, proven = row
    # every field by its place: a rule has many, and there are many rules
    return Rule(name, kind, _LEVELS[severity], clause, message, clears, path, _NO_PARAMETERS, proven)


_LEVELS = {int(level): level for level in Severity}
_NO_PARAMETERS: dict[str, Any] = {}
