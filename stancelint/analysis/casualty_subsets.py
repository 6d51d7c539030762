"""Counts that lean on another: `including five children`, `four of them critically`, `the second, seven`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    BE,
    BOUNDARY,
    HAVE,
    MODAL,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    STATE,
    STOP,
    VERB,
    CasualtyWords,
)
from stancelint.analysis.casualty_verbs import Count, followed_by_harm
from stancelint.analysis.counted import BARE, PEOPLE, THINGS, Phrase, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import ClaimKind

_MANNERS = frozenset(
    ("critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly", "fatally", "mortally", "moderately", "mildly")
)
_AMONG = frozenset(("among", "amongst", "including", "includes", "include", "included", "whom"))
_ALIVE = frozenset(("said", "told", "survived", "alive", "rescued", "released"))
_ONWARD = frozenset((",", "and", "&", "or", ";", "while", "but", "plus"))
_LONGEST_LIST = 18
_WHERE = frozenset(("on", "in", "at", "near", "during", "outside", "across", "around"))
_DASHES = frozenset("-–—")


def read_subsets(sentence: Sentence, counts: list[Count], lexicon: CasualtyWords) -> None:
    """Give every phrase that is still free the harm of the count that it leans on."""
    counts.sort(key=lambda count: count.figure[0])
    for phrase in sentence.phrases:
        if phrase.harm is not None or phrase.counts == THINGS or (phrase.implied and sentence.bits[phrase.start] & POSSESSIVE):
            continue
        parent = next((c for c in reversed(counts) if c.figure[0] < phrase.figure[0] and not c.zero), None)
        if parent is not None and _is_part(sentence, phrase, parent, counts):
            _lean(sentence, phrase, parent, counts, part=True)
        elif parent is not None and _gapped(sentence, phrase, parent):
            _lean(sentence, phrase, parent, counts, part=False)
        elif (later := _later_set(sentence, phrase, counts)) is not None:
            _lean(sentence, phrase, later, counts, part=True)
        else:
            _from_the_dead(sentence, phrase, counts, lexicon)


def _lean(sentence: Sentence, phrase: Phrase, parent: Count, counts: list[Count], *, part: bool) -> None:
    count = Count(parent.kind, phrase, phrase.start, phrase.end)
    count.verb = parent.verb
    if part:
        count.parent = parent.parent or parent
        if phrase.start and sentence.words[phrase.start - 1] in ("including", "among"):
            count.start = phrase.start - 1
    phrase.harm = parent
    counts.append(count)
    counts.sort(key=lambda c: c.figure[0])


def _is_part(sentence: Sentence, phrase: Phrase, parent: Count, counts: list[Count]) -> bool:
    words = sentence.words
    size = len(words)
    before = words[phrase.start - 1] if phrase.start else ""
    after = words[phrase.end] if phrase.end < size else ""
    if (
        before in _AMONG
        or (before == "counting" and phrase.start > 1 and words[phrase.start - 2] == ",")
        or (before in ("them", "were", "was") and phrase.start > 1 and words[phrase.start - 2] in ("among", "them", "amongst"))
    ):
        if words[phrase.start - 4 : phrase.start - 2] in (["none", "of"], ["neither", "of"], ["not", "of"]):
            return False  # `none of them was a soldier`
        if phrase.start - parent.end > 26 or (phrase.counts == BARE and after == "of"):
            return False
        return not (phrase.counts == BARE and before in ("among",))
    near = phrase.start - max(parent.end, parent.figure[1]) <= 14
    if not near or _left_out(words, phrase):
        return False
    if words[phrase.start - 2 : phrase.start] == ["of", "which"] or (after == "of" and words[phrase.end + 1 : phrase.end + 2] == ["which"]):
        latest = next(other for other in reversed(sentence.phrases) if other.end <= phrase.start)
        return latest is parent.phrase  # else `which` is what was counted since
    if phrase.of and words[phrase.end - 1] in ("them", "whom"):
        of_theirs = words[phrase.end : phrase.end + 7]
        if "," in of_theirs[1:]:  # `two of them teachers, the mayor said`
            of_theirs = of_theirs[: of_theirs.index(",", 1)]
        return _ALIVE.isdisjoint(of_theirs)
    if before == "(" and phrase.counts == PEOPLE and parent.end == phrase.start - 1:
        return True  # `killed 25 people (16 women and 9 men)`
    if before == ":" and phrase.counts == BARE and parent.end == phrase.start - 1 and after in _WHERE:
        return True  # `28 dead: 11 in Dnipro and 17 in Kyiv`
    if after in ("of",) and words[phrase.end + 1 : phrase.end + 2] in (["them"], ["whom"]):
        return True
    if phrase.counts == BARE and (
        after in _MANNERS
        or (after == "in" and words[phrase.end + 1 : phrase.end + 3] in (["critical", "condition"], ["serious", "condition"]))
    ):
        return True
    if after == "among" and words[phrase.end + 1 : phrase.end + 2] == ["them"]:
        return True
    if words[phrase.start - 2 : phrase.start] == ["of", "whom"] or (after in ("were", "are", "was") and _of_the(sentence, phrase, parent)):
        return True
    # the list goes on: `including two children and a woman`
    previous = sentence.ends_at.get(phrase.start - 1) or sentence.ends_at.get(phrase.start - 2)
    if previous is not None and before in ("and", ",") and phrase.counts == PEOPLE:
        owner = next((c for c in counts if c.phrase is previous), None)
        return owner is not None and owner.parent is not None and not followed_by_harm(sentence, phrase)
    return False


def _left_out(words: list[str], phrase: Phrase) -> bool:
    """Whether the phrase is what `all but two of them` leaves out."""
    before = words[max(0, phrase.start - 3) : phrase.start]
    return before[-2:] in (["all", "but"], ["all", "except"], ["all", "save"]) or before == ["all", "except", "for"]


def _of_the(sentence: Sentence, phrase: Phrase, parent: Count) -> bool:
    """`Of the 18 killed, six were children`."""
    words = sentence.words
    return parent.start > 0 and "of" in words[max(0, parent.start - 2) : parent.start + 1] and words[phrase.start - 1] == ","


def _later_set(sentence: Sentence, phrase: Phrase, counts: list[Count]) -> Count | None:
    """`Two children were among the 12 killed`: the set comes behind its part."""
    words = sentence.words
    for count in counts:
        if count.start > phrase.end and not count.zero:
            between = words[_list_end(sentence, phrase) : count.start]
            if "among" in between and len(between) < 6:
                return count
            return None
    return None


def _list_end(sentence: Sentence, phrase: Phrase) -> int:
    """Where a list of people ends that a phrase opens: `three nurses and a driver`, `nine members of a family`."""
    words, bits = sentence.words, sentence.bits
    end = phrase.end
    stop = min(len(words), phrase.end + _LONGEST_LIST)
    while end < stop:
        onward = end
        while onward < stop and words[onward] in ("and", ","):
            onward += 1
        following = sentence.starts_at.get(onward) if onward > end else None
        if following is not None and following.counts == PEOPLE:
            end = following.end
            continue
        if not bits[end] & PREPOSITION or words[end] in ("among", "amongst"):
            break
        onward = end + 1
        while onward < stop and words[onward].isalnum() and words[onward] != "and" and not bits[onward] & (VERB | BE | HAVE | BOUNDARY):
            onward += 1
        end = onward
    return end


def _gapped(sentence: Sentence, phrase: Phrase, parent: Count) -> bool:
    """`three were killed on Tuesday and 12 on Wednesday`; `the first killed four; the second, seven`."""
    words, bits = sentence.words, sentence.bits
    if phrase.counts not in (BARE, PEOPLE) or phrase.of or phrase.start == 0 or followed_by_harm(sentence, phrase):
        return False
    begin = max(parent.end, parent.figure[1])
    if phrase.start - begin > 12 or (phrase.implied and phrase.counts == BARE):
        return False
    between = range(begin, phrase.start)
    if any(bits[i] & (VERB | BE | HAVE | MODAL | BOUNDARY) and not bits[i] & PREPOSITION for i in between):
        return False
    if words[phrase.start - 1] not in _ONWARD:
        return False
    if any(p.counts == THINGS and begin <= p.start < phrase.start and not _dated(words, p) for p in sentence.phrases):
        return False
    after = phrase.end
    if after + 1 < len(words) and words[after] in _DASHES and words[after + 1] in _WHERE:
        after += 1  # `48 - in the capital`
    ends = after >= len(words) or words[after] in (".", ";", ",", "!")
    if phrase.counts == PEOPLE:
        return False
    second = any(words[i] in ("second", "other", "third", "another") for i in between)
    if ends:
        return second
    return bool(bits[after] & PREPOSITION) and words[after] in _WHERE


def _dated(words: list[str], phrase: Phrase) -> bool:
    if phrase.low == phrase.high and words[phrase.figure[0]] in ("second", "third", "fourth", "fifth"):
        return True
    return words[phrase.figure[0]][0].isdigit() and phrase.end == phrase.figure[1]


def _from_the_dead(sentence: Sentence, phrase: Phrase, counts: list[Count], lexicon: CasualtyWords) -> None:
    """`Six peacekeepers were among the dead`, `among the victims were two children`, `the dead included three medics`."""
    words, bits = sentence.words, sentence.bits
    size = len(words)
    if phrase.counts not in (PEOPLE, BARE):
        return
    at = _list_end(sentence, phrase)
    if words[at : at + 2] in ([",", "aged"], [",", "ages"]):  # `two children, aged 9 and 13, were among the dead`
        at = next((i + 1 for i in range(at + 2, min(size, at + 10)) if words[i] == ","), at)
    begin = at
    while at < size and bits[at] & (BE | HAVE) and at < begin + 3:
        at += 1
    kind: ClaimKind | None = None
    if at + 1 < size and words[at] in ("among", "amongst", "of"):
        kind = _the_harmed(sentence, at + 1, lexicon)
        if words[at] == "of" and phrase.low < 2:
            return
    if kind is None and phrase.start > 2:
        kind = _set_before(sentence, phrase, counts, lexicon)
    if kind is not None:
        count = Count(kind, phrase, phrase.start, phrase.end)
        count.leans = True
        phrase.harm = count
        counts.append(count)
        counts.sort(key=lambda c: c.figure[0])


def _set_before(sentence: Sentence, phrase: Phrase, counts: list[Count], lexicon: CasualtyWords) -> ClaimKind | None:
    """The kind of a set named before the phrase: `among the dead were`, `the wounded include`, or a list that such words opened."""
    words, bits = sentence.words, sentence.bits
    k = phrase.start - 1
    begin = max(0, k - 6)
    if bits[k] & BE or words[k] in ("include", "includes", "included", "including", ":"):
        for j in range(k - 1, begin - 1, -1):
            kind = _the_harmed(sentence, j, lexicon) if words[j] in ("the", "those") else None
            if kind is not None:
                numbered = phrase.counts == PEOPLE and not phrase.implied and j == 0  # `The dead were four women and a boy`
                return kind if not bits[k] & BE or "among" in words[begin:k] or numbered else None
    elif words[k] in ("and", ","):
        previous = sentence.ends_at.get(k) or sentence.ends_at.get(k - 1)
        for owner in counts:
            if previous is not None and owner.phrase is previous and owner.verb is None and owner.parent is None:
                opened = words[owner.start - 1 : owner.start]
                return owner.kind if owner.leans or (opened and opened[0] in ("were", "included", "include", "are", "was")) else None
    return None


def _the_harmed(sentence: Sentence, at: int, lexicon: CasualtyWords) -> ClaimKind | None:
    """The kind of `the dead`, `those killed`, `the injured`, `the victims` at a place, or None."""
    words = sentence.words
    if at + 1 >= len(words) or words[at] not in ("the", "those"):
        return None
    for i in range(at + 1, min(len(words), at + 4)):
        for harm in lexicon.harms.get(words[i], ()):
            if len(harm.words) == 1 and sentence.bits[i] & STATE:
                return harm.kind
        if words[i] in ("victims", "fatalities", "casualties", "hostages"):
            return "killed" if words[i] == "victims" else lexicon.nouns[words[i]]
        if sentence.bits[i] & STOP or not (sentence.bits[i] & PERSON or i == at + 1):
            return None
    return None


_THOSE = frozenset(("those", "these", "them", "the"))
_OPENING = 8  # words of a sentence in which `of the 14, nine …` stands


def leans_on_the_last(sentence: Sentence, count: Count) -> bool:
    """Whether the count is some of those counted before: `71 of those deaths`, `nine of the injuries`, `Of the 14, nine died`."""
    words, phrase = sentence.words, count.phrase
    if phrase is None or count.parent is not None:
        return False
    first, end = phrase.figure
    if words[0] == "of" and words[1:2] != [] and words[1] in _THOSE and "," in words[2:first] and first <= _OPENING:
        return True
    return phrase.of and words[end : end + 1] == ["of"] and words[end + 1 : end + 2] != [] and words[end + 1] in _THOSE
