"""Marks of copy lifted from Russian state text: place names as only Moscow writes them, formulas of the ministry.

One mark is a slip, and the style rules speak of it. Several together say where the text comes from. Which words are marks,
and how heavy each is, is data: ``rules/lexicons/laundering.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancelint.checks import notation
from stancelint.checks.hits import hits_of, likely
from stancelint.checks.surroundings import WordSetLexicon
from stancelint.text.by_place import ByPlace
from stancelint.text.span import Span
from stancelint.text.taken import Taken
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.reading import Reading

ENOUGH = 2.0


class MarkKind(Value):
    """One kind of mark: what it is called in evidence, how much each different one weighs, and what all of the kind may weigh.

    ``name`` says that its marks are names, and no turns of phrase."""

    says: str
    weight: float
    at_most: float
    exact: bool
    phrases: tuple[str, ...]
    name: bool = False


class Evidence(Value):
    """The marks of one kind that a draft holds in its own voice."""

    kind: MarkKind
    spans: tuple[Span, ...]


class LaunderingLexicon:
    """The kinds of marks, heaviest first."""

    name: ClassVar[str] = "laundering"

    def __init__(self, kinds: Sequence[MarkKind]) -> None:
        self.kinds = tuple(kinds)

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from ``{marks: [{says, weight, at_most, case, any_of}]}``."""
        return cls([_kind(entry) for entry in data["marks"]])

    @property
    def sought(self) -> tuple[str, ...]:
        """Every mark's phrases."""
        return tuple(phrase for kind in self.kinds for phrase in kind.phrases)


def _kind(entry: Mapping[str, str]) -> MarkKind:
    weight = float(entry["weight"])
    exact, name = entry.get("case") == "exact", entry.get("of") == "names"
    return MarkKind(entry["says"], weight, float(entry.get("at_most", "99")), exact, tuple(entry["any_of"]), name)


def laundered(reading: Reading) -> tuple[Evidence, ...]:
    """The marks that together weigh enough to say that the draft's own prose was lifted; empty where they do not.

    Words inside quotations or laid at a named source's door are nobody's lifted copy, and do not count."""
    return reading.once(_laundered)


def _laundered(reading: Reading) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    total = 0.0
    taken = Taken()
    sets = reading.knowledge.lexicon(WordSetLexicon).sets
    kinds = [(kind, likely(reading.words, kind.phrases)) for kind in reading.knowledge.lexicon(LaunderingLexicon).kinds]
    if sum(min(kind.at_most, kind.weight * len(phrases)) for kind, phrases in kinds) < ENOUGH:
        return ()  # not even if every one of them stood there, in the draft's own voice
    for kind, phrases in kinds:
        marks: dict[str, list[Span]] = {}
        for text in phrases:
            for span in _own(reading, text, sets, kind.exact):
                if taken.holder(span.start, span.end) is None:
                    taken.take(span.start, span.end, 0)
                    marks.setdefault(text, []).append(span)
        if marks:
            total += min(kind.at_most, kind.weight * len(marks))
            found.append(Evidence(kind, tuple(sorted(span for spans in marks.values() for span in spans))))
    return tuple(found) if total >= ENOUGH else ()


def is_mark(reading: Reading, span: Span) -> bool:
    """Whether the words are one of the marks that ``framing/laundered-copy`` gathers into its one finding, or share words with one.

    A name alone is no more than itself: `liberated the village near Krasnoarmeysk` holds one, and is a fault of its own."""
    turns, names = reading.once(_marks)
    return turns.any_at(span) or any(name.covers(span) for name in names.backwards(span))


def _marks(reading: Reading) -> tuple[ByPlace[Span], ByPlace[Span]]:
    evidence = laundered(reading)
    turns = sorted(span for one in evidence for span in one.spans if not one.kind.name)
    names = sorted(span for one in evidence for span in one.spans if one.kind.name)
    return ByPlace(turns, turns), ByPlace(names, names)


def _own(reading: Reading, text: str, sets: notation.WordSets, exact: bool) -> list[Span]:
    spans = []
    for span in hits_of(reading, text, sets, exact=exact):
        if reading.quotations_by_place.any_at(span) or reading.voice(span).attributed:
            continue
        spans.append(span)
    return spans
