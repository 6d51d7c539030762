"""``stancelint check``: the default of every hook and gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from stancelint.cli.checking import Request, carry_out, piped, today
from stancelint.cli.completing import rule_ids
from stancelint.cli.grouped import GroupedCommand
from stancelint.engine.clock import Clock
from stancelint.engine.desk import RunOptions
from stancelint.finding import SEVERITIES, Severity
from stancelint.reporters import FORMATS

LEVELS = click.Choice(list(SEVERITIES))
_JOBS = click.IntRange(0, 64)
_FINDINGS = 1
_GROUPS = {
    "Which rules": ("--policy", "--select", "--ignore", "--extend-select"),
    "Which drafts": ("--stdin-filename", "--force-exclude"),
    "Which findings": ("--show", "--across", "--baseline", "--changed-since", "--staged"),
    "What fails the run": ("--fail-on", "--strict", "--exit-zero"),
    "Output": ("--format", "--output", "--statistics", "--ledger", "--annotate"),
    "Fixes": ("--fix", "--unsafe-fixes", "--diff"),
    "Running": ("--online", "--jobs", "--no-cache", "--cold", "--today", "--profile", "--debug", "--help"),
}


@click.command("check", cls=GroupedCommand, groups=_GROUPS)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option("--policy", metavar="FILE", type=click.Path(), help="Judge by this policy (default: the nearest stancelint.yaml).")
@click.option("--select", multiple=True, metavar="RULE", shell_complete=rule_ids, help="Only these rules: ids, families, globs.")
@click.option("--ignore", multiple=True, metavar="RULE", shell_complete=rule_ids, help="Not these rules.")
@click.option(
    "--extend-select", multiple=True, metavar="RULE", shell_complete=rule_ids, help="These rules too, even where the policy has them off."
)
@click.option("--show", type=LEVELS, metavar="LEVEL", default="warning", help="The lowest level to show: info, warning (default), error.")
@click.option("--fail-on", type=LEVELS, metavar="LEVEL", help="The level that fails the run (default: the policy's, or error).")
@click.option("--strict", is_flag=True, help="Fail on warnings too: --fail-on warning.")
@click.option("--exit-zero", is_flag=True, help="Let no finding fail the run; exit 2 stays for what cannot be done.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", metavar="FORMAT", help=f"One of {', '.join(FORMATS)} (default: text)."
)
@click.option("--output", multiple=True, metavar="FORMAT=FILE", help="Write this format to a file as well. May repeat.")
@click.option("--ledger", metavar="FILE", type=click.Path(), help="Write every count of people harmed, in all drafts, to a CSV file.")
@click.option("--across", is_flag=True, help="Hold the tolls of one draft against those of the others.")
@click.option("--annotate", metavar="FILE", type=click.Path(), help="Write the findings of one Word draft into a copy, as comments.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the draft that is read from standard input (path -).")
@click.option("--force-exclude", is_flag=True, help="Leave excluded drafts out even when they are named outright.")
@click.option("--fix", is_flag=True, help="Write the safe fixes back. Never inside a quotation, a link or code.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: those too that may change meaning.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--baseline", metavar="FILE", type=click.Path(), help="Accept the findings of this baseline; fail on new ones alone.")
@click.option("--changed-since", metavar="REF", help="Report only what touches lines changed since this git ref.")
@click.option("--staged", is_flag=True, help="Report only what touches lines that the next commit changes.")
@click.option("--statistics", is_flag=True, help="Count by rule, family and clause instead of listing.")
@click.option("--jobs", type=_JOBS, metavar="N", default=0, help="Processes to use (default: as many as the work is worth).")
@click.option("--no-cache", is_flag=True, help="Do not use results of earlier runs.")
@click.option("--cold", is_flag=True, help="Use neither results nor compiled rules of earlier runs.")
@click.option("--today", metavar="DATE", help="The day that waivers expire against (default: today).")
@click.option("--online", is_flag=True, help="Ask every listed link whether it is there (default: no connection is opened).")
@click.option("--profile", is_flag=True, help="Say on standard error what each rule cost, the slowest first.")
@click.option("--debug", is_flag=True, help="Show a traceback where a bug of ours stops the run.")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Check drafts against the policy.

    PATHS are files and folders, the current folder by default; - is standard input. RULE is an id, a family or a glob; commas
    join several, and the option may repeat.

    \b
    Examples:
      stancelint check drafts/
      stancelint check --strict --select casualty,framing draft.md
      stancelint check --format github --output sarif=report.sarif drafts/
      stancelint check --diff drafts/
      pbpaste | stancelint check --stdin-filename copy.md -

    Exit status: 0 nothing at or above the failing level; 1 findings; 2 something could not be done; 3 a bug of ours.
    """
    fail_on = Severity.WARNING if given["strict"] else SEVERITIES[given["fail_on"]] if given["fail_on"] else None
    options = RunOptions(
        paths=paths or (".",),
        policy=given["policy"],
        select=split(given["select"]),
        ignore=split(given["ignore"]),
        today=take_date(given["today"]),
        stdin=piped(paths),
        stdin_filename=given["stdin_filename"],
        force_exclude=given["force_exclude"],
        mending="show" if given["diff"] else "write" if given["fix"] else "",
        unsafe=given["unsafe_fixes"],
        baseline=given["baseline"],
        changed_since=given["changed_since"],
        staged=given["staged"],
        jobs=given["jobs"],
        result_cache=not (given["no_cache"] or given["cold"]),
        rule_cache=not given["cold"],
        debug=given["debug"],
        extend_select=split(given["extend_select"]),
        online=given["online"],
        clock=Clock() if given["profile"] else None,
    )
    outputs = take_outputs(given["output"])
    annotate = Path(given["annotate"]) if given["annotate"] else None
    ledger = Path(given["ledger"]) if given["ledger"] else None
    status = carry_out(
        Request(options, given["form"], outputs, SEVERITIES[given["show"]], fail_on, given["statistics"], annotate, ledger, given["across"])
    )
    return 0 if given["exit_zero"] and status == _FINDINGS else status


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Repeated and comma-joined words as one list."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def take_date(written: str | None) -> str:
    """An ISO date from the command line; today's where none is given. Raises ``click.BadParameter``."""
    import time

    if written is None:
        return today()
    try:
        time.strptime(written, "%Y-%m-%d")
    except ValueError:
        raise click.BadParameter(f"“{written}” is no date; write it as 2026-12-31", param_hint="--today") from None
    return written


def take_outputs(written: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    """``FORMAT=FILE`` pairs. Raises ``click.BadParameter`` for what is none."""
    pairs = []
    for pair in written:
        form, equals, name = pair.partition("=")
        if not equals or not name or form not in FORMATS:
            raise click.BadParameter(f"“{pair}” is not FORMAT=FILE with a format of {', '.join(FORMATS)}", param_hint="--output")
        pairs.append((form, Path(name)))
    return tuple(pairs)
