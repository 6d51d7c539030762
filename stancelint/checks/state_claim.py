"""The state-claim check: where Russian-state claims stand, whether anybody answers them, and how much of the draft they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from stancelint.analysis.bearers import Bearer
from stancelint.analysis.claim_replies import describes, is_answered, speaks_of_it
from stancelint.analysis.claims_made import claims_made, is_act, is_admission, is_plan, named_where, start_of
from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.phrases import find_phrases
from stancelint.analysis.source import in_words
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading
    from stancelint.text.document import Block

_WORD = lazy(r"\w+")
_CARRIED = 2  # claims behind the start of a carrier's words that may be the one that it carries
_ASIDE = 3  # words that a carrier may add to a claim without speaking for itself: `on Tuesday`
Said = tuple["Attribution", tuple[Bearer, ...]]


class StateClaimCheck(Value):
    """``leads``: a Russian-state claim opens the draft. ``unanswered``: one stands without reply, check or caveat in its paragraph
    or the next. ``share``: they are more of the attributed words than the policy allows; ``least_words`` keeps a brief item out."""

    kind: ClassVar[str] = "state-claim"

    fault: Literal["leads", "unanswered", "share"]
    least_words: int = 40

    @property
    def anchors(self) -> Anchors:
        """None: who speaks for the Russian state is the registry's knowledge."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Matches on the source's name, or on the draft as a whole."""
        claims = claims_made(reading)
        if not any(_russian(who) for _, who in claims):
            return
        if self.fault == "leads":
            yield from _leads(reading, claims)
        elif self.fault == "unanswered":
            yield from _unanswered(reading, claims)
        else:
            yield from _share(reading, claims, self.least_words)


def _russian(who: tuple[Bearer, ...]) -> bool:
    return all(found.russian_state for found in who)


def _is_claim(reading: Reading, attribution: Attribution) -> bool:
    return not is_act(reading, attribution) and not is_admission(reading, attribution)


def _leads(reading: Reading, claims: list[Said]) -> Iterator[Match]:
    end = _lead_end(reading)
    for attribution, who in claims:
        if start_of(attribution) >= end:
            return
        if not _is_claim(reading, attribution):
            continue
        if _russian(who) and not _rebutted(reading, attribution):
            place = _place(reading, attribution, who[0])
            captures = (("name", _name(who[0])), ("zone", _zone(reading, start_of(attribution))))
            yield Match(place, captures, (Note(_why(who[0])),), lowered=_doubt(who[0]))
        return


def _lead_end(reading: Reading) -> int:
    """The prose offset at which headline, standfirst and the first paragraphs end."""
    left = reading.terms.lead_paragraphs
    end = 0
    for block in reading.document.blocks:
        if block.role in ("headline", "standfirst"):
            end = block.span.end
        elif block.kind == "paragraph" and block.role == "":
            if not left:
                break
            left -= 1
            end = block.span.end
    return end


def _zone(reading: Reading, offset: int) -> str:
    block = reading.document.blocks[max(0, reading.document.block_at(offset))]
    return f"the {block.role}" if block.role in ("headline", "standfirst") else "the first paragraphs"


def _place(reading: Reading, attribution: Attribution, found: Bearer) -> Span:
    """The claim as it stands: its source and what is claimed, as far as they are in one sentence; else its source alone."""
    named = named_where(attribution, found)
    index = bisect_right(reading.sentences, named.start, key=lambda sentence: sentence.span.start) - 1
    if index < 0:
        return named
    whole = reading.sentences[index].span
    said = [piece for piece in attribution.content if whole.covers(piece)]
    return Span(min(named.start, *(piece.start for piece in said)), max(named.end, *(piece.end for piece in said))) if said else named


def _name(found: Bearer) -> str:
    return found.source.name if found.source is not None else found.mention.text


def _doubt(found: Bearer) -> int:
    # an entry of low confidence is a prompt to look, never the ground of an error
    return int(found.source is not None and found.source.confidence == "low")


def _why(found: Bearer) -> str:
    if found.source is not None:
        return f"{found.source.name}: {found.source.why}"
    return f"“{found.mention.text}” is of the class {in_words(found.source_class or '')}"


def _sentence(reading: Reading, attribution: Attribution) -> Span:
    at = start_of(attribution)
    index = bisect_right(reading.sentences, at, key=lambda sentence: sentence.span.start) - 1
    return reading.sentences[index].span if index >= 0 else Span(at, at)


def _rebutted(reading: Reading, attribution: Attribution) -> bool:
    """Whether the sentence that carries the claim answers it: `false`, `without evidence`. Its own cue (`denies`) is no answer."""
    span = _sentence(reading, attribution)
    answers = reading.knowledge.lexicon(ContestLexicon).answers
    found = find_phrases(reading.text[span.start : span.end], answers, span.start)
    return any(not any(cue.start < end and start < cue.end for cue in attribution.cue) for start, end in found)


def _unanswered(reading: Reading, claims: list[Said]) -> Iterator[Match]:
    russian = [attribution for attribution, who in claims if _russian(who)]
    others = sorted(start_of(one) for one, who in claims if not _russian(who) and not _only_carries(reading, one, russian))
    contested = reading.section("contested")
    told: set[int] = set()
    for attribution, who in claims:
        if not _russian(who) or not _is_claim(reading, attribution) or is_plan(reading, attribution):
            continue
        at = start_of(attribution)
        if contested is not None and contested.body.holds(at):
            continue  # it is set against another's account there, and that part has rules of its own
        index = reading.document.block_at(at)
        block = reading.document.blocks[index]
        if block.kind == "heading" or block.role or index in told or describes(reading, attribution):
            continue  # a heading is answered by what stands under it
        reach = _reach(reading, max(index, _last_block(reading, attribution)))
        if _has(others, block.span.start, block.span.end) or is_answered(reading, attribution, block, reach):
            continue
        if reach is not block and _has(others, reach.span.start, reach.span.end) and speaks_of_it(reading, attribution, reach):
            continue
        told.add(index)
        sought = Note("sought a reply by somebody else, a check or a caveat in this paragraph", block.span)
        further = Note("and in the next", reach.span) if reach is not block else Note("no paragraph follows it")
        yield Match(_place(reading, attribution, who[0]), (("name", _name(who[0])),), (Note(_why(who[0])), sought, further))


def _only_carries(reading: Reading, attribution: Attribution, russian: list[Attribution]) -> bool:
    """Whether somebody says no more than that the Russian state said it: `The ministry said that all were sunk, Reuters reported`."""
    first = bisect_left(russian, start_of(attribution), key=start_of)
    for claim in russian[first : first + _CARRIED]:
        parts = (*claim.content, *claim.cue, *(source.span for source in claim.sources))
        whole = Span(min(part.start for part in parts), max(part.end for part in parts))
        if all(piece.covers(whole) for piece in attribution.content):
            rest = [reading.text[piece.start : whole.start] + " " + reading.text[whole.end : piece.end] for piece in attribution.content]
            return len(_WORD.findall(" ".join(rest))) <= _ASIDE
    return False


def _reach(reading: Reading, index: int) -> Block:
    """The last paragraph in which an answer counts: the next one, if it is still of the account."""
    blocks = reading.document.blocks
    if index + 1 < len(blocks) and blocks[index + 1].kind != "heading":
        return blocks[index + 1]
    return blocks[index]


def _last_block(reading: Reading, attribution: Attribution) -> int:
    """The paragraph in which the claim ends: a block quotation may be of several, with its speaker in a line under it."""
    spans = (*attribution.content, *(attribution.cue if attribution.relation == "signed" else ()))
    return reading.document.block_at(max(span.start for span in spans)) if spans else -1


def _has(offsets: list[int], start: int, end: int) -> bool:
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end


def _in_display(reading: Reading, attribution: Attribution) -> bool:
    index = reading.document.block_at(start_of(attribution))
    return index >= 0 and reading.document.blocks[index].role in ("headline", "standfirst")


def _share(reading: Reading, claims: list[Said], least_words: int) -> Iterator[Match]:
    starts = [match.start() for match in _WORD.finditer(reading.text)]

    def words(pieces: list[Span]) -> int:
        total, reached = 0, 0
        for piece in sorted(pieces):
            start = max(piece.start, reached)
            if piece.end > start:
                total += bisect_left(starts, piece.end) - bisect_left(starts, start)
                reached = piece.end
        return total

    # a headline repeats what the account attributes: only the account is measured
    measured = [said for said in claims if not _in_display(reading, said[0])]
    all_words = words([piece for attribution, _ in measured for piece in attribution.content])
    russian = words([piece for attribution, who in measured if _russian(who) for piece in attribution.content])
    limit = reading.terms.state_share
    if all_words < least_words or russian <= limit * all_words:
        return
    captures = (("share", f"{russian / all_words:.0%}"), ("limit", f"{limit:.0%}"), ("words", str(russian)), ("all", str(all_words)))
    longest = sorted(
        ((words(list(attribution.content)), attribution, who) for attribution, who in measured if _russian(who)), key=lambda row: -row[0]
    )
    notes = tuple(Note(f"{count} words of {_name(who[0])}", attribution.content[0]) for count, attribution, who in longest[:4])
    yield Match(None, captures, notes)


CHECK = StateClaimCheck
