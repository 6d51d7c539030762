"""Markdown as desks and sites write it: front matter, references, shortcodes, and every character in its place."""

from __future__ import annotations

import pytest

from stancelint.errors import DraftError
from stancelint.readers import read
from stancelint.text.document import Document
from stancelint.text.span import Span
from tests.readers.laws import hold


def page(text: str, name: str = "draft.md") -> Document:
    made = read(text.encode(), name)
    hold(made)
    return made


def blocks(text: str, name: str = "draft.md") -> list[tuple[str, str]]:
    made = page(text, name)
    return [(b.role or b.kind, made.text[b.span.start : b.span.end]) for b in made.blocks]


def prose(text: str, name: str = "draft.md") -> list[str]:
    return [said for _, said in blocks(text, name)]


def source_of(made: Document, words: str) -> str:
    at = made.text.index(words)
    region = made.region(Span(at, at + len(words)))
    return made.source[region.start : region.end]


# words and their places


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("nine *people* were **hurt**", "nine people were hurt"),
        ("nine &amp; ten\\*", "nine & ten*"),
        ("nine &#128680; ten", "nine \U0001f6a8 ten"),
        ("soft\nbreak and  \nhard", "soft break and hard"),
        ("> quoted\n> on", "quoted on"),
        ("a [link *inside*](http://a.org) here", "a link inside here"),
        ("a ![picture](x.png)picture", "a picture"),
        ("struck ~~out~~", "struck out"),
        ("note[^1] here\n\n[^1]: The note.", "note here"),
        ("some `code  here` too", "some code  here too"),
        ("a <b>bold</b><br>claim <!-- note -->here", "a bold claim here"),
        ("- [ ] to do", "to do"),
        ("| a | b |\n|---|---|\n| c \\| d | e |", "a"),
    ],
)
def test_what_shows_of_markup(source: str, shown: str) -> None:
    assert prose(source)[0] == shown


def test_a_word_cut_by_markup_is_placed_with_the_markup_inside() -> None:
    made = page("The **Kyi**v region &mdash; and Odes\\*a\r\n  too")
    assert source_of(made, "Kyiv") == "Kyi**v"
    assert source_of(made, "—") == "&mdash;"
    assert source_of(made, "too") == "too"


def test_code_and_html_machinery_are_no_prose() -> None:
    code = "```\nfenced\n```\n\n    indented\n\n<script>\nvar x = 'said';\n</script>"
    text = f"Before.\n\n{code}\n\n<div class='x'>\nInside &amp; shown\n</div>\n\nAfter."
    assert prose(text) == ["Before.", "Inside & shown", "After."]


def test_lists_tables_and_quotations() -> None:
    made = page("> said\n>\n> > deeper\n\n- one\n- two\n  - under\n\n  more of two\n\n| H |\n|---|\n| c |\n")
    assert [(b.kind, b.level, b.quoted, made.text[b.span.start : b.span.end]) for b in made.blocks] == [
        ("paragraph", 0, 1, "said"),
        ("paragraph", 0, 2, "deeper"),
        ("item", 1, 0, "one"),
        ("item", 1, 0, "two"),
        ("item", 2, 0, "under"),
        ("paragraph", 0, 0, "more of two"),
        ("cell", 0, 0, "H"),
        ("cell", 0, 0, "c"),
    ]


# roles


def test_the_first_heading_is_the_headline_and_emphasis_under_it_the_standfirst() -> None:
    assert blocks("# Sirens\n\n*Nobody slept.*\n\nBy Olena Koval\n\nThe first *went*.\n\n## Damage\n\nRoofs.") == [
        ("headline", "Sirens"),
        ("standfirst", "Nobody slept."),
        ("byline", "By Olena Koval"),
        ("paragraph", "The first went."),
        ("heading", "Damage"),
        ("paragraph", "Roofs."),
    ]


def test_a_plain_first_paragraph_stays_copy() -> None:
    assert blocks("# Sirens\n\nNobody slept.\n\nThe first went.")[1] == ("paragraph", "Nobody slept.")


def test_there_is_one_headline() -> None:
    roles = [role for role, _ in blocks("# Sirens\n\nCopy.\n\n<h1>Smoke</h1>\n\n# Fire\n")]
    assert roles == ["headline", "paragraph", "heading", "heading"]


def test_the_line_under_a_picture_is_its_caption() -> None:
    assert blocks("# Sirens\n\nCopy.\n\n![a yard](yard.jpg)\n\n*The yard at dawn.*\n\n![a roof](roof.jpg)\n*The roof.*")[2:] == [
        ("caption", "The yard at dawn."),
        ("caption", "The roof."),
    ]


# front matter


