"""Which policy file judges a draft: the nearest one at or above it."""

from __future__ import annotations

import os
from functools import cache

from stancelint.errors import PolicyError
from stancelint.policy.tree import leads_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("stancelint.yaml", ".stancelint.yaml")


def policy_for(draft: Path) -> Path | None:
    """The nearest policy file at or above the draft's folder, or None: then the built-in policy judges.

    Raises ``PolicyError`` as ``require_in_tree`` does."""
    from pathlib import Path  # dear to import, and a plain check does without

    found = policy_above(str(draft.absolute().parent))
    if found:
        require_in_tree(found)
    return Path(found) if found else None


def require_in_tree(policy: str) -> None:
    """Raise ``PolicyError`` where a policy that was found, and not named, is a link to something outside its tree."""
    if leads_out(policy):
        raise PolicyError("is a link that leads out of the tree", path=policy, hint="copy it, or name it with --policy")


@cache
def policy_above(folder: str) -> str | None:
    """The nearest policy file in an absolute ``folder`` or above it. Remembered for the process: a run asks once a folder."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    above = os.path.dirname(folder)
    return None if above == folder else policy_above(above)
