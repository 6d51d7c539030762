"""Where a noun phrase begins and ends, told from closed-class words and capitals alone: no parser, no tagger.

Leftwards from its head a phrase runs over names, nouns and adjectives, over a determiner, and over `of`, `for`, `at` … when more of the
phrase stands before them. Rightwards it stops at a clause mark, a verb-like word or the end of its clause.
"""

from __future__ import annotations

from stancelint.analysis.cues import BASE, NOUN, PAST, THIRD
from stancelint.analysis.dates import MONTHS
from stancelint.analysis.page import Page, Range
from stancelint.analysis.tokens import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINER,
    MARK,
    NEGATION,
    OBJECT,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STARTER,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
)

_LINKS = frozenset(["of", "for", "at", "from", "in", "with", "to", "on", "by"])
_OPEN_A_CLAUSE = frozenset((",", "”", '"', "''", "—", "–", "--", "both"))
_ENDS_LEFT = MARK | AUXILIARY | SUBORDINATOR | RELATIVE | SUBJECT | VERB
_ENDS_RIGHT = MARK | AUXILIARY | SUBORDINATOR | RELATIVE | SUBJECT | NEGATION | VERB
_LONGEST = 24
_BEFORE_DATES = frozenset(
    ("on", "in", "of", "this", "last", "out", "early", "late", "earlier", "from", "since", "the", "during", "over", "past")
)
_WHOSE = ("'s", "’s", "'", "’")
_ALSO_SURNAMES = frozenset(("jan", "may", "april", "june", "august"))
_BEFORE_DAYS = frozenset(("on", "by", "since", "until"))
_YEAR = 4  # digits
_LONGEST_NAME = 5
_SHORT_PARTNER = 3  # words of `residents and a militia member` before the `and`
_MARKS = frozenset(("'", "’"))
_LONGEST_APPOSITIVE = 45
_NUMBERED = 3  # tokens of `No. 5`


def left(page: Page, end: int, low: int) -> int:
    """The first token of the noun phrase whose last token is ``end - 1``; ``end`` itself where there is none."""
    words, bits = page.words, page.bits
    low = max(low, end - _LONGEST)
    i = end - 1
    if i < low:
        return end
    if words[i] == "." and i > low and page.ends[i - 1] == page.starts[i]:
        i -= 1  # the full stop of Jr. or Inc.
    first = end
    while i >= low:
        bit, word = bits[i], words[i]
        if first < end and (word in MONTHS or word.isdigit()) and _ends_a_date(words, i, low):
            break  # `On 4 May rescuers said`
        if bit & PRONOUN and not bit & DETERMINER:
            return i if first == end else first
        if word == ")" and first < end and i - 2 > low and words[i - 2] == "(" and page.capital(i - 1):
            i -= 3  # the administration's (OVA) head
            continue
        if word == "." and numbered(words, i - 1) and i - 1 >= low:
            first = i = i - 1  # School No. 5
        elif word in ("'s", "’s") or _of_many(page, i, low):
            first = i
        elif bit & DETERMINER:
            first = i
            if i - 2 < low or words[i - 1] not in _LINKS or bits[i - 2] & (_ENDS_LEFT | PREPOSITION):
                return _with_partner(page, first, low)
        elif bit & _ENDS_LEFT and not (
            word == "." and i > low and bits[i - 1] & STARTER == 0 and len(words[i - 1]) <= 4 and page.capital(i - 1)
        ):
            if word in ("may", "will", "march") and page.capital(i) and i > low:
                first = i
            else:
                break
        elif bit & PREPOSITION:
            if (
                word not in _LINKS
                or first == end
                or i == low
                or (bits[i - 1] & (_ENDS_LEFT | PREPOSITION | TIME | PRONOUN) and words[i - 1] not in ("'s", "’s"))
            ):
                break
        elif bit & JOINER:
            if word != "and" or first == end or i == low or bits[i - 1] & (_ENDS_LEFT | PREPOSITION | PRONOUN):
                break
        elif bit & ADVERB:
            if first == end:
                pass
            else:
                break
        elif (bit & TIME and not (page.capital(i) and first < end and bits[first] == 0) and not _is_surname(page, i, low)) or (
            first < end and not bit and page.heads.get(word) is not None and not page.capital(i) and _says(page, i)
        ):
            break
        else:
            first = i
        i -= 1
    while (
        first < end
        and (bits[first] & (JOINER | PREPOSITION | ADVERB) or words[first] in ("'s", "’s", "'", "’"))
        and not bits[first] & DETERMINER
    ):
        first += 1
    return first


