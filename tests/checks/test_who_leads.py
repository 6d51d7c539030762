"""Who speaks first, and whether a Russian-state claim opens, goes unanswered, or takes the draft over."""

from __future__ import annotations

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.lead import LeadCheck
from stancelint.checks.state_claim import StateClaimCheck
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from stancelint.text.span import Span

RULES = resolve(None)


def reading(text: str) -> Reading:
    return Reading(read(text.encode(), "draft.txt"), RULES.knowledge, RULES.terms)


def first(text: str) -> str | None:
    draft = reading(text)
    for match in LeadCheck().find(draft):
        assert isinstance(match.place, Span)
        return draft.text[match.place.start : match.place.end]
    return None


def strikes(fault: str, text: str) -> bool:
    return bool(list(StateClaimCheck(fault).find(reading(text))))  # type: ignore[arg-type]


HEAD = "Night over Sumy\nThe trams stopped at nine.\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("OSINTdefender reported that two shells had landed. Reuters said that the road was closed.", "OSINTdefender"),
        ("Nine houses burned, Al Jazeera reported.", "Al Jazeera"),
        ("The talks would go on, Peskov told Reuters. Kyiv said that there were none.", "Peskov"),
        ("An EU diplomat told Al Jazeera that the cap would fall. Reuters counted nine tankers.", "An EU diplomat"),
        ("The Kremlin said that the talks would go on. Kyiv said that there were none.", "The Kremlin"),
        ("Neighbours said that nobody slept. Nine houses burned, Al Jazeera reported.", "Al Jazeera"),
    ],
)
def test_the_wrong_one_speaks_first(body: str, expected: str) -> None:
    assert first(HEAD + body + "\n") == expected


def test_a_person_of_whom_nobody_knows_the_class_may_lead() -> None:
    assert first(HEAD + "Tetiana Shapoval said that nobody slept. Nine houses burned, Al Jazeera reported.\n") is None
    assert first(HEAD + "Nine are dead, the city and the UN monitors say. Reuters counted nine.\n") is None
    assert first(HEAD + "Nine are dead, the UN monitors say. Reuters counted nine.\n") == "the UN monitors"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("OSINTdefender reported that two shells had landed. Reuters said that the road was closed.", "OSINTdefender: "),
        ("A Turkish official said that the cap would fall. Reuters counted nine tankers.", "its class is "),
    ],
)
def test_the_evidence_says_why_it_may_not_lead_and_where_one_that_may_stands(body: str, why: str) -> None:
    draft = reading(HEAD + body + "\n")
    (match,) = LeadCheck().find(draft)
    reason, policy, *further = match.notes
    assert reason.message.startswith(why)
    assert policy.message.startswith("the policy lets lead: ")
    assert [draft.text[note.place.start : note.place.end] for note in further if note.place is not None] == ["Reuters"]


@pytest.mark.parametrize(
    "body",
    [
        "Reuters said that the road was closed. OSINTdefender reported explosions.",
        "Ukraine's air force said that it had shot down forty drones.",
        "Kyiv says that the talks go on.",
        "Residents said that they had heard nothing. Suspilne reported nine explosions.",
        "Explosions were reported overnight. The regional governor, Oleh Hryhorov, said that nobody was hurt.",
        "Ukrainian officials said that nobody was hurt. OSINTdefender posted a map.",
        "Nobody said anything.",
        "Suspilne said that the road was closed.",
        "The cap will fall in March, three EU diplomats told Reuters on Monday.",
        "A European Commission spokesperson told the Associated Press that the list was ready.",
        "An IAEA inspector told Ukrinform that the pond had fallen. Al Jazeera reported twelve.",
        "Ukraine's commissioner for sanctions says that insurers matter more than ships. Brussels said so too.",
    ],
)
def test_one_of_those_that_may_lead_speaks_first(body: str) -> None:
    assert first(HEAD + body + "\n") is None


