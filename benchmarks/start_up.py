"""What one check costs beside importing click and json: the price a hook asks of every commit.

    python benchmarks/start_up.py [--runs 15] [--beside "proselint check"]

``--beside`` is another linter's command, which gets the drafts of the warm runs in the same turns; it may be given more than once.
Runs in turn, A B C A B C, so that a machine whose speed drifts slows all alike; prints medians and their ratio. *Warm*: the rule set
is cached and the text was never seen. *Cold*: there is no cache at all. *Unchanged*: the result is cached.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from drafts import draft_of  # the generator beside this file


def timed(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--beside", action="append", default=[], metavar="COMMAND")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "STANCELINT_CACHE_DIR": str(Path(folder) / "cache"),
        }
        drafts = [Path(folder) / f"{i}.txt" for i in range(3)]
        python, tool = sys.executable, str(Path(sys.executable).with_name("stancelint"))
        commands = {
            "import click, json": [python, "-c", "import click, json"],
            "warm, one draft": [tool, "check", str(drafts[0])],
            "warm, three drafts": [tool, "check", *map(str, drafts)],
            "unchanged": [tool, "check", str(Path(folder) / "same.txt")],
            "cold": [tool, "check", str(drafts[0])],
            **{f"{Path(other.split()[0]).name}, one draft": [*other.split(), str(drafts[0])] for other in arguments.beside},
        }
        (Path(folder) / "same.txt").write_text(draft_of(0), "utf-8")
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(arguments.runs + 1):
            for i, path in enumerate(drafts):
                path.write_text(draft_of(turn * 3 + i), "utf-8")
            for name, command in commands.items():
                for i, path in enumerate(drafts):  # a text that no run has seen
                    if name.startswith("warm, three"):
                        path.write_text(draft_of(1000 + turn * 3 + i), "utf-8")
                cold = {"STANCELINT_CACHE_DIR": str(Path(folder) / f"cold-{turn}")} if name == "cold" else {}
                seconds = timed(command, {**environment, **cold})
                if turn:
                    taken[name].append(seconds)
        base = statistics.median(taken["import click, json"])
        for name, seconds in taken.items():
            middle = statistics.median(seconds)
            spread = f"({min(seconds) * 1000:.1f} to {max(seconds) * 1000:.1f})"
            print(f"{name:22} median {middle * 1000:6.1f} ms  {spread}  {middle / base:4.2f} C")


if __name__ == "__main__":
    main()
