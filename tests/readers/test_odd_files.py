"""What comes out of real tools and is in no manual: each is read, or refused with a word, and nothing of the copy is lost."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest

from stancelint.errors import DraftError
from stancelint.readers import read
from stancelint.readers.docx_remarks import Remark, annotate
from stancelint.text.document import Document
from stancelint.text.span import Region
from tests.readers.laws import hold
from tests.readers.word_files import RELATIONS, SPACE, package, paragraph, run, word_file


def page(text: str | bytes, name: str) -> Document:
    made = read(text.encode() if isinstance(text, str) else text, name)
    hold(made)
    return made


def blocks(made: Document) -> list[tuple[str, str]]:
    return [(b.role or b.kind, made.text[b.span.start : b.span.end]) for b in made.blocks]


# HTML

ARTICLE = "<h1>Sirens</h1>{}<p>The first went at one.</p>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<p class="standfirst">Nobody slept.</p>', ("standfirst", "Nobody slept.")),
        ('<div class="standfirst"><div>Nobody</div> slept.</div>', ("standfirst", "Nobody")),
        ('<span class="standfirst">Nobody slept.</span>', ("standfirst", "Nobody slept.")),
        ("<p><a>Nobody</a> slept.</p>", ("paragraph", "Nobody slept.")),
        ("<p> \n </p><p>Nobody slept.</p>", ("paragraph", "Nobody slept.")),
        ("<svg><title>A picture</title></svg><p>Nobody slept.</p>", ("paragraph", "Nobody slept.")),
        ("<div hidden>no <div>no</div> no</div><p>Nobody slept.</p>", ("paragraph", "Nobody slept.")),
        ("<span hidden>no <span>no</span> no</span><p>Nobody slept.</p>", ("paragraph", "Nobody slept.")),
    ],
)
def test_what_stands_under_a_headline(inside: str, shown: tuple[str, str]) -> None:
    found = blocks(page(ARTICLE.format(inside), "draft.html"))
    assert found[0] == ("headline", "Sirens")
    assert found[1] == shown
    assert found[-1] == ("paragraph", "The first went at one.")


def test_a_box_of_the_standfirst_class_that_holds_the_whole_article_makes_no_standfirst_of_it() -> None:
    paragraphs = [f"Paragraph {n} of the night." for n in range(9)]
    made = page('<h1>Sirens</h1><div class="standfirst">' + "".join(f"<p>{words}</p>" for words in paragraphs) + "</div>", "draft.html")
    assert [words for _, words in blocks(made)] == ["Sirens", *paragraphs]
    assert blocks(made)[-1] == ("paragraph", paragraphs[-1])


# Markdown and what sites add to it


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("A <code>x</code> word", "A x word"),
        ("See ![[yard.png]] and [[Sumy|the town]].", "See  and the town."),
        ("A {{ " + "x" * 10_100 + " }} word", "A {{ " + "x" * 10_100 + " }} word"),
        ("A {% highlight c %} that never ends", "A  that never ends"),
        ("A {% highlight c %}x{% endhighlight %} word", "A  word"),
        ("Text <Box title={'" + "x" * 10_100 + "'}> word", "Text <Box title={'" + "x" * 10_100 + "'}> word"),
        ("![A `yard` at dawn](a.png)\n\nA word", "A word"),
        ("| a `x\\|y` b | c |\n| --- | --- |\n| d | e |", "a x|y b\nc\nd\ne"),
    ],
)
def test_what_shows_of_unusual_markup(source: str, shown: str) -> None:
    name = "draft.mdx" if "<Box" in source else "draft.md"
    assert page(source, name).text.split() == shown.split()


def test_marks_that_a_draft_uses_itself_are_not_taken_for_ours() -> None:
    every = "\x1a\x1b\x1c\x1d\x1e\x01\x02\x03\x04\x05"
    assert "word {{ x }}" in page(f"A {every} word {{{{ x }}}}", "draft.md").text  # no mark is left to cover the tag with


# JSON of content systems


def json_page(value: Any) -> Document:
    return page(json.dumps(value), "draft.json")


def paragraph_node(*content: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)}


def test_what_is_no_node_in_a_prosemirror_document_is_passed_over() -> None:
    words = {"type": "text", "text": "The first went.", "marks": [None, {"type": "bold"}]}
    body = {"type": "doc", "content": [7, paragraph_node(words, 7, None), {"type": "figcaption", "content": [paragraph_node(words)]}]}
    made = json_page({"title": "Sirens", "body": body})
    assert blocks(made) == [("headline", "Sirens"), ("paragraph", "The first went."), ("caption", "The first went.")]


def test_what_is_no_block_in_a_list_of_blocks_is_passed_over() -> None:
    made = json_page(
        [
            {"blockName": "core/paragraph", "innerHTML": "<p>The first went.</p>", "innerBlocks": []},
            7,
            {"blockName": "core/spacer"},
            {"blockName": "core/paragraph", "innerHTML": "<p>The second went.</p>", "innerBlocks": []},
        ]
    )
    assert [words for _, words in blocks(made)] == ["The first went.", "The second went."]


# Word


def test_word_s_own_ways_of_lists_links_and_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Rubrik"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = (
        paragraph("Sirens over Sumy", "Rubrik")
        + paragraph("A depot", "Punkt")
        + paragraph("No item", "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
        + paragraph(f'<w:fldSimple w:instr=" HYPERLINK https://t.me/kpszsu/1 ">{run("the post")}</w:fldSimple>')
        + f"<w:p><w:r><w:t><![CDATA[Nine & more]]></w:t></w:r></w:p>{paragraph('Ten')}"
    )
    made = page(_with_styles(body, styles), "draft.docx")
    assert [(b.kind, b.level, made.text[b.span.start : b.span.end]) for b in made.blocks] == [
        ("heading", 2, "Sirens over Sumy"),
        ("item", 1, "A depot"),
        ("paragraph", 0, "No item"),
        ("paragraph", 0, "the post"),
        ("paragraph", 0, "Nine & more"),
        ("paragraph", 0, "Ten"),
    ]
    assert [link.target for link in made.links] == ["https://t.me/kpszsu/1"]


def _with_styles(body: str, styles: str) -> bytes:
    related = f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    return package(
        {
            "[Content_Types].xml": "<Types></Types>",
            "_rels/.rels": f'<R><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></R>',
            "word/document.xml": f'<w:document xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f"<R>{related}</R>",
            "word/styles.xml": f'<w:styles xmlns:w="{SPACE}">{styles}</w:styles>',
        }
    )


def test_a_remark_is_written_into_a_document_of_another_encoding() -> None:
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    parts = _parts(word_file(paragraph("A night in Orléans"), head=head))
    document = parts["word/document.xml"]
    assert isinstance(document, bytes)
    copied = annotate(package({**parts, "word/document.xml": document.decode().encode("latin-1")}), [Remark(Region(2, 7), "a remark")])
    assert page(copied, "draft.docx").text == "A night in Orléans"


def _parts(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_remark_into_a_word_file_with_a_broken_picture_is_refused_with_its_name() -> None:
    parts = _parts(word_file(paragraph("A night in Sumy")))
    data = bytearray(package({**parts, "word/media/yard.png": b"0123456789" * 20}))
    at = data.index(b"word/media/yard.png") + len(b"word/media/yard.png")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(DraftError, match=r"yard\.png cannot be copied"):
        annotate(bytes(data), [Remark(Region(2, 7), "a remark")])


def test_parts_named_from_the_root_of_the_package_are_found() -> None:
    parts = _parts(word_file(paragraph("Sirens over Sumy", "Title"), paragraph("Nobody slept.")))
    relations = parts["word/_rels/document.xml.rels"]
    assert isinstance(relations, bytes)
    made = page(package({**parts, "word/_rels/document.xml.rels": relations.replace(b'"styles.xml"', b'"/word/styles.xml"')}), "draft.docx")
    assert blocks(made)[0] == ("headline", "Sirens over Sumy")


# comments and addresses


@pytest.mark.parametrize("empty", ["<!-->", "<!--->", "<!---->"])
def test_an_empty_comment_hides_nothing(empty: str) -> None:
    assert page(f"<p>nine{empty} people --> hurt</p>", "draft.html").text == "nine people --> hurt"


@pytest.mark.parametrize(
    ("line", "targets"),
    [
        ("See t.me/kpszsu/1, and go.", ["t.me/kpszsu/1"]),
        ("See .com/a and go.", []),
        ("See -.me/a and go.", []),
        ("See https://t.me/kpszsu/1 and https://t.me/kpszsu/2.", ["https://t.me/kpszsu/1", "https://t.me/kpszsu/2"]),
        ("See https:// and go.", []),
    ],
)
def test_an_address_in_plain_text(line: str, targets: list[str]) -> None:
    assert [link.target for link in page(f"Sirens\n\n{line}\n", "draft.txt").links] == targets


@pytest.mark.parametrize(
    ("source", "said"), [('{"a"::1}', "a colon out of place"), ('{"a" 1}', "a value out of place"), ("{} \n", "holds no copy")]
)
def test_json_that_is_none_or_holds_no_copy_is_refused(source: str, said: str) -> None:
    with pytest.raises(DraftError, match=said):
        read(source.encode(), "draft.json")
