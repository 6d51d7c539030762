"""Waivers: the editor's word that a finding may stand, written in the draft with its reason.

A waiver is a comment, ``<!-- stancelint: allow RULE[, RULE] reason="…" by="…" until="2026-12-31" -->``. On a line of its own it
covers the block that follows; on a line with words, that line of its block; with ``allow file``, the draft. What cannot be read
exactly is a finding and waives nothing: a stray blank must never turn a waiver of one rule into one of all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from stancelint.checks.base import Match, Note
from stancelint.engine.waiver_comment import Fault, Waiver, read_comment
from stancelint.finding import Suppression
from stancelint.text.patterns import lazy
from stancelint.text.span import Region
from stancelint.text.value import Value, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Finding
    from stancelint.text.document import Comment, Document

MALFORMED = "waiver/malformed"
NO_REASON = "waiver/no-reason"
UNUSED = "waiver/unused"
EXPIRED = "waiver/expired"
UNKNOWN_RULE = "waiver/unknown-rule"


class Waived(Value):
    """A draft after its waivers: the findings, some suppressed, and what is wrong with the waivers as (rule id, match)."""

    findings: tuple[Finding, ...]
    faults: tuple[tuple[str, Match], ...]


class LedgerRow(Value):
    """One rule of one waiver, for the ledger of a tree. ``state`` is in force, unused, expired, unknown rule or without reason.

    ``words`` are the findings' words that it waives."""

    rule: str
    line: int
    column: int
    scope: str
    reason: str
    by: str
    until: str
    state: str
    words: tuple[str, ...]


def waive(
    document: Document, findings: tuple[Finding, ...], *, known: Collection[str], ran: Collection[str] | None = None, today: str = ""
) -> Waived:
    """Apply a draft's waivers to its findings.

    ``known`` are the ids of all rules there are, ``ran`` of those that were asked (None: all), ``today`` the ISO date that waivers
    expire against (empty: none expires). A rule that did not run leaves its waivers in peace: nobody can tell whether they are used.
    """
    waivers, faults = read_waivers(document)
    kept = list(findings)
    for waiver in waivers:
        faults.extend(_take(waiver, kept, known, ran, today))
    faults.sort(key=lambda fault: (_start(fault[1]), fault[0]))
    return Waived(tuple(kept), tuple(faults))


def ledger(document: Document, findings: tuple[Finding, ...], *, known: Collection[str], today: str = "") -> list[LedgerRow]:
    """Every rule of every waiver in a draft with what it waives. ``findings`` are those of all rules, before any waiver."""
    rows = []
    for waiver in read_waivers(document)[0]:
        place = document.lines.place(waiver.region.start)
        for rule, _ in waiver.rules:
            words = tuple(finding.text for finding in findings if finding.rule == rule and _covers(waiver, finding))
            rows.append(
                LedgerRow(
                    rule, place.line, place.column, waiver.scope, waiver.reason, waiver.by, waiver.until,
                    _state(waiver, rule, words, known, today), words,
                )
            )  # fmt: skip
    return rows


def read_waivers(document: Document) -> tuple[list[Waiver], list[tuple[str, Match]]]:
    """The waivers of a draft in order, each with what it covers, and the comments that are meant as one and are none."""
    waivers: list[Waiver] = []
    faults: list[tuple[str, Match]] = []
    for comment in document.comments:
        found = read_comment(comment)
        if isinstance(found, Fault):
            faults.append((MALFORMED, Match(found.region, (("problem", found.problem), ("hint", found.hint)))))
        elif found:
            if not found.whole_draft:
                covers, scope = _reach(document, comment)
                found = replace(found, covers=covers, scope=scope)
            waivers.append(found)
    return waivers, faults


