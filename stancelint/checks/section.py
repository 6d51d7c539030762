"""The section check: a part that the draft owes is missing, or says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.substance import LEAST_WORDS, says_nothing
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Section
    from stancelint.analysis.reading import Reading

_SHOWN_HEADINGS = 8


class SectionCheck(Value):
    """Asks for the part of that role. ``fault`` is ``missing`` or ``empty``; ``least_words`` is what a part must at least say."""

    kind: ClassVar[str] = "section"

    role: Literal["provenance", "contested"]
    fault: Literal["missing", "empty"]
    least_words: int = LEAST_WORDS

    @property
    def anchors(self) -> Anchors:
        """None: what is missing leaves no word behind."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """The one match that there can be, on the title or on the empty part's heading."""
        if not reading.owes_sections:
            return
        section = reading.section(self.role)
        if self.fault == "missing":
            if section is None and not (self.role == "provenance" and reading.provenance):
                yield Match(None, (("title", self._title(reading)),), tuple(self._looked(reading)))
        elif section is not None and (said := self._empty(reading, section)):
            place = section.heading or section.body
            yield Match(
                place,
                (("title", section.title), ("found", said)),
                (Note(f"under it: {said}", section.body if len(section.body) else None),),
            )

    def _title(self, reading: Reading) -> str:
        terms = reading.terms.sections
        titles = terms.provenance.titles if self.role == "provenance" else terms.contested.titles
        return titles[0] if titles else self.role.capitalize()

    def _looked(self, reading: Reading) -> Iterator[Note]:
        headings = [block for block in reading.document.blocks if block.kind == "heading" and block.role != "headline"]
        if not headings:
            yield Note(f"the draft has no headings; “{self._title(reading)}” is looked for as a line of its own")
        for block in headings[:_SHOWN_HEADINGS]:
            yield Note("this heading opens another part", block.span)
        if self.role == "provenance":
            links = [link for link in reading.document.links if link.span is not None]
            if links:
                yield Note(
                    f"{len(links)} link{'s' if len(links) != 1 else ''} stand in the body, none in a list of provenance", links[0].region
                )

    def _empty(self, reading: Reading, section: Section) -> str | None:
        if self.role == "contested":
            return says_nothing(reading, section, self.least_words)
        text = reading.text[section.body.start : section.body.end].strip()
        return None if reading.provenance else "no entry" + (f", only “{_short(text)}”" if text else "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:79] + "…"


CHECK = SectionCheck
