"""The tree that a policy may speak of: what lies outside it is nobody's rule and nobody's draft, however it is linked or named."""

from __future__ import annotations

from pathlib import Path


def tree_of(folder: Path) -> Path:
    """The repository that holds the folder; without one the working folder where it holds it, else the folder itself."""
    inside = folder.resolve()
    for above in (inside, *inside.parents):
        if (above / ".git").exists():
            return above
    here = Path.cwd().resolve()
    return here if inside.is_relative_to(here) else inside


def leads_out(path: Path) -> bool:
    """Whether the path is a link to something outside the tree that it lies in."""
    return path.is_symlink() and not path.resolve().is_relative_to(tree_of(path.parent))
