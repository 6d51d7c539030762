"""Waivers, as a desk writes them and miswrites them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.engine.waivers import Waived, ledger, read_waivers, waive
from stancelint.finding import Finding, Severity, Suppression
from stancelint.readers import read
from stancelint.readers.docx_remarks import Remark, annotate
from stancelint.text.document import Document
from stancelint.text.span import Region
from tests.readers.word_files import paragraph, word_file

KNOWN = ("casualty/unattributed", "casualty/uncorroborated", "framing/kyiv-regime", "provenance/missing", "style/ukrainian-names")
TOLL = "casualty/unattributed"


def draft(source: str, name: str = "night.txt") -> Document:
    return read(source.encode(), name)


def found(document: Document, words: str, rule: str = TOLL, *, nth: int = 0, whole_draft: bool = False) -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = document.source.index(words, start + 1)
    at = document.lines.place
    return Finding(rule, Severity.ERROR, "c", "m", words, at(start), at(start + len(words)), whole_draft=whole_draft)


def judged(document: Document, *findings: Finding, today: str = "2026-11-24", ran: tuple[str, ...] | None = None) -> Waived:
    return waive(document, findings, known=KNOWN, ran=ran, today=today)


def suppressed(waived: Waived) -> list[bool]:
    return [finding.suppressed is not None for finding in waived.findings]


def faults(waived: Waived) -> list[str]:
    return [rule for rule, _ in waived.faults]


MARK = '<!-- stancelint: allow casualty/unattributed reason="our reporter counted" by="A. K." until="2026-12-31" -->'
TWO = "Twelve people were killed."


@pytest.mark.parametrize("name", ["night.md", "night.txt"])
def test_above_a_block_it_covers_that_block_alone(name: str) -> None:
    page = draft(f"Night raid\n\nA dek.\n\n{MARK}\n\n{TWO} The harbour burned.\n\n{TWO}\n", name)
    waived = judged(page, found(page, TWO), found(page, TWO, nth=1))
    assert suppressed(waived) == [True, False]
    assert waived.findings[0].suppressed == Suppression("waiver", "our reporter counted", "2026-12-31")
    assert faults(waived) == []


@pytest.mark.parametrize("words", ["Night", "Twelve", "people", "."])
def test_a_comment_of_words_covers_the_paragraph_that_it_is_set_on(words: str) -> None:
    data = word_file(paragraph(f"Night of drones: {TWO}"), paragraph(TWO))
    at = read(data, "night.docx").source.index(words)
    said = MARK.removeprefix("<!-- ").removesuffix(" -->")
    page = read(annotate(data, [Remark(Region(at, at + len(words)), said)]), "night.docx")
    waived = judged(page, found(page, TWO), found(page, TWO, nth=1))
    assert suppressed(waived) == [True, False]
    assert faults(waived) == []


@pytest.mark.parametrize("name", ["night.md", "night.txt"])
def test_at_the_end_of_a_line_it_covers_that_line(name: str) -> None:
    page = draft(f"Night raid\n\nA dek.\n\n{TWO} {MARK}\n\n{TWO}\n", name)
    assert suppressed(judged(page, found(page, TWO), found(page, TWO, nth=1))) == [True, False]


def test_in_a_wrapped_paragraph_it_covers_its_own_line_only() -> None:
    page = draft(
        f"# Night raid\n\nThe cranes burned. Nine were hurt.\nTwelve people were killed. {MARK}\nFour men were killed as well.\n",
        "night.md",
    )
    waived = judged(page, found(page, "Nine were hurt"), found(page, "Twelve people"), found(page, "Four men"))
    assert suppressed(waived) == [False, True, False]


def test_in_html_on_one_line_it_covers_the_next_block_and_no_more() -> None:
    page = draft(f"<h1>Night raid</h1><p>{TWO}</p>{MARK}<p>{TWO}</p><p>{TWO}</p>", "night.html")
    waived = judged(page, *(found(page, TWO, nth=n) for n in range(3)))
    assert suppressed(waived) == [False, True, False]


def test_above_a_list_it_covers_its_first_item() -> None:
    link = "https://example.org/a"
    page = draft(f"# Raid\n\nWire provenance\n\n{MARK}\n\n- [one]({link})\n- [two]({link})\n", "night.md")
    assert suppressed(judged(page, found(page, link), found(page, link, nth=1))) == [True, False]


@pytest.mark.parametrize(
    ("name", "source", "covered"),
    [
        ("quote.md", "# T\n\n> First line.\n> {}\n> Second line here.\n\nAfter.\n", "> Second line here."),
        ("list.md", "# T\n\n- one\n{}\n- two\n- three\n", "- two"),
        ("table.md", "# T\n\n| a | b |\n|---|---|\n| twelve {} | x |\n| c | d |\n", "| twelve {} | "),
        ("head.md", "{}\n# Title\n\nPara.\n", "# Title"),
        ("start.md", "# T\n\n{} Text after.\n\nNext.\n", "{} Text after."),
        ("mid.md", "# T\n\nBefore {} after.\nSecond line.\n", "Before {} after."),
        ("matter.md", "---\ntitle: x\n---\n{}\n\nPara.\n", "Para."),
        ("list.html", "<h1>T</h1><ul><li>x {}</li><li>y</li></ul>", "</h1><ul><li>x {}</li><li>"),
        ("crlf.md", "# T\r\n\r\n{}\r\nPara one\r\nline two\r\n\r\nNext\r\n", "Para one\r\nline two"),
        ("end.md", "# T\n\nPara.\n\n{}\n", None),
    ],
)
def test_where_it_stands_is_what_it_covers(name: str, source: str, covered: str | None) -> None:
    page = draft(source.format(MARK), name)
    (waiver,) = read_waivers(page)[0]
    reached = waiver.covers and page.source[waiver.covers.start : waiver.covers.end]
    assert reached == (covered and covered.format(MARK))


def test_of_the_file_it_covers_the_draft_and_what_is_about_the_draft() -> None:
    for verb in ("allow file", "allow-file"):
        page = draft(f'# Raid\n\n<!-- stancelint: {verb} provenance/missing reason="a note, not an article" -->\n\nText.\n')
        assert suppressed(judged(page, found(page, "Raid", "provenance/missing", whole_draft=True))) == [True]


def test_a_waiver_above_the_title_does_not_reach_what_is_about_the_draft() -> None:
    page = draft('<!-- stancelint: allow provenance/missing reason="a note" -->\n\n# Raid\n\nText.\n')
    waived = judged(page, found(page, "Raid", "provenance/missing", whole_draft=True))
    assert suppressed(waived) == [False]
    assert faults(waived) == ["waiver/unused"]


def test_it_waives_only_the_rules_it_names() -> None:
    page = draft(f"# Raid\n\n{MARK}\n\nThe regime in Kyiv said {TWO}\n")
    assert suppressed(judged(page, found(page, "regime in Kyiv", "framing/kyiv-regime"), found(page, TWO))) == [False, True]


def test_two_rules_in_one_and_two_waivers_above_one_block() -> None:
    both = '<!-- stancelint: allow casualty/unattributed, framing/kyiv-regime reason="a quotation in a picture" -->'
    single = '<!-- stancelint: allow style/ukrainian-names reason="name of a company" -->'
    page = draft(f"# Raid\n\n{both}\n{single}\n\nThe regime in Kyiv said {TWO} Odessa Ltd paid.\n")
    cases = (found(page, "regime in Kyiv", "framing/kyiv-regime"), found(page, TWO), found(page, "Odessa", "style/ukrainian-names"))
    waived = judged(page, *cases)
    assert suppressed(waived) == [True, True, True]
    assert faults(waived) == []


def test_one_that_ended_waives_nothing_and_says_so() -> None:
    page = draft(f"# Raid\n\n{TWO} {MARK}\n")
    assert suppressed(judged(page, found(page, TWO), today="2026-12-31")) == [True]
    late = judged(page, found(page, TWO), today="2027-01-01")
    assert suppressed(late) == [False]
    assert faults(late) == ["waiver/expired"]
    assert dict(late.faults[0][1].captures) == {"rule": TOLL, "until": "2026-12-31"}


def test_one_without_a_reason_waives_nothing() -> None:
    for reason in ("", ' reason=""', ' reason="  "', ' reason="…"'):
        page = draft(f"# Raid\n\n{TWO} <!-- stancelint: allow {TOLL}{reason} -->\n")
        waived = judged(page, found(page, TWO))
        assert suppressed(waived) == [False]
        assert faults(waived) == ["waiver/no-reason"]


def test_one_that_is_not_needed_is_told_unless_its_rule_did_not_run() -> None:
    page = draft(f"# Raid\n\nQuiet. {MARK}\n")
    waived = judged(page)
    assert faults(waived) == ["waiver/unused"]
    place = waived.faults[0][1].place
    assert place is not None
    assert page.source[place.start : place.end] == TOLL
    assert faults(judged(page, ran=("framing/kyiv-regime",))) == []


def test_an_unknown_rule_names_the_nearest_and_its_neighbours_still_count() -> None:
    page = draft(f'# Raid\n\n{TWO} <!-- stancelint: allow casualty/unatributed, {TOLL} reason="ours" -->\n')
    waived = judged(page, found(page, TWO))
    assert suppressed(waived) == [True]
    assert faults(waived) == ["waiver/unknown-rule"]
    assert dict(waived.faults[0][1].captures)["nearest"] == f"; did you mean {TOLL}?"


MISWRITTEN = [
    'stancelint: allow * reason="x y"',
    'stancelint: allow all reason="x y"',
    'stancelint: allow casualty reason="x y"',
    'stancelint: allow casualty/* reason="x y"',
    'stancelint: allow casualty/ unattributed reason="x y"',
    'stancelint: allow casualty /unattributed reason="x y"',
    'stancelint: allow casualty/unattributed framing/kyiv-regime reason="x y"',
    'stancelint: allow casualty/unattributed, reason="x y"',
    'stancelint: allow , reason="x y"',
    'stancelint: allow reason="x y"',
    "stancelint: allow",
    "stancelint: allow file",
    'stancelint: allow casualty/unattributed file reason="x y"',
    'stancelint: allow files casualty/unattributed reason="x y"',
    'stancelint: allowfile casualty/unattributed reason="x y"',
    'stancelint: Allow casualty/unattributed reason="x y"',
    'stancelint allow casualty/unattributed reason="x y"',
    'stancelint : allow casualty/unattributed reason="x y"',
    'Stancelint: allow casualty/unattributed reason="x y"',
    'stance-lint: allow casualty/unattributed reason="x y"',
    'stancelint: ignore casualty/unattributed reason="x y"',
    'stancelint: allow Casualty/Unattributed reason="x y"',
    "stancelint: allow casualty/unattributed reason=x",
    "stancelint: allow casualty/unattributed reason='x y'",
    'stancelint: allow casualty/unattributed reason="x y',
    'stancelint: allow casualty/unattributed "x y"',
    'stancelint: allow casualty/unattributed because reason="x y"',
    'stancelint: allow casualty/unattributed reason="x y" for ever',
    'stancelint: allow casualty/unattributed reason="x" reason="y"',
    'stancelint: allow casualty/unattributed reasons="x y"',
    'stancelint: allow casualty/unattributed reason="x y" until="31.12.2026"',
    'stancelint: allow casualty/unattributed reason="x y" until="2026-02-30"',
    'stancelint: allow casualty/unattributed reason="x y" until=""',
    'stancelint: allow casualty/unattributed, casualty/unattributed reason="x y"',
    'stancelint: allow waiver/unused reason="x y"',
    'stancelint: allow casualty/unattributed=1 reason="x y"',
]


@pytest.mark.parametrize("written", MISWRITTEN)
def test_what_cannot_be_read_exactly_waives_nothing(written: str) -> None:
    page = draft(f"# Raid\n\n{TWO} <!-- {written} -->\n")
    waived = judged(page, found(page, TWO), found(page, "Twelve", "framing/kyiv-regime"))
    assert suppressed(waived) == [False, False]
    assert faults(waived) == ["waiver/malformed"]
    captures = dict(waived.faults[0][1].captures)
    assert captures["problem"]
    assert captures["hint"]


WELL_WRITTEN = [
    'stancelint: allow casualty/unattributed reason="x y"',
    'stancelint:allow casualty/unattributed reason="x y"',
    '  stancelint:  allow  casualty/unattributed  reason = "x y"  ',
    'stancelint: allow casualty/unattributed , framing/kyiv-regime reason="x y"',
    "stancelint: allow casualty/unattributed reason=“x y”",
    'stancelint: allow casualty/unattributed\n  by="night desk"\n  reason="x = y, all *"',
]


@pytest.mark.parametrize("written", WELL_WRITTEN)
def test_what_is_well_written_is_read(written: str) -> None:
    page = draft(f"# Raid\n\nIntro.\n\n<!--{written}-->\n\n{TWO}\n")
    waived = judged(page, found(page, TWO))
    assert suppressed(waived) == [True]
    assert "waiver/malformed" not in faults(waived)


@pytest.mark.parametrize(
    "said", ["TODO: ring stancelint people", "the stancelint page is open", "prettier-ignore", "stancelint is new here"]
)
def test_a_comment_about_something_else_is_left_alone(said: str) -> None:
    page = draft(f"# Raid\n\n{TWO} <!-- {said} -->\n")
    assert faults(judged(page, found(page, TWO))) == []


def test_the_ledger_shows_what_each_waiver_is_worth() -> None:
    ended = '<!-- stancelint: allow casualty/uncorroborated reason="prosecutor counts" until="2020-01-01" -->'
    page = draft(f"# Raid\n\n{TWO} {MARK}\n\nNine were hurt. {ended}\n")
    rows = ledger(page, (found(page, TWO), found(page, "Nine were hurt", "casualty/uncorroborated")), known=KNOWN, today="2026-11-24")
    assert [(row.rule, row.line, row.state, row.by, row.words) for row in rows] == [
        (TOLL, 3, "in force", "A. K.", (TWO,)),
        ("casualty/uncorroborated", 5, "expired", "", ("Nine were hurt",)),
    ]


def pieces() -> Iterator[st.SearchStrategy[str]]:
    yield st.sampled_from(
        ["stancelint", ":", " ", "allow", "file", ",", "casualty/unattributed", "*", "reason=", '"', "“", "”", "until=", "\n"]
    )
    yield st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=3)


@given(st.lists(st.one_of(*pieces()), max_size=14).map("".join))
def test_any_comment_is_read_without_widening(written: str) -> None:
    page = draft(f"# Raid\n\n{TWO} <!-- {written.replace('-->', '')} -->\n\nThe regime in Kyiv answered.\n")
    elsewhere = found(page, "regime in Kyiv", "framing/kyiv-regime")
    waived = judged(page, found(page, TWO), elsewhere)
    assert waived.findings[1].suppressed is None
    if waived.findings[0].suppressed:
        assert any(rule == TOLL for waiver in read_waivers(page)[0] for rule, _ in waiver.rules)
    for rule, match in waived.faults:
        assert rule.startswith("waiver/")
        assert match.place is not None
        assert 0 <= match.place.start <= match.place.end <= len(page.source)


@pytest.mark.parametrize("filler", [" ", "a", 'a="', "<!--", "=", ",", "“"])
def test_a_comment_of_a_megabyte_is_read_at_once(filler: str) -> None:
    from time import process_time

    from stancelint.engine.waiver_comment import read_comment
    from stancelint.text.document import Comment
    from stancelint.text.span import Region

    for head in ("", "stancelint", "stancelint: allow ", 'stancelint: allow a/b reason="x" '):
        text = head + filler * (1_000_000 // len(filler))
        before = process_time()
        read_comment(Comment(text, Region(0, len(text) + 7), 0))
        assert process_time() - before < 2
