"""The provenance-use check: the body held against the list, both ways.

A draft that leans on an outlet, a channel or an office for a claim lists it, or lists the outlet that carried it; and what is
listed is used.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from stancelint.analysis.bearers import bearer, is_office, names_in
from stancelint.analysis.claims_made import asserts, is_apart, outlet_told
from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.phrases import words_of
from stancelint.checks.base import Anchors, Match, Note
from stancelint.checks.passed_on import through_listed
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.model import Attribution, Entry
    from stancelint.analysis.reading import Reading
    from stancelint.analysis.registry import Registry
    from stancelint.analysis.source import Source

_SHOWN = 8
_NEAR = 24  # characters before a name in which the word that passes on stands
_DAILY = lazy(r"\s(?:each|every) (?:morning|evening|day|night|week|month|spring|summer|autumn|winter)\b")
_HANDED_ON = r"(?<!files )(?<!documents )(?<!samples )passed on"  # `files passed on by the Register of Damage` are no words
_DEEDS = rf"carried|relayed|quoted|cited|distributed|published|{_HANDED_ON}|broadcast|aired|printed|ran|shown|posted"
_WORDS = r"remarks|comments|an? (?:\w+ )?(?:interview|statement|post|letter|speech|video|address|briefing)|words|text"
_PASSING = lazy(rf"\b(?:{_DEEDS}|speaking|spoke|interview)\b")
_PASSED_BY = lazy(rf"\b(?:(?:{_DEEDS}) by|(?:speaking|spoke) to|interview (?:with|to|for))\s+(?:the\s+)?\Z")
_THAT = lazy(rf"\b(?:{_WORDS})(?:,? (?:that|which))?(?: the)?\s+\Z")
_PASSED = lazy(rf"(?:\s+(?:has|had|also|later))*\s+(?:{_DEEDS})\b")
_ABOUT = r"(?:(?:at least|more than|over|about|around|some|nearly|almost|only|another)\s+)?"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MANY = rf"{_ABOUT}(?:\d[\d,.]*|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|{_SMALL}|dozens|hundreds|thousands|scores)\b"
_FOUND = lazy(
    r"\s+(?:(?:has|have|had|also|since|now|so far)\s+)*(?:identified|documented|mapped|traced|tracked|counted|listed|catalogued|verified"
    r"|geolocated|recorded|registered|logged|located|found|tallied|collected|analysed|examined|matched)\s+"
    rf"{_MANY}"
)
_FINDERS_WORDS = "ngo-monitor igo osint-social western-media western-wire ukrainian-independent russian-independent public-broadcaster"
_FINDERS = frozenset(_FINDERS_WORDS.split())
_HABIT = lazy(r"\b(?:when(?:ever)?|if|every time|each time|wherever|as often as)\s+(?:the\s+)?\Z")
_WHOLE_STATES = frozenset(("ukraine-government",))  # one source of a count, and many of everything else
_KINDS = r"news agency|newspaper|news site|news website|daily|weekly|portal|broadcaster|magazine|outlet|channel|station|tabloid|website"
_STAFF = r"editor|reporter|owner|correspondent|journalist|director|chief|host"
_PRINT = rf"(?:(?:news|local|regional|online|Telegram|YouTube|television|TV|radio) )*(?:{_KINDS})(?! (?:{_STAFF}))\b"
_BULLETINS = r"reports?|updates?|summary|bulletin|post|briefing|count|note|statement"
_NAME = r"(?P<name>(?:[A-Z][\w'’+-]*|[0-9]+)(?: (?:[A-Z][\w'’+-]*|[0-9]+)){0,3})(?![\w'’+-])"
_CALLED = lazy(rf"(?:[Tt]he )?{_NAME}, (?:an?|the|its|one of the) (?:[\w'’-]+ ){{0,3}}?{_PRINT}")
_TITLED = lazy(rf"(?:[Tt]he |[Aa]n? )?(?:[\w'’-]+ ){{0,3}}?{_PRINT} {_NAME}(?! (?:[A-Z]\w+ )*(?:{_BULLETINS})\b)")
_OFFICES = ("ukrainian-official", "russian-official", "other-state", "igo")


class ProvenanceUseCheck(Value):
    """``unlisted``: leaned on and not listed. ``unused``: listed and never named, quoted or linked in the body."""

    kind: ClassVar[str] = "provenance-use"

    fault: Literal["unlisted", "unused"]

    @property
    def anchors(self) -> Anchors:
        """None: any name may be the one."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """Matches on the first place that leans on an unlisted source, or on the entry that nothing uses."""
        if not reading.provenance:
            return  # that the list is missing or empty says it all
        if self.fault == "unused":
            yield from _unused(reading)
        elif reading.owes_sections:
            yield from _unlisted(reading)


def _unlisted(reading: Reading) -> Iterator[Match]:
    listed = _listed(reading)
    carried, leaned = _leaning(reading, listed)
    for source_id, places in leaned.items():
        if source_id in carried:
            continue
        source = reading.registry.by_id(source_id)
        notes = [Note(f"{source.name}: {source.why}")]
        if source.note:
            notes.append(Note(source.note))
        notes += [Note("leaned on here too", place) for place in places[1:3]]
        names = ", ".join(dict.fromkeys(reading.registry.by_id(known).name for known in listed))
        notes.append(Note(f"the list holds: {names}" if names else "the list holds nobody that the registry knows"))
        yield Match(places[0], (("name", source.name),), tuple(notes))
    for name, place in _strangers(reading, listed):
        yield Match(place, (("name", name),), (Note("an outlet, as the draft says, and no entry of the list names it", place),))


def _strangers(reading: Reading, listed: dict[str, None]) -> Iterator[tuple[str, Span]]:
    """Outlets that the registry does not know, by what the draft calls them (`Zoria, a local newspaper`), where no entry names them."""
    entries = " ".join(f"{entry.text} {entry.url or ''}" for entry in reading.provenance).casefold()
    seen: set[str] = set()
    for one in reading.attributions:
        if not one.sources or is_apart(reading, one) or not asserts(reading, one):
            continue
        for mention in (one.origin,) if one.origin is not None else one.sources:
            called = _CALLED.match(reading.text, mention.span.start) or _TITLED.match(reading.text, mention.span.start)
            if called is None or mention.vague or bearer(reading, mention).source is not None:
                continue
            name = called["name"].strip()
            plain = name.casefold()
            if plain in seen or plain in entries or plain.replace(" ", "") in entries or plain.replace(" ", "-") in entries:
                continue
            if not through_listed(reading, mention.span, listed):
                seen.add(plain)
                yield name, Span(*called.span("name"))


def _listed(reading: Reading) -> dict[str, None]:
    """The ids that the list holds: by address, and by name in an entry's own words."""
    found: dict[str, None] = {}
    for entry in reading.provenance:
        if entry.id is not None:
            found[entry.id] = None
        for _, _, source in names_in(reading.registry, entry.text[:400], in_context=True):
            found[source.id] = None
    return found


