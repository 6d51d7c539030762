"""The people before a passive, an intransitive or an adjective: `two soldiers and a driver were killed`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    ADVERB,
    BE,
    BOUNDARY,
    DETERMINER,
    HAVE,
    JOINER,
    MODAL,
    PAST,
    PREPOSITION,
    STATE,
    STATE_OF,
    THING,
    VERB,
    CasualtyWords,
)
from stancelint.analysis.casualty_verbs import Count, Verb, fits
from stancelint.analysis.counted import BARE, PEOPLE, REMAINS, THINGS, UNKNOWN, Phrase, Sentence

_FAR = 28  # tokens that a subject may stand before its verb


_RELATIVES = frozenset(("who", "that", "which", "whom"))


_KINDS_OF_FORCES = frozenset(("armed", "security", "special", "defence", "defense", "ground", "russian", "ukrainian", "government"))
_STRONG = frozenset((";", ":", "?", "!", "(", "“", "”", '"', "…", "|", "•"))


_CONJUNCTIONS = frozenset(("because", "as", "while", "when", "where", "though", "although", "whereas", "unless", "if"))
_TIMES = frozenset(("after", "until", "till", "before", "since", "once"))  # of a time (`after the raid`), or conjunctions
_OCCASIONS_WORDS = (
    "siren alarm alert raid strike attack blast explosion shelling battle fighting bombing war invasion ceasefire truce occupation "
    "liberation curfew evacuation impact hit assault retreat withdrawal dark"
)
_OCCASIONS = frozenset(_OCCASIONS_WORDS.split())  # what a time is called by: `after the raid`
_LONGEST_OTHER = 4  # words of a subject of its own behind a conjunction
_QUOTES = frozenset("\"“”'’")
_OPENERS = frozenset(
    ("and", "including", "among", "most", "mostly", "many", "some", "all", "one", "two", "three", "aged", "mainly", "who", "of")
)


def take_subject(sentence: Sentence, verb: Verb, counts: list[Count], lexicon: CasualtyWords) -> None:
    """The people before a passive, an intransitive or an adjective, with those coordinated to them."""
    phrase = _subject(sentence, verb, lexicon)
    if phrase is None or phrase.harm is not None:
        return
    if not (fits(sentence, phrase, verb) or (phrase.counts == BARE and verb.harm.needs == "people" and verb.harm.acts != PAST)):
        return
    found = [phrase]
    bits, words = sentence.bits, sentence.words
    while True:
        k = phrase.start - 1
        if k > 1 and words[k] == "including" and _holds(sentence.ends_at.get(k)):
            _take_whole(sentence, verb, sentence.ends_at[k], found, counts)  # `30 miners including nine teenagers were wounded`
            return
        if k < 1 or not (words[k] in (",", "&") or bits[k] & JOINER or words[k] == "as"):
            break
        while k > 0 and (words[k] in (",", "as", "well") or bits[k] & JOINER):
            k -= 1
        before = sentence.ends_at.get(k + 1) or _with_tail(sentence, k)
        if before is None or before.harm is not None or before.counts not in (PEOPLE, UNKNOWN) or _after_preposition(sentence, before):
            break
        if before.counts == UNKNOWN and phrase.counts != UNKNOWN:
            break
        if "among" in words[max(0, before.start - 2) : before.start] or "among" in words[before.end : phrase.start]:
            break  # `29 were killed, among them two children, and 214 injured`
        if words[before.start - 1 : before.start] == ["including"]:
            whole = sentence.ends_at.get(before.start - 2) if words[before.start - 2 : before.start - 1] == [","] else None
            if whole is None or whole.harm is not None or whole.counts != PEOPLE:
                break  # `104 were killed, including 46 children, and 50 others injured`: the children are of the dead
            _take_whole(sentence, verb, whole, [*found, before], counts)
            return
        if before.head >= 0 and words[before.head] in lexicon.nouns:
            break
        found.append(before)
        phrase = before
    for piece in reversed(found):
        body = verb.kind == "missing" and piece.head >= 0 and sentence.words[piece.head] in REMAINS
        # who is found under the rubble as a body is not missing
        count = Count("killed" if body else verb.kind, piece, piece.start, verb.end if piece is found[0] else piece.end)
        if count.end - count.start > 14:
            count.end = piece.end
        count.verb = verb
        piece.harm = verb
        counts.append(count)


def _holds(phrase: Phrase | None) -> bool:
    """Whether a phrase counts people whom nothing has harmed yet."""
    return phrase is not None and phrase.harm is None and phrase.counts == PEOPLE


def _take_whole(sentence: Sentence, verb: Verb, whole: Phrase, parts: list[Phrase], counts: list[Count]) -> None:
    """`10,000 people, including 2,550 women and 4,104 children have been killed`: the whole is harmed, and the rest are parts of it."""
    total = Count(verb.kind, whole, whole.start, whole.end)
    total.verb = verb
    whole.harm = verb
    counts.append(total)
    for piece in reversed(parts):
        part = Count(verb.kind, piece, piece.start, piece.end)
        part.verb, part.parent = verb, total
        piece.harm = total
        counts.append(part)


def _with_tail(sentence: Sentence, k: int) -> Phrase | None:
    """A phrase with a short prepositional tail that ends at ``k``: `two soldiers from the brigade`."""
    for i in range(k, max(-1, k - 5), -1):
        bit = sentence.bits[i]
        if bit & (VERB | BE | HAVE | BOUNDARY) or not sentence.words[i][0].isalpha():
            return None
        if bit & PREPOSITION:
            return sentence.ends_at.get(i)
    return None


def _after_preposition(sentence: Sentence, phrase: Phrase) -> bool:
    k = phrase.start - 1
    words = sentence.words
    if k < 0 or not sentence.bits[k] & PREPOSITION:
        return False
    if (
        words[k] == "of"
        and k
        and words[k - 1] in ("bodies", "body", "number", "total", "group", "crew", "minimum", "maximum", "all", "both")
    ):
        return False
    return not sentence.bits[k] & BOUNDARY


def _subject(sentence: Sentence, verb: Verb, lexicon: CasualtyWords) -> Phrase | None:
    words, bits = sentence.words, sentence.bits
    k = verb.group - 1
    if k < 0:
        return None
    if words[k] in _RELATIVES and k:
        k -= 2 if words[k - 1] == "," else 1
        found = sentence.ends_at.get(k + 1)
        return None if found is not None and found.implied else found
    if words[k] in _QUOTES and k and sentence.ends_at.get(k) is not None:
        k -= 1  # `"more than 70 fighters" had been killed`
    if words[k] == "as" and verb.bare:
        return sentence.ends_at.get(k)  # `lists 800 soldiers as killed and 90 as missing`
    near = sentence.ends_at.get(k + 1)
    if verb.bare and verb.harm.acts in (PAST, STATE_OF):
        if verb.harm.acts == STATE_OF and _describes(sentence, verb.end):
            return None
        if near is None and words[k] == ",":
            return _before_insertion(sentence, k) if _closes(words, k) else None
        return near
    if words[k] == ")":
        while k >= 0 and words[k] != "(":
            k -= 1
        k -= 1
        near = sentence.ends_at.get(k + 1)
    if words[k] in (",", "—", "–", "-") and near is None:
        return _before_insertion(sentence, k)
    if near is None and k > 2 and bits[k] & THING and words[k - 1] in ("a", "an") and words[k - 2] == "and":
        listed = sentence.ends_at.get(k - 2)  # `nine soldiers, two tanks and a mortar`
        if listed is not None and listed.counts in (PEOPLE, THINGS):
            return _before_things(sentence, listed) if listed.counts == THINGS else listed
    if near is not None:
        if near.counts == THINGS and near.head >= 0:
            return _before_things(sentence, near)
        if near.counts != THINGS and not _after_preposition(sentence, near):
            return near
    floor = max(-1, k - _FAR)
    i = k
    best = None
    while i > floor:
        word, bit = words[i], bits[i]
        if word in _STRONG or word == ",":
            break
        if word == "including" and _holds(sentence.ends_at.get(i)):
            best = sentence.ends_at[i]  # `twelve villagers including women and children were killed`
            break
        if bit & BOUNDARY and not (word in ("who", "that", "which") or (bit & PREPOSITION and not best)):
            break
        if word == "forces" and words[i - 1] in _KINDS_OF_FORCES:
            i -= 1  # `83 soldiers of the armed forces were killed`
            continue
        if (bit & (VERB | BE | HAVE | MODAL) and not bit & ADVERB) or (word in lexicon.harms and not bit & STATE):
            j = i
            while j > floor and (bits[j] & (VERB | BE | HAVE | MODAL | ADVERB)):
                j -= 1
            if words[j] in ("who", "that", "which"):
                i = j - 1
                best = None
                continue
            break
        phrase = sentence.ends_at.get(i + 1)
        if phrase is not None:
            if _after_preposition(sentence, phrase) or (phrase.counts == BARE and i != k and not bits[i + 1] & PREPOSITION):
                i = phrase.start - 1
                continue
            if phrase.counts in (PEOPLE, BARE):
                best = phrase
                break
            i = phrase.start - 1
            continue
        if _another_begins(sentence, i, k):
            break
        i -= 1
    return best


def _before_things(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The people who open a list that things end: `nine soldiers, two tanks and a mortar were lost`."""
    words = sentence.words
    last: Phrase | None = phrase
    while last is not None and last.counts == THINGS:
        k = last.start - 1
        if k < 1 or words[k] not in (",", "and", "&", "plus"):
            return None
        while k > 0 and words[k] in (",", "and", "&", "plus"):
            k -= 1
        last = sentence.ends_at.get(k + 1)
    return last if last is not None and last.counts == PEOPLE and not _after_preposition(sentence, last) else None


