"""Direct speech: every quotation is joined to the cue that reaches it, or to the speaker who still runs.

A quotation that no cue covers belongs to the speaker of the same paragraph; to whoever a colon introduces it for (also from the
paragraph before); to the speaker of the paragraph before, where its own paragraph begins with it. What is left has no speaker.
"""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.page import Found, Page
from stancelint.analysis.transcripts import read_colon

_ENOUGH_WORDS = 3


def join_quotations(page: Page, found: list[Found], filled: set[int]) -> None:
    """Give every quotation of speech that no content covers to its speaker; add what is left as speech without one.

    ``filled`` are blocks that a transcript's turns already fill."""
    pieces = sorted((piece[0], piece[1], n) for n, one in enumerate(found) for piece in one.content if one.relation != "hedge")
    starts = [piece[0] for piece in pieces]
    sources = sorted((one.sources[0][0], n) for n, one in enumerate(found) if one.sources and one.cue)
    source_starts = [s[0] for s in sources]
    blocks = page.blocks
    block = 0
    running: Found | None = None
    running_block = -1
    reach: list[tuple[int, int]] = []  # the furthest end so far, and whose it is
    for piece in pieces:
        reach.append(max(reach[-1], (piece[1], piece[2])) if reach else (piece[1], piece[2]))
    for first, last in page.speech:
        while block + 1 < len(blocks) and blocks[block][1] <= first:
            block += 1
        low = blocks[block][0]
        at = bisect_right(starts, first) - 1
        if at >= 0 and reach[at][0] >= last:
            running, running_block = found[reach[at][1]], block
            continue
        if block in filled:
            continue
        owner = _introduced(page, found, sources, source_starts, first, low, block)
        if owner is None and running is not None and (running_block == block or (first == low and running_block == block - 1)):
            owner = running
        if owner is None and last - first > _ENOUGH_WORDS + 2:
            owner = Found("quotation", "speech", None, [], [], direct=True)
            found.append(owner)
        if owner is not None:
            owner.content.append((first, last))
            running, running_block = owner, block


def _introduced(page: Page, found: list[Found], sources: list[tuple[int, int]], starts: list[int], first: int, low: int, block: int) -> Found | None:
    """The attribution that a colon before the quotation opens, in the same paragraph or at the end of the one before."""
    words = page.words
    colon = first - 1
    if colon < 0 or words[colon] != ":":
        return None
    bound = low if colon >= low else page.blocks[block - 1][0]
    source = read_colon(page, colon, bound)
    if source is not None:
        found.append(Found("colon", "speech", (colon, colon + 1), [source], [], direct=True))
        return found[-1]
    at = bisect_right(starts, colon) - 1
    if at < 0 or sources[at][0] < bound:
        return None
    one = found[sources[at][1]]
    if one.cue is None or any(words[i] in (".", "!", "?") for i in range(one.cue[1], colon)):
        return None
    if one.content and one.content[-1][1] >= colon - 1:  # its own words end at the colon: the quotation is a new one
        one = Found("colon", one.kind, one.cue, one.sources, [], direct=True)
        found.append(one)
    return one
