"""The factive cue check: `Moscow confirmed that …` vouches for what Moscow says of itself.

A cue that presupposes its content (confirmed, revealed, showed) turns a claim into a fact. Where the source is the Russian
state and the claim is in its own favour, the writer has vouched for it. An admission against interest is news and passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.actors import speaks_for_russia
from stancelint.checks.base import Anchors, Match, Note, Rewording
from stancelint.checks.hits import PhraseList, phrase_anchors
from stancelint.checks.surroundings import WordSetLexicon
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.model import Attribution, SourceMention
    from stancelint.analysis.reading import Reading

_LONGEST_OFFICE = 4


class FactiveCueCheck(Value):
    """``cues`` are forms of the verbs that vouch. ``favourable`` phrases mark a claim in the source's favour, ``admissions`` phrases
    one against its interest; a claim that bears neither mark passes."""

    cues: tuple[str, ...]
    favourable: tuple[str, ...]
    admissions: tuple[str, ...]
    suggest: tuple[str, ...] = ("said",)

    kind: ClassVar[str] = "factive-cue"

    @property
    def anchors(self) -> Anchors:
        """The cues' words."""
        return phrase_anchors(self.cues)

    @property
    def sought(self) -> tuple[str, ...]:
        """The phrases that it looks for beside its anchors."""
        return (*self.favourable, *self.admissions)

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every cue by which the draft vouches for a Russian-state claim."""
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        cues, favourable = PhraseList(self.cues, sets), PhraseList(self.favourable, sets)
        admissions = PhraseList(self.admissions, sets)
        for one in reading.attributions:
            cue = next((piece for piece in one.cue if _first(cues, reading, piece)), None)
            if cue is None or not _speaks(reading, one.origin or one.source):
                continue
            content = [piece for piece in one.content if not _quoted(reading, piece)]
            favour = next((hit for piece in content if (hit := _first(favourable, reading, piece))), None)
            if favour is None or any(_first(admissions, reading, piece) for piece in content):
                continue
            yield self._match(reading, one, cue, favour)

    def _match(self, reading: Reading, one: Attribution, cue: Span, favour: Span) -> Match:
        words = reading.text[cue.start : cue.end]
        source = one.origin or one.source
        notes = [Note(f"“{reading.text[favour.start : favour.end]}” speaks in the source's own favour", favour)]
        if source is not None:
            notes.append(Note(f"{source.text} is a Russian-state source", source.span))
        edits = tuple(Rewording(f"write “{word}”", False, ((cue, word),)) for word in self.suggest)
        return Match(
            cue,
            captures=(("match", words), ("source", source.text if source else ""), ("suggest", self.suggest[0])),
            notes=tuple(notes),
            rewordings=edits,
        )


def _speaks(reading: Reading, source: SourceMention | None) -> bool:
    """Whether the source is the Russian state itself, and no thing of its: `Russia's war shows …` is nobody's claim."""
    if source is None or not speaks_for_russia(reading, source):
        return False
    return source.source_class is not None or len(source.text.split()) <= _LONGEST_OFFICE


def _first(phrases: PhraseList, reading: Reading, place: Span) -> Span | None:
    hit = next(phrases.find(reading, place.start, place.end), None)
    return Span(*hit) if hit else None


def _quoted(reading: Reading, place: Span) -> bool:
    return any(q.kind == "speech" and q.span.covers(place) for q in reading.quotations_by_place.backwards(place))


CHECK = FactiveCueCheck
