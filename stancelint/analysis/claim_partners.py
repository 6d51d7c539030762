"""Who counts person by person together with whoever gives a named count: `the BBC, together with Mediazona, has confirmed the names`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stancelint.analysis.bearers import names_in
from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.model import SourceMention
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found
    from stancelint.analysis.reading import Reading

_NAMED = frozenset((("names", "of"), ("by", "name"), ("the", "names"), ("we", "identified"), ("have", "identified"), ("has", "identified")))
_JOINED = frozenset(("with", "alongside", "and"))
_SAYS = (["said"], ["says"], ["told"], ["could"], ["cannot"], ["reported"], ["put"], ["did"])  # a partner says nothing of its own
_WITHIN = 40  # letters before a name in which it is said to be a partner's


def counted_with(reading: Reading, one: Found, block: Span) -> list[SourceMention]:
    """The bodies that count person by person and that the paragraph names as partners, where the sentence gives a count of names."""
    if _NAMED.isdisjoint(pairwise(one.sentence.words)):
        return []
    text = reading.text[block.start : block.end]
    found = []
    for start, end, source in names_in(reading.registry, text, in_context=True):
        if (
            source.verifies
            and words_of(text[end : end + _WITHIN])[:1] not in _SAYS
            and not _JOINED.isdisjoint(words_of(text[max(0, start - _WITHIN) : start])[-4:])
        ):
            found.append(SourceMention(Span(block.start + start, block.start + end), text[start:end], source.id, source.source_class))
    return found
