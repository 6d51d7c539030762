"""Which drafts a run checks: files named outright, and what is found in folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from stancelint.policy.rule_set import matches
from stancelint.readers import known_suffixes
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Found(Value):
    """A path of the run: as it is shown, whether the user named it outright, and whether its bytes come from standard input."""

    path: str
    named: bool
    piped: bool = False


Excluded = Callable[[str], bool]


def walk(paths: tuple[str, ...]) -> list[Found]:
    """Every draft under the paths, each once, in sorted path order. A path that is missing is kept: reading it will say so."""
    found: dict[str, Found] = {}
    for given in paths:
        if os.path.isdir(given):
            for path in _folder(given):
                found.setdefault(path, Found(path, named=False))
        else:
            found[given] = Found(given, named=True)
    return [found[path] for path in sorted(found)]


def excluded_by(path: str | os.PathLike[str], root: str | os.PathLike[str], globs: tuple[str, ...]) -> bool:
    """Whether a policy's ``exclude`` names the draft or a folder above it. Globs are relative to the policy's folder."""
    if not globs:
        return False
    absolute, top = os.path.abspath(path), os.path.join(root, "")
    if not absolute.startswith(top):
        return False
    parts = absolute[len(top) :].split(os.sep)
    prefixes = ["/".join(parts[: i + 1]) for i in range(len(parts))]
    return any(matches(prefix, glob) for glob in globs for prefix in prefixes)


def _folder(top: str) -> Iterator[str]:
    # links to folders are not followed: a loop would have no end, and a link may lead out of the tree
    ignores = _Ignores(os.path.abspath(top))
    for folder, names, files in os.walk(top):
        ignores.enter(folder, files)
        names[:] = sorted(name for name in names if not name.startswith(".") and not ignores.holds(os.path.join(folder, name), folder=True))
        for name in files:
            path = os.path.join(folder, name)
            if name.startswith((".", "~$")) or os.path.splitext(name)[1].lower() not in known_suffixes:
                continue
            if not ignores.holds(path, folder=False):
                yield os.path.normpath(path) if not top.startswith("./") else path


class _Ignores:
    """The ``.gitignore`` files that hold for a walk: those of the repository above the folder, and those met on the way."""

    def __init__(self, top: str) -> None:
        self._specs: list[tuple[str, GitIgnoreSpec]] = []
        chain = [top]
        while os.path.dirname(chain[-1]) != chain[-1]:
            chain.append(os.path.dirname(chain[-1]))
        roots = [i for i, folder in enumerate(chain) if os.path.exists(os.path.join(folder, ".git"))]
        if roots:
            for folder in reversed(chain[1 : roots[0] + 1]):
                self._add(folder)

    def enter(self, folder: str, files: list[str]) -> None:
        """Take the ignore file of a folder that the walk has come to."""
        if ".gitignore" in files:
            self._add(os.path.abspath(folder))

    def _add(self, folder: str) -> None:
        path = os.path.join(folder, ".gitignore")
        if os.path.isfile(path):
            from pathspec import GitIgnoreSpec

            with open(path, encoding="utf-8", errors="replace") as lines:
                self._specs.append((folder + os.sep, GitIgnoreSpec.from_lines(lines)))

    def holds(self, path: str, *, folder: bool) -> bool:
        """Whether the nearest ignore file that speaks of the path leaves it out."""
        if not self._specs:
            return False
        absolute = os.path.abspath(path)
        for base, spec in reversed(self._specs):
            if absolute.startswith(base):
                relative = absolute[len(base) :].replace(os.sep, "/") + ("/" if folder else "")
                verdict = spec.check_file(relative).include
                if verdict is not None:
                    return bool(verdict)
        return False
