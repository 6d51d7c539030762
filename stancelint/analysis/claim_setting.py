"""Where, when and whose: what the text says of a count beside its figure."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import BOUNDARY, MILITARY, PREPOSITION, CasualtyWords
from stancelint.analysis.casualty_verbs import Count
from stancelint.analysis.counted import Sentence, whose
from stancelint.analysis.handovers import handed_over
from stancelint.analysis.knowledge import Data
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.reading import Reading
    from stancelint.choices import Side
    from stancelint.text.span import Span

_OUTLETS = (["independent"], ["post"], ["times"])  # behind a place: an outlet's name


class Places:
    """The gazetteer of ``lexicons/places.yaml``: first word to (words, territory)."""

    name: ClassVar[str] = "places"
    __slots__ = ("places",)

    def __init__(self, places: dict[str, list[tuple[tuple[str, ...], str]]]) -> None:
        self.places = places

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data: a territory to lines of names."""
        places: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for territory, lines in data.items():
            for line in lines:
                for name in line.split():
                    words = tuple(part for piece in name.split("_") for part in _split(piece))
                    places.setdefault(words[0], []).append((words, territory))
        return cls(places)


_LONGEST_DATELINE = 110
CAPITALS = frozenset(("kyiv", "moscow", "ukraine", "russia"))  # where desks sit, and whose states speak
_WORD = lazy(r"[^\W_]+")


def _split(name: str) -> list[str]:
    parts = name.split("-")
    out = [parts[0]]
    for part in parts[1:]:
        out += ["-", part]
    return out


class Setting(Value):
    """Of one count: the group and side of its people, the place, the territory that it lies in, the time, and the words of an update."""

    group: str | None
    side: Side | None
    place: str | None
    territory: str | None
    when: str | None
    places: tuple[str, ...] = ()


