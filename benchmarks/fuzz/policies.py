"""A desk's policy file: a told error with its place, or a rule set by which a draft can be judged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from benchmarks.fuzz.documents import linter, rules_for
from benchmarks.fuzz.small_house import built, living_in
from benchmarks.fuzz.target import Target, scratch
from stancelint.engine.lint import Linter
from stancelint.engine.walk import excluded_by
from stancelint.errors import StancelintError
from stancelint.policy.policy import PolicyFile
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import RuleSet
from stancelint.readers import read
from stancelint.text.value import names_of, replace

_DRAFT = b"""\
---
desk: war
---

# Night in Odessa

Russian drones killed 12 people in Kiev on 2 May 2026, TASS said. Bucha was staged, the Kremlin claimed.

## Sources

- https://t.me/kpszsu/1 (1 May 2026)
- [TASS](https://tass.com/a/1), Russian state

## What remains contested

Whether the depot was hit.
"""


@cache
def desk() -> tuple[Path, Path]:
    """The small rules folder, and a desk's folder with what a policy may name."""
    root = scratch()
    place = root / "desk-of-ours"
    (place / "desk" / "rules").mkdir(parents=True)
    (place / "desk" / "sources.yaml").write_text("sources: [{id: ours, name: Ours, class: western-media}]\n", "utf-8")
    (place / "house.yaml").write_text("rules: {framing/*: info}\n", "utf-8")
    return built(root / "rules"), place


def policy(data: bytes) -> None:
    """A policy file of those bytes, beside the files that it may name."""
    rules, place = desk()
    path = place / "stancelint.yaml"
    path.write_bytes(data)
    with living_in(rules):
        try:
            found = resolve(path, cache=False)
        except StancelintError:
            return
    _judge_by(found, place)


def _judge_by(found: RuleSet, place: Path) -> None:
    found.active("a/b.md")
    excluded_by(place / "a" / "b.md", place, found.file.exclude)
    # the rules of the real house, under the terms of this policy
    real = linter()
    judge = Linter(replace(real.rules, file=found.file, terms=found.terms), today="2026-11-24", debug=True)
    judge.judge(judge.read(read(_DRAFT, "a.md"), "a/b.md"), rules_for("a/b.md"))


TARGETS = (
    Target(
        "policies",
        policy,
        (
            b"name: Ours\nextends: [default, house.yaml]\nrules: {framing/*: off, framing/breadbasket: {severity: error}}\n",
            b"sources: [desk/sources.yaml]\npacks: desk/rules\nexclude: [old/**]\nmax_bytes: 1_000\nfail_on: warning\n",
            b"overrides:\n  - {paths: ['a/**'], rules: {framing: info}}\napplies_when: {front_matter: {desk: war}, subject: [Kiev]}\n",
            b"sections:\n  provenance: {titles: [Sources], min_entries: 9, link_max_age_days: 3}\n  contested: {settled: [Bucha]}\n",
            b"sections: {stance: {text: We hold this., tolerance: 0.5}}\nleading: [western-wire]\nstate_share: 0.1\nsince: 2026-01-01\n",
        ),
        tuple(f"{name}: " for name in names_of(PolicyFile)),
    ),
)
