"""Whom the contested part names as holding something: the two sides that a disagreement has."""

from __future__ import annotations

from stancelint.analysis.bearers import PartyLexicon, bearers, names_in
from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.phrases import words_of
from stancelint.text.patterns import lazy
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Section
    from stancelint.analysis.reading import Reading

_POSITION = "would"  # `the railway would close it`: whoever would have it so holds a position
_MEETS = frozenset(("seen", "found", "heard", "met", "saw", "finds", "sees", "knows", "know", "knew", "received", "recalls", "remembers"))
_NONE = frozenset(("no", "none", "nothing", "nobody"))
_REACH = 5  # words between a subject and its verb
_SOON = 3  # words behind a name in which it is said what is so for whom
_BETWEEN = lazy(  # `is disputed between the water company and the city`
    r"\b(?:disputed?|contested|argument|disagreement|quarrel|at issue)(?:,? too)?,? between "
    r"((?:the |an? )?[^\W\d][^\d.;:]{1,60}?) and ((?:the |an? )?[^\W\d]\w+)"
)
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_RELATIVES = frozenset({"that", "which", "whom"})
_NO_SUBJECTS = frozenset({"in", "at", "on", "of", "by", "from", "for", "with", "under", "over", "about", "no", "not", "more"})


def parties_of(reading: Reading, section: Section) -> dict[str, tuple[str, Span]]:
    """Whoever the part names as saying something, and every name of the registry in it, each once."""
    found: dict[str, tuple[str, Span]] = {}
    body = section.body
    for start, end, source in names_in(reading.registry, reading.text[body.start : body.end]):
        span = Span(body.start + start, body.start + end)
        found.setdefault(source.id, (source.name, span))
    for attribution in reading.attributions:
        if not any(body.overlaps(piece) for piece in (*attribution.content, *attribution.cue)):
            continue
        for who in bearers(reading, attribution):
            if who.mention.text.casefold() in _PRONOUNS:
                continue  # `it shows the papers`: whoever spoke last, who is found already
            key = who.source.id if who.source else who.source_class or who.mention.text.casefold()
            found.setdefault(key, (who.mention.text, who.mention.span))
    found.update(_unnamed_parties(reading, section, found))
    if len(found) < 2 and (pair := _BETWEEN.search(reading.text, body.start, body.end)):
        return {f"between:{at}": (pair[at], Span(*pair.span(at))) for at in (1, 2)}
    return found


def _unnamed_parties(reading: Reading, section: Section, known: dict[str, tuple[str, Span]]) -> dict[str, tuple[str, Span]]:
    """States by their capitals, and offices by what they are: `Moscow denies`, `the navy says`, `the Russian ministry`."""
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    parties = reading.knowledge.lexicon(PartyLexicon)
    start = section.body.start
    words = words_of(reading.text[start : section.body.end])
    spans = [span for _, span in known.values()]
    found: dict[str, tuple[str, Span]] = {}
    for at, (word, first, last) in enumerate(words):
        bare = word.removesuffix("'s")
        span = Span(start + first, start + last)
        if any(other.overlaps(span) for other in spans):
            continue
        if _only_acts(words, at, lexicon, parties):
            continue
        after = _verb_after(words, at, lexicon)
        if bare in parties.states and (bare in ("moscow", "kremlin") or after in lexicon.sayings or after in lexicon.disagreement):
            party = parties.states[bare]
            if not any(reading.registry.by_id(key).source_class == party for key in known if key in reading.registry.ids):
                found.setdefault(f"{party}:{bare}" if party == "other-state" else party, (reading.text[span.start : span.end], span))
        elif (
            _for_whom(reading, words, at, start)
            or _in_turn(words, at, lexicon)
            or _knows_of_none(words, at, lexicon)
            or _speaks(bare, after, words[at - 1][0] if at else "", lexicon, parties)
        ):
            found.setdefault(f"office:{bare}", (reading.text[span.start : span.end], span))
    return found


