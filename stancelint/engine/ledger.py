"""The counts of a whole run: a ledger for the desk, and the tolls in which one draft contradicts another."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from stancelint.analysis.ledger import COLUMNS, LedgerRow, across, rows
from stancelint.engine.baseline import with_fingerprints
from stancelint.engine.desk import Desk, RunOptions, path_in
from stancelint.engine.draft import open_draft
from stancelint.finding import DraftReport, Evidence, Finding, Report, Severity
from stancelint.text.document import Document
from stancelint.text.value import replace

RULE = "casualty/inconsistent"


def read_ledger(report: Report, options: RunOptions) -> list[LedgerRow]:
    """The claims of every draft of the report that could be read, in its order."""
    desk = Desk(options)
    found: list[LedgerRow] = []
    for draft in report.drafts:
        if draft.error is None:
            linter = desk.linter_for(Path(draft.path))
            document = open_draft(draft.path, _piped(draft, options), linter.rules.file.max_bytes)
            found.extend(rows(draft.path, linter.read(document, path_in(linter.rules, draft.path))))
    return found


def as_csv(ledger: list[LedgerRow]) -> str:
    """The ledger as CSV with a heading line. What a spreadsheet would take for a formula is kept text by a quotation mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in ledger:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row.cells()])
    return out.getvalue()


def with_contradictions(report: Report, ledger: list[LedgerRow], options: RunOptions) -> Report:
    """The report with a finding on each of two claims of different drafts that cannot both be true.

    The rule's own severity and clause hold, as its policy sets them for each draft; where it is off there nothing is found.
    """
    desk = Desk(options)
    found: dict[str, list[Finding]] = {}
    for one, other in across(ledger):
        for row, rival in ((one, other), (other, one)):
            finding = _finding(row, rival, desk, options)
            if finding is not None:
                found.setdefault(row.draft, []).append(finding)
    return replace(report, drafts=tuple(_joined(draft, found.get(draft.path, [])) for draft in report.drafts))


def _finding(row: LedgerRow, rival: LedgerRow, desk: Desk, options: RunOptions) -> Finding | None:
    linter = desk.linter_for(Path(row.draft))
    active = next((a for a in desk.active(linter, path_in(linter.rules, row.draft)) if a.rule.id == RULE), None)
    if active is None:
        return None
    document: Document = open_draft(row.draft, None, linter.rules.file.max_bytes)
    text = document.source[row.region.start : row.region.end]
    said = f"“{row.text}” does not agree with “{rival.text}” in another draft of this run, for what reads as the same event."
    return Finding(
        RULE,
        Severity(active.severity),
        active.rule.clause,
        said,
        text,
        document.lines.place(row.region.start),
        document.lines.place(row.region.end),
        evidence=(Evidence(f"the other figure: “{rival.text}”, {rival.draft}:{rival.line}:{rival.column}"),),
        clears=active.rule.clears,
    )


def _joined(draft: DraftReport, more: list[Finding]) -> DraftReport:
    if not more:
        return draft
    findings = sorted((*draft.findings, *more), key=lambda f: (f.start.offset, f.end.offset, f.rule))
    return replace(draft, findings=with_fingerprints(tuple(findings)))


def _piped(draft: DraftReport, options: RunOptions) -> bytes | None:
    return options.stdin if options.stdin is not None and draft.path == (options.stdin_filename or "-") else None
