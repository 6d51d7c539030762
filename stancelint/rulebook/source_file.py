"""A desk's own file of sources: every entry held to the registry's keys, with the place of every mistake."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from stancelint.analysis.links import plain_host
from stancelint.errors import DataError
from stancelint.rulebook.convert import MisfitError, convert
from stancelint.rulebook.yaml_nodes import locate, read_nodes
from stancelint.text.value import Value, names_of

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HINT = "a list under `sources:`, each entry with at least id, name and class"


class ProofEntry(Value):
    """Why an entry is what it is. One sentence may stand for the whole."""

    text: str = ""
    code: str = ""
    found: str = ""

    @classmethod
    def from_text(cls, text: str) -> ProofEntry:
        """The short form, a sentence."""
        return cls(text)


class SourceEntry(Value):
    """One entry, all but its class (a word that no field may be called); the keys are those of ``rules/sources/README.md``."""

    id: str
    name: str
    owner: str = ""
    chain: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    native_names: tuple[str, ...] = ()
    common_word_aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    telegram: tuple[str, ...] = ()
    x: tuple[str, ...] = ()
    unchecked_handles: tuple[str, ...] = ()
    confidence: Literal["high", "medium", "low"] = "medium"
    verifies: bool = False
    corroborates: bool = True
    upstream: tuple[str, ...] = ()
    evidence: tuple[ProofEntry, ...] = ()
    note: str = ""


def read_source_file(path: Path) -> list[dict[str, Any]]:
    """The entries of a desk's file as the registry takes them: plain data, each value of the kind that its key asks for.

    Raises ``DataError`` with file, line, column and what was expected."""
    node = read_nodes(path, DataError)
    data = node.plain()
    listed = data.get("sources") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not all(isinstance(entry, dict) and {"id", "name", "class"} <= entry.keys() for entry in listed):
        raise DataError("is not a list of sources", path=str(path), hint=_HINT)
    try:
        return [_entry(entry, ("sources", i)) for i, entry in enumerate(listed)]
    except MisfitError as misfit:
        line, column = locate(node, misfit.path, at_key=misfit.at_key)
        raise DataError(misfit.message, path=str(path), line=line, column=column, hint=misfit.hint) from None


def _entry(written: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    source_class = convert(str, written["class"], (*path, "class"))
    entry = convert(SourceEntry, {key: held for key, held in written.items() if key != "class"}, path)
    for key in ("id", "name"):
        if not getattr(entry, key).strip():
            raise MisfitError((*path, key), f"“{key}” is empty")
    for i, domain in enumerate(entry.domains):
        if not _DOMAIN.fullmatch(plain_host(domain.partition("/")[0])):
            raise MisfitError((*path, "domains", i), f"“{domain}” is no domain", "write it as desk.example, or desk.example/news")
    plain = {name: getattr(entry, name) for name in names_of(SourceEntry)}
    proofs = [{name: getattr(proof, name) for name in names_of(ProofEntry) if getattr(proof, name)} for proof in entry.evidence]
    return {"class": source_class, **plain, "evidence": proofs}
