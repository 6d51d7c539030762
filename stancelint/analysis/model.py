"""The nouns of a reading: what analysis finds in a page, as values that every check shares.

Spans are prose spans (code points of ``Document.text``, half-open) unless a field is a Region.
"""

from __future__ import annotations

from stancelint.text.span import Region, Span
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from stancelint.choices import Grade

    QuotationKind = Literal["speech", "scare", "title", "block"]
    CueClass = Literal["speech", "report", "distancing", "factive", "denial", "cognition"]
    AttributionKind = Literal["direct", "indirect", "mixed"]
    VoiceKind = Literal["own", "attributed", "quoted", "mixed", "uncertain"]
    ClaimKind = Literal["killed", "injured", "missing", "captured", "casualties"]
    Hedge = Literal["exact", "at-least", "at-most", "about"]
    SectionRole = Literal["headline", "standfirst", "body", "contested", "provenance", "stance"]

SourceClass = str  # one of the registry's classes: russian-state, ukrainian-official, western-wire, …


class Sentence(Value):
    """A sentence, and the index of the block that it stands in."""

    span: Span
    block: int


class Quotation(Value):
    """Words between quotation marks (``span`` with the marks, ``inner`` without), or a blockquote.

    ``scare``: a few words inside the writer's sentence. ``title``: the name of a work. ``closed`` is False where a
    closing mark is missing. ``continues`` is True for a paragraph that goes on with the quotation before it."""

    span: Span
    inner: Span
    kind: QuotationKind
    closed: bool = True
    continues: bool = False


class SourceMention(Value):
    """Whoever a draft lays words at: the noun phrase as it stands, and what it stands for.

    ``id`` and ``source_class`` come from the registry; a described source (`Ukrainian officials`) may have a class and no
    id. ``antecedent`` is the fuller form a pronoun or short form points back to. ``vague`` sources are those nobody could ask."""

    span: Span
    text: str
    id: str | None = None
    source_class: SourceClass | None = None
    antecedent: Span | None = None
    vague: bool = False


class Attribution(Value):
    """Source, cue and content, in PARC's and PolNeAR's terms.

    ``content`` may be in several pieces. ``sources`` holds every source that speaks (first is the one to name); it is empty
    for a quotation whose speaker is not found. ``origin`` is whom a carrier cites (`Reuters, citing the ministry`):
    the words are the origin's. ``relation`` names the form that was seen, for the evidence trail (`clause`, `inverted`,
    `according-to`, `quotation`, `running-quotation`, `caller`, `headline-colon`, …)."""

    kind: AttributionKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    cue_class: CueClass = "speech"
    sources: tuple[SourceMention, ...] = ()
    origin: SourceMention | None = None
    relation: str = ""

    @property
    def source(self) -> SourceMention | None:
        """The source to name: the first that speaks."""
        return self.sources[0] if self.sources else None

    @property
    def vague(self) -> bool:
        """Whether nobody identifiable stands behind the words."""
        return bool(self.sources) and all(s.vague for s in self.sources) and (self.origin is None or self.origin.vague)

    def covers(self, span: Span) -> bool:
        """Whether one piece of the content covers the span."""
        return any(piece.covers(span) for piece in self.content)


class Step(Value):
    """One step of an evidence trail: what was seen, and where (None: nowhere, it was looked for and is not there)."""

    message: str
    span: Span | None = None


class Voice(Value):
    """Whose words a span is: the publication's own, or somebody's, with the way the answer was reached.

    ``own``: no relation covers it. ``attributed``: an identifiable source's content covers it. ``quoted``: in quotation marks
    whose speaker is not found. ``mixed``: covered in part. ``uncertain``: own by the rules, but a cue with a real source stands
    beside it unused. ``attribution`` is the innermost relation that covers or comes nearest. ``scare`` says that the span
    lies in scare quotes."""

    kind: VoiceKind
    attribution: Attribution | None = None
    trail: tuple[Step, ...] = ()
    scare: bool = False

    @property
    def attributed(self) -> bool:
        """Whether an identifiable source answers for the words."""
        return self.kind == "attributed"


class Standing(Value):
    """One source that stands behind a claim: who, of what class and owner, where it is named.

    ``key`` is equal for two sources that count as one (owner, chain of command); ``why`` says why it is what it is."""

    mention: SourceMention
    key: str
    owner: str | None
    why: str


class Claim(Value):
    """A count of people harmed, as the draft asserts it.

    ``span`` covers the quantity and the words that make it a claim; ``figure`` the quantity alone. ``high`` is None where open.
    ``cluster`` numbers the claims that are one event's count. ``standing`` holds who stands behind it, found in the
    whole draft; ``caveat`` the words that say it is unverified; ``rivals`` the figures that it conflicts with. ``part`` says that it is
    counted in another claim already (`including two children`), ``total`` that it sums up a time and not one event, ``update`` that it
    replaces an earlier count."""

    span: Span
    figure: Span
    kind: ClaimKind
    low: int
    high: int | None
    hedge: Hedge
    group: str | None
    side: Literal["ukrainian", "russian"] | None
    place: str | None
    when: str | None
    historical: bool
    voice: Voice
    grade: Grade
    cluster: int
    standing: tuple[Standing, ...] = ()
    caveat: Span | None = None
    rivals: tuple[Span, ...] = ()
    part: bool = False
    total: bool = False
    update: bool = False


class Section(Value):
    """A part of the draft with its role. ``title`` is its heading as written; ``heading`` and ``body`` its places.

    ``body`` is without the heading. Headline, standfirst and stance are sections of one block without a heading."""

    role: SectionRole
    title: str
    heading: Span | None
    body: Span


class Entry(Value):
    """One entry of the provenance list: its own text, its address where it has one, and whose it is.

    ``span`` is the whole entry in prose (None: front matter), ``region`` the address (or the entry, without one) in source.
    ``url`` is as written, ``normal`` the same item's one normal form, or None where the entry holds no address."""

    span: Span | None
    region: Region
    text: str
    url: str | None
    normal: str | None
    id: str | None
    source_class: SourceClass | None
    owner: str | None
