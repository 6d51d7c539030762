"""``stancelint sources``: who a name, a handle or an address is, and why the registry says so."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.analysis.registry import Registry
from stancelint.analysis.source import Source
from stancelint.cli.outcome import tell
from stancelint.errors import UsageError
from stancelint.policy.discover import policy_for
from stancelint.policy.resolve import resolve


@click.command("sources")
@click.argument("name", required=False, metavar="[NAME-OR-URL]")
@click.option("--policy", metavar="FILE", help="With this policy's own sources.")
def command(name: str | None, policy: str | None) -> int:
    """Look a source up: its class, its owner, and why. Without a name, count the registry by class.

    \b
    Examples:
      stancelint sources TASS
      stancelint sources https://t.me/rybar/12345
    """
    rules = resolve(Path(policy) if policy else policy_for(Path.cwd() / "draft"))
    registry = rules.knowledge.registry
    if name is None:
        _count(registry)
        return 0
    found = _find(registry, name)
    if found is None:
        near = registry.suggest(name)
        raise UsageError(
            f"the registry knows no “{name}”",
            hint=f"near it: {', '.join(near)}" if near else "a desk adds its own: `sources:` in its policy",
        )
    _show(registry, found)
    return 0


def _find(registry: Registry, name: str) -> Source | None:
    if "://" in name or "." in name.split("/")[0]:
        return registry.by_url(name if "://" in name else f"https://{name}") or registry.by_name(name, in_context=True)
    if name.startswith("@"):
        return registry.by_handle(name)
    if name in registry.ids:
        return registry.by_id(name)
    return registry.by_name(name, in_context=True) or registry.by_handle(name)


def _show(registry: Registry, source: Source) -> None:
    lines = {
        "id": source.id,
        "class": source.source_class,
        "owner": source.owner or "unknown (never evidence of independence)",
        "counts with": registry.key(source.id),
        "chain of command": source.chain or "",
        "country": source.country,
        "also called": ", ".join(source.aliases),
        "domains": ", ".join(source.domains),
        "on Telegram": ", ".join(source.telegram),
        "on X": ", ".join(source.x),
        "verifies counts": "person by person" if source.verifies else "",
        "confidence": source.confidence,
        "note": source.note,
    }
    tell(source.name)
    for label, value in lines.items():
        if value:
            tell(f"  {label:16} {value}")
    for proof in source.evidence:
        tell(f"  {'why':16} {proof.text}" + (f" [{proof.found}]" if proof.found else ""))


def _count(registry: Registry) -> None:
    counts: dict[str, int] = {}
    for name in registry.ids:
        found = registry.by_id(name).source_class
        counts[found] = counts.get(found, 0) + 1
    for found, count in sorted(counts.items()):
        tell(f"{count:5} {found}")
    tell(f"{sum(counts.values()):5} in all")
