"""A sentence or two as a desk files them, with the source in every place where it can stand, and the grade of each count in them."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import reading_of

GRADES = """
Mediazona and the BBC's Russian service have established the names of 410 soldiers killed in the war, the two newsrooms said. | verified
Six died as missiles hit the port overnight, Kim said. The missile strikes on it killed 9 overnight, AFP said. | conflicting, conflicting
Six died as missiles hit the port overnight, a mayor said. Another strike on the port killed 9 overnight, AFP said. | single, single
The Sudanese army said it had killed 70 members of the force it was fighting in the west. | belligerent
Anton Rud, who commands a battery near Lyman, said his crews killed nine Russians in the wood. | belligerent
The army said that it had lost nine men in the wood. | single
The army said its troops had killed two civilians by mistake. | single
The shell killed four anglers, Petro Krut, the occupiers' mayor of the port, said in a post that blamed the weather. | single
Krut said in a post that ships had been sunk and four sailors killed by a drone. | single
Reuters and the BBC have established that 41 soldiers were killed in the raid, the two newsrooms said. | corroborated
OHCHR published its weekly bulletin on Monday. Six children were killed by drones, according to the bulletin. | verified
Three people were killed in Nikopol. Governor Serhii Lysak said so on Telegram. | single
The governor reported on Telegram that the night had been hard. Three people were killed, he said. | single
The governor said the drones came at two. He added that three people were killed. | single
Kharkiv governor: three killed by drone | single
Kharkiv governor: Three people were killed by the drone. | single
Drone kills three in Nikopol — mayor | single
Drone kills three in Nikopol, mayor says | single
The mayor put the dead at three after the shelling. | single
Police put the death toll at nine after the missile strike. | single
Rescuers raised the toll from the missile strike to nine. | single
The death toll from the strike rose to nine, rescuers said. | single
Nine people were killed in the shelling, per the regional governor. | single
Nine people were killed in the shelling, as per police. | single
OHCHR published a report on Monday. Its annex lists 12 civilians killed in Kherson. | verified
OHCHR said that July was the worst month. The report's annex lists 12 civilians killed in Kherson. | verified
The UN Human Rights Monitoring Mission said July was bad. TASS said so. It verified 26 dead in Kherson, the mission said. | verified
The mayor said the night was bad. Its hospital said so too. Its register lists 12 civilians killed in Kherson. | single
Nine people were killed in the shelling, the governor and the emergency service said separately. | corroborated
A reporter was told by the clinic's chief doctor, Olha Tkach, that nine people were killed in the shelling. | single
Olha Tkach runs the clinic. Nine people were killed in the shelling of Izmail, Kiper and Tkach said. | corroborated
The attack claimed nine lives, the governor said. | single
The governor claimed nine lives had been lost in the attack. | single
The death toll from the strike was later put at nine by the Kharkiv regional police. | single
Nine were wounded in the strike, the mayor said. A Suspilne crew counted nine patients with burns. | corroborated
Nine people died in the strike, the mayor said. An AFP crew filmed nine coffins in the yard. | corroborated
Nine were wounded in the strike, the mayor said. Reuters saw the crater, and later counted nine people with shrapnel wounds. | corroborated
Nine were wounded in the strike, the mayor said. Drivers waited, and later Reuters counted nine drones. | single
Six people were killed by the missile, the mayor said. Reuters could not reach the street and has not confirmed the figure. | caveated
Six people were killed by the missile, the mayor said, a figure that nobody else has confirmed so far. | caveated
Six people are understood to have been killed by the missile. | unattributed
In July 286 civilians were killed and 1,388 injured, the UN monitoring mission in Ukraine found. | verified, verified
Nine died in the strike, the mayor said. Nine bodies were carried out, Reuters reporters at the scene counted. | corroborated, corroborated
Thirty-one were wounded in the strike, said the governor; the chief doctor of Hospital No. 4 told Suspilne the same. | corroborated
Russia's Investigative Committee said nine people were killed when a drone hit a hotel in Khorly. | belligerent
Nine people were killed and none of them was a soldier, the mayor said of the strike. | single
The mayor gave the number of those killed in the strike as nine. | single
The mayor gave the number of civilians wounded in the strike as twelve. | single
The mayor set the number of people killed in the strike at nine. | single
Nine were killed by the drone. That is what the mayor's office says. | single
Nine people were killed by a drone, the mayor said. The channel Astra also gave nine. | corroborated
Nine people were killed by a drone, the mayor said. So did the hospital's chief doctor, who signed the papers. | corroborated
Nine people were killed by a drone, the mayor said, and the chief doctor of the regional hospital agreed. | corroborated
Nine people were killed by a drone, the mayor said. So did the trams stop. | single
The hospital has treated nine soldiers wounded by the shelling, its director said. | single
The railway lost nine of its repair crew to drones, its chief executive said. | single
The strike killed two of the crew and the engine, the mayor said. | single
Nine people and two cows were killed by the shelling, the mayor said. | single
Up to 150 Ukrainian servicemen, two tanks and a mortar were lost in the sector, Moscow's bulletin says. | belligerent
Twenty-two bodies lay in the yard, an AP photographer saw, after the missile had struck the hall. | single
A bomb killed six, the regional governor, Ivan Fedorov, and the clinic's chief doctor said. | corroborated
Nine people have been killed on the ferry since the war began. | unattributed
By the governor's tally, nine people were killed in the shelling. | single
By Mediazona's count at least 120,000 Russian soldiers have been killed. | verified
Nine civilians were killed in the shelling, local authorities said. | unattributed
Local authorities reported nine civilians killed in the shelling. | unattributed
The hospital said it had treated nine people wounded by the shelling. | single
Doctors at Kherson's regional hospital said nine people were wounded by shelling. | single
The ministry said on Tuesday that nine Ukrainian soldiers were killed. | single
Russia's Defence Ministry said on Tuesday it had hit a depot in Sumy. The ministry said 90 Ukrainian soldiers were killed. | belligerent
TASS put Ukraine's losses near Kupiansk at 300 soldiers. | belligerent
RIA Novosti reported that Ukraine had lost 300 soldiers near Kupiansk. | belligerent
Ukraine lost 300 soldiers near Kupiansk, the Russian military said. | belligerent
In Poltava, 24 people were injured, the governor and the mayor both said. | corroborated
In Poltava, 24 people were injured, the police and the rescuers both said. | single
Mayor Serhii Nadal and Suspilne, whose crew went from ward to ward, both gave 31 wounded by noon. | corroborated
Three people were killed in Sumy, the governor said. Reuters, which saw the admission books, came to the same figure. | corroborated
Three people were killed in Sumy, the governor said. Reuters, citing its doctors, and Suspilne both give that number. | corroborated
The bodies of 57 soldiers were returned, the Coordination Headquarters for the Treatment of Prisoners of War said. | single
Vladimir Saldo said 24 people were killed when drones hit a cafe in Kherson region. | belligerent
Mediazona's list, checked name by name, stood at 121,507 soldiers killed in August. | verified
Mediazona’s register stood at 121,507 soldiers killed in August. | verified
Mediazona and the BBC have the names of 160,000 dead Russian soldiers, gathered from obituaries. | verified
Kyiv took back the bodies of 90 soldiers, the headquarters said. Vladimir Medinsky gave the same number in Moscow. | corroborated
Russia lost 700 soldiers killed on that stretch, Oleksandr Syrskyi wrote. | belligerent
Russian-installed officials said five people were killed by shelling in Donetsk. | belligerent
The DPR said five civilians were killed by shelling in Donetsk. | belligerent
Denis Pushilin said five civilians were killed by shelling in Donetsk. | belligerent
Five civilians were killed in shelling of Horlivka, according to the occupation authorities. | belligerent
Belgorod governor Vyacheslav Gladkov said a drone killed two people in Shebekino. | single
Two people were killed by a drone in Shebekino, Gladkov wrote on Telegram. | single
The governor of Bryansk region, Alexander Bogomaz, said shelling wounded two people. | single
Two people were wounded in a Ukrainian drone attack on the Kursk region, its acting governor said. | single
Nine people were confirmed killed in the missile strike. | unattributed
Nine people were reportedly killed in the missile strike. | unattributed
At least nine people are believed to have been killed in the missile strike. | unattributed
It is claimed that nine people were killed in the missile strike. | unattributed
Some say nine people were killed in the missile strike. | unattributed
Sources say nine people were killed in the missile strike. | unattributed
Witnesses said nine people were killed in the missile strike. | unattributed
Officials said nine people were killed in the missile strike. | unattributed
Ukrainian officials said nine people were killed in the missile strike. | single
City officials in Odesa said nine people were killed in the missile strike. | single
Media reported nine people killed in the missile strike. | unattributed
Two residents of the block said nine people were killed in the missile strike. | single
The mayor said the strike was the worst in a year. Nine people were killed. | unattributed
The mayor spoke to reporters on Tuesday. Nine people were killed by the missile. | unattributed
"Nine people were killed," the mayor said. "Twelve were wounded by the missile." | single, single
"Nine people were killed by the missile," said Oleh Kiper, the regional governor. | single
The strike killed nine people and wounded twelve, the prosecutor general's office said. | single, single
According to the prosecutor general's office, the strike killed nine people and wounded twelve. | single, single
The strike killed nine people, according to Reuters and the Associated Press. | corroborated
The strike killed nine people, Reuters and AFP reported. | corroborated
The strike killed nine people, the mayor said, and Reuters journalists at the scene counted nine bodies. | corroborated, corroborated
The strike killed nine people, the mayor said. AFP also put the toll at nine. | corroborated, corroborated
The strike killed nine people, the mayor said. AP reporters saw nine bodies at the morgue. | corroborated, corroborated
The strike killed nine people, the mayor said; the hospital gave the same figure. | corroborated
The strike killed nine people, Reuters reported, citing the mayor. | single
The strike killed nine people, Reuters reported citing the regional governor. | single
Quoting the mayor, Reuters said the strike killed nine people. | single
Reuters, quoting police, reported nine dead after the missile strike. | single
The strike killed nine people, the BBC reported, quoting local officials. | unattributed
The strike killed nine people, the mayor told Reuters. | single
The strike killed nine people, the mayor told the BBC on Monday. | single
The strike killed nine people (Suspilne). | single
The strike killed nine people (AP, BBC). | corroborated
The strike killed nine people, the governor said (Reuters). | single
The mayor said the strike killed nine people. The figure has not been independently confirmed. | caveated
The strike killed nine people, according to an unconfirmed report by the mayor. | caveated
The UN mission in Ukraine said it had verified nine civilian deaths from the strike. | verified
HRMMU verified that 301 civilians were killed and 1,200 injured in the attacks in July. | verified, verified
Mediazona and the BBC have confirmed the names of 100,000 Russian soldiers killed in Ukraine. | verified
The General Staff said Russia lost 1,100 soldiers in the past day. | belligerent
Russia lost 1,100 soldiers in the past day, the General Staff of Ukraine said. | belligerent
Zelensky said 40,000 Ukrainian soldiers had been killed in the war. | single
Zelensky said 300,000 Russian soldiers had been killed in the war. | belligerent
Ukraine's air force said debris from a drone wounded two people in Odesa. | single
The Pentagon said 300 Russian soldiers were killed in the battle. | single
British intelligence estimated that Russia has suffered 900,000 casualties in the war. | single
Hamas said 40 Palestinians were killed in Israeli strikes on Gaza. | single
Gaza's health ministry said 40 people were killed in Israeli strikes. | single
Three people were killed, the governor said; his deputy said later that three had died in the shelling. | single, single
A missile killed four people, emergency services said, among them two children. | single, single
A drone killed a woman and wounded her husband in Kherson, the city's military administration said. | single, single
Peskov, whose country has killed thousands of Ukrainian civilians, said talks would go on. | unattributed
Human Rights Watch documented 14 civilian deaths in the air strike. | single
Amnesty International found that 14 civilians were killed in the air strike. | single
Nine people died in the bombardment, it was announced. | unattributed
Nine people died in the bombardment, the national police announced on Facebook. | single
Telegram channel Astra reported that a strike killed nine Russian soldiers in Makiivka. | single
Kyiv says nine civilians were killed by the shelling. | single
Moscow says nine civilians were killed by Ukrainian shelling in Donetsk. | belligerent
Moscow admitted that nine of its soldiers were killed in the strike. | single
Kyiv's mayor, Vitali Klitschko, spoke at dawn. He said the missile killed six people. | single
The missile hit at four. Six people were killed, the mayor wrote, adding that nine were wounded. | single, single
The mayor said that six people were killed by the missile and that nine were wounded. | single, single
Six people were killed by the missile, and nine were wounded, the mayor said. | single, single
Mayor Ihor Terekhov said a missile hit a market. "Six people are dead," he wrote. | single
The missile killed six people, the mayor said. Police gave the same figure. | corroborated
The missile killed six people, the mayor said, a toll that Reuters confirmed with the morgue. | corroborated
The missile killed six people, the mayor said. Reuters was unable to confirm the toll. | caveated
The missile killed six people, the mayor said. The Red Cross, whose team was there, also recorded six. | corroborated
The missile killed six people and wounded nine, the mayor said; AFP's reporters counted six and nine too. | corroborated, corroborated
The missile killed six people, the mayor said. AFP, citing the mayor, gave the same toll. | single
The missile killed six people, the mayor said. His spokesman gave the same number. | single
The missile killed six people, police said. Prosecutors gave the same number. | single
The missile killed six people, according to the regional governor and, separately, the Red Cross. | corroborated
The missile killed six people, both the mayor and Reuters said. | corroborated
The missile killed six people, said the mayor and two Reuters reporters. | corroborated
Reuters and the mayor both put the death toll from the missile at six. | corroborated
Human Rights Watch documented six deaths from the missile, and so did Amnesty International. | corroborated
The General Staff said 400 Russian soldiers were killed in the battle. | belligerent
The General Staff said 400 Russian soldiers were killed in the battle. Zelensky gave the same figure. | belligerent
The Air Force said 400 Russian soldiers were killed by one bomb. | belligerent
TASS said 400 Ukrainian soldiers were killed. RIA Novosti gave the same number after the battle. | belligerent
Moscow said 400 Ukrainian soldiers were killed; the Kremlin put the number at 400 too. | belligerent, belligerent
The UN human rights office keeps a register. It had verified 9,000 civilians killed in the war by June, it said. | verified
Reuters reported from the bulletin of the UN human rights mission that 40 civilians were killed by drones in May. | verified
The shelling killed 40 civilians in May, by the UN human rights office's count. | verified
The shelling killed four people, by the mayor's count. | single
The shelling killed four people, by the mayor's count and by the Red Cross's. | corroborated
The shelling killed four people. The mayor confirmed the deaths. | single
The shelling killed four people. The mayor confirmed that the school was hit. | unattributed
The shelling killed four people, the governor said, and wounded a Reuters reporter. | single, single
The shelling killed four people, the governor said. Reuters reporters counted four craters. | single
The shelling killed four people, the governor said. Reuters has four reporters in the city. | single
The shelling killed four people, the governor said. The mayor has four children. | single
The shelling killed four people, the governor said. Police said four houses were burned. | single
The shelling killed four people, the governor said. Police said the same. | corroborated
The shelling killed four people, the governor said. AP reported the same number of dead. | corroborated
The shelling killed four people, the governor said. Police named them as the Koval family. | corroborated
The shelling killed four people, the governor said. The railway named all four in its own statement. | corroborated
The shelling killed four people, the governor said. The army has the same number of guns. | single
Six people have died and 12 are wounded after the missile strike, according to Oleh Kiper, head of Odesa region. | single, single
Prosecutors in Kharkiv opened a case after a strike that they said killed six people. | single
The strike, which officials in Odesa said killed six people, hit a pier. | single
A missile strike killed six people, state emergency officials said in a statement. | single
Six soldiers were killed in an ambush, the army said in a communique. | single
Six soldiers were killed in an ambush, an army spokesman told reporters. | single
Six soldiers were killed in an ambush, a security source said. | single
Six soldiers were killed in an ambush, two security officials said on condition of anonymity. | single
The military said that 40 militants were killed in the raid. | belligerent
State television said six people were killed in the attack. | single
Al Jazeera's correspondent said six people were killed in the attack. | single
Six people were killed in the attack, news agency AFP reported. | single
Six people were killed in the attack, the Syrian Observatory for Human Rights said. | single
Six people were killed in the attack, an activist group said. | single
The attack killed six people, according to a Reuters tally. | single
The attack killed six people, according to a count by the Associated Press. | single
According to figures from the interior ministry, the attack killed six people. | single
Figures released by the interior ministry show that the attack killed six people. | single
The interior ministry said in a report that attacks had killed 60 civilians. | single
An interior ministry report says attacks have killed 60 civilians. | single
A UN report found that 60 civilians had been killed in the attacks. | single
Ukraine's president said a missile had killed six people. | single
Ukraine says Russian missile killed six in Odesa. | single
Kyiv: Russian missile kills six in Odesa | single
In a post on Telegram, the governor wrote that six people had been killed by shelling. | single
"There are six dead and twelve wounded after the attack," the mayor told state television. | single, single
Russian occupiers shelled the town, killing six people, the mayor said on Facebook. | single
Russian forces have lost 600 soldiers in the assault, Ukrainian officials say. | belligerent
Ukrainian officials estimate that 600 Russian soldiers died in the assault. | belligerent
Western officials estimate that 600 Russian soldiers died in the assault. | single
The US believes 600 Russian soldiers died in the assault. | single
Russia said it killed 600 Ukrainian soldiers in the assault. | belligerent
Russian media outlet Meduza said 600 Russian soldiers were killed in the assault. | single
The head of the Donetsk People's Republic said six people were killed by shelling. | belligerent
Officials in Belgorod said six people were wounded by drones. | single
Russia's Investigative Committee said six people were wounded by drones in Kursk. | single
Hospital officials in Gaza said six people were killed in the strike. | single
Hamas-run health authorities said six people were killed in the strike. | single
Israel said six of its soldiers were killed in the ambush. | single
Six Israeli soldiers were killed in the ambush, the Israeli military said. | single
A drone killed two people in Kherson, the governor said. A shell killed three people in Nikopol, the mayor said. | single, single
The strike killed two people and wounded five, the governor said; the hospital gave the same numbers. | corroborated, corroborated
A drone killed two people, the governor said, and a BBC team at the scene also counted two bodies. | corroborated, corroborated
The raid killed two people, Reuters reported, citing the governor. AFP, citing the governor, also gave two. | single
Kherson's regional head said a drone killed two people. The regional hospital said it had two dead. | corroborated, corroborated
Nikopol's mayor said a drone killed two people. Doctors at the city hospital said two were dead. | corroborated, corroborated
Sumy's governor said a shell wounded nine people. The regional clinic said nine were wounded. | corroborated, corroborated
A bomb hit Kramatorsk and killed six people, the mayor said. Donetsk region police said six had died. | corroborated, corroborated
A shell killed two people in Nikopol, medics said. Dnipropetrovsk regional prosecutors said two were killed. | corroborated, corroborated
A drone killed two people in Nikopol, the mayor said. In Sumy region two people were killed, police said. | single, single
By 10 a.m. the mayor gave four people killed by the bomb. | single
At noon the hospital gave nine wounded in the strike. | single
A shell killed a girl of nine and a driver of 54, the mayor said. | single, single
The bomb killed six people, a boy of three among them, police said. | single, single
The governor of Sumy said a shell wounded nine people. The Sumy regional administration said nine were wounded. | single, single
"""


@pytest.mark.parametrize(("text", "grade"), [line.rsplit(" | ", 1) for line in GRADES.strip().splitlines()])
def test_grades_what_stands_behind_a_count(text: str, grade: str) -> None:
    assert ", ".join(claim.grade for claim in reading_of(text)[0].claims) == grade


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kyiv's mayor, Vitali Klitschko, spoke at dawn. He said the missile killed six people.", ["mayor, Vitali Klitschko"]),
        (
            "The UN human rights office keeps a register. It had verified 9,000 civilians killed in the war, it said.",
            ["UN human rights office"],
        ),
        ("The missile killed six people, both the mayor and Reuters said.", ["the mayor", "Reuters"]),
    ],
)
def test_a_source_is_named_as_an_editor_knows_it(text: str, names: list[str]) -> None:
    told = [one.mention.text for claim in reading_of(text)[0].claims for one in claim.standing]
    assert all(any(name in each for each in told) for name in names)
    assert not {"he", "it", "they"} & {each.lower() for each in told}
