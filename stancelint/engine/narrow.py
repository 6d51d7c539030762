"""A report narrowed after the fact: to the lines that changed, or to what the baseline has not accepted.

Whole drafts are judged first, because what makes a sentence a fault may stand in another one.
"""

from __future__ import annotations

import os
from pathlib import Path

from stancelint.engine.baseline import accept, key_of, load
from stancelint.engine.changed_lines import Changes, changed_since, staged, touched
from stancelint.engine.desk import RunOptions
from stancelint.engine.walk import Found
from stancelint.finding import DraftReport, Report
from stancelint.text.value import replace


def changes_of(found: list[Found], options: RunOptions) -> Changes:
    """The changed lines of the drafts, as git tells them. Raises ``UsageError`` outside git or for a ref the clone does not have."""
    drafts = tuple(item.path for item in found if os.path.exists(item.path))
    return staged(drafts) if options.staged else changed_since(options.changed_since or "HEAD", drafts)


def left_to_judge(found: list[Found], changes: Changes) -> list[Found]:
    """The drafts that changed, and those that are not there, so that reading them says so."""
    return [item for item in found if changes.of(item.path) or not os.path.exists(item.path)]


def to_changed_lines(report: Report, changes: Changes, options: RunOptions) -> Report:
    """The report with only what touches changed lines."""
    kept: list[DraftReport] = []
    for draft in report.drafts:
        findings = touched(draft.findings, draft.source or "", changes.of(draft.path))
        kept.append(replace(draft, findings=findings, source=draft.source if options.keep_source else None))
    return replace(report, drafts=tuple(kept))


def to_new(report: Report, options: RunOptions) -> Report:
    """The report with what the baseline accepts marked as suppressed, and the baseline's stale entries told.

    Raises ``UsageError`` for a baseline that cannot be read.
    """
    path = Path(options.baseline or "")
    baseline = load(path)
    drafts: list[DraftReport] = []
    stale: list[tuple[str, str, str]] = []
    for draft in report.drafts:
        ran = None if not (options.select or options.ignore) else {finding.rule for finding in draft.findings}
        findings, gone = accept(draft.findings, baseline.of(key_of(draft.path, path)), ran=ran)
        drafts.append(replace(draft, findings=findings))
        stale += [(draft.path, entry.rule, entry.words) for entry in gone]
    return replace(report, drafts=tuple(drafts), stale=tuple(stale), baselined=True)
