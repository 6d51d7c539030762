"""What is made ready when the package is built: the built-in rule set compiled, and the patterns that its examples ask for.

Run by the build (``hatch_build.py``); a package without it works as well, and is slower the first time.
"""

from __future__ import annotations

from pathlib import Path

from stancelint.engine.examples import try_rule
from stancelint.policy.learned import keep
from stancelint.policy.prepared import prepare
from stancelint.policy.resolve import resolve
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import read_pack


def make_ready(folder: Path) -> None:
    """Write both files into ``folder``. Raises the errors of a rule set that cannot be compiled."""
    prepare(str(folder))
    rules = resolve(None, cache=False)
    for loaded in read_pack(builtin_rules()):
        try_rule(loaded, rules)
    keep(str(folder))
