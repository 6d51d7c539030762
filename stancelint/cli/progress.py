"""A progress bar on standard error, only on a terminal and only for a run that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_PATIENCE = 1.0  # seconds before anybody wonders
_WIDTH = 30


class ProgressBar:
    """Tells how far a run is, where somebody watches: ``with ProgressBar() as told`` gives a callback for (done, all), or None.

    The line is wiped at the end."""

    def __enter__(self) -> Callable[[int, int], None] | None:
        self._began, self._shown = time.monotonic(), 0.0
        return self._show if sys.stderr.isatty() else None

    def __exit__(self, *ended: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def _show(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._began < _PATIENCE or (now - self._shown < 0.1 and done < total):
            return
        self._shown = now
        filled = _WIDTH * done // max(1, total)
        sys.stderr.write(f"\r{'━' * filled}{'─' * (_WIDTH - filled)} {done}/{total} drafts")
        sys.stderr.flush()
