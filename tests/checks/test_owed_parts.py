"""What a draft owes: the list, the contested part, the statement. Each draft, and the findings that an editor would mark."""

from __future__ import annotations

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.base import Match
from stancelint.checks.contested import ContestedCheck
from stancelint.checks.section import SectionCheck
from stancelint.checks.stance import StanceCheck
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from stancelint.text.span import Span

RULES = resolve(None)
STANCE = RULES.terms.sections.stance.text
BODY = "Night over Sumy\nThe trams stopped at nine.\n\nThe city council said that nobody was hurt.\n\n"


def reading(text: str, name: str = "draft.txt", *, owes: bool = True) -> Reading:
    return Reading(read(text.encode(), name), RULES.knowledge, RULES.terms, owes_sections=owes)


def contested(part: str) -> Reading:
    return reading(f"{BODY}What remains genuinely contested\n{part}\n\n{STANCE}\n\nWire provenance\n- https://t.me/sumy_oda/3120\n")


def strikes(fault: str, part: str) -> bool:
    return bool(list(ContestedCheck(fault).find(contested(part))))  # type: ignore[arg-type]


def test_a_missing_part_is_placed_on_the_title_and_names_the_headings_that_are_there() -> None:
    (match,) = SectionCheck("contested", "missing").find(reading(f"{BODY}Wire provenance\n- https://t.me/sumy_oda/3120\n"))
    assert match.place is None
    assert dict(match.captures)["title"] == "What remains genuinely contested"
    assert any(isinstance(note.place, Span) for note in match.notes)


def test_a_draft_that_owes_no_parts_is_not_asked_for_any() -> None:
    culture = reading("The library reopens\n\nBooks first, then glass.\n", owes=False)
    for check in (SectionCheck("contested", "missing"), SectionCheck("provenance", "missing"), StanceCheck("missing")):
        assert list(check.find(culture)) == []


def test_a_list_in_the_front_matter_is_a_list() -> None:
    draft = reading("---\nsources:\n  - https://t.me/sumy_oda/3120\n---\n\n# Night\n\nBody.\n", "draft.md")
    assert list(SectionCheck("provenance", "missing").find(draft)) == []


@pytest.mark.parametrize(
    "part",
    [
        "",
        "TBC",
        "To follow.",
        "…",
        "This is a developing story.",
        "The situation remains fluid and some details could not be confirmed. Further information is awaited.",
        "Confirmation is awaited. More may be known later.",
        "This remains a developing situation. Details are awaited from officials.",
        "Some claims could not be independently verified. Many questions are still open.",
        "Some reports are pending verification. Further details are expected.",
        "The situation remains fluid. More details will follow.",
        "Much remains unclear.",
        "Not every detail could be checked, and the account may change.",
        "Information is still incomplete. Some reports are unconfirmed.",
        "The facts are not yet known in full. This account will be updated as more is confirmed.",
        "Parts of this report could not be verified at the time of publication.",
        "Some points remain unverified, and other details may emerge later.",
    ],
)
def test_boilerplate_is_as_good_as_nothing(part: str) -> None:
    assert list(SectionCheck("contested", "empty").find(contested(part)))


@pytest.mark.parametrize(
    "part",
    [
        "Nothing in this account is contested, because the council published its log.",
        "Nothing is contested.",
        "The council says nine, residents say twelve. More details will follow.",
        "Who fired first.",
        "The hour could not be verified.",
        "Moscow's report could not be confirmed.",
    ],
)
def test_a_part_that_says_something_is_not_empty(part: str) -> None:
    assert not list(SectionCheck("contested", "empty").find(contested(part)))


@pytest.mark.parametrize(
    "part",
    [
        "The people of Sumy have lived with this for four years. Their patience is not endless.",
        "Crews worked until dawn and the council thanked them.",
        "Everyone agrees that the trams stopped at nine.",
        "No one disputes that the trams stopped at nine, and the council has said so too.",
    ],
)
def test_background_names_no_disagreement(part: str) -> None:
    undisputed = "disputes" in part
    assert strikes("no-disagreement", part) is not undisputed


@pytest.mark.parametrize(
    "part",
    [
        "The council says nine, residents say twelve.",
        "What the ship carried: the Russian ministry says explosives, the navy says maize.",
        "Moscow denies that its guns fired; Kyiv has published the tracks.",
        "The number of wounded is unverified.",
        "Neither the council nor Reuters has seen the cellar; who was in it is not known.",
        "The sources do not yet agree on the scale of the damage.",
        "How much fuel burned. The SBU says 12,000 tonnes; the governor speaks of debris.",
        "Whether anything military stood in the yard.",
        "Reuters counted nine, whereas the council counted twelve.",
        "The toll could not be independently verified.",
        "The ministry and the residents don't agree about the hour.",
        "Nothing in this account is contested, because the council published its log.",
        "The hour. The council says nine; the driver told Suspilne that it was dark already.",
        "The council and the mayor do not quite match on what hit the mill. The mayor speaks of a missile.",
        "The colour of the smoke. Reuters saw black; Suspilne's cameraman saw white.",
        "Spelling. The museum would keep the old sign; the council would paint it over.",
        "The age of the bridge. The council puts it at 90 years. The museum told Reuters that it stood before the railway.",
        "The last tram. Its driver remembers stopping at nine. Suspilne heard a bell at ten.",
    ],
)
def test_a_disagreement_in_any_of_its_forms(part: str) -> None:
    assert not strikes("no-disagreement", part)


