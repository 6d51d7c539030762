"""A mutation run: would the tests notice a slip in the analysis or the checks?

    python benchmarks/mutation/run.py --sample 500 --seed 1 --to survivors.json

The tests are collected once. For each test a first, forked run notes which lines it runs; then every sampled mutant gets a forked
process of its own, in which one function's code is exchanged and the tests that run the line are run until one fails: those of the
analysis and the checks first, then the examples of the built-in rules, then the blind drafts. Tests of over a second are left out.
What runs while the knowledge and the rules are built, once for all tests, is built anew with the change in it, and asked of every test.
Nothing on disk is changed, and nothing is kept: a mutant may write no cache that another would read.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import random
import signal
import sys
import time
from collections import Counter
from functools import _lru_cache_wrapper
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from types import FunctionType
from typing import Any

import coverage
import pytest
from operators import Mutant, mutants_of, mutated_code

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("stancelint/analysis", "stancelint/checks")
TESTS = ("tests/analysis", "tests/checks", "tests/test_blind_drafts.py")
CHEAP = 5.0  # seconds of tests that a mutant is asked at first
LONGEST = 120  # seconds that a mutant may take before it counts as found: it would hang a run
SLOW = 1.0  # seconds: property tests take longer, and a survivor would be asked all of them

BUILDING = "the knowledge and the rules"  # stands among the tests for the lines that run while both are built

Calls = dict[str, tuple[float, frozenset[tuple[str, int]]]]


class Session:
    """A pytest plugin that runs the collected tests once for each mutant instead of once."""

    def __init__(self, mutants: list[Mutant], target: Path) -> None:
        self._mutants = mutants
        self._target = target
        self._fates: dict[str, str] = json.loads(target.read_text("utf-8")) if target.exists() else {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop: every mutant the cheap tests, then those that are left all others."""
        notes = self._target.with_suffix(".calls")
        calls: Calls = pickle.loads(notes.read_bytes()) if notes.exists() else _noted(session.items)
        notes.write_bytes(pickle.dumps(calls))
        print(f"{len(calls) - 1} tests, {sum(taken for taken, _ in calls.values()):.0f} s in all", flush=True)
        _build()  # what no mutant changes is there for all of them
        for last in (False, True):
            for mutant in self._mutants:
                known = self._fates.get(mutant.name, "")
                if not known or (last and known == "left"):
                    self._fates[mutant.name] = fate = _fate(mutant, session.items, calls, last=last)
                    self._keep()
                    if fate in ("left", "survived", "uncalled"):
                        print(f"{len(self._fates)}/{len(self._mutants)} {fate}: {mutant.name}", flush=True)
            print(dict(Counter(fate.partition(" ")[0] for fate in self._fates.values())), flush=True)
        return True

    def _keep(self) -> None:
        self._target.write_text(json.dumps(self._fates, ensure_ascii=False, indent=0), "utf-8")


