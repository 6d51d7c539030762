"""The patterns that earlier runs had to compile and the next need not.

A run learns as it goes, so nothing is compiled that no draft has asked for; after some drafts of a desk little is left to learn. What
the rules' own examples ask for may have been learned when the package was built. What is kept depends on nothing but the pattern's
own text and this version of Python, so it is never out of date.
"""

from __future__ import annotations

import os
import zlib

from stancelint.policy.kept import brought_folder, cache_folder
from stancelint.policy.shelf import Shelf, open_shelf, store_shelf
from stancelint.text import patterns

_MOST = 6000  # patterns; a desk needs some hundreds


def recall() -> None:
    """Take over what the package brings and what earlier runs learned, if anything."""
    for folder in (brought_folder(), cache_folder()):
        kept = _kept(folder)
        if kept is not None:
            patterns.adopt(kept)


def remember() -> None:
    """Keep what this run learned with what is kept already."""
    folder = cache_folder()
    if folder is not None:
        keep(folder)


def keep(folder: str) -> None:
    """Keep what this process learned in a folder, with what is kept there already."""
    codes = patterns.learned()
    if not codes:
        return
    kept = _kept(folder)
    if kept is not None and len(kept) < _MOST:
        codes = {**kept.sound(), **codes}
    store_shelf(_path(folder), _mark(), codes)


def _kept(folder: str | None) -> Shelf | None:
    return open_shelf(_path(folder), _mark()) if folder else None


def _mark() -> bytes:
    return f"stancelint patterns 2 {patterns.compiler_mark()}\n".encode()


def _path(folder: str) -> str:
    return os.path.join(folder, f"patterns-{zlib.crc32(_mark()):08x}.bin")
