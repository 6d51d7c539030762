"""Where the built-in rules are. Apart from all else, because a run that reads none of them asks it too."""

from __future__ import annotations

import os


def builtin_folder() -> str:
    """The folder of the built-in rules: inside the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    packed = os.path.join(package, "_rules")
    return packed if os.path.isdir(packed) else os.path.join(os.path.dirname(package), "rules")
