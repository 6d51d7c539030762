"""The lead check: the first source that the draft cites is one of those that the policy lets lead."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.bearers import bearer, names_in, points_back
from stancelint.analysis.claims_made import asserts, named_sources, outlet_told
from stancelint.analysis.source import in_words
from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.bearers import Bearer
    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading

_FULL_NAME = 2  # capitalised words


_NEAR = 40  # characters before a source in which another of the same breath is named
_BESIDE = lazy(r"(?:^|[,.;\n]\s)(the [^,.;\n]{1,30}?) and (?:the )?\Z")


class LeadCheck(Value):
    """Looks at the first source whose class is known; a source without a class (`residents`) neither leads nor breaks the lead, but
    somebody named in full may lead whose class nobody knows."""

    kind: ClassVar[str] = "lead"

    @property
    def anchors(self) -> Anchors:
        """None: any source may be the first."""
        return None

    def find(self, reading: Reading) -> Iterator[Match]:
        """The one match that there can be, on the source's name."""
        leading = reading.terms.leading
        if not leading:
            return
        after = None
        first: Bearer | None = None
        for who in _cited(reading):
            known = [found for found in who if found.source_class is not None and not _comes_second(reading, found)]
            if not known:
                if any(_is_named(found) for found in who):
                    break  # somebody leads of whom nobody here knows what class he is of
                continue
            if any(leads(found, leading) for found in known):
                after = next(found for found in known if leads(found, leading))
                break
            first = first or known[0]
        if first is None or (after is not None and after.mention.span.start < first.mention.span.start):
            return
        if _named_before(reading, first.mention.span.start, leading):
            return
        yield _match(first, after, leading)


def _comes_second(reading: Reading, found: Bearer) -> bool:
    """Whether somebody whose class nobody knows is named before it in one breath: `the city and the UN monitors say`."""
    start = found.mention.span.start
    beside = _BESIDE.search(reading.text, max(0, start - _NEAR), start)
    return beside is not None and not names_in(reading.registry, beside[1], in_context=True)


def _is_named(found: Bearer) -> bool:
    """Whether a source is a person or body by name: two words of it are capitalised."""
    return not points_back(found) and sum(word[:1].isupper() for word in found.mention.text.split()) >= _FULL_NAME


def _cited(reading: Reading) -> list[tuple[Bearer, ...]]:
    """Whoever is cited, in order, with the outlet that carries the words before the one who said them.

    To quote Moscow's word for a thing is not to cite Moscow; to quote another's word is."""
    return [
        (*_carriers(reading, attribution, who), *who, *_told(reading, attribution, who))
        for attribution, who in named_sources(reading)
        if asserts(reading, attribution) or (attribution.cue_class != "cognition" and not any(found.russian_state for found in who))
    ]


def _carriers(reading: Reading, attribution: Attribution, who: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """The outlets that the draft names for another's words. Who carries Moscow's words lends it no place."""
    if attribution.origin is None or any(found.russian_state for found in who):
        return ()
    return tuple(bearer(reading, mention) for mention in attribution.sources if not mention.vague)


def _told(reading: Reading, attribution: Attribution, who: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """The outlet that asked them: `three diplomats told Reuters` is cited through Reuters. Moscow's words remain Moscow's."""
    told = None if any(found.russian_state for found in who) else outlet_told(reading, attribution)
    return (bearer(reading, told),) if told is not None else ()


def _named_before(reading: Reading, end: int, leading: tuple[str, ...]) -> bool:
    """Whether one that may lead is named before: who cites it in words that the reading does not know still leads with it."""
    return any(source.leads(leading) for _, _, source in names_in(reading.registry, reading.text[:end]))


def leads(found: Bearer, leading: tuple[str, ...]) -> bool:
    """Whether the policy lets this source lead."""
    return found.source.leads(leading) if found.source is not None else found.source_class in leading


def _match(first: Bearer, after: Bearer | None, leading: tuple[str, ...]) -> Match:
    named = in_words(first.source_class or "")
    why = f"{first.source.name}: {first.source.why}" if first.source is not None else f"its class is {named}"
    notes = [Note(why), Note(f"the policy lets lead: {', '.join(in_words(name) for name in leading)}")]
    if after is not None:
        notes.append(Note("the first source that may lead stands only here", after.mention.span))
    else:
        notes.append(Note("no source that may lead is cited anywhere in the draft"))
    name = first.source.name if first.source is not None else first.mention.text
    return Match(first.mention.span, (("name", name), ("class", named)), tuple(notes))


CHECK = LeadCheck
