"""How a writer keeps a phrase at arm's length without a source: by denying it, mentioning it, taking it back, or because it is a name.

The cues are data (``rules/lexicons/distancing.yaml``); here is only how far each of them reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from stancelint.analysis.model import Step
from stancelint.checks.actors import speaks_for_russia
from stancelint.checks.hits import PhraseList
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal, Self

    from stancelint.analysis.knowledge import Data
    from stancelint.analysis.model import Voice
    from stancelint.analysis.reading import Reading
    from stancelint.checks.surroundings import Setting

    Distance = Literal["rejected", "claimed", "mentioned", "viewed", "distanced", "named"]


_REACH = {"rejected": 9, "claimed": 4, "mentioned": 3, "viewed": 9, "distanced": 2}  # words between the cue and the phrase
_CLAUSE_REACH = 30  # what somebody holds to be so fills its clause to the end
_HELD = lazy(r"\b(?:belief|conviction|notion|theory|myth|narrative|trope|premise|contention)s? that$")
_NOT_BUT = lazy(r"\b(?:no|not)\b[^,;.]*?\bbut\b")  # `not a democracy but a project` turns nothing
_REACH_AFTER = {"rejected": 6, "mentioned": 0, "distanced": 2}
_TURN = lazy(r"[;:]|\.\s|\b(?:but|however|yet|although|though|despite)\b|\n")
_STOP = lazy(r"[,;:.()\n]")
_NOT_A_CALL = lazy(r"\s*(?:on|for|upon|off|up|in|to|attention|out|into|after|by)\b")
_NEGATED = lazy(
    r"(?:\b(?:is|are|was|were|be|been)\s+(?:not|never)|(?:\b(?:is|are|was|were)n['\u2019]t))\s+(?:an?\s+|the\s+|any\s+)?(?:[\w-]+\s+)?$"
    r"|\b(?:did|does|do|has|have|had)(?:\s+not|n['\u2019]t)\s+$|\bnever\s+(?:an?\s+|the\s+|any\s+)?$|\bno\s+(?:such\s+)?$"
    r"|\bnot\s+(?:an?|the|any)\s+(?:[\w-]+\s+)?$"
)
_BY = lazy(r"\b(?:by|in|at|for|with|to|on)\b")
_COMMA = lazy(r",\s")
_FALSEHOODS = lazy(
    r"(?=[^:\n]{0,200}\b(?:russian?|russia's|moscow|moscow's|(?:pro-)?kremlin|kremlin's|putin's)\b)"
    r"[^:\n]{0,100}?\b(?:disinformation|falsehoods?|fakes?|myths?|tropes?|lies|falsely|shift\w*\s(?:the\s)?blame"
    r"|conspiracy theor(?:y|ies)|false\s\w+)\b[^:\n]{0,100}:\s"
    r"|(?:read|see|find) (?:other |more |also |our )?(?:similar|related|earlier|previous) (?:\w+ ){0,2}"
    r"(?:stories|cases|claims|narratives|examples)\b[^:\n]{0,100}:\s"
)
_IS_THERE = lazy(r"(?:[^:\n]{1,40}: )?[^\w\n]{0,3}(?P<asks>(?:is|are|was|were) there)\b")
_ABOUT_RUSSIA = lazy(r"\b(?:western|anti-russian|russophob\w*|ukrainian|(?:about|against|at) (?:russia|moscow|the kremlin))\b")
_FINITE = lazy(r"\b(?:is|are|was|were|has|had|have|will|would|does|did|do|can|could)\b")
_CHARGES = frozenset(["accusation", "accusations", "allegation", "allegations", "claim", "claims", "suggestion", "suggestions", "charge"])
_LISTED = 12  # words that a list of what is called false may take up to the phrase
_COVERS = frozenset(["pretext", "guise", "pretence", "pretense", "banner", "cover", "excuse", "fig"])
_ABOUT_IT = frozenset(
    ["doubt", "secret", "question", "denying", "way", "reason", "need", "choice", "time", "chance", "alternative", "mistake"]
)
_DENYING = frozenset(["deny", "deni", "reje", "dism", "debu", "refu", "rebu", "disp", "cont", "disc", "ridi", "mock", "disa"])
_DEED = lazy(  # what is turned down is the deed, and whose it is stays in the writer's words: `rejected the demands of …`
    r"(?:interest|demand|proposal|offer|request|wish|term|condition|plan|decision|order|promise|initiative|effort|attempt|appeal|ultimatum)"
    r"(?:e?s)?\s+(?:of|by|from)\b"
)
_PAPERS = (
    r"contract|oath|pledge|questionnaire|circular|handbook|manual|certificate|brochure|advertisement|invitation|agreement|charter|rulebook"
    r"|script|syllabus|curriculum|textbook|schoolbook|primer|leaflet|poster|billboard|notice|(?:application |consent )?form|lesson plan"
)
_BINDS = (
    r"oblig(?:es|ed)|requir(?:es|ed)|binds|bound|commits|committed|entitles|entitled|forbids|forbade|promis(?:es|ed)|offer(?:s|ed)"
    r"|instruct(?:s|ed)|tells|told|asks|asked|urg(?:es|ed)|invit(?:es|ed)|speaks of|spoke of|thank(?:s|ed)|defin(?:es|ed)|describ(?:es|ed)"
)
_PAPER = lazy(
    rf"\b({_PAPERS})s?\b([^.;:\n]{{0,150}}?)\b(?:{_BINDS}|(?<=[s,] )(?:oblige|require|bind|commit|promise|offer|tell|ask|invite))\b"
)
_ANOTHERS_DEED = lazy(r",? (?:and|but|while|so) (?:the|an?|his|her|its|their|he|she|it|they|[a-z]+'s)\b|, (?:the|he|she|it|they)\b")
_COMMAS = lazy(r",.*,")
_POSSESSIVE = lazy(r"['\u2019]s?(?!\w)")
_EMPHATIC = lazy(r"\bnot\s+(?:only|just|merely|simply)\b")
_POINTERS_WORDS = "he she they document statement report article letter post text indictment essay speech message"
_POINTERS = frozenset(_POINTERS_WORDS.split())
_AWARD = lazy(r"\b([A-Z][a-z]+) (?:of|for) (?:the )?[\"'\u201c\u2018]?$")
_NO_SETS: dict[str, tuple[str, ...]] = {}


class DistanceLexicon:
    """The cues of each kind of distance, by the side of the phrase they stand on."""

    name: ClassVar[str] = "distancing"

    def __init__(self, cues: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self._cues = cues
        self._lists: dict[tuple[str, str], PhraseList] = {}

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from ``{kind: {before: [phrase], after: [phrase]}}``."""
        return cls({kind: {side: tuple(words) for side, words in sides.items()} for kind, sides in data.items()})

    def before(self, kind: str) -> PhraseList:
        """The cues of that kind that come before a phrase."""
        return self._list(kind, "before")

    def after(self, kind: str) -> PhraseList:
        """The cues of that kind that follow a phrase."""
        return self._list(kind, "after")

    @property
    def sought(self) -> tuple[str, ...]:
        """Every phrase that a draft may be searched for."""
        sides = (sides.get(side, ()) for sides in self._cues.values() for side in ("before", "after", "verbs"))
        return tuple(phrase for side in sides for phrase in side)

    @property
    def judging(self) -> PhraseList:
        """The verbs by which somebody judges a thing in words of his own."""
        return self._list("judged", "verbs")

    def _list(self, kind: str, side: str) -> PhraseList:
        key = (kind, side)
        if key not in self._lists:
            self._lists[key] = PhraseList(self._cues[kind].get(side, ()), _NO_SETS)
        return self._lists[key]

    @cached_property
    def offices(self) -> frozenset[str]:
        """Common nouns that name a source by its office where it signs or opens a sentence."""
        return frozenset(self._cues["offices"]["words"])

    @cached_property
    def voices(self) -> frozenset[str]:
        """Surnames of those who are known by them, though no registry has them as a source."""
        return frozenset(self._cues["voices"]["words"])

    @cached_property
    def screens(self) -> tuple[frozenset[str], frozenset[str]]:
        """Common nouns for a state's or a camp's outlets, and the words that say whose they are."""
        return frozenset(self._cues["screens"]["words"]), frozenset(self._cues["screens"]["before"])

    @cached_property
    def names_before(self) -> frozenset[str]:
        """Words that open a proper name."""
        return frozenset(self._cues["named"]["before"])

    @cached_property
    def awards(self) -> frozenset[str]:
        """Words that open the name of an award or a title of honour."""
        return frozenset(self._cues["named"]["awards"])

    @cached_property
    def names_after(self) -> frozenset[str]:
        """Words that close a proper name."""
        return frozenset(self._cues["named"]["after"])


