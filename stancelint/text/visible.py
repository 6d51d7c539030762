"""Words of a draft made safe to show: whatever would move a cursor, turn the line around or hide is spelled out.

A draft may hold escape sequences, bidirectional overrides (CVE-2021-42574, "Trojan Source") and characters of no width;
shown raw they could rewrite the report or hide the very words that it is about.
"""

from __future__ import annotations

# what joins or styles its neighbours, and stands in honest text: emoji sequences, Persian, Indic scripts, Mongolian
_KEPT = frozenset("\u200c\u200d\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u1680")


def visible(text: str, *, breaks: str = " ") -> str:
    """``text`` with every control, direction mark and invisible character in a form that can be seen; a line break becomes ``breaks``.

    >>> visible("red \\x1b[31m")
    'red ␛[31m'
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return breaks.join("".join(map(visible_character, line)) for line in lines)


def visible_character(character: str) -> str:
    """One code point as it may be shown: itself, a control picture (``␛``), or its number (``<U+202E>``); a tab is four blanks."""
    if character.isprintable() or character in _KEPT:
        return character
    code = ord(character)
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xE000 <= code <= 0xF8FF:
        return character
    return f"<U+{code:04X}>"
