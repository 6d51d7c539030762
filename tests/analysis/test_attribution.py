"""The copy desk's casebook of attribution: the sentence, the words asked about, and whose they are.

`own` is the publication's voice. Every row of the table that settles what an attribution is has its cases here.
"""

from __future__ import annotations

import pytest

from tests.analysis.hearing import reading_of, voices, whose

SOURCE_FIRST = [
    ("Peskov said [[the operation would go on]].", "Peskov"),
    ("The Institute for the Study of War assessed on Sunday that [[the district was contested]].", "The Institute for the Study of War"),
    ("[[The district was contested]], ISW assessed.", "ISW"),
    ("[[Nine houses burned]], by the mayor's count, which Reuters has seen.", "the mayor"),
    ("[[The shelling killed nine people]] by the governor's tally.", "the governor"),
    ("By Kyiv's own tally [[the line held for six weeks]].", "Kyiv"),
    ("[[The yard was emptied]] by the army's account manager.", "own"),
    ("[[The column moved]] according to the schedule of the spring.", "own"),
    ("[[The town fell]], according to “TASS”, which has men there.", "“TASS”"),
    ("[[Two depots burned]], the statement read.", "the statement"),
    ("We've seen [[how propaganda works]].", "own"),
    ("In accordance with the script, [[the district voted to stay]].", "own"),
    (
        "According to the results of the Razumkov Centre's poll, [[the district voted to stay]].",
        "the results of the Razumkov Centre's poll",
    ),
    ("Peskov said that [[the operation would go on]].", "Peskov"),
    ("Peskov said on Tuesday that [[the operation would go on]].", "Peskov"),
    ("Peskov threatened on 7 May that [[the operation would go on]].", "Peskov"),
    ("Peskov replied on May 7 that [[the operation would go on]].", "Peskov"),
    ("The governor and the mayor both said that [[the bridge had been hit]].", "The governor and the mayor"),
    ("[[The bridge had been hit]], the governor and the mayor said.", "the governor and the mayor"),
    ("He met the governor and the mayor said [[the bridge had been hit]].", "the mayor"),
    ("Peskov told Mr. Putin that [[the operation would go on]].", "Peskov"),
    ("Peskov told Gen. Popov on Monday that [[the operation would go on]].", "Peskov"),
    (
        "The mayor and the head of the region, Maksym Kozytskyi, each said [[the bridge had been hit]].",
        "The mayor and the head of the region, Maksym Kozytskyi",
    ),
    ("Peskov has repeatedly said [[the operation would go on]].", "Peskov"),
    ("Peskov did not say [[whether the talks would resume]].", "Peskov"),
    ("The mayor told reporters [[the bridge had been hit]].", "The mayor"),
    ("The mayor told reporters at the scene on Monday that [[the bridge had been hit]].", "The mayor"),
    ("The mayor told the council [[his city would hold]].", "The mayor"),
    ("Kyiv warned residents that [[more drones were on the way]].", "Kyiv"),
    ("The governor of Sumy, Oleh Hryhorov, said [[two villages were shelled]].", "The governor of Sumy, Oleh Hryhorov"),
    ("Oleh Hryhorov, who heads the region, said [[two villages were shelled]].", "Oleh Hryhorov, who heads the region"),
    ("In a video address, Zelensky said [[the grid was holding]].", "Zelensky"),
    ("On Monday, rescuers in Odesa said [[a port crane burned]].", "rescuers in Odesa"),
    ("A report by the United Nations found that [[the school held no soldiers]].", "A report by the United Nations"),
    ("A poll released on Tuesday shows [[most people expect a long war]].", "A poll"),
    ("Two rescuers wrote on Facebook that [[the stairwell had collapsed]].", "Two rescuers"),
    ("Belgorod's governor claimed [[four drones were downed]].", "Belgorod's governor"),
    ("The ministry insists [[it strikes only depots]].", "The ministry"),
    ("Both sides say [[the other fired first]].", "Both sides"),
    ("Moscow says [[the road is closed]] and [[that the bridge is gone]].", "Moscow Moscow"),
    ("Moscow says the road is closed and [[the bridge is gone]].", "Moscow"),
    ("Residents of the block said [[the lift shaft had burned out]].", "Residents of the block"),
    ("The regional prosecutor's office said [[three homes were hit]].", "The regional prosecutor's office"),
    ("Russian military bloggers wrote that [[the line had moved]].", "Russian military bloggers"),
    ("Sen. Ruth Hale (R-Ohio), said [[the aid would pass]].", "Sen. Ruth Hale (R-Ohio)"),
    ("Many in Lviv say [[the sirens came late]].", "Many in Lviv"),
    ("In Kharkiv, the mayor, Ihor Terekhov, said [[a school had burned]].", "the mayor, Ihor Terekhov"),
    ("The spokesman said on Thursday, when asked about it, that [[talks would go on]].", "The spokesman"),
    ("He's said [[he will stay]], and the council agrees.", "He"),
    ("The governor said in short: [[the drones]] that came had burnt the port.", "The governor"),
]

