"""Rule files: what is read, and how a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancelint.errors import RuleError
from stancelint.finding import Severity
from stancelint.rulebook.load import read_pack, read_rule
from stancelint.rulebook.rule import build_check

GOOD = """\
check: phrase
severity: warning
clause: house-style
message: "“{match}” again"
why: So.
clears: Leave it out.
phrases: [wonder weapon(s|)]
examples:
  flag: ["A [[wonder weapon]] came.", "The [[wonder weapons]] left."]
  pass: ["A weapon came.", "A wonder left."]
"""


def loaded(tmp_path: Path, text: str, name: str = "style/wonder.yaml") -> object:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return read_rule(path, tmp_path)


def test_a_rule_is_read(tmp_path: Path) -> None:
    path = tmp_path / "style" / "wonder.yaml"
    loaded(tmp_path, GOOD)
    rule = read_rule(path, tmp_path).rule
    assert (rule.id, rule.kind, rule.severity, rule.family) == ("style/wonder", "phrase", Severity.WARNING, "style")
    assert build_check(rule).anchors == ((frozenset({"wonder"}), frozenset({"weapon", "weapons"})),)
    assert [known.rule.id for known in read_pack(tmp_path)] == ["style/wonder"]


@pytest.mark.parametrize(
    ("change", "line", "said", "hint"),
    [
        (("severity:", "severty:"), 2, "unknown key “severty”", "severity"),
        (("check: phrase", "check: phrases"), 1, "there is no check “phrases”", "phrase"),
        (("[wonder weapon(s|)]", "[any_of: ]"), 7, "a group of phrases holds none", None),
        (("phrases: [wonder weapon(s|)]", "phrases: [wonder weapon]\nsuggest: ['']"), 1, "a wording to suggest is empty", None),
        (("phrases:", "phrasez:"), 7, "unknown key “phrasez”", "phrases"),
        (("severity: warning", "severity: loud"), 2, "expected one of info, warning, error", None),
        (("clears: Leave it out.\n", ""), 1, "“clears” is missing", None),
        (("[[wonder weapon]] came", "wonder weapon came"), 9, "no words are marked", "[[double brackets]]".strip("[]")),
        ((', "A wonder left."', ""), 8, "expected at least 2 examples under “pass”, found 1", None),
        (("  pass:", "  passes:"), 10, "unknown key “passes”", None),
        (("wonder weapon(s|)", '"wonder weapon(s|"'), 7, "", None),
        (
            ("[wonder weapon(s|)]", "[{severity: error, any_of: [wonder weapon]}]"),
            7,
            "above the rule's own severity, “warning”",
            "lower the group's",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], line: int, said: str, hint: str | None) -> None:
    with pytest.raises(RuleError) as error:
        loaded(tmp_path, GOOD.replace(*change))
    assert said in error.value.message
    assert error.value.line == line
    assert (error.value.path or "").endswith("style/wonder.yaml")
    assert hint is None or hint in (error.value.hint or "")


def test_a_running_toll_has_a_word_for_it(tmp_path: Path) -> None:
    rule = GOOD.replace("check: phrase", "check: claim-undated")
    rule = rule.replace("phrases: [wonder weapon(s|)]", "running: ['']\nstamped: [by noon]")
    with pytest.raises(RuleError, match="a phrase without a word"):
        loaded(tmp_path, rule)


def test_a_path_that_is_no_id(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be a rule's id"):
        loaded(tmp_path, GOOD, "style/Wonder Weapon.yaml")
    with pytest.raises(RuleError, match="is not a folder of rules"):
        read_pack(tmp_path / "none")


def test_a_rule_is_name_value_lines(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="name: value"):
        loaded(tmp_path, "- a\n- b\n")
