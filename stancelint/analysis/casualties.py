"""The counts of people harmed that a draft asserts, read sentence by sentence, then graded.

Only sentences that hold a harming word are looked at. Each is read in four steps: its counted phrases (count_phrases), its
harming verbs (casualty_grammar) and nouns (casualty_nouns), and the counts that lean on others (casualty_subsets). What
is left after the vetoes becomes claims; corroboration says who stands behind them.
"""

from __future__ import annotations

from bisect import bisect_right

from stancelint.analysis.casualty_grammar import read_verbs
from stancelint.analysis.casualty_lexicon import COUNTING, HARM, POSSESSIVE, CasualtyWords
from stancelint.analysis.casualty_nouns import read_nouns
from stancelint.analysis.casualty_past import in_the_past
from stancelint.analysis.casualty_subsets import leans_on_the_last, read_subsets
from stancelint.analysis.casualty_verbs import Count, verbs_of
from stancelint.analysis.casualty_vetoes import Vetoes, phrase_in, vetoed
from stancelint.analysis.casualty_worlds import (
    ASIDE,
    AWAY,
    NATION,
    NEITHER,
    OUTCOME,
    PEACE,
    WAR,
    WEAK_PEACE,
    WEAK_WAR,
    Worlds,
    setting,
)
from stancelint.analysis.casualty_zeros import read_zeros
from stancelint.analysis.claim_setting import Finder, Setting
from stancelint.analysis.count_phrases import phrases_into
from stancelint.analysis.counted import BARE, PEOPLE, REMAINS, THINGS, Phrase, Sentence
from stancelint.analysis.datelines import copy_start
from stancelint.analysis.model import Claim
from stancelint.analysis.number_words import NumberWords, Row, row_of
from stancelint.analysis.numbers import Hedges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading

_NEAR_DEED = 12  # words before `hurt` in which the deed must stand
_NEAR_BEASTS = 4  # words between beasts and the count that leans on them
_MANY = 2
_OPENING = 60  # letters in which a sentence names what it is about
_LONGEST = 400  # tokens of one sentence that are read; more is no sentence


class Found:
    """A count that passed the vetoes, with its sentence and what the text says of place, time and side."""

    __slots__ = ("count", "historical", "number", "sentence", "setting")

    def __init__(self, count: Count, sentence: Sentence, number: int, setting: Setting, historical: bool) -> None:
        self.count = count
        self.sentence = sentence
        self.number = number
        self.setting = setting
        self.historical = historical


def claims(reading: Reading) -> tuple[Claim, ...]:
    """Every claim of the draft in order, with its grade."""
    found = read_counts(reading)
    if not found:
        return ()
    from stancelint.analysis.corroboration import grade

    return grade(reading, found)


def read_counts(reading: Reading) -> list[Found]:
    """The counts of the draft in order, before anybody asks who stands behind them."""
    knowledge = reading.knowledge
    lexicon = knowledge.lexicon(CasualtyWords)
    words = reading.words
    starts = sorted(start for trigger in lexicon.triggers if trigger in words for start in words[trigger])
    if not starts:
        return []
    reader = SentenceReader(reading)
    sentences = reading.sentences
    firsts = [sentence.span.start for sentence in sentences]
    found: list[Found] = []
    last = -1
    for start in starts:
        number = bisect_right(firsts, start) - 1
        if number != last and number >= 0:
            last = number
            found.extend(reader.read(number))
    return found


