"""Who counts person by person together with whoever gives a named count: `the BBC, together with Mediazona, has confirmed the names`."""

from __future__ import annotations

from itertools import pairwise

from stancelint.analysis.bearers import names_in
from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.model import SourceMention
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found
    from stancelint.analysis.reading import Reading

_NAMED = frozenset((("names", "of"), ("by", "name"), ("the", "names"), ("we", "identified"), ("have", "identified"), ("has", "identified")))
_JOINED = frozenset(("with", "alongside", "and"))
_SAYS = (["said"], ["says"], ["told"], ["could"], ["cannot"], ["reported"], ["put"], ["did"])  # a partner says nothing of its own
_WITHIN = 40  # letters before a name in which it is said to be a partner's


class Partners:
    """The partners of one reading, looked for once a paragraph: a page on one line is one paragraph, of as many counts as it has."""

    __slots__ = ("_found", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: dict[int, list[SourceMention]] = {}

    def of(self, one: Found, block: Span) -> list[SourceMention]:
        """The bodies that count person by person and that the paragraph names as partners, each once, where the sentence gives a count
        of names."""
        if _NAMED.isdisjoint(pairwise(one.sentence.words)):
            return []
        if block.start not in self._found:
            self._found[block.start] = self._named_in(block)
        return self._found[block.start]

    def _named_in(self, block: Span) -> list[SourceMention]:
        text = self._reading.text[block.start : block.end]
        found: dict[str, SourceMention] = {}
        for start, end, source in names_in(self._reading.registry, text, in_context=True):
            if (
                source.verifies
                and source.id not in found
                and words_of(text[end : end + _WITHIN])[:1] not in _SAYS
                and not _JOINED.isdisjoint(words_of(text[max(0, start - _WITHIN) : start])[-4:])
            ):
                place = Span(block.start + start, block.start + end)
                found[source.id] = SourceMention(place, text[start:end], source.id, source.source_class)
        return list(found.values())
