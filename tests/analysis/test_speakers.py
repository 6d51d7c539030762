"""Who a source is: the registry's entry, the fuller form that it points back to, and whether anybody could ask it."""

from __future__ import annotations

import time

import pytest

from stancelint.analysis.model import SourceMention
from tests.analysis.hearing import reading_of


def sources(text: str) -> list[SourceMention]:
    reading = reading_of("A headline of no matter\n\n" + text)
    return [source for one in reading.attributions for source in one.sources]


def fuller(text: str) -> list[str | None]:
    reading = reading_of("A headline of no matter\n\n" + text)
    found = [one.sources[0].antecedent for one in reading.attributions if one.sources]
    return [reading.text[span.start : span.end] if span else None for span in found]


@pytest.mark.parametrize(
    ("text", "source_id", "source_class"),
    [
        ("TASS said the town fell.", "tass", "russian-state"),
        ("The Kremlin said the town fell.", "kremlin", "russian-official"),
        ("Reuters reported that the town fell.", "reuters", "western-wire"),
        ("Moscow said the town fell.", None, "russian-official"),
        ("Ukrainian officials said the town held.", None, "ukrainian-official"),
        ("Russia's Defence Ministry said the town fell.", "russian-ministry-of-defence", "russian-official"),
        ("OSINTdefender reported that the town fell.", "osintdefender", "osint-social"),
        ("The baker said the town fell.", None, None),
    ],
)
def test_sources_are_tied_to_the_registry(text: str, source_id: str | None, source_class: str | None) -> None:
    (source,) = sources(text)
    assert (source.id, source.source_class, source.vague) == (source_id, source_class, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Vitali Klitschko said a block burned. He said two were hurt.", "Mayor Vitali Klitschko"),
        ("Russia's Defence Ministry said it fired. The ministry said no more.", "Russia's Defence Ministry"),
        ("Ukraine's air force said it fired. It said twelve got through.", "Ukraine's air force"),
        ("Kremlin spokesman Dmitry Peskov said talks failed. Peskov said no more.", "Kremlin spokesman Dmitry Peskov"),
        ("Kharkiv's governor, Oleh Syniehubov, said two died. The governor said three were hurt.", "Kharkiv's governor, Oleh Syniehubov"),
        ("Olha Bondar said two were hurt. The broadcaster RT said three were. She said she saw none.", "Olha Bondar"),
        ("Residents of the block said it shook. They said nobody slept.", "Residents of the block"),
        ("Andrei Belousov flew in. Belousov said the line held.", None),
    ],
)
def test_short_forms_point_back(text: str, expected: str | None) -> None:
    assert fuller(text)[-1] == (expected or "Andrei Belousov")


def test_what_narrows_a_short_form_keeps_it_from_another_office() -> None:
    assert fuller("Russia's Defence Ministry said it fired. The farm ministry said no more.")[-1] is None


def test_a_short_form_takes_the_class_of_the_fuller_one() -> None:
    first, second = sources("Russia's Defence Ministry said it fired. The ministry said no more.")
    assert first.source_class == second.source_class == "russian-official"
    assert second.text == "The ministry"


def test_a_relative_points_to_the_phrase_before_it() -> None:
    assert fuller("Crews met Iryna Koval, who said the stairs had gone.") == ["Iryna Koval"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said it fell.", "Some said it fell.", "Many say it fell.", "Sources said it fell.", "A source said it fell.",
        "Several analysts said it fell.", "Local media said it fell.", "Unnamed officials said it fell.", "Witnesses said it fell.",
        "Sources close to the talks said it fell.", "Western officials said it fell.", "Critics say it fell.",
        "History shows that it fell.", "Evidence confirms that it fell.", "One must remember it.", "It must be admitted that it fell.",
    ],
)  # fmt: skip
def test_nobody_could_be_asked(text: str) -> None:
    assert all(source.vague for source in sources(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv officials said it fell.", "Officials in Sumy said it fell.", "Two witnesses said it fell.", "The police said it fell.",
        "Three analysts said it fell.", "The statement said it fell.", "A Ukrainian official said it fell.", "UN experts said it fell.",
    ],
)  # fmt: skip
def test_somebody_could_be_asked(text: str) -> None:
    assert not any(source.vague for source in sources(text))


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("OHCHR published a report. Its annex lists the dead.", "ohchr"),
        ("Reuters said the line was cut. Grossi's agency was there, and its report of July noted that the cable had burned.", "iaea"),
        ("Mediazona said the list was long. Its chapter on Bakhmut documented every name.", "mediazona"),
        ("TASS said the town fell. It documented nine fires in Kyiv, Suspilne said.", "suspilne"),
        ("TASS said the town fell. It said nine houses burned, Suspilne reported.", "tass"),
    ],
)
def test_a_part_of_a_report_is_said_by_the_body_whose_it_is(text: str, whose: str) -> None:
    found = [source for source in sources(text) if source.text.split()[0].lower() in ("it", "its")]
    assert [source.id for source in found] == [whose]


