"""One draft judged: matches become findings. Pure: no file is opened here, and nothing is printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

from stancelint.analysis.reading import Reading
from stancelint.checks.base import Check, Match, Rewording
from stancelint.engine.baseline import with_fingerprints
from stancelint.engine.places import excerpt, region_of
from stancelint.errors import DraftError
from stancelint.finding import Edit, Evidence, Failure, Finding, Fix, Severity
from stancelint.policy.rule_set import ActiveRule, RuleSet, owes_sections
from stancelint.rulebook.rule import build_check
from stancelint.text.document import Document
from stancelint.text.patterns import lazy
from stancelint.text.taken import Taken
from stancelint.text.value import Value, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.answers import Answer
    from stancelint.engine.clock import Clock

_SLOT = lazy(r"\{([a-z_]+)\}")

_UNTIMED: AbstractContextManager[None] = nullcontext()
_ONLINE = "online"  # rules that judge answers: without any, they did not run


class Judgement(Value):
    """What came of one draft: its findings in order of place, and the checks that broke on it."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


class Linter:
    """Judges documents by one rule set. Checks are built when a draft first wakes them, and kept.

    ``today`` is the ISO date that waivers expire against (empty: none expires); with ``debug`` a check that breaks raises.
    ``checks`` are those that are built already, by the id of their rule.
    ``answers`` are those of listed links, where the run asked them. ``clock`` takes what each rule costs, where a run asks for it."""

    def __init__(self, rules: RuleSet, *, today: str = "", debug: bool = False, checks: dict[str, Check] | None = None) -> None:
        self.rules = rules
        self._known = frozenset(rule.id for rule in rules.rules)
        self._today = today
        self._checks = dict(checks or {})
        self._debug = debug
        self.answers: dict[str, Answer] | None = None
        self.clock: Clock | None = None

    def read(self, document: Document, path: str) -> Reading:
        """The document as the analysis sees it under this policy. ``path`` is relative to the policy's folder.

        Raises ``DraftError`` for one of more words than the policy takes for a draft."""
        words, most = document.text.count(" ") + document.text.count("\n") + 1, self.rules.file.max_words
        if words > most:
            raise DraftError(f"holds some {words:,} words; the policy's max_words is {most:,}", hint="split the draft, or raise max_words")
        reading = Reading(document, self.rules.knowledge, self.rules.terms)
        reading.answers = self.answers
        when = self.rules.file.applies_when
        if when.paths or when.front_matter or when.subject:
            fields = {field.name: field.value for field in document.fields}
            reading.owes_sections = owes_sections(when, path, fields, frozenset(reading.words))
        return reading

    def judge(self, reading: Reading, active: tuple[ActiveRule, ...]) -> Judgement:
        """The findings of the active rules after the draft's waivers, and what broke.

        The same draft is judged the same way, whatever was judged before.
        """
        findings: list[tuple[Finding, ActiveRule]] = []
        failures: list[Failure] = []
        woken = self.rules.wakes.by(reading.words.keys())
        reading.phrases = woken.phrases
        clock = self.clock
        if clock:
            clock.read(reading)
        for rule in active:
            if rule.rule.id in woken.asleep and not (rule.rule.kind == _ONLINE and reading.answers):
                continue
            try:
                with clock.asked(rule.rule.id) if clock else _UNTIMED:
                    findings.extend((self._finding(reading, rule, match), rule) for match in self._check(rule).find(reading))
            except TimeoutError:
                hint = "mend the pattern: `stancelint rules --audit` says where it goes astray"
                failures.append(Failure("rule", f"a pattern of {rule.rule.id} took too long and was stopped", hint=hint))
            except Exception as problem:  # one broken check must not silence the others
                if self._debug:
                    raise
                failures.append(Failure("internal", f"the check of {rule.rule.id} broke: {type(problem).__name__}: {problem}"))
        kept = _in_order(_one_per_phrase(findings))
        if any("stancelint" in comment.text for comment in reading.document.comments):
            kept = self._waived(reading, kept, active)
        return Judgement(with_fingerprints(kept), tuple(failures))

    def _waived(self, reading: Reading, findings: tuple[Finding, ...], active: tuple[ActiveRule, ...]) -> tuple[Finding, ...]:
        from stancelint.engine.waivers import waive

        held = {rule.rule.id: rule for rule in active}
        ran = {rule for rule in held if held[rule].rule.kind != _ONLINE or reading.answers is not None}
        waived = waive(reading.document, findings, known=self._known, ran=ran, today=self._today)
        faults = (self._finding(reading, held[rule], match) for rule, match in waived.faults if rule in held)
        return _in_order([*waived.findings, *faults])

    def _check(self, rule: ActiveRule) -> Check:
        check = self._checks.get(rule.rule.id)
        if check is None:
            check = self._checks[rule.rule.id] = build_check(rule.rule)
        return check

    def _finding(self, reading: Reading, active: ActiveRule, match: Match) -> Finding:
        document, rule = reading.document, active.rule
        region = region_of(document, match.place)
        text = document.source[region.start : region.end]
        words = {"match": text, **dict(match.captures)}
        return Finding(
            rule=rule.id,
            severity=weigh(active.severity, match),
            clause=rule.clause,
            message=fill(rule.message, words),
            text=text,
            start=document.lines.place(region.start),
            end=document.lines.place(region.end),
            evidence=tuple(_evidence(document, match)),
            fixes=tuple(_fix(reading, rewording) for rewording in match.rewordings),
            clears=fill(rule.clears, words),
            excerpt=excerpt(reading, match.place, region),
            whole_draft=match.place is None,
        )


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.start.offset, finding.end.offset, finding.rule)))


