"""Where a character of a Word file is: paragraph, run, character, and the heading above it."""

from __future__ import annotations

from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st

from stancelint.readers import read
from stancelint.text.document import Document
from stancelint.text.inner_places import WordPlace
from tests.readers.laws import hold
from tests.readers.word_files import paragraph, run, word_file

DELETED = "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>"


def place_of(words: str, *body: str, footnotes: str = "") -> WordPlace:
    made = read(word_file(*body, footnotes=footnotes), "draft.docx")
    hold(made)
    return within(made, made.source.index(words))


def within(made: Document, offset: int) -> WordPlace:
    place = made.lines.place(offset).within
    assert isinstance(place, WordPlace)
    return place


def test_a_word_has_its_paragraph_run_and_character() -> None:
    place = place_of("east", paragraph("Sirens", "Title"), paragraph(run("Fires on ") + run("the east", "<w:b/>") + run(" bank.")))
    assert place == WordPlace("document", 2, 2, 5, "Sirens")
    assert place.words == "paragraph 2, run 2, character 5, under “Sirens”"


def test_runs_without_words_count_and_deleted_ones_do_not() -> None:
    mark = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    assert place_of("east", paragraph("T", "Title"), paragraph(run("Fires ") + mark + DELETED + run("east"))).run == 3


def test_a_tab_stop_is_no_character() -> None:
    stops = "<w:tabs><w:tab w:val='clear' w:pos='720'/><w:tab w:val='left' w:pos='709'/></w:tabs>"
    body = [paragraph("T", "Title"), paragraph(run("Fires.") + "<w:r><w:tab/><w:t>east</w:t></w:r>", "", stops)]
    made = read(word_file(*body), "draft.docx")
    assert made.source == "T\nFires.\teast"
    assert place_of("east", *body).character == 2


def test_an_inserted_run_and_one_in_a_link_are_runs() -> None:
    body = paragraph(run("One ") + f"<w:ins>{run('two ')}</w:ins>" + f"<w:hyperlink>{run('three')}</w:hyperlink>")
    assert place_of("three", paragraph("T", "Title"), body).run == 3


def test_a_paragraph_whose_mark_was_deleted_goes_on_with_its_runs() -> None:
    first = paragraph(run("One ") + run("and "), "", "<w:rPr><w:del w:id='1'/></w:rPr>")
    place = place_of("same", paragraph("T", "Title"), first, paragraph("the same."))
    assert (place.paragraph, place.run, place.character) == (2, 3, 5)


def test_the_heading_is_the_nearest_one_above() -> None:
    body = [paragraph("Sirens", "Title"), paragraph("Lede."), paragraph("Damage", "heading1"), paragraph("Roofs", "heading2")]
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('nine')}</w:tc></w:tr></w:tbl>"
    assert place_of("Lede", *body).heading == "Sirens"
    assert place_of("Damage", *body).heading == "Damage"
    assert place_of("nine", *body, cell).heading == "Roofs"
    assert place_of("Alone", paragraph("Alone.")).words == "paragraph 1, run 1, character 1"


def test_a_note_is_counted_in_its_part_and_stands_under_the_heading_of_its_words() -> None:
    notes = "".join(f"<w:footnote w:id='{id_}'>{paragraph(said)}</w:footnote>" for id_, said in ((2, "A roof."), (3, "A yard.")))
    cited = run("Fires.") + "<w:r><w:footnoteReference w:id='3'/></w:r>"
    body = [paragraph("Sirens", "Title"), paragraph("Yards", "heading1"), paragraph(cited), paragraph("Roofs", "heading1")]
    assert place_of("yard", *body, footnotes=notes) == WordPlace("footnotes", 2, 1, 3, "Yards")
    assert place_of("roof", *body, footnotes=notes).words == "footnotes, paragraph 1, run 1, character 3"


def test_a_deleted_last_mark_does_not_draw_a_note_into_the_text() -> None:
    last = paragraph("The end.", "", "<w:rPr><w:del w:id='1'/></w:rPr>")
    notes = f"<w:footnote w:id='2'>{paragraph('A note.')}</w:footnote>"
    assert place_of("A note", paragraph("T", "Title"), last, footnotes=notes).part == "footnotes"


