"""A job summary in Markdown: what an editor reads on the page of a run, without opening the log."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.palette import painter
from stancelint.reporters.summary import counted, summary_line
from stancelint.reporters.wording import offer, trail
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import DraftReport, Finding, Report
    from stancelint.reporters import RenderOptions

# a job summary holds a mebibyte; past it GitHub shows nothing at all
ROOM = 900_000
_LONGEST = 600
_MARKS = {"error": "🟥", "warning": "🟧", "info": "🟦"}
_ESCAPES = str.maketrans({mark: f"&#{ord(mark)};" for mark in "&<>\\`*_[]|~@#:$^={}!"})


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """A heading with the counts, then draft by draft; findings past the room of a summary are counted, not shown."""
    lines = summary_line(report, options, painter(False)).splitlines()
    used = 0
    left_out = 0
    yield f"## stancelint: {lines[0]}\n\n" + "".join(f"{line}\n\n" for line in lines[1:])
    for draft in report.drafts:
        pieces = _draft(draft, report, options)
        for piece in pieces:
            if used + len(piece.encode("utf-8", "replace")) > ROOM:
                left_out += 1
                continue
            used += len(piece.encode("utf-8", "replace"))
            yield piece
    if left_out:
        yield f"\n{counted(left_out, 'finding')} more, for which a summary has no room.\n"


def _draft(draft: DraftReport, report: Report, options: RenderOptions) -> Iterator[str]:
    findings = list(standing(draft, options))
    heading = f"### {_inert(draft.path)}\n\n"
    if draft.error:
        yield f"{heading}Not checked: {_inert(draft.error.message)}\n\n"
        heading = ""
    for finding in findings:
        yield heading + _finding(finding, report.clauses.get(finding.clause, ""))
        heading = ""


def _finding(finding: Finding, clause: str) -> str:
    word, line = finding.severity.word, finding.start.line
    head = f"{_MARKS[word]} **{word}** <code>{_inert(finding.rule)}</code> line {line}: {_inert(finding.message)}"
    rows = [f"**{label}:** {_inert(words)}" for label, words in trail(finding, clause)]
    rows += [f"**help:** {_inert(offer(fix))}" for fix in finding.fixes]
    details = "\n".join(f"- {row}" for row in rows)
    return (
        f"{head}\n\n> {_sentence(finding)}\n\n<details><summary>Policy, evidence, what clears it</summary>\n\n{details}\n\n</details>\n\n"
    )


def _sentence(finding: Finding) -> str:
    """The sentence with its words in bold; a very long one is cut around them."""
    text, start = finding.text, 0
    if finding.excerpt and finding.excerpt.offset <= finding.start.offset:
        text, start = finding.excerpt.text, finding.start.offset - finding.excerpt.offset
    end = min(start + len(finding.text), start + _LONGEST)
    first, last = max(0, start - _LONGEST // 2), min(len(text), end + _LONGEST // 2)
    before, words, after = text[first:start], text[start:end], text[end:last]
    bold = f"<strong>{_inert(words)}</strong>" if words else ""
    return f"{'…' if first else ''}{_inert(before)}{bold}{_inert(after)}{'…' if last < len(text) else ''}"


def _inert(text: str) -> str:
    """Words of a draft that Markdown shows as they are: no markup, no link, no mention of a user or an issue."""
    return visible(text).translate(_ESCAPES).replace("www.", "www&#46;")
