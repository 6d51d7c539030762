"""Fixes written back exactly: which edits may be made together, and a file replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

from stancelint.engine.whole_file import put_whole
from stancelint.errors import DraftError
from stancelint.finding import Edit, Finding, Fix
from stancelint.text.value import Value


class Fixed(Value):
    """A source with fixes made in it. ``applied`` are the findings that were mended, ``skipped`` those left, with the reason."""

    source: str
    applied: tuple[Finding, ...]
    skipped: tuple[tuple[Finding, str], ...]


def apply_fixes(source: str, findings: tuple[Finding, ...], *, unsafe: bool) -> Fixed:
    """Make the first applicable fix of each finding, in order of place. A fix that touches another's words waits for the next run.

    Only safe fixes unless ``unsafe``. A suppressed finding is never mended. Every edit's place must still lie in the source.
    """
    taken: list[Edit] = []
    applied: list[Finding] = []
    skipped: list[tuple[Finding, str]] = []
    for finding in findings:
        fix = _choose(finding, unsafe=unsafe)
        if fix is None:
            continue
        if any(_clash(edit, other) for edit in fix.edits for other in taken):
            skipped.append((finding, "touches the words of another fix"))
        elif any(edit.region.end > len(source) for edit in fix.edits):
            skipped.append((finding, "the draft changed meanwhile"))
        else:
            taken.extend(fix.edits)
            applied.append(finding)
    return Fixed(_edited(source, taken), tuple(applied), tuple(skipped))


def _choose(finding: Finding, *, unsafe: bool) -> Fix | None:
    if finding.suppressed:
        return None
    return next((fix for fix in finding.fixes if fix.edits and (fix.safe or unsafe)), None)


def _clash(one: Edit, other: Edit) -> bool:
    if one.region.start == other.region.start:
        return True
    return one.region.start < other.region.end and other.region.start < one.region.end


def _edited(source: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.region):
        parts += [source[at : edit.region.start], edit.text]
        at = edit.region.end
    return "".join([*parts, source[at:]])


def write_back(path: Path, before: bytes, source: str) -> None:
    """Put ``source`` in the place of the draft: in its own encoding, with its mode, whole or not at all.

    ``before`` is what the draft held when it was judged; a draft that somebody else wrote since is left alone. Raises ``DraftError``.
    """
    try:
        if path.read_bytes() != before:
            raise DraftError("changed while it was being checked, so no fix was written", hint="run again")
        put_whole(path, encoded(source, before))
    except OSError as problem:
        raise DraftError(f"cannot be written: {problem.strerror or problem}", hint="no fix was made in it") from None


def encoded(source: str, before: bytes) -> bytes:
    """``source`` in the encoding that ``before`` is in; the byte order mark is part of the source."""
    if before.startswith(b"\xff\xfe"):
        return source.encode("utf-16-le")
    if before.startswith(b"\xfe\xff"):
        return source.encode("utf-16-be")
    return source.encode("utf-8")
