"""Drafts judged by several processes, their reports in the order in which they were asked for."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator

from stancelint.engine.desk import Desk, RunOptions
from stancelint.engine.draft import check_draft
from stancelint.engine.walk import Found
from stancelint.finding import DraftReport

# Measured: a process costs 30 ms to start and a draft 5 ms to judge, so that fewer than this are sooner done alone.
WORTH_A_POOL = 64
_CHUNK = 16

_desk: Desk | None = None
_options: RunOptions | None = None


def workers(drafts: int, jobs: int) -> int:
    """How many processes the work is worth: those asked for, never more than drafts; one where a pool would cost more than it saves."""
    if jobs:
        return min(jobs, max(1, drafts))
    return min(os.cpu_count() or 1, 8) if drafts >= WORTH_A_POOL else 1


def judged_by_many(found: list[Found], options: RunOptions, count: int) -> Iterator[DraftReport]:
    """The reports of the drafts, in order, by ``count`` processes. Raises what judging a draft raises."""
    from multiprocessing import get_context

    pool = get_context().Pool(count, _begin, (options,))
    try:
        yield from pool.imap(_judge, [item.path for item in found], _CHUNK)
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _begin(options: RunOptions) -> None:
    global _desk, _options
    gc.enable()  # a worker judges many drafts
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and ends its workers
    _desk, _options = Desk(options), options


def _judge(path: str) -> DraftReport:
    assert _desk is not None
    assert _options is not None
    return check_draft(path, None, _desk, _options)
