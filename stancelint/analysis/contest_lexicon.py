"""How drafts say that something is or is not agreed, and how a claim is answered, typed."""

from __future__ import annotations

from stancelint.analysis.knowledge import Data
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self


class ContestLexicon(Value):
    """``rules/lexicons/contested.yaml``. Every entry is folded words with single spaces."""

    name: ClassVar[str] = "contested"

    boilerplate: tuple[str, ...]
    blanks: frozenset[str]
    nothing_subjects: tuple[str, ...]
    nothing_words: frozenset[str]
    disagreement: frozenset[str]
    contrast: frozenset[str]
    negations: frozenset[str]
    pairs: tuple[str, ...]
    counts: frozenset[str]
    the_harmed: frozenset[str]
    settledness: frozenset[str]
    answers: frozenset[str]
    returns: frozenset[str]
    admissions: frozenset[str]
    acts: frozenset[str]
    sayings: frozenset[str]
    questions: frozenset[str]
    vague_parties: frozenset[str]
    empty_content: frozenset[str]
    namings: frozenset[str]
    people: frozenset[str]
    claiming: frozenset[str]
    claiming_that: frozenset[str]
    vague_subjects: frozenset[str]
    between: frozenset[str]
    generic: frozenset[str]
    replies: frozenset[str]
    findings: frozenset[str]
    lookers: frozenset[str]
    reticence: frozenset[str]
    unchecked: frozenset[str]
    not_words: frozenset[str]
    deeds: frozenset[str]
    another: frozenset[str]
    faint: frozenset[str]
    pointers: frozenset[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(
            boilerplate=tuple(data["boilerplate"]),
            blanks=frozenset(data["blanks"]),
            nothing_subjects=tuple(data["nothing"]["subjects"]),
            nothing_words=frozenset(data["nothing"]["words"]),
            disagreement=frozenset(data["disagreement"]),
            contrast=frozenset(data["contrast"]),
            negations=frozenset(data["negations"]),
            pairs=tuple(data["pairs"]),
            counts=frozenset(data["counts"]),
            the_harmed=frozenset(data["the_harmed"]),
            settledness=frozenset(data["settledness"]),
            answers=frozenset(data["answers"]),
            returns=frozenset(data["returns"]),
            admissions=frozenset(data["admissions"]),
            acts=frozenset(data["acts"]),
            sayings=frozenset(data["sayings"]),
            questions=frozenset(data["questions"]),
            vague_parties=frozenset(data["vague_parties"]),
            empty_content=frozenset(data["empty_content"]),
            namings=frozenset(data["namings"]),
            people=frozenset(data["people"]),
            claiming=frozenset(data["claiming"]),
            claiming_that=frozenset(data["claiming_that"]),
            vague_subjects=frozenset(data["vague_subjects"]),
            between=frozenset(data["between"]),
            generic=frozenset(data["generic"]),
            replies=frozenset(data["replies"]),
            findings=frozenset(data["findings"]),
            lookers=frozenset(data["lookers"]),
            reticence=frozenset(data["reticence"]),
            unchecked=frozenset(data["unchecked"]),
            not_words=frozenset(data["not_words"]),
            deeds=frozenset(data["deeds"]),
            another=frozenset(data["another"]),
            faint=frozenset(data["faint"]),
            pointers=frozenset(data["pointers"]),
        )
