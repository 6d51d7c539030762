"""Who says what on a page: cues are found by look-up, each is read in its sentence, and the results are joined.

The order of work: every token is looked up among the cues; each hit is read by the module of its kind; quotations that no cue
reached are given to the speaker who still runs; sources are resolved to names and to the registry.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import compress

from stancelint.analysis.cues import ADJECTIVE, FINITE, GERUND, HEDGE, MARKER, NOUN, PARTICIPLE, PASSIVE, RAISING
from stancelint.analysis.markers import read_citation, read_container, read_hedge, read_marker
from stancelint.analysis.model import Attribution
from stancelint.analysis.nominal_cues import read_adjective, read_noun
from stancelint.analysis.page import Found, Page, Range
from stancelint.analysis.passives import read_agent, read_impersonal, read_passive, read_raising
from stancelint.analysis.quoted_speech import fill_from_colons, join_blockquotes, join_quotations
from stancelint.analysis.speakers import Cast
from stancelint.analysis.tokens import AUXILIARY, NUMBER, SUBJECT
from stancelint.analysis.transcripts import read_headline, read_transcript
from stancelint.analysis.verb_cues import read_verb
from stancelint.analysis.views import read_view
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import AttributionKind
    from stancelint.analysis.reading import Reading

_ALSO_DEEDS = frozenset(("add", "count"))  # in a headline: `Brussels adds 61 ships`, `Kharkiv counts its dead`


def attribute(reading: Reading) -> tuple[Attribution, ...]:
    """Every attribution of a reading, in order of content."""
    page = Page(reading)
    found, filled = read_transcript(page)
    hits = array("i", compress(range(len(page.words)), map(page.heads.__contains__, page.words)))
    cursor = speech = 0
    said_in = -1
    skip = -1
    for low, end, block in page.sentences():
        page.begin_sentence(title=reading.document.blocks[block].kind == "heading")
        if block in filled:
            continue
        sentence: list[Found] = []
        while cursor < len(hits) and hits[cursor] < end:
            at = hits[cursor]
            cursor += 1
            if at < low or at < skip:
                continue
            while speech < len(page.held) and page.held[speech][1] <= at:
                speech += 1
            if speech < len(page.held) and page.held[speech][0] <= at:
                continue  # what a quoted speaker says of others is the speaker's
            one = _read(page, at, low, end, sentence)
            if one is not None:
                sentence.append(one)
                if one.cue is not None:
                    skip = one.cue[1]
        if page.title:
            headline = read_headline(page, low, end)
            if headline is not None:
                sentence = [one for one in sentence if one.cue is None or one.cue[0] > headline.content[0][0]]
                sentence.append(headline)
        elif not sentence:
            container = read_container(page, low, end, found[-1] if found and block == said_in else None)
            if container is not None:
                sentence.append(container)
        view = read_view(page, low, end)
        if view is not None:
            sentence.append(view)
        cited = read_citation(page, low, end)
        if cited is not None:
            sentence.append(cited)
        if sentence:
            said_in = block
        _part(sentence)
        if page.cited is not None:
            _carry(page.cited, sentence)
        found.extend(sentence)
    fill_from_colons(page, found)
    join_quotations(page, found, filled)
    join_blockquotes(page, found)
    cast = Cast(page, _named_after(page, found))
    found.sort(key=lambda one: min((source[0] for source in one.sources), default=0))
    out = [_finished(page, cast, one) for one in found if any(piece[1] > piece[0] for piece in one.content)]
    out.sort(key=lambda a: (a.content[0].start, -a.content[0].end))
    return tuple(out)


def _named_after(page: Page, found: list[Found]) -> dict[int, Range]:
    """For each `it` that finds or counts, whoever is said to say so behind it: `it verified 26 deaths, the mission said`.

    One who only says (`it said that …, Suspilne reported`) is another than the carrier behind."""
    finding = (one.sources[0] for one in found if one.kind in ("report", "factive") and len(one.sources) == 1)
    its = sorted(first for first, end in finding if end - first == 1 and page.words[first] == "it")
    pairs = {}
    for one in found:
        if one.kind == "speech" and len(one.sources) == 1 and one.content and one.content[0][0] < one.sources[0][0]:
            for low, high in one.content:
                inside = its[bisect_left(its, low) : bisect_left(its, min(high, one.sources[0][0]))]
                pairs.update(dict.fromkeys(inside, one.sources[0]))
    return pairs


def _part(sentence: list[Found]) -> None:
    """End what is said before another's words behind it: `two wards admitted nine people, doctors there told the agency`."""
    for behind in sentence:
        if behind.relation not in ("after", "inverted") or len(behind.sources) != 1 or behind.cue is None or behind.direct:
            continue
        first = min(behind.sources[0][0], behind.cue[0])
        for one in sentence:
            if one is behind or one.cue is None or not any(low <= one.cue[0] < high for low, high in behind.content):
                continue
            one.content = [(low, first - 1 if low < first - 1 and first < high else high) for low, high in one.content]


