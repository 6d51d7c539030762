"""The contested check: what the contested part says, or leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.contest_parties import parties_of
from stancelint.analysis.dates import draft_date
from stancelint.analysis.phrases import find_phrases, holds, words_of
from stancelint.analysis.substance import says_nothing
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Claim, Section
    from stancelint.analysis.reading import Reading

_OPEN_GRADES = frozenset({"single", "conflicting"})  # graver ones are to be mended, not named
_YEAR = lazy(r"\b(?:19|20)\d\d\b")
_DEED = lazy(
    r"\b(?:destroy|bomb|shell|attack|fire|hit|struck|strike|kill|shot|shoot|blow|blew|burn|poison|dug|took|brought down|behind|caused?)"
)
_LOOKS_BACK = lazy(r"\banniversar(?:y|ies)\b|\byears? (?:since|on|after|ago)\b")
_NUMBER = lazy(r"\d[\d,.]*")
_SHOWN = 60
_LABEL_WORDS = 9
_SUFFIX = 3  # letters by which a form may be longer than the settled name: `Mariupol’s`, never `Bucharest`
_MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must", "to"})  # what is to come is no account
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "do", "does", "go", "goes", "said", "says", "will"})
_ALIKE = frozenset({"same", "agree", "agrees", "agreed", "likewise", "too"})
_BACK = frozenset({"it", "so", "otherwise", "neither", "nothing", "nobody", "none", "not", "no", "never", "still", "goes", "yet"})
_FEW = 3  # words, or letters, that are too short to tell two matters apart
_STEM = 5
_NUMBER_WORDS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"})
_STOP = frozenset({"the", "of", "a", "an", "in", "on", "and", "flight"})


class ContestedCheck(Value):
    """Reads the contested part for its substance. ``fault`` says what this rule reports."""

    kind: ClassVar[str] = "contested"

    fault: Literal["no-disagreement", "unsourced", "omits-count", "false-balance"]

    @property
    def anchors(self) -> Anchors:
        """None: the part is known by its title."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Matches on the part's heading, on a count left out, or on a settled matter called contested."""
        section = reading.section("contested")
        if section is None or says_nothing(reading, section):
            return  # that it is missing or empty says it all
        if self.fault == "false-balance":
            yield from _false_balance(reading, section)
        elif reading.owes_sections:
            if self.fault == "no-disagreement":
                yield from _no_disagreement(reading, section)
            elif self.fault == "unsourced":
                yield from _unsourced(reading, section)
            else:
                yield from _omits_count(reading, section)


def _sentences(reading: Reading, section: Section) -> list[Span]:
    return [s.span for s in reading.sentences if section.body.start <= s.span.start < section.body.end]


def _says_nothing_is_contested(reading: Reading, section: Section) -> bool:
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    for span in _sentences(reading, section):
        text = reading.folded[span.start : span.end]
        at = min((text.find(subject) for subject in lexicon.nothing_subjects if subject in text), default=-1)
        if at >= 0 and holds(text[at:], lexicon.nothing_words):
            return True
    return False


def _no_disagreement(reading: Reading, section: Section) -> Iterator[Match]:
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    if _says_nothing_is_contested(reading, section):
        return
    parties = parties_of(reading, section)
    told, said = 0, list[list[str]]()
    for span in _sentences(reading, section):
        text = reading.folded[span.start : span.end]
        for start, _ in find_phrases(text, lexicon.disagreement):
            before = [word for word, _, _ in words_of(text[max(0, start - 24) : start])][-3:]
            if not any(word in lexicon.negations for word in before):
                return
        if parties and holds(text, lexicon.contrast):
            return
        words = words_of(text)
        if words and words[0][0] in lexicon.questions:
            return
        here = [at for at, (word, _, _) in enumerate(words) if word in lexicon.sayings and not (at and words[at - 1][0] in _MODALS)]
        # side by side: `the mayor says nine; the clinic counted twelve`, `the one would ban it; the other would allow it`
        if len(parties) > 1 and ";" in text:
            return
        if len(here) > 1 and ":" in text:
            return
        said += _parts([word for word, _, _ in words], here)
        told += len(here)
    if _of_one_matter(said):
        return
    if len(parties) > 1 and (_is_label(reading, section) if told > 1 else told and _names_the_matter(reading, section)):
        return
    note = Note("no sentence of it says that something is disputed, denied, unverified or unknown", section.body)
    yield Match(section.heading or section.body, (("title", section.title),), (note,))