def _leaning(reading: Reading, listed: dict[str, None]) -> tuple[set[str], dict[str, list[Span]]]:
    """Whoever is cited through a listed source, and whoever is leaned on otherwise, with the places."""
    carried: set[str] = set()
    leaned: dict[str, list[Span]] = {}
    attributions = [a for a in reading.attributions if asserts(reading, a) and not is_apart(reading, a)]
    spoken_of = [piece for a in attributions if _is_persons(reading, a) for piece in a.content]
    carriers = [piece for a in attributions if _by_listed(reading, a, listed) for piece in a.content]
    for attribution in attributions:
        if attribution.origin is not None:
            origin = bearer(reading, attribution.origin).source
            if origin is not None and _by_listed(reading, attribution, listed):
                carried.add(origin.id)
        for mention in attribution.sources:
            found = bearer(reading, mention)
            if mention.vague or found.source is None or _covered(reading.registry, found.source, listed):
                continue
            if any(piece.covers(mention.span) for piece in spoken_of) or _is_habit(reading, attribution):
                continue
            if any(piece.covers(mention.span) for piece in carriers) or through_listed(reading, mention.span, listed):
                carried.add(found.source.id)
                continue
            if not is_office(reading, found) or _gives_nothing(reading, attribution):
                continue
            if found.source.source_class in _OFFICES and _in_contested(reading, mention.span):
                continue  # a party to the dispute is named there, not leaned on
            leaned.setdefault(found.source.id, []).append(mention.span)
    for source, place in (*_carriers_named(reading), *_finders_named(reading, listed)):
        if not _covered(reading.registry, source, listed):
            leaned.setdefault(source.id, []).append(place)
    return carried, leaned


def _carriers_named(reading: Reading) -> Iterator[tuple[Source, Span]]:
    """Every outlet said to have passed somebody's words on, with its place: `told Suspilne`, `in remarks that Suspilne broadcast`."""
    for one in reading.attributions:
        if is_apart(reading, one) or not (one.sources and one.cue) or not asserts(reading, one):
            continue
        told = outlet_told(reading, one)
        if told is not None and told.id is not None:
            yield reading.registry.by_id(told.id), told.span
        at = bisect_right(reading.sentences, one.cue[0].start, key=lambda sentence: sentence.span.start) - 1
        sentence = reading.sentences[max(at, 0)].span
        text = reading.text[sentence.start : sentence.end]
        if not _PASSING.search(text):
            continue
        for start, end, source in names_in(reading.registry, text, in_context=True):
            if _PASSED_BY.search(text, max(0, start - _NEAR * 2), start) or (
                _THAT.search(text, max(0, start - _NEAR * 2), start) and _PASSED.match(text, end)
            ):
                yield source, Span(sentence.start + start, sentence.start + end)


