"""A finding in plain words, for reports that have a box of text to put it in: the same order on every desk's screen."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.text.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.finding import Evidence, Finding, Fix
    from stancelint.text.span import Place

_LONGEST = 60


def trail(finding: Finding, clause: str) -> Iterator[tuple[str, str]]:
    """Label and words of all that follows the message: the policy, what was found and where, what was not, and what clears it.

    In a file whose lines nobody sees its place comes first. ``clause`` is the clause's text, empty where the policy gives none."""
    if finding.start.within:
        yield "place", visible(finding.start.within.words)
    if finding.clause:
        yield "policy", f"“{visible(clause)}” ({finding.clause})" if clause else finding.clause
    for piece in finding.evidence:
        yield ("found" if piece.start else "note"), evidence_words(piece)
    if finding.clears:
        yield "clears", visible(finding.clears)


def offer(fix: Fix) -> str:
    """A fix in words, with the promise that it makes."""
    return f"{visible(fix.title)} (safe fix)" if fix.safe else visible(fix.title)


def explanation(finding: Finding, clause: str) -> str:
    """The trail and the offers, a line each."""
    lines = [f"{label}: {words}" for label, words in trail(finding, clause)]
    lines += [f"help: {offer(fix)}" for fix in finding.fixes]
    return "\n".join(lines)


def evidence_words(piece: Evidence) -> str:
    """One piece of evidence with its words and its place."""
    said = visible(piece.message)
    if piece.start is None:
        return said
    return f"{said}{_quoted(piece.text, said)} ({place_words(piece.start)})"


def _quoted(text: str, said: str) -> str:
    words = shortened(visible(text))
    return "" if not words or words in said else f" “{words}”"


def shortened(words: str) -> str:
    """Words that fit a line: the middle of a long stretch is left out."""
    return words if len(words) <= _LONGEST else f"{words[:40].rstrip()} … {words[-16:].lstrip()}"


def place_words(place: Place) -> str:
    """``line 7, column 23``; ``paragraph 7, run 2, character 5, under “Damage”`` in a Word file, the node in a document in JSON."""
    return visible(place.within.words) if place.within else f"line {place.line}, column {place.column}"


def aside(place: Place) -> str:
    """The place in a file whose lines nobody sees, in brackets after a message of one line; nothing for any other file."""
    return f" ({visible(place.within.words)})" if place.within else ""


def slashed(path: str) -> str:
    """A path as the forges write it: forward slashes, no leading ``./``."""
    return path.replace("\\", "/").removeprefix("./")