def _parts(words: list[str], sayings: list[int]) -> list[list[str]]:
    """What stands behind each word of saying of a sentence; nothing where it says that all of them say one thing."""
    if not sayings or words[0] == "both" or not _ALIKE.isdisjoint(words):
        return []
    return [words[at + 1 : end] for at, end in zip(sayings, (*sayings[1:], len(words)), strict=True) if at + 1 < end]


def _of_one_matter(said: list[list[str]]) -> bool:
    """Whether what is said side by side is about one thing: `the one says nine, the other says eleven`, `… was a gym`, `… south of it`.

    `The mayor said that the school would open, and the railway that trains would run` sets nothing against anything."""
    for first, second in pairwise(said):
        if len(second) <= _FEW or not _BACK.isdisjoint(second) or (any(map(_is_number, first)) and any(map(_is_number, second))):
            return True
        if not _long(first).isdisjoint(_long(second)):
            return True
    return False


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBER_WORDS


def _long(words: list[str]) -> set[str]:
    return {word.removesuffix("'s")[:_STEM] for word in words if len(word) > _FEW and word not in _MODALS and word not in _STOP}


def _is_label(reading: Reading, section: Section) -> bool:
    """Whether the part opens by naming what is open, and says no more in that sentence: `The route.`, `The date of the raid.`"""
    spans = _sentences(reading, section)
    words = [word for word, _, _ in words_of(reading.text[spans[0].start : spans[0].end])] if spans else []
    return 0 < len(words) <= _LABEL_WORDS and _VERBS.isdisjoint(words)


def _names_the_matter(reading: Reading, section: Section) -> bool:
    """Whether the part opens with what is open and no verb: `The date of the first attack.`, `The size of the crowd: …`"""
    spans = _sentences(reading, section)
    opening = reading.folded[spans[0].start : spans[0].end].partition(":")[0] if spans else ""
    words = [word for word, _, _ in words_of(opening)]
    return len(words) <= _LABEL_WORDS and words[:1] == ["the"] and "of" in words[1:4]


def _unsourced(reading: Reading, section: Section) -> Iterator[Match]:
    if _says_nothing_is_contested(reading, section):
        return
    text = reading.folded[section.body.start : section.body.end]
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    if any(pair in text for pair in lexicon.pairs):
        return
    parties = parties_of(reading, section)
    if len(parties) < 2:
        found = f"only {next(iter(parties.values()))[0]}" if parties else "nobody"
        notes = tuple(Note("named here", span) for _, span in parties.values())
        yield Match(
            section.heading or section.body,
            (("title", section.title), ("found", found)),
            notes or (Note("nobody is named in it", section.body),),
        )


def _omits_count(reading: Reading, section: Section) -> Iterator[Match]:
    text = reading.folded[section.body.start : section.body.end]
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    if holds(text, lexicon.counts):
        return
    inside = [claim for claim in reading.claims if section.body.overlaps(claim.span)]
    numbers = _numbers(text, lexicon)
    named = {claim.low for claim in inside} | {claim.high for claim in inside}
    clusters = {claim.cluster for claim in inside}
    omitted: list[Claim] = []
    # a count is named where the account gives it; the headline only repeats it
    for claim in sorted(reading.claims, key=lambda claim: _in_display(reading, claim)):
        if claim.historical or claim.grade not in _OPEN_GRADES or claim.high == 0 or claim.cluster in clusters:
            continue
        figure = reading.folded[claim.figure.start : claim.figure.end]
        if claim.low in named or str(claim.low) in numbers or any(word in numbers for word in _figure_words(figure)):
            continue
        clusters.add(claim.cluster)
        omitted.append(claim)
    if omitted:
        yield _omitted(reading, section, omitted)


def _in_display(reading: Reading, claim: Claim) -> bool:
    at = reading.document.block_at(claim.span.start)
    return at >= 0 and reading.document.blocks[at].role in ("headline", "standfirst")


