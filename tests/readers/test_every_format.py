"""The laws of places, put to every reader with text that nobody would file."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.errors import DraftError
from stancelint.readers import format_of, known_suffixes, read
from tests.readers.laws import hold

NAMES = ["draft.txt", "draft.md", "draft.mdx", "draft.html"]
PIECES = [
    *("Kyiv ", "two words ", "“quoted” ", "Київ", "\U0001f6a8", "e\u0301", "\u2028", "\x0b", "\x85", "\ufeff", "\x1a"),
    *("\n", "\r\n", "\r", "\n\n", "  ", "\t", "> ", "- ", "1. ", "# ", "## ", "===\n", "```", "`", "*", "**", "_", "~~", "\\"),
    *("[", "]", "(", ")", "[words](http://a.org/b)", "[r]: http://e.org\n", "[r]", "[^1]", "[^1]: foot\n", "![alt](j.png)"),
    *("<p>", "</p>", "<b>", "</b>", '<a href="http://x.org/z">', "</a>", "<a href='", "<br>", "<h1>", "</h1>", "<li>", "<ul>", "</ul>"),
    *("<blockquote>", "</blockquote>", "<div hidden>", "</div>", "<td>", "<script>", "</script>", "<pre><code>", "<nav>", "<title>"),
    *("<!--", "-->", "<!-- a note -->", "&amp;", "&#10;", "&#x1F600;", "&nbsp", "&", "<", ">", '"', "'", "|", "| a | b |\n|---|---|\n"),
    *("http://a.org/c?d=e&f", "www.x.org/a).", "t.me/abc/12", "://", "{{< x >}}", "{% comment %}", "{% endcomment %}", "{{", "}}"),
    *("[[Page|shown]]", "[[", "]]", "<Chart a={1}>", "{a}", "{/* c */}", "import x from 'y'\n", "[//]: # (c)\n", "By Jane Doe\n"),
    *("---\n", "+++\n", "title: T\n", 'title = "T"\n', ":", "."),
]
drafts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("name", NAMES)
@given(draft=drafts)
def test_every_character_of_prose_has_its_place(name: str, draft: str) -> None:
    try:
        page = read(draft.encode("utf-8", "surrogatepass").replace(b"\0", b""), name)
    except DraftError:
        return
    hold(page)


@pytest.mark.parametrize("name", [*NAMES, "draft", "draft.log", "draft.docx", "draft.json"])
@given(data=st.binary(max_size=80))
def test_no_bytes_raise_anything_but_a_draft_error(name: str, data: bytes) -> None:
    with suppress(DraftError):
        hold(read(data, name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_marks_keep_their_places(name: str, line_end: str) -> None:
    words = "Sirens in Sumy\n\nThe first went at one.\n\nThe second \U0001f6a8 at two."
    if name == "draft.html":
        words = "<h1>Sirens in Sumy</h1>\n<p>The first went at one.</p>\n<p>The second \U0001f6a8 at two.</p>"
    source = "\ufeff" + words.replace("\n", line_end)
    page = read(source.encode(), name)
    hold(page)
    assert page.source == source
    at = page.text.index("at two")
    region = page.region(type(page.blocks[0].span)(at, at + 6))
    assert source[region.start : region.end] == "at two"
    assert page.text[: page.blocks[0].span.end] == "Sirens in Sumy"


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_draft_is_a_page_without_blocks(name: str) -> None:
    for nothing in (b"", b"\n\n", b"\xef\xbb\xbf"):
        page = read(nothing, name)
        assert (page.text, page.blocks) == ("", ())


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "markdown"),
        ("a.MDX", "markdown"),
        ("a.htm", "html"),
        ("a.xhtml", "html"),
        ("a.txt", "text"),
        ("README", "text"),
        ("a.b.c", "text"),
    ],
)
def test_the_suffix_says_the_format(name: str, form: str) -> None:
    assert format_of(name) == form


def test_folders_are_walked_for_what_can_be_read() -> None:
    assert {".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".txt", ".text"} <= known_suffixes
    assert ".py" not in known_suffixes
