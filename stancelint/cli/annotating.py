"""Findings written into a copy of a Word draft; the original stays as it is."""

from __future__ import annotations

from pathlib import Path

from stancelint.cli.output import write_whole
from stancelint.engine.word_comments import annotated
from stancelint.errors import UsageError
from stancelint.finding import Report, Severity


def annotate(report: Report, target: Path, show: Severity) -> None:
    """Write the findings at or above ``show`` as Word comments into ``target``. Raises ``UsageError`` where that cannot be."""
    if [draft for draft in report.drafts if draft.error]:
        return  # what went wrong with the draft is said already
    if len(report.drafts) != 1 or report.drafts[0].format != "docx":
        raise UsageError("--annotate takes one Word file", hint="stancelint check draft.docx --annotate remarks.docx")
    (draft,) = report.drafts
    source = Path(draft.path)
    if target.exists() and target.samefile(source):
        raise UsageError(f"--annotate would overwrite the draft {draft.path}", hint="name another file: the original stays as it is")
    write_whole(target, annotated(source.read_bytes(), (f for f in draft.findings if f.severity >= show)))