def _numbers(text: str, lexicon: ContestLexicon) -> set[str]:
    """The numbers and number words that can be of people; `four years` holds none."""
    words = words_of(text)
    found = set()
    for at, (word, _, _) in enumerate(words):
        after = words[at + 1][0] if at + 1 < len(words) else ""
        if not after.endswith("s") or after in lexicon.people:
            found.add(word.replace(",", ""))
    return found | {number.strip(".,").replace(",", "") for number in _NUMBER.findall(text) if "," in number}


def _figure_words(figure: str) -> list[str]:
    return [
        word
        for word, _, _ in words_of(figure)
        if word not in ("a", "an", "one", "the", "at", "least", "most", "about", "more", "than", "some")
    ]


def _omitted(reading: Reading, section: Section, claims: list[Claim]) -> Match:
    """One match for all: the part is mended once, whatever the number of counts that it leaves out."""
    notes = []
    for claim in claims:
        said = "conflicting figures" if claim.grade == "conflicting" else "one source"
        who = ", ".join(dict.fromkeys(standing.mention.text for standing in claim.standing[:3]))
        notes.append(Note(f"it rests on {said}{f' ({who})' if who else ''}, and the part does not mention it", claim.span))
    shown = [f"“{' '.join(reading.text[claim.span.start : claim.span.end].split())[:_SHOWN]}”" for claim in claims]
    counts = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    named = f"the count {counts}, which rests" if len(shown) == 1 else f"{len(shown)} counts, {counts}, which rest"
    grades = dict.fromkeys("conflicting figures" if claim.grade == "conflicting" else "one source" for claim in claims)
    found = " or ".join(grades) + (" each" if len(shown) > 1 else "")
    return Match(section.heading or section.body, (("counts", named), ("title", section.title), ("found", found)), tuple(notes))


def _false_balance(reading: Reading, section: Section) -> Iterator[Match]:
    settled = [(topic, _stems(topic)) for topic in reading.terms.sections.contested.settled]
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    seen: set[str] = set()
    for span in _sentences(reading, section):
        text = reading.text[span.start : span.end]
        words = words_of(text)
        folded = {word.removesuffix("'s") for word, _, _ in words}
        if _is_of_old(reading, text):
            folded |= _set_in(reading, section)  # `who destroyed the drama theatre on 16 March 2022`, in a draft about Mariupol
        for topic, stems in settled:
            if not all(any(_is_form(word, stem) for word in folded) for stem in stems) or stems[0] in seen:
                continue
            if holds(text, lexicon.settledness) or holds(text, lexicon.counts - lexicon.the_harmed):
                continue
            here = (Span(span.start + s, span.start + e) for stem in stems for word, s, e in words if _is_form(word, stem))
            place = next(here, None)
            if place is None:
                continue
            seen.add(stems[0])
            yield Match(
                place,
                (("topic", topic),),
                (Note(f"the policy lists “{topic}” among the matters that courts or UN inquiries have settled"),),
            )


def _is_of_old(reading: Reading, text: str) -> bool:
    """Whether a sentence asks who did a deed of a year before the draft's own: what a new strike hits is another matter."""
    day = draft_date(reading)
    years = [int(year) for year in _YEAR.findall(text)]
    if _DEED.search(text.lower()) is None:
        return False
    return any(day is None or year < day.year for year in years) or _is_anniversary(reading)


def _is_anniversary(reading: Reading) -> bool:
    """Whether headline or standfirst say that the draft looks back: `on the theatre's anniversary`, `four years since the bombing`."""
    titles = [reading.section(role) for role in ("headline", "standfirst")]
    return any(title is not None and _LOOKS_BACK.search(reading.folded, title.body.start, title.body.end) for title in titles)


def _set_in(reading: Reading, section: Section) -> frozenset[str]:
    """The words of the headline, the standfirst and the part's sentences: where a draft is set, each place is named once."""
    titles = [each.body for each in (reading.section("headline"), reading.section("standfirst"), section) if each is not None]
    words = (word for span in titles for word, start, _ in words_of(reading.text[span.start : span.end]) if _named(reading, span, start))
    return frozenset(word.removesuffix("'s") for word in words)


def _named(reading: Reading, span: Span, at: int) -> bool:
    return reading.text[span.start + at].isupper()


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) <= len(stem) + _SUFFIX


def _stems(topic: str) -> tuple[str, ...]:
    words = [word for word, _, _ in words_of(topic) if word not in _STOP]
    return tuple(word[: max(5, len(word) - 3)] for word in words)


CHECK = ContestedCheck
