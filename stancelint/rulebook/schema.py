"""JSON Schemas of what people write, made from the same types that read it, so that the two cannot differ."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, Union

from stancelint.finding import SEVERITIES, Severity
from stancelint.rulebook.hints import hints_of
from stancelint.text.value import is_value, names_of, required_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Any) -> dict[str, Any]:
    """The schema of a value that ``convert`` turns into ``kind``. YAML editors see numbers and booleans typed, so both are allowed."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in arguments if arg is not type(None))
        return {"anyOf": [schema_of(inner), {"type": "null"}]}
    if origin is tuple:
        return {"anyOf": [{"type": "array", "items": schema_of(arguments[0])}, schema_of(arguments[0])]}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if origin is Literal:
        words = list(arguments)
        # YAML reads a bare `off` as false; the tool itself does not
        return {"enum": [*words, False] if "off" in words else words}
    if is_value(kind):
        return _record(typing.cast(type, kind))
    if kind is Severity:
        return {"enum": list(SEVERITIES)}
    return {
        "type": {bool: ["boolean", "string"], int: ["integer", "string"], float: ["number", "string"]}.get(
            kind, ["string", "number", "boolean"]
        )
    }


def _record(kind: type) -> dict[str, Any]:
    hints = hints_of(kind)
    made: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: schema_of(hints[name]) for name in names_of(kind)},
        "description": (kind.__doc__ or "").strip().split("\n")[0],
    }
    required = list(required_of(kind))
    if required:
        made["required"] = required
    if hasattr(kind, "from_text"):
        return {"anyOf": [{"type": ["string", "boolean"]}, made]}
    return made


def rule_schema() -> dict[str, Any]:
    """The schema of a rule file: the keys that every rule has, and those of each check."""
    from stancelint.rulebook.load import RuleHead
    from stancelint.rulebook.rule import check_class, check_kinds

    head = _record(RuleHead)
    head["properties"]["check"] = {"enum": list(check_kinds())}
    branches = []
    parameters: dict[str, Any] = {}
    for kind in check_kinds():
        own = _record(check_class(kind))
        parameters |= dict.fromkeys(own["properties"], True)
        branches.append(
            {
                "if": {"properties": {"check": {"const": kind}}},
                "then": {"properties": own["properties"], "required": own.get("required", [])},
            }
        )
    head["properties"] |= {name: value for name, value in parameters.items() if name not in head["properties"]}
    return {"$schema": DIALECT, "title": "A rule of stancelint", **head, "allOf": branches}
