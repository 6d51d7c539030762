"""Direct speech: every quotation is joined to the cue that reaches it, or to the speaker who still runs.

A quotation that no cue covers belongs, in this order, to whoever a colon introduces it for (also from the paragraph before); to a
name with any verb right beside it (`“Never,” the mayor fumed`); to a name after a dash at its end; to the speaker of the same paragraph; to
the speaker of the paragraph before, where its own paragraph begins with it. What is left has no speaker.
"""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.noun_phrases import left, right
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.tokens import ADVERB, AUXILIARY, DETERMINER, MARK, PRONOUN, SUBJECT, VERB

_FEW_TOKENS = 5  # a shorter quotation without a speaker is no speech
_LONGEST_NAME = 7
_MOST_ITEMS = 60  # blocks under one colon
_ENDS = (".", "!", "?")
_DASHES = ("–", "—", "-", "--")


class Speakers:
    """The found attributions by place, and who speaks now."""

    __slots__ = ("block", "found", "page", "reach", "running", "source_starts", "sources", "starts")

    def __init__(self, page: Page, found: list[Found]) -> None:
        self.page = page
        self.found = found
        pieces = sorted((piece[0], piece[1], n) for n, one in enumerate(found) for piece in one.content if one.relation != "hedge")
        self.starts = [piece[0] for piece in pieces]
        self.reach: list[tuple[int, int]] = []  # the furthest end up to each piece, and whose it is
        for piece in pieces:
            self.reach.append(max(self.reach[-1], piece[1:]) if self.reach else piece[1:])
        self.sources = sorted((one.sources[0][0], n) for n, one in enumerate(found) if one.sources and one.cue)
        self.source_starts = [source[0] for source in self.sources]
        self.running: Found | None = None
        self.block = -1

    def covering(self, first: int, last: int) -> Found | None:
        """The attribution whose content holds the quotation already."""
        at = bisect_right(self.starts, first) - 1
        return self.found[self.reach[at][1]] if at >= 0 and self.reach[at][0] >= last else None

    def before(self, place: int, low: int) -> Found | None:
        """The attribution whose source stands last before a place, not before ``low``."""
        at = bisect_right(self.source_starts, place) - 1
        return self.found[self.sources[at][1]] if at >= 0 and self.sources[at][0] >= low else None

    def new(self, relation: str, cue: Range | None, source: Range | None) -> Found:
        """A new attribution of direct speech, its content still to come."""
        one = Found(relation, "speech", cue, [source] if source else [], [], direct=True)
        self.found.append(one)
        return one


def join_quotations(page: Page, found: list[Found], filled: set[int]) -> None:
    """Give every quotation of speech that no content covers to its speaker; add what is left as speech without one.

    ``filled`` are blocks that a transcript's turns already fill."""
    speakers = Speakers(page, found)
    blocks = page.blocks
    block = 0
    for first, last in page.speech:
        while block + 1 < len(blocks) and blocks[block][1] <= first:
            block += 1
        owner = speakers.covering(first, last)
        if owner is None and block not in filled:
            owner = _owner(speakers, first, last, block)
            if owner is not None:
                owner.content.append((first, last))
        if owner is not None:
            speakers.running, speakers.block = owner, block


def fill_from_colons(page: Page, found: list[Found]) -> None:
    """Give what stands under a colon to the cue before it: a blockquote, list items, or the next paragraph (`He said:`)."""
    kinds = page.reading.document.blocks
    ends = {end: number for number, (_, end) in enumerate(page.blocks)}
    for one in found:
        if len(one.content) != 1 or one.content[0][0] != one.content[0][1] or one.kind == "cognition":
            continue
        number = ends.get(one.content[0][0], len(kinds)) + 1
        if number >= len(kinds) or page.blocks[number][0] in page.close_of:
            continue
        kind, quoted = kinds[number].kind, kinds[number].quoted
        if kind == "heading":
            continue
        last = number
        while (
            last + 1 < len(kinds)
            and last - number < _MOST_ITEMS
            and ((quoted and kinds[last + 1].quoted) or (kind == "item" and kinds[last + 1].kind == "item"))
        ):
            last += 1
        one.content = [page.blocks[i] for i in range(number, last + 1)]


def join_blockquotes(page: Page, found: list[Found]) -> None:
    """Give every blockquote that nothing covers to whoever introduces it with a colon or signs it; else it has no speaker."""
    speakers = Speakers(page, found)
    at = page.tokens.at
    for quotation in page.reading.quotations:
        if quotation.kind != "block":
            continue
        first, last = at(quotation.span.start), at(quotation.span.end)
        if first >= last or speakers.covering(first, last) is not None:
            continue
        block = bisect_right(page.blocks, (first, len(page.words) + 1)) - 1
        closing = bisect_right(page.blocks, (last - 1, len(page.words) + 1)) - 1
        owner, end = _introduced(speakers, first, first, block) if block > 0 else None, last
        if owner is None:
            owner = _signed(speakers, last, closing)
        if owner is None:
            owner, end = _signed_inside(speakers, *page.blocks[closing])
        (owner or speakers.new("blockquote", None, None)).content.append((first, end or last))


