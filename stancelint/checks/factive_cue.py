"""The factive cue check: `Moscow confirmed that …` vouches for what Moscow says of itself.

A cue that presupposes its content (confirmed, revealed, showed) turns a claim into a fact. Where the source is the Russian
state and the claim is in its own favour, the writer has vouched for it. An admission against interest is news and passes.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.claim_setting import Finder
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
_NO_WITHIN = 12  # characters before an admission in which it is denied
_NO = frozenset({"no", "not", "none", "never", "neither"})


class FactiveCueCheck(Value):
    """``cues`` are forms of the verbs that vouch. ``favourable`` phrases mark a claim in the source's favour, ``admissions`` phrases
    one against its interest; a claim that bears neither mark passes.

    ``successes`` are deeds of war: in the source's favour, unless they befell Russia or an office that wages none (``civil``) tells of
    them. After an ``exposing`` cue the mere name of an enemy (``enemies``) is favour enough, save in ``dealings`` with him; ``setbacks``,
    which he inflicted, are owned up to under any other cue, unless they are ``outrages``, which accuse him."""

    cues: tuple[str, ...]
    favourable: tuple[str, ...]
    admissions: tuple[str, ...]
    successes: tuple[str, ...] = ()
    civil: tuple[str, ...] = ()
    setbacks: tuple[str, ...] = ()
    outrages: tuple[str, ...] = ()
    exposing: tuple[str, ...] = ()
    enemies: tuple[str, ...] = ()
    dealings: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ("said",)

    kind: ClassVar[str] = "factive-cue"

    @property
    def anchors(self) -> Anchors:
        """The cues' words."""
        return phrase_anchors(self.cues)

    @property
    def sought(self) -> tuple[str, ...]:
        """The phrases that it looks for beside its anchors."""
        return (
            *self.favourable,
            *self.admissions,
            *self.successes,
            *self.civil,
            *self.setbacks,
            *self.outrages,
            *self.exposing,
            *self.enemies,
            *self.dealings,
        )

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every cue by which the draft vouches for a Russian-state claim."""
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        cues, admissions = PhraseList(self.cues, sets), PhraseList(self.admissions, sets)
        for one in reading.attributions:
            cue = next((piece for piece in one.cue if _first(cues, reading, piece)), None)
            source = one.origin or one.source
            if cue is None or source is None or not _speaks(reading, source):
                continue
            content = [piece for piece in one.content if not _quoted(reading, piece)]
            if any(_admits(admissions, reading, piece) for piece in content):
                continue
            favour = next((hit for marks in self._marks(reading, cue, source, content) if (hit := _of(marks, reading, content))), None)
            if favour is not None:
                yield self._match(reading, one, cue, favour)

    def _marks(self, reading: Reading, cue: Span, source: SourceMention, content: list[Span]) -> Iterator[PhraseList]:
        """The phrases that speak in favour of this source under this cue."""
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        exposes = _first(PhraseList(self.exposing, sets), reading, cue) is not None
        outrage = _of(PhraseList(self.outrages, sets), reading, content) is not None
        if not exposes and not outrage and _of(PhraseList(self.setbacks, sets), reading, content):
            return
        yield PhraseList(self.favourable, sets)
        if not (_first(PhraseList(self.civil, sets), reading, source.span) or _befell_russia(reading, content)):
            yield PhraseList(self.successes, sets)
        if exposes and not _of(PhraseList(self.dealings, sets), reading, content):
            yield PhraseList(self.enemies, sets)

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


def _of(phrases: PhraseList, reading: Reading, content: list[Span]) -> Span | None:
    return next((hit for piece in content if (hit := _first(phrases, reading, piece))), None)


def _befell_russia(reading: Reading, content: list[Span]) -> bool:
    """Whether the last place that the claim names lies in Russia: what was hit there is its own."""
    finder = Finder(reading)
    lands = [land for piece in content if (land := finder.territory(piece))]
    return lands[-1:] == ["russia"]


def _speaks(reading: Reading, source: SourceMention) -> bool:
    """Whether the source is the Russian state itself, and no thing of its: `Russia's war shows …` is nobody's claim."""
    if not speaks_for_russia(reading, source):
        return False
    return source.source_class is not None or len(source.text.split()) <= _LONGEST_OFFICE


def _first(phrases: PhraseList, reading: Reading, place: Span) -> Span | None:
    hit = next(phrases.find(reading, place.start, place.end), None)
    return Span(*hit) if hit else None


def _admits(admissions: PhraseList, reading: Reading, place: Span) -> bool:
    """Whether the source owns up to something: `no ship had been hit` is no admission."""
    found = admissions.find(reading, place.start, place.end)
    return any(_NO.isdisjoint(reading.folded[max(place.start, start - _NO_WITHIN) : start].split()) for start, _ in found)


def _quoted(reading: Reading, place: Span) -> bool:
    return any(q.kind == "speech" and q.span.covers(place) for q in reading.quotations_by_place.backwards(place))


CHECK = FactiveCueCheck
