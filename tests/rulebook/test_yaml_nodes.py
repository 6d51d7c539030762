"""YAML as a person wrote it: text stays text, and every mistake has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.errors import RuleError
from stancelint.rulebook.yaml_nodes import locate, parse_nodes, read_nodes


def plain(text: str) -> object:
    return parse_nodes(text.encode(), "rule.yaml", RuleError).plain()


def test_nothing_becomes_a_boolean_a_number_or_a_date() -> None:
    assert plain("a: off\nb: [no, on, 1_000, 2022-02-24, 0x10]\nc:\n") == {
        "a": "off",
        "b": ["no", "on", "1_000", "2022-02-24", "0x10"],
        "c": None,
    }


def test_an_empty_file_is_nothing() -> None:
    assert plain("# only a comment\n") is None


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: 1\nb: [1, 2\n", 3, 1, "not well-formed YAML"),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "“a” is written twice; first on line 1"),
        ("a: &x [1]\nb: *x\n", 2, 4, "aliases"),
        ("? [1, 2]\n: 3\n", 1, 3, "a key must be a word"),
        ("a: 1\n  b: 2\n", 2, 4, "not well-formed YAML"),
        ('a: 1\nb: ["\\0"]\n', 2, 5, "no text has"),
    ],
)
def test_a_mistake_has_its_place(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(RuleError) as error:
        plain(text)
    assert (error.value.line, error.value.column) == (line, column)
    assert said in error.value.message
    assert error.value.path == "rule.yaml"


def test_a_yaml_bomb_is_refused() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(RuleError, match="aliases"):
        plain(bomb)


def test_depth_and_size_are_limited(tmp_path: Path) -> None:
    with pytest.raises(RuleError):
        plain("[" * 5000 + "]" * 5000)
    with pytest.raises(RuleError, match="at most"):
        plain("a" * 5_000_000)


def test_another_encoding_is_named() -> None:
    with pytest.raises(RuleError, match="not UTF-8"):
        parse_nodes("a: Київ".encode("cp1251"), "rule.yaml", RuleError)


def test_a_missing_file_is_an_error_of_the_asked_kind(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        read_nodes(tmp_path / "none.yaml", RuleError)


def test_a_path_leads_to_its_place() -> None:
    root = parse_nodes(b"a:\n  - x\n  - b: 1\n    c: 2\n", "rule.yaml", RuleError)
    assert locate(root, ("a", 1, "c")) == (4, 8)
    assert locate(root, ("a", 1, "c"), at_key=True) == (4, 5)
    assert locate(root, ("a", 1, "missing")) == (3, 5)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        plain(text)
    except (RuleError, UnicodeEncodeError):
        return
