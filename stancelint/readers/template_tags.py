"""What site builders add to Markdown (shortcodes, Liquid, MDX, wiki links), covered up so that the parser reads only prose.

Covered characters are replaced one for one, so that every offset stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stancelint.text.patterns import lazy
from stancelint.text.span import Region

_MARKS = "\x1a\x1b\x1c\x1d\x1e\x01\x02\x03\x04\x05"
LONGEST_TAG = 10_000
_COMPONENT_MARK = lazy(r"</?(?:[A-Z][\w.]*|(?=>))|[{}>]")
_LONE_RETURN = lazy(r"\r(?!\n)")
_BRACE = lazy(r"[{}]")
_MODULE_LINE = lazy(r"^(?:import|export)\s[^\r\n]*(?:\r?\n(?![ \t]*\r?\n)[^\r\n]+)*", re.M)
_CODE_SHORTCODE = lazy(r"\{[{%][<%-]?\s{0,20}(highlight|mermaid|katex|codeblock|code)\b")
_LIQUID_END = lazy(r"\{%-?\s{0,20}endcomment\s{0,20}-?%\}")
_LIQUID_COMMENT = lazy(r"\{%-?\s{0,20}comment\s{0,20}-?%\}")
_WIKI = lazy(r"(!?)\[\[([^\[\]|\r\n]{1,300})(?:\|([^\[\]\r\n]{1,300}))?\]\](?![(\[])")


class Cover:
    """A text with its template tags covered by ``mark`` (empty: nothing was covered).

    ``comments`` are comments of the template's own, with their source ranges; ``links`` the wiki links by the source offset at
    which their words begin; ``ranges`` the source ranges of all that was covered, in order."""

    __slots__ = ("comments", "links", "mark", "ranges", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.mark = ""
        self.comments: list[tuple[str, int, int]] = []
        self.links: dict[int, tuple[str, Region]] = {}
        self.ranges: list[tuple[int, int]] = []


def cover(source: str, body: int, components: bool) -> Cover:
    """Cover the tags in ``source[body:]``. Offsets in the result's text are those of the source less ``body``."""
    text = source[body:]
    if "\r" in text:
        # a lone carriage return ends a line, which the parser does not see everywhere
        text = _LONE_RETURN.sub("\n", text)
    result = Cover(text)
    if not components and not any(opening in text for opening in ("{{", "{%", "[[", "{:")):
        return result
    result.mark = next((mark for mark in _MARKS if mark not in text), "")
    if not result.mark:
        return result
    pieces: list[str] = []
    at = 0
    for start, end in sorted(_covered(text, body, components, result)):
        if start < at:
            continue
        pieces += [text[at:start], _blank(text, start, end, result.mark)]
        result.ranges.append((start + body, end + body))
        at = end
    result.text = "".join([*pieces, text[at:]])
    return result


def _blank(text: str, start: int, end: int, mark: str) -> str:
    """The cover of one tag: blank lines where it has its lines to itself, so that it ends a paragraph as it does on the site."""
    before = start - 1
    while before >= 0 and text[before] in " \t":
        before -= 1
    after = end
    while after < len(text) and text[after] in " \t":
        after += 1
    alone = (before < 0 or text[before] in "\r\n") and (after == len(text) or text[after] in "\r\n")
    if not alone:
        return mark * (end - start)
    return re.sub(r"[^\r\n]", " ", text[start:end])


def _covered(text: str, body: int, components: bool, result: Cover) -> Iterator[tuple[int, int]]:
    yield from _tags(text, body, result)
    if "[[" in text:
        yield from _wiki_links(text, body, result)
    if "{:" in text:
        yield from (match.span() for match in re.finditer(r"\{:[^{}\r\n]{1,300}\}", text))
    if components:
        yield from _components(text, body, result)


def _tags(text: str, body: int, result: Cover) -> Iterator[tuple[int, int]]:
    at = 0
    missing: set[str] = set()
    for opening in re.finditer(r"\{[{%]", text):
        start = opening.start()
        if start < at:
            continue
        end = _comment_or_code_end(text, start, missing)
        if end < 0:
            closing = "}}" if opening.group() == "{{" else "%}"
            found = -1 if closing in missing else text.find(closing, start + 2)
            if found < 0:
                missing.add(closing)
                continue
            end = found + 2
            if end - start > LONGEST_TAG:
                continue
            if text.startswith("{{/*", start):
                result.comments.append((text[start + 4 : end - 2].rstrip().removesuffix("*/"), start + body, end + body))
        else:
            inner = _LIQUID_COMMENT.match(text, start)
            if inner is not None:
                said = text[inner.end() : text.rfind("{%", inner.end(), end)]
                result.comments.append((said, start + body, end + body))
        at = end
        yield start, end


def _comment_or_code_end(text: str, start: int, missing: set[str]) -> int:
    """The end of the pair of tags around a comment or code that opens at ``start``; -1 where none does."""
    if _LIQUID_COMMENT.match(text, start) is not None:
        found = None if "endcomment" in missing else _LIQUID_END.search(text, start)
        if found is None:
            missing.add("endcomment")
        return found.end() if found is not None else -1
    code = _CODE_SHORTCODE.match(text, start)
    if code is None:
        return -1
    name = code.group(1)
    if name not in missing:
        end = lazy(r"\{[{%][<%-]?\s{0,20}(?:/|end)\s{0,20}" + name + r"\s{0,20}-?[>%]?[%}]\}?").search(text, code.end())
        if end is not None:
            return end.end()
        missing.add(name)
    return -1


def _wiki_links(text: str, body: int, result: Cover) -> Iterator[tuple[int, int]]:
    for match in _WIKI.finditer(text):
        start, end = match.span()
        if match.group(1):
            yield start, end
            continue
        shown = match.span(3) if match.group(3) else match.span(2)
        region = Region(match.start(2) + body, match.end(2) + body)
        result.links[shown[0] + body] = (match.group(2).strip(), region)
        yield start, shown[0]
        yield shown[1], end


def _components(text: str, body: int, result: Cover) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _MODULE_LINE.finditer(text))
    for start, end in _braces(text):
        if text.startswith("{/*", start):
            result.comments.append((text[start + 3 : end - 1].rstrip().removesuffix("*/"), start + body, end + body))
        yield start, end
    yield from _component_tags(text)


def _braces(text: str) -> Iterator[tuple[int, int]]:
    """The pairs of braces, inner ones too."""
    open_at: list[int] = []
    for mark in _BRACE.finditer(text):
        if mark.group() == "{":
            open_at.append(mark.start())
        elif open_at and mark.end() - (start := open_at.pop()) <= LONGEST_TAG:
            yield start, mark.end()


def _component_tags(text: str) -> Iterator[tuple[int, int]]:
    """The tags of components; a bracket inside braces ends none."""
    start, depth = -1, 0
    for mark in _COMPONENT_MARK.finditer(text):
        said = mark.group()
        if start >= 0 and mark.end() - start > LONGEST_TAG:
            start = -1
        if said[0] == "<":
            if start < 0 or depth == 0:
                start, depth = mark.start(), 0
        elif start >= 0:
            if said == "{":
                depth += 1
            elif said == "}":
                depth -= 1
            elif depth <= 0:
                yield start, mark.end()
                start = -1