def test_front_matter_titles_the_draft() -> None:
    made = page(
        "---\n"
        'title: "Sirens over \\"Sumy\\""\n'
        "description: Nobody slept # a comment\n"
        "date: 2026-10-03T04:00:00+03:00\n"
        "tags: [war, Sumy]\n"
        "sources:\n  - https://t.me/kpszsu/1\n"
        "---\n\nThe first went.\n"
    )
    assert [(b.role, made.text[b.span.start : b.span.end]) for b in made.blocks] == [
        ("headline", 'Sirens over "Sumy"'),
        ("standfirst", "Nobody slept"),
        ("", "The first went."),
    ]
    assert source_of(made, "Nobody slept") == "Nobody slept"
    assert source_of(made, '"Sumy"') == '\\"Sumy\\"'
    assert made.date == "2026-10-03"
    assert [(f.name, f.value) for f in made.fields][3:] == [("tags.0", "war"), ("tags.1", "Sumy"), ("sources.0", "https://t.me/kpszsu/1")]
    assert [(link.target, link.span) for link in made.links] == [("https://t.me/kpszsu/1", None)]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Sirens over Sumy\n---",
        "---\ntitle: Sirens over Sumy\ntags: [war, Sumy]\nempty: []\n---",
        "+++\ntitle = 'Sirens over Sumy'\ntags = ['war', \"Sumy\"]\n+++",
        '+++\ntitle = "Sirens over Sumy"\nby = "one\\ttwo"\n+++',
        "---\ntitle: 'Sirens over Sumy'\nbyline: {name: Olena}\n---",
        "---\ntitle: >-\n  Sirens over\n  Sumy\n---",
        "---\ntitle: |\n  Sirens over Sumy\n---",
        "---\ntitle: Sirens\n  over Sumy\n...",
        '+++\ntitle = "Sirens over Sumy" # so\n[params]\nx = 1\n+++',
        "+++\ntitle = 'Sirens over Sumy'\nlist = [\n 1,\n 2]\n+++",
        "---\r\ntitle: Sirens over Sumy\r\n---\r",
        "---\rtitle: Sirens over Sumy\r---\r",
        '+++\rtitle = """\rSirens over\rSumy"""\r+++\r',
        '+++\ntitle = """\nSirens over\nSumy"""\n+++',
        '+++\ntitle = """Sirens \\\n   over Sumy"""\r\n+++',
        "+++\ntitle = '''\r\nSirens over\r\nSumy\r\n'''\n+++",
        '+++\ntitle = "Sirens\\u0020over\\U00000020Sumy"\n+++',
        '+++\ntitle = "Sirens over Sumy"\nx = """\ntitle = "no key"\n"""\n+++',
        '+++\ntitle = "Sirens over Sumy"\n[[resources]]\ndescription = "A picture of a yard"\n+++',
    ],
)
def test_titles_in_every_spelling_keep_their_places(front: str) -> None:
    made = page(front + "\n\nThe first went.")
    assert made.text == "Sirens over Sumy\nThe first went."
    assert source_of(made, "Sumy") == "Sumy"
    assert made.blocks[0].role == "headline"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("---\ntitle: [one\nb: c\n---\n", 3, "YAML"),
        ("---\na: b\ntitle: *x\n---\n", 3, "alias"),
        ('---\na: b\ntitle: "Sirens\n---\n', 4, "end of stream"),
        ('---\na: b\ntitle: "Sirens" over Sumy"\n---\n', 3, "expected key"),
        ("---\na: b\nc: {b: \x01}\n---\n\nText.", 2, "control characters"),
        ("---\na: b\n? [c, d]\n: e\n---\n\nText.", 3, "a key must be a word"),
        ("---\n|\n  a: b\n---\n\nText.", 2, "expected `key: value` lines"),
        ("---\nlist: [\n" + "x,\n" * 400_000 + "]\n---\n", 2, "longer than 1,000,000 characters"),
        ('+++\na = "b"\ntitle = "Sirens\\q"\n+++\n', 3, "TOML"),
        ("+++\na = 1\nlist = ['b', c]\n+++\n", 3, "TOML"),
        ("+++\na = 1\nlist = ['b'] c\n+++\n", 3, "TOML"),
        ("---\na: &x [1]\nb: *x\n---\n", 3, "alias"),
        ("---\na: " + "[" * 99 + "]" * 99 + "\n---\n", 2, "nested deeper"),
        ('+++\na = "b"\ntitle = \n+++\n', 3, "TOML"),
        ('+++\na = "b"\ntitle = "one" two\n+++\n', 3, "TOML"),
        ('+++\na = "b"\ntitle = "\\ud800"\n+++\n', 3, "TOML"),
        ('+++\ra = "b"\rtitle = \r+++\r\rText.\r', 3, "TOML"),
        ('+++\ra = "b"\rlist = [1,\r2\rb = 3\r+++\r\rText.\r', 5, "TOML"),
        ("---\ra: b\rtitle: *x\r---\r\rText.\r", 3, "alias"),
    ],
)
def test_malformed_front_matter_names_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        read(text.encode(), "draft.md")
    assert caught.value.line == line
    assert said in caught.value.message


def test_a_title_that_is_written_otherwise_than_it_reads_is_placed_whole_without_its_marks() -> None:
    doubled = page("---\ntitle: 'Sirens over ''Sumy'''\n---\n\nThe first went.")
    assert doubled.text == "Sirens over 'Sumy'\nThe first went."
    assert source_of(doubled, "Sumy") == "Sirens over ''Sumy''"
    escaped = page('---\ntitle: "Sirens\\u0020over Sumy"\n---\n\nThe first went.')
    assert escaped.text == "Sirens over Sumy\nThe first went."
    assert source_of(escaped, "Sumy") == "Sirens\\u0020over Sumy"


