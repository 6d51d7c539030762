"""The copy desk's casebook of counts: the sentence, and what it asserts (kind, least, most; `-` for no most)."""

from __future__ import annotations

import pytest

from stancelint.analysis.casualties import read_counts
from tests.analysis.drafts import draft, reading_of

CLAIMS = """
The shell killed three day-shift welders. | killed 3 3
The missile killed two third-floor neighbours. | killed 2 2
The army said in its daily report that 70 soldiers had been killed at the front. | killed 70 70
The mayor spoke of blasts in the port, causing at least one death. | killed 1 -
Rescuers pulled three bodies from under the rubble of a block that was hit by a missile. | killed 3 3
The shell killed six people in the queue. | killed 6 6
Russian troops shoot dead ten people in a bread queue. | killed 10 10
Two drivers aged 33 and 58 were killed in the shelling of the port. | killed 2 2
Two sisters aged five and 11 died in the air strike. | killed 2 2
Fifteen Syrian villagers including women and children have been killed in an air strike. | killed 15 15
At least 30 miners including nine teenagers were wounded in the drone attack. | injured 30 -, injured 9 9
The missile struck the convoy, killing him and three others. | killed 3 3
The bomb killed her and wounded four others. | injured 4 4
Of the queue hit by the shell, five died on the spot, while two succumbed to their wounds. | killed 5 5, killed 2 2
At least three nurses and a driver were among the dead in the strike on the clinic. | killed 3 -, killed 1 1
At least two men and a five-year-old boy were among seven villagers killed by the mine. | killed 2 -, killed 1 1, killed 7 7
The death toll from a Russian missile strike on an apartment building in the northern Ukrainian city of Sumy rose to 30. | killed 30 30
The number of people killed as a result of a Russian missile strike on a block in the city of Sumy has risen to 29. | killed 29 29
The death toll from a missile strike that hit a block in the southern city of Kherson rose to 11 on Saturday. | killed 11 11
A huge bomb attack claimed by IS killed dozens of people in the town. | killed 24 -
A bomb killed four people and wounded eight late on Friday night. | killed 4 4, injured 8 8
Russia may have suffered more than 320,000 casualties in the war. | casualties 320000 -
The shell killed 25 civilians (16 women and 9 men). | killed 25 25, killed 16 16, killed 9 9
As of noon, four people were known to be injured in the shelling. | injured 4 4
At least 83 soldiers of the armed forces were killed in the war. | killed 83 -
Eight members of one family were among the dead in the missile strike. | killed 8 8
Among the victims of the shelling: four pupils, two teachers and a driver. | killed 4 4, killed 2 2, killed 1 1
The dead in the strike were three women, two children and a priest. | killed 3 3, killed 2 2, killed 1 1
Suspected Boko Haram fighters have killed seven people in a village near Gwoza. | killed 7 7
The brigade lost up to 65 servicemen in a day near Kupiansk. | casualties 0 65
Six people were killed by the shell, and a dozen wounded. | killed 6 6, injured 12 12
Six have been killed and at least 20 more have been wounded in Nikopol. | killed 6 6, injured 20 -
Overnight strikes killed a nurse and her two patients. | killed 1 1, killed 2 2
A sniper managed to wound two officers near Lyman. | injured 2 2
They had tried to kill eleven soldiers. |
The drone hit a van, killing its driver. | killed 1 1
The blast at the depot in Izmail left five dead and seven hurt. | killed 5 5, injured 7 7
Five dead, seven hurt in Izmail strike | killed 5 5, injured 7 7
Missile kills 5, wounds 17 in Chuhuiv | killed 5 5, injured 17 17
Drone strike on minibus kills civilian near Beryslav | killed 1 1
Three killed as Russia shells Kherson | killed 3 3
Three soldiers died of their wounds after the ambush. | killed 3 3
Nine people lost their lives in the rocket attack. | killed 9 9
The attack claimed nine lives. | killed 9 9
The strike claimed the lives of two rescuers and a paramedic. | killed 2 2, killed 1 1
A shell killed one person, a welder, the governor said. | killed 1 1
A shell killed one man, a welder from the plant, and wounded two others. | killed 1 1, injured 2 2
A drone wounded one civilian, a tram conductor of 40, in Kherson. | injured 1 1
A drone killed one person, a baker who had stopped for tea. | killed 1 1
A drone killed one woman, a man and a child in Kherson. | killed 1 1, killed 1 1, killed 1 1
A drone killed one soldier, a driver, and a nurse in Kherson. | killed 1 1, killed 1 1, killed 1 1
The war has cost more than 40,000 lives. | killed 40000 -
The death toll of the strike rose to 21. | killed 21 21
The death toll from the strike on Ternopil has climbed from 31 to 34. | killed 34 34
Rescuers raised the toll to eight from six. | killed 8 8
The toll of the bombing now stands at 19. | killed 19 19
The search raised the number of dead to 27. | killed 27 27
The number of people killed in the strike reached 45. | killed 45 45
The number of wounded in the shelling rose to 102. | injured 102 102
The death toll exceeded 300, the mayor said after the missile strike. | killed 300 -
There were 14 deaths and 38 injuries in the shelling. | killed 14 14, injured 38 38
The bombing caused 120 casualties. | casualties 120 120
Ukraine put Russian losses at 1,020 for the day of the assault. | casualties 1020 1020
Russia has lost about 1,300 soldiers and 20 tanks in the assault. | casualties 1300 1300
Russian forces neutralised up to 250 servicemen. | casualties 0 250
Marines eliminated 14 enemy infantrymen near Robotyne. | killed 14 14
Rescuers pulled the bodies of three children from the rubble. | killed 3 3
Eleven bodies were recovered from the ruins. | killed 11 11
Russia handed over the bodies of 909 soldiers. | killed 909 909
The mass grave held the bodies of dozens of men shot during the occupation. | killed 24 -
Two people are missing and 13 were taken to hospital after the strike. | missing 2 2, injured 13 13
Nine workers are unaccounted for after the missile hit the plant. | missing 9 9
Two missing firemen were still being sought after the strike. | missing 2 2
Ukrainian paratroopers captured 22 Russian soldiers near Sudzha. | captured 22 22
Thirty marines were taken prisoner in Mariupol. | captured 30 30
The gunmen took 40 hostages. | captured 40 40
Between 20 and 25 people were wounded in the attack. | injured 20 25
From 15 to 20 soldiers were killed in the battle. | killed 15 20
The rocket killed 15-20 conscripts. | killed 15 20
Five or six people were hurt in the shelling. | injured 5 6
Up to 70 soldiers were killed in the strike. | killed 0 70
As many as 90 people were injured in the attack. | injured 0 90
Fewer than ten soldiers were wounded in the raid. | injured 0 9
No fewer than four medics were killed by the second missile. | killed 4 -
More than a dozen people were wounded by the drone. | injured 12 -
About two dozen people were wounded by the drone. | injured 24 24
Half a dozen people were wounded by the drone. | injured 6 6
Dozens were wounded in the missile attack. | injured 24 -
Scores of people were killed in the bombing. | killed 40 -
Hundreds of civilians were killed in the siege. | killed 200 -
Tens of thousands of people were killed in the siege. | killed 20000 -
Several people were wounded in the drone attack. | injured 3 -
A couple of guards were wounded by the grenade. | injured 2 2
Some 1.2 million people have been killed or wounded in the war. | casualties 1200000 1200000
Three hundred and twelve people were killed in the raid. | killed 312 312
Twenty-two people were wounded in the raid. | injured 22 22
A third person died of shrapnel wounds from the strike. | killed 1 1
One man was killed and another wounded by the mine. | killed 1 1, injured 1 1
One was killed, another wounded when the drone struck. | killed 1 1, injured 1 1
A 70-year-old woman was killed when a shell hit her garden. | killed 1 1
A family of four was killed in the strike on the village. | killed 4 4
A mother and her two children were killed in the strike. | killed 1 1, killed 2 2
The drone killed a man, 34, and a woman, 29, in their car. | killed 1 1, killed 1 1
Eight people, including two children, were killed in the strike. | killed 8 8, killed 2 2
The strike killed eight people, two of them children. | killed 8 8, killed 2 2
The strike killed eight people, among them two children and a midwife. | killed 8 8, killed 2 2, killed 1 1
The strike wounded eight people, three seriously. | injured 8 8, injured 3 3
Of the 30 wounded in the strike, five were children. | injured 30 30, injured 5 5
Four medics were among the dead in the double strike. | killed 4 4
Among those killed in the strike were three schoolgirls. | killed 3 3
The dead include two firefighters, the mayor of Kharkiv said after the attack. | killed 2 2
The first missile killed three; the second, nine. | killed 3 3, killed 9 9
Two people were killed in Kherson and four in Nikopol by shelling. | killed 2 2, killed 4 4
The shelling killed two people in Kherson and four in Nikopol. | killed 2 2, killed 4 4
Shelling killed two soldiers, a driver and three others. | killed 2 2, killed 1 1, killed 3 3
The shelling killed ten Ukrainians and three Poles. | killed 10 10, killed 3 3
The strike killed six people as well as two police officers. | killed 6 6, killed 2 2
Six people and two police officers were killed in the strike. | killed 6 6, killed 2 2
Two soldiers from the brigade and a medic were wounded by the mine. | injured 2 2, injured 1 1
Nineteen people who were sheltering in the cellar died in the bombing. | killed 19 19
At least 5 killed and 18 injured in Sumy | killed 5 -, injured 18 18
With four people killed, it was the worst strike on Poltava this year. | killed 4 4
Reports that 60 fighters were killed in the strike could not be verified. | killed 60 60
Zelensky said 46,000 Ukrainian soldiers had been killed and 380,000 wounded. | killed 46000 46000, injured 380000 380000
The brigade suffered 40 killed and 110 wounded in the assault. | killed 40 40, injured 110 110
Twelve people suffered shrapnel wounds in the strike. | injured 12 12
The bomber killed himself and three guards. | killed 1 1, killed 3 3
Gunmen shot dead four policemen at the checkpoint. | killed 4 4
Seven people were shot dead by soldiers at the checkpoint. | killed 7 7
The murder of six priests by soldiers shook the city. | killed 6 6
The assassination of two generals shook Moscow. | killed 2 2
The killing of 30 villagers by the retreating soldiers was recorded. | killed 30 30
The shelling resulted in the deaths of 12 residents. | killed 12 12
The shooting left 12 dead. | killed 12 12
More than 6,000 people, most of them soldiers, have died in the fighting. | killed 6000 -
Hospitals took in 14 bodies and 60 wounded after the strike. | killed 14 14, injured 60 60
The blast in Kharkiv killed one and hospitalised nine. | killed 1 1, injured 9 9
Nobody was hurt in the drone attack. | injured 0 0
No one was killed when the missile came down. | killed 0 0
There were no casualties in the overnight attack. | casualties 0 0
The drone was shot down without casualties. | casualties 0 0
None of the 40 workers was injured in the strike. | injured 0 0
No civilians were killed in the raid. | killed 0 0
In 1944, the massacre killed 640 people. | killed 640 640
TWELVE PEOPLE KILLED IN SHELLING OF MARKET | killed 12 12
"We buried nine of our neighbours after the bombing," she said. | killed 9 9
The ambush killed a colonel, two captains and an unknown number of conscripts. | killed 1 1, killed 2 2
Police said 3 dead, 11 injured and 2 missing after the strike. | killed 3 3, injured 11 11, missing 2 2
She was one of 17 people killed in the strike on the station. | killed 17 17
Some 3,000 North Korean troops have been killed or wounded in Kursk. | casualties 3000 3000
Guerrillas wounded 10 soldiers and kidnapped three engineers. | injured 10 10, captured 3 3
Over 10,000+ killed in the war, the monitors say. | killed 10000 -
The casualty count in the shelling climbed to 40. | casualties 40 40
The casualty toll of the strike rose to 40. | casualties 40 40
The injury toll of the shelling rose to 63. | injured 63 63
The number of dead or wounded in the strike rose to 27. | casualties 27 27
The number of deaths in the shelling rose to 27. | killed 27 27
The number of civilian casualties in the shelling reached 102. | casualties 102 102
An initial death toll of 9 was later revised to 11 after the strike. | killed 11 11
The death toll of nine was raised to 11 after the missile strike. | killed 11 11
The death toll of the strike approached 40. | killed 40 40
The toll stands at 14 people killed or wounded. | casualties 14 14
Twelve victims of the shelling were buried. | casualties 12 12
The shelling resulted in the deaths of 12 residents, two guards and a driver. | killed 12 12, killed 2 2, killed 1 1
The shelling resulted in the deaths of 12 residents and two guards were wounded. | killed 12 12, injured 2 2
The murder of six priests and two nuns by soldiers shook the city. | killed 6 6, killed 2 2
The army buried 6,000 of their dead. | killed 6000 6000
Two soldiers (both from Lviv) were killed in the strike. | killed 2 2
12 killed, 18 others, including five children, injured in Sumy strike | killed 12 12, injured 18 18, injured 5 5
Two deaths and three people were wounded in the shelling. | killed 2 2, injured 3 3
Two children were among the 12 killed in the strike. | killed 2 2, killed 12 12
Two nurses among at least 12 killed in strike | killed 2 2, killed 12 -
Among the victims were two children. | killed 2 2
Two children, aged 9 and 13, were among the dead after the strike. | killed 2 2
The strike killed eight people, two among them children. | killed 8 8, killed 2 2
3 and a half thousand soldiers were killed in the battle. | killed 3500 3500
A couple thousand soldiers were killed in the siege. | killed 2000 2000
Several tens of thousands of people were killed in the war. | killed 20000 -
Two 16-year-old boys were killed in the strike. | killed 2 2
Another six others were wounded in the strike. | injured 6 6
A large family of four was killed by the shell. | killed 4 4
Drone kills teenager, wounds mother in Kherson | killed 1 1, injured 1 1
The mayor puts the dead at two and the wounded at nine. | killed 2 2, injured 9 9
Nobody was killed or hurt, the mayor said after the drone strike. | casualties 0 0
Not one soldier was killed in the attack. | killed 0 0
Not a single civilian was hurt by the missile, the mayor said. | injured 0 0
No civilian was wounded by the drone. | injured 0 0
All of the 12 on board were killed when the missile hit. | killed 12 12
Three people were killed on 3 March and 12 on 4 March in the strikes. | killed 3 3, killed 12 12
Three people were killed at the second stop and 12 in the hall by the missile. | killed 3 3, killed 12 12
The toll following the strike rose to 40. | killed 40 40
The death toll rose by a third to 40 after the strike. | killed 40 40
The death toll (40) is the worst of the war. | killed 40 40
The death toll: 40, after the strike. | killed 40 40
The strike killed two medics, a driver, and their 12 patients. | killed 2 2, killed 1 1, killed 12 12
The shelling wounded 12 people, among them three of the crew. | injured 12 12, injured 3 3
"""

