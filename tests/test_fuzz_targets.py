"""The fuzzer's targets stay in step with the tool: each holds on its own seeds, and what a run came to is read rightly."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from benchmarks.fuzz import target as targets_home
from benchmarks.fuzz.__main__ import told
from benchmarks.fuzz.targets import TARGETS

WORDS = Path(targets_home.__file__).parent / "words"


def test_every_target_holds_on_its_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path))  # the targets of caches set another, which is taken back behind them
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for target in TARGETS:
        for seed in (b"", *target.seeds):
            assert len(seed) <= target.longest
            target.throw(seed)


def test_every_target_has_its_words() -> None:
    assert {path.stem for path in WORDS.glob("*.json")} == {target.name for target in TARGETS}
    for path in WORDS.glob("*.json"):
        assert all(isinstance(word, str) and word for word in json.loads(path.read_text("utf-8")))


LOG = """\
INFO: seed corpus: files: 3
#4\tINITED cov: 50 ft: 60 corp: 3/71b exec/s: 0 rss: 60Mb
#512\tNEW    cov: 55 ft: 80 corp: 4/80b lim: 300
#899\tREDUCE cov: 55 ft: 80 corp: 4/79b lim: 300
#{last}\tNEW    cov: {cov} ft: 90 corp: 5/90b lim: 300
#1000\tDONE   cov: {cov} ft: 90 corp: 5/90b lim: 300
"""


@pytest.mark.parametrize(("last", "cov", "said"), [(901, 57, "2 new paths"), (901, 55, "no new path"), (900, 57, "no new path")])
def test_a_path_found_in_the_last_tenth_is_told(last: int, cov: int, said: str) -> None:
    shown = told("documents-plain", LOG.format(last=last, cov=cov), 1000, 7.0)
    assert f"1,000 executions in 7 s; {cov} branches (90 features)" in shown
    assert f"{said} in the last tenth" in shown
