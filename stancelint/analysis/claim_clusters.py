"""Which mentions are one event's count: headline and body, repetition, update, and the figures that contradict each other.

Two counts are of one event where kind, people, place and time agree as far as they are given, and neither is a part of the
other. Compatible figures (a minimum below an exact one, equal ones) share their sources; others are updates where the text says
when or that it rose, differing counts where the text says so, and else a contradiction.
"""

from __future__ import annotations

from stancelint.analysis.claim_occasions import TOLD_TO_DIFFER, day_of, on_a_day, separate
from stancelint.analysis.claim_setting import names_an_office
from stancelint.analysis.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found

_REACH = 9  # words around a count that speak of it
_NIGHTLY = frozenset(("overnight",))
_LONGEST_NAME = 8  # words of an event with what it struck
_NEAR_BLOCKS = 2  # a count without a place belongs to one with a place that stands so near
_FAR_TIMES, _FAR_MORE = 3, 6
_NEAR_TIMES, _NEAR_MORE = 1.5, 3
_FLOOR_TIMES = 1.1
_INCIDENTS = frozenset(("incident", "airstrike", "ambush", "shooting"))
_ROUND = frozenset(("dozens", "scores", "hundreds", "thousands", "several", "tens"))
_MOST = 120  # claims of one draft that are compared with each other; a longer ledger is compared in windows


class Event:
    """One count as clustering sees it; ``lead`` says headline or standfirst."""

    __slots__ = (
        "anew",
        "another",
        "antecedent",
        "apart",
        "block",
        "bounds",
        "cluster",
        "definite",
        "differing",
        "found",
        "lead",
        "nightly",
        "number",
        "rivals",
        "separate",
        "struck",
        "total",
        "update",
    )

    def __init__(self, number: int, found: Found, block: int, *, lead: bool, lists: dict[str, frozenset[str]]) -> None:
        self.block = block
        self.number = number
        self.found = found
        self.bounds = _bounds(found)
        self.lead = lead
        words = frozenset(found.sentence.words)
        count = found.count
        near = frozenset(found.sentence.words[max(0, count.start - _REACH) : count.end + _REACH])
        self.update = any(word in lists["updates"] and not _brought_down(found.sentence.words, word) for word in near) or _clocked(found)
        self.apart = bool(near & lists["apart"])
        self.nightly = near & lists["apart"] == _NIGHTLY
        self.total = bool(_undated(found.sentence.words, max(0, count.start - _REACH), count.end + _REACH) & lists["totals"])
        self.separate = separate(found.sentence.words)
        self.another = self.separate and not (lists["events"] | _INCIDENTS).isdisjoint(found.sentence.words[1:5])
        self.anew = on_a_day(found.sentence.words, lists)
        self.differing = bool(words & lists["differing"])
        self.definite = _definite(found, lists)
        if self.definite:
            self.apart = self.total = False
        self.struck = _struck(found, lists)
        self.cluster = number
        self.antecedent: Event | None = None  # the earlier count that this one takes up: `killed in the strike`
        self.rivals: list[Event] = []


def _brought_down(words: list[str], word: str) -> bool:
    """Whether a word that can raise a toll (`bringing it to nine`) only says what befell a wall: `brought down a stairwell`."""
    return any(words[at] == word and words[at + 1] in ("down", "up", "out") for at in range(len(words) - 1))


def _undated(words: list[str], start: int, end: int) -> frozenset[str]:
    """The words from ``start`` to ``end`` without the year of a full date: `killed on 3 November 2026` sums up no year."""
    return frozenset(words[at] for at in range(start, min(end, len(words))) if not (words[at].isdigit() and _ends_a_date(words, at)))


def _ends_a_date(words: list[str], at: int) -> bool:
    if at > 2 and words[at - 1] == ",":
        return words[at - 3] in MONTHS and words[at - 2].isdigit()
    return at > 1 and words[at - 1] in MONTHS and words[at - 2].isdigit()


def _clocked(found: Found) -> bool:
    when = (found.setting.when or "").lower()
    return when.startswith(("by ", "as of", "as "))


