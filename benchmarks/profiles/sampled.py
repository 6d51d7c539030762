"""Runs the command line with a look, five hundred times a second, at where it is: ``python sampled.py NOTES ARGUMENT…``.

NOTES gets, as JSON, seconds of processor time by place, and those before the first line of this file and at the end of the last.
A look costs some microseconds, where a profiler that is called at each call doubles the time of just those functions that are called
most. Only modules that every Python has loaded, or has built in, are imported: nothing of what the command line would load is paid here.
"""

from __future__ import annotations

import _signal
import sys
import time

STARTED = time.process_time()
EVERY = 0.002  # seconds

Place = tuple[str, str]  # a room of ours or what was imported, and the function
spent: dict[Place, float] = {}
_last = STARTED


def _look(number: int, frame: object) -> None:
    """Lay the time since the last look at the door of the place where the program is: C code is not interrupted, but paid here too."""
    global _last
    now = time.process_time()
    place = _place(frame)
    spent[place] = spent.get(place, 0.0) + now - _last
    _last = now


def _place(frame: object) -> Place:
    """The innermost function of ours; but an import, where one is under way inside it."""
    while frame is not None:
        code = frame.f_code  # type: ignore[attr-defined]
        if code.co_name == "_find_and_load" and "importlib" in code.co_filename:
            name = frame.f_locals["name"]  # type: ignore[attr-defined]
            return ("imports of ours" if name.startswith("stancelint") else "imports of others"), name
        _, ours, path = code.co_filename.rpartition("/stancelint/")
        if ours and code.co_name != "<module>":
            return path.partition("/")[0], f"{path.removesuffix('.py')}.{code.co_qualname}"
        frame = frame.f_back  # type: ignore[attr-defined]
    return "the rest", "the rest"


def main() -> None:
    """Run, look, write down."""
    notes = sys.argv[1]
    sys.argv = ["stancelint", *sys.argv[2:]]
    _signal.signal(_signal.SIGALRM, _look)
    _signal.setitimer(_signal.ITIMER_REAL, EVERY, EVERY)
    try:
        from stancelint.cli import main as run

        run()
    except SystemExit:
        pass
    _signal.setitimer(_signal.ITIMER_REAL, 0)
    ended = time.process_time()
    _look(0, sys._getframe())
    import json

    with open(notes, "w", encoding="utf-8") as file:
        json.dump({"started": STARTED, "ended": ended, "spent": [[*place, seconds] for place, seconds in spent.items()]}, file)


if __name__ == "__main__":
    main()
