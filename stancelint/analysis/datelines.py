"""Where the copy begins behind a dateline: `ODESA, 8 July 2026 — Two people …`.

Place and date belong to no sentence. Read as its opening they look like a phrase with an appositive, and take the subject's place.
"""

from __future__ import annotations

from stancelint.analysis.dates import MONTHS
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

_LONGEST = 110
_MONTH = rf"(?:{'|'.join(name[:3].capitalize() for name in MONTHS)})[a-z]*\.?"
_DATE = rf"(?:[A-Z]\w+day,? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_AGENCY = r" ?\([A-Z][^()\n]{1,40}\)"
_DASH = r" *(?:[—–―]|--?) +"
_NAME = r"[A-ZÀ-Ý][\w'’.-]*(?: [A-ZÀ-Ý][\w'’.-]*){0,3}"
_SHOUTED = r"[A-ZÀ-Ý][A-ZÀ-Ý'’. /-]{2,40}"
_DATELINE = lazy(
    rf"(?:{_SHOUTED}(?:, {_NAME}){{0,2}}(?:, {_DATE})?(?:{_AGENCY})?{_DASH}"  # KYIV, Ukraine (AP) —
    rf"|(?:{_NAME}, ){{1,3}}{_DATE}(?:{_AGENCY})?(?:{_DASH}|[.:] +)"  # Kyiv, 8 July 2026.
    rf"|{_NAME}(?:, {_NAME}){{0,2}}{_AGENCY}{_DASH})"  # Kyiv (Reuters) —
)


def copy_start(text: str, block: Span) -> int:
    """The offset at which the copy of a paragraph begins: behind its dateline, or at its start where it has none."""
    start = block.start
    if not text[start : start + 1].isupper():
        return start
    match = _DATELINE.match(text, start, min(block.end, start + _LONGEST))
    return start if match is None or match.end() >= block.end else match.end()
