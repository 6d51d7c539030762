"""The GitHub Action, the GitLab job and the image: well formed, and the action's own steps run as a runner runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import BAD, CLEAN

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
# the first releases that run on Node 24: GitHub's runners have no older one since September 2026
CURRENT = {"actions/setup-python@v6", "github/codeql-action/upload-sarif@v4"}
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
RUNS = [step for step in ACTION["runs"]["steps"] if "run" in step]


def test_the_action_has_the_keys_that_github_documents() -> None:
    assert ACTION.keys() <= {"name", "author", "description", "inputs", "outputs", "runs", "branding"}
    assert ACTION["runs"]["using"] == "composite"
    assert {"paths", "policy", "fail-on", "version"} <= ACTION["inputs"].keys()
    for field in ACTION["inputs"].values():
        assert field.keys() <= {"description", "required", "default", "deprecationMessage"}
        assert isinstance(field["default"], str)
    for step in ACTION["runs"]["steps"]:
        assert step.keys() <= {"name", "id", "if", "uses", "with", "env", "run", "shell", "working-directory", "continue-on-error"}
        assert ("uses" in step) != ("run" in step)
        assert "uses" not in step or step["uses"] in CURRENT
        assert "run" not in step or step["shell"] == "bash"


def test_no_input_is_pasted_into_a_script() -> None:
    for step in RUNS:
        assert "${{" not in step["run"]


def test_every_input_and_output_is_used() -> None:
    written = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in written
    for field in ACTION["outputs"].values():
        assert field["value"].startswith("${{ steps.check.outputs.")


class Runner:
    """A runner's folder, its files for outputs and summary, and bash as the runner calls it."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.temp = folder / "temp"
        self.output, self.summary = folder / "output", folder / "summary"
        for made in (self.work, self.temp):
            made.mkdir()

    def run(self, step: dict[str, Any], **env: str) -> subprocess.CompletedProcess[str]:
        places = {"RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary)}
        # every name that the step sets, empty where an input is left out
        settings = {**os.environ, **places, "STANCELINT_CACHE_DIR": str(self.temp / "cache"), **dict.fromkeys(step["env"], ""), **env}
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
        return subprocess.run(command, cwd=self.work, env=settings, capture_output=True, text=True, check=False)

    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.output.read_text("utf-8").splitlines())


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    (made.work / "drafts").mkdir()
    (made.work / "night desk").mkdir()
    (made.work / "drafts" / "clean.txt").write_text(CLEAN, "utf-8")
    (made.work / "night desk" / "bad.txt").write_text(BAD, "utf-8")
    return made


BIN = str(Path(sys.executable).parent)