CONTENT_FIRST = [
    ("[[The operation will go on]], Peskov said.", "Peskov"),
    ("[[The operation will go on]], Peskov told reporters on Tuesday.", "Peskov"),
    ("[[The operation will go on]], according to TASS.", "TASS"),
    ("According to TASS, [[the operation will go on]].", "TASS"),
    ("[[The town has fallen]], said officials in both cities.", "officials in both cities"),
    ("[[The town has fallen]], says Kyiv.", "Kyiv"),
    ("[[The town has fallen]], the governor said in a post on Telegram.", "the governor"),
    ("[[The road]], he said, [[was closed to cars]].", "he he"),
    ("As Peskov put it, [[the door is shut]].", "Peskov"),
    ("As the mayor said on Friday, [[the pumps are running]].", "the mayor"),
    ("[[The pumps are running]], as the mayor said on Friday.", "the mayor"),
    ("[[The depot burned for hours]], wrote Ukrainska Pravda.", "Ukrainska Pravda"),
    ("[[Forty drones were launched]], the air force said, without saying how many were downed.", "the air force"),
    ("[[The dam is sound]], per the Energy Ministry.", "the Energy Ministry"),
    ("[[Nobody was hurt]], said Andriy Bondar, a spokesman for the railway.", "Andriy Bondar, a spokesman for the railway"),
]

WRITER_RETURNS = [
    ("Moscow says the road is closed, but [[the bridge is open]].", "own"),
    ("Moscow says the road is closed; [[the bridge is open]].", "own"),
    ("Moscow says the road is closed, while [[Kyiv's engineers work on]].", "own"),
    ("Moscow says the road is closed — [[a lie]].", "own"),
    ("Peskov met reporters on Tuesday. [[The operation will go on]].", "own"),
    ("Peskov said the road was closed. [[The bridge is open]].", "own"),
    ("While a judge found the order unlawful, [[the police carried it out]].", "own"),
    ("When Peskov said talks had failed, [[markets fell]].", "own"),
    ("Kyiv, which denied the strike, [[moved its guns]].", "own"),
    ("Peskov, whose country has [[killed thousands]], said the talks went on.", "own"),
    ("The mayor said the pumps were running, and [[she went back to work]].", "own"),
    ("Asked about the convoy, [[the general left the room]].", "own"),
    ("According to TASS the town fell, but [[residents still draw pensions there]].", "own"),
]

DIRECT = [
    ("“[[The operation will go on]],” Peskov said.", "Peskov"),
    ('"[[The operation will go on]]," Peskov said. "[[It has only begun]]."', "Peskov Peskov"),
    ("''[[We will stay]],'' the mayor said.", "the mayor"),
    ("«[[We will stay]]», said the mayor.", "the mayor"),
    ("'[[We will stay]],' the mayor said. 'It is [[our city's home]].'", "the mayor the mayor"),
    ("The mayor said: “[[We will stay]].”", "The mayor"),
    ("The mayor said, “[[We will stay]].”", "The mayor"),
    ("In a statement the ministry said: “[[The strike was a success]].”", "the ministry"),
    ("“[[Never]],” he fumed.", "he"),
    ("“[[Never again will we trust them]],” the old woman muttered.", "the old woman"),
    ("“[[Is it over]]?” Iryna Koval asked.", "Iryna Koval"),
    ("“[[We heard it first]],” said Iryna Koval, 61. “[[Then the glass went]].”", "Iryna Koval, 61 Iryna Koval, 61"),
    ("“[[We heard it first]],” Iryna Koval said.\n\n“[[Then the glass went]].", "Iryna Koval Iryna Koval"),
    ("Iryna Koval said: “[[We heard it first.\n\n“Then the glass went]].”", None),
    ("The plan is “[[dead on arrival]],” Hrytsenko said.", "Hrytsenko"),
    ("He called the raid “[[a gift to Kyiv]].”", "He"),
    ("Iryna Koval waited outside. She said: “[[Nobody came. Nobody called]].”", "She"),
    ("“[[Nobody came]].” — Iryna Koval", "Iryna Koval"),
    ("“[[Hands off our river]]” was painted on the quay.", "quoted"),
    ("The crowd saw a banner. “[[Hands off our river and our fish]].”", "quoted"),
    ("“The mayor told me, ‘[[Leave tonight]],’” Iryna Koval said.", "Iryna Koval"),
]

