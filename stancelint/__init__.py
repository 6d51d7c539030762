"""stancelint holds a draft against the publication's stated policy before a reader sees it.

    import stancelint
    for finding in stancelint.check_text("…", "draft.md"):
        print(finding.start.line, finding.message)

Everything here is loaded when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stancelint.api import check_file, check_text
    from stancelint.errors import StancelintError
    from stancelint.finding import Evidence, Finding, Fix, Severity

    __version__: str

__all__ = ["Evidence", "Finding", "Fix", "Severity", "StancelintError", "__version__", "check_file", "check_text"]

_HOMES = {
    "check_text": "stancelint.api",
    "check_file": "stancelint.api",
    "StancelintError": "stancelint.errors",
    "Evidence": "stancelint.finding",
    "Finding": "stancelint.finding",
    "Fix": "stancelint.finding",
    "Severity": "stancelint.finding",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "__version__":
        return import_module("stancelint.version").VERSION
    if name not in _HOMES:
        raise AttributeError(f"module 'stancelint' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
