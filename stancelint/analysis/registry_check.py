"""The registry held against its own promises: one owner for a name, evidence for an entry, no ordinary word that names somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stancelint.analysis.knowledge import Data
from stancelint.analysis.names import fold
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

CLASSES = frozenset({
    "russian-state", "russian-state-aligned", "russian-official", "russian-independent", "ukrainian-official", "ukrainian-independent",
    "western-wire", "western-media", "public-broadcaster", "igo", "ngo-monitor", "osint-social", "other-state",
})  # fmt: skip
_NO_OWNERS = ("unknown", "anonymous", "authority", "unverified", "none")


class OrdinaryWords(Value):
    """``rules/lexicons/ordinary_words.yaml``: words that name nobody by themselves."""

    name: ClassVar[str] = "ordinary_words"

    words: frozenset[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(frozenset(data["words"]))


def registry_problems(entries: Iterable[Data], ordinary: OrdinaryWords) -> Iterator[str]:
    """What is wrong with the registry's entries, a sentence each; a later entry of the same id replaces the earlier one."""
    known = {str(entry.get("id", "")): entry for entry in entries}
    seen: dict[tuple[str, str], str] = {}
    for source_id, entry in known.items():
        yield from _entry_problems(source_id, entry)
        for field in ("domains", "telegram", "x"):
            for item in entry.get(field) or ():
                other = seen.setdefault((field, str(item).lower()), source_id)
                if other != source_id:
                    yield f"{item} is in two entries of the registry, {other} and {source_id}"
        common = frozenset(entry.get("common_word_aliases") or ())
        for name in (entry.get("name", ""), *(entry.get("aliases") or ()), *(entry.get("native_names") or ())):
            other = seen.setdefault(("name", name), source_id)
            if other != source_id:
                yield f"“{name}” names two entries of the registry, {other} and {source_id}"
            # `The Guardian` is a name where `Guardian` has been put aside as a word
            bare = name.removeprefix("The ")
            if not {name, bare} & common and fold(bare) in ordinary.words:
                yield f"“{name}” ({source_id}) is also an ordinary word: put it under common_word_aliases"


def _entry_problems(source_id: str, entry: Data) -> Iterator[str]:
    if not source_id or not entry.get("name"):
        yield f"an entry of the registry has no {'id' if not source_id else 'name'}: {source_id or entry.get('name', '?')}"
    if entry.get("class") not in CLASSES:
        yield f"{source_id}: “{entry.get('class')}” is no class of the registry; the classes are {', '.join(sorted(CLASSES))}"
    if entry.get("confidence") not in ("high", "medium", "low"):
        yield f"{source_id}: confidence is high, medium or low, not “{entry.get('confidence')}”"
    owner = str(entry.get("owner") or "").casefold()
    if any(word in owner.split() for word in _NO_OWNERS):
        yield f"{source_id}: “{entry.get('owner')}” is no owner; leave the key out where nobody knows"
    if not entry.get("evidence"):
        yield f"{source_id}: says nothing of why it is what it is; add evidence"
