"""The bytes of Word's comments: the comment itself, the part that holds them, and what ties that part to the document."""

from __future__ import annotations

import re

from stancelint.readers.docx_package import parser, run
from stancelint.text.patterns import lazy

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_strict(xml: bytes) -> bool:
    """Whether the document is in the strict variant of the format, which has names of its own."""
    return _STRICT_WORD.encode() in xml[:20_000]


def comment(number: int, text: str, author: str, strict: bool) -> bytes:
    """One comment, a paragraph a line of ``text``."""
    space = _STRICT_WORD if strict else _WORD
    lines = _UNWRITABLE.sub("", text).splitlines() or [""]
    said = "".join(f'<w:p><w:r><w:t xml:space="preserve">{_escaped(line)}</w:t></w:r></w:p>' for line in lines)
    initials = "".join(word[0] for word in author.split())[:4] or "s"
    name = f'w:author="{_escaped(author)}" w:initials="{_escaped(initials)}"'
    return f'<w:comment xmlns:w="{space}" w:id="{number}" {name}>{said}</w:comment>'.encode()


def part(comments: bytes, strict: bool) -> bytes:
    """A new part that holds comments."""
    space = (_STRICT_WORD if strict else _WORD).encode()
    return _HEAD + b'<w:comments xmlns:w="' + space + b'">' + comments + b"</w:comments>"


def append(xml: bytes, child: bytes) -> bytes:
    """``xml`` with ``child`` as the last child of its root. Raises ``DraftError`` where it is malformed."""
    opened: list[int] = []
    root = [0, 0]
    made = parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        opened.append(made.CurrentByteIndex)

    def end(tag: str) -> None:
        root[:] = opened.pop(), made.CurrentByteIndex

    made.StartElementHandler, made.EndElementHandler = start, end
    run(made, xml)
    begins, ends = root
    if xml.startswith(b"</", ends):
        return xml[:ends] + child + xml[ends:]
    # a root without content, <Types/>, is told as ending behind its one tag
    name = re.split(rb"[\s/>]", xml[begins + 1 : ends], maxsplit=1)[0]
    return xml[: ends - 2] + b">" + child + b"</" + name + b">" + xml[ends:]


def relate(xml: bytes, target: str, strict: bool) -> bytes:
    """The document's relations with one to the comments."""
    kind = _STRICT_RELATION if strict else _RELATION
    number = 1
    while f'"rIdComments{number}"'.encode() in xml:
        number += 1
    child = f'<Relationship xmlns="{_RELATIONS}" Id="rIdComments{number}" Type="{kind}" Target="{_escaped(target)}"/>'.encode()
    return append(xml or _HEAD + f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode(), child)


def declare(xml: bytes, name: str) -> bytes:
    """The package's list of content types with the comments in it."""
    child = f'<Override xmlns="{_TYPES}" PartName="/{_escaped(name)}" ContentType="{_CONTENT_TYPE}"/>'.encode()
    return append(xml or _HEAD + f'<Types xmlns="{_TYPES}"></Types>'.encode(), child)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
