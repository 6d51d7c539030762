"""A run: drafts found, judged by the policy nearest to each, and gathered into one report in path order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from stancelint.engine.desk import Desk, RunOptions
from stancelint.engine.draft import check_draft
from stancelint.engine.walk import Found, excluded_by, walk
from stancelint.finding import DraftReport, Failure, Report, RulePage
from stancelint.version import VERSION

Progress = Callable[[int, int], None]

# Measured: a process costs 30 ms to start and a draft 5 ms to judge, so that fewer than this are sooner done alone.
WORTH_A_POOL = 64


def run(options: RunOptions, progress: Progress | None = None) -> Report:
    """The report of every draft under the paths, in path order. A draft that cannot be read is an error in its own report.

    Raises ``UsageError``, ``PolicyError``, ``RuleError`` or ``DataError`` for what stops the whole run.
    """
    desk = Desk(options)
    found = [item for item in _found(options) if not _excluded(item, desk, options)]
    changes = None
    if options.changed_since or options.staged:
        from stancelint.engine.narrow import changes_of, left_to_judge, to_changed_lines

        changes = changes_of(found, options)
        found = left_to_judge(found, changes)
    drafts = [*_judged(found, desk, options, progress)]
    drafts.sort(key=lambda draft: draft.path)
    report = Report(VERSION, tuple(drafts), _clauses(desk), tuple(_pages(desk, options)))
    if options.baseline:
        from stancelint.engine.narrow import to_new

        report = to_new(report, options)
    return report if changes is None else to_changed_lines(report, changes, options)


def _found(options: RunOptions) -> list[Found]:
    found = walk(tuple(path for path in options.paths if path != "-"))
    if options.stdin is not None:
        found.append(Found(options.stdin_filename or "-", named=True, piped=True))
    return found


def _judged(found: list[Found], desk: Desk, options: RunOptions, progress: Progress | None) -> Iterator[DraftReport]:
    for i, draft in enumerate(_reports(found, desk, options)):
        yield draft
        if progress:
            progress(i + 1, len(found))


def _reports(found: list[Found], desk: Desk, options: RunOptions) -> Iterator[DraftReport]:
    alone = [item for item in found if item.piped]
    if options.online:
        from stancelint.engine.online import answers_for

        answers = answers_for(found, desk, options)
        for linter in desk.linters:
            linter.answers = answers
    count = 1 if options.online or options.clock else workers(len(found), options.jobs)
    if count > 1 and not alone:
        for item in found:  # a policy that is wrong is told before any process starts
            desk.linter_for(item.path)
        from stancelint.engine.shared_drafts import judged_by_many

        return judged_by_many(found, options, count)
    return (check_draft(item.path, options.stdin if item.piped else None, desk, options) for item in found)


def workers(drafts: int, jobs: int) -> int:
    """How many processes the work is worth: those asked for, never more than drafts; one where a pool would cost more than it saves."""
    if jobs:
        return min(jobs, max(1, drafts))
    return min(os.cpu_count() or 1, 8) if drafts >= WORTH_A_POOL else 1


def _excluded(item: Found, desk: Desk, options: RunOptions) -> bool:
    if item.named and not options.force_exclude:
        return False
    rules = desk.linter_for(item.path).rules
    return excluded_by(item.path, rules.root, rules.file.exclude)


def _clauses(desk: Desk) -> dict[str, str]:
    return {name: text for linter in desk.linters for name, text in linter.rules.clauses.items()}


def _pages(desk: Desk, options: RunOptions) -> Iterator[RulePage]:
    rules = {rule.id: rule for linter in desk.linters for rule in linter.rules.rules}
    for _, rule in sorted(rules.items()):
        why = _why(rule.path) if options.rule_text else ""
        yield RulePage(rule.id, rule.severity, rule.clause, rule.message, why, rule.clears)


def _why(path: str) -> str:
    from pathlib import Path

    from stancelint.rulebook.load import read_rule

    return read_rule(Path(path), Path(path).parent.parent).text.why


def failures(report: Report) -> Iterator[tuple[str, Failure]]:
    """The drafts that could not be judged whole, with what went wrong."""
    for draft in report.drafts:
        if draft.error:
            yield draft.path, draft.error