@pytest.mark.parametrize("text", ["---\n\nA rule above.\n\n---\n", "---\nOnly one rule.", "---\n"])
def test_rules_are_no_front_matter(text: str) -> None:
    assert page(text).fields == ()


def test_words_that_yaml_makes_booleans_stay_words() -> None:
    assert [f.value for f in page("---\nweb: no\nprint: {a: off, b: on}\n---\n").fields] == ["no", "off", "on"]


# links


def test_every_kind_of_link_knows_where_its_address_is_written() -> None:
    text = (
        "One [a](http://a.org/x_(y)?p=1&amp;q=2 'title'), two <http://b.org>, three http://c.org/d_e_f, "
        "four [d][ref], [ref][], [ref], five [e]( <http://e.org/a b> ), [[1]](http://f.org), [up](#here).\n\n"
        "[ref]: <http://d.org/x>\n  'The title'\n"
    )
    made = page(text)
    assert [(link.target, made.source[link.region.start : link.region.end]) for link in made.links] == [
        ("http://a.org/x_(y)?p=1&q=2", "http://a.org/x_(y)?p=1&amp;q=2"),
        ("http://b.org", "http://b.org"),
        ("http://c.org/d_e_f", "http://c.org/d_e_f"),
        ("http://e.org/a b", "http://e.org/a b"),
        ("http://f.org", "http://f.org"),
        ("http://d.org/x", "http://d.org/x"),
        ("http://d.org/x", "http://d.org/x"),
        ("http://d.org/x", "http://d.org/x"),
    ]
    words = [made.text[link.span.start : link.span.end] for link in made.links if link.span]
    assert words == ["a", "http://b.org", "http://c.org/d_e_f", "e", "[1]", "d", "ref", "ref"]


def test_a_link_in_html_inside_a_paragraph() -> None:
    made = page('See <a class="x" href="https://t.me/kpszsu/1">the post</a> and go.')
    assert [(link.target, made.text[link.span.start : link.span.end]) for link in made.links if link.span] == [
        ("https://t.me/kpszsu/1", "the post")
    ]


# what sites add


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('A {{< ref "b.md" >}}word', "A word"),
        ("A {{% note %}}word{{% /note %}}", "A word"),
        ("A {% if x %}word{% endif %} {{ page.title }}", "A word "),
        ("A word\n{: .lead}", "A word"),
        ("{{< figure src='a.jpg' >}}\nA word", "A word"),
        ("{% highlight py %}\n\nprint(1)\n\n{% endhighlight %}\n\nA word", "A word"),
        ("A [[Page]] and [[Other page|word]]", "A Page and word"),
        ("A {word", "A {word"),
        ("A 50{% word", "A 50{% word"),
    ],
)
def test_template_tags_are_covered(source: str, shown: str) -> None:
    assert prose(source) == [shown]


def test_wiki_links_are_links() -> None:
    made = page("See [[Kyiv notes|the notes]] and [[Sumy]].")
    assert [(link.target, made.text[link.span.start : link.span.end]) for link in made.links if link.span] == [
        ("Kyiv notes", "the notes"),
        ("Sumy", "Sumy"),
    ]
    assert [made.source[link.region.start : link.region.end] for link in made.links] == ["Kyiv notes", "Sumy"]


def test_components_of_mdx_are_covered_and_their_words_shown() -> None:
    chart = "import Chart from './chart'\n\n# Sirens\n\n<Chart data={[1, 2].map(x => x)} />"
    text = f"{chart}\n\n<Aside>\nInside.\n</Aside>\n\n{{/* a note */}}\n\nThe first {{time}} went."
    made = page(text, "draft.mdx")
    assert [made.text[b.span.start : b.span.end] for b in made.blocks] == ["Sirens", "Inside.", "The first  went."]
    assert [(c.text, made.text[c.at : c.at + 9]) for c in made.comments] == [(" a note ", "The first")]


@pytest.mark.parametrize(
    "comment",
    ["<!-- a note -->", "{{/* a note */}}", "{% comment %} a note {% endcomment %}", "[//]: # ( a note )"],
)
def test_comments_in_every_syntax_stand_before_the_next_block(comment: str) -> None:
    made = page(f"Before.\n\n{comment}\n\nAfter.")
    assert made.text == "Before.\nAfter."
    assert [(c.text, made.text[c.at :]) for c in made.comments] == [(" a note ", "After.")]
    assert [made.source[c.region.start : c.region.end] for c in made.comments] == [comment]


# depth


@pytest.mark.parametrize("text", [">" * 10_000 + " a", "[" * 10_000 + "]" * 10_000, "- " * 10_000, "*a " * 10_000, "![" * 10_000])
def test_deep_nesting_is_read(text: str) -> None:
    hold(read(text.encode(), "draft.md"))
