"""A desk's own regular expressions: in our voice, well-formed, and never for ever."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

import stancelint
from stancelint.checks.pattern import PatternCheck
from stancelint.engine.desk import RunOptions
from stancelint.engine.run import run
from stancelint.errors import RuleError
from stancelint.policy.discover import policy_above
from tests.analysis.hearing import reading_of

RULE = """\
check: pattern
severity: warning
clause: house-style
message: "“{match}” is written without its unit"
why: A calibre has a unit.
clears: Add it.
patterns: ['\\b\\d{3} shells?\\b']
wakes: [shell, shells]
examples:
  flag: ["The battery fired [[152 shells]] at dawn.", "A [[155 shell]] lay in the yard."]
  pass: ["The mayor said 152 shells fell.", "The battery fired twelve shells."]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    policy_above.cache_clear()
    rule = tmp_path / "pack" / "style" / "calibre.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE, "utf-8")
    (tmp_path / "stancelint.yaml").write_text("packs: [pack]\n", "utf-8")
    return tmp_path


def test_a_pattern_finds_and_says_whose_voice(desk: Path) -> None:
    draft = desk / "draft.txt"
    draft.write_text("Title\n\nThe battery fired 152 shells. The mayor said that 155 shells fell.\n", "utf-8")
    found = [f.text for f in stancelint.check_file(draft) if f.rule == "style/calibre"]
    assert found == ["152 shells"]


def test_a_pattern_that_is_not_well_formed_is_told(desk: Path) -> None:
    rule = desk / "pack" / "style" / "calibre.yaml"
    rule.write_text(RULE.replace("shells?\\b", "(shells"), "utf-8")
    (desk / "draft.txt").write_text("x", "utf-8")
    with pytest.raises(RuleError, match="is not well-formed"):
        stancelint.check_file(desk / "draft.txt")


@pytest.mark.parametrize("call", ["(?R)", "(?0)", "(?1)", "(?&sum)", "(?P>sum)"])
def test_a_pattern_that_calls_itself_is_refused(desk: Path, call: str) -> None:
    """`(?R)co` took three gigabytes before it ended in nothing."""
    rule = desk / "pack" / "style" / "calibre.yaml"
    rule.write_text(RULE.replace("shells?\\b", f"(?P<sum>co){call}"), "utf-8")
    (desk / "draft.txt").write_text("x", "utf-8")
    with pytest.raises(RuleError, match="calls a part of itself"):
        stancelint.check_file(desk / "draft.txt")


def test_a_pattern_that_backtracks_for_ever_is_stopped_and_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stancelint.checks.pattern.LONGEST", 0.2)
    rule = desk / "pack" / "style" / "calibre.yaml"
    rule.write_text(RULE.replace("\\b\\d{3} shells?\\b", "(?:(?:1|15|52|2|155|5)+)+ shells?$|\\b\\d{3} shells?\\b(?! fell)"), "utf-8")
    (desk / "draft.txt").write_text(f"Title\n\n{'1552' * 4000} shells fell on Kiev.\n", "utf-8")
    (report,) = run(RunOptions(paths=(str(desk / "draft.txt"),))).drafts
    assert report.error is not None
    assert report.error.kind == "rule"
    assert "style/calibre took too long" in report.error.message
    assert "style/ukrainian-names" in {finding.rule for finding in report.findings}


def test_words_that_wake_are_folded() -> None:
    assert PatternCheck(("a",), wakes=("Shell",)).anchors == ((frozenset({"shell"}),),)
    assert PatternCheck(("a",)).anchors is None


def test_the_patterns_of_a_rule_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stancelint.checks.pattern.LONGEST", 0.3)
    page = reading_of("Title\n\n" + "ab" * 4_000 + " x\n")
    slow = "(?:a|b|ab)*(?:a|b|ab)*y|x"
    began = process_time()
    with pytest.raises(TimeoutError):
        list(PatternCheck(tuple(f"{slow}{n}" for n in range(20))).find(page))
    assert process_time() - began < 20 * 0.3  # and not each of them its own


def test_what_judging_takes_is_not_the_patterns_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stancelint.checks.pattern.LONGEST", 0.05)
    check = PatternCheck(("shells", "battery"))
    page = reading_of("Title\n\n" + "The battery fired 152 shells at the town. " * 400 + "\n")
    assert len(list(check.find(page))) == 800
