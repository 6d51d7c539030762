"""One JSON object a line, for pipes: every finding with its path, every draft that could not be read, and last the counts."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from stancelint.reporters import listed
from stancelint.reporters.json import SCHEMA, error_data, finding_data, summary_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Report
    from stancelint.reporters import RenderOptions


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """A line a finding (``type`` finding), a draft not read (error), and the counts (summary)."""
    for draft in report.drafts:
        for finding in listed(draft, options):
            yield dumps({"type": "finding", "path": draft.path, **finding_data(finding)}) + "\n"
        if draft.error:
            yield dumps({"type": "error", "path": draft.path, "error": error_data(draft.error)}) + "\n"
    yield dumps({"type": "summary", "schema": SCHEMA, "version": report.version, **summary_data(report.summary())}) + "\n"
