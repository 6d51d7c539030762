"""A run: drafts read, judged by the policy nearest to each, and gathered into one report in path order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stancelint.engine.lint import Linter
from stancelint.engine.walk import Found, excluded_by, walk
from stancelint.errors import DraftError, StancelintError, UsageError
from stancelint.finding import DraftReport, Failure, Report
from stancelint.policy.discover import policy_for
from stancelint.policy.resolve import require_known, resolve
from stancelint.policy.rule_set import ActiveRule, RuleSet, selects
from stancelint.readers import read
from stancelint.text.document import Document
from stancelint.version import VERSION

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a run is asked for. ``today`` is the ISO date that waivers expire against.

    ``stdin`` is the draft that stands for the path ``-``; ``stdin_filename`` names it. ``keep_source`` keeps each draft's source
    in the report, for reporters that show the whole page."""

    paths: tuple[str, ...] = (".",)
    policy: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: str = ""
    stdin: bytes | None = None
    stdin_filename: str | None = None
    force_exclude: bool = False
    keep_source: bool = False
    debug: bool = False


class Desk:
    """The policies of a run, each resolved once, and the linters that judge by them."""

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        self._linters: dict[str | None, Linter] = {}
        self._active: dict[tuple[str | None, str], tuple[ActiveRule, ...]] = {}

    def linter_for(self, draft: Path) -> Linter:
        """The linter of the policy that judges the draft. Raises the errors of ``resolve``."""
        named = self._options.policy
        found = Path(named) if named else policy_for(draft)
        key = str(found) if found else None
        if key not in self._linters:
            if named and not Path(named).is_file():
                raise UsageError(f"there is no policy file {named}", hint="leave --policy out to take the nearest stancelint.yaml")
            rules = resolve(found)
            for pattern in (*self._options.select, *self._options.ignore):
                require_known(pattern, tuple(rule.id for rule in rules.rules), UsageError, None)
            self._linters[key] = Linter(rules, today=self._options.today, debug=self._options.debug)
        return self._linters[key]

    def active(self, linter: Linter, path: str) -> tuple[ActiveRule, ...]:
        """The rules that hold for the draft and that the command line selects."""
        rules = linter.rules
        key = (rules.policy, path if rules.file.overrides else "")
        if key not in self._active:
            self._active[key] = tuple(rule for rule in rules.active(path) if self._selected(rule.rule.id))
        return self._active[key]

    def _selected(self, rule: str) -> bool:
        select, ignore = self._options.select, self._options.ignore
        if select and not any(selects(pattern, rule) for pattern in select):
            return False
        return not any(selects(pattern, rule) for pattern in ignore)


def run(options: RunOptions, progress: Progress | None = None) -> Report:
    """The report of every draft under the paths, in path order. A draft that cannot be read is an error in its own report.

    Raises ``UsageError``, ``PolicyError``, ``RuleError`` or ``DataError`` for what stops the whole run.
    """
    desk = Desk(options)
    found = walk(tuple(path for path in options.paths if path != "-"))
    drafts: list[DraftReport] = []
    clauses: dict[str, str] = {}
    if "-" in options.paths:
        name = options.stdin_filename or "-"
        found.append(Found(name, named=True))
    for i, item in enumerate(found):
        linter = desk.linter_for(Path(item.path))
        clauses |= linter.rules.clauses
        if _excluded(item, linter.rules, options):
            continue
        data = options.stdin if "-" in options.paths and i == len(found) - 1 else None
        drafts.append(check_draft(item.path, data, linter, desk, options))
        if progress:
            progress(i + 1, len(found))
    drafts.sort(key=lambda draft: draft.path)
    return Report(VERSION, tuple(drafts), clauses)


def check_draft(path: str, data: bytes | None, linter: Linter, desk: Desk, options: RunOptions) -> DraftReport:
    """One draft's report. ``data`` stands for the file's bytes where it comes from elsewhere."""
    policy = linter.rules.policy
    try:
        document = open_draft(path, data, linter.rules.file.max_bytes)
    except StancelintError as problem:
        return DraftReport(path, "", policy, (), Failure(problem.kind, problem.message, problem.line, problem.hint))
    relative = path_in(linter.rules, path)
    reading = linter.read(document, relative)
    judgement = linter.judge(reading, desk.active(linter, relative))
    error = judgement.failures[0] if judgement.failures else None
    source = document.source if options.keep_source else None
    return DraftReport(path, document.format, policy, judgement.findings, error, source, fail_on=linter.rules.fail_on)


def open_draft(path: str, data: bytes | None, max_bytes: int) -> Document:
    """The draft at ``path`` as a document. Raises ``DraftError``."""
    return read(_bytes(path, max_bytes) if data is None else data, path, max_bytes=max_bytes)


def path_in(rules: RuleSet, path: str) -> str:
    """The draft's path relative to its policy's folder, with slashes; as given where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(rules.root).as_posix()
    except ValueError:
        return Path(path).as_posix()


def _bytes(path: str, max_bytes: int) -> bytes:
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise DraftError("is a folder where a draft was expected")
        if not stat.S_ISREG(found.st_mode):
            raise DraftError("is not a regular file", hint="a draft is a file; use - to read standard input")
        if found.st_size > max_bytes:
            raise DraftError(
                f"is {found.st_size:,} bytes long; the policy's max_bytes is {max_bytes:,}", hint="split the draft, or raise max_bytes"
            )
        with open(path, "rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        raise DraftError("does not exist", hint="check the path") from None
    except OSError as problem:
        raise DraftError(f"cannot be read: {problem.strerror or problem}") from None


def _excluded(item: Found, rules: RuleSet, options: RunOptions) -> bool:
    if item.named and not options.force_exclude:
        return False
    return excluded_by(Path(item.path), Path(rules.root), rules.file.exclude)


def failures(report: Report) -> Iterator[tuple[str, Failure]]:
    """The drafts that could not be judged whole, with what went wrong."""
    for draft in report.drafts:
        if draft.error:
            yield draft.path, draft.error
