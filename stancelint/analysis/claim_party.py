"""Whose dead a count speaks of when the words name only the doer, or the enemy: what a belligerent's word is judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancelint.analysis.casualty_lexicon import PARTICIPLE
from stancelint.analysis.claim_setting import Side

if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found


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
    commas = 1 if verb.active and verb.harm.acts == PARTICIPLE else 0
    for i in region:
        word = words[i]
        if word == "," and commas:
            commas -= 1
            continue
        if word in (",", "and", "but", "that", "as"):
            return None
        if word in ("said", "says", "according", "reported", ";", "controlled", "occupied", "held", "installed"):
            return None
        if word in ("russian", "russia", "russia's", "russians"):
            if words[i + 1 : i + 2] == ["-"]:
                continue
            return "ukrainian"
        if word in ("ukrainian", "ukraine's", "ukrainians"):
            return "russian" if words[i + 1 : i + 2] not in (["officials"], ["authorities"]) else None
    return None


def enemy(one: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the words say that the dead are the speaker's enemies: `eliminated`, `enemy infantry`."""
    words = one.sentence.words
    count = one.count
    if count.verb is not None and words[count.verb.start] in lists["enemy-deeds"]:
        return True
    return any(word in ("enemy", "enemy's", "adversary") for word in words[max(0, count.start - 4) : count.end])


def combatants(one: Found, lists: dict[str, frozenset[str]]) -> bool:
    """Whether the dead are called what an enemy calls them: `killed 20 militants`."""
    count = one.count
    return count.phrase is not None and count.phrase.head >= 0 and one.sentence.words[count.phrase.head] in lists["foes"]
