"""Small drafts for tests: prose as its reading, and the length of what stands before it."""

from __future__ import annotations

from functools import cache

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import ContestedTerms, SectionTerms, Terms
from stancelint.readers import read
from stancelint.rulebook.knowledge import load_knowledge

BEFORE = (
    "A draft for the desk\n\nIts standfirst says nothing of it.\n\nThe desk filed this on Monday.\n\nIt belongs to a longer account.\n\n"
)
TERMS = Terms(sections=SectionTerms(contested=ContestedTerms(titles=("What remains genuinely contested",))))


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def reading_of(sentence: str) -> tuple[Reading, int]:
    """A sentence deep in a body, and the offset at which it begins."""
    return draft(BEFORE + sentence + "\n"), len(BEFORE)


def draft(text: str) -> Reading:
    """A whole plain-text draft."""
    return Reading(read(text.encode(), "draft.txt"), knowledge(), TERMS)
