"""What a rule book hides from its own examples: phrases that nothing can match, that another rule finds too, or that nothing proves,
and patterns that would not come to an end.

A rule that never fires looks like a rule that everybody obeys; this is how such rules are found. Every phrase is spelled out as its
notation allows and sought, as in a draft, by itself and by every other phrase. Only what is found is told: that two phrases overlap
is often meant (each under its own conditions), so an overlap is a remark and no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from math import prod
from typing import Literal

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.checks import notation
from stancelint.checks.conditions import Group
from stancelint.checks.hits import hits_of
from stancelint.checks.pattern import PatternCheck, compiled
from stancelint.checks.phrase import PhraseCheck
from stancelint.checks.surroundings import WordSetLexicon
from stancelint.readers import read
from stancelint.rulebook.examples import as_draft, unmark
from stancelint.rulebook.load import LoadedRule
from stancelint.rulebook.rule import build_check
from stancelint.text.patterns import lazy
from stancelint.text.span import Span
from stancelint.text.value import Value

_MOST_SPELLINGS = 48
_INNERMOST = lazy(r"\(([^()]*)\)")
_BLANKS = lazy(r" {2,}")

Kind = Literal["never", "spelling", "astray", "overlap", "unproven"]
FAULTS: frozenset[Kind] = frozenset({"never", "spelling", "astray"})


class Remark(Value):
    """One thing that an audit found, of which rule and phrase, and in words.

    ``never``: no way to write the phrase is found; ``spelling``: one is not; ``astray``: a pattern that backtracks for ever on some
    page; ``overlap``: another rule finds every one; ``unproven``: no flagged example meets the conditions. The first three are faults."""

    rule: str
    kind: Kind
    phrase: str
    said: str


class Sought(Value):
    """A phrase where its rule lists it."""

    rule: str
    text: str
    group: Group


def audit(rules: Sequence[LoadedRule], knowledge: Knowledge, terms: Terms) -> tuple[Remark, ...]:
    """Every remark on the rules that look for phrases or patterns, rule by rule. About a millisecond a phrase; a pattern is tried."""
    all_checks = {loaded.rule.id: build_check(loaded.rule) for loaded in rules}
    checks = {rule: check for rule, check in all_checks.items() if isinstance(check, PhraseCheck)}
    book = _Book(
        [Sought(rule, text, group) for rule, check in checks.items() for group in check.phrases for text in group.any_of], knowledge
    )
    remarks: list[Remark] = []
    for loaded in rules:
        check = checks.get(loaded.rule.id)
        if check is not None:
            for group in check.phrases:
                for text in group.any_of:
                    remarks.extend(book.remarks_on(Sought(loaded.rule.id, text, group), terms))
            remarks.extend(_unproven(loaded, check, knowledge, terms))
        patterns = all_checks[loaded.rule.id]
        if isinstance(patterns, PatternCheck):
            remarks.extend(_astray(loaded, patterns))
    return tuple(remarks)


def _astray(loaded: LoadedRule, check: PatternCheck) -> Iterator[Remark]:
    from stancelint.rulebook.backtracking import astray

    samples = [unmark(example)[0] for example in loaded.text.examples.flag]
    for pattern in check.patterns:
        repeated = astray(pattern, compiled(pattern, check.case), samples)
        if repeated is not None:
            said = f"backtracks for ever where “{repeated}” is repeated, and would be stopped in a draft"
            yield Remark(loaded.rule.id, "astray", pattern, said)


def spellings(phrase: str, sets: notation.WordSets) -> list[str]:
    """Ways to write a phrase, without repeats: groups beside each other turn together, those inside each other on their own.

    Every option of every group stands at least once where they are few. Gaps are left empty, and a word set gives its first word."""
    plain = re.sub(r"<\d>", "", phrase)
    for name in re.findall(r"\{([^{}]*)\}", plain):
        plain = plain.replace(f"{{{name}}}", sets[name][0])
    widths = _widths(plain)
    turns = prod(widths)
    step = max(1, turns // _MOST_SPELLINGS) | 1
    found = dict.fromkeys(_spelled(plain, turn, widths) for turn in range(0, turns, step))
    return [spelling for spelling in found if spelling]


def _widths(phrase: str) -> list[int]:
    """The widest group at each depth, from the inside."""
    widths = []
    while groups := _INNERMOST.findall(phrase):
        widths.append(max(group.count("|") + 1 for group in groups))
        phrase = _INNERMOST.sub("", phrase)
    return widths


def _spelled(phrase: str, turn: int, widths: list[int]) -> str:
    for width in widths:
        turn, at = divmod(turn, width)
        phrase = _INNERMOST.sub(partial(_chosen, at=at), phrase)
    return _BLANKS.sub(" ", phrase).strip()


def _chosen(group: re.Match[str], at: int) -> str:
    options = group[1].split("|")
    return options[at % len(options)]


class _Book:
    """All phrases of a rule book, looked up by the words that they cannot do without."""

    def __init__(self, phrases: list[Sought], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._sets = knowledge.lexicon(WordSetLexicon).sets
        self._by_word: dict[str, list[Sought]] = {}
        for phrase in phrases:
            for word in notation.anchors(phrase.text) or ():
                self._by_word.setdefault(word, []).append(phrase)

    def remarks_on(self, phrase: Sought, terms: Terms) -> Iterator[Remark]:
        """Which spellings of the phrase it does not match itself, and which phrases of other rules match all of them."""
        wrong = notation.fault(phrase.text, frozenset(self._sets))
        if wrong:
            yield Remark(phrase.rule, "never", phrase.text, f"is not found at all: {wrong}")
            return
        written = spellings(phrase.text, self._sets)
        page = Reading(read("\n\n".join(written).encode(), "spellings.txt"), self._knowledge, terms)
        blocks = [block.span for block in page.document.blocks]
        missed = [page.text[block.start : block.end] for block in blocks if not self._stands_in(page, phrase, block)]
        if missed:
            kind: Kind = "never" if len(missed) == len(blocks) else "spelling"
            yield Remark(phrase.rule, kind, phrase.text, f"is not found when written “{missed[0]}”")
        told: set[str] = set()
        for other in self._others(phrase, page):
            if other.rule not in told and all(self._stands_in(page, other, block) for block in blocks):
                told.add(other.rule)
                yield Remark(phrase.rule, "overlap", phrase.text, f"is always found by {other.rule} too, as “{other.text}”")

    def _others(self, phrase: Sought, page: Reading) -> list[Sought]:
        met = (other for word in page.words for other in self._by_word.get(word, ()) if other.rule != phrase.rule)
        return list(dict.fromkeys(met))

    def _stands_in(self, page: Reading, phrase: Sought, block: Span) -> bool:
        hits = hits_of(page, phrase.text, self._sets, exact=phrase.group.case == "exact")
        return any(block.covers(hit) for hit in hits)


def _unproven(loaded: LoadedRule, check: PhraseCheck, knowledge: Knowledge, terms: Terms) -> Iterator[Remark]:
    """The groups with conditions of their own that no flagged example meets: nobody has ever seen them strike."""
    pages = [Reading(as_draft(unmark(example)[0])[0], knowledge, terms) for example in loaded.text.examples.flag]
    for group in check.phrases:
        if _conditional(group) and not any(True for page in pages for _ in PhraseCheck((group,)).hits(page)):
            more = f" and {len(group.any_of) - 1} more" if len(group.any_of) > 1 else ""
            yield Remark(loaded.rule.id, "unproven", group.any_of[0] + more, "has conditions of its own, and no flagged example meets them")


def _conditional(group: Group) -> bool:
    around = group.near or group.not_near or group.not_after or group.not_before
    return bool(group.by or group.not_by or around or group.quoted or group.case == "exact")
