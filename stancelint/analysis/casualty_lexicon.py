"""The words by which a draft counts people harmed, from ``lexicons/casualties.yaml``, as tables for one look-up a word."""

from __future__ import annotations

from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.model import ClaimKind
    from stancelint.analysis.number_words import NumberWords

# what a word can be; one word may be several things
PERSON, SINGULAR, THING, MEASURE, PREPOSITION, BE, HAVE, MODAL, ADVERB, BOUNDARY, DETERMINER, POSSESSIVE, VERB, DAY, PERHAPS, JOINER = (
    1 << n for n in range(16)
)
STOP = 1 << 16  # ends the run of words behind a number
NUMBER = 1 << 17
STATE = 1 << 18  # dead, wounded, missing: may stand between a number and its people
MILITARY = 1 << 19
HARM, NOUN, NIL, COUNTING = 1 << 20, 1 << 21, 1 << 22, 1 << 23  # what wakes which part of the grammar

# how a harming word acts
PAST, PRESENT, PARTICIPLE, INTRANSITIVE, STATE_OF, ACTIVE, PASSIVE = range(1, 8)
_ACTS = {
    "transitive": PAST,
    "present": PRESENT,
    "participle": PARTICIPLE,
    "intransitive": INTRANSITIVE,
    "state": STATE_OF,
    "active": ACTIVE,
    "passive": PASSIVE,
}


class Harm(Value):
    """One harming word or phrase: what it does to people, how it takes them, and what its object must be."""

    words: tuple[str, ...]
    kind: ClaimKind
    acts: int
    needs: str


class CasualtyWords:
    """Typed form of the file: ``bits`` (word to what it can be), ``harms`` (first word to the phrases that it opens)."""

    name: ClassVar[str] = "casualties"
    __slots__ = (
        "bits",
        "data",
        "groups",
        "harms",
        "idioms",
        "joined",
        "killings",
        "nouns",
        "only_ones",
        "putting",
        "sayings",
        "toll_about",
        "toll_above",
        "toll_fillers",
        "toll_verbs",
        "triggers",
    )

    def __init__(self, data: Data) -> None:
        self.data = data
        self.joined = False
        self.bits: dict[str, int] = {}
        self.harms: dict[str, list[Harm]] = {}
        self.groups: dict[str, str] = {}
        self.nouns: dict[str, ClaimKind] = {}
        self._fill_bits(data)
        self._fill_harms(data)
        self.killings = _words(data, "killings")
        self.only_ones = frozenset(data.get("only-ones", ()))
        self.putting = frozenset(data.get("putting", ()))
        self.sayings = frozenset(data.get("sayings", ()))
        self.toll_verbs = _words(data, "toll-verbs")
        self.toll_fillers = _words(data, "toll-fillers")
        self.toll_above = frozenset(data.get("toll-above", ()))
        self.toll_about = frozenset(data.get("toll-about", ()))
        for words, bit in (
            (self.harms, HARM),
            ((*self.nouns, *self.killings, *data.get("toll-words", ())), NOUN),
            (("dead", "wounded", "injured", "fallen", "missing"), NOUN),
            (("no", "nobody", "none", "without", "zero"), NIL | COUNTING),
            (("another",), COUNTING),
            (("not",), NIL),
        ):
            for word in words:
                self.bits[word] = self.bits.get(word, 0) | bit
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        for line in data.get("idioms", ()):
            phrase = tuple(line.split())
            for word in set(phrase):
                self.idioms.setdefault(word, []).append(phrase)
        self.triggers = frozenset((*self.harms, *self.nouns, *self.killings, "toll", "tally"))

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(data)

    def join(self, numbers: NumberWords) -> None:
        """Mark number words and measures in the same table, so that one look-up a word tells all."""
        if not self.joined:
            for word in (*numbers.words, "a", "an", "half", "between", "from"):
                self.bits[word] = self.bits.get(word, 0) | NUMBER
            for word, _ in numbers.words.items():
                self.bits[word] |= COUNTING
            for word in numbers.measures:
                self.bits[word] = self.bits.get(word, 0) | MEASURE
            for word in numbers.months:
                if word not in ("may", "march"):
                    self.bits[word] = self.bits.get(word, 0) | STOP
            self.joined = True

    def _fill_bits(self, data: Data) -> None:
        bits = self.bits
        same = frozenset(data.get("same-in-plural", ()))
        for group, lines in data.get("persons", {}).items():
            for word in (word for line in lines for word in line.split()):
                bit = PERSON if word in same or _plural(word) else PERSON | SINGULAR
                if group == "soldiers":
                    bit |= MILITARY
                bits[word] = bits.get(word, 0) | bit
                self.groups.setdefault(word, group)
                if bit & SINGULAR and not word.endswith(("man", "child", "y", "s", "ch")):
                    bits.setdefault(word + "s", bit & ~SINGULAR)
                    self.groups.setdefault(word + "s", group)
        for key, bit in (
            ("things", THING),
            ("prepositions", PREPOSITION | STOP),
            ("be", BE | STOP),
            ("have", HAVE | STOP),
            ("modals", MODAL | STOP),
            ("perhaps", PERHAPS | STOP),
            ("adverbs", ADVERB),
            ("boundaries", BOUNDARY | STOP),
            ("verbs", VERB | STOP),
            ("determiners", DETERMINER | STOP),
            ("possessives", POSSESSIVE | STOP),
            ("weekdays", DAY | STOP),
        ):
            for word in _words(data, key):
                bits[word] = bits.get(word, 0) | bit
        for word in ("and", "or", "plus", "nor"):
            bits[word] = bits.get(word, 0) | JOINER | STOP
        for word in (
            "who",
            "which",
            "whom",
            "not",
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "you",
            "them",
            "him",
            "there",
            "also",
            "then",
            "more",
        ):
            bits[word] = bits.get(word, 0) | STOP

    def _fill_harms(self, data: Data) -> None:
        for entry in data.get("transitive", ()):
            for key, acts in (("past", PAST), ("present", PRESENT), ("participle", PARTICIPLE)):
                for word in entry.get(key, "").split():
                    self._harm((word,), entry["kind"], acts, entry["needs"], state=acts == PAST)
        for entry in data.get("intransitive", ()):
            for word in entry["words"].split():
                self._harm((word,), entry["kind"], INTRANSITIVE, "any")
        for entry in data.get("states", ()):
            for word in entry["words"].split():
                self._harm((word,), entry["kind"], STATE_OF, entry.get("needs", "any"), state=True)
        for entry in data.get("phrases", ()):
            acts = _ACTS[entry["acts"]]
            self._harm(tuple(entry["text"].split()), entry["kind"], acts, "any" if acts in (ACTIVE, INTRANSITIVE) else "people")
        for entry in data.get("nouns", ()):
            for word in entry["words"].split():
                self.nouns[word] = entry["kind"]
        for found in self.harms.values():
            found.sort(key=lambda harm: -len(harm.words))

    def _harm(self, words: tuple[str, ...], kind: Any, acts: int, needs: str, *, state: bool = False) -> None:
        self.harms.setdefault(words[0], []).append(Harm(words, kind, acts, needs))
        if len(words) == 1:
            self.bits[words[0]] = self.bits.get(words[0], 0) | (STATE if state else STOP)


def _plural(word: str) -> bool:
    return word.endswith(("s", "men", "people", "women", "children")) and not word.endswith("ss")


def _words(data: Data, key: str) -> frozenset[str]:
    return frozenset(word for line in data.get(key, ()) for word in line.split())
