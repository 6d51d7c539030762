"""Which attributions carry a claim: an assertion laid at a source's door, and not a plan, an order, or a mere name for a thing."""

from __future__ import annotations

import re
from functools import lru_cache

from stancelint.analysis.bearers import Bearer, bearers, is_body, points_back
from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.model import SourceMention
from stancelint.analysis.phrases import holds
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading

# forms in which a source's word for a thing is quoted, or its topic named: nothing is asserted by them
_NAMING = ("topic", "caller", "naming", "name", "term", "framing", "label", "scare")
_POINTERS = ("it", "them", "this", "these", "those", "that")
_LONGEST_POINTER = 5
_ONE_PERSON = ("he", "she")
_APART = ("provenance", "stance")
_OWN_PLAN = lazy(
    r"(?:that\s)?(?:it|he|she|they|Russia|Moscow|(?:its|his|her|their)\s(?:[\w-]+\s){1,3}?)(?<=\w|\s)\s?(?:would|will)\s(?!never\b|not\s(?:strike|attack|target))",
    re.I,
)
_TOLD = lazy(r"told\s+(?:the\s+)?((?:[A-Z][\w.'\u2019-]*\s?){1,4})")


def claims_made(reading: Reading) -> list[tuple[Attribution, tuple[Bearer, ...]]]:
    """Every attribution that asserts something and has somebody to ask, in the order in which its source is named; worked out once."""
    return reading.once(_find_claims_made)


def _find_claims_made(reading: Reading) -> list[tuple[Attribution, tuple[Bearer, ...]]]:
    return [pair for pair in named_sources(reading) if asserts(reading, pair[0])]


def named_sources(reading: Reading) -> list[tuple[Attribution, tuple[Bearer, ...]]]:
    """Every attribution that has somebody to ask, in the order in which its source is named; worked out once a draft."""
    return reading.named_sources


def find_named_sources(reading: Reading) -> list[tuple[Attribution, tuple[Bearer, ...]]]:
    """Every attribution that has somebody to ask, in the order in which its source is named.

    The list of provenance and the statement of policy are no part of the account and are left out."""
    found: list[tuple[Attribution, tuple[Bearer, ...]]] = []
    for attribution in reading.attributions:
        if is_apart(reading, attribution):
            continue
        who = bearers(reading, attribution)
        if who and all(points_back(each) for each in who):
            who = _spoke_last(reading, found, who)
        if who and (says(reading, attribution) or not any(_is_state(each) for each in who)):
            found.append((attribution, who))
    return sorted(found, key=lambda pair: start_of(pair[0]))


def _spoke_last(reading: Reading, found: list[tuple[Attribution, tuple[Bearer, ...]]], who: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """Whoever goes on in `he added`: whoever spoke last. A ministry is no `she`: where it spoke last, somebody else does, unnamed."""
    if not found:
        return ()
    last = found[-1][1]
    if who[0].mention.text.casefold() in _ONE_PERSON and all(is_body(reading, each) for each in last):
        return who
    return last


def asserts(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words laid at the source's door are asserted by it."""
    if attribution.cue_class == "cognition" or any(word in attribution.relation for word in _NAMING) or _only_points(reading, attribution):
        return False
    return not _cue_holds(reading, attribution, reading.knowledge.lexicon(ContestLexicon).namings)


def _only_points(reading: Reading, attribution: Attribution) -> bool:
    """Whether all that was said is a pronoun: `those who wrote them` tells who, and nothing of what."""
    if attribution.relation != "clause" or len(attribution.content) != 1:
        return False
    said = attribution.content[0]
    return len(said) <= _LONGEST_POINTER and reading.folded[said.start : said.end] in _POINTERS


def says(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue is one of saying. A state that launches, publishes or refuses does so; it does not say so."""
    if attribution.kind == "direct" or "colon" in attribution.relation or "quotation" in attribution.relation:
        return True
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    if _cue_holds(reading, attribution, lexicon.claiming):
        return True
    opening = reading.folded[attribution.content[0].start :][:5] if attribution.content else ""
    return opening == "that " and _cue_holds(reading, attribution, lexicon.claiming_that)


def _is_state(found: Bearer) -> bool:
    if found.russian_state:
        return True
    return (found.source is None and (found.source_class or "").endswith(("-official", "-state"))) or found.source_class == "igo"


def is_act(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue tells of an order, a threat, an offer: what was said is then the event itself, not a claim about one."""
    return _cue_holds(reading, attribution, reading.knowledge.lexicon(ContestLexicon).acts)


def is_plan(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source says what it will do itself: `it would boycott the session`, `its delegation would travel`."""
    if not attribution.content:
        return False
    first = attribution.content[0]
    return _OWN_PLAN.match(reading.text, first.start, first.end) is not None


def is_admission(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source owns up to something: an admission against its interest needs no reply."""
    return _cue_holds(reading, attribution, reading.knowledge.lexicon(ContestLexicon).admissions)


def start_of(attribution: Attribution) -> int:
    """The prose offset at which the attribution begins: its source, its cue, or its content, whichever is first."""
    spans = [*attribution.content, *attribution.cue, *(source.span for source in attribution.sources)]
    return min((span.start for span in spans), default=0)


def outlet_told(reading: Reading, attribution: Attribution) -> SourceMention | None:
    """The outlet to which the source spoke, and which so carries its words: `three diplomats told Reuters`."""
    match = _TOLD.match(reading.text, attribution.cue[-1].start) if attribution.cue else None
    words = match[1].split() if match else []
    for n in range(len(words), 0, -1):
        name = " ".join(words[:n]).rstrip(".,")
        found = reading.registry.by_name(name, in_context=True)
        if match is not None and found is not None:
            return SourceMention(Span(match.start(1), match.start(1) + len(name)), name, found.id, found.source_class)
    return None


def named_where(attribution: Attribution, found: Bearer) -> Span:
    """Where the attribution itself names its source: a pronoun's own place, and not that of the name it stands for."""
    spans = [source.span for source in attribution.sources] or [*attribution.cue, *attribution.content]
    own = found.mention.span
    return own if any(span.overlaps(own) for span in spans) or not spans else spans[0]


def _cue_holds(reading: Reading, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(_holds(reading.text[span.start : span.end], words) for span in attribution.cue)


@lru_cache(maxsize=2048)
def _holds(cue: str, words: frozenset[str]) -> bool:
    # drafts say `said` and `according to` hundreds of times
    return holds(cue, words)


def is_apart(reading: Reading, attribution: Attribution) -> bool:
    """Whether the attribution stands in the list of provenance or the statement of policy, which are no part of the account."""
    at = start_of(attribution)
    section = reading.section("provenance")
    if section is not None and at >= section.body.start:
        # what stands after the list is rare, and then the parts are gone through
        return any(other.body.holds(at) for other in reading.sections if other.role in _APART)
    return reading.statement is not None and reading.statement.span.holds(at)
