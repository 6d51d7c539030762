"""Who stands behind a count: its attribution's origin, the outlets in brackets behind its sentence, and who of them count as one.

The carrier of another's words adds nothing: `Reuters, citing the mayor` is the mayor, and so is `the mayor said … (Reuters)`.
Owners and chains of command come from the registry; a described source (`the regional governor`) is put into its chain by its words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from stancelint.analysis.bearers import bearer
from stancelint.analysis.knowledge import Data
from stancelint.analysis.model import SourceMention, Voice
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.analysis.registry import Source

Side = Literal["ukrainian", "russian"]
_RUSSIAN = frozenset(("russian-state", "russian-official", "russian-state-aligned"))


class StandingWords:
    """The lists of ``lexicons/claim_standing.yaml`` by name."""

    name: ClassVar[str] = "claim_standing"
    __slots__ = ("lists",)

    def __init__(self, lists: dict[str, frozenset[str]]) -> None:
        self.lists = lists

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data: lists of words."""
        return cls({key: frozenset(words) for key, words in data.items()})


class Backer:
    """One source behind a count. ``key`` is equal for two that count as one; ``side`` is the warring side that it speaks for."""

    __slots__ = ("armed", "corroborates", "key", "mention", "occupation", "owner", "side", "source", "source_class", "verifies")

    def __init__(self, mention: SourceMention, source: Source | None, source_class: str | None, side: Side | None, key: str) -> None:
        self.mention = mention
        self.source = source
        self.source_class = source_class
        self.side = side
        self.key = key
        self.owner = source.owner if source else None
        self.verifies = bool(source and source.verifies)
        self.corroborates = source.corroborates if source else True
        words = _words(mention.text)
        self.occupation = side == "russian" and (_installed(words) or "people's" in words)
        self.armed = side is None and any(word in _ARMED for word in words)


class Backers:
    """Resolves the sources of one reading's counts."""

    __slots__ = ("_known", "lists", "reading")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lists = reading.knowledge.lexicon(StandingWords).lists
        self._known: dict[tuple[int, int], Backer] = {}

    def behind(self, voice: Voice, sentence: Span, block: Span) -> list[Backer]:
        """Everybody identifiable who stands behind words of that voice; brackets count only where nobody speaks in the sentence."""
        found: list[Backer] = []
        if voice.attributed and voice.attribution is not None:
            one = voice.attribution
            mentions = (one.origin,) if one.origin is not None else one.sources
            for mention in mentions:
                if mention is not None and not mention.vague:
                    found += [self.backer(each) for each in (*self._joined(mention, sentence), self._origin(mention))]
        return found or self.cited(sentence, block) or self._tail(sentence)

    def _origin(self, mention: SourceMention) -> SourceMention:
        """Whom a mention cites in its own words (`officials citing data from Ukraine`), else the mention."""
        match = _citing().search(self.reading.text, mention.span.start, min(len(self.reading.text), mention.span.end + 60))
        if match is None or match.start() > mention.span.end + 2:
            return mention
        return SourceMention(Span(match.start(1), match.end(1)), match.group(1))

    def _joined(self, mention: SourceMention, sentence: Span) -> list[SourceMention]:
        """Another source that counted on its own: `the mayor and, separately, Reuters said`."""
        before = _separately().search(self.reading.text, sentence.start, mention.span.start)
        if before is None or before.end() != mention.span.start:
            return []
        return [SourceMention(Span(before.start(1), before.end(1)), before.group(1))]

    def _tail(self, sentence: Span) -> list[Backer]:
        """The source behind the dash that ends a headline: `Two killed — governor`; a nameless `expert` or `media` is none."""
        match = _dash_tail().search(self.reading.text, max(sentence.start, sentence.end - 90), sentence.end)
        if match is None:
            return []
        words = _words(match.group(1))
        if not words or len(words) > 7 or any(w in self.lists["nobody"] for w in words[-1:]) or any(w in _VERBS for w in words):
            return []
        office = any(w in self.lists["offices"] for w in words)
        if not office and self.reading.registry.by_name(match.group(1), in_context=True) is None and not match.group(1).isupper():
            return []
        return [self.backer(SourceMention(Span(match.start(1), match.end(1)), match.group(1)))]

    def backer(self, mention: SourceMention) -> Backer:
        """Who a mention is, whom it speaks for, and with whom it counts as one."""
        where = (mention.span.start, mention.span.end)
        known = self._known.get(where)
        if known is None:
            found = bearer(self.reading, mention)
            words = _words(mention.text)
            known = Backer(mention, found.source, found.source_class, self._side(words, found.source_class), self._key(words, found.source))
            self._known[where] = known
        return known

    def _side(self, words: list[str], source_class: str | None) -> Side | None:
        if source_class in _RUSSIAN:
            return "russian"
        if source_class == "ukrainian-official":
            russian = any(w in self.lists["russian-side"] for w in words) and "people's" in words
            return "russian" if russian or _installed(words) else "ukrainian"
        if source_class is not None and source_class not in ("other-state",):
            return None
        if _installed(words):
            return "russian"
        if len(words) > 3 and not any(w in self.lists["offices"] for w in words):
            return None
        whole = len([w for w in words if w not in ("the", "data", "figures", "from", "by", "according", "to")]) == 1
        if whole or any(w in self.lists["offices"] for w in words):
            for word in words:
                if word in self.lists["russian-side"] and word != "people's":
                    return "russian"
                if word in self.lists["ukrainian-side"]:
                    return "ukrainian"
            if "people's" in words and ("republic" in words or "republics" in words):
                return "russian"
        return None

    def _key(self, words: list[str], source: Source | None) -> str:
        if source is not None:
            return self.reading.registry.key(source.id)
        lists = self.lists
        ukrainian = not any(w in lists["russian-side"] for w in words)
        if any(w in lists["russian-side"] for w in words) and any(w in lists["offices"] for w in words):
            return "chain:russian-state"
        if ukrainian and any(w in lists["rescue-police-prosecution"] for w in words):
            return "chain:ukraine-rescue-police-prosecution"
        if any(w in lists["ukrainian-side"] for w in words) and any(w in lists["armed-forces"] for w in words):
            return "chain:ukraine-mod"
        from stancelint.analysis.claim_setting import Places

        places = self.reading.knowledge.lexicon(Places).places
        place = next((w.removesuffix("'s") for w in words if w.removesuffix("'s") in places and w.removesuffix("'s") not in ("ukraine", "russia")), None)
        if place is not None and any(w in lists["municipal"] for w in words):
            return f"chain:{place}-city"
        if place is not None and any(w in lists["regional"] for w in words):
            return f"chain:{place}-oblast"
        if any(w in ("governor", "governor's") for w in words):
            return "office:governor"
        if any(w in ("mayor", "mayor's") for w in words):
            return "office:mayor"
        rest = [w for w in words if w not in lists["plain"]]
        return "name:" + " ".join(rest or words)

    def cited(self, sentence: Span, block: Span) -> list[Backer]:
        """The outlets in brackets at the end of a sentence or right behind it: `(Reuters) (AFP, BBC News)`; after `via` stands a carrier."""
        text = self.reading.text
        found: list[Backer] = []
        at = sentence.end
        inside = _bracket_at_end().search(text, max(sentence.start, sentence.end - 160), sentence.end)
        if inside is not None:
            found += self._outlets(inside.start(1), inside.group(1))
        while found or at < block.end:
            match = _bracket().match(text, at, min(block.end, at + 200))
            if match is None:
                break
            outlets = self._outlets(match.start(1), match.group(1))
            if not outlets:
                break
            found += outlets
            at = match.end()
        return found

    def _outlets(self, start: int, inner: str) -> list[Backer]:
        found = []
        for piece in _pieces().finditer(inner):
            name = piece.group().partition(" via ")[0].strip()
            words = _words(name)
            if not name or not name[0].isupper() or len(words) > 7 or any(w in self.lists["no-outlets"] or w.isdigit() for w in words):
                return []
            begin = start + piece.start() + (len(piece.group()) - len(piece.group().lstrip()))
            found.append(self.backer(SourceMention(Span(begin, begin + len(name)), name)))
        return found


