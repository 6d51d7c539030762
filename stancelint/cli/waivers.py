"""``stancelint waivers``: the ledger of a tree, so that every exception is somebody's and has a reason."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from stancelint.cli.check import take_date
from stancelint.cli.outcome import tell
from stancelint.cli.output import say_failures
from stancelint.engine.desk import Desk, RunOptions, path_in
from stancelint.engine.draft import failure_of, open_draft
from stancelint.engine.lint import Linter
from stancelint.engine.waivers import ledger
from stancelint.engine.walk import walk
from stancelint.errors import DraftError
from stancelint.finding import DraftReport, Report
from stancelint.text.value import names_of
from stancelint.text.visible import visible
from stancelint.version import VERSION

_COLUMNS = ("path", "line", "column", "rule", "state", "scope", "reason", "by", "until", "words")


@click.command("waivers")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Text, JSON or CSV.")
@click.option("--today", metavar="DATE", help="The day that waivers expire against (default: today).")
def command(paths: tuple[str, ...], form: str, today: str | None) -> int:
    """Print every waiver of the drafts: rule, place, reason, who, until when, and the words it waives.

    \b
    Examples:
      stancelint waivers drafts/
      stancelint waivers --format csv > waivers.csv
    """
    failed: list[DraftReport] = []
    rows = list(_rows(paths or (".",), take_date(today), failed))
    if form == "json":
        import json

        json.dump({"schema": "stancelint/1", "waivers": rows}, sys.stdout, indent=1)
        sys.stdout.write("\n")
    elif form == "csv":
        import csv

        writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell(held) for name, held in row.items()} for row in rows)
    else:
        _say(rows)
    say_failures(Report(VERSION, tuple(failed)))
    return 2 if failed else 0


def cell(held: object) -> str:
    """A value as a CSV cell. What a spreadsheet would take for a formula is given a quotation mark, so that it stays text."""
    words = visible(" | ".join(held)) if isinstance(held, tuple) else visible(str(held))
    return f"'{words}" if words[:1] in tuple("=+-@") else words


def _rows(paths: tuple[str, ...], today: str, failed: list[DraftReport]) -> Iterator[dict[str, Any]]:
    desk = Desk(RunOptions(today=today))
    for found in walk(paths):
        linter = desk.linter_for(Path(found.path))
        try:
            yield from _of_draft(found.path, linter, today)
        except DraftError as problem:
            failed.append(DraftReport(found.path, "", None, (), failure_of(problem)))


def _of_draft(path: str, linter: Linter, today: str) -> Iterator[dict[str, Any]]:
    document = open_draft(path, None, linter.rules.file.max_bytes)
    relative = path_in(linter.rules, path)
    findings = linter.judge(linter.read(document, relative), linter.rules.active(relative)).findings
    known = [rule.id for rule in linter.rules.rules]
    for row in ledger(document, findings, known=known, today=today):
        yield {"path": path, **{name: getattr(row, name) for name in names_of(row)}}


def _say(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        until = f", until {row['until']}" if row["until"] else ""
        by = f", by {visible(row['by'])}" if row["by"] else ""
        tell(f"{row['path']}:{row['line']}:{row['column']}: {row['rule']}: {row['state']} ({row['scope']}{by}{until})")
        tell(f"    reason: {visible(row['reason'])}")
        for words in row["words"]:
            tell(f"    waives: “{visible(words)}”")
    tell(f"{len(rows)} waivers" if len(rows) != 1 else "1 waiver")
