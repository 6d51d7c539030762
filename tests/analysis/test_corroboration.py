"""Who stands behind a count: drafts, and the grade of every claim in them, in order."""

from __future__ import annotations

import pytest

from stancelint.analysis.claim_mentions import Mentions
from stancelint.analysis.model import Claim, SourceMention
from stancelint.text.patterns import learned
from stancelint.text.span import Span
from tests.analysis.drafts import draft, reading_of

CORR = "corroborated"
GRADES = """
Twelve people were killed by the missile. | unattributed
Reportedly, twelve people were killed by the missile. | unattributed
Twelve people are known to have been killed by the missile. | unattributed
Local media reported that twelve people were killed by the missile. | unattributed
According to preliminary reports, twelve people were killed by the missile. | unattributed
Twelve people were killed by the missile, the governor said. | single
Police: twelve people killed by missile | single
Missile kills twelve in Sumy — governor | single
Missile kills twelve in Sumy — expert | unattributed
OHCHR recorded twelve deaths from the missile. | verified
Twelve people were killed by the missile, the UN human rights office said. | verified
Mediazona has identified 100,000 Russian soldiers killed in the war. | verified
Ukraine accused Russia of killing two people in Nikopol with a drone. | single
Reuters, citing the mayor, reported that twelve people were killed by the missile. | single
The mayor said twelve people were killed by the missile. (Reuters) | single
Twelve people were killed by the missile. (Reuters) | single
Twelve people were killed by the missile. (Reuters) (BBC News) | corroborated
Twelve people were killed by the missile. (Reuters, AFP) | corroborated
Twelve people were killed by the missile (Reuters via Yahoo). | single
Twelve people were killed by the missile. (Reuters) (Reuters) | single
Twelve people were killed by the missile. (VIDEO) | unattributed
Russia's Defence Ministry said 300 Ukrainian soldiers were killed near Lyman. | belligerent
TASS reported that 300 Ukrainian soldiers were killed near Lyman. | belligerent
Ukraine's General Staff said 900 Russian soldiers were killed near Lyman. | belligerent
Ukraine's General Staff said the enemy lost 900 soldiers near Lyman. | belligerent
Ukraine's General Staff said its troops had eliminated 40 soldiers. | belligerent
The Russian-installed governor said shelling killed four people in Donetsk. | belligerent
Russian officials said two civilians were wounded in Crimea by a drone. | belligerent
The governor of Belgorod said a Ukrainian drone killed two people in the city. | single
Russia's Defence Ministry admitted that 89 Russian soldiers were killed in Makiivka. | single
Ukraine's General Staff said 12 Ukrainian soldiers were killed near Lyman. | single
The governor said twelve people were killed by the missile. The figure could not be independently verified. | caveated
Kyiv said Russia lost 1,000 soldiers there. Reuters was unable to verify the claim. | caveated
The governor said twelve people were killed by the missile; the count is unconfirmed. | caveated
Twelve people were killed by the missile. Nothing is confirmed. | unattributed
The Israeli military said it killed 20 militants in the strike. | belligerent
By noon, the governor and AP journalists at the scene both gave two killed in the strike. | corroborated
By evening, the mayor and two AFP reporters in the courtyard both counted six people killed by the bomb. | corroborated
The rescuers and Suspilne journalists outside the block each gave five people wounded by the drone. | corroborated
"""


def grades(claims: tuple[Claim, ...]) -> str:
    return ", ".join(claim.grade for claim in claims)


@pytest.mark.parametrize(("text", "grade"), [line.rsplit(" | ", 1) for line in GRADES.strip().splitlines()])
def test_grades_a_single_sentence(text: str, grade: str) -> None:
    assert grades(reading_of(text)[0].claims) == grade


def test_two_sources_in_two_paragraphs_corroborate() -> None:
    claims = draft(
        """A missile hits Poltava

The strike came at noon.

Six people were killed in Poltava, the regional governor said.

In a separate count, Human Rights Watch said six people were killed in Poltava.
"""
    ).claims
    assert grades(claims) == "corroborated, corroborated"
    assert claims[0].cluster == claims[1].cluster
    assert {one.key for one in claims[0].standing} == {one.key for one in claims[1].standing}


