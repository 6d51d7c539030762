"""A policy file to the rule set that judges drafts, from the cache where nothing changed since."""

from __future__ import annotations

import os
from time import time_ns
from typing import Any

from stancelint.analysis.knowledge import Knowledge
from stancelint.finding import Severity
from stancelint.policy import compiled
from stancelint.policy.policy import PolicyFile, terms_of
from stancelint.policy.rule_set import RuleSet
from stancelint.rulebook.rule import Rule
from stancelint.text.packed import unpack


def resolve(path: str | os.PathLike[str] | None, *, cache: bool = True) -> RuleSet:
    """The rule set of a policy file (None: the built-in policy), from the cache where nothing changed since.

    Raises ``PolicyError``, ``RuleError`` or ``DataError``.
    """
    key = os.path.abspath(path) if path else "built in"
    kept = _kept(path, key) if cache else None
    if kept is not None:
        return kept
    from pathlib import Path

    from stancelint.policy.compile import compile_policy

    began = time_ns()
    data, folders, files = compile_policy(Path(path) if path else None)
    if cache:
        compiled.store(key, data, folders, files, before=began)
    return _rule_set(path, {**data, "stamp": compiled.stamp(folders, files)})


def _kept(path: str | os.PathLike[str] | None, key: str) -> RuleSet | None:
    """The rule set from the cache; None where there is none, or one that is whole and yet of another making."""
    kept = compiled.load(key)
    if kept is None:
        return None
    from stancelint.checks.notation import adopt

    try:
        rules = _rule_set(path, kept)
        adopt(kept["phrases"])
    except (LookupError, TypeError, ValueError, AttributeError, ImportError):
        return None
    return rules


def _rule_set(path: str | os.PathLike[str] | None, kept: dict[str, Any]) -> RuleSet:
    file: PolicyFile = unpack(kept["policy"])
    rules = tuple(_unflat(*flat) for flat in kept["rules"])
    root = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    lexicons = {name: compiled.Folded(held) for name, held in kept["lexicons"].items()}
    knowledge = Knowledge(lexicons, kept["sources"], compiled.unfold, lambda name: compiled.table(kept["tables"], name))
    name = str(path) if path else None
    return RuleSet(name, root, file, terms_of(file), rules, kept["setters"], knowledge, compiled.key_of(kept["stamp"], name))


def _unflat(
    name: str,
    kind: str,
    severity: int,
    clause: str,
    message: str,
    clears: str,
    path: str,
    anchors: frozenset[str] | None,
    proven: bytes,
) -> Rule:
    return Rule(name, kind, Severity(severity), clause, message, clears, path, anchors=anchors, proven=proven)
