"""The list of provenance as an editor reads it: doubles, dead ends, one owner twice, and names that the body leans on."""

from __future__ import annotations

import time

import pytest

from stancelint.analysis.reading import Reading
from stancelint.checks.base import Match
from stancelint.checks.link import LinkCheck
from stancelint.checks.provenance import ProvenanceCheck
from stancelint.checks.provenance_use import ProvenanceUseCheck
from stancelint.policy.resolve import resolve
from stancelint.readers import read
from stancelint.text.span import Region, Span

RULES = resolve(None)
R = "https://www.reuters.com/world/europe/lights-out-2026-02-11/"
T = "https://t.me/dsns_telegram/51022"
S = "https://suspilne.media/sumy/810332-tramvai/"


def reading(*entries: str, body: str = "The trams stopped on 11 February 2026.", name: str = "draft.md") -> Reading:
    items = "".join(f"- {entry}\n" for entry in entries)
    return Reading(read(f"# Lights out\n\n{body}\n\n## Sources\n\n{items}".encode(), name), RULES.knowledge, RULES.terms)


def texts(found: list[Match], draft: Reading) -> list[str]:
    shown = []
    for match in found:
        region = draft.document.region(match.place) if isinstance(match.place, Span) else match.place
        assert region is not None
        shown.append(draft.document.source[region.start : region.end])
    return shown


def listed(fault: str, *entries: str, body: str = "The trams stopped on 11 February 2026.") -> list[str]:
    draft = reading(*entries, body=body)
    return texts(list(ProvenanceCheck(fault).find(draft)), draft)  # type: ignore[arg-type]


def links(fault: str, *entries: str) -> list[str]:
    draft = reading(*entries)
    return texts(list(LinkCheck(fault).find(draft)), draft)  # type: ignore[arg-type]


def unlisted(body: str, *entries: str) -> list[str]:
    draft = reading(*entries, body=body)
    return texts(list(ProvenanceUseCheck("unlisted").find(draft)), draft)


def test_each_further_copy_of_an_item_is_marked_where_it_stands() -> None:
    again = "https://telegram.me/s/dsns_telegram/51022?single"
    assert listed("duplicate", T, R, again, T) == [again, T]


def test_an_impossible_address_is_judged_once_and_its_other_places_are_named() -> None:
    bad = "https://x.com/SESU_UA/status/2"
    draft = reading(bad, bad, R)
    (match,) = LinkCheck("implausible").find(draft)
    assert isinstance(match.place, Region)
    assert [note.message for note in match.notes] == ["listed here too"]


def test_a_link_from_after_the_draft_names_both_dates() -> None:
    draft = reading("https://www.reuters.com/world/europe/lights-out-2026-03-01/", T)
    (match,) = LinkCheck("implausible").find(draft)
    assert "2026-03-01" in dict(match.captures)["said"]
    assert any("2026-02-11" in note.message for note in match.notes)


@pytest.mark.parametrize(
    "entry", ["Reuters, 4 May", "a call to the duty engineer", "[the desk](ftp://files.net/a.txt)", "[write](mailto:desk@reuters.com)"]
)
def test_an_entry_that_nobody_can_open(entry: str) -> None:
    assert len(links("not-a-link", entry, R)) == 1


def test_one_entry_is_too_few_and_is_not_also_called_dependent() -> None:
    assert listed("too-few", R) == ["Sources"]
    assert listed("not-independent", R) == []
    assert listed("too-few", R, T) == []


@pytest.mark.parametrize(
    "entries",
    [
        ("https://tass.com/a/1", "https://ria.ru/20260211/a.html"),
        ("https://t.me/kpszsu/1", "https://t.me/GeneralStaffZSU/2"),
        ("https://t.me/dsns_telegram/1", "https://t.me/UA_National_Police/2"),
        ("https://x.com/a_witness/status/2021500000000000000", "https://x.com/a_witness/status/2021500000000000001"),
        ("Kyiv Post, citing Reuters: https://www.kyivpost.com/post/1", R),
    ],
)
def test_two_entries_of_one_owner(entries: tuple[str, ...]) -> None:
    assert listed("not-independent", *entries) == ["Sources"]


