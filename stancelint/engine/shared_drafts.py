"""Drafts judged by several processes."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.engine.desk import Desk, RunOptions
from stancelint.engine.draft import check_draft
from stancelint.engine.pool import WorkerKilledError, answered_by_many
from stancelint.engine.walk import Found
from stancelint.errors import UsageError
from stancelint.finding import DraftReport

_SHARE = 16  # drafts

_desk: Desk | None = None
_options: RunOptions | None = None


def judged_by_many(found: list[Found], options: RunOptions, count: int) -> Iterator[DraftReport]:
    """The reports of the drafts, in order, by ``count`` processes.

    Raises what judging a draft raises, and ``UsageError`` where somebody kills one of the processes."""
    paths = [item.path for item in found]
    shares = [paths[at : at + _SHARE] for at in range(0, len(paths), _SHARE)]
    try:
        for reports in answered_by_many(_judge, shares, count, _begin, (options,)):
            yield from reports
    except WorkerKilledError:
        hint = "the machine may be short of memory: run again with --jobs 1"
        raise UsageError("a process that was judging drafts was killed from outside", hint=hint) from None


def _begin(options: RunOptions) -> None:
    global _desk, _options
    _desk, _options = Desk(options), options


def _judge(paths: list[str]) -> list[DraftReport]:
    assert _desk is not None
    assert _options is not None
    return [check_draft(path, None, _desk, _options) for path in paths]
