"""What world a count belongs to: war and attack, or disaster, mishap and crime; as said in its sentence and around it."""

from __future__ import annotations

from stancelint.analysis.casualty_rates import befalls
from stancelint.analysis.number_words import row_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.casualty_vetoes import Vetoes
    from stancelint.analysis.reading import Reading

# Of those behind NEITHER the later is the weaker. ASIDE: disease and play, which a draft about a strike mentions in passing. OUTCOME:
# a house that collapsed, a ship that sank, a boiler that burst: what a strike does as well, so that the attack around it has the word.
PEACE, WAR, ASIDE, NEITHER, OUTCOME, WEAK_WAR, WEAK_PEACE, NATION, AWAY = range(9)

# peace all the same: what went off by itself or was staged, beside any word of war; exercises, depots and scuffles, beside all but deeds
MISHAP, DRILL, SCUFFLE = 9, 10, 11
_DEATHS = frozenset(("killed", "killing", "kills", "dead", "died", "deaths"))
_BEFORE = 3  # sentences before a count that tell of its world
_LONGEST = 400  # tokens of one sentence that are read


def setting(words: list[str], vetoes: Vetoes, at: int | None = None) -> int:
    """What the words speak of: war or attack, accident, disaster or crime, or neither; `WEAK_` where only weak words say so.

    Where deeds of war and disaster are both named, what stands nearest to the token ``at`` decides. The world of war (soldiers, a
    front) loses to a disaster and outweighs the words of crime and mishap; the names of warring nations are weaker than these."""
    best, found = 10**9, NEITHER
    weak = NEITHER
    middle = len(words) // 2 if at is None else at
    settings, phrases = vetoes.settings, vetoes.setting_phrases
    skip = -1
    deed = drill = False
    for i, word in enumerate(words):
        if i < skip:
            continue
        bare = word[:-2] if word.endswith("'s") else word
        kind = settings.get(bare)
        if bare in phrases:
            for row, row_kind in phrases[bare]:
                if tuple(words[i : i + len(row)]) == row:
                    kind = row_kind
                    skip = i + len(row)
                    break
        if kind == MISHAP:
            return PEACE
        drill = drill or kind == DRILL or (kind == SCUFFLE and _DEATHS.isdisjoint(words))
        if kind is None or kind in (NEITHER, DRILL, SCUFFLE):
            continue
        in_a_pit = word in ("mine", "mines") and not vetoes.pits.isdisjoint(words)
        if kind == WAR and (in_a_pit or befalls(words, i, settings, _BEFALLING)):
            kind = PEACE
        if word in ("strike", "strikes") and not vetoes.stoppages.isdisjoint(words):
            continue
        deed = deed or (kind == WAR and bare not in vetoes.weapons)
        if kind > NEITHER:
            weak = min(weak, kind) if weak != NEITHER else kind
            continue
        distance = abs(i - middle) * 2 - (kind == WAR)
        if distance < best:
            best, found = distance, kind
    if drill and not deed:
        return PEACE
    return found if found != NEITHER else weak


class Worlds:
    """The worlds of a draft's sentences, each read when it is first asked for."""

    __slots__ = ("_known", "reading", "vetoes")

    def __init__(self, reading: Reading, vetoes: Vetoes) -> None:
        self.reading = reading
        self.vetoes = vetoes
        self._known: dict[int, int] = {}

    def around(self, number: int) -> int:
        """The world that the sentences around sentence ``number``, and the headline, tell of.

        What stands nearest decides; what a strike does as well, or is mentioned in passing, only where none tells of an attack."""
        sentences = self.reading.sentences
        block = sentences[number].block
        weak, passing = NEITHER, False
        for near in (*range(number - 1, max(-1, number - _BEFORE - 1), -1), number + 1):
            if near < len(sentences) and block - 1 <= sentences[near].block <= block:
                known = self.of(near)
                if known in (WEAK_PEACE, AWAY):
                    continue  # a river, a bus, a suspect: too little to take a count out of the war
                if known in (OUTCOME, ASIDE):
                    passing = passing or near < number or weak == NEITHER
                    continue
                if known in (WAR, PEACE):
                    return known
                if weak == NEITHER or (known != NEITHER and known < weak):
                    weak = known
        top = self.of(0) if number else NEITHER
        if passing:
            return WAR if top == WAR else PEACE
        if top not in (WAR, PEACE, WEAK_WAR, NATION):
            top = NEITHER
        return top if weak == NEITHER or top in (WAR, PEACE) else weak

    def of(self, number: int) -> int:
        """The world that sentence ``number`` tells of by itself."""
        known = self._known.get(number)
        if known is None:
            span = self.reading.sentences[number].span
            words = row_of(self.reading.folded, span.start, span.end).words[:_LONGEST]
            known = self._known[number] = setting(words, self.vetoes)
        return known


_BEFALLING = frozenset((PEACE, ASIDE))