def _another_begins(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a conjunction stands at the token, and its own subject between it and the verb: `left because the power had been killed`."""
    words, bits = sentence.words, sentence.bits
    if words[at] not in _CONJUNCTIONS and words[at] not in _TIMES:
        return False
    if not 1 < last - at <= _LONGEST_OTHER or not bits[at + 1] & DETERMINER:
        return False
    if any(bit & (PREPOSITION | VERB | BE | HAVE) for bit in bits[at + 2 : last + 1]):
        return False
    return words[at] in _CONJUNCTIONS or words[last] not in _OCCASIONS


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether an open word follows that `dead` or `missing` describes: `two dead letters`."""
    words = sentence.words
    return at < len(words) and words[at].isalpha() and sentence.bits[at] & ~THING == 0


def _closes(words: list[str], k: int) -> bool:
    """Whether the comma at ``k`` closes an insertion: `18 others, including five children, injured`."""
    for i in range(k - 1, max(-1, k - 12), -1):
        if words[i] == ",":
            return words[i + 1] in _OPENERS
    return False


def _before_insertion(sentence: Sentence, k: int) -> Phrase | None:
    """The subject before an insertion between commas or dashes that ends at ``k``."""
    words = sentence.words
    mark = words[k]
    for i in range(k - 1, max(-1, k - 30), -1):
        if words[i] == mark or (mark == "," and words[i] in ("—", "–")):
            phrase = sentence.ends_at.get(i) or _with_tail(sentence, i - 1)
            if phrase is not None and phrase.counts in (PEOPLE, BARE) and not _after_preposition(sentence, phrase):
                return phrase
        elif words[i] in _STRONG:
            return None
    return None
