"""The plain call, ``stancelint check FILE …``, as hooks make it: understood without loading click, a third of its time.

Whatever is not plain is left to the full command line, which is also the only one that tells of mistakes.
"""

from __future__ import annotations

_PLAIN = frozenset({"--force-exclude", "--strict", "--no-cache"})


def plain_check(arguments: list[str]) -> int | None:
    """The exit status of a plain check, or None where the call is not plain: other options, completion, no `check`."""
    if not arguments or arguments[0] != "check":
        return None
    flags = {word for word in arguments[1:] if word.startswith("-")}
    if not flags <= _PLAIN:
        return None
    from stancelint.cli.outcome import concluded

    return concluded(lambda: _check(tuple(word for word in arguments[1:] if word not in flags), flags))


def _check(paths: tuple[str, ...], flags: set[str]) -> int:
    from stancelint.cli.checking import Request, carry_out, today
    from stancelint.engine.desk import RunOptions
    from stancelint.finding import Severity

    options = RunOptions(
        paths=paths or (".",), today=today(), force_exclude="--force-exclude" in flags, result_cache="--no-cache" not in flags
    )
    return carry_out(Request(options, fail_on=Severity.WARNING if "--strict" in flags else None))
