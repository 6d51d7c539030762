"""Who a source of a count is: its warring side, and with whom it counts as one.

Owners and chains of command come from the registry; a described source (`the regional governor`) is put into its chain by its words.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from stancelint.analysis.bearers import bearer
from stancelint.analysis.knowledge import Data
from stancelint.analysis.model import SourceMention
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.reading import Reading
    from stancelint.analysis.source import Source
    from stancelint.choices import Side

_RUSSIAN = frozenset(("russian-state", "russian-official", "russian-state-aligned"))


_EMPTY = frozenset(("the", "a", "an", "its", "their", "his", "her", "of", "local", "regional", "region", "s"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "which", "him", "her"))
_THE_MISSION = frozenset(("the", "same", "un's", "mission", "monitors"))
_OF_A_REPORT = frozenset(("report", "by", "hrmmu", "monthly"))
_THE_REPORT = frozenset(("the", "un", "monthly", "report", "united", "nations"))
_BODIES = frozenset((("organization",), ("organisation",), ("agency",), ("body",)))
_WHOSE = ("his", "her", "its", "their")
_SHORT = 3  # words of `the alliance`
_LONGEST_AIDE = 5  # words of `its press officer`, and of the name of the unit whose he is
_MOST_NAMED = 80  # sources of one draft that a short form is held against


def named_words(backer: Backer) -> frozenset[str]:
    """The words that tell a source from others: articles, pronouns and `regional` left out."""
    return frozenset(words_of(backer.mention.text)) - _EMPTY - _PRONOUNS


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
        self.occupation = False
        self.armed = False


class Backers:
    """Resolves the sources of one reading's counts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lists = reading.knowledge.lexicon(StandingWords).lists
        self._known: dict[tuple[int, int], Backer] = {}
        self._named: list[tuple[Backer, frozenset[str]]] = []
        self._last: Backer | None = None

    def backer(self, mention: SourceMention) -> Backer:
        """Who a mention is, whom it speaks for, and with whom it counts as one."""
        where = (mention.span.start, mention.span.end)
        known = self._known.get(where)
        if known is None:
            mention = self._owned(mention)
            found = bearer(self.reading, mention)
            words = words_of(mention.text)
            if found.source is None and mention.antecedent is not None:  # a pronoun is whoever it points back to
                span = mention.antecedent
                fuller = self.reading.text[span.start : span.end]
                found = bearer(self.reading, SourceMention(span, fuller, mention.id, mention.source_class))
                words = words_of(fuller)
            source_id = found.source.id if found.source else mention.id
            mention = SourceMention(mention.span, self._called(mention), source_id, found.source_class, mention.antecedent)
            known = Backer(
                mention,
                found.source,
                found.source_class,
                self._side(words, found.source_class),
                self._key(words, found.source, mention.span.start),
            )
            if known.source is None:
                known = self._same(known, words) or known
            if self._counts_persons(words):
                known.verifies, known.key = True, "chain:un-human-rights"
            known.occupation = known.side == "russian" and (self._installed(words) or "people's" in words)
            known.armed = known.side is None and not self.lists["armed"].isdisjoint(words) and self.lists["watching"].isdisjoint(words)
            self._known[where] = known
            named = frozenset(words) - _EMPTY - _PRONOUNS
            if named and len(self._named) < _MOST_NAMED:
                self._named.append((known, named))
        if not frozenset(words_of(known.mention.text)) <= _PRONOUNS:
            self._last = known
        return known

    def carried_by(self, backer: Backer, known: dict[str, Backer]) -> Backer | None:
        """Whoever among the known the backer carries or is carried by, as the registry has it or the draft says."""
        for other in known.values():
            both = (backer.source, other.source)
            if both[0] is not None and both[1] is not None and (both[1].id in both[0].upstream or both[0].id in both[1].upstream):
                return other
            if frozenset((backer.key, other.key)) in self._cited:
                return other
        return None

    @cached_property
    def _cited(self) -> frozenset[frozenset[str]]:
        """Pairs of keys of whom the draft says that one cites the other: `the ministry reported, quoting its deputy head`."""
        citing = (one for one in self.reading.attributions if one.origin is not None and not one.origin.vague)
        return frozenset(
            frozenset((self.backer(carrier).key, self.backer(one.origin).key)) for one in citing for carrier in one.sources if one.origin
        )

    def _owned(self, mention: SourceMention) -> SourceMention:
        """For `its press officer` the unit or office that opens the sentence, whose he is; else the mention."""
        words = words_of(mention.text)
        bodies = self.lists["units"] | self.lists["offices"] | self.lists["armed-forces"]
        if mention.antecedent is not None or mention.id is not None or words[:1] not in (["its"], ["their"]) or len(words) > _LONGEST_AIDE:
            return mention
        sentences = self.reading.sentences
        at = bisect_right(sentences, mention.span.start, key=lambda sentence: sentence.span.start) - 1
        opening = _WORD.finditer(self.reading.folded, sentences[at].span.start, mention.span.start) if at >= 0 else iter(())
        for number, word in enumerate(opening):
            if number > _LONGEST_AIDE:
                break
            if word.group() in bodies:
                span = Span(sentences[at].span.start, word.end())
                return SourceMention(mention.span, self.reading.text[span.start : span.end], antecedent=span)
        return mention

    def _counts_persons(self, words: list[str]) -> bool:
        """Whether the words name the UN's human rights office or, in a draft about this war, its mission."""
        words = [word.removesuffix("'s") for word in words]
        said = self.reading.words
        if set(words) <= _THE_MISSION and ("hrmmu" in said or ("monitoring" in said and "rights" in said and "mission" in said)):
            return True
        if {"un", "united", "u"}.isdisjoint(words):
            return False
        if "report" in words and set(words) <= _THE_REPORT and "hrmmu" in self.reading.words:
            return True
        words = [word for word in words if word not in _OF_A_REPORT]
        return {"human", "rights"} <= set(words) or ("ukraine" in self.reading.words and frozenset(words) <= self.lists["un-mission"])

    def _called(self, mention: SourceMention) -> str:
        """The words that an editor knows a source by: for `he`, those of the name that he stands for."""
        span = mention.antecedent
        if span is None or not frozenset(words_of(mention.text)) <= _PRONOUNS:
            return mention.text
        return self.reading.text[span.start : span.end]

    def _same(self, backer: Backer, words: list[str]) -> Backer | None:
        """Whoever a short form or a pronoun repeats: `the governor` and `Fedorov` beside `the regional governor, Ivan Fedorov`."""
        bare = frozenset(words) - _EMPTY
        aide = len(words) > 1 and words[0] in _WHOSE and bare <= self.lists["plain"] | self.lists["aides"]
        if not bare or bare <= _PRONOUNS or aide or (words[0] == "the" and tuple(words[1:]) in _BODIES):
            last = self._last
            if last is None:
                return None
            text = backer.mention.text if aide else last.mention.text
            named = SourceMention(backer.mention.span, text, last.mention.id, last.source_class)
            return Backer(named, last.source, last.source_class, last.side, last.key)
        for other, others in self._named:
            if bare <= others or (other.source is None and others <= bare):
                return Backer(backer.mention, other.source, other.source_class, other.side or backer.side, other.key)
        return None

    def _installed(self, words: list[str]) -> bool:
        """Whether the words say that Russia put the source there: `Russian-installed`, `occupation`, `DPR`."""
        if any(word.removesuffix("'s") in self.lists["installed"] for word in words):
            return True
        return any(
            word in ("installed", "appointed") and words[i - 1] in ("russian", "russia", "moscow", "kremlin")
            for i, word in enumerate(words)
        )

    def _side(self, words: list[str], source_class: str | None) -> Side | None:
        if source_class in _RUSSIAN:
            return "russian"
        if source_class == "ukrainian-official":
            russian = any(w in self.lists["russian-side"] for w in words) and "people's" in words
            return "russian" if russian or self._installed(words) else "ukrainian"
        if source_class is not None and source_class not in ("other-state",):
            return None
        words = [word.removesuffix("'s") if word.removesuffix("'s") in self.lists["offices"] else word for word in words]
        if " ".join(word for word in words if word != "the") in self.lists["ukrainian-bare"]:
            return "ukrainian"
        if self._installed(words):
            return "russian"
        if len(words) > 3 and not any(w in self.lists["offices"] for w in words):
            return None
        if words[-1:] in (["sources"], ["source"], ["bloggers"], ["milbloggers"]) and words[0] in ("russian", "ukrainian"):
            return "russian" if words[0] == "russian" else "ukrainian"
        papers = self.lists["speaking-for"]  # of Moscow's bulletin, Moscow
        whole = len([w for w in words if w not in ("the", "data", "from", "by", "according", "to") and w not in papers]) == 1
        if whole or any(w in self.lists["offices"] for w in words):
            for word in words:
                if word in self.lists["russian-side"] and word != "people's":
                    return "russian"
                if word in self.lists["ukrainian-side"]:
                    return "ukrainian"
            if "people's" in words and ("republic" in words or "republics" in words):
                return "russian"
        return None

    def _place_before(self, offset: int) -> str | None:
        """The last place named in the few lines before an office that does not name its own."""
        from stancelint.analysis.claim_setting import Places

        places = self.reading.knowledge.lexicon(Places).places
        words = words_of(self.reading.text[max(0, offset - 250) : offset])
        plain = (word.removesuffix("'s") for word in reversed(words))
        return next((word for word in plain if word in places and word not in ("ukraine", "russia", "moscow")), None)

    def _faction(self, words: list[str]) -> str | None:
        """The movement that a source belongs to, whose organs are one: `Houthi rebels` and `the rebel-run health ministry`."""
        own = {piece.removesuffix("s") for word in words for piece in word.removesuffix("'s").split("-")}
        named = own & self.lists["factions"]
        if not named and "rebel" in own:
            named = {word for word in self.lists["factions"] if word in self.reading.words or f"{word}s" in self.reading.words}
        if len(named) == 1:
            return min(named)
        return "rebels" if "rebel" in own else None

    def _key(self, words: list[str], source: Source | None, before: int | None = None) -> str:
        if source is not None:
            return self.reading.registry.key(source.id)
        lists = self.lists
        if words[-1:] == ["alliance"] and len(words) < _SHORT and "nato" in self.reading.words:
            return self.reading.registry.key("nato")
        faction = self._faction(words)
        if faction is not None:
            return f"chain:{faction}"
        ukrainian = not any(w in lists["russian-side"] for w in words)
        if any(w in lists["russian-side"] for w in words) and any(w in lists["offices"] for w in words):
            return "chain:russian-state"
        if ukrainian and any(w in lists["rescue-police-prosecution"] for w in words) and lists["wards"].isdisjoint(words):
            return "chain:ukraine-rescue-police-prosecution"
        bare = " ".join(word for word in words if word != "the") in lists["ukrainian-bare"]
        if (bare or any(w in lists["ukrainian-side"] for w in words)) and any(w in lists["armed-forces"] for w in words):
            return "chain:ukraine-mod"
        from stancelint.analysis.claim_setting import Places

        places = self.reading.knowledge.lexicon(Places).places
        place = next(
            (w.removesuffix("'s") for w in words if w.removesuffix("'s") in places and w.removesuffix("'s") not in ("ukraine", "russia")),
            None,
        )
        wards = any(w in lists["wards"] for w in words)  # the regional hospital counts whom it has taken in
        city, region = (not wards and any(w in lists[kind] for w in words) for kind in ("municipal", "regional"))
        if place is None and before is not None and (city or region):
            place = self._place_before(before)
        if place is not None and city:
            return f"chain:{place}-city"
        if place is not None and region:
            return f"chain:{place}-oblast"
        if any(w in ("governor", "governor's") for w in words):
            return "office:governor"
        if any(w in ("mayor", "mayor's") for w in words):
            return "office:mayor"
        rest = [w for w in words if w not in lists["plain"]]
        return "name:" + " ".join(rest or words)


