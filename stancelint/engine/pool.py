"""Work shared out to several processes, its answers in the order in which they were asked for."""

from __future__ import annotations

import gc
import io
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import TimeoutError as LateError
from multiprocessing import active_children, get_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.pool import IMapIterator, Pool
    from typing import TypeVar

    Share = TypeVar("Share")
    Answer = TypeVar("Answer")

_PATIENCE = 0.5  # seconds to wait for an answer before looking whether the workers live


class WorkerKilledError(Exception):
    """Somebody outside killed a process that had a share of the work."""


def answered_by_many(
    work: Callable[[Share], Answer], shares: Sequence[Share], count: int, begin: Callable[..., object], given: tuple[object, ...]
) -> Iterator[Answer]:
    """What ``work`` answers to each share, in order, by ``count`` processes that each first ``begin`` with what is ``given``.

    All four go to other processes: functions by name, the rest by value. Raises what the work raises, and
    ``WorkerKilledError``."""
    with _deaf():
        pool = get_context().Pool(count, _begin, (begin, given))
    workers = {child.pid for child in active_children()}
    try:
        answers = pool.imap(work, shares)
        for _ in shares:
            yield _awaited(answers, pool, workers)
        pool.close()
    finally:
        pool.terminate()
        pool.join()


def _awaited(answers: IMapIterator[Answer], pool: Pool, workers: set[int | None]) -> Answer:
    """The next answer. A worker that is killed takes its share with it, and a pool would wait for it for ever."""
    while True:
        try:
            return answers.next(timeout=_PATIENCE)
        except LateError:
            if not workers <= {child.pid for child in active_children()}:
                _abandon(pool)
                raise WorkerKilledError from None


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


def _begin(begin: Callable[..., object], given: tuple[object, ...]) -> None:
    gc.enable()  # a worker does much
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and ends its workers
    sys.stderr = io.StringIO()  # what goes wrong is answered; an orphan has nobody to tell
    begin(*given)
    gc.freeze()  # what lives now lives to the end: no collection need look through it
