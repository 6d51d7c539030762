"""Whose choice of words: when an attribution makes a loaded phrase its source's own, and when it stays the writer's.

What somebody *says* is in his words, or in words that stand for them. What somebody wants, plans, recognises or is asked to
do the writer describes: `Voters chose to rejoin Russia` borrows no word from the voters. Of a Russian source even that is its own
language; of others a whole clause is (`believes that …`), a bare object or infinitive is not.
"""

from __future__ import annotations

from stancelint.checks.actors import speaks_for_russia
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Attribution, Voice
    from stancelint.analysis.reading import Reading

_INFINITIVE = lazy(r"(?:\S+ ){0,4}?to (?!(?:the|an?|its|his|her|their|our)\b)[a-z]")
# verbs of saying that take no infinitive: `says visit to parliament sign of …` is a headline's clause without its verb
_TELLS = lazy(r"(?:ha[sd] |have )?(?:sa(?:y|id)|not|stat|insist|argu|assert|stress|contend|explain)(?:s|e|es|ed)?$")
_CLAUSE = lazy(
    r"^(?:that|how|whether|what|why|who|if)\b|\b(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do)\b"
)
_SAYING = frozenset({"speech", "report", "distancing"})
# deeds that take an infinitive or an object: the writer tells them, whoever did them
_ACT_STEMS = (
    "decid decision order chose choos choice agree refus began begin instruct command decree opt vot elect approv authoris authoriz manag "
    "launch start recognis recogniz sign mark celebrat commemorat ratif adopt pass honor honour award"
)
_ACT = lazy(rf"(?:has |have |had |was |were )?(?:{_ACT_STEMS.replace(' ', '|')})")
_PRESUPPOSES = lazy(r"(?:ha[sd] |have )?(?:learn|discover|knew |knows? |known |reali[sz]e|remember|forg[eo]t|expos)")
# what is held to be so is a clause, though no word in front says it: `believes Washington profits from it`
_HOLDS = lazy(r"(?:ha[sd] |have )?(?:believ|think|thought|reckon|suspect|suppos|assum)")
# what somebody will not admit, the writer takes for true
_WITHHELD = lazy(
    r"(?:\b(?:not|never|cannot|can't|won't|don't|doesn't|didn't|wouldn't|afraid|loath|unwilling)|\b(?:refus|fail|declin)\w*)"
    r"(?: (?!that\b)[\w'-]+){0,4}? (?:admit|acknowledg|conced|confess|own up)\w*$"
)
_ISSUED = lazy(r"(?:has |have |had )?(?:publish|releas|circulat|issu|compil)")  # a report's topic is the writer's word
# what is granted to a thing is no word about it: `voiced support for the republics' independence`
_FAVOUR = lazy(r"(?:\w+ ){0,2}?(?:support|approval|backing|sympathy|solidarity|gratitude|respect|admiration) (?:for|of|to|with)\b")
# what is done by declaring it; what it came after is the writer's: `The region declared independence following a coup`
_DECLARED = lazy(
    r"(?:(?:its|their|his|her|the|an?|full) )?"
    r"(?:independence|sovereignty|secession|war|martial law|state of|truce|ceasefire|mobili[sz]ation|victory)\b"
)
_BACKGROUND = lazy(r"\b(?:following|after|amid|since|in the (?:wake|aftermath) of|because of|despite|(?:independence|secession) from)\b")
_ASIDE = lazy(r"\b(?:where|whose)\b")
_QUOTES = "\"'\u201c\u2018\u201e\u00ab"


def answers_for_words(reading: Reading, span: Span, voice: Voice) -> bool:
    """Whether an identifiable source answers for the words of ``span`` themselves, and not only for the act they describe."""
    if not voice.attributed or voice.attribution is None:
        return voice.kind == "mixed" and _beyond_its_cue(reading, span)
    if _in_its_words(reading, span, voice.attribution):
        return True
    return any(
        one.covers(span) and one.sources and not one.vague and one.relation != "topic" and _in_its_words(reading, span, one)
        for one in reading.attributions
    )


def _beyond_its_cue(reading: Reading, span: Span) -> bool:
    """Whether the phrase runs over a source and its cue into the content: `[Moscow reports the liberation] of Toretsk`."""
    for one in reading.attributions:
        cue = next((cue for cue in one.cue if span.covers(cue)), None)
        if cue is None or one.cue_class not in _SAYING or not speaks_for_russia(reading, one.source):
            continue
        rest = reading.text[cue.end : span.end]
        start = span.end - len(rest.lstrip())
        if start < span.end and one.covers(Span(start, span.end)):
            return True
    return False


def _in_its_words(reading: Reading, span: Span, one: Attribution) -> bool:
    piece = next((piece for piece in one.content if piece.covers(span)), None)
    if one.kind == "direct" or piece is None or reading.text[piece.start] in _QUOTES:
        return True
    if any(_PRESUPPOSES.match(reading.folded, cue.start) for cue in one.cue) and not speaks_for_russia(reading, one.origin or one.source):
        return False  # what somebody learned, the writer takes for true
    if any(_withheld(reading, cue) for cue in one.cue) and not speaks_for_russia(reading, one.origin or one.source):
        return False
    words = reading.folded[piece.start : piece.end]
    clause = _CLAUSE.search(words[: span.start - piece.start]) or words.startswith("that ")
    if not clause and any(_ACT.match(reading.folded, cue.start) for cue in one.cue):
        return False
    if _INFINITIVE.match(words) and _ASIDE.search(words[: span.start - piece.start]):
        return False  # where a thing that is aimed at lies the writer tells
    if not clause and _DECLARED.match(words) and _BACKGROUND.search(words[: span.start - piece.start]):
        return False
    if speaks_for_russia(reading, one.origin or one.source):
        return True
    if not clause and (_FAVOUR.match(words) or any(_ISSUED.match(reading.folded, cue.start) for cue in one.cue)):
        return False
    if one.relation in ("clause", "participle") and not clause and _infinitive(reading, piece, one):
        return False
    if one.cue_class not in ("cognition", "factive") or _CLAUSE.search(words) is not None:
        return True
    return any(_HOLDS.match(reading.folded, cue.start) for cue in one.cue)


def _infinitive(reading: Reading, piece: Span, one: Attribution) -> bool:
    """Whether the content says what somebody is to do: `refuses to arm …`, `asked the West to send …`."""
    if any(_TELLS.match(reading.folded[cue.start : cue.end]) for cue in one.cue):
        return False
    return _INFINITIVE.match(reading.text, piece.start, piece.end) is not None


def _withheld(reading: Reading, cue: Span) -> bool:
    """Whether the cue is an admission that is refused, and so presumes what it is of: `The West will not admit that …`."""
    return _WITHHELD.search(reading.folded[max(0, cue.start - 60) : cue.end].replace("\u2019", "'")) is not None
