"""How a run ends when something is not as it should be: which status, and what a person is told."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancelint import cli
from stancelint.checks.phrase import PhraseCheck
from stancelint.cli.app import run
from stancelint.cli.outcome import concluded, flushed, say
from stancelint.errors import UsageError


class Closed(io.StringIO):
    """A stream whose reader has left."""

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


def broken(problem: BaseException) -> int:
    raise problem


@pytest.fixture(autouse=True)
def at_the_desk(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(desk)
    return desk


@pytest.mark.parametrize(
    ("problem", "status", "said"),
    [
        (UsageError("no such thing", hint="name another"), 2, "stancelint: no such thing (name another)\n"),
        (KeyboardInterrupt(), 130, "stancelint: stopped\n"),
        (OSError(28, "No space left on device", "a.md"), 2, "stancelint: a.md: No space left on device\n"),
        (ZeroDivisionError("x"), 3, "stancelint: a bug of ours: ZeroDivisionError: x\n"),
    ],
)
def test_what_stops_a_run_has_its_status_and_its_line(
    problem: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert concluded(lambda: broken(problem)) == status
    assert said in capsys.readouterr().err


def test_a_bug_of_ours_shows_its_traceback_to_who_asks_for_it() -> None:
    with pytest.raises(ZeroDivisionError):
        concluded(lambda: broken(ZeroDivisionError("x")), debug=True)


def test_a_reader_who_has_left_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    assert concluded(lambda: broken(BrokenPipeError())) == 0
    flushed()
    monkeypatch.setattr(sys, "stderr", Closed())
    assert say("nobody hears it", 2) == 2


def test_a_diff_that_nobody_reads_to_its_end_keeps_its_status(monkeypatch: pytest.MonkeyPatch, at_the_desk: Path) -> None:
    (at_the_desk / "drafts" / "kiev.txt").write_text("Night in Kiev\n", "utf-8")
    monkeypatch.setattr(sys, "stdout", Closed())
    assert run(["check", "--diff", "drafts/kiev.txt"]) == 1


def test_a_diff_of_a_draft_that_cannot_be_read_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--diff", "drafts/nowhere.txt"]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.fixture
def _collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("_collecting")
def test_ctrl_c_before_the_command_line_is_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "_status", lambda arguments: broken(KeyboardInterrupt()))
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 130
    assert capsys.readouterr().err == "stancelint: stopped\n"


def test_ctrl_c_in_a_command_is_heard_by_us_and_not_by_the_option_parser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("stancelint.cli.check.carry_out", lambda request: broken(KeyboardInterrupt()))
    assert run(["check", "--strict", "--show", "info"]) == 130
    assert capsys.readouterr().err == "stancelint: stopped\n"


def test_only_what_cannot_be_written_is_spelled_out() -> None:
    cli._prepare_streams()
    assert "Ї".encode("ascii", "stancelint") == b"\\u0407"
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "stancelint")


# a check of ours that breaks


def test_a_check_that_breaks_is_told_as_ours_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(PhraseCheck, "find", lambda self, reading: broken(ZeroDivisionError("x")))
    assert run(["check", "--no-cache", "drafts"]) == 3
    told = capsys.readouterr()
    assert "could not be checked by every rule: a check broke, which is a bug of ours" in told.out + told.err
    assert "broke: ZeroDivisionError: x" in told.out + told.err


def test_a_check_that_breaks_shows_its_traceback_to_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PhraseCheck, "find", lambda self, reading: broken(ZeroDivisionError("x")))
    with pytest.raises(ZeroDivisionError):
        run(["check", "--debug", "--no-cache", "drafts/bad.txt"])


# what was asked for and is not there


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "framing"], "“framing” is a family (name one of its rules: framing/"),
        (["test", "nowhere"], "nowhere: does not exist"),
        (["test", "drafts"], "no rule was found to test"),
        (["check", "--annotate", "a.docx", "drafts/clean.txt"], "--annotate takes one Word file"),
        (["check", "drafts/" + "x" * 300], "cannot be read: File name too long"),
    ],
)
def test_a_call_that_cannot_be_met_says_how_it_could(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert said in (told.err + told.out).replace("\n", " ")


def test_remarks_on_a_draft_that_cannot_be_read_write_no_file(at_the_desk: Path) -> None:
    (at_the_desk / "a.docx").write_bytes(b"no Word file")
    assert run(["check", "--annotate", "b.docx", "a.docx"]) == 2
    assert not (at_the_desk / "b.docx").exists()


def test_the_list_of_rules_counts_them(capsys: pytest.CaptureFixture[str], at_the_desk: Path) -> None:
    (at_the_desk / "stancelint.yaml").write_text("rules: {casualty/undated: off}\n", "utf-8")
    assert run(["rules"]) == 0
    *rules, last = capsys.readouterr().out.splitlines()
    assert last == f"{len(rules)} rules, 1 off"
    assert any(line.split()[:2] == ["off", "casualty/undated"] for line in rules)


def test_the_help_names_every_command_without_importing_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "Commands:" in shown
    assert "\n  waivers " in shown


def test_a_draft_from_standard_input_is_inspected(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "Sirens\n\n“We shall never leave the east bank of the river.”\n\n"
        "Reuters reported that at least 12 people were killed in the strike.\n"
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
    assert run(["inspect", "--stdin-filename", "night.txt", "-"]) == 0
    shown = capsys.readouterr().out
    assert "no speaker found" in shown
    assert "12+" in shown


def test_a_narrow_window_is_asked_of_the_shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["check", "drafts/bad.txt"]) == 1
    lines = capsys.readouterr().out.splitlines()
    wide = [line for line in lines if len(line) > 60]
    assert wide == ["More on a rule: stancelint explain framing/special-military-operation"]  # a call to copy is never cut


def test_the_profile_of_one_rule_counts_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--profile", "--select", "framing/special-military-operation", "drafts/bad.txt"])
    told = capsys.readouterr().err
    assert "framing/special-military-operation" in told
    assert "rules more" not in told
