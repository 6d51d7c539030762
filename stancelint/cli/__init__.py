"""The command line: one file a command, loaded when it is called.

May not: decide what is a finding.
Start reading at: check.py.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status. No traceback reaches a user unless ``--debug`` asks for it."""
    from stancelint.cli.app import run

    sys.exit(run(sys.argv[1:]))
