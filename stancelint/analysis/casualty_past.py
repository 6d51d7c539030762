"""Whether a sentence tells of long ago: the years that it names, a past event, `twenty years earlier`."""

from __future__ import annotations

from stancelint.analysis.casualty_vetoes import Vetoes, phrase_in
from stancelint.analysis.dates import MONTHS

_FAR_YEARS = 12


def in_the_past(words: list[str], vetoes: Vetoes, since: int, now: int | None) -> bool:
    """Whether the words place what they tell of before the year ``since``, or name a past event."""
    if phrase_in(words, vetoes.past_events) >= 0 or phrase_in(words, vetoes.long_ago) >= 0:
        return True
    years = []
    for i, word in enumerate(words):
        if len(word) == 4 and word.isdigit() and 1000 <= int(word) <= 2100 and not _to_this_day(words, i):
            if (i and (words[i - 1] in _BEFORE_YEAR or words[i - 1] in _MONTHS)) or (
                (i > 1 and words[i - 1] == "," and words[i - 2].isdigit())
                or (1400 < int(word) < since and i and words[i - 1].isalpha() and words[i + 1 : i + 2] in ([","], ["when"], [";"], [")"]))
            ):
                years.append(int(word))
        elif word in ("years", "decades") and i and words[i + 1 : i + 2] in (["ago"], ["after"], ["earlier"], ["before"]):
            count = int(words[i - 1]) if words[i - 1].isdigit() and len(words[i - 1]) < 4 else 0
            if word == "decades" or count >= _FAR_YEARS or (now and count and now - count < since):
                return True
    return bool(years) and max(years) < since


def _to_this_day(words: list[str], i: int) -> bool:
    """Whether a count runs from the year to today: `has killed 370,000 since 2011`, `since it began in 2011`."""
    told_of = words[i + 1 : i + 4]  # `the worst since the 1990s, when 30,000 were killed`
    return "since" in words[max(0, i - _SINCE_REACH) : i] and "when" not in told_of and not _PERFECT.isdisjoint(words)


_SINCE_REACH = 9  # words between `since` and its year
_PERFECT = frozenset(("has", "have"))
_BEFORE_YEAR = frozenset(("in", "since", "of", "during", "by", "from", "until", "to", "and", "-", "–", "(", "the"))
_MONTHS = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept", "."))
