"""The phrase check: words that only one side would use, in the publication's own voice.

A rule lists phrases in groups, each with its own strength and its own conditions (who acts, which words stand near). A
phrase is looked up by its rarest words, matched only where they stand, and judged only when it matched: by its conditions
first, then by whose voice it is in. Everything that was sought is kept as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.actors import speaks_for_russia
from stancelint.checks.base import Anchors, Match, Note, Rewording
from stancelint.checks.conditions import ALL_CLEARINGS, Group, cleared_by, in_scare_quotes, is_set_apart, meets
from stancelint.checks.hits import hits_of, likely_in, phrase_anchors
from stancelint.checks.laundering import is_mark
from stancelint.checks.surroundings import Setting, WordSetLexicon, in_lead, setting_of
from stancelint.finding import SEVERITIES
from stancelint.text.span import Span
from stancelint.text.taken import Taken
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.model import Voice
    from stancelint.analysis.reading import Reading
    from stancelint.choices import Clearing


class Hit(Value):
    """A phrase whose conditions hold: where, how many steps below the rule's strength, under which group, on what evidence."""

    span: Span
    steps: int
    group: Group
    setting: Setting
    notes: tuple[Note, ...]


class PhraseCheck(Value):
    """``phrases`` are groups; a plain string is one of its own. ``unless`` lists what clears a phrase; ``suggest`` holds neutral
    wordings that can stand in its place. Raises ``ValueError`` for an empty one."""

    phrases: tuple[Group, ...]
    suggest: tuple[str, ...] = ()
    unless: tuple[Clearing, ...] = ALL_CLEARINGS

    kind: ClassVar[str] = "phrase"

    def __post_init__(self) -> None:
        if not all(self.suggest):
            raise ValueError("a wording to suggest is empty")

    @property
    def sought(self) -> tuple[str, ...]:
        """Every phrase that the check looks for."""
        return tuple(text for group in self.phrases for text in group.any_of)

    @property
    def anchors(self) -> Anchors:
        """The sure words of every phrase; None where a phrase has none."""
        return phrase_anchors(self.sought)

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every phrase in the publication's own voice, overlapping ones as one."""
        for hit in strongest(self.hits(reading)):
            match = self._judge(reading, hit)
            if match is not None:
                yield match

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """Every phrase whose conditions hold, whoever says it."""
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        top = max((SEVERITIES[g.severity] for g in self.phrases if g.severity), default=None)
        for group in self.phrases:
            steps = int(top - SEVERITIES[group.severity]) if top is not None and group.severity else 0
            for text in likely_in(reading, group.any_of):
                for span in hits_of(reading, text, sets, exact=group.case == "exact"):
                    setting = setting_of(reading, span)
                    notes = meets(reading, group, span, setting)
                    if notes is not None:
                        yield Hit(span, steps, group, setting, notes)

    def _judge(self, reading: Reading, hit: Hit) -> Match | None:
        voice = reading.voice(hit.span)
        if cleared_by(reading, hit.span, hit.setting, voice, self.unless) or is_mark(reading, hit.span):
            return None
        quoted = hit.group.quoted is None and (voice.scare or in_scare_quotes(reading, hit.span) or is_set_apart(reading, hit.span))
        doubtful = voice.kind in ("uncertain", "quoted")
        words = reading.text[hit.span.start : hit.span.end]
        return Match(
            hit.span,
            captures=(("match", words), ("suggest", self.suggest[0] if self.suggest else "")),
            notes=(*hit.notes, *(Note(step.message, step.span) for step in voice.trail)),
            rewordings=(*self._neutral(words, hit.span), *_attributed(reading, voice, words, hit.span)),
            lowered=hit.steps + doubtful,
            raised=in_lead(reading, hit.span),
            advisory=quoted,
        )

    def _neutral(self, words: str, span: Span) -> Iterator[Rewording]:
        for wording in self.suggest:
            cased = wording[0].upper() + wording[1:] if words[0].isupper() and words[1:].islower() else wording
            yield Rewording(f"write “{cased}”", False, ((span, cased),))


def strongest(hits: Iterator[Hit]) -> list[Hit]:
    """One hit for each run of overlapping ones: the strongest, then the longest; in the order of the draft."""
    kept: list[Hit] = []
    taken = Taken()
    for hit in sorted(hits, key=lambda h: (h.steps, h.span.start - h.span.end, h.span.start)):
        if taken.holder(hit.span.start, hit.span.end) is None:
            taken.take(hit.span.start, hit.span.end, len(kept))
            kept.append(hit)
    return sorted(kept, key=lambda h: h.span)


def _attributed(reading: Reading, voice: Voice, words: str, span: Span) -> Iterator[Rewording]:
    """The wording that lays the phrase at the door of the Russian source that the sentence or its neighbour already names."""
    source = voice.attribution.source if voice.attribution else None
    if source is None or not speaks_for_russia(reading, source):
        return
    text = f"what {source.text} calls “{words}”"
    yield Rewording(f"write “{text}”", False, ((span, text),))


CHECK = PhraseCheck