def distance(reading: Reading, span: Span, setting: Setting, kind: Distance) -> Step | None:
    """Whether the phrase at ``span`` is kept at a distance of that kind, and by which words; None where it is not."""
    lexicon = reading.knowledge.lexicon(DistanceLexicon)
    if kind == "named":
        return _named(lexicon, reading.text, span)
    found = _cue_before(lexicon, reading, span, setting, kind) or _cue_after(lexicon, reading, span, setting, kind)
    if found is None and kind == "rejected":
        found = _negated(reading, span, setting) or _listed_as_false(reading, span, setting) or _asked(reading, span, setting)
    if found is None and kind == "viewed":
        found = _by_a_paper(reading, span, setting)
    return found


def _asked(reading: Reading, span: Span, setting: Setting) -> Step | None:
    """Whether the sentence only asks whether there is such a thing: `Explainer: Is there a genocide in Donbas?`"""
    question = _IS_THERE.match(reading.folded, setting.span.start, span.start)
    if question is None or "?" not in reading.text[span.end : setting.span.end]:
        return None
    return Step("the words are asked about", Span(*question.span("asks")))


def _listed_as_false(reading: Reading, span: Span, setting: Setting) -> Step | None:
    """Whether the sentence opens a list of what Moscow spreads, by a colon before the phrase: `Other cases in which Russia shifted the
    blame: Kyiv staged it; …`."""
    head = _FALSEHOODS.match(reading.folded, setting.span.start, span.start)
    if head is None or _ABOUT_RUSSIA.search(head[0]):
        return None  # what Moscow calls lies about itself is no list of its own
    return Step("the words are listed as false", Span(setting.span.start, head.end() - 1))


