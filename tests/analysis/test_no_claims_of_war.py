"""Deaths and injuries in places, stories and sums that have no war in them, and forms of harm that are counted all the same."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft, reading_of

ELSEWHERE = """
The pile-up on the ring road outside Zhytomyr killed four and sent eleven people to hospital.
A tram ran into a wall in Lisbon, killing 16 people and injuring 22.
A gunman shot dead his estranged wife and two neighbours in a flat in Cologne.
Poachers shot two rangers dead in the park.
A crate of shells accidentally exploded at the quarry and four sappers were killed.
Two gunners were wounded when a mortar burst in its tube during a firing exercise.
A fire at an ammunition depot killed four storemen of the armed forces.
Three extras and a soldier were killed when special effects for a war film went wrong.
Gunmen ambushed a patrol in the Mexican state of Jalisco, killing six officers; the cartel had sent them a warning.
Riot police fired tear gas, and 17 officers and 40 demonstrators were injured outside parliament.
The strike hurt thousands of commuters, the union said.
A lift fell in a mine near Donetsk before the war, killing 12 miners.
The law would jail for life anyone who kills two or more people.
In the camps of the war 300 people were killed by hunger.
A man stabbed two people at a tram stop in Hamburg. Four others were hurt.
In war an army counts three wounded soldiers for every soldier killed.
The London Blitz killed 43,000 civilians.
In the Battle of the Somme 19,000 soldiers were killed on the first day.
An ex-convict back from the front killed two neighbours in Tver.
A polar bear attacks and kills a woman and her son in Wales, Alaska.
Seven ministers of the wartime cabinet have resigned, and one died in office.
Six candidates are dead even in the poll, soldiers included.
Air defence killed 61 of 70 drones over Odesa.
The army has suffered over 220 combat vehicle losses since October.
An overloaded dinghy went down off Lesbos and 23 people, including five children, died.
At least 19 people have been crushed to death at a festival in Lahore.
Doctors say 42 people have died of rabies this year.
Pilot error led to the deaths of all 148 aboard, investigators concluded.
Eleven officers were injured in clashes with football supporters in Zagreb.
Ukraine recorded 3,053 road deaths in a year.
Planners at the base rehearsed an evacuation of 300 simulated casualties.
The exercise assumed 5,000 dead in the first hour.
The film follows a sniper who kills 30 men and cannot sleep.
The underground hospital has beds for 120 wounded.
Nobody believes the ministry's boast of 900 dead Poles.
The claim: a strike killed 30 generals in a bunker.
Rivers have claimed 61 lives in the Kyiv region since May, rescuers report.
Thin ice took 12 lives in Sumy region, the State Emergency Service said.
Ukraine's roads claimed 210 lives in June, police say.
Odesa waters claimed the lives of 17 people this season, the emergency service said.
Cold claims nine lives in Kharkiv, officials say
A tsunami strikes the coast of Indonesia, killing 430 people.
Flash floods strike northern Afghanistan, leaving 60 people dead and 100 missing.
A cyclone that strikes Madagascar leaves at least 20 people dead.
A cholera outbreak strikes Aleppo with at least 29 people dead.
For every village the Russian army took, some 300 of its soldiers were killed.
For each civilian wounded in the shelling, two soldiers were killed.
That is 41 soldiers killed for each mile of the advance.
The army lost 59 soldiers killed per square mile it captured.
The bodies of a horse and two dogs lay in the yard that the shell had hit.
Fatalities fell by 12 per cent on the front last month.
Deaths among men of working age rose by 30,000.
Volunteers collected 300 bodies of dead birds on the shore.
The court sentenced 12 captured members of the brigade to 20 years.
The guerrillas planned to blow up a bridge and kill the mayor and his six guards.
Drones came at night. Gunners killed nine of them over the sea.
"If they come, we'll kill 100 of them," said the commander of the brigade.
Each crew at the front may take out up to six wounded at a time.
Both armies agreed that 6,000 bodies will be handed over.
A nurse suspected of killing seven babies will face a retrial.
"""


@pytest.mark.parametrize("text", ELSEWHERE.strip().splitlines())
def test_is_no_claim(text: str) -> None:
    assert [claim.kind for claim in reading_of(text)[0].claims if not claim.historical] == []


STILL_CLAIMS = """
A bomb killed 16 people in Lisbon. | killed 16 16
The film crew was hit by a drone, which killed two reporters. | killed 2 2
The driver of the van drove it into a group of people in Hamburg, killing two and injuring 30. | killed 2 2, injured 30 30
A shell hit the bus stop in Kherson and killed four people. | killed 4 4
Three soldiers died of their wounds after the ambush. | killed 3 3
The minister said "more than 70 Ukrainian fighters" had been killed in the raid. | killed 70 -
The ministry claimed its drones had killed “dozens of fighters” there. | killed 24 -
The governor counted 29 civilians killed, among them two children, and 214 injured by shells. | killed 29 29, killed 2 2, injured 214 214
The strike left nine dead, three medics among them, and 14 wounded. | killed 9 9, killed 3 3, injured 14 14
The project lists 800 soldiers as killed in the war. | killed 800 800
Over 900 people, including 200 women and 40 older people have been killed by shelling. | killed 900 -, killed 200 200, killed 40 40
At least 104 people were killed, including 46 children, and 50 others were injured in strikes. | killed 104 -, killed 46 46, injured 50 50
The shelling ended in the death of one prisoner and the injury of five others. | killed 1 1, injured 5 5
The shelling ended in the death of two prisoners and the wounding of five guards. | killed 2 2, injured 5 5
Rescuers and police both put the dead in the strike on Ternopil at 34. | killed 34 34
The ministry raised its toll in the Makiivka strike to 89. | killed 89 89
A soldier was stabbed and wounded in the assault on the trench. | injured 1 1
Two people were killed in the explosions and a third man was seriously wounded. | killed 2 2, injured 1 1
Injury toll after Russian attacks on Kyiv rises to 57 | injured 57 57
Half a dozen passers-by were killed by the missile. | killed 6 6
A shell wounded 14 people, of which three were medics. | injured 14 14, injured 3 3
The strike killed nine people, three of which were children. | killed 9 9, killed 3 3
The strike killed 30 people and hit five tanks, of which two burned out. | killed 30 30
The strike killed 30 people, all but two of them in Kherson. | killed 30 30
Shelling killed 12 people, all except three of them women. | killed 12 12
The body of a woman was pulled from the rubble of the block that the missile hit. | killed 1 1
Rescuers recovered the body of a teenager from the rubble after the missile strike. | killed 1 1
The bodies of a woman and a three-year-old girl were found in the rubble after the strike. | killed 2 2
Officials say the bodies of a man and his daughter were found in the rubble in Kyiv. | killed 2 2
Rescuers found the bodies of a mother and her son after the strike. | killed 2 2
The bodies of a man and two boys were pulled from the rubble after the strike. | killed 3 3
The brigade said 40 Russians had been killed, 12 were wounded, and one was captured. | killed 40 40, injured 12 12, captured 1 1
The raid killed three soldiers and burned five tanks, and one was captured. | killed 3 3
Missile strikes on the roads claimed 44 lives this year. | killed 44 44
After the flood, strikes on Kherson killed four people. | killed 4 4
A drone strikes a bus in Kherson, killing three people. | killed 3 3
The battle for each street went on, and 14 soldiers were killed on Monday. | killed 14 14
There is aid for each family; 14 people were killed in the strike. | killed 14 14
A drone hit an ammunition depot and killed three workers. | killed 3 3
A missile struck a battalion during an exercise, killing 12 soldiers. | killed 12 12
Riot police fired tear gas and then live rounds, and 12 protesters were killed. | killed 12 12
Two nurses were killed by the drone, and three patients were in intensive care. | killed 2 2, injured 3 3
The shooting at Crocus City Hall, a concert venue, was followed by a fire, claiming at least 143 lives. | killed 143 -
Europe was jolted by the downing of a passenger plane over the Donbas that killed nearly 300 people. | killed 300 300
Of the crew the missile killed four of 12 sailors. | killed 4 4
The minister published information about 28 dead: 11 in Dnipropetrovsk region and 17 in Kyiv. | killed 28 28, killed 11 11, killed 17 17
The missiles injured 62 people in Dnipro, 48 - in the capital, 2 - in the Kyiv region. | injured 62 62, injured 48 48, injured 2 2
Missile strikes killed at least eight civilians, counting one girl. | killed 8 -, killed 1 1
The strike killed nine people, not counting two soldiers. | killed 9 9
After the strike 73 were left injured, and 35 people were listed as missing. | injured 73 73, missing 35 35
London reckons that 354,000 soldiers have died or been injured in the war. | casualties 354000 354000
Russia has likely suffered 150,000 casualties in the war. | casualties 150000 150000
"""


@pytest.mark.parametrize(("text", "told"), [line.rsplit(" | ", 1) for line in STILL_CLAIMS.strip().splitlines()])
def test_is_a_claim(text: str, told: str) -> None:
    claims = reading_of(text)[0].claims
    assert ", ".join(f"{claim.kind} {claim.low} {'-' if claim.high is None else claim.high}" for claim in claims) == told


HIT = "A Russian missile hit a block in Dnipro on Monday.\n\n"


@pytest.mark.parametrize(
    "scene",
    [
        "Nine people were killed, the governor said. The boiler house behind it burned until six.",
        "Nine people were killed, the governor said. A film crew had left an hour before.",
        "Nine people were killed, the governor said. A neighbour gave the crews tea from one cup.",
        "The ferry had just come in. Nine people were killed, the governor said.",
        "Nine people were killed, the governor said. A storm held the cranes up.",
    ],
)
def test_what_stands_about_takes_no_count_out_of_the_war(scene: str) -> None:
    assert [claim.low for claim in draft(f"Missile hits block\n\n{HIT}{scene}\n").claims] == [9]


@pytest.mark.parametrize(
    "text",
    [
        f"{HIT}A bus crashed near Lviv. Nine people were killed, police said.",
        f"{HIT}In Turkey a ferry capsized. Nine people were killed, the coast guard said.",
        "A boiler exploded in a bath house in Lviv.\n\nNine people were killed, the governor said. The boiler was of 1974.",
    ],
)
def test_a_mishap_told_beside_the_count_does(text: str) -> None:
    assert draft(f"The night\n\n{text}\n").claims == ()


def test_a_disaster_at_a_plant_is_no_count_of_war_though_long_past() -> None:
    said = "He warned of the 1986 Chernobyl disaster, which touched 20 countries, while causing 4,000 deaths."
    assert draft(f"A plant under guns\n\nThe soldiers are at the gate.\n\n{said}\n").claims == ()
