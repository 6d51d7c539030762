"""What kind of thing each field of a value may hold, for who proves a file against it."""

from __future__ import annotations

import typing
from typing import Any

from stancelint import choices

# what the values' own modules import for the type checker alone
_NAMES = {name: getattr(typing, name) for name in ("Any", "ClassVar", "Literal", "Self")} | vars(choices)


def hints_of(kind: type) -> dict[str, Any]:
    """The fields of a class of values and their kinds, by name."""
    return typing.get_type_hints(kind, localns=_NAMES)
