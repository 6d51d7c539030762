"""The source registry: who stands behind a name, an address or a handle, and who counts with whom.

Built from plain data (the files of ``rules/sources/``, then a desk's own); an entry later in the sequence replaces
an earlier one of the same id. Tables are made when first asked for: a draft without links never pays for domains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from stancelint.analysis.knowledge import Data, Knowledge
from stancelint.analysis.links import parse, plain_host
from stancelint.analysis.names import fold, office, possessor, skeleton
from stancelint.analysis.source import Source, source_of

TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
X_HOSTS = frozenset(
    {"x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com", "m.twitter.com", "nitter.net", "fxtwitter.com", "vxtwitter.com"}
)
_ADJECTIVES = {"ukraine": "ukrainian", "russia": "russian"}
_STATES = {"UA": "ukraine", "RU": "russia"}
_SLAVIC = frozenset({"UA", "RU", "BY"})


_MOST_ANSWERS = 20_000  # names remembered, known and unknown: drafts ask for the same few hundred again and again


class Registry:
    """Answers who a name, address or handle is. Answers are None where the registry does not know; it never guesses."""

    def __init__(self, entries: Sequence[Data], unfold: Callable[[Data], Data] = lambda entry: entry) -> None:
        self._entries = entries
        self._unfold = unfold
        self._known: dict[str, Source] = {}
        self._answers: dict[tuple[str, bool], str | None] = {}

    @cached_property
    def _data(self) -> dict[str, Data]:
        return {str(entry["id"]): entry for entry in self._entries}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in file order."""
        return tuple(self._data)

    def by_id(self, source_id: str) -> Source:
        """The entry of that id. Raises ``KeyError`` where there is none."""
        known = self._known.get(source_id)
        if known is None:
            known = self._known[source_id] = source_of(self._unfold(self._data[source_id]))
        return known

    def by_name(self, text: str, *, in_context: bool = False) -> Source | None:
        """Whoever is called so: by name, alias, or native name, in its own or in Latin letters.

        A name that is also an ordinary word, a surname or initials counts only ``in_context`` (with a verb of saying, a link,
        a handle), and only in its own case. Articles and the possessive are looked through."""
        key = (text, in_context)
        if key not in self._answers:
            if len(self._answers) > _MOST_ANSWERS:
                self._answers.clear()
            self._answers[key] = self._named(text, in_context)
        found = self._answers[key]
        return self.by_id(found) if found else None

    def _named(self, text: str, in_context: bool) -> str | None:
        wanted = possessor(text)
        if not wanted:
            return None
        exact, folded, common = self._names
        found = exact.get(wanted)
        if found is None and wanted[:4].lower() == "the ":
            wanted = wanted[4:].strip()
            found = exact.get(wanted)
        if found is None and in_context:
            found = common.get(wanted) or common.get(f"The {wanted}")
        # `the economist`, `the hill`: without a capital it is a word
        if found is None and wanted not in common and wanted != wanted.lower():
            found = folded.get(fold(wanted))
        if found is None and " " in wanted and wanted != wanted.lower():
            found = self._offices.get(office(wanted))
        if found is None and wanted[:1].isupper() and len(wanted) > 5 and wanted.count(" ") < 3:
            found = self._skeletons.get(skeleton(wanted))
        return found

    def by_url(self, url: str) -> Source | None:
        """Whose address it is: a channel on X or Telegram, else the longest domain (and path) that the registry knows."""
        address = parse(url)
        if address is None:
            return None
        steps = address.steps
        if address.host in TELEGRAM_HOSTS:
            name = next((step for step in steps if step != "s"), "")
            return self.by_handle(name, service="telegram")
        if address.host in X_HOSTS:
            return self.by_handle(steps[0], service="x") if steps else None
        return self.by_host(address.host, address.path.rstrip("/") + "/")

    def by_host(self, host: str, path: str = "/") -> Source | None:
        """Whose site ``host`` belongs to: the longest known domain that it ends in, and there the longest path."""
        while "." in host:
            for prefix, source_id in self._domains.get(host, ()):
                if path.startswith(prefix):
                    return self.by_id(source_id)
            host = host.partition(".")[2]
        return None

    def by_brand(self, label: str) -> Source | None:
        """Whose domain is ``label`` with some ending, for labels long enough to be nobody's by chance."""
        found = self._brands.get(label)
        return self.by_id(found) if found else None

    def by_handle(self, handle: str, service: str | None = None) -> Source | None:
        """Whose handle it is (``@name`` or ``name``), on ``x``, on ``telegram``, or on either."""
        name = handle.strip().lstrip("@").lower()
        if not name:
            return None
        on_x, on_telegram = self._handles
        found = on_x.get(name) if service != "telegram" else None
        if found is None and service != "x":
            found = on_telegram.get(name)
        return self.by_id(found) if found else None

    def key(self, source_id: str) -> str:
        """Equal for two sources that count as one: by chain of command, else by owner, else each by itself."""
        entry = self._data[source_id]
        if entry.get("chain"):
            return f"chain:{entry['chain']}"
        if entry.get("owner"):
            return f"owner:{entry['owner']}"
        return f"entry:{source_id}"

    def suggest(self, text: str, count: int = 3) -> list[str]:
        """The known spellings nearest to ``text``."""
        from difflib import get_close_matches

        exact, _, common = self._names
        spellings: dict[str, str] = {}
        for name in (*exact, *common, *self._data):
            spellings.setdefault(fold(name), name)
        for domain in self._domains:
            spellings.setdefault(domain, domain)
        return [spellings[near] for near in get_close_matches(fold(text[:80]), list(spellings), count, 0.7)]

    @cached_property
    def _names(self) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        exact: dict[str, str] = {}
        folded: dict[str, str] = {}
        common: dict[str, str] = {}
        for source_id, entry in self._data.items():
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

    @cached_property
    def _offices(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for source_id, entry in self._data.items():
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

    @cached_property
    def first_words(self) -> dict[str, int]:
        """By the first word of a name, folded: how many words the longest name that begins so has."""
        found: dict[str, int] = {}
        exact, _, common = self._names
        for name in (*exact, *common):
            opening, space, _ = name.lower().removeprefix("the ").partition(" ")
            length = name.count(" ") + 1 if space else 1
            if length > found.get(opening, 0):
                found[opening] = length
        for key in self._offices:
            # an office may be written with words of passage: `Kharkiv's regional military administration`
            first = key.partition(" ")[0]
            opening = _ADJECTIVES.get(first, first)
            length = key.count(" ") + 3
            if length > found.get(opening, 0):
                found[opening] = length
            if length > found.get(first, 0):
                found[first] = length
        return found

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for source_id, entry in self._data.items():
            ordinary = entry.get("common_word_aliases", ())
            slavic = str(entry.get("country", ""))[:2] in _SLAVIC
            for name in (*entry.get("native_names", ()), *((entry["name"], *entry.get("aliases", ())) if slavic else ())):
                bare = skeleton(name)
                if len(bare) > 5 and name not in ordinary:
                    found.setdefault(bare, source_id)
        return found

    @cached_property
    def _domains(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for source_id, entry in self._data.items():
            for domain in entry.get("domains", ()):
                host, _, path = domain.partition("/")
                found.setdefault(plain_host(host), []).append((f"/{path}/" if path else "/", source_id))
        for paths in found.values():
            if len(paths) > 1:
                paths.sort(key=lambda pair: -len(pair[0]))
        return found

    @cached_property
    def _brands(self) -> dict[str, str]:
        brands: dict[str, str] = {}
        for host, paths in self._domains.items():
            label = host.split(".")[-2]
            if len(label) >= 4 and host.count(".") == 1:
                brands[label] = paths[-1][1]
        return brands

    @cached_property
    def _handles(self) -> tuple[dict[str, str], dict[str, str]]:
        on_x: dict[str, str] = {}
        on_telegram: dict[str, str] = {}
        for source_id, entry in self._data.items():
            for handle in entry.get("x", ()):
                on_x[handle.lstrip("@").lower()] = source_id
            for handle in entry.get("telegram", ()):
                on_telegram[handle.removeprefix("t.me/").lower()] = source_id
        return on_x, on_telegram


def registry_of(knowledge: Knowledge) -> Registry:
    """The registry of a run's knowledge, built once."""
    return knowledge.registry
