"""The command line in a forked process: as cheap as a call, and it can be starved or killed like any process."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stancelint.cli.app import run
from stancelint.policy.discover import policy_above


@dataclass(frozen=True)
class Ended:
    """How a forked run ended: its status (None: killed), and what it said on standard error."""

    status: int | None
    err: str


@dataclass(frozen=True)
class Fate:
    """What happens to a run. ``room`` is how many bytes any file may have; at the next it is told, or killed if ``deadly``.

    ``killed_after`` is in seconds."""

    room: int | None = None
    deadly: bool = False
    killed_after: float | None = None


def forked(arguments: Sequence[str], folder: Path, cache: Path, fate: Fate = Fate()) -> Ended:  # frozen
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(list(arguments), folder, cache, fate, writing)
    os.close(writing)
    if fate.killed_after is not None:
        time.sleep(fate.killed_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="utf-8") as said:
        err = said.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ended(status if status >= 0 else None, err)


def _live(arguments: list[str], folder: Path, cache: Path, fate: Fate, err: int) -> None:
    import sys

    status = 99
    try:
        os.chdir(folder)
        os.environ["STANCELINT_CACHE_DIR"] = str(cache)
        sys.stdout, sys.stderr = open(os.devnull, "w", encoding="utf-8"), os.fdopen(err, "w", encoding="utf-8")  # noqa: SIM115
        policy_above.cache_clear()
        if fate.room is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if fate.deadly else signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (fate.room, fate.room))
        status = run(arguments)
        sys.stderr.flush()
    finally:
        os._exit(status)
