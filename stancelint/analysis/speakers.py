"""Who a source is: its text, whether anybody could ask it, and its entry in the registry."""

from __future__ import annotations

from stancelint.analysis.model import SourceMention
from stancelint.analysis.page import Page, Range
from stancelint.text.span import Span


def mention(page: Page, source: Range) -> SourceMention:
    """The source at a range of tokens as a value."""
    span = Span(page.starts[source[0]], page.ends[source[1] - 1])
    words = [word for word in page.words[source[0] : source[1]]]
    lexicon = page.cues
    head = [word for word in words if word not in lexicon.softeners]
    vague = bool(words) and (not head or (len(head) == 1 and head[0] in lexicon.vague))
    return SourceMention(span, page.text[span.start : span.end], vague=vague)
