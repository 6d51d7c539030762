"""An archive of generated drafts: seconds and memory, nothing cached, then unchanged; and the time of one check in process.

    python benchmarks/archive.py [--drafts 5000]

Memory is the largest single process, as the operating system counts it.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from drafts import draft_of, write  # the generator beside this file


def timed(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def in_process(number: int) -> float:
    """Milliseconds to check a draft that this process has not seen, rule set loaded."""
    import stancelint

    stancelint.check_text(draft_of(number + 2000), "draft.txt")
    taken = []
    for turn in range(15):
        text = draft_of(number + 2 * turn)
        began = time.perf_counter()
        stancelint.check_text(text, "draft.txt")
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=5000)
    count = parser.parse_args().drafts
    print(f"in process, 950 words with findings   {in_process(0):8.1f} ms")
    print(f"in process, 950 words without framing {in_process(1):8.1f} ms")
    tool = str(Path(sys.executable).with_name("stancelint"))
    with tempfile.TemporaryDirectory() as folder:
        drafts = Path(folder) / "drafts"
        write(drafts, count)
        environment = {**os.environ, "STANCELINT_CACHE_DIR": str(Path(folder) / "cache")}
        command = [tool, "check", "--format", "concise", str(drafts)]
        print(f"{count} drafts, nothing cached          {timed(command, environment):8.2f} s")
        print(f"{count} drafts, unchanged               {timed(command, environment):8.2f} s")
        print(f"largest process                       {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:8.0f} MiB")
        huge = Path(folder) / "huge.txt"
        huge.write_text("A title\n\n" + " ".join(draft_of(number).replace("\n\n", " ") for number in range(105)), "utf-8")
        print(f"one draft of 100,000 words            {timed([tool, 'check', '--no-cache', str(huge)], environment):8.2f} s")


if __name__ == "__main__":
    main()
