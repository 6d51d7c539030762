"""Checkstyle's XML, which most continuous-integration servers and review tools can read."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.wording import aside
from stancelint.reporters.xml import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Finding, Report
    from stancelint.reporters import RenderOptions


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One XML document; ``source`` is the rule with its family as a package, as Checkstyle names its own checks."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for draft in report.drafts:
        yield f'<file name="{escaped(draft.path)}">\n'
        if draft.error:
            line = draft.error.line or 1
            yield f'<error line="{line}" severity="error" message="{escaped(draft.error.message)}" source="stancelint.not-checked"/>\n'
        for finding in standing(draft, options):
            yield _error(finding)
        yield "</file>\n"
    yield "</checkstyle>\n"


def _error(finding: Finding) -> str:
    return (
        f'<error line="{finding.start.line}" column="{finding.start.column}" severity="{finding.severity.word}" '
        f'message="{escaped(finding.message + aside(finding.start))}" source="stancelint.{escaped(finding.rule.replace("/", "."))}"/>\n'
    )
