"""What a shell offers where a rule is to be named: ids and families, as the nearest policy knows them."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.errors import StancelintError


def rule_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The rules that begin with what is typed. Of ids joined by commas the last is completed. Silent where a policy is broken."""
    from stancelint.policy.discover import policy_for
    from stancelint.policy.resolve import resolve

    named = ctx.params.get("policy")
    try:
        rules = resolve(Path(named) if named else policy_for(Path.cwd() / "draft")).rules
    except (StancelintError, OSError):
        return []
    before, comma, typed = incomplete.rpartition(",") if param.multiple else ("", "", incomplete)
    families = sorted({rule.family for rule in rules}) if param.multiple else []
    return [f"{before}{comma}{name}" for name in (*families, *(rule.id for rule in rules)) if name.startswith(typed)]
