"""Drafts judged by several processes, their reports in the order in which they were asked for."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator

from stancelint.engine.desk import Desk, RunOptions
from stancelint.engine.draft import check_draft
from stancelint.engine.walk import Found
from stancelint.finding import DraftReport

_CHUNK = 16

_desk: Desk | None = None
_options: RunOptions | None = None


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
