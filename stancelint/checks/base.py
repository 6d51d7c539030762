"""What every check is, and its whole vocabulary: a match, its notes, and the wording it offers instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stancelint.text.span import Region, Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Protocol

    from stancelint.analysis.reading import Reading
else:
    Protocol = object

Anchors = tuple[tuple[frozenset[str], ...], ...] | None


class Note(Value):
    """One piece of evidence: what was sought or found, and where, in prose or in source."""

    message: str
    place: Span | Region | None = None


class Rewording(Value):
    """Words to put in place of prose. ``edits`` pairs each span with its new text; ``safe`` means that meaning cannot change."""

    title: str
    safe: bool
    edits: tuple[tuple[Span, str], ...]


class Match(Value):
    """One place where a rule is broken, as a check sees it.

    ``place`` is prose or source; None for the whole draft. ``captures`` fill the rule's message. ``lowered`` takes that many
    steps off the rule's severity (a weaker phrase, a doubtful reading); ``raised`` makes a warning an error (headline, lede; an
    advice stays advice); ``advisory`` makes it an advice whatever else holds."""

    place: Span | Region | None
    captures: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    lowered: int = 0
    raised: bool = False
    advisory: bool = False


def any_word(words: Iterable[str]) -> Anchors:
    """The anchors of a check that needs no more than one of the words."""
    return ((frozenset(words),),)


class Check(Protocol):
    """A detector with its parameters. Implementations are values; their fields are what a rule file may write.

    ``anchors`` are alternatives: of one of them a draft must hold a word of every group, folded, for the check to have anything to
    say. None: always ask."""

    kind: ClassVar[str]

    @property
    def anchors(self) -> Anchors:
        """The words worth waking up for."""

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every place where the rule is broken, in any order."""
