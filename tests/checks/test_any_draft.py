"""Whatever a draft holds, these checks answer, and point inside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.reading import Reading
from stancelint.checks.contested import ContestedCheck
from stancelint.checks.lead import LeadCheck
from stancelint.checks.link import LinkCheck
from stancelint.checks.provenance import ProvenanceCheck
from stancelint.checks.provenance_use import ProvenanceUseCheck
from stancelint.checks.section import SectionCheck
from stancelint.checks.stance import StanceCheck
from stancelint.checks.state_claim import StateClaimCheck
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from stancelint.text.span import Region, Span

RULES = resolve(None)
CHECKS = [
    *(SectionCheck(role, fault) for role in ("provenance", "contested") for fault in ("missing", "empty")),  # type: ignore[arg-type]
    *(StanceCheck(fault) for fault in ("missing", "altered")),  # type: ignore[arg-type]
    *(LinkCheck(fault) for fault in ("not-a-link", "implausible", "shortened")),  # type: ignore[arg-type]
    *(ProvenanceCheck(fault) for fault in ("too-few", "duplicate", "not-independent", "unlabelled-state-source", "no-leading-source")),  # type: ignore[arg-type]
    *(ProvenanceUseCheck(fault) for fault in ("unlisted", "unused")),  # type: ignore[arg-type]
    *(ContestedCheck(fault) for fault in ("no-disagreement", "unsourced", "omits-count", "false-balance")),  # type: ignore[arg-type]
    LeadCheck(),
    *(StateClaimCheck(fault) for fault in ("leads", "unanswered", "share")),  # type: ignore[arg-type]
]
WORDS = [
    "Reuters",
    "said",
    "the Kremlin",
    "claimed that",
    "“",
    "”",
    "killed",
    "twelve",
    "people",
    "Bucha",
    "MH17",
    "https://t.me/kpszsu/1",
    "https://",
    "TASS",
    "according to",
    "Ukraine's",
    "air force",
    ".",
    ".\n\n",
    "\n",
    "\n- ",
    "# ",
    "\n\n## Sources\n\n",
    "\n\nWire provenance\n",
    "[a](",
    ")",
    "<a href='",
    "'>",
    "</a>",
    "<p>",
    "\n\nWhat remains contested\n\n",
    "1 July 2026",
    "2022-02-24",
    "contested",
    "nothing",
    "Kyiv",
    "Moscow",
    "denies",
    "\u202e",
    "İ",
    "ß",
    "🙂",
    "e\u0301",
    "||",
    "---\n",
    RULES.terms.sections.stance.text,
]
TEXT = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)),
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(TEXT, st.sampled_from([" ", ""]), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_every_match_lies_in_the_draft(words: list[str], between: str, name: str) -> None:
    document = read(between.join(words).encode(), name)
    reading = Reading(document, RULES.knowledge, RULES.terms)
    for check in CHECKS:
        for match in check.find(reading):
            for place in (match.place, *(note.place for note in match.notes)):
                if isinstance(place, Span):
                    assert 0 <= place.start <= place.end <= len(document.text)
                elif isinstance(place, Region):
                    assert 0 <= place.start <= place.end <= len(document.source)
