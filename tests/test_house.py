"""The house keeps its own law: layers, short files, and a cheap start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "stancelint"
LONGEST = 350
NAMES_THAT_SAY_NOTHING = ("util", "helper", "manager", "common", "misc")
ROOMS = sorted(path for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists())


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_is_one_room(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_names_say_something() -> None:
    assert [path for path in modules() if any(word in path.stem for word in NAMES_THAT_SAY_NOTHING)] == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_what_it_does_and_may_not(room: Path) -> None:
    said = (room / "__init__.py").read_text("utf-8")
    assert "May not:" in said
    assert "Start reading at:" in said


def test_every_room_of_the_package_stands_in_the_import_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text("utf-8")
    for room in ROOMS:
        assert f"{room.name}" in contract.split("layers = [")[1]


def loaded_by(code: str, cache: Path) -> set[str]:
    script = f"import sys\n{code}\nprint('|'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={"STANCELINT_CACHE_DIR": str(cache), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    return set(done.stderr.strip().splitlines()[-1].split("|"))


def test_a_warm_check_imports_nothing_heavy(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("A title\n\nThe special military operation entered its fifth year.\n", "utf-8")
    code = f"""
from stancelint.cli import main
sys.argv = ["stancelint", "check", {str(draft)!r}]
try:
    main()
except SystemExit as left:
    assert left.code == 1
"""
    loaded_by(code, tmp_path / "cache")
    draft.write_text("A title\n\nThe special military operation went on.\n", "utf-8")
    warm = loaded_by(code, tmp_path / "cache")
    heavy = {"yaml", "rich", "regex", "pyromark", "concurrent.futures", "difflib", "tempfile", "pathspec", "html.parser", "zipfile"}
    assert warm & {*heavy, "click", "typing", "dataclasses", "hashlib"} == set()
    assert "stancelint.checks.phrase" in warm


def test_importing_the_package_costs_nothing(tmp_path: Path) -> None:
    loaded = loaded_by("import stancelint", tmp_path)
    assert {name for name in loaded if name.startswith("stancelint")} == {"stancelint"}
