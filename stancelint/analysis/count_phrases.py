"""The counted phrases of a sentence: a quantity with the noun that it counts, or one person by an article.

`at least three Ukrainian soldiers`, `a woman`, `its driver`, `a family of four`, `hundreds of civilians`, bare `12`.
"""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import ADVERB, DETERMINER, MEASURE, NUMBER, PERSON, SINGULAR, STATE, STOP, THING, CasualtyWords
from stancelint.analysis.counted import BARE, HYPHENS, LONGEST_RUN, PEOPLE, THINGS, UNKNOWN, Phrase, Sentence, people_follow
from stancelint.analysis.no_counts import no_count
from stancelint.analysis.number_words import Number, NumberWords, read_number
from stancelint.analysis.numbers import Hedges, quantify
from stancelint.analysis.one_person import headline_one, one

_GATHERERS = frozenset(("family", "group", "crew", "team", "party", "total", "couple", "column"))


_NO_NOUN = MEASURE | STOP | ADVERB | NUMBER
_BODIES = frozenset(
    ("crew", "staff", "team", "family", "garrison", "choir", "congregation", "shift", "squad", "platoon", "household", "class")
)


_THROUGH = frozenset(("the", "our", "his", "her", "its", "their", "my", "your", "these", "those"))


def phrases_into(sentence: Sentence, lexicon: CasualtyWords, numbers: NumberWords, hedges: Hedges) -> None:
    """Find every counted phrase of the sentence and add it, in order."""
    words, bits = sentence.words, sentence.bits
    size = len(words)
    at = 0
    while at < size:
        word, bit = words[at], bits[at]
        if not bit and not word[0].isdigit():
            at += 1
            continue
        if bit & NUMBER or word[0].isdigit():
            number = read_number(sentence.row, at, numbers)
            if number is None and word in ("from", "between"):
                at += 1
                continue
            if number is not None:
                phrase = _counted(sentence, number, lexicon, numbers, hedges)
                sentence.add(phrase)
                at = max(phrase.end, number.end)
                continue
        if bits[at] & DETERMINER:
            phrase_or_none = one(sentence, at, lexicon)
            if phrase_or_none is not None:
                sentence.add(phrase_or_none)
                at = phrase_or_none.end
                continue
        elif bits[at] & (PERSON | SINGULAR) == PERSON | SINGULAR and not bits[at] & STATE:
            phrase_or_none = headline_one(sentence, at)
            if phrase_or_none is not None:
                sentence.add(phrase_or_none)
        at += 1


def _counted(sentence: Sentence, number: Number, lexicon: CasualtyWords, numbers: NumberWords, hedges: Hedges) -> Phrase:
    words, bits = sentence.words, sentence.bits
    quantity = quantify(sentence.row, number, hedges)
    figure = (number.start, number.end)
    if number.ordinal:
        return _ordinal(sentence, number, lexicon)
    phrase = Phrase(quantity.start, quantity.end, figure, quantity.low, quantity.high, quantity.hedge, BARE)
    if no_count(sentence, number, numbers):
        phrase.counts = THINGS
        return phrase
    at = quantity.end
    if at < len(words) and words[at] == "of":
        phrase.of = True
        at += 1
        inner = at
        while inner < len(words) and words[inner] in _THROUGH:
            inner += 1
        if quantity.low == quantity.high == 1 and inner < len(words) and (bits[inner] & NUMBER or words[inner][0].isdigit()):
            phrase.counts = THINGS  # `one of the 20 killed`: the twenty are the count
            return phrase
        while at < len(words) and words[at] in _THROUGH:
            at += 1
        if at < len(words) and words[at] in ("them", "whom", "those"):
            phrase.end = at + 1
            phrase.counts = BARE
            return phrase
        whole = read_number(sentence.row, at, numbers) if at < len(words) else None
        if whole is not None and not whole.ordinal and at == inner:
            _find_head(sentence, phrase, whole.end)  # `61 of 70 drones`, `4 of 12 sailors`
            if phrase.counts == THINGS:
                return phrase
            phrase.counts, phrase.head, phrase.end = BARE, -1, quantity.end
    elif at < len(words) and words[at] in ("other", "others", "more"):
        at += 1
        phrase.end = at
        if at < len(words) and words[at] in ("other", "others"):
            at += 1
            phrase.end = at
        if words[at - 1] == "others":
            phrase.counts = PEOPLE
            phrase.head = at - 1
            return phrase
    _find_head(sentence, phrase, at)
    if phrase.of and phrase.counts in (THINGS, UNKNOWN) and phrase.head >= 0 and words[phrase.head] in _BODIES and quantity.low != 0:
        phrase.counts = PEOPLE  # `nine of its repair crew`
    if (
        phrase.counts != PEOPLE
        and words[number.start][0].isdigit()
        and number.start
        and words[number.start - 1] in numbers.labels
        and quantity.start == number.start
    ):
        phrase.counts = THINGS
    gathered = quantity.start - 2
    if gathered >= 0 and words[quantity.start - 1] == "of" and words[gathered] in _GATHERERS and not bits[gathered] & STATE:
        begin = gathered
        while begin > 0 and not bits[begin - 1] & STOP and begin > gathered - 3:
            begin -= 1
        if begin > 0 and bits[begin - 1] & DETERMINER:
            phrase.start = begin - 1
            if words[gathered] in ("family", "crew", "team") and phrase.counts == BARE:
                phrase.counts = PEOPLE
                phrase.head = gathered
    return phrase


