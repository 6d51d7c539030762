"""For whom a bare word stands that gives a count: `he put the dead at nine`, `both said`, `by his count`, `his list has nine on it`.

The grammar of attribution resolves the pronouns of its own cues. A count is also given by verbs that are no cues, and there the word
stands for whoever spoke last; `both`, `they` and `the two` for the last two.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.model import SourceMention
from stancelint.analysis.speakers import OUTLETS
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stancelint.analysis.reading import Reading

_ONE = frozenset(("he", "she", "it", "his", "her", "its"))
_PERSON = frozenset(("he", "she", "his", "her"))
_MANY = frozenset(
    ("they", "both", "their", "each", "the two", "the pair", "both men", "both women", "both offices", "the two offices", "both of them")
)
_RELATIVES = frozenset(("who", "whom", "which", "that"))
_WHOSE = frozenset(("his", "her", "its", "their"))
_FARTHEST = 900  # characters back at which somebody still speaks
_LONGEST = 5


_GIVES = (
    r"(?:g[ai]ves?|puts?|count(?:s|ed)|record(?:s|ed)|list(?:s|ed)|name[sd]|ha[sd]|spoke of|match(?:es|ed)|repeat(?:s|ed)"
    r"|report(?:s|ed)|establish(?:es|ed)|document(?:s|ed)|identif(?:ies|ied)|confirm(?:s|ed))"
)
_GIVER = lazy(
    r"(?:^|(?<=[.!?;] )|(?<=\band )|(?<=\bwhile ))([^\W\d_][^,;:()\n]{1,70}?)(?:,[^,;:()\n]{2,60},)? "
    rf"(?:has |have |had |also |later |separately )*{_GIVES}\b",
    re.M,
)
_GIVEN_BY = lazy(r"\b(?:given|counted|recorded|named|reported) by ([^,;:.()\n]{2,60})")


class Pointers:
    """The speakers of one reading in order, for the words that point back to them; ``speaks`` tells whether a phrase is somebody."""

    __slots__ = ("_places", "_said", "papers", "reading", "speaks")

    def __init__(self, reading: Reading, papers: frozenset[str], speaks: Callable[[str], bool]) -> None:
        self.reading = reading
        self.speaks = speaks
        found: dict[int, SourceMention] = {}
        for one in reading.attributions:
            for mention in one.sources:
                if not mention.vague and not self._is_bystander(mention):
                    found.setdefault(mention.span.start, mention)
        self._places = sorted(found)
        self._said = [found[at] for at in self._places]
        self.papers = papers

    def _is_bystander(self, mention: SourceMention) -> bool:
        """Whether a relative stands for nobody who gives figures: `four prisoners who thought that they were at home`."""
        back = mention.antecedent
        if mention.text.lower() not in _RELATIVES or back is None:
            return False
        return not self.speaks(self.reading.text[back.start : back.end])

    def of(self, text: str, span: Span) -> list[SourceMention]:
        """Whoever the words at ``span`` stand for: nobody where they point to none; ``his list`` is his."""
        words = words_of(text)
        plain = " ".join(words)
        if not words or len(words) > _LONGEST:
            return []
        owned = self._owned(words)
        if _are_two(words) or (owned and words[0] == "their"):
            return self._together(span)
        if plain in _ONE or owned:
            return self._last(span, text, person=words[0] in _PERSON)
        return []

    def points(self, text: str) -> bool:
        """Whether the words stand for somebody else: `he`, `both`, `its bulletin`."""
        words = words_of(text)
        plain = " ".join(words)
        return _are_two(words) or plain in _ONE or self._owned(words)

    def one(self, text: str) -> bool:
        """Whether they stand for one alone."""
        words = words_of(text)
        return " ".join(words) in _ONE or (self._owned(words) and words[0] != "their")

    def owned(self, text: str) -> bool:
        """Whether the words are somebody's paper, and say whose by a pronoun: `its monthly update`."""
        return self._owned(words_of(text))

    def _owned(self, words: list[str]) -> bool:
        return 1 < len(words) <= _LONGEST and words[0] in _WHOSE and words[-1] in self.papers

    def _before(self, span: Span) -> list[SourceMention]:
        end = bisect_left(self._places, span.start)
        return [mention for mention in self._said[max(0, end - 8) : end] if span.start - mention.span.start < _FARTHEST]

    def _last(self, span: Span, text: str, *, person: bool) -> list[SourceMention]:
        for mention in reversed(self._before(span)):
            if not (person and mention.source_class in OUTLETS):
                return [_for(span, text, mention)]
        return []

    def _givers(self, span: Span) -> list[SourceMention]:
        """Whoever gave a figure in the paragraph by a verb that is no cue: `the hospital gave the same number, and both said …`."""
        block = self.reading.document.blocks[max(0, self.reading.document.block_at(span.start))].span
        start = max(block.start, span.start - _FARTHEST)
        found = []
        for pattern in (_GIVER, _GIVEN_BY):
            for match in pattern.finditer(self.reading.text, start, span.start):
                if self.speaks(match.group(1)):
                    found.append(SourceMention(Span(*match.span(1)), match.group(1)))
        return found

    def _in_display(self, mention: SourceMention) -> bool:
        """Whether the mention stands in the headline or the standfirst, which sum up the account and open none."""
        return self.reading.document.blocks[max(0, self.reading.document.block_at(mention.span.start))].role in ("headline", "standfirst")

    def _together(self, span: Span) -> list[SourceMention]:
        spoke = [mention for mention in self._before(span) if not self._in_display(mention)]
        places = [mention.span for mention in spoke]
        gave = [mention for mention in self._givers(span) if not any(mention.span.overlaps(place) for place in places)]
        before = sorted((*spoke, *gave), key=lambda mention: mention.span.start)
        if before and " and " in before[-1].text:
            return [_for(span, "both", before[-1])]
        last: dict[str, SourceMention] = {}
        for mention in reversed(before):
            last.setdefault(mention.id or mention.text, mention)
        return [_for(mention.span, mention.text, mention) for mention in list(last.values())[:2]] if len(last) > 1 else []


def _are_two(words: list[str]) -> bool:
    """Whether the words stand for the last two: `both`, `they`, `the two newsrooms`."""
    return " ".join(words) in _MANY or (words[:2] == ["the", "two"] and len(words) <= _LONGEST and words[-1].endswith("s"))


def _for(span: Span, text: str, mention: SourceMention) -> SourceMention:
    back = mention.antecedent or mention.span
    return SourceMention(span, text, mention.id, mention.source_class, back)
