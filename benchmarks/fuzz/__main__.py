"""Fuzz a target: ``python -m benchmarks.fuzz TARGET… [--executions N] [--corpus FOLDER]``, from the repository's root.

Prints the executions done, the branches and features new in each tenth of them, and whether the last tenth still found a branch.
Exit status 1 where a fault was found; each is shown with its input.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.fuzz.target import Target
from benchmarks.fuzz.targets import TARGETS, target_of

_EVENT = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+)")


def main() -> int:
    """Run the targets named, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(target.name for target in TARGETS)}; none: all")
    parser.add_argument("--executions", type=int, default=100_000, metavar="N", help="for each target (default: 100,000)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="keep what was found here, and start from it (default: forget it)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default: 1)")
    asked = parser.parse_args()
    kept = asked.corpus or Path(tempfile.mkdtemp(prefix="stancelint-fuzz-"))
    faults = 0
    for target in [target_of(name) for name in asked.targets] or TARGETS:
        faults += fuzz(target, asked.executions, kept / target.name, asked.seed)
    return 1 if faults else 0


def fuzz(target: Target, executions: int, folder: Path, seed: int) -> int:
    """Run one target, print what came of it, and give the number of faults."""
    corpus, found = folder / "corpus", folder / "faults"
    corpus.mkdir(parents=True, exist_ok=True)
    for old in found.glob("*"):
        old.unlink()
    for i, data in enumerate(target.seeds):
        (corpus / f"seed-{i}").write_bytes(data)
    words = folder / "words"
    given = json.loads((Path(__file__).parent / "words" / f"{target.name}.json").read_text("utf-8"))
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in (*given, *target.words)), "ascii")
    began = time.monotonic()
    command = [
        *(sys.executable, "-m", "benchmarks.fuzz.worker", target.name, str(found), str(corpus), f"-dict={words}", f"-seed={seed}"),
        *(
            f"-runs={executions}",
            f"-max_len={target.longest}",
            "-len_control=0",
            "-timeout=0",
            "-rss_limit_mb=3000",
            "-print_final_stats=1",
        ),
        *("-reload=0", f"-artifact_prefix={folder}/"),
    ]
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="stancelint-fuzz-", dir=memory) as scratch, (folder / "log").open("wb") as log:
        ended = subprocess.run(command, stdout=log, stderr=log, env={**os.environ, "TMPDIR": scratch}, check=False).returncode
    log_text = (folder / "log").read_text("utf-8", "replace")
    print(told(target.name, log_text, executions, time.monotonic() - began), flush=True)
    if ended:
        print(f"  the run broke off with status {ended}: {folder}/log", flush=True)
    shown = sorted(found.glob("*.json"))
    for path in shown:
        fault = json.loads(path.read_text("utf-8"))
        print(f"  {fault['fault'][:200]}\n    {fault['input'][:300]}\n    {path}", flush=True)
    return len(shown) + bool(ended)


def told(name: str, log: str, executions: int, seconds: float) -> str:
    """What a log says: executions, and by tenths the branches and features that were new in each."""
    events = [(int(m[1]), int(m[2]), int(m[3])) for m in map(_EVENT.match, log.splitlines()) if m]
    if not events:
        return f"{name}: nothing ran"
    done = max(at for at, _, _ in events)
    walked, felt = [], []
    branches = features = 0
    for tenth in range(1, 11):
        upto = [(c, f) for at, c, f in events if at <= executions * tenth / 10]
        now = (max(c for c, _ in upto), max(f for _, f in upto)) if upto else (branches, features)
        walked.append(now[0] - branches)
        felt.append(now[1] - features)
        branches, features = now
    level = "no new path" if not walked[-1] else f"{walked[-1]} new paths"
    return (
        f"{name}: {done:,} executions in {seconds:.0f} s; {branches:,} branches ({features:,} features)\n"
        f"  new branches by tenth: {walked}\n  new features by tenth: {felt}\n  {level} in the last tenth"
    )


def _escaped(word: str) -> str:
    return "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in word.encode())


if __name__ == "__main__":
    sys.exit(main())