def weigh(severity: Severity, match: Match) -> Severity:
    """The severity of a match: the rule's, less the steps it is lowered, an error where a headline raises a warning."""
    if match.advisory:
        return Severity.INFO
    lowered = Severity(max(Severity.INFO, severity - match.lowered))
    return Severity.ERROR if match.raised and lowered is Severity.WARNING else lowered


def fill(message: str, words: dict[str, str]) -> str:
    """A rule's message with its ``{slots}`` filled; an unknown slot stays as it is written."""
    return _SLOT.sub(lambda slot: " ".join(words.get(slot[1], slot[0]).split()), message)


def _evidence(document: Document, match: Match) -> Iterator[Evidence]:
    for note in match.notes:
        if note.place is None:
            yield Evidence(note.message)
            continue
        region = region_of(document, note.place)
        text = document.source[region.start : region.end]
        yield Evidence(note.message, text, document.lines.place(region.start), document.lines.place(region.end))


def _fix(reading: Reading, rewording: Rewording) -> Fix:
    document = reading.document
    exact = all(document.takes(text) and document.projection.verbatim(span) for span, text in rewording.edits)
    if not exact:  # an edit across markup would guess: it stays advice
        return Fix(rewording.title, False, ())
    edits = tuple(Edit(document.region(span), text) for span, text in rewording.edits)
    return Fix(rewording.title, rewording.safe and not _in_quotation(reading, rewording), edits)


def _in_quotation(reading: Reading, rewording: Rewording) -> bool:
    return any(reading.quotations_by_place.any_at(span) for span, _ in rewording.edits)


def _one_per_phrase(findings: list[tuple[Finding, ActiveRule]]) -> list[Finding]:
    """Where phrases of one family overlap, the strongest and then longest stays, and names the others."""
    phrases = [(f, r) for f, r in findings if r.rule.kind == "phrase"]
    kept = [f for f, r in findings if r.rule.kind != "phrase"]
    phrases.sort(key=lambda pair: (-pair[0].severity, pair[0].start.offset - pair[0].end.offset, pair[0].start.offset, pair[0].rule))
    chosen: list[Finding] = []
    families: dict[str, Taken] = {}
    for finding, rule in phrases:
        taken = families.setdefault(rule.rule.family, Taken())
        over = taken.holder(finding.start.offset, finding.end.offset)
        if over is None:
            taken.take(finding.start.offset, finding.end.offset, len(chosen))
            chosen.append(finding)
        elif chosen[over].rule != finding.rule:
            note = Evidence(f"also {finding.rule}: {finding.message}", finding.text, finding.start, finding.end)
            chosen[over] = replace(chosen[over], evidence=(*chosen[over].evidence, note))
    return kept + chosen