def _take(
    waiver: Waiver, findings: list[Finding], known: Collection[str], ran: Collection[str] | None, today: str
) -> Iterator[tuple[str, Match]]:
    """Suppress what the waiver covers, in place, and yield what is wrong with it."""
    rules = ", ".join(rule for rule, _ in waiver.rules)
    if not waiver.reason:
        yield NO_REASON, Match(waiver.region, (("rule", rules),))
        return
    if _ended(waiver, today):
        yield EXPIRED, Match(waiver.region, (("rule", rules), ("until", waiver.until)))
        return
    suppression = Suppression("waiver", waiver.reason, waiver.until or None)
    for rule, region in waiver.rules:
        if rule not in known:
            yield UNKNOWN_RULE, Match(region, (("rule", rule), ("nearest", _nearest(rule, known))))
            continue
        used = False
        for i, finding in enumerate(findings):
            if finding.rule == rule and _covers(waiver, finding):
                used = True
                if finding.suppressed is None:
                    findings[i] = replace(finding, suppressed=suppression)
        if not used and (ran is None or rule in ran):
            where = Note(f"looked for {rule} in {waiver.scope}; none", waiver.covers)
            yield UNUSED, Match(region, (("rule", rule), ("scope", waiver.scope)), notes=(where,))


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if waiver.whole_draft:
        return True
    covered = waiver.covers
    if covered is None or finding.whole_draft:
        return False
    start, end = finding.start.offset, finding.end.offset
    return covered.start <= start <= covered.end if start == end else start < covered.end and covered.start < end


def _state(waiver: Waiver, rule: str, words: tuple[str, ...], known: Collection[str], today: str) -> str:
    if not waiver.reason:
        return "without reason"
    if _ended(waiver, today):
        return "expired"
    if rule not in known:
        return "unknown rule"
    return "in force" if words else "unused"


def _ended(waiver: Waiver, today: str) -> bool:
    return bool(waiver.until and today and waiver.until < today)


def _nearest(rule: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, sorted(known), 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""


def _start(match: Match) -> int:
    return 0 if match.place is None else match.place.start


def _reach(document: Document, comment: Comment) -> tuple[Region | None, str]:
    """What a waiver that is not of the whole draft covers, in source, and how to name it."""
    blocks = document.blocks
    here = document.block_at(comment.at)
    if document.format == "docx":
        # a comment of Word's is set on words, wherever in their paragraph
        return (_block_region(document, here), "this paragraph") if here >= 0 else (None, "this paragraph")
    first = document.lines.line(document.lines.place(comment.region.start).line)
    last = document.lines.line(document.lines.place(max(comment.region.start, comment.region.end - 1)).line)
    before = document.source[max(first.start, comment.region.start - _NEAR) : comment.region.start]
    after = document.source[comment.region.end : min(last.end, comment.region.end + _NEAR)]
    alone = not _words(before) and not _words(after)
    # at a block's very end, a comment on a line of its own is past the block, one on the block's line is in it
    inside = here >= 0 and blocks[here].span.start < comment.at < blocks[here].span.end + (not alone)
    if inside:
        line = _next_line(document, last) if alone else Region(first.start, last.end)
        return _within(_block_region(document, here), line), "the next line" if alone else "this line"
    follows = here if here >= 0 and blocks[here].span.start == comment.at else here + 1
    if not alone and follows > 0 and _words(before) and not _words(after):
        return _within(_block_region(document, follows - 1), Region(first.start, last.end)), "this line"
    if follows >= len(blocks):
        return None, "the next block"
    return _block_region(document, follows), "the next block"


_NEAR = 2000  # how far to look along a line for words: a page may be one line of megabytes
_COMMENT = lazy(r"<!--.*?-->", re.DOTALL)


def _words(source: str) -> bool:
    """Whether a piece of a source line holds more than comments and the marks of lists and quotations."""
    return any(character.isalnum() for character in _COMMENT.sub("", source))


def _block_region(document: Document, index: int) -> Region:
    """A block with the whole of its source lines, so that a list mark and a link's address belong to it, but nothing of its neighbours."""
    region = document.region(document.blocks[index].span)
    start = document.lines.line(document.lines.place(region.start).line).start
    end = document.lines.line(document.lines.place(region.end).line).end
    if index > 0:
        start = max(start, min(region.start, document.region(document.blocks[index - 1].span).end))
    if index + 1 < len(document.blocks):
        end = min(end, max(region.end, document.region(document.blocks[index + 1].span).start))
    return Region(start, end)


def _next_line(document: Document, line: Region) -> Region:
    number = document.lines.place(line.end).line + 1
    return document.lines.line(number) if number <= len(document.lines) else Region(line.end, line.end)


def _within(block: Region, line: Region) -> Region:
    start = max(block.start, line.start)
    return Region(start, max(start, min(block.end, line.end)))
