"""The other commands as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from stancelint.cli.app import COMMANDS

from .conftest import BAD, CLEAN, Tool


def test_every_command_has_help_with_an_example(tool: Tool) -> None:
    for name in COMMANDS:
        said = tool(name, "--help")
        assert said.status == 0
        assert "Usage: stancelint" in said.out


def test_inspect_tells_places_that_hold(tool: Tool, desk: Path) -> None:
    (file,) = json.loads(tool("inspect", "--format", "json", "drafts/clean.txt").out)["files"]
    source = (desk / "drafts/clean.txt").read_text("utf-8")
    assert {"headline", "contested", "provenance", "stance"} <= {section["role"] for section in file["sections"]}
    speakers = {a["source"]["text"] for a in file["attributions"] if a["source"]}
    assert any("air force" in speaker for speaker in speakers)
    for attribution in file["attributions"]:
        for part in (attribution["source"], attribution["cue"]):
            assert part is None or source[part["start"] : part["end"]] == part["text"]
    assert "reuters" in {entry["id"] for entry in file["provenance"]}


def test_inspect_shows_a_page_to_people(tool: Tool) -> None:
    said = tool("inspect", "drafts/clean.txt")
    assert said.status == 0
    assert "Sources" in said.out
    assert "\x1b[" not in said.out
    assert "\x1b[" in tool("inspect", "drafts/clean.txt", FORCE_COLOR="1").out


def test_explain_tells_the_whole_rule(tool: Tool, desk: Path) -> None:
    said = tool("explain", "framing/special-military-operation").out
    for part in ("Why", "Clause of the policy (invaded-country)", "What clears it", "Flagged", "Not flagged", "set by the rule itself"):
        assert part in said
    (desk / "stancelint.yaml").write_text("overrides:\n  - paths: [drafts/**]\n    rules: {framing/*: info}\n", "utf-8")
    assert "info, set by stancelint.yaml (overrides for drafts/**)" in tool(
        "explain", "framing/junta", "--for", "drafts/a.txt"
    ).out.replace(f"{desk}{os.sep}", "")


def test_explain_knows_the_nearest_rule(tool: Tool) -> None:
    said = tool("explain", "framing/special-operation")
    assert said.status == 2
    assert "did you mean" in said.err


def test_rules_lists_states_and_clauses(tool: Tool, desk: Path) -> None:
    (desk / "stancelint.yaml").write_text("rules: {casualty/undated: off}\n", "utf-8")
    listed = {rule["id"]: rule for rule in json.loads(tool("rules", "--format", "json").out)["rules"]}
    assert listed["casualty/undated"]["severity"] == "off"
    assert listed["casualty/unattributed"]["severity"] == "error"
    clauses = tool("rules", "--clauses").out
    assert "## two-sources" in clauses
    assert "- `casualty/unattributed` (error)" in clauses


def test_a_desks_rules_are_tested(tool: Tool, desk: Path) -> None:
    rule = desk / "pack" / "style" / "wonder.yaml"
    rule.parent.mkdir(parents=True)
    text = (
        "check: phrase\nseverity: warning\nclause: house-style\nmessage: “{match}”\nwhy: So.\nclears: Leave it.\nphrases: [wonder weapon]\n"
        "examples:\n  flag: ['A [[wonder weapon]] came.', 'The [[wonder weapon]] left.']\n  pass: ['A weapon came.', 'A wonder left.']\n"
    )
    rule.write_text(text, "utf-8")
    assert tool("test", "pack").status == 0
    rule.write_text(text.replace("A weapon came", "A wonder weapon came"), "utf-8")
    said = tool("test", "pack/style/wonder.yaml")
    assert said.status == 1
    assert "“wonder weapon” was found and is not marked" in said.out
    rule.write_text(text.replace("severity: warning", "severty: warning"), "utf-8")
    said = tool("test", "pack")
    assert said.status == 2
    assert "wonder.yaml:2:1" in said.err
    assert "severity" in said.err


def test_init_writes_and_never_overwrites(tool: Tool, desk: Path) -> None:
    assert tool("init", "--drafts", "drafts").status == 0
    assert yaml.safe_load((desk / "stancelint.yaml").read_text("utf-8")) == {"extends": "default"}
    hook = yaml.safe_load((desk / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    assert hook == {"id": "stancelint", "files": "^drafts/"}
    assert "jobs" in yaml.safe_load((desk / ".github/workflows/stancelint.yml").read_text("utf-8"))
    (desk / "stancelint.yaml").write_text("name: ours\n", "utf-8")
    assert "kept" in tool("init").out
    assert (desk / "stancelint.yaml").read_text("utf-8") == "name: ours\n"
    assert tool("check", "drafts/clean.txt").status == 0


@pytest.mark.parametrize("name", ["TASS", "ТАСС", "https://tass.com/world/1", "@tass_agency", "tass.ru"])
def test_a_source_is_found_by_any_of_its_names(tool: Tool, name: str) -> None:
    said = tool("sources", name).out
    assert "russian-state" in said
    assert "owner" in said


def test_a_source_nobody_knows(tool: Tool) -> None:
    said = tool("sources", "Reutres")
    assert said.status == 2
    assert "Reuters" in said.err
    assert "in all" in tool("sources").out


def test_schemas_hold_what_the_tool_writes_and_reads(tool: Tool, desk: Path) -> None:
    output = json.loads(tool("schema", "output").out)
    jsonschema.validate(json.loads(tool("check", "--show", "info", "--format", "json").out), output)
    tool("init")
    jsonschema.validate(yaml.safe_load((desk / "stancelint.yaml").read_text("utf-8")), json.loads(tool("schema", "policy").out))
    rule = json.loads(tool("schema", "rule").out)
    for path in sorted((Path(__file__).resolve().parents[2] / "rules" / "casualty").glob("*.yaml")):
        jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), rule)


def test_fixes_are_shown_then_made_and_then_there_are_none(tool: Tool, desk: Path) -> None:
    draft = desk / "drafts/clean.txt"
    draft.write_text(CLEAN.replace("above the centre", "above Kharkov").replace("disagree", "“Kiev is ours” aside, disagree"), "utf-8")
    before = draft.read_bytes()
    diff = tool("check", "--diff", "drafts/clean.txt")
    assert diff.status == 1
    assert "+Ukraine's air force said" in diff.out
    assert draft.read_bytes() == before
    tool("check", "--fix", "drafts/clean.txt")
    fixed = draft.read_text("utf-8")
    assert "above Kharkiv" in fixed
    assert "“Kiev is ours”" in fixed
    again = tool("check", "--diff", "drafts/clean.txt")
    assert (again.status, again.out) == (0, "")


def test_a_baseline_accepts_what_is_there_and_nothing_new(tool: Tool, desk: Path) -> None:
    assert tool("baseline", "write", "drafts").status == 0
    gate = ("check", "--baseline", "stancelint-baseline.json", "drafts")
    assert tool(*gate).status == 0
    draft = desk / "drafts/clean.txt"
    draft.write_text(CLEAN.replace("What remains", "Twelve people were killed.\n\nWhat remains"), "utf-8")
    said = tool(*gate)
    assert said.status == 1
    assert "casualty/unattributed" in said.out
    assert "framing/special-military-operation" in tool("baseline", "show").out
    (desk / "drafts/bad.txt").unlink()
    assert "stale entries taken out" in tool("baseline", "prune", "drafts").out
    assert "framing/" not in tool("baseline", "show").out


def test_the_ledger_of_waivers(tool: Tool, desk: Path) -> None:
    waiver = '<!-- stancelint: allow framing/special-military-operation reason="quoted headline" by="night desk" until="2026-12-31" -->'
    draft = desk / "drafts/bad.txt"
    draft.write_text(draft.read_text("utf-8").replace("The special military", f"{waiver}\n\nThe special military"), "utf-8")
    assert tool("check", "--today", "2026-11-24", "drafts/bad.txt").status == 0
    expired = tool("check", "--today", "2027-01-01", "drafts/bad.txt")
    assert expired.status == 1
    assert "waiver/expired" in expired.out
    (row,) = json.loads(tool("waivers", "--format", "json", "drafts").out)["waivers"]
    assert (row["rule"], row["by"], row["until"]) == ("framing/special-military-operation", "night desk", "2026-12-31")
    assert row["words"] == ["special military operation"]
    (line,) = csv.DictReader(io.StringIO(tool("waivers", "--format", "csv").out))
    assert line["reason"] == "quoted headline"
    assert "night desk" in tool("waivers").out


def test_statistics_count(tool: Tool) -> None:
    said = tool("check", "--statistics", "drafts").out
    assert "      1  framing/special-military-operation" in said
    assert "1 finding in 2 drafts" in said


def test_clean_leaves_nothing(tool: Tool, tmp_path: Path) -> None:
    tool("check", "drafts/clean.txt")
    assert (tmp_path / "cache").is_dir()
    assert tool("clean").status == 0
    assert not (tmp_path / "cache").exists()


def test_jobs_caches_and_order_never_change_the_findings(tool: Tool, desk: Path) -> None:
    for i in range(90):
        (desk / f"drafts/{i:02d}.txt").write_text(CLEAN.replace("nineteen", f"{i} and no"), "utf-8")
    one = tool("check", "--format", "json", "--jobs", "1", "--cold", "drafts").out
    assert tool("check", "--format", "json", "--jobs", "2", "--no-cache", "drafts").out == one
    assert tool("check", "--format", "json", "drafts").out == one
    assert tool("check", "--format", "json", "drafts").out == one
    names = sorted((str(path.relative_to(desk)) for path in (desk / "drafts").iterdir()), reverse=True)
    assert tool("check", "--format", "json", *names).out == one


ENDLESS = """\
check: pattern
severity: warning
clause: house-style
message: "“{match}” goes on"
why: So.
clears: End it.
patterns: ['(?:(?:a|b|ab)+)+ weapon$', 'wonder weapon']
examples:
  flag: ["A [[wonder weapon]] came.", "The [[wonder weapon]] came."]
  pass: ["Putin said a wonder weapon came.", "A weapon came."]
