"""Who a source is: its text, what it points back to, whether anybody could ask it, and its entry in the registry."""

from __future__ import annotations

from stancelint.analysis.model import SourceMention
from stancelint.analysis.noun_phrases import left
from stancelint.analysis.page import Page, Range
from stancelint.analysis.tokens import RELATIVE
from stancelint.text.span import Span


def mention(page: Page, source: Range) -> SourceMention:
    """The source at a range of tokens as a value."""
    span = Span(page.starts[source[0]], page.ends[source[1] - 1])
    antecedent: Span | None = None
    named = source
    if source[1] - source[0] == 1 and (page.bits[source[0]] & RELATIVE or page.words[source[0]] == "that"):
        edge = source[0] - 1 if page.words[source[0] - 1] == "," else source[0]
        begin = left(page, edge, max(0, edge - 30))
        if begin < edge:
            named = (begin, edge)
            antecedent = Span(page.starts[begin], page.ends[edge - 1])
    words = page.words[named[0] : named[1]]
    lexicon = page.cues
    head = [word for word in words if word not in lexicon.softeners]
    vague = bool(words) and (not head or (len(head) == 1 and head[0] in lexicon.vague))
    return SourceMention(span, page.text[span.start : span.end], antecedent=antecedent, vague=vague)