def test_whoever_is_named_again_is_the_last_who_spoke() -> None:
    text = "Ukraine's air force said it fired. Russia's Defence Ministry said it fired. The air force said none fell. It said no more."
    assert fuller(text)[-1] == "Ukraine's air force"


def test_a_part_of_a_part_is_of_the_body_that_was_named() -> None:
    assert fuller("The mission worked in Sumy. Its report came out. Its annex says nine died.") == ["The mission"]


def test_a_draft_may_end_with_the_report_that_it_leans_on() -> None:
    assert [source.text for source in sources("Three people died in Kharkiv, according to the report")] == ["the report"]


def test_a_report_that_goes_on_for_pages_is_followed_back_only_so_far() -> None:
    assert len(sources("Its report grew. " * 1500 + "Its report said the town was quiet.")) == 1


def test_a_page_of_what_it_found_is_read_in_good_time() -> None:
    began = time.process_time()
    assert len(sources("It verified 26 deaths, the mission said. " * 6000)) == 12_000
    assert time.process_time() - began < 6


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The rangers' chief said the town fell.", "The rangers' chief"),
        ("The town fell, the sappers’ commander, Major Oleh Bilyk, said.", "the sappers’ commander, Major Oleh Bilyk"),
        ("The town fell, said the hospitals' union.", "the hospitals' union"),
        ("The drivers' union told Suspilne that the town fell.", "The drivers' union"),
        ("The Greens' leader, Ska Keller, said the town fell.", "The Greens' leader, Ska Keller"),
    ],
)
def test_what_belongs_to_many_is_a_source_whole(text: str, source: str) -> None:
    assert [found.text for found in sources(text)] == [source]


def test_a_single_mark_that_was_opened_closes_a_quotation() -> None:
    assert "Putin" in [found.text for found in sources("He called them 'heroes', said Putin.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rescuers who dug from noon until dark said the cellar was empty.", "Rescuers"),
        ("AFP reporters who were on the street until midnight said the cellar was empty.", "AFP reporters"),
        ("A nurse who works in the clinic said the cellar was empty.", "A nurse"),
        ("Four monitors who slept at the school reported that the cellar was empty.", "Four monitors"),
        ("The ministry that oversees the mines said the pumps ran.", "The ministry"),
        ("Two drivers who had come by bus from Lviv told Suspilne that the road was open.", "Two drivers"),
        ("Residents who fled to Kherson said the cellar was empty.", "Residents who fled to Kherson"),
        ("A man who officials in Lutsk said was a spy sold maps.", "officials in Lutsk"),
        ("The men whom prosecutors in Sumy said had robbed the shop were held.", "prosecutors in Sumy"),
        ("The headmaster of School No. 5 said the cellar was empty.", "The headmaster of School No. 5"),
        ("The doctor at Hospital No. 4, Ruslan Lys, told Suspilne that the ward was full.", "The doctor at Hospital No. 4, Ruslan Lys"),
        ("The cellar was empty, School No. 31 said.", "School No. 31"),
        ("Olha Bondar, a nurse at Hospital No. 2, said the ward was full.", "Olha Bondar, a nurse at Hospital No. 2"),
    ],
)
def test_a_source_is_named_whole(text: str, expected: str) -> None:
    assert [source.text for source in sources(text)][:1] == [expected]
