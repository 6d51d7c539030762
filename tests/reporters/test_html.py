"""The page for an editor: the draft whole, the marks on their words, and nothing that a browser would fetch or run."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.finding import DraftReport, Finding, Report, Severity
from stancelint.reporters import render
from stancelint.text.lines import Lines
from stancelint.text.value import replace
from stancelint.text.visible import visible

VOID = {"meta"}


class Page(HTMLParser):
    """The page as a browser's parser would nest it; fails on a tag that is not closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self._signs = 0
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and tag != "br":
            self.open.append(tag)
        if tag == "bdi":
            self.lines.append("")
        self._signs += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._signs -= tag == "sup"

    def handle_data(self, data: str) -> None:
        if "bdi" in self.open and not self._signs:
            self.lines[-1] += data
            if "mark" in self.open:
                self.marked.append(("mark", data))


def page_of(report: Report, **inspection: Any) -> str:
    if inspection:
        report = replace(report, drafts=(replace(report.drafts[0], inspection=inspection), *report.drafts[1:]))
    return "".join(render(report, "html"))


def test_the_draft_stands_on_the_page_line_by_line_with_its_words_marked(night: Report) -> None:
    page = Page(page_of(night))
    assert page.lines == (night.drafts[0].source or "").splitlines()
    assert [words for _, words in page.marked] == ["Twelve people were killed", "special military operation", "Odessa"]


def test_a_note_links_to_its_words_its_clause_and_its_evidence(night: Report) -> None:
    text = page_of(night)
    page = Page(text)
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    targets = {
        (attributes["href"] or "").removeprefix("#")
        for tag, attributes in page.tags
        if tag == "a" and (attributes["href"] or "").startswith("#")
    }
    assert targets <= ids
    assert {"d0m1", "d0f1", "d0l7", "clause-two-sources"} <= targets
    assert len(ids) == len([1 for _, attributes in page.tags if "id" in attributes])


def test_what_was_waived_and_what_was_not_checked_is_on_the_page(night: Report) -> None:
    text = page_of(night)
    assert "the desk&#39;s own reporter was there" in text
    assert "Not checked (line 3): is not UTF-8" in text
    assert "We lead with Ukrainian and Western-wire sourcing." in text


def test_nothing_is_fetched_and_nothing_runs(night: Report) -> None:
    text = page_of(night)
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "form",
        "base",
        "video",
        "audio",
        "embed",
        "svg",
    }
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in ("src", "srcset", "style")]
    assert "url(" not in text
    assert "@import" not in text
    policy = next(attributes["content"] or "" for _, attributes in page.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def seen(source: str) -> dict[str, Any]:
    def at(words: str) -> dict[str, Any]:
        start = source.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    ministry = {**at("the Defence Ministry"), "id": "russian-mod", "class": "russian-official", "origin": None}
    return {
        "attributions": [
            {
                "kind": "indirect",
                "vague": False,
                "source": {**at("Reuters"), "id": "reuters", "class": "western-wire", "origin": ministry},
                "content": [],
            },
            {"kind": "indirect", "vague": True, "source": {**at("some"), "id": None, "class": None, "origin": None}, "content": []},
            {"kind": "direct", "vague": False, "source": None, "content": []},
        ],
        "claims": [
            {
                **at("killed forty"),
                "kind": "killed",
                "low": 40,
                "high": None,
                "hedge": "at-least",
                "grade": "single",
                "sources": ["reuters"],
            },
            {
                **at("nine hurt"),
                "kind": "injured",
                "low": 9,
                "high": 9,
                "hedge": "about",
                "grade": "unattributed",
                "sources": [],
                "historical": True,
            },
        ],
        "provenance": [
            {"url": "https://tass.com/1", "start": 0, "end": 1, "id": "tass", "class": "russian-state", "owner": "TASS"},
            {"url": "javascript:alert(1)", "start": 0, "end": 1, "id": None, "class": None, "owner": None},
            {"url": None, "start": 0, "end": 1, "id": None, "class": None, "owner": None},
        ],
    }


SOURCE = "Reuters, citing the Defence Ministry, said fire killed forty.\nThere were nine hurt, some say.\n"


def test_sources_claims_and_provenance_stand_in_their_tables_and_colours(desk: SimpleNamespace) -> None:
    text = page_of(
        desk.report(SOURCE, desk.finding(SOURCE, "killed forty", "casualty/uncorroborated", Severity.WARNING, "m")), **seen(SOURCE)
    )
    page = Page(text)
    assert page.lines == SOURCE.splitlines()
    assert '<span class="source western" title="western-wire">Reuters</span>' in text
    assert '<span class="source russian" title="russian-official">the Defence Ministry</span>' in text
    assert '<span class="source unknown vague" title="not in the registry">some</span>' in text
    assert "40 or more" in text
    assert "about 9" in text
    assert "unattributed</strong> (historical)" in text
    assert 'href="https://tass.com/1"' in text
    assert 'href="javascript' not in text


def test_marks_that_overlap_are_each_drawn(desk: SimpleNamespace) -> None:
    source = "the special military operation against the regime in Kyiv"
    cases = (
        desk.finding(source, "military operation against", "framing/a", Severity.ERROR, "m"),
        desk.finding(source, "operation against the regime in Kyiv", "framing/b", Severity.WARNING, "m"),
        desk.finding(source, "operation", "framing/c", Severity.WARNING, "m"),
    )
    page = Page(page_of(desk.report(source, *cases)))
    assert page.lines == [source]
    assert "".join(words for _, words in page.marked) == "military operation against the regime in Kyiv"


def test_many_clean_drafts_are_listed_and_not_printed(clean: Report) -> None:
    many = replace(clean, drafts=tuple(replace(clean.drafts[0], path=f"drafts/{n}.md") for n in range(20)))
    text = page_of(many)
    assert text.count("nothing to report") == 20
    assert "Night raid" not in text


def test_without_the_draft_the_notes_quote_their_sentence(night: Report) -> None:
    text = page_of(replace(night, drafts=(replace(night.drafts[0], source=None),)))
    Page(text)
    assert "<blockquote>Twelve people were killed.</blockquote>" in text


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'\r\n")), max_size=60), st.data())
def test_whatever_a_draft_holds_is_shown_and_never_markup(source: str, data: st.DataObject) -> None:
    at = Lines(source).place
    cases = []
    for n in range(3):
        start = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(start, len(source)))
        cases.append(Finding(f"a/b{n}", Severity(n), "c", source, source[start:end], at(start), at(end)))
    page = Page("".join(render(Report("0", (DraftReport(source or "x", "text", None, tuple(cases), source=source),)), "html")))
    lines = re.split("\r\n|\n|\r", source)
    assert [line.rstrip() for line in page.lines if line.strip()] == [visible(line).rstrip() for line in lines if visible(line).strip()]
    assert not {tag for tag, _ in page.tags} & {"script", "img"}


@pytest.mark.skipif(not (shutil.which("chromium") or shutil.which("google-chrome")), reason="no browser on this machine")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_real_browser_draws_it_and_applies_its_style(night: Report, tmp_path: Path, width: int) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome") or ""
    page, shot = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text(page_of(night), "utf-8")
    words = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        f"--user-data-dir={tmp_path}",
        f"--window-size={width},900",
    ]
    ran = subprocess.run([browser, *words, f"--screenshot={shot}", page.as_uri()], capture_output=True, text=True, check=True, timeout=120)
    assert "Refused to" not in ran.stderr
    assert "Content Security Policy" not in ran.stderr
    assert shot.stat().st_size > 20_000
