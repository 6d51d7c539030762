"""What the grammar of counts works on: a sentence with its counted phrases."""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import NUMBER, PERSON, STATE, STOP, THING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Hedge
    from stancelint.analysis.number_words import Row

PEOPLE, BARE, UNKNOWN, THINGS = range(1, 5)  # what a phrase counts


LONGEST_RUN = 7  # words of a phrase behind its number
HYPHENS = frozenset("-‑")
REMAINS = frozenset(("bodies", "corpses"))


class Phrase:
    """Tokens ``[start, end)`` that count ``low`` to ``high`` of something; ``figure`` is the number (or the article) alone.

    ``adjective`` is the place of a harming adjective inside (`25 wounded people`), ``ordinal`` says `a third person`, ``implied`` a
    count of one that no number says. ``harm`` is set once a harming word has taken the phrase."""

    __slots__ = ("adjective", "counts", "end", "figure", "harm", "head", "hedge", "high", "implied", "low", "of", "start")

    def __init__(self, start: int, end: int, figure: tuple[int, int], low: int, high: int | None, hedge: Hedge, counts: int) -> None:
        self.start = start
        self.end = end
        self.figure = figure
        self.low = low
        self.high = high
        self.hedge = hedge
        self.counts = counts
        self.head = -1
        self.of = False
        self.adjective = -1
        self.implied = False
        self.harm: object | None = None


class Sentence:
    """A sentence ready for the grammar: its row, what each word can be, and its counted phrases in order."""

    __slots__ = ("bits", "ends_at", "folded", "phrases", "row", "starts_at", "text", "words")

    def __init__(self, row: Row, bits: list[int], text: str) -> None:
        self.row = row
        self.words = row.words
        self.bits = bits
        self.text = text
        self.phrases: list[Phrase] = []
        self.starts_at: dict[int, Phrase] = {}
        self.ends_at: dict[int, Phrase] = {}

    def add(self, phrase: Phrase) -> None:
        """Take a phrase into the tables."""
        self.phrases.append(phrase)
        self.starts_at[phrase.start] = phrase
        self.ends_at[phrase.end] = phrase


def people_follow(sentence: Sentence, at: int, last: int) -> bool:
    for i in range(at, min(last, at + 4)):
        bit = sentence.bits[i]
        if bit & PERSON:
            return True
        if bit & (STOP | THING | STATE | NUMBER) or not sentence.words[i][0].isalpha():
            return False
    return False


def whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase that says who a bare number's people are: for `184` in `120 Russians were killed, 184 were wounded`, the first."""
    if phrase.counts != BARE or phrase.of or phrase.start < 1 or sentence.words[phrase.start - 1] not in ("and", ","):
        return phrase
    for other in reversed(sentence.phrases):
        if other.end <= phrase.start and (other.counts != BARE or other.of):
            return other if other.counts == PEOPLE and other.harm is not None else phrase
    return phrase
