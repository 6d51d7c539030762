"""The baseline: findings of the past that a desk has accepted, so that a gate fails on new ones alone.

A finding is known by its rule, its words and the sentence around them, never by its line: a paragraph that moves keeps its entry, and
mending one fault while making another of the same kind leaves one entry stale and one finding new. The file is sorted JSON with an
entry a line, so that a change to it can be read in a review.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping

from stancelint.errors import UsageError
from stancelint.finding import Suppression
from stancelint.text.value import Value, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from stancelint.finding import Finding

SCHEMA = "stancelint-baseline/1"
REASON = "accepted in the baseline"


class Accepted(Value):
    """One entry: the fingerprint that counts, and the rule and words that tell a person what it is."""

    rule: str
    words: str
    fingerprint: str


class Baseline(Value):
    """Accepted findings by draft; drafts are named by their path from the baseline's own folder, with slashes."""

    drafts: Mapping[str, tuple[Accepted, ...]] = field(default_factory=dict)

    def of(self, draft: str) -> tuple[Accepted, ...]:
        """The entries of one draft."""
        return self.drafts.get(draft, ())

    def __len__(self) -> int:
        return sum(len(entries) for entries in self.drafts.values())


def with_fingerprints(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings of one draft, in order of place, each with its fingerprint.

    Two that share rule, words and sentence are told apart by their order among themselves."""
    seen: dict[str, int] = {}
    marked = []
    for finding in findings:
        known = _known_by(finding)
        ordinal = seen[known] = seen.get(known, -1) + 1
        marked.append(replace(finding, fingerprint=_digest(f"{known}\x1f{ordinal}")))
    return tuple(marked)


def _known_by(finding: Finding) -> str:
    if finding.whole_draft:
        # such a finding is placed on the title, and a title is rewritten every hour: what it speaks of is in its evidence
        parts = [finding.rule, *sorted(_plain(piece.text) for piece in finding.evidence if piece.text)]
    else:
        sentence = finding.excerpt.text if finding.excerpt else ""
        parts = [finding.rule, _plain(finding.text), _plain(sentence)]
    return "\x1f".join(parts)


def _plain(text: str) -> str:
    """Words without what an editor or an editing program changes unawares: line breaks, blanks, the form of quotation marks."""
    return " ".join(text.translate(_SAME).split())


_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‑": "-", "\u00ad": None, "\u200b": None, "\ufeff": None})


def _digest(text: str) -> str:
    # hashlib brings OpenSSL along, 7 ms of a start that costs 60; the interpreter's own BLAKE2 is the same function
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def accept(
    findings: tuple[Finding, ...], accepted: Collection[Accepted], *, ran: Collection[str] | None = None
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """One draft's findings, those of the baseline suppressed, and the entries that no finding has any more.

    ``ran`` are the rules that were asked (None: all); an entry of another rule is not called stale.
    """
    known = {entry.fingerprint for entry in accepted}
    found: set[str] = set()
    marked = []
    for finding in findings:
        if finding.fingerprint in known:
            found.add(finding.fingerprint)
            if finding.suppressed is None:
                finding = replace(finding, suppressed=Suppression("baseline", REASON))
        marked.append(finding)
    stale = (entry for entry in sorted(accepted) if entry.fingerprint not in found and (ran is None or entry.rule in ran))
    return tuple(marked), tuple(stale)


def collect(drafts: Mapping[str, tuple[Finding, ...]]) -> Baseline:
    """A baseline that accepts every finding of those drafts but the waived ones."""
    kept = {}
    for name, findings in drafts.items():
        entries = {_entry(finding) for finding in findings if finding.suppressed is None or finding.suppressed.by == "baseline"}
        if entries:
            kept[name] = tuple(sorted(entries))
    return Baseline(kept)


def _entry(finding: Finding) -> Accepted:
    return Accepted(finding.rule, _plain(finding.text)[:80], finding.fingerprint)


def prune(baseline: Baseline, checked: Mapping[str, tuple[Finding, ...]], exists: Callable[[str], bool]) -> Baseline:
    """The baseline without the entries that a fresh check no longer finds, and without the drafts that are gone.

    A draft that exists and was not checked keeps its entries."""
    kept = {}
    for name, entries in baseline.drafts.items():
        if name in checked:
            found = {finding.fingerprint for finding in checked[name]}
            left = tuple(entry for entry in entries if entry.fingerprint in found)
        else:
            left = entries if exists(name) else ()
        if left:
            kept[name] = left
    return Baseline(kept)


def key_of(draft: str, baseline_file: Path) -> str:
    """The name of a draft in a baseline: its path from the baseline's folder, with slashes."""
    away = os.path.relpath(os.path.abspath(draft), os.path.abspath(baseline_file.parent))
    return away.replace(os.sep, "/")


def load(path: Path) -> Baseline:
    """The baseline in a file. Raises ``UsageError``, with the place, for one that cannot be read or is none."""
    import json

    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise UsageError(
            f"the baseline cannot be read: {problem.strerror}", path=str(path), hint="write one with `stancelint baseline write`"
        ) from None
    except UnicodeDecodeError:
        raise UsageError("the baseline is not UTF-8", path=str(path)) from None
    except json.JSONDecodeError as problem:
        raise UsageError(f"the baseline is not JSON: {problem.msg}", path=str(path), line=problem.lineno, column=problem.colno) from None
    except RecursionError:
        raise UsageError("the baseline is nested too deeply", path=str(path)) from None
    except ValueError as problem:  # a number of more digits than Python reads
        raise UsageError(f"the baseline is not JSON: {problem}", path=str(path)) from None
    return _read(data, str(path))


def _read(data: Any, path: str) -> Baseline:
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(f"this is no baseline: its schema is not “{SCHEMA}”", path=path, hint="write it anew: `stancelint baseline write`")
    drafts = data.get("drafts")
    if not isinstance(drafts, dict):
        raise UsageError("the baseline has no “drafts”", path=path)
    kept: dict[str, tuple[Accepted, ...]] = {}
    for name, entries in drafts.items():
        if not isinstance(entries, list):
            raise UsageError(f"“{name}”: a list of entries was expected", path=path)
        kept[name] = tuple(sorted({_one(entry, name, path) for entry in entries}))
    return Baseline(kept)


def _one(entry: Any, name: str, path: str) -> Accepted:
    values = [entry.get(key) if isinstance(entry, dict) else None for key in ("rule", "words", "fingerprint")]
    if not all(isinstance(value, str) for value in values):
        raise UsageError(f"“{name}”: an entry holds rule, words and fingerprint, each a text", path=path)
    return Accepted(*(str(value) for value in values))


def save(baseline: Baseline, path: Path) -> None:
    """Write the baseline, whole or not at all. Raises ``UsageError`` where that cannot be."""
    from stancelint.engine.whole_file import put_whole

    try:
        put_whole(path, dump(baseline).encode())
    except OSError as problem:
        raise UsageError(f"the baseline cannot be written: {problem.strerror}", path=str(path)) from None


def dump(baseline: Baseline) -> str:
    """The baseline as its file says it: drafts, rules and words in order, an entry a line."""
    from json import dumps

    drafts = []
    for name in sorted(baseline.drafts):
        rows = [
            f"   {dumps({'rule': e.rule, 'words': e.words, 'fingerprint': e.fingerprint}, ensure_ascii=False)}"
            for e in sorted(baseline.drafts[name])
        ]
        drafts.append(f"  {dumps(name, ensure_ascii=False)}: [\n" + ",\n".join(rows) + "\n  ]")
    body = "{\n" + ",\n".join(drafts) + "\n }" if drafts else "{}"
    # a file name that is no UTF-8 comes as half a character, which JSON can only escape
    return f'{{\n "schema": "{SCHEMA}",\n "drafts": {body}\n}}\n'.encode("utf-8", "backslashreplace").decode()