def _by_a_paper(reading: Reading, span: Span, setting: Setting) -> Step | None:
    """Whether a paper binds, promises or tells somebody to what the phrase is part of: `the contract obliges athletes to visit …`."""
    paper = _PAPER.search(reading.folded, setting.span.start, span.start)
    if paper is None or _ANOTHERS_DEED.search(paper[2]):
        return None
    between = reading.folded[paper.end() : span.start]
    if _TURN.search(between) or _words_between(between) > _REACH["viewed"]:
        return None
    return Step("the words are a paper's", Span(paper.start(1), paper.end(1)))


def judged_by(reading: Reading, span: Span, voice: Voice) -> Step | None:
    """Whether the phrase names what a Russian source blames, condemns or praises: then it is that source's own word for it.

    Another's judgement (`the EU condemned the Kyiv regime`) borrows no words from Moscow, and clears nothing."""
    one = voice.attribution
    if one is None or one.relation != "topic" or one.source is None or not one.covers(span):
        return None
    verbs = reading.knowledge.lexicon(DistanceLexicon).judging
    if not any(next(verbs.find(reading, cue.start, cue.end), None) for cue in one.cue):
        return None
    if any(reading.folded.startswith(("blam", "cit"), cue.start) for cue in one.cue):
        return Step(f"what {one.source.text} blames", one.source.span)  # the cause is the blamer's, whoever he is
    his = speaks_for_russia(reading, one.source) or one.source.text.lower().split()[-1] in _POINTERS
    return Step(f"what {one.source.text} judges", one.source.span) if his else None