NO_CLAIMS = """
The earthquake killed 3,000 people.
Flooding in the valley left 40 people dead.
A bus crash killed 12 pilgrims on the mountain road.
At least 12 soldiers were killed in a military helicopter crash.
Twelve people died of cholera in the camp.
Covid-19 killed 900 people in a week.
The death toll from the typhoon rose to 81.
A shark attack killed two swimmers.
He was sentenced to life for killing two women.
A man accused of killing four students was arrested.
The gang killed three rivals in a bar.
The air force shot down 43 drones and four missiles.
The army lost 12 tanks and three helicopters in the battle.
The strike destroyed 14 buildings and damaged 60 homes.
Shelling killed 30 cows on the farm.
The attack killed power to 40,000 homes.
The bill was killed by 12 senators.
The talks reached a dead end after four hours of shelling.
Two dead letters lay on the table in the war museum.
Russia is losing 900 soldiers a day, the ministry says.
An average of 12 people are killed in the strikes each day.
About 90 people a day die in the fighting.
The war kills one child every day.
The strike could have killed 300 people.
A strike on the reactor would kill 100,000 people.
The missile might kill dozens.
They threatened to kill 30 hostages.
The plot to kill two generals was foiled.
If the dam is blown up, 4,000 people could die.
The death toll could rise to 50 as rescuers search the rubble.
The toll of the strike is expected to reach 40.
Were 300 soldiers killed in the strike?
Have 13,000 troops died on the front?
Moscow denied that 400 soldiers had been killed in the strike.
There is no evidence that the strike killed 20 children.
The video claims that 20 soldiers were killed in one strike.
A post shared online falsely says 12 generals were killed by missiles.
One in five of those killed in the war was a child.
Women make up 40 percent of the dead in the war.
Two thirds of the wounded in the war were civilians.
Ukraine loses one soldier for every three Russian soldiers killed.
General Ivan Petrenko was killed by a mine.
Ivan Petrenko, 34, was killed by a mine.
Colonel Petrenko, a veteran of three wars, died in the strike.
His brother, Ivan, was killed by a mine.
He met the father of a slain soldier.
The minister visited a wounded soldier after the attack.
The 47th Brigade was destroyed in the battle.
He died in the war at 34.
Three villages were captured in the offensive.
A camera captured two explosions.
The two armies exchanged 200 prisoners of war.
Hamas released 12 hostages on Friday after the truce.
Some 14,000 people fled the shelling and 600 were displaced.
The storm of rockets forced 300 people into shelters.
Police arrested two suspects in the killing.
Officers executed three search warrants after the attack.
Sanctions hurt millions of Russians, he said of the war.
There were no immediate reports of casualties from the strike.
Officials gave no figure for the dead in the strike.
Many people were killed in the strikes.
Countless soldiers died in the war.
The strike killed the mayor.
The Dead Sea lies 430 metres below the sea.
The 2 p.m. attack came on 12 March 2025.
The losses of the company amounted to 500 million dollars in the war.
She wore the number 12 shirt and missed two penalties.
Twenty soldiers survived the strike.
The missing link in the war is 12 batteries.
Nobody expects the war to end.
No one evacuated wounded soldiers from the front, the prisoner said.
The attack came 12 days after the last.
The road toll rose to 40.
The bridge toll rose to 40.
The toll road was raised to 40.
The number of trams fell to 27.
The strike caused one of the deaths that the prosecutors count.
The team had five losses in the war years.
The army counted 400 losses of tanks in the battle.
Two and a half people were killed.
Tens were wounded in the attack.
Three out of 12 residents of the house were killed in the strike.
One out of 12 soldiers was killed in the war.
A rate of 12 people killed in the war each day.
Claim: Twelve people were killed in the shelling.
Two children's homes were hit and burned in the strike.
"""


