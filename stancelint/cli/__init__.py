"""The command line: one file a command, loaded when it is called.

May not: decide what is a finding.
Start reading at: check.py, then checking.py.
"""

from __future__ import annotations

import codecs
import gc
import io
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.disable()  # one draft makes no garbage worth a collection, and looking for it costs a tenth of the run
    try:
        _prepare_streams()
        status = _status(sys.argv[1:])
        gc.freeze()  # what lives now lives to the end: the interpreter need not look through it once more
        sys.exit(status)
    except KeyboardInterrupt:  # before the command line was there to hear it
        sys.stderr.write("stancelint: stopped\n")
        sys.exit(130)


def _status(arguments: list[str]) -> int:
    from stancelint.cli.bytecode import put_by, take_over

    take_over()
    from stancelint.cli.quick import plain_check

    status = None if "_STANCELINT_COMPLETE" in os.environ else plain_check(arguments)
    if status is not None:
        put_by()
    else:
        from stancelint.cli.app import run

        status = run(arguments)
    return status


def _prepare_streams() -> None:
    codecs.register_error("stancelint", _spelled)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us: what is said is lost, the status is not
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="stancelint")


def _spelled(problem: UnicodeError) -> tuple[str, int]:
    """What a stream's encoding lacks, in the escapes of JSON, so that a report in JSON stays what it was."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    missing = problem.object[problem.start : problem.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{missing[i : i + 4]}" for i in range(0, len(missing), 4)), problem.end
