"""What stands around a phrase: the sentence it is in, the lede, and the words of a context near by.

A context is a named word list (``rules/lexicons/contexts.yaml``): the words by which a reader knows that a sentence speaks of
Ukraine, of the Second World War, of another coup.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.reading import Reading

_NOUN_PHRASE_WORDS = 6
_NOUN_PHRASE_REACH = 600  # characters of a sentence that runs on
# the names that a phrase is joined to: `the Donetsk People's Republic (DPR) and the …`
_JOINED = lazy(  # each word is taken whole, so that there is one way to match: a headline in capitals would have thousands
    r"(?:(?:\b[A-Z][\w'\u2019.-]*(?![\w'\u2019.-])|\([A-Z]{2,5}\)|/|\b(?:and|or|the)\b),?\s*)+\(?$|\($"
)
_BREAK = lazy(
    r"[;:.!?()\n]|\s[\u2013\u2014-]\s"
    r"|\b(?:is|are|was|were|be|been|has|had|have|will|would|by|in|on|at|to|for|with|from|against|that|which|who|but|as|when|while)\s"
)


class WordSetLexicon:
    """Word sets by name, for ``{name}`` in phrases. Keys and words come from ``rules/lexicons/word_sets.yaml``."""

    name: ClassVar[str] = "word_sets"

    def __init__(self, sets: Mapping[str, tuple[str, ...]]) -> None:
        self.sets = sets

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from ``{sets: {name: [word]}}``."""
        return cls({name: tuple(words) for name, words in data["sets"].items()})


class ContextLexicon:
    """Contexts by name. A word with a capital is sought as written, so that Nice is no nice; others in any case."""

    name: ClassVar[str] = "contexts"

    def __init__(self, contexts: Mapping[str, tuple[str, ...]]) -> None:
        self._contexts = contexts

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from ``{contexts: {name: [word]}}``."""
        return cls({name: tuple(words) for name, words in data["contexts"].items()})

    def __contains__(self, name: str) -> bool:
        return name in self._contexts

    def words(self, names: Iterable[str]) -> Iterator[str]:
        """Every word of the contexts named; a name that is no context is a word of its own."""
        for name in names:
            yield from self._contexts.get(name, (name,))


class Setting(Value):
    """A phrase's sentence: its index in the reading, its span, and whether its capitals tell anything."""

    index: int
    span: Span
    caseless: bool


def setting_of(reading: Reading, span: Span) -> Setting:
    """The setting of the sentence in which ``span`` starts; its block, or the span itself, where no sentence holds it."""
    sentences = reading.sentences
    index = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
    if index >= 0 and sentences[index].span.holds(span.start):
        whole = Span(sentences[index].span.start, max(sentences[index].span.end, span.end))
    else:
        block = reading.document.block_at(span.start)
        whole = reading.document.blocks[block].span if block >= 0 else span
        whole = whole if whole.covers(span) else span
    return Setting(index, whole, is_caseless(reading.text[whole.start : whole.end]))


def is_caseless(text: str) -> bool:
    """Whether capitals say nothing in ``text``: all words are lower case, or all upper case."""
    return text.islower() or text.isupper()


def find_word(reading: Reading, words: Iterable[str], place: Span, *, caseless: bool = False) -> Span | None:
    """Where one of ``words`` stands in ``place`` as a whole word, or None."""
    written = reading.text[place.start : place.end]
    folded = reading.folded[place.start : place.end]
    for word in words:
        loose = caseless or word.islower()
        haystack, needle = (folded, word.lower()) if loose else (written, word)
        at = haystack.find(needle)
        while at >= 0:
            end = at + len(needle)
            if (
                not (at and haystack[at - 1].isalnum())
                and not (end < len(haystack) and haystack[end].isalnum())
                and not folded.endswith("neo-", 0, at)  # neo-Nazi forces are none of 1943
                and not (" " in needle and folded.endswith("anti-", 0, at))  # nor anti-Russian neo-Nazis Russian ones
            ):
                return Span(place.start + at, place.start + end)
            at = haystack.find(needle, at + 1)
    return None


def context_near(reading: Reading, names: Iterable[str], setting: Setting) -> Span | None:
    """A word of one of the contexts in the sentence, the one before it, the headline or the standfirst; None where there is none."""
    words = tuple(reading.knowledge.lexicon(ContextLexicon).words(names))
    found = find_word(reading, words, setting.span, caseless=setting.caseless)
    if found is None and setting.index > 0:
        before = reading.sentences[setting.index - 1].span
        found = find_word(reading, words, before, caseless=is_caseless(reading.text[before.start : before.end]))
    if found is None:
        for role in ("headline", "standfirst"):
            section = reading.section(role)
            if found is None and section is not None:
                place = section.body
                found = find_word(reading, words, place, caseless=is_caseless(reading.text[place.start : place.end]))
    return found


def context_within(reading: Reading, names: Iterable[str], setting: Setting, place: Span) -> Span | None:
    """A word of one of the contexts inside ``place``, or None."""
    return find_word(reading, reading.knowledge.lexicon(ContextLexicon).words(names), place, caseless=setting.caseless)


def noun_phrase_before(reading: Reading, span: Span, setting: Setting) -> Span:
    """The words right before ``span`` that may still belong to its noun phrase: six at most, up to the last break.

    What stands before the first of several names stands before each: `the self-proclaimed DPR and LPR`."""
    begin = max(setting.span.start, span.start - _NOUN_PHRASE_REACH)
    text = reading.text[begin : span.start]
    joined = _JOINED.search(text)
    if joined is not None and _is_one_of(joined[0], reading.text[span.start : span.end]):
        text = text[: joined.start()]
    start = 0
    for match in _BREAK.finditer(text.rstrip()):
        start = match.end()
    words = [m.start() for m in re.finditer(r"\S+", text[start:])]
    if len(words) > _NOUN_PHRASE_WORDS:
        start += words[-_NOUN_PHRASE_WORDS]
    return Span(begin + start, span.start)


def _is_one_of(names: str, name: str) -> bool:
    """Whether ``name`` stands in brackets behind the last of ``names``, or is of their kind: another republic, another short form."""
    if names.rstrip().endswith("("):
        return True
    kinds = {"short" if word.isupper() else word for word in re.findall(r"[^\W\d_]{3,}", names) if word[0].isupper()}
    return any(("short" if word.isupper() else word) in kinds for word in name.split())


def in_lead(reading: Reading, span: Span) -> bool:
    """Whether ``span`` stands in the headline, the standfirst or the paragraphs that the policy counts as the lede."""
    for role in ("headline", "standfirst"):
        section = reading.section(role)
        if section is not None and section.body.covers(span):
            return True
    left = reading.terms.lead_paragraphs
    if _under_top_heading(reading, span):
        return True
    front = max((s.body.end for s in (reading.section("headline"), reading.section("standfirst")) if s is not None), default=0)
    for block in reading.document.blocks:
        if left <= 0 or block.span.start > span.start:
            return False
        if block.kind == "paragraph" and block.span.start >= front and not block.role:
            if block.span.covers(span):
                return True
            left -= 1
    return False


def _under_top_heading(reading: Reading, span: Span) -> bool:
    """Whether ``span`` stands in the page's own top heading, which repeats the title of the front matter before the body begins."""
    for block in reading.document.blocks:
        if block.role:
            continue
        if block.kind == "heading" and block.level == 1:
            return block.span.covers(span)
        if block.kind != "heading":
            return False
    return False
