"""The rule set of a policy kept beside the user's other caches, so that a run need not read three hundred YAML files.

It is believed only while every file it was made from still has the size and time it had then (and see ``kept``).
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Iterator, Mapping

from stancelint.policy.kept import cache_folder, load_kept, store_kept
from stancelint.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MAGIC = f"stancelint rule set {VERSION} {sys.implementation.cache_tag}\n".encode()
Marks = tuple[tuple[str, int, int], ...]


def stamp(folders: tuple[str, ...], files: tuple[str, ...] = ()) -> bytes:
    """Name, size and time of every YAML and Python file under the folders and of the files, packed: equal as long as nobody edited one."""
    return _packed(_marks(folders, files))


def _packed(marks: Marks) -> bytes:
    return marshal.dumps(marks, 2)  # the newer versions pack equal values in different ways


def _marks(folders: tuple[str, ...], files: tuple[str, ...]) -> Marks:
    found = [_mark(name) for name in files]
    for folder in folders:
        for entry in files_under(folder):
            if entry is None:
                found.append((folder, -1, -1))
                continue
            found.append(_mark(entry.path))
    return tuple(sorted(found))


def files_under(folder: str) -> Iterator[os.DirEntry[str] | None]:
    """Every YAML and Python file under a folder, hidden folders and bytecode apart; None for a folder that cannot be looked into."""
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            yield None
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith((".", "__")):
                    waiting.append(entry.path)
            elif entry.name.endswith((".yaml", ".py")):
                yield entry


class Folded(Mapping):  # type: ignore[type-arg]  # its kinds would need typing at run time
    """A mapping kept as bytes until it is first looked into: most rules of a run are never asked."""

    __slots__ = ("_bytes", "_held")

    def __init__(self, data: bytes) -> None:
        self._bytes = data
        self._held: dict[str, Any] | None = None

    def _data(self) -> dict[str, Any]:
        if self._held is None:
            self._held = marshal.loads(self._bytes)
        return self._held or {}

    def __getitem__(self, key: str) -> Any:
        return self._data()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data())

    def __len__(self) -> int:
        return len(self._data())


def fold(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A source's entry of which only the id can be seen: a draft asks for a few of six hundred."""
    return {"id": entry["id"], "folded": marshal.dumps(dict(entry))}


def unfold(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry made whole again."""
    whole: Mapping[str, Any] = marshal.loads(entry["folded"]) if "folded" in entry else entry
    return whole


def table(tables: Mapping[str, bytes], name: str) -> Any:
    """A table of the registry as it was made from these sources; None where it was not."""
    return marshal.loads(tables[name]) if name in tables else None


def key_of(stamp: bytes, policy: str | None) -> str:
    """A name for a rule set that changes when any file that it was made from does, or the tool itself."""
    data = stamp + marshal.dumps(policy, 2)
    return f"{VERSION} {sys.implementation.cache_tag} {zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"


def _mark(name: str) -> tuple[str, int, int]:
    try:
        status = os.stat(name)
    except OSError:
        return name, -1, -1
    return name, status.st_size, status.st_mtime_ns


def load(key: str) -> dict[str, Any] | None:
    """The data kept under ``key``, or None: nothing there, damaged, of another version, or older than a file it was made from."""
    path = _path(key)
    kept = load_kept(path, _MAGIC) if path else None
    try:
        if isinstance(kept, dict) and stamp(kept.get("folders", ()), kept.get("files", ())) == kept.get("stamp"):
            return kept
    except (ValueError, TypeError):
        return None
    return None


def store(key: str, data: dict[str, Any], folders: tuple[str, ...], files: tuple[str, ...], *, before: int) -> None:
    """Keep ``data`` under ``key``. A folder that cannot be written costs the cache, never the run.

    Nothing is kept where a file was written at or after ``before`` (nanoseconds, when reading began): it may have been read too early.
    """
    path = _path(key)
    made_from = _marks(folders, files)
    if path is None or any(written >= before for _, _, written in made_from):
        return
    store_kept(path, _MAGIC, {**data, "folders": folders, "files": files, "stamp": _packed(made_from)})


def _path(key: str) -> str | None:
    folder = cache_folder()
    # two installations of one version may differ in the code that reads what is kept, so neither believes the other's
    name = f"{os.path.dirname(os.path.abspath(__file__))}\0{key}".encode("utf-8", "surrogateescape")
    return os.path.join(folder, f"rules-{zlib.crc32(name):08x}.bin") if folder else None
