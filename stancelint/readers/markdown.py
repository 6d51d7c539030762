"""Markdown: CommonMark with GitHub's tables, footnotes, strikethrough and task lists, under front matter.

pyromark says what each piece of text is and where; this writes it down. What other tools add to Markdown (shortcodes, template
tags, components, wiki links) is covered up before the parser sees it.
"""

from __future__ import annotations

from stancelint.errors import DraftError
from stancelint.readers import front_matter
from stancelint.readers.markdown_scribe import Scribe
from stancelint.readers.page import Page
from stancelint.readers.roles import give_headline, give_top_roles
from stancelint.text.document import Document, Link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.readers.front_matter import Scalar
    from stancelint.text.document import BlockKind, BlockRole

# tables, footnotes, strikethrough, task lists, heading attributes, GitHub's alerts: pyromark's own bits
OPTIONS = (1 << 1) | (1 << 2) | (1 << 3) | (1 << 4) | (1 << 6) | (1 << 11)


def read_markdown(source: str, *, components: bool = False) -> Document:
    """The document of a Markdown draft; ``components`` says that it is MDX. Raises ``DraftError`` for malformed front matter."""
    page = Page(source)
    body = 1 if source.startswith("\ufeff") else 0
    values: list[Scalar] = []
    matter = front_matter.find(source, body)
    if matter is not None:
        fence, start, end, body = matter
        values = front_matter.parse(source, fence, start, end)
        _write_front_matter(page, values)
    top = len(page.blocks)
    scribe = _write_body(page, body, components)
    if not any(block.role == "headline" for block in page.blocks[:top]):
        give_headline(page.blocks)
    give_top_roles(page.blocks, page.prose.text, scribe.emphasised, top)
    return page.finish("markdown", _date(values))


def _write_front_matter(page: Page, values: list[Scalar]) -> None:
    page.fields += [value.field() for value in values]
    shown: tuple[tuple[tuple[str, ...], BlockKind, BlockRole], ...] = (
        (front_matter.HEADLINE, "heading", "headline"),
        (front_matter.STANDFIRST, "paragraph", "standfirst"),
    )
    for names, kind, role in shown:
        value = front_matter.pick(values, names)
        if value is None:
            continue
        page.open(kind, 1 if kind == "heading" else 0, role=role)
        for text, start, end in value.pieces:
            if text is None:
                page.flowing(start, end)
            else:
                page.replaced(text, start, end)
        page.close()
    page.links += [Link(value.text, value.region, None) for value in values if value.text.startswith(("http://", "https://"))]


def _date(values: list[Scalar]) -> str | None:
    value = front_matter.pick(values, front_matter.DATE)
    if value is None:
        return None
    from stancelint.readers.dates import iso_date

    return iso_date(value.text)


def _write_body(page: Page, body: int, components: bool) -> Scribe:
    from pyromark import Options, events_with_range

    scribe = Scribe(page, body, components)
    try:
        for event, place in events_with_range(scribe.text, options=Options(OPTIONS)):
            scribe.take(event, place["start"], place["end"])
    except BaseException as problem:
        # the parser is compiled; its own failure is no Exception
        if type(problem).__name__ != "PanicException":
            raise
        raise DraftError("the Markdown parser gave up on it", hint="look for very deep nesting or stray control characters") from None
    scribe.finish()
    return scribe