def _definite(found: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the count hangs on an event that the draft has told of: `the strike on the market, which killed eight`."""
    words, start = found.sentence.words, found.count.start
    if found.setting.when or start < 3 or words[start - 1] not in ("which", "that"):
        return False
    return words[0] == "the" and not lists["events"].isdisjoint(words[1:4])


def _struck(found: Found, lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """What an event that the draft has told of struck, where the count is told as the whole of it: `were killed in the strike on
    the block`, `the strike on the block killed nine`. Nothing for `two nurses killed in the strike were buried`: they are some of it."""
    words, verb = found.sentence.words, found.count.verb
    if verb is None or found.count.parent is not None or (verb.bare and not verb.active):
        return frozenset()
    reach = range(verb.group - 1, max(0, verb.group - _LONGEST_NAME), -1) if verb.active else range(verb.end, verb.end + 4)
    at = next((i for i in reach if i < len(words) and words[i] in lists["events"]), 0)
    if not at or words[at + 1 : at + 2] not in (["on"], ["at"]) or "the" not in words[max(0, at - 2) : at]:
        return frozenset()
    end = verb.group if verb.active else min(len(words), at + _LONGEST_NAME)
    named = words[at + 2 : next((i for i in range(at + 2, end) if not words[i].isalnum()), end)]
    return frozenset(word for word in named if len(word) > 3)


def link(events: list[Event], folded: str) -> None:
    """Number the clusters and note rivals, in place; no figures are rivals where the draft says that the accounts differ."""
    if TOLD_TO_DIFFER.search(folded):
        for event in events:
            event.differing = True
    for i, event in enumerate(events):
        earlier = [other for other in reversed(events[max(0, i - _MOST) : i]) if _taken_up(other, event) or same_event(other, event)]
        first = next((other for other in earlier if compatible(other, event)), None)
        joined = first is not None
        if first is not None:
            event.cluster = first.cluster
        for other in earlier:
            if compatible(other, event):
                continue
            if _contradicts(other, event):
                event.rivals.append(other)
                other.rivals.append(event)
                if not joined:
                    event.cluster = other.cluster
                    joined = True
            elif event.update and not joined and _agree(other.found.setting.place, event.found.setting.place):
                event.cluster = other.cluster
                joined = True
    for event in events:
        if event.lead and event.rivals and _matched(event, events):
            for rival in event.rivals:
                rival.rivals.remove(event)
            event.rivals = []
    for event in events:
        if event.lead and not event.rivals:  # the headline inherits from the count that it repeats
            same = (other for other in events[:_MOST] if not other.lead and other.cluster == event.cluster and compatible(event, other))
            event.rivals = next((list(other.rivals) for other in same if other.rivals), [])


def _taken_up(one: Event, other: Event) -> bool:
    """Whether the other count takes this one up, or one that repeats it."""
    back = other.antecedent
    return back is not None and (one is back or (one.cluster == back.cluster and compatible(one, back)))


def _matched(event: Event, events: list[Event]) -> bool:
    """Whether the body gives the headline's figure somewhere: then what else it gives is another count."""
    return any(
        not other.lead and other.found.count.kind == event.found.count.kind and compatible(event, other) and not other.found.count.parent
        for other in events[:_MOST]
    )


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def same_event(one: Event, other: Event) -> bool:
    """Whether kind, people, place and time agree as far as the text gives them."""
    a, b = one.found, other.found
    if a.count.kind != b.count.kind or a.historical != b.historical:
        return False
    if other.separate and not one.lead and (not _equal(one, other) or other.another):
        return False
    if other.anew and not one.lead and a.sentence is not b.sentence:
        days = day_of(a.setting.when), day_of(b.setting.when)
        if days[1] is None or days[0] not in (None, days[1]):
            return False
    whole, some = a.count.parent is None, b.count.parent is None
    if whole != some and not (_equal(one, other) and _group(a) == _group(b)):
        return False
    if not _same_people(one, other, whole=whole and some):
        return False
    if a.setting.side and b.setting.side and a.setting.side != b.setting.side:
        return False
    here, there = a.setting.place, b.setting.place
    if here and there and here != there and there not in a.setting.places and here not in b.setting.places:
        return False
    if (here is None) != (there is None) and not _equal(one, other):
        reach = _NEAR_BLOCKS if "russia" not in (a.setting.territory, b.setting.territory) else 0  # `two hurt`, of Kyiv, and one in Rostov
        if abs(one.block - other.block) > reach:
            return False
    return one.total == other.total or _equal(one, other)


_APART = (
    frozenset(("children", "people")),
    frozenset(("soldiers", "civilians")),
    frozenset(("soldiers", "children")),
    frozenset(("civilians", "children")),
)
_NEVER_ONE, _ROUGHLY_ONE = frozenset(("soldiers", "civilians")), frozenset(("soldiers", "people"))


def _same_people(one: Event, other: Event, *, whole: bool) -> bool:
    """Whether the groups that are counted may be one; ``whole``: neither count is a part of another."""
    groups = frozenset((_group(one.found), _group(other.found)))
    if len(groups) == 1:
        return True
    if not whole or groups == _NEVER_ONE or (groups in _APART and not _equal(one, other)):
        return False
    return groups != _ROUGHLY_ONE or (_equal(one, other) and _agree(one.found.setting.place, other.found.setting.place))


def _group(found: Found) -> str:
    group = found.setting.group
    return group if group in ("children", "soldiers", "civilians") else "people"


def _equal(one: Event, other: Event) -> bool:
    a, b = one.found.count, other.found.count
    return a.low == b.low and (a.high == b.high or a.high is None or b.high is None)


def compatible(one: Event, other: Event) -> bool:
    """Whether the two figures can both be true: their bounds meet. A rough figure reaches a tenth to either side."""
    a, b = one.bounds, other.bounds
    if not (a[0] <= b[1] and b[0] <= a[1]):
        return False
    if not _equal(one, other) and _dated_apart(one, other):
        return False  # a running total of a later day
    # an open bound agrees with what is near it, not with everything beyond
    least, most = sorted((one.found.count.low or one.found.count.high or 0, other.found.count.low or other.found.count.high or 0))
    return most <= _FAR_TIMES * least + _FAR_MORE


def near_enough(one: Event, other: Event) -> bool:
    """Whether two figures that can both be true are near enough for each to stand behind the other: `at least 18` is no word for 40."""
    if not compatible(one, other):
        return False
    if any(event.found.sentence.words[event.found.count.figure[0]] in _ROUND for event in (one, other)):
        return True
    least, most = sorted(event.found.count.low or event.found.count.high or 0 for event in (one, other))
    hedges = (one.found.count.hedge, other.found.count.hedge)
    if hedges == ("at-least", "at-least") or "at-most" in hedges:
        return most <= _FLOOR_TIMES * least + 1  # `more than 80` and `at least 108` are two figures
    return most <= _NEAR_TIMES * least + _NEAR_MORE


def _dated_apart(one: Event, other: Event) -> bool:
    """Whether the two sentences give a date each, and not the same: `By 1 May`, `on 17 May`."""
    here, there = _dates(one.found.sentence.words), _dates(other.found.sentence.words)
    return len(here) == len(there) == 1 and here != there


def _dates(words: list[str]) -> frozenset[tuple[str, str]]:
    found = set()
    for at, word in enumerate(words):
        if word in MONTHS:
            day = next((near for near in words[max(0, at - 1) : at] + words[at + 1 : at + 2] if near.isdigit() and len(near) < 3), None)
            if day is not None:
                found.add((day, word))
    return frozenset(found)


def _bounds(found: Found) -> tuple[float, float]:
    count = found.count
    high = float("inf") if count.high is None else float(count.high)
    if count.hedge == "about" and count.high is not None and count.low > 9:
        return count.low * 0.9, high * 1.1
    return float(count.low), high


def _contradicts(one: Event, other: Event) -> bool:
    """Whether incompatible figures of what seems one event are left unexplained; the doubtful is no contradiction."""
    a, b = one.found, other.found
    if _wide(a) or _wide(b):
        return False
    if (
        (a.sentence is b.sentence and not _same_again(a, b))
        or a.historical
        or a.count.parent
        or b.count.parent
        or a.count.zero
        or b.count.zero
    ):
        return False
    if one.update or other.update or one.apart or other.apart or one.differing or other.differing:
        return False
    if one.total or other.total or _dated_apart(one, other):
        return False
    if (a.count.phrase is not None and a.count.phrase.implied) or (b.count.phrase is not None and b.count.phrase.implied):
        return False
    if _taken_up(one, other):
        return True
    here, there = a.setting.place, b.setting.place
    if day_of(a.setting.when) and day_of(b.setting.when) and day_of(a.setting.when) != day_of(b.setting.when):
        return False
    if here and there:
        return here == there
    if one.definite or other.definite or not one.struck.isdisjoint(other.struck):
        return True
    return one.lead != other.lead and not (here is None and there is None and day_of(a.setting.when) != day_of(b.setting.when))


def _same_again(a: Found, b: Found) -> bool:
    """Whether the second of two counts in a sentence says that it is of the same event: `; the same strike left nine dead`."""
    first, second = sorted((a, b), key=lambda found: found.count.figure[0])
    between = a.sentence.words[first.count.figure[1] : second.count.figure[0]]
    return any(between[at : at + 2] == ["the", "same"] and ";" in between[:at] for at in range(len(between)))


def _wide(found: Found) -> bool:
    """Whether the sentence counts over many places: `across Ukraine`, two towns in one sentence."""
    words = found.sentence.words
    named = {place for place in found.setting.places if place not in ("ukraine", "russia") and not names_an_office(words, place)}
    return len(named) > 1 or not _WIDE.isdisjoint(words)


_WIDE = frozenset(("across", "nationwide", "regions", "cities", "countrywide", "throughout", "several"))
