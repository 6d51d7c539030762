"""The grade of every count: who stands behind it in the whole draft, and how many of them count.

Independence is a matter of owner, upstream and chain of command, the same for both sides. The words of semantics: two independent
sources corroborate; a body that counts person by person verifies; a warring side on its enemy's losses, or the Russian state on losses in
Ukraine, settles nothing; one source stands alone unless the paragraph, or the contested section, says that it is unverified.
"""

from __future__ import annotations

from functools import cached_property

from stancelint.analysis import claim_party as party
from stancelint.analysis.casualty_lexicon import CasualtyWords
from stancelint.analysis.caveats import caveat_in
from stancelint.analysis.claim_anaphors import point_back, told_again, who_they_are
from stancelint.analysis.claim_clusters import Event, compatible, link, near_enough
from stancelint.analysis.claim_echoes import Echoes
from stancelint.analysis.claim_mentions import Mentions
from stancelint.analysis.claim_partners import Partners
from stancelint.analysis.claim_setting import Finder
from stancelint.analysis.claim_sources import Backer, Backers, described, named_words, of_one_state, words_of
from stancelint.analysis.mention_forms import COUNTED_APART
from stancelint.analysis.model import Claim, Standing
from stancelint.analysis.number_words import NumberWords, numbers_in, row_of
from stancelint.analysis.numbers import Hedges, quantify
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found
    from stancelint.analysis.number_words import Row
    from stancelint.analysis.reading import Reading
    from stancelint.choices import Grade, Side

_MOST_NAMED = 60  # claims of a contested section that others are compared with
_MOST_MENTIONS = 40  # mentions of one event's count whose sources are gathered
_APART_WITHIN = 40  # letters behind a source in which it is said to count for itself
_ANYONE = frozenset(("", "person", "people", "civilian", "resident"))
_MOST_RIVALS = 8  # figures that a conflict shows


def grade(reading: Reading, found: list[Found]) -> tuple[Claim, ...]:
    """The counts as claims, each with its standing, cluster and grade."""
    return tuple(map(_Grader(reading, found).claim, range(len(found))))


