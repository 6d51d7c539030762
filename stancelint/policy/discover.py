"""Which policy file judges a draft: the nearest one at or above it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

NAMES = ("stancelint.yaml", ".stancelint.yaml")


def policy_for(draft: Path) -> Path | None:
    """The nearest policy file at or above the draft's folder, or None: then the built-in policy judges."""
    return nearest_policy(draft.absolute().parent)


@cache
def nearest_policy(folder: Path) -> Path | None:
    """The nearest policy file in ``folder`` or above it. Remembered for the process: a run asks once a folder."""
    for name in NAMES:
        if (folder / name).is_file():
            return folder / name
    return None if folder.parent == folder else nearest_policy(folder.parent)
