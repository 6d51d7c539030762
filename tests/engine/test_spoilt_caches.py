"""What is kept between runs, spoilt by a full disk, a crash or another program: as good as none, never believed."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.answers import Answer
from stancelint.engine.online_kept import keep_answer, kept_answer
from stancelint.engine.results import Results
from stancelint.finding import DraftReport
from stancelint.policy import compiled, learned
from stancelint.policy.shelf import open_shelf, store_shelf
from stancelint.text import patterns

URL = "https://a.example/b"
REPORT = DraftReport("a.txt", "text", None, ())


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        folder = tmp_path_factory.mktemp("cache")
        patched.setenv("STANCELINT_CACHE_DIR", str(folder))
        yield folder


spoilings = st.one_of(
    st.tuples(st.just("cut"), st.integers(0, 400), st.binary(max_size=0)),
    st.tuples(st.just("written over"), st.integers(0, 400), st.binary(min_size=1, max_size=12)),
    st.tuples(st.just("put in"), st.integers(0, 400), st.binary(min_size=1, max_size=12)),
    st.tuples(st.just("replaced"), st.just(0), st.binary(max_size=60)),
)


def spoilt(whole: bytes, how: tuple[str, int, bytes]) -> bytes:
    said, at, junk = how[0], how[1] % (len(whole) + 1), how[2]
    if said == "replaced":
        return junk
    return whole[:at] + junk + (b"" if said == "cut" else whole[at + (len(junk) if said == "written over" else 0) :])


def kept_file(folder: Path, pattern: str) -> Path:
    (found,) = (path for path in folder.glob(pattern) if path.is_file())
    return found


@given(how=spoilings)
def test_a_rule_set(cache: Path, how: tuple[str, int, bytes]) -> None:
    compiled.store("key", {"rules": [("a/b", 1)] * 9}, (), (), before=1)
    path = kept_file(cache, "rules-*")
    whole = path.read_bytes()
    path.write_bytes(spoilt(whole, how))
    assert compiled.load("key") is None or path.read_bytes() == whole


@given(how=spoilings)
def test_a_result(cache: Path, how: tuple[str, int, bytes]) -> None:
    Results("key").store(REPORT, b"data")
    path = kept_file(cache, "results/*/*")
    whole = path.read_bytes()
    path.write_bytes(spoilt(whole, how))
    assert Results("key").load("a.txt", b"data") == (REPORT if path.read_bytes() == whole else None)


@pytest.fixture
def _a_new_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_adopted", [])
    monkeypatch.setattr(patterns, "_fresh", {})


INDICES = [5, [1], {}, {"0 [A-Z]yiv": 5}, {"0 [A-Z]yiv": (0, "1", None)}, {"0 [A-Z]yiv": (0, 1)}, {5: (0, 1, 2)}]


@pytest.mark.usefixtures("_a_new_run")
@pytest.mark.parametrize("index", INDICES)
def test_patterns_of_another_making_under_the_right_checksum(cache: Path, index: object) -> None:
    head = marshal.dumps(index)
    numbers = b"".join(number.to_bytes(4, "big") for number in (len(head), zlib.crc32(head), 1))
    Path(learned._path(str(cache))).write_bytes(learned._mark() + numbers + head + b"[")
    learned.recall()
    assert patterns.compiled("[A-Z]yiv").findall("Kyiv, Lviv") == ["Kyiv"]
    learned.remember()
    kept = open_shelf(learned._path(str(cache)), learned._mark())
    assert kept is not None
    assert "0 [A-Z]yiv" in kept


@pytest.mark.usefixtures("_a_new_run")
@pytest.mark.parametrize(
    "code", [b"", b"[", b"\xfa", marshal.dumps(5), marshal.dumps((32, [-1], 0, {}, (None,))), marshal.dumps((32, "a", 0, 0, 0))]
)
def test_code_that_is_none(cache: Path, code: bytes) -> None:
    store_shelf(learned._path(str(cache)), learned._mark(), {"0 [A-Z]yiv": code})
    learned.recall()
    assert patterns.compiled("[A-Z]yiv").findall("Kyiv, Lviv") == ["Kyiv"]


@given(how=spoilings)
def test_an_answer(cache: Path, how: tuple[str, int, bytes]) -> None:
    keep_answer(URL, Answer(URL, "there", "answered 200", "2026-11-24T00:00:00Z", URL, 0, ("A title",), "en"))
    path = kept_file(cache, "answers/*")
    path.write_bytes(spoilt(path.read_bytes(), how))
    found = kept_answer(URL)
    # its words are text that a person reads, and have no checksum: their kinds are what is held to
    assert found is None or (found.outcome in ("there", "dead") and all(isinstance(title, str) for title in found.titles))
