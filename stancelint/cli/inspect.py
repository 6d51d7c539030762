"""``stancelint inspect``: what the tool sees, before anything is judged."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from stancelint.analysis.reading import Reading
from stancelint.cli.outcome import say
from stancelint.cli.output import terminal_width, wants_color
from stancelint.engine.desk import Desk, RunOptions, path_in
from stancelint.engine.draft import open_draft
from stancelint.engine.inspection import SCHEMA, inspect
from stancelint.engine.walk import walk
from stancelint.errors import StancelintError


@click.command("inspect")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--policy", metavar="FILE", help="Read by this policy instead of the nearest stancelint.yaml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the draft that is read from standard input (path -).")
def command(paths: tuple[str, ...], policy: str | None, form: str, stdin_filename: str | None) -> int:
    """Show what the tool sees: sections, attributions, sources with their class, casualty claims, provenance. No judgement.

    \b
    Examples:
      stancelint inspect draft.md
      stancelint inspect --format json drafts/
    """
    desk = Desk(RunOptions(policy=policy))
    status = 0
    shown: list[dict[str, Any]] = []
    for path, data in _drafts(paths or (".",), stdin_filename):
        linter = desk.linter_for(Path(path))
        try:
            reading = linter.read(open_draft(path, data, linter.rules.file.max_bytes), path_in(linter.rules, path))
        except StancelintError as problem:
            problem.path = path
            say(f"stancelint: {problem}", 2)
            status = 2
            continue
        if form == "json":
            shown.append(inspect(reading, path))
        else:
            _show(reading, path)
    if form == "json":
        import json

        json.dump({"schema": SCHEMA, "files": shown}, sys.stdout, indent=1)
        sys.stdout.write("\n")
    return status


def _drafts(paths: tuple[str, ...], stdin_filename: str | None) -> Iterator[tuple[str, bytes | None]]:
    for found in walk(tuple(path for path in paths if path != "-")):
        yield found.path, None
    if "-" in paths:
        yield stdin_filename or "-", sys.stdin.buffer.read()


def _show(reading: Reading, path: str) -> None:
    from stancelint.reporters.inspection import show

    for piece in show(reading, path, width=terminal_width(), color=wants_color()):
        sys.stdout.write(piece)
