"""Every construct of CommonMark and GitHub's extensions inside every container, each word at the one place where it is written."""

from __future__ import annotations

import itertools

import pytest

from stancelint.readers import read
from stancelint.text.span import Span
from tests.readers.laws import hold

# what goes around words, with a `{}` a word
INLINE = [
    *("{}", "*{}*", "**{}**", "***{}***", "_{}_", "__{}__", "*{} **{}** {}*", "**{}***{}*", "~~{}~~", "`{}`", "`` {} ` {} ``", "\\*{}\\*"),
    *("{}&amp;{}", "&lt;{}&gt;", "&#8217;{}", "&#x1F6A8;{}", "{}&nbsp;{}", "\U0001f6a8{}", "e\u0301{}", "Київ {}", "“{}”", "{}\t{}"),
    *(
        "[{}](http://a.org)",
        "[{}](<http://a.org> 'title')",
        "[*{}* {}](http://a.org/a_(b))",
        "[{}][ref]",
        "[{}]",
        "{}[^note]",
        '[{}](/url "t") {}',
    ),
    *(
        "![alt](a.png){}",
        "[![alt](a.png) {}](http://a.org)",
        "<http://a.org> {}",
        "http://a.org/{}",
        "<b>{}</b>",
        "<a href='http://a.org'>{}</a>",
    ),
    *(
        "{}<br>{}",
        "{}<!-- note -->{}",
        "{} < {} > {}",
        "{} * {} _ {}",
        "{}\\[{}]",
        "[{}",
        "{}](",
        "**{}",
        "`{}",
        "{}~{}",
        "{}|{}",
        "$5 {} $6",
    ),
    *("{}\n{}", "{}  \n{}", "{}\\\n{}", "*{}\n{}*", "[{}\n{}](http://a.org)", "{}\n    {}", "{}&\n{}", "`{}\n{}`"),
]
# what stands before the first line of a block, and before its others
CONTAINERS = [
    *(
        ("", ""),
        ("   ", ""),
        ("> ", "> "),
        ("> ", ""),
        (">", ">"),
        ("> > ", "> > "),
        ("- ", "  "),
        ("* ", "  "),
        ("+   ", "    "),
        ("1. ", "   "),
    ),
    *(
        ("12) ", "    "),
        ("- > ", "  > "),
        ("> - ", ">   "),
        ("- - ", "    "),
        ("- [x] ", "  "),
        ("[^note]: ", "    "),
        ("# ", ""),
        ("###### ", ""),
    ),
]
DEFINITION = "\n\n[ref]: http://d.org 'a title'\n"


def filled(template: str) -> tuple[str, list[str]]:
    """The template with a word of its own for each slot."""
    words = [f"w{number}ord" for number in range(template.count("{}"))]
    return template.format(*words), words


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("first", "rest"), CONTAINERS)
def test_every_word_has_its_one_place(first: str, rest: str, line_end: str) -> None:
    for template in INLINE:
        said, words = filled(template)
        if "\n" in said and first.startswith("#"):
            continue
        lines = [(first if number == 0 else rest) + line for number, line in enumerate(said.split("\n"))]
        source = "\ufeffIntro &amp; \U0001f6a8.\n\n" + "\n".join(lines) + DEFINITION
        assert_places(source.replace("\n", line_end), words)


@pytest.mark.parametrize(("left", "right"), list(itertools.product(INLINE[:36:5], INLINE[1:36:4])))
def test_cells_and_headings_of_two_lines(left: str, right: str) -> None:
    # a bar in a cell is escaped, and a line end ends the row
    said, words = filled((left + " " + right).replace("|", "\\|").replace("\n", " "))
    assert_places(f"| {said} | x |\n|---|:-:|\n| y | z |" + DEFINITION, words)
    assert_places(f"{said}\n====" + DEFINITION, words)


def assert_places(source: str, words: list[str]) -> None:
    page = read(source.encode(), "draft.md")
    hold(page)
    for word in words:
        assert page.text.count(word) == 1, (source, page.text)
        at = page.text.index(word)
        region = page.region(Span(at, at + len(word)))
        assert region.start == source.index(word), (source, word)
        assert source[region.start : region.end] == word


@pytest.mark.parametrize(
    "tag", ["{{ page.city }}", "{{< x Kiev >}}", "{% if a %}", '{{ "<b>Kiev</b>" }}', "{% comment %}Kiev{% endcomment %}"]
)
def test_a_template_tag_in_a_block_of_html_says_nothing(tag: str) -> None:
    page = read(f"<p title='a'>Sirens {tag} over <b>{tag}Sumy</b></p> {tag}\n".encode(), "draft.md")
    hold(page)
    assert page.text == "Sirens over Sumy"


def test_a_component_comment_in_a_block_of_html_says_nothing() -> None:
    page = read(b"<p>Sirens {/* Kiev */}</p>\n", "draft.mdx")
    hold(page)
    assert page.text == "Sirens"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_every_line_end_makes_the_same_page(line_end: str) -> None:
    draft = (
        "Night\n=====\n\n> One\n> more\n\nA `b\nc` [d\ne](http://a.org)\n\n<p>f\ng</p>\n\n```\nh\n```\n\n| i |\n|---|\n| j |\n\n- k\n- l\n"
    )
    expected, page = (read(draft.replace("\n", end).encode(), "draft.md") for end in ("\n", line_end))
    hold(page)
    assert (page.text, page.blocks, page.opaque) == (expected.text, expected.blocks, expected.opaque)
    assert [link.target for link in page.links] == ["http://a.org"]


@pytest.mark.parametrize("comment", ["{% comment %}a note{% endcomment %}", "{{/*a note*/}}"])
def test_a_template_comment_in_a_block_of_html_stands_before_the_words_after_it(comment: str) -> None:
    page = read(f"<div>\n<p>One.</p> {comment} <p>Two.</p>\n<p>Three.</p>\n</div>\n".encode(), "draft.md")
    hold(page)
    assert [(c.text, page.text[c.at :]) for c in page.comments] == [("a note", "Two.\nThree.")]
