"""Colours that can be read on a dark and on a light ground alike, and none where none are wanted.

Of the 256-colour cube, not the sixteen of the theme: themes differ most in their yellow and their blue, and those are the ones
that become unreadable. Each has a contrast of at least 3:1 on black, on white, and on both grounds of Solarized.
"""

from __future__ import annotations

from collections.abc import Callable

_CODES = {
    "error": "1;38;5;196",
    "warning": "1;38;5;166",
    "info": "1;38;5;32",
    "strong": "1",
    "gutter": "38;5;32",
    "quiet": "38;5;243",
    "good": "1;38;5;34",
    "near": "38;5;32",
}

Paint = Callable[[str, str], str]


def painter(color: bool) -> Paint:
    """A function of (style, words) that colours the words, or leaves them as they are."""
    return _coloured if color else _plain


def _coloured(style: str, words: str) -> str:
    return f"\x1b[{_CODES[style]}m{words}\x1b[0m" if words else words


def _plain(style: str, words: str) -> str:
    return words
