"""``stancelint explain``: one rule's page, from its own file."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from stancelint.cli.completing import rule_ids
from stancelint.cli.outcome import tell
from stancelint.errors import UsageError
from stancelint.policy.discover import policy_for
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import RuleSet, require_known
from stancelint.rulebook.load import LoadedRule, read_rule
from stancelint.rulebook.rule import Rule

_WIDTH = 96


@click.command("explain")
@click.argument("rule", shell_complete=rule_ids)
@click.option("--policy", metavar="FILE", help="Explain under this policy instead of the nearest stancelint.yaml.")
@click.option("--for", "draft", metavar="FILE", help="Say which file set the severity for this draft.")
def command(rule: str, policy: str | None, draft: str | None) -> int:
    """Show one rule: what, why, the clause of the policy, examples, what clears it, and which file set its severity.

    \b
    Examples:
      stancelint explain casualty/unattributed
      stancelint explain style/ukrainian-names --for opinion/column.md
    """
    at = Path(draft) if draft else Path.cwd() / "draft"
    rules = resolve(Path(policy) if policy else policy_for(at))
    require_known(rule, tuple(known.id for known in rules.rules), UsageError, None)
    found = next((known for known in rules.rules if known.id == rule), None)
    if found is None:
        family = [known.id for known in rules.rules if known.family == rule]
        raise UsageError(f"“{rule}” is a family", hint=f"name one of its rules: {', '.join(family)}")
    tell(_page(found, rules, at, named=draft))
    return 0


def _page(rule: Rule, rules: RuleSet, draft: Path, *, named: str | None) -> str:
    path = Path(rule.path)
    loaded = read_rule(path, path.parent.parent)
    return "\n".join([*_head(rule, rules, draft, named), *_body(rule, loaded, rules), *_examples(loaded), *_foot(loaded)])


def _head(rule: Rule, rules: RuleSet, draft: Path, named: str | None) -> list[str]:
    from stancelint.engine.desk import path_in

    level, set_by = rules.standing(rule, path_in(rules, str(draft)))
    where = f" for {named}" if named else ""
    return [rule.id, "=" * len(rule.id), f"severity{where}: {level}, set by {set_by}", ""]


def _body(rule: Rule, loaded: LoadedRule, rules: RuleSet) -> list[str]:
    parts = {
        "What it says": rule.message,
        "Why": loaded.text.why,
        f"Clause of the policy ({rule.clause})": rules.clauses.get(rule.clause, ""),
        "What clears it": rule.clears,
        "Notes": loaded.text.notes,
    }
    return [line for title, text in parts.items() if text for line in (title, *_wrapped(text), "")]


def _examples(loaded: LoadedRule) -> list[str]:
    lines = ["Flagged (the marked words)"]
    lines += [line for example in loaded.text.examples.flag for line in _wrapped(example, bullet="✗ ")]
    lines += ["", "Not flagged"]
    lines += [line for example in loaded.text.examples.passes for line in _wrapped(example, bullet="✓ ")]
    return [*lines, ""]


def _foot(loaded: LoadedRule) -> list[str]:
    lines = [f"Reference: {reference}" for reference in loaded.text.references]
    return [*lines, f"Since {loaded.text.since}" if loaded.text.since else "", f"File: {loaded.rule.path}"]


def _wrapped(text: str, bullet: str = "") -> list[str]:
    first, rest = f"  {bullet}", "  " + " " * len(bullet)
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        lines += textwrap.wrap(paragraph, _WIDTH, initial_indent=first if not lines else rest, subsequent_indent=rest) or [""]
    return lines
