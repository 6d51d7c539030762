"""The pattern check: a regular expression, for what a desk cannot say as a phrase.

None of the built-in rules needs it. It runs on the ``regex`` library, which can be stopped: a pattern that backtracks for ever ends after
``LONGEST`` seconds on a draft, is reported by its rule's name, and the other rules go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from time import process_time

from stancelint.checks.base import Anchors, Match, Note, any_word
from stancelint.checks.conditions import ALL_CLEARINGS, cleared_by, in_scare_quotes
from stancelint.checks.hits import in_opaque
from stancelint.checks.surroundings import in_lead, setting_of
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Literal

    from stancelint.analysis.reading import Reading
    from stancelint.choices import Clearing

LONGEST = 2.0  # seconds that one rule's patterns may take over one draft
_CALLS = lazy(r"(?<!\\)\(\?(?:R|[0-9]+|&\w*|P>\w*)\)")  # a pattern that calls a part of itself


class PatternCheck(Value):
    """``patterns`` are regular expressions as the ``regex`` library reads them, run over the prose; ``unless`` lists what clears a hit.

    ``wakes`` are words of which a draft must hold one for the patterns to be tried at all. Raises ``ValueError`` for a pattern
    that is not well-formed."""

    patterns: tuple[str, ...]
    case: Literal["any", "exact"] = "any"
    wakes: tuple[str, ...] = ()
    unless: tuple[Clearing, ...] = ALL_CLEARINGS

    kind: ClassVar[str] = "pattern"

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            compiled(pattern, self.case)

    @property
    def anchors(self) -> Anchors:
        """The words that wake it, folded; None where none are named."""
        return any_word(word.lower() for word in self.wakes) if self.wakes else None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Every hit in the publication's own voice. Raises ``TimeoutError`` where the patterns together take too long."""
        left = LONGEST
        for pattern in self.patterns:
            began = process_time()  # what judging the hits takes is not the pattern's fault, nor is a busy machine
            spans = [Span(*hit.span()) for hit in compiled(pattern, self.case).finditer(reading.text, timeout=left)]
            left -= process_time() - began
            if left <= 0:
                raise TimeoutError(pattern)
            for span in spans:
                if len(span) and not in_opaque(reading, span):
                    yield from self._judge(reading, span)

    def _judge(self, reading: Reading, span: Span) -> Iterator[Match]:
        voice, setting = reading.voice(span), setting_of(reading, span)
        if cleared_by(reading, span, setting, voice, self.unless):
            return
        yield Match(
            span,
            captures=(("match", reading.text[span.start : span.end]),),
            notes=tuple(Note(step.message, step.span) for step in voice.trail),
            lowered=int(voice.kind in ("uncertain", "quoted")),
            raised=in_lead(reading, span),
            advisory=voice.scare or in_scare_quotes(reading, span),
        )


@cache
def compiled(pattern: str, case: str) -> Any:
    """The pattern compiled. Raises ``ValueError`` with the place of what is wrong."""
    import regex

    if (call := _CALLS.search(pattern)) is not None:
        raise ValueError(f"the pattern “{pattern}” calls a part of itself by “{call[0]}”, which can go on for ever: write that part out")
    try:
        return regex.compile(pattern, 0 if case == "exact" else regex.IGNORECASE)
    except regex.error as problem:
        raise ValueError(f"the pattern “{pattern}” is not well-formed: {problem}") from None


CHECK = PatternCheck