def test_a_source_in_the_list_is_not_cited_by_it() -> None:
    assert (
        first(HEAD + "The road was closed.\n\nWire provenance\n- OSINTdefender: https://x.com/sentdefender/status/2021500000000000000\n")
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kremlin: the talks go on\nKyiv knows of none.\n\nReuters said that the hall was empty.\n",
        "Peskov says talks go on\nThe hall is empty.\n\nReuters said that the hall was empty.\n",
        HEAD + "The talks go on, TASS reported.\n\nReuters said that the hall was empty.\n",
        HEAD + "Reuters, citing Russia's Defence Ministry, reported a hit on a depot.\n\nSuspilne said otherwise.\n",
        HEAD + "Russia denies that its guns fired. The Kremlin said the same.\n",
        HEAD + "Nine drones were shot down over the Samara region, the regional governor, Ivan Bily, wrote.\n\nReuters saw two.\n",
        HEAD + "The Rostov region's head said that nothing had burned. Reuters saw two fires.\n",
        HEAD + "In Syzran the mayor said that nothing had burned. Reuters saw two fires.\n",
        HEAD + "The plant at Perm works as it did, the region's governor said. Reuters saw smoke.\n",
        HEAD + "The Tatarstan press service said that the plant worked. Reuters saw smoke.\n",
    ],
)
def test_a_russian_state_claim_opens_the_draft(text: str) -> None:
    assert strikes("leads", text)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Reuters said that the hall was empty. The Kremlin said that talks went on.\n",
        "Kremlin's claim of talks is false\nThe hall is empty.\n\nReuters said that the hall was empty.\n",
        HEAD + "One paragraph.\n\nAnother.\n\nThe Kremlin said that talks went on. Kyiv said that there were none.\n",
        HEAD + "Putin ordered a new levy on Monday, a decree showed.\n",
        HEAD + "Russia acknowledged that its missile had hit the clinic.\n",
        HEAD + "Mediazona reported that the list had grown.\n",
        HEAD + "Shells fired from the Belgorod region hit Vovchansk, the regional governor said.\n",
        HEAD + "Missiles flew in from the Bryansk region, the regional governor said.\n",
        HEAD + "Nine shells fell on Nikopol, the regional governor said.\n",
    ],
)
def test_what_is_no_claim_or_does_not_open(text: str) -> None:
    assert not strikes("leads", text)


BEFORE = HEAD + "Reuters said that the hall was empty.\n\n"


@pytest.mark.parametrize(
    "after",
    [
        "Russia's Defence Ministry said that it had hit a depot.\n",
        "Russia's Defence Ministry said that it had hit a depot.\n\nThe river was calm.\n",
        "The Kremlin said that the talks went on.\n\nThe river was calm.\n\nKyiv said that there were none.\n",
        "Russia's Defence Ministry said that it had hit a depot.\n\nThe mayor of Lviv said that a choir would sing on Sunday.\n",
        "TASS reported that a depot burned.\n\nReuters said that the price of grain had risen in Chicago.\n",
        "The Kremlin said that the measures would rebound on those who wrote them.\n\nThe river was calm.\n",
        "Mobile guns had been in the yard, TASS reported.\n\nWhat remains contested\n\nKyiv denies it.\n",
        # what is to come, that somebody says no more, and a no about other things
        "Russia's Defence Ministry said that it had hit a depot. A new depot will open next week.\n",
        "Peskov told reporters that fuel was plentiful. He did not elaborate.\n",
        "Russia's army said that 400 soldiers had fallen.\n\nThe hall has been shut since May, and the railway brings nobody.\n",
        # a word of not, or of finding, that speaks of something else
        "Russia's Defence Ministry said that it had taken the station.\n\nA dentist told Reuters she had not filled a tooth since May.\n",
        "The Kremlin said that the silos held rockets.\n\nSuspilne's reporter found the market full. The mayor said eggs were cheap.\n",
        "TASS reported that a depot burned.\n\nThe governor said that there were no trams on Sunday.\n",
        "The Kremlin said that it would never strike a school.\n\nThe river was calm.\n",
        "The Kremlin said that Ukraine would attack the plant.\n\nThe river was calm.\n",
        "The Kremlin said that Kyiv had yielded to pressure.\n\nTea came at six, an Associated Press reporter in the lobby observed.\n",
        "The Kremlin said that Kyiv had broken off the talks.\n\nReuters saw nobody at the ferry. The port said that it would run.\n",
    ],
)
def test_a_claim_that_nobody_answers(after: str) -> None:
    assert strikes("unanswered", BEFORE + after)


@pytest.mark.parametrize(
    "paragraph",
    [
        # who carries a claim says no more than that it was made
        "The Russian Defence Ministry said that all drones were sunk, Reuters reported.",
        "On Tuesday the Kremlin said that the drills were routine, according to AFP.",
        "The Northern Fleet said its divers had found nothing, Interfax wrote.",
        # its own further words are no finding of anybody else
        "The Russian Defence Ministry said its forces had hit arms plants. It listed five in Kharkiv and Poltava.",
        "Putin told a forum that the army was advancing everywhere, Bloomberg reported.",
        "Moscow said the plant repaired tanks. It also identified a foundry in Sumy as a target.",
        "The Russian ministry said its pilots had struck an arsenal. It described two hangars in Lutsk and showed film of one.",
    ],
)
def test_a_claim_that_is_only_carried_or_gone_on_with(paragraph: str) -> None:
    assert strikes("unanswered", f"{BEFORE}{paragraph}\n\nThe trams ran again at noon.\n")


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Kremlin said that the drills were routine, but residents had fled the village, AFP reported.",
        "Peskov said that the drills were routine, Reuters reported, adding that its reporter saw none.",
        "Moscow's embassy in Warsaw said it knew of no drone. PAP put that to the prosecutor. She said that it had shown no passport.",
        "Moscow said no shell had crossed. Suspilne relayed that to the ferryman, Petro Hul. He held up the fin of one.",
        "Moscow said its men were back. Both governments gave the same figure.",
        "Moscow says it will guarantee rights. It said as much in Kherson, where investigators found eleven cells.",
        # a man who writes about an army does not speak for the state
        "A battalion was pulled out, ISW writes, quoting a Russian military blogger who serves nearby.",
        "Russian military analysts wrote that the bridge could not take tanks.",
    ],
)
def test_a_claim_that_is_answered_or_none_of_the_states(paragraph: str) -> None:
    assert not strikes("unanswered", f"{BEFORE}{paragraph}\n\nThe trams ran again at noon.\n")


