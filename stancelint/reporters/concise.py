"""One line a finding, for searching, sorting and editors' problem lists: ``path:line:col: severity rule message``."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.palette import painter
from stancelint.reporters.summary import summary_line
from stancelint.reporters.wording import aside
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Report
    from stancelint.reporters import RenderOptions


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """A line a finding, then the summary."""
    paint = painter(options.color)
    for draft in report.drafts:
        path = visible(draft.path)
        for finding in standing(draft, options):
            word = finding.severity.word
            place = f"{path}:{finding.start.line}:{finding.start.column}:"
            yield f"{place} {paint(word, word)} {paint('strong', finding.rule)} {visible(finding.message)}{aside(finding.start)}\n"
    yield summary_line(report, options, paint) + "\n"