@pytest.mark.parametrize(
    "part",
    [
        "The mayor thinks that the first blast was a drone. The fire chief, Andrii Koval, is sure that it was gas.",
        "On one point the two accounts part: the mayor has the fire out by noon, Reuters saw smoke at three.",
        "The date of the first attack. Kyiv counts from 14 April and the court in Strasbourg from 11 May.",
        "The size of the crowd: police said 4,000, the organisers 9,000.",
        "The mayor said nine houses burned and the governor said eleven.",
        "Kyiv says that the line runs along the canal, and Moscow says that it runs north of it.",
        "The owner said that the kiln was cold, and the workers said it was hot.",
        "Ukrenergo says ten days. DTEK says not before March. Neither has let the other's engineers look.",
        "The General Staff says its troops hold the brickworks, and Rybar says that the fight goes on.",
    ],
)
def test_accounts_that_part_without_a_word_of_dispute(part: str) -> None:
    assert not strikes("no-disagreement", part)


@pytest.mark.parametrize(
    "part",
    [
        "The mayor spoke on Tuesday. Reuters saw the depot on Wednesday.",
        "The mayor praised the firefighters. Reuters photographed them.",
        # two who speak of two things
        "The governor said the road would open on Friday, and the railway said that trains would run on Saturday.",
        "Ankara expects the teams on Monday, and Washington said an envoy may come. Both told Reuters that readers will find a list.",
        "The Kremlin said it was ready, Kyiv said its team had landed, and Ankara said that the hall was booked.",
        "Germany's government said the tanks would arrive in May and Ukraine's Defence Ministry said that crews were being trained.",
        # or as one
        "Several things are open. Ukrenergo says that repairs will take ten days, and DTEK says the same.",
    ],
)
def test_two_accounts_that_do_not_part(part: str) -> None:
    assert strikes("no-disagreement", part)


@pytest.mark.parametrize(
    "part",
    [
        "It is disputed how many were hurt.",
        "The toll is unverified, the State Emergency Service said.",
        "Some say nine, others say twelve.",
        # whoever keeps the paper that one of them read holds nothing against him
        "How many streets are dry is disputed. Reuters counted 214 from the timetable that the water company hangs in stairwells.",
        "The length is disputed. Suspilne measured it from photographs that drivers sent, and some dispute that.",
        "What was stored there is disputed. Reuters saw crates that the army had marked as flour.",
        "It is not agreed who gave the order. Bellingcat points to a colonel; others see it differently.",
        "What it carried is contested. The port authority says grain, and it shows the papers that the company filed.",
    ],
)
def test_a_disagreement_among_nobody(part: str) -> None:
    assert strikes("unsourced", part)


@pytest.mark.parametrize(
    "part",
    [
        "Moscow denies it; the navy published the tracks.",
        "Both sides dispute who fired first.",
        "Reuters counted nine, Suspilne twelve.",
        "The Russian ministry says so; Kiper denies it, and nobody independent has been let in.",
        "The prosecutor's office names an Iskander; Conflict Intelligence Team says that it cannot tell.",
        "Kyiv says nine, Moscow says none.",
        "Nothing here is disputed: the council published its log.",
        "Ankara and Washington differ on who pays for the rails.",
        "A blogger counted nine cars, while the museum's director counted twelve.",
        "Residents of Lisna Street say one drone; the council says two.",
        "The drivers who spoke to Suspilne think it was nine, the dispatcher says ten.",
        "The railway would close the line; the council wants it open.",
        "Ukrenergo and Naftogaz disagree on whether the transformers are a gift.",
        "Whose tractor it was is an open question between the city, which says its own, and the railway, which says its own.",
        "Lawyers read the clause differently. For Iryna Mudra it binds the state; for Markiyan Kliuchkovskyi it does not.",
        "The date of the first attack. Kyiv counts from 14 April and the court in Strasbourg from 11 May.",
        "The size of the crowd: police said 4,000, the organisers 9,000.",
        "Residents of the block blame the gas company. The gas company blames the drone.",
        "How many streets are dry is disputed. Reuters counted 214; the water company says that there are 90.",
        "Whether the dam leaks is disputed between the water company and the city.",
        "What it carried is contested. The port authority says grain, the company that owns it says oil.",
        "The date is not agreed. Bellingcat has May, and the police, who mounted the camera, have June.",
        "The railway and the city do not agree on who owns the bridge: each has a deed.",
    ],
)
def test_a_disagreement_between_two(part: str) -> None:
    assert not strikes("unsourced", part)


