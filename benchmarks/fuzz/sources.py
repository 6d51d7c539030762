"""A desk's own sources: a told error, or a registry that answers every question about every entry."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from benchmarks.fuzz.small_house import built, living_in
from benchmarks.fuzz.target import Target, scratch
from stancelint.analysis.registry import Registry
from stancelint.analysis.registry_check import OrdinaryWords, registry_problems
from stancelint.errors import StancelintError
from stancelint.policy.resolve import resolve
from stancelint.rulebook.source_file import ProofEntry, SourceEntry
from stancelint.text.value import names_of


@cache
def desk() -> tuple[Path, Path]:
    """The small rules folder, and the desk's policy, which names the file that is fuzzed."""
    root = scratch()
    place = root / "desk-of-ours"
    place.mkdir()
    (place / "stancelint.yaml").write_text("sources: [sources.yaml]\n", "utf-8")
    return built(root / "rules"), place / "stancelint.yaml"


def sources(data: bytes) -> None:
    """A registry file of those bytes."""
    rules, policy = desk()
    (policy.parent / "sources.yaml").write_bytes(data)
    with living_in(rules):
        try:
            found = resolve(policy, cache=False)
        except StancelintError:
            return
    registry = found.knowledge.registry
    for name in registry.ids:
        _ask(registry, name)
    for _ in registry_problems(found.knowledge.whole_sources(), OrdinaryWords(frozenset({"desk"}))):
        pass
    registry.suggest("The Kyiv Wire")


def _ask(registry: Registry, name: str) -> None:
    source = registry.by_id(name)
    assert source.id == name
    assert source.why
    registry.key(name)
    assert source.leads((source.source_class,))
    for called in (source.name, *source.aliases):
        registry.by_name(called)
        registry.by_name(f"the {called}’s", in_context=True)
    for domain in source.domains:
        with suppress(StancelintError):
            registry.by_url(f"https://www.{domain}/a")
        registry.by_brand(domain)
    for handle in (*source.telegram, *source.x):
        registry.by_handle(handle)
        registry.by_url(f"https://t.me/s/{handle}")


TARGETS = (
    Target(
        "sources",
        sources,
        (
            b"sources:\n  - id: ours\n    name: Our Desk\n    class: western-media\n    aliases: [OD]\n    domains: [od.example]\n",
            b"sources:\n- {id: mil, name: Ministry of War, class: russian-official, chain: mod, telegram: [mil], verifies: 'true'}\n",
            b"sources:\n- {id: kyiv-wire, name: KW, class: western-wire, evidence: [{code: A, text: b, found: c}, plain], note: n}\n",
            "sources: [{id: a, name: Служба, class: ukrainian-official, native_names: [Ї], x: [a_b], corroborates: no}]".encode(),
        ),
        tuple(f"{key}: " for key in (*names_of(SourceEntry), *names_of(ProofEntry), "class")),
    ),
)
