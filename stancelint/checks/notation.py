"""The phrase notation of rule files: how an editor writes a phrase with all its forms, and how it becomes a pattern.

``(a|b)`` is either, ``(a|)`` is optional, groups nest and may be endings (``liberat(e|es|ed|ing)``); ``{kyiv}`` is a word
set; ``<3>`` stands for up to three further words; a space is any white space inside a block; ``-`` is a hyphen or dash, a
space, or nothing; ``'`` is an apostrophe of any shape, or nothing. A match starts and ends at a word's edge and does not
start after a hyphen.

Two readings of one phrase: :func:`anchors` says cheaply which words must stand in a draft before the phrase can; only
where they do is :func:`pattern` compiled.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping
from functools import cache

from stancelint.errors import RuleError
from stancelint.text.patterns import lazy

WordSets = Mapping[str, tuple[str, ...]]

_PIECE = lazy(r"\{[^{}]*\}|<[^<>]*>|[()|'\- ]|[^\w]")
_SPLIT = lazy(r"[^\W_]+")
_GAP = lazy(r"<[1-9]>")
_SET = lazy(r"\{[^{}]*\}")
_GAPS_TOUCHING = lazy(r"> ?<")
_MARKS_TOUCHING = lazy(r"[-'](?: ?[-']){3}")  # each may be left out: a row of thirty is tried in a thousand million ways
_INNERMOST = lazy(r"\(([^()]*)\)")
_NO_WORD = lazy(r"[-' ]|<[1-9]>")
_MOST_GAPS = 5  # each multiplies the ways to match by ten: with eight, a page of words takes half a minute
_BLANKS = 12  # at most, so that a page of blanks costs no more than a page of words
_SPACE = rf"[^\S\n]{{1,{_BLANKS}}}"
_GAP_WORD = 60  # characters of one word in a gap, with the blanks behind it
_SET_WORD = 100  # and of what a word set puts in
_HYPHEN = r"[-\u2010-\u2015\u00ad\u00a0 ]?"
_APOSTROPHE = r"['\u2018\u2019\u02bc\u00b4`]?"
_EDGE_BEFORE = r"(?<![\w\u2010\u2011-])"
_EDGE_AFTER = r"(?!\w)"
_WIDEST = 400  # a segment with more spellings than this is no anchor
_DEEPEST = 6

# words that stand in almost any war draft wake a phrase up for nothing; rarer ones are looked up first
_FUNCTION_WORDS = (
    "a an the of in on at to for by with from and or as is are was were be been being has have had it its his their this that all no not "
    "into against up over who which will would may can he she they s own out more than under after new"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_COMMON_WORDS = (
    "russia russian ukraine ukrainian ukrainians russians kyiv kiev moscow zelensky putin war military forces troops army attack attacks "
    "strike strikes region regions crimea donbas donetsk west western us nato government state people president city authorities soldiers "
    "servicemen country weapons conflict territory civilians hit killed drone drones missile missiles official officials part kremlin "
    "european europe washington security defence defense peace area support operation forces'"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def fault(text: str, sets: frozenset[str] | None = None) -> str | None:
    """What is wrong with a phrase as written, in words for its author, or None. ``sets`` are the known word sets."""
    if text in _adopted:
        return None  # what a kept rule set holds was proved when it was made
    depth = 0
    for piece in _PIECE.findall(text):
        if piece == "(":
            depth += 1
            if depth > _DEEPEST:
                return f"groups are nested deeper than {_DEEPEST}"
        elif piece == ")":
            depth -= 1
            if depth < 0:
                return "“)” without “(”"
        elif piece == "|" and not depth:
            return "“|” outside a group; write (a|b)"
        elif piece[0] == "{" and (len(piece) == 1 or (sets is not None and piece[1:-1] not in sets)):
            return f"unknown word set {piece}"
        elif piece[0] in "<>" and not _GAP.fullmatch(piece):
            return f"“{piece}” is no gap; write <1> to <9>"
    if depth:
        return "“(” without “)”"
    if _MARKS_TOUCHING.search(text):
        return "a row of hyphens or apostrophes; write one"
    if _GAPS_TOUCHING.search(text) or text.count("<") > _MOST_GAPS:
        return f"gaps are at most {_MOST_GAPS}, each with a word behind it"
    if not _SPLIT.search(re.sub(r"\{[^{}]*\}|<[^<>]*>", " set ", text)):
        return "holds no word"
    if _may_be_nothing(text):
        return "may be left out whole; one word must stand outside (…|)"
    return None


def _may_be_nothing(text: str) -> bool:
    """Whether the phrase can be spelled without any word of its own: then it would be found everywhere, even at nothing."""
    whole = ""
    while text != whole:  # until no group is left to take; a bracket inside `{…}` is told as an unknown word set
        whole, text = text, _INNERMOST.sub(_shortest, text)
    return not _NO_WORD.sub("", text)


def _shortest(group: re.Match[str]) -> str:
    """Nothing where one of the group's options may be left out, else a word."""
    return "" if any(not _NO_WORD.sub("", option) for option in group[1].split("|")) else "w"


