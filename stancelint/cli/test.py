"""``stancelint test``: every rule lives up to its own examples."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.cli.outcome import tell
from stancelint.errors import RuleError


@click.command("test")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--policy", metavar="FILE", help="Test under this policy instead of the nearest stancelint.yaml.")
def command(paths: tuple[str, ...], policy: str | None) -> int:
    """Run the examples that rules carry (flag and pass); exit 1 when one fails.

    PATHS are rule files or folders of rules; without any, the built-in rules and the packs of the nearest policy are tested.

    \b
    Examples:
      stancelint test
      stancelint test desk/rules
    """
    from stancelint.engine.trials import try_rules
    from stancelint.policy.learned import remember

    tried = try_rules(tuple(Path(path) for path in paths), Path(policy) if policy else None)
    remember()
    for failure in tried.failures:
        tell(f"{failure.rule}: {failure.said}\n    in: {_first_line(failure.example)}")
    for problem in tried.problems:
        tell(problem)
    if not tried.rules:
        raise RuleError(
            "no rule was found to test", path=", ".join(paths) or None, hint="name a rule file or a folder of family/name.yaml files"
        )
    failed = len(tried.failures) + len(tried.problems)
    tell(f"{tried.rules} rules, {tried.examples} examples: {'all pass' if not failed else f'{failed} failed'}")
    return 1 if failed else 0


def _first_line(example: str) -> str:
    line = " / ".join(example.split("\n"))
    return line if len(line) <= 160 else line[:159] + "…"
