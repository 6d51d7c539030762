"""Who stands behind a count, in wordings that desks use beside the plain ones: the draft, and the grade of each count in it."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import reading_of

STANDING = """
On Monday Reuters said more than 40 fighters had been killed in the raid. | single
On 1 June Reuters said about 40 fighters had been killed in the raid. | single
In Sumy the mayor said fewer than 40 people had been wounded by the shells. | single
The Eastern Group of Forces said 40 Russians were killed, 60 were wounded, and one was captured. | belligerent, belligerent, belligerent
The brigade said 40 Russian soldiers had been killed and 60 wounded near Bakhmut. | belligerent, belligerent
The Ukrainian army said Wagner had suffered 140 casualties, including 40 men killed, near Bakhmut. | belligerent, belligerent
The Russian ministry said 30 Ukrainian soldiers had been killed, and 12 were wounded near Kursk. | belligerent, belligerent
Kyiv officials said three people were killed and nine were wounded in Kyiv. | single, single
The Ukrainian army admitted that it had suffered 140 casualties, including 40 men killed, near Bakhmut. | single, single
The BBC, which counts with Mediazona, has verified the names of 90,000 Russian soldiers killed. | verified
The BBC has established by name that 90,000 Russian soldiers were killed. It counts them together with Mediazona. | verified
The BBC's Russian service works alongside Mediazona. So far we have identified the names of 90,000 soldiers killed. | verified
The BBC has verified the names of 90,000 Russian soldiers killed. | single
The BBC said the names of 40 soldiers killed were known, and Mediazona said its office had been searched. | single
The BBC said 40 soldiers were killed. It works with Mediazona. | single
Serhii Bondar, a spokesman for the Eastern Group of Forces, said 120 Russians had been killed. | belligerent
The spokesman for the Khortytsia operational-strategic group said 120 Russian soldiers had been killed. | belligerent
The Zapad group of forces said 300 Ukrainian soldiers were killed in a day. | belligerent
The brigade said 120 Russians had been killed. | belligerent
Four residents of Donetsk were killed in Ukrainian shelling on Monday, Kremlin-backed officials said. | belligerent
According to Russia, 180 foreign fighters have been killed in Ukraine. | belligerent
The brigade said 12 of its soldiers had been killed. | single
The 1st Azov Corps killed 64 Russian soldiers near Shakhove in a day, its press officer said on Telegram. | belligerent
The 68th Jaeger Brigade killed 14 Russian soldiers near Hryshyne, its commander told Reuters. | belligerent
Ukraine's 3rd Assault Brigade killed 30 Russian infantrymen, its spokesman said. | belligerent
A drone regiment killed 120 Russian soldiers in March, its commander wrote. | belligerent
Russia's 40th Naval Infantry Brigade killed 90 Ukrainian soldiers, its press service said. | belligerent
The 68th Jaeger Brigade lost nine men in the village, its commander told Suspilne. | single
A drone hit a school and wounded nine people, its director said. | single
Five people have been killed in strikes, as the two sides continue to trade drone attacks. | unattributed
Nine people were killed in the strike on Sumy, as the city began burying its dead. | unattributed
Nine people were killed in the strike on Sumy, as the governor put it last night. | single
The Ukrainians said Wagner had suffered 90 casualties in a day near Bakhmut. | belligerent
Ukrainians claimed that 300 Russian soldiers had been killed in the night. | belligerent
Russians said 40 civilians had been killed by shells in Kherson. | belligerent
Ukraine's army said Russia had lost 140 men killed, 180 wounded and 12 captured near Bakhmut. | belligerent, belligerent, belligerent
The Ukrainian military claimed the Russians lost 40 dead and 60 injured in the raid. | belligerent, belligerent
The Russian ministry said Ukraine lost 40 killed and 60 wounded near Pokrovsk. | belligerent, belligerent
Kyiv's army admitted that it had lost 40 killed and 60 wounded near Pokrovsk. | single, single
On 1 May, Reuters said that over 4,100 Wagner men had been killed. By 17 May the US said 9,000 had been killed. | single, single
On 4 May rescuers said nine people had been killed in Sumy. Reuters gave the same number on 5 May. | corroborated
By May 4 Reuters had counted nine people killed in Sumy. | single
On 4 May 2026 Reuters said nine people had been killed in Sumy. | single
The governor said at least 12 people had been killed in Sumy. Reuters counted 14 people killed in Sumy. | corroborated, corroborated
A missile hits a market in Kostiantynivka, killing twelve people. Zelenskyy condemns the attack. (BBC News) (Reuters) | corroborated
A missile hits a market in Kostiantynivka, killing twelve people. Zelenskyy condemns the attack. (BBC News) | single
Shelling in Sloviansk kills twelve people. (Reuters), (AP) | corroborated
Shelling in Sloviansk kills twelve people. The town's council (which fled in 2014) condemned it. | unattributed
Four people were killed by a bomb in Izium. The toll was given by Olena Tkach, the regional governor, on television. | single
Four people were killed by a bomb in Izium. Ivan Moroz, the acting mayor, gave the figures on local radio. | single
Four people were killed by a bomb in Izium. The figures came from the regional hospital. | single
Vladimir Saldo said a drone killed four people in Kherson region. Kyiv said it had struck soldiers. | belligerent
A bomb killed four people in Izium, and Islamic State said it was to blame. | unattributed
Denys Hrytsenko, the regional governor, summed up the night: one man was killed by shells in Izium. | single
The toll of the shelling, as given by rescuers at the scene: five dead. | single
Of those shelled at the crossing, 40 were killed by the count of Ukraine's chief prosecutor. | single
Some 160,000 Russian soldiers have been killed, going by obituaries that Mediazona gathers. | verified
The BBC's Russian Service, together with Mediazona and volunteers, identified 99,000 Russian soldiers killed in the war. | verified
The shelling of Izium kills twelve: governor | single
Russia handed over 1,000 bodies, the Coordination Headquarters said. | single
HRMMU verified 226 people killed and 187 injured. Drones caused 71 of those deaths. | verified, verified, verified
HRMMU verified 226 civilians killed in October. Missiles accounted for 90 of these deaths. | verified, verified
The governor said that 14 people had been killed in Kherson. Mines were behind nine of the fatalities. | single, single
The governor said that 14 people had been killed in Kherson. Of the 14, nine died in the port. | single, single
Drones caused 71 of the deaths in Kherson. | unattributed
In Kherson alone the UN mission in Ukraine verified 29 people killed, among them two girls, and 214 injured. | verified, verified, verified
Since spring the prosecutor's office has counted 14 people killed in Kherson. | single
Twelve Ukrainian soldiers killed in Izium shelling — Russia's top brass | belligerent
Ukrainian drone wounds five in Horlivka — Pushilin DONETSK, May 17. | belligerent
Three people were killed by shelling, Ukrinform quoted the mayor as saying. | single
Telegram channels report three people killed by the missile. | unattributed
Shells killed three people in Kherson overnight. This was reported by the head of the regional administration. | single
The city's mayor says shells killed three people in Kherson, and the Red Cross confirms the number. | corroborated
The city's mayor says shells killed three people in Kherson. The Red Cross condemned the strike. | single
Reports from the front say three people were killed by the shells. | unattributed
Some 250,000 Russian soldiers have died in the war, by a British intelligence estimate. | single
Near Avdiivka 60 Russian infantrymen were killed in a day, the brigade's spokesman said. | belligerent
Ukrinform headline: Airstrikes on Sumy kill nine people | single
Police and prosecutors in Odesa both put the number of those killed by the drone at six. | single
The Network for Human Rights and the Observatory, which work apart, both counted 60 civilians killed in the raid. | corroborated
Rescuers counted nine bodies in the strike, and prosecutors, working separately, reached the same number. | corroborated
The State Emergency Service counted nine bodies after the strike, and prosecutors reached the same number. | single
The doctors treated 20 people wounded in the strike, the clinic said, a number that the Red Cross delegation also gave. | corroborated
Russian forces have suffered 950,000 casualties in the war, the Centre for Strategic and International Studies calculated. | single
Police said a drone strike in Nikopol killed three people; the same strike left nine dead, the mayor wrote. | conflicting, conflicting
"""

SIDES = """
The Syrian Observatory for Human Rights said the raid killed 40 rebels in Idlib. | single
Israel's army said it had killed 40 gunmen in Rafah and captured 15 others. | belligerent, belligerent
U.S. Central Command said the raid had killed two Islamic State organisers. | belligerent
Hamas said that three Israeli captives were killed in the bombing. | belligerent
The Saudi-led coalition said its strikes had killed 165 Houthi fighters. | belligerent
A Houthi spokesman said that 31 of the movement's fighters were killed in the strikes. | single
Russia's Defence Ministry admitted that 89 of its soldiers had died in Makiivka. | single
Yevgeny Prigozhin said that 2,000 of his men had died at Bakhmut. | single
Moscow said Kyiv had lost 300 of its soldiers near Pokrovsk. | belligerent
Igor Konashenkov said the strike had killed 80 foreign mercenaries. | belligerent
Three people were killed in the Ukrainian capital overnight, mayor Vitali Klitschko said. | single
Three soldiers were killed in Ukrainian shelling, Ukraine's General Staff said. | belligerent
The Federal Security Service said two saboteurs were killed near the Bryansk border. | belligerent
Some 480 Russian assault troops were killed near Lyman, according to the Third Army Corps. | belligerent
Two of our soldiers were killed near Lyman, the brigade said. | single
According to Russian sources, 300 Ukrainian servicemen were killed near Bakhmut. | belligerent
Ukraine's General Staff put Russian losses over the past day at 1,200 killed. | belligerent
Russian losses for the day came to 1,200, Syrskyi wrote. | belligerent
Ukraine counts 6,000 North Koreans killed in Kursk. | belligerent
"""


@pytest.mark.parametrize(("text", "grade"), [line.rsplit(" | ", 1) for line in (STANDING + SIDES).strip().splitlines() if line])
def test_grades_what_stands_behind_a_count(text: str, grade: str) -> None:
    assert ", ".join(claim.grade for claim in reading_of(text)[0].claims) == grade


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The strike on Kharkiv is said to have killed seven people.", "killed"),
        ("Ukraine has lost 600 men killed near Pokrovsk, Moscow said.", "killed"),
        ("Russia has lost a million soldiers killed and wounded, Kyiv said.", "casualties"),
    ],
)
def test_says_what_happened_to_those_counted(text: str, kind: str) -> None:
    assert [claim.kind for claim in reading_of(text)[0].claims] == [kind]


IN_CAPITALS = """
Four people were killed by the bomb, wrote Serhii Lysak, who heads the regional administration.
Three people, the mayor said, were killed by shelling.
"Five of our neighbours were killed by the bomb," said Olha Marchenko, a teacher from Saltivka.
Seven people died in the strike on Kharkiv, the Kyiv Independent reported, citing the mayor.
Three people were killed in the strike on Rylsk, Russian state media said. AFP was unable to verify the report.
Human Rights Watch documented five deaths in the strike on Izium, and so did Amnesty.
Russia's Defence Ministry admitted that 89 of its soldiers had died in Makiivka.
Gaza's civil defence said 30 people were killed in the strike.
Police and prosecutors in Odesa both put the number of those killed by the drone at six.
The city's mayor says shells killed three people in Kherson. The Red Cross confirmed the toll.
Three people were killed by shelling, Ukrinform quoted the mayor as saying.
Mediazona and the BBC have confirmed by name 160,000 Russian soldiers killed.
"""


@pytest.mark.parametrize("text", IN_CAPITALS.strip().splitlines())
def test_a_wire_in_capitals_says_what_another_says(text: str) -> None:
    plain, shouted = (reading_of(each)[0].claims for each in (text, text.upper()))
    assert [claim.grade for claim in plain] == [claim.grade for claim in shouted] != ["unattributed"]


@pytest.mark.parametrize(
    "text",
    [
        "Three Miners Killed By Shelling, Tass Says, Quoting The Occupation Authorities",
        "Four People Killed By Bomb, Wrote Serhii Lysak, Who Heads The Regional Administration",
        "Russia's Defence Ministry Admitted That 89 Of Its Soldiers Had Died In Makiivka",
        "Gaza's Civil Defence Said 30 People Were Killed In The Strike",
        "Medics In Gaza Say 30 People Were Killed In The Strike",
    ],
)
def test_a_headline_whose_words_all_begin_with_capitals_has_a_source(text: str) -> None:
    assert "unattributed" not in [claim.grade for claim in reading_of(text)[0].claims]
