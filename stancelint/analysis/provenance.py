"""The list of what a draft draws on: its entries, whose they are, and which of them count as one source."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.analysis.link_normal import normal, service, unwrapped
from stancelint.analysis.links import parse
from stancelint.analysis.model import Entry
from stancelint.analysis.sections import is_bare_address
from stancelint.text.patterns import lazy
from stancelint.text.span import Region, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.analysis.source import Source
    from stancelint.text.document import Block, Link

_FIELDS = frozenset({"sources", "source", "provenance", "references", "links", "wires", "source_links"})
_NAME_WORDS = 12  # a line without an address that is longer, or ends as a sentence, is prose about the list
_PIECES = lazy(r"[:;,|()\[\]“”\"\n]| [-–—] | via | on X\b| on Telegram\b", re.I)
_CITING = lazy(r"\b(?:citing|quoting|carrying|republishing|reposting)\s+([^:;,()\[\]\n]{2,80})", re.I)
_ADDRESS = lazy(r"(?:https?:)?//\S+|www\.\S+", re.I)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "edu", "ac", "in", "kiev", "mil"})


def entries(reading: Reading) -> tuple[Entry, ...]:
    """The entries of every provenance part and of the front matter, in order of the source."""
    found = list(_from_front_matter(reading))
    parts = [section.body for section in reading.sections if section.role == "provenance"]
    if parts:
        links = sorted((link for link in reading.document.links if link.span is not None), key=_shown_at)
        starts = [_shown_at(link) for link in links]
        for body in parts:
            inside = links[bisect_left(starts, body.start) : bisect_left(starts, body.end)]
            found.extend(_from_blocks(reading, body, inside))
    return tuple(sorted(found, key=lambda entry: entry.region))


def independence_key(reading: Reading, entry: Entry) -> str:
    """Equal for two entries that count as one source: by chain or owner, by whom they repeat, else by the site or the channel."""
    origin = _CITING.search(entry.text)
    if origin is not None:
        repeated = _named(reading, origin[1])
        if repeated is not None:
            return reading.registry.key(repeated.id)
    if entry.id is not None:
        return reading.registry.key(entry.id)
    address = parse(entry.normal) if entry.normal else None
    if address is None:
        return f"text:{' '.join(entry.text.casefold().split())[:80]}"
    if address.host in ("x.com", "t.me", "facebook.com", "bsky.app", "youtube.com", "instagram.com"):
        written = parse(entry.url or "")
        steps = [step for step in (written or address).steps if step not in ("s", "i", "profile")]
        return f"channel:{address.host}/{steps[0].lower() if steps else ''}"
    return f"site:{registrable(address.host)}"


def registrable(host: str) -> str:
    """The part of a host name that somebody registered: ``bbc.co.uk`` of ``www.bbc.co.uk``."""
    labels = host.split(".")
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def _from_front_matter(reading: Reading) -> list[Entry]:
    fields = [f for f in reading.document.fields if re.split(r"[.\[]", f.name)[0].casefold() in _FIELDS]
    found = []
    for field in fields:
        written = _ADDRESS.search(field.value)
        if written is None:
            continue
        item = field.name.rpartition(".")[0]
        beside = [f.value for f in fields if f is not field and item.count(".") and f.name.rpartition(".")[0] == item]
        start = reading.document.source.find(written[0], field.region.start, field.region.end)
        region = Region(start, start + len(written[0])) if start >= 0 else field.region
        found.append(_entry(reading, None, region, " ".join([*beside, field.value]), written[0]))
    return found


def _shown_at(link: Link) -> int:
    return link.span.start if link.span is not None else -1


def _from_blocks(reading: Reading, body: Span, links: list[Link]) -> list[Entry]:
    document = reading.document
    starts = [_shown_at(link) for link in links]
    first = max(0, document.block_at(body.start))
    blocks = [block for block in document.blocks[first : document.block_at(max(body.start, body.end - 1)) + 1] if block.span.overlaps(body)]
    found: list[Entry] = []
    paired = _in_pairs(blocks, starts)
    rows = _rows(reading, blocks, starts)
    label = ""
    for at, block in enumerate(blocks):
        start, end = max(block.span.start, body.start), block.span.end
        text = reading.text[start:end].strip()
        inside = links[bisect_left(starts, start) : bisect_left(starts, end)]
        if block.kind != "heading" and inside:
            found.extend(_linked(reading, Span(start, end), inside, rows.get(at, label)))
            label = ""
        elif at + 1 < len(blocks) and (paired or _names_the_next(reading, block, blocks[at + 1], text)):
            label = text
        elif _is_entry(reading, block, text):
            found.append(_entry(reading, Span(start, end), document.region(Span(start, end)), text, None))
            label = ""
    return found


def _rows(reading: Reading, blocks: list[Block], starts: list[int]) -> dict[int, str]:
    """By index of a table's cell with a link: the words of the other cells of its row. Rows are as long as links are apart."""
    cells = [at for at, block in enumerate(blocks) if block.kind == "cell"]
    linked = [n for n, at in enumerate(cells) if bisect_left(starts, blocks[at].span.start) < bisect_left(starts, blocks[at].span.end)]
    if not linked:
        return {}
    apart = {later - earlier for earlier, later in pairwise(linked)} or {len(cells) // 2 or 1}
    if len(apart) != 1:
        return {}
    width = apart.pop()
    rows = {}
    for n in linked:
        first = n - linked[0] % width
        others = [cells[k] for k in range(max(0, first), min(len(cells), first + width)) if k != n]
        rows[cells[n]] = " ".join(reading.text[blocks[at].span.start : blocks[at].span.end] for at in others)
    return rows


def _in_pairs(blocks: list[Block], starts: list[int]) -> bool:
    """Whether the list goes name, address, name, address, as a list of definitions does."""
    items = [bisect_left(starts, block.span.start) < bisect_left(starts, block.span.end) for block in blocks if block.kind == "item"]
    return len(items) >= 4 and len(items) % 2 == 0 and not any(items[::2]) and all(items[1::2])


def _linked(reading: Reading, span: Span, links: list[Link], label: str) -> list[Entry]:
    """One entry a link; the words between two links go with the second, a bracket right after a link with the first."""
    found: list[Entry] = []
    cut = span.start
    for at, link in enumerate(links):
        own = link.span or span
        following = links[at + 1].span if at + 1 < len(links) else None
        if following is None:
            end = span.end
        else:
            gap = reading.text[own.end : following.start]
            close = gap.find(")") if gap.lstrip().startswith("(") else -1
            end = own.end + close + 1
        text = f"{label} {reading.text[cut:end]}".strip()
        entry = _entry(reading, Span(cut, end), link.region, text, link.target)
        # an archive's copy beside the original is care, not a second entry
        if not any(entry.normal == other.normal is not None for other in found[-3:]):
            found.append(entry)
        cut = end
    return found


def _names_the_next(reading: Reading, block: Block, following: Block, text: str) -> bool:
    if len(text.split()) > _NAME_WORDS or (block.kind == "paragraph" and following.kind == "item"):
        return False
    below = reading.text[following.span.start : following.span.end].strip()
    deeper = block.kind == "item" == following.kind and following.level > block.level
    beside = block.kind == "cell" == following.kind and "://" in below
    alone = is_bare_address(below) and block.kind not in ("cell", "item")
    return alone or deeper or beside


def _is_entry(reading: Reading, block: Block, text: str) -> bool:
    if block.kind == "item":
        return bool(text)
    if block.kind in ("heading", "cell", "caption") or text.endswith((":", ".", "!", "?")) or len(text.split()) > _NAME_WORDS:
        return "://" in text and block.kind != "heading"
    return "://" in text or text.startswith("www.") or any(_named(reading, piece) for piece in _PIECES.split(text))


def _entry(reading: Reading, span: Span | None, region: Region, text: str, url: str | None) -> Entry:
    lexicon = reading.knowledge.lexicon(LinkLexicon)
    source = _whose(reading, url, text, lexicon)
    return Entry(
        span=span,
        region=region,
        text=text,
        url=url,
        normal=normal(url, lexicon) if url else None,
        id=source.id if source else None,
        source_class=source.source_class if source else None,
        owner=source.owner if source else None,
    )


def _whose(reading: Reading, url: str | None, text: str, lexicon: LinkLexicon) -> Source | None:
    address = parse(url) if url else None
    found = None
    if address is not None:
        inner = unwrapped(address, lexicon)
        found = reading.registry.by_url(f"https://{inner.host}{inner.path}")
        if service(inner.host, lexicon) in lexicon.aggregators or registrable(inner.host) in lexicon.aggregators:
            # everybody's copy stands there: the entry's own words say whose this is
            return _in_words(reading, text) or found
    return found or _in_words(reading, text)


def _in_words(reading: Reading, text: str) -> Source | None:
    bare = _ADDRESS.sub(" ", text)
    for piece in _PIECES.split(bare)[:12]:
        found = _named(reading, piece)
        if found is not None:
            return found
    return None


def _named(reading: Reading, piece: str) -> Source | None:
    name = piece.strip(" .-–—*_#0123456789'’‘")
    if not name or len(name) > 80:
        return None
    if name.startswith("@"):
        return reading.registry.by_handle(name)
    return reading.registry.by_name(name, in_context=True)
