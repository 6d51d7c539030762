"""Who stands before the colon that opens a line: `Kremlin: …`, `#Lavrov : …`, `RT @mfa_russia: …`, `Lavrov at the UN: …`.

An office, outlet or person there speaks; a topic or a place (`Update: …`, `Kherson: …`) does not. Behind the full stop only a person or a
body that the registry knows goes on, for whom a paragraph is a turn of a transcript; an outlet does not.
"""

from __future__ import annotations

import re

from stancelint.analysis.cues import CueLexicon
from stancelint.analysis.speakers import OUTLETS
from stancelint.checks.distance import DistanceLexicon
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.analysis.source import Source
    from stancelint.checks.surroundings import Setting

_HEAD = lazy(r"\W*?(?:(?:via|from|by|per) )?(?P<who>(?:[A-Z]|[#@]\w)[^:\n.!?\"\u201c]{1,100}):\s")
_HEAD_LOWER = lazy(r"\W*?(?:(?:via|from|by|per) )?(?P<who>[#@]?[^\W\d_][^:\n.!?\"\u201c]{1,100}):\s")  # in a line without capitals
_WORK_OF = lazy(
    r"^(?:\w+ )?(?:article|statement|comment|remarks|speech|address|interview|answers|reply|post|quote)s? (?:by|of|from|with) (?:the )?",
    re.IGNORECASE,
)
_OCCASION = lazy(r"\s(?:to|on|at|in|after|before|during|for|with)\s.*$")
_HANDLE = lazy(r"@(\w+)")
_WORDS = lazy(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_MOST_WORDS = 6
_MOST_OF_A_TITLE = 12  # words of an office written out, with the name of who holds it
_MOST_HEADS = 3  # `RT @mfa_russia: Zakharova: …`
_CLAUSE = "is are was were be has had have will would but and or which who that it they he she we i you not no by as if when than then so"
_CLAUSE_WORDS = frozenset(_CLAUSE.split())
_WHERE = frozenset(["to", "in", "on", "at", "with", "for", "from"])


def before_colon(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """The office, outlet or person before a colon that opens the sentence of ``span``, or its whole paragraph; None without one."""
    found = _speaker(reading, setting.span.start, span.start, caseless=setting.caseless, offices=True)
    if found is None:
        block = reading.document.block_at(span.start)
        start = reading.document.blocks[block].span.start if block >= 0 else setting.span.start
        if start < setting.span.start:
            found = _speaker(reading, start, setting.span.start, caseless=setting.caseless, offices=False)
    return found


def _speaker(reading: Reading, start: int, end: int, *, caseless: bool, offices: bool) -> Span | None:
    pattern = _HEAD_LOWER if caseless else _HEAD
    for _ in range(_MOST_HEADS):
        match = pattern.match(reading.text, start, end)
        if match is None:
            return None
        known = _known(reading, match["who"])
        if known is not None and (offices or known.source_class not in OUTLETS):
            return Span(*match.span("who"))
        if known is None and offices and _speaks(reading, _plain(match["who"])):
            return Span(*match.span("who"))
        start = match.end()
    return None


def _plain(head: str) -> str:
    name = _WORK_OF.sub("", head.replace("#", "").strip())
    return name if any(letter.isupper() for letter in name) else name.title()  # `#lavrov :`


def _known(reading: Reading, head: str) -> Source | None:
    """Whom the registry knows to speak: by handle, by name, or by name with the occasion behind it."""
    handle = _HANDLE.search(head)
    name = _plain(head)
    return (
        (reading.registry.by_handle(handle[1]) if handle is not None else None)
        or reading.registry.by_name(name, in_context=True)
        or reading.registry.by_name(_OCCASION.sub("", name), in_context=True)
    )


def _ends_in_a_name(title: str) -> bool:
    return all(word.istitle() for word in title.split()[-2:])


def _speaks(reading: Reading, name: str) -> bool:
    """Whether a head that the registry does not know is an office, a known voice, or somebody's screens."""
    words = [word.group().lower() for word in _WORDS.finditer(name)]
    if not words or len(words) > (_MOST_OF_A_TITLE if _ends_in_a_name(name) else _MOST_WORDS):
        return False
    if not (_CLAUSE_WORDS | _WHERE).isdisjoint(" ".join(words).replace("at large", "").split()):
        return False
    lexicon = reading.knowledge.lexicon(DistanceLexicon)
    screens, whose = lexicon.screens
    if words[-1] in lexicon.voices or (words[-1] in screens and not whose.isdisjoint(words)):
        return True
    return words[-1] not in reading.knowledge.lexicon(CueLexicon).vague and not lexicon.offices.isdisjoint(words)
