"""Findings written into a copy of a Word file as comments, at the words that they speak of."""

from __future__ import annotations

from stancelint.text.span import Region
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stancelint.finding import Finding


def annotated(data: bytes, findings: Iterable[Finding]) -> bytes:
    """A copy of the Word file ``data`` with a comment for each finding that counts; suppressed ones are left out.

    ``findings`` are those of the same bytes. Raises ``DraftError`` where they are no Word file that can be read."""
    from stancelint.readers.docx_remarks import Remark, annotate

    remarks = [
        Remark(Region(finding.start.offset, finding.end.offset), said_of(finding)) for finding in findings if finding.suppressed is None
    ]
    return annotate(data, remarks)


def said_of(finding: Finding) -> str:
    """What the comment says: the rule and how much it matters, the fault, what would clear it, what to write."""
    lines = [f"{finding.severity.word} {finding.rule}", finding.message]
    if finding.clears:
        lines.append(f"Clears: {finding.clears}")
    lines += [f"Help: {fix.title}" for fix in finding.fixes]
    return visible("\n".join(lines), breaks="\n")
