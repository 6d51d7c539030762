"""Cues as data: which words lay content at a source's door, what class they are, and what may stand around them.

``lexicons/cues.yaml`` holds base forms and frames; the forms a verb can take are worked out here once, into one table keyed by
first word, so that finding every cue of a page is one look-up a token.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.model import CueClass

    Row = tuple[str, tuple[str, ...], CueClass, int, int]  # as a cue is kept

CLAUSE, THAT, QUESTION, OBJECT, INFINITIVE, ADDRESSEE, QUOTE, AFTER, INVERTED = (1 << n for n in range(9))
TOPIC, AS, FOR, OF, ABOUT, AFTER_QUOTE, NAMING, HOLDER, RECKONING = (1 << n for n in range(9, 18))
_FRAMES = {
    "clause": CLAUSE | THAT,
    "that": THAT,
    "question": QUESTION,
    "object": OBJECT,
    "infinitive": INFINITIVE,
    "addressee": ADDRESSEE,
    "quote": QUOTE,
    "after": AFTER,
    "inverted": INVERTED,
    "topic": TOPIC,
    "as": AS,
    "for": FOR,
    "of": OF,
    "about": ABOUT,
    "after-quote": AFTER_QUOTE,
    "naming": NAMING,
    "holder": HOLDER,
    "reckoning": RECKONING,
}
BASE, THIRD, PAST, PARTICIPLE, GERUND, PASSIVE, NOUN, ADJECTIVE, MARKER, HEDGE, RAISING = (1 << n for n in range(11))
FINITE = BASE | THIRD | PAST


_INFLECTED = frozenset(["verbs", "raising", "passives", "nouns", "adjectives", "markers", "hedges"])


class Cue:
    """One cue in one form: the words after its first, its class, its frame (bits) and its form (bits)."""

    __slots__ = ("forms", "kind", "lemma", "rest", "takes")

    def __init__(self, lemma: str, rest: tuple[str, ...], kind: CueClass, takes: int, forms: int) -> None:
        self.lemma = lemma
        self.rest = rest
        self.kind = kind
        self.takes = takes
        self.forms = forms


class CueLexicon:
    """Every cue by its first word, longest first; the words of sources that are nobody; and the things that words stand in."""

    name: ClassVar[str] = "cues"
    __slots__ = (
        "_built",
        "_rows",
        "ambiguous",
        "bodies",
        "containers",
        "labels",
        "men",
        "mute",
        "nationalities",
        "nobody",
        "one_person",
        "parts",
        "persons",
        "softeners",
        "vague",
        "women",
        "yardsticks",
    )

    def __init__(self, rows: Mapping[str, bytes], data: Data) -> None:
        self._rows = rows
        self._built: dict[str, tuple[Cue, ...]] = {}
        vague = data.get("vague", {})
        self.vague = frozenset(vague.get("bare", ()))
        self.softeners = frozenset(vague.get("softeners", ()))
        self.men, self.women, self.one_person = (frozenset(data.get(key, {}).get("words", ())) for key in ("men", "women", "one-person"))
        self.containers, self.labels, self.ambiguous, self.bodies, self.persons, self.nobody, self.nationalities, self.parts, self.mute = (
            frozenset(data.get(key, {}).get("words", ()))
            for key in ("containers", "labels", "ambiguous", "bodies", "persons", "nobody", "nationalities", "parts", "mute")
        )
        self.yardsticks = frozenset(data.get("yardsticks", {}).get("words", ()))

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data, or from what ``inflected`` made of it."""
        return cls((data if "heads" in data else inflected(data))["heads"], data)

    @property
    def first_words(self) -> frozenset[str]:
        """Every word that a cue begins with."""
        return frozenset(self._rows)

    def heads(self, words: Iterable[str]) -> dict[str, tuple[Cue, ...]]:
        """The cues that begin with one of the words, by that word. A draft holds few of all that there are: the others are not built."""
        return {word: self._cues(word) for word in self._rows.keys() & set(words)}

    def _cues(self, word: str) -> tuple[Cue, ...]:
        known = self._built.get(word)
        if known is None:
            known = self._built[word] = tuple([Cue(*row) for row in marshal.loads(self._rows[word])])
        return known


def inflected(data: Data) -> dict[str, Any]:
    """The file's data with every form of every cue worked out, by first word, in the order in which they are tried; packed by word.

    Two entries that give one form are joined: their frames add up, the first class stands."""
    table: dict[tuple[str, tuple[str, ...]], dict[int, list[Any]]] = {}

    def put(lemma: str, first: str, rest: tuple[str, ...], kind: str, takes: int, forms: int) -> None:
        entry = table.setdefault((first, rest), {}).setdefault(forms, [lemma, kind, 0])
        entry[2] |= takes

    for key, bit in (("verbs", 0), ("raising", RAISING)):
        for group in data.get(key, ()):
            takes = _takes(group)
            for written in group["words"]:
                head, *rest = written.split()
                base, *irregular = head.split("/")
                lemma = " ".join([base, *rest])
                for first, forms in _inflect(base, irregular):
                    put(lemma, first, tuple(rest), group["class"], takes, bit or forms)
    for key, forms in (("passives", PASSIVE), ("nouns", NOUN), ("adjectives", ADJECTIVE), ("markers", MARKER), ("hedges", HEDGE)):
        for group in data.get(key, ()):
            for written in group["words"]:
                first, *rest = written.split()
                put(written, first, tuple(rest), group["class"], _takes(group), forms)
    heads: dict[str, list[Row]] = {}
    for (first, rest), entries in table.items():
        for forms, (lemma, kind, takes) in entries.items():
            heads.setdefault(first, []).append((lemma, rest, kind, takes, forms))
    for rows in heads.values():
        rows.sort(key=_turn)
    packed = {first: marshal.dumps(rows) for first, rows in heads.items()}
    return {**{key: held for key, held in data.items() if key not in _INFLECTED}, "heads": packed}


def _turn(row: Row) -> tuple[int, int]:
    """In which order the cues of one word are tried: longest first; a noun last, for a verb that fits is the safer reading."""
    _, rest, _, _, forms = row
    return -len(rest), 0 if forms & MARKER else 1 if forms & PASSIVE else 3 if forms & NOUN else 2


def _takes(group: Data) -> int:
    takes = 0
    for word in group.get("takes", "").split():
        takes |= _FRAMES[word]
    return takes


def _inflect(base: str, irregular: list[str]) -> list[tuple[str, int]]:
    """The forms of an English verb: base, third person, past, participle, gerund."""
    past = irregular[0] if irregular else _past(base)
    participle = irregular[min(1, len(irregular) - 1)] if irregular else past
    gerund = irregular[2] if len(irregular) > 2 else _gerund(base, past)
    pairs = [(base, BASE), (_third(base), THIRD), (past, PAST), (participle, PARTICIPLE), (gerund, GERUND)]
    joined: dict[str, int] = {}
    for form, bit in pairs:
        joined[form] = joined.get(form, 0) | bit
    return list(joined.items())


def _third(base: str) -> str:
    if base.endswith(("s", "x", "ch", "sh", "o", "z")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _gerund(base: str, past: str) -> str:
    if past.endswith("ed") and len(past) - len(base) == 3:  # a doubled consonant: rebutted
        return past[:-2] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    if len(base) == 3 and base[-1] in "tnp" and base[1] in "aeiou" and base[0] not in "aeiou":
        return base + base[-1] + "ing"
    return base + "ing"
