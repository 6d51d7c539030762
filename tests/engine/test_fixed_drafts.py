"""Whole drafts mended in every format: only our own words change, and nothing changes twice."""

from __future__ import annotations

import itertools
import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.engine.inspection import inspect
from stancelint.engine.lint import Judgement, Linter
from stancelint.engine.mend import mend
from stancelint.errors import DraftError
from stancelint.finding import Finding
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from tests.readers.word_files import paragraph, run, word_file

SPOKEN = "“We love Kiev,” the mayor said."
DRAFTS = {
    "a.txt": f"Night in [Kiev]\n\nMissiles fell on [Kiev] and [Odessa].\n\n{SPOKEN}\n\nhttps://t.me/Kiev/1\n",
    "a.md": (
        "---\ntitle: Night in [Kiev]\nslug: Kiev\n---\n\n"
        "Missiles fell on [Kiev], **[Odessa]**, K&#105;ev, `Kiev`, <https://a.org/Kiev> and <a href='/Kiev'>[Kiev]</a>.\n\n"
        f"> Kiev\n\n{SPOKEN}\n\n```\nKiev\n```\n\n<!-- Kiev -->\n<p title='Kiev'>[Kiev] {{{{ Kiev }}}}</p>\n\n"
        "{{< x Kiev >}} ![Kiev](k.png)\n"
    ),
    "a.mdx": f"import Kiev from 'Kiev'\n\n# Night in [Kiev]\n\n<Kiev a={{Kiev}}>\n[Odessa] {{/* Kiev */}}\n</Kiev>\n\n{SPOKEN}\n",
    "a.html": (
        "<title>Kiev</title><h1 data-x='Kiev'>Night in [Kiev]</h1>\n<p>Ki&#101;v, <i>[Odessa]</i>, <code>Kiev</code>,\n"
        f"<a href='/Kiev'>[Kiev]</a></p><blockquote>Kiev</blockquote><script>Kiev</script><!-- Kiev --><p>{SPOKEN}</p>\n"
    ),
    "a.json": json.dumps(
        {
            "slug": "Kiev",
            "title": "Night in [Kiev]",
            "body": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": f"[Odessa], “q”. {SPOKEN}"}]}]},
        },
        indent=1,
    ),
}
ENCODINGS = [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]


@cache
def linter() -> Linter:
    return Linter(resolve(None))


def judged(data: bytes, name: str) -> Judgement:
    return linter().judge(linter().read(read(data, name), name), linter().rules.active(name))


def mended(data: bytes, name: str) -> bytes:
    def judge(held: bytes) -> tuple[str, tuple[Finding, ...]]:
        return read(held, name).source, judged(held, name).findings

    return mend(data, judge, unsafe=False).data


@pytest.mark.parametrize(("name", "encoded", "line_end"), list(itertools.product(DRAFTS, ENCODINGS, ["\n", "\r\n", "\r"])))
def test_only_our_own_words_are_mended(name: str, encoded: tuple[str, bytes], line_end: str) -> None:
    def written(spellings: dict[str, str]) -> bytes:
        draft = DRAFTS[name].replace("\n", line_end)
        for old, new in spellings.items():
            draft = draft.replace(f"[{old}]", new)
        return encoded[1] + draft.encode(encoded[0])

    after = mended(written({"Kiev": "Kiev", "Odessa": "Odessa"}), name)
    assert after.decode(encoded[0]) == written({"Kiev": "Kyiv", "Odessa": "Odesa"}).decode(encoded[0])
    assert mended(after, name) == after


def test_json_takes_no_mark_that_a_string_spells_otherwise() -> None:
    document = read(DRAFTS["a.json"].encode(), "a.json")
    assert [document.takes(text) for text in ("Kyiv", "“Kyiv”", '"Kyiv"', "a\\b", "a\nb")] == [True, True, False, False, False]


def test_a_word_file_is_never_written() -> None:
    data = word_file(paragraph("Night in Kiev", "Title"))
    assert [fix.edits for finding in judged(data, "a.docx").findings for fix in finding.fixes if finding.text == "Kiev"] == [()]
    assert mended(data, "a.docx") == data


# every place that is told

WORDS = [
    *(
        "The special military operation",
        "Kiev",
        "Reuters",
        "said",
        "“",
        "”",
        "TASS",
        "according to",
        "killed 12 people",
        "wounded",
        "&amp;",
    ),
    *("the Kyiv regime", "Russia's Defence Ministry", "claimed that", "was liberated", ".", ". ", "\U0001f6a8", "e\u0301", "\u202e", "<b>"),
    *("</b>", "*", "**", "[a](", "https://t.me/kpszsu/1", ")", "\n\n", "\n", "> ", "## Wire provenance\n\n", "- ", "{{ x }}", "<!-- c -->"),
]


def drafts_of(words: list[str]) -> dict[str, bytes]:
    said = " ".join(words)
    plain = said.replace("&", "&amp;").replace("<", "&lt;")
    paragraphs = [paragraph("".join(run(word) for word in piece.split(" ") if word)) for piece in plain.split("\n\n")]
    nodes = [{"type": "paragraph", "content": [{"type": "text", "text": piece}]} for piece in said.split("\n\n")]
    return {
        **{f"a.{suffix}": said.encode() for suffix in ("txt", "md", "mdx", "html")},
        "a.json": json.dumps({"title": "Night", "body": {"type": "doc", "content": nodes}}).encode(),
        "a.docx": word_file(*paragraphs),
    }


@settings(deadline=None, max_examples=40)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_every_place_that_is_told_holds_its_words(words: list[str]) -> None:
    for name, data in drafts_of(words).items():
        try:
            document = read(data, name)
        except DraftError:
            continue
        source = document.source
        for finding in judged(data, name).findings:
            assert source[finding.start.offset : finding.end.offset] == finding.text
            assert finding.start == document.lines.place(finding.start.offset)
            for piece in finding.evidence:
                if piece.start is not None and piece.end is not None:
                    assert source[piece.start.offset : piece.end.offset] == piece.text
        assert_spans(inspect(linter().read(document, name), name), source)


def assert_spans(seen: object, source: str) -> None:
    """Every span of ``inspect``, however deep."""
    if isinstance(seen, dict):
        if seen.get("start") is not None:
            assert 0 <= seen["start"] <= seen["end"] <= len(source)
            if "text" in seen:
                assert source[seen["start"] : seen["end"]] == seen["text"]
        for held in seen.values():
            assert_spans(held, source)
    elif isinstance(seen, list):
        for held in seen:
            assert_spans(held, source)