@pytest.mark.parametrize(
    "after",
    [
        "Russia's Defence Ministry said that it had hit a depot. Kyiv denied it.\n",
        "Russia said that its delegation would travel on Monday.\n\nThe river was calm.\n",
        "Russia said that it would boycott the session.\n\nThe river was calm.\n",
        "Russia's army says it has taken Hola Dolyna. Ukraine's 36th brigade posted a video from the square.\n",
        "Russia's army says it has taken Hola Dolyna.\n\nUkraine's General Staff reported nine assaults on the village that day.\n",
        "The fire was out by morning, the Kremlin said.\n\nIt was not, in pictures that a satellite took at ten.\n",
        "The Kremlin said that the bridge stood.\n\nIt does not. Two spans are in the river.\n",
        "The Kremlin said that the lists had been handed over. They had not, by Suspilne's count.\n",
        "The Kremlin said that the port worked.\n\nNot so, by what Reuters saw from the quay.\n",
        "Russia's Defence Ministry said that it had hit a depot.\n\nThe State Emergency Service said that there was none.\n",
        "Russia's Defence Ministry said, without offering evidence, that it had hit a depot.\n",
        "Russia's Defence Ministry said that it had hit a depot. The claim could not be verified.\n",
        "Russia's Defence Ministry said that it had hit a depot, but the yard holds garages.\n",
        "Russia's Defence Ministry said that it had hit a depot. Satellite images show garages.\n",
        "Suspilne reported nine houses; Russia's Defence Ministry said that it had hit a depot.\n",
        "Russia's Defence Ministry acknowledged that it had lost a jet.\n",
        "Putin vowed that the levy would go on.\n",
        "Russia's Defence Ministry said that it had hit a depot. The mayor answered that the yard had been empty for years.\n",
        "Russia's Defence Ministry said that it had hit a depot. Nobody independent was able to check the claim.\n",
        "The Kremlin said that the yard was a barracks. Investigators from Reuters found prams there.\n",
        "The Kremlin said that fuel was plentiful. The queues tell another story.\n",
        "Nebenzya told the council that the victims were actors.\n\nFrance's ambassador asked him to name one.\n",
        "It stood by a hall in which the Russian ministry says soldiers slept.\n",
        "TASS reported that a depot burned.\n\nSuspilne said that the depot had stood empty.\n",
        "TASS reported that a depot burned.\n\nThe mayor of Sumy said that it had not.\n",
        "The Kremlin said that lists had been handed over.\n\nUkraine's Coordination Headquarters said that no list had come.\n",
        "Russia's army said that soldiers slept in the hall.\n\nNobody has lived there since spring, the mayor told Suspilne.\n",
        "TASS reported that an order had been given.\n\nUkraine's general staff said that it knew of no such paper.\n",
        "The Kremlin said that Kyiv had no wish to talk. Ukraine took five invitations of six, by the Swiss foreign ministry's count.\n",
        "TASS reported that the price had held. The European Commission's own review puts the loss at 19 per cent.\n",
        "Russia's Defence Ministry said that it had hit a drone workshop. The agency saw buses, a canteen and a repair pit.\n",
        "Moscow insisted the depot was a military target. It has been a bus depot since 1958.\n",
        "Russia's Defence Ministry said that it had downed 90 drones. It published no pictures.\n",
        "Russia's Defence Ministry says the depot stored missiles, a claim for which it has shown nothing.\n",
        "Russia's Defence Ministry says the depot stored missiles. Neighbours describe a bus park.\n",
        "Russia's Defence Ministry said it had hit an airfield. The nearest airfield is 40 kilometres away.\n",
        "Moscow claimed the depot was a military target. Western officials doubt it.\n",
        "Medinsky said that there had been no break. Umerov's reply, as his deputy gave it, was that lunch had been cold.\n",
        "Umerov and Medinsky said that the lists had been exchanged.\n",
        "He was led by a Russian ministry's officer, who has said so himself.\n",
        "The Russian framing, circulated through TASS, casts the strike as retaliation. That framing is partial.\n",
    ],
)
def test_a_claim_with_a_reply_a_check_or_a_caveat(after: str) -> None:
    assert not strikes("unanswered", BEFORE + after)


