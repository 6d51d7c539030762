"""Frozen, slotted value classes that cost a twentieth of a millisecond to define instead of nine tenths.

``dataclasses.dataclass(frozen=True, slots=True)`` writes and compiles eight methods for every class at every start of the process, and
makes each class twice: 0.9 ms each, 50 ms for the sixty values that one check of one draft needs, as much as all else together. A
``Value`` has seven of them from its base, and its initialiser is made, without compiling anything, when the first value is. To the
type checker the two are the same (PEP 681), and so are they to a reader: annotated fields, defaults, ``field(default_factory=…)``,
``ClassVar``, ``__post_init__``.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from stancelint.text.initialisers import initialiser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")
else:

    def dataclass_transform(**said):
        return lambda made: made


_NONE: dict[str, str] = {}


class Factory:
    """A default that is made anew for each value."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], Any]) -> Any:
    """A field whose default is made anew for each value: ``names: dict[str, int] = field(default_factory=dict)``."""
    return Factory(default_factory)


@dataclass_transform(frozen_default=True, eq_default=True, order_default=True, field_specifiers=(field,))
class ValueType(type):
    """Makes the annotated fields of a class its slots, before the class is there: to make it anew costs as much again."""

    def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> ValueType:
        """A class as it is written, with its fields; the one without a base has what all others inherit."""
        names = tuple([field for field, hint in body.get("__annotations__", _NONE).items() if not str(hint).startswith("ClassVar")])
        body["__defaults_of__"] = {field: body.pop(field) for field in names if field in body}
        body["__slots__"] = body["__match_args__"] = names
        body["__row_of__"] = staticmethod(attrgetter(*names)) if names else staticmethod(lambda thing: ())
        return super().__new__(meta, name, bases, body if bases else {**body, **_SHARED})


def _written(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    slots = {name: made.__dict__[name] for name in names}
    plain = initialiser(made.__qualname__, {name: slot.__set__ for name, slot in slots.items()}, defaults)
    factories = [(slots[name], held) for name, held in defaults.items() if isinstance(held, Factory)]
    checked = hasattr(made, "__post_init__")
    if not factories and not checked:
        return plain

    def whole(self: Any, *given: Any, **named: Any) -> None:
        plain(self, *given, **named)
        for slot, factory in factories:
            if slot.__get__(self) is factory:
                slot.__set__(self, factory.make())
        if checked:
            self.__post_init__()

    return whole


def names_of(kind: type | object) -> tuple[str, ...]:
    """The fields of a value or of its class, in order."""
    return kind.__match_args__  # type: ignore[union-attr, no-any-return]  # every value class has it


def required_of(kind: type) -> tuple[str, ...]:
    """The fields without a default."""
    return tuple(name for name in names_of(kind) if name not in kind.__defaults_of__)  # type: ignore[attr-defined]  # likewise


def is_value(kind: object) -> bool:
    """Whether this is a class of values."""
    return isinstance(kind, ValueType) and kind is not Value


def replace(thing: T, **changes: Any) -> T:
    """A copy of a value with some fields changed."""
    held = {name: getattr(thing, name) for name in names_of(thing)}
    return type(thing)(**{**held, **changes})


def _first(self: Any, *given: Any, **named: Any) -> None:
    # the initialiser of a class is made when its first value is: most classes of a run never have one
    kind: Any = type(self)
    kind.__init__ = _written(kind, kind.__match_args__, kind.__defaults_of__)
    kind.__init__(self, *given, **named)


def _equal(self: Any, other: Any) -> bool:
    # NotImplemented lets the other side answer, as dataclasses do
    return self.__row_of__(self) == other.__row_of__(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__row_of__(self))


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__match_args__)})"


def _refuse(self: Any, name: str, given: object = None) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _less(self: Any, other: Any) -> bool:
    return self.__row_of__(self) < other.__row_of__(other) if other.__class__ is self.__class__ else NotImplemented


def _less_or_equal(self: Any, other: Any) -> bool:
    return self.__row_of__(self) <= other.__row_of__(other) if other.__class__ is self.__class__ else NotImplemented


_SHARED: dict[str, Any] = {
    "__init__": _first,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
    "__lt__": _less,
    "__le__": _less_or_equal,
}


class Value(metaclass=ValueType):
    """Frozen and slotted: equal by its fields, hashable where they are, ordered as a tuple of them.

    Fields may not be assigned; ``replace`` makes a changed copy.
    """
