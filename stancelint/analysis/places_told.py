"""Which towns a stretch of a draft tells of, and not only names: an office is called by its town, and its town is not where a strike is."""

from __future__ import annotations

import re
from collections.abc import Container

from stancelint.analysis.claim_setting import CAPITALS
from stancelint.text.patterns import lazy

_PLAIN_WORD = lazy(r"[^\W\d_]+(?:'s)?")
_NEAR_WORDS = 3  # behind a place, in which the office stands that is named by it
_OFFICE_WITHIN = 40  # letters of those
_SHORT = 3  # words of a sentence that is a place and hardly more
_OPENS = 2  # words before a place with which a sentence opens
_STRIKES_WORDS = "drone drones missile missiles shells bomb bombs rocket rockets hit struck shelled bombed attacked"
STRIKES = frozenset(_STRIKES_WORDS.split())


def turns_elsewhere(text: str, here: Container[str], towns: Container[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether a folded stretch of a draft turns to a town that is not ``here``; ``towns`` holds the first words of names of places."""
    for match in _PLAIN_WORD.finditer(text):
        word = match.group().removesuffix("'s")
        if word not in here and word in towns and _happens_there(text, match, lists):
            return True
    return False


def one_town(text: str, towns: Container[str], lists: dict[str, frozenset[str]]) -> set[str]:
    """The town that a folded paragraph names, if it names only one: what is counted there is of that town, whichever sentence it is in."""
    named = set()
    for match in _PLAIN_WORD.finditer(text):
        word = match.group().removesuffix("'s")
        if word in towns and word not in CAPITALS and not _names_an_office(text, match, lists):
            named.add(word)
    return named if len(named) == 1 else set()


def _names_an_office(text: str, named: re.Match[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether an office is named by the place: `the Donetsk regional prosecutor's office`, `the governor of Donetsk region`."""
    until = min(_end_of_sentence(text, named.end()), named.end() + _OFFICE_WITHIN)
    behind = _PLAIN_WORD.findall(text[named.end() : until])[:_NEAR_WORDS]
    return not lists["offices"].isdisjoint(behind) or behind[:1] in (["region"], ["oblast"])


def _happens_there(text: str, named: re.Match[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether the draft turns to a place: it opens a sentence, or something strikes there; an office is named by it only in passing."""
    if _names_an_office(text, named, lists):
        return False
    begin = max(text.rfind(mark, 0, named.start()) + len(mark) for mark in (". ", "\n", "? ", "! "))
    words = frozenset(_PLAIN_WORD.findall(text[max(0, begin) : _end_of_sentence(text, named.end())]))
    if len(words) <= _SHORT or not words.isdisjoint(lists["events"] | STRIKES):
        return True
    return len(text[max(0, begin) : named.start()].split()) < _OPENS  # `In Sumy, …`


def _end_of_sentence(text: str, at: int) -> int:
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    return min(ends, default=len(text))
