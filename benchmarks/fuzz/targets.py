"""Every target, fast ones first."""

from __future__ import annotations

from benchmarks.fuzz import caches, documents, kept_patterns, policies, rules, sources, waivers
from benchmarks.fuzz.target import Target

TARGETS: tuple[Target, ...] = (
    *caches.TARGETS,
    *kept_patterns.TARGETS,
    *waivers.TARGETS,
    *documents.TARGETS,
    *sources.TARGETS,
    *policies.TARGETS,
    *rules.TARGETS,
)


def target_of(name: str) -> Target:
    """The target of that name. Raises ``SystemExit`` with the names there are."""
    for target in TARGETS:
        if target.name == name:
            return target
    raise SystemExit(f"there is no target {name}; there are {', '.join(target.name for target in TARGETS)}")
