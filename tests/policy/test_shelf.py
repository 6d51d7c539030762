"""Pieces kept in one file, read one by one: what is whole is given, what is damaged is not there."""

from __future__ import annotations

import marshal
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.policy.shelf import open_shelf, store_shelf

MARK = b"pieces 1\n"
PIECES = st.dictionaries(st.text(max_size=12), st.binary(max_size=40), max_size=6)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("shelf") / "pieces.bin")


@given(pieces=PIECES)
def test_what_is_put_there_is_found_again(path: str, pieces: dict[str, bytes]) -> None:
    store_shelf(path, MARK, pieces)
    found = open_shelf(path, MARK)
    assert found is not None
    assert dict(found) == pieces
    assert found.get("\0 never put there") is None


@given(pieces=PIECES, at=st.integers(0, 300), bit=st.integers(0, 7))
def test_a_changed_bit_gives_no_other_piece(path: str, pieces: dict[str, bytes], at: int, bit: int) -> None:
    store_shelf(path, MARK, pieces)
    file = Path(path)
    whole = bytearray(file.read_bytes())
    whole[at % len(whole)] ^= 1 << bit
    file.write_bytes(whole)
    found = open_shelf(path, MARK)
    assert found is None or all(found.get(name) in (None, piece) for name, piece in pieces.items())
    assert found is None or found.sound().items() <= pieces.items()


@given(pieces=PIECES, at=st.integers(0, 300))
def test_nor_does_a_file_cut_short(path: str, pieces: dict[str, bytes], at: int) -> None:
    store_shelf(path, MARK, pieces)
    file = Path(path)
    whole = file.read_bytes()
    file.write_bytes(whole[: at % len(whole)])
    found = open_shelf(path, MARK)
    assert found is None or all(found.get(name) in (None, piece) for name, piece in pieces.items())


def test_another_s_file_is_not_read(path: str) -> None:
    store_shelf(path, MARK, {"a": b"b"})
    assert open_shelf(path, b"pieces 2\n") is None
    assert open_shelf(f"{path}.none", MARK) is None


@pytest.mark.parametrize("index", [5, [1], {"a": 5}, {"a": (0, "1", None)}, {"a": ()}, {"a": (0, 1)}])
def test_an_index_of_another_making_holds_no_piece(path: str, index: object) -> None:
    head = marshal.dumps(index)
    numbers = b"".join(number.to_bytes(4, "big") for number in (len(head), zlib.crc32(head), 1))
    Path(path).write_bytes(MARK + numbers + head + b"[")
    found = open_shelf(path, MARK)
    assert found is None or found.get("a") is None
    assert found is None or found.unproved("a") in (None, b"", b"[")
    assert found is None or found.unproved("b") is None
