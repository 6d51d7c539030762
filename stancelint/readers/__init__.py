"""Floor 1: a draft's bytes become a page whose every character knows its place.

May not: know a rule, a source or a policy; or import the reader of another format than the one it is given.
Start reading at: page.py, then plain.py.
"""

from __future__ import annotations

from stancelint.errors import DraftError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import Document

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".docx": "docx",
    ".json": "json",
}

known_suffixes: frozenset[str] = frozenset(FORMATS) - {".json"}
"""The suffixes, lower case and with their dot, that a walk through folders picks up. Most JSON is no draft: it is named outright."""


def format_of(name: str) -> str:
    """The format that a file name stands for; plain text where its suffix says nothing."""
    cut = name.rfind(".")
    return FORMATS.get(name[cut:].lower(), "text") if cut >= 0 else "text"


def read(data: bytes, name: str, *, max_bytes: int = 32_000_000) -> Document:
    """Read a draft: its bytes, and the file name that says its format. Takes time linear in the bytes.

    Raises ``DraftError``, and nothing else, where the bytes are too many, are not text, or do not keep to their format."""
    if len(data) > max_bytes:
        raise DraftError(
            f"is {len(data):,} bytes long; at most {max_bytes:,} are read", hint="raise max_bytes in the policy, or split the draft"
        )
    form = format_of(name)
    if form == "docx":
        from stancelint.readers.docx import read_docx

        return read_docx(data)
    from stancelint.readers.decoding import decode

    source = decode(data)
    if form == "markdown":
        from stancelint.readers.markdown import read_markdown

        return read_markdown(source, components=name.lower().endswith(".mdx"))
    if form == "html":
        from stancelint.readers.html import read_html

        return read_html(source)
    if form == "json":
        from stancelint.readers.cms_json import read_cms_json

        return read_cms_json(source)
    from stancelint.readers.plain import read_plain

    return read_plain(source)
