"""Initialisers for values, made of the setters of their fields without compiling anything.

Compiling one at every start costs 0.2 ms, and a check of one draft needs twenty. Those of few fields are written out, so that Python's
own bytecode cache keeps them; larger values are few in a run, and set their fields in turn.
"""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Setter = Callable[[Any, Any], None]
    Initialiser = Callable[..., None]

# a setter returns None, so that `or` does one after the other and all of them return None, as an initialiser must
_BY_COUNT: tuple[Callable[..., Any], ...] = (
    lambda: lambda self: None,
    lambda p: lambda self, a: p(self, a),
    lambda p, q: lambda self, a, b: p(self, a) or q(self, b),
    lambda p, q, r: lambda self, a, b, c: p(self, a) or q(self, b) or r(self, c),
    lambda p, q, r, s: lambda self, a, b, c, d: p(self, a) or q(self, b) or r(self, c) or s(self, d),
    lambda p, q, r, s, t: lambda self, a, b, c, d, e: p(self, a) or q(self, b) or r(self, c) or s(self, d) or t(self, e),
    lambda p, q, r, s, t, u: (
        lambda self, a, b, c, d, e, f: p(self, a) or q(self, b) or r(self, c) or s(self, d) or t(self, e) or u(self, f)
    ),
    lambda p, q, r, s, t, u, v: (
        lambda self, a, b, c, d, e, f, g: p(self, a) or q(self, b) or r(self, c) or s(self, d) or t(self, e) or u(self, f) or v(self, g)
    ),
)


def initialiser(owner: str, setters: dict[str, Setter], defaults: dict[str, Any]) -> Initialiser:
    """A function of a value and its fields, by place or by name, that sets them. ``owner`` is the class as errors name it.

    The function raises ``TypeError`` for fields too many, too few or unknown, as any function does."""
    if len(setters) < len(_BY_COUNT):
        return _written_out(owner, setters, defaults)
    return _in_turn(owner, setters, defaults)


def _written_out(owner: str, setters: dict[str, Setter], defaults: dict[str, Any]) -> Initialiser:
    made: Initialiser = _BY_COUNT[len(setters)](*setters.values())
    function: Any = made
    function.__code__ = function.__code__.replace(co_varnames=("self", *setters))
    function.__name__, function.__qualname__ = "__init__", f"{owner}.__init__"
    function.__defaults__ = tuple(defaults[name] for name in setters if name in defaults)
    return made


def _in_turn(owner: str, setters: dict[str, Setter], defaults: dict[str, Any]) -> Initialiser:
    names, puts = tuple(setters), tuple(setters.values())

    def in_turn(self: Any, *given: Any, **named: Any) -> None:
        count = len(given)
        if count > len(puts):
            raise TypeError(f"{owner}.__init__() takes {len(puts)} fields but {count} were given")
        for put, held in zip(puts, given, strict=False):
            put(self, held)
        for name in names[count:]:
            if name not in named and name not in defaults:
                raise TypeError(f"{owner}.__init__() lacks the field '{name}'")
            setters[name](self, named.pop(name) if name in named else defaults[name])
        if named:
            raise TypeError(f"{owner}.__init__() knows no field '{next(iter(named))}', or has it twice")

    return in_turn
