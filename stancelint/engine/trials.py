"""Many rules tried on their examples, shared out to several processes where that is worth it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from stancelint.analysis.registry_check import OrdinaryWords, registry_problems
from stancelint.engine.examples import try_rule
from stancelint.engine.pool import WorkerKilledError, answered_by_many
from stancelint.errors import RuleError, UsageError
from stancelint.policy.discover import policy_for
from stancelint.policy.learned import recall
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import RuleSet
from stancelint.rulebook.examples import ExampleFailure
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import pack_files, read_rule
from stancelint.rulebook.rule import build_check
from stancelint.text import patterns
from stancelint.text.value import Value

_WORTH_A_POOL = 100_000  # bytes of rule files: a process costs as much as some hundred examples
_SHARES = 4  # to each process: rules have few examples or many, and the last share is waited for
_File = tuple[Path, Path]  # a rule's file, and the folder of its pack

_rules: RuleSet | None = None


class Tried(Value):
    """What came of trying rules: how many of what, the examples that failed, and what is wrong with the registry."""

    rules: int
    examples: int
    failures: tuple[ExampleFailure, ...]
    problems: tuple[str, ...] = ()


class _Trial(Value):
    """What came of one rule file: how many examples and which failed, or the error that it is."""

    examples: int = 0
    failures: tuple[ExampleFailure, ...] = ()
    error: RuleError | None = None


def try_rules(paths: tuple[Path, ...], policy: Path | None) -> Tried:
    """Try the rules of those files and folders; without any, the built-in ones and the packs of the policy.

    Raises ``RuleError`` for the first file, in the order of their paths, that is no rule."""
    rules = _begin(policy)
    folders = (builtin_rules(), *map(Path, rules.file.packs))
    files = list(_named(paths)) if paths else [(path, folder) for folder in folders for path in pack_files(folder)]
    trials = _shared_out(files, policy) if _worth_a_pool(files) else [_try(file) for file in files]
    for trial in trials:
        if trial.error is not None:
            raise trial.error
    failures = tuple(failure for trial in trials for failure in trial.failures)
    problems = registry_problems(rules.knowledge.whole_sources(), rules.knowledge.lexicon(OrdinaryWords))
    return Tried(len(trials), sum(trial.examples for trial in trials), failures, tuple(problems))


def _named(paths: tuple[Path, ...]) -> Iterator[_File]:
    for path in paths:
        if path.is_dir():
            yield from ((file, path) for file in pack_files(path))
        elif path.is_file():
            yield path.absolute(), path.absolute().parent.parent
        else:
            raise RuleError("does not exist", path=str(path), hint="name a rule file or a folder of rules")


def _worth_a_pool(files: list[_File]) -> bool:
    return _processes() > 1 and sum(path.stat().st_size for path, _ in files) >= _WORTH_A_POOL


def _processes() -> int:
    return min(os.cpu_count() or 1, 8)


def _shared_out(files: list[_File], policy: Path | None) -> list[_Trial]:
    """The trials in the order of the files. The longest files are dealt out first, so that all shares take about as long."""
    longest = sorted(files, key=lambda file: -file[0].stat().st_size)
    count = _processes()
    shares = [longest[at :: count * _SHARES] for at in range(count * _SHARES)]
    tried: dict[_File, _Trial] = {}
    try:
        for share, (trials, codes) in zip(shares, answered_by_many(_try_share, shares, count, _begin, (policy,)), strict=True):
            tried.update(zip(share, trials, strict=True))
            patterns.learn(codes)
    except WorkerKilledError:
        raise UsageError("a process that was trying rules was killed from outside", hint="the machine may be short of memory") from None
    return [tried[file] for file in files]


def _begin(policy: Path | None) -> RuleSet:
    global _rules
    recall()
    _rules = resolve(policy or policy_for(Path.cwd() / "draft"))
    for rule in _rules.rules:
        build_check(rule)  # what is known of its phrases is not worked out again when its file is read
    return _rules


def _try_share(share: list[_File]) -> tuple[list[_Trial], dict[str, bytes]]:
    return [_try(file) for file in share], patterns.learned()


def _try(file: _File) -> _Trial:
    assert _rules is not None
    try:
        loaded = read_rule(*file)
        failures = try_rule(loaded, _rules)
    except RuleError as error:
        return _Trial(error=error)
    return _Trial(len(loaded.text.examples.flag) + len(loaded.text.examples.passes), tuple(failures))
