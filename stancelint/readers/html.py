"""HTML as a CMS exports it, whole pages and fragments alike."""

from __future__ import annotations

from stancelint.readers.html_scribe import Scribe
from stancelint.readers.page import Page
from stancelint.readers.roles import give_headline, give_top_roles
from stancelint.text.document import Document


def read_html(source: str) -> Document:
    """The document of an HTML draft: the first h1 is its headline, else its title, else the heading that opens it."""
    page, scribe = _write(source)
    if scribe.headline < 0 and "<title" in source[:20_000].lower():
        page, scribe = _write(source, title_is_headline=True)
    give_headline(page.blocks)
    give_top_roles(page.blocks, page.prose.text, set(), 0)
    return page.finish("html", scribe.date)


def _write(source: str, *, title_is_headline: bool = False) -> tuple[Page, Scribe]:
    start = 1 if source.startswith("\ufeff") else 0
    page, scribe = _attempt(source, start, title_is_headline, show_hidden=False)
    if scribe.hidden_from >= 0:
        # a hidden element that is never closed would swallow the draft
        page, scribe = _attempt(source, start, title_is_headline, show_hidden=True)
    return page, scribe


def _attempt(source: str, start: int, title_is_headline: bool, *, show_hidden: bool) -> tuple[Page, Scribe]:
    page = Page(source)
    scribe = Scribe(page, title_is_headline=title_is_headline, show_hidden=show_hidden)
    scribe.feed(start, len(source))
    page.close()
    return page, scribe
