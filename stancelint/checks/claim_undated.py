"""The claim-undated check: a toll that is still running needs the hour at which it stood so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, Note, any_word
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.reading import Reading


class ClaimUndatedCheck(Value):
    """``running`` are words that say a count is not final, in its sentence or in the next one; ``stamped`` words that say when it held.

    Raises ``ValueError`` for an empty phrase."""

    running: tuple[str, ...]
    stamped: tuple[str, ...]

    kind: ClassVar[str] = "claim-undated"

    def __post_init__(self) -> None:
        if not all(phrase.strip() for phrase in (*self.running, *self.stamped)):
            raise ValueError("a phrase without a word would stand in every sentence")

    @property
    def anchors(self) -> Anchors:
        """One word of every running phrase."""
        return any_word(phrase.lower().split()[0] for phrase in self.running)

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every running count whose sentence gives no time."""
        sentences = reading.sentences
        starts = [sentence.span.start for sentence in sentences]
        for claim in reading.claims:
            if claim.historical or claim.high == 0 or claim.when:
                continue
            number = bisect_right(starts, claim.span.start) - 1
            sentence = sentences[number]
            stop = sentence.span.end
            if number + 1 < len(sentences) and sentences[number + 1].block == sentence.block:
                stop = sentences[number + 1].span.end
            words = f" {reading.folded[sentence.span.start : stop]} "
            sign = next((phrase for phrase in self.running if f" {phrase}" in words), None)
            if sign is None or any(f" {phrase} " in words or f" {phrase}" in words for phrase in self.stamped):
                continue
            yield Match(
                claim.span, (("sign", sign),), (Note(f"“{sign}” says that the count is not final, and no time is given", sentence.span),)
            )


CHECK = ClaimUndatedCheck