def _noted(items: list[pytest.Item]) -> Calls:
    """How long each test takes and which lines of ours it runs; one forked process that runs all of them."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            pickle.dump(_run_all(items), file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        found: Calls = pickle.load(file)
    os.waitpid(child, 0)
    return found


def _run_all(items: list[pytest.Item]) -> Calls:
    watch = coverage.Coverage(data_file=None, include=[str(ROOT / room / "*") for room in ROOMS], config_file=False)
    took: dict[str, float] = {}
    watch.start()
    watch.switch_context(BUILDING)
    took[BUILDING] = 0.0
    _forget()
    _build()
    for item in items:
        began = time.process_time()
        watch.switch_context(item.nodeid)
        if _fails(item):
            print(f"fails without any mutant, left out: {item.nodeid}", flush=True)
        elif time.process_time() - began < SLOW:
            took[item.nodeid] = time.process_time() - began
    watch.stop()
    lines: dict[str, set[tuple[str, int]]] = {name: set() for name in took}
    data = watch.get_data()
    for path in data.measured_files():
        for line, names in data.contexts_by_lineno(path).items():
            for name in names:
                if name in lines:
                    lines[name].add((path, line))
    return {name: (took[name], frozenset(lines[name])) for name in took}


def _build() -> None:
    """Build what tests build once and keep: the knowledge, and the rules."""
    from stancelint.policy.resolve import resolve

    resolve(None, cache=False)
    for held in _caches():
        if held.__name__.strip("_") == "knowledge":
            held()


def _forget() -> None:
    """Let what is kept be built anew where a test next asks for it."""
    for held in _caches():
        held.cache_clear()


def _caches() -> list[Any]:
    kept = [held for held in gc.get_objects() if isinstance(held, _lru_cache_wrapper)]
    return [held for held in kept if held.__module__.partition(".")[0] in ("tests", "stancelint")]


def _fails(item: pytest.Item) -> bool:
    from _pytest.runner import runtestprotocol

    return any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))


def _fate(mutant: Mutant, items: list[pytest.Item], calls: Calls, *, last: bool) -> str:
    """``killed by …``, ``hung``, ``uncalled`` (no test comes there), ``skipped`` (the code cannot be exchanged); else ``left`` by the
    cheap tests, or ``survived`` all."""
    asked, built = _asked(mutant, items, calls)
    if not asked:
        return "uncalled"
    spent = list(accumulate(calls[item.nodeid][0] for item in asked))
    first = [item for item, until in zip(asked, spent, strict=True) if until < CHEAP and "blind" not in item.nodeid] or asked[:1]
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(LONGEST)
        said = _told(mutant, asked[len(first) :], "survived", built=built) if last else _told(mutant, first, "left", built=built)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        said = file.read().decode()
    _, status = os.waitpid(child, 0)
    return said or ("hung" if os.WIFSIGNALED(status) else "killed by the end of its process")


def _asked(mutant: Mutant, items: list[pytest.Item], calls: Calls) -> tuple[list[pytest.Item], bool]:
    """The tests that run the mutant's line, quick ones first, and whether it runs while what all share is built: then all the others
    too. Where a line of a longer statement is none that is noted, the nearest above it."""
    path = str(ROOT / mutant.path)
    known = [item for item in items if item.nodeid in calls]
    known.sort(key=lambda item: ("blind" in item.nodeid, calls[item.nodeid][0]))
    for line in range(mutant.line, mutant.first_line, -1):
        asked = [item for item in known if (path, line) in calls[item.nodeid][1]]
        if (path, line) in calls[BUILDING][1]:
            return [*asked, *(item for item in known if item not in asked)], True
        if asked:
            return asked, False
    return [], False


def _told(mutant: Mutant, asked: list[pytest.Item], otherwise: str, *, built: bool) -> str:
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    if not _exchange(mutant):
        return "skipped"
    if built:
        _forget()
    for item in asked:
        if _fails(item):
            return f"killed by {item.nodeid}"
    broken = _broken_example(anew=built) if otherwise == "survived" or built else None
    return f"killed by an example of {broken}" if broken else otherwise


def _exchange(mutant: Mutant) -> bool:
    code = mutated_code(mutant, ROOT)
    path = str(ROOT / mutant.path)
    done = False
    for held in gc.get_objects():
        if isinstance(held, FunctionType) and held.__code__.co_filename == path:
            old = held.__code__
            if (old.co_qualname, old.co_firstlineno) == (mutant.function, mutant.first_line):
                try:
                    held.__code__ = code
                except ValueError:  # the change took the last use of an outer name away
                    return False
                done = True
    return done


def _broken_example(*, anew: bool) -> str | None:
    """A built-in rule that fails one of its examples, if there is one; with ``anew`` by rules that are built for it."""
    from stancelint.engine.examples import try_rule
    from stancelint.policy.resolve import resolve
    from stancelint.rulebook.knowledge import builtin_rules
    from stancelint.rulebook.load import read_pack

    try:
        rules = resolve(None, cache=not anew)
        return next((loaded.rule.id for loaded in read_pack(builtin_rules()) if try_rule(loaded, rules)), None)
    except Exception as problem:
        return type(problem).__name__


def main() -> None:
    """Sample, run, and write every mutant's fate."""
    options = argparse.ArgumentParser(description="Sample mutants of the analysis and the checks, and see which the tests notice.")
    options.add_argument("--sample", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--to", type=Path, default=Path("mutants.json"))
    options.add_argument("--only", default="", help="mutants whose name holds this text")
    given = options.parse_args()
    os.chdir(ROOT)
    found = [m for room in ROOMS for path in sorted((ROOT / room).glob("*.py")) for m in mutants_of(path, ROOT) if given.only in m.name]
    mutants = random.Random(given.seed).sample(found, min(given.sample, len(found)))
    for room in ROOMS:
        for path in sorted((ROOT / room).glob("*.py")):
            import_module(".".join(path.with_suffix("").relative_to(ROOT).parts).removesuffix(".__init__"))
    from stancelint.policy import compiled, resolve

    resolve.resolve(None)  # the rule cache as it should be; from here on nothing is kept
    compiled.store_kept = lambda *_: None  # type: ignore[assignment]  # a mutant's rules must not outlive it
    print(f"{len(found)} mutants, {len(mutants)} sampled (seed {given.seed})", flush=True)
    tests = [str(ROOT / name) for name in TESTS]
    sys.exit(pytest.main([*tests, "-q", "-p", "no:cacheprovider", "-p", "no:cov"], plugins=[Session(mutants, given.to)]))


if __name__ == "__main__":
    main()