class Finder:
    """Finds the settings of counts."""

    __slots__ = ("_last", "_rows", "lexicon", "north", "places", "reading", "russian", "ukrainian")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lexicon = reading.knowledge.lexicon(CasualtyWords)
        self.places = reading.knowledge.lexicon(Places).places
        data = self.lexicon.data
        self.ukrainian = frozenset(data.get("ukrainian-words", ()))
        self.russian = frozenset(data.get("russian-words", ()))
        self.north = frozenset(data.get("north-korean-words", ()))
        self._rows: tuple[int, list[tuple[int, str, str]]] | None = None

    def setting(self, sentence: Sentence, count: Count, number: int) -> Setting:
        """What the sentence says of the count; `Ukraine` and `Russia` alone are a territory but no place."""
        named = self._named(sentence, number)
        group = self._group(sentence, count)
        place = territory = None
        best = 10**9
        for at, name, land in named:
            if name in ("ukraine", "russia", "moscow") and place is not None:
                continue
            # a place behind the count is nearer to it than one before
            distance = at - count.end if at >= count.end else (count.start - at) * 2
            if (
                name in ("ukraine", "russia", "moscow", "kyiv")
                and at + 1 < len(sentence.words)
                and sentence.words[at + 1] in ("'s", "says", "said")
            ):
                continue
            if distance < best:
                best, place, territory = distance, name, land
        if place in ("ukraine", "russia"):
            territory, place = place, None
        elif place is not None and self._only_speaks(sentence, place, named, number):
            place = None
        return Setting(
            group, self._side(sentence, count, territory, group), place, territory, _when(sentence, count), tuple(n for _, n, _ in named)
        )

    def _only_speaks(self, sentence: Sentence, place: str, named: list[tuple[int, str, str]], number: int) -> bool:
        """Whether the place is that of a region's office (`Donetsk region police said`) in a paragraph that has told where it was."""
        at = next(at for at, name, _ in named if name == place) + len(place.split())
        words = sentence.words[at : at + 3]
        if len(words) < 2 or words[0] not in REGION or OFFICES.isdisjoint(words[1:]):
            return False
        sentences = self.reading.sentences
        before = number - 1
        while before >= 0 and sentences[before].block == sentences[number].block:
            if self.territory(sentences[before].span) is not None:
                return True
            before -= 1
        return False

    def territory(self, span: Span) -> str | None:
        """The territory of the last place that a stretch of prose names; capitals and states speak, and are left out."""
        folded = self.reading.folded
        found = None
        for match in _WORD.finditer(folded, span.start, span.end):
            if match.group() in ("moscow", "russia", "kyiv"):
                continue
            for name, land in self.places.get(match.group(), ()):
                if len(name) == 1 or folded.startswith(" ".join(name), match.start()):
                    found = land
                    break
        return found

    def _named(self, sentence: Sentence, number: int) -> list[tuple[int, str, str]]:
        if self._rows is not None and self._rows[0] == sentence.row.starts[0]:
            return self._rows[1]
        words = sentence.words
        found = []
        for at, word in enumerate(words):
            for name, land in self.places.get(word.removesuffix("'s"), ()):
                if word.endswith("'s") and name[0] in ("russia", "ukraine", "moscow", "kyiv"):
                    break  # Russia's invasion is not in Russia
                if words[at + 1 : at + 2] in _OUTLETS:
                    break  # `told the Kyiv Independent`
                if len(name) == 1 or tuple(words[at : at + len(name)]) == name:
                    found.append((at, " ".join(name).replace(" - ", "-"), land))
                    break
        if not found:
            found = self._of_dateline(self.reading.sentences[number].span.start, sentence.row.starts[0])
        self._rows = (sentence.row.starts[0], found)
        return found

    def _of_dateline(self, start: int, end: int) -> list[tuple[int, str, str]]:
        """The place that a dateline before the sentence names, as if it stood right before it; capitals are where desks sit."""
        words = [match.group() for match in _WORD.finditer(self.reading.folded, start, min(end, start + _LONGEST_DATELINE))]
        for at, word in enumerate(words):
            for name, land in self.places.get(word, ()):
                if tuple(words[at : at + len(name)]) == name and name[0] not in CAPITALS:
                    return [(-1, " ".join(name), land)]
        return []

    def _group(self, sentence: Sentence, count: Count) -> str | None:
        phrase = count.phrase
        if phrase is None:
            return None
        if phrase.head < 0:  # `three of them children`
            behind = sentence.words[phrase.end : phrase.end + 2] if sentence.words[phrase.end - 1] in ("them", "whom") else []
            return next((self.lexicon.groups[word] for word in behind if word in self.lexicon.groups), None)
        group = None
        for at in range(phrase.start, min(phrase.end, len(sentence.words))):
            if sentence.words[at] in ("civilian", "civilians"):
                return "civilians"
            group = self.lexicon.groups.get(sentence.words[at], group)
        return group or "people"

    def _side(self, sentence: Sentence, count: Count, territory: str | None, group: str | None) -> Side | None:
        phrase = count.phrase
        words = sentence.words
        if phrase is not None:
            named = whose(sentence, phrase)
            own = words[named.start : named.end]
            for word in own:
                if word in self.ukrainian:
                    return "ukrainian"
                if word in self.russian:
                    return "russian"
            if "north" in own and any(word in self.north for word in own):
                return "russian"
        owner = (
            handed_over(sentence, count)
            or self._owner(sentence, count)
            or (self._owner(sentence, count.parent) if count.parent is not None else None)
        )
        if owner is not None:
            return owner
        military = phrase is not None and phrase.head >= 0 and sentence.bits[phrase.head] & MILITARY
        if not military and territory == "ukraine":
            return "ukrainian"
        if not military and territory == "russia":
            return "russian"
        return None

    def _owner(self, sentence: Sentence, count: Count) -> Side | None:
        """`Russia lost 300 soldiers`, `Russia lost 40 men killed`, `Russian casualties have exceeded 700,000`, `Ukraine's losses`."""
        words = sentence.words
        near = max(count.start, count.figure[0]) - 1  # `Moscow's count of Ukrainian dead was 1,340`: within the count
        for at in range(near, max(-1, count.start - 12), -1):  # `put Russian losses on the day at 1,200 killed`
            if at and (words[at] in _LOSSES or words[at] == "dead"):
                side = words[at - 1]
                if side in self.ukrainian or side in self.russian:
                    return "ukrainian" if side in self.ukrainian else "russian"
                if words[at] in _LOSSES:
                    break  # `suffered 140 casualties, including 40 killed`: who suffered them stands before
            if sentence.bits[at] & BOUNDARY and not sentence.bits[at] & PREPOSITION:
                break
        first = _list_start(sentence, count.start)
        if count.kind != "casualties" and _LOSING.isdisjoint(words[max(0, first - 3) : first]):
            return None
        for at in range(count.end - 1 if first == count.start else first, max(-1, first - 7), -1):
            word = words[at]
            if word in ("enemy", "enemy's") or (at < first and sentence.bits[at] & BOUNDARY):
                return None
            if word in self.ukrainian or word == "ukraine":
                return "ukrainian"
            if word in self.russian or word in ("russia", "moscow"):
                return "russian"
        return None


