"""Whose the bodies are that one side hands to the other: what Russia gives back are Ukraine's dead, and what Ukraine receives as well."""

from __future__ import annotations

from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualty_verbs import Count
    from stancelint.analysis.counted import Sentence
    from stancelint.choices import Side

_REMAINS = frozenset(("body", "bodies", "corpses", "remains"))
_SIDES: dict[str, Side] = {
    **dict.fromkeys(("ukraine", "ukraine's", "kyiv", "kyiv's", "ukrainian", "ukrainians"), "ukrainian"),
    **dict.fromkeys(("russia", "russia's", "moscow", "moscow's", "russian", "russians"), "russian"),
}
_OTHER: dict[Side, Side] = {"ukrainian": "russian", "russian": "ukrainian"}
_GIVING_WORDS = (
    "handed hand hands handing returned returns return returning gave give gives giving given transferred transfers transferring "
    "repatriated repatriates delivered delivers delivering turned sent passed released brought"
)
_GIVING = frozenset(_GIVING_WORDS.split())
_TAKING_WORDS = "received receives receive receiving took takes taking got gets accepted accepts recovered retrieved collected"
_TAKING = frozenset(_TAKING_WORDS.split())
_HOMEWARD = frozenset(("home", "back"))  # brought home, brought back: whoever brings them takes them
_SAID_TO_BE = frozenset(("who", "whom", "that", "which", "described", "identified"))
_RANKS_WORDS = "soldiers servicemen servicemembers troops fighters defenders dead men fallen military personnel marines"
_RANKS = frozenset(_RANKS_WORDS.split())
_BEFORE = 10  # words before the bodies in which the verb stands, and before the verb those of its subject
_BEHIND = 12  # words behind them in which it is said whose they are, by whom they come and to whom they go


def handed_over(sentence: Sentence, count: Count) -> Side | None:
    """The side whose dead a count of bodies speaks of, as the words of the handover say; None where it counts none or they do not say."""
    phrase = count.phrase
    start = count.start if phrase is None else min(phrase.start, count.start)
    end = count.end if phrase is None else max(phrase.end, count.end)
    if _REMAINS.isdisjoint(sentence.words[max(0, start - 2) : end]):
        return None
    return _called(sentence.words, end) or _giver_or_taker(sentence.words, start) or _way(sentence.words, end)


def _called(words: list[str], end: int) -> Side | None:
    """`1,000 people, whom it described as Ukrainian soldiers`: what they are said to be."""
    behind = words[end : end + _BEHIND]
    if not behind or (behind[0] != "," and behind[0] not in _SAID_TO_BE) or _SAID_TO_BE.isdisjoint(behind[:4]):
        return None
    return next((_SIDES[a] for a, b in pairwise(behind) if a in _SIDES and b in _RANKS), None)


def _giver_or_taker(words: list[str], start: int) -> Side | None:
    """The subject of the verb before the bodies: who gives away, the other side's; who receives, its own."""
    for at in range(start - 1, max(-1, start - _BEFORE), -1):
        word = words[at]
        if word in (";", ":", "and", "but"):
            return None
        if word not in _GIVING and word not in _TAKING:
            continue
        subject = next((_SIDES[words[i]] for i in range(at - 1, max(-1, at - _BEFORE), -1) if words[i] in _SIDES), None)
        if subject is None:
            return None
        takes = word in _TAKING or (word == "brought" and not _HOMEWARD.isdisjoint(words[at + 1 : start + 1]))
        return subject if takes else _OTHER[subject]
    return None


def _way(words: list[str], end: int) -> Side | None:
    """`were returned by Russia`, `were handed to Kyiv`: by whom they come and to whom they go."""
    for at in range(end, min(len(words) - 1, end + _BEHIND)):
        if words[at] in (";", ":", ",", "."):
            return None
        side = next((_SIDES[word] for word in words[at + 1 : at + 3] if word in _SIDES), None)
        if side is not None and words[at] == "to":
            return side
        if side is not None and words[at] in ("by", "from"):
            return _OTHER[side]
    return None
