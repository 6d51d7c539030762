"""Findings as comments in a copy of a Word file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from stancelint.engine.word_comments import annotated
from stancelint.finding import Finding, Severity, Suppression
from stancelint.readers import read
from tests.readers.word_files import paragraph, word_file


def test_each_finding_that_counts_is_a_comment_at_its_words() -> None:
    data = word_file(paragraph("Sirens over Kiev", "Title"), paragraph("The first went at one."))
    page = read(data, "draft.docx")
    at = page.source.index("Kiev")
    place, end = page.lines.place(at), page.lines.place(at + 4)
    held = {"clause": "names", "text": "Kiev", "start": place, "end": end}
    shown = Finding("style/ukrainian-names", Severity.WARNING, message="Kyiv is the city's name.", clears="Write Kyiv.", **held)
    waived = Finding("style/other", Severity.WARNING, message="waived", suppressed=Suppression("waiver", "a quoted title"), **held)
    copy = annotated(data, [shown, waived])
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "warning style/ukrainian-names" in comments
    assert "Clears: Write Kyiv." in comments
    assert "waived" not in comments
    assert read(copy, "draft.docx").text == page.text
