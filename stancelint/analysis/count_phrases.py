"""The counted phrases of a sentence: a quantity with the noun that it counts, or one person by an article.

`at least three Ukrainian soldiers`, `a woman`, `its driver`, `a family of four`, `hundreds of civilians`, bare `12`.
"""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    ADVERB,
    DETERMINER,
    MEASURE,
    NUMBER,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    SINGULAR,
    STATE,
    STOP,
    THING,
    CasualtyWords,
)
from stancelint.analysis.model import Hedge
from stancelint.analysis.numbers import Hedges, Number, NumberWords, Row, quantify, read_number

PEOPLE, BARE, UNKNOWN, THINGS = range(1, 5)  # what a phrase counts
_LONGEST_RUN = 7
_HYPHENS = frozenset("-‑")
_GATHERERS = frozenset(("family", "group", "crew", "team", "party", "total", "couple", "column"))
_MONEY = frozenset("$€£₴₽")
_THROUGH = frozenset(("the", "our", "his", "her", "its", "their", "my", "your", "these", "those"))


class Phrase:
    """Tokens ``[start, end)`` that count ``low`` to ``high`` of something; ``figure`` is the number (or the article) alone.

    ``adjective`` is the place of a harming adjective inside (`25 wounded people`), ``ordinal`` says `a third person`, ``implied`` a
    count of one that no number says. ``harm`` is set once a harming word has taken the phrase."""

    __slots__ = ("adjective", "counts", "end", "figure", "harm", "head", "hedge", "high", "implied", "low", "of", "start")

    def __init__(self, start: int, end: int, figure: tuple[int, int], low: int, high: int | None, hedge: Hedge, counts: int) -> None:
        self.start = start
        self.end = end
        self.figure = figure
        self.low = low
        self.high = high
        self.hedge = hedge
        self.counts = counts
        self.head = -1
        self.of = False
        self.adjective = -1
        self.implied = False
        self.harm: object | None = None


class Sentence:
    """A sentence ready for the grammar: its row, what each word can be, and its counted phrases in order."""

    __slots__ = ("bits", "ends_at", "folded", "phrases", "row", "starts_at", "text", "words")

    def __init__(self, row: Row, bits: list[int], text: str) -> None:
        self.row = row
        self.words = row.words
        self.bits = bits
        self.text = text
        self.phrases: list[Phrase] = []
        self.starts_at: dict[int, Phrase] = {}
        self.ends_at: dict[int, Phrase] = {}

    def add(self, phrase: Phrase) -> None:
        """Take a phrase into the tables."""
        self.phrases.append(phrase)
        self.starts_at[phrase.start] = phrase
        self.ends_at[phrase.end] = phrase


def phrases_into(sentence: Sentence, lexicon: CasualtyWords, numbers: NumberWords, hedges: Hedges) -> None:
    """Find every counted phrase of the sentence and add it, in order."""
    words, bits = sentence.words, sentence.bits
    size = len(words)
    at = 0
    while at < size:
        word = words[at]
        if bits[at] & NUMBER or word[0].isdigit():
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
            phrase_or_none = _one(sentence, at, lexicon)
            if phrase_or_none is not None:
                sentence.add(phrase_or_none)
                at = phrase_or_none.end
                continue
        elif bits[at] & (PERSON | SINGULAR) == PERSON | SINGULAR and not bits[at] & STATE:
            phrase_or_none = _headline_one(sentence, at)
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
    if _no_count(sentence, number, numbers):
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
    last = min(size, at + _LONGEST_RUN)
    while i < last:
        word = words[i]
        bit = bits[i]
        if word in _HYPHENS and row.joined(i - 1) and row.joined(i) and i > at:
            i += 1
            continue
        if bit & STATE and phrase.of and i > at - 1 and not counts and bit & PERSON and words[i - 1] in _THROUGH:
            head, counts = i, PEOPLE
            i += 1
            break
        if bit & STATE:
            if adjective < 0 and not counts and _people_follow(sentence, i + 1, last):
                adjective = i
                i += 1
                continue
            break
        if word[0].isdigit() and i + 1 < size and words[i + 1] in _HYPHENS and row.joined(i) and row.joined(i + 1):
            i += 2  # `two 16-year-olds`
            continue
        if bit & NUMBER and not (bit & PERSON):
            break
        if bit & MEASURE and head < 0 and words[i - 1] not in _HYPHENS:
            head, counts = i, THINGS
            i += 1
            break
        if bit & (STOP | ADVERB) and not bit & PERSON:
            break
        if not (word[0].isalpha() or word in ("“", '"', "‘")):
            break
        if bit & PERSON or (word == "olds" and words[i - 1] in _HYPHENS and i - at < 6):
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


