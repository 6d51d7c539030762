"""The patterns that earlier runs had to compile and the next need not.

A run learns as it goes, so nothing is compiled that no draft has asked for; after some drafts of a desk little is left to learn.
What is kept depends on nothing but the pattern's own text and this version of Python, so it is never out of date.
"""

from __future__ import annotations

import os
import zlib

from stancelint.policy.kept import cache_folder, load_kept, store_kept
from stancelint.text import patterns

_MOST = 6000  # patterns; a desk needs some hundreds


def recall() -> None:
    """Take over what earlier runs learned, if anything."""
    patterns.adopt(_kept())


def remember() -> None:
    """Keep what this run learned with what is kept already."""
    codes, path = patterns.learned(), _path()
    if path is None or not codes:
        return
    kept = _kept()
    store_kept(path, _mark(), {**kept, **codes} if len(kept) < _MOST else codes)


def _kept() -> dict[str, bytes]:
    path = _path()
    kept = load_kept(path, _mark()) if path else None
    return kept if isinstance(kept, dict) else {}


def _mark() -> bytes:
    return f"stancelint patterns 1 {patterns.compiler_mark()}\n".encode()


def _path() -> str | None:
    folder = cache_folder()
    return os.path.join(folder, f"patterns-{zlib.crc32(_mark()):08x}.bin") if folder else None
