"""Whether a bare share of people (`one`, `most`, `both`) says of whom it is a share, so that somebody could be asked."""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.casualty_lexicon import NUMBER, PERSON, SINGULAR, CasualtyWords
from stancelint.analysis.cues import CueLexicon
from stancelint.analysis.number_words import Row, row_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading

_SHARES = frozenset(("one", "another", "other", "both", "several", "most", "all", "few", "none", "neither", "each"))
_LOOSE = frozenset(("many", "some"))  # `some say` is anybody, `some said` may be of those before
_ASKS = frozenset(("ask", "asks", "asked", "wonder", "wonders", "wondered"))
_GENERAL = frozenset(("say", "believe", "think", "argue", "claim", "fear", "insist", "suspect", "hope", "maintain", "see", "expect"))
_LETTERED = frozenset(("read", "reads", "say", "says", "said"))
_SIGNS_WORDS = (
    "label labels panel panels sign signs plaque plaques poster posters banner banners note notes card cards caption captions "
    "inscription inscriptions tag tags placard placards sticker stickers board boards stone stones postcard postcards slogan slogans "
    "wall walls graffiti"
)
_SIGNS = frozenset(_SIGNS_WORDS.split())
_NARROW = frozenset(("of", "from", "in", "at", "near", "on", "who"))
_MAY = frozenset(("can", "could", "may", "might", "must", "should", "would", "cannot", "has", "need", "needs"))
_AHEAD = 12  # letters behind `one` in which such a verb stands
_NEAR = 2  # sentences back in which the people stand


def points_back(reading: Reading, one: Attribution) -> bool:
    """Whether a source that is a bare share is one of people who were named just before, only asks, or is a sign that reads so."""
    source = one.source
    share, _, noun = source.text.lower().partition(" ") if source is not None else ("", "", "")
    if noun and share not in ("one", "another"):
        return False
    if source is None or (share not in _SHARES and share not in _LOOSE):
        return False
    cue = reading.folded[one.cue[0].start : one.cue[-1].end].split() if one.cue else []
    if share == "one" and not _MAY.isdisjoint(reading.folded[source.span.end : source.span.end + _AHEAD].split()[:1]):
        return True  # `one can call that chance`: anybody, and nobody's word
    if not _ASKS.isdisjoint(cue):
        return True
    if share in _LOOSE and not _GENERAL.isdisjoint(cue):
        return False
    lettered = bool(cue) and cue[-1] in _LETTERED
    index = bisect_right(reading.sentences, source.span.start, key=lambda sentence: sentence.span.start) - 1
    block = reading.document.block_at(source.span.start)
    for earlier in reading.sentences[max(0, index - _NEAR) : index + 1]:
        if earlier.block in (block, block - 1):
            row = row_of(reading.folded, earlier.span.start, min(earlier.span.end, source.span.start))
            if noun and f"{noun}s" not in row.words:
                continue  # `one official` is of two officials, not of nine passengers
            if _people(reading, row) or (lettered and not _SIGNS.isdisjoint(row.words)):
                return True
    return False


def _people(reading: Reading, row: Row) -> bool:
    """Whether the words name several people, and not only such as nobody could find (`experts`; but `residents of the block`)."""
    bits = reading.knowledge.lexicon(CasualtyWords).bits
    vague = reading.knowledge.lexicon(CueLexicon).vague
    for at, word in enumerate(row.words):
        if bits.get(word, 0) & (PERSON | SINGULAR) != PERSON:
            continue
        before, after = row.words[max(0, at - 2) : at], row.words[at + 1 : at + 2]
        if word not in vague or not _NARROW.isdisjoint(after) or any(bits.get(each, 0) & NUMBER for each in before):
            return True
    return False
