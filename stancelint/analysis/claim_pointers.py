"""For whom a bare word stands that gives a count: `he put the dead at nine`, `both said`, `by his count`, `his list has nine on it`.

The grammar of attribution resolves the pronouns of its own cues. A count is also given by verbs that are no cues, and there the word
stands for whoever spoke last; `both`, `they` and `the two` for the last two.
"""

from __future__ import annotations

from bisect import bisect_left

from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.model import SourceMention
from stancelint.analysis.speakers import OUTLETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Span

_ONE = frozenset(("he", "she", "it", "his", "her", "its"))
_PERSON = frozenset(("he", "she", "his", "her"))
_MANY = frozenset(
    ("they", "both", "their", "each", "the two", "the pair", "both men", "both women", "both offices", "the two offices", "both of them")
)
_WHOSE = frozenset(("his", "her", "its", "their"))
_FARTHEST = 900  # characters back at which somebody still speaks
_LONGEST = 5


class Pointers:
    """The speakers of one reading in order, for the words that point back to them."""

    __slots__ = ("_places", "_said", "papers")

    def __init__(self, reading: Reading, papers: frozenset[str]) -> None:
        found: dict[int, SourceMention] = {}
        for one in reading.attributions:
            for mention in one.sources:
                if not mention.vague:
                    found.setdefault(mention.span.start, mention)
        self._places = sorted(found)
        self._said = [found[at] for at in self._places]
        self.papers = papers

    def of(self, text: str, span: Span) -> list[SourceMention]:
        """Whoever the words at ``span`` stand for: nobody where they point to none; ``his list`` is his."""
        words = words_of(text)
        plain = " ".join(words)
        if not words or len(words) > _LONGEST:
            return []
        owned = words[0] in _WHOSE and len(words) > 1 and words[-1] in self.papers
        if plain in _MANY or (owned and words[0] == "their"):
            return self._together(span)
        if plain in _ONE or owned:
            return self._last(span, text, person=words[0] in _PERSON)
        return []

    def _before(self, span: Span) -> list[SourceMention]:
        end = bisect_left(self._places, span.start)
        return [mention for mention in self._said[max(0, end - 8) : end] if span.start - mention.span.start < _FARTHEST]

    def _last(self, span: Span, text: str, *, person: bool) -> list[SourceMention]:
        for mention in reversed(self._before(span)):
            if not (person and mention.source_class in OUTLETS):
                return [_for(span, text, mention)]
        return []

    def _together(self, span: Span) -> list[SourceMention]:
        before = self._before(span)
        if before and " and " in before[-1].text:
            return [_for(span, "both", before[-1])]
        last: dict[str, SourceMention] = {}
        for mention in reversed(before):
            last.setdefault(mention.id or mention.text, mention)
        return [_for(mention.span, mention.text, mention) for mention in list(last.values())[:2]] if len(last) > 1 else []


def _for(span: Span, text: str, mention: SourceMention) -> SourceMention:
    back = mention.antecedent or mention.span
    return SourceMention(span, text, mention.id, mention.source_class, back)
