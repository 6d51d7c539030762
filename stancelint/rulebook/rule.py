"""A rule: why a thing is a fault, what to say of it, and the check that finds it. Data, written by editors."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from stancelint.finding import Severity
from stancelint.text.packed import unpack
from stancelint.text.value import Value, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.checks.base import Check


class Examples(Value):
    """Sentences (or whole small drafts) that are the rule's tests and its manual. In ``flag`` the fault is marked ``[[so]]``."""

    flag: tuple[str, ...]
    passes: tuple[str, ...]


class RuleText(Value):
    """What a rule file says to people: all that a run without findings never needs."""

    why: str
    examples: Examples
    references: tuple[str, ...] = ()
    since: str = ""
    title: str = ""
    narrative: str = ""
    notes: str = ""


class Rule(Value):
    """One rule as the engine needs it.

    ``id`` is the path of its file under the rules folder, ``family/name``. ``parameters`` is the plain data of its check, already
    validated; where the rule comes from the cache its check stands in ``proven`` instead, packed, with its phrases taken apart.
    ``path`` is its file.
    """

    id: str
    kind: str
    severity: Severity
    clause: str
    message: str
    clears: str
    path: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    proven: bytes = b""

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]


def check_class(kind: str) -> type[Check]:
    """The detector that ``check: kind`` names. Raises ``KeyError`` for a word that names none."""
    if kind not in check_kinds():
        raise KeyError(kind)
    found: type[Check] = import_module(f"stancelint.checks.{kind.replace('-', '_')}").CHECK
    return found


@cache
def check_kinds() -> tuple[str, ...]:
    """Every word that may stand after ``check:``: the modules of the checks room that hold a CHECK."""
    from pathlib import Path

    import stancelint.checks

    folder = Path(stancelint.checks.__file__ or "").parent
    modules = (path for path in sorted(folder.glob("*.py")) if not path.stem.startswith("_"))
    return tuple(path.stem.replace("_", "-") for path in modules if "\nCHECK = " in path.read_text("utf-8"))


def build_check(rule: Rule) -> Check:
    """The rule's check with its parameters."""
    if rule.proven:
        check, phrases = marshal.loads(rule.proven)
        if phrases:
            from stancelint.checks.notation import adopt

            adopt(phrases)
        made: Check = unpack(check)
        return made
    from stancelint.rulebook.convert import convert

    return convert(check_class(rule.kind), rule.parameters)
