"""Words that a listed source passed on: whoever is cited through it need not be listed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from stancelint.analysis.bearers import names_in
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.text.span import Span

_NEAR = 60  # characters before a name in which the words that pass on stand
_DONE = (
    r"(?:cited|citing|reported|quoted|quoting|carried|relayed|reproduced|translated|shared|republished|reposted|picked up|screenshotted"
    r"|seen|viewed|reviewed|obtained|mentioned|summarised|summarized|published|distributed|passed on|noted|monitored)"
)
_DEEDS = rf"(?:{_DONE}|(?:cite|quote|report|carrie|relay|reproduce|translate|share|republishe|note|monitor|follow|track|collect|read)s)"
_REPORTS = (
    r"(?:assessment|report|dispatch|article|story|bulletin|interview|review|study|digest|investigation|update|piece|analysis|despatch)"
)
_MEDIA = r"(?:agency|newspaper|paper|broadcaster|outlet|magazine|wire|institute|site|station)"
_LEADING_TO = r"(?:(?:the|its|an?|this|that|same|latest|own|daily|weekly|recent|earlier|later|new|news)\s+){0,4}"
_GIVEN_TO = lazy(rf"\b(?:told|to|via|through|with|on)\s+(?:the\s+)?(?:\w+\s+)?\Z|\b{_DONE}\s+(?:by|in|on)\s+{_LEADING_TO}\Z", re.I)
_ITEMS = (
    r"(?:post|statement|message|video|article|report|letter|interview|remark|comment|map|photo|image|text|word|speech|claim|figure"
    r"|account)s?"
)
_WHO_DID = rf"(?:which|whom|as|whose (?:\w+ ){{1,3}}|(?:{_ITEMS}|footage) that)\s*"
_WHICH = lazy(rf"\b{_WHO_DID}(?:the\s+)?\Z", re.I)
_CARRIED = lazy(r"\s+(?:has |had |also |later )?(?:carried|relayed|quoted|distributed|published|passed on)\b", re.I)
_DOES = lazy(rf"(?:\s+(?:has|had|also|later))*\s+{_DEEDS}\b", re.I)
_POINTED_TO = lazy(
    r"\b(?:told|(?:quoted|cited|carried|reported|asked) by|according to) the (?:news )?"
    rf"{_MEDIA}\b"
    rf"|\bthe (?:news )?{_MEDIA} (?:quoted|cited|reported|said)\b"
    rf"|\b{_WHO_DID}the (?:news )?{_MEDIA} (?:(?:has|had|also) )?{_DEEDS}\b"
    rf"|\b{_DONE} (?:by|in) (?:the|that|this) (?:same )?{_REPORTS}\b",
    re.I,
)
_PASSING = frozenset(("western-wire", "western-media", "ukrainian-independent", "public-broadcaster", "russian-independent", "ngo-monitor"))


def through_listed(reading: Reading, span: Span, listed: Collection[str]) -> bool:
    """Whether the sentence of the source at ``span`` says that a listed source passed the words on: `told Suspilne`, `which Reuters
    carried`, `quoted in the same ISW assessment`, `in a post that the institute translated`."""
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if at < 0:
        return False
    sentence = reading.sentences[at].span
    text = reading.text[sentence.start : sentence.end]
    if _POINTED_TO.search(text) and any(reading.registry.by_id(known).source_class in _PASSING for known in listed):
        return True  # quoted by the agency: one that the draft has named
    for start, end, source in names_in(reading.registry, text, in_context=True):
        if source.id in listed:
            before = max(0, start - _NEAR)
            if _GIVEN_TO.search(text, before, start) or _CARRIED.match(text, end):
                return True
            if _WHICH.search(text, before, start) and _DOES.match(text, end):
                return True
    return False
