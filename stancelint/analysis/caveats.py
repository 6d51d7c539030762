"""The words by which a paragraph says that what it tells has not been verified."""

from __future__ import annotations

from stancelint.analysis.number_words import row_of
from stancelint.text.span import Span


def caveat_in(folded: str, span: Span, lists: dict[str, frozenset[str]]) -> Span | None:
    """The caveat of the folded text in ``span``, by the word lists of ``lexicons/claim_standing.yaml``; None without one."""
    row = row_of(folded, span.start, span.end)
    for i, word in enumerate(row.words):
        if word in lists["caveats"]:
            return Span(row.starts[i], row.ends[i])
        if word in lists["checking"]:
            for k in range(i - 1, max(-1, i - 9), -1):
                if row.words[k] in (".", "!", "?", ";"):
                    break
                if row.words[k] in lists["not"]:
                    return Span(row.starts[k], row.ends[i])
    return None
