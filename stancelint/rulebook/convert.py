"""Plain YAML data to typed values, by the types themselves; what does not fit says where and why.

The data is text, lists and dictionaries (see ``yaml_nodes``). Errors name a path into the data; the caller turns that into
file, line and column. So one converter serves YAML with places and the compiled cache without.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast

from stancelint.finding import SEVERITIES, Severity
from stancelint.rulebook.hints import hints_of
from stancelint.text.value import is_value, names_of, required_of

T = TypeVar("T")
Path = tuple[str | int, ...]
_TRUE = {"true", "yes", "on"}
_FALSE = {"false", "no", "off"}


class MisfitError(Exception):
    """Data that does not fit its type: ``path`` leads to it; ``message`` says what was expected and found."""

    def __init__(self, path: Path, message: str, hint: str | None = None, *, at_key: bool = False) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.hint = hint
        self.at_key = at_key


def nearest(word: str, known: typing.Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be, or None."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def convert(kind: type[T], data: object, path: Path = ()) -> T:
    """``data`` as a value of ``kind``. Raises ``MisfitError``.

    Knows text, numbers, booleans, ``Severity``, ``Literal``, optional types, tuples, mappings by text, and values. A value
    with a classmethod ``from_text`` may also be written as one word or phrase.
    """
    return cast(T, _convert(kind, data, path))


def _convert(kind: Any, data: object, path: Path) -> object:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind, data, path)
    if origin is tuple:
        return _tuple(typing.get_args(kind)[0], data, path)
    if origin in (dict, Mapping):
        return _mapping(typing.get_args(kind)[1], data, path)
    if origin is Literal:
        return _choice(data, [str(word) for word in typing.get_args(kind)], path)
    if is_value(kind):
        return _record(cast(type, kind), data, path)
    if kind is Severity:
        return SEVERITIES[_choice(data, list(SEVERITIES), path)]
    return _scalar(kind, data, path)


def _optional(kind: Any, data: object, path: Path) -> object:
    if data is None:
        return None
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    return _convert(inner[0], data, path)


def _tuple(inner: Any, data: object, path: Path) -> tuple[object, ...]:
    if data is None:
        return ()
    if isinstance(data, str):
        data = [data]
    if not isinstance(data, list | tuple):
        raise MisfitError(path, f"expected a list, found {_name(data)}")
    return tuple(_convert(inner, item, (*path, i)) for i, item in enumerate(data))


def _mapping(inner: Any, data: object, path: Path) -> dict[str, object]:
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise MisfitError(path, f"expected “name: value” lines, found {_name(data)}")
    return {str(key): _convert(inner, value, (*path, str(key))) for key, value in data.items()}


def _choice(data: object, words: list[str], path: Path) -> str:
    if isinstance(data, str) and data in words:
        return data
    meant = nearest(data, words) if isinstance(data, str) else None
    raise MisfitError(path, f"expected one of {', '.join(words)}; found {_name(data)}", f"did you mean “{meant}”?" if meant else None)


def _scalar(kind: Any, data: object, path: Path) -> object:
    if not isinstance(data, str):
        raise MisfitError(path, f"expected {_word_for(kind)}, found {_name(data)}")
    if kind is str:
        return data
    if kind is bool:
        if data.lower() in _TRUE | _FALSE:
            return data.lower() in _TRUE
    elif kind in (int, float):
        try:
            return kind(data.replace("_", ""))
        except ValueError:
            pass
    raise MisfitError(path, f"expected {_word_for(kind)}, found {_name(data)}")


@cache
def _shape(kind: type) -> tuple[dict[str, Any], tuple[str, ...], Any]:
    hints = hints_of(kind)
    return {name: hints[name] for name in names_of(kind)}, required_of(kind), getattr(kind, "from_text", None)


def _record(kind: type, data: object, path: Path) -> object:
    names, required, from_text = _shape(kind)
    if isinstance(data, str) and from_text is not None:
        return _made(from_text, path, data)
    if data is None:
        data = {}
    if not isinstance(data, Mapping):
        raise MisfitError(path, f"expected “name: value” lines, found {_name(data)}")
    for key in data:
        if key not in names:
            meant = nearest(key, names)
            hint = f"did you mean “{meant}”?" if meant else f"known here: {', '.join(sorted(names))}"
            raise MisfitError((*path, key), f"unknown key “{key}”", hint, at_key=True)
    for name in required:
        if name not in data:
            raise MisfitError(path, f"“{name}” is missing")
    values = {key: _convert(names[key], value, (*path, key)) for key, value in data.items() if value is not None or key in required}
    return _made(kind, path, **values)


def _made(maker: Any, path: Path, *given: object, **named: object) -> object:
    try:
        return maker(*given, **named)
    except ValueError as problem:
        raise MisfitError(path, str(problem)) from None


def _word_for(kind: Any) -> str:
    return {str: "text", bool: "yes or no", int: "a whole number", float: "a number"}.get(kind, getattr(kind, "__name__", str(kind)))


def _name(data: object) -> str:
    if data is None:
        return "nothing"
    if isinstance(data, str):
        shown = data if len(data) <= 40 else data[:40] + "…"
        return f"“{shown}”"
    return "a list" if isinstance(data, list | tuple) else "“name: value” lines"