def test_the_mayor_and_his_city_are_one_source() -> None:
    claims = draft(
        """A missile hits Kyiv

The strike came at noon.

Six people were killed in Kyiv, Mayor Vitali Klitschko said.

The Kyiv City Military Administration said six people were killed in Kyiv.
"""
    ).claims
    assert grades(claims) == "single, single"
    assert any("chain of command" in one.why for one in claims[0].standing)


def test_rescuers_police_and_prosecutors_of_one_state_are_one_source() -> None:
    claims = draft(
        """A missile hits Dnipro

The strike came at noon.

Six people were killed in Dnipro, the State Emergency Service said.

The regional prosecutor's office said six people were killed in Dnipro. National police said six people were killed in Dnipro.
"""
    ).claims
    assert grades(claims) == "single, single, single"


def test_a_state_agency_and_its_ministry_are_one_source() -> None:
    claims = reading_of(
        "The Russian Defence Ministry said 40 Russian soldiers died in Makiivka. TASS also said 40 Russian soldiers died in Makiivka."
    )[0].claims
    assert grades(claims) == "single, single"


def test_ohchr_and_its_mission_are_one_source_that_verifies() -> None:
    claims = reading_of("OHCHR said 40 civilians were killed in Hroza. HRMMU said 40 civilians were killed in Hroza.")[0].claims
    assert grades(claims) == "verified, verified"


def test_the_headline_and_the_standfirst_inherit_the_grade_of_the_body() -> None:
    claims = draft(
        """Missile strike on Kharkiv kills 14

Fourteen people died when a missile hit a market in Kharkiv.

The strike on the market in Kharkiv killed 14 people, the regional governor said.

Reuters counted 14 people killed at the market in Kharkiv.
"""
    ).claims
    assert grades(claims) == "corroborated, corroborated, corroborated, corroborated"
    assert len({claim.cluster for claim in claims}) == 1


def test_a_repeated_count_inherits_its_source() -> None:
    claims = draft(
        """A night in Sumy

The shelling began at ten.

Three people were killed in Sumy, the mayor said.

By noon the streets of Sumy were empty. Three people had been killed in Sumy.
"""
    ).claims
    assert grades(claims) == "single, single"


def test_a_minimum_agrees_with_a_higher_exact_figure() -> None:
    claims = draft(
        """Missile strike on Kharkiv kills at least 12

The market was full.

The strike on Kharkiv killed 14 people, the regional governor said.
"""
    ).claims
    assert grades(claims) == "single, single"


def test_headline_and_body_that_disagree_conflict() -> None:
    claims = draft(
        """Missile strike on Kharkiv kills 12

The market was full.

The strike on Kharkiv killed 14 people, the regional governor said.
"""
    ).claims
    assert grades(claims) == "conflicting, conflicting"
    assert claims[0].rivals == (claims[1].figure,)
    assert claims[1].rivals == (claims[0].figure,)


def test_two_paragraphs_that_disagree_on_one_place_conflict() -> None:
    claims = draft(
        """A night of strikes

The market was full.

In Odesa the missile killed five people, the mayor said.

Work went on in Odesa. The missile killed nine people in Odesa, police said.
"""
    ).claims
    assert grades(claims) == "conflicting, conflicting"


def test_two_accounts_of_the_strike_on_one_block_conflict_wherever_they_stand() -> None:
    draft_of = """A night in the tower

The stairs were gone.

Nine people were killed in the strike on the block, the regional administration said.

The lift shaft held.

Rescuers came from three cities.

{later}
"""
    later = "The strike on the block by the river killed twelve people, the State Emergency Service said."
    assert grades(draft(draft_of.format(later=later)).claims) == "conflicting, conflicting"
    for part in (
        "Two sisters killed in the strike on the block were buried on Sunday, the mayor said.",
        "The strike on the market killed twelve people, the State Emergency Service said.",
        "By noon the strike on the block had killed twelve people, the State Emergency Service said.",
    ):
        assert "conflicting" not in grades(draft(draft_of.format(later=part)).claims), part


