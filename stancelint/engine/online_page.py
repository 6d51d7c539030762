"""What a page calls itself: its title, its title for sharing, its first heading. Read without trust, from its beginning alone."""

from __future__ import annotations

import html
import re

from stancelint.text.patterns import lazy

_LONGEST = 300
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{2,20})", re.I)
_TEXT_CODECS = lazy(r"utf-?(?:8|16)|windows-125\d|cp125\d|koi8-?[ru]|iso-?8859-\d{1,2}|latin-?1|us-ascii|ascii", re.I)
_TITLE = lazy(r"<title[\s>]", re.I)
_HEADING = lazy(r"<h1[\s>]", re.I)
_META = lazy(r"<meta\b([^<>]{0,1500})>", re.I)
_SHARED = lazy(r"(?:property|name)\s{0,3}=\s{0,3}[\"'](?:og|twitter):title[\"']", re.I)
_CONTENT = lazy(r"\bcontent\s{0,3}=\s{0,3}(?:\"([^\"]{0,1500})\"|'([^']{0,1500})')", re.I)
_LANGUAGE = lazy(r"<html\b[^<>]{0,500}?\blang\s{0,3}=\s{0,3}[\"']?([A-Za-z-]{2,12})", re.I)
_TAG = lazy(r"<[^<>]{0,500}>")


def titles_of(body: bytes, kind: str) -> tuple[tuple[str, ...], str]:
    """The titles and the declared language (lower case, or empty) of a page; none where it is no page."""
    if "html" not in kind.lower() and kind:
        return (), ""
    page = _decoded(body, kind)
    found = [_inside(page, _TITLE, "</title"), *_for_sharing(page), _inside(page, _HEADING, "</h1")]
    titles = dict.fromkeys(title for raw in found if (title := _tidy(raw)))
    language = _LANGUAGE.search(page[:20_000])
    return tuple(titles), language[1].lower() if language else ""


def _decoded(body: bytes, kind: str) -> str:
    named = _CHARSET.search(kind.encode("ascii", "replace")) or _CHARSET.search(body[:4096])
    name = named[1].decode("ascii") if named else "utf-8"
    if not _TEXT_CODECS.fullmatch(name):  # Python knows codecs that are no character sets, and slow ones
        name = "utf-8"
    try:
        return body.decode(name, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _inside(page: str, opening: re.Pattern[str], closing: str) -> str:
    """The words of the first such element. One that is not closed nearby has none."""
    begun = opening.search(page)
    if begun is None:
        return ""
    start = page.find(">", begun.start(), begun.start() + 1000) + 1
    inside = page[start : start + 2000]
    end = inside.lower().find(closing)
    return _TAG.sub(" ", inside[:end]) if start and end >= 0 else ""


def _for_sharing(page: str) -> list[str]:
    found = []
    for meta in _META.finditer(page):
        content = _CONTENT.search(meta[1]) if _SHARED.search(meta[1]) else None
        if content:
            found.append(content[1] or content[2] or "")
    return found[:2]


def _tidy(raw: str) -> str:
    words = " ".join(html.unescape(raw[:2000]).split())
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in words[:_LONGEST])