def _carry(cited: Range, sentence: list[Found]) -> None:
    """Make whoever cites somebody the carrier, and the one cited the origin."""
    speaks = [
        one
        for one in sentence
        if one.sources and one.kind in ("speech", "report", "distancing", "factive") and one.content[-1][0] != cited[0]
    ]
    for one in speaks:
        if not any(piece[0] <= cited[0] < piece[1] for piece in one.content) or one is speaks[-1]:
            one.origin = cited


def _read(page: Page, at: int, low: int, end: int, sentence: list[Found]) -> Found | None:
    cues, after = page.cue_at(at, end)
    while cues:
        for cue in cues:
            one = None
            if cue.forms & MARKER:
                one = read_marker(page, cue, at, after, low, end, sentence)
            elif cue.forms & PASSIVE:
                one = read_passive(page, cue, at, after, low, end)
            elif cue.forms & NOUN:
                one = read_noun(page, cue, at, after, low, end)
            elif cue.forms & ADJECTIVE:
                one = read_adjective(page, cue, at, after, low, end)
            elif cue.forms & HEDGE:
                one = read_hedge(page, at, low, end)
            elif cue.forms & RAISING:
                one = read_raising(page, cue, at, after, low, end)
            else:
                if cue.forms & PARTICIPLE:
                    one = read_agent(page, cue, at, after, low, end) or read_impersonal(page, cue, at, after, low, end)
                if one is None and cue.forms & (FINITE | PARTICIPLE | GERUND):
                    one = read_verb(page, cue, at, after, low, end, sentence)
            if one is not None and page.title and cue.lemma in _ALSO_DEEDS and not _is_said(page, one):
                one = None
            if one is not None and cue.lemma == "add" and not page.title and not _adds_words(page, one):
                one = None
            if one is not None:
                return one
        if after == at + 1:
            break
        entries = page.heads[page.words[at]]
        cues, after = tuple(cue for cue in entries if not cue.rest), at + 1
    return None


def _adds_words(page: Page, found: Found) -> bool:
    """Whether words are added, and not things: `they added 1,340 flats to the list` has neither a clause nor a quotation behind it."""
    low, high = found.content[0]
    if found.cue is not None and page.words[found.cue[1] : found.cue[1] + 1] == ["to"]:
        return False  # the assault adds to a list
    if not found.sources or low < found.sources[0][0] or not (page.bits[low] & NUMBER or page.words[low][0].isdigit()):
        return True
    return any(page.bits[i] & (AUXILIARY | SUBJECT) for i in range(low, high))


def _is_said(page: Page, found: Found) -> bool:
    """Whether a headline's verb has a clause or a quotation after it: of `Brussels adds 61 tankers to its list` it has neither."""
    for low, high in found.content:
        if low >= high:
            continue  # a headline that ends with its verb: `Peskov adding:`
        if page.words[low] == "that" or page.quoted_between(low, high) or (found.sources and low < found.sources[0][0]):
            return True
        if page.bits[low] & NUMBER and found.cue is not None and page.words[found.cue[0]].startswith("count"):
            return True  # Kyiv counts nine dead
        if any(page.bits[i] & (AUXILIARY | SUBJECT) or page.words[i].endswith("ed") for i in range(low, high)):
            return True
    return False


def _finished(page: Page, cast: Cast, found: Found) -> Attribution:
    def span(tokens: Range) -> Span:
        return Span(page.starts[tokens[0]], page.ends[tokens[1] - 1])

    content = tuple(sorted(span(piece) for piece in found.content if piece[1] > piece[0]))
    kind: AttributionKind = "direct" if found.direct else "indirect"
    if not found.direct and any(page.quoted_between(*piece) for piece in found.content):
        kind = "mixed"
    return Attribution(
        kind,
        content,
        (span(found.cue),) if found.cue else (),
        found.kind,
        tuple(cast.mention(source) for source in found.sources),
        cast.mention(found.origin) if found.origin else None,
        found.relation,
    )
