"""What a run says: findings with their evidence, the fixes they offer, and the report that holds them."""

from __future__ import annotations

from enum import IntEnum

from stancelint.text.span import Place, Region
from stancelint.text.value import Value, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Severity(IntEnum):
    """How much a finding matters, by consequence: an error fails the run."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The severity as policies and reports spell it."""
        return self.name.lower()


SEVERITIES = {severity.word: severity for severity in Severity}


class Evidence(Value):
    """One thing a finding looked for or found, and where: ``text`` equals the source between its places.

    ``start`` and ``end`` are None for evidence that has no place (a domain's owner, a missing section).
    """

    message: str
    text: str = ""
    start: Place | None = None
    end: Place | None = None


class Edit(Value):
    """Replace the source between two offsets with ``text``."""

    region: Region
    text: str


class Fix(Value):
    """A set of edits that belong together. ``safe`` means that the change cannot alter meaning."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Suppression(Value):
    """Why a finding does not count: a waiver or the baseline, with its reason and its last day."""

    by: str
    reason: str
    until: str | None = None


class Excerpt(Value):
    """The sentence or line of source that a finding stands in, for reports that show it.

    ``offset`` is where ``text`` begins in the source; ``text`` may run over several lines."""

    offset: int
    text: str


class Finding(Value):
    """A place where a draft departs from the policy, with all that an editor needs to judge it.

    ``text`` equals the source from ``start.offset`` to ``end.offset``. ``clears`` says what would make the
    finding go away. ``clause`` names the line of the policy that the rule enforces. ``whole_draft`` marks a finding that is about
    the draft and only placed on its title.
    """

    rule: str
    severity: Severity
    clause: str
    message: str
    text: str
    start: Place
    end: Place
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    clears: str = ""
    fingerprint: str = ""
    suppressed: Suppression | None = None
    excerpt: Excerpt | None = None
    whole_draft: bool = False


class Failure(Value):
    """What went wrong with one draft while the others went on. ``line`` is 1-based or None."""

    kind: str
    message: str
    line: int | None = None
    hint: str | None = None


class RulePage(Value):
    """What a rule says of itself, for reports that carry the rule beside its findings (SARIF's help, the page)."""

    id: str
    severity: Severity
    clause: str
    message: str
    why: str = ""
    clears: str = ""


class DraftReport(Value):
    """All that a run says of one draft. ``policy`` names the file that judged it (None: the built-in one).

    ``fail_on`` is the level at which that policy lets a finding fail the run; ``diff`` is what fixes would change, where that is asked.
    ``source`` and ``inspection`` (the draft's part of the JSON of `inspect`) are kept only for reporters that show the whole draft."""

    path: str
    format: str
    policy: str | None
    findings: tuple[Finding, ...]
    error: Failure | None = None
    source: str | None = None
    inspection: dict[str, Any] | None = None
    fail_on: Severity = Severity.ERROR
    diff: str = ""

    def fails(self, fail_on: Severity | None = None) -> bool:
        """Whether a finding that is not suppressed reaches the failing level: the one given, else the policy's."""
        level = self.fail_on if fail_on is None else fail_on
        return any(finding.severity >= level and not finding.suppressed for finding in self.findings)


class Summary(Value):
    """Counts of a run; suppressed findings count only as suppressed."""

    files: int
    error: int
    warning: int
    info: int
    suppressed: int


class Report(Value):
    """A whole run: its drafts in path order, the stated clauses by name, the rules it held, and the version that judged.

    ``baselined`` says that a baseline was in force; ``stale`` are its entries that no finding has any more, as (path, rule, words)."""

    version: str
    drafts: tuple[DraftReport, ...]
    clauses: dict[str, str] = field(default_factory=dict)
    rules: tuple[RulePage, ...] = ()
    stale: tuple[tuple[str, str, str], ...] = ()
    baselined: bool = False

    def summary(self) -> Summary:
        """The counts of the run."""
        counts = [0, 0, 0]
        suppressed = 0
        for draft in self.drafts:
            for finding in draft.findings:
                if finding.suppressed:
                    suppressed += 1
                else:
                    counts[finding.severity] += 1
        return Summary(len(self.drafts), counts[2], counts[1], counts[0], suppressed)
