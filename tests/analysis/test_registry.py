"""The registry: who a name, an address or a handle is, and who counts with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.registry import Registry, registry_of
from stancelint.analysis.registry_check import OrdinaryWords, registry_problems
from stancelint.rulebook.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
REGISTRY = registry_of(KNOWLEDGE)


def named(text: str, *, in_context: bool = False) -> str | None:
    found = REGISTRY.by_name(text, in_context=in_context)
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters", "reuters"),
        ("REUTERS", "reuters"),
        ("Reuters'", "reuters"),
        ("the Kremlin", "kremlin"),
        ("Kremlin’s", "kremlin"),
        ("ТАСС", "tass"),
        ("Українська правда", "ukrainska-pravda"),
        ("Ukrainska Pravda", "ukrainska-pravda"),
        ("Ukrainskaya Pravda", "ukrainska-pravda"),
        ("Syniehubov", "kharkiv-ova"),
        ("Sinegubov", "kharkiv-ova"),
        ("Synyehubov", "kharkiv-ova"),
        ("Klychko", "mayor-of-kyiv"),
        ("Radio Free Europe/Radio Liberty", "rfe-rl"),
        ("New York Times", "the-new-york-times"),
        ("SentDefender", "osintdefender"),
        ("Ukraine's air force", "ukrainian-air-force"),
        ("the Air Force of Ukraine", "ukrainian-air-force"),
        ("Russia's Ministry of Defense", "russian-ministry-of-defence"),
        ("Ukraine's foreign ministry", "ministry-of-foreign-affairs-of-ukraine"),
        ("the Kharkiv regional governor", "kharkiv-ova"),
        ("the governor of Kharkiv region", "kharkiv-ova"),
        ("Odesa's regional military administration", "odesa-ova"),
        ("Kyiv's mayor", "mayor-of-kyiv"),
        ("Kyiv city military administration", "kyiv-city-military-administration"),
    ],
)
def test_a_name_in_any_of_its_forms(text: str, expected: str) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pravda",
        "who",
        "up",
        "times",
        "The Times",
        "AP",
        "Mash",
        "RT",
        "Guardian",
        "Vladimir Solovyov",
        "Inter",
        "monitor",
        "the hill",
        "the Hill",
        "the Atlantic",
        "the economist",
        "reuters",
    ],
)
def test_an_ordinary_word_is_nobody_by_itself(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("The Times", "the-times"), ("AP", "associated-press"), ("RT", "rt"), ("Mash", "mash"), ("WHO", "who")]
)
def test_the_same_word_beside_a_verb_of_saying_is_a_name(text: str, expected: str) -> None:
    assert named(text, in_context=True) == expected


@pytest.mark.parametrize("text", ["mash", "who", "up", "rt", "the times"])
def test_and_even_there_only_in_its_own_case(text: str) -> None:
    assert named(text, in_context=True) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grayzone", "Grey Zone"),
        ("Ukrainska Pravda", "Pravda.ru"),
        ("RBC", "RBC-Ukraine"),
        ("Interfax-Ukraine", "Interfax (Russia)"),
        ("ISW", "ISWNews (Islamic World News)"),
        ("Operatyvno ZSU", "General Staff of Ukraine"),
        ("Channel 5 (Ukraine)", "Channel 5 (Russia)"),
        ("European Pravda", "Pravda network"),
    ],
)
def test_names_that_are_taken_for_each_other(one: str, other: str) -> None:
    assert named(one, in_context=True) is not None
    assert named(one, in_context=True) != named(other, in_context=True) is not None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.pravda.com.ua/eng/news/1", "ukrainska-pravda"),
        ("https://english.pravda.ru/world/1", "pravda-ru"),
        ("https://ukraine.news-pravda.com/a", "pravda-network"),
        ("https://www.epravda.com.ua/a", "economichna-pravda"),
        ("https://www.bbc.com/russian/articles/a", "bbc-news-russian"),
        ("https://www.bbc.com/russianews", "bbc"),
        ("https://www.ohchr.org/en/hr-bodies/hrc/iicihr-ukraine/index", "commission-of-inquiry-on-ukraine"),
        ("https://ukraine.ohchr.org/en/a", "hrmmu"),
        ("https://ohchr.org/en/a", "ohchr"),
        ("https://t.me/s/kpszsu/1", "ukrainian-air-force"),
        ("https://telegram.me/RVvoenkor/2", "operation-z-rvvoenkor"),
        ("https://mobile.twitter.com/sentdefender/status/2", "osintdefender"),
        ("https://войнасфейками.рф/civil", "war-on-fakes"),
        ("https://xn--80ad0ahk4aeb1d0b.xn--p1ai/a", None),
        ("https://notreuters.com/a", None),
        ("https://reuters.com.evil.su/a", None),
        ("https://com/a", None),
    ],
)
def test_an_address_belongs_to_the_longest_known_domain(url: str, expected: str | None) -> None:
    found = REGISTRY.by_url(url)
    assert (found.id if found else None) == expected


def test_a_handle_is_known_on_its_own_service() -> None:
    found = REGISTRY.by_handle("@SentDefender")
    assert found is not None
    assert found.id == "osintdefender"
    assert REGISTRY.by_handle("sentdefender", service="telegram") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tass", "ria-novosti", True),
        ("tass", "russian-ministry-of-defence", True),
        ("general-staff-of-ukraine", "ukrainian-air-force", True),
        ("state-emergency-service", "national-police-of-ukraine", True),
        ("state-emergency-service", "prosecutor-general-s-office", True),
        ("mayor-of-kyiv", "kyiv-city-military-administration", True),
        ("ohchr", "hrmmu", True),
        ("ukrainska-pravda", "nv", True),
        ("reuters", "globe-and-mail", True),
        ("reuters", "associated-press", False),
        ("mayor-of-kyiv", "state-emergency-service", False),
        ("kharkiv-ova", "mayor-of-kharkiv", False),
        ("osintdefender", "brics-news-x", False),
        ("general-staff-of-ukraine", "russian-ministry-of-defence", False),
    ],
)
def test_who_counts_as_one_source(one: str, other: str, same: bool) -> None:
    assert (REGISTRY.key(one) == REGISTRY.key(other)) is same


def test_who_counts_person_by_person() -> None:
    assert {name for name in REGISTRY.ids if REGISTRY.by_id(name).verifies} == {
        "mediazona",
        "bbc-news-russian",
        "ohchr",
        "hrmmu",
        "ualosses",
    }


def test_an_unknown_owner_is_none() -> None:
    for name in ("osintdefender", "kharkiv-ova", "mayor-of-kyiv", "head-of-crimea-occupation", "rybar"):
        owner = REGISTRY.by_id(name).owner
        assert owner is None or ("anonymous" not in owner and "authority" not in owner.lower())


def test_every_entry_shows_why() -> None:
    for name in REGISTRY.ids:
        source = REGISTRY.by_id(name)
        assert source.evidence, name
        assert all(proof.text for proof in source.evidence), name
        assert source.confidence in ("high", "medium", "low"), name
        assert source.why


def test_no_domain_handle_or_name_is_in_two_entries() -> None:
    for field in ("domains", "telegram", "x"):
        seen: dict[str, str] = {}
        for name in REGISTRY.ids:
            for value in getattr(REGISTRY.by_id(name), field):
                assert seen.setdefault(value.lower(), name) == name, value
    names: dict[str, str] = {}
    for name in REGISTRY.ids:
        source = REGISTRY.by_id(name)
        for value in (source.name, *source.aliases):
            assert names.setdefault(value, name) == name, value


def test_the_built_in_registry_keeps_its_promises() -> None:
    assert list(registry_problems(KNOWLEDGE.sources, KNOWLEDGE.lexicon(OrdinaryWords))) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"id": "x", "name": "X Wire", "class": "western-wire", "confidence": "high"}, "nothing of why"),
        ({"id": "x", "name": "X Wire", "class": "wire", "confidence": "high", "evidence": ["seen"]}, "no class of the registry"),
        ({"id": "x", "name": "X Wire", "class": "western-wire", "confidence": "sure", "evidence": ["seen"]}, "high, medium or low"),
        ({"id": "x", "name": "X Wire", "class": "western-wire", "confidence": "low", "owner": "unknown", "evidence": ["seen"]}, "no owner"),
        ({"id": "x", "name": "Focus", "class": "western-wire", "confidence": "low", "evidence": ["seen"]}, "an ordinary word"),
        ({"id": "x", "name": "Reuters", "class": "western-wire", "confidence": "low", "evidence": ["seen"]}, "names two entries"),
        (
            {"id": "x", "name": "X Wire", "class": "western-wire", "confidence": "low", "evidence": ["seen"], "domains": ["Reuters.com"]},
            "in two entries",
        ),
        ({"id": "x", "class": "western-wire", "confidence": "low", "evidence": ["seen"]}, "has no name"),
    ],
)
def test_a_desks_entry_that_breaks_a_promise_is_said(entry: dict[str, object], said: str) -> None:
    problems = list(registry_problems([*KNOWLEDGE.sources, entry], KNOWLEDGE.lexicon(OrdinaryWords)))
    assert any(said in problem for problem in problems), problems


def test_a_desk_replaces_an_entry_by_its_id() -> None:
    desk = [
        *KNOWLEDGE.sources,
        {"id": "mash", "name": "Mash", "class": "osint-social"},
        {"id": "gazette", "name": "The Gazette", "class": "western-media"},
    ]
    registry = Registry(desk)
    assert registry.by_id("mash").source_class == "osint-social"
    found = registry.by_name("the Gazette")
    assert found is not None
    assert found.id == "gazette"


def test_the_nearest_spellings_are_offered() -> None:
    assert "Ukrainska Pravda" in REGISTRY.suggest("Ukranska Pravda")
    assert REGISTRY.suggest("qqqqqqqqqqqq") == []


def test_who_may_lead() -> None:
    leading = ("ukrainian-official", "ukrainian-independent", "western-wire")
    assert REGISTRY.by_id("suspilne").leads(leading)
    assert REGISTRY.by_id("reuters").leads(leading)
    assert not REGISTRY.by_id("bbc").leads(leading)
    assert not REGISTRY.by_id("osintdefender").leads(leading)
    assert not REGISTRY.by_id("operatyvno-zsu").leads(leading)


@given(st.text(max_size=80))
def test_any_text_may_be_asked_for(text: str) -> None:
    REGISTRY.by_name(text)
    REGISTRY.by_name(text, in_context=True)
    REGISTRY.by_url(text)
    REGISTRY.by_handle(text)
