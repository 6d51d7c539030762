"""Files of plain data kept beside the user's other caches: whole or not at all, and believed only when undamaged.

A file opens with a mark of what it is and which version wrote it, then the checksum of the rest. Marshal is read only after the
checksum of these very bytes has been compared. A folder that cannot be written costs the cache, never the run.
"""

from __future__ import annotations

import marshal
import os
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def cache_folder() -> str | None:
    """Where caches are kept: STANCELINT_CACHE_DIR, else the user's cache folder; None where there is no home."""
    named = os.environ.get("STANCELINT_CACHE_DIR")
    if named:
        return named
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    if base:
        return os.path.join(base, "stancelint")
    home = os.path.expanduser("~")
    return None if home in ("~", "/", "") else os.path.join(home, ".cache", "stancelint")


def brought_folder() -> str:
    """Where the package keeps what was made ready when it was built; a package that was not built has no such folder."""
    return os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "_prepared")


def load_kept(path: str, mark: bytes) -> Any:
    """What ``store_kept`` kept at ``path`` under the same ``mark``; None where nothing is there, or it is damaged or another's."""
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except OSError:
        return None
    head = len(mark) + 4
    body = memoryview(raw)[head:]  # no copy: a rule set is a megabyte
    if not raw.startswith(mark) or zlib.crc32(body).to_bytes(4, "big") != raw[len(mark) : head]:
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def store_kept(path: str, mark: bytes, data: Any) -> None:
    """Keep plain data at ``path``, readable by the user alone. Two runs may race: the last whole file stands."""
    body = marshal.dumps(data)
    write_whole(path, mark + zlib.crc32(body).to_bytes(4, "big") + body)


def write_whole(path: str, data: bytes) -> None:
    """Write a file of the cache, whole or not at all. A folder that cannot be written costs the cache, never the run."""
    part = f"{path}.{os.getpid()}.part"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        with_nothing_left(part)


def with_nothing_left(name: str) -> None:
    """Remove a half-written file, if there is one."""
    try:
        os.unlink(name)
    except OSError:
        return
