"""What a target is: bytes thrown at one door of the tool, and the laws that hold whatever the bytes are."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """One door. ``throw`` raises for a broken law, and for whatever the tool raises that is no error told to a person.

    ``seeds`` are inputs to start from, ``longest`` bounds an input's bytes. ``words`` are what the fuzzer may put in beside those of
    ``words/NAME.json``: names that the tool's own types have.
    """

    name: str
    throw: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...] = ()
    longest: int = 300


def choose(data: bytes, options: Sequence[T]) -> tuple[T, bytes]:
    """An option by the first byte, and the bytes after it. A seed names its option by a digit."""
    first = data[0] if data else 0
    return options[(first - 48) % len(options)], data[1:]


def scratch() -> Path:
    """A new folder for a target that writes a file at each execution; under TMPDIR, which the runner puts in memory and takes away."""
    return Path(tempfile.mkdtemp(prefix="stancelint-fuzz-"))
