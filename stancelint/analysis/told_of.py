"""Whom a sentence tells of, by name: the person that `he` or `she` in the next one stands for, when nobody has spoken in between."""

from __future__ import annotations

from stancelint.analysis.page import Page, Range
from stancelint.analysis.tokens import DETERMINER, MARK, TIME

_LONGEST_OFFICE = 5  # words of `a retired lock keeper`
_LONGEST_NAME = 3
_SHE = frozenset(("she", "her"))
_FULL = 2  # names of a full name


def named_with_office(page: Page, low: int, stop: int) -> Range | None:
    """The one person whom the tokens name beside what he is: `a fisherman, Søren Thygesen,`, `the baker Ihor Lys`; None where there
    are more than one or none."""
    found: Range | None = None
    at = low
    while at < stop:
        end = _with_office(page, at, stop) if page.bits[at] & DETERMINER else at
        if end > at:
            if found is not None:
                return None
            found, at = (at, end), end
        else:
            at += 1
    return found


def _with_office(page: Page, at: int, stop: int) -> int:
    """The end of the name of whoever is described at the token; the token itself where nobody is."""
    words = page.words
    for head in range(at + 1, min(stop, at + _LONGEST_OFFICE)):
        if page.bits[head] & MARK or page.capital(head):
            return at
        if words[head] in page.cues.persons or words[head] in page.cues.one_person:
            name = head + 2 if words[head + 1 : head + 2] == [","] else head + 1
            end = full_name(page, name, stop)
            return end if end > name else at
    return at


def full_name(page: Page, at: int, stop: int) -> int:
    """The end of a full name that begins at the token, or the token itself."""
    end = at
    while end < min(stop, at + _LONGEST_NAME) and page.capital(end) and not page.bits[end] & (MARK | TIME):
        end += 1
    return end if end - at >= _FULL else at


def described(page: Page, low: int, stop: int) -> Range | None:
    """The one person without a name whom the tokens tell of: `a pilot of one of the boats`; None where there are more than one or none."""
    found: Range | None = None
    for at in range(low, stop):
        if page.words[at] not in ("a", "an"):
            continue
        for head in range(at + 1, min(stop, at + _LONGEST_OFFICE)):
            if page.bits[head] & MARK or page.capital(head):
                break
            if page.words[head] in page.cues.one_person:
                if found is not None:
                    return None
                found = (at, head + 1)
                break
    return found


def answers_to(page: Page, word: str, source: Range) -> bool:
    """Whether the first name or noun that tells men from women, if there is one, gainsays the pronoun: no she is a Leonid."""
    for i in range(*source):
        name = page.words[i]
        if (name in page.cues.men or name in page.cues.women) and page.words[i + 1 : i + 2] not in (["'s"], ["’s"]):
            return name in (page.cues.women if word in _SHE else page.cues.men)
    return True
