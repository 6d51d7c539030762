"""Annotations for GitHub Actions: workflow commands, as many as GitHub shows, and the rest as lines of the log.

A step shows ten annotations of each level and drops the others without a word; so the eleventh is printed, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.palette import painter
from stancelint.reporters.summary import counted, summary_line
from stancelint.reporters.wording import aside, explanation, slashed
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Failure, Finding, Report
    from stancelint.reporters import RenderOptions

MOST = 10
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """An annotation a finding up to the limit of its level, a log line for each of the others, then what was left out and the summary."""
    left = dict.fromkeys(_COMMANDS.values(), MOST)
    over = dict.fromkeys(_COMMANDS.values(), 0)
    for draft in report.drafts:
        path = slashed(draft.path)
        if draft.error:
            yield _unread(path, draft.error)
            left["error"] -= 1
        for finding in standing(draft, options):
            command = _COMMANDS[finding.severity.word]
            if left[command] > 0:
                left[command] -= 1
                yield _annotation(command, path, finding, report.clauses.get(finding.clause, ""))
            else:
                over[command] += 1
                said = f"{finding.rule} {finding.message}{aside(finding.start)}"
                yield _log(f"- {path}:{finding.start.line}:{finding.start.column}: {command} {said}")
    for command, number in over.items():
        if number:
            yield _log(f"{counted(number, command)} more, listed above and not annotated: GitHub shows {MOST} of a level in a step")
    for line in summary_line(report, options, painter(False)).splitlines():
        yield _log(line)


def _annotation(command: str, path: str, finding: Finding, clause: str) -> str:
    start, end = finding.start, finding.end
    places = {"file": path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        places |= {"col": str(start.column), "endColumn": str(max(start.column, end.column - 1))}
    places["title"] = finding.rule
    said = f"{visible(finding.message)}\n{explanation(finding, clause)}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    return f"::{command} {properties}::{_data(said)}\n"


def _unread(path: str, error: Failure) -> str:
    line = f",line={error.line}" if error.line else ""
    return f"::error file={_property(path)}{line},title=not checked::{_data(visible(error.message))}\n"


def _data(text: str) -> str:
    """A command's message. ``##[`` would be an older command anywhere in a line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _log(line: str) -> str:
    """A line of the log that the runner cannot take for a command."""
    return visible(line).replace("##[", "## [") + "\n"
