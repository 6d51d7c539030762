"""Two sources whom one phrase names, and the outlet whose people one names: `both he and the mayor`, `two AP reporters`."""

from __future__ import annotations

from collections.abc import Mapping

from stancelint.analysis import mention_forms as forms
from stancelint.analysis.bearers import bearer
from stancelint.analysis.claim_pointers import Pointers
from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.model import SourceMention
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_BETWEEN_BLANKS = lazy(r"\S+")
_APART_WITHIN = 60  # letters behind two sources in which they are said to have counted apart
_FULL_NAMES = 20  # a full name stands at one of the first places of a surname
_TOGETHER = frozenset(("both", "they", "the two"))
_CHAINS = ("municipal", "regional", "rescue-police-prosecution")


class Joint:
    """Parts the mentions of one reading; ``lists`` are those of the words of standing."""

    __slots__ = ("lists", "pointers", "reading", "text")

    def __init__(self, reading: Reading, pointers: Pointers, lists: Mapping[str, frozenset[str]]) -> None:
        self.reading = reading
        self.pointers = pointers
        self.lists = lists
        self.text = reading.text

    def several(self, mention: SourceMention) -> list[SourceMention]:
        """The two that one mention names together, where both are somebody: `Reuters and AFP`, `both the mayor and Reuters`."""
        back = mention.antecedent
        if back is not None and mention.text.lower() in _TOGETHER:
            return self.several(SourceMention(back, self.text[back.start : back.end]))
        begin = 5 if mention.text.lower().startswith("both ") else 0
        text = mention.text.removesuffix(" both")
        between = forms.JOINT.search(text, begin)
        if between is None:
            return [mention]
        start = mention.span.start
        pieces = ((begin, between.start()), (between.end(), len(text)))
        parts = [self._for(SourceMention(Span(start + left, start + right), text[left:right])) for left, right in pieces]
        known = [bearer(self.reading, part).source is not None or self.outlet_of(part) is not None for part in parts]
        if any(known) and all(known[i] or self.pointers.speaks(part.text) or self._surname(part) for i, part in enumerate(parts)):
            return parts
        apart = self._of_two_chains(parts) or self._two_watchers(parts) or self._two_bodies(parts, mention.span.end)
        return parts if apart else [mention]  # `the police and the rescuers` are of one chain

    def _for(self, part: SourceMention) -> SourceMention:
        """The part, or whom it stands for where it is a pronoun: `both he and the emergency service said`."""
        meant = self.pointers.of(part.text, part.span) if part.text.lower() in self.lists["pronouns"] else []
        return meant[0] if len(meant) == 1 else part

    def _worded(self, part: SourceMention) -> list[str]:
        """The words of a part; of a pronoun those of the name that it stands for."""
        back = part.antecedent
        return words_of(part.text if back is None else self.text[back.start : back.end])

    def _two_bodies(self, parts: list[SourceMention], behind: int) -> bool:
        """Whether both are bodies that answer to nobody else, or speak and are said to have counted each for itself: `the safety board and
        the court`, `the police and the rescuers established separately`. The mention ends at ``behind``."""
        if all(not self.lists["own-bodies"].isdisjoint(self._worded(part)) for part in parts):
            return True
        return forms.COUNTED_APART.match(self.text, behind, behind + _APART_WITHIN) is not None and all(
            self.pointers.speaks(part.text) for part in parts
        )

    def _two_watchers(self, parts: list[SourceMention]) -> bool:
        """Whether both are named bodies that follow a war and belong to nobody: `the Network for Human Rights and the Observatory`."""
        named = all(any(word[:1].isupper() for word in part.text.split()) and self.pointers.speaks(part.text) for part in parts)
        return named and all(not self.lists["watching"].isdisjoint(words_of(part.text)) for part in parts)

    def _of_two_chains(self, parts: list[SourceMention]) -> bool:
        """Whether the two answer to different heads, a city's, its region's, the state's rescuers: `the mayor and the governor`."""
        words = [self._worded(part) for part in parts]
        kinds = [tuple(kind for kind in _CHAINS if not self.lists[kind].isdisjoint(said)) for said in words]
        return kinds[0] != kinds[1] and all(len(kind) == 1 for kind in kinds)

    def _surname(self, part: SourceMention) -> bool:
        """Whether a single name stands for somebody whom the draft has named in full before: `Tkach`, after `Larysa Tkach`."""
        name = part.text
        if not name.isalpha() or not name.istitle():
            return False
        for at in self.reading.words.get(name.casefold(), ())[:_FULL_NAMES]:
            before = self.text[max(0, at - 24) : at]
            if at < part.span.start and before.endswith(" ") and before.split()[-1:] and before.split()[-1].istitle():
                return True
        return False

    def outlet_of(self, mention: SourceMention) -> SourceMention | None:
        """The outlet whose people a mention names, and where they were: `two AP reporters`, `AFP journalists at the scene`."""
        words = list(_BETWEEN_BLANKS.finditer(mention.text))
        last = next((at for at, word in enumerate(words) if word.group().lower() in self.lists["reporters"]), 0)
        if last + 1 < len(words) and words[last + 1].group().lower() not in self.lists["whereabouts"]:
            return None
        for first in range(last):
            name = mention.text[words[first].start() : words[last - 1].end()]
            if self.reading.registry.by_name(" ".join(name.split()), in_context=True) is not None:
                start = mention.span.start + words[first].start()
                return SourceMention(Span(start, start + len(name)), name)
        return None
