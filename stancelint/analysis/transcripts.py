"""Lines that begin with a name and a colon: transcripts (`WALLACE: …`), headlines (`Kremlin: …`), and quotations after a colon.

A transcript is a page in which such lines come again and again; then every line is its speaker's until the next speaker.
"""

from __future__ import annotations

from stancelint.analysis.bearers import PartyLexicon
from stancelint.analysis.claim_setting import Places
from stancelint.analysis.clauses import OPENING_QUOTES, sentence_end
from stancelint.analysis.page import Found, Page
from stancelint.analysis.tokens import AUXILIARY, DETERMINER, MARK, PREPOSITION, STARTER, SUBORDINATOR, VERB

_LONGEST_NAME = 5


def speaker_of(page: Page, low: int, end: int) -> int:
    """The index of the colon that ends a speaker's name at the head of a block, or -1: `WALLACE:`, `"PENCE:`, `Q:`."""
    words = page.words
    i = low + 1 if words[low] in OPENING_QUOTES else low
    first = i
    while i < end and i - first <= _LONGEST_NAME:
        if words[i] == ":":
            return i if i > first and (i + 1 < end) else -1
        if not (page.capital(i) or words[i] in (".", "(", ")")):
            return -1
        i += 1
    return -1


def read_transcript(page: Page) -> tuple[list[Found], set[int]]:
    """The turns of a transcript, and the numbers of the blocks that they fill; nothing where the page is none."""
    turns: list[tuple[int, int]] = []
    for number, (low, end) in enumerate(page.blocks):
        if number and low < end:
            colon = speaker_of(page, low, end)
            if colon > 0 and not page.labels & set(page.words[low:colon]):
                turns.append((number, colon))
    names: dict[str, int] = {}
    for _, colon in turns:
        name = page.words[colon - 1]
        names[name] = names.get(name, 0) + 1
    spoken = [(n, colon) for n, colon in turns if names[page.words[colon - 1]] > 1 or _shouted(page, page.blocks[n][0], colon)]
    if len(spoken) < 2:
        return [], set()
    found: list[Found] = []
    filled: set[int] = set()
    for number, colon in spoken:
        low, end = page.blocks[number]
        first = low + 1 if page.words[low] in OPENING_QUOTES else low
        found.append(Found("transcript", "speech", (colon, colon + 1), [(first, colon)], [(colon + 1, end)], direct=True))
        filled.add(number)
    return found, filled


def _shouted(page: Page, low: int, colon: int) -> bool:
    name = page.text[page.starts[low] : page.starts[colon]]
    return name.upper() == name and any(letter.isalpha() for letter in name)


_TOLD_OF = frozenset(  # before a colon these say what is told of: `Sudan: nine dead in drone strike`
    ["sudan", "syria", "yemen", "gaza", "lebanon", "iraq", "libya", "somalia", "nigeria", "mali", "haiti", "afghanistan", "myanmar"]
)


def _only_a_place(page: Page, low: int, colon: int) -> bool:
    """Whether a place stands before a colon as a label (`Kharkiv: two dead`); a capital stands for its government."""
    reading = page.reading
    name = " ".join(page.words[low:colon])
    places = reading.knowledge.lexicon(Places).places.get(page.words[low], ())
    known = any(" ".join(words) == name for words, _ in places)
    if name in _TOLD_OF:
        return True
    return known and name not in reading.knowledge.lexicon(PartyLexicon).states


def read_headline(page: Page, low: int, end: int) -> Found | None:
    """`Kremlin: talks have failed`, and `talks have failed: Kremlin` or `talks have failed – Kremlin`, in a heading."""
    words, bits = page.words, page.bits
    for colon in range(low + 1, min(end - 1, low + 10)):
        if words[colon] == ":":
            if any(word in page.labels for word in words[low:colon]) or not page.capital(low):
                return None
            if bits[low] & (DETERMINER | PREPOSITION | SUBORDINATOR) and words[colon + 1] not in OPENING_QUOTES:
                return None
            if _only_a_place(page, low, colon):
                return None
            return Found("headline-colon", "speech", (colon, colon + 1), [(low, colon)], [(colon + 1, sentence_end(page, end, colon + 1))])
        if bits[colon] & MARK and words[colon] not in (".", "-", "’", "'"):
            break
    last = sentence_end(page, end, low)
    for mark in range(max(low + 3, last - _LONGEST_NAME), last - 1):
        if (
            words[mark] in ("–", "—", "-", ":", "--")
            and page.capital(mark + 1)
            and page.starts[mark] > page.ends[mark - 1] - (words[mark] == ":")
        ):
            if any(bits[i] & (AUXILIARY | VERB | STARTER) for i in range(mark + 1, last)):
                return None
            return Found("headline-tail", "speech", (mark, mark + 1), [(mark + 1, last)], [(low, mark)])
    return None
