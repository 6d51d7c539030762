"""Short forms in brackets behind the name that they stand for: `the Luhansk People's Republic (LPR)` cites nobody."""

from __future__ import annotations

from stancelint.text.patterns import lazy

_NAME = lazy(r"(?:\b[A-Z][\w'\u2019.]*(?:-[a-z][\w'\u2019.]*)*(?:[ -](?:of|for|and|in|the|on|to|de)(?: the)?)?[ -])+$")
_CAPITAL = lazy(r"(?<![A-Za-z])[A-Z]")
_LONGEST_NAME = 120
_FEWEST = 3  # letters of a short form whose order may differ from that of the name: LNR


def abbreviates(text: str, opening: int, short: str) -> bool:
    """Whether ``short``, in the bracket that opens at ``opening``, stands for the capitalised words right before it."""
    if not short.isupper() or not short.isalpha():
        return False
    match = _NAME.search(text, max(0, opening - _LONGEST_NAME), opening)
    if match is None:
        return False
    initials = "".join(_CAPITAL.findall(match.group()))[-len(short) :]
    if initials == short:
        return True
    return len(short) >= _FEWEST and len(initials) == len(short) and initials[0] == short[0] and initials[-1] == short[-1]
