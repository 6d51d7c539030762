"""Where the time goes of a warm check, a cold one, and an archive: the tables of this folder's README.

    python benchmarks/profiles/measure.py [--turns 40] [--drafts 500]

Processor time, looked at five hundred times a second (``sampled.py``). *Warm*: the rule set is cached and the text was never seen.
*Cold*: neither. The archive is judged by one process, so that one can be watched.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from drafts import draft_of, write  # the generator one folder up

SAMPLED = Path(__file__).with_name("sampled.py")

ROOMS = {
    "imports of ours": "loading modules of ours",
    "imports of others": "loading Python's and others' modules",
    "policy": "the rule set: taken from the cache, or compiled",
    "rulebook": "YAML to rules",
    "readers": "bytes to a page",
    "text": "words, places, patterns",
    "analysis": "what the page says, and who says it",
    "checks": "where a rule is broken",
    "engine": "drafts found, findings gathered, results kept",
    "reporters": "the report",
    "cli": "the command line, with the bytecode of our modules",
}


@dataclass(slots=True)
class Scene:
    """What many runs of one command spent: milliseconds of each run by room, and by function."""

    name: str
    whole: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    rooms: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    functions: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))

    def run(self, arguments: list[str], environment: dict[str, str], notes: Path) -> None:
        """Run the command once, looked at, and take down what it spent."""
        taken = _processor_time([sys.executable, str(SAMPLED), str(notes), *arguments], environment)
        told = json.loads(notes.read_text("utf-8"))
        self.whole.append(taken)
        self.rooms["Python itself: starting"] += told["started"]
        self.rooms["Python itself: ending"] += max(0.0, taken - told["ended"])
        for room, function, seconds in told["spent"]:
            self.rooms[ROOMS.get(room, room)] += seconds
            if room in ROOMS:
                self.functions[room, function] += seconds

    def table(self) -> str:
        """Rooms, the dearest first."""
        turns, whole = len(self.whole), sum(self.rooms.values())
        shown = [(name, seconds) for name, seconds in sorted(self.rooms.items(), key=lambda pair: -pair[1]) if seconds / whole >= 0.005]
        rows = [f"| {name} | {seconds / turns * 1000:,.1f} | {seconds / whole:.0%} |" for name, seconds in shown]
        middle, bare = statistics.median(self.whole) * 1000, statistics.median(self.bare) * 1000
        head = f"{self.name}: {middle:,.1f} ms in the middle of {turns} runs looked at, {bare:,.1f} ms of runs that were not.\n"
        return "\n".join([head, "| what | ms a run | share |", "| --- | ---: | ---: |", *rows])

    def dearest(self, shown: int) -> str:
        """Functions and modules, the dearest first: their own time, with what they call outside this package."""
        turns, whole = len(self.whole), sum(self.rooms.values())
        rows = [
            f"| `{name}`{' (loading it)' if room.startswith('imports') else ''} | {seconds / turns * 1000:,.2f} | {seconds / whole:.1%} |"
            for (room, name), seconds in sorted(self.functions.items(), key=lambda pair: -pair[1])[:shown]
        ]
        return "\n".join(["| dearest, by itself | ms a run | share |", "| --- | ---: | ---: |", *rows])


def _processor_time(command: list[str], environment: dict[str, str]) -> float:
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure the three scenes and print their tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=40, help="of the warm and of the cold check")
    parser.add_argument("--drafts", type=int, default=500, help="in the archive")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "STANCELINT_CACHE_DIR": str(Path(folder) / "cache"),
        }
        draft, notes, archive = Path(folder) / "draft.txt", Path(folder) / "notes.json", Path(folder) / "archive"
        tool = str(Path(sys.executable).with_name("stancelint"))
        write(archive, given.drafts)
        plans = [
            ("Warm, one draft", ["check", str(draft)], given.turns),
            ("Cold, one draft", ["check", "--cold", str(draft)], max(5, given.turns // 4)),
            (f"Archive of {given.drafts:,} drafts", ["check", "--jobs", "1", "--no-cache", "--format", "concise", str(archive)], 3),
        ]
        number = 0
        for name, arguments, turns in plans:
            scene = Scene(name)
            for turn in range(turns + 1):
                draft.write_text(draft_of(number := number + 2), "utf-8")  # the loaded kind, never two alike
                bare = _processor_time([tool, *arguments], environment)
                draft.write_text(draft_of(number := number + 2), "utf-8")
                if turn:  # the first fills the caches
                    scene.bare.append(bare)
                    scene.run(arguments, environment, notes)
            print(f"{scene.table()}\n\n{scene.dearest(12)}\n", flush=True)


if __name__ == "__main__":
    main()