def _out_of_scope(cue: str, between: str) -> bool:
    """Whether what a denial denies ends before the phrase: a that-clause reaches far, `the myth of` no further than its object."""
    if _TURN.search(between) or _COMMA.search(between):
        return True
    words = between.split()
    if cue[:4] in _DENYING and _DEED.search(between):
        return True
    if cue.startswith("there "):
        return len(words) > 2 or not _ABOUT_IT.isdisjoint(words)
    if cue.endswith((" that", ":")) or "that" in words or not _CHARGES.isdisjoint(words):
        return False
    if between.startswith((" such as ", " like ", " including ")):
        return len(words) > _LISTED
    if cue.endswith(" of") and cue.split()[0] in _COVERS:
        return len(words) > 1
    if _FINITE.search(between):
        return True
    return len(words) > (6 if cue.split()[0][:4] in _DENYING else 3)


def _words_between(text: str) -> int:
    return len(text.split())


def _cue_before(lexicon: DistanceLexicon, reading: Reading, span: Span, setting: Setting, kind: Distance) -> Step | None:
    folded = reading.folded
    floor = max(setting.span.start, span.start - (320 if kind == "claimed" else 160))
    best = None
    for start, end in lexicon.before(kind).find(reading, floor, span.start):
        between = folded[end : span.start]
        broken: object
        held = False
        if kind == "mentioned":
            if folded.startswith("call", start) and _NOT_A_CALL.match(between):
                continue
            broken = _STOP.search(between.lstrip(" ,"))
        elif kind == "viewed":
            if folded.startswith(("for ", "to "), start) and start > setting.span.start + 1:
                continue
            broken = _TURN.search(between.replace(":", " ")) or _COMMAS.search(between)
        elif kind == "rejected":
            broken = _out_of_scope(folded[start:end], between)
        elif kind == "claimed":
            held = _HELD.search(folded[start:end]) is not None
            broken = _TURN.search(_NOT_BUT.sub(" ", between.replace(":", " "))) or (_COMMA.search(between) and not held)
        else:
            broken = _STOP.search(between.replace(",", " ")) or _BY.search(between)
        if not broken and _words_between(between) <= (_CLAUSE_REACH if held else _REACH[kind]):
            best = Span(start, end)
    return Step(f"the words are {kind}", best) if best else None


def _cue_after(lexicon: DistanceLexicon, reading: Reading, span: Span, setting: Setting, kind: Distance) -> Step | None:
    folded = reading.folded
    if kind == "mentioned" and _POSSESSIVE.search(folded, max(span.start, span.end - 2), span.end + 2):
        return None
    limit = min(setting.span.end, span.end + 120)
    for start, end in lexicon.after(kind).find(reading, span.end, limit):
        between = folded[span.end : start].strip(" \"'\u201c\u201d\u2018\u2019")
        if not _TURN.search(between) and _words_between(between.strip(",")) <= _REACH_AFTER[kind]:
            return Step(f"the words are {kind}", Span(start, end))
    return None


def _negated(reading: Reading, span: Span, setting: Setting) -> Step | None:
    before = reading.folded[max(setting.span.start, span.start - 60) : span.start].rstrip("\"'\u201c\u2018") or " "
    match = _NEGATED.search(before if before[-1].isspace() else before + " ")
    if match is None or _EMPHATIC.search(match.group()) or reading.folded.startswith(("secret that", "doubt that"), span.start):
        return None
    start = max(setting.span.start, span.start - 60) + match.start()
    return Step("the words are negated", Span(start, min(span.start, start + len(match.group().rstrip()))))


def _named(lexicon: DistanceLexicon, text: str, span: Span) -> Step | None:
    """A phrase written with a capital beside a capitalised word that makes a name of it: `United Liberation Front`."""
    if not text[span.start].isupper():
        return None
    after = lazy(r"[\s-]+([^\W\d_]+)").match(text, span.end)
    if after and after[1] in lexicon.names_after:
        return Step("part of a proper name", Span(span.start, after.end(1)))
    head = text[max(0, span.start - 40) : span.start].split()
    if head and head[-1].strip("\"'\u201c") in lexicon.names_before:
        return Step("part of a proper name", Span(span.start - len(head[-1]) - 1, span.end))
    award = _AWARD.search(text, max(0, span.start - 40), span.start)
    if award and award[1] in lexicon.awards:
        return Step("part of the name of an award", Span(award.start(), span.end))
    return None
