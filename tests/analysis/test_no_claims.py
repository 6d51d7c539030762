"""Sentences with figures, the hurt and the dead in which nobody counts the victims of war or attack."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import reading_of

TEMPTING = """
At the noon briefing the institute's director said the fatalities included two men and three women. Four cases were aged over 70.
Methanol in bootleg spirits killed 19 people in two villages.
The toll from contaminated beer in the north rose to 41.
Four people died and eleven were wounded in weekend shootings across the city of Memphis.
Saudi Arabia executed 12 men on Sunday, its largest execution of the year.
The remains of two infants were found in suitcases bought at a sale.
A preacher is charged with the murder of 30 followers in a forest.
Seven guests were injured when a brawl broke out in a bar in Naples.
Two people died and four were hurt when a bus left the road near Lutsk, police said.
Two people were killed and four injured in a house explosion in Leeds on Monday.
A hot air balloon came down on a road in Kansas, killing all three on board.
Forty people were found dead in a tractor-trailer at a border post.
Six people were killed in a shooting between two criminal groups in Sinaloa.
At least 20 people were killed in food riots across the country.
The drone killed 16 donkeys at the mill.
Dynamo drew, with two defenders injured before half-time.
The caption of the video reads: “Direct hit, 12 generals eliminated in a day by rockets.”
The flu has killed 14 people in the county since January, health officials said.
A gunman killed three people at a petrol station in Ohio before police arrested him.
The senator lost 12 supporters after the vote, and killed two amendments.
A man sold candles on the stairs because the power had been killed by a drone.
A nurse stood at the window after the lights had been killed by the missile.
Two workers stayed until the pump was killed by a drone.
Six residents wept as the old oak was killed by the fire after the drone strike.
A teacher stayed until her phone died in the shelling.
A nurse lit candles once the generator had been killed by the blast.
The ombudsman said that Kyiv had for months refused to take back a thousand prisoners of the war.
A tram ran over two pedestrians in Dnipro, killing one.
Two paragraphs were killed by the censor after the attack.
The photograph captured forty people on the platform after the strike.
The army destroyed 12 tanks and 30 armoured vehicles in the fighting.
Russia fired 41 drones and 12 missiles at Ukraine overnight.
The air force shot down 466 of the 512 drones that Russia launched. Interceptors killed 251 of them, a spokesman said.
Russia launched 512 Shaheds overnight. Gunners killed 300 of them, the air force said.
The farm held 4,000 chickens. The fire after the drone strike killed 900 of them, rescuers said.
Russia sent 90 armoured vehicles. The brigade said its gunners had killed 40 of them.
The brigade has 3,000 soldiers and 40 guns near the front.
If the dam breaks, 3,000 people could be killed by the flood.
The plan would have killed thousands of civilians, analysts warned.
The minister warned that a strike on the plant might kill hundreds of people.
The home side was murdered 6-0 and lost two players to injury before the war of the derby.
The Bears lost three defenders to injury in a bruising attack on the Eagles' end zone.
Ten people were injured when a stand collapsed at a concert in Lyon.
A wildfire killed four firefighters and left two missing in the hills above Los Angeles.
The recession wounded hundreds of small firms and killed off two high-street chains.
The bill was killed by 51 votes to 49.
The candidate captured 14 delegates in the caucus on Saturday.
She captured 54 percent of the vote and two counties.
The party lost 40 seats in the House, its worst casualty list since 1994.
Police arrested 14 people after the protest; two officers were hurt by a bottle.
Three cows were killed by lightning on a farm near Sumy.
A missile killed 200 sheep and wrecked a barn near the front.
The operation left him with 14 stitches and a hurt shoulder.
Firefighters rescued 12 people trapped by the flood, and four are still missing.
The ferry sank with 60 people aboard; 12 are missing.
An earthquake in Turkey killed at least 40 people, officials said.
Hospital infections kill 5,000 patients a year.
Smoking kills 480,000 Americans every year.
About 90 people a day are killed by guns in the United States.
Opioids have killed 64,000 people in the country in a year.
A plane crash killed all 71 people on board, including 20 players.
The general said 5,000 troops would be sent to the border.
Some 12,000 soldiers took part in the exercise, and 300 tanks.
The company fired 300 people and shot two adverts in Kyiv.
The series killed off three characters in its second war season.
Two men were convicted of murdering a teenager in 2014 in a robbery.
A jury convicted him of killing two women in Texas.
He is accused of killing nine worshippers in a dispute over land.
The virus has claimed 2,000 lives across the region.
The heat wave claimed 14 lives in Greece.
Nine miners died in an explosion caused by methane in a coal mine.
Six workers were hurt when a boiler exploded at a factory in Poland.
Two climbers died on the mountain after an avalanche.
She said the war had broken a million hearts.
The sanctions hurt 400 companies and wounded the pride of two oligarchs.
The bomb-disposal unit cleared 40 mines and 12 shells.
Drones hit 12 flats and two schools.
The attack on the senator's record killed her chances with 40 donors.
One in five veterans is hurting financially.
The exhibition shows 40 portraits of soldiers.
Volunteers baked 300 loaves for the wounded.
The fund paid the families of the fallen 15 million hryvnias.
The ministry bought 1,200 stretchers for wounded soldiers.
The hospital has 300 beds for the injured.
A school for 200 children of fallen soldiers opened in Lviv.
Parliament voted on Tuesday by 300 to 12 to honour the dead.
He won four medals at the Games for wounded veterans.
The strike by 4,000 nurses hurt 12 hospitals.
The attack ad cost the congressman 12 points.
A shark attack injured two swimmers off Florida.
A dog attacked two children in the park.
Twelve people were overcome by carbon monoxide and died at home.
Two pilots died when their training jet crashed during an exercise.
Two brothers were stabbed to death outside a nightclub in Leeds, and a third man was wounded.
Police shot and killed two men who had robbed a bank in Lagos.
Three tourists were murdered at a guest house in Thailand, the court heard.
Forty inmates died in a riot at a jail in Brazil.
A stampede at a religious festival killed 31 pilgrims in India.
Twelve migrants drowned when their boat went down off Lampedusa.
Twenty-three migrants suffocated in the back of a lorry near Marseille.
Nineteen people were crushed to death in a crowd at a football ground in Java.
Did Russia really lose 20,000 soldiers in a week?
Have 5,000 mercenaries died at Bakhmut? We checked.
The post falsely claims that 40 NATO officers were killed by a missile in Lviv.
A viral video that purports to show 12 generals killed in Kherson is in fact from a film.
There is no evidence that 300 foreign fighters were killed at the base, fact-checkers found.
The army is losing 900 soldiers a day, according to the report.
About 1,000 Russians are killed or wounded daily in the fighting.
Between 30 and 40 soldiers die each week in the trenches.
On average two children are hurt every month by mines.
The losses of the exporters reached 14 billion dollars.
The war has cost the region 300 schools and 40 clinics.
The enemy lost 14 tanks, 22 artillery systems and 61 lorries in a day of fighting.
He was one of the last survivors; he died at 94 in a home in Minsk.
Olena Koval, 61, was killed by shelling in March.
The wounded sergeant, 29, went back to his unit.
Captain Ivan Petrenko was killed near Bakhmut and left a wife and two sons.
His two brothers are serving in the army.
The victim, 42, was found in a burned car near the motorway; police suspect a gang.
A gang war over cocaine has killed 14 people in Antwerp.
An armed robber wounded a cashier in Odesa on Friday, police said.
A drunken soldier killed two neighbours in a quarrel in Rivne, investigators said.
A teacher was killed by her former husband in Kyiv.
A lift fell in a block in Kharkiv, killing one woman; the cable was worn.
A gas explosion in Mykolaiv killed three people at breakfast.
The strike on Kharkiv is in the files of two monitoring bodies and of three UN bodies.
A boiler burst in a Tomsk hostel and killed four guests; detectives saw no trace of a drone.
A fire broke out in a flat in Perm and killed two people. It was not an attack, the mayor said.
A tram hit two women in Dnipro on Saturday.
A 40-metre crane collapsed on a site in Kyiv and killed two workers.
A boy of 11 drowned in the Dnipro while swimming with friends.
Four soldiers died when their lorry overturned on a mountain road during a drill.
The helicopter crashed in fog, killing all nine on board.
Carbon monoxide killed a family of four in Poltava.
Covid-19 has killed 110,000 people in Ukraine, the health ministry said.
The hospital treated 200 patients with measles; two died.
A hundred thousand people died in the famine that the dictator denied.
Nearly 3,000 people die of snake bites in the state every year.
The rebels swore to kill ten judges for every man extradited.
The terrorists threatened to execute 12 hostages at noon.
They planned to bomb the stadium and kill hundreds.
If the missile had hit the school, 200 children would have died.
The blast could have killed dozens, the fire chief said.
The shelter can hold 400 people in case of an attack.
About 60 people were evacuated after the shelling.
The bombers flew 12 sorties and dropped 40 bombs.
The 12th brigade and the 40th battalion took two villages.
Some 8,000 people fled the fighting in two days.
The prize of 2 million euros goes to the families of the missing.
Two missing hikers were found alive in the Carpathians.
A missing 12-year-old girl was found safe in Lviv.
Fans mourned the death of the singer, 58, who sold 40 million records.
The dead letter office holds 14,000 parcels.
The strike killed off three factories and 2,000 jobs.
The patient was dead on arrival after 12 bullets hit him in a car park, police in Chicago said.
Fourteen people were charged over the killing of a banker.
The court jailed two men for the murder of a journalist in 2019.
In 1914 the battle cost the regiment 400 men.
The plague killed a third of the city.
A grenade that a drunk man threw in a café in Vinnytsia wounded two guests.
Prosecutors opened 14 cases over the killing of prisoners.
The regiment buried its dog with military honours after the shelling.
Two horses were killed and five wounded when a shell hit the stud farm.
Nine hundred hens died in a drone strike on a poultry farm.
The fleet lost three ships and a submarine to missiles.
Air defence brought down 31 of 40 drones; debris damaged nine houses.
The attack killed the power in 12 districts.
Shelling killed the heating for 4,000 people in Kherson.
The strike left 40,000 people without water.
The strike left two schools dead to the network and a hospital dark.
Russian shelling damaged 14 houses, a clinic and two shops.
The missile missed the bridge and hit an empty field; the crater is nine metres wide.
The army called up 20,000 reservists after the attack.
The city's blood bank needs 300 donors for the wounded.
The hospital performs 40 operations a day on wounded soldiers.
A monument to the 96 fallen will be raised by the sappers.
The court heard 12 witnesses to the killings in Bucha.
The team exchanged fire for nine hours with an army of rivals and lost 4-1.
Kyiv's Dynamo lost three players to injury before the derby.
The chess club was hurt by the loss of two sponsors during the war.
The actor, who played a killer in three films about the war, was hurt on the set.
The opera lost 14 singers to the army.
Ukraine lost 14 medals and a coach in the scandal.
The town lost 30 percent of its people in the war.
The country lost 3 million hectares of fields to mines.
Deminers destroyed 64 shells and nine mines near Izium.
A court in Kyiv jailed two men for a contract murder.
If Russia fired 50 missiles at once, 500 people might be killed.
The general feared that 10,000 men would be lost in a storm of the city.
Without shelters, the strike would have killed hundreds, the mayor said.
The bomb could have killed hundreds, the mayor said.
The drill simulated an attack with 40 casualties.
The insurer expects up to 300 deaths on the roads this winter.
Life expectancy fell by two years in the war.
The number of the dead is unknown.
The ministry does not publish its losses.
How many were killed? Nobody has counted.
Pensions go to 60,000 widows.
Russia handed out 400,000 passports in the occupied towns.
The column of 40 vehicles was seen near the border.
The reserve has 3,000 troops, 40 tanks and no dead to bury.
She is writing a novel about three soldiers killed in 1916.
The film follows four pilots, two of whom die in the last reel.
In the game the player shoots 40 enemies and captures two flags.
The union's strike hurt 200 businesses.
The rocket carried two astronauts into orbit.
The bomb cyclone killed four people in Boston.
Storm Nelson left three dead in Wales.
The bombshell book killed two careers.
He made a killing on 40 shares.
The fire killed four people in a block in Kharkiv; an iron had been left on.
A pensioner was killed by an icicle in Kyiv.
Two teenagers were killed by a train near Fastiv.
Three men died in a well in Vinnytsia region from gas.
Police shot a bear that had wounded two foresters.
A pack of dogs wounded three children in Mykolaiv.
The hepatitis outbreak infected 40 soldiers.
"""


@pytest.mark.parametrize("text", TEMPTING.strip().splitlines())
def test_is_no_claim(text: str) -> None:
    assert [claim.kind for claim in reading_of(text)[0].claims if not claim.historical] == []


@pytest.mark.parametrize(
    "text",
    [
        "Forty conscripts were in the trench with 60 drones. The shell killed 12 of them, the brigade said.",
        "Russia sent 300 soldiers and 20 tanks into the village. Artillery killed 12 of them, the brigade said.",
        "The passengers were waiting with 300 parcels. A drone killed two of them, the governor said.",
        "A platoon entered the village. Artillery killed 12 of them, the brigade said.",
    ],
)
def test_some_of_the_people_told_of_before_are_people(text: str) -> None:
    assert [claim.kind for claim in reading_of(text)[0].claims] == ["killed"]
