"""The tables under a draft on the page: the ledger of claims, who is quoted, and the provenance list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stancelint.reporters.html_draft import side_of
from stancelint.reporters.wording import shortened
from stancelint.reporters.xml import escaped
from stancelint.text.lines import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def claims_table(inspection: dict[str, Any], source: str) -> Iterator[str]:
    """Every count of people harmed, with its grade and who stands behind it."""
    lines = Lines(source)
    rows = [
        (
            str(lines.place(claim["start"]).line),
            escaped(shortened(claim["text"])),
            escaped(claim["kind"]),
            _figure(claim),
            f"<strong>{escaped(claim['grade'])}</strong>" + (" (historical)" if claim.get("historical") else ""),
            escaped(", ".join(claim["sources"])) or '<span class="quiet">nobody</span>',
        )
        for claim in inspection.get("claims", ())
    ]
    yield from _table("Counts of people harmed", ("line", "words", "kind", "figure", "grade", "sources"), rows)


def _figure(claim: dict[str, Any]) -> str:
    low, high = claim["low"], claim["high"]
    if high is None:
        return f"{low:,} or more"
    figure = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"about {figure}" if claim.get("hedge") == "about" else figure


def sources_table(inspection: dict[str, Any], source: str) -> Iterator[str]:
    """Who is quoted, as the draft first names them, of what class, how often, and whom they cite."""
    lines = Lines(source)
    seen: dict[str, list[Any]] = {}
    for attribution in inspection.get("attributions", ()):
        named = attribution.get("source")
        if named:
            key = named.get("id") or named["text"].casefold()
            seen.setdefault(key, [named, 0, attribution.get("vague", False), set()])[1] += 1
            if named.get("origin"):
                seen[key][3].add(named["origin"]["text"])
    rows = []
    for named, times, vague, origins in seen.values():
        side = side_of(named.get("class"))
        kind = "vague: nobody to ask" if vague else named.get("class") or "not in the registry"
        cites = escaped(", ".join(sorted(origins)))
        words = f'<span class="source {side}">{escaped(shortened(named["text"]))}</span>'
        rows.append((str(lines.place(named["start"]).line), words, escaped(kind), str(times), cites))
    yield from _table("Who is quoted", ("line", "source", "class", "times", "citing"), rows)


def provenance_table(inspection: dict[str, Any]) -> Iterator[str]:
    """The provenance list, each entry with its class and owner."""
    rows = []
    for entry in inspection.get("provenance", ()):
        url = entry.get("url") or ""
        address = f'<a href="{escaped(url)}" rel="noreferrer noopener">{escaped(url)}</a>' if _harmless(url) else escaped(url)
        kind = entry.get("class")
        known = f'<span class="source {side_of(kind)}">{escaped(kind)}</span>' if kind else '<span class="quiet">not in the registry</span>'
        rows.append((address or '<span class="quiet">no address</span>', known, escaped(entry.get("owner") or "")))
    yield from _table("Provenance", ("address", "class", "owner"), rows)


def _harmless(url: str) -> bool:
    return url.lower().startswith(("https://", "http://")) and url.isprintable() and " " not in url


def _table(title: str, names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    heads = "".join(f"<th>{name.capitalize()}</th>" for name in names)
    yield f'<h3>{title}</h3>\n<div class="table"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in rows:
        cells = "".join(f'<td data-of="{name}">{cell}</td>' for name, cell in zip(names, row, strict=True))
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody></table></div>\n"
