"""Reviewdog's diagnostic format: lines as git counts them, columns in bytes of UTF-8, so that its suggestions land where they should."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from json import dumps

from stancelint.reporters import standing
from stancelint.reporters.wording import explanation, slashed
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.finding import Finding, Fix, Report
    from stancelint.reporters import RenderOptions
    from stancelint.text.span import Place

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class _ByteColumns:
    """Answers where a source offset lies in reviewdog's terms. A line ends at a line feed and nowhere else."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0]
        at = source.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.find("\n", at + 1)

    def position(self, offset: int) -> dict[str, int]:
        line = bisect_right(self._starts, offset)
        before = self._source[self._starts[line - 1] : offset]
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One JSON document of type DiagnosticResult."""
    rows = []
    for draft in report.drafts:
        columns = _ByteColumns(draft.source) if draft.source is not None else None
        path = slashed(draft.path)
        if draft.error:
            place = {"path": path, "range": {"start": {"line": draft.error.line or 1}}}
            rows.append({"message": f"not checked: {visible(draft.error.message)}", "location": place, "severity": "ERROR"})
        rows.extend(_diagnostic(finding, path, columns, report) for finding in standing(draft, options))
    yield '{"source": {"name": "stancelint"}, "diagnostics": [' + ",\n".join(dumps(row) for row in rows) + "]}\n"


def _diagnostic(finding: Finding, path: str, columns: _ByteColumns | None, report: Report) -> dict[str, Any]:
    said = f"{visible(finding.message)}\n{explanation(finding, report.clauses.get(finding.clause, ''))}"
    row: dict[str, Any] = {
        "message": said.rstrip(),
        "location": {"path": path, "range": {"start": _position(finding.start, columns), "end": _position(finding.end, columns)}},
        "severity": _SEVERITIES[finding.severity.word],
        "code": {"value": finding.rule},
    }
    if columns is not None:
        suggestions = [suggestion for fix in finding.fixes for suggestion in _suggestions(fix, columns)]
        if suggestions:
            row["suggestions"] = suggestions
    return row


def _suggestions(fix: Fix, columns: _ByteColumns) -> Iterator[dict[str, Any]]:
    for edit in fix.edits:
        start, end = columns.position(edit.region.start), columns.position(edit.region.end)
        yield {"range": {"start": start, "end": end}, "text": edit.text}


def _position(place: Place, columns: _ByteColumns | None) -> dict[str, int]:
    return {"line": place.line} if columns is None else columns.position(place.offset)
