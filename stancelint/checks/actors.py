"""Who acts: the side whose forces, officials or formula a phrase speaks of.

`Russian troops liberated Avdiivka` and `Ukrainian troops liberated Kherson` differ in the doer alone. The doer is sought
where English puts it: in a by-phrase, in the words before the noun, in the subject of the clause, in the subject after a
fronted phrase. Where none is found the doer is unknown, and no guess is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.model import SourceMention
    from stancelint.analysis.reading import Reading
    from stancelint.checks.surroundings import Setting


_BY = lazy(r"\b(?:by|thanks to|at the hands of)\s+(?:the\s+|an?\s+|units of\s+(?:the\s+)?)?", re.IGNORECASE)
_BY_REACH = 70
_WORD = lazy(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_PASSIVE = lazy(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)(?:\s+(?:[a-z]+ly|now|also|then|already|not|never|since|again))?\s*$", re.IGNORECASE
)
_CLAUSE = lazy(
    r"[;:]\s|\s[\u2013\u2014-]\s|,\s(?:and|but|while|as|after|before|when|because|which|who|where|since|so)\s"
    r"|\s(?:that|while|after|before|when|because|which|who|where|but|although|though|since|until|if)\s",
    re.IGNORECASE,
)
_OPENING = lazy(
    r"(?:[A-Z][^\n\u2013\u2014-]{0,80}\s[\u2013\u2014-]\s)?\W{0,12}(?:[^\s,;:]{1,60}\s){0,5}(?:after|before|when|while|as|since|once|because|if|although|though|following|amid|despite|with)\s",
    re.IGNORECASE,
)
_BEFORE_SUBJECT = 16  # characters before a side in which the comma stands that closes what was put first
_COMMA_BEFORE = lazy(r",\s((?:the\s|a\s|an\s|hundreds of\s|dozens of\s|\d+\s|some\s|more\s|most\s)?)$", re.IGNORECASE)
_STRIKE = lazy(
    r"\b(?:(?:strikes?|attacks?|raids?|barrage|bombardment|salvo|missiles?|drones?|weapons|shelling|bombing|bombs?)\b(?:\s[a-z]+){0,2}"
    r"\s(?:on|against|at|over|upon|hit|struck)|(?:bombardment|shelling|bombing)\sof)\s(?:the\s)?((?:[^\s,;:.]+\s){0,6}[^\s,;:.]+)"
)
_ASKED = lazy(
    r"\b(?:(?:expect|want|fear|allow|enabl|urg|order|ask|tell|invit|forc|push|press|lead|warn|believ|accus|suspect)(?:e?s|e?d|e|ing)?"
    r"|(?:brac|prepar|wait|watch|call|plead)(?:e?s|e?d|e|ing)?\sfor)\s((?:[^\s,;:.]+\s){1,4}?)to\s[a-z]",
    re.IGNORECASE,
)
_PREPOSITION_WORDS = "against in on to from at near inside into with for by over across upon towards toward outside near off"
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
_STOP_WORDS = "of in on at against for to with from by and or but is are was were has have had that which who as said says after before"
_PHRASE_STOPS = frozenset(_STOP_WORDS.split())


class ActorLexicon:
    """The words by which a side is named, from ``rules/lexicons/actors.yaml``; one regular expression for both."""

    name: ClassVar[str] = "actors"

    def __init__(self, sides: dict[str, tuple[str, ...]], places: dict[str, tuple[str, ...]]) -> None:
        self._owner_of = {word: side for side, words in places.items() for word in words}
        self._side_of = {word.lower(): side for side, words in sides.items() for word in words}
        self._cased = {word for words in sides.values() for word in words}
        longest_first = sorted(self._side_of, key=len, reverse=True)
        body = "|".join(re.escape(word) for word in longest_first)
        self._pattern = lazy(rf"(?<![\w'\u2019])(?<!anti-)({body})(?:['\u2019]s?)?(?!\w)(?!-(?!backed|led|run|made|style))", re.IGNORECASE)

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from ``{actors: {russian: [word], ukrainian: [word]}, places: {russian: [name], ukrainian: [name]}}``."""
        actors, places = ({side: tuple(words) for side, words in data[key].items()} for key in ("actors", "places"))
        return cls(actors, places)

    def attacker_of(self, place: str) -> str | None:
        """The side that a strike on the place comes from: the one that does not defend it."""
        owner = self._owner_of.get(place)
        return None if owner is None else "russian" if owner == "ukrainian" else "ukrainian"

    def mentions(self, text: str, start: int, end: int, *, caseless: bool) -> Iterator[tuple[int, int, str]]:
        """Every naming of a side in ``text[start:end]``: start, end, side."""
        for match in self._pattern.finditer(text, start, end):
            if caseless or match[1] in self._cased:
                yield match.start(1), match.end(1), self._side_of[match[1].lower()]


