"""Web addresses that stand bare in prose: where each begins, and where the sentence goes on after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from stancelint.text.document import Link
from stancelint.text.patterns import lazy
from stancelint.text.projection import Projection
from stancelint.text.span import Span

_SITES = "com|org|net|me|ua|ru|by|int|gov|edu|info|io|be|uk|eu|de|fr|pl|tv|co"
_HOST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_CLOSES = {")": "(", "]": "["}
_TRAILING = ".,;:!?'’‘*_~"
_START = lazy(rf"(?:[Hh][Tt]{{2}}[Pp][Ss]?|[Ff][Tt][Pp])://(?=[^\s/])|\b[Ww]{{3}}\.(?=\w)|\.(?:{_SITES})/(?=[\w@])")
_STOP = lazy(r"[\s<>\"“”„«»`|\\^{}…—–]")


def bare_addresses(text: str) -> Iterator[Span]:
    """Every address in ``text``, in order, without the punctuation and brackets that belong to the sentence."""
    start_of, stop_of = _START, _STOP
    at = 0
    while (found := start_of.search(text, at)) is not None:
        start = found.start()
        if found.group()[0] == ".":
            while start > at and text[start - 1] in _HOST:
                start -= 1
            if start == found.start() or not text[start].isalnum():
                at = found.end()
                continue
        stop = stop_of.search(text, found.end())
        end = _trimmed(text, found.end(), stop.start() if stop else len(text))
        at = max(end, found.end())
        if end > found.end():
            yield Span(start, end)


def _trimmed(text: str, start: int, end: int) -> int:
    balance = {mark: text.count(mark, start, end) - text.count(opening, start, end) for mark, opening in _CLOSES.items()}
    while end > start:
        last = text[end - 1]
        if balance.get(last, 0) > 0:
            balance[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def add_bare_addresses(text: str, projection: Projection, links: list[Link], opaque: list[Span]) -> None:
    """Add a link and an opaque span for each bare address of the prose, and put both lists in order.

    One that stands in the words of a link is only opaque; one in code is left alone."""
    if "/" in text or "www." in text.lower():
        taken = sorted({(span.start, span.end) for span in opaque})
        linked = sorted({(link.span.start, link.span.end) for link in links if link.span is not None})
        for span in bare_addresses(text):
            if _held(span, taken):
                continue
            if not _held(span, linked):
                links.append(Link(text[span.start : span.end], projection.region(span), span))
            opaque.append(span)
    links.sort(key=lambda link: link.region)
    opaque.sort()


def _held(span: Span, spans: list[tuple[int, int]]) -> bool:
    # the spans of one list do not overlap, so that the last to start before the end is the only one to ask
    before = bisect_right(spans, (span.end - 1, 1 << 62)) - 1
    return before >= 0 and spans[before][1] > span.start
