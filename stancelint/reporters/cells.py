"""How many cells of a terminal a character takes, so that a caret stands under its word.

The rules are those of wcwidth and of the terminals that follow UAX 29: wide East Asian characters and emoji take two cells,
combining marks none, and an emoji sequence (joiner, skin tone) those of its first emoji.
"""

from __future__ import annotations

from functools import cache

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def widths(text: str) -> list[int]:
    """The cells that each code point of ``text`` adds, in order."""
    if text.isascii():
        return [1] * len(text)
    cells: list[int] = []
    before = ""
    for character in text:
        width = 1 if character < "\u0300" else _width(character)
        if _continues_emoji(character, width, before):
            width = 0
        elif character == _EMOJI_STYLE and cells and cells[-1] == 1 and before > "\u2000":
            width = 1
        cells.append(width)
        before = character
    return cells


def _continues_emoji(character: str, width: int, before: str) -> bool:
    return (before == _JOINER and width == 2) or ("\U0001f3fb" <= character <= "\U0001f3ff" and before > "\u2000")


def cells_of(text: str) -> int:
    """The cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(widths(text))


@cache
def _width(character: str) -> int:
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me") or character in "\u200b\u200c\u200d\u2060":
        return 0
    if "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