def described(backer: Backer, others: list[tuple[Backer, frozenset[str]]], lists: dict[str, frozenset[str]]) -> Backer | None:
    """Who a source turns out to be whom the draft first only describes: `a civil society leader`, then `Ngavho, the president of the
    town's civil society`; `the ambulance service`, then its head."""
    words = words_of(backer.mention.text)
    tail = words[-3:-1] if words[-1:] and words[-1] in _HOLDERS else words[-2:]
    if backer.source is not None or len(tail) < len(words[-2:]) or len(words) <= len(tail) or not _EMPTY.isdisjoint(tail):
        return None
    if not lists["whole-state"].isdisjoint(tail):
        return None
    fuller = ((other, named) for other, named in others if other.source is None and len(named) > len(named_words(backer)))
    found = (other for other, named in fuller if frozenset(tail) <= named and not _HOLDERS.isdisjoint(named))
    return next(found, None)


_HOLDERS = frozenset(
    ("head", "chief", "president", "director", "leader", "spokesman", "spokeswoman", "spokesperson", "chairman", "official")
)


def of_one_state(whole: Backer, other: Backer, words: frozenset[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether a source is an office of the state that `Ukraine says` names, or one that names no state: `regional authorities`."""
    offices = other.source is None and other.side is None and not other.armed and not lists["offices"].isdisjoint(words)
    return offices or (other.side == whole.side and not words <= lists["whole-state"])


_WORD = lazy(r"[^\W_]+(?:[-'][^\W_]+)*'?")


def words_of(text: str) -> list[str]:
    """The words of a noun phrase, folded, with straight apostrophes."""
    return _WORD.findall(text[:300].lower().replace("’", "'"))