@pytest.mark.parametrize(
    "later",
    [
        "By evening the death toll in Kharkiv rose to 14, he said.",
        "The toll in Kharkiv was later raised to 14, he said.",
        "As of 6 p.m. 14 people had been killed in Kharkiv, he said.",
        "Police, however, said 14 people were killed in Kharkiv.",
        "A second strike on Kharkiv killed 14 people, he said.",
        "A strike on Kharkiv last month killed 14 people, he said.",
        "Strikes have killed 14 people in Kharkiv since January, he said.",
        "In Poltava 14 people were killed, the governor of Poltava said.",
        "In Kharkiv 14 people were wounded, he said.",
        "In Kharkiv 14 Russian soldiers were killed, he said.",
        "Of those killed in Kharkiv, two were children, he said.",
    ],
)
def test_an_update_another_event_or_a_stated_difference_is_no_conflict(later: str) -> None:
    claims = draft(
        f"Night of strikes\n\nThe market was full.\n\nThe missile killed 12 people in Kharkiv, the governor said.\n\n{later}\n"
    ).claims
    assert "conflicting" not in {claim.grade for claim in claims}


def test_a_part_is_no_rival_of_its_whole_and_is_not_added_to_it() -> None:
    claims = reading_of("The missile killed eight people in Izmail, including two children, the mayor said.")[0].claims
    assert [(claim.low, claim.grade) for claim in claims] == [(8, "single"), (2, "single")]


def test_a_count_that_the_contested_section_names_is_caveated() -> None:
    claims = draft(
        """A strike on Lyman

The shelling began at ten.

Nine soldiers were killed near Lyman, the brigade's commander said.

What remains genuinely contested

Whether nine soldiers were killed, as the commander says, or none, as Moscow does.
"""
    ).claims
    assert claims[0].grade == "caveated"


SIDES_ON_THE_ENEMY = (
    "Russian forces have lost 41,300 soldiers on the front, Ukraine's General Staff said.",
    "Russia's defence ministry said that 41,300 Ukrainian soldiers had been killed on the front.",
    "Syrskyi wrote that 41,300 Russian soldiers were killed on the front.",
)
NAMED_BY = (
    "Whether 41,300 were killed. The side that gives the figure has no second source.",
    "Neither Reuters nor Mediazona can confirm the figure of 41,300 killed.",
    "Both armies publish what neither Reuters nor Mediazona can confirm: 41,300 killed and wounded on one side, 12,600 on the other.",
)


@pytest.mark.parametrize("claim", SIDES_ON_THE_ENEMY)
@pytest.mark.parametrize("named", NAMED_BY)
def test_a_side_on_its_enemys_losses_settles_nothing_though_the_contested_section_names_the_count(claim: str, named: str) -> None:
    text = f"Armies and their counts\n\nThe front is long.\n\n{claim}\n\nWhat remains genuinely contested\n\n{named}\n"
    assert draft(text).claims[0].grade == "belligerent"


def test_figures_that_the_contested_section_sets_side_by_side_do_not_conflict() -> None:
    claims = draft(
        """A strike on Lyman kills 12

The shelling began at ten.

The strike on Lyman killed 14 people, the regional governor said.

What remains genuinely contested

Police speak of 12 people killed in Lyman, the governor of 14 people killed in Lyman.
"""
    ).claims
    assert "conflicting" not in {claim.grade for claim in claims}


def test_a_side_does_not_corroborate_itself_whoever_carries_it() -> None:
    text = (
        "Ukraine's General Staff said 900 Russian soldiers were killed near Lyman. "
        "Kyiv's defence ministry said 900 Russian soldiers were killed near Lyman. "
        "Reuters, citing the General Staff, reported that 900 Russian soldiers were killed near Lyman."
    )
    assert set(grades(reading_of(text)[0].claims).split(", ")) == {"belligerent"}
    mirrored = (
        "Russia's Defence Ministry said 900 Ukrainian soldiers were killed near Lyman. "
        "RIA Novosti said 900 Ukrainian soldiers were killed near Lyman. "
        "Reuters, citing the Russian Defence Ministry, reported that 900 Ukrainian soldiers were killed near Lyman."
    )
    assert set(grades(reading_of(mirrored)[0].claims).split(", ")) == {"belligerent"}


