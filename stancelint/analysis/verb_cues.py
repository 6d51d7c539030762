"""Verbs that attribute: the verb with its auxiliaries, and who its subject is.

A finite verb has its source before it (a phrase, a pronoun, an appositive between commas, a relative) or, inverted, after it. Participles
(`adding that …`) and infinitives take the source of their sentence; a verb after `and` that of the verb before it. Words that
can be nouns as well (`claims`, `plans`, `states`) need a subject that fits.
"""

from __future__ import annotations

from stancelint.analysis.addressees import QUESTIONS
from stancelint.analysis.bearers import PartyLexicon
from stancelint.analysis.clauses import OPENING_QUOTES, after_cue
from stancelint.analysis.cues import BASE, GERUND, INVERTED, OBJECT, PARTICIPLE, THIRD, Cue
from stancelint.analysis.layouts import content_after, lay_out, opens_clause, parenthetical, relation_of
from stancelint.analysis.noun_phrases import left, right, with_appositive, without_adjunct
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.relatives import described
from stancelint.analysis.tokens import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINER,
    MARK,
    MODAL,
    NEGATION,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
)
from stancelint.analysis.tokens import OBJECT as OBJECT_PRONOUN

_BE_WORDS = "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t"
BE = frozenset(_BE_WORDS.split())
_POSSESSIVES = ("'s", "’s")
_PLURALS = frozenset(["people", "media", "police", "women", "men", "children", "staff", "troops"])
_LIVES = frozenset(("life", "lives", "victim", "victims"))
_LIVES_WITHIN = 5
_REACH = 60
_LONGEST_GROUP = 12
_CITING = ("cite", "quote")
_FOND = frozenset(
    ("likes", "liked", "loves", "loved", "prefers", "preferred", "continues", "continued", "begins", "began", "used", "dares", "dared")
)
_HOLDS = ("hold", "holds", "held", "holding")
_TOGETHER = frozenset(["both", "each", "all"])  # after their names: the governor and the mayor both said
_THEREABOUTS = frozenset(["there", "here"])
_SOME = frozenset(["many", "some", "others", "both", "most", "few", "all", "several", "none"])
_SINGULARS_WORDS = "he she it this that everyone everybody nobody someone somebody another each one a an the"
_SINGULARS = frozenset(_SINGULARS_WORDS.split())


def _takes_lives(page: Page, after: int, end: int) -> bool:
    """Whether lives are what is claimed, and no clause is: `nine lives`, `the lives of two`; not `nine lives had been lost`."""
    stop = min(end, after + _LIVES_WITHIN)
    at = next((i for i in range(after, stop) if page.words[i] in _LIVES), -1)
    return at >= 0 and not (
        page.bits[after] & SUBORDINATOR or page.words[after] == "that" or (at + 1 < end and page.bits[at + 1] & AUXILIARY)
    )


def _nothing_said(words: list[str]) -> bool:
    """Whether what is claimed is renown or land: `a claim to fame`, `a city that Moscow claims in its constitution`."""
    return words[:2] == ["to", "fame"] or words in (["in", "its", "constitution"], ["as", "its", "own"])


def _holds_a_view(page: Page, after: int, end: int) -> bool:
    """Whether `that` opens a clause: `held that the border stands`, and not `held that hill`."""
    return after + 1 < end and (page.capital(after + 1) or bool(page.bits[after + 1] & (DETERMINER | PRONOUN | SUBJECT)))


