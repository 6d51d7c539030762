"""Sentences that are signed: the source stands after a dash at the end, as agencies write headlines, or in brackets.

`Talks have stalled – Kremlin`, pasted into a body as a line of its own or as the first sentence of an item, is the Kremlin's; a
tail that names nobody (`— expert`) signs nothing.
"""

from __future__ import annotations

import re

from stancelint.analysis.cues import CueLexicon
from stancelint.analysis.short_forms import abbreviates
from stancelint.checks.distance import DistanceLexicon
from stancelint.checks.line_heads import before_colon
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.checks.surroundings import Setting

_TAIL = lazy(
    r"(?:\s|(?<=[\"\u201d]))(?:[\u2013\u2014]|--?)\s+(?P<who>[^\s\u2013\u2014;:?!][^\u2013\u2014\n;:?!]{1,59}?)\s*+(?:\((?:VIDEO|PHOTO)S?\))?[.!]?[\"\u201d]?\s*$"
)
_SAYING = (
    r"(?:said|says|noted|notes|added|adds|stated|states|stressed|emphasi[sz]ed|underlined|explained|continued|concluded|wrote|writes"
    r"|believes|claimed|claims|declared|told|reports|reported|informs|informed|transmits|announced|sure|convinced|confident)"
)
_SAID = lazy(
    rf",?\"?\s[\u2013\u2014-]{{1,2}}\s(?P<who>he|she|they|(?:the\s)?[A-Z][\w'\u2019.-]+(?:\s[\w'\u2019.-]+){{0,3}}?)\s{_SAYING}\b"
    r"|,\s(?:informs|inform|transmits|writes|quotes)\s(?P<agency>[A-Z]\w+)"
)
_INTRODUCED = lazy(r"(?P<who>[^:\n.!?]{3,100}):\s")
_TURN = lazy(r"[;\n]|, (?:but|while|although|though|whereas|which) ")
_CUE = lazy(rf"\b{_SAYING}\b")
_ASKED = lazy(r", (?:when )?(?:asked|pressed|responding|replying|commenting|answering)\b")
_NAME = lazy(r"(?<=\s)[A-Z][^\W\d_]+|^[A-Z]{2,}|^[A-Z][a-z]+(?=,)")
# an entry of a dossier, whose subject is the one whom the file is about: `June 2022: At a forum, stated that …`
_LEFT_OUT = lazy(
    r"\W*(?:[\w ,.\u2013-]{3,30}: )?(?:(?:in|at|on|during|after|before) [^,;:\n]{2,90}, ){0,2}"
    r"(?:publicly |repeatedly |openly |also |later )?"
    r"(?P<who>stated|said|declared|claimed|argued|wrote|noted|insisted|stressed|asserted|maintained|emphasi[sz]ed)"
    r"(?: (?:on|in|at|during|to|via) [^,;:\n\"\u201c]{2,60}?)? (?:that\b(?!,)|[\"\u201c])",
    re.IGNORECASE,
)
_BRACKETS = lazy(r"[.!?\"\u201d\u2019]*\s?\((?P<who>[A-Z][^()\n]{1,60})\)[.]?(?=\s|$)")
_MARKS = '"\u201c\u201d\u00ab\u00bb'
_CLOSED = lazy(
    rf"[^\"\u201c\u201d\n]*[,.!?][\"\u201d]\s(?:(?P<who>(?:(?:he|she|they)|(?:[Tt]he\s)?(?:[\w'\u2019.-]+\s){{0,6}}?[A-Z][\w'\u2019.-]+))\s{_SAYING}\b"
    rf"|{_SAYING}\s(?P<after>(?:the\s)?[\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+)*))"
)
_LONGEST_QUOTED = 600
_FAR_OPENING = 4000  # characters back in which an opening mark is looked for
_LAST = lazy(r":\s(?P<who>[A-Z][^:\n.!?\"\u201c]{2,40}?)[.!]?\s*$")
_WORDS = lazy(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_MOST_WORDS = 6
_FEWEST_BEFORE = 4
_FUNCTION_WORDS = (
    "is are was were be has had have will would but and or which who that it they he she we i you not no to in on at with for from by as "
    "if when than then so"
)
_CLAUSE_WORDS = frozenset(_FUNCTION_WORDS.split())


def signature(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """Who signs the sentence of ``span`` behind it, or None."""
    return (
        _cited(reading, setting)
        or _after_dash(reading, span, setting)
        or _said_after(reading, span, setting)
        or before_colon(reading, span, setting)
        or _closed_by(reading, span, setting)
        or _named_last(reading, span, setting)
        or _introduced(reading, span, setting)
        or _left_out(reading, span, setting)
    )


def _said_after(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """Whoever is named with a verb of saying behind a dash, as translated agency copy has it: `…, - he said`; `…, informs TASS`."""
    match = _SAID.search(reading.text, span.end, setting.span.end)
    return Span(*match.span("who" if match["who"] else "agency")) if match else None


def _introduced(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """An introduction with a name and a verb of saying that ends in a colon: `This was stated by Peskov: …`."""
    match = _INTRODUCED.match(reading.text, setting.span.start, span.start)
    if match is None or not (_CUE.search(match["who"]) or _ASKED.search(match["who"])):
        return None
    name = _NAME.search(match["who"])
    return Span(match.start("who") + name.start(), match.start("who") + name.end()) if name else None


def _left_out(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """The verb of saying of an entry that leaves its subject out, unless the writer comes back before the phrase."""
    match = _LEFT_OUT.match(reading.text, setting.span.start, span.start)
    if match is None or _TURN.search(reading.folded, match.end(), span.start):
        return None
    return Span(*match.span("who"))


def _closed_by(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """Whoever is named behind a closing mark whose opening one was cut off: `The road is ours,” Lavrov said.`"""
    match = _CLOSED.match(reading.text, span.end, span.end + _LONGEST_QUOTED)
    if match is None:
        return None
    block = reading.document.block_at(span.start)
    start = reading.document.blocks[block].span.start if block >= 0 else setting.span.start
    opened = sum(reading.text.count(mark, max(start, span.start - _FAR_OPENING), span.start) for mark in _MARKS) % 2
    return None if opened else Span(*match.span("who" if match["who"] else "after"))


def _named_last(reading: Reading, span: Span, setting: Setting) -> Span | None:
    """Whoever stands behind the colon that ends a headline: `Talks have failed: Peskov`."""
    match = _LAST.search(reading.text, span.end, setting.span.end)
    return Span(*match.span("who")) if match and reading.registry.by_name(match["who"], in_context=True) is not None else None


def _cited(reading: Reading, setting: Setting) -> Span | None:
    """The outlets in brackets at the end of the sentence or right after it: `(Reuters)`, `(AFP, BBC News)`."""
    text, end = reading.text, setting.span.end
    match = _BRACKETS.match(text, end)
    if match is None:
        opening = text.rfind("(", setting.span.start, end)
        match = _BRACKETS.match(text, opening) if opening > 0 else None
        if match is None or match.end() < end - 1:
            return None
    if abbreviates(text, match.start("who") - 1, match["who"]):
        return None
    names = [name.strip() for name in match["who"].split(",")]
    return Span(*match.span("who")) if all(reading.registry.by_name(name) for name in names) else None


def _after_dash(reading: Reading, span: Span, setting: Setting) -> Span | None:
    match = _TAIL.search(reading.text, span.end, setting.span.end)
    if match is None:
        return None
    before = len(reading.text[setting.span.start : match.start()].split())
    if before < _FEWEST_BEFORE - (reading.registry.by_name(match["who"], in_context=True) is not None):
        return None  # a list of names, each with what it belongs to
    words = [word.group() for word in _WORDS.finditer(match["who"])]
    folded = [word.lower() for word in words]
    if not words or any(c.isdigit() for c in match["who"]) or len(words) > _MOST_WORDS or not _CLAUSE_WORDS.isdisjoint(folded):
        return None
    if folded[-1] == "official" and words[0].isupper() and len(words) == 2:
        return Span(*match.span("who"))  # `DPR official`: whose he is tells whose word it is
    if folded[-1] in reading.knowledge.lexicon(CueLexicon).vague or not (
        words[0][0].isupper() or folded[-1] in reading.knowledge.lexicon(DistanceLexicon).offices
    ):
        return None
    return Span(*match.span("who"))
