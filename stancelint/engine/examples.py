"""Rules tried on their own examples, through the whole engine: waivers, severities and all."""

from __future__ import annotations

from pathlib import Path

from stancelint.analysis.registry_check import OrdinaryWords, registry_problems
from stancelint.engine.lint import Linter
from stancelint.errors import RuleError
from stancelint.policy.discover import policy_for
from stancelint.policy.learned import recall
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import ActiveRule, RuleSet
from stancelint.policy.wakes import Wakes, wakes_of
from stancelint.rulebook.examples import ExampleFailure, verify_with
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import LoadedRule, read_pack, read_rule
from stancelint.rulebook.rule import build_check
from stancelint.text.document import Document
from stancelint.text.span import Region
from stancelint.text.value import Value, replace

_TODAY = "2026-11-24"  # a fixed day: an example must say the same next year


class Tried(Value):
    """What came of trying rules: how many of what, the examples that failed, and what is wrong with the registry."""

    rules: int
    examples: int
    failures: tuple[ExampleFailure, ...]
    problems: tuple[str, ...] = ()


def try_rules(paths: tuple[Path, ...], policy: Path | None) -> Tried:
    """Try the rules of those files and folders; without any, the built-in ones and the packs of the policy."""
    recall()
    rules = resolve(policy or policy_for(Path.cwd() / "draft"))
    for rule in rules.rules:
        build_check(rule)  # what is known of its phrases is not worked out again when its file is read
    loaded = _load(paths) if paths else [rule for folder in (builtin_rules(), *map(Path, rules.file.packs)) for rule in read_pack(folder)]
    failures = [failure for rule in loaded for failure in try_rule(rule, rules)]
    examples = sum(len(rule.text.examples.flag) + len(rule.text.examples.passes) for rule in loaded)
    problems = registry_problems(rules.knowledge.whole_sources(), rules.knowledge.lexicon(OrdinaryWords))
    return Tried(len(loaded), examples, tuple(failures), tuple(problems))


def try_rule(loaded: LoadedRule, rules: RuleSet) -> list[ExampleFailure]:
    """The examples that one rule fails when the engine runs it alone, at its own severity."""
    rule = loaded.rule
    known = {**{known.id: known for known in rules.rules}, rule.id: rule}
    # a waiver is judged by what the rules that it names find
    wakes = rules.wakes if rule.kind == "waiver" else Wakes(wakes_of({rule.id: build_check(rule)}))
    linter = Linter(replace(rules, rules=tuple(known.values()), wakes=wakes), today=_TODAY)
    alone = (ActiveRule(rule, rule.severity, "the rule itself"),)
    active = linter.rules.active("") if rule.kind == "waiver" else alone

    if rule.kind == "online":
        from stancelint.engine.online_told import told

        linter.answers = told(rule.parameters.get("answers", {}))

    def find(document: Document) -> list[Region]:
        judgement = linter.judge(linter.read(document, "example"), active)
        if judgement.failures:
            raise RuleError(judgement.failures[0].message, path=rule.path)
        return [Region(f.start.offset, f.end.offset) for f in judgement.findings if f.rule == rule.id]

    try:
        return verify_with(rule.id, loaded.text.examples, find)
    except RuleError as broken:
        return [ExampleFailure(rule.id, "", broken.message)]


def _load(paths: tuple[Path, ...]) -> list[LoadedRule]:
    loaded: list[LoadedRule] = []
    for path in paths:
        if path.is_dir():
            loaded.extend(read_pack(path))
        elif path.is_file():
            loaded.append(read_rule(path.absolute(), path.absolute().parent.parent))
        else:
            raise RuleError("does not exist", path=str(path), hint="name a rule file or a folder of rules")
    return loaded
