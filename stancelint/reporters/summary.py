"""The last line of a report: what was found, in how many drafts, and what the list does not show."""

from __future__ import annotations

from stancelint.finding import Severity
from stancelint.reporters.palette import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Report
    from stancelint.reporters import RenderOptions


BROKEN = "internal"


def counted(number: int, noun: str) -> str:
    """``1 draft``, ``2 drafts``; ``info`` has no plural."""
    return f"{number:,} {noun}" if number == 1 or noun == "info" else f"{number:,} {noun}s"


def summary_line(report: Report, options: RenderOptions, paint: Paint) -> str:
    """``2 errors, 3 warnings in 1 draft (1 info not shown, 1 suppressed)``; a clean run says so calmly.

    What could not be checked, and what of the baseline is stale, stand on lines of their own."""
    summary = report.summary()
    unread = sum(1 for draft in report.drafts if draft.error and draft.error.kind != BROKEN)
    broken = sum(1 for draft in report.drafts if draft.error and draft.error.kind == BROKEN)
    counts = {Severity.ERROR: summary.error, Severity.WARNING: summary.warning, Severity.INFO: summary.info}
    shown = [paint(level.word, counted(count, level.word)) for level, count in counts.items() if count and level >= options.show]
    hidden = [f"{counted(count, level.word)} not shown" for level, count in counts.items() if count and level < options.show]
    if summary.suppressed:
        hidden.append(f"{summary.suppressed:,} suppressed")
    aside = paint("quiet", f" ({', '.join(hidden)})") if hidden else ""
    read = counted(summary.files - unread, "draft")
    lines = []
    if shown:
        lines.append(f"{', '.join(shown)} in {read}{aside}")
    elif summary.files > unread:
        lines.append(f"{paint('good', 'Nothing to report')} in {read}{aside}")
    elif not unread:
        lines.append("There was no draft to check.")
    if unread:
        lines.append(paint("error", f"{counted(unread, 'draft')} could not be checked"))
    if broken:
        lines.append(
            paint("error", f"{counted(broken, 'draft')} could not be checked by every rule: a check broke, which is a bug of ours")
        )
    if report.stale:
        one = len(report.stale) == 1
        lines.append(f"{len(report.stale):,} {'entry' if one else 'entries'} of the baseline {'is' if one else 'are'} no longer found")
    return "\n".join(lines)
