"""Report to words: one file a format, each imported only when it is asked for.

May not: read a draft, judge one, or write to a stream; a reporter turns a Report into text.
Start reading at: text.py, then snippet.py; visible.py says what may not reach a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.errors import UsageError
from stancelint.finding import Severity
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import DraftReport, Finding, Report

FORMATS: tuple[str, ...] = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "markdown",
    "html",
)
WHOLE_DRAFT = frozenset({"html", "rdjson"})
RULE_TEXT = frozenset({"sarif"})


class RenderOptions(Value):
    """How a report is to look. ``width`` is the terminal's, in cells; ``show`` the least severity that is listed; ``fail_on`` the
    least that fails the run (None: what each draft's policy says); ``command`` is how a reader would call the tool again."""

    width: int = 80
    color: bool = False
    show: Severity = Severity.WARNING
    fail_on: Severity | None = None
    command: str = "stancelint"


def render(report: Report, format: str, *, options: RenderOptions | None = None) -> Iterator[str]:
    """The report in one of ``FORMATS``, piece by piece; the pieces joined are the whole, its last line ended.

    The same report gives the same pieces, whatever the clock, the locale or the machine. Raises ``UsageError`` for a format
    that there is none of.
    """
    if format not in FORMATS:
        from difflib import get_close_matches

        near = get_close_matches(format, FORMATS, 1)
        raise UsageError(f"there is no format “{format}”", hint=f"did you mean {near[0]}?" if near else f"one of {', '.join(FORMATS)}")
    from importlib import import_module

    pieces: Iterator[str] = import_module(f"stancelint.reporters.{format}").render(report, options or RenderOptions())
    return pieces


def listed(draft: DraftReport, options: RenderOptions) -> Iterator[Finding]:
    """The findings of a draft that a list for machines holds: those at or above ``show``, and every suppressed one."""
    return (finding for finding in draft.findings if finding.suppressed or finding.severity >= options.show)


def standing(draft: DraftReport, options: RenderOptions) -> Iterator[Finding]:
    """The findings of a draft that a person must see: at or above ``show``, and not suppressed."""
    return (finding for finding in draft.findings if not finding.suppressed and finding.severity >= options.show)
