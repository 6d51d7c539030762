"""Drafts, by each reader and through the whole engine: every character keeps its place, and a mended draft stays mended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

from benchmarks.fuzz.target import Target, choose
from stancelint.engine.fixes import apply_fixes
from stancelint.engine.inspection import inspect
from stancelint.engine.lint import Linter
from stancelint.engine.mend import mend
from stancelint.engine.word_comments import annotated
from stancelint.errors import DraftError
from stancelint.finding import Finding
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import ActiveRule
from stancelint.readers import read
from tests.readers.laws import hold
from tests.readers.word_files import RELATIONS, SPACE, package, paragraph, run, word_file


def read_one(name: str) -> Callable[[bytes], None]:
    """A target of one reader: told errors, or a page on which every law of places holds."""

    def throw(data: bytes) -> None:
        with suppress(DraftError):
            hold(read(data, name))

    return throw


def markdown(data: bytes) -> None:
    """Markdown, with and without components."""
    name, source = choose(data, ("draft.md", "draft.mdx"))
    with suppress(DraftError):
        hold(read(source, name))


_RELATED = (
    b'<R><Relationship Id="c" Type="t/comments" Target="comments.xml"/><Relationship Id="s" Type="t/styles" Target="styles.xml"/></R>'
)
_PARTS = ("body", "document", "styles", "footnotes", "comments", "relations", "types", "file")
_SAID = word_file(paragraph("Sirens", "Title"), paragraph("One."))


def word(data: bytes) -> None:
    """One part of a Word file, or the file itself; a copy with a remark on it is read as the same text."""
    part, given = choose(data, _PARTS)
    with suppress(DraftError):
        made = given if part == "file" else _word_file(part, given)
        page = read(made, "draft.docx")
        hold(page)
        if page.blocks:
            copy = annotated(made, [_remark(page.region(page.blocks[-1].span).start, page.lines.place)])
            again = read(copy, "draft.docx")
            assert again.text == page.text, "a remark changed the words"


def _remark(at: int, place: Callable[[int], object]) -> Finding:
    from stancelint.finding import Severity

    return Finding("style/x", Severity.INFO, "c", "m", "", place(at), place(at + 1))  # type: ignore[arg-type]  # places of the page


def _word_file(part: str, given: bytes) -> bytes:
    text = given.decode("utf-8", "replace")
    if part == "body":
        return word_file(text)
    if part == "footnotes":
        return word_file(paragraph("One."), footnotes=text)
    comments = given if part == "comments" else b""
    words = run("Sirens") + '<w:commentReference w:id="1"/>'
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": given if part == "types" else "<Types></Types>",
        "word/document.xml": given if part == "document" else document_part(paragraph(words, "a")),
        "word/styles.xml": given if part == "styles" else "",
        "word/_rels/document.xml.rels": given if part == "relations" else _RELATED,
        "word/comments.xml": comments,
    }
    return package(held)


def document_part(body: str) -> str:
    """A document part around that body."""
    return f'<w:document xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"><w:body>{body}</w:body></w:document>'


@cache
def linter() -> Linter:
    """The built-in policy's linter, which raises where a check breaks."""
    return Linter(resolve(None, cache=False), today="2026-11-24", debug=True)


@cache
def rules_for(name: str) -> tuple[ActiveRule, ...]:
    """The rules that hold for a draft of that name."""
    return linter().rules.active(name)


def judged_draft(data: bytes) -> None:
    """A draft through the whole engine: findings say the words that stand at their place, and a second mending changes nothing."""
    name, given = choose(data, ("draft.txt", "draft.md", "draft.html"))

    try:
        document = read(given, name)
    except DraftError:
        return
    reading = linter().read(document, name)
    findings = linter().judge(reading, rules_for(name)).findings
    for finding in findings:
        assert document.source[finding.start.offset : finding.end.offset] == finding.text
        assert finding.start == document.lines.place(finding.start.offset)
        for piece in finding.evidence:
            if piece.start is not None and piece.end is not None:
                assert document.source[piece.start.offset : piece.end.offset] == piece.text
    inspect(reading, name)
    if apply_fixes(document.source, findings, unsafe=True).applied:
        _stays_mended(given, name)


def _stays_mended(draft: bytes, name: str) -> None:
    @cache  # what mending ends with is what is looked at behind it
    def judge(held: bytes) -> tuple[str, tuple[Finding, ...]]:
        page = read(held, name)
        return page.source, linter().judge(linter().read(page, name), rules_for(name)).findings

    source, findings = judge(mend(draft, judge, unsafe=True).data)
    assert apply_fixes(source, findings, unsafe=True).source == source, "a second mending would change the draft"


_FRONT = b"---\ntitle: Night\ndate: 2026-05-01\n---\n\n# Night in Sumy\n\nTwo *drones* fell, [she said](https://a.org/b).\n\n> We ran.\n"
_WP = b'{"title":{"rendered":"Night"},"content":{"rendered":"<p>Two &amp; three.</p><!-- wp:paragraph --><p>x</p>"},"date":"2026-05-01"}'
_DOC = (
    b'{"type":"doc","content":[{"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"Night"}]},{"type":"paragraph",'
    b'"content":[{"type":"text","text":"Two","marks":[{"type":"link","attrs":{"href":"http://a.org"}}]}]}]}'
)
_BLOCKS = b'[{"blockName":"core/paragraph","attrs":{},"innerBlocks":[],"innerHTML":"<p>Two drones</p>"}]'

TARGETS = (
    Target(
        "documents-plain",
        read_one("draft.txt"),
        (b"Night in Sumy\n\nBy Jane Doe\n\nTwo drones fell.\n", "\ufeffA\r\n\r\nB \u201cq\u201d\r".encode(), "A\nB".encode("utf-16")),
    ),
    Target("documents-markdown", markdown, (b"0" + _FRONT, b"1import A from 'b'\n\n# T\n\n<A b={1}>\nx {/* y */}\n</A>\n")),
    Target(
        "documents-html",
        read_one("draft.html"),
        (
            b"<title>T</title><h1>Night</h1><p>Two <b>drones</b> &amp; <a href='http://a.org'>a fire</a></p><!-- c -->",
            b"<ul><li>x<li>y</ul>",
        ),
    ),
    Target("documents-json", read_one("draft.json"), (_WP, _DOC, _BLOCKS), longest=400),
    Target(
        "documents-word",
        word,
        (
            b"0"
            + paragraph("Night", "Title").encode()
            + paragraph(run("Two ") + '<w:commentRangeStart w:id="1"/>' + run("x", "<w:b/>")).encode(),
            b"1" + document_part(paragraph("x")).encode(),
            f'2<w:styles xmlns:w="{SPACE}"><w:style w:styleId="a"/></w:styles>'.encode(),
            b"3" + b'<w:footnote w:id="1">' + paragraph("A note.").encode() + b"</w:footnote>",
            f'4<w:comments xmlns:w="{SPACE}"><w:comment w:id="1"><w:p/></w:comment></w:comments>'.encode(),
            b"5" + _RELATED,
            b"6<Types></Types>",
            b"7" + _SAID[:400],
        ),
        longest=500,
    ),
    Target(
        "documents-judged",
        judged_draft,
        (
            b"0Night in Kiev\n\nAt least 12 people were killed in Odessa, the mayor said.\n\nSources\n\n- https://t.me/kpszsu/1\n",
            b"1# Night\n\nThe special military operation, TASS said, killed two.\n",
            b"2<h1>Night in Kiev</h1><p>Nobody was hurt, <i>Reuters</i> reported.</p>",
        ),
        longest=200,
    ),
)
