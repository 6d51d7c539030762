"""Which counted phrases of a sentence are people harmed: the grammar of `killed`, `left three dead`, `12 died`.

A harming word finds its people by its form: an active verb or participle in the list behind it, a passive, an intransitive
or an adjective in the subject before it. Each phrase is taken once. Subsets and gapping come later (casualty_subsets).
"""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    ACTIVE,
    ADVERB,
    BE,
    BOUNDARY,
    DAY,
    DETERMINER,
    HAVE,
    INTRANSITIVE,
    JOINER,
    MEASURE,
    MILITARY,
    MODAL,
    PARTICIPLE,
    PASSIVE,
    PAST,
    PERHAPS,
    PERSON,
    PREPOSITION,
    PRESENT,
    SINGULAR,
    STATE,
    STATE_OF,
    STOP,
    VERB,
    CasualtyWords,
    Harm,
)
from stancelint.analysis.count_phrases import BARE, PEOPLE, THINGS, UNKNOWN, Phrase, Sentence
from stancelint.analysis.model import ClaimKind, Hedge

_FAR = 28  # tokens that a subject may stand before its verb
_REACH = 26  # tokens that an object list may run on
_RELATIVES = frozenset(("who", "that", "which", "whom"))
_STRONG = frozenset((";", ":", "?", "!", "(", "“", "”", '"', "…", "|", "•"))
_LIST = frozenset((",", "and", "or", "plus", "&", "also"))
_OPENERS = frozenset(("and", "including", "among", "most", "mostly", "many", "some", "all", "one", "two", "three", "aged", "mainly", "who", "of"))
_CLAUSES = frozenset(("when", "while", "because", "if", "but", "where", "so", "who", "which", "that", "whose", "how", "as"))
_CAUSES = frozenset(("left", "leaves", "leaving", "leave"))


class Verb:
    """A harming word at tokens ``[start, end)``; ``group`` is where its verb group begins (auxiliaries and adverbs before it)."""

    __slots__ = ("active", "bare", "end", "group", "harm", "kind", "real", "start")

    def __init__(self, start: int, end: int, harm: Harm) -> None:
        self.start = start
        self.end = end
        self.harm = harm
        self.kind: ClaimKind = harm.kind
        self.group = start
        self.active = False
        self.bare = False  # no auxiliary
        self.real = True  # False: could, would, to kill: no fact


class Count:
    """A claim as the sentence makes it. ``parent`` is the count that this one is part of; ``zero`` says that nobody was."""

    __slots__ = ("end", "figure", "hedge", "high", "kind", "low", "parent", "phrase", "start", "verb", "zero")

    def __init__(self, kind: ClaimKind, phrase: Phrase, start: int, end: int) -> None:
        self.kind = kind
        self.phrase: Phrase | None = phrase
        self.low = phrase.low
        self.high = phrase.high
        self.hedge: Hedge = phrase.hedge
        self.figure = phrase.figure
        self.start = min(start, phrase.start)
        self.end = max(end, phrase.end)
        self.parent: Count | None = None
        self.verb: Verb | None = None
        self.zero = False


def verbs_of(sentence: Sentence, lexicon: CasualtyWords) -> list[Verb]:
    """The harming words of the sentence in order, `killed or wounded` joined into one."""
    words = sentence.words
    found: list[Verb] = []
    at, size = 0, len(words)
    while at < size:
        for harm in lexicon.harms.get(words[at], ()):
            end = at + len(harm.words)
            if len(harm.words) == 1 or tuple(words[at:end]) == harm.words:
                verb = Verb(at, end, harm)
                if not _joined(sentence, found, verb):
                    found.append(verb)
                at = end - 1
                break
        at += 1
    return [verb for verb in found if not _idiom(sentence, verb, lexicon)]


