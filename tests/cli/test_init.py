"""A newcomer's first minute: `init` in a repository of theirs, with and without files that it must not touch."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from stancelint.version import VERSION

from .conftest import Tool

HOOK, POLICY = ".pre-commit-config.yaml", "stancelint.yaml"
JOBS = {"github": ".github/workflows/stancelint.yml", "gitlab": ".gitlab-ci.yml"}


def read(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8"))


def made(desk: Path) -> set[str]:
    return {path.relative_to(desk).as_posix() for path in desk.rglob("*") if path.is_file() and "drafts" not in path.parts}


@pytest.mark.parametrize(("ci", "job"), [*JOBS.items(), ("none", None)])
def test_it_writes_a_policy_a_hook_and_the_job_that_is_asked_for(tool: Tool, desk: Path, ci: str, job: str | None) -> None:
    said = tool("init", "--ci", ci)
    assert said.status == 0
    assert made(desk) == {HOOK, POLICY, *([job] if job else [])}
    assert all(f"wrote {name}" in said.out for name in made(desk))
    assert read(desk / POLICY) == {"extends": "default"}


@pytest.mark.parametrize(
    ("given", "files"), [("drafts", "^drafts/"), ("content/posts/", "^content/posts/"), ("v1.0", r"^v1\.0/"), ("./а", "^а/")]
)
def test_the_hook_is_limited_to_the_drafts_folder(tool: Tool, desk: Path, given: str, files: str) -> None:
    tool("init", "--drafts", given)
    (repo,) = read(desk / HOOK)["repos"]  # type: ignore[index]
    assert repo["rev"] == f"v{VERSION}"
    assert repo["hooks"] == [{"id": "stancelint", "files": files}]


def test_the_jobs_check_the_drafts_folder_with_this_release(tool: Tool, desk: Path) -> None:
    tool("init", "--drafts", "content/posts")
    tool("init", "--drafts", "content/posts", "--ci", "gitlab")
    steps = read(desk / JOBS["github"])["jobs"]["policy"]["steps"]  # type: ignore[index]
    assert steps[-1] == {"uses": f"stancelint/stancelint@v{VERSION}", "with": {"paths": "content/posts/"}}
    variables = read(desk / JOBS["gitlab"])["stancelint"]["variables"]  # type: ignore[index]
    assert (variables["STANCELINT_PATHS"], variables["STANCELINT_PACKAGE"]) == ("content/posts/", f"stancelint=={VERSION}")


def test_drafts_at_the_top_need_no_limit(tool: Tool, desk: Path) -> None:
    tool("init", "--drafts", ".")
    assert read(desk / HOOK)["repos"][0]["hooks"] == [{"id": "stancelint"}]  # type: ignore[index]
    assert read(desk / JOBS["github"])["jobs"]["policy"]["steps"][-1]["with"] == {"paths": "."}  # type: ignore[index]


def test_what_is_there_stays_and_the_lines_to_add_are_told(tool: Tool, desk: Path) -> None:
    kept = {HOOK: "repos: []  # ours\n", JOBS["gitlab"]: "stages: [test]\n", POLICY: "name: ours\n"}
    for name, text in kept.items():
        (desk / name).write_text(text, "utf-8")
    said = tool("init", "--ci", "gitlab")
    assert said.status == 0
    for name, text in kept.items():
        assert (desk / name).read_text("utf-8") == text
        assert f"kept  {name} (it exists)" in said.out
    assert "- id: stancelint" in said.out
    assert "stancelint check --format concise" in said.out


def test_a_second_time_changes_nothing_and_repeats_nothing(tool: Tool, desk: Path) -> None:
    tool("init")
    before = {name: (desk / name).read_bytes() for name in made(desk)}
    said = tool("init")
    assert {name: (desk / name).read_bytes() for name in made(desk)} == before
    assert "wrote" not in said.out
    assert "add to it" not in said.out


def test_what_it_wrote_works_at_once(tool: Tool) -> None:
    tool("init")
    said = tool("check", "drafts")
    assert (said.status, said.err) == (1, "")


@pytest.mark.parametrize("drafts", ["/etc", "../elsewhere", "a b", "-x", "a$(b)"])
def test_a_folder_that_no_job_could_name_is_refused(tool: Tool, desk: Path, drafts: str) -> None:
    said = tool("init", f"--drafts={drafts}")
    assert said.status == 2
    assert "--drafts" in said.err
    assert made(desk) == set()


def test_a_place_that_cannot_be_written_is_told(tool: Tool, desk: Path) -> None:
    (desk / ".github").write_text("a file\n", "utf-8")
    said = tool("init")
    assert said.status == 2
    assert ".github" in said.err


def test_a_folder_that_is_not_there(tool: Tool) -> None:
    said = tool("init", "nowhere")
    assert said.status == 2
    assert "nowhere is not a folder" in said.err
