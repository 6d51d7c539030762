"""Where a draft names whoever stands behind a count: the attribution, and the forms that only counts have.

The carrier of another's words adds nothing: `Reuters, citing the mayor` is the mayor, and so is `the mayor said … (Reuters)`. Beside the
attribution these are read: outlets in brackets behind the sentence, a label before a colon (`Police: 5 dead`), a tail behind a
dash (`Two killed — governor`), a body that records (`OHCHR recorded 40 deaths`), and an accuser (`Kyiv accused Moscow of killing two`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stancelint.analysis import mention_forms as forms
from stancelint.analysis.bearers import bearer
from stancelint.analysis.claim_openers import introduced, opens_before, past_the_time
from stancelint.analysis.claim_pointers import Pointers
from stancelint.analysis.claim_sources import StandingWords, words_of
from stancelint.analysis.joint_mentions import Joint
from stancelint.analysis.model import SourceMention, Voice
from stancelint.analysis.nameless import Nameless
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading

_LONGEST = 12  # words of a mention that is read here
_LONGEST_CITED = 500  # letters between a count and the brackets that close its paragraph
_DENIED_WITHIN = 60  # letters before a cue in which `neither … nor` stands
_THE_TWO = frozenset(("both", "each", "the two"))  # whoever was named last of all is but one of them


class Mentions:
    """Finds the mentions behind the counts of one reading."""

    __slots__ = ("joint", "lists", "nameless", "pointers", "reading", "text")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.lists = reading.knowledge.lexicon(StandingWords).lists
        self.nameless = Nameless(reading, self.lists)
        self.pointers = Pointers(reading, self.lists["speaking-for"], self.speaks)
        self.joint = Joint(reading, self.pointers, self.lists)

    def behind(self, voice: Voice, figure: Span, sentence: Span, block: Span) -> list[SourceMention]:
        """Everybody identifiable who is named for a count; brackets count only where nobody speaks in the sentence."""
        found: list[SourceMention] = []
        vague = False
        if voice.attributed and voice.attribution is not None:
            for mention in self._speaking(voice.attribution, figure, sentence):
                if mention is None or mention.vague:
                    continue
                back = mention.antecedent
                told = mention if back is None else SourceMention(back, self.text[back.start : back.end])
                if self.nameless.names_nobody(told.text):
                    known = self.nameless.beside(told)
                    vague = known is None
                    found += [known] if known is not None else []
                    continue
                for part in self._meant(mention):
                    found += [*self._joined(part, sentence), self._origin(self._pointed(part, sentence), sentence)]
        if found:
            return found
        found = [] if vague else [*self._label(sentence, figure), *self._recorder(sentence, figure)]
        return (
            found
            or list(self._cited(sentence, block))
            or ([] if vague else self._tail(sentence) or introduced(self.text, block, sentence, figure, self.speaks))
        )

    def _speaking(self, one: Attribution, figure: Span, sentence: Span) -> Sequence[SourceMention | None]:
        """Whose figure it is. Who could not confirm it has not given it: then whoever stands around that has."""
        speaking = (one.origin,) if one.origin is not None else one.sources
        teller = self._teller(one, figure) if all(each.text.lower() in self.lists["pronouns"] for each in speaking) else None
        if teller is not None:
            return teller.sources
        if one.cue_class != "factive" or not one.cue:
            return speaking
        before = words_of(self.text[max(sentence.start, one.cue[0].start - _DENIED_WITHIN) : one.cue[-1].end])
        if self.lists["not"].isdisjoint(before):
            return speaking
        contested = self.reading.section("contested")
        if contested is not None and contested.body.covers(figure):
            return ()  # there the account's figures are set apart, and those who gave them stand in the account
        around = (other for other in self.reading.attributions if other is not one and other.covers(figure) and not other.vague)
        return next((other.sources for other in around if other.cue_class != "factive" and other.sources), speaking)

    def _teller(self, one: Attribution, figure: Span) -> Attribution | None:
        """Who says the whole of it, of whom a pronoun inside is spoken: `they had counted nine, Mediazona said`."""
        return next(
            (
                other
                for other in self.reading.attributions
                if other is not one and one.cue and other.covers(one.cue[0]) and other.covers(figure) and other.sources and not other.vague
            ),
            None,
        )

    def _meant(self, mention: SourceMention) -> list[SourceMention]:
        """Everybody whom one mention names, by name or by a word that points back."""
        unmet = (mention.antecedent is None and mention.id is None) or mention.text.lower() in _THE_TWO
        place, first = mention.span, mention.antecedent
        if first is not None and self.pointers.owned(self.text[first.start : first.end]):
            place, unmet = first, True  # the update: the mission's, in whose name it was first spoken of
        back = self.pointers.of(self.text[place.start : place.end], place) if unmet else []
        return [part for each in back for part in self.several(each)] or self.several(mention)

    def several(self, mention: SourceMention) -> list[SourceMention]:
        """The two that one mention names together, where both are somebody: `Reuters and AFP`, `both the mayor and Reuters`."""
        return self.joint.several(mention)

    def _pointed(self, mention: SourceMention, sentence: Span) -> SourceMention:
        """Whom `it` and `he` stand for where nobody has said so: whoever opens the sentence before, if that is somebody."""
        if mention.text.lower() not in self.lists["pronouns"]:
            return mention
        back = mention.antecedent
        if back is not None and self.speaks(self.text[back.start : back.end]):
            return mention
        span = opens_before(self.text, sentence.start, self._heads)
        return mention if span is None else SourceMention(mention.span, mention.text, None, None, span)

    def _heads(self, text: str) -> bool:
        """Whether words that open a sentence are somebody, whole: they end in a name or in the noun of an office."""
        last = words_of(text)[-1:]
        named = text.split()[-1][:1].isupper() or not (self.lists["offices"] | self.lists["counters"]).isdisjoint(last)
        return named and self.speaks(text)

    def _origin(self, mention: SourceMention, sentence: Span) -> SourceMention:
        """Whom a mention cites in its own words (`officials citing data from Ukraine`, `Reuters reported from the bulletin of the
        mission`), else the mention."""
        match = forms.CITING.search(self.text, mention.span.start, min(len(self.text), mention.span.end + 60))
        if match is not None and forms.BEFORE_CITING.fullmatch(self.text, mention.span.end, match.start()):
            return _mention(match)
        drawn = forms.drawn_from().match(self.text, mention.span.end, max(mention.span.end, sentence.end))
        return _mention(drawn) if drawn is not None and self.speaks(drawn.group(1)) else mention

    def _joined(self, mention: SourceMention, sentence: Span) -> list[SourceMention]:
        """Another source beside the one that attribution names: `the mayor and, separately, Reuters`, `Mediazona and the BBC`."""
        begin = max(sentence.start, mention.span.start - 100)
        match = forms.HE_AND.search(self.text, begin, mention.span.start)
        if match is not None:
            return self.pointers.of(match.group(1), Span(*match.span(1)))
        match = forms.SEPARATELY.search(self.text, begin, mention.span.start)
        if match is not None and match.end() == mention.span.start:
            return [_mention(match)]
        after = forms.AND_SEPARATELY.match(self.text, mention.span.end, max(sentence.end, mention.span.end))
        if after is not None:
            return [_mention(after)]
        beside = forms.TOGETHER_WITH.match(self.text, mention.span.end, max(sentence.end, mention.span.end))
        if beside is not None and self.reading.registry.by_name(beside.group(1), in_context=True) is not None:
            return [_mention(beside)]
        fellow = self._reckons_too(mention, sentence)
        if fellow is not None:
            return [fellow]
        named = forms.BESIDE_NAMED.search(self.text, begin, mention.span.start)
        if named is not None and self.speaks(named.group(1).partition(",")[0]):
            return [_mention(named)]
        match = forms.BESIDE.search(self.text, begin, mention.span.start)
        known = match is not None and self.reading.registry.by_name(match.group(1), in_context=True) is not None
        return [_mention(match)] if match is not None and known else []

    def _reckons_too(self, mention: SourceMention, sentence: Span) -> SourceMention | None:
        """Who else counts beside the mention: `by the mayor's count and by the Red Cross's`."""
        reckoned = forms.BY_COUNT.search(self.text, max(sentence.start, mention.span.start - 8), max(sentence.end, mention.span.end))
        if reckoned is None or reckoned.end(1) != mention.span.end:
            return None
        second = forms.AND_BY.search(self.text, reckoned.end(), sentence.end)
        return _mention(second) if second is not None and self.speaks(second.group(1)) else None

    def _back(self, subject: SourceMention, sentence: Span) -> list[SourceMention]:
        """Whom a pronoun or `its bulletin` stands for: whoever opens the sentence before, if nobody has spoken since; else the last
        who spoke."""
        if not self.pointers.points(subject.text):
            return []
        said = self.pointers.of(subject.text, subject.span)
        opens = opens_before(self.text, sentence.start, self._heads)
        last = max((each.antecedent or each.span for each in said), key=lambda span: span.start, default=None)
        if opens is not None and self.text[opens.start : opens.end].lower() in self.lists["pronouns"]:
            return []  # `He is silent on the war. It has killed 15,000.`
        if opens is not None and (last is None or last.start < opens.start) and self.pointers.one(subject.text):
            return [SourceMention(subject.span, subject.text, None, None, opens)]
        return [part for each in said for part in self.several(each)]

    def _label(self, sentence: Span, figure: Span) -> list[SourceMention]:
        """The speaker before a colon that opens the sentence; a place or a topic there is nobody."""
        match = forms.COLON_HEAD.match(self.text, sentence.start, figure.start)
        return [_mention(match)] if match is not None and self.speaks(match.group(1)) else []

    def _recorder(self, sentence: Span, figure: Span) -> list[SourceMention]:
        """The body that records, reports or accuses: the subject of the verb before the figure, or of the one that ends the sentence."""
        last = None
        for match in forms.recording().finditer(self.text, sentence.start, figure.start):
            last = match
        if last is not None:
            subject = past_the_time(last)
            between = self.text[last.end() : figure.start].lower()
            accuses = last.group(2).lower().startswith("accus")
            near = (accuses or len(between) < 90) and self.lists["turns"].isdisjoint(between.replace(",", " , ").split())
            back = self._back(subject, sentence) if near else []
            if back:
                return back
            named = accuses and forms.FULL_NAME.match(subject.text) is not None
            if near and (named or self.speaks(subject.text) or len(self.several(subject)) > 1):
                beside = forms.BESIDE.search(self.text, max(sentence.start, last.start(1) - 90), last.start(1))
                other = [_mention(beside)] if beside is not None and self.speaks(beside.group(1)) else []
                others = [each for part in self.several(subject) for each in (*self._joined(part, sentence), part)]
                return [*other, *(each for each in others if not other or each.span != other[0].span)]
        own = forms.OWN_FIGURE.search(self.text, sentence.start, figure.start)
        if own is not None and self.speaks(own.group(1)):
            second = forms.AND_OWN.search(self.text, own.end(1), own.end())
            return [past_the_time(own), *([_mention(second)] if second is not None and self.speaks(second.group(1)) else [])]
        his = forms.BY_HIS_COUNT.search(self.text, sentence.start, sentence.end)
        his = his or forms.HIS_FIGURE.search(self.text, sentence.start, figure.start)
        if his is not None:
            return self._back(_mention(his), sentence) or self._meant(_mention(his))
        reckoned = forms.BY_COUNT.search(self.text, sentence.start, sentence.end)
        if reckoned is not None and self.speaks(reckoned.group(1)):
            fellow = self._reckons_too(_mention(reckoned), sentence)
            return [_mention(reckoned), *([fellow] if fellow is not None else [])]
        for pattern, begin in (*((each, figure.end) for each in forms.BEHIND), *((each, sentence.start) for each in forms.ANYWHERE)):
            said = pattern.search(self.text, begin, sentence.end)
            if said is None:
                continue
            both = [self._origin(each, sentence) for each in self.several(_mention(said))]
            if len(both) > 1 or self.speaks(said.group(1)):
                return both
            outlet = self.joint.outlet_of(_mention(said))
            if outlet is not None:
                return [outlet]
        return []

    def _tail(self, sentence: Span) -> list[SourceMention]:
        """The source behind the dash that ends a headline; a nameless `expert` or `media` is none."""
        match = forms.DASH_TAIL.search(self.text, max(sentence.start, sentence.end - 110), sentence.end)
        if match is None:
            match = forms.COLON_TAIL.search(self.text, max(sentence.start, sentence.end - 60), sentence.end)
        return [_mention(match)] if match is not None and self.speaks(match.group(1)) else []

    def somebody(self, mention: SourceMention) -> SourceMention | None:
        """The mention, cut down to the outlet whose people it names (`two AP reporters`), where it is somebody who could be asked."""
        outlet = self.joint.outlet_of(mention)
        if outlet is not None:
            return outlet
        return mention if self.speaks(mention.text) or bearer(self.reading, mention).source is not None else None

    def speaks(self, text: str) -> bool:
        """Whether a noun phrase is somebody: an office, a name of the registry, or initials."""
        words = words_of(text)
        both = forms.JOINT.split(text)
        if len(both) == 2 and not forms.CAPITALS_JOINED.search(text):
            return all(self.speaks(each) for each in both)
        strange = self.lists["no-name"].intersection(words) - ({"and"} if len(both) == 2 else set())
        if not words or len(words) > _LONGEST or words[-1] in self.lists["nobody"] or strange:
            return False
        if any(word in self.lists["offices"] for word in words) or any(word in self.lists["counters"] for word in words):
            return not all(word in self.lists["vague"] for word in words)
        if words[-1] in self.lists["papers"] and len(words) > 1 and (words[-2].endswith("'s") or words[-1] in ("headline", "newsflash")):
            text = text.rsplit(None, 1)[0]  # of Mediazona's list, Mediazona
        if self.reading.registry.by_name(text, in_context=True) is not None:
            return True
        return (text.isupper() and len(words) == 1 and 1 < len(text) < 7) or words[-1] in ("ukraine", "kyiv", "russia", "moscow", "israel")

    def _cited(self, sentence: Span, block: Span) -> Iterator[SourceMention]:
        """The outlets in brackets at the end of a sentence or right behind it: `(Reuters) (AFP, BBC)`; a carrier stands after `via`."""
        inside = forms.BRACKET_AT_END.search(self.text, max(sentence.start, sentence.end - 160), sentence.end)
        if inside is not None:
            yield from self._outlets(inside.start(1), inside.group(1))
        at = sentence.end
        closing = forms.CLOSING_BRACKETS.search(self.text, max(at, block.end - _LONGEST_CITED), block.end)
        if closing is not None and at < closing.start() < at + _LONGEST_CITED and self.text.find("(", at, closing.start()) < 0:
            at = closing.start(1)  # brackets that close a paragraph stand for the sentences before them too
        while at < block.end:
            match = forms.BRACKET.match(self.text, at, min(block.end, at + 200))
            if match is None:
                return
            outlets = self._outlets(match.start(1), match.group(1))
            if not outlets:
                return
            yield from outlets
            at = match.end()

    def _outlets(self, start: int, inner: str) -> list[SourceMention]:
        found = []
        for piece in forms.PIECES.finditer(inner):
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
    start = forms.past_setting(match.string, match.start(1), match.end(1))
    return SourceMention(Span(start, match.end(1)), match.string[start : match.end(1)])
