"""``stancelint schema``: the JSON Schema of a policy, a rule or the output, for editors that complete and check YAML."""

from __future__ import annotations

import sys
from typing import Any

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["policy", "rule", "output"]), default="policy")
def command(what: str) -> int:
    """Print the JSON Schema of a policy file, a rule file or the JSON output.

    \b
    Examples:
      stancelint schema rule > rule.schema.json
    """
    import json

    json.dump(_schema(what), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
    return 0


def _schema(what: str) -> dict[str, Any]:
    from stancelint.rulebook.schema import DIALECT, rule_schema, schema_of

    if what == "rule":
        return rule_schema()
    if what == "policy":
        from stancelint.policy.policy import PolicyFile

        return {"$schema": DIALECT, "title": "A policy of stancelint", **schema_of(PolicyFile)}
    from stancelint.reporters.output_schema import output_schema

    return {"$schema": DIALECT, **output_schema()}