def _pairs() -> list[tuple[str, str]]:
    return [(line.partition(" | ")[0], line.partition(" | ")[2]) for line in CLAIMS.strip().splitlines()]


def said(sentence: str) -> str:
    found = read_counts(reading_of(sentence)[0])
    return ", ".join(f"{f.count.kind} {f.count.low} {'-' if f.count.high is None else f.count.high}" for f in found)


@pytest.mark.parametrize(("sentence", "claims"), _pairs())
def test_reads_what_the_sentence_asserts(sentence: str, claims: str) -> None:
    assert said(sentence) == claims


@pytest.mark.parametrize("sentence", NO_CLAIMS.strip().splitlines())
def test_leaves_what_is_no_claim(sentence: str) -> None:
    assert said(sentence) == ""


@pytest.mark.parametrize("around", ["Smoke over the river.", "A bus stood at the stop.", "Traffic was light on the bridge."])
def test_ordinary_words_around_a_count_do_not_take_it_out_of_the_war(around: str) -> None:
    found = read_counts(draft(f"A night in Kyiv\n\n{around}\n\nTwelve people were killed.\n"))
    assert [f.count.low for f in found] == [12]


def test_a_disaster_around_a_count_does() -> None:
    assert read_counts(draft("A night in Antakya\n\nAn earthquake shook the town.\n\nTwelve people were killed.\n")) == []
