"""The registry's tables: whoever is called so, whose site and whose handle it is. Plain data, made once for a set of entries.

A table that needs another asks for it by name; an entry later in the sequence has the last word on a name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stancelint.analysis.knowledge import Data
from stancelint.analysis.links import plain_host
from stancelint.analysis.names import fold, office, skeleton

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Entries = Mapping[str, Data]
    Table = Callable[[str], Any]

_ADJECTIVES = {"ukraine": "ukrainian", "russia": "russian"}
_STATES = {"UA": "ukraine", "RU": "russia"}
_SLAVIC = frozenset({"UA", "RU", "BY"})


def make(name: str, entries: Entries, table: Table) -> Any:
    """The table of that name over entries by id; ``table`` gives those that it needs. Raises ``KeyError`` for an unknown name."""
    return _MAKERS[name](entries, table)


def names_of_tables() -> tuple[str, ...]:
    """Every table there is, each after those that it needs."""
    return tuple(_MAKERS)


def _names(entries: Entries, table: Table) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    common: dict[str, str] = {}
    for source_id, entry in entries.items():
        ordinary = frozenset(entry.get("common_word_aliases", ()))
        for name in (entry["name"], *entry.get("aliases", ()), *entry.get("native_names", ())):
            if name in ordinary:
                common[name] = source_id
                continue
            exact[name] = source_id
            # initials are words in lower case (who, up, nos), so they keep their case
            if len(name) > 4 or not name.isupper():
                folded.setdefault(fold(name).removeprefix("the "), source_id)
    return exact, folded, common


def _offices(entries: Entries, table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for source_id, entry in entries.items():
        if not entry["class"].endswith("-official"):
            continue
        state = _STATES.get(str(entry.get("country", ""))[:2], "")
        ordinary = entry.get("common_word_aliases", ())
        for name in (entry["name"], *entry.get("aliases", ())):
            key = office(name)
            if " " not in key and name not in ordinary:
                continue  # a surname or initials: the other tables hold it
            if name not in ordinary and " " in key:
                found.setdefault(key, source_id)
            if state and not key.startswith(state):
                found.setdefault(f"{state} {key}", source_id)
    return found


def _first_words(entries: Entries, table: Table) -> dict[str, int]:
    """By the first word of a name, folded: how many words the longest name that begins so has."""
    found: dict[str, int] = {}
    exact, _, common = table("names")
    for name in (*exact, *common):
        opening, space, _ = name.lower().removeprefix("the ").partition(" ")
        length = name.count(" ") + 1 if space else 1
        if length > found.get(opening, 0):
            found[opening] = length
    for key in table("offices"):
        # an office may be written with words of passage: `Kharkiv's regional military administration`
        first = key.partition(" ")[0]
        opening = _ADJECTIVES.get(first, first)
        length = key.count(" ") + 3
        if length > found.get(opening, 0):
            found[opening] = length
        if length > found.get(first, 0):
            found[first] = length
    return found


def _skeletons(entries: Entries, table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for source_id, entry in entries.items():
        ordinary = entry.get("common_word_aliases", ())
        slavic = str(entry.get("country", ""))[:2] in _SLAVIC
        for name in (*entry.get("native_names", ()), *((entry["name"], *entry.get("aliases", ())) if slavic else ())):
            bare = skeleton(name)
            if len(bare) > 5 and name not in ordinary:
                found.setdefault(bare, source_id)
    return found


def _domains(entries: Entries, table: Table) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for source_id, entry in entries.items():
        for domain in entry.get("domains", ()):
            host, _, path = domain.partition("/")
            found.setdefault(plain_host(host), []).append((f"/{path}/" if path else "/", source_id))
    for paths in found.values():
        if len(paths) > 1:
            paths.sort(key=lambda pair: -len(pair[0]))
    return found


def _brands(entries: Entries, table: Table) -> dict[str, str]:
    brands: dict[str, str] = {}
    for host, paths in table("domains").items():
        label = host.split(".")[-2]
        if len(label) >= 4 and host.count(".") == 1:
            brands[label] = paths[-1][1]
    return brands


def _handles(entries: Entries, table: Table) -> tuple[dict[str, str], dict[str, str]]:
    on_x: dict[str, str] = {}
    on_telegram: dict[str, str] = {}
    for source_id, entry in entries.items():
        for handle in entry.get("x", ()):
            on_x[handle.lstrip("@").lower()] = source_id
        for handle in entry.get("telegram", ()):
            on_telegram[handle.removeprefix("t.me/").lower()] = source_id
    return on_x, on_telegram


_MAKERS: dict[str, Callable[[Entries, Table], Any]] = {
    "names": _names,
    "offices": _offices,
    "first_words": _first_words,
    "skeletons": _skeletons,
    "domains": _domains,
    "brands": _brands,
    "handles": _handles,
}
