"""Who acts: the sentence, the phrase, the side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.actors import doer
from stancelint.checks.surroundings import setting_of
from stancelint.text.span import Span


@pytest.mark.parametrize(
    ("sentence", "foretold"),
    [
        ("Kyiv expects Russia to answer with [retaliatory strikes].", True),
        ("Putin ordered the Russian army to answer with [retaliatory strikes].", False),
        ("Observers expect Russia to answer with [retaliatory strikes].", False),
        ("Russia answered with [retaliatory strikes].", False),
    ],
)
def test_what_one_side_expects_of_the_other_is_no_deed_yet(reading_of: Callable[..., Reading], sentence: str, foretold: bool) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    reading = reading_of(plain)
    start = reading.text.index(plain) + sentence.index("[")
    span = Span(start, start + sentence.index("]") - sentence.index("[") - 1)
    found = doer(reading, span, setting_of(reading, span))
    assert found is not None
    assert (found.side, found.foretold) == ("russian", foretold)


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        # subject of an active verb
        ("Russian troops [liberated] Avdiivka.", "russian"),
        ("Ukrainian troops [liberated] Kherson.", "ukrainian"),
        ("The army of Russia [liberated] the town.", "russian"),
        ("After the rain the Ukrainian brigade quickly [liberated] the village.", "ukrainian"),
        # passive: the by-phrase, or nobody
        ("Kherson was [liberated] by Ukrainian marines.", "ukrainian"),
        ("Ukrainian Kherson was [liberated] at noon.", None),
        ("The town has been [liberated] thanks to the Russian Pacific fleet.", "russian"),
        # possessor and adjective
        ("Moscow's [retaliatory strikes] went on.", "russian"),
        ("Ukraine's massive [retaliatory strikes] went on.", "ukrainian"),
        # subject of a clause and of a participle
        ("Russia shelled the port, [liberating] nobody.", "russian"),
        ("Russia launched missiles at Odesa [in retaliation] for the raid.", "russian"),
        ("Moscow hit Kyiv [in response to the attack].", "russian"),
        ("Russian jets rose while Ukrainian gunners fired [in retaliation].", "ukrainian"),
        # what is put first is another's deed
        ("Three days after Ukrainian drones burned a depot, Russia hit the gas fields with [retaliatory strikes].", "russian"),
        ("POLTAVA, 23 October – A day after Ukrainian drones burned a depot, Russia hit back with [retaliatory strikes].", "russian"),
        ("Two nights after Kyiv's drones flew to Engels, Moscow sent its bombers [in retaliation].", "russian"),
        ("As Ukrainian drones burned the terminal, 40 Russian missiles hit Odesa [in retaliation].", "russian"),
        ("After a Russian missile hit Ternopil, Ukraine struck a refinery [in retaliation].", "ukrainian"),
        ("When Russian guns fell silent, the Ukrainian army [liberated] the village.", "ukrainian"),
        ("[Russian troops withdrew, Ukrainian forces liberated] the village.", "ukrainian"),
        ("After a night of Russian drones the mayor spoke of [retaliation].", "russian"),
        # the phrase comes first
        ("[In retaliation] for the raid, Russian missiles hit Odesa.", "russian"),
        ("Missiles fell on Ukraine, [in response to the attacks], Poland sent its jets.", None),
        # what is struck, where nobody is named
        ("The bombardment of Kharkiv was [retaliation] for a fire.", "russian"),
        ("The shelling of Syzran was [retaliation] for a fire.", "ukrainian"),
        ("The shelling of the plant by Kyiv was [retaliation] for a fire.", None),
        ("The strike on Lozova was [retaliation] for a fire.", "russian"),
        # an adverb has a subject before it, or a place
        ("Ukraine [deliberately struck] a clinic.", "ukrainian"),
        ("The attack on Kyiv [deliberately targeted] civilians.", "russian"),
        ("Russia's attack on Kyiv [deliberately targeted] civilians.", "russian"),
        # whoever is expected, wanted or ordered to act
        ("Kyiv expects Russia to be part of [false-flag attacks].", "russian"),
        ("Ukraine braced for Moscow's agents to stage [retaliatory strikes].", "russian"),
        ("Moscow urged the Ukrainian army to hold back its [retaliatory strikes].", "ukrainian"),
        ("Ukraine wants allies to answer with [retaliatory strikes].", "ukrainian"),
        ("Kyiv expects Russia to lose heart while Ukrainian troops [liberated] Kherson.", "ukrainian"),
        # the progressive is no passive
        ("Ukrainian officers were [hiding] in the school.", "ukrainian"),
        # adjectives of place and of stance name no doer
        ("In Russian-occupied Donetsk men [liberated] a goat.", None),
        ("Anti-Russian crowds [liberated] a goat.", None),
        ("Farmers in Peru [liberated] a goat.", None),
    ],
)
def test_the_doer_is_found_where_english_puts_it(reading_of: Callable[..., Reading], sentence: str, side: str | None) -> None:
    plain = sentence.replace("[", "").replace("]", "")
    reading = reading_of(plain)
    start = reading.text.index(plain) + sentence.index("[")
    span = Span(start, start + sentence.index("]") - sentence.index("[") - 1)
    found = doer(reading, span, setting_of(reading, span))
    assert (found.side if found else None) == side
    if found:
        assert reading.text[found.span.start : found.span.end]
