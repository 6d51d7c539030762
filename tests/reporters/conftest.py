"""Reports made by hand, so that a reporter is tried without a reader, a rule or an engine."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from stancelint.finding import DraftReport, Edit, Evidence, Excerpt, Failure, Finding, Fix, Report, RulePage, Severity, Suppression
from stancelint.text.lines import Lines
from stancelint.text.span import Region

CLAUSES = {
    "two-sources": "We print a toll when two independent sources stand behind it, or say that they do not.",
    "invaded-country": "We call the invasion an invasion, and leave the invader's words for it to the invader.",
    "leading-sources": "We lead with Ukrainian and Western-wire sourcing.",
    "house-style": "We spell Ukrainian places as Ukrainians do.",
}

DRAFT = (
    "Night raid on the river port leaves a district dark\n"
    "Crews worked until dawn.\n"
    "\n"
    "The barges were hit before one in the morning, and the harbour cranes burned until the fire brigade reached them from the "
    "other bank, where the road had been cut. Twelve people were killed. The special military operation entered its fifth year, "
    "and the port of Odessa had not been struck since May.\n"
    "\n"
    "What remains genuinely contested\n"
    "The number of drones: the air force counted 61, the district 48.\n"
)

RULES = (
    RulePage(
        "casualty/unattributed",
        Severity.ERROR,
        "two-sources",
        "“{match}” is a toll without a source.",
        "A number nobody gave cannot be checked.",
        "Name who counted.",
    ),
    RulePage(
        "framing/special-military-operation",
        Severity.ERROR,
        "invaded-country",
        "“{match}” in our own voice.",
        "Only the invader says so.",
        "Lay it at a source's door.",
    ),
    RulePage(
        "style/ukrainian-names",
        Severity.WARNING,
        "house-style",
        "“{match}” is the Russian form.",
        "The city's own spelling.",
        "Write Odesa.",
    ),
    RulePage("sourcing/lead", Severity.WARNING, "leading-sources", "No leading source.", "The first voice sets the frame.", "Move one up."),
    RulePage("casualty/undated", Severity.INFO, "two-sources", "No “as of”.", "Counts move.", "Say when."),
)


def finding(source: str, words: str, rule: str, severity: Severity, message: str, **more: object) -> Finding:
    """A finding on the first place of ``words`` in ``source``, with its line as the excerpt unless told otherwise."""
    start = source.index(words)
    return finding_at(source, start, start + len(words), rule, severity, message, **more)


def finding_at(source: str, start: int, end: int, rule: str, severity: Severity, message: str, **more: object) -> Finding:
    """A finding on the source from ``start`` to ``end``."""
    lines = Lines(source)
    line = lines.line(lines.place(start).line)
    if "excerpt" not in more:
        more["excerpt"] = Excerpt(line.start, source[line.start : line.end])
    return Finding(
        rule, severity, str(more.pop("clause", "two-sources")), message, source[start:end], lines.place(start), lines.place(end), **more
    )  # type: ignore[arg-type]  # a hand-made finding


def evidence(source: str, words: str, message: str) -> Evidence:
    """Evidence on the first place of ``words``."""
    start = source.index(words)
    lines = Lines(source)
    return Evidence(message, words, lines.place(start), lines.place(start + len(words)))


def sentence(source: str, words: str) -> Excerpt:
    """An excerpt of exactly ``words``."""
    return Excerpt(source.index(words), words)


def night_report() -> Report:
    """A report with one of everything: each severity, evidence near and far, a safe fix, a waiver, a draft that could not be read."""
    at = DRAFT.index("Odessa")
    toll = finding(
        DRAFT,
        "Twelve people were killed",
        "casualty/unattributed",
        Severity.ERROR,
        "“Twelve people were killed” is a toll that nobody in the draft is said to have counted.",
        excerpt=sentence(DRAFT, "Twelve people were killed."),
        evidence=(
            Evidence("looked for a source in this sentence, the rest of the draft and the provenance list; none"),
            evidence(DRAFT, "the air force", "nearest source, of another number:"),
        ),
        clears="Name who counted the dead in this sentence, or take the number out.",
        fingerprint="6f1e0c2a9d5b4e77",
    )
    long = sentence(DRAFT, "The special military operation entered its fifth year, and the port of Odessa had not been struck since May.")
    framing = finding(
        DRAFT,
        "special military operation",
        "framing/special-military-operation",
        Severity.ERROR,
        "“special military operation” is the Russian state's name for the invasion, here in our own voice.",
        clause="invaded-country",
        excerpt=long,
        evidence=(Evidence("looked for an attribution, scare quotes or a denial that covers these words; none"),),
        clears="Lay the words at a source's door, or write “full-scale invasion”.",
        fixes=(Fix("write “full-scale invasion”", False, ()),),
        fingerprint="b2",
    )
    style = finding(
        DRAFT,
        "Odessa",
        "style/ukrainian-names",
        Severity.WARNING,
        "“Odessa” is the Russian form of the name.",
        clause="house-style",
        excerpt=long,
        fixes=(Fix("write “Odesa”", True, (Edit(Region(at, at + 6), "Odesa"),)),),
        fingerprint="c3",
    )
    waived = finding(
        DRAFT,
        "Crews",
        "sourcing/lead",
        Severity.WARNING,
        "The draft does not open with a leading source.",
        clause="leading-sources",
        suppressed=Suppression("waiver", "the desk's own reporter was there", "2026-12-31"),
        fingerprint="d4",
    )
    undated = finding(DRAFT, "48", "casualty/undated", Severity.INFO, "A running count with no “as of”.", fingerprint="e5")
    drafts = (
        DraftReport("drafts/night.txt", "text", "stancelint.yaml", (waived, toll, framing, style, undated), source=DRAFT),
        DraftReport(
            "drafts/torn.md", "markdown", None, (), Failure("draft", "is not UTF-8: byte 0xE9 at offset 14; it looks like windows-1252", 3)
        ),
    )
    return Report("0.1.0", drafts, CLAUSES, RULES)


def clean_report() -> Report:
    """A report of one draft with nothing in it."""
    return Report("0.1.0", (DraftReport("drafts/night.txt", "text", None, (), source=DRAFT),), CLAUSES, RULES)


@pytest.fixture
def night() -> Report:
    """One of everything."""
    return night_report()


@pytest.fixture
def clean() -> Report:
    """A draft without a finding."""
    return clean_report()


@pytest.fixture
def desk() -> SimpleNamespace:
    """What a case needs to make findings of its own: ``finding``, ``finding_at``, ``evidence``, ``sentence``, ``report``, ``DRAFT``."""

    def report(source: str, *findings: Finding, **more: object) -> Report:
        draft = DraftReport("drafts/case.md", "markdown", None, findings, source=source)
        return Report("0.1.0", (draft,), CLAUSES, RULES, **more)  # type: ignore[arg-type]  # a hand-made report

    return SimpleNamespace(finding=finding, finding_at=finding_at, evidence=evidence, sentence=sentence, report=report, DRAFT=DRAFT)
