"""The report on a terminal: the sentence, carets under the words, the clause, the evidence, and what would clear it."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.reporters import standing
from stancelint.reporters.cells import cells_of
from stancelint.reporters.palette import Paint, painter
from stancelint.reporters.snippet import Row, snippet
from stancelint.reporters.summary import summary_line
from stancelint.reporters.wording import offer, trail
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Finding, Report
    from stancelint.reporters import RenderOptions

_WIDEST = 120
_NARROWEST = 40


def render(report: Report, options: RenderOptions) -> Iterator[str]:
    """One piece a finding, then the summary. The first line of a finding can be searched for: ``error[rule]: message``."""
    paint = painter(options.color)
    width = max(_NARROWEST, min(options.width, _WIDEST))
    rules: dict[str, None] = {}
    for draft in report.drafts:
        for finding in standing(draft, options):
            rules[finding.rule] = None
            yield _finding(draft.path, finding, report.clauses.get(finding.clause, ""), width, paint)
    if rules:
        yield paint("quiet", f"More on a rule: {options.command} explain {next(iter(rules))}") + "\n"
    yield summary_line(report, options, paint) + "\n"


def _finding(path: str, finding: Finding, clause: str, width: int, paint: Paint) -> str:
    rows = snippet(finding, width - 3 - len(str(finding.end.line)))
    gutter = max(len(str(row.number or 0)) for row in rows)
    blank = " " * gutter
    bar = paint("gutter", f"{blank} |")
    lines = _headline(finding, width, paint)
    arrow = paint("gutter", f"{blank}-->")
    lines.append(f"{arrow} {visible(path)}:{finding.start.line}:{finding.start.column}")
    lines.append(bar)
    for row in rows:
        lines.extend(_row(row, gutter, finding.severity.word, paint))
    lines.append(bar)
    for label, words in trail(finding, clause):
        lines.extend(_hanging(f"{blank} = {label + ':':<7} ", words, width, paint, "gutter"))
    for fix in finding.fixes:
        lines.extend(_hanging("help: ", offer(fix), width, paint, "good"))
    return "\n".join(lines) + "\n\n"


def _headline(finding: Finding, width: int, paint: Paint) -> list[str]:
    word = finding.severity.word
    head = f"{word}[{finding.rule}]"
    first, *rest = _fill(visible(finding.message), width, cells_of(head) + 2, 4)
    return [f"{paint(word, head)}{paint('strong', ': ' + first)}", *(paint("strong", "    " + line) for line in rest)]


def _row(row: Row, gutter: int, style: str, paint: Paint) -> Iterator[str]:
    if row.words is None:
        yield paint("gutter", "." * max(3, gutter))
        return
    number = "" if row.number is None else str(row.number)
    yield f"{paint('gutter', f'{number:>{gutter}} |')} {row.words}".rstrip()
    if row.marks:
        yield f"{paint('gutter', ' ' * gutter + ' |')} {_painted_marks(row.marks, style, paint)}"


def _painted_marks(marks: str, style: str, paint: Paint) -> str:
    pieces: list[str] = []
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i] != marks[start]:
            run = marks[start:i]
            pieces.append(run if run[0] == " " else paint(style if run[0] == "^" else "near", run))
            start = i
    return "".join(pieces)


def _hanging(label: str, words: str, width: int, paint: Paint, style: str) -> list[str]:
    first, *rest = _fill(words, width, len(label), len(label))
    mark = label.rstrip()
    return [f"{paint(style, mark)}{label[len(mark) :]}{first}", *(" " * len(label) + line for line in rest)]


def _fill(words: str, width: int, first: int, others: int) -> list[str]:
    """``words`` in lines of at most ``width`` cells, after an indent of ``first`` and then ``others`` cells."""
    lines: list[str] = []
    line, used = "", first
    for word in words.split(" "):
        size = cells_of(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, others + size
        else:
            used += size + (1 if line else 0)
            line = f"{line} {word}" if line else word
    return [*lines, line]
