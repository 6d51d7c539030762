"""Harming words and their verb groups: who acts, who is acted on, and whether it is told as a fact."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import (
    ACTIVE,
    ADVERB,
    ANYTHING,
    BE,
    DAY,
    DETERMINER,
    HARM,
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
    PRESENT,
    STATE,
    STATE_OF,
    VERB,
    CasualtyWords,
    Harm,
)
from stancelint.analysis.counted import BARE, PEOPLE, THINGS, UNKNOWN, Phrase, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import ClaimKind, Hedge

_LOST = frozenset(("men", "people", "dead", "crew", "garrison", "squad", "platoon"))  # beside soldiers, whom one may lose
_MANAGED = frozenset(("managed", "manages"))  # to do it, and did
_BROUGHT_WITH = frozenset(("with", "for"))
_FARTHEST_TAIL = 14  # words from `admitted` to the wounds
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

    __slots__ = ("end", "figure", "hedge", "high", "kind", "leans", "low", "parent", "phrase", "start", "verb", "zero")

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
        self.leans = False  # `among the wounded`: a part of a count made before


def verbs_of(sentence: Sentence, lexicon: CasualtyWords) -> list[Verb]:
    """The harming words of the sentence in order, `killed or wounded` joined into one."""
    words = sentence.words
    found: list[Verb] = []
    past = 0
    for at in [i for i, bit in enumerate(sentence.bits) if bit & HARM]:
        if at < past:
            continue
        for harm in lexicon.harms[words[at]]:
            end = at + len(harm.words)
            gap = _behind_gap(sentence, at, harm.words[-1]) if ANYTHING in harm.words else 0
            if gap or len(harm.words) == 1 or tuple(words[at:end]) == harm.words:
                end = gap or end
                verb = Verb(at, end, harm)
                if not _joined(sentence, found, verb):
                    found.append(verb)
                past = end
                break
    return [verb for verb in found if not in_idiom(sentence, verb.start, verb.end, lexicon)]


def _behind_gap(sentence: Sentence, at: int, tail: str) -> int:
    """The place behind what people were brought in with: `admitted from the block with burns`; 0 where they were not."""
    words, bits = sentence.words, sentence.bits
    brought = False
    for end in range(at + 1, min(len(words), at + _FARTHEST_TAIL)):
        word = words[end]
        brought = brought or word in _BROUGHT_WITH
        if brought and word == tail:
            return end + 1
        if not word.isalnum() or bits[end] & (BE | HAVE | MODAL) or word in ("that", "who") or (bits[end] & JOINER and not brought):
            return 0
    return 0


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
    return after in (["or"], ["and"]) or (
        after == [","] and bool(sentence.bits[verb.end + 1 : verb.end + 2]) and bool(sentence.bits[verb.end + 1] & (STATE | VERB))
    )


def in_idiom(sentence: Sentence, start: int, end: int, lexicon: CasualtyWords) -> bool:
    """Whether a word of the tokens belongs to a saying or a name in which nobody comes to harm: `killed the bill`, `monitoring bodies`."""
    words = sentence.words
    for at in range(start, end):
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
    passive = perfect = told = False  # told: the auxiliary stands before `to`, and is another verb's (`is said to have killed`)
    begin = k + 1
    while k >= 0:
        bit = bits[k]
        word = words[k]
        if bit & (BE | HAVE):
            passive = passive or (bool(bit & BE) and not told)
            perfect = perfect or bool(bit & HAVE)
            begin = k
        elif word == "to":
            told = True
            # `is said to have died` and `are believed to have been killed` tell of a fact, `to kill` does not
            known = words[k - 1 : k] == ["known"] and bool(bits[k - 2] & BE)  # four were known to be injured
            known = known or words[k - 1] in _MANAGED
            told_of = verb.harm.acts in (PRESENT, INTRANSITIVE, PAST, STATE_OF, PASSIVE)
            if told_of and not known and not perfect and (passive or _bare_form(verb)):
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
        elif word == "and" and begin == k + 1 and k > 1 and words[k - 1].endswith("ed") and bits[k - 2] & BE and not bits[k - 1] & STATE:
            begin, passive = k - 2, True  # `was stabbed and wounded`
            break
        else:
            break
        if word.endswith("n't") and word != "n't":
            verb.real = False
        k -= 1
    verb.group = begin
    acts = verb.harm.acts
    if acts in (PRESENT, PARTICIPLE, ACTIVE):
        verb.active = not (acts == PARTICIPLE and words[verb.start - 1 : verb.start] == ["being"])
        to = begin == verb.start and verb.start and _bare_form(verb) and words[verb.start - 1] == "to"
        if to and words[verb.start - 2] not in _MANAGED:
            verb.real = False
    elif acts == PAST and not passive:
        verb.active = perfect or _object_at(sentence, verb.end) is not None or _takes(sentence, verb.end)
    verb.bare = not passive and not perfect


def _bare_form(verb: Verb) -> bool:
    """Whether the word is an infinitive or a plural present: `kill`, `die`, `lose their lives`."""
    word = verb.harm.words[0]
    return (verb.harm.acts == PRESENT and not word.endswith("s")) or word in ("die", "perish", "lose", "hurt", "claim")


def _takes(sentence: Sentence, at: int) -> bool:
    """Whether an object without a number follows: `captured a small figure`, `killed himself`; `killed this week` has none."""
    words, bits = sentence.words, sentence.bits
    if at >= len(words):
        return False
    if words[at] in ("himself", "herself", "themselves", "him", "them", "it", "us", "me"):
        return True
    return (
        bool(bits[at] & DETERMINER)
        and at + 1 < len(words)
        and not bits[at + 1] & (MEASURE | DAY)
        and words[at] not in ("this", "that", "these", "those", "no")
    )


def _object_at(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that begins at ``at`` and can be an object: not `12` that a harming word follows."""
    words, bits = sentence.words, sentence.bits
    while at < len(words) and bits[at] & ADVERB and at not in sentence.starts_at:
        at += 1
    if at + 1 < len(words) and words[at] in ("“", '"', "‘"):
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
        return verb.harm.kind == "injured" or (
            verb.harm.kind == "captured" and (phrase.low > 1 or len(verb.harm.words) > 1 or _after_people(sentence, phrase))
        )
    if needs == "soldiers":
        head = phrase.head
        return head >= 0 and (bool(sentence.bits[head] & MILITARY) or sentence.words[head] in _LOST)
    return True


def _after_people(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a bare number goes on with people that were harmed before it: `12 soldiers were killed, and one was captured`."""
    before = [other for other in sentence.phrases if other.end <= phrase.start]
    if not before or before[-1].harm is None or before[-1].counts == THINGS:
        return False
    return sentence.words[phrase.start - 1] in ("and", ",") and any(other.counts == PEOPLE for other in before)
