"""What each rule of a run costs: for ``--profile``, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from stancelint.analysis.reading import Reading

READING = "(reading, shared by all rules)"


class Clock:
    """Adds up the seconds that every rule took over all drafts. ``seconds`` and ``drafts`` are by rule id, and by ``READING``.

    What rules share, who says what and every toll, is read beforehand and counted by itself: it would else be charged to whichever
    rule asks first."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.drafts: dict[str, int] = {}

    @contextmanager
    def asked(self, name: str) -> Iterator[None]:
        """Charge what is done inside to ``name``, whether it ends well or not."""
        began = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - began
            self.drafts[name] = self.drafts.get(name, 0) + 1

    def read(self, reading: Reading) -> None:
        """Read what rules share."""
        with self.asked(READING):
            _ = reading.words, reading.attributions, reading.hearing, reading.claims, reading.sections, reading.provenance

    def slowest(self) -> list[tuple[str, float, int]]:
        """Name, seconds and drafts of each, the slowest first."""
        names = sorted(self.seconds, key=lambda name: (-self.seconds[name], name))
        return [(name, self.seconds[name], self.drafts[name]) for name in names]
