"""A file put in its place whole or not at all, whatever stops the process while it is written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

_NEW = 0o644
_SHOWN = 48  # characters of the name: of four bytes each they still leave room for the rest


def put_whole(path: Path, data: bytes) -> None:
    """Make ``data`` what the file holds. A file that was there keeps its mode, and a link goes on leading to it.

    The bytes are written beside the file, on the disk before they take its place. What is no regular file (a terminal, a pipe,
    ``/dev/null``) is written to as it is: it must never be replaced. Raises ``OSError``, and then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        with open(target, "wb") as file:
            file.write(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_SHOWN]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _NEW if mode is None else stat.S_IMODE(mode))
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None
