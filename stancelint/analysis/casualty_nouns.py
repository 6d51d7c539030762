"""Counts that a noun makes: `14 deaths`, `the death toll rose to 14`, `the bodies of 15 men`, `claimed 16 lives`, `no casualties`."""

from __future__ import annotations

from stancelint.analysis.casualty_grammar import Count, Verb
from stancelint.analysis.casualty_lexicon import (
    ADVERB,
    BE,
    BOUNDARY,
    HAVE,
    MODAL,
    PERHAPS,
    PERSON,
    PREPOSITION,
    STATE,
    STOP,
    VERB,
    CasualtyWords,
)
from stancelint.analysis.count_phrases import BARE, PEOPLE, THINGS, UNKNOWN, Phrase, Sentence
from stancelint.analysis.model import ClaimKind

_TAKERS = frozenset(("claimed", "claim", "claims", "claiming", "cost", "costs", "costing", "lost", "took", "taken", "takes", "taking", "ended", "of"))
_CAPTORS = frozenset(
    ("take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding", "seized", "seize", "seizing", "captured", "remain", "remains", "grabbed")
)
_REACH = 14
_LINKS = frozenset(("of", "from", "by", "at", "to", "is", "was"))


def read_nouns(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """Let every counting noun of the sentence take its number."""
    words = sentence.words
    for at, word in enumerate(words):
        kind = lexicon.nouns.get(word)
        if kind is None and word in _STANDING and sentence.bits[at] & STATE:
            _the_dead(sentence, at, counts, lexicon)
        if kind is not None:
            _noun(sentence, at, kind, counts, lexicon)
        elif word in lexicon.killings and words[at + 1 : at + 2] == ["of"]:
            follow = sentence.starts_at.get(at + 2)
            if follow is not None and follow.harm is None and follow.counts == PEOPLE and not (follow.implied and words[follow.start] not in ("a", "an")):
                _objects_of(sentence, follow, "killed", at, counts)
        if word in ("toll", "tally", "number", "count", "figure"):
            _toll(sentence, at, verbs, counts, lexicon)


_STANDING = frozenset(("dead", "wounded", "injured", "fallen"))


def _the_dead(sentence: Sentence, at: int, counts: list[Count], lexicon: CasualtyWords) -> None:
    """`6,000 of their dead`, `20 of the wounded`: dead and wounded as nouns."""
    phrase = next((p for p in sentence.phrases if p.of and p.head == at and p.harm is None), None)
    if phrase is None or phrase.low < 2 or phrase.counts != PEOPLE:
        return
    harm = lexicon.harms.get(sentence.words[at])
    if harm:
        _take(sentence, phrase, harm[0].kind, phrase.start, at + 1, counts)


def _noun(sentence: Sentence, at: int, kind: ClaimKind, counts: list[Count], lexicon: CasualtyWords) -> None:
    words, bits = sentence.words, sentence.bits
    word = words[at]
    phrase = next((p for p in sentence.phrases if p.figure[1] <= at < max(p.end, p.head + 1)), None)
    if phrase is None:
        phrase = _before(sentence, at)
    if phrase is not None and phrase.harm is None and phrase.counts != THINGS and not (phrase.implied and word not in ("casualty",)):
        if word == "lives" and not _taken(sentence, phrase, at):
            return
        if kind == "captured" and not _captured(sentence, phrase, at):
            return
        if phrase.of and phrase.low == 1:
            return
        if word in ("losses", "victims") and phrase.head != at:
            return
        if word == "victims" and phrase.low < 2:
            return
        if word == "losses" and phrase.low < 10:
            return  # a team's, a company's
        if word == "losses" and at + 1 < len(words) and words[at + 1] in ("of", "in"):
            return
        _take(sentence, phrase, kind, phrase.start, at + 1, counts)
        return
    if at + 1 < len(words) and words[at + 1] == "of" and word not in ("lives", "hostages", "prisoners", "captives", "victims"):
        follow = sentence.starts_at.get(at + 2)
        if follow is not None and follow.harm is None and follow.counts in (PEOPLE, UNKNOWN, BARE) and (follow.counts == PEOPLE or word not in ("losses", "casualties")):
            if follow.implied and words[follow.figure[0]] not in ("a", "an"):
                return
            _objects_of(sentence, follow, kind, at, counts)
            return
    if word in ("deaths", "fatalities", "casualties", "losses", "injuries"):
        _stands_to(sentence, at, kind, counts, lexicon)


def _before(sentence: Sentence, at: int) -> Phrase | None:
    """A number before the noun with words between that the phrase did not take: `14 civilian deaths`."""
    for i in range(at, max(-1, at - 4), -1):
        phrase = sentence.ends_at.get(i)
        if phrase is not None:
            return phrase if not phrase.implied else None
        if i and (sentence.bits[i - 1] & STOP or not sentence.words[i - 1][0].isalpha()):
            return None
    return None


def _objects_of(sentence: Sentence, phrase: Phrase, kind: ClaimKind, at: int, counts: list[Count]) -> None:
    start = at
    while phrase is not None and phrase.harm is None and phrase.counts in (PEOPLE, BARE, UNKNOWN):
        _take(sentence, phrase, kind, start, phrase.end, counts)
        after = phrase.end
        if after + 1 < len(sentence.words) and sentence.words[after] in (",", "and"):
            after += 2 if sentence.words[after + 1] == "and" else 1
            follow = sentence.starts_at.get(after)
            if follow is None or follow.counts != PEOPLE:
                return
            end = follow.end
            if end < len(sentence.words) and sentence.bits[end] & (BE | HAVE | STATE):
                return
            phrase, start = follow, follow.start
        else:
            return


def _take(sentence: Sentence, phrase: Phrase, kind: ClaimKind, start: int, end: int, counts: list[Count]) -> None:
    count = Count(kind, phrase, start, end)
    phrase.harm = count
    counts.append(count)


def _taken(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    words = sentence.words
    before = words[max(0, phrase.start - 3) : phrase.start]
    after = words[at + 1 : at + 4]
    if "cost" in before or any(w in _TAKERS - {"of"} for w in before):
        return not any(w in ("saved", "save") for w in before)
    return any(w in ("lost", "claimed", "taken") for w in after)


def _captured(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    words = sentence.words
    near = words[max(0, phrase.start - 4) : phrase.start] + words[at + 1 : at + 14]
    if any(w in ("exchange", "exchanged", "swap", "swapped", "freed", "released", "returned", "release", "return", "rescued", "swapping") for w in near):
        return False
    return any(w in _CAPTORS for w in near)


def _toll(sentence: Sentence, at: int, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
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
        if before in ("heavy", "a", "its", "their", "terrible", "psychological", "economic") and words[after : after + 1] not in (["of"],):
            return
        if before in ("casualty",):
            kind = "casualties"
        elif before in ("injury", "injured", "wounded"):
            kind = "injured"
        elif before in ("road", "phone", "highway", "bridge", "-"):
            return
        if after < len(words) and words[after] in ("road", "roads", "gate", "booth", "free"):
            return
    _stands_to(sentence, at, kind, counts, lexicon, after)


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


def _stands_to(sentence: Sentence, at: int, kind: ClaimKind, counts: list[Count], lexicon: CasualtyWords, after: int = 0) -> None:
    """The number that a toll word stands to, by one of the toll verbs; `from 41 to 53` stands to the second, `to 21 from 24` to the first."""
    words, bits = sentence.words, sentence.bits
    i = after or at + 1
    stop = min(len(words), i + _REACH)
    started = False
    chosen: Phrase | None = None
    seen = set()
    while i < stop:
        phrase = sentence.starts_at.get(i)
        if phrase is not None and phrase.harm is None:
            follow = words[phrase.end] if phrase.end < len(words) else ""
            if phrase.counts == THINGS:
                if not (started and words[phrase.figure[0]] not in ("a",)):
                    return
                i = phrase.end
                continue
            if not started and words[i - 1] not in (":", "(") and kind != "killed":
                return
            if not started and words[i - 1] not in (":", "("):
                return
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
            started = started or word not in _LINKS or _number_follows(sentence, i + 1, lexicon)
            seen.add(word)
        elif word in (":", "("):
            started = True
        elif not (bits[i] & ADVERB or word in lexicon.toll_fillers or _inside_toll(words, bits, i, started)):
            return
        i += 1
    if chosen is None:
        return
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
    if chosen.hedge == "at-most" and words[i - 1] == "to" and words[chosen.start : chosen.start + 2] == ["up", "to"]:
        chosen.low, chosen.hedge = chosen.high or 0, "exact"  # `is up to 14`
    start = at - 1 if at and words[at - 1] in ("death", "casualty", "body") else at
    _take(sentence, chosen, kind, start, chosen.end, counts)
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
    if word in (";", "?", "!", ",") or (bits[i] & (BOUNDARY | VERB) and not bits[i] & PREPOSITION and (started or not word.endswith("ing"))):
        return False
    return word[0].isalpha() or word in ("-", "'s")


def _number_follows(sentence: Sentence, at: int, lexicon: CasualtyWords) -> bool:
    """Whether only fillers stand between a place and a counted phrase."""
    words = sentence.words
    while at < len(words) and at not in sentence.starts_at and words[at] in lexicon.toll_fillers:
        at += 1
    return at in sentence.starts_at


def read_zeros(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """`no one was hurt`, `there were no casualties`, `none of the 12 crew members was hurt`."""
    words, bits = sentence.words, sentence.bits
    for at, word in enumerate(words):
        if word in ("nobody", "none") or (word == "no" and words[at + 1 : at + 2] == ["one"]):
            verb = _zero_verb(sentence, at + (2 if word == "no" else 1), verbs, word)
            if verb is not None:
                _zero(sentence, at, at + (2 if word == "no" else 1), verb.kind, verb.end, counts)
        elif word in ("no", "without", "zero"):
            i = at + 1
            while i < min(len(words), at + 4) and (words[i] in ("any", "human", "civilian", "further", "military") or bits[i] & ADVERB):
                i += 1
            if i >= len(words):
                continue
            kind = lexicon.nouns.get(words[i])
            if kind in ("killed", "injured", "casualties") and words[i] not in ("lives", "bodies", "corpses", "killings"):
                if i + 2 < len(words) and words[i + 1] in ("or", "and") and lexicon.nouns.get(words[i + 2], kind) != kind:
                    kind, i = "casualties", i + 2
                _zero(sentence, at, at + 1, kind, i + 1, counts)
            elif bits[i] & PERSON and word == "no":
                verb = _zero_verb(sentence, i + 1, verbs, "no")
                if verb is not None:
                    _zero(sentence, at, at + 1, verb.kind, verb.end, counts)


def _zero_verb(sentence: Sentence, at: int, verbs: list[Verb], word: str) -> Verb | None:
    for verb in verbs:
        if verb.start < at:
            continue
        if verb.start - at > (14 if word == "none" else 6):
            return None
        between = range(at, verb.start)
        if word == "none" and words_at(sentence, at) != "of" and verb.start > at + 3:
            return None
        if verb.start > at and not any(sentence.bits[i] & (BE | HAVE) for i in between):
            return None
        if any(sentence.words[i] in (",", ";", "and", "but") for i in between) and word != "none":
            return None
        return verb if verb.real or True else None
    return None


def words_at(sentence: Sentence, at: int) -> str:
    """The word at a place, or nothing behind the end."""
    return sentence.words[at] if at < len(sentence.words) else ""


def _zero(sentence: Sentence, start: int, figure_end: int, kind: ClaimKind, end: int, counts: list[Count]) -> None:
    for phrase in sentence.phrases:  # `none of the 12 crew members`: twelve is no count of the harmed
        if start <= phrase.start < end:
            for count in [c for c in counts if c.phrase is phrase]:
                counts.remove(count)
            phrase.harm = phrase
    phrase = Phrase(start, figure_end, (start, figure_end), 0, 0, "exact", PEOPLE)
    count = Count(kind, phrase, start, end)
    count.zero = True
    counts.append(count)