CALLERS = [
    ("What Moscow calls [[the special military operation]] goes on.", "Moscow"),
    ("What Moscow calls the special military operation [[began in 2022]].", "own"),
    ("The war, which Russia calls [[a special operation]], goes on.", "Russia"),
    ("Troops joined what it calls [[a special operation]].", "it"),
    ("[[The special military operation]], Moscow's name for the invasion, goes on.", "Moscow"),
    ("Moscow's name for the invasion, [[the special military operation]], is law.", "Moscow"),
    ("It is [[the special military operation]], the Kremlin's term for the war.", "the Kremlin"),
    ("The raid, which TASS framed as [[retaliation]], killed two.", "TASS"),
    ("The raid, billed by Moscow as [[retaliation]], killed two.", "Moscow"),
    ("The war, referred to by Russia as [[a special operation]], goes on.", "Russia"),
    ("[[The special operation]], as Moscow calls it, goes on.", "Moscow"),
    ("The Russian framing of the raid as [[retaliation]] convinced nobody.", "The Russian framing"),
    ("The Russian framing — aired by TASS and RIA — casts the raid as [[retaliation]].", "The Russian framing"),
    ("Russia's claim that [[the town was liberated]] is false.", "Russia"),
    ("Kyiv rejected Moscow's claim that [[the town was liberated]].", "Moscow"),
    ("Russian claims that [[the town was liberated]] are false.", "Russian claims"),
    ("A claim by the ministry that [[the bridge fell]] was withdrawn.", "the ministry"),
    ("Putin described the invasion as [[a special military operation]].", "Putin"),
    ("Putin refers to the invasion as [[a special military operation]].", "Putin"),
    ("The Kremlin's demand that [[Kyiv disarm]] was refused.", "The Kremlin"),
]

CHAINS = [
    ("Reuters, citing the Defence Ministry, reported that [[the town fell]].", "the Defence Ministry"),
    ("Reuters reported that [[the town fell]], citing the Defence Ministry.", "the Defence Ministry"),
    ("[[The town fell]], Reuters reported, citing the Defence Ministry.", "the Defence Ministry"),
    ("TASS quoted the governor as saying [[the plant burned]].", "the governor"),
    ("RIA, quoting an aide to the governor, said [[the plant burned]].", "an aide to the governor"),
]

POINTING_BACK = [
    ("Mayor Vitali Klitschko said a block burned. He added that [[two were hurt]].", "He"),
    ("Ukraine's air force said it downed thirty drones. It said [[twelve missiles got through]].", "It"),
    (
        "Mayor Vitali Klitschko wrote on Telegram that a block burned. In the same post, [[two deaths were confirmed]].",
        "Mayor Vitali Klitschko",
    ),
]

ATTITUDES = [
    ("Putin wants [[to liberate Donbas]].", "Putin"),
    ("Putin plans [[to liberate Donbas]] by spring.", "Putin"),
    ("Putin believes that [[Kyiv is tired]].", "Putin"),
    ("Moscow is expected [[to seize the crossing]].", "Moscow"),
    ("The general vowed [[to hold the line]].", "The general"),
    ("The general urged Kyiv [[to send more shells]].", "The general"),
    ("Kyiv is confident that [[the line will hold]].", "Kyiv"),
    ("Moscow hopes [[Western patience will run out]].", "Moscow"),
    ("Hungary is eager [[to resume talks]].", "Hungary"),
]

NOBODY = [
    ("The town [[reportedly fell]] on Monday.", "own"),
    ("It is claimed that [[the town fell]].", "own"),
    ("It was reported that [[the town fell]].", "own"),
    ("Some say [[the town fell]].", "own"),
    ("Sources say [[the town fell]].", "own"),
    ("Sources familiar with the matter said [[the town fell]].", "own"),
    ("Observers believe [[the town fell]].", "own"),
    ("Analysts said [[the town fell]].", "own"),
    ("Officials said [[the town fell]].", "own"),
    ("Local media reported that [[the town fell]].", "own"),
    ("Experts warn that [[the line is thin]].", "own"),
    ("[[The line is thin]], experts warn.", "own"),
    ("[[The line is thin]], according to analysts.", "own"),
    ("The town is said [[to have fallen]].", "own"),
    ("The town is believed [[to have fallen]].", "own"),
    ("I think [[the town fell]].", "own"),
    ("We believe [[the town fell]].", "own"),
    ("A source said [[the town fell]].", "own"),
    ("Ukrainian officials said [[the town held]].", "Ukrainian officials"),
    ("Officials in Kharkiv said [[the town held]].", "Officials in Kharkiv"),
    ("Three residents said [[the town held]].", "Three residents"),
    ("Two witnesses said [[the town held]].", "Two witnesses"),
]

