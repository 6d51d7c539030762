"""A rules folder of one rule, two sources and a short policy, for targets that read every rule anew at each execution."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from stancelint.checks.distance import DistanceLexicon
from stancelint.checks.laundering import LaunderingLexicon
from stancelint.rulebook.knowledge import builtin_rules, read_lexicons

_RULE = """\
check: phrase
severity: warning
clause: house-style
message: "“{match}” is a cliché of our own."
why: Readers know it.
clears: Say what is grown.
phrases: [breadbasket]
examples:
  flag: ["the [[breadbasket]]", "a [[breadbasket]]"]
  pass: ["a basket", "bread"]
"""
_SOURCES = """\
sources:
  - {id: kyiv-wire, name: The Kyiv Wire, owner: A, aliases: [KW], domains: [kw.example], telegram: [kw], evidence: [{code: KNOWN, text: t}]}
  - {id: other, name: Other Desk, chain: c, country: UA, common_word_aliases: [Desk], x: [od], domains: [od.example/news]}
"""
_POLICY = """\
clauses: {house-style: We write names as their bearers do., stance: We say whose war it is.}
leading: [ukrainian-official, western-wire]
sections: {provenance: {titles: [Sources]}, contested: {titles: [What remains contested], settled: [Bucha]}, stance: {text: We hold this.}}
"""
_READERS = ("stancelint.policy.compile", "stancelint.policy.read")


def built(folder: Path) -> Path:
    """Write the small rules folder."""
    for name, text in (
        ("framing/breadbasket.yaml", _RULE),
        ("sources/western-media.yaml", _SOURCES),
        ("policies/default.yaml", _POLICY),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@cache
def lexicons() -> dict[str, Any]:
    """The word lists that no rule set is made without, read once."""
    held = read_lexicons(builtin_rules())
    return {kind.name: held[kind.name] for kind in (DistanceLexicon, LaunderingLexicon)}


@contextmanager
def living_in(folder: Path) -> Iterator[None]:
    """While it holds, the tool takes ``folder`` for its built-in rules, and does not look whether files changed."""
    with ExitStack() as held:
        held.enter_context(patch("stancelint.policy.compiled._marks", lambda *_: ()))
        held.enter_context(patch("stancelint.policy.compile.read_lexicons", lambda _: lexicons()))
        for name in ("compile.prepared", "prepared.prepared_policy"):  # what the package brings compiled is of the whole house
            held.enter_context(patch(f"stancelint.policy.{name}", lambda: None))
        for module in _READERS:
            held.enter_context(patch(f"{module}.builtin_rules", lambda: folder))
        yield