class SentenceReader:
    """Reads one sentence of a draft at a time; remembers what it learns of the draft on the way."""

    __slots__ = ("finder", "gangland", "hedges", "lexicon", "now", "numbers", "reading", "since", "vetoes", "wartime", "worlds")

    def __init__(self, reading: Reading) -> None:
        knowledge = reading.knowledge
        self.reading = reading
        self.lexicon = knowledge.lexicon(CasualtyWords)
        self.numbers = knowledge.lexicon(NumberWords)
        self.hedges = knowledge.lexicon(Hedges)
        self.vetoes = knowledge.lexicon(Vetoes)
        self.finder = Finder(reading)
        self.vetoes.know(self.finder.places)
        self.lexicon.join(self.numbers)
        self.gangland = not self.vetoes.cartels.isdisjoint(reading.words) and not _MEXICO.isdisjoint(reading.words)
        self.worlds = Worlds(reading, self.vetoes)
        self.wartime = not self.vetoes.war_words.isdisjoint(reading.words)
        since = reading.terms.since[:4]
        self.since = int(since) if since.isdigit() else 2014
        date = reading.document.date or ""
        self.now = int(date[:4]) if date[:4].isdigit() else None

    def read(self, number: int) -> list[Found]:
        """The counts of sentence ``number``."""
        span = self.reading.sentences[number].span
        row = row_of(self.reading.folded, self._copy_start(number), span.end)
        if len(row.words) > _LONGEST:
            return self._read_row_in_pieces(row, number)
        return self._read_row(row, number)

    def _copy_start(self, number: int) -> int:
        """Where the sentence begins, a dateline left out."""
        sentence = self.reading.sentences[number]
        block = self.reading.document.blocks[sentence.block]
        if sentence.span.start > block.span.start or block.kind == "heading":
            return sentence.span.start
        start = copy_start(self.reading.text, block.span)
        return start if start < sentence.span.end else sentence.span.start

    def _read_row_in_pieces(self, row: Row, number: int) -> list[Found]:
        found: list[Found] = []
        for at in range(0, len(row.words), _LONGEST):
            end = at + _LONGEST
            found.extend(self._read_row(Row(row.words[at:end], row.starts[at:end], row.ends[at:end]), number))
        return found

    def _read_row(self, row: Row, number: int) -> list[Found]:
        look = self.lexicon.bits.get
        sentence = Sentence(row, [look(word, 0) for word in row.words], self.reading.text)
        _name_the_group(sentence)
        verbs = verbs_of(sentence, self.lexicon)
        one_dead = not (self.lexicon.killings.isdisjoint(row.words) and REMAINS.isdisjoint(row.words))  # `the body of a man was found`
        if not (verbs or one_dead or any(bit & COUNTING for bit in sentence.bits) or any(word[0].isdigit() for word in row.words)):
            return []  # `what remains`, `a number of`: a waking word, and nothing that counts
        phrases_into(sentence, self.lexicon, self.numbers, self.hedges)
        counts: list[Count] = []
        read_verbs(sentence, verbs, counts, self.lexicon)
        read_nouns(sentence, verbs, counts, self.lexicon)
        read_zeros(sentence, verbs, counts, self.lexicon)
        read_subsets(sentence, counts, self.lexicon)
        for count in counts:
            count.leans = count.leans or leans_on_the_last(sentence, count)
        counts = [count for count in counts if not vetoed(sentence, count, self.vetoes)]
        counts = [count for count in counts if not _beasts(sentence, count) and not _speakers(sentence, count, self.lexicon)]
        counts = [count for count in counts if not _somebodys(sentence, count, counts, self.lexicon)]
        counts = [count for count in counts if not self._of_things(number, sentence, count)]
        of_war = [count for count in counts if self._of_war(number, sentence, count)]
        if not of_war:
            return []
        if len(of_war) < len(counts) and not all(_implied(count) for count in of_war):
            # `two were killed and a third man wounded`: the one is told of with the two
            of_war = [count for count in counts if count in of_war or (_implied(count) and self._peaceless(sentence, count))]
        counts = of_war
        counts.sort(key=lambda count: count.figure[0])
        past = in_the_past(sentence.words, self.vetoes, self.since, self.now)
        return [Found(count, sentence, number, self.finder.setting(sentence, count, number), past) for count in counts]

    def _peaceless(self, sentence: Sentence, count: Count) -> bool:
        return setting(sentence.words, self.vetoes, count.figure[0]) not in (PEACE, ASIDE, OUTCOME)

    def _of_things(self, number: int, sentence: Sentence, count: Count) -> bool:
        """Whether `251 of them` are some of the things that were told of last: `512 drones came. Gunners killed 251 of them.`"""
        phrase = count.phrase
        if phrase is None or not phrase.of or phrase.counts != BARE or count.parent is not None or phrase.low < _MANY:
            return False
        if sentence.words[phrase.end - 1] not in ("them", "whom", "those"):
            return False
        here = [other for other in sentence.phrases if other.end <= phrase.start and other.counts != BARE and other.low >= phrase.low]
        if not here and number:
            here = [other for other in self._counted_in(number - 1) if other.counts != BARE and other.low >= phrase.low]
        if not here and number:
            span = self.reading.sentences[number - 1].span
            opening = row_of(self.reading.folded, span.start, min(span.end, span.start + _OPENING)).words[:3]
            return not self.vetoes.flying.isdisjoint(opening)  # `Drones came at night. Gunners killed nine of them.`
        return any(other.counts == THINGS for other in here) and not any(other.counts == PEOPLE for other in here)

    def _counted_in(self, number: int) -> list[Phrase]:
        """What sentence ``number`` counts."""
        span = self.reading.sentences[number].span
        row = row_of(self.reading.folded, span.start, min(span.end, span.start + _LONGEST))
        sentence = Sentence(row, [self.lexicon.bits.get(word, 0) for word in row.words], self.reading.text)
        phrases_into(sentence, self.lexicon, self.numbers, self.hedges)
        return sentence.phrases

    def _of_war(self, number: int, sentence: Sentence, count: Count) -> bool:
        """Whether the count belongs to war or attack: as said in the sentence, else by the nearest words around it that say.

        One person without a number is a count only where war or attack is named; a number is one unless something else is."""
        if self.gangland:
            return False
        here = setting(sentence.words, self.vetoes, count.figure[0])
        if here != PEACE and phrase_in(sentence.words, self.vetoes.past_events) >= 0:
            return True
        if count.verb is not None and count.verb.active and sentence.words[count.verb.start] in ("hurt", "hurts", "hurting"):
            near = max(0, count.verb.start - _NEAR_DEED)
            return setting(sentence.words[near : count.end], self.vetoes) == WAR  # sanctions and crises hurt people too
        if here not in (WAR, WEAK_WAR) and sentence.words[count.end - 1] in ("victims", "losses"):
            return False  # these are of many kinds
        if here in (WAR, PEACE, ASIDE):
            return here == WAR
        around = self.worlds.around(number)
        if here == OUTCOME:
            return around == WAR and not any(self.vetoes.settings.get(word) == AWAY for word in sentence.words)
        implied = _implied(count)
        if around in (WAR, PEACE):
            return around == WAR
        if implied and here != WEAK_WAR:
            return False
        if here in (NEITHER, NATION) and _died_of(sentence, count):
            here = WEAK_PEACE
        if here in (NEITHER, AWAY) or (here == WEAK_PEACE and around == WEAK_WAR):
            here = around if here == NEITHER or around in (WEAK_WAR, NATION) else here
        if here == NEITHER:
            peaceful = _causes(sentence, count) or _done_by(sentence, count) or self._follows_peace(number)
            return not implied and (self.wartime or not peaceful)
        return here in (WAR, WEAK_WAR, NATION)

    def _follows_peace(self, number: int) -> bool:
        """Whether the sentence before, in the same paragraph, speaks of ordinary crime or mishap."""
        sentences = self.reading.sentences
        return number > 0 and sentences[number - 1].block == sentences[number].block and self.worlds.of(number - 1) in (WEAK_PEACE, AWAY)


