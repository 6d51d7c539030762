"""The policy resolved: every rule that holds for a draft, with the severity it has there and who set it."""

from __future__ import annotations

from fnmatch import fnmatchcase

from stancelint.analysis.terms import Terms
from stancelint.errors import StancelintError
from stancelint.finding import SEVERITIES, Severity
from stancelint.policy.policy import AppliesWhen, PolicyFile, RuleSetting
from stancelint.rulebook.rule import Rule
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.knowledge import Knowledge
    from stancelint.policy.wakes import Wakes


class ActiveRule(Value):
    """A rule that holds, the severity the policy gives it, and which file (or ``rule``) set that."""

    rule: Rule
    severity: Severity
    set_by: str


class RuleSet(Value):
    """All that judging a draft needs, frozen: rules, terms, clauses, knowledge. Shared by the drafts of a run.

    ``wakes`` is made of these very rules: what it does not know of a phrase check finds nothing. ``policy`` is the file that was found
    (None: built in). ``root`` is the folder that path globs are relative to."""

    policy: str | None
    root: str
    file: PolicyFile
    terms: Terms
    rules: tuple[Rule, ...]
    wakes: Wakes
    setters: dict[str, str]
    knowledge: Knowledge
    key: str = ""

    @property
    def clauses(self) -> dict[str, str]:
        """The stated policy, clause by clause."""
        return self.file.clauses

    @property
    def fail_on(self) -> Severity:
        """The level at which a finding fails a run."""
        return self.file.fail_on

    def active(self, path: str) -> tuple[ActiveRule, ...]:
        """The rules that hold for the draft at ``path`` (relative to ``root``, with slashes), in id order."""
        settings, setters = self._settings(path)
        held = (activate(rule, settings, setters) for rule in self.rules)
        return tuple(rule for rule in held if rule is not None)

    def standing(self, rule: Rule, path: str) -> tuple[str, str]:
        """How the rule stands for the draft at ``path``: its level, or ``off``, and which file (or the rule itself) set that."""
        return _standing(rule, *self._settings(path))

    def _settings(self, path: str) -> tuple[dict[str, RuleSetting], dict[str, str]]:
        """What is set for the draft at ``path``, overrides last, and by whom."""
        settings = dict(self.file.rules)
        setters = dict(self.setters)
        for override in self.file.overrides:
            if any(matches(path, glob) for glob in override.paths):
                settings = {**{k: v for k, v in settings.items() if k not in override.rules}, **override.rules}
                setters.update(
                    dict.fromkeys(override.rules, f"{self.policy or 'built-in policy'} (overrides for {', '.join(override.paths)})")
                )
        return settings, setters


def activate(rule: Rule, settings: dict[str, RuleSetting], setters: dict[str, str]) -> ActiveRule | None:
    """The rule under those settings; None where it is off. An id outweighs a glob or family; of equals the last written holds."""
    level, set_by = _standing(rule, settings, setters)
    return None if level == "off" else ActiveRule(rule, SEVERITIES[level], set_by)


def _standing(rule: Rule, settings: dict[str, RuleSetting], setters: dict[str, str]) -> tuple[str, str]:
    level, set_by, weight = rule.severity.word, "the rule itself", 0
    for pattern, setting in settings.items():
        exact = pattern == rule.id
        if (2 if exact else 1) >= weight and selects(pattern, rule.id):
            level, set_by, weight = setting.severity, setters.get(pattern, "the policy"), 2 if exact else 1
    return level, set_by


def selects(pattern: str, rule_id: str) -> bool:
    """Whether ``pattern`` (an id, a family or a glob) names the rule."""
    if "*" in pattern or "?" in pattern:
        return fnmatchcase(rule_id, pattern)
    return pattern in (rule_id, rule_id.partition("/")[0])


def require_known(pattern: str, ids: tuple[str, ...], error: type[StancelintError], path: str | None) -> None:
    """Raises ``error`` where the pattern names no rule, with the nearest spelling."""
    if any(selects(pattern, rule) for rule in ids):
        return
    families = {rule.partition("/")[0] for rule in ids}
    from stancelint.rulebook.convert import nearest

    meant = nearest(pattern, [*ids, *families])
    hint = f"did you mean “{meant}”?" if meant else "see `stancelint rules`"
    raise error(f"“{pattern}” names no rule", path=path, hint=hint)


def matches(path: str, glob: str) -> bool:
    """Whether a path with slashes matches a glob in which ``**`` crosses folders and ``*`` does not."""
    return _match(tuple(path.split("/")), tuple(glob.strip("/").split("/")))


def _match(path: tuple[str, ...], glob: tuple[str, ...]) -> bool:
    # row by row, so that `**/**/**` costs no more than its length times the path's
    row = [True] + [False] * len(path)
    for part in glob:
        if part == "**":
            for i in range(len(path)):
                row[i + 1] = row[i + 1] or row[i]
        else:
            row = [False] + [row[i] and fnmatchcase(path[i], part) for i in range(len(path))]
    return row[-1]


def owes_sections(when: AppliesWhen, path: str, front_matter: dict[str, str], words: frozenset[str]) -> bool:
    """Whether a draft owes the sections. ``words`` are the draft's words in lower case."""
    if when.paths and not any(matches(path, glob) for glob in when.paths):
        return False
    for name, values in when.front_matter.items():
        if front_matter.get(name, "").casefold() not in {value.casefold() for value in values}:
            return False
    return not when.subject or any(word.casefold() in words for word in when.subject)
