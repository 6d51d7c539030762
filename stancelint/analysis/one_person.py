"""One person without a number: `a woman`, `another soldier`, `its driver`, a headline's `Woman killed`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
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
from stancelint.analysis.counted import BARE, HYPHENS, LONGEST_RUN, PEOPLE, Phrase, Sentence, people_follow


def one(sentence: Sentence, at: int, lexicon: CasualtyWords) -> Phrase | None:
    """One person by an article: `a woman`, `another soldier`, `its driver`, bare `another`."""
    words, bits, row = sentence.words, sentence.bits, sentence.row
    size = len(words)
    word = words[at]
    if word not in ("a", "an", "another") and not bits[at] & POSSESSIVE and word != "the":
        return None
    i = at + 1
    last = min(size, at + LONGEST_RUN + 1)
    head, adjective = -1, -1
    while i < last:
        bit = bits[i]
        if words[i] in HYPHENS and row.joined(i - 1) and row.joined(i):
            i += 1
            continue
        if bit & (MEASURE | NUMBER) or words[i][0].isdigit():
            if i + 1 < size and words[i + 1] in HYPHENS and row.joined(i):
                i += 2
                continue
            if bit & MEASURE and words[i - 1] in HYPHENS:
                i += 1
                continue
            break
        if bit & STATE:
            if head < 0 and adjective < 0 and people_follow(sentence, i + 1, last):
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
        if (
            word == "another"
            and at + 1 < size
            and (bits[at + 1] & (STATE | STOP) or not words[at + 1][0].isalpha())
            and not bits[at + 1] & NUMBER
        ):
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


def headline_one(sentence: Sentence, at: int) -> Phrase | None:
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
    return words[at] == "old" and words[at - 1] in HYPHENS and words[at - 2] in ("year", "month", "week", "day")


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
    if (
        after + 2 < len(words)
        and words[after] == ","
        and _capital(sentence, after + 1)
        and (_capital(sentence, after + 2) or words[after + 2] == ",")
    ):
        return True
    if after >= len(words) or not words[after].isalpha() or sentence.bits[after] & (STOP | STATE):
        return False
    starts = sentence.row.starts
    return sentence.text[starts[after]].isupper() and not sentence.text[starts[head]].isupper()