def _name_the_group(sentence: Sentence) -> None:
    """Take `IS` for a name and no verb: `an attack claimed by IS killed nine people`."""
    for at, word in enumerate(sentence.words):
        if word == "is" and sentence.text[sentence.row.starts[at] : sentence.row.ends[at]] == "IS":
            sentence.bits[at] = 0


def _speakers(sentence: Sentence, count: Count, lexicon: CasualtyWords) -> bool:
    """Whether the people stand behind a verb of saying that follows the deed: `killed six, said the mayor and two reporters`."""
    if count.verb is None or not count.verb.active or count.phrase is None:
        return False
    start = count.phrase.start
    said = next((at for at in range(start - 1, count.verb.end - 1, -1) if sentence.words[at] in lexicon.sayings), None)
    if said is None or not {",", "that"}.isdisjoint(sentence.words[said:start]):
        return False
    return not any(bit & HARM for bit in sentence.bits[said : count.phrase.end + 3])


def _beasts(sentence: Sentence, count: Count) -> bool:
    """Whether a bare count leans on things or beasts that were counted just before: `two horses were killed and five wounded`."""
    phrase = count.phrase
    if phrase is None or phrase.counts != BARE or phrase.of or sentence.words[phrase.start - 1 : phrase.start] not in (["and"], [","]):
        return False
    before = [other for other in sentence.phrases if other.end <= phrase.start and phrase.start - other.end <= _NEAR_BEASTS]
    if not before or before[-1].counts != THINGS:
        return False
    return any(bit & HARM for bit in sentence.bits[before[-1].end : phrase.start])


def _somebodys(sentence: Sentence, count: Count, counts: list[Count], lexicon: CasualtyWords) -> bool:
    """Whether the count is one known person (`killed his wife`); beside another count it counts (`and his wife wounded`)."""
    phrase = count.phrase
    if phrase is None or not phrase.implied or not sentence.bits[phrase.start] & POSSESSIVE:
        return False
    if phrase.head >= 0 and sentence.words[phrase.head] in lexicon.only_ones:
        return False
    return not any(other is not count and other.figure[0] < count.figure[0] for other in counts)


_MEXICO = frozenset(("mexico", "mexican", "sinaloa", "guanajuato", "tijuana", "michoacan", "jalisco"))
_CAUSES = frozenset(("when", "after", "because", "during"))


def _causes(sentence: Sentence, count: Count) -> bool:
    """Whether the sentence goes on to say how, in words that speak of no war: it is somebody else's story."""
    return any(word in _CAUSES for word in sentence.words[count.end :])


def _implied(count: Count) -> bool:
    return count.phrase is not None and count.phrase.implied and count.low < _MANY


def _done_by(sentence: Sentence, count: Count) -> bool:
    """Whether something is said to have killed or hurt the people, and no word of war is said of it: `the tram killed four`."""
    verb = count.verb
    return verb is not None and verb.active and sentence.words[max(0, verb.group - 1)] not in _SPEAKERS


def _died_of(sentence: Sentence, count: Count) -> bool:
    """Whether people died of something that is no wound: `42 have died of rabies`."""
    verb = count.verb
    if verb is None or sentence.words[verb.start] not in _DYING or sentence.words[verb.end : verb.end + 1] not in (["of"], ["from"]):
        return False
    return _WOUNDS.isdisjoint(sentence.words[verb.end + 1 : verb.end + 6])


_SPEAKERS = frozenset(("we", "i", "they", "he", "she"))
_DYING = frozenset(("died", "die", "dies", "dying"))
_WOUNDS = frozenset(("wounds", "injuries", "wound", "injury", "shrapnel", "burns", "blood", "gunshot", "torture", "beatings"))
