"""What must hold around a phrase before it counts, and what clears it: reusable by every check that reads phrases.

Each condition answers with evidence: a note for what speaks for the finding, or a step for what clears it.
"""

from __future__ import annotations

from itertools import islice

from stancelint.analysis.model import Step, Voice
from stancelint.checks import notation
from stancelint.checks.actors import doer
from stancelint.checks.base import Note
from stancelint.checks.borrowed import answers_for_words
from stancelint.checks.distance import distance, judged_by
from stancelint.checks.signature import signature
from stancelint.checks.surroundings import Setting, context_near, context_within, noun_phrase_before
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, Self

    from stancelint.analysis.reading import Reading
    from stancelint.choices import Clearing, Side

_LONGEST_LOOK = 2000  # characters on either side: a whole paragraph, but not a page written on one line
_ITALICS = lazy(
    r"(?<![*\w])(?P<mark>[*_])(?![*\s])(?P<star>[^*_\n]{2,120})(?P=mark)(?![*\w])|<(?:em|i|cite)>(?P<tag>[^<\n]{2,120})</(?:em|i|cite)>"
)

_LONGEST_TITLE = 130  # what italics hold at most, with their marks
_LONGEST_MARKED = 40  # characters around a phrase in which its own marks stand
_FEW_WORDS = 4
_BEHIND = 6  # words right behind a phrase
_WORDS_BEHIND = lazy(r"\S+")
_CORE = 5  # of so many words of a phrase one is at least to be in marks
_SPEAKS_OF = lazy(
    r"(?:^|\n|[,:;(.] |\b(?:words?|terms?|phrases?|labels?|names?|expressions?|about|with|over|whether|say|says|said|saying|write|writes"
    r"|wrote|print|prints|printed|use|uses|used|using|avoid|avoids|ban|bans|banned|drop|drops|dropped|settle|prefer|prefers|call|calls|called|as|or|and"
    r"|is|was|than|of|on|to|for|from|took|take|like) )[\"'“‘]?\Z"
)
_MARK = lazy(r"[*_]|</?(?:em|i|cite)>")

ALL_CLEARINGS: tuple[Clearing, ...] = ("attributed", "rejected", "claimed", "mentioned", "viewed", "distanced", "named")


class Group(Value):
    """Phrases of one strength under the same conditions.

    ``by``: the doer must be of that side; an unknown doer does not count, nor a deed foretold. ``not_by``: falls away when the
    doer is of that side. ``near``: a word of one of these contexts in the sentence, the one before, or the headline;
    ``not_near``: none in the sentence; ``not_after``: none in the words right before; ``not_before``: none in those right behind.
    ``quoted: scare``: only inside quotation marks of a few words."""

    any_of: tuple[str, ...]
    severity: Literal["error", "warning", "info"] | None = None
    by: Side | None = None
    not_by: Side | None = None
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    case: Literal["any", "exact"] = "any"
    quoted: Literal["scare"] | None = None

    def __post_init__(self) -> None:
        if not self.any_of:
            raise ValueError("a group of phrases holds none")
        for text in self.any_of:
            wrong = notation.fault(text)
            if wrong:
                raise ValueError(f"the phrase “{text}”: {wrong}")

    @classmethod
    def from_text(cls, text: str) -> Self:
        """A plain phrase: a group of its own, at the rule's severity, without conditions."""
        return cls((text,))


def meets(reading: Reading, group: Group, span: Span, setting: Setting) -> tuple[Note, ...] | None:
    """The evidence that the group's conditions hold around ``span``, or None where one fails. Cheap conditions come first."""
    notes: list[Note] = []
    if group.not_near and context_within(reading, group.not_near, setting, setting.span):
        return None
    if group.not_after and context_within(reading, group.not_after, setting, noun_phrase_before(reading, span, setting)):
        return None
    if group.not_before and context_within(reading, group.not_before, setting, _right_behind(reading, span, setting)):
        return None
    if group.near:
        place = context_near(reading, group.near, setting)
        if place is None:
            return None
        if not place.overlaps(span):
            notes.append(Note(f"“{reading.text[place.start : place.end]}” near by says what it speaks of", place))
    if group.by or group.not_by:
        found = doer(reading, span, setting)
        if group.by and (found is None or found.side != group.by or found.foretold):
            return None
        if found is not None and group.not_by == found.side:
            return None
        if found is not None and not found.span.overlaps(span):
            notes.append(Note(f"the doer is {found.side.capitalize()}: {found.how}", found.span))
    if group.quoted and not in_scare_quotes(reading, span):
        return None
    return tuple(notes)


