"""Who a source is: its text, what it points back to, whether anybody could ask it, and its entry in the registry.

Mentions are resolved in the order of the page, so that a pronoun or a short form (`he`, `the ministry`, a surname) finds the fuller
form that stands last before it: first among those who spoke, then among all words. A relative (`who`) points to the phrase before it.
A fuller form lends its class; nobody is guessed where nothing fits.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from stancelint.analysis.bearers import bearer
from stancelint.analysis.model import SourceMention
from stancelint.analysis.noun_phrases import left, right
from stancelint.analysis.page import Page, Range
from stancelint.analysis.tokens import AUXILIARY, DETERMINER, MARK, NUMBER, PREPOSITION, RELATIVE, STARTER, TITLE
from stancelint.analysis.told_of import answers_to, described, full_name, named_with_office
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.cues import CueLexicon

_HE_SHE = frozenset(("he", "she", "his", "her", "him"))
_SENTENCES_BACK = 3  # in which a person may be told of before words of theirs
_IT = frozenset(("it", "its"))
_THEY = frozenset(("they", "their", "them", "both"))
OUTLETS = frozenset(
    ("russian-state", "western-wire", "ukrainian-independent", "western-media", "russian-independent", "public-broadcaster")
)
_WHOSE = frozenset(("its", "their", "his", "her"))
_LONGEST_PART = 4  # words between an owner and the part
_LONGEST_SUBJECT = 7
_FARTHEST_OWNER = 12  # sentences back, where each opens with a part again: `Its report … Its annex …`
_BE = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "must", "should", "can", "could", "may", "might", "would", "cannot"]
)
_REMEMBERED = 40  # how many speakers back a short form may point


class Cast:
    """The sources of a page so far, for those that point back."""

    __slots__ = ("_classes", "_first", "_latest", "_met", "_nobody_last", "named_after", "page")

    def __init__(self, page: Page, named_after: dict[int, Range]) -> None:
        self.page = page
        self.named_after = named_after
        self._met: list[Range] = []
        self._nobody_last = False
        self._classes: dict[str, tuple[str | None, str | None]] = {}
        self._first: dict[str, int] | None = None
        self._latest: dict[Range, SourceMention] = {}

    def mention(self, source: Range) -> SourceMention:
        """The source at a range of tokens as a value."""
        known = self._latest.get(source)
        if known is None:
            known = self._latest[source] = self._resolved(source)
        return known

    def _resolved(self, source: Range) -> SourceMention:
        page = self.page
        fuller = self._points_to(source)
        named = fuller or source
        span, text = _text(page, source)
        words = page.words[named[0] : named[1]]
        vague = is_vague(page.cues, page, named, words) and not (words == ["both"] and self._met)  # the two before
        if fuller is None and words == ["they"] and self._nobody_last:
            vague = True  # officials said so, and they added that
        self._nobody_last = vague
        source_id, source_class = self._class(text)
        if source_id is None and fuller is not None:
            source_id, source_class = self._class(_text(page, fuller)[1])
        if fuller is not None:
            self._met.append(fuller)  # whoever is named again is the last who spoke
        elif not vague and (words[0] not in _THEY | _HE_SHE | _IT):
            self._met.append(source)
        antecedent = _text(page, fuller)[0] if fuller else None
        return SourceMention(span, text, source_id, source_class, antecedent, vague and source_id is None)

    def _class(self, text: str) -> tuple[str | None, str | None]:
        known = self._classes.get(text)
        if known is None:
            known = None, None
            if any(letter.isupper() for letter in text) or not text.isascii():
                found = bearer(self.page.reading, SourceMention(Span(0, 0), text))
                known = (found.source.id if found.source else None, found.source_class)
            self._classes[text] = known
        return known

    def _points_to(self, source: Range) -> Range | None:
        """The fuller form that a relative, a pronoun or a short form stands for."""
        page = self.page
        first, end = source
        word = page.words[first]
        if end - first == 1:
            if page.bits[first] & RELATIVE or word == "that":
                edge = first - 1 if first and page.words[first - 1] in (",", "-", "–", "—", "--", "(") else first
                begin = left(page, edge, page.sentence_start(first))
                return (begin, edge) if begin < edge else None
            if word in _HE_SHE:
                return self._he_or_she(first, word)
            if word in _IT:
                return self._named_after(first) or self._last(first, self._is_body)
            if word in _THEY:
                return self._last(first, self._is_many) or self._last(first, self._is_body)
            return self._surname(first) if page.capital(first) and word not in page.cues.vague else None
        head = _head(page, source)
        if self._is_part(source):
            return self._whose(first)
        if end - first <= 3 and word in ("the", "that", "this") and not page.capital(head):
            return self._fuller(source, page.words[head])
        if end - first == 2 and page.bits[first] & TITLE:
            return self._surname(first + 1)
        return None

    def _is_part(self, source: Range) -> bool:
        """Whether the phrase is a part of what somebody said: `its chapter on Bucha`, `the report's annex`."""
        page, (first, end) = self.page, source
        owned = first + 1
        whose = page.words[first : min(end, first + 3)]
        if len(whose) == 3 and whose[0] == "the" and whose[1] in page.cues.containers and whose[2] in ("'s", "’s"):
            owned = first + 3
        elif page.words[first] not in _WHOSE:
            return False
        things = page.cues.containers | page.cues.parts
        return any(page.words[i] in things and not page.bits[i] & MARK for i in range(owned, min(end, owned + _LONGEST_PART)))

    def _whose(self, first: int) -> Range | None:
        """The body whose part it is: the subject of its sentence or of the one before, else the body that spoke last."""
        at = first
        for _ in range(_FARTHEST_OWNER):
            subject = self._subject_by(at)
            if subject is None:
                break
            if not self._is_part(subject):
                return self._points_to(subject) or subject
            at = subject[0]
        return self._last(first, self._is_body)

    def _subject_by(self, at: int) -> Range | None:
        """The body that opens the sentence of the token, before it, or the sentence before that one."""
        low = self.page.sentence_start(at)
        return self._body_at(low, at) or (self._body_at(self.page.sentence_start(low - 1), at) if low else None)

    def _body_at(self, start: int, limit: int) -> Range | None:
        """The body that a sentence opens with: `The mission`, `Grossi's agency`, `OHCHR`, a name of the registry."""
        page = self.page
        found = None
        for i in range(start, min(limit, start + _LONGEST_SUBJECT)):
            if page.bits[i] & (MARK | PREPOSITION | RELATIVE) or (page.bits[i] & AUXILIARY and i > start):
                break
            name = page.text[page.starts[i] : page.ends[i]]
            if page.words[i] in page.cues.bodies or (page.capital(i) and len(name) > 1 and (name.isupper() or self._class(name)[0])):
                found = (start, i + 1)
            elif found is not None:
                break
        return found

    def _named_after(self, first: int) -> Range | None:
        """Whoever is named behind what `it` found: `it verified 26 deaths, the mission said`."""
        source = self.named_after.get(first)
        if source is None or source[0] <= first:
            return None
        return self._points_to(source) or source

    def _last(self, before: int, fits: Callable[[Range], bool]) -> Range | None:
        for source in reversed(self._met[-_REMEMBERED:]):
            if source[1] <= before and fits(source):
                return source
        return None

    def _is_person(self, source: Range) -> bool:
        page = self.page
        known = self._latest.get(source)
        if known is not None and known.source_class in OUTLETS and self._is_outlet(source, known.text):
            return False
        last = page.text[page.starts[_head(page, source)] : page.ends[_head(page, source)]]
        if len(last) > 1 and last.isupper():
            return False  # the UN, HRMMU
        capitals = sum(page.capital(i) for i in range(source[0], source[1]) if not page.bits[i] & (STARTER | MARK))
        head = page.words[_head(page, source)]
        return (capitals >= 1 and head not in page.cues.bodies) or head in page.cues.persons

    def _is_outlet(self, source: Range, text: str) -> bool:
        """Whether the phrase is an outlet's name, or ends in one: `Reuters`, `the state broadcaster RT`; not `a Reuters reporter`."""
        head = _head(self.page, source)
        last = self.page.text[self.page.starts[head] : self.page.ends[head]]
        return any(self.page.reading.registry.by_name(name, in_context=True) is not None for name in (text, last))

    def _is_body(self, source: Range) -> bool:
        return not self._is_many(source) and (
            self.page.words[_head(self.page, source)] in self.page.cues.bodies or not self._is_person(source)
        )

    def _is_many(self, source: Range) -> bool:
        page = self.page
        head = _head(page, source)
        known = self._latest.get(source)
        if head == source[0] and page.capital(head) and known is not None and known.id is not None:
            return False  # TASS, Reuters
        plural = page.words[head].endswith("s") and (head == source[0] or not page.capital(head))
        return plural or "and" in page.words[source[0] : source[1]]

    def _he_or_she(self, first: int, word: str) -> Range | None:
        """Whom `he` or `she` stands for: the person who spoke last, unless a paragraph that nobody has spoken in opens with another."""
        spoke = self._last(first, lambda source: self._is_person(source) and answers_to(self.page, word, source))
        told = self._told_of(first, word)
        if told is not None and (spoke is None or spoke[0] < self.page.blocks[self._block(first)][0]):
            return told
        named = spoke or self._subject_before(first)
        return named if named is not None and answers_to(self.page, word, named) else None

    def _block(self, index: int) -> int:
        return max(0, bisect_right(self.page.blocks, index, key=lambda block: block[0]) - 1)

    def _told_of(self, before: int, word: str) -> Range | None:
        """The one person of whom the clause or the sentence before, in the same paragraph, tells: `One mother, named Olha, …`."""
        page = self.page
        low = page.sentence_start(before)
        floor = page.blocks[self._block(before)][0]
        clause = next((i for i in range(before - 1, low, -1) if page.words[i] == ";"), low)
        here = named_with_office(page, low, clause) or described(page, low, clause)
        if here is not None and answers_to(self.page, word, here):
            return here
        for _ in range(_SENTENCES_BACK):
            if low <= floor:
                return None
            low = page.sentence_start(low - 1)
            stop = right(page, low, before)
            if stop > low:
                head = _head(page, (low, stop))
                if page.words[head] in page.cues.one_person and not page.capital(head) and answers_to(self.page, word, (low, stop)):
                    return (low, stop)
            named = self._named_in(low, before)
            if named is not None and answers_to(self.page, word, named):
                return named
        return None

    def _named_in(self, low: int, before: int) -> Range | None:
        """The person whom the sentence that begins at a token names with an office, or opens with by a first name that is known."""
        page = self.page
        stop = next((i for i in range(low, before) if page.sentence_start(i) > low), before)
        named = named_with_office(page, low, stop)
        if named is not None:
            return named
        end = full_name(page, low, stop)
        opens = (low, end) if end > low else self._surname(low) if page.capital(low) and not page.bits[low] & STARTER else None
        first_names = page.cues.men | page.cues.women
        return opens if opens is not None and not first_names.isdisjoint(page.words[opens[0] : opens[1]]) else None

    def _subject_before(self, before: int) -> Range | None:
        """The person named last in the sentences right before: a run of capitals that begins its sentence."""
        page = self.page
        start = page.sentence_start(before)
        for _ in range(2):
            low = start
            stop = right(page, low, before)
            if stop > low and page.capital(stop - 1) and not page.bits[low] & STARTER and stop - low > 1:
                return (low, stop)
            if start == 0:
                return None
            start = page.sentence_start(start - 1)
        return None

    def _surname(self, index: int) -> Range | None:
        """The fuller form of a single name: an earlier speaker's, or the first place where it stands after another capital."""
        page = self.page
        word = page.words[index]
        for source in reversed(self._met[-_REMEMBERED:]):
            named = page.words[source[0] : source[1]]
            if len(named) > 1 and word in named and source[1] <= index and "and" not in named:
                return source  # of two who spoke together, a surname is one
        if self._first is None:
            self._first = dict(zip(reversed(page.words), range(len(page.words) - 1, -1, -1), strict=True))
        at = self._first[word]
        if at < index and at > 0 and page.capital(at) and page.capital(at - 1) and not page.bits[at - 1] & (STARTER | MARK):
            begin = left(page, at + 1, page.sentence_start(at))
            return self._with_office((begin, at + 1)) if begin < at else None
        return None

    def _with_office(self, name: Range) -> Range:
        """A full name with the office that stands beside it: `the head of the mission, Nadia Verhoeven` and the other way round."""
        page, (first, end) = self.page, name
        low = page.sentence_start(first)
        if first - 1 > low and page.words[first - 1] == ",":
            begin = left(page, first - 1, low)
            openings = (i for i in range(begin, first - 1) if i == begin or page.bits[i] & DETERMINER)
            office = next((i for i in openings if self._is_office(i, first - 1)), None)
            if office is not None:
                return (office, end)
        if end + 1 < len(page.words) and page.words[end] == "," and not page.capital(end + 1):
            stop = right(page, end + 1, len(page.words))
            if self._is_office(end + 1, stop):
                return (first, stop)
        return name

    def _is_office(self, first: int, end: int) -> bool:
        """Whether the words name what a person is: `head of the mission`, `the chief of police`."""
        head = _head(self.page, (first, end)) if end > first else first
        return end > first and self.page.words[head] in self.page.cues.persons

    def _fuller(self, source: Range, head: str) -> Range | None:
        """An earlier, fuller form of `the ministry`, `the mayor`; what narrows it, as in `the farm ministry`, narrows that one too."""
        page = self.page
        said = {head, *page.words[source[0] + 1 : source[1]]}
        for earlier in reversed(self._met[-_REMEMBERED:]):
            longer = earlier[1] <= source[0] and earlier[1] - earlier[0] > source[1] - source[0]
            if longer and said.issubset(page.words[earlier[0] : earlier[1]]):
                return earlier
        if self._first is None:
            self._first = dict(zip(reversed(page.words), range(len(page.words) - 1, -1, -1), strict=True))
        at = self._first[head]
        if at >= source[0]:
            return None
        begin = left(page, at + 1, page.sentence_start(at))
        stop = at + 1
        while stop < source[0] and page.capital(stop) and not page.bits[stop] & MARK:
            stop += 1
        return (begin, stop) if stop - begin > source[1] - source[0] and said.issubset(page.words[begin:stop]) else None


