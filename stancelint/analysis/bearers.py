"""Who bears the words of an attribution: the registry's entry, the class, and whether it is an office or a person.

A name that the attribution did not tie to the registry is looked for inside the noun phrase; where there is none, a state
named by its capital, or an office named by its state, still has a class.
"""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.knowledge import Data
from stancelint.analysis.model import Attribution, SourceMention
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.reading import Reading
    from stancelint.analysis.registry import Registry
    from stancelint.analysis.source import Source

_WORD = lazy(r"@?[^\W_](?:[\w.&/-]*[^\W_])?(?:['’][^\W_]+)?\+?")
_LONGEST_NAME = 9  # words
_MENTION = 400  # characters: longer texts are asked about once
_LONGEST_MENTION = 40  # words of a noun phrase that are looked at
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "this"})
_SAYS_MORE = frozenset({"who", "which", "that", "of", "from", "in", "at", "with", "on", "close", "near"})
_NOUN_WITHIN = 6  # words behind a name in which its noun stands
_FIRST_PLACES = 20  # a full name stands at one of the first
_NATIONS = frozenset(
    ("ukrainian", "ukraine", "kyiv", "russian", "russia", "moscow", "kremlin", "american", "us", "british", "european", "german", "polish")
)
RUSSIAN_STATE = frozenset({"russian-state", "russian-official"})


class PartyLexicon(Value):
    """``rules/lexicons/parties.yaml``: states by name, sides by adjective, and the words for offices."""

    name: ClassVar[str] = "parties"

    states: dict[str, str]
    sides: dict[str, str]
    offices: frozenset[str]
    office_nouns: frozenset[str]
    media_nouns: frozenset[str]
    person_nouns: frozenset[str]
    unofficial_nouns: frozenset[str]
    regional_words: frozenset[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(
            {name: party for party, names in data["states"].items() for name in names},
            {word: party for party, words in data["sides"].items() for word in words},
            frozenset(data["offices"]),
            frozenset(data["office_nouns"]),
            frozenset(data["media_nouns"]),
            frozenset(data["person_nouns"]),
            frozenset(data["unofficial_nouns"]),
            frozenset(data["regional_words"]),
        )


class Bearer(Value):
    """One who bears words: the mention, the registry's entry (None: unknown) and the class (None: neither says)."""

    mention: SourceMention
    source: Source | None
    source_class: str | None

    @property
    def russian_state(self) -> bool:
        """Whether the Russian state speaks."""
        return self.source_class in RUSSIAN_STATE


def bearers(reading: Reading, attribution: Attribution) -> tuple[Bearer, ...]:
    """Those who bear the words: the origin whom a carrier cites, else every source that speaks. Vague ones are left out."""
    mentions = (attribution.origin,) if attribution.origin is not None else attribution.sources
    return tuple(bearer(reading, part) for mention in mentions if not mention.vague for part in _two_of(reading, mention))


def _two_of(reading: Reading, mention: SourceMention) -> tuple[SourceMention, ...]:
    """The two whom one mention names: `Umerov and Medinsky`, and not `the ministry of trade and industry`."""
    first, joint, second = mention.text.removeprefix("both ").partition(" and ")
    if not joint or " and " in second or len(mention.text.split()) > _LONGEST_NAME or " of " in first:
        return (mention,)
    if not all(part[:1].isupper() or part.startswith("the ") for part in (first, second)):
        return (mention,)
    if reading.registry.by_name(mention.text, in_context=True) is not None:
        return (mention,)
    end = mention.span.end
    start = end - len(second)
    begin = start - len(joint) - len(first)
    return (SourceMention(Span(begin, begin + len(first)), first), SourceMention(Span(start, end), second))


def bearer(reading: Reading, mention: SourceMention) -> Bearer:
    """Who the mention is."""
    source = _source(reading, mention)
    if source is None and mention.source_class is None and mention.antecedent is not None:
        span = mention.antecedent
        fuller = bearer(reading, SourceMention(span, reading.text[span.start : span.end]))
        return Bearer(mention, fuller.source, fuller.source_class)
    source_class = (
        source.source_class if source else mention.source_class or _class_of(reading, mention.text) or _class_by_place(reading, mention)
    )
    return Bearer(mention, source, source_class)


def points_back(found: Bearer) -> bool:
    """Whether a pronoun is all that names the source, and nobody has said whom it stands for."""
    return found.source_class is None and found.mention.antecedent is None and found.mention.text.casefold() in _PRONOUNS


def is_office(reading: Reading, found: Bearer) -> bool:
    """Whether an outlet, a channel or an office is named, and not a person who holds one."""
    source_class = found.source_class or ""
    if not source_class.endswith("-official") and source_class not in ("other-state", "igo"):
        return True
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(found.mention.text)]
    if found.source is not None and words == [found.source.name.casefold()]:
        return True  # Ukrenergo: one word, and its own name
    lexicon = reading.knowledge.lexicon(PartyLexicon)
    if any(word in lexicon.person_nouns for word in words):
        return False
    return any(word in lexicon.office_nouns or word.removesuffix("'s") in lexicon.office_nouns for word in words) or _initials(found)


def is_body(reading: Reading, found: Bearer) -> bool:
    """Whether words name a body and nobody in it: a state by its capital, a ministry, an embassy; `the ministry's spokesman` is a man."""
    lexicon = reading.knowledge.lexicon(PartyLexicon)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(found.mention.text)[:_LONGEST_MENTION]]
    if any(word in lexicon.person_nouns for word in words):
        return False
    bare = " ".join(words).removeprefix("the ").removesuffix("'s")
    return bare in lexicon.states or any(word in lexicon.office_nouns or word in lexicon.media_nouns for word in words)