@cache
def _source(text: str) -> tuple[str, tuple[str, ...]]:
    """The phrase as a regular expression with a place left for each word set, and the sets' names in order."""
    names: list[str] = []

    def put(match: re.Match[str]) -> str:
        piece = match.group()
        if piece == " ":
            return _SPACE
        if piece == "-":
            return _HYPHEN
        if piece == "'":
            return _APOSTROPHE
        if piece == "(":
            return "(?:"
        if piece in "|)":
            return piece
        if piece[0] == "{" and len(piece) > 1:
            names.append(piece[1:-1])
            return f"\x00{len(names) - 1}\x00"
        if piece[0] == "<" and len(piece) > 1:
            return rf"(?:[^\s.;?!]+{_SPACE}){{0,{piece[1:-1]}}}"
        return re.escape(piece)

    return _PIECE.sub(put, text), tuple(names)


_compiled: dict[tuple[str, bool, int], re.Pattern[str]] = {}


def pattern(text: str, sets: WordSets, *, exact: bool = False) -> re.Pattern[str]:
    """The phrase compiled. It is to be run over folded text, or over the text as written where ``exact``.

    Linear in its input: the only repetition is of gaps, few and of at most nine words each, none nested. Raises ``RuleError`` where the
    phrase is malformed."""
    key = (text, exact, id(sets))
    known = _compiled.get(key)
    if known is None:
        wrong = fault(text, frozenset(sets))
        if wrong:
            raise RuleError(f"the phrase “{text}”: {wrong}")
        source, names = _source(text if exact else text.lower())
        for i, name in enumerate(names):
            words = "|".join(_source(word if exact else word.lower())[0] for word in sets[name])
            source = source.replace(f"\x00{i}\x00", f"(?:{words})")
        known = _compiled[key] = lazy(f"{_EDGE_BEFORE}(?:{source}){_EDGE_AFTER}")
    return known


WordGroups = tuple[frozenset[str], ...]
Taken = tuple[WordGroups, int, int]
_worked_out: dict[str, Taken] = {}
_adopted: dict[str, bytes] = {}


def adopt(known: dict[str, bytes]) -> None:
    """Take over what another process found when it took phrases apart, and proved of them: a phrase costs 50 microseconds.

    What ``taken_apart`` says of each is packed by marshal: most are never asked for."""
    _adopted.update(known)


def taken_apart(text: str) -> Taken:
    """What is ``required`` of a phrase, and how far at most it reaches before and behind the start of a word of the first group."""
    known = _worked_out.get(text)
    if known is None:
        packed = _adopted.get(text)
        known = _worked_out[text] = _work_out(text) if packed is None else marshal.loads(packed)
    return known


def required(text: str) -> WordGroups:
    """The phrase's word groups, rarest first: each match holds at least one word of every group.

    Words are folded and cut as ``Reading.words`` cuts them. Segments that may be absent, or hold a word set, are left out;
    the result is empty where nothing is sure."""
    return taken_apart(text)[0]


def around(text: str) -> tuple[int, int]:
    """How many characters the phrase takes at most before the start of a word of its first required group, and from there on; the
    whole of it twice where none is required. Marks and blanks at their widest; words of a set or a gap are no endless ones."""
    return taken_apart(text)[1:]


def _reach(text: str) -> int:
    text = _SET.sub("x" * _SET_WORD, text)
    text = _GAP.sub(lambda gap: "x" * (_GAP_WORD * int(gap[0][1])), text)
    whole = ""
    while text != whole:  # until no group is left to take; half a bracket stays, and is told as a fault when the phrase is compiled
        whole, text = text, _INNERMOST.sub(lambda group: "x" * max(map(_wide, group[1].split("|"))), text)
    return _wide(text)