def _for_whom(reading: Reading, words: list[tuple[str, int, int]], at: int, start: int) -> bool:
    """Whether a name is that of somebody for whom a thing is so: `For Mudra it binds the state; for Kliuchkovskyi it does not`."""
    if not at or words[at - 1][0] != "for" or not reading.text[start + words[at][1]].isupper():
        return False
    return any(word in ("it", "this", "that", "they", "the") for word, _, _ in words[at + 1 : at + _SOON])


def _in_turn(words: list[tuple[str, int, int]], at: int, lexicon: ContestLexicon) -> bool:
    """Whether a noun has a figure of its own behind one that somebody said: `police said 4,000, the organisers 9,000`."""
    if not at or words[at - 1][0] != "the" or not words[at + 1 : at + 2] or not words[at + 1][0][0].isdigit():
        return False
    before = words[max(0, at - 2 * _REACH) : at - 1]
    return any(word in lexicon.sayings for word, _, _ in before) and any(word[0].isdigit() for word, _, _ in before)


def _knows_of_none(words: list[tuple[str, int, int]], at: int, lexicon: ContestLexicon) -> bool:
    """Whether a noun has the other side by having met with nothing: `the archive has seen no trace of it`, `her niece never saw one`."""
    word = words[at][0]
    after = [each for each, _, _ in words[at + 1 : at + 1 + _REACH]]
    verb = next((i for i, each in enumerate(after) if each in _MEETS), -1)
    if verb < 0 or any(each not in lexicon.between for each in after[:verb]) or not word.isalpha():
        return False
    if word in _NO_SUBJECTS or word in lexicon.vague_subjects or word in lexicon.sayings or word in lexicon.between:
        return False
    return "never" in after[:verb] or not _NONE.isdisjoint(after[verb + 1 : verb + 3])


def _verb_after(words: list[tuple[str, int, int]], at: int, lexicon: ContestLexicon) -> str:
    """The verb whose subject a word is, as far as it shows, past `also` and `who`, and a second subject (`Paris and Rome differ`)."""
    rest = words[at + 1 : at + 1 + _REACH]
    after = [word for word, _, _ in rest]
    while after and after[0] in lexicon.between:
        after = after[1:]
    # a comma parts two sentences: `photographs that drivers sent, and some dispute it`
    if len(after) > 2 and after[0] == "and" and rest[0][1] == words[at][2] + 1:
        after = after[3:] if after[1] == "the" else after[2:]
        while after and after[0] in lexicon.between:
            after = after[1:]
    if after[:2] == ["not", "agree"]:
        return "disagree"
    return after[0] if after else ""


def _only_acts(words: list[tuple[str, int, int]], at: int, lexicon: ContestLexicon, parties: PartyLexicon) -> bool:
    """Whether an office only does something to a thing that another speaks of: `the timetable that the water company hangs up`."""
    if words[at][0] not in parties.offices:
        return False
    before = [word for word, _, _ in words[max(0, at - _REACH + 1) : at]]
    opens = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _RELATIVES), None)
    if opens is None or opens == 0 or before[opens - 1] in lexicon.sayings:
        return False
    after = [word for word, _, _ in words[at + 1 : at + 1 + _REACH]]
    while after and (after[0] in lexicon.between or after[0] in parties.offices):
        after = after[1:]
    return bool(after) and after[0] not in lexicon.sayings and after[0] not in lexicon.disagreement and after[0] != _POSITION


def _speaks(word: str, after: str, before: str, lexicon: ContestLexicon, parties: PartyLexicon) -> bool:
    """Whether a word is an office, or the subject of a verb of saying: `the director says`."""
    if word in parties.offices and word not in lexicon.vague_parties and before not in ("a", "an", "no"):
        return True
    holds_one = after in lexicon.sayings or after == _POSITION
    if word in _NO_SUBJECTS or word.endswith("ed"):
        return False
    return holds_one and word not in lexicon.vague_subjects and word not in lexicon.sayings and word.isalpha()