def _initials(found: Bearer) -> bool:
    return any(len(word) > 1 and word.isupper() for word in found.mention.text.split())


def names_in(registry: Registry, text: str, *, in_context: bool = False) -> list[tuple[int, int, Source]]:
    """Every name of the registry in ``text``, the longest first where two overlap, with its place in ``text``."""
    if len(text) > _MENTION:
        return _names_in(registry, text, in_context=in_context)
    return registry.remembered((text, in_context), lambda: _names_in(registry, text, in_context=in_context))


def _names_in(registry: Registry, text: str, *, in_context: bool) -> list[tuple[int, int, Source]]:
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    firsts = registry.first_words
    found = []
    known: dict[str, Source | None] = {}
    at = 0
    while at < len(words):
        start = words[at][0]
        opening = text[start : words[at][1]]
        step = 1
        if opening.startswith("@"):
            source = registry.by_handle(opening)
            if source is not None:
                found.append((start, words[at][1], source))
        else:
            longest = firsts.get(opening.casefold().replace("’", "'").removesuffix("'s"), 0)
            least = 1 if opening[0].isupper() else 2  # one word without a capital is no name
            for length in range(min(longest, len(words) - at, _LONGEST_NAME), least - 1, -1):
                end = words[at + length - 1][1]
                name = text[start:end]
                if name not in known:
                    known[name] = registry.by_name(name, in_context=in_context)
                source = known[name]
                if source is not None:
                    found.append((start, end, source))
                    step = length
                    break
        at += step
    return found


def _is_surname(reading: Reading, text: str) -> bool:
    """Whether a single name that is also an ordinary word stands after a first name somewhere: `Olena Gordon`, then `Gordon`."""
    name = text.removesuffix("'s").removesuffix("’s")
    registry = reading.registry
    if not name.isalpha() or not name[0].isupper() or registry.by_name(name) is not None or registry.by_name(name, in_context=True) is None:
        return False
    for at in reading.words.get(name.casefold(), ())[:_FIRST_PLACES]:
        before = reading.text[max(0, at - 24) : at]
        first = before.split()[-1] if before.endswith(" ") and before.strip() else ""
        if first.istitle() and first.isalpha() and first != "The":
            return True
    return False


def _is_organ(registry: Registry, text: str) -> bool:
    """Whether a name is only the beginning of another body's: `the UN General Assembly`, `the EU Council`."""
    for _, end, _ in names_in(registry, text[:400]):
        after = text[end : end + 2]
        return after[:1] == " " and after[1:].isupper()
    return False


def _source(reading: Reading, mention: SourceMention) -> Source | None:
    if _is_surname(reading, mention.text):
        return None
    if mention.id is not None:
        known = reading.registry.by_id(mention.id)
        return None if known.source_class == "igo" and _is_organ(reading.registry, mention.text) else known
    whole = reading.registry.by_name(mention.text, in_context=True)
    if whole is not None:
        return whole
    text = mention.text[:400]
    found = names_in(reading.registry, text)
    if found:
        return found[0][2]
    nouns = reading.knowledge.lexicon(PartyLexicon).media_nouns
    near = names_in(reading.registry, text, in_context=True)
    return next((s for at, end, s in near if _word_before(text, at) in nouns or _is_called(text[end:], nouns)), None)


def _is_called(after: str, nouns: frozenset[str]) -> bool:
    """Whether what stands behind a name says that it is an outlet's: `Mash, a Telegram channel`."""
    words = after[:80].casefold().split()
    return after.startswith((", a ", ", the ")) and any(word.strip(",") in nouns for word in words[1:_NOUN_WITHIN])


def _word_before(text: str, at: int) -> str:
    words = text[:at].split()
    return words[-1].casefold() if words else ""


def _class_by_place(reading: Reading, mention: SourceMention) -> str | None:
    """Whose a region's office is that does not name its region: Russia's, where its sentence names places of Russia and none of Ukraine."""
    lexicon = reading.knowledge.lexicon(PartyLexicon)
    words = _folded(mention.text)
    if mention.span.start == mention.span.end or lexicon.regional_words.isdisjoint(words) or lexicon.offices.isdisjoint(words):
        return None
    at = bisect_right(reading.sentences, mention.span.start, key=lambda sentence: sentence.span.start) - 1
    if at < 0:
        return None
    from stancelint.analysis.claim_setting import Places

    places = reading.knowledge.lexicon(Places).places
    span = reading.sentences[at].span
    named = [word.removesuffix("'s") for word in _folded(reading.text[span.start : span.end])]
    lands: set[str] = set()
    for i, word in enumerate(named):
        fired_from = "from" in named[max(0, i - 2) : i]  # shells that come from Belgorod fall elsewhere
        for name, land in places.get(word, ()):
            if word not in _NATIONS and tuple(named[i : i + len(name)]) == name:
                lands.add("elsewhere" if fired_from else land)
    return "russian-official" if lands == {"russia"} else None


def _folded(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _class_of(reading: Reading, text: str) -> str | None:
    lexicon = reading.knowledge.lexicon(PartyLexicon)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)[:_LONGEST_MENTION]]
    if words and words[0] == "the":
        words = words[1:]
    state = lexicon.states.get(" ".join(words).removesuffix("'s"))
    if state is not None:
        return state
    if not any(word in lexicon.offices for word in words) or _head_of(words) in lexicon.unofficial_nouns:
        return None
    return next((lexicon.sides[word] for word in words if word in lexicon.sides), None)


def _head_of(words: list[str]) -> str:
    """The noun of a phrase before what is said of it: `blogger` in `a Russian military blogger who serves nearby`."""
    end = next((at for at, word in enumerate(words) if at and word in _SAYS_MORE), len(words))
    return words[end - 1] if words else ""
