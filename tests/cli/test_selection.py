"""Which rules a call asks for, beyond the policy and against it, and a run that no finding fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Tool


@pytest.fixture
def lax(desk: Path) -> Path:
    """A desk whose policy has a rule off and another low, and a draft that breaks both."""
    (desk / "stancelint.yaml").write_text("rules: {framing/special-military-operation: off, style/*: info}\n", "utf-8")
    draft = desk / "drafts" / "bad.txt"
    draft.write_text(draft.read_text("utf-8").replace("above the centre", "above Kharkov"), "utf-8")
    return desk


def found(tool: Tool, *arguments: str) -> dict[str, str]:
    out = tool("check", "--show", "info", "--format", "json", *arguments, "drafts/bad.txt").out
    return {finding["rule"]: finding["severity"] for finding in json.loads(out)["files"][0]["findings"]}


@pytest.mark.usefixtures("lax")
def test_extend_select_turns_on_what_the_policy_has_off(tool: Tool) -> None:
    assert "framing/special-military-operation" not in found(tool)
    for word in ("framing/special-military-operation", "framing", "framing/special-*"):
        assert found(tool, "--extend-select", word)["framing/special-military-operation"] == "error"


@pytest.mark.usefixtures("lax")
def test_extend_select_leaves_severities_of_the_policy_alone(tool: Tool) -> None:
    assert found(tool, "--extend-select", "style")["style/ukrainian-names"] == "info"


@pytest.mark.usefixtures("lax")
def test_extend_select_adds_to_select_and_ignore_outweighs_both(tool: Tool) -> None:
    both = ("--select", "style", "--extend-select", "framing/special-military-operation")
    assert set(found(tool, *both)) == {"style/ukrainian-names", "framing/special-military-operation"}
    assert set(found(tool, *both, "--ignore", "framing")) == {"style/ukrainian-names"}


@pytest.mark.usefixtures("lax")
def test_the_cache_never_answers_for_another_selection(tool: Tool) -> None:
    for _ in range(2):
        assert "framing/special-military-operation" in found(tool, "--extend-select", "framing")
        assert "framing/special-military-operation" not in found(tool)


def test_a_rule_that_does_not_exist_is_told_with_the_nearest(tool: Tool) -> None:
    said = tool("check", "--extend-select", "framing/junto", "drafts")
    assert said.status == 2
    assert "framing/junta" in said.err


def test_exit_zero_shows_findings_and_fails_nothing(tool: Tool) -> None:
    said = tool("check", "--exit-zero", "drafts/bad.txt")
    assert said.status == 0
    assert "framing/special-military-operation" in said.out
    assert tool("check", "--exit-zero", "--diff", "drafts/bad.txt").status == 0


def test_exit_zero_still_tells_what_could_not_be_done(tool: Tool) -> None:
    assert tool("check", "--exit-zero", "drafts/nowhere.txt").status == 2
    assert tool("check", "--exit-zero", "--policy", "nowhere.yaml", "drafts").status == 2


def test_explain_names_the_file_that_set_a_severity_for_a_draft(tool: Tool, desk: Path) -> None:
    rule = "framing/junta"
    assert "set by the rule itself" in tool("explain", rule, "--for", "drafts/bad.txt").out
    (desk / "stancelint.yaml").write_text("rules: {framing/*: warning}\n", "utf-8")
    (desk / "opinion").mkdir()
    (desk / "opinion" / "stancelint.yaml").write_text("extends: ../stancelint.yaml\nrules: {framing/junta: info}\n", "utf-8")
    outer, inner = tool("explain", rule, "--for", "drafts/bad.txt").out, tool("explain", rule, "--for", "opinion/column.md").out
    assert f"severity for drafts/bad.txt: warning, set by {desk / 'stancelint.yaml'}" in outer
    assert f"severity for opinion/column.md: info, set by {desk / 'opinion' / 'stancelint.yaml'}" in inner
    inherited = tool("explain", "framing/kyiv-regime", "--for", "opinion/column.md").out
    assert f"warning, set by {desk / 'stancelint.yaml'}" in inherited.replace("opinion/../", "")


def test_explain_says_who_turned_a_rule_off(tool: Tool, desk: Path) -> None:
    (desk / "stancelint.yaml").write_text("rules: {framing/junta: off}\n", "utf-8")
    assert f"off, set by {desk / 'stancelint.yaml'}" in tool("explain", "framing/junta", "--for", "drafts/bad.txt").out


def test_help_groups_the_options_of_check_and_fits_a_terminal(tool: Tool) -> None:
    lines = tool("check", "--help", COLUMNS="80").out.splitlines()
    for title in ("Which rules:", "Which drafts:", "Which findings:", "What fails the run:", "Output:", "Fixes:", "Running:"):
        assert title in lines
    assert "Other:" not in lines
    assert max(map(len, lines)) <= 80


def test_every_command_shows_examples_that_fit_a_terminal(tool: Tool) -> None:
    from stancelint.cli.app import COMMANDS

    for name in COMMANDS:
        lines = tool(name, "--help", COLUMNS="80").out.splitlines()
        assert max(map(len, lines)) <= 80
        assert name == "clean" or "  Examples:" in lines


def test_the_audit_of_the_rules_is_told_to_people_and_programs(tool: Tool) -> None:
    said, listed = tool("rules", "--audit"), json.loads(tool("rules", "--audit", "--format", "json").out)
    assert said.status in (0, 1)
    assert said.out.splitlines()[-1].endswith(" remarks")
    assert {remark["kind"] for remark in listed["remarks"]} <= {"never", "spelling", "overlap", "unproven"}
    assert "drafts/" not in said.out
