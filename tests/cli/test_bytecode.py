"""Our modules' bytecode, kept in one file: taken while it is of the sources as they are, and never where Python would not."""

from __future__ import annotations

import compileall
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "stancelint"
ASK = """
import sys
sys.argv = ["stancelint", "check", "draft.txt"]
import stancelint.cli
try:
    stancelint.cli.main()
except SystemExit:
    pass
from stancelint.version import VERSION
loaders = {name: type(sys.modules[name].__spec__.loader).__name__ for name in sys.modules if name.startswith("stancelint.")}
kept = [name for name in loaders if loaders[name] == "_Loader"]
print("|", VERSION, len(kept) > 30, "stancelint.version" in kept, "stancelint.engine" in kept, file=sys.stderr)
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package, whose sources can be changed."""
    shutil.copytree(PACKAGE, tmp_path / "stancelint", ignore=shutil.ignore_patterns("__pycache__", "_prepared"))
    shutil.copytree(PACKAGE.parent / "rules", tmp_path / "rules")
    (tmp_path / "draft.txt").write_text("Night\n\nThe city slept.\n", "utf-8")
    return tmp_path


def asked(house: Path, **settings: str) -> str:
    apart = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "COVERAGE")  # a measured run would count each copy of the package as its own
    inherited = {name: held for name, held in os.environ.items() if not name.startswith(apart)}
    environment = {**inherited, "PYTHONPATH": str(house), "STANCELINT_CACHE_DIR": str(house / "cache"), **settings}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=house, env=environment, capture_output=True, text=True, check=True)
    return done.stderr.rpartition("| ")[2].strip()


def shelf_of(house: Path) -> Path:
    return house / "stancelint" / "cli" / "__pycache__" / f"bytecode.{sys.implementation.cache_tag}.modules"


def test_the_second_run_finds_its_modules_together(house: Path) -> None:
    assert asked(house).endswith("False False False")
    assert asked(house).endswith("True True True")


def test_a_source_that_was_changed_is_read_again(house: Path) -> None:
    asked(house)
    source = house / "stancelint" / "version.py"
    source.write_text('VERSION = "9.9.9.dev0"\n', "utf-8")
    assert asked(house) == "9.9.9.dev0 True False True"
    assert asked(house) == "9.9.9.dev0 True True True"


@pytest.mark.parametrize("cut", [0, 30, 200, 5000, -1])
def test_a_file_cut_short_is_as_good_as_none(house: Path, cut: int) -> None:
    asked(house)
    shelf = shelf_of(house)
    shelf.write_bytes(shelf.read_bytes()[:cut])
    assert asked(house).endswith("False False False")
    assert asked(house).endswith("True True True")


def test_pieces_of_rubbish_are_left_to_python(house: Path) -> None:
    asked(house)
    shelf = shelf_of(house)
    whole = shelf.read_bytes()
    middle = len(whole) // 2
    shelf.write_bytes(whole[:middle] + bytes(len(whole) - middle))
    assert asked(house).partition(" ")[2].startswith("True")


def test_nothing_is_kept_where_no_bytecode_is_written(house: Path) -> None:
    asked(house, PYTHONDONTWRITEBYTECODE="1")
    assert not shelf_of(house).exists()


def test_it_lies_where_python_keeps_its_own(house: Path) -> None:
    asked(house, PYTHONPYCACHEPREFIX=str(house / "elsewhere"))
    assert not shelf_of(house).exists()
    assert [path.name for path in (house / "elsewhere").rglob("*.modules")] == [shelf_of(house).name]


def test_a_python_that_optimises_has_its_own(house: Path) -> None:
    asked(house)
    assert asked(house, PYTHONOPTIMIZE="1").endswith("False False False")
    assert asked(house, PYTHONOPTIMIZE="1").endswith("True True True")
    assert len(list(shelf_of(house).parent.glob("*.modules"))) == 2


def test_bytecode_that_is_told_by_a_hash_is_left_to_python(house: Path) -> None:
    compileall.compile_dir(house / "stancelint", quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    assert asked(house).endswith("False False False")
    assert not shelf_of(house).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_nothing_is_gathered_where_nothing_may_be_written(house: Path) -> None:
    asked(house)
    shelf_of(house).unlink()
    shelf_of(house).parent.chmod(0o500)
    assert asked(house).endswith("False False False")
    assert not shelf_of(house).exists()
