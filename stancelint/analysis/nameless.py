"""Mentions that name nobody who could be asked, and whoever is named beside such a one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.mention_forms import JOINT
from stancelint.analysis.model import SourceMention
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading


class Nameless:
    """Tells the mentions of one reading that name nobody, by the lists of ``lexicons/claim_standing.yaml``."""

    __slots__ = ("lists", "reading")

    def __init__(self, reading: Reading, lists: dict[str, frozenset[str]]) -> None:
        self.reading = reading
        self.lists = lists

    def beside(self, mention: SourceMention) -> SourceMention | None:
        """Who speaks beside somebody nameless: `members of a rebel group and independent media reports`."""
        between = JOINT.search(mention.text)
        if between is None:
            return None
        text = mention.text[: between.start()]
        words = words_of(text)
        if len(words) == 1 or all(word in self.lists["vague"] or word == "the" for word in words) or self.names_nobody(text):
            return None
        return SourceMention(Span(mention.span.start, mention.span.start + len(text)), text)

    def names_nobody(self, text: str) -> bool:
        """Whether a mention names nobody who could be asked: `preliminary reports`, `Ukrainian media`."""
        words = [word for word in words_of(text) if word not in ("the", "a", "some", "of", "to", "in", "from")]
        if (
            any(word in self.lists["occasions"] for word in words)
            and self.lists["offices"].isdisjoint(words)
            and self.lists["counters"].isdisjoint(words)
        ):
            return True
        if self.reading.registry.by_name(text, in_context=True) is not None:
            return False
        return (
            (words[:1] == ["reports"] and (text[1:].islower() or text.isupper()) and self.lists["offices"].isdisjoint(words))
            or not words
            or all(word in self.lists["vague"] for word in words)
            or (words[-1] in ("media", "reports") and "state" not in words)
        )
