"""The JSON Schema of `check --format json`, schema ``stancelint/1``: the promise that programs build on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 1}
_OPTIONAL = frozenset({"within"})


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [name for name in properties if name not in _OPTIONAL]}


def _maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def output_schema() -> dict[str, Any]:
    """The schema as data. Offsets are 0-based code points, lines and columns 1-based."""
    place = _object(offset=_COUNT, line=_NUMBER, column=_NUMBER)
    part = {"enum": ["document", "footnotes", "endnotes"]}
    word = _object(part=part, paragraph=_NUMBER, run=_NUMBER, character=_NUMBER, heading=_TEXT)
    within = {"anyOf": [word, _object(pointer=_TEXT)], "description": "in a Word file; in a document in JSON"}
    evidence = _object(message=_TEXT, text=_TEXT, start=_maybe(place), end=_maybe(place), within=within)
    fix = _object(title=_TEXT, safe={"type": "boolean"}, edits=_list(_object(start=_COUNT, end=_COUNT, text=_TEXT)))
    finding = _object(
        rule={"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"},
        severity={"enum": ["error", "warning", "info"]},
        clause=_TEXT,
        message=_TEXT,
        text=_TEXT,
        start=place,
        end=place,
        evidence=_list(evidence),
        fixes=_list(fix),
        fingerprint=_TEXT,
        suppressed=_maybe(_object(by={"enum": ["waiver", "baseline"]}, reason=_TEXT, until=_maybe(_TEXT))),
        within=within,
    )
    error = _object(kind=_TEXT, message=_TEXT, line=_maybe(_NUMBER))
    file = _object(path=_TEXT, format=_TEXT, policy=_maybe(_TEXT), findings=_list(finding), error=_maybe(error))
    summary = _object(files=_COUNT, error=_COUNT, warning=_COUNT, info=_COUNT, suppressed=_COUNT)
    return {
        "title": "Output of stancelint check",
        **_object(schema={"const": "stancelint/1"}, version=_TEXT, files=_list(file), summary=summary),
    }
