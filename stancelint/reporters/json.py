"""The report as the interface page fixes it, schema ``stancelint/1``: one finding a line, so that two reports can be compared by eye.

ASCII only: a report may be printed, and a draft must not be able to write to a terminal through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from stancelint.reporters import listed
from stancelint.text.value import names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.finding import DraftReport, Evidence, Failure, Finding, Fix, Report, Summary
    from stancelint.reporters import RenderOptions
    from stancelint.text.span import Place

SCHEMA = "stancelint/1"


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One JSON document; findings below ``show`` are left out of the list and stay in the counts."""
    yield f'{{"schema": "{SCHEMA}", "version": {dumps(report.version)}, "files": ['
    for i, draft in enumerate(report.drafts):
        yield ",\n" if i else "\n"
        yield from _draft(draft, options)
    yield f'],\n"summary": {dumps(summary_data(report.summary()))}}}\n'


def _draft(draft: DraftReport, options: RenderOptions) -> Iterator[str]:
    head = dumps({"path": draft.path, "format": draft.format, "policy": draft.policy})
    yield head[:-1] + ', "findings": ['
    for i, finding in enumerate(listed(draft, options)):
        yield ",\n" if i else "\n"
        yield dumps(finding_data(finding))
    yield f'], "error": {dumps(error_data(draft.error))}}}'


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding in the shape of the interface."""
    suppressed = finding.suppressed
    data = {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "clause": finding.clause,
        "message": finding.message,
        "text": finding.text,
        "start": _place(finding.start),
        "end": _place(finding.end),
        "evidence": [_evidence(piece) for piece in finding.evidence],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint,
        "suppressed": suppressed and {"by": suppressed.by, "reason": suppressed.reason, "until": suppressed.until},
    }
    return data | _within(finding.start)


def error_data(error: Failure | None) -> dict[str, Any] | None:
    """What went wrong with a draft, or None."""
    return None if error is None else {"kind": error.kind, "message": error.message, "line": error.line}


def summary_data(summary: Summary) -> dict[str, int]:
    """The counts of a run."""
    return {
        "files": summary.files,
        "error": summary.error,
        "warning": summary.warning,
        "info": summary.info,
        "suppressed": summary.suppressed,
    }


def _place(place: Place | None) -> dict[str, int] | None:
    return None if place is None else {"offset": place.offset, "line": place.line, "column": place.column}


def _evidence(piece: Evidence) -> dict[str, Any]:
    data = {"message": piece.message, "text": piece.text, "start": _place(piece.start), "end": _place(piece.end)}
    return data | _within(piece.start)


def _within(place: Place | None) -> dict[str, Any]:
    """Where a place is in a file whose lines nobody sees; a draft in plain lines has no such key."""
    if place is None or place.within is None:
        return {}
    return {"within": {name: getattr(place.within, name) for name in names_of(place.within)}}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.region.start, "end": edit.region.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