def test_the_dead_of_a_settled_matter_are_no_open_count() -> None:
    part = "Guilt for the deaths in Bucha is disputed, with Kyiv blaming soldiers and Moscow denying it."
    assert list(ContestedCheck("false-balance").find(contested(part)))


def test_a_longer_name_is_another_place() -> None:
    part = "Bucharest and Kyiv disagree about who pays for the ferry."
    assert not list(ContestedCheck("false-balance").find(contested(part)))


def counts_left_out(part: str) -> list[Match]:
    draft = reading(
        "Night over Sumy\nThe trams stopped at nine.\n\nReuters said that four people were killed in Sumy.\n\n"
        "Suspilne reported that seven people were wounded in Konotop.\n\n"
        f"What remains genuinely contested\n{part}\n\n{STANCE}\n\nWire provenance\n- https://t.me/sumy_oda/3120\n"
    )
    return list(ContestedCheck("omits-count").find(draft))


def test_all_counts_that_are_left_out_are_one_finding_on_the_title() -> None:
    (match,) = counts_left_out("Moscow denies that its guns fired; Kyiv published the tracks.")
    assert len(match.notes) == 2
    assert all(isinstance(note.place, Span) for note in match.notes)
    assert "four people" in dict(match.captures)["counts"]
    assert "seven people" in dict(match.captures)["counts"]
    assert dict(match.captures)["found"] in ("one source each", "conflicting figures or one source each")


def test_how_many_shells_is_not_how_many_people() -> None:
    assert counts_left_out("How many shells fell is unclear: Kyiv says nine, Moscow denies any.")
    assert not counts_left_out("How many people were hurt is unclear: Kyiv has a list, Moscow denies it.")


@pytest.mark.parametrize(
    ("part", "settled"),
    [
        ("Kyiv and Moscow disagree about who killed the people of Bucha.", "Bucha"),
        ("Who shot down MH17 is still contested between Russia and the Dutch.", "MH17"),
        ("Russia and Ukraine dispute what happened at the drama theatre in Mariupol.", "Mariupol theatre"),
    ],
)
def test_what_courts_have_settled_is_not_contested(part: str, settled: str) -> None:
    topics = [dict(match.captures)["topic"] for match in ContestedCheck("false-balance").find(contested(part))]
    assert settled in topics


@pytest.mark.parametrize(
    "part",
    [
        "Russia denies the killings in Bucha, which UN investigators documented.",
        "How many were hurt in Bucha by Tuesday's drone is unclear; the mayor says three, the police say five.",
        "A Dutch court found who shot down MH17; what remains disputed is the order.",
        "The council says nine, residents say twelve.",
    ],
)
def test_a_denial_may_be_reported_as_a_denial(part: str) -> None:
    assert not strikes("false-balance", part)


def test_the_missing_statement_is_offered_and_never_signed() -> None:
    (match,) = StanceCheck("missing").find(reading(BODY))
    (rewording,) = match.rewordings
    assert not rewording.safe
    assert rewording.edits == ()
    assert STANCE in rewording.title


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        (STANCE, False),
        (STANCE.replace("This publication", "This newspaper"), False),
        (STANCE.replace("leads with", "does not lead with"), True),
        (STANCE.replace("invaded", "liberated"), True),
        (STANCE.partition(", and")[0] + ".", True),
    ],
)
def test_the_statement_in_other_words(said: str, altered: bool) -> None:
    draft = reading(f"{BODY}{said}\n")
    found = list(StanceCheck("altered").find(draft))
    assert bool(found) is altered
    assert not list(StanceCheck("missing").find(draft))
    if found:
        assert any("left out" in note.message or "stands for" in note.message or "added" in note.message for note in found[0].notes)


@pytest.mark.parametrize(
    ("part", "sided"),
    [
        ("Whether a second notebook exists. Zhuk's niece says that there was one; the archive has seen no trace of it.", True),
        ("Whether the boat sailed. Its owner says that it did; the harbour never saw it.", True),
        ("How many wells are dry. The farmers say all of them; the geologist found none.", True),
        ("Whether a letter came. The widow says so, and the post knows of nothing.", True),
        ("Whether there was a bell. The sexton says so; the foundry has heard of none.", True),
        ("Whether a second notebook exists. Zhuk's niece says that there was one, and it has seen no light.", False),
    ],
)
def test_whoever_has_met_with_nothing_has_the_other_side(part: str, sided: bool) -> None:
    assert strikes("unsourced", part) is not sided