_STATE_CLASSES = frozenset({"russian-state", "russian-official", "russian-state-aligned"})


def speaks_for_russia(reading: Reading, source: SourceMention | None) -> bool:
    """Whether the source is the Russian state: by the registry, or by its plain names."""
    if source is None or source.vague:
        return False
    if source.source_class is not None:
        return source.source_class in _STATE_CLASSES
    mentions = reading.knowledge.lexicon(ActorLexicon).mentions(reading.text, source.span.start, source.span.end, caseless=False)
    return next((side for _, _, side in mentions), None) == "russian"


class Doer(Value):
    """Who acts, by the words at ``span``, and the place in the sentence that says so.

    ``foretold``: the other side expects or asks it of him, and the draft does not say that he did it."""

    side: str
    span: Span
    how: str
    foretold: bool = False


def doer(reading: Reading, span: Span, setting: Setting) -> Doer | None:
    """Who does what the phrase at ``span`` says, or None where the sentence does not tell."""
    lexicon = reading.knowledge.lexicon(ActorLexicon)
    text, sentence, caseless = reading.text, setting.span, setting.caseless
    if _fronts_the_next_clause(text, span, sentence):
        return _after_fronted(lexicon, text, span, sentence, caseless)
    return (
        _by_phrase(lexicon, text, span, sentence, caseless)
        or _inside(lexicon, text, span, caseless)
        or _before_noun(lexicon, text, span, sentence, caseless)
        or _asked_to(lexicon, text, span, sentence, caseless)
        or _subject(lexicon, text, span, sentence, caseless)
        or (_after_fronted(lexicon, text, span, sentence, caseless) if len(text[sentence.start : span.start].split()) <= 3 else None)
        or _by_target(lexicon, text, span, sentence)
    )


def _by_target(lexicon: ActorLexicon, text: str, span: Span, sentence: Span) -> Doer | None:
    """Whoever does not defend the place that is struck: `the strike on Ternopil came in retaliation`."""
    for match in _STRIKE.finditer(text, sentence.start, min(sentence.end, span.end + 60)):
        for word in _WORD.finditer(text, *match.span(1)):
            if word.group() == "by":
                break  # of `shelling of the plant by Kyiv` the doer is named
            side = lexicon.attacker_of(re.sub(r"['\u2019]s?$", "", word.group()))
            if side is not None:
                return Doer(side, Span(*word.span()), "the strike is on the other side's place")
    return None


def _fronts_the_next_clause(text: str, span: Span, sentence: Span) -> bool:
    """Whether a phrase between two commas opens what comes after it: `…, in response to the raid, Poland sent its jets`."""
    if _first_word(text, span) not in _PREPOSITIONS or not text[sentence.start : span.start].rstrip().endswith(","):
        return False
    return re.match(r"[^,;:]{0,80},\s+[A-Z]", text[span.end : sentence.end]) is not None


