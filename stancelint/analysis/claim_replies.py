"""Whether a claim is answered: by a reply, by what was found, by a caveat, or by the writer who comes back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import dropwhile

from stancelint.analysis.bearers import RUSSIAN_STATE, PartyLexicon, names_in
from stancelint.analysis.claims_made import asserts, named_sources, start_of
from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.analysis.phrases import holds, words_of
from stancelint.analysis.speakers import OUTLETS
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Attribution
    from stancelint.analysis.reading import Reading
    from stancelint.text.document import Block
    from stancelint.text.span import Span

_GOES_ON = 60  # sentences behind a claim in which its paragraph is looked through: more are no paragraph
_BARE = 10  # words of a sentence that says no and no more
_BEFORE = 6  # words between a word of not and the checking that it negates
_STEM = 5  # letters by which two forms of a word are known for one
_BE = frozenset({"is", "are", "was", "were", "has", "have", "had", "be"})
_AHEAD = frozenset({"will", "would", "shall", "plans", "next"})  # what is to come speaks against no claim
_REPLY = lazy(r"\b(?!Moscow|Russia|Kremlin|Putin|Lavrov|Peskov)[A-Z]\w+['’]s? (?:own |short )?(?:reply|answer|response|retort|rejoinder)\b")
_PUT_TO = lazy(
    r"\b(?:put|puts|relayed|showed|read) (?:that|this|it|the \w+|\w+['’]s \w+) to (?:the )?"
    r"(?!Moscow|Russia|Kremlin|Putin|Lavrov|Peskov|Zakharova|Medvedev|ministry|embassy|consulate)\w"
)
_SPEAKERS = frozenset({"it", "he", "she"})
_JOINED = frozenset({"and", "also"})
_BARE_NO = lazy(
    r"(?:^|[.!?][\"”]?\s|\n)(?:It|They|He|She|There|That|This|Nobody|None)\s(?:(?:was|were|is|are|had|has|have|did|does|do|could|would)\s?(?:not|n['’]t)|"
    r"(?:was|is|were|are)\snothing\sof\sthe\s(?:kind|sort))(?=[,.;:]|\s[—–]|$)"
    r"|(?:^|[.!?]\s|\n)(?:Not so|Not quite|Not according to|Neither is true|Neither was true)\b"
)
_SHOWN = lazy(
    r"\b(?:posted|published|released|shared|showed|shown|shows|filmed|aired)\s(?:an?\s|the\s|its\s|their\s)?(?:\w+\s){0,2}?"
    r"(?:videos?|footage|photos?|photographs?|pictures?|images?|maps?|documents?|recordings?)\b"
)
_THE_PLACE = lazy(r"\b[Tt]he (?:village|town|settlement|island|dam)\b")
_NAME = lazy(r"(?<=\s)[A-Z][a-z]{2,}")
_NOT = frozenset({"no", "not", "n't", "never", "nothing", "nobody", "none"})


def is_answered(reading: Reading, attribution: Attribution, block: Block, reach: Block) -> bool:
    """Whether the words around the claim, to the end of ``reach``, reply to it, check it, or say that nobody could."""
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    own = max((piece.end for piece in attribution.content), default=block.span.start)
    around = _without(reading, attribution, block.span.start, reach.span.end)
    if holds(around, lexicon.answers) or holds(around, lexicon.replies):
        return True
    if _REPLY.search(around) or _PUT_TO.search(around) or _BARE_NO.search(reading.text, own, max(own, reach.span.end)):
        return True
    words = [word for word, _, _ in words_of(around)]
    if _could_not_be_checked(words, lexicon):
        return True
    # after the claim the writer comes back in the same paragraph: `but`, `yet`
    if holds(reading.text[min(own, block.span.end) : block.span.end], lexicon.returns):
        return True
    rest, *behind = _sentences(reading, own, block.span.end) or [""]
    later = dropwhile(lambda said: _goes_on(said, lexicon), behind)
    if any(_was_looked_into(reading, said, lexicon) or _shows(reading, said) for said in (rest, *later)):
        return True
    if _is_set_right(reading, attribution, own, block, lexicon):
        return True
    if reach is block:
        return False
    claim = _matter(reading, attribution, lexicon)
    after = _sentences(reading, reach.span.start, reach.span.end)
    return any(_was_looked_into(reading, said, lexicon) and _takes_up(_without_outlets(reading, said), claim, lexicon) for said in after)


def _is_set_right(reading: Reading, attribution: Attribution, own: int, block: Block, lexicon: ContestLexicon) -> bool:
    """Whether the writer goes on in the claim's own paragraph to a fact that bears on it: a no (`It published no picture`), or a word of
    its matter (`It has been a bus depot since 1958`). What lies ahead, and that somebody said no more, bear on nothing."""
    claim = _matter(reading, attribution, lexicon)
    behind = bisect_right(reading.sentences, own, key=lambda one: one.span.start)
    for sentence in reading.sentences[behind : behind + _GOES_ON]:
        span = sentence.span
        if span.start >= block.span.end:
            return False
        words = [word for word, _, _ in words_of(reading.text[span.start : span.end])]
        if not _AHEAD.isdisjoint(words) or _is_russian(reading, span):
            continue
        refuses = not _NOT.isdisjoint(words) and not holds(" ".join(words), lexicon.reticence)
        if refuses or not claim.isdisjoint(_stems(reading.text[span.start : span.end], lexicon)):
            return True
    return False


def _goes_on(said: str, lexicon: ContestLexicon) -> bool:
    """Whether a sentence right behind the claim is of the same source: `It listed five plants in Kharkiv`, `She also named a foundry`."""
    words = [word for word, _, _ in words_of(said)]
    verb = next((at for at, word in enumerate(words) if at and word not in lexicon.between), 0)
    if not verb or words[0] not in _SPEAKERS or not _NOT.isdisjoint(words):
        return False
    told = lexicon.findings | lexicon.sayings
    if words[verb] not in told:
        return False
    # `It named two hangars and showed film` is all its own; `It said so in Kherson, where investigators found …` is not
    return all(words[at - 1] in _JOINED for at in range(verb + 1, len(words)) if words[at] in told)


def _is_russian(reading: Reading, span: Span) -> bool:
    """Whether the Russian state goes on speaking in the sentence."""
    rows = named_sources(reading)
    low, high = (bisect_left(rows, at, key=lambda row: start_of(row[0])) for at in (span.start, span.end))
    said = [who for attribution, who in rows[low:high] if asserts(reading, attribution)]
    return bool(said) and all(found.russian_state for who in said for found in who)


def _shows(reading: Reading, said: str) -> bool:
    """Whether the other side shows something: `Ukraine's 36th brigade posted a video from the square`."""
    sides = reading.knowledge.lexicon(PartyLexicon).sides
    match = _SHOWN.search(said)
    return match is not None and any(sides.get(word) == "ukrainian-official" for word, _, _ in words_of(said[: match.start()]))


def speaks_of_it(reading: Reading, attribution: Attribution, reach: Block) -> bool:
    """Whether a later paragraph takes up the claim: by a word of its matter, or by a no that says no more (`there was none`).

    Another matter is no reply, whatever it denies: `she does not miss it`."""
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    claim = _matter(reading, attribution, lexicon)
    sides = reading.knowledge.lexicon(PartyLexicon).sides
    named = any(_NAME.search(reading.text, piece.start + 1, piece.end) for piece in attribution.content)
    sentences = _sentences(reading, reach.span.start, reach.span.end)
    if sentences and _is_of_the_strike(reading, attribution, sentences[0], lexicon):
        return True
    for said in sentences:
        if not claim.isdisjoint(_stems(_without_outlets(reading, said), lexicon)) or (named and _THE_PLACE.search(said)):
            return True
        words = [word for word, _, _ in words_of(said)]
        if _is_bare_no(words, lexicon) and not any(sides.get(word) in RUSSIAN_STATE for word in words):
            return True
    return False


def _is_of_the_strike(reading: Reading, attribution: Attribution, said: str, lexicon: ContestLexicon) -> bool:
    """Whether claim and sentence both tell of a strike, and the sentence of no other: `a drone plant was struck`, and right behind it
    `the missiles fell on a furniture workshop`."""
    words = {word for word, _, _ in words_of(said)}
    claimed = {word for piece in attribution.content for word, _, _ in words_of(reading.text[piece.start : piece.end])}
    return not lexicon.deeds.isdisjoint(words) and not lexicon.deeds.isdisjoint(claimed) and lexicon.another.isdisjoint(words)


def _without_outlets(reading: Reading, said: str) -> str:
    """A sentence without the names of outlets: the Associated Press says nothing of pressure."""
    for start, end, source in reversed(names_in(reading.registry, said, in_context=True)):
        if source.source_class in OUTLETS:
            said = f"{said[:start]} {said[end:]}"
    return said


def _matter(reading: Reading, attribution: Attribution, lexicon: ContestLexicon) -> set[str]:
    return {stem for piece in attribution.content for stem in _stems(reading.text[piece.start : piece.end], lexicon)}


def _takes_up(said: str, claim: set[str], lexicon: ContestLexicon) -> bool:
    """Whether what somebody found is about the claim: by a word of its matter, or by one that points to it (`prams there`)."""
    return not claim.isdisjoint(_stems(said, lexicon)) or _points_back([word for word, _, _ in words_of(said)], lexicon)


def _is_bare_no(words: list[str], lexicon: ContestLexicon) -> bool:
    """Whether a sentence denies what was said before it: `there was none`, `it had not`, `nobody was there`, `no such order`."""
    if _NOT.isdisjoint(words):
        return False
    return (words[-1] in _NOT and len(words) <= _BARE) or _points_back(words, lexicon)


def _points_back(words: list[str], lexicon: ContestLexicon) -> bool:
    """Whether a word points to what was said before it; the `there` of `there were trams` names no place."""
    following = [*words[1:], ""]
    return any(word in lexicon.pointers and not (word == "there" and after in _BE) for word, after in zip(words, following, strict=True))


def describes(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source's words only tell what a thing is, in the writer's own sentence: `a building in which the ministry says …`."""
    before = reading.folded[max(0, start_of(attribution) - 24) : start_of(attribution)].split()
    if before and before[-1] == "the":
        before.pop()
    return len(before) > 1 and before[-1] == "which" and before[-2] in ("in", "by", "for", "at", "on", "to", "from", "with", "through")


