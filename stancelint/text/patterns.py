"""Regular expressions compiled when they are first asked, and at most once for many runs.

Taking a pattern apart costs Python a third of a millisecond, a hundred times in the check of one draft: as much as all that the
check then does. So a pattern is compiled at its first use, not at import, and what the compiler made of it can be handed on to the
next process (``learned``, ``adopt``): that costs some microseconds. The code is Python's own and goes back only into the version of
Python that made it; where anything about it does not fit, the pattern is compiled anew.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Mapping
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner")

_fresh: dict[str, bytes] = {}
_adopted: list[Mapping[str, bytes]] = []  # the last that was taken over is asked first
_SHELVES = 2  # what the package brings and what runs learned: a process that opens many desks takes both over each time


def lazy(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """``text`` as a pattern that is compiled when it is first used. Behaves as the compiled pattern does; raises ``re.error`` only then."""
    waiting: Any = _Waiting(text, int(flags))
    return waiting  # type: ignore[no-any-return]  # it has the methods of a pattern, and nobody asks what else it is


class _Waiting:
    """Stands for a pattern; at the first use the pattern's own methods are put in place of this one's absent ones."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self._text, self._flags)
        for method in _METHODS:
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """``text`` compiled: from what an earlier process learned where that fits, else anew. Raises ``re.error``."""
    key = f"{flags} {text}"
    for known in (_fresh, *reversed(_adopted)):
        packed = known.get(key)
        if packed is not None:
            try:
                return _restored(text, packed)
            except (RuntimeError, TypeError, ValueError, EOFError, OverflowError):
                continue
    try:
        packed = _taken_apart(text, flags)
        made = _restored(text, packed)
    except (ImportError, AttributeError, TypeError, RuntimeError):  # a Python whose compiler is built otherwise
        return re.compile(text, flags)
    _fresh[key] = packed
    return made


def compiler_mark() -> str:
    """What must be the same for code to fit: the implementation, its version, and the mark of its matching engine."""
    return f"{sys.implementation.name} {sys.hexversion:x} {sys.byteorder} {getattr(import_module('_sre'), 'MAGIC', 0)}"


def adopt(known: Mapping[str, bytes]) -> None:
    """Take over what an earlier process learned under the same ``compiler_mark``."""
    _adopted.append(known)
    del _adopted[:-_SHELVES]


def learned() -> dict[str, bytes]:
    """The code of every pattern that this process had to compile, by flags and text; empty where all was known."""
    return dict(_fresh)


def learn(codes: Mapping[str, bytes]) -> None:
    """Take over what another process of the same run ``learned``, as if this one had compiled it."""
    _fresh.update(codes)


def _taken_apart(text: str, flags: int) -> bytes:
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    tree = parser.parse(text, flags)
    code = compiler._code(tree, flags)
    groups = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in groups.items():
        names[number] = name
    return marshal.dumps((int(flags | tree.state.flags), [int(word) for word in code], tree.state.groups - 1, groups, tuple(names)))


def _restored(text: str, packed: bytes) -> re.Pattern[str]:
    flags, code, count, groups, names = marshal.loads(packed)
    # the engine proves the code before it takes it, and refuses what it would not have made
    made: re.Pattern[str] = import_module("_sre").compile(text, flags, code, count, groups, names)
    return made