TOPICS = [
    ("Zelensky condemned [[the special military operation]].", "own"),
    ("Zelensky spoke about [[the special military operation]].", "own"),
    ("A briefing on [[the special military operation]] was held.", "own"),
    ("Peskov exposed [[the long-known fact that Kyiv fired first]].", "own"),
    ("Kyiv opposes [[the special military operation]].", "own"),
    ("Peskov answered questions about [[the special military operation]].", "own"),
]

CITATIONS = [
    ("[[Two people died near the station]] (Reuters).", "Reuters"),
    ("Kharkiv was hit. [[Two people died]]. (AFP, BBC News)", "AFP"),
    ("KYIV (Reuters) — [[Two people died near the station]].", "own"),
    ("[[Two people died near the station]] (see map).", "own"),
]

BLOCKS = [
    # (draft, name, verdict)
    ("Kremlin: [[talks have failed]]\n\nNothing more was known.", "draft.txt", "Kremlin"),
    ("[[Talks have failed]] – Kremlin\n\nNothing more was known.", "draft.txt", "Kremlin"),
    ("[[Talks have failed]], says Kyiv\n\nNothing more was known.", "draft.txt", "Kyiv"),
    ("[[Talks have failed]] — expert\n\nNothing more was known.", "draft.txt", "own"),
    ("Kharkiv: [[two dead after night raid]]\n\nThe police said two died.", "draft.txt", "own"),
    ("The Latest: [[two dead after night raid]]\n\nThe police said two died.", "draft.txt", "own"),
    ("[[The operation goes on]]\n\nPeskov said so on Monday.", "draft.txt", "own"),
    (
        "A day of talk\n\nHOST: [[Is the war over]]?\n\nGUEST: [[It has hardly begun]].\n\nHOST: [[Thank you]].",
        "draft.txt",
        "HOST GUEST HOST",
    ),
    ("A day of talk\n\nIryna Koval said:\n\n“[[We heard it first]].\n\n“[[Then the glass went]].”", "draft.txt", "Iryna Koval Iryna Koval"),
    ("# A day of talk\n\nPeskov put out a statement:\n\n> [[The operation will go on]].\n\nNobody asked.", "draft.md", "Peskov"),
    ("# A day of talk\n\nNobody asked.\n\n> [[The operation will go on]].\n\n— Dmitry Peskov", "draft.md", "Dmitry Peskov"),
    ("# A day of talk\n\nNobody asked.\n\n> [[The operation will go on]]. — Dmitry Peskov\n\nNobody asked.", "draft.md", "Dmitry Peskov"),
    ("# A day of talk\n\nNobody asked.\n\n> [[The operation will go on]].\n\nNobody asked.", "draft.md", "quoted"),
    (
        "# A day of talk\n\nThe ministry said:\n\n- [[the road was closed]];\n- [[the bridge fell]].\n\n[[The pumps ran]].",
        "draft.md",
        "The ministry The ministry own",
    ),
]


@pytest.mark.parametrize(("draft", "name", "verdict"), BLOCKS)
def test_headlines_transcripts_blockquotes_and_lists(draft: str, name: str, verdict: str) -> None:
    assert " ".join(whose(draft, name, headline="")) == verdict


EDGES = [
    ("The mayor said, for what it was worth, that [[the road was open]].", "The mayor"),
    ("The mayor said; that [[the road was open]] was clear.", "own"),
    ("The mayor asked the council whether [[the road was open]].", "The mayor"),
    ("Peskov left, saying [[the road was open]].", "Peskov"),
    ("Its saying that [[the road was open]] changed nothing.", "own"),
    ("Moscow's plan to [[leave the bank that it had held]] was dropped.", "Moscow"),
    ("The mayor, a former boxer, is confident that [[the line will hold]].", "The mayor, a former boxer"),
    ("The army, which seems to [[have left]], is silent.", "own"),
    ("The town was described by Moscow as [[liberated]].", "Moscow"),
    ("[[The town]] was described by Moscow as liberated.", "Moscow"),
    ("The town was assured by Moscow that [[the road was open]].", "Moscow"),
    ("The road was open, according to the mayor, and [[the bridge was shut]], according to Reuters.", "Reuters"),
    ("The army's reportedly [[captured village]] is empty.", "own"),
    ("“[[We shall never leave the east bank]],” Peskov quickly thundered.", "Peskov"),
    ("“[[We shall never leave the east bank]],” Peskov of the press office, in town.", "quoted"),
    ("Peskov said the road was open: “[[We shall never leave the east bank of it]].”", "Peskov"),
    ("— Peskov: “[[We shall never leave the east bank of it]].”", "Peskov"),
    ("“[[We shall never leave the east bank of it]].” — Dmitry Peskov, spokesman,", "Dmitry Peskov, spokesman"),
    ("“[[We shall never leave the east bank of it]].” — Peskov said it; the road was shut.", "quoted"),
]