class _Grader:
    def __init__(self, reading: Reading, found: list[Found]) -> None:
        self.reading = reading
        self.found = found
        self.backers = Backers(reading)
        self.lists = self.backers.lists
        self.finder = Finder(reading)
        blocks = reading.document.blocks
        sentences = reading.sentences
        headline, standfirst = reading.section("headline"), reading.section("standfirst")
        lead_end = max((s.body.end for s in (headline, standfirst) if s is not None), default=0)
        self.contested = reading.section("contested")
        self.spans = [_span(one) for one in found]
        self.figures = [_figure(one) for one in found]
        self.events = [
            Event(i, one, sentences[one.number].block, lead=sentences[one.number].span.end <= lead_end, lists=self.lists)
            for i, one in enumerate(found)
        ]
        point_back(self.events, self.figures, reading, self.lists, self.finder.places)
        link(self.events, reading.folded)
        self.voices = [reading.voice(figure) for figure in self.figures]
        self.own: list[list[Backer]] = []
        named, partners = Mentions(reading), Partners(reading)
        for i, one in enumerate(found):
            sentence = sentences[one.number]
            mentions = named.behind(self.voices[i], self.figures[i], sentence.span, blocks[sentence.block].span)
            behind = [self.backers.backer(mention) for mention in mentions]
            if not behind and one.count.leans:
                behind = self._whole(i)
            if all(backer.side is None for backer in behind):
                behind += [self.backers.backer(each) for each in partners.of(one, blocks[sentence.block].span)]
            self.own.append(behind)
        for i, mention in Echoes(reading, named, found, self.figures).heard():
            if all(backer.mention.span.start != mention.span.start for backer in self.own[i]):
                self.own[i].append(self.backers.backer(mention))
        for part, again in told_again(self.events):
            self.own[part] += [backer for backer in self.own[again] if backer not in self.own[part]]
        self.by_cluster: dict[int, list[int]] = {}
        for i, event in enumerate(self.events):
            self.by_cluster.setdefault(event.cluster, []).append(i)
        self._caveats: dict[int, Span | None] = {}

    def claim(self, i: int) -> Claim:
        one, event, count = self.found[i], self.events[i], self.found[i].count
        backers = self._standing(i)
        block = self.reading.sentences[one.number].block
        caveat = self._caveat(block)
        side = self._side(i)
        judged, counted = self._judge(i, backers, side, one.setting.territory or self._territory(one.number), caveat)
        if judged != "caveated":
            caveat = None
        return Claim(
            span=self.spans[i],
            figure=self.figures[i],
            kind=count.kind,
            low=count.low,
            high=count.high,
            hedge=count.hedge,
            group=one.setting.group,
            side=side,
            place=one.setting.place,
            when=one.setting.when,
            historical=one.historical,
            voice=self.voices[i],
            grade=judged,
            cluster=event.cluster,
            standing=counted,
            caveat=caveat,
            part=count.parent is not None,
            total=event.total,
            update=event.update,
            rivals=tuple(self.figures[rival.number] for rival in event.rivals[:_MOST_RIVALS]) if judged == "conflicting" else (),
        )

    def _whole(self, i: int) -> list[Backer]:
        """The sources of the count that this one is a part of: the last of its kind before it in its paragraph."""
        sentences = self.reading.sentences
        for j in range(i - 1, max(-1, i - 8), -1):
            if sentences[self.found[j].number].block != sentences[self.found[i].number].block:
                break
            if self.found[j].count.kind == self.found[i].count.kind:
                return self.own[j]
        return []

    def _standing(self, i: int) -> list[Backer]:
        """The claim's own sources, then those of every compatible mention of the same count; a part leans on its whole."""
        found = list(self.own[i])
        places = {(b.mention.span.start, b.key) for b in found}
        for j in self.by_cluster[self.events[i].cluster][:_MOST_MENTIONS]:
            if j != i and near_enough(self.events[i], self.events[j]):
                for backer in self.own[j]:
                    if (backer.mention.span.start, backer.key) not in places:
                        places.add((backer.mention.span.start, backer.key))
                        found.append(backer)
        parent = self.found[i].count.parent
        if not found and parent is not None:
            whole = next((j for j in range(max(0, i - 8), min(len(self.found), i + 8)) if self.found[j].count is parent), None)
            return self._standing(whole) if whole is not None and whole != i else found
        return found

    def _side(self, i: int) -> Side | None:
        """Whose dead they are; where only the doer is named, those of the other side; else as another mention of the count says."""
        for j in (i, *self.by_cluster[self.events[i].cluster][:_MOST_MENTIONS]):
            one = self.found[j]
            side = one.setting.side or party.struck(one, self.lists)
            if side is not None and (j == i or compatible(self.events[i], self.events[j])):
                return side
        return None

    def _territory(self, number: int) -> str | None:
        """The territory of the nearest place named before the sentence in its paragraph, else in the headline."""
        sentences = self.reading.sentences
        block = sentences[number].block
        at = number - 1
        while at >= 0 and sentences[at].block == block and at > number - 5:
            land = self.finder.territory(sentences[at].span)
            if land is not None:
                return land
            at -= 1
        return self.finder.territory(sentences[0].span) if number else None

    def _judge(
        self, i: int, backers: list[Backer], side: Side | None, territory: str | None, caveat: Span | None
    ) -> tuple[Grade, tuple[Standing, ...]]:
        event = self.events[i]
        one = self.found[i]
        enemy = party.enemy(one, self.lists)
        combatants = enemy or party.combatants(one, self.lists)
        theirs = party.own(one, self.lists)
        standing: list[Standing] = []
        independent: dict[str, Backer] = {}
        partial = False
        worded = [(backer, named_words(backer)) for backer in backers]
        for backer in backers:
            fuller = self._fuller(backer, worded)
            if fuller is not None:
                standing.append(Standing(backer.mention, fuller.key, backer.owner, f"the same source as {fuller.mention.text}"))
                continue
            why = None if theirs else self._party(backer, one, side, territory, enemy=enemy, combatants=combatants)
            if why:
                partial = True
                standing.append(Standing(backer.mention, backer.key, backer.owner, why))
                continue
            first = independent.get(backer.key) or self.backers.carried_by(backer, independent)
            if first is not None and first is not backer and backer.key.endswith("police-prosecution") and self._counted_apart(backer):
                independent[f"{backer.key}:{backer.mention.span.start}"] = backer
                standing.append(Standing(backer.mention, backer.key, backer.owner, _who(backer)))
                continue
            if first is not None:
                standing.append(Standing(backer.mention, first.key, backer.owner, _same(backer, first)))
                continue
            independent[backer.key] = backer
            standing.append(Standing(backer.mention, backer.key, backer.owner, _who(backer)))
        counted = tuple(standing)
        named = self._contested(i)
        if event.rivals and not named:
            return "conflicting", counted
        if any(backer.verifies for backer in independent.values()):
            return "verified", counted
        leaned_on = [b for b in independent.values() if b.corroborates]
        if len(leaned_on) > 1 or (partial and leaned_on):
            return "corroborated", counted  # a belligerent's figure is somebody's, once the other side or one of neither gives it too
        # to call a warring side's figure contested is no second source for it; only there does it stand as contested
        settled_by_none = partial and not independent and not self._stands_in_contested(i)
        if (named and not settled_by_none) or (backers and caveat is not None):
            return "caveated", counted
        if independent:
            return "single", counted
        return ("belligerent" if partial else "unattributed"), counted

    def _fuller(self, backer: Backer, worded: list[tuple[Backer, frozenset[str]]]) -> Backer | None:
        """Who says more fully what a short form says: `the governor` in the headline, and in the body his name."""
        if backer.source is not None:
            return None
        short = named_words(backer)
        others = [(other, words) for other, words in worded if other.key != backer.key]
        kind = backer.key.rpartition("-")[2] if short <= self.lists["regional"] | self.lists["municipal"] else ""
        named = (other for other, words in others if kind in ("oblast", "city") and other.key.endswith(kind) and short <= words)
        if (fuller := next(named, None)) is not None or not short:
            return fuller
        fuller = next((other for other, words in others if short < words), None)
        if fuller is None and backer.side is not None and short <= self.lists["whole-state"]:
            fuller = next((other for other, words in others if of_one_state(backer, other, words, self.lists)), None)
        return fuller or described(backer, others, self.lists)

    def _party(self, backer: Backer, one: Found, side: str | None, territory: str | None, *, enemy: bool, combatants: bool) -> str | None:
        """Why a source cannot settle this count: a side on its enemy's losses, or the Russian state on losses in Ukraine."""
        if backer.side is None:
            words = [word.removesuffix("'s") for word in words_of(backer.mention.text)]
            # another war: an army or a government on fighters whom its side calls enemies
            hostile = backer.armed and (combatants or party.opposed(one, words, self.lists))
            # `the Third Army Corps` on Russian troops: a corps speaks of the other side's, or says `our own`
            hostile = (
                hostile
                or (side is not None and party.unit(one, words, self.lists))
                or party.by_own_hand(one, self.lists, armed=backer.armed)
            )
            return "a warring side on its enemy's losses" if hostile else None
        if side is not None and backer.side != side:
            return f"a warring side on its enemy's losses ({backer.side})"
        if side is None and enemy:
            return f"a warring side on its enemy's losses ({backer.side})"
        if backer.occupation and one.setting.side != "russian":  # whose dead they are, and not who struck
            return "an occupation authority on losses in occupied Ukraine"
        if backer.side == "russian" and territory == "ukraine" and side != "russian":
            return "the Russian side on losses in Ukraine"
        return None

    def _counted_apart(self, backer: Backer) -> bool:
        """Whether the text says that an office of one chain counted for itself: `prosecutors, working separately, reached nine`."""
        return COUNTED_APART.match(self.reading.text, backer.mention.span.end, backer.mention.span.end + _APART_WITHIN) is not None

    def _caveat(self, block: int) -> Span | None:
        """The words of the paragraph that say it is unverified."""
        if block not in self._caveats:
            span = self.reading.document.blocks[block].span
            self._caveats[block] = caveat_in(self.reading.folded, span, self.lists)
        return self._caveats[block]

    @cached_property
    def _harmed(self) -> list[Row]:
        """The contested section's sentences that speak of dead or hurt, as rows."""
        inside = [s.span for s in self.reading.sentences if self.contested is not None and self.contested.body.covers(s.span)]
        triggers = self.reading.knowledge.lexicon(CasualtyWords).triggers
        rows = (row_of(self.reading.folded, span.start, span.end) for span in inside)
        return [row for row in rows if not triggers.isdisjoint(row.words)]

    @cached_property
    def _listed(self) -> frozenset[tuple[int, int | None]]:
        """The figures there, whether they are asserted or not; `two weeks` is none."""
        numbers, hedges = self.reading.knowledge.lexicon(NumberWords), self.reading.knowledge.lexicon(Hedges)
        read = ((row, number) for row in self._harmed for number in numbers_in(row, numbers))
        people = ((row, number) for row, number in read if numbers.measures.isdisjoint(row.words[number.end : number.end + 1]))
        return frozenset((found.low, found.high) for found in (quantify(row, number, hedges) for row, number in people))

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        """The words there."""
        return frozenset(word.removesuffix("'s").removesuffix("’s") for row in self._harmed for word in row.words)

    def _contested(self, i: int) -> bool:
        """Whether the contested section names the count: it stands there, or a count of its kind and size does."""
        if self.contested is None:
            return False
        if self._stands_in_contested(i):
            return True
        one = self.found[i].count
        if (one.low, one.high) in self._listed or (one.low == 0 and (one.high, one.high) in self._listed):
            return True
        if one.low == one.high == 1 and who_they_are(self.events[i]) in self._spoken_of - _ANYONE:
            return True  # `the death of the paramedic was given by the governor alone`
        inside = self._inside[:_MOST_NAMED]
        return any(self.found[j].count.kind == one.kind and compatible(self.events[i], self.events[j]) for j in inside)

    def _stands_in_contested(self, i: int) -> bool:
        return self.contested is not None and self.contested.body.covers(self.figures[i])

    @cached_property
    def _inside(self) -> list[int]:
        """The claims that stand in the contested section."""
        return [j for j in range(len(self.figures)) if self._stands_in_contested(j)]


def _span(one: Found) -> Span:
    row = one.sentence.row
    return Span(row.starts[one.count.start], row.ends[one.count.end - 1])


def _figure(one: Found) -> Span:
    row = one.sentence.row
    return Span(row.starts[one.count.figure[0]], row.ends[one.count.figure[1] - 1])


def _who(backer: Backer) -> str:
    parts = [(backer.source_class or "class unknown").replace("-", " ")]
    parts.append(f"owner {backer.owner}" if backer.owner else "owner unknown")
    return ", ".join(parts)


def _same(backer: Backer, first: Backer) -> str:
    name = first.source.name if first.source else first.mention.text
    if backer.key.startswith("chain:"):
        return f"counts as one with {name}: one chain of command ({backer.key[6:].replace('-', ' ')})"
    if backer.key.startswith("owner:"):
        return f"counts as one with {name}: one owner ({backer.owner})"
    if backer.key == first.key:
        return f"the same source as {name}"
    return f"counts as one with {name}: one carries the other"