def test_history_is_marked_and_keeps_its_grade() -> None:
    claims = reading_of("At least 8,000 men and boys were murdered at Srebrenica.")[0].claims
    assert [(claim.historical, claim.grade) for claim in claims] == [(True, "unattributed")]


@pytest.mark.parametrize(
    ("sentence", "group", "side", "place"),
    [
        ("A missile killed six people in Odesa.", "people", "ukrainian", "odesa"),
        ("A missile killed six civilians in Odesa.", "civilians", "ukrainian", "odesa"),
        ("A drone wounded three children in Belgorod.", "children", "russian", "belgorod"),
        ("Forty Russian soldiers were killed near Kupiansk.", "soldiers", "russian", "kupiansk"),
        ("Ukrainian losses reached 4,000 in the battle.", None, "ukrainian", None),
        ("Dozens were killed in the shelling.", None, None, None),
        ("A Russian drone killed two people.", "people", "ukrainian", None),
        ("Two people were killed by a Russian missile.", "people", "ukrainian", None),
        ("Two people were killed in Ukrainian shelling.", "people", "russian", None),
        ("A Ukrainian missile hit the depot, killing two people.", "people", "russian", None),
        ("A drone hit the bus, killing two people.", "people", None, None),
        ("In Russian-held territory shelling killed two people.", "people", None, None),
        ("A drone, according to Russian officials, killed two people.", "people", None, None),
        ("Russia said a drone killed two people.", "people", None, None),
    ],
)
def test_reads_whose_dead_they_are_and_where(sentence: str, group: str | None, side: str | None, place: str | None) -> None:
    claim = reading_of(sentence)[0].claims[0]
    assert (claim.group, claim.side, claim.place) == (group, side, place)


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("On Tuesday a missile killed six people.", "On Tuesday"),
        ("As of Wednesday morning the missile had killed six people.", "As of Wednesday morning"),
        ("A missile killed six people.", None),
    ],
)
def test_reads_when(sentence: str, when: str | None) -> None:
    assert reading_of(sentence)[0].claims[0].when == when


def test_a_night_over_many_towns() -> None:
    claims = draft(
        """Barrage leaves seven dead across Ukraine; Kyiv mourns

The sirens sounded at two.

Seven people were killed and more than 50 wounded in the barrage, Ukrainian officials said on Sunday.

In Kyiv four people died when a missile hit a block, Mayor Vitali Klitschko said. City military administration chief Tymur Tkachenko also
put the toll at four.

In Kramatorsk two people were killed and nine hurt by shelling, Donetsk governor Vadym Filashkin said. A girl was among the wounded.

One more person was killed in the Odesa region, according to prosecutors.

"They killed seven of our people last night," President Volodymyr Zelenskyy said.
"""
    ).claims
    assert [(claim.kind, claim.low, claim.grade) for claim in claims] == [
        ("killed", 7, "single"),
        ("killed", 7, "single"),
        ("injured", 50, "single"),
        ("killed", 4, "single"),
        ("killed", 4, "single"),
        ("killed", 2, "single"),
        ("injured", 9, "single"),
        ("injured", 1, "single"),
        ("killed", 1, "single"),
        ("killed", 7, "single"),
    ]


def test_the_governor_of_the_headline_is_the_governor_of_the_body() -> None:
    claims = draft(
        """Missile kills at least nine in Zaporizhzhia, governor says

The block collapsed at dawn.

A missile hit a block in Zaporizhzhia, killing at least nine people, regional governor Ivan Fedorov said.

"Nine people are dead," Fedorov wrote on Telegram.
"""
    ).claims
    assert grades(claims) == "single, single, single"


def test_totals_of_the_war_stand_apart_from_the_strike() -> None:
    claims = draft(
        """Missile kills nine in Sumy

The block collapsed at dawn.

A missile killed nine people in Sumy, the mayor said.

Mediazona and the BBC have confirmed the names of 135,000 dead Russian soldiers. Strikes have killed 700 children since 2022.
"""
    ).claims
    assert grades(claims) == "single, single, verified, unattributed"
    assert len({claim.cluster for claim in claims}) == 3


