"""Patterns that would backtrack for ever, found before a draft meets them.

A regular expression goes astray where a part that may repeat can match the same words in several ways (``(\\w+\\s*)+:``): when what should
follow is missing, every way is tried. Each repetition of a pattern is therefore fed what it repeats, many times over, with nothing after
it that fits; a pattern that has found its answer neither for a line's length nor for a page's in good time would be stopped in a draft.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from stancelint.text.patterns import lazy

LONGEST = 0.25  # seconds; an honest pattern needs a thousandth
_LENGTHS = (32, 2_000)  # repetitions for what doubles with every word, characters for what grows with their third power
_NOTHING_FITS = ("\x01", "\n\x01\n")  # and then what the pattern cannot do without, or the library would not even begin
_LEFT_OUT = lazy(r"\[\^([^\]]*)\]")
_MANY = 200  # strings to try on one pattern
_CATEGORIES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a"}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def astray(pattern: str, compiled: Any, samples: Sequence[str] = ()) -> str | None:
    """What a pattern repeats without end on some page, or None where it always answers in time.

    ``compiled`` is the pattern as the ``regex`` library holds it. ``samples`` are texts in which it finds something: where the pattern
    cannot be taken apart, their words are what it is fed."""
    tried: set[str] = set()
    needed = f"{pattern} {' '.join(samples)}"
    ends = [f"{end}{needed}" for end in (*_NOTHING_FITS, *_refused(pattern))]
    for before, repeated in (*_repetitions(pattern), *_words_of(samples)):
        if not repeated or len(tried) >= _MANY:
            continue
        for page in _pages(before, repeated, ends):
            if page not in tried and _stopped(compiled, page):
                return repeated
            tried.add(page)
    return None


def _refused(pattern: str) -> list[str]:
    """What the classes of a pattern leave out, twice: most classes that leave something out take our endings."""
    return [mark * 2 for mark in dict.fromkeys("".join(_LEFT_OUT.findall(pattern))) if not mark.isalnum() and mark != "\\"]


def _pages(before: str, repeated: str, ends: Sequence[str]) -> Iterator[str]:
    for times in (_LENGTHS[0], _LENGTHS[1] // len(repeated)):
        for end in ends:
            yield before + repeated * times + end


def _stopped(compiled: Any, page: str) -> bool:
    try:
        for _ in compiled.finditer(page, timeout=LONGEST):
            pass
    except TimeoutError:
        return True
    return False


def _words_of(samples: Sequence[str]) -> Iterator[tuple[str, str]]:
    for sample in samples:
        yield "", sample
        for word in sample.split():
            yield "", word
            yield "", f"{word} "
            yield "", word[:1]


def _repetitions(pattern: str) -> Iterator[tuple[str, str]]:
    """For every part that may repeat: words that lead up to it, and words that it takes once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            from re import _parser  # type: ignore[attr-defined]  # the parser of the standard library, which has no public door

            tree = _parser.parse(pattern)
        except Exception:  # what only the other library knows; the samples must do
            return
    yield from _inside(list(tree), "")


def _inside(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for kind, held in nodes:
        for inner in _bodies(str(kind), held):
            yield from _inside(list(inner), before)
        if str(kind) in _REPEATS and held[1] > 1:
            for once in _texts(list(held[2])):
                yield before, once
        before += next(iter(_texts([(kind, held)])), "")


def _bodies(kind: str, held: Any) -> list[Any]:
    if kind in _REPEATS:
        return [held[2]]
    if kind == "SUBPATTERN":
        return [held[3]]
    if kind == "BRANCH":
        return list(held[1])
    if kind == "ATOMIC_GROUP":
        return [held]
    return [held[1]] if kind in ("ASSERT", "ASSERT_NOT") else []


def _texts(nodes: list[Any]) -> list[str]:
    """Some texts that the nodes match one after the other: the first way of each, and each other way by itself."""
    found = [""]
    for kind, held in nodes:
        ways = _ways(str(kind), held)
        found = [found[0] + way for way in ways] + [text + ways[0] for text in found[1:]] if ways else found
    return found[:8]


def _ways(kind: str, held: Any) -> list[str]:
    if kind == "LITERAL":
        return [chr(held)]
    if kind == "ANY":
        return ["a"]
    if kind == "NOT_LITERAL":
        return ["b" if held == ord("a") else "a"]
    if kind == "IN":
        return _members(held)
    if kind in _REPEATS:
        return [text * max(1, held[0]) for text in _texts(list(held[2]))]
    if kind == "BRANCH":
        return [text for branch in held[1] for text in _texts(list(branch))]
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return [text for body in _bodies(kind, held) for text in _texts(list(body))]
    return []


def _members(held: Any) -> list[str]:
    if str(held[0][0]) == "NEGATE":
        refused = {chr(code) for kind, code in held[1:] if str(kind) == "LITERAL"}
        return [letter for letter in "a b7" if letter not in refused][:2]
    found = []
    for kind, what in held:
        if str(kind) == "LITERAL":
            found.append(chr(what))
        elif str(kind) == "RANGE":
            found.append(chr(what[0]))
        else:
            found.append(_CATEGORIES.get(str(what), "-"))
    return found
