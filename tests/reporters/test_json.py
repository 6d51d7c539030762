"""JSON and JSON lines, held to the page that others rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from stancelint.finding import Report, Severity
from stancelint.reporters import RenderOptions, render


def loaded(report: Report, show: Severity = Severity.WARNING) -> Any:
    return json.loads("".join(render(report, "json", options=RenderOptions(show=show))))


def test_the_shape_is_the_promised_one(night: Report) -> None:
    data = loaded(night)
    assert list(data) == ["schema", "version", "files", "summary"]
    assert data["schema"] == "stancelint/1"
    draft = data["files"][0]
    assert list(draft) == ["path", "format", "policy", "findings", "error"]
    toll = draft["findings"][1]
    assert {key: toll[key] for key in ("rule", "severity", "clause", "text")} == {
        "rule": "casualty/unattributed",
        "severity": "error",
        "clause": "two-sources",
        "text": "Twelve people were killed",
    }
    assert toll["start"] == {"offset": 241, "line": 4, "column": 164}
    assert toll["evidence"][0] == {
        "message": "looked for a source in this sentence, the rest of the draft and the provenance list; none",
        "text": "",
        "start": None,
        "end": None,
    }
    assert toll["suppressed"] is None
    assert data["summary"] == {"files": 2, "error": 2, "warning": 1, "info": 1, "suppressed": 1}


@pytest.mark.parametrize("show", list(Severity))
def test_every_finding_is_where_it_says(night: Report, show: Severity) -> None:
    source = night.drafts[0].source or ""
    for finding in loaded(night, show)["files"][0]["findings"]:
        assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
        for piece in finding["evidence"]:
            if piece["start"]:
                assert source[piece["start"]["offset"] : piece["end"]["offset"]] == piece["text"]


def test_advice_is_listed_on_request_and_a_waived_finding_always(night: Report) -> None:
    rules = [finding["rule"] for finding in loaded(night)["files"][0]["findings"]]
    assert "casualty/undated" not in rules
    assert "sourcing/lead" in rules
    assert "casualty/undated" in [finding["rule"] for finding in loaded(night, Severity.INFO)["files"][0]["findings"]]
    waived = loaded(night, Severity.ERROR)["files"][0]["findings"][0]
    assert waived["suppressed"] == {"by": "waiver", "reason": "the desk's own reporter was there", "until": "2026-12-31"}


def test_a_fix_and_an_unread_draft(night: Report) -> None:
    data = loaded(night)
    style = data["files"][0]["findings"][3]
    edit = style["fixes"][0]["edits"][0]
    assert style["fixes"][0]["safe"] is True
    assert (night.drafts[0].source or "")[edit["start"] : edit["end"]] == "Odessa"
    assert data["files"][1]["error"] == {
        "kind": "draft",
        "message": "is not UTF-8: byte 0xE9 at offset 14; it looks like windows-1252",
        "line": 3,
    }


def test_a_run_of_nothing_is_still_a_document() -> None:
    assert loaded(Report("0", ())) == {
        "schema": "stancelint/1",
        "version": "0",
        "files": [],
        "summary": {"files": 0, "error": 0, "warning": 0, "info": 0, "suppressed": 0},
    }


def test_it_is_ascii_so_that_a_draft_cannot_write_to_a_terminal(night: Report) -> None:
    for name in ("json", "jsonl"):
        assert "".join(render(night, name)).isascii()


def test_lines_hold_findings_errors_and_the_counts(night: Report) -> None:
    rows = [json.loads(line) for line in "".join(render(night, "jsonl")).splitlines()]
    assert [row["type"] for row in rows] == ["finding"] * 4 + ["error", "summary"]
    assert rows[1]["path"] == "drafts/night.txt"
    assert rows[-1]["error"] == 2
