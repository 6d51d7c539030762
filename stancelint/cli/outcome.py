"""The one place where errors become words and exit statuses. No traceback reaches a user unless ``--debug`` asks for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from stancelint.errors import StancelintError

BUG = 3
STOPPED = 130


def concluded(work: Callable[[], int], *, debug: bool = False) -> int:
    """Do the work and give its exit status: its own; 2 for what a person can mend, 3 for a bug of ours, 130 where it was stopped."""
    try:
        status = work()
        flushed()
        return status
    except BrokenPipeError:
        closed()
        return 0
    except StancelintError as problem:
        return say(f"stancelint: {problem}", problem.exit_status)
    except KeyboardInterrupt:
        past = "\n" if sys.stderr.isatty() else ""  # the terminal has shown ^C where the cursor stood
        return say(f"{past}stancelint: stopped", STOPPED)
    except OSError as problem:
        closed()
        return say(f"stancelint: {problem.filename or 'output'}: {problem.strerror or problem}", 2)
    except Exception as problem:
        if debug:
            raise
        said = f"stancelint: a bug of ours: {type(problem).__name__}: {problem}"
        return say(f"{said}\nrun again with --debug for the traceback, and report it", BUG)


def say(message: str, status: int) -> int:
    """A line on standard error, shown so that nothing in it can move the cursor; the status back."""
    from stancelint.text.visible import visible

    try:
        sys.stderr.write(visible(message, breaks="\n") + "\n")
    except OSError:
        return status
    return status


def tell(text: str) -> None:
    """Lines on standard output, shown so that nothing in them can move the cursor."""
    from stancelint.text.visible import visible

    sys.stdout.write(visible(text, breaks="\n") + "\n")


def flushed() -> None:
    """Send what was written on its way. A reader who has left has seen enough, and changes nothing about the run's own status."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        closed()


def closed() -> None:
    """Nothing more goes to standard output, which takes none: not even what the interpreter would flush at its end."""
    try:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):  # a stand-in without a descriptor
        return
