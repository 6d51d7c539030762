"""The command line: one file a command, loaded when it is called.

May not: decide what is a finding.
Start reading at: check.py, then checking.py.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.disable()  # one draft makes no garbage worth a collection, and looking for it costs a tenth of the run
    from stancelint.cli.quick import plain_check

    status = None if "_STANCELINT_COMPLETE" in os.environ else plain_check(sys.argv[1:])
    if status is None:
        from stancelint.cli.app import run

        status = run(sys.argv[1:])
    gc.freeze()  # what lives now lives to the end: the interpreter need not look through it once more
    sys.exit(status)
