"""Front matter: the YAML or TOML that opens a Markdown file, as fields that know their places.

Simple lines are read here, without importing a parser; anything richer goes to PyYAML or tomllib, which also say what is
malformed. The values keep the way back to the source, since a title is prose.
"""

from __future__ import annotations

import re

from stancelint.errors import DraftError
from stancelint.text.document import Field
from stancelint.text.patterns import lazy
from stancelint.text.span import Region
from stancelint.text.value import Value

Piece = tuple[str | None, int, int]
"""A piece of a value: its source range, with the text it stands for, or None where it is the source itself."""


class Scalar(Value):
    """One scalar: its dotted name, its text, the region it is written in, and the pieces of which it is made."""

    name: str
    text: str
    region: Region
    pieces: tuple[Piece, ...]

    def field(self) -> Field:
        """The value as a document's field."""
        return Field(self.name, self.text, self.region)


HEADLINE = ("headline", "title")
STANDFIRST = ("standfirst", "dek", "deck", "subtitle", "subheading", "strapline", "description", "summary", "excerpt")
DATE = ("date", "published", "publishdate", "publish_date", "pubdate", "published_at", "datepublished", "publication_date", "created")

_OPENING = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_YAML_KEY = lazy(r"[\"']?[\w.-]+[\"']?[ \t]*:(?:[ \t\r]|$)", re.M)
_LINE_END = lazy(r"\r\n|\n|\r")


def find(source: str, at: int) -> tuple[str, int, int, int] | None:
    """The front matter that opens at ``at``: its fence, where its lines begin and end, and where the copy begins; or None.

    A pair of rules around copy is no front matter: YAML needs a line with a key."""
    opening = _OPENING.match(source, at)
    if opening is None:
        return None
    fence = opening.group(1)
    start = opening.end()
    position = start
    while position < len(source):
        ended = _LINE_END.search(source, position)
        end, after = ended.span() if ended is not None else (len(source), len(source))
        line = source[position:end].rstrip(" \t")
        if line == fence or (fence == "---" and line == "..."):
            if fence == "---" and _YAML_KEY.search(source, start, position) is None and source[start:position].strip():
                return None
            return fence, start, position, after
        position = after
    return None


def parse(source: str, fence: str, start: int, end: int) -> list[Scalar]:
    """The scalars between the fences, in order. Raises ``DraftError`` with the line where they are malformed."""
    if fence == "---":
        from stancelint.readers import yaml_matter

        return yaml_matter.parse(source, start, end)
    from stancelint.readers import toml_matter

    return toml_matter.parse(source, start, end)


def pick(values: list[Scalar], names: tuple[str, ...]) -> Scalar | None:
    """The first of ``names`` that has words."""
    by_name = {found.name.lower(): found for found in reversed(values)}
    return next((by_name[name] for name in names if name in by_name and by_name[name].text.strip()), None)


def malformed(source: str, offset: int, said: str, kind: str) -> DraftError:
    """The error for front matter that cannot be read, at the line of ``offset``."""
    line = len(_LINE_END.findall(source, 0, offset)) + 1
    return DraftError(f"its front matter is not well-formed {kind}: {said}", line=line, hint="mend the lines between the fences")
