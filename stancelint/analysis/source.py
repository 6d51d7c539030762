"""One source of the registry as a value: what it is, who owns it, with whom it counts, and why the registry says so."""

from __future__ import annotations

from stancelint.analysis.knowledge import Data
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Proof(Value):
    """Why an entry is what it is: a short ``code``, what it says, and where that was found (None: not looked up)."""

    code: str
    text: str
    found: str | None = None


class Source(Value):
    """One outlet, office, body or channel.

    ``owner`` None means unknown, which is never evidence of independence. ``chain`` names a chain of command (or a state's
    media) that counts as one source. ``verifies``: it counts casualties person by person. ``corroborates`` False: it repeats
    others, or is not relied on as a second source. ``confidence`` is high, medium or low; low is a prompt to look, no verdict."""

    id: str
    name: str
    source_class: str
    owner: str | None = None
    chain: str | None = None
    country: str = ""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    telegram: tuple[str, ...] = ()
    x: tuple[str, ...] = ()
    confidence: str = "medium"
    verifies: bool = False
    corroborates: bool = True
    upstream: tuple[str, ...] = ()
    evidence: tuple[Proof, ...] = ()
    note: str = ""

    def leads(self, classes: tuple[str, ...]) -> bool:
        """Whether it is of one of the classes, or is Ukrainian by country where Ukraine's independent newsrooms are meant."""
        if self.source_class in classes:
            return True
        # Suspilne is a public broadcaster, Truth Hounds a monitor: both are Ukrainian and no organ of the state
        return "ukrainian-independent" in classes and self.country == "UA" and self.source_class in ("public-broadcaster", "ngo-monitor")

    @property
    def russian_state(self) -> bool:
        """Whether the Russian state speaks through it: its media and its officials."""
        return self.source_class in ("russian-state", "russian-official")

    @property
    def why(self) -> str:
        """One line for an editor: class, owner, and the first piece of evidence."""
        parts = [in_words(self.source_class)]
        parts.append(f"owner {self.owner}" if self.owner else "owner unknown")
        if self.confidence == "low":
            parts.append("low confidence")
        if self.evidence:
            parts.append(self.evidence[0].text.rstrip("."))
        return "; ".join(parts)


def in_words(source_class: str) -> str:
    """A class as people write it: `Russian state`, `Western wire`."""
    spelt = {"igo": "organisation of states", "ngo-monitor": "monitor", "osint-social": "open-source account"}.get(source_class)
    if spelt is not None:
        return spelt
    first, *rest = source_class.split("-")
    return " ".join((first.capitalize() if first in ("russian", "ukrainian", "western") else first, *rest))


def source_of(entry: Data) -> Source:
    """An entry of the registry's files as a value."""

    def texts(field: str) -> tuple[str, ...]:
        return tuple(entry.get(field) or ())

    def flag(field: str, *, otherwise: bool) -> bool:
        value = entry.get(field)
        return otherwise if value is None else str(value).lower() == "true"

    return Source(
        id=entry["id"],
        name=entry["name"],
        source_class=entry["class"],
        owner=entry.get("owner") or None,
        chain=entry.get("chain") or None,
        country=entry.get("country") or "",
        aliases=texts("aliases") + texts("native_names"),
        domains=texts("domains"),
        telegram=texts("telegram"),
        x=texts("x"),
        confidence=entry.get("confidence") or "medium",
        verifies=flag("verifies", otherwise=False),
        corroborates=flag("corroborates", otherwise=True),
        upstream=texts("upstream"),
        evidence=tuple(_proof(proof) for proof in entry.get("evidence") or ()),
        note=entry.get("note") or "",
    )


def _proof(proof: Any) -> Proof:
    if isinstance(proof, str):
        return Proof("", proof)
    return Proof(proof.get("code", ""), proof.get("text", ""), proof.get("found"))
