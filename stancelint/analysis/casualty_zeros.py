"""Counts of nobody: `no one was hurt`, `there were no casualties`, `none of the 12 crew members was hurt`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import ADVERB, BE, HAVE, NIL, PERSON, CasualtyWords
from stancelint.analysis.casualty_verbs import Count, Verb
from stancelint.analysis.counted import PEOPLE, Phrase, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import ClaimKind


def read_zeros(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """`no one was hurt`, `there were no casualties`, `none of the 12 crew members was hurt`."""
    words, bits = sentence.words, sentence.bits
    for at in [i for i, bit in enumerate(bits) if bit & NIL]:
        word = words[at]
        if word in ("nobody", "none") or (word == "no" and words[at + 1 : at + 2] == ["one"]):
            verb = _zero_verb(sentence, at + (2 if word == "no" else 1), verbs, word)
            if verb is not None:
                _zero(sentence, at, at + (2 if word == "no" else 1), verb.kind, verb.end, counts)
        elif word == "not":
            figure_end = _not_one(words, at)
            verb = _zero_verb(sentence, figure_end, verbs, word) if figure_end else None
            if verb is not None:
                _zero(sentence, at, figure_end, verb.kind, verb.end, counts)
        elif word in ("no", "without", "zero"):
            i = at + 1
            while i < min(len(words), at + 4) and (words[i] in ("any", "human", "civilian", "further", "military") or bits[i] & ADVERB):
                i += 1
            if (
                i > at + 1
                and bits[i - 1] & PERSON
                and not (i < len(words) and bits[i] & PERSON)
                and lexicon.nouns.get(words_at(sentence, i)) is None
            ):
                i -= 1  # no civilian was hurt
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


def _not_one(words: list[str], at: int) -> int:
    """Where the figure of `not one soldier`, `not a single civilian` ends; 0 for another `not`."""
    if words[at + 1 : at + 2] == ["one"]:
        return at + 2
    return at + 3 if words[at + 1 : at + 3] == ["a", "single"] else 0


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
        return verb
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
