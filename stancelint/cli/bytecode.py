"""Python's bytecode of our own modules, kept together in one file beside Python's own files and read at once.

A check of one draft needs a hundred and forty modules. To look for each in its folder, open its bytecode and read it costs Python a
tenth of a millisecond, all together a sixteenth of the check. What is kept is what Python itself wrote: it is taken only while the
source has the time and size that Python noted in it, never by another version of Python, and with no more proof than Python asks.
Where bytecode may not be written (``PYTHONDONTWRITEBYTECODE``, a folder that is read-only), nothing is kept and Python goes its own
way.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from stancelint.policy.shelf import Shelf, open_shelf, store_shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 16  # bytes: the magic number, flags, and the source's time and size, as PEP 552 has them
_TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_MARK = f"stancelint modules {sys.hexversion:x} {sys.implementation.cache_tag} {_TOP}\n".encode("utf-8", "surrogateescape")


class KeptModules:
    """Finds our modules on a shelf, for the import system; what is not there, or out of date, is left to the next finder.

    A package stands there under its name with a dot behind it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where the module is, with its code in hand; None for what was not kept or has been changed since."""
        source = f"{_TOP}{os.sep}{name.replace('.', os.sep)}"
        piece = self._shelf.unproved(name)
        if piece is not None:
            return _spec(name, f"{source}.py", piece)
        piece = self._shelf.unproved(f"{name}.")
        if piece is None:
            return None
        spec = _spec(name, f"{source}{os.sep}__init__.py", piece)
        if spec is not None:
            spec.submodule_search_locations = [source]
        return spec


def _spec(name: str, source: str, piece: bytes) -> ModuleSpec | None:
    if not is_of(piece, source):
        return None
    spec = ModuleSpec(name, _Loader(name, source, piece), origin=source)
    spec.has_location = True
    return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, piece: bytes) -> None:
        super().__init__(name, path)
        self._piece = piece

    def get_code(self, fullname: str) -> CodeType | None:
        try:
            code = marshal.loads(memoryview(self._piece)[_HEAD:])
        except (EOFError, ValueError, TypeError):
            code = None
        return code if isinstance(code, CodeType) else super().get_code(fullname)


def is_of(piece: bytes, source: str) -> bool:
    """Whether Python made the bytecode from the source file as it is now."""
    try:
        now = os.stat(source)
    except OSError:
        return False
    noted = (0, int(now.st_mtime) & 0xFFFFFFFF, now.st_size & 0xFFFFFFFF)
    return piece[4:_HEAD] == b"".join([number.to_bytes(4, "little") for number in noted])


def take_over() -> None:
    """Have our modules found on the shelf from here on, if there is one."""
    path = _path()
    shelf = open_shelf(path, _MARK) if path else None
    if shelf is not None:
        sys.meta_path.insert(0, KeptModules(shelf))


def put_by() -> None:
    """Keep the bytecode of the modules that this run had to look for, with what is kept already."""
    path = _path()
    found = {name: module for name, module in sys.modules.items() if name.startswith("stancelint.") and not _kept(module)}
    if path is None or sys.dont_write_bytecode or found.keys() <= _BEFORE or not os.access(os.path.dirname(path), os.W_OK):
        return
    # one module whose bytecode Python tells from its source by a hash, and not by its time, stands for all
    if _piece(next(iter(found.items()))) is None:
        return
    shelf = open_shelf(path, _MARK)
    store_shelf(path, _MARK, {**(shelf.sound() if shelf is not None else {}), **dict(filter(None, map(_piece, found.items())))})


def _kept(module: ModuleType) -> bool:
    return module.__spec__ is not None and isinstance(module.__spec__.loader, _Loader)


def _piece(found: tuple[str, ModuleType]) -> tuple[str, bytes] | None:
    name, module = found
    try:
        with open(module.__spec__.cached or "" if module.__spec__ else "", "rb") as file:
            piece = file.read()
    except OSError:
        return None
    return (f"{name}." if hasattr(module, "__path__") else name, piece) if is_of(piece, module.__file__ or "") else None


def _path() -> str | None:
    # beside the bytecode of this very module, under its name: another Python's, or one told to optimise, has its own
    beside = __spec__.cached
    return f"{beside.removesuffix('.pyc')}.modules" if beside else None


# what has to be there before anything can be found on the shelf
_BEFORE = frozenset(name for name in sys.modules if name.startswith("stancelint."))
