"""GitLab's Code Quality report, the part of Code Climate's format that the merge request shows."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from stancelint.reporters import standing
from stancelint.reporters.wording import explanation, slashed
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.finding import Finding, Report
    from stancelint.reporters import RenderOptions

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One JSON list. GitLab keeps one entry a fingerprint, so that the path is part of it and no two are equal."""
    seen: dict[str, int] = {}
    rows: list[dict[str, Any]] = []
    for draft in report.drafts:
        path = slashed(draft.path)
        if draft.error:
            place = {"path": path, "lines": {"begin": draft.error.line or 1}}
            said = f"not checked: {visible(draft.error.message)}"
            rows.append(_issue(said, "stancelint", f"{path}:not-checked", "blocker", place))
        for finding in standing(draft, options):
            known = f"{path}:{finding.rule}:{finding.fingerprint or finding.start.offset}"
            seen[known] = seen.get(known, 0) + 1
            unique = known if seen[known] == 1 else f"{known}:{seen[known]}"
            rows.append(_finding(finding, path, unique, report.clauses.get(finding.clause, "")))
    yield "[" + ",\n".join(dumps(row) for row in rows) + "]\n"


def _finding(finding: Finding, path: str, unique: str, clause: str) -> dict[str, Any]:
    begin = {"line": finding.start.line, "column": finding.start.column}
    end = {"line": finding.end.line, "column": finding.end.column}
    place = {"path": path, "lines": {"begin": finding.start.line, "end": finding.end.line}, "positions": {"begin": begin, "end": end}}
    issue = _issue(visible(finding.message), finding.rule, unique, _SEVERITIES[finding.severity.word], place)
    return issue | {"content": {"body": explanation(finding, clause)}, "categories": ["Style"], "type": "issue"}


def _issue(said: str, rule: str, unique: str, severity: str, place: dict[str, Any]) -> dict[str, Any]:
    from hashlib import sha256

    digest = sha256(unique.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return {"description": said, "check_name": rule, "fingerprint": digest, "severity": severity, "location": place}