def test_a_clean_tree_passes_with_a_summary_and_a_sarif_file(runner: Runner) -> None:
    done = runner.run(STEPS["Check"], STANCELINT_BIN=BIN, STANCELINT_PATHS="drafts")
    assert done.returncode == 0, done.stderr
    assert runner.outputs()["status"] == "0"
    assert json.loads(Path(runner.outputs()["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert runner.summary.read_text("utf-8").startswith("#")


def test_findings_fail_the_job_after_everything_is_written(runner: Runner) -> None:
    runner.summary.write_text("an earlier line\n", "utf-8")
    done = runner.run(STEPS["Check"], STANCELINT_BIN=BIN, STANCELINT_PATHS="drafts\nnight desk\n")
    assert done.returncode == 1
    assert "::error file=night desk/bad.txt," in done.stdout
    assert runner.outputs()["status"] == "1"
    results = json.loads(Path(runner.outputs()["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert "framing/special-military-operation" in {result["ruleId"] for result in results}
    assert runner.summary.read_text("utf-8").startswith("an earlier line\n")
    assert "framing/special-military-operation" in runner.summary.read_text("utf-8")


def test_policy_and_level_reach_the_check(runner: Runner) -> None:
    (runner.work / "lax.yaml").write_text("rules: {framing/*: warning}\n", "utf-8")
    given = {"STANCELINT_BIN": BIN, "STANCELINT_PATHS": "night desk", "STANCELINT_POLICY": "lax.yaml"}
    assert runner.run(STEPS["Check"], **given).returncode == 0
    assert runner.run(STEPS["Check"], **given, STANCELINT_FAIL_ON="warning").returncode == 1


@pytest.mark.parametrize("hostile", ["$(touch owned)", "; touch owned", "--output=text=owned", "`touch owned`"])
def test_an_input_is_a_word_and_nothing_more(runner: Runner, hostile: str) -> None:
    for name in ("STANCELINT_PATHS", "STANCELINT_POLICY", "STANCELINT_FAIL_ON"):
        runner.run(STEPS["Check"], STANCELINT_BIN=BIN, **{"STANCELINT_PATHS": "drafts", name: hostile})
    assert not (runner.work / "owned").exists()


def test_a_run_that_cannot_be_done_is_2_and_uploads_nothing(runner: Runner) -> None:
    done = runner.run(STEPS["Check"], STANCELINT_BIN=BIN, STANCELINT_PATHS="drafts", STANCELINT_POLICY="nowhere.yaml")
    assert done.returncode == 2
    assert "nowhere.yaml" in done.stderr
    assert "sarif" not in runner.outputs()


@pytest.mark.parametrize(("version", "asked"), [("", "the action's folder"), ("0.1.0", "stancelint==0.1.0")])
def test_the_install_step_takes_a_release_or_its_own_folder(runner: Runner, version: str, asked: str) -> None:
    # a python that only writes down what it is asked: the registry is not the test's business
    shim = runner.temp / "shim" / "python"
    shim.parent.mkdir()
    shim.write_text(
        '#!/bin/sh\necho "$@" >> "$RUNNER_TEMP/asked"\n[ "$2" = venv ] && mkdir -p "$3/bin" && cp "$0" "$3/bin/python"\nexit 0\n'
    )
    shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    done = runner.run(STEPS["Install"], PATH=path, STANCELINT_ACTION="the action's folder", STANCELINT_VERSION=version)
    assert done.returncode == 0, done.stderr
    assert (runner.temp / "asked").read_text("utf-8").splitlines()[-1].endswith(asked)
    assert Path(runner.outputs()["bin"]).is_dir()


@pytest.mark.parametrize("drafts", ["drafts", "drafts notes"])
def test_the_gitlab_job_runs_and_leaves_its_reports(runner: Runner, drafts: str) -> None:
    (runner.work / "notes").mkdir()
    job = yaml.safe_load((ROOT / "templates" / "gitlab-ci.yml").read_text("utf-8"))["stancelint"]
    assert job.keys() <= {"stage", "image", "variables", "cache", "script", "artifacts", "rules"}
    install, check = job["script"]
    assert install.startswith("pip install ")
    settings = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "STANCELINT_PATHS": drafts}
    settings["STANCELINT_CACHE_DIR"] = str(runner.temp / "cache")
    done = subprocess.run(["bash", "-ec", check], cwd=runner.work, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    quality = json.loads((runner.work / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert all({"description", "fingerprint", "severity", "location"} <= issue.keys() for issue in quality)
    assert (runner.work / job["artifacts"]["reports"]["junit"]).read_text("utf-8").startswith("<?xml")
    shutil.rmtree(runner.temp / "cache", ignore_errors=True)


def test_the_image_runs_as_nobody_in_particular() -> None:
    lines = [line.split(maxsplit=1) for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines() if line and line[0] not in " #"]
    words = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {line[0] for line in lines} <= words
    assert [line[1] for line in lines if line[0] == "USER"] == ["editor"]
    assert json.loads(next(line[1] for line in lines if line[0] == "ENTRYPOINT")) == ["stancelint"]
    copied = {word for line in lines if line[0] == "COPY" and "--from" not in line[1] for word in line[1].split()[:-1]}
    assert {name for name in copied if not (ROOT / name).exists()} == set()
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert copied <= {line.removeprefix("!") for line in ignored if line.startswith("!")}
