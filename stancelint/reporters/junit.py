"""JUnit XML, for the many boards that read nothing else: a suite a draft, a case a finding.

A case fails only where the finding fails the run, so that a board and the exit status say the same. A waived finding is a skipped case.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import listed
from stancelint.reporters.wording import explanation, place_words
from stancelint.reporters.xml import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import DraftReport, Finding, Report, Severity
    from stancelint.reporters import RenderOptions


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One XML document."""
    suites = []
    totals = [0, 0, 0, 0]
    for draft in report.drafts:
        cases, counts = _suite(draft, report, options)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        suites.append(f'<testsuite name="{escaped(draft.path)}" {_counts(counts)}>\n{"".join(cases)}</testsuite>\n')
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="stancelint" {_counts(totals)}>\n'
    yield from suites
    yield "</testsuites>\n"


def _suite(draft: DraftReport, report: Report, options: RenderOptions) -> tuple[list[str], list[int]]:
    """The cases of a draft, and how many there are: all, failed, not done, skipped."""
    fail_on = draft.fail_on if options.fail_on is None else options.fail_on
    cases: list[str] = []
    failed = skipped = 0
    for finding in listed(draft, options):
        inner = _outcome(finding, report.clauses.get(finding.clause, ""), fail_on)
        failed += inner.startswith("<failure")
        skipped += inner.startswith("<skipped")
        cases.append(_case(draft.path, f"{finding.rule} ({place_words(finding.start)})", inner))
    if draft.error:
        said = escaped(draft.error.message)
        cases.append(_case(draft.path, "read the draft", f'<error message="{said}" type="{escaped(draft.error.kind)}">{said}</error>'))
    if not cases:
        cases.append(_case(draft.path, "keeps to the policy", ""))
    return cases, [len(cases), failed, 1 if draft.error else 0, skipped]


def _outcome(finding: Finding, clause: str, fail_on: Severity) -> str:
    if finding.suppressed:
        return f'<skipped message="{escaped(f"{finding.suppressed.by}: {finding.suppressed.reason}")}"/>'
    said = escaped(f"{finding.message}\n{explanation(finding, clause)}", breaks="\n")
    if finding.severity < fail_on:
        return f"<system-out>{finding.severity.word}: {said}</system-out>"
    return f'<failure message="{escaped(finding.message)}" type="{finding.severity.word}">{said}</failure>'


def _case(path: str, name: str, inner: str) -> str:
    return f'<testcase classname="{escaped(path)}" name="{escaped(name)}" time="0">{inner}</testcase>\n'


def _counts(counts: list[int]) -> str:
    tests, failures, errors, skipped = counts
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}" time="0"'
