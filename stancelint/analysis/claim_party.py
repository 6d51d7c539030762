"""Whose dead a count speaks of when the words name only the doer, or the enemy: what a belligerent's word is judged by."""

from __future__ import annotations

from itertools import pairwise

from stancelint.analysis.casualty_lexicon import MILITARY, PARTICIPLE
from stancelint.analysis.counted import whose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found
    from stancelint.analysis.counted import Phrase, Sentence
    from stancelint.choices import Side


_ENDS_THE_DOER = frozenset(
    ("said", "says", "according", "reported", ";", "controlled", "occupied", "held", "installed", "count", "tally", "estimate")
)


_WHOSE = frozenset(("its", "their", "his", "our"))
_FIGHTING = frozenset(
    ("troops", "forces", "fighters", "soldiers", "unit", "brigade", "battalion", "company", "army", "men", "gunners", "crews", "air")
)
_BEFORE_THE_DEED = 5  # words: `his unit managed to kill`


def struck(one: Found, lists: dict[str, frozenset[str]]) -> Side | None:
    """The side that a Russian or Ukrainian strike hit: `a Russian drone killed two`, `killed by Ukrainian shelling`."""
    words = one.sentence.words
    verb = one.count.verb
    if verb is None:
        return None
    if verb.active:
        region = range(verb.group - 1, max(-1, verb.group - 16), -1)
    else:
        by = next((i for i in range(verb.end, min(len(words), verb.end + 3)) if words[i] in ("by", "in")), None)
        if by is None:
            return None
        region = range(by + 1, min(len(words), by + 5))
        if words[by] == "in" and lists["events"].isdisjoint(words[by + 1 : by + 6]):
            return None  # in the Ukrainian capital: where, and not by whom
    commas = 1 if verb.active and verb.harm.acts == PARTICIPLE else 0
    for i in region:
        word = words[i]
        if word == "," and commas:
            commas -= 1
            continue
        if word in (",", "and", "but", "that", "as"):
            return None
        if word in _ENDS_THE_DOER:
            return None
        if word in ("russian", "russia", "russia's", "russians"):
            if words[i + 1 : i + 2] == ["-"]:
                continue
            return "ukrainian"
        if word in ("ukrainian", "ukraine's", "ukrainians"):
            return "russian" if words[i + 1 : i + 2] not in (["officials"], ["authorities"]) else None
    return None


def enemy(one: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the words say that the dead are the speaker's enemies: `eliminated`, `enemy infantry`, `saboteurs`."""
    words = one.sentence.words
    count = one.count
    if count.verb is not None and words[count.verb.start] in lists["enemy-deeds"]:
        return True
    people = _people(one)
    if not lists["enemy-names"].isdisjoint(people) or people[-2:] == ["foreign", "fighters"]:
        return True
    return any(word in ("enemy", "enemy's", "adversary") for word in words[max(0, count.start - 4) : count.end])


def combatants(one: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the dead are called what an enemy calls them: `killed 20 militants`, `killed two Islamic State organisers`."""
    people = _people(one)
    bare = people[-1:] == ["fighters"] and one.count.phrase is not None and one.count.phrase.head == one.count.figure[1]
    if bare and not (one.count.verb is not None and one.count.verb.active):
        return False  # `said that 2,000 fighters were killed`: whose, it does not say
    return people[-1:] != [] and (people[-1] in lists["foes"] or not lists["foe-groups"].isdisjoint(people))


def opposed(one: Found, speaker: list[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether the dead are of a nation that the speaker's side fights, in another war: `Hamas said four Israeli captives`."""
    people = _people(one)
    spoken = [word.removesuffix("'s") for word in speaker]
    return any(f"{word}/{person}" in lists["opposed"] for word in spoken for person in people)


def by_own_hand(one: Found, lists: dict[str, frozenset[str]], *, armed: bool) -> bool:
    """Whether the speaker tells whom its own side killed: `the army said it had killed 40`, where the speaker is ``armed``; `his unit
    killed eleven`, whoever speaks. Who owns up to dead civilians does not count its enemies."""
    verb, words = one.count.verb, one.sentence.words
    if verb is None or not verb.active or words[verb.start] in lists["losing"] or one.setting.group == "civilians":
        return False
    before = words[max(0, verb.group - _BEFORE_THE_DEED) : verb.group]
    if armed and before[-1:] in (["it"], ["they"], ["we"]):
        return True
    return any(a in _WHOSE and b in _FIGHTING for a, b in pairwise(before))


def unit(one: Found, speaker: list[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether a unit of an army speaks of soldiers or of a nation's men: `the Eastern Group of Forces` on `Russians`."""
    if lists["units"].isdisjoint(speaker) and not {"group", "forces"} <= set(speaker):
        return False
    if one.setting.group == "soldiers" or (one.count.phrase is not None and _soldiers(one.sentence, whose(one.sentence, one.count.phrase))):
        return True
    return not lists["nations"].isdisjoint(_people(one)[-1:])


def own(one: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the dead are the speaker's: `20,000 of his men`, `89 of its soldiers`; `Kyiv lost 300 of its men` are the loser's."""
    verb, words = one.count.verb, one.sentence.words
    if verb is not None and words[verb.start] in lists["losing"] and words[verb.group - 1 : verb.group] not in (["it"], ["they"], ["he"]):
        return False
    people, words = _people(one), one.sentence.words
    told = words[max(0, one.count.start - 1) : one.count.figure[0]]
    if any(a in ("its", "their", "his") and b in lists["tolls"] for a, b in pairwise(told)):
        return True  # `raised its toll to 89`
    if people[-1:] in (["dead"], ["wounded"]):
        return False  # `counts 6,000 of their dead`: the enemy's as well
    return not lists["its-own"].isdisjoint(people) or any(a == "the" and b in lists["own-groups"] for a, b in pairwise(people))


def _soldiers(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.head >= 0 and bool(sentence.bits[phrase.head] & MILITARY)


def _people(one: Found) -> list[str]:
    """The words of who was harmed; of `others`, those of the count before it."""
    phrase = one.count.phrase
    if phrase is None:
        return []
    phrase = whose(one.sentence, phrase)
    words = one.sentence.words
    people = words[phrase.start : max(phrase.end, phrase.head + 1)]
    if people[-1:] in (["others"], ["more"]):
        before = [other for other in one.sentence.phrases if other.end <= phrase.start and other.harm is not None and other.head >= 0]
        return words[before[-1].start : before[-1].head + 1] if before else people
    return people if phrase.head >= 0 else []
