"""The policy file as a value: the publication's stated policy and a desk's settings, as one file writes them."""

from __future__ import annotations

from stancelint.analysis.terms import SectionTerms, Terms
from stancelint.finding import Severity
from stancelint.text.value import Value, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.choices import Level


class RuleSetting(Value):
    """What a policy sets for a rule, a family or a glob: a level, or ``off``."""

    severity: Level

    @classmethod
    def from_text(cls, word: str) -> RuleSetting:
        """The short form, ``style/ukrainian-names: info``. Raises ``ValueError`` for a word that is no level."""
        from typing import get_args

        from stancelint.choices import Level

        level = next((level for level in get_args(Level) if level == word), None)
        if level is None:
            raise ValueError(f"expected error, warning, info or off; found “{word}”")
        return cls(level)


class Override(Value):
    """Settings for the drafts whose path matches one of the globs."""

    paths: tuple[str, ...]
    rules: dict[str, RuleSetting] = field(default_factory=dict)


class AppliesWhen(Value):
    """Which drafts owe the sections: all conditions that are given must hold.

    ``paths`` are globs, ``front_matter`` fields with the value they must have, ``subject`` words of which the draft must hold one.
    """

    paths: tuple[str, ...] = ()
    front_matter: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subject: tuple[str, ...] = ()


class PolicyFile(Value):
    """A policy as its file writes it, after what it extends was laid beneath it.

    Paths in ``sources`` and ``packs`` are absolute by now. ``max_bytes`` and ``max_words`` are the size
    and the length above which a draft is refused: a file of millions of words is an archive, and would hold up a hook for minutes."""

    name: str = ""
    extends: tuple[str, ...] = ("default",)
    clauses: dict[str, str] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    applies_when: AppliesWhen = field(default_factory=AppliesWhen)
    sections: SectionTerms = field(default_factory=SectionTerms)
    leading: tuple[str, ...] = ()
    lead_paragraphs: int = 2
    state_share: float = 0.5
    since: str = "2014-02-20"
    rules: dict[str, RuleSetting] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    sources: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_bytes: int = 32_000_000
    max_words: int = 2_000_000


def terms_of(file: PolicyFile) -> Terms:
    """The part of a policy that reading and checking need."""
    return Terms(file.sections, file.leading, file.lead_paragraphs, file.state_share, file.since)
