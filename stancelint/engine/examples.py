"""A rule tried on its own examples, through the whole engine: waivers, severities and all."""

from __future__ import annotations

from stancelint.engine.lint import Linter
from stancelint.errors import RuleError
from stancelint.policy.rule_set import ActiveRule, RuleSet
from stancelint.policy.wakes import Wakes, wakes_of
from stancelint.rulebook.examples import ExampleFailure, verify_with
from stancelint.rulebook.load import LoadedRule
from stancelint.text.document import Document
from stancelint.text.span import Region
from stancelint.text.value import replace

_TODAY = "2026-11-24"  # a fixed day: an example must say the same next year


def try_rule(loaded: LoadedRule, rules: RuleSet) -> list[ExampleFailure]:
    """The examples that one rule fails when the engine runs it alone, at its own severity."""
    rule = loaded.rule
    known = {**{known.id: known for known in rules.rules}, rule.id: rule}
    # a waiver is judged by what the rules that it names find
    wakes = rules.wakes if rule.kind == "waiver" else Wakes(wakes_of({rule.id: loaded.check}))
    linter = Linter(replace(rules, rules=tuple(known.values()), wakes=wakes), today=_TODAY, checks={rule.id: loaded.check})
    alone = (ActiveRule(rule, rule.severity, "the rule itself"),)
    active = linter.rules.active("") if rule.kind == "waiver" else alone

    if rule.kind == "online":
        from stancelint.engine.online_told import told

        linter.answers = told(rule.parameters.get("answers") or {})  # `answers:` with nothing behind it

    def find(document: Document) -> list[Region]:
        judgement = linter.judge(linter.read(document, "example"), active)
        if judgement.failures:
            raise RuleError(judgement.failures[0].message, path=rule.path)
        return [Region(f.start.offset, f.end.offset) for f in judgement.findings if f.rule == rule.id]

    try:
        return verify_with(rule.id, loaded.text.examples, find)
    except RuleError as broken:
        return [ExampleFailure(rule.id, "", broken.message)]
