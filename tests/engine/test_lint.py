"""Matches to findings: severities, messages, overlaps, and a check that breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from stancelint.checks.base import Match, Note, Rewording
from stancelint.engine.lint import Linter, fill, weigh
from stancelint.finding import Severity
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import ActiveRule
from stancelint.readers import read
from stancelint.rulebook.rule import Rule
from stancelint.text.span import Span


@dataclass(frozen=True)
class Given:
    """A check that finds what the test says."""

    matches: tuple[Match, ...] = ()
    breaks: bool = False

    def find(self, reading: object) -> Iterator[Match]:
        if self.breaks:
            raise RuntimeError("broken")
        yield from self.matches


@pytest.mark.parametrize(
    ("severity", "match", "expected"),
    [
        (Severity.ERROR, Match(None), Severity.ERROR),
        (Severity.ERROR, Match(None, lowered=1), Severity.WARNING),
        (Severity.WARNING, Match(None, lowered=2), Severity.INFO),
        (Severity.WARNING, Match(None, raised=True), Severity.ERROR),
        (Severity.ERROR, Match(None, lowered=1, raised=True), Severity.ERROR),
        (Severity.INFO, Match(None, raised=True), Severity.INFO),
        (Severity.ERROR, Match(None, advisory=True, raised=True), Severity.INFO),
    ],
)
def test_how_much_a_match_weighs(severity: Severity, match: Match, expected: Severity) -> None:
    assert weigh(severity, match) is expected


def test_a_message_takes_its_words() -> None:
    assert fill("“{match}” is {unknown}", {"match": "a\n  b"}) == "“a b” is {unknown}"


def judged(text: str, checks: dict[str, Given], kind: str = "phrase") -> tuple[list[tuple[str, str]], int]:
    linter = Linter(resolve(None))
    linter._checks.update(checks)  # type: ignore[arg-type]  # the double has all that the linter calls
    rules = tuple(ActiveRule(Rule(name, kind, Severity.ERROR, "house-style", "m", "", ""), Severity.ERROR, "test") for name in checks)
    judgement = linter.judge(linter.read(read(text.encode(), "a.txt"), "a.txt"), rules)
    return [(finding.rule, finding.text) for finding in judgement.findings], len(judgement.failures)


def test_overlapping_phrases_of_a_family_are_one_finding() -> None:
    checks = {
        "framing/long": Given((Match(Span(0, 9)),)),
        "framing/short": Given((Match(Span(4, 9)),)),
        "style/other": Given((Match(Span(4, 9)),)),
    }
    found, _ = judged("Some words of a draft", checks)
    assert found == [("framing/long", "Some word"), ("style/other", " word")]


def test_a_broken_check_does_not_silence_the_others() -> None:
    found, failures = judged("Some words", {"framing/a": Given(breaks=True), "framing/b": Given((Match(Span(0, 4)),))})
    assert found == [("framing/b", "Some")]
    assert failures == 1


def test_a_fix_inside_a_quotation_is_never_safe() -> None:
    linter = Linter(resolve(None))
    text = "Title\n\nThe mayor said: “Kiev stands firm tonight, and so do we all.”\n"
    at = text.index("Kiev")
    match = Match(Span(at - 1, at + 3), rewordings=(Rewording("Kyiv", True, ((Span(at - 1, at + 3), "Kyiv"),)),), notes=(Note("seen"),))
    linter._checks["style/x"] = Given((match,))  # type: ignore[assignment]
    rule = ActiveRule(Rule("style/x", "substitution", Severity.ERROR, "house-style", "m", "", ""), Severity.ERROR, "test")
    (finding,) = linter.judge(linter.read(read(text.encode(), "a.txt"), "a.txt"), (rule,)).findings
    assert finding.text == "Kiev"
    assert not finding.fixes[0].safe