def names_an_office(words: list[str], place: str) -> bool:
    """Whether the place stands in the words as a part of an office's name: `the Kharkiv regional administration`."""
    first = place.split()[0]
    return any(
        word.removesuffix("'s") == first
        and words[at + 1 : at + 2]
        and words[at + 1] in REGION
        and not OFFICES.isdisjoint(words[at + 2 : at + 4])
        for at, word in enumerate(words)
    )


def _list_start(sentence: Sentence, start: int) -> int:
    """Where the list of counts begins that the count at ``start`` goes on with: `lost 40 men killed, 60 wounded and 20 captured`."""
    words = sentence.words
    while start > 1 and (words[start] == "including" or words[start - 1] in _GO_ON):
        before, reach = start, 1
        while before > 1 and words[before - 1] in _GO_ON:
            before -= 1
        if "including" in words[before : start + 1]:
            reach = _FAR_PART
        near = (phrase for phrase in sentence.phrases if phrase.harm is not None and phrase.end <= before)
        last = max(near, key=lambda phrase: phrase.end, default=None)
        if last is None or before - last.end > reach:
            return start
        start = last.start
    return start


_GO_ON = frozenset(["and", ",", "including"])
_FAR_PART = 8  # words between a count and the part of it that `including` names
REGION = frozenset(["region", "region's", "regional", "oblast"])
OFFICES = frozenset(["police", "prosecutors", "prosecutor's", "governor", "head", "administration", "officials", "authorities", "rescuers"])
_LOSING = frozenset(["suffered", "suffering", "lost", "lose", "loses", "losing"])
_LOSSES = frozenset(["losses", "casualties", "deaths", "fatalities"])
_TIMES_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december morning evening midnight noon dawn night overnight midday afternoon today yesterday hours"
)
_TIMES = frozenset(_TIMES_WORDS.split())


def _when(sentence: Sentence, count: Count) -> str | None:
    """The words of time nearest to the count: `by evening`, `as of 6 a.m.`, `on Tuesday`."""
    words = sentence.words
    best, chosen = 10**9, None
    for at, word in enumerate(words):
        if word in _TIMES and not (
            (word in ("may", "march") and not words[at + 1 : at + 2]) or (word == "may" and not _date_near(words, at))
        ):
            distance = at - count.end if at >= count.end else count.start - at
            if distance < best:
                best, chosen = distance, at
        elif word == "as" and words[at + 1 : at + 2] == ["of"] and at + 2 < len(words):
            best, chosen = -1, at + 2
    if chosen is None:
        return None
    start = chosen
    while start > 0 and words[start - 1] in (
        "on",
        "by",
        "as",
        "of",
        "early",
        "late",
        "since",
        "until",
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "the",
        "in",
        "past",
    ):
        start -= 1
    end = chosen + 1
    while end < len(words) and (words[end] in _TIMES or words[end].isdigit()) and end < chosen + 3:
        end += 1
    return sentence.text[sentence.row.starts[start] : sentence.row.ends[end - 1]]


def _date_near(words: list[str], at: int) -> bool:
    return any(w.isdigit() for w in words[max(0, at - 1) : at] + words[at + 1 : at + 2])
