"""The report on a terminal, read as an editor reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.errors import UsageError
from stancelint.finding import Evidence, Excerpt, Finding, Report, Severity
from stancelint.reporters import FORMATS, RenderOptions, render
from stancelint.reporters.cells import cells_of
from stancelint.reporters.snippet import snippet
from stancelint.text.span import Place
from stancelint.text.value import replace


def shown(report: Report, **options: object) -> str:
    return "".join(render(report, "text", options=RenderOptions(**options)))  # type: ignore[arg-type]  # as a case writes them


def test_a_finding_reads_from_the_fault_to_what_clears_it(night: Report) -> None:
    page = shown(night).split("\n\n")[0]
    assert page == (
        "error[casualty/unattributed]: “Twelve people were killed” is a toll that nobody\n"
        "    in the draft is said to have counted.\n"
        " --> drafts/night.txt:4:164\n"
        "  |\n"
        "4 | Twelve people were killed.\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  |\n"
        "  = policy: “We print a toll when two independent sources stand behind it, or\n"
        "            say that they do not.” (two-sources)\n"
        "  = note:   looked for a source in this sentence, the rest of the draft and the\n"
        "            provenance list; none\n"
        "  = found:  nearest source, of another number: “the air force” (line 7, column\n"
        "            23)\n"
        "  = clears: Name who counted the dead in this sentence, or take the number out."
    )


def test_the_last_lines_count_what_is_shown_and_what_is_not(night: Report, clean: Report) -> None:
    assert shown(night).endswith("2 errors, 1 warning in 1 draft (1 info not shown, 1 suppressed)\n1 draft could not be checked\n")
    assert "1 info in 1 draft" not in shown(night)
    assert shown(night, show=Severity.INFO).endswith(
        "2 errors, 1 warning, 1 info in 1 draft (1 suppressed)\n1 draft could not be checked\n"
    )
    assert shown(clean) == "Nothing to report in 1 draft\n"
    assert shown(replace(clean, drafts=())) == "There was no draft to check.\n"
    assert shown(replace(clean, stale=(("a.md", "a/b", "x"), ("a.md", "a/b", "y")))).endswith(
        "2 entries of the baseline are no longer found\n"
    )


def test_a_waived_finding_is_not_shown(night: Report) -> None:
    assert "sourcing/lead" not in shown(night, show=Severity.INFO)


def test_a_safe_fix_says_that_it_is_safe(night: Report) -> None:
    assert "help: write “Odesa” (safe fix)\n" in shown(night)
    assert "help: write “full-scale invasion”\n" in shown(night)


@pytest.mark.parametrize("width", [66, 80, 120])
def test_no_line_is_wider_than_the_terminal(night: Report, width: int) -> None:
    assert max(cells_of(line) for line in shown(night, width=width).splitlines()) <= width


def test_colour_changes_no_word(night: Report) -> None:
    import re

    coloured = shown(night, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(night)


def test_a_sentence_over_two_lines_keeps_both_line_numbers(desk: SimpleNamespace) -> None:
    source = "A first line.\nThe Crimean\r\nbridge was “liberated” at\nnight.\n"
    case = desk.finding(source, "bridge", "framing/x", Severity.ERROR, "m", excerpt=desk.sentence(source, source[14:-1]))
    assert shown(desk.report(source, case)).splitlines()[2:7] == [
        "  |",
        "2 | The Crimean",
        "3 | bridge was “liberated” at",
        "  | ^^^^^^",
        "4 | night.",
    ]


def test_evidence_in_the_same_sentence_is_underlined_too(desk: SimpleNamespace) -> None:
    source = "Officials in Kherson toured a pier while twelve people were killed."
    case = desk.finding(source, "twelve people were killed", "casualty/unattributed", Severity.ERROR, "m",
                        evidence=(desk.evidence(source, "Officials in Kherson", "a source without a cue"),))  # fmt: skip
    assert "  | --------------------                     ^^^^^^^^^^^^^^^^^^^^^^^^^\n" in shown(desk.report(source, case))


def test_carets_stand_under_wide_and_combining_words(desk: SimpleNamespace) -> None:
    source = "東京 said the ce\u0301le\u0300bre 👩‍🚒 жители и\u0306 liberated Kherson."
    case = desk.finding(source, "liberated", "framing/x", Severity.ERROR, "m")
    rows = shown(desk.report(source, case)).splitlines()
    words, marks = rows[3], rows[4]
    assert cells_of(words[: words.index("liberated")]) == marks.index("^")
    assert marks.count("^") == len("liberated")


def test_a_long_paragraph_shows_the_rows_around_the_words(desk: SimpleNamespace) -> None:
    source = "The harbour was quiet again. " * 60 + "The regime in Kyiv answered. " + "The cranes turned. " * 60
    case = desk.finding(source, "regime in Kyiv", "framing/kyiv-regime", Severity.ERROR, "m")
    page = shown(desk.report(source, case))
    assert page.count("\n...\n") == 2
    assert len(page.splitlines()) < 18


def test_a_finding_of_many_lines_is_cut_in_its_middle(desk: SimpleNamespace) -> None:
    source = "\n".join(f"Line {n} of a section that says nothing." for n in range(40))
    case = desk.finding_at(source, 0, len(source), "contested/empty", Severity.ERROR, "m", excerpt=Excerpt(0, source))
    page = shown(desk.report(source, case))
    assert "\n 1 | Line 0" in page
    assert "\n40 | Line 39" in page
    assert page.count("\n...\n") == 1


def test_a_draft_cannot_write_to_the_terminal(desk: SimpleNamespace) -> None:
    source = "The \x1b[2Jregime\u202e in \u2066Kyiv\x07 fell\u2028silent \x9b1m\ud800\x7f."
    trail = (Evidence(source), desk.evidence(source, "Kyiv\x07", "near"))
    case = desk.finding(source, "regime", "framing/x", Severity.ERROR, f"“{source}” is ours", evidence=trail)
    for name in ("text", "concise"):
        page = "".join(render(desk.report(source, case), name))
        assert not set(page) & set("\x1b\x07\x9b\x7f\u202e\u2066\u2028\ud800")
        assert "␛[2Jregime<U+202E> in <U+2066>Kyiv␇ fell<U+2028>silent" in page


def test_an_empty_place_gets_one_caret(desk: SimpleNamespace) -> None:
    source = "Wire provenance"
    at_the_end = desk.finding_at(source, len(source), len(source), "provenance/empty", Severity.ERROR, "m")
    assert "1 | Wire provenance\n  |                ^\n" in shown(desk.report(source, at_the_end))
    nothing = desk.finding_at("", 0, 0, "provenance/missing", Severity.ERROR, "m")
    assert "1 |\n  | ^\n" in shown(desk.report("", nothing))


def test_a_mark_without_width_is_shown_under_the_letter_that_it_sits_on(desk: SimpleNamespace) -> None:
    source = "The и\u0306 of Київ."
    case = desk.finding_at(source, 5, 6, "notation/x", Severity.ERROR, "m")
    assert "\n1 | The и\u0306 of Київ.\n  |     ^\n" in shown(desk.report(source, case))
    alone = "\u0306\u0306 of"
    case = desk.finding_at(alone, 0, 1, "notation/x", Severity.ERROR, "m")
    assert "  |  ^\n" in shown(desk.report(alone, case)) or "  | ^\n" in shown(desk.report(alone, case))


def test_the_empty_line_behind_a_sentence_is_not_shown(desk: SimpleNamespace) -> None:
    source = "The regime in Kyiv answered.\n"
    case = desk.finding_at(source, 4, 18, "framing/x", Severity.ERROR, "m", excerpt=Excerpt(0, source))
    assert "1 | The regime in Kyiv answered.\n  |     ^^^^^^^^^^^^^^\n" in shown(desk.report(source, case))
    assert "\n2 |" not in shown(desk.report(source, case))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" \n\r\t東e\u0301\u200d\u202e👩🏽\ufe0f")), max_size=120), st.data())
def test_rows_hold_every_mark_within_their_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    room = data.draw(st.integers(10, 60))
    case = Finding("a/b", Severity.ERROR, "c", "m", text[start:end], Place(start, 400, 1), Place(end, 400, 1), excerpt=Excerpt(0, text))
    rows = snippet(case, room)
    assert any("^" in row.marks for row in rows)
    for row in rows:
        assert row.words is None or cells_of(row.words) <= room + 8
        assert cells_of(row.marks) <= room + 9


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean sarif"):
        render(Report("0", ()), "sarf")


def test_every_format_has_its_file_and_the_plain_path_imports_no_terminal_library() -> None:
    code = (
        "import sys; from stancelint.reporters import render; from stancelint.finding import Report;"
        "list(render(Report('0', ()), 'text')); list(render(Report('0', ()), 'concise'));"
        "print([m for m in ('rich', 'json', 'unicodedata', 'html', 'difflib') if m in sys.modules])"
    )
    bare = {name: held for name, held in os.environ.items() if not name.startswith("COVERAGE")}  # a measured run imports more
    ran = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, env=bare)
    assert ran.stdout == "[]\n"
    assert len(set(FORMATS)) == 12


@pytest.mark.parametrize(
    "words",
    ["plain", "東京から", "жители", "cafe\u0301", "ก็อยู่", "👩‍🚒 burns", "👍🏽", "❤️", "🇺🇦", "한국어", "ﾊﾝｶｸ", "e\u0301\u0302x", "— … “”"],
)
def test_cells_are_counted_as_the_terminal_library_counts_them(words: str) -> None:
    from rich.cells import cell_len

    assert cells_of(words) == cell_len(words)
