"""What an HTML tag says beside its name: roles by class, dates, and that it is not shown."""

from __future__ import annotations

import re

from stancelint.readers import html_tags as tags
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from stancelint.text.document import BlockRole

Attributes: TypeAlias = "dict[str, tuple[int, int]]"

TOP_BLOCKS = 8  # further down, an author's class is his biography
LONGEST_DATE = 60

_WORDS = lazy(r"[a-z]+")
_CODE_AHEAD = lazy(r"[ \t\r\n\f]{0,200}<code[\s>]", re.I)
_HIDING_STYLE = lazy(r"display[ \t]*:[ \t]*none", re.I)


def class_words(source: str, attrs: Attributes) -> set[str]:
    """The words of a tag's classes, apart and run together (`pull-quote` is pull, quote and pullquote)."""
    words: set[str] = set()
    for name in ("class", "rel", "itemprop"):
        if name in attrs:
            start, end = attrs[name]
            text = source[start : min(end, start + 500)].lower()
            words.update(_WORDS.findall(text), text.replace("-", "").replace("_", "").split())
    return words


def is_site_title(words: set[str]) -> bool:
    """Whether a heading names the site, not the article."""
    return not words.isdisjoint(tags.SITE_TITLE_CLASSES) or {"site", "title"} <= words


def role_of(words: set[str], *, starts_block: bool, blocks_before: int) -> BlockRole:
    """The role that classes give; a byline is one only where it begins its block, and near the top."""
    if not words.isdisjoint(tags.PULL_QUOTE_CLASSES):
        return "pull-quote"
    if blocks_before > TOP_BLOCKS:
        return ""
    if not words.isdisjoint(tags.STANDFIRST_CLASSES):
        return "standfirst"
    if starts_block and not words.isdisjoint(tags.BYLINE_CLASSES):
        return "byline"
    return "dateline" if starts_block and not words.isdisjoint(tags.DATELINE_CLASSES) else ""


def hides(source: str, name: str, attrs: Attributes, stop: int) -> bool:
    """Whether the element that a tag opens is not shown, or is no prose: script, navigation, code, what is marked hidden."""
    if name in tags.HIDDEN or "hidden" in attrs:
        return True
    if name == "pre":
        return _CODE_AHEAD.match(source, stop) is not None or not tags.CODE_CLASSES.isdisjoint(class_words(source, attrs))
    return "style" in attrs and _HIDING_STYLE.search(source, *attrs["style"]) is not None


def date_of(source: str, attrs: Attributes) -> str | None:
    """The date that a meta or time tag gives, as ISO text."""
    value = attrs.get("datetime")
    if value is None and "content" in attrs:
        for key in ("property", "name", "itemprop", "http-equiv"):
            if key in attrs and source[slice(*attrs[key])].strip().lower() in tags.DATE_NAMES:
                value = attrs["content"]
    if value is None or value[1] - value[0] > LONGEST_DATE:
        return None
    from stancelint.readers.dates import iso_date

    return iso_date(source[slice(*value)])


def date_of_linked_data(source: str, start: int, end: int) -> str | None:
    """The date of publication in a script of linked data (JSON-LD), as ISO text."""
    at = source.find('"datePublished"', start, end)
    if at < 0:
        return None
    from stancelint.readers.dates import iso_date

    return iso_date(source[at + 15 : min(end, at + LONGEST_DATE)])
