"""One page for an editor without a terminal: each draft with its findings beside the words, its sources, claims and provenance.

The page is whole in itself: no script, no address that a browser would load, and a policy that forbids both. It reads on a telephone,
on a dark screen and on paper; what colour says, words say too.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.html_draft import draft_rows, legend, note
from stancelint.reporters.html_tables import claims_table, provenance_table, sources_table
from stancelint.reporters.palette import painter
from stancelint.reporters.summary import counted, summary_line
from stancelint.reporters.xml import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import DraftReport, Finding, Report
    from stancelint.reporters import RenderOptions

# beyond so many drafts, those without a finding are listed and not printed
FEW = 3


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """The page, piece by piece."""
    yield _head(report)
    yield _verdict(report, options)
    yield '<main id="top">\n'
    for number, draft in enumerate(report.drafts):
        if _worth_showing(draft, report, options):
            yield from _draft(number, draft, report, options)
    yield from _clauses(report)
    yield f"<footer>stancelint {escaped(report.version)}</footer>\n</main>\n</body>\n</html>\n"


def _head(report: Report) -> str:
    style = _style()
    title = escaped(report.drafts[0].path) if len(report.drafts) == 1 else counted(len(report.drafts), "draft")
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>stancelint: {title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _style() -> str:
    from pathlib import Path

    return Path(__file__).with_name("page.css").read_text("utf-8")


def _digest(style: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(style.encode()).digest()).decode()


def _verdict(report: Report, options: RenderOptions) -> str:
    first, *rest = summary_line(report, options, painter(False)).splitlines()
    said, bracket, aside = first.partition(" (")
    more = f'<p class="quiet">{escaped(bracket + aside).strip().strip("()")}</p>\n' if aside else ""
    also = "".join(f'<p class="error">{escaped(line)}</p>\n' for line in rest)
    drafts = "".join(_entry(i, draft, report, options) for i, draft in enumerate(report.drafts)) if len(report.drafts) > 1 else ""
    entries = f'<ul class="drafts">\n{drafts}</ul>\n' if drafts else ""
    return f'<header>\n<h1>stancelint</h1>\n<p class="verdict">{escaped(said)}</p>\n{more}{also}{entries}</header>\n'


def _entry(number: int, draft: DraftReport, report: Report, options: RenderOptions) -> str:
    said = '<span class="error">not checked</span>' if draft.error else _counts(list(standing(draft, options)))
    name = escaped(draft.path)
    shown = f'<a href="#d{number}">{name}</a>' if _worth_showing(draft, report, options) else name
    return f"<li>{shown} <span>{said}</span></li>\n"


def _counts(findings: list[Finding]) -> str:
    words = []
    for word in ("error", "warning", "info"):
        number = sum(1 for finding in findings if finding.severity.word == word)
        if number:
            words.append(f'<span class="{word}">{counted(number, word)}</span>')
    return ", ".join(words) or '<span class="quiet">nothing to report</span>'


def _worth_showing(draft: DraftReport, report: Report, options: RenderOptions) -> bool:
    return len(report.drafts) <= FEW or bool(draft.error) or any(True for _ in standing(draft, options))


def _draft(number: int, draft: DraftReport, report: Report, options: RenderOptions) -> Iterator[str]:
    findings = list(standing(draft, options))
    yield f'<section id="d{number}">\n<h2>{escaped(draft.path)}</h2>\n'
    policy = f"judged by {escaped(draft.policy)}" if draft.policy else "judged by the built-in policy"
    yield f'<p class="quiet">{_counts(findings)}; {policy}</p>\n'
    if draft.error:
        where = f" (line {draft.error.line})" if draft.error.line else ""
        yield f'<p class="error">Not checked{where}: {escaped(draft.error.message)}</p>\n'
    if draft.source is None:
        yield from (note(f"d{number}", i, finding, report, quoted=True) for i, finding in enumerate(findings, 1))
    else:
        yield legend(draft)
        yield from draft_rows(f"d{number}", draft, draft.source, findings, report)
    if draft.inspection and draft.source is not None:
        yield from claims_table(draft.inspection, draft.source)
        yield from sources_table(draft.inspection, draft.source)
        yield from provenance_table(draft.inspection)
    yield from _suppressed(draft)
    yield "</section>\n"


def _suppressed(draft: DraftReport) -> Iterator[str]:
    """What was waived or accepted, by whom it was let through and why."""
    rows = [(finding, finding.suppressed) for finding in draft.findings if finding.suppressed]
    if not rows:
        return
    yield '<h3>Waived and accepted</h3>\n<div class="table"><table>\n'
    yield "<thead><tr><th>Line</th><th>Rule</th><th>Words</th><th>By</th><th>Reason</th><th>Until</th></tr></thead>\n<tbody>\n"
    for finding, suppressed in rows:
        cells = (str(finding.start.line), finding.rule, finding.text[:200], suppressed.by, suppressed.reason, suppressed.until or "")
        names = ("line", "rule", "words", "by", "reason", "until")
        inner = "".join(f'<td data-of="{name}">{escaped(cell)}</td>' for name, cell in zip(names, cells, strict=True))
        yield f"<tr>{inner}</tr>\n"
    yield "</tbody></table></div>\n"


def _clauses(report: Report) -> Iterator[str]:
    if not report.clauses:
        return
    used: dict[str, int] = {}
    for draft in report.drafts:
        for finding in draft.findings:
            if not finding.suppressed:
                used[finding.clause] = used.get(finding.clause, 0) + 1
    yield '<section>\n<h2>The policy, clause by clause</h2>\n<dl class="clauses">\n'
    for name, text in report.clauses.items():
        count = f' <span class="quiet">({counted(used[name], "finding")})</span>' if name in used else ""
        yield f'<dt id="clause-{escaped(name)}">{escaped(name)}{count}</dt>\n<dd>{escaped(text)}</dd>\n'
    yield "</dl>\n</section>\n"
