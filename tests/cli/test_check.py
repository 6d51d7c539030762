"""`stancelint check` as a user meets it: statuses, streams, selection, and bad input that is said and never swallowed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .conftest import BAD, CLEAN, Tool


def rules_in(out: str) -> list[str]:
    return [finding["rule"] for file in json.loads(out)["files"] for finding in file["findings"]]


def test_a_clean_draft_passes_and_a_bad_one_does_not(tool: Tool) -> None:
    assert tool("check", "drafts/clean.txt").status == 0
    said = tool("check", "drafts/bad.txt")
    assert said.status == 1
    assert "framing/special-military-operation" in said.out
    assert said.err == ""


def test_a_finding_stands_where_its_words_stand(tool: Tool, desk: Path) -> None:
    report = json.loads(tool("check", "--format", "json", "drafts/bad.txt").out)
    (finding,) = [f for f in report["files"][0]["findings"] if f["rule"] == "framing/special-military-operation"]
    source = (desk / "drafts/bad.txt").read_text("utf-8")
    assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"] == "special military operation"
    assert source.splitlines()[finding["start"]["line"] - 1][finding["start"]["column"] - 1 :].startswith("special military operation")


def test_folders_are_walked_in_path_order(tool: Tool) -> None:
    report = json.loads(tool("check", "--format", "json").out)
    assert [file["path"] for file in report["files"]] == ["drafts/bad.txt", "drafts/clean.txt"]
    assert report["summary"]["files"] == 2


def test_standard_input_has_a_name(tool: Tool) -> None:
    said = tool("check", "--format", "json", "--stdin-filename", "wire.txt", "-", stdin=BAD.encode())
    assert said.status == 1
    assert json.loads(said.out)["files"][0]["path"] == "wire.txt"


def test_selection_takes_ids_families_and_globs(tool: Tool) -> None:
    for pattern in ("framing", "framing/*", "framing/special-military-operation"):
        assert rules_in(tool("check", "--select", pattern, "--format", "json", "drafts/bad.txt").out) == [
            "framing/special-military-operation"
        ]
    assert tool("check", "--ignore", "framing,casualty", "drafts/bad.txt").status == 0


def test_a_rule_that_does_not_exist_is_told_with_the_nearest(tool: Tool) -> None:
    said = tool("check", "--select", "framing/special-militery-operation", "drafts/bad.txt")
    assert said.status == 2
    assert "framing/special-military-operation" in said.err
    assert said.out == ""


def test_strict_fails_on_a_warning(tool: Tool, desk: Path) -> None:
    (desk / "drafts/clean.txt").write_text(CLEAN.replace("in Sumy before", "in Kharkov before"), "utf-8")
    assert tool("check", "drafts/clean.txt").status == 0
    assert tool("check", "--strict", "drafts/clean.txt").status == 1
    assert tool("check", "--fail-on", "info", "drafts/clean.txt").status == 1


def test_several_outputs_in_one_run(tool: Tool, desk: Path) -> None:
    said = tool("check", "--format", "concise", "--output", "json=out.json", "--output", "text=out.txt", "drafts/bad.txt")
    assert said.out.startswith("drafts/bad.txt:")
    assert rules_in((desk / "out.json").read_text("utf-8"))
    assert "special military operation" in (desk / "out.txt").read_text("utf-8")


def test_the_policy_beside_a_draft_judges_it(tool: Tool, desk: Path) -> None:
    (desk / "stancelint.yaml").write_text("rules: {framing/*: info}\nexclude: [drafts/clean.txt]\n", "utf-8")
    assert tool("check").status == 0
    assert [file["path"] for file in json.loads(tool("check", "--format", "json").out)["files"]] == ["drafts/bad.txt"]
    assert tool("check", "--format", "concise", "drafts/clean.txt").status == 0
    assert json.loads(tool("check", "--force-exclude", "--format", "json", "drafts/clean.txt").out)["files"] == []


def test_what_git_ignores_is_not_walked(tool: Tool, desk: Path) -> None:
    (desk / ".git").mkdir()
    (desk / ".gitignore").write_text("bad.txt\n", "utf-8")
    assert [file["path"] for file in json.loads(tool("check", "--format", "json").out)["files"]] == ["drafts/clean.txt"]
    assert tool("check", "drafts/bad.txt").status == 1


def test_a_missing_path_is_said_and_the_others_go_on(tool: Tool) -> None:
    said = tool("check", "--format", "concise", "drafts/none.txt", "drafts/bad.txt")
    assert said.status == 2
    assert "drafts/none.txt: does not exist" in said.err
    assert "framing/special-military-operation" in said.out


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("cp1251.txt", "Київ під обстрілом, сказав мер.\n".encode("cp1251"), "cp1251"),
        ("binary.txt", bytes(range(256)) * 4, "binary.txt"),
        ("half.txt", "Київ".encode()[:-1], "half.txt"),
    ],
)
def test_another_encoding_is_named(tool: Tool, desk: Path, name: str, data: bytes, expected: str) -> None:
    (desk / "drafts" / name).write_bytes(data)
    said = tool("check", "--format", "json", f"drafts/{name}", "drafts/bad.txt")
    assert said.status == 2
    assert expected.lower() in said.err.lower().replace("windows-1251", "cp1251")
    assert "Traceback" not in said.err
    assert rules_in(said.out)


def test_an_empty_draft_owes_everything(tool: Tool, desk: Path) -> None:
    (desk / "drafts/empty.txt").write_bytes(b"")
    said = tool("check", "--format", "json", "drafts/empty.txt")
    assert said.status == 1
    assert {"provenance/missing", "contested/missing", "stance/missing"} <= set(rules_in(said.out))


def test_a_policy_mistake_stops_the_run_with_its_place(tool: Tool, desk: Path) -> None:
    (desk / "stancelint.yaml").write_text("name: ours\nleeding: [western-wire]\n", "utf-8")
    said = tool("check")
    assert said.status == 2
    assert "stancelint.yaml:2:1: unknown key “leeding” (did you mean “leading”?)" in said.err


def test_a_huge_draft_is_refused_and_the_others_go_on(tool: Tool, desk: Path) -> None:
    (desk / "drafts/huge.txt").write_bytes(b"a " * 25_000_000)
    said = tool("check", "--format", "concise", "drafts/huge.txt", "drafts/clean.txt")
    assert said.status == 2
    assert "max_bytes" in said.err


def test_a_draft_of_more_words_than_any_is_refused_and_the_others_go_on(tool: Tool, desk: Path) -> None:
    (desk / "stancelint.yaml").write_text("max_words: 400\n", "utf-8")
    (desk / "drafts/long.html").write_text("<h1>A title</h1><p>" + "The lights were out again. " * 100, "utf-8")
    said = tool("check", "--format", "concise", "drafts/long.html", "drafts/clean.txt")
    assert said.status == 2
    assert "drafts/long.html: holds some 502 words; the policy's max_words is 400 (split the draft, or raise max_words)" in said.err
    assert "clean.txt" not in said.err
    (desk / "stancelint.yaml").write_text("max_words: 502\n", "utf-8")
    assert "max_words" not in tool("check", "drafts/long.html").err
    (desk / "stancelint.yaml").write_text("max_words: 501\n", "utf-8")
    for command in ("inspect", "waivers"):
        again = tool(command, "drafts/long.html")
        assert again.status == 2
        assert "max_words" in again.err
    assert tool("check", "--ledger", "ledger.csv", "drafts").status == 2


def test_a_fifo_and_a_loop_of_links_end(tool: Tool, desk: Path) -> None:
    os.mkfifo(desk / "drafts/pipe.txt")
    (desk / "drafts/loop").symlink_to(desk / "drafts", target_is_directory=True)
    said = tool("check", "--format", "json", "drafts")
    assert said.status == 2
    assert "is not a regular file" in said.err
    assert len(json.loads(said.out)["files"]) == 3


def test_a_closed_pipe_ends_quietly(desk: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    for i in range(200):
        (desk / f"drafts/{i}.txt").write_text(BAD, "utf-8")
    settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m stancelint check drafts | head -1"],
        cwd=desk,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_a_mistyped_command_or_option_is_told(tool: Tool) -> None:
    assert "Did you mean “check”" in tool("chekc").err
    said = tool("check", "--today", "tomorrow")
    assert said.status == 2
    assert "write it as 2026-12-31" in said.err
