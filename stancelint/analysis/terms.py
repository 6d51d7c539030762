"""The terms a policy sets, as far as reading and checking need them.

The policy floor fills them from YAML; here they are only values, so that analysis and checks need no policy.
"""

from __future__ import annotations

from stancelint.text.value import Value, field


class ProvenanceTerms(Value):
    """What the list of provenance is called, and what it owes. ``labels`` are words that mark a Russian-state link as such."""

    titles: tuple[str, ...] = ()
    min_entries: int = 2
    min_independent: int = 2
    link_max_age_days: int = 730
    labels: tuple[str, ...] = ()


class ContestedTerms(Value):
    """What the contested section is called. ``settled`` lists matters that courts or UN inquiries have settled."""

    titles: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()


class StanceTerms(Value):
    """The publication's statement of policy, and how alike (0 to 1, by words) a draft's own must be."""

    text: str = ""
    tolerance: float = 0.9


class SectionTerms(Value):
    """The three parts that a draft owes."""

    provenance: ProvenanceTerms = field(default_factory=ProvenanceTerms)
    contested: ContestedTerms = field(default_factory=ContestedTerms)
    stance: StanceTerms = field(default_factory=StanceTerms)


class Terms(Value):
    """A policy's values. ``leading`` are the classes that may lead; ``lead_paragraphs`` how many paragraphs the lede has;
    ``state_share`` the share of attributed words that may be Russian-state; ``since`` the ISO date before which a count is history."""

    sections: SectionTerms = field(default_factory=SectionTerms)
    leading: tuple[str, ...] = ()
    lead_paragraphs: int = 2
    state_share: float = 0.5
    since: str = "2014-02-20"
