"""The list behind an active harming verb: `killed two soldiers, a driver and three others`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    ACTIVE,
    ADVERB,
    BE,
    BOUNDARY,
    DETERMINER,
    HAVE,
    MODAL,
    PARTICIPLE,
    PERSON,
    PREPOSITION,
    PRESENT,
    SINGULAR,
    STATE,
    STOP,
    VERB,
    CasualtyWords,
)
from stancelint.analysis.casualty_verbs import Count, Verb, fits, followed_by_harm
from stancelint.analysis.counted import BARE, PEOPLE, THINGS, Phrase, Sentence

_REACH = 26  # tokens that an object list may run on


_LIST = frozenset((",", "and", "or", "plus", "&", "also"))


_CLAUSES = frozenset(("when", "while", "because", "if", "but", "where", "so", "who", "which", "that", "whose", "how", "as"))


def take_objects(sentence: Sentence, verb: Verb, counts: list[Count], lexicon: CasualtyWords) -> None:
    """The list behind an active verb: `killed two soldiers, a driver and three others`."""
    words, bits = sentence.words, sentence.bits
    size = len(words)
    at = verb.end
    if verb.harm.words == ("killing",) and at < size and words[at] == "of":
        at += 1
    while at < size and bits[at] & ADVERB and at not in sentence.starts_at:
        at += 1
    if at + 1 < size and words[at] in ("“", '"', "‘") and at + 1 in sentence.starts_at:
        at += 1  # `killed “dozens of terrorists”`
    taken = False
    known = words[at : at + 1] in (["him"], ["her"]) and words[at + 1 : at + 2] in (["and"], [","], ["along"], ["together"])
    if known:
        at += 1  # `killing him and two others`
    first = sentence.starts_at.get(at)
    if first is None:
        first = _other_object(sentence, verb, at)
    if first is not None and first.harm is None and not (followed_by_harm(sentence, first) and not verb.active):
        if fits(sentence, first, verb):
            counts.append(take(sentence, first, verb))
            taken = True
        elif first.counts != THINGS:
            return
        at = first.end
    elif first is not None or (at < size and not known and verb.harm.acts != ACTIVE and not _bare_people(sentence, at)):
        return
    stop = min(size, at + _REACH)
    while at < stop:
        word, bit = words[at], bits[at]
        if word in (";", ":", "?", "!", ".") or (
            bit & VERB and not bit & (ADVERB | PERSON) and word not in ("including", "include", "left")
        ):
            return
        if (bit & (BE | HAVE | MODAL)) or (word in lexicon.harms and word not in ("hurt", "missing", "dead") and not bit & PERSON):
            return
        if word in _LIST or word in ("well", "with"):
            follow = at + 1
            if word == "well":
                if words[at - 1 : at + 2] != ["as", "well", "as"]:
                    at += 1
                    continue
                follow = at + 2
            elif word == "with" and words[at - 1] not in ("along", "together"):
                at += 1
                continue
            while follow < size and words[follow] in _LIST:
                follow += 1
            phrase = sentence.starts_at.get(follow)
            if phrase is not None and phrase.harm is None:
                if followed_by_harm(sentence, phrase) or _has_verb(sentence, phrase):
                    return
                if first is not None and taken and word == "," and _says_who(sentence, first, phrase):
                    phrase.harm = verb  # `killed one person, a welder`
                elif _listed(sentence, phrase, verb, taken):
                    counts.append(take(sentence, phrase, verb))
                    taken = True
                at = phrase.end
                stop = min(size, at + _REACH)
                continue
            at = follow
            continue
        at += 1


def _says_who(sentence: Sentence, one: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase only says who the one counted before it was: `one person, a welder`; not `a man, a woman and a child`."""
    words = sentence.words
    if one.end != phrase.start - 1 or words[one.figure[0]] != "one" or not phrase.implied or phrase.low != 1:
        return False
    end = next((i for i in range(phrase.end, len(words)) if words[i] in (",", "and", "&", ";")), len(words))
    while end < len(words) and words[end] in _LIST:
        end += 1
    return sentence.starts_at.get(end) is None


def _has_verb(sentence: Sentence, phrase: Phrase) -> bool:
    at = phrase.end
    if at >= len(sentence.words) or sentence.words[at] in ("including", "left"):
        return False
    bit = sentence.bits[at]
    return bool(bit & VERB or (bit & BOUNDARY and not bit & PREPOSITION and sentence.words[at] not in _CLAUSES))


def _listed(sentence: Sentence, phrase: Phrase, verb: Verb, taken: bool) -> bool:
    """Whether a phrase further on in a list is harmed too: people are, a bare number only before a place or a time."""
    if phrase.counts == PEOPLE:
        return fits(sentence, phrase, verb) or (taken and verb.harm.needs != "soldiers")
    if phrase.counts == BARE and taken and not phrase.of:
        words, bits = sentence.words, sentence.bits
        after = phrase.end
        if after >= len(words):
            return words[phrase.figure[0]][0].isalpha() and phrase.low < 1000
        return (bool(bits[after] & PREPOSITION) and words[after] not in ("of", "to", "by", "than", "from", "per")) or words[after] in (
            "more",
            "others",
        )
    return False


def _bare_people(sentence: Sentence, at: int) -> bool:
    """`including women and children`-like objects without a number: the list may still hold numbers."""
    for i in range(at, min(len(sentence.words), at + 7)):
        if sentence.bits[i] & PERSON:
            return True
        if sentence.bits[i] & STOP and not sentence.bits[i] & DETERMINER:
            return False
    return False


def _other_object(sentence: Sentence, verb: Verb, at: int) -> Phrase | None:
    """One person without a number: `kills civilian`, `killed himself`."""
    words, bits = sentence.words, sentence.bits
    if at >= len(words):
        return None
    if words[at] in ("himself", "herself"):
        if words[at + 1 : at + 2] != ["and"]:
            return None  # a suicide is no count
        phrase = Phrase(at, at + 1, (at, at + 1), 1, 1, "exact", PEOPLE)
    elif verb.harm.acts in (PRESENT, PARTICIPLE) and words[at].isalpha():
        i = at
        while i < min(len(words), at + 4) and not bits[i] & (PERSON | STOP | STATE) and words[i].isalpha():
            i += 1
        if i >= len(words) or not bits[i] & PERSON or not bits[i] & SINGULAR or bits[i] & STOP:
            return None
        if (
            i + 1 < len(words)
            and sentence.text[sentence.row.starts[i + 1]].isupper()
            and sentence.text[sentence.row.starts[i]].islower()
            and words[i + 1].isalpha()
        ):
            return None
        if i + 1 < len(words) and words[i + 1].isalpha() and not bits[i + 1] & (STOP | STATE):
            return None
        phrase = Phrase(at, i + 1, (at, i + 1), 1, 1, "exact", PEOPLE)
        phrase.head = i
    else:
        return None
    phrase.implied = True
    sentence.add(phrase)
    return phrase


def take(sentence: Sentence, phrase: Phrase, verb: Verb) -> Count:
    count = Count(verb.kind, phrase, verb.start if verb.end <= phrase.start and phrase.start - verb.end < 3 else phrase.start, phrase.end)
    count.verb = verb
    phrase.harm = verb
    fate = sentence.words[phrase.end : phrase.end + 2]
    if verb.harm.needs == "soldiers" and fate[:1] in (["killed"], ["dead"]) and fate[1:] not in (["and"], ["or"], ["/"]):
        count.kind = "killed"  # `lost 700 men killed`
    return count
