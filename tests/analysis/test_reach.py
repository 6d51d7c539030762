"""How far a source's words reach inside a sentence: the sentence, the words asked about, and whose they are."""

from __future__ import annotations

import pytest

from stancelint.analysis.short_forms import abbreviates
from tests.analysis.hearing import reading_of, whose

BUT_THAT = [
    ("Peskov said the door was open, but that [[Kyiv would not come in]].", "Peskov"),
    ("Peskov said the offer stood, but that [[the aims of it would be met]].", "Peskov"),
    ("Peskov told reporters the talks had failed, but that in the end [[nobody would be blamed]].", "Peskov"),
    ("He explained that the two had been close, but that ultimately [[she had let herself be led]].", "He"),
    ("Peskov said that the road was closed, but that [[it would open]].", "Peskov"),
    ("Peskov said the door was open, but that was before [[the hotel was struck]].", "own"),
    ("Peskov said the door was open, but that call [[came late]].", "own"),
    ("Peskov said the door was open, but that never [[stopped the shelling]].", "own"),
    ("Peskov said the door was open, but [[Kyiv would not come in]].", "own"),
]

WHAT_HAPPENED = [
    ("Several grave events suggest that [[the regime fell]].", "own"),
    ("The attack on the bridge shows that [[the regime is desperate]].", "own"),
    ("The history of the town proves that [[it was never theirs]].", "own"),
    ("The survivors of the attack said that [[the regime had shelled them]].", "The survivors of the attack"),
    ("A historian of the war says that [[it was a coup]].", "A historian of the war"),
    ("[[The regime]], so Lavrov claims, is finished.", "Lavrov"),
    ("The talks failed, so Lavrov said [[the regime was finished]].", "Lavrov"),
]

WHOSE_VIEW = [
    ("Her thesis is that [[the alliance provoked it]].", "Her"),
    ("Lavrov's argument has always been that [[the alliance provoked it]].", "Lavrov"),
    ("Her argument: [[the alliance provoked it]].", "Her"),
    ("The argument is that [[the alliance provoked it]].", "own"),
    ("My view is that [[the alliance provoked it]].", "own"),
    ("The aim, as Lavrov said, is [[to shield the people]].", "Lavrov"),
    ("The agency, whose men live there, said [[the pumps had failed]].", "The agency, whose men live there"),
    ("Foreign volunteers now [[make up two platoons]].", "own"),
    ("A driver volunteered that [[the bridge was mined]].", "A driver"),
    ("The deputy, whose claim to fame was [[helping the region reunify]], laughed.", "own"),
    ("The city, which Moscow claims [[in its constitution]] and has never entered, is full.", "own"),
    ("Moscow claims in its daily briefing that [[the city is taken]].", "Moscow"),
    ("[[The road was ready]] until the mayor came, Lavrov likes to say.", "Lavrov"),
    ("[[The road]], Lavrov continued to insist, was empty.", "Lavrov"),
    ("Putin holds that [[Lenin drew the border]].", "Putin"),
    (
        "Mediazona, which works on it with the BBC Russian Service, said that [[the number was higher]].",
        "Mediazona, which works on it with the BBC Russian Service",
    ),
    ("The council said that the toll had risen, while [[43 had been reported missing]].", "The council"),
    ("The council said that the toll had risen, while [[the mayor was away]].", "own"),
    ("According to the police, strikes killed eight, counting one girl, and [[injured 45 others]].", "the police"),
    ("[[Road closed]] in Kyiv, government claims.", "government"),
    ("He brought names, photographs and, where [[families had them]], dental records.", "own"),
    ("The brigade held that [[hill for a week]] and lost it.", "own"),
    ("In the senator's telling, [[the alliance provoked it]].", "the senator"),
    ("If Lavrov is to be believed, [[the alliance provoked it]].", "Lavrov"),
    ("If you believe Lavrov, [[the alliance provoked it]].", "Lavrov"),
    ("If you believe in peace, [[the alliance is in your way]].", "own"),
    ("If the truth is to be believed, [[the alliance provoked it]].", "own"),
    ("To hear the senator tell it, [[the alliance provoked it]].", "the senator"),
    ("In my view, [[the alliance provoked it]].", "own"),
    ("[[The strike was a success]], the statement read.", "the statement"),
]

SHORT_FORMS = [
    ("[[A bus was struck]] in the Luhansk People's Republic (LPR).", "own"),
    ("[[A bus was struck]] in the Lugansk People's Republic (LNR).", "own"),
    ("[[The siege was shown]] on the British Broadcasting Corporation (BBC).", "own"),
    ("[[The siege was lifted]] (BBC).", "BBC"),
    ("[[A bus was struck]] in the Luhansk People's Republic (TASS).", "TASS"),
]

TO_WHAT_END = [
    ("Putin quoted the Bible to defend [[the operation in Ukraine]].", "own"),
    ("Putin cited a poll to justify [[the operation]].", "own"),
    ("Putin cited the need to defend [[the people of the town]].", "Putin"),
    ("Putin cited [[the operation's aims]].", "Putin"),
]


@pytest.mark.parametrize(("case", "verdict"), [*BUT_THAT, *WHAT_HAPPENED, *WHOSE_VIEW, *SHORT_FORMS, *TO_WHAT_END])
def test_how_far_it_reaches(case: str, verdict: str) -> None:
    assert " ".join(whose(case)) == verdict


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("the Organization for Security and Co-operation in Europe (OSCE)", True),
        ("the Joint Centre (JC)", True),
        ("shelling near Avdiivka (AP)", False),
        ("the Lugansk People's Republic (Reuters)", False),
        ("the mayor of Kyiv, Vitali Klitschko (UP)", False),
        ("(AP)", False),
    ],
)
def test_a_short_form_stands_for_the_name_before_it(words: str, stands: bool) -> None:
    opening = words.index("(")
    assert abbreviates(words, opening, words[opening + 1 : -1]) is stands


def test_a_purpose_is_left_out_only_behind_a_quoting_verb() -> None:
    reading = reading_of("A day of talk\n\nThe senator urged Kyiv to defend the town.")
    first = reading.attributions[0]
    assert reading.text[first.content[0].start : first.content[0].end] == "Kyiv to defend the town"