def _find_head(sentence: Sentence, phrase: Phrase, at: int) -> None:
    """Read the run of words behind the number for the noun that it counts."""
    words, bits, row = sentence.words, sentence.bits, sentence.row
    size = len(words)
    head, counts, adjective = -1, 0, -1
    i = at
    last = min(size, at + LONGEST_RUN)
    while i < last:
        word = words[i]
        bit = bits[i]
        if word == "late" and i == at and not _opens_compound(sentence, i):
            break  # `wounded eight late on Friday`
        if word in HYPHENS and row.joined(i - 1) and row.joined(i) and i > at:
            i += 1
            continue
        if bit & _NO_NOUN and not bit & STATE and _opens_compound(sentence, i):
            i += 2  # `three night-shift workers`, `two second-floor neighbours`
            continue
        if bit & STATE and phrase.of and i > at - 1 and not counts and bit & PERSON and words[i - 1] in _THROUGH:
            head, counts = i, PEOPLE
            i += 1
            break
        if bit & STATE:
            if adjective < 0 and not counts and people_follow(sentence, i + 1, last):
                adjective = i
                i += 1
                continue
            break
        if word[0].isdigit() and i + 1 < size and words[i + 1] in HYPHENS and row.joined(i) and row.joined(i + 1):
            i += 2  # `two 16-year-olds`
            continue
        if bit & NUMBER and not (bit & PERSON):
            break
        if bit & MEASURE and head < 0 and words[i - 1] not in HYPHENS:
            head, counts = i, THINGS
            i += 1
            break
        if bit & (STOP | ADVERB) and not bit & PERSON:
            break
        if not (word[0].isalpha() or word in ("“", '"', "‘")):
            break
        if bit & PERSON or (word == "olds" and words[i - 1] in HYPHENS and i - at < 6):
            head, counts = i, PEOPLE
        elif bit & THING:
            head, counts = i, THINGS
        elif word[0].isalpha() and counts != PEOPLE:
            head, counts = i, UNKNOWN
        elif word[0].isalpha() and counts == PEOPLE and word.endswith(("'s", "s'")):
            counts = UNKNOWN
        elif counts == PEOPLE:
            break  # a word after the people belongs to what they do
        i += 1
    if head >= 0:
        phrase.head = head
        phrase.counts = counts
        phrase.end = max(phrase.end, head + 1)
        if adjective >= 0:
            phrase.adjective = adjective


def _opens_compound(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins the word to another one behind it: `night` in `night-shift` measures nothing."""
    words, row = sentence.words, sentence.row
    if at + 2 >= len(words) or words[at + 1] not in HYPHENS or not words[at][0].isalpha() or not words[at + 2][0].isalpha():
        return False
    return row.joined(at) and row.joined(at + 1)


def _ordinal(sentence: Sentence, number: Number, lexicon: CasualtyWords) -> Phrase:
    """`a third person` is one person; any other ordinal counts nothing."""
    start, end = number.start, number.end
    phrase = Phrase(start, end, (start, end), 1, 1, "exact", THINGS)
    if start and sentence.words[start - 1] == "a":
        phrase.start = start - 1
        _find_head(sentence, phrase, end)
        single = phrase.head >= 0 and sentence.bits[phrase.head] & PERSON and sentence.bits[phrase.head] & SINGULAR
        phrase.counts = PEOPLE if single else THINGS
        phrase.implied = True
    return phrase
