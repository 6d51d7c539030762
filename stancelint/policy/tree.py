"""The tree that a policy may speak of: what lies outside it is nobody's rule and nobody's draft, however it is linked or named."""

from __future__ import annotations

import os


def tree_of(folder: str | os.PathLike[str]) -> str:
    """The repository that holds the folder; without one the working folder where it holds it, else the folder itself."""
    inside = above = os.path.realpath(folder)
    while True:
        if os.path.exists(os.path.join(above, ".git")):
            return above
        if os.path.dirname(above) == above:
            break
        above = os.path.dirname(above)
    here = os.path.realpath(os.getcwd())
    return here if lies_in(inside, here) else inside


def leads_out(path: str | os.PathLike[str]) -> bool:
    """Whether the path is a link to something outside the tree that it lies in."""
    return os.path.islink(path) and not lies_in(os.path.realpath(path), tree_of(os.path.dirname(path) or "."))


def lies_in(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies in it; both real paths."""
    return path == folder or path.startswith(os.path.join(folder, ""))
