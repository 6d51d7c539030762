"""A draft on the page: its lines in rows, the words that findings and sources stand on marked, each finding's note beside its line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from stancelint.reporters.wording import evidence_words, offer, place_words, shortened
from stancelint.reporters.xml import escaped
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.finding import DraftReport, Evidence, Finding, Report

_LINE_END = lazy(r"\r\n|\n|\r")
_SIDES = {
    "ukrainian": ("Ukrainian", ("ukrainian-",)),
    "western": ("Western wire or media", ("western-",)),
    "russian": ("Russian state", ("russian-state", "russian-official")),
    "body": ("public broadcaster, international body or monitor", ("public-broadcaster", "igo", "ngo-monitor")),
    "unknown": ("another, or not in the registry", ("",)),
}
# start, end, opening tag, closing tag, what follows it
_Layer = tuple[int, int, str, str, str]


def side_of(source_class: str | None) -> str:
    """The colour class of a source class: which side of the story it speaks from."""
    for side, (_, prefixes) in _SIDES.items():
        if source_class and source_class.startswith(prefixes):
            return side
    return "unknown"


def legend(draft: DraftReport) -> str:
    """What the colours of the sources in a draft mean; nothing where none has a side."""
    seen = {side_of(source.get("class")) for source in _sources(draft.inspection)}
    if seen <= {"unknown"}:
        return ""
    rows = [f'<li class="source {side}">{said}</li>' for side, (said, _) in _SIDES.items() if side in seen]
    return f'<ul class="legend">{"".join(rows)}</ul>\n'


def draft_rows(anchor: str, draft: DraftReport, source: str, findings: list[Finding], report: Report) -> Iterator[str]:
    """The rows of a draft. A row is a line with its notes beside it, and the lines that follow up to the next with notes."""
    noted: dict[int, list[str]] = {}
    for number, finding in enumerate(findings, 1):
        noted.setdefault(finding.start.line, []).append(note(anchor, number, finding, report, quoted=False))
    first, notes = "", ""
    rest: list[str] = []
    for number, line in _lines(anchor, draft, source, findings):
        if number in noted:
            yield _row(first, notes, rest)
            first, notes, rest = line, "".join(noted[number]), []
        else:
            rest.append(line)
    yield _row(first, notes, rest)


def _lines(anchor: str, draft: DraftReport, source: str, findings: list[Finding]) -> Iterator[tuple[int, str]]:
    """Every line of the draft with its number, marked."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(source))]
    layers = _by_line(_layers(anchor, source, findings, draft.inspection), starts)
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(source)
        if start == len(source) and i and i not in layers:
            return
        while end > start and source[end - 1] in "\r\n":
            end -= 1
        words = _marked(source, start, end, layers.get(i, []))
        blank = "" if words.strip() else " blank"
        yield i + 1, f'<p class="line{blank}" id="{anchor}l{i + 1}"><span>{i + 1}</span><bdi>{words}</bdi></p>\n'


def _row(first: str, notes: str, rest: list[str]) -> str:
    """A line, its notes and what follows, in the order that a narrow page shows them in."""
    if not notes:
        return f'<div class="text">{"".join(rest)}</div>\n' if rest else ""
    return (
        f'<div class="row"><div class="text first">{first}</div><div class="notes">{notes}</div>'
        f'<div class="text rest">{"".join(rest)}</div></div>\n'
    )


def _layers(anchor: str, source: str, findings: list[Finding], inspection: dict[str, Any] | None) -> list[_Layer]:
    layers: list[_Layer] = []
    for number, finding in enumerate(findings, 1):
        word = finding.severity.word
        sign = f'<sup class="{word}"><a href="#{anchor}f{number}" id="{anchor}m{number}" title="{escaped(finding.rule)}">{number}</a></sup>'
        end = finding.start.offset + len(source[finding.start.offset : finding.end.offset].rstrip("\r\n"))
        layers.append((finding.start.offset, end, f'<mark class="{word}">', "</mark>", sign))
    seen: set[tuple[int, int]] = set()
    for named in _sources(inspection):
        place = (named["start"], named["end"])
        if place not in seen:
            seen.add(place)
            said = escaped(named.get("class") or "not in the registry")
            vague = " vague" if named["vague"] else ""
            layers.append((*place, f'<span class="source {side_of(named.get("class"))}{vague}" title="{said}">', "</span>", ""))
    return sorted(layers, key=lambda layer: (layer[0], -layer[1]))


