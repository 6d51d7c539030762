"""JSON drafts of content systems: each word at its place in the file, and the pointer of the node that it comes from."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.errors import DraftError
from stancelint.readers import read
from stancelint.text.document import Document
from stancelint.text.inner_places import NodePlace
from stancelint.text.span import Span
from tests.readers.laws import hold


def page(value: Any, **how: Any) -> Document:
    made = read(json.dumps(value, **how).encode(), "draft.json")
    hold(made)
    return made


def blocks(made: Document) -> list[tuple[str, int, str]]:
    return [(b.role or b.kind, b.quoted, made.text[b.span.start : b.span.end]) for b in made.blocks]


def text(words: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": words, "marks": list(marks)}


def node(kind: str, *content: Any, **attrs: Any) -> dict[str, Any]:
    return {"type": kind, "attrs": attrs, "content": list(content)}


LINK = {"type": "link", "attrs": {"href": "https://t.me/kpszsu/1"}}


def test_a_prosemirror_document() -> None:
    made = page(
        {
            "title": "Sirens over “Sumy”",
            "dek": "Nobody slept.",
            "date": "2026-10-03",
            "body": node(
                "doc",
                node("paragraph", text("The first "), text("went", {"type": "bold"}), {"type": "hardBreak"}, text("at one.")),
                node("heading", text("Damage"), level=3),
                node("bulletList", node("listItem", node("paragraph", text("a depot")), node("paragraph", text("and a yard")))),
                node("blockquote", node("paragraph", text("We ran."))),
                node("codeBlock", text("print()")),
                node("table", node("tableRow", node("tableCell", node("paragraph", text("nine"))))),
                node("paragraph", text("See "), text("the ", LINK), text("post", LINK, {"type": "code"}), text(".")),
            ),
        }
    )
    assert blocks(made) == [
        ("headline", 0, "Sirens over “Sumy”"),
        ("standfirst", 0, "Nobody slept."),
        ("paragraph", 0, "The first went at one."),
        ("heading", 0, "Damage"),
        ("item", 0, "a depot"),
        ("paragraph", 0, "and a yard"),
        ("paragraph", 1, "We ran."),
        ("cell", 0, "nine"),
        ("paragraph", 0, "See the post."),
    ]
    assert made.date == "2026-10-03"
    assert [(link.target, made.text[link.span.start : link.span.end]) for link in made.links if link.span] == [
        ("https://t.me/kpszsu/1", "the post")
    ]
    pointers = {made.text[span.start : span.end]: pointer for span, pointer in made.pointers}
    assert pointers["went"] == "/body/content/0/content/1/text"
    assert pointers["Sirens over “Sumy”"] == "/title"


@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_words_stand_in_the_file_as_they_are_escaped(ensure_ascii: bool) -> None:
    made = page(node("doc", node("paragraph", text('The “\U0001f6a8” and\nthe "yard" \\ here'))), ensure_ascii=ensure_ascii)
    assert made.text == 'The “\U0001f6a8” and the "yard" \\ here'
    for words, source in (("“\U0001f6a8”", "\\u201c\\ud83d\\udea8\\u201d"), ('"yard"', '\\"yard\\"'), ("here", "here")):
        at = made.text.index(words)
        region = made.region(Span(at, at + len(words)))
        assert made.source[region.start : region.end] == (source if ensure_ascii or "\U0001f6a8" not in words else words)


def test_a_wordpress_post() -> None:
    html = (
        '<!-- wp:paragraph -->\n<p>The <b>first</b> &amp; "last" <a href="https://a.org/?x=1&amp;y=2">post</a>.</p>\n'
        "<!-- stancelint: a note --><h2>Damage</h2>"
    )
    made = page({"id": 7, "date": "2026-10-03T04:00:00", "title": {"rendered": "Sirens &#8217;n smoke"}, "content": {"rendered": html}})
    assert blocks(made) == [("headline", 0, "Sirens ’n smoke"), ("paragraph", 0, 'The first & "last" post.'), ("heading", 0, "Damage")]
    [link] = made.links
    assert link.target == "https://a.org/?x=1&y=2"
    assert made.source[link.region.start : link.region.end] == "https://a.org/?x=1&amp;y=2"
    assert [(c.text, made.text[c.at :]) for c in made.comments] == [(" stancelint: a note ", "Damage")]
    assert {pointer for _, pointer in made.pointers} == {"/title/rendered", "/content/rendered"}


def test_a_list_of_blocks_as_the_editor_keeps_it() -> None:
    made = page(
        [
            {"name": "core/heading", "attributes": {"content": "Sirens", "level": 1}, "innerBlocks": []},
            {"name": "core/paragraph", "attributes": {"content": "The <em>first</em> went."}, "innerBlocks": []},
            {
                "name": "core/list",
                "attributes": {},
                "innerBlocks": [{"name": "core/list-item", "attributes": {"content": "a depot"}, "innerBlocks": []}],
            },
            {"name": "core/pullquote", "attributes": {"value": "We ran.", "citation": "Ivan"}, "innerBlocks": []},
            {"name": "core/image", "attributes": {"url": "a.jpg", "caption": "The yard."}, "innerBlocks": []},
            {"name": "core/code", "attributes": {"content": "print()"}, "innerBlocks": []},
        ]
    )
    assert blocks(made) == [
        ("headline", 0, "Sirens"),
        ("paragraph", 0, "The first went."),
        ("item", 0, "a depot"),
        ("pull-quote", 1, "We ran."),
        ("pull-quote", 1, "Ivan"),
        ("caption", 0, "The yard."),
    ]


def test_a_list_of_blocks_as_the_server_parses_it() -> None:
    made = page(
        [
            {"blockName": "core/paragraph", "attrs": {}, "innerBlocks": [], "innerHTML": "\n<p>The first.</p>\n"},
            {
                "blockName": "core/quote",
                "attrs": {},
                "innerHTML": "<blockquote></blockquote>",
                "innerBlocks": [{"blockName": "core/paragraph", "attrs": {}, "innerBlocks": [], "innerHTML": "<p>We ran.</p>"}],
            },
        ]
    )
    assert blocks(made) == [("paragraph", 0, "The first."), ("paragraph", 1, "We ran.")]


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ('{"type": "doc",\n "content": [}', 2, "closes nothing"),
        ('{"a": "b"', 1, "ends too early"),
        ("[1,\n,2]", 2, "comma"),
        ("{'a': 1}", 1, "no JSON"),
        ('{"a":\n"\\u00e"}', 2, "four digits"),
        ('{"\\ule": 1}', 1, "four digits"),
        ('{"a" 1}', 1, "out of place"),
        ("[" * 300 + "]" * 300, 1, "nested deeper"),
        ('{"a": 1}', None, "holds no copy"),
        ("", 1, "ends too early"),
    ],
)
def test_other_json_is_refused_with_its_place(source: str, line: int | None, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        read(source.encode(), "draft.json")
    assert said in caught.value.message
    assert caught.value.line == line


values = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "content", "text", "title", "body", "name"]), inner, max_size=3)
    ),
    max_leaves=8,
)
kinds = st.sampled_from(["doc", "paragraph", "text", "heading", "bulletList", "listItem", "blockquote"])
trees = st.recursive(
    st.builds(lambda words: {"type": "text", "text": words}, st.text(max_size=12)),
    lambda inner: st.builds(lambda kind, content: {"type": kind, "content": content}, kinds, st.lists(inner, max_size=4)),
    max_leaves=12,
)


@given(value=values | trees.map(lambda tree: {"type": "doc", "content": [tree]}), ensure_ascii=st.booleans())
def test_any_json_is_a_page_or_a_draft_error(value: Any, ensure_ascii: bool) -> None:
    source = json.dumps(value, ensure_ascii=ensure_ascii).encode("utf-8", "surrogatepass")
    try:
        hold(read(source, "draft.json"))
    except DraftError as error:
        assert error.exit_status == 2  # noqa: PT017 - either outcome is right


@given(
    html=st.lists(
        st.sampled_from(
            ['<p class="x">', "</p>", "word ", "&amp;", '"', "\\", "\n", "\U0001f6a8", "<b>", "</b>", "<a href='http://a.org'>", "</a>"]
        )
    )
)
def test_html_in_json_keeps_its_places(html: list[str]) -> None:
    hold(page({"content": {"raw": "<p>" + "".join(html)}}))


def test_every_place_in_the_copy_names_its_node() -> None:
    copy = {"type": "doc", "content": [{"type": "paragraph", "content": [text("At “one” o'clock.")]}]}
    made = page({"body": copy, "title": "Sirens"})
    places = {words: made.lines.place(made.source.index(words)).within for words in ("Sirens", "o'clock", '"doc"')}
    assert places == {"Sirens": NodePlace("/title"), "o'clock": NodePlace("/body/content/0/content/0/text"), '"doc"': None}


def test_an_excerpt_before_the_copy_is_no_copy() -> None:
    made = page({"excerpt": {"rendered": "<p>Nobody slept.</p>"}, "content": {"rendered": "<p>The first went at one.</p>"}})
    assert blocks(made) == [("standfirst", 0, "Nobody slept."), ("paragraph", 0, "The first went at one.")]
