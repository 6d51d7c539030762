"""The provenance check: what is wrong with the list as a whole, and with an entry as one of the list."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.provenance import independence_key
from stancelint.analysis.source import in_words
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Entry
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Region, Span

_SHOWN = 12
_RUSSIAN_STATE = frozenset({"russian-state", "russian-official"})


class ProvenanceCheck(Value):
    """Counts entries and owners, and looks at each entry beside the others. ``fault`` says what this rule reports."""

    kind: ClassVar[str] = "provenance"

    fault: Literal["too-few", "duplicate", "not-independent", "unlabelled-state-source", "no-leading-source"]

    @property
    def anchors(self) -> Anchors:
        """None: the list is there or not whatever the words."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Matches on the list's heading, or on the entries themselves."""
        entries = reading.provenance
        if not entries:
            return
        if self.fault == "duplicate":
            yield from _duplicates(entries)
        elif self.fault == "unlabelled-state-source":
            yield from _unlabelled(reading, entries)
        elif reading.owes_sections:
            if self.fault == "too-few":
                yield from _too_few(reading, entries)
            elif self.fault == "not-independent":
                yield from _not_independent(reading, entries)
            else:
                yield from _no_leading(reading, entries)


def _place(reading: Reading, entries: tuple[Entry, ...]) -> Span | Region:
    section = reading.section("provenance")
    if section is not None and section.heading is not None:
        return section.heading
    return entries[0].region


def _duplicates(entries: tuple[Entry, ...]) -> Iterator[Match]:
    first: dict[tuple[bool, str], Entry] = {}
    for entry in entries:
        item = entry.normal or entry.url
        if item is None:
            continue
        # the front matter may repeat the list: only two of one list are a double
        known = first.setdefault((entry.span is None, item), entry)
        if known is not entry:
            same = known.url == entry.url
            note = Note("listed first here" if same else f"listed first here, in another spelling; both lead to {item[:200]}", known.region)
            yield Match(entry.region, (("url", (entry.url or "")[:120]),), (note,))


def _too_few(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Match]:
    wanted = reading.terms.sections.provenance.min_entries
    if len(entries) < wanted:
        captures = (("count", str(len(entries))), ("wanted", str(wanted)), ("entries", "entry" if len(entries) == 1 else "entries"))
        yield Match(_place(reading, entries), captures, tuple(_described(reading, entries)))


def _not_independent(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Match]:
    terms = reading.terms.sections.provenance
    if len(entries) < terms.min_entries:
        return  # one entry is one owner: that it is too few says it
    keys = {independence_key(reading, entry) for entry in entries}
    if len(keys) < terms.min_independent:
        groups = "one source" if len(keys) == 1 else f"{len(keys)} sources"
        captures = (("count", str(len(entries))), ("groups", groups), ("wanted", str(terms.min_independent)))
        yield Match(_place(reading, entries), captures, tuple(_described(reading, entries)))


def _no_leading(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Match]:
    leading = reading.terms.leading
    if not leading:
        return
    for entry in entries:
        if entry.id is not None and reading.registry.by_id(entry.id).leads(leading):
            return
        if entry.id is None and _ukrainian_state(entry) and "ukrainian-official" in leading:
            return
    wanted = ", ".join(in_words(name) for name in leading)
    yield Match(_place(reading, entries), (("wanted", wanted),), tuple(_described(reading, entries)))


def _ukrainian_state(entry: Entry) -> bool:
    host = (entry.normal or "").partition("://")[2].partition("/")[0]
    return host.endswith(".gov.ua")


def _unlabelled(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Match]:
    labels = tuple(label.casefold() for label in reading.terms.sections.provenance.labels)
    for entry in entries:
        if entry.id is None or entry.source_class not in _RUSSIAN_STATE:
            continue
        source = reading.registry.by_id(entry.id)
        words = " ".join(_without_address(entry).casefold().split())
        # an office's own name is no label: the Kremlin's page must still say whose voice it is
        for name in (source.name, *source.aliases):
            words = words.replace(name.casefold(), " ")
        if any(label in words for label in labels):
            continue
        notes = (Note(f"{source.name}: {source.why}"), Note(f"sought in the entry's own words: {', '.join(labels)}"))
        yield Match(entry.region, (("name", source.name), ("class", in_words(source.source_class))), notes)


def _without_address(entry: Entry) -> str:
    return entry.text.replace(entry.url, " ") if entry.url else entry.text


def _described(reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Note]:
    for entry in entries[:_SHOWN]:
        if entry.id is None:
            yield Note("not in the registry: it counts by its own site or channel", entry.region)
            continue
        source = reading.registry.by_id(entry.id)
        shared = f"; counts with all of “{source.chain}”" if source.chain else ""
        yield Note(f"{source.name}: {source.why}{shared}", entry.region)
    if len(entries) > _SHOWN:
        yield Note(f"and {len(entries) - _SHOWN} more")


CHECK = ProvenanceCheck
