"""The vague attribution check: a claim of the war laid at a source that nobody could ask."""

from __future__ import annotations

from collections.abc import Iterator

from stancelint.analysis.claims_made import outlet_told
from stancelint.analysis.cues import CueLexicon
from stancelint.checks import notation
from stancelint.checks.base import Anchors, Match, Note
from stancelint.checks.hits import hits_of
from stancelint.checks.shares import points_back
from stancelint.checks.surroundings import ContextLexicon, WordSetLexicon, context_near, find_word, setting_of
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading
    from stancelint.checks.surroundings import Setting

_CHARGED = lazy(r"\b(?:alleged|accused|charged|suspected)\b")
_ACCUSERS = lazy(r"\b(?:prosecutors?|prosecution|indictment|charge sheet|investigators|plaintiffs?|court (?:heard|was told))\b")
_LOOKED_AT_BY = lazy(
    r"\b(?:geolocated|verified|seen|reviewed|checked|authenticated|confirmed|examined|obtained|analy[sz]ed|interviewed|questioned|reached|"
    r"cited|quoted|recorded|filmed|published|shared)(?:\sand\s\w+)?\sby\s(?:the\s)?((?:[A-Z][\w.'\u2019-]*\s?){1,4})"
)
_PRONOUNS = frozenset({"somebody", "someone", "nobody", "everybody", "everyone", "anybody", "anyone", "who", "whoever", "others", "people"})
_QUOTES = frozenset("\"'“”‘’«»")
_A_WORD = 2  # words that claim nothing
_OFTEN = 3  # words of a subject that make it the draft's own


class VagueAttributionCheck(Value):
    """``vague`` are phrases that attribute to nobody (`reportedly`). ``claims`` are contexts of which the sentence must hold a word:
    what makes it a claim worth a source; ``near`` ones of which a word must stand near by."""

    vague: tuple[str, ...]
    claims: tuple[str, ...]
    near: tuple[str, ...] = ()

    kind: ClassVar[str] = "vague-attribution"

    @property
    def anchors(self) -> Anchors:
        """None: vague sources are a matter of attribution, not of words."""
        return None

    @property
    def sought(self) -> tuple[str, ...]:
        """The phrases that it looks for."""
        return self.vague

    def find(self, reading: Reading) -> Iterator[Match]:
        """One match a sentence, on the words that stand where a source should."""
        seen: set[int] = set()
        for span in sorted(set(self._named_vaguely(reading)) | set(self._by_phrase(reading))):
            setting = setting_of(reading, span)
            if setting.span.start in seen or not self._matters(reading, setting) or _answered_for(reading, span, setting):
                continue
            seen.add(setting.span.start)
            yield Match(
                span,
                captures=(("match", reading.text[span.start : span.end]),),
                notes=(Note("no source that could be asked stands in this sentence", setting.span),),
            )

    def _named_vaguely(self, reading: Reading) -> Iterator[Span]:
        for one in reading.attributions:
            source = one.source
            if not one.vague or source is None or one.relation == "topic" or _kept_silent(reading, one) or points_back(reading, one):
                continue
            if _only_happened(reading, source.text) or _is_a_word(reading, one):
                continue
            # `the authorities` points back to some that were named; `locals told AFP` names who asked them
            if not source.text.lower().startswith("the ") and _is_a_group(source.text) and outlet_told(reading, one) is None:
                yield source.span

    def _by_phrase(self, reading: Reading) -> Iterator[Span]:
        sets = reading.knowledge.lexicon(WordSetLexicon).sets
        words = reading.words
        for text in self.vague:
            if any(word in words for word in notation.anchors(text) or ()):
                for span in hits_of(reading, text, sets):
                    if not any(q.kind != "scare" for q in reading.quotations_by_place.backwards(span)):
                        yield span

    def _matters(self, reading: Reading, setting: Setting) -> bool:
        if self._about_the_war(reading):
            return True
        words = reading.knowledge.lexicon(ContextLexicon).words(self.claims)
        if find_word(reading, words, setting.span, caseless=setting.caseless) is None:
            return False
        return not self.near or context_near(reading, self.near, setting) is not None

    def _about_the_war(self, reading: Reading) -> bool:
        """Whether the whole draft speaks of the war: then whatever it tells without a source is a claim of the war."""
        if any(reading.section(part) is not None for part in ("stance", "contested", "provenance")):
            return True  # it carries what each draft on the subject must carry
        contexts, words = reading.knowledge.lexicon(ContextLexicon), reading.words
        return all(
            sum(len(words.get(word.lower(), ())) for word in set(contexts.words(names))) >= _OFTEN
            for names in (self.claims, self.near)
            if names
        )


def _is_a_word(reading: Reading, one: Attribution) -> bool:
    """Whether all that is said are a word or two in quotation marks: `Some still say only “unknown man”` of the plates on the graves."""
    said = [reading.text[piece.start : piece.end] for piece in one.content]
    return len(said) == 1 and said[0][:1] in _QUOTES and said[0][-1:] in _QUOTES and len(said[0].split()) <= _A_WORD


def _is_a_group(words: str) -> bool:
    """Whether the words name sources at all: no pronoun (`somebody`, `who`), and no outlet whose name is such a word in capitals."""
    return words.lower() not in _PRONOUNS and not (words.isupper() and len(words) > 1)


def _only_happened(reading: Reading, words: str) -> bool:
    """Whether the words tell what happened, and no source was meant: `recent events suggest that …`."""
    return " " in words and not reading.knowledge.lexicon(CueLexicon).mute.isdisjoint(words.lower().split())


def _answered_for(reading: Reading, span: Span, setting: Setting) -> bool:
    """Whether somebody identifiable stands in the same sentence as a source, or covers the words from elsewhere."""
    if reading.voice(span).attributed or _accused(reading, span, setting):
        return True
    for one in reading.attributions:
        if one.sources and not one.vague and any(setting.span.covers(s.span) for s in one.sources):
            return True
        if one.sources and not one.vague and any(piece.overlaps(setting.span) for piece in one.content):
            return True
    return _checked_by_an_outlet(reading, setting.span)


def _accused(reading: Reading, span: Span, setting: Setting) -> bool:
    """Whether those who accuse stand in the sentence: `prosecutors read out letters that the director is alleged to have signed`."""
    return _CHARGED.search(reading.folded, span.start, span.end) is not None and (
        _ACCUSERS.search(reading.folded, setting.span.start, setting.span.end) is not None
    )


def _kept_silent(reading: Reading, one: Attribution) -> bool:
    """Whether nothing is claimed, for they did not say it: `officials did not say why`."""
    cue = reading.folded[one.cue[0].start : one.cue[-1].end] if one.cue else ""
    return " not " in cue or "n't " in cue or "n’t " in cue


def _checked_by_an_outlet(reading: Reading, sentence: Span) -> bool:
    """Whether an outlet says in the sentence's own words that it looked: `geolocated by Reuters`, `seen by the BBC`."""
    for match in _LOOKED_AT_BY.finditer(reading.text, sentence.start, sentence.end):
        words = match[1].split()
        if any(reading.registry.by_name(" ".join(words[:n]).rstrip(".,"), in_context=True) for n in range(len(words), 0, -1)):
            return True
    return False


CHECK = VagueAttributionCheck