def _people_follow(sentence: Sentence, at: int, last: int) -> bool:
    for i in range(at, min(last, at + 4)):
        bit = sentence.bits[i]
        if bit & PERSON:
            return True
        if bit & (STOP | THING | STATE | NUMBER) or not sentence.words[i][0].isalpha():
            return False
    return False


def _no_count(sentence: Sentence, number: Number, numbers: NumberWords) -> bool:
    """Whether the number is a date, an age, an hour, money, a share or a name."""
    words, row = sentence.words, sentence.row
    size = len(words)
    start, end = number.start, number.end
    before = words[start - 1] if start else ""
    after = words[end] if end < size else ""
    spelled = not words[start][0].isdigit()
    if before in _MONEY or after in ("%", "st", "nd", "rd", "th", "°"):
        return True
    if before in _HYPHENS and start > 1 and row.joined(start - 1) and row.joined(start - 2):
        return True  # T-72, the tail of 79-18
    if after in _HYPHENS and row.joined(end - 1) and row.joined(end) and words[end + 1] not in ("plus", "odd"):
        return True  # 12-year-old, 25-storey
    if before in ("/", ":", "#", "№") and row.joined(start - 1):
        return before != ":" or (start > 1 and words[start - 2][0].isdigit())
    if after in ("/", ":") and row.joined(end - 1) and end + 1 < size and words[end + 1][0].isdigit():
        return True
    if before in ("aged", "age", "ages"):
        return True
    if before.rstrip(".") in numbers.months or (after.rstrip(".") in numbers.months and after not in ("may", "march", "mar")) or (
        before == "." and start > 1 and words[start - 2] in numbers.months
    ):
        return True
    if spelled:
        return False
    if after.isalpha() and row.joined(end - 1):
        return True  # 155mm, 3rd
    if before.isalpha() and start and row.joined(start - 1):
        return True
    return _year(words, number, numbers) or _age(sentence, start, end)


def _year(words: list[str], number: Number, numbers: NumberWords) -> bool:
    word = words[number.start]
    if len(word) != 4 or not 1800 <= number.low <= 2100 or number.end != number.start + 1 or number.start == 0:
        return False
    before = words[number.start - 1]
    if before in ("in", "since", "until", "of", "by", "during", "from", "before", "after", "late", "early", "mid", "year", "summer", "spring"):
        return True
    if before in ("autumn", "winter", "fall", "and", "to", "-", "–", "(", "march", "may"):
        return True
    return before == "," and number.start > 2 and words[number.start - 2][:1].isdigit()


def _age(sentence: Sentence, start: int, end: int) -> bool:
    """`Olena Petrenko, 61, said`: a number between commas behind a name."""
    words = sentence.words
    if start < 2 or words[start - 1] != "," or end >= len(words) or words[end] not in (",", ".", ";", ")"):
        return False
    if not words[start].isdigit() or int(words[start]) > 110:
        return False
    return sentence.text[sentence.row.starts[start - 2]].isupper() and words[start - 2].isalpha()


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


