"""Waivers in every format, and the baseline: what may stand is said by somebody, and nothing else is let through."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from benchmarks.fuzz.target import Target, choose, scratch
from stancelint.engine.baseline import accept, dump, load, save, with_fingerprints
from stancelint.engine.waivers import ledger, read_waivers, waive
from stancelint.errors import DraftError, UsageError
from stancelint.finding import Finding, Severity
from stancelint.readers import read
from stancelint.readers.docx_remarks import Remark, annotate
from stancelint.text.document import Document
from stancelint.text.span import Place, Region, Span
from tests.readers.word_files import paragraph, word_file

_KNOWN = ("style/ukrainian-names", "framing/both-sides", "waiver/unused")
_TODAY = "2026-11-24"
_ALLOW = "stancelint: allow style/ukrainian-names"


def waiver(data: bytes) -> None:
    """A draft with waivers: what is let through is under a waiver that says why, and every fault has its place."""
    name, given = choose(data, ("a.txt", "a.md", "a.mdx", "a.html", "a.docx"))
    with suppress(DraftError):
        document = read(_word_file(given) if name == "a.docx" else given, name)
        findings = tuple(_findings(document))
        waived = waive(document, findings, known=_KNOWN, today=_TODAY)
        assert [f.start for f in waived.findings] == [f.start for f in findings]
        for _, match in waived.faults:
            for place in (match.place, *(note.place for note in match.notes)):
                if isinstance(place, Region):
                    assert 0 <= place.start <= place.end <= len(document.source)
        rows = ledger(document, findings, known=_KNOWN, today=_TODAY)
        in_force = {row.rule for row in rows if row.state == "in force"}
        for finding in waived.findings:
            if finding.suppressed is not None:
                assert finding.rule in in_force
                assert any(character.isalnum() for character in finding.suppressed.reason)
        if not read_waivers(document)[0]:
            assert waived.findings == findings


def _findings(document: Document) -> Iterator[Finding]:
    for word in re.finditer("Kiev|both sides", document.text):
        region = document.region(Span(*word.span()))
        rule = _KNOWN[word.group() != "Kiev"]
        place = document.lines.place
        words = document.source[region.start : region.end]
        yield Finding(rule, Severity.WARNING, "c", "m", words, place(region.start), place(region.end))


def _word_file(given: bytes) -> bytes:
    said = given.decode("utf-8", "replace")
    made = word_file(paragraph("Night in Kiev", "Title"), paragraph("Kiev burned."))
    return annotate(made, [Remark(Region(0, 5), said)])


@cache
def _file() -> Path:
    return scratch() / "baseline.json"


def baseline(data: bytes) -> None:
    """A baseline file: a told error, or entries that come back the same when they are written again."""
    path = _file()
    path.write_bytes(data)
    try:
        held = load(path)
    except UsageError:
        return
    save(held, path)
    assert load(path) == held
    assert dump(load(path)) == path.read_text("utf-8")
    finding = Finding("style/x", Severity.INFO, "c", "m", "Kiev", Place(0, 1, 1), Place(4, 1, 5))
    accept(with_fingerprints((finding,)), held.of("a.md"))


_COMMENT = f'<!-- {_ALLOW} reason="a title" by="J. Doe" until="2026-12-31" -->'
_ENTRY = {"rule": "style/x", "words": "Kiev", "fingerprint": "0123456789abcdef01234567"}

TARGETS = (
    Target(
        "waivers",
        waiver,
        (
            f"0Night\n\n{_COMMENT}\n\nKiev burned.\n\nKiev again.\n".encode(),
            f'1# Night\n\n- Kiev {_COMMENT}\n- both sides\n\n[//]: # (stancelint: allow file framing/both-sides reason="q")\n'.encode(),
            f"2# Night\n\n{{/* {_ALLOW}, framing/both-sides reason=“a b” */}}\n\nKiev, both sides\n".encode(),
            f"3<h1>Night</h1>{_COMMENT}<p>Kiev</p><p>both sides</p>".encode(),
            f'4{_ALLOW} reason="a title"'.encode(),
            f'1{{% comment %}} {_ALLOW} reason="a" {{% endcomment %}}\nKiev\n{{{{/* {_ALLOW} */}}}}\n'.encode(),
        ),
    ),
    Target(
        "waivers-baseline",
        baseline,
        (
            json.dumps({"schema": "stancelint-baseline/1", "drafts": {"a.md": [_ENTRY]}}).encode(),
            json.dumps({"schema": "stancelint-baseline/1", "drafts": {}}, indent=1).encode(),
        ),
    ),
)