def _by_line(layers: list[_Layer], starts: list[int]) -> dict[int, list[_Layer]]:
    """The layers that lie on each line, by its index; one over many lines lies on each."""
    lines: dict[int, list[_Layer]] = {}
    for layer in layers:
        first = bisect_right(starts, layer[0]) - 1
        last = bisect_right(starts, max(layer[0], layer[1] - 1)) - 1
        for i in range(first, last + 1):
            lines.setdefault(i, []).append(layer)
    return lines


def _sources(inspection: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    for attribution in (inspection or {}).get("attributions", ()):
        source = attribution.get("source")
        if source:
            yield {**source, "vague": attribution.get("vague", False)}
            if source.get("origin"):
                yield {**source["origin"], "vague": False}


def _marked(source: str, start: int, end: int, layers: list[_Layer]) -> str:
    """A line with its marks. Marks may overlap: the line is cut where any begins or ends, and each piece is wrapped in all it lies in."""
    if not layers:
        return escaped(source[start:end])
    cuts = sorted({start, end, *(min(max(at, start), end) for layer in layers for at in layer[:2])})
    pieces: list[str] = _signs(layers, start) if start == end else []
    for a, b in pairwise(cuts):
        over = [layer for layer in layers if layer[0] <= a and b <= layer[1] and layer[0] < layer[1]]
        opening = "".join(layer[2] for layer in over)
        closing = "".join(layer[3] for layer in reversed(over))
        pieces.append(f"{opening}{escaped(source[a:b])}{closing}")
        pieces.extend(_signs(layers, b))
    return "".join(pieces)


def _signs(layers: list[_Layer], at: int) -> list[str]:
    return [layer[4] for layer in layers if layer[1] == at and layer[4]]


def note(anchor: str, number: int, finding: Finding, report: Report, *, quoted: bool) -> str:
    """A finding's note. ``quoted`` shows its sentence too, for a page that does not hold the draft."""
    word = finding.severity.word
    back = f'<a href="#{anchor}m{number}">{number}</a>' if not quoted else str(number)
    head = f'{back} · <span class="level">{word}</span> <code>{escaped(finding.rule)}</code>'
    sentence = f"<blockquote>{escaped(finding.excerpt.text if finding.excerpt else finding.text)}</blockquote>" if quoted else ""
    rows = "".join(f"<dt>{label}</dt><dd>{words}</dd>" for label, words in _trail(anchor, finding, report))
    return (
        f'<article class="note {word}" id="{anchor}f{number}"><p class="head">{head}<br>{escaped(finding.message)}</p>'
        f"{sentence}<dl>{rows}</dl></article>"
    )


def _trail(anchor: str, finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    if finding.start.within:
        yield "place", escaped(finding.start.within.words)
    if finding.clause:
        clause = report.clauses.get(finding.clause)
        said = f"“{escaped(clause)}” " if clause else ""
        yield "policy", f'{said}<a class="quiet" href="#clause-{escaped(finding.clause)}">{escaped(finding.clause)}</a>'
    for piece in finding.evidence:
        yield ("found" if piece.start else "note"), _found(anchor, piece)
    if finding.clears:
        yield "clears", escaped(finding.clears)
    for fix in finding.fixes:
        yield "help", escaped(offer(fix))


def _found(anchor: str, piece: Evidence) -> str:
    if piece.start is None:
        return escaped(evidence_words(piece))
    words = f" “{escaped(shortened(piece.text))}”" if piece.text and piece.text not in piece.message else ""
    return f'{escaped(piece.message)}{words} <a href="#{anchor}l{piece.start.line}">{escaped(place_words(piece.start))}</a>'
