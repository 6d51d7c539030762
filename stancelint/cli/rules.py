"""``stancelint rules``: every rule and its state under this policy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from stancelint.cli.audit import show_audit
from stancelint.cli.outcome import tell
from stancelint.policy.discover import policy_for
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import RuleSet


@click.command("rules")
@click.option("--policy", metavar="FILE", help="List under this policy instead of the nearest stancelint.yaml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.option("--clauses", is_flag=True, help="The policy clause by clause, with the rules that enforce each.")
@click.option("--audit", "audited", is_flag=True, help="Phrases that cannot match or that two rules find, unproven ones; endless patterns.")
def command(policy: str | None, form: str, clauses: bool, audited: bool) -> int:
    """List the rules and their state under this policy.

    With --audit, exit 1 where a phrase cannot match as it is written, or a pattern would backtrack for ever.

    \b
    Examples:
      stancelint rules
      stancelint rules --clauses
      stancelint rules --audit
    """
    rules = resolve(Path(policy) if policy else policy_for(Path.cwd() / "draft"))
    if audited:
        return show_audit(rules, form)
    listed = _listed(rules)
    if form == "json":
        import json

        json.dump(
            {"schema": "stancelint/1", "policy": rules.policy, "clauses": rules.clauses, "rules": listed},
            sys.stdout,
            indent=1,
        )
        tell("")
    elif clauses:
        _show_clauses(rules, listed)
    else:
        for rule in listed:
            tell(f"{rule['severity']:8} {rule['id']:44} {rule['clause']}")
        tell(f"{len(listed)} rules, {sum(rule['severity'] == 'off' for rule in listed)} off")
    return 0


def _listed(rules: RuleSet) -> list[dict[str, Any]]:
    listed = []
    for rule in rules.rules:
        level, set_by = rules.standing(rule, "")
        listed.append(
            {
                "id": rule.id,
                "severity": level,
                "set_by": set_by,
                "clause": rule.clause,
                "check": rule.kind,
                "message": rule.message,
                "path": rule.path,
            }
        )
    return listed


def _show_clauses(rules: RuleSet, listed: list[dict[str, Any]]) -> None:
    """The policy as Markdown, so that the same text can be the publication's own page."""
    tell(f"# {rules.file.name or 'Policy'}\n")
    for name, text in rules.clauses.items():
        tell(f"## {name}\n\n> {text}\n")
        enforcing = [rule for rule in listed if rule["clause"] == name]
        for rule in enforcing:
            tell(f"- `{rule['id']}` ({rule['severity']})")
        tell("" if enforcing else "Nothing enforces this clause.\n")
