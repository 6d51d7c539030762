"""What is kept between runs, spoilt by a full disk, a crash or another program: as good as none, never believed."""

from __future__ import annotations

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
from stancelint.policy.kept import store_kept
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


@given(how=spoilings)
def test_compiled_patterns(cache: Path, how: tuple[str, int, bytes]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(patterns, "_known", {})
        patched.setattr(patterns, "_fresh", {})
        patterns.compiled("[A-Z]yiv")
        learned.remember()
        path = kept_file(cache, "patterns-*")
        whole = path.read_bytes()
        path.write_bytes(spoilt(whole, how))
        patched.setattr(patterns, "_fresh", {})
        learned.recall()
        assert not patterns._known or path.read_bytes() == whole
        assert patterns.compiled("[A-Z]yiv").findall("Kyiv, Lviv") == ["Kyiv"]


FOREIGN = [5, [1], {}, {"0 [A-Z]yiv": 5}, {"0 [A-Z]yiv": b"["}, {5: None}, {"0 [A-Z]yiv": b"\xe9\x01\x00\x00\x00"}]


@pytest.mark.parametrize("held", FOREIGN)
def test_patterns_of_another_making_under_the_right_checksum(cache: Path, monkeypatch: pytest.MonkeyPatch, held: object) -> None:
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_fresh", {})
    store_kept(str(learned._path()), learned._mark(), held)
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
