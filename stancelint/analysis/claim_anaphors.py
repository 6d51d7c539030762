"""Which count a draft has given before of the strike that a later count names again.

`A missile hit a block, killing nine people` and, some paragraphs on, `Suspilne counted six people killed in the strike`: the later count
needs no place and no time to be of the same event, for its own words (`the strike`, `the five people killed`) point back. Only the
whole of an event is meant so; `two nurses killed in the strike were buried` are some of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from stancelint.analysis.casualty_lexicon import INTRANSITIVE, PERSON
from stancelint.analysis.claim_occasions import day_of
from stancelint.analysis.claim_setting import CAPITALS, names_an_office
from stancelint.analysis.counted import BARE, REMAINS
from stancelint.analysis.places_told import one_town, turns_elsewhere
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.claim_clusters import Event
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Span

_LONGEST_NAME = 3  # words between `the` and what it points to
_FEWEST = 2  # one more or less is a detail as often as a toll
_LONGEST_PARAGRAPH = 2000  # letters on either side of a count
_FARTHEST = 8  # paragraphs back to which a count may point
_INTO = frozenset(("in", "by", "during", "inside", "when"))
_ALL = frozenset(("the", "all"))
_DEFINITE = frozenset(("the", "that", "this"))
_THE_SAME = _DEFINITE | {"both", "those", "these"}
_AMONG = frozenset(("among", "including", "with", "of"))
_RUINS = frozenset(("rubble", "ruins", "debris", "wreckage", "wreck", "site", "crater"))
_PARTS = frozenset(("entrance", "stairwell", "staircase", "basement", "cellar", "wing", "floor", "flats", "flat", "lift", "ward"))
_WITHIN = 12  # words behind a count of bodies in which it is said whence they were taken
_NAMING = frozenset(("named", "names", "identified", "listed"))
_NEXT_COUNTS = 6
_ONWARD = frozenset(("on", "at", "in", "near", "against", "of", "which", "that"))  # the event is named anew, and not pointed to
_NAMED_ANEW = [[word] for word in ("on", "at", "in", "near", "against", "of")]
_OF_THE_DEAD = (["of", "dead"], ["of", "deaths"], ["of", "wounded"], ["of", "victims"])
_WHICH_ONE = frozenset(("worst", "deadliest", "latest", "last", "first", "second", "third", "next", "march", "april", "may"))
_STRUCK_ANEW = lazy(
    r"\ban? (?:[^\W\d_]+[ -]){0,3}?(?:drone|missile|bomb|shell|rocket|mine)s?\b[^.;\n]{0,40}?"
    r"\b(?:hit|struck|fell|slammed|landed|exploded|crashed|killed|smashed|tore|set|destroyed)\b"
)
_FRESH = r"\b(?:an?|another|second|third|further|other|separate|next|new) (?:[^\W\d_]+[ -]){0,3}?"


def point_back(events: list[Event], figures: list[Span], reading: Reading, lists: dict[str, frozenset[str]], towns: Container[str]) -> None:
    """Note for each later count of the whole of an event the earlier count that it takes up, in place.

    ``figures`` are the counts' places, in the order of ``events``; ``towns`` holds the first words of names of places."""
    told = _Told(figures, reading, lists, towns)
    for event in events:
        event.antecedent = told.taken_up_by(event)
        told.add(event)


