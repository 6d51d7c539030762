"""What the analysis knows of the world: word lists and the source registry, given to it as plain data.

The rulebook reads the YAML; analysis never opens a file. A typed lexicon is built from the data when it is first
asked for, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Protocol, Self, TypeVar

    from stancelint.analysis.registry import Registry

    Data = Mapping[str, Any]  # what a YAML file holds, every scalar still text
    L = TypeVar("L", bound="Lexicon")
else:
    Protocol, Data = object, Mapping


class Lexicon(Protocol):
    """A typed word list: ``name`` is its file under ``rules/lexicons/`` without the ending."""

    name: ClassVar[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""


class Knowledge:
    """Word lists by name, and the registry's entries. One is shared by all drafts of a run; it never changes.

    ``unfold`` makes an entry whole of which only the id was kept in sight; ``table`` gives a
    table of the registry that was made before from these very entries, or None."""

    def __init__(
        self,
        lexicons: Mapping[str, Data],
        sources: Sequence[Data] = (),
        unfold: Callable[[Data], Data] = lambda entry: entry,
        table: Callable[[str], Any] = lambda name: None,
    ) -> None:
        self._lexicons = lexicons
        self.sources = sources
        self._unfold = unfold
        self._table = table
        self._built: dict[type[object], Any] = {}

    def lexicon(self, kind: type[L]) -> L:
        """The typed lexicon of that kind, built once. Raises ``KeyError`` where its file is missing."""
        known: L | None = self._built.get(kind)
        if known is None:
            known = self._built[kind] = kind.from_data(self._lexicons[kind.name])
        return known

    def whole_sources(self) -> list[Data]:
        """Every entry of the registry with all that its file says of it."""
        return [self._unfold(entry) for entry in self.sources]

    @cached_property
    def registry(self) -> Registry:
        """The source registry, built once for all drafts of a run."""
        from stancelint.analysis.registry import Registry

        return Registry(self.sources, self._unfold, self._table)
