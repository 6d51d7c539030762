"""Places in a Word file and in a document in JSON, in every report that prints one."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from stancelint.engine.results import Results
from stancelint.finding import DraftReport, Evidence, Finding, Report, Severity
from stancelint.reporters import FORMATS, RenderOptions, render
from stancelint.reporters.output_schema import output_schema
from stancelint.text.inner_places import NodePlace, WordPlace
from stancelint.text.span import Place

WORD = WordPlace("document", 9, 2, 5, "Damage\u202e")
NODE = NodePlace("/body/content/0/text")


def report(within: WordPlace | NodePlace | None) -> Report:
    start, end = Place(90, 9, 12, within), Place(94, 9, 16, within)
    found = Evidence("nearest source:", "the port", Place(99, 9, 21, within), Place(107, 9, 29, within))
    finding = Finding("style/ukrainian-names", Severity.WARNING, "house-style", "“Kiev” is the Russian form.", "Kiev", start, end, (found,))
    return Report("0.1.0", (DraftReport("a.docx", "docx", None, (finding,)),))


def shown(form: str, within: WordPlace | NodePlace | None) -> str:
    return "".join(render(report(within), form, options=RenderOptions(width=200)))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"json", "jsonl"}))
def test_every_report_says_paragraph_run_and_character(form: str) -> None:
    said = shown(form, WORD).replace("\\u201c", "“")
    assert "paragraph 9, run 2, character 5, under “Damage" in said
    assert "\u202e" not in said
    assert "node /body/content/0/text" in shown(form, NODE).replace("&#47;", "/")
    assert "run 2" not in shown(form, None)


def test_a_line_of_a_problem_list_keeps_its_head() -> None:
    first = shown("concise", NODE).splitlines()[0]
    assert first == "a.docx:9:12: warning style/ukrainian-names “Kiev” is the Russian form. (node /body/content/0/text)"


def test_json_adds_one_key_and_keeps_to_the_schema() -> None:
    plain, word, node = (json.loads(shown("json", within)) for within in (None, WORD, NODE))
    for data in (plain, word, node):
        jsonschema.validate(data, output_schema())
    finding = word["files"][0]["findings"][0]
    expected = {"part": "document", "paragraph": 9, "run": 2, "character": 5, "heading": "Damage\u202e"}
    assert finding.pop("within") == finding["evidence"][0].pop("within") == expected
    assert finding == plain["files"][0]["findings"][0]
    assert node["files"][0]["findings"][0]["within"] == {"pointer": "/body/content/0/text"}


@pytest.mark.parametrize("within", [None, WORD, NODE])
def test_a_kept_result_keeps_its_places(within: WordPlace | NodePlace | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path))
    (draft,) = report(within).drafts
    Results("key").store(draft, b"data")
    assert Results("key").load("a.docx", b"data") == draft
