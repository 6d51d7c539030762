"""Addresses: two spellings of one item are one, and what cannot be real says so on its face."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.days import Days
from stancelint.analysis.link_faults import link_faults
from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.analysis.link_normal import normal
from stancelint.analysis.links import parse
from stancelint.analysis.post_ids import bluesky_time, x_time
from stancelint.rulebook.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
LEXICON = KNOWLEDGE.lexicon(LinkLexicon)
DAY = date(2026, 7, 1)


def faults(url: str, day: date | None = DAY, latest: date | None = None) -> list[tuple[str, str]]:
    return [(fault.kind, fault.said) for fault in link_faults(url, LEXICON, KNOWLEDGE.registry, Days(day, latest or day))]


SAME = [
    ("https://twitter.com/DefenceU/status/1940000000000000001", "http://x.com/defenceu/status/1940000000000000001/photo/1?s=20&t=abc"),
    ("https://mobile.twitter.com/DefenceU/status/1940000000000000001", "https://x.com/i/web/status/1940000000000000001"),
    ("https://t.me/kpszsu/34120", "https://telegram.me/s/KPSZSU/34120?single"),
    ("https://youtu.be/aB3dE5fG7hI?t=41", "https://m.youtube.com/watch?v=aB3dE5fG7hI&feature=share"),
    ("https://www.youtube.com/shorts/aB3dE5fG7hI", "https://www.youtube.com/watch?v=aB3dE5fG7hI"),
    ("https://www.bbc.co.uk/news/articles/c4gk2n0pzl1o", "https://www.bbc.com/news/articles/c4gk2n0pzl1o?at_medium=RSS#comments"),
    ("https://www.reuters.com/world/europe/a-2026-07-01/", "http://reuters.com/world/europe/a-2026-07-01?utm_source=x&utm_medium=y"),
    ("https://web.archive.org/web/20260701101500/https://suspilne.media/kyiv/1", "https://suspilne.media/kyiv/1"),
    ("https://web.archive.org/web/20260701101500if_/http:/suspilne.media/kyiv/1", "https://suspilne.media/kyiv/1/"),
    ("https://archive.ph/2026.07.01-101500/https://nv.ua/ukr/1.html", "https://nv.ua/ukr/1.html"),
    ("https://archive.today/newest/https://nv.ua/ukr/1.html", "https://nv.ua/ukr/1.html"),
    ("https://www.google.com/amp/s/www.theguardian.com/world/x/amp", "https://amp.theguardian.com/world/x"),
    ("https://uk.m.wikipedia.org/wiki/Ізюм", "https://uk.wikipedia.org/wiki/Ізюм"),
    ("https://kyivindependent.com/a/?b=2&a=1", "https://www.kyivindependent.com/a?a=1&b=2&fbclid=zzz"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fnv.ua%2Fukr%2F1.html&h=x", "https://nv.ua/ukr/1.html"),
    ("https://xn--80adxhks.xn--p1ai/a", "https://москва.рф/a"),
    ("https://t.me/iv?url=https%3A%2F%2Fnv.ua%2Fukr%2F1.html&rhash=1", "https://nv.ua/ukr/1.html"),
    ("https://l.facebook.com/l.php?h=x", "http://l.facebook.com/l.php?h=x"),
    ("https://x.com/DefenceU/articles/7", "https://twitter.com/DefenceU/articles/7/"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_item(one: str, other: str) -> None:
    assert normal(one, LEXICON) == normal(other, LEXICON) is not None


OTHER = [
    ("https://t.me/kpszsu/34120", "https://t.me/kpszsu/34121"),
    ("https://nv.ua/ukr/1.html", "https://nv.ua/rus/1.html"),
    ("https://kyivindependent.com/a?id=1", "https://kyivindependent.com/a?id=2"),
    ("https://www.youtube.com/watch?v=aB3dE5fG7hI", "https://www.youtube.com/watch?v=aB3dE5fG7hi"),
    ("https://suspilne.media/Kyiv", "https://suspilne.media/kyiv"),
    ("https://reuters.com:8443/a", "https://reuters.com/a"),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_items_stay_two(one: str, other: str) -> None:
    assert normal(one, LEXICON) != normal(other, LEXICON)


@pytest.mark.parametrize(
    "text", ["HTTP://.[", "", "Reuters", "mailto:desk@reuters.com", "javascript:alert(1)", "a b.com/x", "http://", "//", "ftp://x.com/a"]
)
def test_what_is_no_web_address_has_no_normal_form(text: str) -> None:
    assert normal(text, LEXICON) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://x.com/SESU_UA/status/1940000000000000001",
        "https://t.me/s/dsns_telegram/51022",
        "https://www.pravda.com.ua/eng/news/2026/07/01/7520000/",
        "https://www.reuters.com/world/europe/strike-2026-07-01/",
        "https://apnews.com/article/ukraine-kyiv-4b1f0c2d3e4f5a6b7c8d9e0f1a2b3c4d",
        "https://bsky.app/profile/suspilne.media/post/3lsxq2abcdk2z",
        "https://www.facebook.com/kharkivODA/posts/pfbid02abcdef123",
        "https://ukraine.ohchr.org/en/protection-of-civilians-june-2026",
        "https://войнасфейками.рф/civil/a",
        "https://news.google.com/articles/abc123",
        "https://x.com/i/spaces/1OwxWNvzRejJQ",
        "https://t.me/iv?url=https%3A%2F%2Fnv.ua%2Fukr%2F1.html&rhash=1",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.instagram.com/p/CabcDEF1234/",
        "https://bsky.app/profile/suspilne.media/feed/war",
        "https://x.com/DefenceU/articles/1940000000000000001",  # an account with more after it is no account
    ],
)
def test_an_ordinary_item_has_no_fault(url: str) -> None:
    assert faults(url) == []


IMPLAUSIBLE = [
    ("https://twitter.com/DefenceU/status/2", "no post on X has the number 2"),
    ("https://x.com/DefenceU/status/19400000000000000019", "20 digits"),
    ("https://x.com/DefenceU/status/abc", "is not the number of a post"),
    ("https://x.com/DefenceU/status/", "the number is missing"),
    ("https://x.com/DefenceU/status/2100000000000000000", "after the draft's own date"),
    ("https://x.com/DefenceU/status/1440000000000000000", "days before the draft's own date"),
    ("https://x.com/DefenceU", "the account of @DefenceU, not a post"),
    ("https://t.me/kpszsu", "without the number of a message"),
    ("https://t.me/s/kpszsu", "without the number of a message"),
    ("https://t.me/kpszsu/0", "is not the number of a message"),
    ("https://t.me/+AbCdEf", "an invitation"),
    ("https://t.me/c/1500/44", "a private channel"),
    ("https://www.youtube.com/watch?v=abc", "11 characters"),
    ("https://www.youtube.com/@suspilne", "not a video"),
    ("https://bsky.app/profile/a.b/post/123", "is not the key of a post"),
    ("https://www.facebook.com/kharkivODA", "not a post"),
    ("https://www.facebook.com/kharkivODA/posts/thelatest", "is not the number of a post"),
    ("https://x.com/search?q=Kherson", "something else every time"),
    ("https://x.com/a-name-too-long-for-x/status/1940000000000000001", "cannot be the name of an account"),
    ("https://t.me/s", "Telegram's own page"),
    ("https://t.me/a!/12", "cannot be the name of a channel"),
    ("https://www.youtube.com/shorts/abc", "11 characters"),
    ("https://youtu.be/abc", "11 characters"),
    ("https://www.instagram.com/suspilne", "an account on Instagram"),
    ("https://bsky.app/profile/suspilne.media", "an account on Bluesky"),
    ("https://\u0440\u0440ravda.ua/a", "mixes letters of two scripts"),
    ("https://p0litico.eu/a", "looks like politico.eu"),
    ("https://www.reuters.com", "the home page"),
    ("https://www.reuters.com/?utm_source=x", "the home page"),
    ("https://www.reuters.com/world/europe/", "a front page"),
    ("https://apnews.com/hub/russia-ukraine", "a list of items"),
    ("https://example.com/strike", "a placeholder"),
    ("http://localhost:3000/a", "a placeholder"),
    ("https://desk.internal/a", "a placeholder"),
    ("http://10.0.0.7/a", "a private address"),
    ("http://[::1]/a", "a private address"),
    ("http://8.8.8.8/a", "a bare number"),
    ("http://127.0.0.1/a", "a private address"),
    ("http://172.31.0.1/a", "a private address"),
    ("http://172.32.0.1/a", "a bare number"),
    ("http://100.127.0.1/a", "a private address"),
    ("http://100.128.0.1/a", "a bare number"),
    ("http://2130706433/a", "a bare number"),
    ("https://editor:pass@reuters.com/a", "a user name"),
    ("https://reuters.com@evil.su/a", "the link goes to evil.su"),
    ("https://reutеrs.com/a", "another script"),
    ("https://xn--reutrs-6of.com/a", "another script"),
    ("https://spiegel.ltd/a", "is not Der Spiegel's site"),
    ("https://kyivpost.top/a", "is not Kyiv Post's site"),
    ("https://reuters/a", "not the full name of a site"),
    ("https://www.reuters.com/world/europe/strike-2026-07-19/", "after the draft's own date"),
    ("https://www.reuters.com/world/europe/strike-2026-13-01/", "no calendar"),
    ("https://reuters.com/\u202egpj.a", "does not show"),
    ("https://web.archive.org/web/2026/https://example.com/a", "a placeholder"),
]


@pytest.mark.parametrize(("url", "said"), IMPLAUSIBLE)
def test_what_cannot_be_real_says_why(url: str, said: str) -> None:
    (found,) = faults(url)
    assert found[0] == "implausible"
    assert said in found[1]


LONG_HOST = f"{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 6}.su"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.com/b",
        "reuters.com/a/b",
        "htps://a.com/b",
        "https://a b.com/c",
        "https://-x-.com/a",
        "https://x.com/" + "a" * 100_000,
        f"https://{LONG_HOST}a/b",
    ],
)
def test_what_is_no_link(url: str) -> None:
    assert [kind for kind, _ in faults(url)] == ["not-a-link"]


def test_a_host_may_have_253_characters_and_no_more() -> None:
    assert len(LONG_HOST) == 253
    assert faults(f"https://{LONG_HOST}/b") == []


@pytest.mark.parametrize("url", ["https://bit.ly/3abc", "https://t.co/AbC", "https://reut.rs/4x"])
def test_what_hides_where_it_leads(url: str) -> None:
    assert [kind for kind, _ in faults(url)] == ["shortened"]


@pytest.mark.parametrize(
    "url",
    [
        "https://philharmonia.example.ua/event/2026-07-23-finale",
        "https://www.echr.coe.int/hearings/2026-09-16-ukraine",
        "https://opera.example.ua/programme/2026/07/30/rigoletto",
    ],
)
def test_what_is_announced_may_lie_ahead(url: str) -> None:
    assert faults(url.replace("example.", "sumy.")) == []


def test_without_a_date_nothing_is_held_against_one() -> None:
    assert faults("https://x.com/DefenceU/status/2100000000000000000", None) == []
    assert faults("https://www.reuters.com/world/europe/strike-2026-07-19/", None) == []


def test_a_text_that_opens_with_an_old_day_makes_no_future_of_this_year() -> None:
    old = date(2022, 2, 24)
    assert faults("https://x.com/DefenceU/status/2072500000000000000", old, DAY) == []
    (found,) = faults("https://x.com/DefenceU/status/2100000000000000000", old, DAY)
    assert "after the latest date that the draft names" in found[1]


def test_an_evening_in_the_west_is_no_future() -> None:
    # 2 July 02:00 UTC is still 1 July in New York
    made = (1782957600000 - 1288834974657) << 22
    assert faults(f"https://x.com/DefenceU/status/{made}") == []


def test_numbers_hold_their_time() -> None:
    assert str(x_time("1940000000000000001"))[:10] == "2025-07-01"
    assert x_time("20") is None
    assert x_time("١٩٤٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠١") is None
    assert x_time("194000000000000000x") is None
    assert bluesky_time("3lsxq2abcdk2z") is not None
    assert bluesky_time("3lsxq2abcdk2") is None


WEBLIKE = st.from_regex(
    r"(https?://|//|)[a-z0-9.@:\[\]%-]{0,30}(/[a-zA-Z0-9%._~/-]{0,40})?(\?[a-z=&%0-9]{0,30})?(#.{0,10})?", fullmatch=True
)
INNER = st.sampled_from(
    [
        "https://web.archive.org/web/2026/",
        "https://archive.ph/2026/",
        "https://www.google.com/amp/s/",
        "https://cdn.ampproject.org/c/s/",
        "",
    ]
)


@given(st.one_of(st.text(max_size=200), WEBLIKE, st.builds(lambda a, b, c: a + b + c, INNER, INNER, WEBLIKE)))
def test_normalising_twice_changes_nothing(url: str) -> None:
    once = normal(url, LEXICON)
    if once is not None:
        assert normal(once, LEXICON) == once


@given(st.one_of(st.text(max_size=200), WEBLIKE))
def test_no_address_breaks_the_reading(url: str) -> None:
    parse(url)
    found = faults(url)
    assert all(said for _, said in found)