def _right_behind(reading: Reading, span: Span, setting: Setting) -> Span:
    """The words behind a phrase that may still say what it is: six at most."""
    end = span.end
    for word in islice(_WORDS_BEHIND.finditer(reading.text, span.end, max(span.end, setting.span.end)), _BEHIND):
        end = word.end()
    return Span(span.end, end)


def in_scare_quotes(reading: Reading, span: Span) -> bool:
    """Whether the phrase, or its core, is set in quotation marks of a few words; one word of a long phrase is no core of it."""
    least = len(reading.text[span.start : span.end].split()) / _CORE
    return any(
        q.kind == "scare"
        and (q.span.covers(span) or (span.covers(q.inner) and len(reading.text[q.inner.start : q.inner.end].split()) >= least))
        for q in reading.quotations_by_place.backwards(span)
    )


def is_set_apart(reading: Reading, span: Span) -> bool:
    """Whether the source sets the phrase, and little more, in italics as a word that is spoken of: `the word <em>liberation</em>`.

    Italics also stress; so a word that speaks of words stands before, or one by which a bare noun is only mentioned."""
    document = reading.document
    if document.format not in ("markdown", "html"):
        return False
    region, source = document.region(span), document.source
    first, last = max(0, region.start - _LONGEST_MARKED), min(len(source), region.end + _LONGEST_MARKED)
    if not _MARK.search(source, first, last):
        return False
    if not _SPEAKS_OF.search(reading.folded, max(0, span.start - _LONGEST_MARKED), span.start):
        return False
    return any(
        ((match.start() <= region.start and region.end <= match.end()) or (region.start <= match.start() and match.end() <= region.end))
        and len((match["star"] or match["tag"]).split()) <= _FEW_WORDS
        for match in _ITALICS.finditer(source, first, last)
    )


def in_title(reading: Reading, span: Span) -> bool:
    """Whether the phrase belongs to the name of a work: between a title's marks, or in italics that begin and end with it."""
    if is_set_as_title(reading, span):
        return True
    return any(q.kind == "title" and q.span.covers(span) for q in reading.quotations_by_place.backwards(span))


def is_set_as_title(reading: Reading, span: Span) -> bool:
    """Whether the source sets capitalised words around the phrase in italics, as titles are set."""
    document = reading.document
    if document.format not in ("markdown", "html"):
        return False
    region = document.region(span)
    source, first, last = document.source, max(0, region.start - _LONGEST_LOOK), region.end + _LONGEST_LOOK
    if not _MARK.search(source, max(0, region.start - _LONGEST_TITLE), region.end + _LONGEST_TITLE):
        return False
    line = source.rfind("\n", first, region.start) + 1 or first
    end = source.find("\n", region.end, last)
    for match in _ITALICS.finditer(source, line, end if end >= 0 else min(last, len(source))):
        if match.start() <= region.start and region.end <= match.end():
            words = [word for word in (match["star"] or match["tag"]).split() if len(word) > 3]
            return len(words) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in words)
    return False


def cleared_by(reading: Reading, span: Span, setting: Setting, voice: Voice, unless: tuple[Clearing, ...]) -> Step | None:
    """What takes the phrase out of the publication's own voice, or None. ``unless`` names the clearings that the rule knows."""
    if "attributed" in unless and answers_for_words(reading, span, voice):
        return Step("attributed")
    signer = signature(reading, span, setting) if "attributed" in unless else None
    if signer is not None:
        return Step(f"signed by {reading.text[signer.start : signer.end]}", signer)
    judged = judged_by(reading, span, voice) if "attributed" in unless else None
    if judged is not None:
        return judged
    if in_title(reading, span):
        return Step("part of a title")
    for kind in unless:
        if kind != "attributed":
            step = distance(reading, span, setting, kind)
            if step is not None:
                return step
    return None
