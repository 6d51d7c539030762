"""``stancelint clean``: nothing of ours is left in the user's caches."""

from __future__ import annotations

import os
import shutil

import click

from stancelint.cli.outcome import tell
from stancelint.policy.kept import cache_folder


@click.command("clean")
def command() -> int:
    """Remove the caches: compiled rule sets and results. The next run makes them anew."""
    folder = cache_folder()
    if folder is None or not os.path.isdir(folder):
        tell("there is no cache")
        return 0
    shutil.rmtree(folder, ignore_errors=True)
    tell(f"removed {folder}")
    return 0
