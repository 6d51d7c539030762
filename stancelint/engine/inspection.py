"""What the tool sees in a draft, as plain data in the shape that `inspect` promises. No judgement."""

from __future__ import annotations

from stancelint.analysis.model import Attribution, Claim, Entry, Section, SourceMention
from stancelint.analysis.reading import Reading
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SCHEMA = "stancelint/1"


def inspect(reading: Reading, path: str) -> dict[str, Any]:
    """One draft's sections, sentences, attributions, claims and provenance; offsets are source code points, half-open."""
    show = _Shower(reading)
    return {
        "path": path,
        "format": reading.document.format,
        "sections": [show.section(section) for section in reading.sections],
        "sentences": [show.span(sentence.span) for sentence in reading.sentences],
        "attributions": [show.attribution(attribution) for attribution in reading.attributions],
        "claims": [show.claim(claim) for claim in reading.claims],
        "provenance": [show.entry(entry) for entry in reading.provenance],
    }


class _Shower:
    def __init__(self, reading: Reading) -> None:
        self._document = reading.document

    def span(self, span: Span) -> dict[str, Any]:
        region = self._document.region(span)
        return {"start": region.start, "end": region.end}

    def text(self, span: Span) -> dict[str, Any]:
        region = self._document.region(span)
        return {"start": region.start, "end": region.end, "text": self._document.source[region.start : region.end]}

    def section(self, section: Section) -> dict[str, Any]:
        start = section.heading.start if section.heading else section.body.start
        return {"role": section.role, "title": section.title, **self.span(Span(start, max(start, section.body.end)))}

    def source(self, mention: SourceMention | None, origin: SourceMention | None = None) -> dict[str, Any] | None:
        if mention is None:
            return None
        return {**self.text(mention.span), "id": mention.id, "class": mention.source_class, "origin": self.source(origin)}

    def attribution(self, attribution: Attribution) -> dict[str, Any]:
        cue = Span(attribution.cue[0].start, attribution.cue[-1].end) if attribution.cue else None
        return {
            "kind": attribution.kind,
            "vague": attribution.vague,
            "source": self.source(attribution.source, attribution.origin),
            "cue": self.text(cue) if cue else None,
            "content": [self.span(piece) for piece in attribution.content],
        }

    def claim(self, claim: Claim) -> dict[str, Any]:
        return {
            **self.text(claim.span),
            "kind": claim.kind,
            "low": claim.low,
            "high": claim.high,
            "hedge": claim.hedge,
            "group": claim.group,
            "side": claim.side,
            "place": claim.place,
            "when": claim.when,
            "historical": claim.historical,
            "grade": claim.grade,
            "sources": [standing.mention.id or standing.mention.text for standing in claim.standing],
            "cluster": claim.cluster,
        }

    def entry(self, entry: Entry) -> dict[str, Any]:
        region: Region = entry.region
        return {
            "url": entry.url,
            "start": region.start,
            "end": region.end,
            "id": entry.id,
            "class": entry.source_class,
            "owner": entry.owner,
        }
