"""Findings as comments in a copy of a Word file."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx

from stancelint.engine.word_comments import annotated
from stancelint.finding import Finding, Fix, Severity, Suppression
from stancelint.readers import read
from tests.readers.word_files import paragraph, word_file


def test_each_finding_that_counts_is_a_comment_at_its_words() -> None:
    data = word_file(paragraph("Sirens over Kiev", "Title"), paragraph("The first went at one."))
    page = read(data, "draft.docx")
    at = page.source.index("Kiev")
    place, end = page.lines.place(at), page.lines.place(at + 4)
    held = {"clause": "names", "text": "Kiev", "start": place, "end": end}
    shown = Finding(
        "style/ukrainian-names",
        Severity.WARNING,
        message="Kyiv is the city's name.",
        clears="Write Kyiv.",
        fixes=(Fix("write “Kyiv”", True, ()),),
        **held,
    )
    waived = Finding("style/other", Severity.WARNING, message="waived", suppressed=Suppression("waiver", "a quoted title"), **held)
    copy = annotated(data, [shown, waived])
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "warning style/ukrainian-names" in comments
    assert "Clears: Write Kyiv." in comments
    assert "Help: write “Kyiv”" in comments
    assert "waived" not in comments
    assert read(copy, "draft.docx").text == page.text


def test_another_program_opens_the_copy_and_finds_the_comment_on_its_words() -> None:
    made = docx.Document()
    made.add_heading("Sirens", 0)
    words = made.add_paragraph("Missiles fell on ")
    for said in ("Ki", "ev", " & Sumy \U0001f6a8."):
        words.add_run(said).bold = said == "Ki"
    out = BytesIO()
    made.save(out)
    page = read(out.getvalue(), "draft.docx")
    at = page.source.index("Kiev")
    found = Finding("style/x", Severity.WARNING, "names", "m", "Kiev", page.lines.place(at), page.lines.place(at + 4))
    copy = docx.Document(BytesIO(annotated(out.getvalue(), [found])))
    assert [(p.text, p.style.name) for p in copy.paragraphs] == [(p.text, p.style.name) for p in made.paragraphs]
    assert [comment.text for comment in copy.comments] == ["warning style/x\nm"]
    inside, marked = False, ""
    for element in copy.paragraphs[1]._p.iter():
        name = element.tag.rpartition("}")[2]
        inside = name == "commentRangeStart" or (inside and name != "commentRangeEnd")
        marked += element.text if inside and name == "t" else ""
    assert marked == "Kiev"
