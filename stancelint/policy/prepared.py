"""The built-in rule set as it was compiled when the package was built, so that the first run of an installation need not do it.

It is believed only while the rules and the code that it was made from are, byte for byte, those of this installation, and only by
the version of Python that made it. Where it is missing, damaged or out of date, the rule set is compiled as ever.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from stancelint.policy.compiled import files_under
from stancelint.policy.kept import brought_folder, load_kept, store_kept
from stancelint.rulebook.builtin import builtin_folder
from stancelint.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Made = tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_DEFAULT = os.path.join("policies", "default.yaml")


def made_of() -> tuple[str, str]:
    """The folders that the built-in rule set is made from: the rules, and the code that reads them."""
    return builtin_folder(), _PACKAGE


def prepared_policy() -> Made | None:
    """The built-in policy with all its rules as plain data, and the folders and files that it was made from; None without it."""
    ready = prepared()
    return None if ready is None else (ready, made_of(), (os.path.join(builtin_folder(), _DEFAULT),))


@cache
def prepared() -> dict[str, Any] | None:
    """The plain data of the built-in rule set, with the places of its files here; None where it is not there or not of these files."""
    kept = load_kept(_file(brought_folder()), _mark())
    if not isinstance(kept, dict) or kept.pop("contents", None) != _contents():
        return None
    folder = builtin_folder()
    kept["paths"] = [os.path.join(folder, *name.split("/")) for name in kept["paths"]]
    return kept


def prepare(folder: str) -> None:
    """Compile the built-in rule set into a file in ``folder``. Raises the errors of ``compile_policy``."""
    from stancelint.policy.compile import compile_policy

    made, _, _ = compile_policy(None)
    paths = [os.path.relpath(path, builtin_folder()).replace(os.sep, "/") for path in made["paths"]]
    store_kept(_file(folder), _mark(), {**made, "paths": paths, "contents": _contents()})


def _contents() -> bytes:
    """A digest of every file that a built-in rule set is made from, with its name in its folder."""
    from _blake2 import blake2b  # hashlib would load OpenSSL, at the price of a whole draft

    digest = blake2b(digest_size=16)
    for folder, ending in ((builtin_folder(), ".yaml"), (_PACKAGE, ".py")):
        names = [entry.path for entry in files_under(folder) if entry and entry.name.endswith(ending)]
        for name in sorted(names):
            with open(name, "rb") as file:
                held = file.read()
            digest.update(f"{os.path.relpath(name, folder)} {len(held)}\n".encode("utf-8", "surrogateescape") + held)
    return bytes(digest.digest())


def _mark() -> bytes:
    return f"stancelint prepared {VERSION} {sys.implementation.cache_tag}\n".encode()


def _file(folder: str) -> str:
    return os.path.join(folder, f"rules-{sys.implementation.cache_tag}.bin")
