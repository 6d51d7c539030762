"""Many pieces of bytes in one file, each read and proved only when it is asked for: most runs want a twentieth of them.

The file opens with a mark of what it is and which version wrote it, then the index with its checksum and the size of all pieces;
each piece has a checksum of its own. A piece that is damaged is not there. The file is held open, and another may be put in its place
meanwhile: who holds the old one goes on reading that.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import FileIO

from stancelint.policy.kept import write_whole

_NUMBER = 4  # bytes of a length or a checksum
Index = dict[str, tuple[int, int, int]]  # by name: where a piece begins and ends, and its checksum


class Shelf(Mapping[str, bytes]):
    """What a file holds, by name; made by ``open_shelf``. Raises ``KeyError`` for a piece that is missing or damaged."""

    __slots__ = ("_index", "_read")

    def __init__(self, index: Index, read: Callable[[int, int], bytes]) -> None:
        self._index = index
        self._read = read

    def __getitem__(self, name: str) -> bytes:
        try:
            start, end, checksum = self._index[name]
            piece = self._read(start, end)
        except (TypeError, ValueError, OSError, OverflowError):  # an index of another making, or a disk that fails
            raise KeyError(name) from None
        if zlib.crc32(piece) != checksum:
            raise KeyError(name)
        return piece

    def unproved(self, name: str) -> bytes | None:
        """A piece as it stands in the file, for who has no need of a checksum; None where it is missing."""
        at = self._index.get(name)
        try:
            return None if at is None else self._read(at[0], at[1])
        except (TypeError, IndexError, ValueError, OSError, OverflowError):
            return None

    def sound(self) -> dict[str, bytes]:
        """Every piece that is not damaged."""
        return {name: piece for name in self if (piece := self.get(name)) is not None}

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


def open_shelf(path: str, mark: bytes) -> Shelf | None:
    """What ``store_shelf`` put at ``path`` under the same ``mark``; None where nothing is there, or its index is damaged or another's."""
    try:
        file = _File(path)
        if file.read(len(mark)) != mark:
            return None
        length, checksum, size = (int.from_bytes(file.read(_NUMBER), "big") for _ in range(3))
        index = file.read(length)
        file.begins = file.tell()
        whole = os.fstat(file.fileno()).st_size == file.begins + size
    except (OSError, OverflowError, MemoryError):
        return None
    if len(index) != length or not whole or zlib.crc32(index) != checksum:
        return None
    try:
        held = marshal.loads(index)
    except (ValueError, EOFError, TypeError):
        return None
    return Shelf(held, file.piece) if isinstance(held, dict) else None


class _File(FileIO):
    """A file that closes with the last who reads from it. Workers may share it: no reading moves the place of another's."""

    begins = 0

    if hasattr(os, "pread"):

        def piece(self, start: int, end: int) -> bytes:
            return os.pread(self.fileno(), end - start, self.begins + start)

    else:

        def piece(self, start: int, end: int) -> bytes:
            with open(self.name, "rb") as file:
                file.seek(self.begins + start)
                return file.read(end - start)

    def __del__(self) -> None:
        self.close()


def store_shelf(path: str, mark: bytes, pieces: Mapping[str, bytes]) -> None:
    """Keep the pieces at ``path``, whole or not at all. Two runs may race: the last whole file stands."""
    index: Index = {}
    end = 0
    for name, piece in pieces.items():
        index[name] = (end, end + len(piece), zlib.crc32(piece))
        end += len(piece)
    head = marshal.dumps(index)
    numbers = b"".join([number.to_bytes(_NUMBER, "big") for number in (len(head), zlib.crc32(head), end)])
    write_whole(path, mark + numbers + head + b"".join(pieces.values()))
