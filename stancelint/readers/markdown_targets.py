"""Where in the source a Markdown link writes its address: beside its words, or at the definition it refers to."""

from __future__ import annotations

import re
from collections.abc import Callable

from stancelint.text.patterns import lazy
from stancelint.text.span import Region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DEFINED = lazy(r"\[(?:\\.|[^\\\]])*\]:\s*(?:<((?:\\.|[^\\<>\r\n])*)>|(\S+))")
_BESIDE = lazy(r"\s*\]\(\s*(?:<((?:\\.|[^\\<>\r\n])*)>|((?:\\.|[^\s\\])*))")


class Targets:
    """Answers for one text. Its definitions are read when a link first refers to one."""

    def __init__(self, text: str, body: int, place: Callable[[int], int]) -> None:
        self._text = text
        self._body = body
        self._place = place
        self._definitions: dict[str, int] | None = None
        self._raw: dict[str, Any] = {}

    def region(self, detail: dict[str, Any], start: int, words_end: int, end: int) -> Region:
        """The region of the address of the link ``source[start:end]``, whose words end at ``words_end``.

        It is the whole link's where the address is not written plainly."""
        kind = detail["link_type"]
        body = self._body
        if kind in ("Autolink", "Email"):
            return Region(start + 1, end - 1)
        if kind == "Inline":
            found = _BESIDE.match(self._text, words_end - body, end - body - 1)
        else:
            at = self._definition(detail["id"])
            found = _DEFINED.match(self._text, at) if at is not None else None
        if found is None:
            return Region(start, end)
        group = found.lastindex or 2
        return Region(found.start(group) + body, found.end(group) + body)

    def _definition(self, label: str) -> int | None:
        self._load()
        assert self._definitions is not None
        return self._definitions.get(_folded(label))

    def _load(self) -> None:
        if self._definitions is not None:
            return
        self._definitions = {}
        if "]:" not in self._text:
            return
        from pyromark import Options, reference_definitions

        self._raw = dict(reference_definitions(self._text, options=Options(0)))
        for label, definition in self._raw.items():
            self._definitions.setdefault(_folded(label), self._place(definition["span"]["start"]))

    def comments(self, source: str) -> list[tuple[str, int, int]]:
        """Definitions that people write as comments (``[//]: # (words)``), as text and source range."""
        if "[//]:" not in self._text and "[comment]:" not in self._text:
            return []
        found = []
        for match in re.finditer(r"^ {0,3}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*[(\"']([^\r\n]*)[)\"'][ \t]*\r?$", self._text, re.M):
            found.append((match.group(1), match.start() + self._body, match.end() + self._body))
        return found


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
