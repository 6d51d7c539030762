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
ANYTHING = "…"  # in a harming phrase: a few words of any kind
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
        self.bits: dict[str, int] = dict(data["bits"])
        self.harms = {first: [Harm(*row) for row in rows] for first, rows in data["harms"].items()}
        self.groups: dict[str, str] = data["groups"]
        self.nouns: dict[str, ClaimKind] = data["kinds"]
        self.killings = _words(data, "killings")
        self.only_ones = frozenset(data.get("only-ones", ()))
        self.putting = frozenset(data.get("putting", ()))
        self.sayings = frozenset(data.get("sayings", ()))
        self.toll_verbs = _words(data, "toll-verbs")
        self.toll_fillers = _words(data, "toll-fillers")
        self.toll_above = frozenset(data.get("toll-above", ()))
        self.toll_about = frozenset(data.get("toll-about", ()))
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        for line in data.get("idioms", ()):
            phrase = tuple(line.split())
            for word in set(phrase):
                self.idioms.setdefault(word, []).append(phrase)
        self.triggers = frozenset((*self.harms, *self.nouns, *self.killings, "toll", "tally"))

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data, or from what ``laid_out`` made of it."""
        return cls(data if "bits" in data else laid_out(data))

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


_KEYS_LAID_OUT = (
    "persons things prepositions be have modals perhaps adverbs boundaries verbs determiners possessives weekdays transitive intransitive "
    "states phrases nouns brought-in"
)
_LAID_OUT = frozenset(_KEYS_LAID_OUT.split())  # nobody needs them once their words stand in the tables


def laid_out(data: Data) -> dict[str, Any]:
    """The file's data as tables, so that a process need only take them over."""
    bits, groups = _bits(data)
    harms = _harms(data, bits)
    kinds = {word: entry["kind"] for entry in data.get("nouns", ()) for word in entry["words"].split()}
    for words, bit in (
        (harms, HARM),
        ((*kinds, *_words(data, "killings"), *data.get("toll-words", ())), NOUN),
        (("dead", "wounded", "injured", "fallen", "missing"), NOUN),
        (("no", "nobody", "none", "without", "zero"), NIL | COUNTING),
        (("another",), COUNTING),
        (("not",), NIL),
    ):
        for word in words:
            bits[word] = bits.get(word, 0) | bit
    kept = {key: held for key, held in data.items() if key not in _LAID_OUT}
    return {**kept, "bits": bits, "groups": groups, "harms": harms, "kinds": kinds}


def _bits(data: Data) -> tuple[dict[str, int], dict[str, str]]:
    """What each word can be, and of which group of people the persons are."""
    bits: dict[str, int] = {}
    groups: dict[str, str] = {}
    same = frozenset(data.get("same-in-plural", ()))
    for group, lines in data.get("persons", {}).items():
        for word in (word for line in lines for word in line.split()):
            bit = PERSON if word in same or _plural(word) else PERSON | SINGULAR
            if group == "soldiers":
                bit |= MILITARY
            bits[word] = bits.get(word, 0) | bit
            groups.setdefault(word, group)
            if bit & SINGULAR and not word.endswith(("man", "child", "y", "s", "ch")):
                bits.setdefault(word + "s", bit & ~SINGULAR)
                groups.setdefault(word + "s", group)
    for key, bit in _PARTS:
        for word in _words(data, key):
            bits[word] = bits.get(word, 0) | bit
    for word in ("and", "or", "plus", "nor"):
        bits[word] = bits.get(word, 0) | JOINER | STOP
    for word in _STOPS:
        bits[word] = bits.get(word, 0) | STOP
    return bits, groups


_PARTS = (
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
)
_STOPS = ["who", "which", "whom", "not", "he", "she", "they", "it", "we", "i", "you", "them", "him", "there", "also", "then", "more"]


def _harms(data: Data, bits: dict[str, int]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of ``Harm`` by first word, longest first; each word of one is marked as a state of people, or as an end."""
    harms: dict[str, list[tuple[Any, ...]]] = {}

    def put(words: tuple[str, ...], kind: str, acts: int, needs: str, bit: int = STOP) -> None:
        harms.setdefault(words[0], []).append((words, kind, acts, needs))
        if len(words) == 1:
            bits[words[0]] = bits.get(words[0], 0) | bit

    for entry in data.get("transitive", ()):
        for key, acts in (("past", PAST), ("present", PRESENT), ("participle", PARTICIPLE)):
            for word in entry.get(key, "").split():
                put((word,), entry["kind"], acts, entry["needs"], STATE if acts == PAST else STOP)
    for entry in data.get("intransitive", ()):
        for word in entry["words"].split():
            put((word,), entry["kind"], INTRANSITIVE, "any")
    for entry in data.get("states", ()):
        for word in entry["words"].split():
            put((word,), entry["kind"], STATE_OF, entry.get("needs", "any"), STATE)
    for entry in data.get("phrases", ()):
        acts = _ACTS[entry["acts"]]
        put(tuple(entry["text"].split()), entry["kind"], acts, "any" if acts in (ACTIVE, INTRANSITIVE) else "people")
    for entry in data.get("brought-in", ()):
        for verb in entry["verbs"].split():
            for tail in entry["tails"].split():
                put((verb, ANYTHING, tail), entry["kind"], _ACTS[entry["acts"]], "people")
    for found in harms.values():
        found.sort(key=lambda row: -len(row[0]))
    return harms


def _plural(word: str) -> bool:
    return word.endswith(("s", "men", "people", "women", "children")) and not word.endswith("ss")


def _words(data: Data, key: str) -> frozenset[str]:
    return frozenset(word for line in data.get(key, ()) for word in line.split())
