"""Whose words a span is, and how that is known.

Every piece of content is indexed once by its place, so that one call looks only at the pieces around its span. A relation whose source
nobody could ask attributes to nobody; a topic (`he criticised the budget`) is what a source speaks of, in the writer's words. Where a
source speaks in the same sentence and its content ends at a soft joint (`, which`, `, where`)
just before the span, the reading cannot tell how far it reaches: the answer is *uncertain*.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice

from stancelint.analysis.model import Attribution, Quotation, Step, Voice
from stancelint.text.by_place import ByPlace
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_WRITER = frozenset(("i", "we", "my", "our"))  # with what is drawn to them: we've, I'm
_ENOUGH = 40  # nested contents that are looked at around one span
_SOFT = frozenset(["as", "after", "before", "with", "since", "because", "when", "where", "who", "which"])


class Hearing:
    """The pieces of content and the quotations of a reading, indexed by place."""

    __slots__ = ("_contents", "_quotations", "pieces", "reading", "sentence_starts", "starts")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.pieces: list[tuple[Span, Attribution]] = [(piece, one) for one in reading.attributions for piece in one.content]
        self.pieces.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        self.starts = [piece.start for piece, _ in self.pieces]
        self._contents = ByPlace([piece for piece, _ in self.pieces], [one for _, one in self.pieces])
        quotations = [q for q in reading.quotations if q.kind != "block"]
        self._quotations = ByPlace([q.span for q in quotations], quotations)
        self.sentence_starts = [s.span.start for s in reading.sentences]

    def around(self, span: Span) -> list[Attribution]:
        """The attributions with a piece that overlaps the span, outermost first."""
        return list(islice(self._contents.backwards(span), _ENOUGH))[::-1]

    def quotation(self, span: Span) -> Quotation | None:
        """The innermost quotation that holds the span."""
        return next((q for q in self._quotations.backwards(span) if q.span.covers(span)), None)

    def sentence(self, span: Span) -> Span:
        """The sentence that the span begins in."""
        i = bisect_right(self.sentence_starts, span.start) - 1
        return self.reading.sentences[i].span if i >= 0 else span


def hear(reading: Reading, span: Span) -> Voice:
    """Whose words ``span`` is, with the steps that led there."""
    hearing = reading.hearing
    around = hearing.around(span)
    quotation = hearing.quotation(span)
    scare = quotation is not None and quotation.kind == "scare"
    covering = [one for one in around if one.covers(span)][-_ENOUGH:]
    named = [one for one in covering if _answers(one)]
    if named:
        best = min(named, key=lambda one: min(len(piece) for piece in one.content if piece.covers(span)))
        return Voice("attributed", best, _trail(best, hearing), scare)
    steps: list[Step] = []
    for one in covering:
        steps.extend(_why_not(one))
    quoted = next((one.content[0] for one in covering if one.kind == "direct" and not one.sources), None)
    if quotation is not None and quotation.kind == "speech":
        quoted = quotation.span
    if quoted is not None:
        steps.insert(0, Step("a quotation whose speaker is not named", quoted))
        return Voice("quoted", covering[-1] if covering else None, tuple(steps))
    partly = [one for one in around if _answers(one) and not one.covers(span)]
    if partly:
        return Voice(
            "mixed", partly[-1], (Step("only part of it is attributed", partly[-1].content[0]), *_trail(partly[-1], hearing)), scare
        )
    if scare and quotation is not None:
        steps.append(Step("in scare quotes, whose word it is not said", quotation.span))
    doubt = _doubt(hearing, span)
    if doubt is not None:
        steps.append(
            Step(
                f"{_name(doubt, hearing)} speaks in this sentence, but it is not clear that it reaches here",
                doubt.cue[0] if doubt.cue else None,
            )
        )
        return Voice("uncertain", doubt, tuple(steps), scare)
    near = _nearest(hearing, span)
    steps.append(Step("no source's words cover it"))
    if near is not None and near.source is not None:
        same = hearing.sentence(span).overlaps(near.source.span)
        steps.append(Step(f"nearest source: {_name(near, hearing)}, in {'this' if same else 'another'} sentence", near.source.span))
    return Voice("own", covering[-1] if covering else near, tuple(steps), scare)


def _answers(one: Attribution) -> bool:
    """Whether somebody other than the writer answers for the content: an identifiable source, not spoken of in the writer's words."""
    return bool(one.sources) and not one.vague and one.relation != "topic" and _bare(one.sources[0].text) not in _WRITER


def _bare(source: str) -> str:
    """A pronoun without the verb that is drawn to it: `we` for `We've`."""
    return source.casefold().replace("\u2019", "'").partition("'")[0]


def _name(one: Attribution, hearing: Hearing) -> str:
    """The source as an editor would name it: a pronoun or relative by the form it stands for."""
    if not one.sources:
        return "an unnamed speaker"
    source = one.sources[0]
    if source.antecedent is None:
        return source.text
    fuller = hearing.reading.text[source.antecedent.start : source.antecedent.end]
    return f"{fuller} (“{source.text}”)"


def _trail(one: Attribution, hearing: Hearing) -> tuple[Step, ...]:
    source = one.sources[0]
    steps = [Step(f"attributed to {_name(one, hearing)}", source.span)]
    if one.cue:
        steps.append(Step(f"by its cue ({one.relation})", one.cue[0]))
    if source.antecedent is not None:
        steps.append(Step("who was named here", source.antecedent))
    if one.origin is not None:
        steps.append(Step(f"carried from {one.origin.text}", one.origin.span))
    return tuple(steps)


def _why_not(one: Attribution) -> list[Step]:
    if one.relation == "topic" and one.sources:
        return [Step(f"what {one.sources[0].text} speaks of, in the writer's words", one.cue[0] if one.cue else None)]
    if one.vague:
        return [Step(f"the only source is “{one.sources[0].text}”, and nobody could ask it", one.sources[0].span)]
    if not one.sources and one.cue:
        return [Step("a cue without a source attributes to nobody", one.cue[0])]
    return []


def _doubt(hearing: Hearing, span: Span) -> Attribution | None:
    """The attribution of the same sentence whose content ends at a soft joint before the span."""
    sentence = hearing.sentence(span)
    low = bisect_left(hearing.starts, sentence.start)
    high = bisect_left(hearing.starts, span.start)
    text = hearing.reading.folded
    for piece, one in reversed(hearing.pieces[low:high][-12:]):
        if piece.end > span.start or piece.start < sentence.start or not _answers(one):
            continue
        joint = text[piece.end : min(span.start, piece.end + 12)].lstrip(" ,").split(" ", 1)[0]
        return one if joint in _SOFT else None
    return None


def _nearest(hearing: Hearing, span: Span) -> Attribution | None:
    """The attribution whose content stands nearest, by place."""
    i = bisect_left(hearing.starts, span.start)
    beside = [hearing.pieces[k] for k in (i - 1, i) if 0 <= k < len(hearing.pieces)]
    beside = [(piece, one) for piece, one in beside if _answers(one)]
    if not beside:
        return None
    return min(beside, key=lambda pair: max(span.start - pair[0].end, pair[0].start - span.end, 0))[1]
