"""Words as XML 1.0 may hold them: markup escaped, and the characters it forbids in visible form."""

from __future__ import annotations

from stancelint.text.visible import visible

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str, *, breaks: str = " ") -> str:
    """``text`` for an attribute or for content; line breaks become ``breaks``."""
    return visible(text, breaks=breaks).translate(_MARKUP)
