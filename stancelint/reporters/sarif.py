"""SARIF 2.1.0, for code scanning and archives: the rules with their pages, the findings with their evidence, fixes and suppressions.

Columns are code points (``columnKind``). Results keep their fingerprint, so that a consumer can follow one through moved lines, and
their baseline state where a baseline was in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from stancelint.reporters import listed
from stancelint.reporters.wording import evidence_words, slashed
from stancelint.text.patterns import lazy
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.finding import DraftReport, Evidence, Failure, Finding, Fix, Report, RulePage, Severity
    from stancelint.reporters import RenderOptions
    from stancelint.text.span import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "stancelint/v1"
_SLOT = lazy(r"\{[a-z_]+\}")
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One SARIF log of one run, a result a line."""
    rules = _rules(report)
    numbers = {rule["id"]: i for i, rule in enumerate(rules)}
    driver = {"name": "stancelint", "version": report.version, "rules": rules}
    head = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(draft.path)}, "roles": ["analysisTarget"]} for draft in report.drafts],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{dumps(head)[:-1]}, "results": ['
    first = True
    for i, draft in enumerate(report.drafts):
        for finding in listed(draft, options):
            yield ("\n" if first else ",\n") + dumps(_result(finding, draft, i, numbers[finding.rule], report))
            first = False
    yield "]}]}\n"


def _rules(report: Report) -> list[dict[str, Any]]:
    """The rules of the report, and a bare entry for each that a finding names beyond them."""
    pages = {page.id: _rule(page, report.clauses.get(page.clause, "")) for page in report.rules}
    for draft in report.drafts:
        for finding in draft.findings:
            pages.setdefault(finding.rule, {"id": finding.rule, "shortDescription": {"text": finding.rule}})
    return [pages[name] for name in sorted(pages)]


def _rule(page: RulePage, clause: str) -> dict[str, Any]:
    policy = f"“{clause}” ({page.clause})" if clause else page.clause
    clears = _SLOT.sub("…", page.clears)
    text = "\n\n".join(part for part in (page.why, f"Policy: {policy}", f"What clears it: {clears}") if part)
    markdown = "\n\n".join(part for part in (page.why, f"**Policy:** {policy}", f"**What clears it:** {clears}") if part)
    return {
        "id": page.id,
        "shortDescription": {"text": _SLOT.sub("…", page.message)},
        "fullDescription": {"text": page.why or _SLOT.sub("…", page.message)},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[page.severity.word]},
        "properties": {"tags": [page.id.partition("/")[0]], "clause": page.clause, "problem.severity": _problem(page.severity)},
    }


def _problem(severity: Severity) -> str:
    return "recommendation" if severity.word == "info" else severity.word


def _invocation(report: Report) -> dict[str, Any]:
    failures = [(draft.path, draft.error) for draft in report.drafts if draft.error]
    notes = [_notification(path, error) for path, error in failures]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notes}


def _notification(path: str, error: Failure) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if error.line:
        place["region"] = {"startLine": error.line}
    return {"level": "error", "message": {"text": visible(error.message)}, "locations": [{"physicalLocation": place}]}


def _result(finding: Finding, draft: DraftReport, index: int, number: int, report: Report) -> dict[str, Any]:
    file = {"uri": _uri(draft.path), "index": index}
    place: dict[str, Any] = {"artifactLocation": file, "region": _region(finding.start, finding.end, finding.text)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity.word],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "properties": {"clause": finding.clause},
    }
    related = [piece for piece in finding.evidence if piece.start and piece.end]
    if related:
        result["relatedLocations"] = [_related(i, piece, file) for i, piece in enumerate(related)]
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    fixes = [_fix(fix, file) for fix in finding.fixes if fix.edits]
    if fixes:
        result["fixes"] = fixes
    result["suppressions"] = _suppressions(finding)
    if report.baselined:
        result["baselineState"] = "unchanged" if finding.suppressed and finding.suppressed.by == "baseline" else "new"
    return result


def _message(finding: Finding) -> str:
    """The message, and each thing that was looked for; what was found has a place and stands in the related locations too."""
    lines = [visible(finding.message)]
    if finding.start.within:
        lines.append(f"Place: {visible(finding.start.within.words)}")
    lines += [f"{'Found' if piece.start else 'Note'}: {evidence_words(piece)}" for piece in finding.evidence]
    if finding.clears:
        lines.append(f"What clears it: {visible(finding.clears)}")
    return _inert("\n".join(lines))


def _inert(text: str) -> str:
    """Text in which nothing reads as one of SARIF's links: a draft must not put a link into a report."""
    return text.replace("](", "] (")


def _related(number: int, piece: Evidence, file: dict[str, Any]) -> dict[str, Any]:
    region = _region(piece.start, piece.end, piece.text)
    message = {"text": _inert(visible(piece.message))}
    return {"id": number, "physicalLocation": {"artifactLocation": file, "region": region}, "message": message}


def _region(start: Place | None, end: Place | None, text: str) -> dict[str, Any]:
    if start is None or end is None:
        return {}
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
        "snippet": {"text": visible(text, breaks="\n")},
    }


def _fix(fix: Fix, file: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.region.start, "charLength": len(edit.region)},
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": _inert(visible(fix.title))},
        "artifactChanges": [{"artifactLocation": file, "replacements": replacements}],
    }


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    """A waiver stands in the draft, the baseline beside it. An empty list says that the finding was looked at and is not suppressed."""
    suppressed = finding.suppressed
    if suppressed is None:
        return []
    until = f" (until {suppressed.until})" if suppressed.until else ""
    kind = "inSource" if suppressed.by == "waiver" else "external"
    return [{"kind": kind, "status": "accepted", "justification": visible(suppressed.reason) + until}]


def _uri(path: str) -> str:
    """A path as a relative reference: slashes, and every character that a URI does not hold percent-encoded."""
    from urllib.parse import quote

    encoded = quote(slashed(path).encode("utf-8", "surrogateescape"), safe="/!$&'()*+,;=@~-._")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
