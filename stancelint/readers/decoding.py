"""Bytes to text: UTF-8, or UTF-16 with its mark; anything else is named and refused, never guessed at."""

from __future__ import annotations

import codecs
import re

from stancelint.errors import DraftError

# what opens files that are no text at all, and what a person calls them
_BINARY = (
    (b"PK\x03\x04", "a zip archive (a Word, Pages or OpenDocument file?)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
)


def decode(data: bytes) -> str:
    """The text of a draft's bytes; a byte order mark stays its first character.

    Raises ``DraftError`` with the byte, the line and the encoding that it likely is."""
    for mark, name in _BINARY:
        if data.startswith(mark):
            raise DraftError(f"is {name}, not text", hint="save it as plain text, Markdown or HTML in UTF-8")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise DraftError("is UTF-32, not UTF-8", hint="save the draft as UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(_utf16(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        at = problem.start
        line = data.count(b"\n", 0, at) + 1
        raise DraftError(
            f"is not UTF-8: byte {at} is {data[at]:#04x}; it is likely {_likely(data)}", line=line, hint="save the draft as UTF-8"
        ) from None


def _utf16(data: bytes) -> str:
    little = data.startswith(codecs.BOM_UTF16_LE)
    try:
        return data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError as problem:
        raise DraftError(f"opens with a UTF-16 mark and is not UTF-16: byte {problem.start}", hint="save the draft as UTF-8") from None


def _checked(source: str) -> str:
    at = source.find("\0")
    if at < 0:
        return source
    said = "is not text: it holds zero bytes"
    if _looks_like_utf16(source):
        said = "is likely UTF-16 without its mark: it is full of zero bytes"
    raise DraftError(said, line=source.count("\n", 0, at) + 1, hint="save the draft as UTF-8")


def _looks_like_utf16(source: str) -> bool:
    """Whether every other byte is small, as the high halves of Latin and Cyrillic letters are."""
    sample = source[:2000]
    return any(sum(ch < "\x06" for ch in half) * 5 > len(half) * 4 for half in (sample[::2], sample[1::2]) if half)


def _likely(data: bytes) -> str:
    declared = re.search(rb"(?:charset|encoding)=[\"']?([A-Za-z][A-Za-z0-9_-]{2,20})", data[:2000])
    if declared is not None and declared.group(1).lower() not in (b"utf-8", b"utf8"):
        return f"{declared.group(1).decode('ascii')}, as it says itself"
    sample = data[:200_000]
    if sample.count(0) * 3 > len(sample):
        return "UTF-16 without its mark"
    high = [byte for byte in sample if byte >= 0x80]
    if not high:
        high = [byte for byte in data if byte >= 0x80][:1000]
    if len(high) * 5 > len(sample):
        return _likely_cyrillic(high)
    # in Windows-1252 these are curly quotes, dashes and the ellipsis; in Latin-1 they are controls that nobody types
    if any(0x80 <= byte <= 0x9F for byte in high):
        return "Windows-1252"
    return "Latin-1 (ISO 8859-1) or Windows-1252"


def _likely_cyrillic(high: list[int]) -> str:
    lower_cp1251 = sum(byte >= 0xE0 for byte in high)
    lower_koi8 = sum(0xC0 <= byte <= 0xDF for byte in high)
    return "Windows-1251" if lower_cp1251 >= lower_koi8 else "KOI8-U or KOI8-R"