def _text(page: Page, source: Range) -> tuple[Span, str]:
    span = Span(page.starts[source[0]], page.ends[source[1] - 1])
    return span, page.text[span.start : span.end]


def _head(page: Page, source: Range) -> int:
    """The head of a phrase: its last word before a comma, a preposition or a relative."""
    for i in range(source[0] + 1, source[1]):
        if page.bits[i] & (MARK | PREPOSITION | RELATIVE) and page.words[i] != ".":
            return i - 1
    return source[1] - 1


def is_vague(lexicon: CueLexicon, page: Page, source: Range, words: list[str]) -> bool:
    """Whether nobody could ask this source: a bare plural or hedge that no state, place, office or number narrows."""
    if (len(words) == 1 and (words[0] in lexicon.nobody or words[0] == "one")) or words[0] in _BE:
        return True
    if page.words[_head(page, source)] in lexicon.mute:
        return True
    if words[0] == "the" and words[-1] in lexicon.containers and not words[-1].endswith("s"):
        return False  # the statement, the report: it was named before
    if words == ["the", "military"] or any(word not in lexicon.softeners and word not in lexicon.vague for word in words):
        return False
    # `two experts` could be counted and asked; `one expert` is an expert
    return not any((page.bits[i] & NUMBER and page.words[i] != "one") or page.words[i][0].isdigit() for i in range(*source))
