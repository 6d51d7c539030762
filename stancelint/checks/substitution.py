"""The substitution check: house spellings, each with the exact edit, and none of the places where the old form is right.

A name is left alone in quotations, titles, addresses, handles and the list of provenance, in the exceptions that the rule
writes down, and where the same names already stand as evidence of lifted copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from stancelint.checks.base import Anchors, Match, Rewording, any_word
from stancelint.checks.conditions import is_set_as_title
from stancelint.checks.hits import PhraseList, in_opaque
from stancelint.checks.laundering import laundered
from stancelint.checks.surroundings import ContextLexicon, WordSetLexicon, find_word, setting_of
from stancelint.text.by_place import ByPlace
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading

_FIRST_WORD = lazy(r"[^\W_]+")
_NEXT_WORD = lazy(r"[ -]([^\W_]+)")
_NAME_BEFORE = lazy(r"(?<![.!?:] )(?<!^)\b([A-Z][^\W\d_]+|[A-Z]\.)\s$")
_BEFORE_PLACES = (
    "In At Near From To On Of The And Around Outside Inside Occupied Eastern Western Central Northern Southern Greater Old Downtown "
    "Liberated Besieged When After Before As But While For"
)
_PLACE_WORDS = frozenset(_BEFORE_PLACES.split())
_EXCEPTION_REACH = 60


class Swap(Value):
    """One name of the house: ``use`` in place of each of ``avoid``, which are sought as written (or all in capitals).

    ``safe: no`` where the change may alter meaning (a renamed city, a word with other senses). ``surname: yes`` for a form that is
    also a family name: it is left alone after a first name. ``near`` and ``not_near`` are contexts, or words, of the sentence;
    ``followed_by`` ones of which the next word must be, if a word comes next without punctuation.

    Raises ``ValueError`` where ``use`` holds what it replaces."""

    use: str
    avoid: tuple[str, ...]
    safe: bool = True
    surname: bool = False
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for form in self.avoid:
            places = [Span(at, at + len(form)) for at in range(len(self.use)) if form and self.use.startswith(form, at)]
            if any(_stands_alone(self.use, place) for place in places):
                raise ValueError(f"“{self.use}” holds “{form}” itself, and would be put in its place again at every run")


class SubstitutionCheck(Value):
    """``swaps`` are the names; ``except_in`` phrases (in the notation of rule files) inside which every name stays as it is."""

    swaps: tuple[Swap, ...]
    except_in: tuple[str, ...] = ()

    kind: ClassVar[str] = "substitution"

    @property
    def anchors(self) -> Anchors:
        """The first word of every form to avoid."""
        return any_word(_first_word(form) for swap in self.swaps for form in swap.avoid)

    @property
    def sought(self) -> tuple[str, ...]:
        """The phrases inside which nothing is changed."""
        return self.except_in

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every form to avoid that the house may change."""
        hits = self._hits(reading)
        if not hits:
            return
        # a sentence that was lifted has its one finding: a note on each spelling in it would say the same again
        lifted = sorted({reading.hearing.sentence(span) for evidence in laundered(reading) for span in evidence.spans})
        quiet = ByPlace(lifted, lifted)
        for span, swap in hits:
            if reading.quotations_by_place.any_at(span) or quiet.any_at(span):
                continue
            if is_set_as_title(reading, span) or self._excepted(reading, span) or _another(reading, span, swap):
                continue
            written = reading.text[span.start : span.end]
            use = swap.use.upper() if written.isupper() and len(written) > 1 else swap.use
            yield Match(
                span,
                captures=(("match", written), ("suggest", use)),
                rewordings=(Rewording(f"write {use}", swap.safe, ((span, use),)),),
            )

    def _hits(self, reading: Reading) -> list[tuple[Span, Swap]]:
        found: dict[int, tuple[Span, Swap]] = {}
        text, words = reading.text, reading.words
        for swap in self.swaps:
            for form in swap.avoid:
                for start in words.get(_first_word(form), ()):
                    span = Span(start, start + len(form))
                    if text[start : span.end] not in (form, form.upper()) or not _stands_alone(text, span) or in_opaque(reading, span):
                        continue
                    if start not in found or len(found[start][0]) < len(span):
                        found[start] = (span, swap)
        return [found[start] for start in sorted(found)]

    def _excepted(self, reading: Reading, span: Span) -> bool:
        start, end = max(0, span.start - _EXCEPTION_REACH), min(len(reading.text), span.end + _EXCEPTION_REACH)
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        return any(a < span.end and span.start < b for a, b in PhraseList(self.except_in, sets).find(reading, start, end))


@cache
def _first_word(form: str) -> str:
    match = _FIRST_WORD.search(form.lower())
    return match.group() if match else form.lower()


def _stands_alone(text: str, span: Span) -> bool:
    """Whether the form is a word of prose: no piece of a longer word, a handle, a hashtag, a path or a file name."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 2]
    if before.isalnum() or (before and before in "@#/_\\"):
        return False
    if after[:1].isalnum() or (after[:1] and after[0] in "_/@\\"):
        return False
    return not (after[:1] == "." and after[1:2].isalnum())


def _another(reading: Reading, span: Span, swap: Swap) -> bool:
    """Whether the form names somebody or something else here: a person, or a place that the sentence puts elsewhere."""
    setting = setting_of(reading, span)
    contexts = reading.knowledge.lexicon(ContextLexicon)
    if swap.not_near and find_word(reading, contexts.words(swap.not_near), setting.span):
        return True
    if swap.near and not find_word(reading, contexts.words(swap.near), setting.span):
        return True
    if swap.followed_by:
        after = _NEXT_WORD.match(reading.folded, span.end)
        if after and after[1] not in contexts.words(swap.followed_by):
            return True
    if swap.surname:
        before = _NAME_BEFORE.search(reading.text, max(setting.span.start, span.start - 30), span.start)
        if before and before[1] not in _PLACE_WORDS:
            return True
    return False


CHECK = SubstitutionCheck
