"""A progress bar on standard error, only on a terminal and only for a run that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 1.0  # seconds before anybody wonders
_WIDTH = 30


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """A callback for (done, all), or None where nobody watches. The line is wiped at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    began, shown = time.monotonic(), [0.0]

    def show(done: int, total: int) -> None:
        now = time.monotonic()
        if now - began < _PATIENCE or (now - shown[0] < 0.1 and done < total):
            return
        shown[0] = now
        filled = _WIDTH * done // max(1, total)
        sys.stderr.write(f"\r{'━' * filled}{'─' * (_WIDTH - filled)} {done}/{total} drafts")
        sys.stderr.flush()

    try:
        yield show
    finally:
        if shown[0]:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