IN_A_BLOCK = "A missile hit a block of flats in Dnipro on Friday, killing nine people, the head of the region said."
FAR_APART = """\
A missile in the morning

{told}

The school next door lost its windows.

{between}

{later}
"""


@pytest.mark.parametrize(
    "later",
    [
        "Suspilne counted six people killed in the strike.",
        "The six people killed in the block had all lived upstairs, the emergency service said, and two had come from Kherson.",
        "Six people were killed in the attack, the emergency service said.",
        "The six people killed were buried side by side, Suspilne reported.",
    ],
)
def test_a_later_count_of_the_whole_strike_contradicts_the_first(later: str) -> None:
    claims = draft(FAR_APART.format(told=IN_A_BLOCK, between="Lessons were moved.", later=later)).claims
    assert grades(claims) == "conflicting, conflicting"


def test_what_was_struck_is_known_again_whatever_mark_stands_behind_it() -> None:
    told = "A missile struck a block, killing nine people, the head of the region said."
    claims = draft(
        FAR_APART.format(told=told, between="Lessons were moved.", later="Suspilne counted the six people killed in the block.")
    ).claims
    assert grades(claims) == "conflicting, conflicting"


@pytest.mark.parametrize(
    ("between", "later"),
    [
        ("Lessons were moved.", "Two nurses killed in the strike were buried on Sunday, Suspilne reported."),
        ("Lessons were moved.", "By evening ten people were killed in the strike, the emergency service said."),
        ("Lessons were moved.", "Suspilne spoke to the families of six people killed in the strike."),
        ("Lessons were moved.", "In Sumy six people were killed in the strike, its mayor said."),
        ("A second strike hit Sumy at noon.", "Six people were killed in the strike, its mayor said."),
        ("Lessons were moved.", "Six people were killed in the strike on the market in Sumy, its mayor said."),
        ("Lessons were moved.", "Suspilne counted nine people killed in the strike."),
    ],
)
def test_some_of_the_dead_another_strike_and_a_later_hour_are_no_contradiction(between: str, later: str) -> None:
    assert "conflicting" not in grades(draft(FAR_APART.format(told=IN_A_BLOCK, between=between, later=later)).claims)


ON_FRIDAY = (
    "A Russian missile that struck a block in Dnipro on Friday killed 11 people, the mayor wrote on Telegram on Saturday, "
    "and Reuters reporters at the site counted 11 bodies."
)
PAID = "The mayor told the Kyiv Independent that relatives of the 17 people killed by {} missile would be paid by the end of the month."


def test_two_tolls_in_one_sentence_are_of_one_strike_though_two_days_are_named() -> None:
    assert grades(draft(f"A tower in Dnipro\n\nThe search goes on.\n\n{ON_FRIDAY}\n").claims) == "corroborated, corroborated"


@pytest.mark.parametrize(("whose", "conflict"), [("Friday's", True), ("Tuesday's", False)])
def test_a_count_of_fridays_missile_is_held_against_the_one_told_of_that_day(whose: str, conflict: bool) -> None:
    claims = draft(f"A tower in Dnipro\n\nThe search goes on.\n\n{ON_FRIDAY}\n\nLessons were moved.\n\n{PAID.format(whose)}\n").claims
    assert ("conflicting" in {claim.grade for claim in claims}) is conflict


TOLD = "Five people were killed when a Russian drone dropped a grenade on a bus stop in Kherson, the governor said."
ANEW = [
    ("A drone attack on the bus stop on Perekopska Street left eight people dead, the council's resolution says.", True),
    ("The attack on the bus stop killed eight people, police said.", True),
    ("Eight people were killed in the attack on the bus stop, Suspilne reported.", True),
    ("The shelling of the bus stop killed eight people, a leaflet of the council says.", True),
    ("The attack on the bus stop killed five people, police said.", False),
    ("The attack on the bus stop killed two nurses, police said.", False),
    ("Two nurses killed in the attack on the bus stop were buried, police said.", False),
    ("An attack on the bus stop in Nikopol left eight people dead, police said.", False),
    ("A second attack on the bus stop left eight people dead, police said.", False),
    ("An attack on the market left eight people dead, police said.", False),
    ("Last year an attack on the bus stop left eight people dead, police said.", False),
    ("By evening the attack on the bus stop had left eight people dead, police said.", False),
    ("The attack on the bus stop has since left eight people dead, police said.", False),
]