def _wide(text: str) -> int:
    return len(text) + _BLANKS * text.count(" ")


def _work_out(text: str) -> Taken:
    text = text.lower()
    found = []
    for start, segment in _segments(text):
        words = _words_of(segment)
        if words:
            found.append((_weight(words), words, start, start + len(segment)))
    found.sort(key=lambda row: row[0])
    if not found:
        return (), _reach(text), _reach(text)
    _, _, start, end = found[0]
    return tuple(row[1] for row in found), _reach(text[:end]), _reach(text[start:])


def anchors(text: str) -> frozenset[str] | None:
    """The words of which a draft must hold one before the phrase can match, or None where no word is sure."""
    groups = required(text)
    return groups[0] if groups else None


def _weight(words: frozenset[str]) -> int:
    return sum(300 if w in _FUNCTION or len(w) == 1 else 30 if w in _COMMON else 1 for w in words)


def _segments(text: str) -> list[tuple[int, str]]:
    """The parts of a phrase between the spaces and gaps that stand outside all groups, each with its place."""
    parts: list[tuple[int, str]] = []
    depth = start = 0
    for match in re.finditer(r"[() <>]", text):
        char = match.group()
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif not depth:
            at = match.start()
            if char == ">":
                start = at + 1
                continue
            if at > start:
                parts.append((start, text[start:at]))
            start = at + 1
    if start < len(text):
        parts.append((start, text[start:]))
    return parts


def _words_of(segment: str) -> frozenset[str] | None:
    """One word of each spelling of a segment, the rarest-looking; None where a spelling may lack a sure word."""
    spellings = _spellings(segment)
    if spellings is None:
        return None
    chosen: set[str] = set()
    for spelling in spellings:
        for form in _cuts(spelling):
            if form is None:
                return None
            chosen.add(form)
    return frozenset(chosen)


def _cuts(spelling: str) -> list[str | None]:
    """A word that is sure to stand there for each way the spelling may be cut: marks written, or left out."""
    spaced = [piece for piece in re.split(r" |<\d>", spelling) if piece]
    best: list[str | None] | None = None
    for piece in spaced:
        forms: list[str | None] = []
        joined = "".join(_SPLIT.findall(piece.replace("-", "").replace("'", "")))
        if "-" in piece or "'" in piece:
            # the marks may each be written or not: one part stands alone, or the joined word does
            if re.search(r"[^\w'-]", piece) or piece.count("-") + piece.count("'") > 1:
                continue
            parts = _SPLIT.findall(piece)
            forms = [max(parts, key=len), joined] if parts else [None]
        else:
            parts = _SPLIT.findall(piece)
            forms = [max(parts, key=len)] if parts else [None]
        if None in forms:
            continue
        cost = sum(300 if f in _FUNCTION else 30 if f in _COMMON else 1 for f in forms)
        if best is None or cost < sum(300 if f in _FUNCTION else 30 if f in _COMMON else 1 for f in best):
            best = forms
    return best if best is not None else [None]


def _spellings(segment: str) -> list[str] | None:
    """Every way to spell a segment, or None where they are too many or hold a word set."""
    if "{" in segment:
        return None
    if "(" not in segment:
        return [segment]
    out = [""]
    for part in _parts(segment):
        if isinstance(part, str):
            out = [head + part for head in out]
            continue
        tails: list[str] = []
        for option in part:
            spelled = _spellings(option)
            if spelled is None:
                return None
            tails.extend(spelled)
        if len(out) * len(tails) > _WIDEST:
            return None
        out = [head + tail for head in out for tail in tails]
    return out


def _parts(text: str) -> list[str | list[str]]:
    """A segment as literal pieces and groups; a group is the list of its options."""
    parts: list[str | list[str]] = []
    options: list[str] = []
    depth = start = 0
    for match in re.finditer(r"[()|]", text):
        char, at = match.group(), match.start()
        if char == "(":
            if not depth:
                if at > start:
                    parts.append(text[start:at])
                options, start = [], at + 1
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                options.append(text[start:at])
                parts.append(options)
                start = at + 1
        elif depth == 1:
            options.append(text[start:at])
            start = at + 1
    if start < len(text):
        parts.append(text[start:])
    return parts
