"""HTML as content systems export it, well made and badly made."""

from __future__ import annotations

import pytest

from stancelint.readers import read
from stancelint.text.document import Document
from stancelint.text.span import Span
from tests.readers.laws import hold


def page(text: str) -> Document:
    made = read(text.encode(), "draft.html")
    hold(made)
    return made


def blocks(text: str) -> list[tuple[str, str]]:
    made = page(text)
    return [(b.role or b.kind, made.text[b.span.start : b.span.end]) for b in made.blocks]


def prose(text: str) -> list[str]:
    return [said for _, said in blocks(text)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>nine  \n people</p>", "nine people"),
        ("<p> nine<b> people</b> <i> hurt</i> </p>", "nine people hurt"),
        ("<p>nine&nbsp;people &amp; &#8217;em &hellip; &copy 5 &unknown; &#x1F6A8;</p>", "nine\xa0people & ’em … © 5 &unknown; \U0001f6a8"),
        ("<p>one<br>two<br/>three</p>", "one two three"),
        ("<p>5 < 6 & 7 > 3</p>", "5 < 6 & 7 > 3"),
        ("<p data-x='>' title=\"<p>\">nine</p>", "nine"),
        ("nine", "nine"),
        ("<p>nine<!-- note --> people", "nine people"),
        ("<p>nine<span", "nine<span"),
        ("<p>one&#10;two", "one two"),
    ],
)
def test_what_shows_of_markup(source: str, shown: str) -> None:
    assert prose(source) == [shown]


def test_a_word_cut_by_markup_is_placed_with_the_markup_inside() -> None:
    made = page("<p>The <b>Kyi</b>v region&#8217;s\r\n  roofs</p>")
    for words, source in (("Kyiv", "Kyi</b>v"), ("region’s", "region&#8217;s"), ("roofs", "roofs")):
        at = made.text.index(words)
        region = made.region(Span(at, at + len(words)))
        assert made.source[region.start : region.end] == source


def test_a_page_from_a_content_system() -> None:
    text = """<!DOCTYPE html><html><head><title>Sirens | The Paper</title>
    <meta property="article:published_time" content="2026-10-03T04:00:00Z"><style>p { said: no }</style>
    <script>document.write("<p>said</p>")</script></head><body>
    <nav><ul><li>Home</li></ul></nav><h1 class="site-title">The Paper</h1>
    <!-- wp:post-title --><h1>Sirens</h1><!-- /wp:post-title -->
    <p class="article__standfirst">Nobody slept.</p><div class="byline">By <a rel="author" href="/o">Olena Koval</a></div>
    <!-- stancelint: a note -->
    <p>The first went.</p>
    <figure><img src="a.jpg" alt="a yard"><figcaption>The yard.</figcaption></figure>
    <blockquote><p>We ran.</p><cite>Ivan</cite></blockquote>
    <figure class="wp-block-pullquote"><blockquote><p>We ran!</p></blockquote></figure>
    <ul><li>one<li>two <ul><li>under</li></ul></ul>
    <table><tr><th>City</th><td>nine</td></tr></table>
    <pre><code>print()</code></pre><div hidden>never</div><p style="display: none">never</p>
    </body></html>"""
    made = page(text)
    assert [(b.role or b.kind, b.level, b.quoted, made.text[b.span.start : b.span.end]) for b in made.blocks] == [
        ("heading", 1, 0, "The Paper"),
        ("headline", 1, 0, "Sirens"),
        ("standfirst", 0, 0, "Nobody slept."),
        ("byline", 0, 0, "By Olena Koval"),
        ("paragraph", 0, 0, "The first went."),
        ("caption", 0, 0, "The yard."),
        ("paragraph", 0, 1, "We ran."),
        ("paragraph", 0, 1, "Ivan"),
        ("pull-quote", 0, 1, "We ran!"),
        ("item", 1, 0, "one"),
        ("item", 1, 0, "two"),
        ("item", 2, 0, "under"),
        ("cell", 0, 0, "City"),
        ("cell", 0, 0, "nine"),
    ]
    assert made.date == "2026-10-03"
    assert [(c.text, made.text[c.at : c.at + 9]) for c in made.comments] == [(" stancelint: a note ", "The first")]


def test_without_a_first_heading_the_title_is_the_headline() -> None:
    assert blocks("<title>Sirens &amp; smoke</title><p>The first went.</p>") == [
        ("headline", "Sirens & smoke"),
        ("paragraph", "The first went."),
    ]
    assert blocks("<h2>Sirens</h2><p>The first went.</p>")[0] == ("headline", "Sirens")


def test_a_paragraph_beside_the_headline_in_a_header_is_the_standfirst() -> None:
    text = "<header><h1>Sirens</h1><p>Nobody slept.</p><p>By Olena Koval</p></header><p>3 October 2026</p><p>The first went.</p>"
    assert blocks(text) == [
        ("headline", "Sirens"),
        ("standfirst", "Nobody slept."),
        ("byline", "By Olena Koval"),
        ("dateline", "3 October 2026"),
        ("paragraph", "The first went."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pubdate" content="3 October 2026">',
        '<time datetime="2026-10-03">today</time>',
        '<script type="application/ld+json">{"datePublished": "2026-10-03T04:00:00Z"}</script>',
    ],
)
def test_the_date_of_a_page(head: str) -> None:
    assert page(f"{head}<h1>Sirens</h1>").date == "2026-10-03"
    assert page("<time datetime='2026-02-30'>x</time>").date is None


def test_links_keep_the_place_of_their_address() -> None:
    made = page('<p>See <a href="https://a.org/?x=1&amp;y=2"> the <b>post</b></a>, <a href=#top>up</a> and https://b.org/c.</p>')
    assert [(link.target, made.source[link.region.start : link.region.end]) for link in made.links] == [
        ("https://a.org/?x=1&y=2", "https://a.org/?x=1&amp;y=2"),
        ("https://b.org/c", "https://b.org/c"),
    ]
    assert [made.text[link.span.start : link.span.end].strip() for link in made.links if link.span] == ["the post", "https://b.org/c"]


def test_a_link_over_blocks_is_one_link() -> None:
    made = page("<a href='http://a.org'><h2>Sirens</h2><p>The first.</p></a>")
    assert [made.text[link.span.start : link.span.end] for link in made.links if link.span] == ["Sirens"]


@pytest.mark.parametrize(
    "text",
    [
        "<div hidden>The draft.",
        "<nav>The draft.",
        "<script>The draft.",
        "<!-- The draft.",
        "<p title='The draft.",
        "<template><p>The draft.",
        "</p></p></div>The draft.",
    ],
)
def test_nothing_left_open_swallows_the_draft(text: str) -> None:
    assert "The draft." in page(text).text


def test_code_in_a_sentence_is_opaque() -> None:
    made = page("<p>Run <code>rm -rf</code> never</p>")
    assert [made.text[span.start : span.end] for span in made.opaque] == ["rm -rf"]


@pytest.mark.parametrize(
    "text", ["<div>" * 20_000, "<blockquote>" * 20_000 + "x", "<!--" * 20_000, "<a b='" * 20_000, "&" * 50_000, "<" * 50_000]
)
def test_hostile_markup_is_read(text: str) -> None:
    hold(read(text.encode(), "draft.html"))
