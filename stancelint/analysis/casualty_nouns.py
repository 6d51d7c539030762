"""Counts that a noun makes: `14 deaths`, `the bodies of 15 men`, `claimed 16 lives`, `took 40 hostages`."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import BE, HAVE, NOUN, STATE, STOP, THING, CasualtyWords
from stancelint.analysis.casualty_tolls import put_at, settle, stands_to, toll
from stancelint.analysis.casualty_verbs import in_idiom
from stancelint.analysis.counted import BARE, PEOPLE, REMAINS, THINGS, UNKNOWN, Phrase, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualty_verbs import Count, Verb
    from stancelint.analysis.model import ClaimKind

_TAKERS = frozenset(
    ("claimed", "claim", "claims", "claiming", "cost", "costs", "costing", "lost", "took", "taken", "takes", "taking", "ended", "of")
)


_CAPTORS_WORDS = "take takes took taken taking hold holds held holding seized seize seizing captured remain remains grabbed"
_CAPTORS = frozenset(_CAPTORS_WORDS.split())


_SINGLE = frozenset(("death", "fatality"))
_STANDING = frozenset(("dead", "wounded", "injured", "fallen"))


def read_nouns(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """Let every counting noun of the sentence take its number."""
    words = sentence.words
    for at in [i for i, bit in enumerate(sentence.bits) if bit & NOUN]:
        word = words[at]
        kind = lexicon.nouns.get(word)
        if kind is None and word in _STANDING and sentence.bits[at] & STATE:
            _the_dead(sentence, at, counts, lexicon)
        stood = next((i for i in range(at + 1, min(len(words), at + 9)) if words[i] == "at"), 0)
        if stood and (stood == at + 1 or words[at + 1] in ("in", "from", "of")) and put_at(sentence, at, stood, counts, lexicon):
            continue
        if kind is not None and not in_idiom(sentence, at, at + 1, lexicon):
            _noun(sentence, at, kind, counts, lexicon)
        elif word in _SINGLE and at and words[at - 1] in ("one", "1"):
            _one_death(sentence, at, counts)
        elif word in lexicon.killings and words[at + 1 : at + 2] == ["of"]:
            follow = sentence.starts_at.get(at + 2)
            if (
                follow is not None
                and follow.harm is None
                and follow.counts == PEOPLE
                and not (follow.implied and words[follow.start] not in ("a", "an"))
            ):
                _objects_of(sentence, follow, "injured" if word in ("injury", "wounding") else "killed", at, counts)
        if word in ("toll", "tally", "number", "count", "figure"):
            toll(sentence, at, verbs, counts, lexicon)


def _the_dead(sentence: Sentence, at: int, counts: list[Count], lexicon: CasualtyWords) -> None:
    """`6,000 of their dead`, `20 of the wounded`: dead and wounded as nouns."""
    phrase = next((p for p in sentence.phrases if p.of and p.head == at and p.harm is None), None)
    if phrase is None or phrase.low < 2 or phrase.counts != PEOPLE:
        return
    harm = lexicon.harms.get(sentence.words[at])
    if harm:
        settle(sentence, phrase, harm[0].kind, phrase.start, at + 1, counts)


def _noun(sentence: Sentence, at: int, kind: ClaimKind, counts: list[Count], lexicon: CasualtyWords) -> None:
    words = sentence.words
    word = words[at]
    phrase = next((p for p in sentence.phrases if p.figure[1] <= at < max(p.end, p.head + 1)), None)
    if phrase is None:
        phrase = _before(sentence, at)
    if phrase is not None and phrase.harm is None and phrase.counts != THINGS and not (phrase.implied and word not in ("casualty",)):
        if word == "lives" and not _taken(sentence, phrase, at):
            return
        if (
            word in ("bodies", "corpses")
            and words[at + 1 : at + 2] == ["of"]
            and any(bit & THING for bit in sentence.bits[at + 2 : at + 4])
        ):
            return  # `300 bodies of dead birds`
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
        settle(sentence, phrase, kind, phrase.start, at + 1, counts)
        return
    if at + 1 < len(words) and words[at + 1] == "of" and word not in ("lives", "hostages", "prisoners", "captives", "victims"):
        follow = sentence.starts_at.get(at + 2)
        if (
            follow is not None
            and follow.harm is None
            and follow.counts in (PEOPLE, UNKNOWN, BARE)
            and (follow.counts == PEOPLE or word not in ("losses", "casualties"))
        ):
            if follow.implied and words[follow.figure[0]] not in ("a", "an"):
                return
            if word not in REMAINS or not _found_together(sentence, follow, kind, at, counts):
                _objects_of(sentence, follow, kind, at, counts)
            return
    if word in ("deaths", "fatalities", "casualties", "losses", "injuries"):
        stands_to(sentence, at, kind, counts, lexicon)


def _one_death(sentence: Sentence, at: int, counts: list[Count]) -> None:
    """Take `at least one death`; `one death too many` is a saying, and `the one death` points to what was told."""
    phrase = sentence.ends_at.get(at + 1)
    saying = sentence.words[at + 1 : at + 2] in (["too"], ["of"], ["in"], ["for"])
    pointed = phrase is not None and sentence.words[max(0, phrase.start - 1)] in ("the", "that", "this", "no")
    if phrase is not None and phrase.harm is None and phrase.low == 1 and not saying and not pointed:
        settle(sentence, phrase, "killed", phrase.start, at + 1, counts)


def _before(sentence: Sentence, at: int) -> Phrase | None:
    """A number before the noun with words between that the phrase did not take: `14 civilian deaths`."""
    for i in range(at, max(-1, at - 4), -1):
        phrase = sentence.ends_at.get(i)
        if phrase is not None:
            return phrase if not phrase.implied else None
        if i and (sentence.bits[i - 1] & STOP or not sentence.words[i - 1][0].isalpha()):
            return None
    return None


def _found_together(sentence: Sentence, first: Phrase, kind: ClaimKind, at: int, counts: list[Count]) -> bool:
    """Take `the bodies of a woman and a child` as the two that they are."""
    words = sentence.words
    found = [first]
    while (after := found[-1].end) + 1 < len(words) and words[after] in (",", "and"):
        follow = sentence.starts_at.get(after + 2 if words[after : after + 2] == [",", "and"] else after + 1)
        if follow is None or follow.harm is not None or follow.counts != PEOPLE or follow.high is None:
            break
        found.append(follow)
    if len(found) == 1 or not any(phrase.implied for phrase in found) or first.high is None:
        return False
    for phrase in found[1:]:
        phrase.harm = first
    settle(sentence, first, kind, at, found[-1].end, counts)
    both = counts[-1]
    both.low = sum(phrase.low for phrase in found)
    both.high = sum(phrase.high or 0 for phrase in found)
    both.figure = (first.figure[0], found[-1].end)
    return True


def _objects_of(sentence: Sentence, phrase: Phrase, kind: ClaimKind, at: int, counts: list[Count]) -> None:
    start = at
    while phrase is not None and phrase.harm is None and phrase.counts in (PEOPLE, BARE, UNKNOWN):
        settle(sentence, phrase, kind, start, phrase.end, counts)
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
    if any(
        w in ("exchange", "exchanged", "swap", "swapped", "freed", "released", "returned", "release", "return", "rescued", "swapping")
        for w in near
    ):
        return False
    return any(w in _CAPTORS for w in near)