SECTIONS = [
    SOURCE_FIRST, CONTENT_FIRST, WRITER_RETURNS, DIRECT, CALLERS, CHAINS, POINTING_BACK, ATTITUDES, NOBODY, TOPICS, CITATIONS, EDGES,
]  # fmt: skip


@pytest.mark.parametrize(("case", "verdict"), [case for section in SECTIONS for case in section if case[1] is not None])
def test_whose_words(case: str, verdict: str) -> None:
    assert " ".join(whose(case)) == verdict


UNCERTAIN = [
    "Police said two died, which [[the late arrival of crews had made likely]].",
    "Peskov said talks had failed, where [[a retaliatory strike had hit the hotel]].",
]


@pytest.mark.parametrize("case", UNCERTAIN)
def test_a_soft_joint_leaves_doubt(case: str) -> None:
    (voice,) = voices(case)
    assert voice.kind == "uncertain"
    assert voice.attribution is not None


def test_a_vague_cue_is_no_doubt() -> None:
    (voice,) = voices("The town reportedly fell, as [[a retaliatory strike]] hit the square.")
    assert voice.kind == "own"


def test_scare_quotes_are_the_writers_tongs() -> None:
    (voice,) = voices("The so-called “[[referendum]]” changed nothing.")
    assert (voice.kind, voice.scare) == ("own", True)


def test_the_trail_names_the_source_its_cue_and_whom_a_pronoun_means() -> None:
    (voice,) = voices("Mayor Vitali Klitschko said a block burned. He added that [[two were hurt]].")
    assert voice.trail[0].message == "attributed to Mayor Vitali Klitschko (“He”)"
    assert all(step.span is not None for step in voice.trail)


def test_own_voice_says_who_stands_nearest() -> None:
    (voice,) = voices("Reuters reported a fire. [[The special operation]] went on.")
    assert voice.trail[-1].message == "nearest source: Reuters, in another sentence"


def test_part_of_a_span_is_mixed() -> None:
    (voice,) = voices("[[Nobody slept, and Peskov said the talks]] had failed.")
    assert voice.kind == "mixed"


def test_kind_follows_the_quotation_marks() -> None:
    reading = reading_of("A day of talk\n\n“Never,” Peskov said. Peskov said talks failed. Peskov said talks were “over for good”.")
    assert [one.kind for one in reading.attributions] == ["direct", "indirect", "mixed"]


def test_a_carrier_keeps_its_origin() -> None:
    reading = reading_of("A day of talk\n\nReuters, citing Russia's Defence Ministry, reported that the town fell.")
    one = next(one for one in reading.attributions if one.relation == "clause")
    assert one.source is not None
    assert one.source.id == "reuters"
    assert one.origin is not None
    assert one.origin.source_class == "russian-official"


def test_factive_denying_and_distancing_cues_keep_their_class() -> None:
    reading = reading_of(
        "A day of talk\n\nMoscow confirmed that it fired. Kyiv denied that it fled. Minsk claimed that it knew. Oslo hopes to help."
    )
    assert [one.cue_class for one in reading.attributions] == ["factive", "denial", "distancing", "cognition"]


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Brussels adds 61 tankers and a shipyard to its list", []),
        ("Warsaw adds a second train to the border", []),
        ("Kharkiv counts its dead", []),
        ("Kyiv counts nine dead after night of shelling", ["Kyiv"]),
        ("Peskov adds that talks will go on", ["Peskov"]),
        ("Peskov adds talks will go on", ["Peskov"]),
        ("Peskov adds trains were late", ["Peskov"]),
    ],
)
def test_a_deed_in_a_headline_is_nobody_s_word(headline: str, speakers: list[str]) -> None:
    reading = reading_of(headline + "\n\nThe desk filed it.\n")
    assert [source.text for one in reading.attributions for source in one.sources] == speakers
