"""Word files: what an editor sees who has accepted every change, and comments written back at the words."""

from __future__ import annotations

import re
import time
import zipfile
from io import BytesIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stancelint.errors import DraftError
from stancelint.readers import read
from stancelint.readers.docx_remarks import Remark, annotate
from stancelint.text.document import Document
from stancelint.text.span import Region
from tests.readers.laws import hold
from tests.readers.word_files import SPACE, package, paragraph, run, word_file


def page(*body: str, links: dict[str, str] | None = None, footnotes: str = "") -> Document:
    made = read(word_file(*body, links=links, footnotes=footnotes), "draft.docx")
    hold(made)
    return made


def blocks(made: Document) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.role, made.text[b.span.start : b.span.end]) for b in made.blocks]


def test_styles_say_what_a_paragraph_is() -> None:
    made = page(
        paragraph("Sirens over Sumy", "Title"),
        paragraph("Nobody slept", "Subtitle"),
        paragraph("The first went at one."),
        paragraph("Damage", "heading1"),
        paragraph("Roofs", "OurHeading"),
        paragraph("A depot", "ListBullet"),
        paragraph("A yard", "", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
        paragraph("“We ran,” she said.", "Quote"),
        paragraph("The yard at dawn", "caption"),
        paragraph("Nothing special", "Looped"),
    )
    assert blocks(made) == [
        ("heading", 1, "headline", "Sirens over Sumy"),
        ("paragraph", 0, "standfirst", "Nobody slept"),
        ("paragraph", 0, "", "The first went at one."),
        ("heading", 1, "", "Damage"),
        ("heading", 2, "", "Roofs"),
        ("item", 1, "", "A depot"),
        ("item", 2, "", "A yard"),
        ("paragraph", 0, "", "“We ran,” she said."),
        ("caption", 0, "", "The yard at dawn"),
        ("paragraph", 0, "", "Nothing special"),
    ]
    assert made.blocks[7].quoted == 1


def test_a_line_is_a_paragraph_of_the_file_and_a_column_its_character() -> None:
    made = page(
        paragraph("Sirens over Sumy", "Title"), paragraph(""), paragraph(run("The ") + run("first", "<w:b/>") + run(" went at one."))
    )
    at = made.text.index("first")
    place = made.lines.place(made.region(made.blocks[0].span.__class__(at, at + 5)).start)
    assert (place.line, place.column) == (3, 5)


def test_changes_are_read_as_accepted() -> None:
    made = page(
        paragraph("Sirens", "Title"),
        paragraph(
            run("Seven ")
            + "<w:del><w:r><w:delText>were killed </w:delText></w:r></w:del>"
            + f"<w:ins>{run('were hurt')}</w:ins>"
            + f"<w:moveFrom>{run(' elsewhere')}</w:moveFrom>"
            + run(" secretly", "<w:vanish/>")
            + run(".")
        ),
    )
    assert made.text == "Sirens\nSeven were hurt."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    made = page(paragraph("Sirens", "Title"), paragraph("One and ", "", "<w:rPr><w:del w:id='1'/></w:rPr>"), paragraph("the same."))
    assert made.text == "Sirens\nOne and the same."
    assert len(made.lines) == 2


def test_tables_notes_boxes_and_breaks() -> None:
    notes = f"<w:footnote w:type='separator'>{paragraph('drawn')}</w:footnote><w:footnote>{paragraph('A note.')}</w:footnote>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r>"
    choice = f"<mc:Fallback xmlns:mc='x'>{paragraph('twice')}</mc:Fallback>"
    made = page(
        paragraph("Sirens", "Title"),
        f"<w:tbl><w:tr><w:tc>{paragraph('Kyiv')}</w:tc><w:tc>{paragraph('nine')}</w:tc></w:tr></w:tbl>",
        paragraph(run("one") + "<w:r><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>"),
        paragraph(run("outer") + box + choice),
        footnotes=notes,
    )
    said = [(kind, text) for kind, _, _, text in blocks(made)]
    assert said[1:3] == [("cell", "Kyiv"), ("cell", "nine")]
    assert ("paragraph", "one two\tthree\u2011four") in said
    assert said[-3:] == [("paragraph", "outer"), ("paragraph", "In a box."), ("paragraph", "A note.")]


def test_links_of_both_kinds_stand_on_their_words() -> None:
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> HYPERLINK "https://tsn.example.org/2" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>the wire</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    made = page(
        paragraph("Sirens", "Title"),
        paragraph(f'{run("See ")}<w:hyperlink r:id="rId9">{run("the post")}</w:hyperlink>{run(" and ")}{field}{run(", https://a.org/b.")}'),
        links={"rId9": "https://t.me/kpszsu/1?a=1&amp;b=2"},
    )
    shown = [(link.target, made.text[link.span.start : link.span.end]) for link in made.links if link.span]
    assert shown == [
        ("https://t.me/kpszsu/1?a=1&b=2", "the post"),
        ("https://tsn.example.org/2", "the wire"),
        ("https://a.org/b", "https://a.org/b"),
    ]


def test_a_file_without_styles_is_read_by_its_look() -> None:
    long = "The city woke to sirens before dawn, and by noon the fires on the east bank were out and the trams were running again."
    made = page(
        paragraph("Sirens over Sumy"),
        paragraph("By Olena Koval"),
        paragraph(run("Nobody slept, and the trams stood still.", "<w:b/>")),
        paragraph(long),
        paragraph("What remains contested"),
        paragraph(long),
    )
    assert [(kind, role) for kind, _, role, _ in blocks(made)] == [
        ("heading", "headline"),
        ("paragraph", "byline"),
        ("paragraph", "standfirst"),
        ("paragraph", ""),
        ("heading", ""),
        ("paragraph", ""),
    ]


def test_a_comment_of_the_file_is_no_prose_and_stands_where_it_begins() -> None:
    data = word_file(paragraph("Sirens", "Title"), paragraph("The first went at one."), paragraph("The end."))
    source = read(data, "draft.docx").source
    remarks = [
        Remark(Region(at, at + 5), said)
        for said, at in (("stancelint: a note", source.index("first")), ("two\nlines", source.index("The end")))
    ]
    made = read(annotate(data, remarks), "draft.docx")
    hold(made)
    assert made.text == "Sirens\nThe first went at one.\nThe end."
    assert [(c.text, made.text[c.at : c.at + 5]) for c in made.comments] == [("stancelint: a note", "first"), ("two\nlines", "The e")]


EMPTY_COMMENTS = f'<w:comments xmlns:w="{SPACE}"/>'


def with_comments(comments: str | bytes, types: str = "<Types/>") -> bytes:
    related = '<R><Relationship Id="c" Type="x/comments" Target="comments.xml"/></R>'
    body = paragraph("Sirens", "Title") + paragraph(run("The first") + '<w:commentReference w:id="1"/>')
    document = f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
    return package(
        {
            "[Content_Types].xml": types,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": related,
            "word/comments.xml": comments,
        }
    )


def test_a_file_whose_last_comment_was_deleted_is_read() -> None:
    assert read(with_comments(EMPTY_COMMENTS), "draft.docx").text == "Sirens\nThe first"


@pytest.mark.parametrize(
    "comments",
    [
        EMPTY_COMMENTS,
        f'<w:comments xmlns:w="{SPACE}" a="/>"></w:comments><!-- the end of </w:comments> -->',
        f'<w:comments xmlns:w="{SPACE}" a="/>" />\n<?and so on?>',
        f'<?xml version="1.0" encoding="UTF-16"?><w:comments xmlns:w="{SPACE}"></w:comments>'.encode("utf-16"),
    ],
)
def test_a_remark_goes_into_whatever_comments_there_are(comments: str | bytes) -> None:
    copy = annotate(with_comments(comments), [Remark(Region(0, 6), "stancelint: here")])
    assert [c.text for c in read(copy, "draft.docx").comments] == ["stancelint: here"]


def test_a_remark_into_a_malformed_list_of_types_is_refused() -> None:
    data = word_file(paragraph("Sirens", "Title"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(DraftError, match="malformed"):
        annotate(package({**parts, "[Content_Types].xml": "<Types</Types>"}), [Remark(Region(0, 6), "here")])


# hostile files


def refusal(data: bytes) -> str:
    with pytest.raises(DraftError) as caught:
        read(data, "draft.docx")
    return caught.value.message


def test_what_is_no_word_file_is_said() -> None:
    assert "no zip archive" in refusal(b"words")
    assert "holds no document" in refusal(package({"a.txt": "words"}))
    assert "malformed" in refusal(package({"word/document.xml": "<w:document>"}))


def test_document_types_and_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE x SYSTEM "file:///etc/hostname">'
    for head in (bomb, outside):
        assert "declares a document type" in refusal(word_file(paragraph("x"), head=head))


def test_a_zip_bomb_is_refused_before_it_unfolds() -> None:
    started = time.monotonic()
    assert "unfolds to more than 96 MB" in refusal(package({"word/document.xml": b" " * 200_000_000}))
    assert time.monotonic() - started < 30


@given(junk=st.binary(max_size=60), at=st.integers(0, 1500))
def test_a_damaged_file_is_a_draft_error_or_a_page(junk: bytes, at: int) -> None:
    whole = word_file(paragraph("Sirens", "Title"), paragraph("The first went at one."))
    try:
        hold(read(whole[:at] + junk + whole[at + len(junk) :], "draft.docx"))
    except DraftError as error:
        assert error.exit_status == 2  # noqa: PT017 - either outcome is right


# comments written back


def commented(data: bytes) -> list[tuple[str, str]]:
    """The comments of a Word file, as (words they stand on, what they say), by number."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
        comments = archive.read("word/comments.xml").decode()
    found = []
    for number in re.findall(r"commentRangeStart w:id='(\d+)'", document):
        inside = document.split(f"commentRangeStart w:id='{number}'/>")[1].split(f"<w:commentRangeEnd w:id='{number}'")[0]
        words = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inside))
        said = "\n".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", comments.split(f'w:id="{number}"')[1].split("</w:comment>")[0]))
        found.append((int(number), words, said))
    return [(words, said) for _, words, said in sorted(found)]


def test_remarks_stand_at_their_words_and_nothing_else_changes() -> None:
    data = word_file(paragraph("Sirens", "Title"), paragraph(run("Moscow ") + run("&amp; Kyiv \U0001f6a8 agr", "<w:b/>") + run("ee.")))
    before = read(data, "draft.docx")
    wanted = ["& Kyiv", "\U0001f6a8 agree", "Moscow &", "Sirens"]
    remarks = [Remark(Region(at, at + len(words)), f"On {words}") for words in wanted for at in [before.source.index(words)]]
    copy = annotate(data, remarks)
    assert [words.replace("&amp;", "&") for words, _ in commented(copy)] == wanted
    assert commented(copy)[1][1] == "On \U0001f6a8 agree"
    after = read(copy, "draft.docx")
    assert (after.text, after.blocks) == (before.text, before.blocks)
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count("<w:rPr><w:b/></w:rPr>") > 1  # both halves of a split run keep their look


def test_a_second_copy_adds_to_the_comments_of_the_first() -> None:
    data = word_file(paragraph("Sirens over Sumy", "Title"))
    first = annotate(data, [Remark(Region(0, 6), "one")])
    second = annotate(first, [Remark(Region(12, 16), "two & <three>\nfour")])
    assert commented(second) == [("Sirens", "one"), ("Sumy", "two &amp; &lt;three&gt;\nfour")]


XML = st.lists(
    st.sampled_from(
        [
            *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:t/>", "one ", "&amp;", "<![CDATA[", "]]>", "<!--", "-->"),
            *('<w:pPr><w:pStyle w:val="a"/></w:pPr>', "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "<w:rPr><w:del/></w:rPr>", "<w:tbl>"),
            *('<w:comment w:id="1">', "</w:comment>", '<w:style w:styleId="a">', "</w:style>", '<w:basedOn w:val="a"/>', "<w:tr><w:tc>"),
            *('<w:hyperlink r:id="c">', "</w:hyperlink>", '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>", '<w:numId w:val="x"/>'),
            *('<Relationship Id="c" Target="a"/>', '<w:footnote w:id="1">', "</w:footnote>", '<w:commentRangeStart w:id="1"/>'),
        ]
    ),
    max_size=12,
).map("".join)
PARTS = ["word/document.xml", "word/styles.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"]


@pytest.mark.parametrize("part", PARTS)
@given(inside=XML, rooted=st.booleans())
def test_any_part_is_read_and_remarked_on_or_refused(part: str, inside: str, rooted: bool) -> None:
    root = f'<w:document xmlns:w="{SPACE}" xmlns:r="r"><w:body>{inside}</w:body></w:document>'
    with zipfile.ZipFile(BytesIO(with_comments(EMPTY_COMMENTS))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    data = package({**parts, part: root if rooted else inside})
    try:
        made = read(data, "draft.docx")
        hold(made)
        if made.text:
            assert read(annotate(data, [Remark(Region(0, 1), "here")]), "draft.docx").text == made.text
    except DraftError as error:
        assert error.exit_status == 2  # noqa: PT017 - either outcome is right


@given(words=st.lists(st.text("aé\U0001f6a8 &<", min_size=1, max_size=8), min_size=1, max_size=5), data=st.data())
def test_any_region_can_carry_a_remark(words: list[str], data: st.DataObject) -> None:
    escaped = [said.replace("&", "&amp;").replace("<", "&lt;") for said in words]
    file = word_file(paragraph("".join(run(said) for said in escaped)), paragraph("end"))
    source = read(file, "draft.docx").source
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    assume(source[start:end] != "\n")
    copy = annotate(file, [Remark(Region(start, end), "here")])
    assert read(copy, "draft.docx").source == source
    marked = "".join(said for said, _ in commented(copy)).replace("&lt;", "<").replace("&amp;", "&")
    assert marked == source[start:end].replace("\n", "")


def test_a_file_of_the_strict_variant_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<document xmlns="{strict}"><body><p><r><t>Sirens over Sumy</t></r></p><p><r><t>At one.</t></r></p></body></document>'
    data = package({"word/document.xml": document, "[Content_Types].xml": "<Types/>"})
    assert read(data, "a.docx").text == "Sirens over Sumy\nAt one."
    copy = annotate(data, [Remark(Region(7, 11), "x")])
    assert read(copy, "a.docx").text == "Sirens over Sumy\nAt one."
    assert SPACE not in zipfile.ZipFile(BytesIO(copy)).read("word/comments.xml").decode()