@pytest.mark.parametrize(("later", "conflict"), ANEW)
def test_a_count_that_names_what_was_struck_is_held_against_the_one_told_with_it(later: str, conflict: bool) -> None:
    between = "The council met at noon.\n\nNets come from Norway.\n\nVolunteers tie them to posts."
    claims = draft(f"Nets over the stops\n\nA council votes.\n\n{TOLD}\n\n{between}\n\n{later}\n").claims
    assert ("conflicting" in {claim.grade for claim in claims}) is conflict


@pytest.mark.parametrize(
    ("day", "conflict"), [("on 3 November 2026", True), ("on November 3, 2026", True), ("in 2026", False), ("since 3 November 2026", False)]
)
def test_the_year_of_a_full_date_sums_up_nothing(day: str, conflict: bool) -> None:
    told = f"A Russian drone hit a tram stop in Zaporizhzhia {day}, killing two people, the governor said."
    later = "The shelling of the tram stop killed four people, a leaflet of the council says."
    claims = draft(f"Nets over the stops\n\nA council votes.\n\n{told}\n\nNets come.\n\n{later}\n").claims
    assert ("conflicting" in {claim.grade for claim in claims}) is conflict


def test_two_strikes_on_two_stops_do_not_conflict() -> None:
    claims = draft(
        f"Nets over the stops\n\nA council votes.\n\n{TOLD}\n\nA shell hit another stop at ten.\n\nNets come.\n\n"
        "The attack on the bus stop killed eight people, police said.\n"
    ).claims
    assert "conflicting" not in {claim.grade for claim in claims}


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "The bomb killed four people, one of them a girl of nine, the mayor said. AP reporters counted four dead, among them the girl.",
            CORR,
        ),
        ("The shell killed six people, including two children, police said. Suspilne saw six dead, both children among them.", CORR),
        (
            "The bomb killed five, among them a boy, police said. The hospital said five people were killed, with the boy the youngest.",
            CORR,
        ),
        ("The bomb killed five, among them a boy, police said. The hospital said five people were killed and a girl lived.", "single"),
        ("The bomb killed four, among them a girl, police said. AP reporters counted four dead and photographed the girl.", "single"),
        (
            "The bomb killed five, among them a boy, police said. The hospital said six people were killed, with the boy the youngest.",
            "single",
        ),
    ],
)
def test_whoever_has_the_girl_among_the_same_dead_stands_behind_her_too(text: str, grade: str) -> None:
    assert next(claim.grade for claim in reading_of(text)[0].claims if claim.part) == grade


def test_no_word_of_a_draft_is_kept_with_the_patterns_for_other_runs() -> None:
    told = "Five people were killed by a drone on the Zhabotynska bus stop in Kherson, the governor said."
    later = "The attack on the Zhabotynska bus stop killed eight people, police said."
    assert len(draft(FAR_APART.format(told=told, between="Trams stood.", later=later)).claims) == 2
    assert not [pattern for pattern in learned() if "zhabotynska" in pattern]


def test_an_outlet_whose_name_a_line_breaks_in_two_has_its_own_place() -> None:
    reading = draft("A count\n\nIt was a clear night in the old town of Kharkiv.\n\nTwo New York\nTimes reporters counted nine dead.\n")
    start = reading.text.index("Two New York")
    outlet = Mentions(reading).somebody(SourceMention(Span(start, start + 28), reading.text[start : start + 28]))
    assert outlet is not None
    assert reading.text[outlet.span.start : outlet.span.end] == outlet.text
    assert outlet.text.split() == ["New", "York", "Times"]