class _Told:
    """What a draft has counted so far, and which of it a later count takes up."""

    __slots__ = ("figures", "folded", "fresh", "heads", "last", "lists", "towns", "words")

    def __init__(self, figures: list[Span], reading: Reading, lists: dict[str, frozenset[str]], towns: Container[str]) -> None:
        self.figures = figures
        self.folded = reading.folded
        self.words = reading.words
        self.lists = lists
        self.towns = towns
        self.fresh = lazy(_FRESH + "(?:" + "|".join(re.escape(word) for word in sorted(lists["events"] - {"missile"})) + r")\b")
        self.last: dict[str, Event] = {}  # by kind, what the body counted last as a whole
        self.heads: set[str] = set()  # the nouns for those whom the body counted as a whole: five workers, then seven workers

    def add(self, event: Event) -> None:
        """Take note of a count, once those that it may take up have been looked for."""
        count = event.found.count
        if event.lead or count.parent is not None:
            return
        if not count.zero:
            self.last[count.kind] = event
        if count.phrase is not None and count.phrase.head >= 0:
            self.heads.add(event.found.sentence.words[count.phrase.head])

    def taken_up_by(self, event: Event) -> Event | None:
        """The earlier count that a count takes up, if any."""
        thing = _names_again(event, self.lists)
        if thing is None:
            if (other := self._more_bodies(event)) is not None:
                event.apart = False  # `the second entrance` is no other event
                return other
            other = self._struck_before(event) or self._the_event(event)
            return None if other is None or self._moved_on(other, event) else other
        other = self._last_told(event)
        if other is None or _elsewhere(event, other) or _of_another_day(event, other):
            return None
        told, again = self.figures[other.number], self.figures[event.number]
        if thing in self.lists["events"]:
            if self.fresh.search(self.folded, told.end, again.start) or _STRUCK_ANEW.search(self.folded, told.end, again.start):
                return None  # another attack has been told of since
            event.total = False  # `by the end of the month` is when the families are paid
            return other
        return other if not thing or self._was_named(thing, _end_of(self.folded, told.start)) else None

    def _last_told(self, event: Event) -> Event | None:
        """The count of the same kind that the body gave last before the event, if it is near enough."""
        other = self.last.get(event.found.count.kind)
        if other is None or other.found.historical or other.total or other.found.sentence is event.found.sentence:
            return None
        return other if event.block - other.block <= _FARTHEST else None

    def _struck_before(self, event: Event) -> Event | None:
        """The count that was told with what was struck, where a later one names that anew: `an attack on the bus stop left eight dead`."""
        struck = _what_was_struck(event, self.lists) if self._is_whole(event) else ""
        other = self._last_told(event) if struck else None
        if other is None or _elsewhere(event, other):
            return None
        folded, told, named = self.folded, self.figures[other.number], self.figures[event.number]
        paragraph = self._paragraph(told.start)
        # made of the draft's words, so not to be kept for other runs
        once = re.compile(rf"\b(?:an?|the) (?:[^\W\d_]+[ -]){{0,2}}?{re.escape(struck)}\b")
        between = folded[told.end : max(told.end, folded.rfind("\n", 0, named.start))]
        last = re.escape(struck.split()[-1])
        other_one = re.compile(rf"\b(?:another|second|third|next|other|different) (?:[^\W\d_]+[ -]){{0,2}}?{last}\b")
        return other if once.search(paragraph) and not other_one.search(between) else None

    def _the_event(self, event: Event) -> Event | None:
        """The count told last, where a later one is of `the strike` and no more is said of which: `the strike killed twelve people`.

        Between the two nothing else may have been struck."""
        other = self._last_told(event)
        # `overnight` is another night than that of a count which tells no time, and the same where both say so
        same_night = event.nightly and other is not None and other.found.setting.when == event.found.setting.when
        if not self._is_whole(event) or (event.apart and not same_night) or event.update or event.total:
            return None
        words, count = event.found.sentence.words, event.found.count
        some = count.verb is None or (count.verb.bare and count.verb.harm.acts != INTRANSITIVE)
        end = count.figure[0] if some else len(words)  # families of six people killed in the strike: some
        named = any(
            word in self.lists["events"] and words[at + 1 : at + 2] not in _NAMED_ANEW and self._points(words, at, event)
            for at, word in enumerate(words[:end])
        )
        if other is None or not (named or _the_toll(words, count.figure[0])) or _elsewhere(event, other):
            return None
        between = self._between(other, event)
        if _STRUCK_ANEW.search(between) or self.fresh.search(between):
            return None
        if same_night:
            event.apart, other.apart = False, other.apart and not other.nightly
        return other

    def _more_bodies(self, event: Event) -> Event | None:
        """The dead told of last, where more bodies than that are taken from what was struck: `eleven bodies were taken from the block`.

        Fewer bodies than dead are no other count: others died elsewhere, or lie there still."""
        phrase, words = event.found.count.phrase, event.found.sentence.words
        if event.lead or phrase is None or phrase.head < 0 or words[phrase.head] not in REMAINS:
            return None
        other = self._last_told(event)
        if other is None or _elsewhere(event, other) or other.found.count.high is None or other.found.count.high >= event.found.count.low:
            return None
        between = self._between(other, event)
        if _STRUCK_ANEW.search(between) or self.fresh.search(between):
            return None
        behind = words[event.found.count.end :][:_WITHIN]
        for at, word in enumerate(behind):
            if behind[at - 1 : at] == ["the"] or behind[at - 2 : at - 1] == ["the"]:
                if word in _RUINS:
                    return None if self._moved_on(other, event) else other
                if word in self.lists["buildings"] | _PARTS and self._was_named(word, self.figures[event.number].start):
                    return other
        return None

    def _paragraph(self, at: int) -> str:
        """The paragraph of a place, as far as one goes: a draft on one line has none."""
        begin = max(0, at - _LONGEST_PARAGRAPH)
        stretch = self.folded[begin : at + _LONGEST_PARAGRAPH]
        at -= begin
        return stretch[stretch.rfind("\n", 0, at) + 1 : _end_of(stretch, at)]

    def _between(self, other: Event, event: Event) -> str:
        return self.folded[self.figures[other.number].end : self.figures[event.number].start]

    def _moved_on(self, other: Event, event: Event) -> bool:
        """Whether the draft has named a place since that the earlier count does not name; states and capitals speak, and are left out."""
        paragraph = self._paragraph(self.figures[other.number].start)
        here = {word for place in (*other.found.setting.places, *CAPITALS) for word in place.split()}
        here |= one_town(paragraph, self.towns, self.lists)
        return turns_elsewhere(self._between(other, event), here, self.towns, self.lists)

    def _points(self, words: list[str], at: int, event: Event) -> bool:
        """Whether the event is one that was told of: `the strike`, `the deadly attack`, `the depot strike` after a depot."""
        for back in range(1, _LONGEST_NAME):
            word = words[at - back] if at >= back else ""
            if word in _DEFINITE:
                return True
            end = self.figures[event.number].start
            if word in self.lists["buildings"] and not (self._was_named(word, end) or self._was_named(f"{word}s", end)):
                return False
            if not word.isalpha() or word in _WHICH_ONE:
                return False
        return False

    def _is_whole(self, event: Event) -> bool:
        """Whether the count is of everybody whom an event killed or hurt, and the draft's own: no part, no zero, nothing long past."""
        found, count = event.found, event.found.count
        if event.lead or count.parent is not None or count.zero or found.historical or count.low < _FEWEST:
            return False
        words = found.sentence.words
        if words[count.figure[1] : count.figure[1] + 1] == ["of"]:
            return False
        if words[count.end : count.end + 1] == ["of"] and self.lists["events"].isdisjoint(words[count.end + 2 : count.end + 5]):
            return False
        phrase = count.phrase
        if phrase is None or phrase.implied:
            return phrase is None
        return phrase.head < 0 or words[phrase.head] in self.lists["anyone"] or words[phrase.head] in self.heads

    def _was_named(self, word: str, end: int) -> bool:
        """Whether the draft has the word before the offset."""
        places = self.words.get(word, ())
        return bool(places) and places[0] < end


