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
    kept = compiled.load(key) if cache else None
    if kept is None:
        from pathlib import Path

        from stancelint.policy.compile import compile_policy

        began = time_ns()
        data, folders, files = compile_policy(Path(path) if path else None)
        if cache:
            compiled.store(key, data, folders, files, before=began)
        kept = {**data, "stamp": compiled.stamp(folders, files)}
    else:
        from stancelint.checks.notation import adopt

        adopt(kept["phrases"])
    return _rule_set(path, kept)


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