def _joined(sentence: Sentence, found: list[Verb], verb: Verb) -> bool:
    """Join `killed or wounded`, `killed, wounded or captured` into one verb that harms in more ways than one."""
    if not found:
        return False
    last = found[-1]
    between = sentence.words[last.end : verb.start]
    alike = last.harm.acts == verb.harm.acts or {last.harm.acts, verb.harm.acts} == {PAST, STATE_OF}
    if alike and between in (["or"], ["and"], ["/"], ["and", "/", "or"], [","]):
        if between == [","] and not _joined_on(sentence, verb):
            return False
        last.end = verb.end
        if last.kind != verb.kind:
            last.kind = "casualties"
        return True
    return False


def _joined_on(sentence: Sentence, verb: Verb) -> bool:
    after = sentence.words[verb.end : verb.end + 1]
    return after in (["or"], ["and"]) or (after == [","] and bool(sentence.bits[verb.end + 1 : verb.end + 2]) and bool(sentence.bits[verb.end + 1] & (STATE | VERB)))


def _idiom(sentence: Sentence, verb: Verb, lexicon: CasualtyWords) -> bool:
    words = sentence.words
    for at in range(verb.start, verb.end):
        for phrase in lexicon.idioms.get(words[at], ()):
            place = phrase.index(words[at])
            begin = at - place
            if begin >= 0 and tuple(words[begin : begin + len(phrase)]) == phrase:
                return True
    return False


def group_of(sentence: Sentence, verb: Verb) -> None:
    """Settle where the verb group begins, whether it is active, and whether it tells of a fact."""
    words, bits = sentence.words, sentence.bits
    k = verb.start - 1
    while k >= 0 and bits[k] & ADVERB and not bits[k] & BE:
        if words[k] in ("not", "never"):
            verb.real = False
        k -= 1
    passive = perfect = False
    begin = k + 1
    while k >= 0:
        bit = bits[k]
        word = words[k]
        if bit & (BE | HAVE):
            passive = passive or bool(bit & BE)
            perfect = perfect or bool(bit & HAVE)
            begin = k
        elif word == "to":
            # `is said to have died` and `are believed to have been killed` tell of a fact, `to kill` does not
            if not perfect and verb.harm.acts in (PRESENT, INTRANSITIVE, PAST, STATE_OF, PASSIVE) and (passive or _bare_form(verb)):
                verb.real = False
            begin = k
        elif bit & (MODAL | PERHAPS):
            if not (bit & PERHAPS and perfect):
                verb.real = False
            begin = k
        elif word in ("not", "never", "n't"):
            verb.real = False
            begin = k
        elif bit & ADVERB and begin == k + 1:
            begin = k
        else:
            break
        if word.endswith("n't") and word != "n't":
            verb.real = False
        k -= 1
    verb.group = begin
    acts = verb.harm.acts
    if acts in (PRESENT, PARTICIPLE, ACTIVE):
        verb.active = not (acts == PARTICIPLE and words[verb.start - 1 : verb.start] == ["being"])
        if begin == verb.start and verb.start and _bare_form(verb) and words[verb.start - 1] == "to":
            verb.real = False
    elif acts == PAST and not passive:
        verb.active = perfect or _object_at(sentence, verb.end) is not None or _takes(sentence, verb.end)
    verb.bare = not passive and not perfect


def _bare_form(verb: Verb) -> bool:
    """Whether the word is an infinitive or a plural present: `kill`, `die`, `lose their lives`."""
    word = verb.harm.words[0]
    return verb.harm.acts == PRESENT and not word.endswith("s") or word in ("die", "perish", "lose", "hurt", "claim")


def _takes(sentence: Sentence, at: int) -> bool:
    """Whether an object without a number follows: `captured a small figure`, `killed himself`; `killed this week` has none."""
    words, bits = sentence.words, sentence.bits
    if at >= len(words):
        return False
    if words[at] in ("himself", "herself", "themselves", "him", "them", "it", "us", "me"):
        return True
    return bool(bits[at] & DETERMINER) and at + 1 < len(words) and not bits[at + 1] & (MEASURE | DAY) and words[at] not in ("this", "that", "these", "those", "no")




