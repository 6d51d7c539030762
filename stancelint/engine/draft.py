"""One draft from its path to its report. What goes wrong with it is said in the report, and the other drafts go on."""

from __future__ import annotations

import os
import stat

from stancelint.analysis.reading import Reading
from stancelint.engine.desk import Desk, RunOptions, path_in
from stancelint.engine.lint import Judgement, Linter
from stancelint.engine.results import mark_of
from stancelint.errors import DraftError, StancelintError
from stancelint.finding import DraftReport, Failure, Finding
from stancelint.policy.tree import leads_out
from stancelint.readers import read
from stancelint.text.document import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check_draft(path: str, data: bytes | None, desk: Desk, options: RunOptions) -> DraftReport:
    """The report of the draft at ``path``; ``data`` stands for its bytes where they come from elsewhere.

    Raises the errors of a policy or a rule, never those of a draft.
    """
    linter = desk.linter_for(path)
    policy = linter.rules.policy
    results = desk.results(linter)
    try:
        held = _held(path, linter, options) if data is None else data
        mark = mark_of(held) if results.key else b""
        kept = results.load(path, mark)
        if kept is not None:
            return kept
        diff = ""
        if options.mending:
            held, diff = _mended(path, held, linter, desk, options)
        document = read(held, path, max_bytes=linter.rules.file.max_bytes)
        del held  # of a page of millions of letters, a fifteenth of all that judging it takes
        reading, judgement = _judge(document, path, linter, desk)
    except DraftError as problem:
        return DraftReport(path, "", policy, (), failure_of(problem), fail_on=linter.rules.fail_on)
    error = judgement.failures[0] if judgement.failures else None
    source = document.source if options.keep_source or options.changed_since or options.staged else None
    seen = _seen(reading, path) if options.keep_source and not error else None
    report = DraftReport(path, document.format, policy, judgement.findings, error, source, seen, linter.rules.fail_on, diff)
    results.store(report, mark)
    return report


def _seen(reading: Reading, path: str) -> dict[str, Any]:
    from stancelint.engine.inspection import inspect

    return inspect(reading, path)


def read_draft(path: str, data: bytes | None, linter: Linter, options: RunOptions) -> Reading:
    """The draft as the linter reads it, not judged. Raises ``DraftError``."""
    held = _held(path, linter, options) if data is None else data
    return linter.read(read(held, path, max_bytes=linter.rules.file.max_bytes), path_in(linter.rules, path))


def _held(path: str, linter: Linter, options: RunOptions) -> bytes:
    if path not in options.paths and leads_out(path):
        raise DraftError("is a link that leads out of the tree", hint="name the draft outright to have it checked")
    if options.staged:
        from stancelint.engine.changed_lines import staged_bytes

        indexed = staged_bytes(path)
        if indexed is not None:
            return indexed
    return draft_bytes(path, linter.rules.file.max_bytes)


def open_draft(path: str, data: bytes | None, max_bytes: int) -> Document:
    """The draft at ``path`` as a document. Raises ``DraftError``."""
    return read(draft_bytes(path, max_bytes) if data is None else data, path, max_bytes=max_bytes)


def failure_of(problem: StancelintError) -> Failure:
    """An error as a report holds it."""
    return Failure(problem.kind, problem.message, problem.line, problem.hint)


def _judge(document: Document, path: str, linter: Linter, desk: Desk) -> tuple[Reading, Judgement]:
    relative = path_in(linter.rules, path)
    reading = linter.read(document, relative)
    return reading, linter.judge(reading, desk.active(linter, relative))


def _mended(path: str, data: bytes, linter: Linter, desk: Desk, options: RunOptions) -> tuple[bytes, str]:
    from stancelint.engine.mend import mend, save

    def judge(held: bytes) -> tuple[str, tuple[Finding, ...]]:
        reading, judgement = _judge(read(held, path, max_bytes=linter.rules.file.max_bytes), path, linter, desk)
        return reading.document.source, judgement.findings

    mended = mend(data, judge, unsafe=options.unsafe)
    if options.mending == "show" or options.stdin is not None:
        return data, mended.diff(path)
    save(mended, path, data)
    return mended.data, ""


def draft_bytes(path: str, max_bytes: int) -> bytes:
    """The bytes of a draft. Raises ``DraftError`` for what is missing, no file, too large or not to be read."""
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise DraftError("is a folder where a draft was expected")
        if not stat.S_ISREG(found.st_mode):
            raise DraftError("is not a regular file", hint="a draft is a file; use - to read standard input")
        if found.st_size > max_bytes:
            said = f"is {found.st_size:,} bytes long; the policy's max_bytes is {max_bytes:,}"
            raise DraftError(said, hint="split the draft, or raise max_bytes")
        with open(path, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise DraftError("does not exist", hint="check the path") from None
    except OSError as problem:
        raise DraftError(f"cannot be read: {problem.strerror or problem}") from None
    except ValueError as problem:
        raise DraftError(f"cannot be read: {problem}") from None