def _by_phrase(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> Doer | None:
    limit = min(sentence.end, span.end + _BY_REACH)
    by = _BY.search(text, span.end, limit)
    if by is None or re.search(r"[;:]|, (?!the)", text[span.end : by.start()]):
        return None
    for start, end, side in lexicon.mentions(text, by.end(), min(sentence.end, by.end() + 40), caseless=caseless):
        if text[by.end() : start].count(" ") <= 3 and "," not in text[by.end() : start]:
            return Doer(side, Span(start, end), "the by-phrase names the doer")
        break
    return None


def _inside(lexicon: ActorLexicon, text: str, span: Span, caseless: bool) -> Doer | None:
    named = None
    for start, end, side in lexicon.mentions(text, span.start, span.end, caseless=caseless):
        if start == span.start:
            named = Doer(side, Span(start, end), "the phrase names the doer")
        elif named is not None and _COMMA_BEFORE.search(text, max(span.start, start - _BEFORE_SUBJECT), start):
            return Doer(side, Span(start, end), "the phrase goes on to another doer")  # Russian troops left, Ukraine's liberated
    return named


def _before_noun(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> Doer | None:
    before = text[sentence.start : span.start]
    opening = _first_word(text, span)
    if _passive(text, span, before) or opening in _PREPOSITIONS or opening.endswith("ly"):  # an adverb opens no noun's phrase
        return None
    floor = sentence.start
    for count, word in enumerate(reversed(list(_WORD.finditer(before)))):
        between = before[word.end() :]
        if count == 5 or word.group().lower() in _PHRASE_STOPS or re.search(r"[,;:.!?()\"\u201c]", between):
            floor = sentence.start + word.end()
            break
    last = None
    for start, end, side in lexicon.mentions(text, floor, span.start, caseless=caseless):
        last = Doer(side, Span(start, end), "named right before the phrase")
    return last


def _first_word(text: str, span: Span) -> str:
    match = _WORD.match(text, span.start, span.end)
    return match.group().lower() if match else ""


def _passive(text: str, span: Span, before: str) -> bool:
    """Whether the phrase is a passive verb (`was liberated`), whose subject suffers what another does."""
    return _PASSIVE.search(before) is not None and _first_word(text, span).endswith(("ed", "en", "own", "uck", "it"))


def _asked_to(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> Doer | None:
    """Whoever another expects, wants or orders to act: `Kyiv expects Russia to stage an attack`, where Kyiv only expects."""
    for match in reversed(list(_ASKED.finditer(text, sentence.start, span.start))):
        if _CLAUSE.search(text, match.end(), span.start) is None:
            for start, end, side in lexicon.mentions(text, *match.span(1), caseless=caseless):
                holder = _subject(lexicon, text, Span(match.start(), span.end), sentence, caseless)
                other = holder is not None and holder.side != side
                return Doer(side, Span(start, end), "named as the one who is to act", other)
        return None
    return None


def _subject(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> Doer | None:
    before = text[sentence.start : span.start]
    if _passive(text, span, before):
        return None
    clause = main = _main_clause(lexicon, text, span, sentence, caseless)
    for match in _CLAUSE.finditer(before, main - sentence.start):
        clause = sentence.start + match.end()
    for floor in (clause, main):
        for start, end, side in lexicon.mentions(text, floor, span.start, caseless=caseless):
            words = text[sentence.start : start].lower().split()
            previous = [w for w in words[-2:] if w not in ("the", "its", "all")]
            if previous and previous[-1].strip("\"'\u201c(") in _PREPOSITIONS:
                continue
            return Doer(side, Span(start, end), "the subject of the clause" if floor == clause else "the subject of the sentence")
    return None


def _main_clause(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> int:
    """Where the main clause begins: behind one put first that tells what the other side did before, `A day after Kyiv's drones hit the
    depot, Russia shelled …`; else where the sentence does."""
    if _OPENING.match(text, sentence.start, span.start) is None:
        return sentence.start
    for start, _, _ in reversed(list(lexicon.mentions(text, sentence.start, span.start, caseless=caseless))):
        subject = _COMMA_BEFORE.search(text, max(sentence.start, start - _BEFORE_SUBJECT), start)
        if subject is not None:
            return subject.start(1)
    return sentence.start


def _after_fronted(lexicon: ActorLexicon, text: str, span: Span, sentence: Span, caseless: bool) -> Doer | None:
    """The subject that follows a phrase put first: `In retaliation for the raid, Russian missiles hit …`."""
    comma = text.find(",", span.end, sentence.end)
    if comma < 0 or comma - span.end > 120:
        return None
    for start, end, side in lexicon.mentions(text, comma, min(sentence.end, comma + 60), caseless=caseless):
        if text[comma:start].count(" ") <= 4:
            return Doer(side, Span(start, end), "the subject after the fronted phrase")
        break
    return None
