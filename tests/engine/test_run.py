"""Runs: what is found, what is kept from the last time, and what many processes give."""

from __future__ import annotations

import marshal
import zlib
from pathlib import Path

import pytest

from stancelint.engine.desk import Desk, RunOptions, path_in
from stancelint.engine.mend import mend
from stancelint.engine.results import Results
from stancelint.engine.run import WORTH_A_POOL, failures, run, workers
from stancelint.engine.walk import excluded_by, walk
from stancelint.errors import UsageError
from stancelint.finding import DraftReport, Edit, Evidence, Excerpt, Finding, Fix, Severity, Suppression
from stancelint.policy import compiled, kept
from stancelint.policy.discover import policy_above
from stancelint.text.span import Place, Region


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    policy_above.cache_clear()


WHOLE = Finding(
    "casualty/unattributed", Severity.ERROR, "two-sources", "m", "three", Place(3, 1, 4), Place(8, 1, 9),
    evidence=(Evidence("looked"), Evidence("found", "x", Place(0, 1, 1), Place(1, 1, 2))),
    fixes=(Fix("so", True, (Edit(Region(3, 8), "3"),)),),
    clears="c", fingerprint="f", suppressed=Suppression("waiver", "r", "2026-12-31"), excerpt=Excerpt(0, "abc"), whole_draft=True,
)  # fmt: skip


def test_a_result_comes_back_as_it_was_kept() -> None:
    kept = DraftReport("a.txt", "text", None, (WHOLE,), fail_on=Severity.WARNING)
    Results("key").store(kept, b"data")
    assert Results("key").load("a.txt", b"data") == kept
    assert Results("key").load("a.txt", b"other") is None
    assert Results("other").load("a.txt", b"data") is None
    assert Results("").load("a.txt", b"data") is None


def test_a_damaged_result_is_as_good_as_none(tmp_path: Path) -> None:
    Results("key").store(DraftReport("a.txt", "text", None, (WHOLE,)), b"data")
    (kept,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    whole = kept.read_bytes()
    for damaged in (b"", whole[:10], whole[:-1], whole[:-1] + b"x", b"x" * len(whole)):
        kept.write_bytes(damaged)
        assert Results("key").load("a.txt", b"data") is None


@pytest.mark.parametrize("held", [3, ["text", None, 3, []], ["text", None, 2, [["a rule"]]], ["text", None, 2, [list("abcdefghijklmn")]]])
def test_a_result_of_another_making_is_as_good_as_none(tmp_path: Path, held: object) -> None:
    Results("key").store(DraftReport("a.txt", "text", None, (WHOLE,)), b"data")
    (kept,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    magic, _, rest = kept.read_bytes().partition(b"\n")
    digest, _ = marshal.loads(rest[4:])
    body = marshal.dumps((digest, held))
    kept.write_bytes(magic + b"\n" + zlib.crc32(body).to_bytes(4, "big") + body)
    assert Results("key").load("a.txt", b"data") is None


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    Results("key").store(DraftReport("a.txt", "text", None, ()), b"data")
    assert Results("key").load("a.txt", b"data") is None
    compiled.store("key", {}, (), (), before=1)
    assert compiled.load("key") is None


def test_there_may_be_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STANCELINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/")
    assert kept.cache_folder() is None
    assert compiled.load("key") is None
    compiled.store("key", {}, (), (), before=1)


def test_one_draft_needs_no_pool_and_a_hundred_do() -> None:
    assert workers(1, 0) == 1
    assert workers(1, 4) == 1
    assert workers(100, 3) == 3
    assert workers(WORTH_A_POOL - 1, 0) == 1


def test_a_walk_knows_drafts_by_their_ending(tmp_path: Path) -> None:
    for name in ("a.md", "b.txt", "c.html", "d.py", ".hidden.md", "e.MD"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.md").write_text("x")
    assert [found.path for found in walk((".",))] == ["a.md", "b.txt", "c.html", "e.MD"]
    assert [found.path for found in walk(("d.py", "d.py"))] == ["d.py"]


def test_ignore_files_hold_below_them(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*.txt\nbuild/\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / ".gitignore").write_text("!keep.txt\n")
    (tmp_path / "build").mkdir()
    for name in ("a.txt", "a.md", "sub/keep.txt", "sub/drop.txt", "build/x.md"):
        (tmp_path / name).write_text("x")
    assert [found.path for found in walk((".",))] == ["a.md", "sub/keep.txt"]
    assert [found.path for found in walk(("sub",))] == ["sub/keep.txt"]


def test_what_a_policy_excludes(tmp_path: Path) -> None:
    assert excluded_by(tmp_path / "archive" / "old" / "a.md", tmp_path, ("archive",))
    assert excluded_by(tmp_path / "a.md", tmp_path, ("*.md",))
    assert not excluded_by(tmp_path / "news" / "a.md", tmp_path, ("archive/**",))
    assert not excluded_by(Path("/elsewhere/a.md"), tmp_path, ("**",))


def test_a_policy_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UsageError, match="there is no policy file"):
        run(RunOptions(paths=("a.txt",), policy="none.yaml"))


def test_a_draft_that_cannot_be_read_is_in_the_report(tmp_path: Path) -> None:
    report = run(RunOptions(paths=("none.txt",)))
    ((path, failure),) = failures(report)
    assert (path, failure.kind) == ("none.txt", "draft")
    assert "\0" not in next(iter(failures(run(RunOptions(paths=("a\0b",))))))[1].message


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    for i in range(12):
        (tmp_path / f"{i}.txt").write_text(f"Title {i}\n\nThe special military operation is {i} years old.\n")
    alone = run(RunOptions(jobs=1, result_cache=False))
    seen: list[tuple[int, int]] = []
    assert run(RunOptions(jobs=2, result_cache=False), lambda done, total: seen.append((done, total))) == alone
    assert seen[-1] == (12, 12)


def test_mending_goes_on_until_nothing_is_left() -> None:
    def judge(data: bytes) -> tuple[str, tuple[Finding, ...]]:
        source = data.decode()
        at = source.find("aa")
        place = Place(at, 1, at + 1), Place(at + 2, 1, at + 3)
        fix = Fix("one a", True, (Edit(Region(at, at + 2), "a"),))
        return source, (Finding("style/x", Severity.WARNING, "c", "m", "aa", *place, fixes=(fix,)),) if at >= 0 else ()

    mended = mend(b"baaaab\n", judge, unsafe=False)
    assert (mended.after, mended.count) == ("bab\n", 3)
    assert mended.diff("/drafts/a.txt").splitlines()[:2] == ["--- a/drafts/a.txt", "+++ b/drafts/a.txt"]


def test_a_path_is_told_from_its_policy(tmp_path: Path) -> None:
    rules = Desk(RunOptions()).linter_for(tmp_path / "a.txt").rules
    assert path_in(rules, str(tmp_path / "news" / "a.md")) == "news/a.md"
    assert path_in(rules, "/elsewhere/a.md") == "/elsewhere/a.md"
