"""What drafts came to, kept beside the user's other caches: a draft that nobody touched is not judged again.

A result is found by the draft's path and believed only for the same bytes, rules, selection, day and version. A damaged file is as
good as none. Written whole or not at all.
"""

from __future__ import annotations

import os

from stancelint.finding import DraftReport, Edit, Evidence, Excerpt, Finding, Fix, Severity, Suppression
from stancelint.policy.kept import cache_folder, load_kept, store_kept
from stancelint.text.span import Place, Region
from stancelint.text.value import Value, names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MAGIC = b"stancelint result 2\n"


class Results(Value):
    """The kept results of one rule set under one selection; ``key`` names both."""

    key: str

    def load(self, path: str, mark: bytes) -> DraftReport | None:
        """The report of the draft if it was judged before, with bytes of this ``mark_of``; else None."""
        name = self._name(path)
        kept = load_kept(name, _MAGIC) if name else None
        if kept is None:
            return None
        try:
            digest, flat = kept
            return _report(path, flat) if digest == mark else None
        except (ValueError, TypeError):
            return None

    def store(self, draft: DraftReport, mark: bytes) -> None:
        """Keep a report that holds no error, of bytes with this mark. A folder that cannot be written costs the cache, never the run."""
        name = self._name(draft.path)
        if name is None or draft.error:
            return
        store_kept(name, _MAGIC, (mark, _flat(draft)))

    def _name(self, path: str) -> str | None:
        folder = cache_folder()
        if folder is None or not self.key:
            return None
        digest = mark_of(f"{self.key}\0{os.path.abspath(path)}".encode("utf-8", "surrogateescape")).hex()
        return os.path.join(folder, "results", digest[:2], digest[2:])


def mark_of(data: bytes) -> bytes:
    """What tells these bytes from any others."""
    from _blake2 import blake2b  # hashlib would load OpenSSL, at the price of a whole draft

    return bytes(blake2b(data, digest_size=16).digest())


def _flat(draft: DraftReport) -> tuple[Any, ...]:
    return draft.format, draft.policy, int(draft.fail_on), [_flat_finding(finding) for finding in draft.findings]


def _flat_finding(f: Finding) -> tuple[Any, ...]:
    evidence = [(e.message, e.text, _flat_place(e.start), _flat_place(e.end)) for e in f.evidence]
    fixes = [(fix.title, fix.safe, [(e.region.start, e.region.end, e.text) for e in fix.edits]) for fix in f.fixes]
    suppressed = (f.suppressed.by, f.suppressed.reason, f.suppressed.until) if f.suppressed else None
    excerpt = (f.excerpt.offset, f.excerpt.text) if f.excerpt else None
    head = (f.rule, int(f.severity), f.clause, f.message, f.text, _flat_place(f.start), _flat_place(f.end))
    return (*head, evidence, fixes, f.clears, f.fingerprint, suppressed, excerpt, f.whole_draft)


def _flat_place(place: Place | None) -> tuple[int, int, int, tuple[Any, ...] | None] | None:
    if place is None:
        return None
    within = tuple(getattr(place.within, name) for name in names_of(place.within)) if place.within else None
    return place.offset, place.line, place.column, within


def _place(flat: tuple[int, int, int, tuple[Any, ...] | None]) -> Place:
    offset, line, column, within = flat
    if within is None:
        return Place(offset, line, column)
    from stancelint.text.inner_places import NodePlace, WordPlace

    return Place(offset, line, column, NodePlace(*within) if len(within) == 1 else WordPlace(*within))


def _report(path: str, flat: tuple[Any, ...]) -> DraftReport:
    form, policy, fail_on, findings = flat
    return DraftReport(path, form, policy, tuple(_finding(*held) for held in findings), fail_on=Severity(fail_on))


def _finding(
    rule: str, severity: int, clause: str, message: str, text: str, start: Any, end: Any, evidence: Any, fixes: Any, clears: str,
    fingerprint: str, suppressed: Any, excerpt: Any, whole_draft: bool,
) -> Finding:  # fmt: skip
    return Finding(
        rule, Severity(severity), clause, message, text, _place(start), _place(end),
        evidence=tuple(Evidence(said, words, a and _place(a), b and _place(b)) for said, words, a, b in evidence),
        fixes=tuple(Fix(title, safe, tuple(Edit(Region(a, b), new) for a, b, new in edits)) for title, safe, edits in fixes),
        clears=clears,
        fingerprint=fingerprint,
        suppressed=Suppression(*suppressed) if suppressed else None,
        excerpt=Excerpt(*excerpt) if excerpt else None,
        whole_draft=whole_draft,
    )  # fmt: skip
