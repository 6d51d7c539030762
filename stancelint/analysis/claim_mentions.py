"""Where a draft names whoever stands behind a count: the attribution, and the forms that only counts have.

The carrier of another's words adds nothing: `Reuters, citing the mayor` is the mayor, and so is `the mayor said … (Reuters)`. Beside the
attribution these are read: outlets in brackets behind the sentence, a label before a colon (`Police: 5 dead`), a tail behind a
dash (`Two killed — governor`), a body that records (`OHCHR recorded 40 deaths`), and an accuser (`Kyiv accused Moscow of killing two`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from stancelint.analysis.claim_sources import StandingWords, words_of
from stancelint.analysis.model import SourceMention, Voice
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_EVENTS = frozenset(("war", "invasion", "strike", "strikes", "attack", "attacks", "shelling", "offensive", "toll", "conflict"))
_LONGEST = 12  # words of a mention that is read here
_LONGEST_OPENING = 9
_THINGS_THAT_SPEAK = ("it", "they")
_VERBS = frozenset(
    (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "killed",
        "hit",
        "struck",
        "will",
        "said",
        "says",
        "that",
        "and",
        "by",
        "as",
        "described",
    )
)


class Mentions:
    """Finds the mentions behind the counts of one reading."""

    __slots__ = ("lists", "reading", "text")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.lists = reading.knowledge.lexicon(StandingWords).lists

    def behind(self, voice: Voice, figure: Span, sentence: Span, block: Span) -> list[SourceMention]:
        """Everybody identifiable who is named for a count; brackets count only where nobody speaks in the sentence."""
        found: list[SourceMention] = []
        vague = False
        if voice.attributed and voice.attribution is not None:
            one = voice.attribution
            for mention in (one.origin,) if one.origin is not None else one.sources:
                if mention is None or mention.vague:
                    continue
                if self._nobody(mention.text):
                    vague = True
                    continue
                for part in self._parts(mention):
                    found += [*self._joined(part, sentence), self._origin(self._pointed(part, sentence), sentence)]
        if found:
            return found
        found = [] if vague else [*self._label(sentence, figure), *self._recorder(sentence, figure)]
        return found or list(self._cited(sentence, block)) or ([] if vague else self._tail(sentence))

    def _nobody(self, text: str) -> bool:
        """Whether a mention names nobody who could be asked: `preliminary reports`, `Ukrainian media`."""
        words = [word for word in words_of(text) if word not in ("the", "a", "some", "of", "to", "in", "from")]
        if any(word in _EVENTS for word in words) and self.lists["offices"].isdisjoint(words) and self.lists["counters"].isdisjoint(words):
            return True
        if self.reading.registry.by_name(text, in_context=True) is not None:
            return False
        return (
            not words or all(word in self.lists["vague"] for word in words) or (words[-1] in ("media", "reports") and "state" not in words)
        )

    def _parts(self, mention: SourceMention) -> list[SourceMention]:
        """The two that one mention names together, where both are somebody: `Reuters and AFP`."""
        first, joint, second = mention.text.partition(" and ")
        if not joint or not (self.speaks(first) and self.speaks(second)):
            return [mention]
        if self.reading.registry.by_name(first, in_context=True) is None and self.reading.registry.by_name(second, in_context=True) is None:
            return [mention]  # `the mayor and the governor's office of the region`: may be one
        start = mention.span.start
        other = start + len(first) + len(joint)
        return [SourceMention(Span(start, start + len(first)), first), SourceMention(Span(other, mention.span.end), second)]

    def _pointed(self, mention: SourceMention, sentence: Span) -> SourceMention:
        """Whom `it` and `they` stand for where nobody has said so: whoever opens the sentence before, if that is somebody."""
        if mention.text.lower() not in _THINGS_THAT_SPEAK:
            return mention
        back = mention.antecedent
        if back is not None and self.speaks(self.text[back.start : back.end]):
            return mention
        opening = _opening().search(self.text[max(0, sentence.start - 500) : sentence.start])
        if opening is None:
            return mention
        begin = max(0, sentence.start - 500) + opening.start(1)
        ends = [begin + word.end() for word in _words().finditer(opening.group(1))][:_LONGEST_OPENING]
        for end in reversed(ends):
            if self.speaks(self.text[begin:end]):
                return SourceMention(mention.span, mention.text, None, None, Span(begin, end))
        return mention

    def _origin(self, mention: SourceMention, sentence: Span) -> SourceMention:
        """Whom a mention cites in its own words (`officials citing data from Ukraine`, `Reuters reported from the bulletin of the
        mission`), else the mention."""
        match = _citing().search(self.text, mention.span.start, min(len(self.text), mention.span.end + 60))
        if match is not None and match.start() <= mention.span.end + 2:
            return _mention(match)
        drawn = _drawn_from().match(self.text, mention.span.end, max(mention.span.end, sentence.end))
        return _mention(drawn) if drawn is not None and self.speaks(drawn.group(1)) else mention

    def _joined(self, mention: SourceMention, sentence: Span) -> list[SourceMention]:
        """Another source beside the one that attribution names: `the mayor and, separately, Reuters`, `Mediazona and the BBC`."""
        begin = max(sentence.start, mention.span.start - 100)
        match = _separately().search(self.text, begin, mention.span.start)
        if match is not None and match.end() == mention.span.start:
            return [_mention(match)]
        match = _beside().search(self.text, begin, mention.span.start)
        known = match is not None and self.reading.registry.by_name(match.group(1), in_context=True) is not None
        return [_mention(match)] if match is not None and known else []

    def _label(self, sentence: Span, figure: Span) -> list[SourceMention]:
        """The speaker before a colon that opens the sentence; a place or a topic there is nobody."""
        match = _colon_head().match(self.text, sentence.start, figure.start)
        return [_mention(match)] if match is not None and self.speaks(match.group(1)) else []

    def _recorder(self, sentence: Span, figure: Span) -> list[SourceMention]:
        """The body that records, reports or accuses: the subject of the verb before the figure, or of the one that ends the sentence."""
        last = None
        for match in _recording().finditer(self.text, sentence.start, figure.start):
            last = match
        if last is not None:
            between = self.text[last.end() : figure.start].lower()
            accuses = last.group(2).lower().startswith("accus")
            if (accuses or len(between) < 90) and _TURNS.isdisjoint(between.replace(",", " , ").split()) and self.speaks(last.group(1)):
                beside = _beside().search(self.text, max(sentence.start, last.start(1) - 90), last.start(1))
                other = [_mention(beside)] if beside is not None and self.speaks(beside.group(1)) else []
                return [*other, _mention(last)]
        reckoned = _by_count().search(self.text, sentence.start, sentence.end)
        if reckoned is not None and self.speaks(reckoned.group(1)):
            other = _and_by().search(self.text, reckoned.end(), sentence.end)
            return [_mention(reckoned), *([_mention(other)] if other is not None and self.speaks(other.group(1)) else [])]
        for pattern, begin in ((_reported(), figure.end), (_reported_by(), figure.end), (_from(), sentence.start)):
            said = pattern.search(self.text, begin, sentence.end)
            if said is not None and self.speaks(said.group(1)):
                return [_mention(said)]
        return []

    def _tail(self, sentence: Span) -> list[SourceMention]:
        """The source behind the dash that ends a headline; a nameless `expert` or `media` is none."""
        match = _dash_tail().search(self.text, max(sentence.start, sentence.end - 90), sentence.end)
        return [_mention(match)] if match is not None and self.speaks(match.group(1)) else []

    def speaks(self, text: str) -> bool:
        """Whether a noun phrase is somebody: an office, a name of the registry, or initials."""
        words = words_of(text)
        if not words or len(words) > _LONGEST or words[-1] in self.lists["nobody"] or any(word in _VERBS for word in words):
            return False
        if any(word in self.lists["offices"] for word in words) or any(word in self.lists["counters"] for word in words):
            return not all(word in self.lists["vague"] for word in words)
        if self.reading.registry.by_name(text, in_context=True) is not None:
            return True
        return (text.isupper() and len(words) == 1 and 1 < len(text) < 7) or words[-1] in ("ukraine", "kyiv", "russia", "moscow", "israel")

    def _cited(self, sentence: Span, block: Span) -> Iterator[SourceMention]:
        """The outlets in brackets at the end of a sentence or right behind it: `(Reuters) (AFP, BBC)`; a carrier stands after `via`."""
        inside = _bracket_at_end().search(self.text, max(sentence.start, sentence.end - 160), sentence.end)
        if inside is not None:
            yield from self._outlets(inside.start(1), inside.group(1))
        at = sentence.end
        while at < block.end:
            match = _bracket().match(self.text, at, min(block.end, at + 200))
            if match is None:
                return
            outlets = self._outlets(match.start(1), match.group(1))
            if not outlets:
                return
            yield from outlets
            at = match.end()

    def _outlets(self, start: int, inner: str) -> list[SourceMention]:
        found = []
        for piece in _pieces().finditer(inner):
            name = piece.group().partition(" via ")[0].strip()
            words = words_of(name)
            if (
                not name
                or not name[0].isupper()
                or len(words) > _LONGEST
                or any(w in self.lists["no-outlets"] or w.isdigit() for w in words)
            ):
                return []
            begin = start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
            found.append(SourceMention(Span(begin, begin + len(name)), name))
        return found


def _mention(match: re.Match[str]) -> SourceMention:
    return SourceMention(Span(match.start(1), match.end(1)), match.group(1))


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\bciting (?:(?:data|figures|information|reports?|statements?) (?:from|by|of) )?([^,.;:()\n]{2,60})")


@cache
def _separately() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[.!?] )|(?<=\n)|[,;]|\baccording to)\s*([^,;\s][^,;]{1,60}),? and,? (?:separately|independently),? $")


@cache
def _colon_head() -> re.Pattern[str]:
    return re.compile(r"([^:,;.!?\n]{2,60}):\s")


@cache
def _drawn_from() -> re.Pattern[str]:
    paper = r"(?:bulletin|report|statement|data|figures|update|tally|list|records|count|note)s?"
    return re.compile(
        rf"[^,;:.]{{1,40}}?\b(?:from|using|based on) (?:the |a |an )?(?:\w+ )?{paper} (?:of|by|from) (?:the )?([^,.;:()\n]{{2,80}})"
    )


@cache
def _by_count() -> re.Pattern[str]:
    return re.compile(r"\bby (?:the )?([^,.;:()\n]{2,60}?)['’]s? (?:own )?(?:count|tally|reckoning|list|figures|estimate|data)\b")


@cache
def _and_by() -> re.Pattern[str]:
    return re.compile(r"\band by (?:the )?([^,.;:()\n]{2,60}?)(?:['’]s?)?(?=[.,;]|$)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?]\s|\n)([^.!?\n]+)[.!?]?\s*$")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:]+")


_RECORDING = (
    "recorded|documented|counted|counts|tallied|registered|verified|identified|puts?|estimates?|estimated|logged|listed|accuse[sd]?|blame[sd]?|"
    "claim(?:s|ed)?|raise[sd]?|lower(?:s|ed)|revise[sd]?|updated?|updates|"
    "announced|announces|confirms?|confirmed|reports?|reported|sa(?:id|ys?)|state[sd]|shows?|told [^,;:]{2,40}"
)
# the writer comes back
_TURNS = frozenset(("but", "while", "although", "though", "after", "when", "before", ";", "whereas", "because"))


@cache
def _recording() -> re.Pattern[str]:
    subject = r"(?:^|(?<=[,;:.—–] )|(?<=\band )|(?<=\bwhile )|(?<=\bas ))([^\W\d_][^,;:()\n]{1,70}?)"
    return re.compile(rf"{subject},? (?:has |have |had |also |later |separately )*({_RECORDING})\b", re.I | re.M)


_SAID = r"(?:sa(?:id|ys?)|report(?:ed|s)?|announced|confirmed|wrote|stated|told [^,;:]{2,40})"


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[,;:.] )|(?<=\n))([^,;:.\n]{2,60}) and $")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf", ([^,;:()\n]{{2,80}}?) (?:has |have )?{_SAID}\b[^,;]{{0,60}}[.]?[\"”]?$", re.I)


@cache
def _reported_by() -> re.Pattern[str]:
    return re.compile(rf",? (?:according to|(?<=, )(?:as )?per|{_SAID}) ([^,;:()\n]{{2,80}}?)[.]?[\"”]?$", re.I)


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reports?|statements?|figures|data|tally|count) (?:from|by|released by|published by|compiled by) (?:the )?"
        r"([^\W\d_][^,;:()\n]{2,60}?)(?: (?:during|on|in|this|last|over) [^,;:]{2,30})? "
        r"(?:said|says|showed|shows?|put|puts|gave|gives|recorded|listed)\b",
        re.I,
    )


@cache
def _dash_tail() -> re.Pattern[str]:
    return re.compile(r"\s[—–-]\s([^—–,;:.?!()\n]{2,60})[.]?(?:\s\([^()\n]*\))?[.]?$")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s?[.]?\s?\(([^()\n]{2,120})(?:\)|$)")


@cache
def _bracket_at_end() -> re.Pattern[str]:
    return re.compile(r"\(([^()\n]{2,120})\)[.!]?$")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"[^,;]+")
