"""The front door of analysis: a document, and every answer about it, worked out when first asked for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, islice

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.terms import Terms
from stancelint.text.document import Document
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any, TypeVar

    from stancelint.analysis.answers import Answer
    from stancelint.analysis.bearers import Bearer
    from stancelint.analysis.model import Attribution, Claim, Entry, Quotation, Section, Sentence, Voice
    from stancelint.analysis.registry import Registry
    from stancelint.analysis.stance import Statement
    from stancelint.analysis.tokens import Tokens
    from stancelint.analysis.voice import Hearing
    from stancelint.text.by_place import ByPlace
    from stancelint.text.span import Span

    T = TypeVar("T")

_WORD = lazy(r"([^\W_]+)")


class Reading:
    """One draft as the analysis understands it. Every property is lazy, and pure: the same draft reads the same way.

    ``owes_sections`` says whether the policy asks this draft for provenance, contested and stance. ``answers`` are
    those of the listed links by address as written, where a run asked them; None where nothing was asked. ``phrases`` are those of the
    rules that may stand in the draft, by the words that it holds; None where nobody looked for them all at once."""

    def __init__(self, document: Document, knowledge: Knowledge, terms: Terms, *, owes_sections: bool = True) -> None:
        self.document = document
        self.text = document.text
        self.knowledge = knowledge
        self.terms = terms
        self.owes_sections = owes_sections
        self.answers: dict[str, Answer] | None = None
        self.phrases: frozenset[str] | None = None
        self._worked: dict[object, Any] = {}

    @cached_property
    def folded(self) -> str:
        """The prose in lower case, every code point at its own offset still."""
        # U+0130 is the one character whose lower case is longer than itself
        return self.text.replace("\u0130", "i").lower()

    @cached_property
    def words(self) -> dict[str, Sequence[int]]:
        """Where each word (letters and digits, folded) starts: the one pass by which every phrase of every rule is looked up."""
        from stancelint.analysis.tokens import stretches

        places: defaultdict[str, Any] = defaultdict(_no_places)
        for begin, end in stretches(self.folded):
            parts = _WORD.split(self.folded[begin:end])
            starts = islice(accumulate(map(len, parts), initial=begin), 1, None, 2)
            for word, start in zip(parts[1::2], starts, strict=False):
                places[word].append(start)
        places.default_factory = None  # from here on a word that is missing is missing
        return places

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """The full dates of the prose, in order."""
        from stancelint.analysis.dates import written_dates

        return tuple(written_dates(self))

    @cached_property
    def tokens(self) -> Tokens:
        """The words and marks with their places, and what kind of word each is."""
        from stancelint.analysis.tokens import tokens_of

        return tokens_of(self.text, self.folded, self.knowledge)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; none crosses a block."""
        from stancelint.analysis.sentences import split

        return split(self)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in order of their opening marks; nested ones follow the one that holds them."""
        from stancelint.analysis.quotations import find

        return find(self)

    @cached_property
    def quotations_by_place(self) -> ByPlace[Quotation]:
        """The quotations, for whoever asks what is quoted at some place."""
        from stancelint.text.by_place import ByPlace

        return ByPlace([quotation.span for quotation in self.quotations], self.quotations)

    @cached_property
    def opaque(self) -> ByPlace[Span]:
        """The prose that is no words (addresses, code), by place."""
        from stancelint.text.by_place import ByPlace

        return ByPlace(self.document.opaque, self.document.opaque)

    def once(self, work: Callable[[Reading], T]) -> T:
        """What ``work`` makes of this draft, made when first asked for: for checks that share more than the analysis knows of."""
        if work not in self._worked:
            self._worked[work] = work(self)
        made: T = self._worked[work]
        return made

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what, in order of content."""
        from stancelint.analysis.attribution import attribute

        return attribute(self)

    @cached_property
    def hearing(self) -> Hearing:
        """The contents and quotations indexed by place, for voice."""
        from stancelint.analysis.voice import Hearing

        return Hearing(self)

    def voice(self, span: Span) -> Voice:
        """Whose words ``span`` is, with the evidence trail."""
        from stancelint.analysis.voice import hear

        return hear(self, span)

    @cached_property
    def registry(self) -> Registry:
        """The source registry: who a name, a handle or an address is."""
        from stancelint.analysis.registry import registry_of

        return registry_of(self.knowledge)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The counts of people harmed, graded, in order."""
        from stancelint.analysis.casualties import claims

        return claims(self)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Headline, standfirst, body and the parts the policy names, in order."""
        from stancelint.analysis.sections import sections

        return sections(self)

    def section(self, role: str) -> Section | None:
        """The first section of that role, or None."""
        return next((s for s in self.sections if s.role == role), None)

    @cached_property
    def statement(self) -> Statement | None:
        """The publication's statement of policy as the draft has it, or None."""
        from stancelint.analysis.stance import find_statement

        return find_statement(self)

    @cached_property
    def named_sources(self) -> list[tuple[Attribution, tuple[Bearer, ...]]]:
        """Every attribution that has somebody to ask, with whoever bears its words."""
        from stancelint.analysis.claims_made import find_named_sources

        return find_named_sources(self)

    @cached_property
    def provenance(self) -> tuple[Entry, ...]:
        """The entries of the provenance list."""
        from stancelint.analysis.provenance import entries

        return entries(self)


def _no_places() -> array[int]:
    return array("i")