def _without(reading: Reading, attribution: Attribution, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` that are not the claim's own: a denial is no answer to itself."""
    kept, at = [], start
    for piece in sorted((*attribution.content, *attribution.cue)):
        if at < piece.start:
            kept.append(reading.text[at : min(piece.start, end)])
        at = max(at, piece.end)
    kept.append(reading.text[min(at, end) : end])
    return " . ".join(kept)


def _sentences(reading: Reading, start: int, end: int) -> list[str]:
    found = [sentence.span for sentence in reading.sentences if start <= sentence.span.end and sentence.span.start < end]
    return [reading.text[max(start, span.start) : span.end] for span in found]


def _stems(text: str, lexicon: ContestLexicon) -> set[str]:
    words = (word.removesuffix("'s") for word, _, _ in words_of(text))
    return {_singular(word)[:_STEM] for word in words if len(word) > 3 and word not in lexicon.faint}


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _could_not_be_checked(words: list[str], lexicon: ContestLexicon) -> bool:
    return any(
        word in lexicon.unchecked and any(other in lexicon.not_words for other in words[max(0, at - _BEFORE) : at])
        for at, word in enumerate(words)
    )


def _was_looked_into(reading: Reading, said: str, lexicon: ContestLexicon) -> bool:
    """`Investigators found eleven cells there`: a finding, and somebody beside the Russian state who made it."""
    words = [word for word, _, _ in words_of(said)]
    if not any(word in lexicon.findings for word in words):
        return False
    if any(word in lexicon.lookers for word in words):
        return True
    parties = reading.knowledge.lexicon(PartyLexicon)
    if any(parties.sides.get(word) == "ukrainian-official" for word in words):
        return True
    return any(source.source_class not in RUSSIAN_STATE for _, _, source in names_in(reading.registry, said))