@pytest.mark.parametrize(
    "entries",
    [
        (R, T),
        (R, S),
        ("https://t.me/ihor_terekhov/1", "https://t.me/synegubov/2"),
        ("https://sumy-today.net/1", "https://kharkiv-today.net/2"),
    ],
)
def test_two_entries_of_two_owners(entries: tuple[str, ...]) -> None:
    assert listed("not-independent", *entries) == []


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ("TASS: https://tass.com/a/1", True),
        ("https://t.me/mod_russia/1", True),
        ("The Kremlin: http://en.kremlin.ru/events/1", True),
        ("TASS, Russian state agency: https://tass.com/a/1", False),
        ("[RIA Novosti (state media)](https://ria.ru/20260211/a.html)", False),
        ("Russian-installed administration: https://t.me/SALDO_VGA/1", False),
        ("https://tass.com/a/1 (Russian state)", False),
        ("Rybar: https://t.me/rybar/1", False),
        ("Meduza: https://meduza.io/en/news/1", False),
        ("Ukraine's defence ministry: https://t.me/ministry_of_defense_ua/1", False),
    ],
)
def test_a_russian_state_item_says_what_it_is(entry: str, marked: bool) -> None:
    assert bool(listed("unlabelled-state-source", entry, R)) is marked


@pytest.mark.parametrize(
    "entry",
    [R, T, S, "AFP via Yahoo: https://news.yahoo.com/a-1.html", "https://www.mev.gov.ua/novyna/a-1", "https://kyivindependent.com/a-b/"],
)
def test_one_entry_that_may_lead_is_enough(entry: str) -> None:
    assert listed("no-leading-source", "https://x.com/sentdefender/status/2021500000000000000", entry) == []


def test_a_list_without_one_that_may_lead() -> None:
    assert listed(
        "no-leading-source", "https://x.com/sentdefender/status/2021500000000000000", "https://www.aljazeera.com/news/2026/2/11/a"
    ) == ["Sources"]


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("BRICS News reported three explosions.", ["BRICS News"]),
        ("The Telegram channel Mash reported three explosions.", ["The Telegram channel Mash"]),
        ("Three transformers burned, according to Kyiv Post.", ["Kyiv Post"]),
        ("Ukraine's air force said that it had shot down forty drones.", ["Ukraine's air force"]),
        ("Mediazona, citing Reuters, reported three explosions.", ["Mediazona"]),
        ("The Institute for the Study of War assessed that the district was contested.", ["The Institute for the Study of War"]),
        ("The mayor said in remarks that Ukrinform broadcast that the road was closed.", ["Ukrinform"]),
        ("The road is closed, the mayor told the Guardian.", ["Guardian"]),
        ("A carpenter said in an interview with Hromadske that the road was closed.", ["Hromadske"]),
        ("Ukrenergo said that the line was cut.", ["Ukrenergo"]),
        (
            "Figures published by the UN Human Rights Monitoring Mission show nine dead, the mayor said.",
            ["UN Human Rights Monitoring Mission"],
        ),
        # the registry does not know these, and the draft says what they are
        ("Crates stood there, according to Novyny Zaporizhzhia, a local news site that had filmed them.", ["Novyny Zaporizhzhia"]),
        ("The queue was two kilometres long, the local newspaper Zoria wrote.", ["Zoria"]),
        ("The bridge is shut, said Ranok 7, a television station.", ["Ranok 7"]),
        ("The school had moved, according to the weekly Visnyk. It had, the weekly Visnyk said.", ["Visnyk"]),
        ("Mash, a Telegram channel, wrote that a workshop had burned.", ["Mash, a Telegram channel"]),
    ],
)
def test_whoever_is_leaned_on_and_not_listed(body: str, marked: list[str]) -> None:
    assert unlisted(body, R, T) == marked


@pytest.mark.parametrize(
    "body",
    [
        "Reuters reported three explosions.",
        "The State Emergency Service said that nobody was hurt.",
        "Reuters, citing Ukraine's air force, reported forty drones. The air force said that it had hit thirty.",
        "Ukraine's air force told Reuters that it had shot down forty drones.",
        "Volodymyr Zelensky said that the grid would hold.",
        "Ukraine's air force said that it had hit thirty, in a statement that Reuters carried.",
        "Kyiv Post, Suspilne and others will carry the count when there is one.",
        "A resident, Olena Gordon, said that she had heard nothing. Gordon said that the school was closed.",
        "Police said that the road was closed.",
        "Reuters reported that the hall had 94,000 files passed on by the Register of Damage.",
        "The Times Square screens went dark in sympathy, Reuters reported.",
        "Ukrainska Pravda's office lost its windows.",
        "When the Russian Defence Ministry announces a victory, a teacher answered, it is reaching for 1944.",
        "Ukraine's General Staff says each morning how many tanks it has hit.",
        "A historian, Olena Hrytsenko, said that the Kremlin says so every spring.",
        "The bridge is shut, the daily General Staff report said.",
        "The bridge is shut, according to Olena Tkach, a local news editor who lives there.",
        "A local news site filmed the corridor, the nurse told Reuters.",
        "The bridge is shut, the newspaper Zoria wrote in a piece that Reuters quoted.",
        "The Russian Defence Ministry, quoted by the agency, said that it had hit a plant.",
        "The trams stopped, Reuters reported. Nine people were hurt, the Kharkiv regional prosecutor's office told the same agency.",
        "The trams stopped, Reuters reported. The Kharkiv regional prosecutor's office told its correspondent that nine people were hurt.",
        "The trams stopped, Reuters reported. The Kharkiv regional prosecutor's office told it that nine people were hurt.",
        "The trams stopped, Reuters reported. In the same dispatch the Kharkiv regional prosecutor's office said that nine were hurt.",
    ],
)
def test_whoever_is_listed_or_carried_or_only_named(body: str) -> None:
    assert unlisted(body, R, T) == []


