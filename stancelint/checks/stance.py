"""The stance check: the publication's statement of policy is missing, or is not in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, Note, Rewording
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.reading import Reading
    from stancelint.analysis.stance import Change


class StanceCheck(Value):
    """Compares the draft's statement with the policy's. ``fault`` is ``missing`` or ``altered``."""

    kind: ClassVar[str] = "stance"

    fault: Literal["missing", "altered"]

    @property
    def anchors(self) -> Anchors:
        """None: what is missing leaves no word behind."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """The one match that there can be: on the title, or on the altered statement."""
        terms = reading.terms.sections.stance
        if not reading.owes_sections or not terms.text:
            return
        statement = reading.statement
        if statement is None:
            if self.fault == "missing":
                sought = Note("no sentence of the draft shares half its words with the statement")
                stated = Note(f"the statement reads: “{terms.text}”")
                rewording = Rewording(f"Add the paragraph: “{terms.text}”", False, ())
                yield Match(None, (("statement", terms.text),), (sought, stated), (rewording,))
            return
        if self.fault == "altered" and (statement.likeness < terms.tolerance or statement.turned):
            share = f"{statement.likeness:.0%}"
            said = [_said(reading, change) for change in statement.changes]
            notes = (*said, Note(f"the statement reads: “{terms.text}”"))
            rewording = Rewording("Put the statement in the policy's own words", False, ((statement.span, terms.text),))
            yield Match(statement.span, (("likeness", share),), notes, (rewording,))


def _said(reading: Reading, change: Change) -> Note:
    got = reading.text[change.span.start : change.span.end]
    tail = ", which turns the meaning" if change.turns else ""
    if not got:
        return Note(f"“{change.meant}” is left out{tail}", change.span)
    if not change.meant:
        return Note(f"“{got}” is added{tail}", change.span)
    return Note(f"“{got}” stands for “{change.meant}”{tail}", change.span)


CHECK = StanceCheck
