"""Who gives a count in wire copy of many wars: drafts (¶ parts paragraphs), and the grade of every claim in them, in order."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import BEFORE, draft

GRADES = """
At least 24 civilians were killed in raids on Paktika, the Kabul News Agency (KNA) said late on Sunday. | single
At least 24 civilians were killed in raids on Paktika, the Kabul News Agency reported late Sunday. | single
Missiles hit the camp, killing at least 31 people, a doctors' group says. | single
A doctors' group has accused the militia of killing 31 people in the town with drones. | single
The Geneina Doctors' Network, a group of medics, says nine children were among the dead in the drone attack. | single
Omar Jan, a surgeon at a local hospital, said nine bodies were brought in along with 30 wounded after the bombing. | single, single
Walid Nasr has accused Israel of escalating the war by killing three soldiers. | single
The Taliban claimed responsibility for the suicide blast that killed nine people. | unattributed
The Islamic State group claimed responsibility for the attack, which killed nine people. | unattributed
The figures were given by the head of the UN Human Rights Monitoring Mission in Ukraine, Nadia Verhoeven.¶“We have documented that \
6,100 people have died in the war,” Verhoeven said. | verified
Nadia Verhoeven, head of the UN Human Rights Monitoring Mission in Ukraine, was in Kyiv.¶“We have documented that 6,100 people have died \
in the war,” Verhoeven said. | verified
At least 20 Houthi fighters have been killed in air strikes near the port, the Yemeni government said. | belligerent
The Yemeni government said four fishermen were killed by a mine. | single
At least 19 people were killed in air strikes on the port, Houthi rebels said.¶Salim al-Wadi, a spokesman for the rebel-controlled \
Health Ministry, said warplanes hit two buses, killing at least 19 people. | single, single
A drone hit the camp at dawn, killing 16 people, the Camp Committee said.¶Separately, the Market Union said a drone strike on the \
grain market killed at least nine people. | single, single
Rebels killed two army soldiers in the hills, the military said Friday, in the latest of a series of clashes this month. | single
Two suspected militants were killed in a firefight in the hills, the defence ministry said Friday (July 19), after a raid. | belligerent
Two shepherds were killed by shelling, officials said Friday.¶They said four drivers were killed. | unattributed, unattributed
The Ministry of Health reported that the strikes claimed 182 lives and injured more than 700 people. | single, single
A drone strike on Wednesday killed three people in the region, the governor said.¶“Three civilians have been killed,” governor Petro \
Lysenko said in a post. | single, single
A car bomb killed four people in the town, the police said.¶The ministry told Reuters that only three were killed in the blast.¶The \
differing accounts could not be reconciled. | single, single
A lorry blew up on Thursday in the south of the city, killing at least 18 people in the bombing, the police said.¶A bomber blew up a \
pick-up on Wednesday in a suburb, killing at least 15. | single, unattributed
A car bomb killed at least 16 people on Wednesday, a police colonel said.¶The worst car bombing left 19 dead in the east of the town. | \
single, unattributed
A car bomb killed at least 18 pilgrims, the police said.¶The group claimed in a statement that 40 people were killed in the bombing. | \
single, single
Militants killed two soldiers in the hills, the army said.¶Earlier this month commandos stormed a hotel and killed two militants. | \
single, unattributed
The alliance estimates that Russia has suffered 40,000 casualties in the war.¶A NATO officer explained the estimate of 40,000 Russian \
casualties. | single, single
Air strikes killed 16 people and injured 25, residents and a militia member said on Friday. | single, single
By the end of May they had confirmed the names of 41,300 Russian soldiers killed in Ukraine, Mediazona said. | verified
Air strikes killed at least eight civilians, according to members of a rebel group and independent media reports.¶The raid also \
wounded 20 people, they said. | single, single
At least 73 people were killed in the shelling, the Kivu authorities said.¶The authorities confirmed 73 corpses and 280 wounded \
people. | single, single, single
At least 60 soldiers were killed in the clashes, the Defence Ministry of Karelia reported, quoting Deputy Minister Aram Petrosyan of the \
northern front.¶“As of now 60 soldiers have been killed,” the ministry said. | single, single
At least 40 bodies were collected after the shelling, a civil society leader said.¶“We have 40 bodies,” said Paul Mbeki, the president \
of the town's civil society. | single, single
Twelve people were killed in the bombing, according to the city's ambulance service.¶“We have 12 dead,” said Dr Amina Warsame, head \
of the ambulance service. | single, single
Armenia said that more than 2,000 fighters were killed in six weeks of war. | single
The war is told of in a report by the UN Human Rights Monitoring Mission in Ukraine (HRMMU).¶“Debris has killed six civilians,” the UN \
report says. | verified
According to a report of the UN Human Rights Office (OHCHR), drones killed 248 civilians in the war. | verified
A woman was killed by a drone in Nikopol, the Dnipropetrovsk administration's (OVA) head Serhii Lysak reported on Facebook. | single
Russian forces attacked a village with a drone, killing two men.¶Oleksandr Prokudin, head of the region's administration, said this in a \
post on Telegram. | single
The assault adds to a list of attacks that have left more than 400 soldiers dead. | unattributed
Dozens of people were wounded in an air strike, an aid worker said.¶In another strike on Tuesday dozens were wounded in Hiwane, a doctor \
from the city's hospital said. | single, single
More than 80 people have been killed in the bombing, hospital officials in the town said.¶At least 108 people have been killed by the \
bombs, the health ministry said. | single, single
When the shelling hit the market, Ivan Tkach was at work. Nine people were killed, Tkach said. | single
"""


@pytest.mark.parametrize("case", GRADES.strip().splitlines())
def test_grades_what_the_wire_says(case: str) -> None:
    text, _, grades = case.partition(" | ")
    claims = draft(BEFORE + text.replace("¶", "\n\n") + "\n").claims
    assert ", ".join(claim.grade for claim in claims) == grades


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("An air strike hit a truck, killing 20 people, AFP reported citing Yemeni security officials.", "Yemeni security officials"),
        ("The Khartoum Lawyers' Union says nine people were killed in the drone attack.", "The Khartoum Lawyers' Union"),
        ("Among the dead are nine children killed by shelling, points out the mission's report.", "the mission's report"),
    ],
)
def test_names_whoever_gives_the_count(text: str, giver: str) -> None:
    (claim,) = draft(BEFORE + text + "\n").claims
    assert [standing.mention.text for standing in claim.standing] == [giver]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Seven killed in strikes, Ukraine says\n\nRussian attacks killed seven people, regional authorities reported.", "single"),
        ("Sudan: drones leave nine dead\n\nNine people were killed in Geneina, a medical group said.", "single"),
        ("Syria: drones leave nine dead\n\nNine people were killed in Homs.", "unattributed"),
    ],
)
def test_a_state_in_the_headline_adds_no_second_source(text: str, grade: str) -> None:
    assert [claim.grade for claim in draft(text + "\n").claims] == [grade, grade]


def test_a_war_that_goes_on_is_no_history() -> None:
    text = "The war has killed more than 370,000 people since it began in 2011. The siege killed 900 people in 2011."
    assert [claim.historical for claim in draft(BEFORE + text + "\n").claims] == [False, True]