@pytest.mark.parametrize(
    "body",
    [
        "Kyiv Post, quoted in the same Reuters dispatch, reported that the bridge was closed.",
        "Rybar, which Reuters cites, wrote that the town would fall.",
        "The channel Rybar, cited in Reuters' report, claimed that the town would fall.",
        "Rybar wrote, in a post that Reuters translated, that the town would fall.",
        "Rybar, as Reuters notes, wrote that the town would fall.",
        "In a post that the agency quotes, Rybar wrote that the town would fall.",
        "Rybar said that the town would fall, as quoted in that report.",
        "Rybar, whose posts the agency follows, wrote that the town would fall.",
    ],
)
def test_whoever_is_cited_through_a_listed_source(body: str) -> None:
    assert unlisted(f"Reuters saw smoke over the town. {body}", R, T) == []


@pytest.mark.parametrize(
    "body",
    [
        "Rybar wrote that the report by Reuters was wrong.",
        "Rybar wrote that Reuters noted no loss.",
        "Rybar wrote that the town would fall. The agency quoted a resident.",
        "Rybar wrote that the town would fall, and Reuters that it would not.",
    ],
)
def test_a_listed_source_named_beside_it_is_no_carrier(body: str) -> None:
    assert unlisted(body, R, T) == ["Rybar"]


def test_the_cabinets_item_does_not_hold_what_the_grid_operator_said() -> None:
    cabinet = "https://www.kmu.gov.ua/en/news/uriad-shchodo-kredytu"
    assert unlisted("Ukrenergo said that the line was cut.", R, cabinet) == ["Ukrenergo"]
    assert unlisted("Ukraine's government said that the line was cut.", R, cabinet) == []


def test_a_listed_source_that_the_body_never_uses() -> None:
    draft = reading(R, S, T, body="Reuters saw the trams stop. Rescuers of the State Emergency Service walked the line.")
    assert texts(list(ProvenanceUseCheck("unused").find(draft)), draft) == [S]


def test_a_list_of_ten_thousand_is_judged_in_no_time() -> None:
    draft = reading(*(f"https://t.me/kpszsu/{n}" for n in range(1, 10_001)))
    start = time.process_time()
    assert list(ProvenanceCheck("duplicate").find(draft)) == []
    assert list(LinkCheck("implausible").find(draft)) == []
    assert len(list(ProvenanceCheck("not-independent").find(draft))) == 1
    list(ProvenanceUseCheck("unlisted").find(draft))
    list(ProvenanceUseCheck("unused").find(draft))
    assert time.process_time() - start < 10


def test_an_address_of_a_hundred_kilobytes_is_said_to_be_too_long() -> None:
    draft = reading("https://reuters.com/" + "a" * 100_000, R)
    (match,) = LinkCheck("not-a-link").find(draft)
    said = dict(match.captures)
    assert "100,020 characters" in said["said"]
    assert len(said["url"]) < 200


def test_an_address_that_turns_the_line_round_is_shown_without_its_marks() -> None:
    draft = reading("https://reuters.com/\u202egpj.exe", R)
    (match,) = LinkCheck("implausible").find(draft)
    said = dict(match.captures)
    assert "U+202E" in said["said"]
    assert "\u202e" not in said["url"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The Media Initiative for Human Rights has identified 186 places where they are held.", ["Media Initiative for Human Rights"]),
        ("Bellingcat has geolocated more than forty videos of it.", ["Bellingcat"]),
        ("Amnesty International documented eleven such orders.", ["Amnesty International"]),
        ("Suspilne counted 41 burnt cars along the road.", ["Suspilne"]),
        ("Since May the Kyiv Independent has traced twelve of the paintings.", ["the Kyiv Independent"]),
        ("Human Rights Watch verified at least 18 photographs of the yard.", ["Human Rights Watch"]),
        ("Of the lists, Bellingcat has geolocated six videos, Reuters reported.", []),
        ("Amnesty International found a new flat in Kyiv.", []),
        ("Bellingcat has hired 12 people.", []),
    ],
)
def test_whoever_has_found_a_number_of_things_is_leaned_on(body: str, found: list[str]) -> None:
    assert [place.removeprefix("The ").removeprefix("the ") for place in unlisted(body, R, T)] == [f.removeprefix("the ") for f in found]
