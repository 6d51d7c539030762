"""The policies of a run: found for each draft, resolved once, and the linters that judge by them."""

from __future__ import annotations

import os

from stancelint.engine.lint import Linter
from stancelint.engine.results import Results
from stancelint.errors import UsageError
from stancelint.policy.discover import policy_above, require_in_tree
from stancelint.policy.learned import recall
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import ActiveRule, RuleSet, require_known, selects
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from stancelint.engine.clock import Clock

    Mending = Literal["", "write", "show"]


class RunOptions(Value):
    """What a run is asked for. ``today`` is the ISO date that waivers expire against.

    ``stdin`` is the draft that stands for the path ``-``; ``stdin_filename`` names it. ``keep_source`` keeps each draft's source
    in the report, for reporters that show the whole page. ``mending`` writes fixes back, or shows what they would change;
    ``unsafe`` makes those too that may change meaning. ``jobs`` is the number of processes (0: as many as the work is worth).
    ``result_cache`` and ``rule_cache`` keep what drafts and rules came to. ``rule_text`` reads the rules' own files again, for
    reports that carry why a rule holds. ``extend_select`` adds rules to what ``select`` or the policy lets through: those too that
    the policy turns off, at their own severity. ``online`` asks every listed link; nothing else opens a connection. ``clock`` takes
    what each rule costs, in one process and with nothing taken from earlier runs' results."""

    paths: tuple[str, ...] = (".",)
    policy: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: str = ""
    stdin: bytes | None = None
    stdin_filename: str | None = None
    force_exclude: bool = False
    keep_source: bool = False
    mending: Mending = ""
    unsafe: bool = False
    baseline: str | None = None
    changed_since: str | None = None
    staged: bool = False
    jobs: int = 0
    result_cache: bool = True
    rule_cache: bool = True
    rule_text: bool = False
    debug: bool = False
    extend_select: tuple[str, ...] = ()
    online: bool = False
    clock: Clock | None = None


class Desk:
    """Knows which linter judges which draft. Policies are resolved once; so is which rules hold where."""

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        if options.rule_cache:
            recall()
        self._linters: dict[str | None, Linter] = {}
        self._active: dict[tuple[str | None, str], tuple[ActiveRule, ...]] = {}

    @property
    def linters(self) -> tuple[Linter, ...]:
        """Every linter that a draft has asked for so far."""
        return tuple(self._linters.values())

    def linter_for(self, draft: str | os.PathLike[str]) -> Linter:
        """The linter of the policy that judges the draft. Raises the errors of ``resolve``."""
        named = self._options.policy
        found = named or policy_above(os.path.dirname(os.path.abspath(draft)))
        if found not in self._linters:
            self._linters[found] = self._open(found)
        return self._linters[found]

    def _open(self, policy: str | None) -> Linter:
        if self._options.policy and policy is not None and not os.path.isfile(policy):
            raise UsageError(f"there is no policy file {policy}", hint="leave --policy out to take the nearest stancelint.yaml")
        if not self._options.policy and policy is not None:
            require_in_tree(policy)
        rules = resolve(policy, cache=self._options.rule_cache)
        for pattern in (*self._options.select, *self._options.extend_select, *self._options.ignore):
            require_known(pattern, tuple(rule.id for rule in rules.rules), UsageError, None)
        linter = Linter(rules, today=self._options.today, debug=self._options.debug)
        linter.clock = self._options.clock
        return linter

    def results(self, linter: Linter) -> Results:
        """Where the results of this linter are kept under these options; nowhere where they would not be the whole answer."""
        o = self._options
        partial = o.mending or o.keep_source or o.changed_since or o.staged or o.stdin is not None or o.online or o.clock
        whole = o.result_cache and not partial
        return Results(f"{linter.rules.key} {o.select} {o.extend_select} {o.ignore} {o.today}" if whole and linter.rules.key else "")

    def active(self, linter: Linter, path: str) -> tuple[ActiveRule, ...]:
        """The rules that hold for the draft and that the command line selects. ``path`` is relative to the policy's folder."""
        rules = linter.rules
        key = (rules.policy, path if rules.file.overrides else "")
        if key not in self._active:
            self._active[key] = tuple(rule for rule in self._held(rules, path) if self._selected(rule.rule.id))
        return self._active[key]

    def _held(self, rules: RuleSet, path: str) -> tuple[ActiveRule, ...]:
        """The policy's rules for the draft, with those that the command line turns on beyond them; in id order."""
        active, extend = rules.active(path), self._options.extend_select
        if not extend:
            return active
        held = {rule.rule.id: rule for rule in active}
        added = {
            rule.id: ActiveRule(rule, rule.severity, "--extend-select")
            for rule in rules.rules
            if rule.id not in held and any(selects(pattern, rule.id) for pattern in extend)
        }
        return tuple({**held, **added}[rule.id] for rule in rules.rules if rule.id in held or rule.id in added)

    def _selected(self, rule: str) -> bool:
        o = self._options
        if o.select and not any(selects(pattern, rule) for pattern in (*o.select, *o.extend_select)):
            return False
        return not any(selects(pattern, rule) for pattern in o.ignore)


def path_in(rules: RuleSet, path: str) -> str:
    """The draft's path relative to its policy's folder, with slashes; as given where it lies elsewhere."""
    absolute = os.path.abspath(path)
    root = rules.root.rstrip(os.sep) + os.sep
    inside = absolute[len(root) :] if absolute.startswith(root) else path
    return inside.replace(os.sep, "/")
