"""Patterns that earlier runs compiled, damaged or foreign: a run finds what it would have found without them."""

from __future__ import annotations

import json
import marshal
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from benchmarks.fuzz.caches import damaged
from benchmarks.fuzz.target import Target, choose, scratch
from stancelint.policy import learned
from stancelint.policy.shelf import open_shelf, store_shelf
from stancelint.text import patterns

_ASKED = (("[A-Z]yiv", 0), (r"(?P<city>\w+), (?P<next>L\w{2,3})?", re.IGNORECASE), (r"^(a|b)*?c(?=d)", re.MULTILINE))
_TEXT = "Kyiv, Lviv and Lutsk\nabcd"


@cache
def _kept() -> tuple[Path, bytes, dict[str, bytes]]:
    root = scratch()
    with _a_new_run(root / "cache"):
        for text, flags in _ASKED:
            patterns.compiled(text, flags)
        learned.remember()
    path = next((root / "cache").glob("patterns-*.bin"))
    shelf = open_shelf(str(path), learned._mark())
    assert shelf is not None
    return path, path.read_bytes(), dict(shelf)


@contextmanager
def _a_new_run(folder: Path) -> Iterator[None]:
    """A process that has compiled nothing, and whose caches lie in ``folder``."""
    with (
        patch.dict(os.environ, {"STANCELINT_CACHE_DIR": str(folder)}),
        patch.object(learned, "brought_folder", lambda: ""),
        patch.object(patterns, "_adopted", []),
        patch.object(patterns, "_fresh", {}),
    ):
        yield


def kept_patterns(data: bytes) -> None:
    """Kept patterns: spoilt, they are compiled anew, found with as before, and kept whole again."""
    path, whole, pieces = _kept()
    how = _spoil(path, whole, data)
    with _a_new_run(path.parent):
        learned.recall()
        found = [patterns.compiled(text, flags).findall(_TEXT) for text, flags in _ASKED]
        # with a right checksum and code that the engine takes, another pattern may stand under this one's name: no worse
        if how != "foreign":
            believed = {name: shelf.get(name) for shelf in patterns._adopted for name in shelf}
            assert all(piece in (None, pieces[name]) for name, piece in believed.items()), "damaged patterns were believed"
            assert found == [re.findall(text, _TEXT, flags) for text, flags in _ASKED]
        learned.remember()
    with _a_new_run(path.parent):
        learned.recall()
        kept = {name for shelf in patterns._adopted for name in shelf if shelf.get(name)}
        assert how == "foreign" or pieces.keys() <= kept, "what was compiled anew was not kept"


def _spoil(path: Path, whole: bytes, data: bytes) -> str:
    """How the file of patterns is spoilt, in place."""
    how, given = choose(data, ("damaged", "replaced", "foreign"))
    try:
        held = _as_code(json.loads(given)) if how == "foreign" else None
    except (ValueError, RecursionError):
        held = None
    if held is not None:
        store_shelf(str(path), learned._mark(), held)
        return how
    path.write_bytes(damaged(whole, given) if how == "damaged" else given)
    return "replaced" if how == "foreign" else how


def _as_code(held: object) -> dict[str, bytes] | None:
    """A foreign mapping with its lists packed as the code of patterns is, and its texts as bytes; None for what is no mapping."""
    return {name: _packed(value) for name, value in held.items()} if isinstance(held, dict) else None


def _packed(value: object) -> bytes:
    match value:
        case [*parts, list(names)]:
            return marshal.dumps((*parts, tuple(names)))
        case [*parts]:
            return marshal.dumps(tuple(parts))
        case str():
            return value.encode("utf-8", "surrogatepass")
        case _:
            return marshal.dumps(value)


_CODE = list(re._compiler._code(re._parser.parse("[A-Z]yiv"), 0))  # type: ignore[attr-defined]  # not in the stubs
_WELL = b"2" + json.dumps({"0 [A-Z]yiv": [32, [int(word) for word in _CODE], 0, {}, [None]]}, separators=(",", ":")).encode()

TARGETS = (
    Target(
        "caches-patterns",
        kept_patterns,
        (b"0\x00\x00\xff", b"0\x01\x00\x10", b"1" + learned._mark(), _WELL, b'2{"0 [A-Z]yiv":[32,[1],2,{"a":1},[null,"a",null]]}'),
        longest=300,
    ),
)
