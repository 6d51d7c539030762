"""A rule file, and the notation of its phrases: a told error with its place, or a rule that can be tried, audited and run."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from benchmarks.fuzz.documents import linter
from benchmarks.fuzz.target import Target, choose, scratch
from stancelint.checks import notation
from stancelint.engine.examples import try_rule
from stancelint.errors import RuleError
from stancelint.rulebook.audit import audit
from stancelint.rulebook.examples import verify
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import RuleHead, read_rule
from stancelint.rulebook.rule import check_class, check_kinds
from stancelint.text.value import names_of

_HEAD = b"""\
severity: warning
clause: house-style
message: "{match} of {suggest}"
why: w
clears: c
examples:
  flag: ["Kiev fell to the [[Kiev regime]].", "a [[Kiev]] tram said TASS"]
  pass: ["12 killed in Odessa", "no"]
"""


@cache
def _words() -> tuple[str, ...]:
    keys = dict.fromkeys([*names_of(RuleHead), *(name for kind in check_kinds() for name in names_of(check_class(kind)))])
    return (*(f"{key}: " for key in keys), *check_kinds())


@cache
def _folder() -> Path:
    folder = scratch()
    (folder / "desk").mkdir()
    return folder


def rule(data: bytes) -> None:
    """A rule file: those bytes alone, or after a head that is whole."""
    head, given = choose(data, (_HEAD, b""))
    path = _folder() / "desk" / "rule.yaml"
    path.write_bytes(head + given)
    try:
        loaded = read_rule(path, _folder())
        verify(loaded.rule, loaded.text.examples, linter().rules.knowledge, linter().rules.terms)
        broken = [failure.said for failure in try_rule(loaded, linter().rules) if " broke: " in failure.said]
        assert not broken, broken[0]
        audit([loaded], linter().rules.knowledge, linter().rules.terms)
    except RuleError:
        return


_SETS = {"kyiv": ("Kyiv", "Kiev"), "coup": ("coup", "coup d'état")}


def phrase(data: bytes) -> None:
    """A phrase and a text, cut at the first line end: where the phrase is found, a word of each group that it needs stands."""
    written, _, text = data.decode("utf-8", "replace").partition("\n")
    if notation.fault(written, frozenset(_SETS)):
        return
    folded = text.lower()
    groups = notation.required(written)
    for hit in notation.pattern(written, _SETS).finditer(folded):
        words = set(re.findall(r"[^\W_]+", folded))
        for group in groups:
            assert any(word in words for word in group), f"{hit.group()!r} was found without any of {sorted(group)}"
    notation._worked_out.clear()
    notation._compiled.clear()
    notation._source.cache_clear()


def _seeds() -> tuple[bytes, ...]:
    """The parameters of one of our own rules for each check, cut to what an input may be long."""
    found: dict[str, bytes] = {}
    for path in sorted(builtin_rules().glob("*/*.yaml")):
        text = path.read_text("utf-8")
        kind = re.search(r"^check: (.*)$", text, re.MULTILINE)
        if kind is None or kind[1] in found:
            continue
        blocks = re.findall(r"^[a-z_]+:.*\n(?:[ #-].*\n|\n)*", text, re.MULTILINE)
        own = "".join(block for block in blocks if block.partition(":")[0] not in names_of(RuleHead))
        found[kind[1]] = f"0check: {kind[1]}\n{own}".encode()[:350].rpartition(b"\n")[0] + b"\n"
    return (*found.values(), b"0check: pattern\npatterns: ['Kiev \\w+']\nwakes: [kiev]\n", b"1" + _HEAD[:200])


TARGETS = (
    Target(
        "rules-phrases",
        phrase,
        (
            b"liberat(e|es|ed|ing)\nThey liberated it.",
            b"(neo-|)(nazi|fascist) <2>(regime|state)\na Neo-Nazi and bad regime",
            "{kyiv} people's coup-d'état\nKyiv people’s coup d’état".encode(),
        ),
        longest=120,
    ),
    Target("rules", rule, _seeds(), _words(), longest=400),
)
