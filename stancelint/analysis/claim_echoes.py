"""Who else counted: `Reuters, whose reporter was there, also counted six`, `the hospital gave the same numbers`.

A writer who has two sources for a toll seldom writes the toll twice. The second one counts, gives, puts or has a bare figure, or
the same one, or names the dead, in the sentence of the count or soon behind it. Whoever is the subject of such a verb stands
behind the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stancelint.analysis.claim_mentions import Mentions
from stancelint.analysis.claim_sources import words_of
from stancelint.analysis.mention_forms import figure_of
from stancelint.analysis.model import SourceMention
from stancelint.analysis.number_words import NumberWords, Row, numbers_in, row_of
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualties import Found
    from stancelint.analysis.reading import Reading

_PAIR = 2
_REACH = 2  # sentences behind the count in which another may repeat it
_WINDOW = 12  # words between the verb and its figure
_LONGEST_SUBJECT = 240
_LONGEST = 400  # words of a sentence that are read
_LONGEST_SENTENCE = 3000
_NOT_WITHIN = 20  # letters before the words that vouch in which a not takes them back
_MOST = 12  # counts that one sentence can repeat; more is no prose


class Echoes:
    """Finds the repetitions of one reading's counts; ``figures`` are theirs, in the order of ``found``."""

    __slots__ = ("figures", "found", "lists", "mentions", "numbers", "reading")

    def __init__(self, reading: Reading, mentions: Mentions, found: Sequence[Found], figures: Sequence[Span]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.lists = mentions.lists
        self.numbers = reading.knowledge.lexicon(NumberWords)
        self.found = found
        self.figures = figures

    def heard(self) -> Iterator[tuple[int, SourceMention]]:
        """Pairs of a count's number and a source that repeats it."""
        by_sentence: dict[int, list[int]] = {}
        for i, one in enumerate(self.found):
            by_sentence.setdefault(one.number, []).append(i)
        sentences = self.reading.sentences
        near = {at for number in by_sentence for at in range(number, min(len(sentences), number + _REACH + 1))}
        for at in sorted(near):
            span = sentences[at].span
            row = row_of(self.reading.folded, span.start, span.end)
            if self.lists["restating"].isdisjoint(row.words):
                continue
            opens = at > 0 and sentences[at - 1].block != sentences[at].block
            points = opens and _THIS.search(self.reading.text, span.start, span.end) is not None
            before = [number for number in range(max(0, at - _REACH), at + 1) if points or self._together(number, at)]
            counts = [i for number in before for i in by_sentence.get(number, ())][-_MOST:]
            yield from self._of_sentence(row, span, counts)
            yield from self._likewise(span, counts, at)
            yield from self._described(span, counts, at)

    def _together(self, number: int, at: int) -> bool:
        """Whether two sentences stand in one paragraph, or one ends it and the other begins the next: `Reuters saw four coffins.`"""
        first, second = (self.reading.sentences[n].block for n in (number, at))
        if first == second or number != at - 1 or second != first + 1:
            return first == second
        return self.reading.document.blocks[first].kind != "heading" and not self.reading.document.blocks[first].role

    def _of_sentence(self, row: Row, span: Span, counts: list[int]) -> Iterator[tuple[int, SourceMention]]:
        words = row.words[:_LONGEST]
        for at, word in enumerate(words):
            if word not in self.lists["restating"] or at == 0:
                continue
            repeated = self._repeated(row, at, counts)
            if repeated:
                who = self._subject(span, row.starts[at])
                yield from ((i, each) for i in repeated for each in who)

    def _likewise(self, span: Span, counts: list[int], at: int) -> Iterator[tuple[int, SourceMention]]:
        """Who is said to have done the same: `and so did Amnesty`, `a toll that Reuters confirmed`, `and, separately, the Red Cross`."""
        end = min(span.end, span.start + _LONGEST_SENTENCE)
        for match in _so_did().finditer(self.reading.text, span.start, end) if counts else ():
            name = match.group(match.lastindex or 0)
            who = self.mentions.somebody(SourceMention(Span(*match.span(match.lastindex or 0)), name))
            if who is not None:
                opens = match.start() == span.start  # `So did the hospital.`
                near = (i for i in counts if self.found[i].number == (at - 1 if opens else at))
                yield from ((i, who) for i in near if self.figures[i].start < match.start())

    def _described(self, span: Span, counts: list[int], at: int) -> Iterator[tuple[int, SourceMention]]:
        """Who vouches for the count just given: `the governor said so`, `the commission said that most were civilians`.

        ``at`` is the number of the sentence; a count in it must stand in a clause before."""
        text = self.reading.text
        match = (_most_were().search(text, span.start, span.end) or _SAID_SO.search(text, span.start, span.end)) if counts else None
        if match is not None and not self.lists["not"].isdisjoint(
            words_of(text[max(span.start, match.start() - _NOT_WITHIN) : match.start()])
        ):
            return  # `Reuters has not confirmed the figure`
        before = [i for i in counts if self.found[i].number < at or self._closed(i, match)]
        who = self._subject(span, match.start()) if match is not None else []
        if before and not who:
            who = self._owner(span) or (self._givers(span) if match is None else [])
        if who and before:
            last = max(self.found[i].number for i in before)
            yield from ((i, each) for i in before for each in who if self.found[i].number == last and not self.found[i].count.zero)

    def _closed(self, i: int, match: re.Match[str] | None) -> bool:
        """Whether the clause of a count ends before the words that vouch for it."""
        figure = self.figures[i]
        return match is not None and figure.end < match.start() and _CLAUSE.search(self.reading.text, figure.end, match.start()) is not None

    def _owner(self, span: Span) -> list[SourceMention]:
        """Whose the figure is said to be: `that figure comes from the police`, `nine is also the number of the hospital`."""
        match = figure_of().match(self.reading.text, span.start, span.end)
        if match is None:
            return []
        place = match.lastindex or 0
        named = self.mentions.somebody(SourceMention(Span(*match.span(place)), match.group(place)))
        return [] if named is None else [named]

    def _givers(self, span: Span) -> list[SourceMention]:
        """Who is said to have given the count: `the figures were given by Olena Tkach, the mayor`, `the toll came from the hospital`."""
        match = _given_by().search(self.reading.text, span.start, min(span.end, span.start + _LONGEST_SENTENCE))
        pieces = list(_PIECE.finditer(match.group(1)))[:3] if match is not None else []
        begin = match.start(1) if match is not None else 0
        return next((who for piece in pieces if (who := self._those(piece, begin))), [])

    def _repeated(self, row: Row, at: int, counts: list[int]) -> list[int]:
        """The counts that the words behind a verb repeat."""
        words = row.words
        end = at + 1
        while end < min(len(words), at + 1 + _WINDOW) and words[end] not in self.lists["restating-ends"]:
            end += 1
        inside = words[at + 1 : end]
        begin, stop = row.starts[at], row.ends[end - 1]
        own = [i for i in counts if begin < self.figures[i].start < stop]
        if own and words[at] in self.lists["tending"]:
            return []
        if own:
            if words[at] in self.lists["giving"] and self.figures[own[0]].start == row.starts[min(at + 1, len(words) - 1)]:
                return own  # what is given is a figure, where it follows at once
            return [i for i in own if words[at] in self.lists["counting"] or words[at - 1] in self.lists["besides"]]
        earlier = [i for i in counts if self.figures[i].start < begin]
        pointed = words[at + 1 : at + 2] in (["that"], ["those"], ["this"], ["these"]) and self._is_figure(words, at + 2)
        pointed = pointed or (words[at + 1 : at + 3] == ["as", "many"] and words[at] in self.lists["counting"])
        if pointed or ("same" in inside and self._the_same(words, at + 1 + inside.index("same") + 1)):
            last = max((self.found[i].number for i in earlier), default=None)
            return [i for i in earlier if self.found[i].number == last]
        if inside[:1] == ["both"] and inside[1:2] and inside[1] in self.lists["restating-tails"] and words[at] in self.lists["counting"]:
            last = max((self.found[i].number for i in earlier), default=None)
            pair = [i for i in earlier if self.found[i].number == last and self.found[i].count.kind == "killed"]
            return pair if sum(self.found[i].count.low for i in pair) == _PAIR else []  # a mother and her son: both bodies
        if words[at] in self.lists["naming"] and inside and inside[0] in self.lists["the-dead"]:
            last = max((self.found[i].number for i in earlier), default=None)
            kinds = {self.found[i].count.kind for i in earlier if self.found[i].number == last}
            if len(inside) == 1 or inside[0] != "the":
                return [i for i in earlier if self.found[i].number == last] if len(kinds) == 1 else []
        return [i for i in earlier if self._bare(row, at + 1, end, self.found[i])]

    def _the_same(self, words: list[str], at: int) -> bool:
        """Whether the words behind `the same` leave it the figure: none, or a word for one."""
        at += words[at : at + 1] in (["two"], ["three"])  # gave the same two numbers
        return at >= len(words) or not words[at][0].isalnum() or self._is_figure(words, at)

    def _is_figure(self, words: list[str], at: int) -> bool:
        """Whether `that` or `the same` goes on as a word for the figure: `number`, `toll of dead`; not `number of guns`."""
        if at >= len(words) or words[at] not in self.lists["figures"]:
            return False
        return words[at + 1 : at + 2] != ["of"] or not self.lists["restating-tails"].isdisjoint(words[at + 2 : at + 3])

    def _bare(self, row: Row, begin: int, end: int, one: Found) -> bool:
        """Whether the words hold the count's own figure with no other noun behind it."""
        piece = Row(row.words[begin:end], row.starts[begin:end], row.ends[begin:end])
        for number in numbers_in(piece, self.numbers):
            after = row.words[begin + number.end] if begin + number.end < len(row.words) else "."
            if number.low == one.count.low == one.count.high and not number.ordinal:
                return not after[0].isalnum() or after in self.lists["restating-tails"]
        return False

    def _subject(self, span: Span, verb: int) -> list[SourceMention]:
        """The subject of the verb: what opens its clause, or whom that cites; a relative clause between them is passed over."""
        text = self.reading.text
        begins = [max(span.start, verb - _LONGEST_SUBJECT)]
        begins += [match.end() for match in _CLAUSE.finditer(text, begins[0], verb)]
        while len(begins) > 1 and self.lists["of-the-verb"].issuperset(words_of(text[begins[-1] : verb])):
            begins.pop()  # `Reuters saw two bodies, and later counted nine wounded`: the clause before lends its subject
        begin = begins[-1]
        clause = text[begin:verb]
        cited = _CITES.search(clause)
        if cited is not None:  # `the mayor and TASS, citing the ministry`: the mayor speaks for himself
            beside = _FIRST_OF_TWO.match(clause, 0, cited.start())
            return [*(self._those(beside, begin) if beside is not None else ()), *self._those(cited, begin)]
        for piece in list(_PIECE.finditer(clause))[:3]:
            who = self._those(piece, begin)
            if who:
                return who
        return []

    def _those(self, piece: re.Match[str], begin: int) -> list[SourceMention]:
        """Who is named in a piece of the clause that begins at ``begin``: one, two, or nobody."""
        name = piece.group(1).strip()
        if words_of(name)[:1] and words_of(name)[0] in self.lists["relatives"]:
            return []
        start = begin + piece.start(1) + len(piece.group(1)) - len(piece.group(1).lstrip())
        parts = self.mentions.several(SourceMention(Span(start, start + len(name)), name))
        return [each for each in map(self.mentions.somebody, parts) if each is not None]


_CLAUSE = lazy(r";\s|,\s(?:and|while|but|as|though|although)\s|\s[—–]\s|(?<!\bNo)[.!?][”\"]?\s|\bsa(?:id|ys),?\sand\s", re.I)


@cache
def _most_were() -> re.Pattern[str]:
    of = r"(?:\sof\s(?:them|those|the\s(?:dead|victims|wounded|injured|bodies)))?"
    return lazy(rf"\b(?:said|says|found|reported|wrote|concluded)\b[^,;.]{{0,40}}?\b(?:most|all|half|none){of}\s(?:were|had)\b", re.I)


@cache
def _given_by() -> re.Pattern[str]:
    told = r"(?:figures?|numbers?|toll|tally|count|information|details)"
    given = r"(?:given|released|announced|confirmed|published|provided|supplied|reported|issued|compiled)"
    were = rf"(?:was|were|is|are|has been|have been)\s{given}\sby"
    figures = rf"(?:the|these|those|both|that|this)\s{told}\s(?:{were}|c[oa]mes?\sfrom)"
    return lazy(rf"\b(?:{figures}|this\s(?:was|is)\s(?:reported|announced|stated|confirmed|said)\sby)\s([^.;\n]{{2,120}})", re.I)


@cache
def _so_did() -> re.Pattern[str]:
    so = r"(?:and so (?:did|has|had)|(?<=[.!?;] )so (?:did|has|had)|as (?:did|has|had)|and,? (?:separately|independently),)"
    did = rf"\b{so} ([^,.;:\n]{{2,60}})"
    gave = r"(?:also |later |has )*(?:confirmed|matched|gave|reported|counted|verified|recorded)"
    toll = rf"\ba (?:toll|figure|number|count) (?:(?:that|which) )?([^,.;:\n]{{2,60}}?) {gave}\b"
    same = r"(?:agree[ds]?|concur(?:s|red)|bore (?:him|her|it|them) out|confirmed (?:it|this|that)|said so too|sa(?:id|ys) the same)"
    agreed = rf",? and ([^,.;:\n]{{2,60}}?) {same}(?=[.,;]|$)"
    return lazy(f"{did}|{toll}|{agreed}", re.I)


_THIS = lazy(
    r"\b(?:said|announced|reported|wrote|stated|confirmed) this (?:in|on|via|at)\b|\bthis (?:was|is) (?:reported|announced|stated) by\b",
    re.I,
)
_SAID_SO = lazy(
    r"\b(?:said|says|wrote|report(?:ed|s)|confirm(?:ed|s)|announced|gave|gives|published|released|supplied)\s"
    r"(?:so|this|(?:the|that|these|both|its|those)\s"
    r"(?:deaths?|toll|tally|figures?|numbers?|count|information|details)|it(?=[.,;)]|\s(?:on|in|at)\b|$))(?!\sof\b)\b",
    re.I,
)
_CITES = lazy(r",\s(?:also\s|likewise\s)?(?:citing|quoting)\s([^,;]{2,80})", re.I)
_FIRST_OF_TWO = lazy(r"^\s*([^,]{2,90}?) and [^,]{2,60}$", re.I)
_PIECE = lazy(
    r"(?:^|,\s)([^,]{2,90}?)(?=,|$|\s(?:who|which|whose|that|also|separately|independently|likewise|has|have|had|told|said)\b)", re.I
)
