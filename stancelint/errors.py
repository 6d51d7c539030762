"""Every error that a person can cause, with the exit status it ends in.

    StancelintError            2
    ├── UsageError             2   the command line asks for what cannot be
    ├── DraftError             2   a draft that cannot be read; other drafts go on
    ├── PolicyError            2   a policy file
    ├── RuleError              2   a rule file, or an example in it
    └── DataError              2   a lexicon or a registry file

A finding is never an error, and an error never a finding.
"""

from __future__ import annotations


class StancelintError(Exception):
    """What a person can mend: where it is, what was expected, what was found, what to do.

    ``path``, ``line`` and ``column`` (1-based) say where, as far as they are known; ``hint`` says what to do.
    """

    exit_status = 2
    kind = "error"

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        said = f"{where}: {self.message}" if where else self.message
        return f"{said} ({self.hint})" if self.hint else said

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.path, self.line, self.column, self.hint))


def _rebuild(
    kind: type[StancelintError], message: str, path: str | None, line: int | None, column: int | None, hint: str | None
) -> StancelintError:
    return kind(message, path=path, line=line, column=column, hint=hint)


class UsageError(StancelintError):
    """The command line asks for something that cannot be done."""

    kind = "usage"


class DraftError(StancelintError):
    """A draft that cannot be read: missing, too large, in another encoding, not a file."""

    kind = "draft"


class PolicyError(StancelintError):
    """A policy file that says something it may not."""

    kind = "policy"


class RuleError(StancelintError):
    """A rule file that is malformed, or whose own examples fail."""

    kind = "rule"


class DataError(StancelintError):
    """A lexicon or registry file that is malformed."""

    kind = "data"
