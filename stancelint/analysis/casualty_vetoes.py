"""What a count of dead and hurt may be instead of a claim: the toll of a flood, a rate, a denial, a crime, a question, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancelint.analysis.casualty_lexicon import INTRANSITIVE, PRESENT, STATE_OF
from stancelint.analysis.casualty_rates import for_each, taken_by
from stancelint.analysis.casualty_verbs import Count
from stancelint.analysis.casualty_worlds import (
    ASIDE,
    AWAY,
    DRILL,
    MISHAP,
    NATION,
    NEITHER,
    OUTCOME,
    PEACE,
    SCUFFLE,
    WAR,
    WEAK_PEACE,
    WEAK_WAR,
    setting,
)
from stancelint.analysis.counted import Sentence
from stancelint.analysis.knowledge import Data
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

_NEAR_CAPTIVES = 4
_FAR_RATE = 10  # words behind a count in which a rate may close its clause
_WHOEVER_WITHIN = 4  # words before a verb in which `anyone who` stands


class Vetoes:
    """The lists of ``lexicons/casualty_vetoes.yaml``: single words as sets, phrases by their first word."""

    name: ClassVar[str] = "casualty_vetoes"
    __slots__ = (
        "afterwards",
        "assumptions",
        "cartels",
        "claim_heads",
        "courts",
        "denial_phrases",
        "denials",
        "documents",
        "flying",
        "intents",
        "inventions",
        "long_ago",
        "past_events",
        "pits",
        "post_claims",
        "posts",
        "rates",
        "rates_before",
        "rates_far",
        "rooms",
        "setting_phrases",
        "settings",
        "stoppages",
        "suppositions",
        "takers",
        "war_words",
        "weapons",
        "whoever",
    )

    def __init__(self, data: Data) -> None:
        self.settings: dict[str, int] = {}
        self.setting_phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for key, value in (
            ("peace", PEACE),
            ("aside", ASIDE),
            ("outcomes", OUTCOME),
            ("war", WAR),
            ("nation", NATION),
            ("weak-peace", WEAK_PEACE),
            ("weak-war", WEAK_WAR),
            ("away", AWAY),
        ):
            for word in _words(data, key):
                if "-" in word:  # the tokens of `pile-up` are three
                    row = tuple(word.replace("-", " - ").split())
                    self.setting_phrases.setdefault(row[0], []).append((row, value))
                else:
                    self.settings[word] = value
        for key, value in (
            ("war-phrases", WAR),
            ("peace-phrases", PEACE),
            ("aside-phrases", ASIDE),
            ("outcome-phrases", OUTCOME),
            ("neither-phrases", NEITHER),
            ("mishap-phrases", MISHAP),
            ("drill-phrases", DRILL),
            ("scuffle-phrases", SCUFFLE),
        ):
            for first, rows in _phrases(data, key).items():
                self.setting_phrases.setdefault(first, []).extend((row, value) for row in rows)
        self.war_words = _words(data, "war") | _words(data, "weak-war")
        self.denials = _words(data, "denials")
        self.posts = frozenset(data.get("posts", ()))
        self.post_claims = frozenset(data.get("post-claims", ()))
        self.suppositions = _words(data, "suppositions")
        self.takers = _words(data, "takers")
        self.afterwards = frozenset(data.get("afterwards", ()))
        self.claim_heads = frozenset(data.get("claim-heads", ()))
        self.rates_before = frozenset(data.get("rates-before", ()))
        self.weapons = frozenset(data.get("weapons", ()))
        self.stoppages = frozenset(data.get("stoppages", ()))
        self.pits = frozenset(data.get("pits", ()))
        self.whoever = frozenset(data.get("whoever", ()))
        self.cartels = frozenset(data.get("cartels", ()))
        self.courts = frozenset(data.get("courts", ()))
        self.flying = frozenset(data.get("flying", ()))
        self.rooms = frozenset(data.get("rooms", ()))
        self.inventions = frozenset(data.get("inventions", ()))
        self.documents = frozenset(data.get("documents", ()))
        self.assumptions = frozenset(data.get("assumptions", ()))
        self.denial_phrases = _phrases(data, "denial-phrases")
        self.intents = frozenset(data.get("intents", ()))
        self.rates_far = _phrases(data, "rates-far")
        self.rates = _phrases(data, "rates")
        self.past_events = _phrases(data, "past-events")
        self.long_ago = _phrases(data, "long-ago")

    def know(self, places: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]) -> None:
        """Take the towns of the invaded country for the world of war."""
        if "nikopol" not in self.settings:
            for first, names in places.items():
                if any(len(name) == 1 and land == "ukraine" for name, land in names):
                    self.settings.setdefault(first, NATION)
            self.war_words |= {word for word, kind in self.settings.items() if kind in (WEAK_WAR, NATION)}

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        return cls(data)


def _words(data: Data, key: str) -> frozenset[str]:
    return frozenset(word for line in data.get(key, ()) for word in line.split())


Phrases = dict[str, list[tuple[str, ...]]]
_PIECE = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\S")


def _phrases(data: Data, key: str) -> Phrases:
    found: Phrases = {}
    for line in data.get(key, ()):
        plain = line.replace(" ", "").isalpha()  # most are, and need no pattern
        words = tuple(line.split()) if plain else tuple(_PIECE.findall(line))
        found.setdefault(words[0], []).append(words)
    return found


def phrase_in(words: list[str], phrases: Phrases, start: int = 0, end: int | None = None) -> int:
    """Where one of the phrases first begins between two tokens; -1 for nowhere."""
    stop = len(words) if end is None else min(end, len(words))
    for at in range(max(0, start), stop):
        for phrase in phrases.get(words[at], ()):
            if len(phrase) == 1 or tuple(words[at : at + len(phrase)]) == phrase:
                return at
    return -1


def vetoed(sentence: Sentence, count: Count, vetoes: Vetoes) -> bool:
    """Whether the sentence itself takes the count back: a rate, a ratio, a denial, a question, a doubt whether."""
    words = sentence.words
    size = len(words)
    end = count.end
    if phrase_in(words, vetoes.rates, min(end, count.figure[1]), end + 4) >= 0 and not _another_rate(words, end, vetoes):
        return True
    if _yearly(words, end, vetoes):
        return True
    first = count.figure[0]
    if for_each(words, first, end):
        return True
    if count.kind == "captured" and count.verb is None and not vetoes.courts.isdisjoint(words[max(0, first - _NEAR_CAPTIVES) : first]):
        return True  # `refused to take back a thousand prisoners`
    if count.phrase is not None and count.phrase.adjective >= 0:
        if count.kind == "captured" and not vetoes.courts.isdisjoint(words):
            return True  # `sentenced 12 captured marines`: their capture is not told of
        at = phrase_in(words, vetoes.denial_phrases, 0, first)
        return at >= 0 and count.phrase.start == first  # `the two missing men` are presupposed, whatever is asked or denied of them
    if first > 1 and words[first - 1] == "in" and (words[first - 2] in _RATIO or words[first - 2] == "one"):
        return True
    if first > 1 and words[first - 2 : first] == ["out", "of"]:
        return True
    near = words[max(0, first - 3) : first]
    if not vetoes.rates_before.isdisjoint(near) and _NEW_CLAUSES.isdisjoint(near):
        return True
    if count.end and words[count.end - 1] == "lives" and taken_by(words, first, vetoes.takers) and setting(words, vetoes, first) != WAR:
        return True
    after = count.figure[1]
    if (
        after + 1 < size
        and words[after] in ("in", "out")
        and (words[after + 1] == "of" or words[after + 1] in _RATIO or words[after + 1] == "every")
    ):
        return not (words[after] == "in" and words[after + 1].isdigit() and len(words[after + 1]) == 4)
    if _room_for(words, count, vetoes) or _told_in_fiction(words, count, vetoes):
        return True
    if _denied(words, count, vetoes) or any(word in vetoes.afterwards for word in words[count.end : count.end + 14]):
        return True
    claimed = next((i for i in range(first - 1, -1, -1) if words[i] in vetoes.post_claims), -1)
    if claimed > 0 and first - claimed < 14 and any(word in vetoes.posts for word in words[max(0, claimed - 12) : claimed]):
        return True
    if count.verb is None and words[count.end : count.end + 2] == ["will", "be"]:
        return True  # `6,000 bodies will be handed over`
    if count.verb is None and not count.zero and _supposed(words, count, vetoes):
        return True
    if words[1 if words[0] == "the" and size > 1 else 0] in vetoes.claim_heads and ":" in words[1:4]:
        return True
    if count.verb is not None and count.verb.bare and _meant(words, first, vetoes):
        return True
    if _asked(words, count):
        return True
    if count.verb is not None and not vetoes.whoever.isdisjoint(words[max(0, count.verb.group - _WHOEVER_WITHIN) : count.verb.group]):
        return True
    return any(words[i] in ("whether", "if", "unless") for i in range(max(0, first - 5), first)) and not any(
        words[i] == "," for i in range(max(0, first - 5), first)
    )


def _yearly(words: list[str], end: int, vetoes: Vetoes) -> bool:
    """Whether the clause of the count closes with a rate: `die of snake bites in the state every year`."""
    stop = end
    while stop < min(len(words), end + _FAR_RATE) and words[stop] not in (",", ";", "."):
        stop += 1
    return phrase_in(words, vetoes.rates_far, end, stop) >= 0


def _room_for(words: list[str], count: Count, vetoes: Vetoes) -> bool:
    """Whether the count is of those who would find room: `beds for 120 wounded`, `a ward built for 40 casualties`."""
    start = count.phrase.start if count.phrase is not None else count.figure[0]
    return words[start - 1 : start] == ["for"] and not vetoes.rooms.isdisjoint(words[max(0, start - 3) : start - 1])


def _told_in_fiction(words: list[str], count: Count, vetoes: Vetoes) -> bool:
    """Whether a film or a drill tells of the count: `The film follows a sniper who kills 30 men`, `the exercise assumed 5,000 dead`."""
    first = count.figure[0]
    if not vetoes.inventions.isdisjoint(words[:5]) and vetoes.documents.isdisjoint(words[:5]):
        return count.verb is None or count.verb.harm.acts in (PRESENT, STATE_OF, INTRANSITIVE)
    return not vetoes.assumptions.isdisjoint(words[max(0, first - 5) : count.end])


def _meant(words: list[str], first: int, vetoes: Vetoes) -> bool:
    """Whether a bare verb tells what could be, or what somebody means to do."""
    return not _WOULD.isdisjoint(words[max(0, first - 5) : first]) or not vetoes.intents.isdisjoint(words[max(0, first - 13) : first])


def _supposed(words: list[str], count: Count, vetoes: Vetoes) -> bool:
    """Whether a count by a noun is only thought of: `could cause hundreds of deaths`, `to prevent 20 casualties`, `a risk of 300 dead`."""
    for i in range(count.start - 1, max(-1, count.start - 11), -1):
        word = words[i]
        if word in (";", "and", "but", "that", "which", "after", "who"):
            return False
        if word == "likely" and words[i - 1 : i] in (["has"], ["have"], ["had"]):
            continue  # `has likely suffered 150,000 casualties` is reckoned, and not feared
        if word in vetoes.suppositions and not (word in ("may", "might") and words[i + 1] == "have"):
            return True
    return False


_WOULD = frozenset(("would", "could", "might", "wouldn't", "couldn't"))
_NEW_CLAUSES = frozenset(("that", ":"))  # `in its daily briefing that 340 soldiers fell`: the briefing is daily
_RATIO = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "100"))


def _another_rate(words: list[str], end: int, vetoes: Vetoes) -> bool:
    """`killed 12 people a day after`, `lost 165 men in a day`: times, no rates."""
    at = phrase_in(words, vetoes.rates, end, end + 4)
    after = words[at + 2 : at + 3]
    return words[at] == "a" and (words[at - 1] == "in" or after in (["after"], ["before"], ["earlier"], ["later"], ["ago"]))


def _denied(words: list[str], count: Count, vetoes: Vetoes) -> bool:
    """Whether a word of denial stands before the count with no new clause between."""
    first = count.start
    denial = -1
    for i in range(first - 1, -1, -1):
        word = words[i]
        if word in (";", "but", "although", "though", "while") or (
            word in (",", "and") and first - i > 1 and i + 1 < first and words[i + 1] in ("but", "and", "saying")
        ):
            break
        if word in vetoes.denials:
            denial = i
            break
    if denial >= 0 and first - denial <= 14:
        return True
    at = phrase_in(words, vetoes.denial_phrases, 0, first)
    return at >= 0 and first - at <= 20


def _asked(words: list[str], count: Count) -> bool:
    for i in range(count.end, len(words)):
        if words[i] == "?":
            return True
        if words[i] in ("”", '"', ";") or (words[i] == "." and i + 1 < len(words)):
            return False
    return False
