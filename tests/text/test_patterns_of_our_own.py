"""Our own patterns are held to what a desk's are: none may go astray on any page, least of all one in capitals or of dashes."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator

import pytest

import stancelint
from stancelint.rulebook.backtracking import _repetitions
from stancelint.text.patterns import _Waiting

LONGEST = 1.0  # seconds; an honest pattern needs a thousandth
WORDS = ("RUSSIA ATTACKS KYIV " * 6, "Ab " * 150, "A. " * 100, '"a" ' * 80, "the " * 150, "a, " * 150)
PAGES = (*WORDS, "A" * 40, "a'b" * 100, "(" * 60, "A-" * 80)
ENDS = (";", "\x01", "\n\x01\n")


def patterns_of(name: str) -> Iterator[tuple[str, str, int]]:
    for called, held in vars(importlib.import_module(name)).items():
        if hasattr(held, "cache_info") and held.__module__ == name and not held.__wrapped__.__code__.co_argcount:
            held = held()
        if isinstance(held, _Waiting):
            yield f"{name}.{called}", held._text, held._flags


MODULES = [found.name for found in pkgutil.walk_packages(stancelint.__path__, "stancelint.") if not found.name.endswith("__main__")]
PATTERNS = {(text, flags): name for module in MODULES for name, text, flags in patterns_of(module)}


def pages_for(text: str) -> Iterator[str]:
    yield from (page + end for page in PAGES for end in ENDS)
    for before, repeated in _repetitions(text):
        if repeated:
            yield from (before + repeated * 32 + end for end in ENDS)
            yield before + repeated * max(1, 600 // len(repeated)) + ENDS[0]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing stops a pattern here")
@pytest.mark.parametrize(("text", "flags"), PATTERNS, ids=PATTERNS.values())
def test_it_answers_in_time(text: str, flags: int) -> None:
    compiled = re.compile(text, flags)

    def stop(*_: object) -> None:
        raise TimeoutError(page)

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        for page in pages_for(text):
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
            compiled.search(page)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
