"""Drafts mended: fixes made again until none is left to make, so that a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stancelint.engine.fixes import apply_fixes, encoded, write_back
from stancelint.finding import Finding
from stancelint.text.value import Value

_ROUNDS = 8  # one mends nearly all; two fixes of the same words need a second
Judge = Callable[[bytes], tuple[str, tuple[Finding, ...]]]


class Mended(Value):
    """A draft before and after its fixes, and how many were made."""

    before: str
    after: str
    data: bytes
    count: int

    def diff(self, path: str) -> str:
        """What changed, as a unified diff that ``patch`` and ``git apply`` take."""
        from difflib import unified_diff

        name = path.lstrip("/")
        lines = unified_diff(self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def mend(data: bytes, judge: Judge, *, unsafe: bool) -> Mended:
    """Make the fixes of a draft's bytes in memory. ``judge`` reads bytes and gives their source and findings."""
    source, findings = judge(data)
    before, mended, count = source, data, 0
    for _ in range(_ROUNDS):
        fixed = apply_fixes(source, findings, unsafe=unsafe)
        if not fixed.applied or fixed.source == source:
            break
        count += len(fixed.applied)
        mended = encoded(fixed.source, data)
        source, findings = judge(mended)
    return Mended(before, source, mended, count)


def save(mended: Mended, path: str, data: bytes) -> None:
    """Write a mended draft in the place of the one that held ``data``. Raises ``DraftError``."""
    if mended.data != data:
        write_back(Path(path), data, mended.after)