def _is_surname(page: Page, i: int, low: int) -> bool:
    """Whether the short name of a month is somebody's: `Shera Jan`."""
    if page.words[i] not in _ALSO_SURNAMES or i == low or not page.capital(i) or not page.capital(i - 1) or page.bits[i - 1]:
        return False
    return i + 1 >= len(page.words) or not page.words[i + 1][0].isdigit()


def numbered(words: list[str], i: int) -> bool:
    """Whether a name goes on with its number at the token: `No. 5` of `School No. 5`."""
    return words[i : i + 2] == ["no", "."] and i + 2 < len(words) and words[i + 2].isdigit()


def _of_many(page: Page, i: int, low: int) -> bool:
    """Whether the token is the mark of a plural's possessive (`the rangers' chief`), and closes no quotation that was opened before."""
    words = page.words
    if words[i] not in _MARKS or i <= low or not words[i - 1].endswith("s") or page.ends[i - 1] != page.starts[i]:
        return False
    if i + 1 >= len(words) or page.starts[i + 1] == page.ends[i] or page.bits[i + 1] & (MARK | VERB | AUXILIARY | PREPOSITION):
        return False
    before = range(max(0, i - _LONGEST), i)
    return not any(words[j] in ("'", "’", "‘") and page.starts[j + 1] == page.ends[j] for j in before)


def _ends_a_date(words: list[str], i: int, low: int) -> bool:
    """Whether the token ends a date that a preposition opens: `on 4 May`, `by May 4`, `On 4 May 2026`."""
    day = i - 1 if len(words[i]) == _YEAR and words[i].isdigit() else i
    if day - 2 < low or words[day - 2] not in _BEFORE_DAYS:
        return False
    pair = (words[day - 1], words[day])
    return any(word in MONTHS for word in pair) and any(word.isdigit() for word in pair)


def _with_partner(page: Page, first: int, low: int) -> int:
    """Where `the governor and the mayor` begins, whose last phrase begins at ``first``; ``first`` itself where no other goes with it.

    The other must open its clause: in `he met the governor and the mayor left` it does not."""
    words, bits = page.words, page.bits
    if first - 2 < low or words[first - 1] != "and" or bits[first - 2] & (_ENDS_LEFT | PREPOSITION | PRONOUN):
        return first
    begin = left(page, first - 1, low)
    people = words[first - 2][:-1] in page.cues.persons or words[first - 2].removesuffix("es") in page.cues.persons
    plain = first - 1 - begin < _SHORT_PARTNER and people and words[begin - 1 : begin] == [","]
    if begin >= first - 1 or not (bits[begin] & DETERMINER or page.capital(begin) or plain) or bits[begin] & (TIME | OBJECT):
        return first
    return begin if begin == low or words[begin - 1] in _OPEN_A_CLAUSE else first


def _says(page: Page, i: int) -> bool:
    """Whether an open word inside a phrase can only be a verb of saying: `Kyiv rejected Moscow's claim`."""
    forms = 0
    for cue in page.heads[page.words[i]]:
        forms |= cue.forms
    return bool(forms & (PAST | THIRD)) and not forms & (NOUN | BASE)


def right(page: Page, start: int, end: int) -> int:
    """The token after the noun phrase that begins at ``start``; ``start`` where none begins there."""
    words, bits = page.words, page.bits
    end = min(end, start + _LONGEST)
    i = start
    if i < end and bits[i] & PRONOUN and not bits[i] & DETERMINER:
        return i + 1
    while i < end:
        bit, word = bits[i], words[i]
        if (
            word == "."
            and i > start
            and page.ends[i - 1] == page.starts[i]
            and i + 1 < end
            and (len(words[i - 1]) <= 4 and page.capital(i - 1))
        ):
            i += 1
            continue
        if i > start and _of_many(page, i, start):
            i += 1
            continue
        if i > start and i + _NUMBERED <= end and numbered(words, i):
            i += _NUMBERED
            continue
        if bit & _ENDS_RIGHT and not (bit & AUXILIARY and page.capital(i) and i > start):
            break
        if bit & DETERMINER and i > start and not bits[i - 1] & (PREPOSITION | JOINER | DETERMINER | ADVERB):
            break
        if bit & (TIME | OBJECT) and i > start and not page.capital(i):
            break
        if bit & TIME and word.endswith("day"):
            break
        i += 1
    while i > start and bits[i - 1] & (JOINER | PREPOSITION | ADVERB | DETERMINER) and not bits[i - 1] & TIME:
        i -= 1
    return i