def _finders_named(reading: Reading, listed: dict[str, None]) -> Iterator[tuple[Source, Span]]:
    """Every body or outlet that is said to have found so many of something, with its place: `the initiative has identified 186 camps`."""
    apart = [section.body for section in reading.sections if section.role in ("provenance", "stance", "contested")]
    apart += [piece for one in reading.attributions if _by_listed(reading, one, listed) for piece in one.content]
    for sentence in reading.sentences:
        span = sentence.span
        text = reading.text[span.start : span.end]
        if not _FOUND.search(text):
            continue
        for start, end, source in names_in(reading.registry, text, in_context=True):
            place = Span(span.start + start, span.start + end)
            if any(part.covers(place) for part in apart) or through_listed(reading, place, listed):
                continue
            if source.source_class in _FINDERS and _FOUND.match(text, end):
                yield source, place


def _is_persons(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody of no office says it: whom he speaks of is not leaned on, he is."""
    found = [bearer(reading, mention) for mention in attribution.sources]
    return bool(found) and not any(one.mention.vague or one.source is not None or one.source_class is not None for one in found)


def _is_habit(reading: Reading, attribution: Attribution) -> bool:
    """Whether the words say what a source does now and again: `whenever the ministry announces that …, it …`."""
    named = attribution.sources[0].span
    before = reading.folded[max(0, named.start - _NEAR) : named.start]
    cue = reading.folded[attribution.cue[0].start : attribution.cue[0].end] if attribution.cue else ""
    if not cue.endswith("s") or not attribution.cue:
        return False
    after = reading.folded[attribution.cue[-1].end : attribution.cue[-1].end + _NEAR]
    return _HABIT.search(before) is not None or _DAILY.match(after) is not None


def _gives_nothing(reading: Reading, attribution: Attribution) -> bool:
    empty = reading.knowledge.lexicon(ContestLexicon).empty_content
    words = words_of(reading.text[attribution.content[0].start : attribution.content[0].end][:60]) if attribution.content else []
    return not words or words[0][0] in empty


def _in_contested(reading: Reading, span: Span) -> bool:
    section = reading.section("contested")
    return section is not None and section.body.overlaps(span)


def _by_listed(reading: Reading, attribution: Attribution, listed: dict[str, None]) -> bool:
    for mention in attribution.sources:
        source = bearer(reading, mention).source
        if source is not None and _covered(reading.registry, source, listed):
            return True
    return False


def _covered(registry: Registry, source: Source, listed: dict[str, None]) -> bool:
    if source.id in listed:
        return True
    if source.source_class == "igo" and any(registry.by_id(known).owner == source.owner for known in listed):
        return True  # `the UN mission` is one of the organisation's bodies, whichever the list names
    if source.source_class in _OFFICES:
        if source.chain is None or source.chain in _WHOLE_STATES:
            return False  # what a grid operator said is not in the cabinet's item
        return any(registry.by_id(known).chain == source.chain for known in listed)
    # a house's services share its name: BBC and BBC News Russian
    first = source.name.split()[0].casefold()
    return source.owner is not None and any(
        (other := registry.by_id(known)).owner == source.owner and other.name.split()[0].casefold() == first for known in listed
    )


def _unused(reading: Reading) -> Iterator[Match]:
    named = _named_in_body(reading)
    items = {link.target for link in reading.document.links}
    counted = {reading.registry.key(source_id) for source_id in named if reading.registry.by_id(source_id).source_class in _OFFICES}
    seen: set[str] = set()
    for entry in reading.provenance:
        if entry.id is None or entry.id in seen:
            continue
        seen.add(entry.id)
        source = reading.registry.by_id(entry.id)
        if entry.id in named or reading.registry.key(entry.id) in counted or _covered(reading.registry, source, named):
            continue
        if _linked_in_body(reading, entry) and items:
            continue
        # `AFP via France 24`: the body may name the one and the address be the other's
        if any(other.id in named for _, _, other in names_in(reading.registry, entry.text[:400], in_context=True)):
            continue
        yield Match(
            entry.region, (("name", source.name),), (Note(f"sought in the body: {', '.join((source.name, *source.aliases)[:_SHOWN])}"),)
        )


def _named_in_body(reading: Reading) -> dict[str, None]:
    found: dict[str, None] = {}
    for section in reading.sections:
        if section.role in ("provenance", "stance"):
            continue
        text = reading.text[section.body.start : section.body.end]
        for _, _, source in names_in(reading.registry, text, in_context=True):
            found[source.id] = None
    for attribution in reading.attributions:
        for mention in (*attribution.sources, *((attribution.origin,) if attribution.origin else ())):
            if mention.id is not None:
                found[mention.id] = None
    return found


def _linked_in_body(reading: Reading, entry: Entry) -> bool:
    parts = [section.body for section in reading.sections if section.role == "provenance"]
    for link in reading.document.links:
        if link.span is None or any(part.covers(link.span) for part in parts):
            continue
        source = reading.registry.by_url(link.target)
        if source is not None and source.id == entry.id:
            return True
    return False


CHECK = ProvenanceUseCheck