SIGNED = "> The operation was forced on us. It will end when its causes are removed.\n>\n> — Vasily Nebenzya, Russia's envoy\n\n"


@pytest.mark.parametrize(
    ("after", "answered"),
    [
        ("Denmark's envoy replied that the cause was in the room and held a veto.", True),
        ("The British ambassador answered that nobody had forced it.", True),
        ("Reuters said that no operation had been forced on anybody.", True),
        ("The river was calm.", False),
        ("The river was calm.\n\nDenmark's envoy replied that the cause was in the room.", False),
    ],
)
def test_a_block_quotation_is_answered_behind_the_line_that_signs_it(after: str, answered: bool) -> None:
    text = f"# Night over Sumy\n\n*The trams stopped.*\n\nReuters said that the hall was empty.\n\n{SIGNED}{after}\n"
    draft = Reading(read(text.encode(), "draft.md"), RULES.knowledge, RULES.terms)
    assert (not list(StateClaimCheck("unanswered").find(draft))) is answered


@pytest.mark.parametrize(
    ("after", "marked"),
    [
        ("The Kremlin said on Monday that the talks went on.", "The Kremlin said on Monday that the talks went on"),
        ("A depot burned, TASS reported. It was dark.", "A depot burned, TASS"),
        ('Peskov said on Monday: "We wait." It was dark.', 'Peskov said on Monday: "We wait."'),
    ],
)
def test_the_claim_is_marked_with_its_source(after: str, marked: str) -> None:
    draft = reading(BEFORE + after + "\n")
    (match,) = StateClaimCheck("unanswered").find(draft)
    assert isinstance(match.place, Span)
    assert draft.text[match.place.start : match.place.end] == marked


LONG = "its guns had hit a depot of shells, a command post, two workshops where drones were put together and a column of lorries "
LONG += "that was on its way to the front with fuel for the tanks in the woods beyond the river"


def test_most_of_what_is_attributed_is_the_russian_states() -> None:
    (match,) = StateClaimCheck("share").find(
        reading(f"{HEAD}Suspilne said that nine houses burned.\n\nTASS reported that {LONG}. Kyiv denied it.\n")
    )
    assert match.place is None
    assert dict(match.captures)["limit"] == "50%"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Suspilne said that {LONG.replace('guns', 'crews')}.\n\nTASS reported that a depot burned. Kyiv denied it.\n",
        f"{HEAD}The Kremlin said no.\n",
        f"{HEAD}Nobody said anything.\n",
    ],
)
def test_a_share_within_the_limit(text: str) -> None:
    assert not strikes("share", text)


@pytest.mark.parametrize(
    ("sentence", "needed"),
    [
        ("Russia's Defence Ministry said that its shell had fallen on the school.", True),
        ("The Kremlin denied that its shell had fallen on the school.", True),
        ("TASS reported that Kyiv shelled the school.", True),
        ("Russia's Defence Ministry admitted that its shell had fallen on the school.", False),
        ("Russia's Defence Ministry acknowledged that its shell had fallen on the school.", False),
        ("Peskov thinks that Kyiv shelled the school.", False),
        ("The shell fell in the building in which Russia's Defence Ministry says Kyiv keeps drones.", False),
    ],
)
def test_an_admission_a_thought_and_a_mere_description_need_no_reply(sentence: str, needed: bool) -> None:
    assert strikes("unanswered", f"{BEFORE}{sentence}\n\nTrams ran again.\n") is needed


@pytest.mark.parametrize(
    ("checked", "unanswered"),
    [
        ("The central bank's own forecast, which The Moscow Times cites, is for growth of 0.4 per cent.", False),
        ("Rosstat's own figures show a rise of 11 per cent.", False),
        ("Statistics published in Moscow put food prices 11 per cent higher.", False),
        ("Data from the exchange give a rise of a third since August.", False),
        ("A survey by the Levada Center shows that two in three families save on food.", False),
        ("The finance ministry's own budget cuts them by a tenth.", False),
        ("He spoke for 26 minutes.", True),
        ("The hall gave him a long round of applause.", True),
    ],
)
def test_a_claim_about_the_economy_is_checked_by_figures(checked: str, unanswered: bool) -> None:
    text = f"{HEAD}Reuters counted the lorries.\n\nPutin said that wages had grown. {checked}\n\nIt snowed in the evening.\n"
    assert strikes("unanswered", text) is unanswered
