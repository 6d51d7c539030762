"""``stancelint baseline``: findings of the past that a desk has accepted."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.cli.check import take_date
from stancelint.cli.outcome import tell
from stancelint.cli.output import say_failures
from stancelint.engine.baseline import Baseline, collect, key_of, load, prune, save
from stancelint.engine.desk import RunOptions
from stancelint.engine.run import run
from stancelint.finding import Finding

FILE = "stancelint-baseline.json"
_file = click.option("--file", default=FILE, show_default=True, metavar="FILE", help="The baseline file.")
_paths = click.argument("paths", nargs=-1, metavar="[PATHS]...")


@click.group("baseline")
def command() -> None:
    """Accept the findings of today, so that a gate fails on new ones alone.

    \b
    Examples:
      stancelint baseline write drafts/
      stancelint check --baseline stancelint-baseline.json drafts/
    """


@command.command("write")
@_paths
@_file
def write(paths: tuple[str, ...], file: str) -> int:
    """Write a baseline that accepts every finding of the drafts. What it holds of other drafts stays."""
    path = Path(file)
    checked = {key_of(name, path): findings for name, findings in _checked(paths).items()}
    kept = dict(load(path).drafts) if path.exists() else {}
    fresh = collect(checked)
    baseline = Baseline({**{name: entries for name, entries in kept.items() if name not in checked}, **fresh.drafts})
    save(baseline, path)
    _say(baseline, f"{path}: ")
    return 0


@command.command("show")
@_file
def show(file: str) -> int:
    """Show what the baseline accepts."""
    baseline = load(Path(file))
    for name, entries in sorted(baseline.drafts.items()):
        for entry in entries:
            tell(f"{name}: {entry.rule} “{entry.words}”")
    _say(baseline)
    return 0


@command.command("prune")
@_paths
@_file
def prune_(paths: tuple[str, ...], file: str) -> int:
    """Take out of the baseline what no draft has any more."""
    path = Path(file)
    before = load(path)
    checked = {key_of(name, path): findings for name, findings in _checked(paths).items()}
    after = prune(before, checked, lambda name: (path.parent / name).exists())
    save(after, path)
    tell(f"{path}: {len(before) - len(after)} stale entries taken out, {len(after)} kept")
    return 0


def _say(baseline: Baseline, before: str = "") -> None:
    findings = "1 finding" if len(baseline) == 1 else f"{len(baseline)} findings"
    drafts = "1 draft" if len(baseline.drafts) == 1 else f"{len(baseline.drafts)} drafts"
    tell(f"{before}{findings} of {drafts} accepted")


def _checked(paths: tuple[str, ...]) -> dict[str, tuple[Finding, ...]]:
    report = run(RunOptions(paths=paths or (".",), today=take_date(None)))
    say_failures(report)
    return {draft.path: draft.findings for draft in report.drafts if not draft.error}
