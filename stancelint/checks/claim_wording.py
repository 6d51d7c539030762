"""How a finding speaks of a count: the figure in words, each source found with class and owner, and what was looked for."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.checks.base import Note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Claim, Standing
    from stancelint.analysis.reading import Reading

_KINDS = {"killed": "killed", "injured": "wounded", "missing": "missing", "captured": "captured", "casualties": "killed or wounded"}


def figure(claim: Claim) -> str:
    """The bounds in words: `12`, `at least 12`, `up to 60`, `10 to 12`, `about 4,000`."""
    low, high = claim.low, claim.high
    if high is None:
        return f"at least {low:,}" if claim.hedge != "about" else f"{low:,} or more"
    if low == high:
        return f"about {low:,}" if claim.hedge == "about" else f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def described(claim: Claim) -> str:
    """The claim in one line: `at least 12 killed, Kharkiv, on Tuesday`."""
    parts = [f"{figure(claim)} {_KINDS[claim.kind]}"]
    if claim.side:
        parts.append(f"{claim.side} losses")
    if claim.place:
        parts.append(claim.place.title())
    if claim.when:
        parts.append(claim.when)
    return ", ".join(parts)


def named(standing: tuple[Standing, ...]) -> str:
    """The sources by name, once each: `Reuters`, `Kyiv's mayor and the city administration`."""
    names: list[str] = []
    for one in standing:
        text = " ".join(one.mention.text.split())
        if text.casefold() not in (name.casefold() for name in names):
            names.append(text)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def notes(reading: Reading, claim: Claim) -> Iterator[Note]:
    """The evidence of a finding about a count: the claim, every source, the figures against it, and what was sought in vain."""
    yield Note(f"the claim: {described(claim)}", claim.figure)
    for one in claim.standing:
        yield Note(f"source found: {' '.join(one.mention.text.split())}: {one.why}", one.mention.span)
    if not claim.standing:
        for step in claim.voice.trail:
            yield Note(step.message, step.span)
    for rival in claim.rivals:
        yield Note("a different figure for what reads as the same event", rival)
    if claim.caveat is not None:
        yield Note("the paragraph says that it is not verified", claim.caveat)
    if claim.grade in ("single", "belligerent", "unattributed"):
        yield Note("looked for a second independent source, and for a caveat in this paragraph: none")
        contested = reading.section("contested")
        if contested is None:
            yield Note("the draft has no contested section that could name the count")
        else:
            yield Note("the contested section does not name the count", contested.heading or contested.body)
