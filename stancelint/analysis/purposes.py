"""What a source quotes something for: in `quoted the Bible to defend the raid` the purpose is told by the writer."""

from __future__ import annotations

from stancelint.analysis.clauses import OPENING_QUOTES
from stancelint.analysis.cues import Cue
from stancelint.analysis.page import Page, Range
from stancelint.analysis.tokens import AUXILIARY, SUBJECT

_QUOTING = frozenset(["quote", "cite", "invoke", "recite"])
_ENDS = "defend justify excuse explain support back bless legitimise legitimize promote praise glorify hail"
_STANDING_BY = frozenset(_ENDS.split())
_NOUNS = (
    "need duty right plan plans order obligation desire wish goal aim effort efforts attempt decision mission task call calls pledge "
    "promise readiness refusal failure intention will"
)
_FILLED = frozenset(_NOUNS.split())  # an infinitive fills them: `cited the need to defend …` is what was cited


def without_purpose(page: Page, cue: Cue, content: Range) -> Range:
    """The content without the infinitive that says to what end it was quoted."""
    low, high = content
    words = page.words
    if cue.lemma not in _QUOTING or words[low] == "that" or words[low] in OPENING_QUOTES:
        return content
    for i in range(low + 1, high - 1):
        if page.bits[i] & (AUXILIARY | SUBJECT):
            return content
        if words[i] == "to" and words[i + 1] in _STANDING_BY and words[i - 1] not in _FILLED:
            return (low, i)
    return content
