"""Which lines of which drafts changed, as git tells it, and which findings they touch.

Whole drafts are checked and the report is narrowed afterwards, because what makes a sentence a fault may stand in another one.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterator

from stancelint.errors import UsageError
from stancelint.text.span import Region
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Finding

# Half-open, 1-based, in git's lines, which end at a line feed and nowhere else. An empty range is a deletion before its line.
Ranges = tuple[tuple[int, int], ...]
EVERY_LINE: Ranges = ((1, 1 << 60),)

_DIFF = (
    "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
    "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([abtnvfr\"\\]|[0-7]{3})")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r", b'"': b'"', b"\\": b"\\"}


class Changes(Value):
    """The changed lines of every draft in the repositories asked, by absolute path with links resolved."""

    files: dict[str, Ranges]

    def of(self, draft: str) -> Ranges:
        """The changed lines of a draft; none where it did not change."""
        return self.files.get(os.path.realpath(draft), ())


def changed_since(ref: str, drafts: tuple[str, ...]) -> Changes:
    """What changed on this side since ``ref``: commits, the index, the work tree, and drafts that git does not know yet.

    The other side's later work does not count: the comparison is with the common ancestor where the clone is deep enough to hold
    it, with ``ref`` itself where it is not. Raises ``UsageError`` outside git, and for a ref that this clone does not have.
    """
    files: dict[str, Ranges] = {}
    for top in _repositories(drafts):
        commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if commit is None:
            shallow = (_git(top, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
            hint = f"this clone is shallow: git fetch --depth=50 origin {ref}" if shallow else "see: git branch --all, git tag"
            raise UsageError(f"git knows no commit “{ref}” in {top}", hint=hint)
        base = _git(top, "merge-base", commit.decode().strip(), "HEAD") or commit
        files |= _read_diff(top, _need(top, *_DIFF, base.decode().split()[0], "--"))
        for name in _need(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            if name:
                files[_absolute(top, name)] = EVERY_LINE
    return Changes(files)


def staged(drafts: tuple[str, ...]) -> Changes:
    """What the next commit would change. Line numbers are those of the index: read the draft with ``staged_bytes``.

    Raises ``UsageError`` outside git."""
    files: dict[str, Ranges] = {}
    for top in _repositories(drafts):
        files |= _read_diff(top, _need(top, *_DIFF, "--cached", "--"))
    return Changes(files)


def staged_bytes(draft: str) -> bytes | None:
    """A draft as the index holds it, which the work tree may have left behind; None where it holds none."""
    folder, name = os.path.split(os.path.realpath(draft))
    return _git(folder, "cat-file", "blob", f":./{name}")


def touched(findings: tuple[Finding, ...], source: str, ranges: Ranges) -> tuple[Finding, ...]:
    """The findings that changed lines touch: in their words, their sentence or their evidence. What is about the whole draft stays
    as soon as anything in it changed."""
    if not ranges:
        return ()
    if ranges == EVERY_LINE:
        return findings
    regions = sorted(_regions(source, ranges))
    ends = [region.end for region in regions]
    return tuple(finding for finding in findings if finding.whole_draft or _touches(finding, regions, ends))


def _touches(finding: Finding, regions: list[Region], ends: list[int]) -> bool:
    places = [(finding.start.offset, finding.end.offset)]
    if finding.excerpt:
        places.append((finding.excerpt.offset, finding.excerpt.offset + len(finding.excerpt.text)))
    places += [(piece.start.offset, piece.end.offset) for piece in finding.evidence if piece.start and piece.end]
    return any(_meet_any(start, end, regions, ends) for start, end in places)


def _meet_any(start: int, end: int, regions: list[Region], ends: list[int]) -> bool:
    for i in range(bisect_left(ends, start), len(regions)):
        if regions[i].start > end:
            return False
        if _meet(start, end, regions[i]):
            return True
    return False


def _meet(start: int, end: int, region: Region) -> bool:
    if region.start == region.end:  # a deletion: only what stands on both of its sides was joined by it
        return start < region.start < end
    return start < region.end and region.start < max(end, start + 1)


def _regions(source: str, ranges: Ranges) -> Iterator[Region]:
    starts = [0]
    at = source.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = source.find("\n", at + 1)
    starts.append(len(source) + 1)
    last = len(starts) - 1
    for first, after in ranges:
        start = starts[min(first - 1, last)]
        yield Region(start, start if first == after else starts[min(after - 1, last)])


def _repositories(drafts: tuple[str, ...]) -> list[str]:
    """The top folders of the work trees that hold the drafts."""
    tops: dict[str, None] = {}
    asked: set[str] = set()
    for draft in drafts or (".",):
        path = os.path.realpath(draft)
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        if folder in asked:
            continue
        asked.add(folder)
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise UsageError(f"{draft} is not in a git work tree, so nothing can say what changed", hint="leave the option out to see all")
        tops[os.fsdecode(top.rstrip(b"\n"))] = None
    return list(tops)


def _git(folder: str, *words: str) -> bytes | None:
    """What git prints; None where it fails. Raises ``UsageError`` where there is no git to ask."""
    try:
        ran = subprocess.run(
            ["git", "-C", folder, "-c", "core.quotePath=false", *words],
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, so nothing can say what changed", hint="leave the option out to see all") from None
    return ran.stdout if ran.returncode == 0 else None


def _need(folder: str, *words: str) -> bytes:
    said = _git(folder, *words)
    if said is None:
        raise UsageError(f"git {words[0]} failed in {folder}", hint=f"try it by hand: git -C {folder} {words[0]}")
    return said


def _read_diff(top: str, diff: bytes) -> dict[str, Ranges]:
    """The changed lines of each file that a diff without context speaks of. Lines of content are skipped by count, never looked at."""
    files: dict[str, list[tuple[int, int]]] = {}
    path = ""
    left = 0
    for line in diff.split(b"\n"):
        if left:
            left -= line[:1] in (b"+", b"-")
            continue
        hunk = _HUNK.match(line)
        if hunk:
            removed, start, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            left = removed + added
            files.setdefault(path, []).append((start, start + added) if added else (start + 1, start + 1))
        elif line.startswith(b"+++ "):
            path = _named(top, line[4:])
        elif line.startswith(b"Binary files ") and line.endswith(b" differ"):
            files[_binary(top, line)] = list(EVERY_LINE)
    files.pop("", None)
    return {name: tuple(ranges) for name, ranges in files.items()}


def _named(top: str, name: bytes) -> str:
    quoted = name.startswith(b'"')
    name = _ESCAPE.sub(_unescaped, name[1 : name.rindex(b'"')]) if quoted else name.removesuffix(b"\t")
    return "" if name == b"/dev/null" else _absolute(top, name.removeprefix(b"b/"))


def _binary(top: str, line: bytes) -> str:
    both = line.removeprefix(b"Binary files ").removesuffix(b" differ")
    return _named(top, both[both.rindex(b" and ") + 5 :])


def _unescaped(match: re.Match[bytes]) -> bytes:
    return _LETTERS.get(match[1]) or bytes([int(match[1], 8) & 255])


def _absolute(top: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))
