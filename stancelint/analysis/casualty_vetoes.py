"""What a count of dead and hurt may be instead of a claim: the toll of a flood, a rate, a denial, a crime, a question, history."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from stancelint.analysis.casualty_grammar import Count
from stancelint.analysis.count_phrases import Sentence
from stancelint.analysis.knowledge import Data

_FAR_YEARS = 20


class Vetoes:
    """The lists of ``lexicons/casualty_vetoes.yaml``: single words as sets, phrases by their first word."""

    name: ClassVar[str] = "casualty_vetoes"
    __slots__ = ("crime", "denial_phrases", "denials", "disaster", "disaster_phrases", "long_ago", "past_events", "rates", "rates_before", "war")

    def __init__(self, data: Data) -> None:
        words = {key: frozenset(w for line in data.get(key, ()) for w in line.split()) for key in ("disaster", "crime", "war", "denials", "rates-before")}
        self.disaster = words["disaster"]
        self.crime = words["crime"]
        self.war = words["war"]
        self.denials = words["denials"]
        self.rates_before = words["rates-before"]
        self.disaster_phrases = _phrases(data, "disaster-phrases")
        self.denial_phrases = _phrases(data, "denial-phrases")
        self.rates = _phrases(data, "rates")
        self.past_events = _phrases(data, "past-events")
        self.long_ago = _phrases(data, "long-ago")

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(data)


Phrases = dict[str, list[tuple[str, ...]]]


def _phrases(data: Data, key: str) -> Phrases:
    found: Phrases = {}
    for line in data.get(key, ()):
        words = tuple(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\S", line))
        found.setdefault(words[0], []).append(words)
    return found


def phrase_in(words: list[str], phrases: Phrases, start: int = 0, end: int | None = None) -> int:
    """Where one of the phrases first begins between two tokens; -1 for nowhere."""
    stop = len(words) if end is None else min(end, len(words))
    for at in range(max(0, start), stop):
        for phrase in phrases.get(words[at], ()):
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                return at
    return -1


PEACE, WAR, NEITHER = range(3)


def setting(words: list[str], vetoes: Vetoes) -> int:
    """Whether the words speak of war or attack, of accident, disaster or crime, or of neither."""
    bare = {word.removesuffix("'s") for word in words}
    if phrase_in(words, vetoes.disaster_phrases) >= 0:
        struck = bare & vetoes.war - {"attack", "attacks", "strike", "strikes"}
        return WAR if struck else PEACE
    if bare & vetoes.war:
        return WAR
    if bare & vetoes.disaster or bare & vetoes.crime:
        return PEACE
    return NEITHER


def vetoed(sentence: Sentence, count: Count, vetoes: Vetoes) -> bool:
    """Whether the sentence itself takes the count back: a rate, a ratio, a denial, a question, a doubt whether."""
    words = sentence.words
    size = len(words)
    end = count.end
    if phrase_in(words, vetoes.rates, end, end + 4) >= 0 and not _another_rate(words, end, vetoes):
        return True
    first = count.figure[0]
    if any(words[i] in vetoes.rates_before for i in range(max(0, first - 3), first)):
        return True
    after = count.figure[1]
    if after + 1 < size and words[after] in ("in", "out") and (words[after + 1] == "of" or words[after + 1] in _RATIO or words[after + 1] == "every"):
        return not (words[after] == "in" and words[after + 1].isdigit() and len(words[after + 1]) == 4)
    if _denied(words, count, vetoes):
        return True
    if _asked(words, count):
        return True
    return any(words[i] in ("whether", "if", "unless") for i in range(max(0, first - 5), first)) and not any(
        words[i] == "," for i in range(max(0, first - 5), first)
    )


_RATIO = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "100"))


def _another_rate(words: list[str], end: int, vetoes: Vetoes) -> bool:
    """`killed 12 people a day after`: a day after is a time, no rate."""
    at = phrase_in(words, vetoes.rates, end, end + 4)
    after = words[at + 2 : at + 3]
    return (words[at] == "a" and after in (["after"], ["before"], ["earlier"], ["later"], ["ago"])) or (words[at : at + 1] == ["daily"] and False)


def _denied(words: list[str], count: Count, vetoes: Vetoes) -> bool:
    """Whether a word of denial stands before the count with no new clause between."""
    first = count.start
    denial = -1
    for i in range(first - 1, -1, -1):
        word = words[i]
        if word in (";", "but", "although", "though", "while") or (word in (",", "and") and first - i > 1 and i + 1 < first and words[i + 1] in ("but", "and", "saying")):
            break
        if word in vetoes.denials:
            denial = i
            break
    if denial >= 0 and first - denial <= 14:
        return True
    at = phrase_in(words, vetoes.denial_phrases, 0, first)
    return at >= 0 and first - at <= 20


def _asked(words: list[str], count: Count) -> bool:
    for i in range(count.end, len(words)):
        if words[i] == "?":
            return True
        if words[i] in ("”", '"', ";") or (words[i] == "." and i + 1 < len(words)):
            return False
    return False


def in_the_past(words: list[str], vetoes: Vetoes, since: int, now: int | None) -> bool:
    """Whether the words place what they tell of before the year ``since``, or name a past event."""
    if phrase_in(words, vetoes.past_events) >= 0 or phrase_in(words, vetoes.long_ago) >= 0:
        return True
    years = []
    for i, word in enumerate(words):
        if len(word) == 4 and word.isdigit() and 1000 <= int(word) <= 2100:
            if (i and (words[i - 1] in _BEFORE_YEAR or words[i - 1] in _MONTHS)) or (i > 1 and words[i - 1] == "," and words[i - 2].isdigit()):
                years.append(int(word))
        elif word in ("years", "decades") and i and words[i + 1 : i + 2] in (["ago"], ["after"], ["earlier"], ["before"]):
            count = int(words[i - 1]) if words[i - 1].isdigit() and len(words[i - 1]) < 4 else 0
            if word == "decades" or count >= _FAR_YEARS or (now and count and now - count < since):
                return True
    return bool(years) and max(years) < since


_BEFORE_YEAR = frozenset(("in", "since", "of", "during", "by", "from", "until", "to", "and", "-", "–", "(", "the"))
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "."]
)
