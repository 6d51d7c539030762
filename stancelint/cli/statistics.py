"""Counts of a run by rule, family and clause: what a desk trips over most."""

from __future__ import annotations

from stancelint.finding import Finding, Report, Severity


def show_statistics(report: Report, show: Severity) -> None:
    """Print the counts of the findings at or above ``show`` that are not suppressed, most frequent first."""
    found = [finding for draft in report.drafts for finding in draft.findings if finding.severity >= show and not finding.suppressed]
    for title, key in (("by rule", _rule), ("by family", _family), ("by clause", _clause)):
        counts: dict[str, int] = {}
        for finding in found:
            counts[key(finding)] = counts.get(key(finding), 0) + 1
        print(title)
        for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            print(f"{count:7}  {name}")
    findings = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    print(f"{findings} in {len(report.drafts)} {'draft' if len(report.drafts) == 1 else 'drafts'}")


def _rule(finding: Finding) -> str:
    return finding.rule


def _family(finding: Finding) -> str:
    return finding.rule.partition("/")[0]


def _clause(finding: Finding) -> str:
    return finding.clause