def _signed_inside(speakers: Speakers, low: int, end: int) -> tuple[Found | None, int]:
    """A name after the last dash of a blockquote's last paragraph, and where the words before it end."""
    page = speakers.page
    for i in range(end - 2, max(low - 1, end - 2 - _LONGEST_NAME * 2), -1):
        if page.words[i] in _DASHES:
            return _signature(speakers, i, end), i
    return None, end


def _owner(speakers: Speakers, first: int, last: int, block: int) -> Found | None:
    page = speakers.page
    low = page.blocks[block][0]
    owner = _introduced(speakers, first, low, block) or _beside(speakers, first, last, block) or _signed(speakers, last, block)
    if owner is not None:
        return owner
    running = speakers.running
    if running is not None and (speakers.block == block or (first == low and speakers.block == block - 1)):
        return running
    return speakers.new("quotation", None, None) if last - first > _FEW_TOKENS else None


def _introduced(speakers: Speakers, first: int, low: int, block: int) -> Found | None:
    """The attribution that a colon before the quotation opens, in the same paragraph or at the end of the one before."""
    page = speakers.page
    words = page.words
    colon = first - 1
    if colon < 0 or words[colon] != ":":
        return None
    bound = low if colon >= low else page.blocks[block - 1][0]
    start = max(bound, page.sentence_start(colon))
    one = speakers.before(colon, start)
    if one is not None and one.cue is not None:
        if one.content and one.content[-1][0] < one.content[-1][1] and one.content[-1][1] >= colon - 1:
            return speakers.new("colon", one.cue, one.sources[0])  # its own words end at the colon: the quotation is a new one
        return one
    begin = left(page, colon, bound)
    opens = begin <= bound or words[begin - 1] in _DASHES or words[begin - 1] in _ENDS or words[begin - 1] in ("from", "by", "”", '"')
    if begin < colon and page.capital(begin) and colon - begin <= _LONGEST_NAME and opens:
        return speakers.new("colon", (colon, colon + 1), (begin, colon))
    stop = right(page, start, colon)
    if start < stop < colon and (page.bits[start] & SUBJECT or page.capital(stop - 1)):
        return speakers.new("colon", (colon, colon + 1), (start, stop))
    return None


def _beside(speakers: Speakers, first: int, last: int, block: int) -> Found | None:
    """Whoever stands right after a quotation that ends in a comma, `?` or `!`, with any verb in the past: `“Never,” he fumed`."""
    page = speakers.page
    words, bits = page.words, page.bits
    end = page.blocks[block][1]
    if last >= end or last - 2 <= first or words[last - 2] not in (",", "!", "?"):
        return None
    if words[last].endswith("ed") and not bits[last]:
        stop = right(page, last + 1, end)
        if stop > last + 1 and (page.capital(last + 1) or bits[last + 1] & DETERMINER):
            return speakers.new("inverted", (last, last + 1), (last + 1, stop))
        return None
    if not (bits[last] & (SUBJECT | DETERMINER) or page.capital(last)):
        return None
    for verb in range(last + 1, min(end, last + _LONGEST_NAME)):
        if bits[verb] & (MARK | AUXILIARY):
            return None
        if (words[verb].endswith("ed") and not page.capital(verb)) or (bits[verb] & VERB and not bits[verb] & PRONOUN):
            stop = verb
            while stop > last + 1 and bits[stop - 1] & ADVERB:
                stop -= 1
            return speakers.new("after", (verb, verb + 1), (last, stop))
    return None


def _signed(speakers: Speakers, last: int, block: int) -> Found | None:
    """A name after a dash at the end of a quotation, or as the next paragraph: `“…” — Peskov`."""
    page = speakers.page
    end = page.blocks[block][1]
    at = last
    if at >= end and block + 1 < len(page.blocks):
        at, end = page.blocks[block + 1]
    return _signature(speakers, at, end)


def _signature(speakers: Speakers, at: int, end: int) -> Found | None:
    """The name after the dash at token ``at``, if nothing but a name stands there."""
    page = speakers.page
    words, bits = page.words, page.bits
    if at + 1 >= end or words[at] not in _DASHES or not page.capital(at + 1):
        return None
    stop = at + 1
    while stop < end and not bits[stop] & (AUXILIARY | VERB | SUBJECT) and words[stop] not in (";", ":", "“", '"'):
        stop += 1
    while stop > at + 1 and bits[stop - 1] & MARK:
        stop -= 1
    if stop <= at + 1 or (stop < end and not bits[stop] & MARK):
        return None
    return speakers.new("signed", (at, at + 1), (at + 1, stop))
