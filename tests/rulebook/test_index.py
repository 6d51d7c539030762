"""The index of rules names every rule and nothing else."""

from __future__ import annotations

import re

from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import NOT_RULES


def test_the_index_lists_every_rule_once() -> None:
    folder = builtin_rules()
    ids = {
        p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.yaml") if p.relative_to(folder).parts[0] not in NOT_RULES
    }
    listed = re.findall(r"^\| \[`([^`]+)`\]", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(ids)
