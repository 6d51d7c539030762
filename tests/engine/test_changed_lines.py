"""Changed lines, with git itself to say what changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.engine.changed_lines import EVERY_LINE, changed_since, staged, staged_bytes, touched
from stancelint.errors import UsageError
from stancelint.finding import Evidence, Excerpt, Finding, Severity
from stancelint.text.lines import Lines

OLD = "Night raid\n\nThe cranes burned.\nCrews dug until noon.\nThe road was open by nine.\n"


def git(folder: Path, *words: str) -> None:
    env = {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")}, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *who, *words], cwd=folder, env=env, check=True, capture_output=True)


def commit(folder: Path, said: str = "work") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", said)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "drafts").mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "drafts" / "a.md").write_text(OLD, "utf-8")
    commit(folder)
    return folder


def lines_of(folder: Path, name: str, ref: str = "HEAD") -> tuple[tuple[int, int], ...]:
    return changed_since(ref, (str(folder),)).of(str(folder / name))


def test_a_draft_that_did_not_change_has_no_changed_line(desk: Path) -> None:
    assert lines_of(desk, "drafts/a.md") == ()


def test_added_changed_and_deleted_lines(desk: Path) -> None:
    (desk / "drafts" / "a.md").write_text("Night raid\n\nThe cranes burned again.\nThe road was open by nine.\nAll quiet.\n", "utf-8")
    assert lines_of(desk, "drafts/a.md") == ((3, 4), (5, 6))
    (desk / "drafts" / "a.md").write_text(OLD.replace("Crews dug until noon.\n", ""), "utf-8")
    assert lines_of(desk, "drafts/a.md") == ((4, 4),)


def test_commits_the_index_and_the_work_tree_all_count(desk: Path) -> None:
    draft = desk / "drafts" / "a.md"
    git(desk, "tag", "start")
    draft.write_text(OLD.replace("Night raid", "Night raid on the port"), "utf-8")
    commit(desk)
    draft.write_text(draft.read_text("utf-8").replace("burned", "fell"), "utf-8")
    git(desk, "add", "-A")
    draft.write_text(draft.read_text("utf-8").replace("by nine", "by ten"), "utf-8")
    assert lines_of(desk, "drafts/a.md", "start") == ((1, 2), (3, 4), (5, 6))


def test_a_new_draft_is_changed_on_every_line_known_to_git_or_not(desk: Path) -> None:
    (desk / "drafts" / "new.md").write_text("A new one.\n", "utf-8")
    assert lines_of(desk, "drafts/new.md") == EVERY_LINE
    git(desk, "add", "-A")
    assert lines_of(desk, "drafts/new.md") == ((1, 2),)


def test_a_draft_that_only_moved_did_not_change(desk: Path) -> None:
    git(desk, "mv", "drafts/a.md", "drafts/b.md")
    assert lines_of(desk, "drafts/b.md") == ()
    (desk / "drafts" / "b.md").write_text(OLD.replace("noon", "dusk"), "utf-8")
    commit(desk)
    assert lines_of(desk, "drafts/b.md", "HEAD~1") == ((4, 5),)


def test_the_other_side_s_later_work_does_not_count(desk: Path) -> None:
    git(desk, "checkout", "-qb", "mine")
    (desk / "drafts" / "mine.md").write_text("Mine.\n", "utf-8")
    commit(desk)
    git(desk, "checkout", "-q", "main")
    (desk / "drafts" / "a.md").write_text(OLD.replace("noon", "dusk"), "utf-8")
    commit(desk)
    git(desk, "checkout", "-q", "mine")
    assert lines_of(desk, "drafts/a.md", "main") == ()
    assert lines_of(desk, "drafts/mine.md", "main") == ((1, 2),)


def test_in_a_shallow_clone(desk: Path, tmp_path: Path) -> None:
    (desk / "drafts" / "a.md").write_text(OLD.replace("noon", "dusk"), "utf-8")
    commit(desk)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{desk}", "shallow")
    shallow = tmp_path / "shallow"
    (shallow / "drafts" / "a.md").write_text(OLD, "utf-8")
    assert lines_of(shallow, "drafts/a.md") == ((4, 5),)
    with pytest.raises(UsageError, match=r"no commit “HEAD~1”.*shallow: git fetch"):
        lines_of(shallow, "drafts/a.md", "HEAD~1")


def test_in_a_linked_work_tree(desk: Path, tmp_path: Path) -> None:
    git(desk, "worktree", "add", "-q", str(tmp_path / "second"))
    second = tmp_path / "second"
    (second / "drafts" / "a.md").write_text(OLD.replace("noon", "dusk"), "utf-8")
    assert lines_of(second, "drafts/a.md") == ((4, 5),)
    assert lines_of(desk, "drafts/a.md") == ()


def test_outside_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "a.md").write_text("x", "utf-8")
    for ask in (lambda: changed_since("HEAD", (str(tmp_path / "a.md"),)), lambda: staged((str(tmp_path),))):
        with pytest.raises(UsageError, match="not in a git work tree"):
            ask()


def test_a_ref_that_is_none_or_looks_like_an_option(desk: Path) -> None:
    for ref in ("nowhere", "--output=/tmp/x", ""):
        with pytest.raises(UsageError, match="git knows no commit"):
            changed_since(ref, (str(desk),))


def test_staged_lines_are_those_of_the_index(desk: Path) -> None:
    draft = desk / "drafts" / "a.md"
    draft.write_text(OLD.replace("noon", "dusk"), "utf-8")
    git(desk, "add", "-A")
    draft.write_text("An unstaged first line.\n" + draft.read_text("utf-8"), "utf-8")
    assert staged((str(desk),)).of(str(draft)) == ((4, 5),)
    assert staged_bytes(str(draft)) == OLD.replace("noon", "dusk").encode()
    assert staged_bytes(str(desk / "drafts" / "none.md")) is None


def test_the_first_commit_of_a_repository_can_be_staged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(OLD, "utf-8")
    git(tmp_path, "add", "-A")
    assert staged((str(tmp_path),)).of(str(tmp_path / "a.md")) == ((1, 6),)


@pytest.mark.parametrize("name", ["with blank.md", "юг.md", 'quo"te.md', "tab\tbed.md", "b/b.md", "back\\slash.md"])
def test_names_that_git_writes_in_its_own_way(desk: Path, name: str) -> None:
    path = desk / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(OLD, "utf-8")
    commit(desk)
    path.write_text(OLD.replace("noon", "dusk"), "utf-8")
    assert lines_of(desk, name) == ((4, 5),)


def test_content_that_looks_like_a_diff_is_content(desk: Path) -> None:
    draft = desk / "drafts" / "a.md"
    draft.write_text(OLD + "++ b/drafts/z.md\n@@ -1 +1 @@\n-- a/x\n", "utf-8")
    assert changed_since("HEAD", (str(desk),)).files == {os.path.realpath(draft): ((6, 9),)}


def test_a_file_without_lines_is_changed_as_a_whole(desk: Path) -> None:
    draft = desk / "drafts" / "a.docx"
    draft.write_bytes(b"PK\0\1")
    commit(desk)
    draft.write_bytes(b"PK\0\2")
    assert lines_of(desk, "drafts/a.docx") == EVERY_LINE


def test_a_desk_s_own_git_settings_change_nothing(desk: Path) -> None:
    for setting in (
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "color.ui=always",
        "diff.external=false",
        "diff.renames=false",
        "diff.context=9",
    ):
        git(desk, "config", *setting.split("="))
    (desk / "drafts" / "a.md").write_text(OLD.replace("noon", "dusk"), "utf-8")
    assert lines_of(desk, "drafts/a.md") == ((4, 5),)


def case(source: str, words: str, *, excerpt: str = "", evidence: str = "", whole_draft: bool = False) -> Finding:
    at, start = Lines(source).place, source.index(words)
    trail = ()
    if evidence:
        trail = (Evidence("m", evidence, at(source.index(evidence)), at(source.index(evidence) + len(evidence))),)
    shown = Excerpt(source.index(excerpt), excerpt) if excerpt else None
    return Finding("a/b", Severity.ERROR, "c", "m", words, at(start), at(start + len(words)), trail, excerpt=shown, whole_draft=whole_draft)


def test_a_finding_is_touched_in_its_words_its_sentence_or_its_evidence() -> None:
    source = "Title\nTwelve people\nwere killed, he said.\nA later line names nine.\n"
    sentence = "Twelve people\nwere killed, he said."
    for line, touches in ((1, False), (2, True), (3, True), (4, True), (5, False)):
        found = (case(source, "Twelve people", excerpt=sentence, evidence="nine"),)
        assert bool(touched(found, source, ((line, line + 1),))) is touches, line


def test_a_deletion_touches_the_sentence_that_it_shortened_and_no_neighbour() -> None:
    source = "Title\nTwelve people\nwere killed.\nQuiet.\n"
    found = (case(source, "Twelve people", excerpt="Twelve people\nwere killed."), case(source, "Quiet"))
    assert touched(found, source, ((3, 3),)) == found[:1]
    assert touched(found, source, ((4, 4),)) == ()


def test_what_is_about_the_draft_stays_when_the_draft_changed() -> None:
    source = "Title\nText.\n"
    about = (case(source, "Title", whole_draft=True),)
    assert touched(about, source, ((2, 3),)) == about
    assert touched(about, source, ()) == ()


def test_a_lone_carriage_return_is_no_line_to_git() -> None:
    source = "One\rTwo\nThree\n"
    assert touched((case(source, "Two"),), source, ((1, 2),))
    assert not touched((case(source, "Two"),), source, ((2, 3),))


@given(st.text(alphabet="ab \n\r", max_size=40), st.data())
def test_a_finding_on_a_changed_line_is_always_kept(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    at = Lines(source).place
    line = source.count("\n", 0, start) + 1
    found = (Finding("a/b", Severity.ERROR, "c", "m", source[start:end], at(start), at(end)),)
    assert touched(found, source, ((line, line + 1),)) == found
    assert touched(found, source, EVERY_LINE) == found
