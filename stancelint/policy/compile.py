"""A policy compiled from its files: packs, sources and settings put together and proved. Only where the cache does not know it.

The built-in rules, word lists and sources come as they were compiled with the package, where the package brings that and the policy
adds none of its own to them.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from pathlib import Path

from stancelint.analysis.casualty_lexicon import CasualtyWords, laid_out
from stancelint.analysis.cues import CueLexicon, inflected
from stancelint.analysis.knowledge import Data, Knowledge
from stancelint.analysis.registry_tables import names_of_tables
from stancelint.analysis.terms import Terms
from stancelint.checks.base import Check
from stancelint.checks.distance import DistanceLexicon
from stancelint.checks.laundering import LaunderingLexicon
from stancelint.checks.notation import taken_apart
from stancelint.errors import PolicyError, RuleError
from stancelint.policy.compiled import fold
from stancelint.policy.policy import PolicyFile, terms_of
from stancelint.policy.prepared import made_of, prepared
from stancelint.policy.read import read_policy
from stancelint.policy.rule_set import require_known
from stancelint.policy.wakes import wakes_of
from stancelint.rulebook.convert import convert, nearest
from stancelint.rulebook.examples import verify
from stancelint.rulebook.knowledge import builtin_rules, read_lexicons, read_sources
from stancelint.rulebook.load import LoadedRule, read_pack
from stancelint.rulebook.rule import Rule, build_check
from stancelint.rulebook.source_file import read_source_file
from stancelint.text.packed import pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def compile_policy(path: Path | None) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
    """The plain data of a policy's rule set, and the folders and files that it was made from.

    A desk's own rules are tried on their own examples here: a rule that fails them judges nobody.
    """
    data, files, setters = read_policy(path)
    file = convert(PolicyFile, data)
    ready = None if file.packs or file.sources else prepared()
    held = _compile_rules(file) if ready is None else ready
    _check_settings(file, tuple(row[_ID] for row in held["rules"]), files[-1])
    _check_clauses(file, held)
    folders = (*made_of(), *file.packs)
    return {**held, "policy": pack(file), "setters": setters}, folders, (*map(str, files), *file.sources)


def _compile_rules(file: PolicyFile) -> dict[str, Any]:
    """Everything of a rule set but the policy's own settings: what the built-in files say, and the desk's own laid over it."""
    folder = builtin_rules()
    rules = {loaded.rule.id: loaded.rule for loaded in read_pack(folder)}
    of_the_desk = [entry for name in file.sources for entry in read_source_file(Path(name))]
    lexicons, sources = read_lexicons(folder), [*read_sources(folder), *of_the_desk]
    knowledge, terms = Knowledge(lexicons, sources), terms_of(file)
    for desk in file.packs:
        for loaded in read_pack(Path(desk)):
            _prove(loaded, knowledge, terms)
            rules[loaded.rule.id] = loaded.rule
    checks = {name: build_check(rule) for name, rule in rules.items()}
    return {
        "rules": [_row(rules[name], checks[name]) for name in sorted(rules)],
        "wakes": wakes_of(checks),
        "paths": [rules[name].path for name in sorted(rules)],
        "lexicons": {name: marshal.dumps(_WORKED_OUT.get(name, dict)(held)) for name, held in lexicons.items()},
        "sources": [fold(entry) for entry in sources],
        "tables": {name: marshal.dumps(knowledge.registry.table(name)) for name in names_of_tables()},
        "phrases": _phrases(knowledge.lexicon(DistanceLexicon), knowledge.lexicon(LaunderingLexicon)),
    }


def _row(rule: Rule, check: Check) -> tuple[object, ...]:
    """A rule as it is kept, in the order in which ``resolve`` takes it; where its file is stands apart, for files may be moved."""
    proven = marshal.dumps((pack(check), _phrases(check)))
    return rule.id, rule.kind, int(rule.severity), rule.clause, rule.message, rule.clears, proven


def _phrases(*holders: object) -> dict[str, bytes]:
    """Every phrase that a draft may be searched for, taken apart, so that no run does it again."""
    return {phrase: marshal.dumps(taken_apart(phrase)) for holder in holders for phrase in getattr(holder, "sought", ())}


_ID, _CLAUSE = 0, 3
_WORKED_OUT: dict[str, Callable[[Data], dict[str, Any]]] = {CueLexicon.name: inflected, CasualtyWords.name: laid_out}


def _prove(loaded: LoadedRule, knowledge: Knowledge, terms: Terms) -> None:
    failures = verify(loaded.rule, loaded.text.examples, knowledge, terms)
    if failures:
        raise RuleError(f"fails its own example: {failures[0].said}", path=loaded.rule.path, hint="run `stancelint test` on the pack")


def _check_settings(file: PolicyFile, ids: tuple[str, ...], path: Path) -> None:
    patterns = [*file.rules, *(pattern for override in file.overrides for pattern in override.rules)]
    for pattern in patterns:
        require_known(pattern, ids, PolicyError, str(path))


def _check_clauses(file: PolicyFile, held: dict[str, Any]) -> None:
    for row, path in zip(held["rules"], held["paths"], strict=True):
        if row[_CLAUSE] not in file.clauses:
            meant = nearest(row[_CLAUSE], file.clauses)
            hint = f"did you mean “{meant}”?" if meant else f"clauses: {', '.join(file.clauses)}"
            raise RuleError(f"enforces the clause “{row[_CLAUSE]}”, which the policy does not state", path=path, hint=hint)
