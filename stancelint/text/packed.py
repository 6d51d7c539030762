"""Values as plain data that marshal takes, and back: how what was once proved is kept without being proved again.

A value becomes a list of its class and its fields; everything else that a value may hold is plain already. Making it again sets the
fields and runs no initialiser: what was packed had been made by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from operator import attrgetter

from stancelint.text.value import is_value, names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def pack(thing: object) -> Any:
    """The value, and every value in it, as plain data. Raises ``TypeError`` for what is neither plain nor a value."""
    kind = type(thing)
    if is_value(kind):
        return [_name_of(kind), *(pack(getattr(thing, name)) for name in names_of(kind))]
    if isinstance(thing, Enum):
        return [_name_of(kind), thing.value]
    if isinstance(thing, Mapping):
        return {pack(key): pack(held) for key, held in thing.items()}
    if isinstance(thing, tuple):
        return tuple(map(pack, thing))
    if isinstance(thing, frozenset):
        return frozenset(map(pack, thing))
    if thing is None or isinstance(thing, str | int | float | bytes):
        return thing
    raise TypeError(f"{kind.__name__} is neither plain data nor a value")


def unpack(data: Any) -> Any:
    """What ``pack`` made of a value, as that value again."""
    kind = type(data)
    if kind is list:
        return _made(data)
    if kind is tuple:
        return tuple([unpack(held) if type(held) in _NESTING else held for held in data])
    if kind is dict:
        return {key: unpack(held) for key, held in data.items()}
    return data


_NESTING = frozenset({list, tuple, dict})


def _made(data: list[Any]) -> Any:
    kind, setters = _class_of(data[0])
    if setters is None:
        return kind(data[1])
    made = kind.__new__(kind)
    for put, held in zip(setters, data[1:], strict=True):
        put(made, unpack(held) if type(held) in _NESTING else held)
    return made


def _name_of(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _class_of(name: str) -> tuple[Any, tuple[Any, ...] | None]:
    module, _, path = name.partition(":")
    kind = attrgetter(path)(import_module(module))
    # what is called by its name comes from a file: it may be nothing but what ``pack`` writes
    if not is_value(kind) and not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise TypeError(f"{name} is neither a value nor one of an enumeration")
    return kind, tuple(kind.__dict__[field].__set__ for field in names_of(kind)) if is_value(kind) else None
