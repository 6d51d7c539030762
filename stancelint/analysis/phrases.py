"""Set phrases found in running words: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from stancelint.text.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The words of ``text``, folded, with their places. A contracted `n't` is a word of its own (`do n't agree`)."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().casefold().replace("’", "'")
        if word.endswith("n't") and len(word) > 3:
            found.append((word[:-3], match.start(), match.end() - 3))
            found.append(("n't", match.end() - 3, match.end()))
        else:
            found.append((word, match.start(), match.end()))
    return found


@lru_cache(maxsize=32)
def _by_first(phrases: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(word for word, _, _ in words_of(phrase))
        if parts:
            table.setdefault(parts[0], []).append(parts)
    for rows in table.values():
        rows.sort(key=len, reverse=True)
    return table


def find_phrases(text: str, phrases: frozenset[str], at: int = 0) -> Iterator[tuple[int, int]]:
    """Where ``phrases`` stand in ``text``, the longest where two begin together; places are moved by ``at``."""
    table = _by_first(phrases)
    words = words_of(text)
    for index, (word, start, _) in enumerate(words):
        for parts in table.get(word, ()):
            last = index + len(parts) - 1
            if last < len(words) and all(words[index + k][0] == part for k, part in enumerate(parts)):
                yield at + start, at + words[last][2]
                break


def holds(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in ``text``."""
    return next(find_phrases(text, phrases), None) is not None
