"""How a writer keeps words at arm's length: the sentence, and what takes the phrase back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.distance import distance
from stancelint.checks.signature import signature
from stancelint.checks.surroundings import setting_of
from stancelint.text.span import Span

if TYPE_CHECKING:
    from stancelint.checks.distance import Distance


def spot(reading: Reading, sentence: str) -> Span:
    start = reading.text.index(sentence.replace("[", "").replace("]", "")) + sentence.index("[")
    return Span(start, start + sentence.index("]") - sentence.index("[") - 1)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("rejected", "There is no evidence of a [coup] in Kyiv."),
        ("rejected", "The false claim of [biolabs] spread fast."),
        ("rejected", "It was never a [civil war]."),
        ("rejected", "There were no [biolabs]."),
        ("rejected", "Invented threats such as [biolabs] were given as reasons."),
        ("rejected", "Made-up threats such as the existence of [biolabs] in Ukraine were its reasons."),
        ("claimed", "They share the belief that Ukraine is no democracy but a project, with leaders brought in by a [coup]."),
        ("rejected", "Biden rejected the story of a [junta] in Kyiv."),
        ("rejected", "Biden rejected the accusation he was fighting a [proxy war]."),
        ("rejected", "The article misrepresents a report on [neo-Nazis] in the army."),
        ("rejected", "The [genocide in Donbas] was used as a pretext."),
        ("claimed", "The alleged existence of [biolabs] filled the evening news."),
        ("rejected", "Even the [denazification] is bogus."),
        ("rejected", "The court dismissed the story of a [genocide in Donbas]."),
        ("rejected", "The [genocide in Donbas] was a myth."),
        ("rejected", "The invasion began under the pretext of [denazification]."),
        ("mentioned", "The word [junta] was on every poster."),
        ("mentioned", "Editors avoid calling the war a [special military operation]."),
        ("mentioned", "It is known as the [Crimean Spring]."),
        ("claimed", "The claim that [Crimea was always Russian] ignores the khanate."),
        ("mentioned", "The [biolab] conspiracy theory spread fast."),
        ("mentioned", "The speech compared the [Kyiv regime] to a gang."),
        ("viewed", "The contract that the club signed obliges them to visit [participants of the special military operation]."),
        ("viewed", "The oath that the cadets swear binds them to the [heroes of the special military operation]."),
        ("viewed", "A leaflet handed out in Melitopol promises work to [veterans of the special military operation]."),
        ("viewed", "The questionnaire asks whether they have met [participants of the special military operation]."),
        ("viewed", "Invitations went out; the invitation asks guests to honour [heroes of the special military operation]."),
        ("viewed", "Moscow's stated aim, the [denazification of Ukraine], was never defined."),
        ("viewed", "In the Kremlin's view the [Kyiv regime] must go."),
        ("viewed", "For Moscow, the [Kyiv regime] must go."),
        ("viewed", "It is a pro-Kremlin narrative about the West waging a [proxy war] on Russia."),
        ("viewed", "Putin justified the invasion with the need to [denazify Ukraine]."),
        ("viewed", "Officials go on to promote the idea of [Russia's historic lands]."),
        ("viewed", "Moscow has long objected to [NATO's expansion] to its borders."),
        ("claimed", "He was sentenced to nine years for being a [mercenary]."),
        ("rejected", "Claim: the [Kyiv regime] sold a lake."),
        ("viewed", "A Russian law on the [special military operation] jailed her for a leaflet."),
        ("viewed", "On Russian television the [Kyiv regime] loses daily."),
        ("viewed", "In the schoolbook the [reunification] of 2014 takes two pages."),
        ("viewed", "For the propagandist, the [Kyiv regime] is always about to fall."),
        ("rejected", "The [genocide in Donbas] is the oldest of these stories."),
        ("rejected", "The [biolabs] were among the oldest myths."),
        ("rejected", "Myth 3: the [Kyiv regime] sold a lake."),
        ("rejected", "Nobody believes that the [Kyiv regime] sold a lake."),
        ("viewed", "To Solovyov's viewers the [Kyiv regime] is about to fall."),
        ("rejected", "Disinformation case: the [Kyiv regime] sold a lake."),
        ("claimed", "The claim, first made by Kirillov, that [biolabs] bred mosquitoes was dismissed."),
        ("mentioned", "“[Kyiv regime]” is the ministry's favourite phrase."),
        ("mentioned", "“[Russophobia]”, a book by a Swiss author, sold well."),
        ("distanced", "The so-called [people's militia] fled."),
        ("distanced", "The self-proclaimed, unrecognised [DPR] fell."),
        ("distanced", "The [Kyiv regime], as Moscow calls it, was elected."),
        ("named", "The United [Liberation] Front won two seats."),
        ("named", "The [Liberation] Army of the valley disbanded."),
        ("named", "He was made a Hero of the [Donetsk People's Republic]."),
        ("named", "She wears the Medal for the [Liberation of the Valley]."),
    ],
)
def test_words_at_a_distance(reading_of: Callable[..., Reading], kind: Distance, sentence: str) -> None:
    reading = reading_of(sentence.replace("[", "").replace("]", ""))
    span = spot(reading, sentence)
    step = distance(reading, span, setting_of(reading, span), kind)
    assert step is not None
    assert step.span is not None


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("rejected", "There is not only a [junta] but a parade."),
        ("rejected", "He denied the theft; the [junta] stayed."),
        ("rejected", "Nobody was hurt when the [junta] marched in."),
        ("rejected", "There is no doubt that the [Kyiv regime] will fall."),
        ("rejected", "Under the guise of exports the [Kyiv regime] smuggles."),
        ("rejected", "The myth of progress died with the [coup]."),
        ("rejected", "Despite the false claims of the press, the [liberation] went on."),
        ("rejected", "Moscow turned a deaf ear and rejected the demands of the [junta]."),
        ("rejected", "The vote contradicts the interests of its [puppets in Kyiv]."),
        ("rejected", "Biden rejected the plan, for he was fighting a [proxy war]."),
        ("viewed", "Russian troops justified their name by the [liberation] of the town."),
        ("claimed", "He left with the belief that it would end, but the [Kyiv regime] stayed."),
        ("viewed", "The contract ran out, and the coach asks [participants of the special military operation] to visit."),
        ("viewed", "The textbook was late; pupils were told to honour [heroes of the special military operation]."),
        ("claimed", "Accused of theft, the [Kyiv regime] fell."),
        ("distanced", "The news was invented by the [Kyiv regime]."),
        ("mentioned", "Moscow called on the [Kyiv regime] to surrender."),
        ("mentioned", "The [Kyiv regime]'s accusations were loud."),
        ("mentioned", "The [Kyiv regime] claims two villages."),
        ("distanced", "The so-called reform, a bill of forty pages, helped the [junta] along."),
        ("viewed", "It was a victory for Moscow, the [Kyiv regime] knew."),
        ("viewed", "Behind the Russian front line the [Kyiv regime] has friends."),
        ("named", "The [liberation] army of ants marched on."),
        ("named", "He was a hero of the [Donetsk People's Republic]."),
        ("named", "The Head of the [Donetsk People's Republic] resigned."),
        ("named", "She wears the Medal for the [liberation] of the valley."),
    ],
)
def test_words_in_the_writers_own_voice(reading_of: Callable[..., Reading], kind: Distance, sentence: str) -> None:
    reading = reading_of(sentence.replace("[", "").replace("]", ""))
    span = spot(reading, sentence)
    assert distance(reading, span, setting_of(reading, span), kind) is None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The talks with the [Kyiv regime] have stalled — Lavrov.", "Lavrov"),
        ("The talks with the [Kyiv regime] have stalled – presidential envoy.", "presidential envoy"),
        ("”The talks with the [Kyiv regime] have stalled”- Foreign Ministry", "Foreign Ministry"),
        ("The talks with the [Kyiv regime] have stalled. (Reuters)", "Reuters"),
        ("The talks with the [Kyiv regime] have stalled (AFP, BBC News).", "AFP, BBC News"),
        ("The talks with the [Kyiv regime] have stalled, - he said.", "he"),
        ("The talks with the [Kyiv regime] have stalled, informs TASS.", "TASS"),
        ("This was stated by Peskov: the [Kyiv regime] has stalled.", "Peskov"),
        ("Top diplomat: the [Kyiv regime] has stalled.", "Top diplomat"),
        ("💬 #lavrov : ❗ the [kyiv regime] has stalled", "#lavrov "),
        ("💬 Sergey #Lavrov: The [Kyiv regime] has stalled.", "Sergey #Lavrov"),
        ("#StopNazism: the [Kyiv regime] has stalled.", None),
        ("RT @mfa_russia: 💬 Zakharova: The [Kyiv regime] has stalled.", "RT @mfa_russia"),
        ("via TASS: [Kyiv regime] has stalled", "TASS"),
        ("Lavrov at the UN: the [Kyiv regime] has stalled.", "Lavrov at the UN"),
        ("Statement by Sergey Lavrov: the [Kyiv regime] has stalled.", "Statement by Sergey Lavrov"),
        ("Vladimir Putin: Good evening. The [Kyiv regime] has stalled.", "Vladimir Putin"),
        ("Reuters: Good evening. The [Kyiv regime] has stalled.", None),
        ("Talks in Istanbul: the [Kyiv regime] has stalled.", None),
        ("[Kyiv regime] has stalled the talks: Peskov", "Peskov"),
        ("The [Kyiv regime] has stalled the talks: again", None),
        ("We will go on. The [Kyiv regime] has stalled,” Lavrov said.", "Lavrov"),
        ("The [Kyiv regime] has stalled,” said Lavrov.", "Lavrov"),
        ("The [Kyiv regime] has stalled. “We are tired,” Lavrov said.", None),
        ("Peskov, asked about talks: “The [Kyiv regime] has stalled.”", "Peskov"),
        ("March 2022: at a forum, stated that the [Kyiv regime] had stalled.", "stated"),
        ("In June, publicly declared on air that the [Kyiv regime] had stalled.", "declared"),
        ("Stated that the talks had failed, but the [Kyiv regime] stayed.", None),
        ("In June, took part in a rally against the [Kyiv regime].", None),
        ("The talks were held in the [Donetsk People's Republic] (DPR).", None),
        ("Medvedev: the [Kyiv regime] has stalled.", "Medvedev"),
        ("Hungary's Orbán: the [Kyiv regime] has stalled.", "Hungary's Orbán"),
        ("Pro-Kremlin TV: the [Kyiv regime] has stalled.", "Pro-Kremlin TV"),
        ("Trump and the war: the [Kyiv regime] has stalled.", None),
        ("Free press: the [Kyiv regime] has stalled.", None),
        ("Update: the [Kyiv regime] has stalled.", None),
        ("The talks with the [Kyiv regime] have stalled — expert.", None),
        ("The talks with the [Kyiv regime] have stalled — media.", None),
        ("The talks with the [Kyiv regime] have stalled — and nobody is surprised.", None),
        ("The talks with the [Kyiv regime] (DPR) have stalled.", None),
        ("One thing is gone from the [Kyiv regime]: hope.", None),
    ],
)
def test_a_sentence_may_be_signed(reading_of: Callable[..., Reading], sentence: str, who: str | None) -> None:
    reading = reading_of(sentence.replace("[", "").replace("]", ""))
    span = spot(reading, sentence)
    found = signature(reading, span, setting_of(reading, span))
    assert (reading.text[found.start : found.end] if found else None) == who