def test_a_long_heading_is_cut_in_words_and_whole_in_data() -> None:
    long = "What remains genuinely contested about the night in which the port burned"
    place = place_of("Nine", paragraph(long, "Title"), paragraph("Nine."))
    assert place.heading == long
    assert place.words.endswith("under “What remains genuinely contested about the night in which t…”")


words = st.text("aé\U0001f6a8e\u0301 b", min_size=1, max_size=6)


@given(paragraphs=st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=5))
def test_another_program_finds_every_character_there(paragraphs: list[list[str]]) -> None:
    made = docx.Document()
    for runs in paragraphs:
        held = made.add_paragraph()
        for said in runs:
            held.add_run(said)
    out = BytesIO()
    made.save(out)
    page = read(out.getvalue(), "draft.docx")
    hold(page)
    others = docx.Document(BytesIO(out.getvalue())).paragraphs
    for offset, character in enumerate(page.source):
        if character != "\n":
            place = within(page, offset)
            assert others[place.paragraph - 1].runs[place.run - 1].text[place.character - 1] == character


# any file

PIECES = [
    *(
        run("Kyiv "),
        run("\U0001f6a8 e\u0301"),
        run("bold", "<w:b/>"),
        run("unseen", "<w:vanish/>"),
        run("&amp; &lt;"),
        run(" "),
        "<w:r/>",
        DELETED,
    ),
    *(
        "<w:r><w:br/></w:r>",
        "<w:r><w:tab/></w:r>",
        "<w:r><w:t>a\n b</w:t></w:r>",
        "<w:r><w:t><![CDATA[<c>]]></w:t></w:r>",
        "<w:ins>",
        "</w:ins>",
    ),
    *('<w:hyperlink r:id="rId1">', "</w:hyperlink>", "<w:commentRangeStart w:id='0'/>", "<w:r><w:footnoteReference w:id='2'/></w:r>"),
    *("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "<w:r><w:instrText>HYPERLINK http://a.org</w:instrText></w:r>"),
    *("<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
]
STYLES_GIVEN = ["", "Title", "Subtitle", "heading1", "heading2", "ListBullet", "Quote", "caption"]
PROPERTIES = [
    "",
    "<w:rPr><w:del w:id='1'/></w:rPr>",
    "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>",
    "<w:tabs><w:tab/></w:tabs>",
]
WRAPPED = ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:p><w:r><w:t>out</w:t><w:txbxContent>{}</w:txbxContent></w:r></w:p>"]


def balanced(pieces: list[str]) -> str:
    """The pieces with every element that they open closed, and no end without its beginning."""
    said: list[str] = []
    still: list[str] = []
    for piece in pieces:
        name = piece.strip("</>").split()[0]
        if piece.startswith("</"):
            if still and still[-1] == name:
                said.append(f"</{still.pop()}>")
        else:
            said.append(piece)
            if name in ("w:ins", "w:hyperlink"):
                still.append(name)
    return "".join(said) + "".join(f"</{name}>" for name in reversed(still))


held = st.builds(
    lambda pieces, style, properties, wrapped: wrapped.format(paragraph(balanced(pieces) or run(""), style, properties)),
    *(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(STYLES_GIVEN), st.sampled_from(PROPERTIES), st.sampled_from(WRAPPED)),
)


@given(body=st.lists(held, max_size=6), notes=st.lists(held, max_size=2))
def test_any_file_keeps_the_laws_and_every_character_has_its_run(body: list[str], notes: list[str]) -> None:
    footnotes = "".join(f"<w:footnote w:id='{number}'>{note}</w:footnote>" for number, note in enumerate(notes, 1))
    made = read(word_file(*body, links={"rId1": "http://a.org/b"}, footnotes=footnotes), "draft.docx")
    hold(made)
    headings = {made.text[b.span.start : b.span.end] for b in made.blocks if b.kind == "heading"}
    before = ("", 0, 0, 0)
    for offset, character in enumerate(made.source):
        if character == "\n":
            continue
        place = within(made, offset)
        here = (place.part, place.paragraph, place.run, place.character)
        assert here > before or here[0] != before[0]
        assert place.heading in headings | {""}
        before = here
