"""The process that fuzzes: imports the tool with its branches counted, and throws input at one target until told to stop.

Started by ``python -m benchmarks.fuzz``. A fault is written down once (its kind and where it rose), with the shortest input that
showed it, and the run goes on: one fault must not hide those behind it.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

import atheris

SLOW = 5.0  # seconds after which an execution is broken off, and told as a fault


class SlowError(BaseException):
    """An execution took too long. No Exception, so that nothing in the tool can take it for one of its own."""


def _import_instrumented() -> None:
    with atheris.instrument_imports(include=["stancelint"], enable_loader_override=False):
        import stancelint

        for module in pkgutil.walk_packages(stancelint.__path__, "stancelint."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


def _late(number: int, frame: FrameType | None) -> None:
    raise SlowError


class Throw:
    """A target's ``throw`` that writes faults down and never raises."""

    def __init__(self, name: str, folder: Path) -> None:
        from benchmarks.fuzz.targets import target_of

        self._throw = target_of(name).throw
        self._folder = folder
        self._known: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)
        signal.signal(signal.SIGALRM, _late)

    def __call__(self, data: bytes) -> None:
        signal.setitimer(signal.ITIMER_REAL, SLOW)
        try:
            self._throw(data)
        except (Exception, SlowError) as fault:
            signal.setitimer(signal.ITIMER_REAL, 0)
            self._note(fault, data)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _note(self, fault: BaseException, data: bytes) -> None:
        frames = traceback.extract_tb(fault.__traceback__)
        inner = next((frame for frame in reversed(frames) if "stancelint/" in frame.filename), frames[-1])
        # where a run was broken off says nothing: any line of the loop may be the one
        key = "SlowError" if isinstance(fault, SlowError) else f"{type(fault).__name__} {inner.filename}:{inner.lineno}"
        if len(data) >= self._known.get(key, 1 << 30):
            return
        self._known[key] = len(data)
        told = {
            "fault": f"{type(fault).__name__}: {fault}",
            "input": repr(data),
            "trace": "".join(traceback.format_exception(fault))[-3000:],
            "at": time.strftime("%H:%M:%S"),
        }
        name = hashlib.blake2b(key.encode(), digest_size=6).hexdigest()
        (self._folder / f"{name}.json").write_text(json.dumps(told, indent=1), "utf-8")
        (self._folder / f"{name}.bin").write_bytes(data)


def main() -> None:
    """``worker.py NAME FAULTS-FOLDER LIBFUZZER-ARGUMENTS…``"""
    _import_instrumented()
    name, faults, *arguments = sys.argv[1:]
    atheris.Setup([sys.argv[0], *arguments], Throw(name, Path(faults)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
