"""A check carried out, however it was asked for: run, report, status. Free of click, so that a hook's plain call need not load it."""

from __future__ import annotations

import gc
import sys

from stancelint.cli.outcome import closed
from stancelint.cli.output import emit, say_failures, show_diffs, write_outputs, write_whole
from stancelint.cli.progress import ProgressBar
from stancelint.engine.desk import RunOptions
from stancelint.engine.run import Progress, run
from stancelint.finding import Report, Severity
from stancelint.policy.learned import remember
from stancelint.reporters import RULE_TEXT, WHOLE_DRAFT
from stancelint.text.value import Value, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_MANY = 100  # drafts


class Request(Value):
    """What a check is asked to show, beside what it is asked to run.

    ``fail_on`` None: the policy's level fails the run. ``annotate`` is the Word file to write the findings into, as comments;
    ``ledger`` the CSV file for every claim of the run; ``across`` holds the claims of one draft against those of the others."""

    options: RunOptions
    form: str = "text"
    outputs: tuple[tuple[str, Path], ...] = ()
    show: Severity = Severity.WARNING
    fail_on: Severity | None = None
    statistics: bool = False
    annotate: Path | None = None
    ledger: Path | None = None
    across: bool = False


def carry_out(request: Request) -> int:
    """Run the check, write its report, and give the exit status. Raises ``StancelintError`` for what stops the run."""
    formats = {request.form, *(form for form, _ in request.outputs)}
    options = replace(request.options, keep_source=not WHOLE_DRAFT.isdisjoint(formats), rule_text=not RULE_TEXT.isdisjoint(formats))
    with ProgressBar() as progress:
        report = run(options, _tidied(progress))
    if options.mending == "show":
        return show_diffs(report)
    if request.ledger or request.across:
        report = _with_ledger(report, request, options)
    write_outputs(report, request.outputs, show=request.show, fail_on=request.fail_on)
    try:
        _show(report, request)
    except BrokenPipeError:  # `| head`: the reader has seen enough; the files, the failures and the status are owed all the same
        closed()
    if request.annotate:
        from stancelint.cli.annotating import annotate

        annotate(report, request.annotate, request.show)
    say_failures(report)
    if options.clock:
        from stancelint.cli.profile import show_profile

        show_profile(options.clock, len(report.drafts))
    if options.rule_cache:
        remember()
    return status_of(report, request.fail_on)


def _show(report: Report, request: Request) -> None:
    if request.statistics:
        from stancelint.cli.statistics import show_statistics

        show_statistics(report, request.show)
    else:
        emit(report, request.form, show=request.show, fail_on=request.fail_on)


def _tidied(progress: Progress | None) -> Progress:
    """The callback, and the collector of garbage back at work once a run is long enough to make some."""

    def after(done: int, total: int) -> None:
        if done == _MANY:
            gc.enable()
        if progress:
            progress(done, total)

    return after


def _with_ledger(report: Report, request: Request, options: RunOptions) -> Report:
    from stancelint.engine.ledger import as_csv, read_ledger, with_contradictions

    ledger = read_ledger(report, options)
    if request.ledger:
        write_whole(request.ledger, as_csv(ledger).encode("utf-8", "backslashreplace"))
    return with_contradictions(report, ledger, options) if request.across else report


def today() -> str:
    """The day by the machine's clock, as ISO text."""
    import time

    return time.strftime("%Y-%m-%d")


def piped(paths: tuple[str, ...]) -> bytes | None:
    """Standard input, where the path ``-`` asks for it."""
    return sys.stdin.buffer.read() if "-" in paths else None


def status_of(report: Report, fail_on: Severity | None) -> int:
    """The exit status of a run: 3 a check of ours broke, 2 a draft could not be read, 1 findings at the failing level, 0 clean."""
    kinds = {draft.error.kind for draft in report.drafts if draft.error}
    if kinds:
        return 3 if kinds == {"internal"} else 2
    return 1 if any(draft.fails(fail_on) for draft in report.drafts) else 0