def _names_again(event: Event, lists: dict[str, frozenset[str]]) -> str | None:
    """The noun by which the count points back (`strike`, `block`), empty for `the five people killed`; None where it does not."""
    found, count = event.found, event.found.count
    verb, words = count.verb, found.sentence.words
    if event.lead or verb is None or verb.active or count.parent is not None or count.zero or found.setting.when or found.historical:
        return None
    if count.phrase is None or count.phrase.implied:
        return None
    if words[count.phrase.end - 1] not in lists["anyone"] and not (count.phrase.counts == BARE and words[count.start - 1] == "the"):
        return None
    counted = verb.bare and words[max(0, count.start - 1)] in lists["tallying"]
    definite = verb.bare and not _ALL.isdisjoint(words[max(0, count.start - 1) : count.start + 1])
    if not (counted or definite or not verb.bare):
        return None
    named = words[verb.end : verb.end + _LONGEST_NAME + 2]
    if len(named) > 2 and named[0] in _INTO and (named[1] in _DEFINITE or _day_named(named[1])):
        for at, word in enumerate(named[2:], verb.end + 2):
            if word in lists["events"] or (definite and word in lists["buildings"]):
                return word if words[at + 1 : at + 2] == [] or words[at + 1] not in _ONWARD else None
    return "" if definite and words[verb.end : verb.end + 1] and words[verb.end] in ("were", "are", "have", "had", ",") else None


def _day_named(word: str) -> str | None:
    """The day of `Friday's missile`."""
    return day_of(word.removesuffix("'s")) if word.endswith("'s") else None


