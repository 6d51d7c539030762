"""What `inspect` shows a person: the draft in colours by class of source, and the tables of what was seen.

Every stretch that somebody answers for stands in ⟨brackets⟩ with the number of its source in the table, so that the page reads
the same without colour.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

from stancelint.reporters.wording import place_words
from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from stancelint.analysis.model import SourceMention
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Place

# sides an editor thinks in, and the classes of the registry that each holds
_SIDES = {
    "Ukrainian": ("bold blue", ("ukrainian-official", "ukrainian-independent")),
    "Western": ("bold green", ("western-wire", "western-media", "public-broadcaster")),
    "Russian state": ("bold red", ("russian-state", "russian-official", "russian-state-aligned")),
    "bodies and monitors": ("bold cyan", ("igo", "ngo-monitor", "russian-independent", "other-state", "osint-social")),
    "not in the registry": ("bold magenta", ()),
    "vague or unknown": ("yellow", ()),
}


def show(reading: Reading, path: str, *, width: int, color: bool) -> Iterator[str]:
    """The page of one draft as text, piece by piece."""
    from rich.console import Console

    page = io.StringIO()
    console = Console(
        file=page, width=width, force_terminal=color, no_color=not color, color_system="256" if color else None, highlight=False
    )
    numbers = _number_sources(reading)
    console.print(f"{visible(path)} ({reading.document.format})", style="bold", markup=False)
    _draft(console, reading, numbers)
    for table in (_sources(reading, numbers), _claims(reading), _provenance(reading), _sections(reading)):
        if table.row_count:
            console.print()
            console.print(table)
    console.print()
    yield page.getvalue()


def _speaker(mention: SourceMention | None, origin: SourceMention | None) -> SourceMention | None:
    return origin or mention


def _key(mention: SourceMention | None) -> str:
    if mention is None:
        return "(no speaker found)"
    return mention.id or mention.text.casefold()


def _number_sources(reading: Reading) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for attribution in reading.attributions:
        numbers.setdefault(_key(_speaker(attribution.source, attribution.origin)), len(numbers) + 1)
    return numbers


def side_of(mention: SourceMention | None) -> str:
    """The side that a source's class belongs to, as the legend names it."""
    if mention is None or mention.vague:
        return "vague or unknown"
    for side, (_, classes) in _SIDES.items():
        if mention.source_class in classes:
            return side
    return "not in the registry"


def _draft(console: Console, reading: Reading, numbers: dict[str, int]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    legend = Text("colours: ")
    for side, (style, _) in _SIDES.items():
        legend.append(side, style).append("  ")
    console.print(legend)
    console.print()
    marks = _marks(reading, numbers)
    for block in reading.document.blocks:
        text = _marked(reading.text, block.span.start, block.span.end, marks)
        if block.kind == "heading":
            text.stylize("bold underline")
        console.print(Padding(text, (0, 0, 1, 2 if block.kind != "item" else 4)))


Mark = tuple[int, int, str, int]  # start, end, side, number of the source


def _marks(reading: Reading, numbers: dict[str, int]) -> list[Mark]:
    marks: list[Mark] = []
    for attribution in reading.attributions:
        speaker = _speaker(attribution.source, attribution.origin)
        for piece in attribution.content:
            marks.append((piece.start, piece.end, side_of(speaker), numbers[_key(speaker)]))
    return sorted(marks, key=lambda mark: (mark[0], -mark[1]))


def _marked(prose: str, start: int, end: int, marks: list[Mark]) -> Text:
    from rich.text import Text

    text = Text()
    here = [mark for mark in marks if mark[0] < end and start < mark[1]]
    cuts = sorted({start, end, *(max(start, m[0]) for m in here), *(min(end, m[1]) for m in here)})
    for low, high in pairwise(cuts):
        around = [mark for mark in here if mark[0] <= low and high <= mark[1]]
        style = _SIDES[around[-1][2]][0] if around else ""
        text.append("⟨" * sum(mark[0] == low for mark in around), style)
        text.append(visible(prose[low:high]), style)
        for mark in sorted((mark for mark in around if mark[1] == high), key=lambda mark: -mark[0]):
            text.append(f"⟩{mark[3]}", _SIDES[mark[2]][0])
    return text


def _table(title: str, *columns: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name == "#" else "left")
    return table


def _sources(reading: Reading, numbers: dict[str, int]) -> Table:
    table = _table("Sources", "#", "source", "class", "owner", "times", "first at")
    counts: dict[str, int] = {}
    first: dict[str, SourceMention | None] = {}
    for attribution in reading.attributions:
        speaker = _speaker(attribution.source, attribution.origin)
        key = _key(speaker)
        counts[key] = counts.get(key, 0) + 1
        first.setdefault(key, speaker)
    for key, number in numbers.items():
        mention = first[key]
        if mention is None:
            table.add_row(str(number), "no speaker found", "", "", str(counts[key]), "")
            continue
        place = reading.document.lines.place(reading.document.region(mention.span).start)
        found = mention.source_class or ("vague" if mention.vague else "not in the registry")
        style = _SIDES[side_of(mention)][0]
        table.add_row(str(number), _cell(mention.text, style), found, _owner(reading, mention), str(counts[key]), _at(place))
    return table


def _at(place: Place) -> str:
    return place_words(place) if place.within else f"{place.line}:{place.column}"


def _cell(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(visible(words), style)


def _owner(reading: Reading, mention: SourceMention) -> str:
    if mention.id is None or mention.id not in reading.registry.ids:
        return ""
    return reading.registry.by_id(mention.id).owner or "unknown"


def _claims(reading: Reading) -> Table:
    table = _table("Claims of people harmed", "figure", "kind", "who", "where, when", "sources", "grade", "at")
    for claim in reading.claims:
        place = reading.document.lines.place(reading.document.region(claim.span).start)
        who = " ".join(part for part in (claim.side, claim.group) if part)
        where = ", ".join(part for part in (claim.place, claim.when) if part)
        sources = ", ".join(standing.mention.text for standing in claim.standing)
        grade = f"{claim.grade}, historical" if claim.historical else claim.grade
        table.add_row(bounds(claim.low, claim.high), claim.kind, who, _cell(where), _cell(sources), grade, _at(place))
    return table


def bounds(low: int, high: int | None) -> str:
    """A figure as the ledger writes it: ``12``, ``10-12``, ``12+``."""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def _provenance(reading: Reading) -> Table:
    table = _table("Provenance", "entry", "source", "class", "owner")
    for entry in reading.provenance:
        table.add_row(_cell(entry.url or entry.text), entry.id or "not in the registry", entry.source_class or "", entry.owner or "unknown")
    return table


def _sections(reading: Reading) -> Table:
    table = _table("Sections", "role", "title", "words")
    for section in reading.sections:
        words = len(reading.text[section.body.start : section.body.end].split())
        table.add_row(section.role, _cell(section.title), str(words))
    return table
