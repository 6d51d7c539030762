"""A pattern is compiled when it is first asked, and what was learned of it serves the next process."""

from __future__ import annotations

import re

import pytest

from stancelint.text import patterns
from stancelint.text.patterns import adopt, compiled, compiler_mark, lazy, learned

CASES = [
    (r"(?P<who>[A-Z]\w+) said\b", 0, "Then Lysak said so."),
    (r"\bkyiv\b", re.IGNORECASE, "KYIV and Kyiv"),
    (r"(?im)^(a)(?P<b>b)?$", 0, "A\nab"),
    ("[«„“](.+?)[»”]", 0, "„так“ «ні»"),
]


@pytest.fixture(autouse=True)
def a_fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_adopted", [])
    monkeypatch.setattr(patterns, "_fresh", {})


@pytest.mark.parametrize(("text", "flags", "prose"), CASES)
def test_a_pattern_matches_as_python_s_own(text: str, flags: int, prose: str) -> None:
    ours, theirs = lazy(text, flags), re.compile(text, flags)
    assert [(m.span(), m.groups(), m.groupdict()) for m in ours.finditer(prose)] == [
        (m.span(), m.groups(), m.groupdict()) for m in theirs.finditer(prose)
    ]
    assert (ours.flags, ours.groups, dict(ours.groupindex)) == (theirs.flags, theirs.groups, dict(theirs.groupindex))
    assert ours.sub("-", prose) == theirs.sub("-", prose)


def test_nothing_is_compiled_before_it_is_asked() -> None:
    waiting = lazy("a(?:b|c)")
    assert learned() == {}
    assert waiting.search("xac") is not None
    assert list(learned()) == ["0 a(?:b|c)"]


def test_a_wrong_pattern_is_told_when_it_is_asked() -> None:
    waiting = lazy("(")
    with pytest.raises(re.error):
        waiting.search("x")


@pytest.mark.parametrize(("text", "flags", "prose"), CASES)
def test_what_one_process_learned_serves_the_next(text: str, flags: int, prose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [m.span() for m in compiled(text, int(flags)).finditer(prose)]
    known = learned()
    monkeypatch.setattr(patterns, "_fresh", {})
    monkeypatch.setattr(patterns, "_taken_apart", None)  # nothing may be compiled anew
    adopt(known)
    assert [m.span() for m in compiled(text, int(flags)).finditer(prose)] == first
    assert learned() == {}


@pytest.mark.parametrize("damage", [b"", b"\x00", b"(\x01\x00\x00\x00N", b"rubbish"])
def test_code_that_does_not_fit_is_compiled_anew(damage: bytes) -> None:
    adopt({"0 ab+": damage})
    assert compiled("ab+").findall("abb") == ["abb"]


def test_code_that_the_engine_would_not_have_made_is_refused() -> None:
    import marshal

    adopt({"0 ab+": marshal.dumps((32, [9999, 1, 2], 0, {}, (None,)))})
    assert compiled("ab+").findall("abb") == ["abb"]


def test_the_mark_names_this_python() -> None:
    import sys

    assert f"{sys.hexversion:x}" in compiler_mark()


def test_a_process_that_opens_many_desks_keeps_no_shelf_of_each() -> None:
    for _ in range(9):
        adopt({})
    assert len(patterns._adopted) == 2