def _object_at(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that begins at ``at`` and can be an object: not `12` that a harming word follows."""
    words, bits = sentence.words, sentence.bits
    while at < len(words) and bits[at] & ADVERB and at not in sentence.starts_at:
        at += 1
    phrase = sentence.starts_at.get(at)
    if phrase is None or phrase.counts == THINGS:
        return phrase
    if followed_by_harm(sentence, phrase):
        return None
    return phrase


def followed_by_harm(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of what follows it (`12 others were`, `three injured`)."""
    words, bits = sentence.words, sentence.bits
    at = phrase.end
    while at < len(words) and bits[at] & ADVERB and not bits[at] & (BE | HAVE):
        at += 1
    if at >= len(words):
        return False
    return bool(bits[at] & (BE | HAVE | STATE | MODAL)) or words[at] in ("died", "perished")


def take_objects(sentence: Sentence, verb: Verb, counts: list[Count], lexicon: CasualtyWords) -> None:
    """The list behind an active verb: `killed two soldiers, a driver and three others`."""
    words, bits = sentence.words, sentence.bits
    size = len(words)
    at = verb.end
    if verb.harm.words == ("killing",) and at < size and words[at] == "of":
        at += 1
    while at < size and bits[at] & ADVERB and at not in sentence.starts_at:
        at += 1
    taken = False
    first = sentence.starts_at.get(at)
    if first is None:
        first = _other_object(sentence, verb, at)
    if first is not None and first.harm is None and not (followed_by_harm(sentence, first) and not verb.active):
        if fits(sentence, first, verb):
            counts.append(_take(sentence, first, verb))
            taken = True
        elif first.counts != THINGS:
            return
        at = first.end
    elif first is not None or (at < size and verb.harm.acts != ACTIVE and not _bare_people(sentence, at)):
        return
    stop = min(size, at + _REACH)
    while at < stop:
        word, bit = words[at], bits[at]
        if word in (";", ":", "?", "!", ".") or (bit & VERB and not bit & (ADVERB | PERSON) and word not in ("including", "include", "left")):
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
            elif word == "with":
                if words[at - 1] not in ("along", "together"):
                    at += 1
                    continue
            while follow < size and words[follow] in _LIST:
                follow += 1
            phrase = sentence.starts_at.get(follow)
            if phrase is not None and phrase.harm is None:
                if followed_by_harm(sentence, phrase) or _has_verb(sentence, phrase):
                    return
                if _listed(sentence, phrase, verb, taken):
                    counts.append(_take(sentence, phrase, verb))
                    taken = True
                at = phrase.end
                stop = min(size, at + _REACH)
                continue
            at = follow
            continue
        at += 1


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
        return (bool(bits[after] & PREPOSITION) and words[after] not in ("of", "to", "by", "than", "from", "per")) or words[after] in ("more", "others")
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
        if i + 1 < len(words) and sentence.text[sentence.row.starts[i + 1]].isupper() and sentence.text[sentence.row.starts[i]].islower() and words[i + 1].isalpha():
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


def fits(sentence: Sentence, phrase: Phrase, verb: Verb) -> bool:
    """Whether what the phrase counts is what the verb harms."""
    if phrase.counts == THINGS:
        return False
    needs = verb.harm.needs
    if needs == "any":
        if phrase.counts == UNKNOWN:
            return not phrase.of and phrase.low > 1 and sentence.words[phrase.head].endswith(("s", "i"))
        return True
    if phrase.counts != PEOPLE:
        if phrase.counts != BARE or needs != "people" or phrase.of:
            return False
        return verb.harm.kind == "injured" or (verb.harm.kind == "captured" and phrase.low > 1)
    if needs == "soldiers":
        head = phrase.head
        return head >= 0 and (bool(sentence.bits[head] & MILITARY) or sentence.words[head] in ("men", "people", "dead"))
    return True


def _take(sentence: Sentence, phrase: Phrase, verb: Verb) -> Count:
    count = Count(verb.kind, phrase, verb.start if verb.end <= phrase.start and phrase.start - verb.end < 3 else phrase.start, phrase.end)
    count.verb = verb
    phrase.harm = verb
    return count


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
        if k < 1 or not (words[k] in (",", "&") or bits[k] & JOINER or words[k] == "as"):
            break
        while k > 0 and (words[k] in (",", "as", "well") or bits[k] & JOINER):
            k -= 1
        before = sentence.ends_at.get(k + 1) or _with_tail(sentence, k)
        if before is None or before.harm is not None or before.counts not in (PEOPLE, UNKNOWN) or _after_preposition(sentence, before):
            break
        if before.counts == UNKNOWN and phrase.counts != UNKNOWN:
            break
        if before.head >= 0 and words[before.head] in lexicon.nouns:
            break
        found.append(before)
        phrase = before
    for piece in reversed(found):
        count = Count(verb.kind, piece, piece.start, verb.end if piece is found[0] else piece.end)
        if count.end - count.start > 14:
            count.end = piece.end
        count.verb = verb
        piece.harm = verb
        counts.append(count)


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
    if words[k] == "of" and k and words[k - 1] in ("bodies", "body", "number", "total", "group", "crew", "minimum", "maximum", "all", "both"):
        return False
    return not sentence.bits[k] & BOUNDARY or (words[k] in ("after", "before", "since", "until") and False)


def _subject(sentence: Sentence, verb: Verb, lexicon: CasualtyWords) -> Phrase | None:
    words, bits = sentence.words, sentence.bits
    k = verb.group - 1
    if k < 0:
        return None
    if words[k] in _RELATIVES and k:
        k -= 2 if words[k - 1] == "," else 1
        found = sentence.ends_at.get(k + 1)
        return None if found is not None and found.implied else found
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
    if near is not None:
        if near.counts == THINGS and near.head >= 0:
            return None
        if near.counts != THINGS and not _after_preposition(sentence, near):
            return near
    floor = max(-1, k - _FAR)
    i = k
    best = None
    while i > floor:
        word, bit = words[i], bits[i]
        if word in _STRONG or word == ",":
            break
        if bit & BOUNDARY and not (word in ("who", "that", "which") or (bit & PREPOSITION and not best)):
            break
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
        i -= 1
    return best


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether an open word follows that `dead` or `missing` describes: `two dead letters`."""
    words = sentence.words
    return at < len(words) and words[at].isalpha() and not sentence.bits[at]


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
                if words[i + 1 : i + 2] and (words[i + 1] in _OPENERS or words[i + 1].isdigit() or sentence.bits[i + 1] & STOP or True):
                    return phrase
        elif words[i] in _STRONG:
            return None
    return None


def read_verbs(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """Let every harming verb and adjective of the sentence take its people."""
    for verb in verbs:
        group_of(sentence, verb)
        adjective = next((p for p in sentence.phrases if p.adjective >= 0 and verb.start <= p.adjective < verb.end), None)
        if adjective is not None:
            if adjective.harm is None and verb.harm.acts in (PAST, STATE_OF):
                count = Count(verb.kind, adjective, adjective.start, adjective.end)
                count.verb = verb
                adjective.harm = verb
                counts.append(count)
            continue
        if not verb.real:
            _spoil(sentence, verb)
            continue
        acts = verb.harm.acts
        if acts in (INTRANSITIVE, STATE_OF, PASSIVE) or (acts == PAST and not verb.active) or (acts == PARTICIPLE and not verb.active):
            take_subject(sentence, verb, counts, lexicon)
        else:
            take_objects(sentence, verb, counts, lexicon)


def _spoil(sentence: Sentence, verb: Verb) -> None:
    """What could be or was not harmed is taken out of everybody's reach."""
    near = sentence.ends_at.get(verb.group) or sentence.starts_at.get(verb.end)
    if near is not None and near.harm is None:
        near.harm = verb