def _installed(words: list[str]) -> bool:
    return any(w in _INSTALLED for w in words) or any(
        words[i : i + 2] in (["russian", "installed"], ["russia", "installed"], ["russia", "appointed"], ["russian", "appointed"]) for i in range(len(words))
    )


# an army or a state: what speaks for a side in a war that the registry does not know
_ARMED = frozenset(
    "military army forces troops rebels insurgents israel israel's israeli idf hamas hezbollah turkey turkish azerbaijan armenia pakistan india iran sudan houthis syria syrian".split()
)
_INSTALLED = frozenset(
    ["russian-installed", "russia-installed", "russia-appointed", "russian-appointed", "moscow-installed", "moscow-appointed", "kremlin-installed", "occupation", "separatist", "separatists", "dpr", "lpr", "dnr", "lnr"]
)


_VERBS = frozenset(("is", "are", "was", "were", "has", "have", "killed", "hit", "struck", "will"))


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\bciting (?:(?:data|figures|information|reports?|statements?) (?:from|by|of) )?([^,.;:()\n]{2,60})")


@cache
def _separately() -> re.Pattern[str]:
    return re.compile(r"(?:^|[,;]|\baccording to)\s*([^,;]{2,60}?),? and,? (?:separately|independently),? $")


@cache
def _dash_tail() -> re.Pattern[str]:
    return re.compile(r"\s[—–-]\s([^—–,;:.?!()\n]{2,60})[.]?(?:\s\([^()]*\))?[.]?$")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s?[.]?\s?\(([^()\n]{2,120})(?:\)|$)")


@cache
def _bracket_at_end() -> re.Pattern[str]:
    return re.compile(r"\(([^()\n]{2,120})\)[.!]?$")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[^,;]+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:[-'][^\W_]+)*'?")


def _words(text: str) -> list[str]:
    return _word().findall(text[:300].lower().replace("’", "'"))
