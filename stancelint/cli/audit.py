"""The audit of the rules, shown: ``stancelint rules --audit``."""

from __future__ import annotations

import sys
from pathlib import Path

from stancelint.cli.outcome import tell
from stancelint.policy.rule_set import RuleSet

_TITLES = {
    "never": "Phrases that nothing can match",
    "spelling": "Phrases that miss one of their own spellings",
    "astray": "Patterns that backtrack for ever",
    "unproven": "Phrases with conditions that no flagged example meets",
    "overlap": "Phrases that another rule always finds too",
}


def show_audit(rules: RuleSet, form: str) -> int:
    """Print what an audit of the built-in rules and the policy's packs finds; the exit status: 1 where a phrase cannot
    match or a pattern would not end."""
    from stancelint.rulebook.audit import FAULTS, audit
    from stancelint.rulebook.knowledge import builtin_rules
    from stancelint.rulebook.load import read_pack

    loaded = [rule for folder in (builtin_rules(), *map(Path, rules.file.packs)) for rule in read_pack(folder)]
    remarks = audit(loaded, rules.knowledge, rules.terms)
    if form == "json":
        import json

        listed = [{"rule": r.rule, "kind": r.kind, "phrase": r.phrase, "message": r.said} for r in remarks]
        json.dump({"schema": "stancelint/1", "remarks": listed}, sys.stdout, indent=1)
        tell("")
    else:
        for kind, title in _TITLES.items():
            found = [remark for remark in remarks if remark.kind == kind]
            if found:
                tell(f"{title}\n" + "".join(f"  {r.rule}: “{_short(r.phrase)}” {r.said}\n" for r in found))
        faults = sum(remark.kind in FAULTS for remark in remarks)
        tell(f"{len(loaded)} rules, {faults} faults, {len(remarks) - faults} remarks")
    return 1 if any(remark.kind in FAULTS for remark in remarks) else 0


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= 72 else phrase[:71] + "…"
