"""Rule files to rules: read, validated against their check, with the place of every mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stancelint.checks.base import Check
from stancelint.errors import RuleError
from stancelint.finding import SEVERITIES, Severity
from stancelint.rulebook.convert import MisfitError, convert, nearest
from stancelint.rulebook.rule import Examples, Rule, RuleText, check_class, check_kinds
from stancelint.rulebook.yaml_nodes import Node, locate, read_nodes
from stancelint.text.patterns import lazy
from stancelint.text.value import Value, names_of

NOT_RULES = frozenset({"lexicons", "sources", "policies"})
_ID = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_MIN_EXAMPLES = 2


class RuleHead(Value):
    """The keys that every rule file has, whichever check it names."""

    check: str
    severity: Severity
    clause: str
    message: str
    why: str
    clears: str
    examples: dict[str, tuple[str, ...]]
    references: tuple[str, ...] = ()
    since: str = ""
    title: str = ""
    narrative: str = ""
    notes: str = ""


_HEAD = frozenset(names_of(RuleHead))


class LoadedRule(Value):
    """A rule with its text, the file's nodes for errors that are found later, and the check that its parameters make."""

    rule: Rule
    text: RuleText
    node: Node
    check: Check


def read_pack(folder: Path) -> list[LoadedRule]:
    """Every rule of a folder, in path order. Raises ``RuleError`` at the first that is malformed."""
    return [read_rule(path, folder) for path in pack_files(folder)]


def pack_files(folder: Path) -> list[Path]:
    """The rule files of a folder, in path order. Raises ``RuleError`` for what is no folder, and for a link that leads out of it."""
    if not folder.is_dir():
        raise RuleError("is not a folder of rules", path=str(folder), hint="a pack is a folder of family/name.yaml files")
    files = []
    for path in sorted(folder.rglob("*.yaml")):
        parts = path.relative_to(folder).parts
        if parts[0] in NOT_RULES or any(part.startswith(".") for part in parts):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            raise RuleError("is a link that leads out of the pack", path=str(path), hint="copy the rule into the pack")
        files.append(path)
    return files


def rule_id(path: Path, folder: Path) -> str:
    """The id of a rule file: its path under the folder. Raises ``RuleError`` for a path that is no id."""
    found = path.relative_to(folder).with_suffix("").as_posix()
    if not _ID.fullmatch(found):
        raise RuleError(
            f"“{found}” cannot be a rule's id", path=str(path), hint="use family/name.yaml in lower case, words joined by hyphens"
        )
    return found


def read_rule(path: Path, folder: Path) -> LoadedRule:
    """One rule file, validated. Raises ``RuleError`` with file, line, column, what was expected and the nearest spelling."""
    identity = rule_id(path, folder)
    node = read_nodes(path, RuleError)
    data = node.plain()
    if not isinstance(data, dict):
        raise RuleError("a rule is “name: value” lines", path=str(path), line=node.line, hint="see `stancelint schema rule`")
    try:
        _refuse_unknown(data)
        head = convert(RuleHead, {key: value for key, value in data.items() if key in _HEAD})
        parameters = {key: value for key, value in data.items() if key not in _HEAD}
        check = _check(head.check, parameters)
        _refuse_stronger(check, head.severity)
        examples = _examples(head.examples)
    except MisfitError as misfit:
        line, column = locate(node, misfit.path, at_key=misfit.at_key)
        raise RuleError(misfit.message, path=str(path), line=line, column=column, hint=misfit.hint) from None
    rule = Rule(identity, head.check, head.severity, head.clause, head.message, head.clears, str(path), parameters)
    text = RuleText(head.why, examples, head.references, head.since, head.title, head.narrative, head.notes)
    return LoadedRule(rule, text, node, check)


def _refuse_unknown(data: dict[str, Any]) -> None:
    # first of all, because a key that is misspelt is also a key that is missing, and the spelling is what helps
    kind = data.get("check")
    known = [*_HEAD, *(names_of(check_class(kind)) if kind in check_kinds() else ())]
    for key in data:
        if key not in known and (kind in check_kinds() or nearest(key, _HEAD)):
            meant = nearest(key, known)
            hint = f"did you mean “{meant}”?" if meant else f"the check “{kind}” knows {', '.join(known[len(_HEAD) :]) or 'no parameters'}"
            raise MisfitError((key,), f"unknown key “{key}”", hint, at_key=True)


def _check(kind: str, parameters: dict[str, Any]) -> Check:
    if kind not in check_kinds():
        meant = nearest(kind, check_kinds())
        hint = f"did you mean “{meant}”?" if meant else f"checks are {', '.join(check_kinds())}"
        raise MisfitError(("check",), f"there is no check “{kind}”", hint)
    return convert(check_class(kind), parameters)


def _refuse_stronger(check: Check, severity: Severity) -> None:
    # the strongest group has the rule's severity and the others are that much weaker: one above it would lower all others
    for i, group in enumerate(getattr(check, "phrases", ())):
        if group.severity is not None and SEVERITIES[group.severity] > severity:
            said = f"a group's “{group.severity}” is above the rule's own severity, “{severity.word}”"
            raise MisfitError(("phrases", i, "severity"), said, "raise the rule's severity, or lower the group's")


def _examples(written: dict[str, tuple[str, ...]]) -> Examples:
    for key in written:
        if key not in ("flag", "pass"):
            raise MisfitError(("examples", key), f"unknown key “{key}”", "examples are under flag and pass", at_key=True)
    for key in ("flag", "pass"):
        if len(written.get(key, ())) < _MIN_EXAMPLES:
            raise MisfitError(
                ("examples",), f"expected at least {_MIN_EXAMPLES} examples under “{key}”, found {len(written.get(key, ()))}", at_key=True
            )
    for i, example in enumerate(written["flag"]):
        if "[[" not in example:
            raise MisfitError(("examples", "flag", i), "no words are marked", "put [[double brackets]] around what the rule flags")
    return Examples(written["flag"], written["pass"])
