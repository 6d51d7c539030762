"""The source registry: who stands behind a name, an address or a handle, and who counts with whom.

Built from plain data (the files of ``rules/sources/``, then a desk's own); an entry later in the sequence replaces
an earlier one of the same id. Tables are made when first asked for: a draft without links never pays for domains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from stancelint.analysis.knowledge import Data, Knowledge
from stancelint.analysis.links import parse
from stancelint.analysis.names import fold, office, possessor, skeleton
from stancelint.analysis.source import Source, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
X_HOSTS = frozenset(
    {"x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com", "m.twitter.com", "nitter.net", "fxtwitter.com", "vxtwitter.com"}
)
_MOST_ANSWERS = 20_000  # names remembered, known and unknown: drafts ask for the same few hundred again and again


class Registry:
    """Answers who a name, address or handle is. Answers are None where the registry does not know; it never guesses.

    ``kept`` gives a table of ``registry_tables`` that was made before from these very entries, or None."""

    def __init__(
        self,
        entries: Sequence[Data],
        unfold: Callable[[Data], Data] = lambda entry: entry,
        kept: Callable[[str], Any] = lambda name: None,
    ) -> None:
        self._entries = entries
        self._unfold = unfold
        self._kept = kept
        self._tables: dict[str, Any] = {}
        self._known: dict[str, Source] = {}
        self._answers: dict[tuple[str, bool], str | None] = {}
        self._remembered: dict[object, Any] = {}

    @cached_property
    def _data(self) -> dict[str, Data]:
        return {str(entry["id"]): entry for entry in self._entries}

    def _entry(self, source_id: str) -> Data:
        return self._unfold(self._data[source_id])

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in file order."""
        return tuple(self._data)

    def by_id(self, source_id: str) -> Source:
        """The entry of that id. Raises ``KeyError`` where there is none."""
        known = self._known.get(source_id)
        if known is None:
            known = self._known[source_id] = source_of(self._entry(source_id))
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
        found: str | None
        wanted = possessor(text)
        if not wanted:
            return None
        exact, folded, common = self.table("names")
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
            found = self.table("offices").get(office(wanted))
        if found is None and wanted[:1].isupper() and len(wanted) > 5 and wanted.count(" ") < 3:
            found = self.table("skeletons").get(skeleton(wanted))
        return found

    def remembered(self, question: object, answer: Callable[[], T]) -> T:
        """The answer to a question about the registry alone, worked out once: drafts ask the same of the same few hundred mentions."""
        if question not in self._remembered:
            if len(self._remembered) > _MOST_ANSWERS:
                self._remembered.clear()
            self._remembered[question] = answer()
        known: T = self._remembered[question]
        return known

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
            for prefix, source_id in self.table("domains").get(host, ()):
                if path.startswith(prefix):
                    return self.by_id(source_id)
            host = host.partition(".")[2]
        return None

    def by_brand(self, label: str) -> Source | None:
        """Whose domain is ``label`` with some ending, for labels long enough to be nobody's by chance."""
        found = self.table("brands").get(label)
        return self.by_id(found) if found else None

    def by_handle(self, handle: str, service: str | None = None) -> Source | None:
        """Whose handle it is (``@name`` or ``name``), on ``x``, on ``telegram``, or on either."""
        name = handle.strip().lstrip("@").lower()
        if not name:
            return None
        on_x, on_telegram = self.table("handles")
        found = on_x.get(name) if service != "telegram" else None
        if found is None and service != "x":
            found = on_telegram.get(name)
        return self.by_id(found) if found else None

    def key(self, source_id: str) -> str:
        """Equal for two sources that count as one: by chain of command, else by owner, else each by itself."""
        entry = self._entry(source_id)
        if entry.get("chain"):
            return f"chain:{entry['chain']}"
        if entry.get("owner"):
            return f"owner:{entry['owner']}"
        return f"entry:{source_id}"

    def suggest(self, text: str, count: int = 3) -> list[str]:
        """The known spellings nearest to ``text``."""
        from difflib import get_close_matches

        exact, _, common = self.table("names")
        spellings: dict[str, str] = {}
        for name in (*exact, *common, *self._data):
            spellings.setdefault(fold(name), name)
        for domain in self.table("domains"):
            spellings.setdefault(domain, domain)
        return [spellings[near] for near in get_close_matches(fold(text[:80]), list(spellings), count, 0.7)]

    @property
    def first_words(self) -> dict[str, int]:
        """By the first word of a name, folded: how many words the longest name that begins so has."""
        counts: dict[str, int] = self.table("first_words")
        return counts

    def table(self, name: str) -> Any:
        """A table by its name, as kept or made when first asked for."""
        known = self._tables.get(name)
        if known is None:
            known = self._kept(name)
            if known is None:
                from stancelint.analysis.registry_tables import make

                known = make(name, {source_id: self._entry(source_id) for source_id in self._data}, self.table)
            self._tables[name] = known
        return known


def registry_of(knowledge: Knowledge) -> Registry:
    """The registry of a run's knowledge, built once."""
    return knowledge.registry