def _of_another_day(event: Event, other: Event) -> bool:
    """Whether the count hangs on `Friday's strike`, and the sentence of the one told before names no Friday."""
    words, verb = event.found.sentence.words, event.found.count.verb
    day = _day_named(words[verb.end + 1]) if verb is not None and len(words) > verb.end + 1 else None
    return day is not None and day not in other.found.sentence.words


def _the_toll(words: list[str], figure: int) -> bool:
    """Whether the figure is given as that of the toll: `the death toll was seven`, `the number of dead stands at nine`."""
    before = words[:figure]
    at = next((i for i, word in enumerate(before) if word in ("toll", "number")), 0)
    return bool(at) and "the" in before[max(0, at - 2) : at] and (before[at] == "toll" or before[at + 1 : at + 3] in _OF_THE_DEAD)


def _what_was_struck(event: Event, lists: dict[str, frozenset[str]]) -> str:
    """What the count's own sentence says an attack hit, where it counts the whole of it: `bus stop` in `an attack on the bus stop`."""
    found, count = event.found, event.found.count
    verb, words = count.verb, found.sentence.words
    if found.setting.when:
        return ""
    for at in range(len(words) - 3):
        if words[at] not in lists["events"] or words[at + 1] not in ("on", "at", "against", "of") or words[at + 2] != "the":
            continue
        some = verb is None or (verb.bare and verb.harm.acts != INTRANSITIVE)
        if at > count.start and some and "," not in words[count.end : at]:
            return ""  # `two nurses killed in the attack on the stop were buried`: some of them
        for end in range(at + 3, min(len(words), at + 3 + _LONGEST_NAME)):
            if words[end] in lists["buildings"] and words[end + 1 : end + 2] != ["stop"]:
                return " ".join(words[at + 3 : end + 1])
    return ""


def _elsewhere(event: Event, other: Event) -> bool:
    """Whether the two name different places; where somebody comes from (`had moved there from Kherson`) is no place of a strike."""
    here, there = event.found.setting.place, other.found.setting.place
    if not here or not there or here == there:
        return False
    return not (_only_named(event, here) or _only_named(other, there))


def _only_named(event: Event, place: str) -> bool:
    """Whether the place only says where somebody comes from (`from Kherson`) or whose office speaks (`the Poltava regional police`)."""
    words, first = event.found.sentence.words, place.split()[0]
    comes_from = any(word.removesuffix("'s") == first and words[at - 1 : at] == ["from"] for at, word in enumerate(words))
    return comes_from or names_an_office(words, place)


def _end_of(folded: str, at: int) -> int:
    end = folded.find("\n", at)
    return len(folded) if end < 0 else end


def told_again(events: list[Event]) -> Iterator[tuple[int, int]]:
    """Pairs of a part and a later count whose sentence has the part too: `four killed, one of them a girl`, then `four dead, among
    them the girl`. Whoever gives the later count gives the part as well."""
    for i, event in enumerate(events):
        part = event.found.count
        who = who_they_are(event) if part.parent is not None else ""
        if not who:
            continue
        for other in events[i + 1 : i + 1 + _NEXT_COUNTS]:
            if other.block != event.block or other.found.sentence is event.found.sentence or other.found.count.parent is not None:
                continue
            whole = part.parent
            if whole is not None and whole.kind == other.found.count.kind and whole.low == other.found.count.low:
                words = other.found.sentence.words
                places = (at for at in range(other.found.count.end, len(words)) if words[at] == who)
                if any(_is_of_them(words, at, other.found.count.end) for at in places):
                    yield i, other.number


def _is_of_them(words: list[str], at: int, low: int) -> bool:
    """Whether the noun at a place behind the count is said to be of those counted: `among them the girl`, `both children among them`."""
    before = words[max(low, at - _LONGEST_NAME - 2) : at]
    among = not _AMONG.isdisjoint([*before, *words[at + 1 : at + 2]])
    return not _THE_SAME.isdisjoint(before[-2:]) and (among or not _NAMING.isdisjoint(before[-3:]))


def who_they_are(event: Event) -> str:
    """The noun for the people of a part: `girl` in `one of them a girl of nine`, `children` in `including two children`."""
    phrase, sentence = event.found.count.phrase, event.found.sentence
    if phrase is None:
        return ""
    if phrase.head >= 0:
        return sentence.words[phrase.head]
    behind = range(phrase.end, min(len(sentence.words), phrase.end + _LONGEST_NAME))
    return next((sentence.words[at] for at in behind if sentence.bits[at] & PERSON), "")
