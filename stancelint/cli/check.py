"""``stancelint check``: the default of every hook and gate."""

from __future__ import annotations

import sys
from typing import Any

import click

from stancelint.cli.output import emit, say_failures, show_diffs, take_outputs, wants_rule_text, wants_source
from stancelint.cli.progress import progress_bar
from stancelint.cli.statistics import show_statistics
from stancelint.engine.desk import RunOptions
from stancelint.engine.run import run
from stancelint.finding import SEVERITIES, Report, Severity
from stancelint.reporters import FORMATS

LEVELS = click.Choice(list(SEVERITIES))


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--policy", metavar="FILE", help="Judge by this policy instead of the nearest stancelint.yaml.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules: ids, families, globs. May repeat; commas join.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules. May repeat; commas join.")
@click.option("--show", type=LEVELS, default="warning", help="The lowest level to show (default: warning).")
@click.option("--fail-on", type=LEVELS, help="The level that fails the run (default: the policy's, which is error).")
@click.option("--strict", is_flag=True, help="Fail on warnings too: --fail-on warning.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
@click.option("--output", multiple=True, metavar="FORMAT=FILE", help="Write this format to a file as well. May repeat.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the draft that is read from standard input (path -).")
@click.option("--force-exclude", is_flag=True, help="Leave excluded drafts out even when they are named outright.")
@click.option("--fix", is_flag=True, help="Write the safe fixes back. Never inside a quotation, a link or code.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: those too that may change meaning.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--baseline", metavar="FILE", help="Accept the findings of this baseline; fail on new ones alone.")
@click.option("--changed-since", metavar="REF", help="Report only what touches lines changed since this git ref.")
@click.option("--staged", is_flag=True, help="Report only what touches lines that the next commit changes.")
@click.option("--statistics", is_flag=True, help="Count by rule, family and clause instead of listing.")
@click.option("--jobs", type=click.IntRange(0, 64), default=0, help="Processes to use (default: as many as the work is worth).")
@click.option("--no-cache", is_flag=True, help="Do not use results of earlier runs.")
@click.option("--cold", is_flag=True, help="Use neither results nor compiled rules of earlier runs.")
@click.option("--today", metavar="DATE", help="The day that waivers expire against (default: today).")
@click.option("--debug", is_flag=True, help="Show a traceback where a bug of ours stops the run.")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Check drafts against the policy.

    PATHS are files and folders, the current folder by default; - is standard input.

    \b
    stancelint check drafts/
    stancelint check --select casualty --format json draft.md
    """
    outputs = take_outputs(given["output"])
    options = RunOptions(
        paths=paths or (".",),
        policy=given["policy"],
        select=split(given["select"]),
        ignore=split(given["ignore"]),
        today=take_date(given["today"]),
        stdin=sys.stdin.buffer.read() if "-" in paths else None,
        stdin_filename=given["stdin_filename"],
        force_exclude=given["force_exclude"],
        keep_source=wants_source(given["form"], outputs),
        mending="show" if given["diff"] else "write" if given["fix"] else "",
        unsafe=given["unsafe_fixes"],
        baseline=given["baseline"],
        changed_since=given["changed_since"],
        staged=given["staged"],
        jobs=given["jobs"],
        result_cache=not (given["no_cache"] or given["cold"]),
        rule_cache=not given["cold"],
        rule_text=wants_rule_text(given["form"], outputs),
        debug=given["debug"],
    )
    with progress_bar() as progress:
        report = run(options, progress)
    fail_on = Severity.WARNING if given["strict"] else SEVERITIES[given["fail_on"]] if given["fail_on"] else None
    if given["diff"]:
        return show_diffs(report)
    if given["statistics"]:
        show_statistics(report, SEVERITIES[given["show"]])
    else:
        emit(report, given["form"], outputs, show=SEVERITIES[given["show"]], fail_on=fail_on)
    say_failures(report)
    return status_of(report, fail_on)


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Repeated and comma-joined words as one list."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def take_date(written: str | None) -> str:
    """An ISO date from the command line; today's where none is given. Raises ``click.BadParameter``."""
    import time

    if written is None:
        return time.strftime("%Y-%m-%d")
    try:
        time.strptime(written, "%Y-%m-%d")
    except ValueError:
        raise click.BadParameter(f"“{written}” is no date; write it as 2026-12-31", param_hint="--today") from None
    return written


def status_of(report: Report, fail_on: Severity | None) -> int:
    """The exit status of a run: 3 a check of ours broke, 2 a draft could not be read, 1 findings at the failing level, 0 clean."""
    kinds = {draft.error.kind for draft in report.drafts if draft.error}
    if kinds:
        return 3 if kinds == {"internal"} else 2
    return 1 if any(draft.fails(fail_on) for draft in report.drafts) else 0
