"""Drafts judged by several processes, their reports in the order in which they were asked for."""

from __future__ import annotations

import gc
import io
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import TimeoutError as LateError
from multiprocessing import active_children, get_context

from stancelint.engine.desk import Desk, RunOptions
from stancelint.engine.draft import check_draft
from stancelint.engine.walk import Found
from stancelint.errors import UsageError
from stancelint.finding import DraftReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.pool import IMapIterator, Pool

_CHUNK = 16
_PATIENCE = 0.5  # seconds to wait for reports before looking whether the workers live

_desk: Desk | None = None
_options: RunOptions | None = None


def judged_by_many(found: list[Found], options: RunOptions, count: int) -> Iterator[DraftReport]:
    """The reports of the drafts, in order, by ``count`` processes.

    Raises what judging a draft raises, and ``UsageError`` where somebody kills one of the processes."""
    with _deaf():
        pool = get_context().Pool(count, _begin, (options,))
    workers = {child.pid for child in active_children()}
    paths = [item.path for item in found]
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    try:
        answers = pool.imap(_judge, chunks)
        for _ in chunks:
            yield from _awaited(answers, pool, workers)
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _awaited(answers: IMapIterator[list[DraftReport]], pool: Pool, workers: set[int | None]) -> list[DraftReport]:
    """The next reports. A worker that is killed takes its drafts with it, and a pool would wait for them for ever."""
    while True:
        try:
            return answers.next(timeout=_PATIENCE)
        except LateError:
            if not workers <= {child.pid for child in active_children()}:
                _abandon(pool)
                hint = "the machine may be short of memory: run again with --jobs 1"
                raise UsageError("a process that was judging drafts was killed from outside", hint=hint) from None


def _abandon(pool: Pool) -> None:
    # a pool ends its workers in order, and waits for a lock that the dead one may have held: these need no order
    pool._terminate.cancel()  # type: ignore[attr-defined]  # not in the stubs
    pool._worker_handler._state = "TERMINATE"  # type: ignore[attr-defined]  # or it would put new ones in their place
    pool.terminate = pool.join = lambda: None  # type: ignore[method-assign]  # both would wait for the lock; the caller calls them at its end
    for child in active_children():
        child.kill()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C waits while the workers are made: one that is not yet told to leave it to the parent would die of it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(options: RunOptions) -> None:
    global _desk, _options
    gc.enable()  # a worker judges many drafts
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and ends its workers
    sys.stderr = io.StringIO()  # what goes wrong is answered; an orphan has nobody to tell
    _desk, _options = Desk(options), options


def _judge(paths: list[str]) -> list[DraftReport]:
    assert _desk is not None
    assert _options is not None
    return [check_draft(path, None, _desk, _options) for path in paths]
