"""Reports to where they belong: one format to standard output, any number to files."""

from __future__ import annotations

import os
import sys

from stancelint.cli.outcome import closed, say
from stancelint.engine.run import failures
from stancelint.errors import UsageError
from stancelint.finding import Report, Severity
from stancelint.reporters import RenderOptions, render
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_NARROWEST, _NO_TERMINAL = 40, 100


def write_outputs(report: Report, outputs: tuple[tuple[str, Path], ...], *, show: Severity, fail_on: Severity | None = None) -> None:
    """Write the report to files, each whole or not at all. Raises ``UsageError`` where one cannot be written."""
    for kind, path in outputs:
        text = "".join(render(report, kind, options=RenderOptions(width=100, show=show, fail_on=fail_on)))
        write_whole(path, text.encode("utf-8", "backslashreplace"))


def emit(report: Report, form: str, *, show: Severity, fail_on: Severity | None = None) -> None:
    """Write the report to standard output. Raises ``OSError`` where that takes no more."""
    options = RenderOptions(width=terminal_width(), color=wants_color(), show=show, fail_on=fail_on)
    for piece in render(report, form, options=options):
        sys.stdout.write(piece)


def wants_color() -> bool:
    """Whether standard output takes colour: a terminal, unless NO_COLOR; FORCE_COLOR outweighs both."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def say_failures(report: Report) -> None:
    """What could not be judged, on standard error."""
    for path, failure in failures(report):
        where = path if failure.line is None else f"{path}:{failure.line}"
        hint = f" ({failure.hint})" if failure.hint else ""
        say(f"stancelint: {where}: {failure.message}{hint}", 2)


def show_diffs(report: Report) -> int:
    """What fixes would change, as one patch on standard output; the exit status: 1 where there is something to change."""
    try:
        for draft in report.drafts:
            sys.stdout.write(visible(draft.diff, breaks="\n") if sys.stdout.isatty() else draft.diff)  # a patch is kept to the letter
    except BrokenPipeError:
        closed()
    say_failures(report)
    if any(draft.error for draft in report.drafts):
        return 2
    return 1 if any(draft.diff for draft in report.drafts) else 0


def terminal_width() -> int:
    """The width to write for: the terminal's, 100 where there is none."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return max(_NARROWEST, int(named))
    try:
        return max(_NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return _NO_TERMINAL


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place whole or not at all. Raises ``UsageError`` where it cannot be written."""
    from stancelint.engine.whole_file import put_whole

    try:
        put_whole(path, data)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror}") from None