def with_appositive(page: Page, comma: int, low: int) -> Range | None:
    """The phrase before an appositive that ends at the comma at ``comma``: `Peskov, the Kremlin's spokesman,` gives the whole of it."""
    words, bits = page.words, page.bits
    i = comma - 1
    stop = max(low, comma - _LONGEST_APPOSITIVE)
    if i > low and words[i] == ")":  # Ruth Hale (R-Ohio), said
        while i > stop and words[i] != "(":
            i -= 1
        first = left(page, i, low)
        return (first, comma) if first < i else None
    nearest: Range | None = None
    opens = {words[comma]} if words[comma] != "," else {",", "("}
    while i > stop:
        word = words[i]
        if word in opens:
            first = left(page, i, low)
            if first < i and (page.capital(first) or bits[first] & (DETERMINER | PRONOUN)) and not bits[first] & TIME:
                # `Reuters, citing the ministry, reported`: the aside says how, not who
                whole = (first, comma if words[comma] == "," and not words[i + 1].endswith("ing") else i)
                if _in_relative(page, first, stop):
                    i -= 1
                    continue
                if first == low or (first == low + 1 and not bits[low] & (PREPOSITION | SUBORDINATOR)):
                    return nearest if nearest is not None and _stands_alone(page, nearest, comma) else whole
                nearest = nearest or whole
        elif word in (";", ":", "”", '"', "''") or (bits[i] & SUBJECT and not _no_subject(page, i, comma)):
            break
        i -= 1
    return nearest


def _no_subject(page: Page, at: int, comma: int) -> bool:
    """Whether a word that may be a subject is a place or an object: `whose inspectors live there,`, `which works on it with the BBC`."""
    word, before = page.words[at], page.bits[at - 1]
    return (word == "there" and at == comma - 1) or (word == "it" and bool(before & PREPOSITION) and not before & SUBORDINATOR)


def _in_relative(page: Page, first: int, stop: int) -> bool:
    """Whether a phrase is what a relative clause tells of: `a commander, who gave only his call sign, Kum, said`."""
    if first - 1 <= stop or page.bits[first - 1] & (MARK | JOINER | SUBORDINATOR):
        return False
    return any(page.words[i] in ("who", "whose") and page.words[i - 1] == "," for i in range(stop + 1, first - 1))


def _stands_alone(page: Page, phrase: Range, comma: int) -> bool:
    """Whether a full name and its office, or an office and a full name, are all that speaks, whatever stands before them: `Four dockers
    died in the silo, Maryna Kovtun, the head of the port, said`."""
    if page.bits[phrase[0] - 1] & JOINER:
        return False  # the mayor, Ihor Terekhov, and the governor, Oleh Syniehubov, said
    first = next((i for i in range(phrase[0] + 1, comma) if page.words[i] == ","), comma)
    last = next((i for i in range(comma - 1, phrase[0], -1) if page.words[i] == ","), comma)
    if page.bits[phrase[0]] & DETERMINER:
        return _is_full_name(page, range(last + 1, comma))
    return _is_full_name(page, range(phrase[0], first)) and not page.capital(min(first + 1, comma - 1))


def _is_full_name(page: Page, name: range) -> bool:
    return 1 < len(name) < _LONGEST_NAME and all(page.capital(i) and not page.bits[i] & TIME for i in name)


def without_adjunct(page: Page, head: int, low: int) -> int:
    """The last token of a phrase without the date that follows it: of `a poll released on Tuesday`, `poll`."""
    words, bits = page.words, page.bits
    i = head
    while i > low and (bits[i] & TIME or words[i].isdigit()):
        i -= 1
    if i == head or i <= low:
        return head
    while i > low and words[i] in _BEFORE_DATES:
        i -= 1
    if i > low and (words[i].endswith("ed") or words[i] in ("taken", "out")) and not page.capital(i):
        i -= 1
    return i if not bits[i] & (MARK | PREPOSITION | AUXILIARY | SUBJECT) else head