def _one(sentence: Sentence, at: int, lexicon: CasualtyWords) -> Phrase | None:
    """One person by an article: `a woman`, `another soldier`, `its driver`, bare `another`."""
    words, bits, row = sentence.words, sentence.bits, sentence.row
    size = len(words)
    word = words[at]
    if word not in ("a", "an", "another") and not bits[at] & POSSESSIVE and word != "the":
        return None
    i = at + 1
    last = min(size, at + _LONGEST_RUN + 1)
    head, adjective = -1, -1
    while i < last:
        bit = bits[i]
        if words[i] in _HYPHENS and row.joined(i - 1) and row.joined(i):
            i += 1
            continue
        if bit & (MEASURE | NUMBER) or words[i][0].isdigit():
            if i + 1 < size and words[i + 1] in _HYPHENS and row.joined(i):
                i += 2
                continue
            if bit & MEASURE and words[i - 1] in _HYPHENS:
                i += 1
                continue
            break
        if bit & STATE:
            if head < 0 and adjective < 0 and _people_follow(sentence, i + 1, last):
                adjective = i
                i += 1
                continue
            break
        if bit & STOP and not bit & PERSON:
            break
        if not words[i][0].isalpha():
            break
        if bit & PERSON or _years_old(words, i):
            head = i
        elif head >= 0:
            if bit & THING or words[i].endswith("'s"):
                head = -1
            elif not bit:
                nxt = i + 1
                if nxt < last and bits[nxt] & PERSON:
                    head = -1
                else:
                    break
            break_after = head < 0
            if not break_after:
                break
        i += 1
    if head < 0 or not (bits[head] & SINGULAR or words[head] == "old"):
        if word == "another" and at + 1 < size and (bits[at + 1] & (STATE | STOP) or not words[at + 1][0].isalpha()) and not bits[at + 1] & NUMBER:
            phrase = Phrase(at, at + 1, (at, at + 1), 1, 1, "exact", BARE)
            phrase.implied = True
            return phrase
        return None
    if word == "the" and words[head] not in lexicon.only_ones:
        return None
    if words[head] in ("couple", "pair", "duo", "trio"):
        return None
    if _named(sentence, at, head):
        return None
    if adjective >= 0:
        return None  # `a slain soldier` is somebody already spoken of
    phrase = Phrase(at, head + 1, (at, at + 1), 1, 1, "exact", PEOPLE)
    phrase.head = head
    phrase.implied = True
    if bits[at] & POSSESSIVE or word == "the":
        phrase.figure = (at, head + 1)
    return phrase


def _headline_one(sentence: Sentence, at: int) -> Phrase | None:
    """One person without an article, as headlines have it: `Woman killed`, `Ukrainian soldier dies`."""
    words, bits = sentence.words, sentence.bits
    if at + 1 >= len(words) or not (bits[at + 1] & STATE or words[at + 1] in ("dies", "is", "died")):
        return None
    start = at
    while start > 0 and words[start - 1][0].isalpha() and not bits[start - 1] & (STOP | STATE | PERSON | THING) and start > at - 3:
        start -= 1
    if start > 0 and words[start - 1] not in (":", ";", ",", "—", "–", "|"):
        return None
    if start == at and at > 0 and words[at - 1] == ",":
        return None
    phrase = Phrase(start, at + 1, (start, at + 1), 1, 1, "exact", PEOPLE)
    phrase.head = at
    phrase.implied = True
    return phrase


def _capital(sentence: Sentence, at: int) -> bool:
    """Whether a token is a word with a capital in a sentence that is not all capitals."""
    starts = sentence.row.starts
    if at <= 0 or at >= len(starts) or not sentence.words[at][0].isalpha() or sentence.bits[at] & STOP:
        return False
    piece = sentence.text[starts[at] : sentence.row.ends[at]]
    return piece[:1].isupper() and not (len(piece) > 3 and piece.isupper())


def _years_old(words: list[str], at: int) -> bool:
    """Whether the token ends `12-year-old`: a person by age alone."""
    return words[at] == "old" and words[at - 1] in _HYPHENS and words[at - 2] in ("year", "month", "week", "day")


def _named(sentence: Sentence, at: int, head: int) -> bool:
    """`a citizen, Ivan Petrenko`; `her husband Ivan`; `Ivan Petrenko, a citizen`: a name beside the word says who it is."""
    after = head + 1
    words = sentence.words
    if at > 2 and words[at - 1] in (",", "—", "–", "―"):
        if words[at - 2].isdigit() and words[at - 3] == ",":
            return True
        k = at - 2
        while _capital(sentence, k):
            k -= 1
        if k < at - 2 and not (k >= 0 and sentence.bits[k] & PREPOSITION):
            return True
    if after + 2 < len(words) and words[after] == "," and _capital(sentence, after + 1) and (_capital(sentence, after + 2) or words[after + 2] == ","):
        return True
    if after >= len(words) or not words[after].isalpha() or sentence.bits[after] & (STOP | STATE):
        return False
    starts = sentence.row.starts
    return sentence.text[starts[after]].isupper() and not sentence.text[starts[head]].isupper()
