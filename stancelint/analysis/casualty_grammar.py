"""Which counted phrases of a sentence are people harmed: the grammar of `killed`, `left three dead`, `12 died`.

A harming word finds its people by its form: an active verb or participle in the list behind it, a passive, an intransitive
or an adjective in the subject before it. Each phrase is taken once. Subsets and gapping come later (casualty_subsets).
"""

from __future__ import annotations

from stancelint.analysis.casualty_lexicon import INTRANSITIVE, PARTICIPLE, PASSIVE, PAST, STATE_OF, CasualtyWords
from stancelint.analysis.casualty_objects import take_objects
from stancelint.analysis.casualty_subjects import take_subject
from stancelint.analysis.casualty_verbs import Count, Verb, group_of
from stancelint.analysis.counted import Sentence


def read_verbs(sentence: Sentence, verbs: list[Verb], counts: list[Count], lexicon: CasualtyWords) -> None:
    """Let every harming verb and adjective of the sentence take its people."""
    for verb in verbs:
        group_of(sentence, verb)
        adjective = next((p for p in sentence.phrases if p.adjective >= 0 and verb.start <= p.adjective < verb.end), None)
        if adjective is not None:
            if adjective.harm is None and verb.harm.acts in (PAST, STATE_OF):
                count = Count(verb.kind, adjective, adjective.start, adjective.end)
                count.verb = verb
                adjective.harm = verb
                counts.append(count)
            continue
        if not verb.real:
            _spoil(sentence, verb)
            continue
        acts = verb.harm.acts
        if acts in (INTRANSITIVE, STATE_OF, PASSIVE) or (acts == PAST and not verb.active) or (acts == PARTICIPLE and not verb.active):
            take_subject(sentence, verb, counts, lexicon)
        else:
            take_objects(sentence, verb, counts, lexicon)


def _spoil(sentence: Sentence, verb: Verb) -> None:
    """What could be or was not harmed is taken out of everybody's reach."""
    near = sentence.ends_at.get(verb.group) or sentence.starts_at.get(verb.end)
    if near is not None and near.harm is None:
        near.harm = verb
