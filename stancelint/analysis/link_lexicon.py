"""What the rules folder knows of web addresses, typed."""

from __future__ import annotations

from stancelint.analysis.knowledge import Data
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self


class LinkLexicon(Value):
    """``rules/lexicons/links.yaml``: services, tracking, wrappers, shorteners, hosts and paths that are no item."""

    name: ClassVar[str] = "links"

    one_service: dict[str, str]
    mobile_labels: frozenset[str]
    tracking: frozenset[str]
    tracking_starts: tuple[str, ...]
    archives: frozenset[str]
    wrappers: dict[str, str]
    shorteners: frozenset[str]
    reserved: frozenset[str]
    reserved_endings: frozenset[str]
    aggregators: frozenset[str]
    sections: frozenset[str]
    listings: frozenset[str]
    announced: frozenset[str]
    clone_endings: frozenset[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        tracking = [str(word) for word in data["tracking"]]
        return cls(
            one_service=dict(data["one_service"]),
            mobile_labels=frozenset(data["mobile_labels"]),
            tracking=frozenset(word for word in tracking if not word.endswith("*")),
            tracking_starts=tuple(word[:-1] for word in tracking if word.endswith("*")),
            archives=frozenset(data["archives"]),
            wrappers=dict(data["wrappers"]),
            shorteners=frozenset(data["shorteners"]),
            reserved=frozenset(data["reserved"]),
            reserved_endings=frozenset(data["reserved_endings"]),
            aggregators=frozenset(data["aggregators"]),
            sections=frozenset(data["sections"]),
            listings=frozenset(data["listings"]),
            announced=frozenset(data["announced"]),
            clone_endings=frozenset(data["clone_endings"]),
        )