"""


def test_the_audit_warns_of_a_pattern_without_end(tool: Tool, desk: Path) -> None:
    (desk / "pack" / "style").mkdir(parents=True)
    (desk / "pack" / "style" / "endless.yaml").write_text(ENDLESS, "utf-8")
    (desk / "stancelint.yaml").write_text("packs: [pack]\n", "utf-8")
    said = tool("rules", "--audit")
    assert said.status == 1
    assert "Patterns that backtrack for ever\n  style/endless: “(?:(?:a|b|ab)+)+ weapon$” backtracks for ever where “a" in said.out
    assert "1 faults" in said.out


def test_a_pattern_without_end_is_stopped_named_and_the_others_go_on(tool: Tool, desk: Path) -> None:
    (desk / "pack" / "style").mkdir(parents=True)
    (desk / "pack" / "style" / "endless.yaml").write_text(ENDLESS, "utf-8")
    (desk / "stancelint.yaml").write_text("packs: [pack]\n", "utf-8")
    (desk / "drafts" / "bad.txt").write_text(BAD.replace("The special", f"{'ab' * 4_000} weapon now. The special"), "utf-8")
    said = tool("check", "--format", "concise", "--profile", "drafts")
    assert said.status == 2
    assert "drafts/bad.txt: a pattern of style/endless took too long and was stopped" in said.err
    assert "framing/special-military-operation" in said.out
    lines = [line.split() for line in said.err.splitlines() if "%" in line]
    assert lines[0][-1] == "style/endless"  # the slowest is named first
    assert float(lines[0][0]) > 1000
    assert "(reading, shared by all rules)" in said.err


def test_the_profile_leaves_the_report_as_it_is(tool: Tool) -> None:
    plain, profiled = tool("check", "--format", "json", "drafts"), tool("check", "--format", "json", "--profile", "--jobs", "2", "drafts")
    assert (profiled.status, profiled.out) == (plain.status, plain.out)
    assert plain.err == ""
    assert "rules more" in profiled.err
    assert "in all, 2 drafts" in profiled.err
