"""Findings written into a copy of a Word draft."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.readers.word_files import paragraph, word_file

from .conftest import Tool


def word_draft(desk: Path) -> Path:
    path = desk / "drafts" / "strike.docx"
    body = paragraph("A night in Sumy", "Title") + paragraph("The special military operation entered its fifth year.")
    path.write_bytes(word_file(body))
    return path


def test_the_copy_holds_the_finding_and_the_draft_stays(tool: Tool, desk: Path) -> None:
    draft = word_draft(desk)
    before = draft.read_bytes()
    said = tool("check", "--annotate", "remarks.docx", "drafts/strike.docx")
    assert said.status == 1, said.err
    assert draft.read_bytes() == before
    with zipfile.ZipFile(desk / "remarks.docx") as copy:
        assert b"framing/special-military-operation" in copy.read("word/comments.xml")


def test_one_word_file_is_wanted(tool: Tool, desk: Path) -> None:
    word_draft(desk)
    assert "takes one Word file" in tool("check", "--annotate", "out.docx", "drafts/bad.txt").err
    said = tool("check", "--annotate", "drafts/strike.docx", "drafts/strike.docx")
    assert said.status == 2
    assert "would overwrite the draft" in said.err
