"""Word lists and the source registry, from the rules folder into the analysis's hands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stancelint.analysis.knowledge import Knowledge
from stancelint.errors import DataError
from stancelint.rulebook.builtin import builtin_folder
from stancelint.rulebook.yaml_nodes import read_nodes


def builtin_rules() -> Path:
    """The folder of the built-in rules."""
    return Path(builtin_folder())


def read_lexicons(rules: Path) -> dict[str, Any]:
    """Every word list under ``lexicons/``, by file name without its ending, as plain data."""
    return {path.stem: read_nodes(path, DataError).plain() or {} for path in sorted((rules / "lexicons").glob("*.yaml"))}


def read_sources(rules: Path) -> list[dict[str, Any]]:
    """Every entry of the registry, in file order; an entry without a class takes that of its file."""
    entries: list[dict[str, Any]] = []
    for path in sorted((rules / "sources").glob("*.yaml")):
        data = read_nodes(path, DataError).plain() or {}
        entries.extend({"class": path.stem, **entry} for entry in data.get("sources", []))
    return entries


def load_knowledge(rules: Path | None = None) -> Knowledge:
    """The built-in knowledge, or that of another rules folder."""
    folder = rules or builtin_rules()
    return Knowledge(read_lexicons(folder), read_sources(folder))
