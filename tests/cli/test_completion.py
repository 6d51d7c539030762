"""Shell completion as the shells ask for it: the script, the commands, the options, and the rules by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Tool

MARKS = {"bash": "complete -o nosort -F", "zsh": "#compdef stancelint", "fish": "complete --no-files --command stancelint"}


def offered(tool: Tool, line: str) -> list[str]:
    """What bash is told for a line with the cursor at its end."""
    words = line.split(" ")
    out = tool(_STANCELINT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)).out
    return [entry.partition(",")[2] for entry in out.splitlines() if entry]


@pytest.mark.parametrize("shell", MARKS)
def test_each_shell_gets_its_script(tool: Tool, shell: str) -> None:
    said = tool("completion", shell)
    assert (said.status, said.err) == (0, "")
    assert MARKS[shell] in said.out
    assert f"_STANCELINT_COMPLETE={shell}_complete" in said.out


@pytest.mark.parametrize("shell", MARKS)
def test_the_script_is_one_that_its_shell_can_read(tool: Tool, shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(tool("completion", shell).out, "utf-8")
    assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0


def test_bash_completes_a_command_with_the_script_it_was_given(tool: Tool, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(tool("completion", "bash").out, "utf-8")
    shim = tmp_path / "stancelint"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stancelint "$@"\n')
    shim.chmod(0o755)
    asked = f'source {script}; COMP_WORDS=(stancelint exp); COMP_CWORD=1; _stancelint_completion {shim}; echo "${{COMPREPLY[*]}}"'
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "explain"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stancelint che", ["check"]),
        ("stancelint check --exit", ["--exit-zero"]),
        ("stancelint check --show w", ["warning"]),
        ("stancelint check --format sar", ["sarif"]),
        ("stancelint explain framing/jun", ["framing/junta"]),
        ("stancelint check --select casu", ["casualty", "casualty/"]),
        ("stancelint check --ignore framing/jun", ["framing/junta"]),
        ("stancelint check --extend-select style,framing/jun", ["style,framing/junta"]),
        ("stancelint init --ci git", ["github", "gitlab"]),
        ("stancelint nothing --x", []),
    ],
)
def test_what_is_offered(tool: Tool, line: str, expected: list[str]) -> None:
    found = offered(tool, line)
    if expected and expected[-1].endswith("/"):
        assert found[0] == expected[0]
        assert all(name.startswith(expected[-1]) for name in found[1:])
    else:
        assert found == expected


def test_every_command_is_offered(tool: Tool) -> None:
    from stancelint.cli.app import COMMANDS

    assert offered(tool, "stancelint ") == list(COMMANDS)


def test_a_desks_own_rules_are_offered_and_a_broken_policy_offers_none(tool: Tool, desk: Path) -> None:
    rule = desk / "desk" / "rules" / "style" / "wonder.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        "check: phrase\nseverity: warning\nclause: house-style\nmessage: “{match}”\nwhy: So.\nclears: Leave it.\nphrases: [wonder weapon]\n"
        "examples:\n  flag: ['A [[wonder weapon]] came.', 'The [[wonder weapon]] left.']\n  pass: ['A weapon came.', 'A wonder left.']\n",
        "utf-8",
    )
    (desk / "stancelint.yaml").write_text("packs: [desk/rules]\n", "utf-8")
    assert offered(tool, "stancelint explain style/won") == ["style/wonder"]
    (desk / "stancelint.yaml").write_text("packks: [desk/rules]\n", "utf-8")
    assert offered(tool, "stancelint explain style/won") == []