def read_verb(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """The attribution that the verb at tokens ``at`` to ``after`` makes inside its sentence ``low`` to ``end``, or None.

    ``earlier`` are the attributions of the same sentence so far: participles and coordinated verbs borrow their source."""
    words, bits, forms = page.words, page.bits, cue.forms
    if words[at].startswith("claim") and (_takes_lives(page, after, end) or _nothing_said(words[after : after + 3])):
        return None  # the strike claimed nine lives, and whose claim to fame it was: nobody speaks
    if words[at] == "counting" and words[at - 1] == "," and earlier and earlier[0].relation == "according-to":
        return None  # `killed eight, counting one girl` includes her
    if words[at] in _HOLDS and not _holds_a_view(page, after, end):
        return None
    before, first = at - 1, at
    passive = perfect = progressive = modal = infinitive = False
    while before >= max(low, at - _LONGEST_GROUP):
        bit, word = bits[before], words[before]
        if word in BE:
            progressive = progressive or bool(forms & GERUND)
            passive = passive or (bool(forms & PARTICIPLE) and not perfect)
        elif bit & AUXILIARY:
            perfect = perfect or word.startswith("ha")
            modal = modal or bool(bit & MODAL) or word.startswith("d")
        elif word in _POSSESSIVES and before > low and bits[before - 1] & (SUBJECT | RELATIVE) and forms & (PARTICIPLE | GERUND):
            progressive, perfect = bool(forms & GERUND), bool(forms & PARTICIPLE)  # he's said, she's telling
        elif word == "to" and forms & BASE:
            infinitive = True
        elif infinitive and word in _FOND and words[before + 1] == "to":
            modal = True  # Lavrov likes to say
        elif not bit & (ADVERB | NEGATION) or bit & SUBORDINATOR:
            break
        first = before
        before -= 1
    if passive:
        return None
    if infinitive and not modal:
        return borrowed(page, cue, at, after, low, end, earlier)
    if forms & GERUND and not progressive:
        if before >= low and (bits[before] & DETERMINER or words[before] in _POSSESSIVES):
            return None
        return borrowed(page, cue, at, after, low, end, earlier)
    if before < low or before < at - _LONGEST_GROUP:
        return None
    if page.capital(at) and first == at and not page.title:
        return None
    if cue.takes & INVERTED and first == at:
        found = _inverted(page, cue, at, after, before, low, end)
        if found is not None:
            return found
    if bits[before] & JOINER or words[before] == "then":
        return borrowed(page, cue, at, after, low, end, earlier) if forms != BASE or modal else None
    source = _subject(page, cue, before, low, after_cue(page, after, end), end, helped=first < at)
    return lay_out(page, cue, source, first, after, low, end) if source is not None else None


def _inverted(page: Page, cue: Cue, at: int, after: int, edge: int, low: int, end: int) -> Found | None:
    """`…, said the mayor`: a verb right after its content and before its source."""
    words, bits = page.words, page.bits
    if not (words[edge] in (",", "—", "–", "--", "?", "!", "-") or edge in page.open_of) or after >= end:
        return None
    if bits[after] & (PREPOSITION | TIME | OBJECT_PRONOUN | MARK | ADVERB) or words[after] in QUESTIONS or words[after] == "that":
        return None
    stop = right(page, after, end)
    if stop == after:
        return None
    if edge not in page.open_of and words[edge] not in ("?", "!"):
        if stop < end and (bits[stop] & (AUXILIARY | SUBJECT | VERB) or words[stop] in OPENING_QUOTES):
            return None  # the comma closes an appositive: Peskov, the spokesman, said the road was closed
        if _after_appositive(page, edge, low):
            return None
    if stop < end and words[stop] == "," and not bits[edge - 1] & AUXILIARY:  # the name's appositive: said Olha Bondar, a medic
        far = right(page, stop + 1, end)
        if (
            far > stop + 1
            and (bits[stop + 1] & DETERMINER or not page.capital(stop + 1))
            and not page.heads.get(words[stop + 1])
            and not bits[stop + 1] & (JOINER | SUBORDINATOR | PREPOSITION | SUBJECT | RELATIVE)
        ):
            stop = far
    found = parenthetical(page, cue, (after, stop), at, after, low, end, edge)
    if found is not None:
        found.relation = "inverted"
    return found


def _after_appositive(page: Page, edge: int, low: int) -> bool:
    """Whether the sentence begins with a phrase and its appositive, closed by the mark at ``edge``."""
    whole = with_appositive(page, edge, low)
    if whole is None:
        return False
    first = whole[0]
    if first <= low + 1 or page.bits[first - 1] & JOINER:
        return True
    return page.words[first - 1] == "," and bool(page.bits[low] & (PREPOSITION | SUBORDINATOR | ADVERB))


def _subject(page: Page, cue: Cue, head: int, low: int, after: int, end: int, *, helped: bool) -> Range | None:
    """The source that ends at token ``head``, right before the verb group; ``helped`` says that the verb has an auxiliary.

    What the verb takes stands from ``after`` to ``end``."""
    words, bits, forms = page.words, page.bits, cue.forms
    if (
        words[head] in _TOGETHER
        and head - 1 > low
        and (words[head - 1] == "," or bits[head - 1] & JOINER or not bits[head - 1] & (MARK | PREPOSITION | DETERMINER | AUXILIARY))
    ):
        if words[head - 1] == "," and left(page, head - 1, low) > low:
            whole = with_appositive(page, head - 1, low)
            told = whole is not None and any(bits[i] & AUXILIARY for i in range(whole[0], head))  # a clause, and nobody's office
            if whole is None or told or (whole[0] > low and "and" not in words[whole[0] : head]):
                return (head, head + 1)  # the toll rose to nine, both said: they were named before
        if bits[head - 1] & JOINER:
            return (head, head + 1)
        head -= 1
    word, bit = words[head], bits[head]
    if word in _POSSESSIVES or (bit & PREPOSITION and not bit & SUBJECT):
        return None
    if (
        bit & DETERMINER
        and not bit & PRONOUN
        and word in ("the", "a", "an", "my", "your", "his", "her", "its", "our", "their", "such", "no", "any", "every")
    ):
        return None
    if word == "," or word in ("—", "–", "--"):
        return with_appositive(page, head, low)
    if word == ")":
        opening = head
        while opening > low and words[opening] != "(":
            opening -= 1
        begin = left(page, opening, low)
        return (begin, opening) if begin < opening else None
    if bit & RELATIVE or word == "that":
        return (head, head + 1) if head > low and not bits[head - 1] & PREPOSITION else None
    if bit & MARK:
        return None
    if word in _THEREABOUTS and head > low and not bits[head - 1] & (MARK | AUXILIARY | SUBJECT | PREPOSITION):
        begin = left(page, head, low)
        return (begin, head + 1) if begin < head else None  # doctors there told …
    if bit & NUMBER and not helped and forms & PARTICIPLE and (head == low or cue.lemma == "suspect"):
        return None  # two suspected militants
    whole = described(page, head, low, after, end)
    if whole is not None:
        return whole
    if bit & TIME or word.isdigit():
        head = without_adjunct(page, head, low)
    begin = left(page, head + 1, low)
    if begin > head:
        return None
    if not helped and forms & PARTICIPLE and words[begin] in ("a", "an") and cue.takes == OBJECT and not page.capital(head):
        return None  # a group called …
    if not helped and cue.lemma.partition(" ")[0] in page.ambiguous and not _agrees(page, forms, head, begin):
        return None
    return (begin, head + 1)


def _agrees(page: Page, forms: int, head: int, begin: int) -> bool:
    """Whether a bare verb form can have this subject: tells `officials say` and `the ministry claims` from nouns."""
    word, bit = page.words[head], page.bits[head]
    if word in page.cues.nationalities:
        return False  # Russian claims that …
    many = word not in _SINGULARS and (
        bool(bit & PRONOUN) or word in _SOME or (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS
    )
    if forms == BASE:
        if many and head == begin == page.sentence_start(head) and word in page.cues.vague:
            return True  # Experts note that …
        return (many and not page.capital(head)) or (bool(bit & SUBJECT) and word not in _SINGULARS) or (many and begin < head)
    if forms == THIRD:
        if bit & TIME and not page.capital(head):
            return False
        stands = page.capital(begin) or page.capital(head) or bool(page.bits[begin] & DETERMINER) or _closes(page, begin, head)
        return bool(bit & PRONOUN) or (stands and (page.capital(head) or not many))
    return True


def _closes(page: Page, begin: int, head: int) -> bool:
    """Whether nothing but an office and its verb stands behind the last comma, as headlines close: `Coup foiled, government claims.`"""
    words = page.words
    if words[begin - 1 : begin] != [","] or words[head + 2 : head + 3] not in ([], ["."]):
        return False
    return words[head] in page.reading.knowledge.lexicon(PartyLexicon).offices


def borrowed(page: Page, cue: Cue, at: int, after: int, low: int, end: int, earlier: list[Found]) -> Found | None:
    """A participle, an infinitive or a coordinated verb: its source is that of the sentence."""
    words = page.words
    aside = bool(cue.forms & GERUND) and not earlier and at - 1 > low and words[at - 1] == ","
    content = content_after(page, cue, after_cue(page, after, end), end, opening=aside or opens_clause(page, at, low))
    if content is None:
        return None
    if at - 1 > low and words[at - 1] == "as" and earlier and earlier[-1].cue is not None:
        carried = _quoted_as_saying(page, cue, at, after, content, earlier[-1])
        if carried is not None:
            return carried
    source = _beside(page, cue, at, low)
    if aside:
        begin = left(page, at - 1, low)
        source = (begin, at - 1) if begin < at - 1 else None
    source = source or next((found.sources[0] for found in reversed(earlier) if found.sources and found.sources[0][0] < at), None)
    source = source or subject_of(page, low, at)
    if source is None:
        return None
    relation = "topic" if cue.lemma in _CITING and words[content[0]] != "that" else relation_of(page, cue, content, "participle")
    return Found(relation, cue.kind, (at, after), [source], [content], takes=cue.takes)


def _quoted_as_saying(page: Page, cue: Cue, at: int, after: int, content: Range, carrier: Found) -> Found | None:
    """`TASS quoted the ministry as saying that …`: the carrier's cue stands before, the one who says it is the origin."""
    if carrier.cue is None or not page.words[carrier.cue[1] - 1].startswith(("quot", "cit")) or carrier.content[0][0] >= at - 1:
        return None
    found = Found("clause", cue.kind, (at, after), carrier.sources, [content], takes=cue.takes)
    found.origin = (carrier.content[0][0], at - 1)
    carrier.content, carrier.relation = [found.origin], "topic"
    return found


def _beside(page: Page, cue: Cue, at: int, low: int) -> Range | None:
    """The phrase right before a participle, which it then describes: `polls showing that …`.

    What words stand in is no speaker: `issued a statement saying …`."""
    if not cue.forms & GERUND or at - 1 < low or page.bits[at - 1] or page.words[at - 1] in page.cues.containers:
        return None
    begin = left(page, at, low)
    return (begin, at) if begin < at else None


def subject_of(page: Page, low: int, at: int) -> Range | None:
    """A guess at the subject of the sentence that begins at ``low``: its first noun phrase that is no place or date."""
    bits, words = page.bits, page.words
    low = max(low, at - _REACH)
    i = low
    if i < at and bits[i] & (PREPOSITION | SUBORDINATOR):
        while i < at and words[i] != ",":
            i += 1
        i += 1
    while i < at and bits[i] & (MARK | JOINER | ADVERB | TIME):
        i += 1
    stop = right(page, i, at)
    return (i, stop) if i < stop <= at else None
