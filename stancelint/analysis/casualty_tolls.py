"""Counts that a toll stands to: `the death toll rose to 14`, `the number of wounded stands at 118`, `put the figure at five`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import ADVERB, BE, BOUNDARY, HAVE, MODAL, PERHAPS, PREPOSITION, STATE, THING, VERB, CasualtyWords
from stancelint.analysis.casualty_verbs import Count, Verb
from stancelint.analysis.counted import THINGS, UNKNOWN, Phrase, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import ClaimKind

_REACH = 14
_LONGEST_SUBJECT = 32  # words between a toll and its verb, when they say what it is the toll of


_REVISING = frozenset(("raised", "raises", "lowered", "revised", "updated", "updates", "put", "puts"))
_LINKS = frozenset(("of", "at", "to", "is", "was"))


def toll(sentence: Sentence, at: int, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """`the death toll rose to 14`, `the number of wounded stands at 118`, `put the number at five`."""
    words = sentence.words
    word = words[at]
    kind: ClaimKind = "killed"
    after = at + 1
    if word in ("number", "count", "figure", "tally") and words[at - 1 : at] not in (["death"], ["body"]):
        if after < len(words) and words[after] == "of":
            end, found = _number_of(sentence, after + 1, lexicon)
            if found is None:
                return
            kind, after = found, end
        elif words[max(0, at - 2) : at] and words[at - 1] == "the" and at > 1 and words[at - 2] in ("put", "puts", "putting"):
            harmed = next((v.kind for v in verbs), None)
            if harmed is None:
                return
            kind = harmed
        elif at + 1 < len(words) and words[at - 1] in ("casualty",):
            kind = "casualties"
        else:
            return
    elif word == "toll":
        before = words[at - 1] if at else ""
        revised = not _REVISING.isdisjoint(words[max(0, at - 3) : at])
        if (
            not revised
            and before in ("heavy", "a", "its", "their", "terrible", "psychological", "economic")
            and words[after : after + 1] not in (["of"],)
        ):
            return
        if before in ("casualty",):
            kind = "casualties"
        elif before in ("injury", "injured", "wounded"):
            kind = "injured"
        elif before in ("road", "phone", "highway", "bridge", "-"):
            return
        if after < len(words) and words[after] in ("road", "roads", "gate", "booth", "free"):
            return
    stands_to(sentence, at, kind, counts, lexicon, after)


def put_at(sentence: Sentence, at: int, stood: int, counts: list[Count], lexicon: CasualtyWords) -> bool:
    """`put the dead at two and the wounded in Ternopil at nine`, `put its losses at 300 soldiers`: whether the noun took the number
    behind the `at` that stands at token ``stood``."""
    words = sentence.words
    phrase = sentence.starts_at.get(stood + 1)
    if phrase is None or phrase.harm is not None or phrase.counts == THINGS or phrase.implied:
        return False
    if not any(word in lexicon.putting for word in words[max(0, at - _REACH) : at]):
        return False
    harms = lexicon.harms.get(words[at])
    kind = lexicon.nouns.get(words[at]) or (harms[0].kind if harms else None)
    if kind is None:
        return False
    if phrase.counts == UNKNOWN:
        phrase.end = phrase.figure[1]
    settle(sentence, phrase, kind, at, phrase.end, counts)
    return True


def _number_of(sentence: Sentence, at: int, lexicon: CasualtyWords) -> tuple[int, ClaimKind | None]:
    """What `the number of …` counts: the harm named within a few words, or None."""
    words, bits = sentence.words, sentence.bits
    for i in range(at, min(len(words), at + 7)):
        for harm in lexicon.harms.get(words[i], ()):
            if len(harm.words) == 1:
                end = i + 1
                kind: ClaimKind = harm.kind
                if end + 1 < len(words) and words[end] in ("or", "and"):
                    other = lexicon.harms.get(words[end + 1])
                    if other and other[0].kind != kind:
                        kind, end = "casualties", end + 2
                return end, kind
        if words[i] in ("deaths", "fatalities", "casualties", "victims", "injuries"):
            return i + 1, lexicon.nouns[words[i]]
        if not words[i][0].isalpha() or bits[i] & (BE | HAVE):
            break
    return at, None


def stands_to(sentence: Sentence, at: int, kind: ClaimKind, counts: list[Count], lexicon: CasualtyWords, after: int = 0) -> None:
    """The number that a toll word stands to by a toll verb: of `from 41 to 53` the second, of `to 21 from 24` the first."""
    words, bits = sentence.words, sentence.bits
    i = after or at + 1
    stop = min(len(words), i + _LONGEST_SUBJECT)
    started = False
    chosen: Phrase | None = None
    seen: set[str] = set()
    while i < stop:
        phrase = sentence.starts_at.get(i)
        if phrase is not None and phrase.of and phrase.low == 1:
            return  # `the toll from one of the deadliest strikes`
        if phrase is not None and phrase.harm is None:
            follow = words[phrase.end] if phrase.end < len(words) else ""
            if phrase.counts == THINGS:
                if words[phrase.figure[0]] == "a":
                    return
                i = phrase.end
                continue
            if not started and words[i - 1] not in (":", "(") and kind != "killed":
                return
            if not started and words[i - 1] not in (":", "("):
                return
            if words[i - 1] == "by" and follow != "to":
                return  # what it rose by is no toll
            chosen = phrase
            if follow == "to" and phrase.end + 1 < len(words) and phrase.end + 1 in sentence.starts_at:
                phrase.harm = phrase
                i = phrase.end + 1
                continue
            if _revised(words, phrase.end):
                phrase.harm = phrase
                i = phrase.end
                stop = min(len(words), i + _REACH)
                chosen = None
                continue
            break
        word = words[i]
        if bits[i] & (MODAL | PERHAPS) or word in ("expected", "likely", "unlikely", "feared"):
            return  # what a toll could reach is no count
        if word in lexicon.toll_verbs:
            if not started:
                started = word not in (*_LINKS, "from", "by") or (word in _LINKS and _number_follows(sentence, i + 1, lexicon))
                stop = min(len(words), i + _REACH) if started else stop
            seen.add(word)
        elif word in (":", "(") or (word == "as" and not lexicon.putting.isdisjoint(words[max(0, at - 3) : at])):
            started = True  # `gave the toll as nine`
        elif not started and word in ("that", "which") and i + 1 < stop and bits[i + 1] & VERB:
            i += 1  # `the toll of the missile that hit a block in the city rose to nine`
        elif not (bits[i] & ADVERB or word in lexicon.toll_fillers or _inside_toll(words, bits, i, started)):
            return
        i += 1
    if chosen is not None:
        start = at - 1 if at and words[at - 1] in ("death", "casualty", "body") else at
        _take(sentence, chosen, kind, (start, i - 1), seen, counts, lexicon)


def _take(
    sentence: Sentence, chosen: Phrase, kind: ClaimKind, reach: tuple[int, int], seen: set[str], counts: list[Count], lexicon: CasualtyWords
) -> None:
    """Make the number a count, with what the verbs between say of its bounds.

    ``reach`` is the first token of the claim and the one before the number."""
    words, bits = sentence.words, sentence.bits
    start, last = reach
    if chosen.counts == UNKNOWN and chosen.of is False:
        chosen.end = chosen.figure[1]
    figure = chosen.figure
    if words[figure[0]] == "from" and figure[1] - figure[0] >= 4:  # from 41 to 53: the second number is the count
        for j in range(figure[0] + 1, figure[1]):
            if words[j] == "to":
                chosen.figure = (j + 1, figure[1])
                chosen.low = chosen.high if chosen.high is not None else chosen.low
    if seen & lexicon.toll_above and chosen.hedge == "exact":
        chosen.high, chosen.hedge = None, "at-least"
    elif seen & lexicon.toll_about and chosen.hedge == "exact":
        chosen.hedge = "about"
    end = chosen.end
    if end + 2 < len(words) and words[end + 1] in ("or", "and") and bits[end] & STATE and bits[end + 2] & STATE:
        kind = "casualties"
    if chosen.hedge == "at-most" and words[last] == "to" and words[chosen.start : chosen.start + 2] == ["up", "to"]:
        chosen.low, chosen.hedge = chosen.high or 0, "exact"  # `is up to 14`
    settle(sentence, chosen, kind, start, chosen.end, counts)
    for phrase in sentence.phrases:  # the figure it rose from is no claim of its own
        if phrase.harm is None and phrase.start == chosen.end + 1 and words[chosen.end] == "from":
            phrase.harm = phrase


def _revised(words: list[str], at: int) -> bool:
    """`a toll of 9 was later revised to 11`: the number that counts is still to come."""
    near = words[at : at + 6]
    return any(w in ("revised", "raised", "lowered", "updated", "increased", "corrected") for w in near) and "to" in words[at : at + 8]


def _inside_toll(words: list[str], bits: list[int], i: int, started: bool) -> bool:
    """Words that may stand between a toll word and its verb: `in the city`, `from the earthquake`, `so far`."""
    word = words[i]
    if word in (";", "?", "!", ",") or (
        bits[i] & (BOUNDARY | VERB) and not bits[i] & PREPOSITION and (started or not (word.endswith("ing") or bits[i] & THING))
    ):
        return False
    return word[0].isalpha() or word in ("-", "'s")


def _number_follows(sentence: Sentence, at: int, lexicon: CasualtyWords) -> bool:
    """Whether only fillers stand between a place and a counted phrase."""
    words = sentence.words
    while at < len(words) and at not in sentence.starts_at and words[at] in lexicon.toll_fillers:
        at += 1
    return at in sentence.starts_at


def settle(sentence: Sentence, phrase: Phrase, kind: ClaimKind, start: int, end: int, counts: list[Count]) -> None:
    count = Count(kind, phrase, start, end)
    phrase.harm = count
    counts.append(count)
