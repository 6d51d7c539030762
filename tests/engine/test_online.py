"""Links asked of a site that misbehaves in each way, and what may never be asked."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.answers import Answer
from stancelint.engine import online_exchange, online_kept
from stancelint.engine.online import answered
from stancelint.engine.online_address import NotAskedError, is_public, joined, target_of
from stancelint.engine.online_ask import ask
from stancelint.engine.online_exchange import Manner
from stancelint.engine.online_page import titles_of
from stancelint.engine.online_queue import ask_many
from stancelint.text.value import replace
from tests.engine.misbehaving import PAGE, Site

TITLE = "Warehouse burns in Kharkiv after the drone strike"


def resolve(host: str, port: int) -> list[str]:
    known = {"inside.test": ["10.0.0.7"], "half.test": ["127.0.0.1", "192.168.1.1"], "mapped.test": ["::ffff:127.0.0.1"]}
    if host == "nobody.test":
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    if host == "later.test":
        raise socket.gaierror(socket.EAI_AGAIN, "try again")
    if host == "stuck.test":
        time.sleep(3)
    return known.get(host, ["127.0.0.1"])


def allowed(host: str, address: str) -> bool:
    """The machine itself for names of the test alone: an address that a redirect writes out stays forbidden."""
    return (host.endswith(".test") and address == "127.0.0.1") or is_public(host, address)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))


def manner(site: Site, seconds: float = 3.0) -> Manner:
    return Manner(seconds=seconds, pause=0.0, ports=frozenset({site.port}), resolve=resolve, allowed=allowed)


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/there", "there", "answered 200"),
        ("/part", "there", "answered 206"),
        ("/short", "there", "answered 416"),
        ("/untitled", "there", "answered 200"),
        ("/missing", "dead", "answered 404 Not Found"),
        ("/gone", "dead", "answered 410 Gone"),
        ("/forbidden", "unjudged", "answered 403 Forbidden"),
        ("/often", "unjudged", "answered 429 Too Many Requests"),
        ("/broken", "unjudged", "answered 503 Service Unavailable"),
        ("/odd", "unjudged", "answered 999"),
        ("/silent-close", "unjudged", "the answer was no HTTP that could be read"),
        ("/noise", "unjudged", "the answer was no HTTP that could be read"),
        ("/long-header", "unjudged", "the answer was no HTTP that could be read"),
        ("/many-headers", "unjudged", "the answer was no HTTP that could be read"),
        ("/continues", "unjudged", "the answer was no HTTP that could be read"),
        ("/bad-length", "there", "answered 200"),
        ("/bad-chunks", "there", "answered 200"),
        ("/further/1", "unjudged", "redirects more than 5 times"),
    ],
)
def test_every_answer_is_told_apart(site: Site, path: str, outcome: str, said: str) -> None:
    answer = ask(site.url(path), manner(site))
    assert (answer.outcome, answer.said) == (outcome, said)


def test_a_site_that_hangs_is_left_in_time(site: Site) -> None:
    for path in ("/hang", "/drip"):
        started = time.monotonic()
        assert ask(site.url(path), manner(site, 0.4)).said == "did not answer within 0.4 seconds"
        assert time.monotonic() - started < 1.5


def test_a_resolver_that_hangs_is_left_in_time(site: Site) -> None:
    started = time.monotonic()
    assert ask(site.url("/there", "stuck.test"), manner(site, 0.3)).outcome == "dead"
    assert time.monotonic() - started < 1.5


def test_a_body_that_never_ends_is_read_as_far_as_it_is_needed(site: Site) -> None:
    for path in ("/endless", "/drip-body", "/cut"):
        answer = ask(site.url(path), manner(site, 1.0))
        assert (answer.outcome, answer.titles[0]) == ("there", TITLE)


def test_a_bomb_is_unpacked_only_so_far(site: Site) -> None:
    reply = online_exchange.exchange(target_of(site.url("/bomb")), manner(site))
    assert len(reply.body) <= manner(site).size
    assert ask(site.url("/bomb"), manner(site)).titles == ("Big page of the night",)
    for path in ("/not-gzip", "/strange-coding"):
        assert ask(site.url(path), manner(site)).titles == ()


def test_titles_are_read_from_pages_alone(site: Site) -> None:
    assert ask(site.url("/there"), manner(site)).titles == (TITLE, "Fire")
    assert ask(site.url("/strange-charset"), manner(site)).titles[0] == TITLE
    assert ask(site.url("/picture"), manner(site)).titles == ()
    assert ask(site.url("/untitled"), manner(site)).titles == ()


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/there",
        "http://10.1.2.3/",
        "http://[::1]:{port}/there",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433:{port}/",
        "http://localhost:{port}/",
        "http://inside.test:{port}/",
        "http://half.test:{port}/",
        "http://mapped.test:{port}/",
        "http://0.0.0.0:{port}/",
        "http://desk.test:22/",
        "http://user:word@desk.test:{port}/there",
        "ftp://desk.test/there",
        "file:///etc/passwd",
        "http://[broken/",
    ],
)
def test_no_redirect_leads_inside(site: Site, location: str) -> None:
    site.elsewhere["/way"] = location.format(port=site.port)
    answer = ask(site.url("/way"), manner(site))
    assert answer.outcome == "unjudged"
    assert answer.said.startswith(("redirects to an address that", "not asked: it"))
    assert [request.split(" ")[1] for request in site.asked] == ["/way"]


def test_no_listed_link_leads_inside(site: Site) -> None:
    for host in ("inside.test", "half.test", "mapped.test", "127.0.0.1", "localhost"):
        assert ask(site.url("/there", host), manner(site)).said.startswith("not asked: it leads to")
    assert site.asked == []


def test_the_vetted_address_is_the_one_connected_to(site: Site) -> None:
    given = [["127.0.0.1"], ["10.0.0.7"]]
    asked = []

    def turning(host: str, port: int) -> list[str]:
        asked.append(host)
        return given[min(len(asked), 2) - 1]

    assert ask(site.url("/there"), replace(manner(site), resolve=turning)).outcome == "there"
    assert asked == ["desk.test"]


def test_redirects_are_followed_and_circles_left(site: Site) -> None:
    site.elsewhere.update({"/old/story": "/", "/a": "/b", "/b": "/a", "/self": "/self", "/nowhere": ""})
    home = ask(site.url("/old/story"), manner(site))
    assert (home.outcome, home.final, home.hops) == ("there", site.url("/"), 1)
    for path in ("/a", "/self"):
        assert ask(site.url(path), manner(site)).said.startswith("redirects in a circle")
    assert ask(site.url("/nowhere"), manner(site)).said == "answered 302 Found"


def test_names_that_nobody_holds(site: Site) -> None:
    assert ask(site.url("/", "nobody.test"), manner(site)).outcome == "dead"
    assert ask(site.url("/", "later.test"), manner(site)).outcome == "unjudged"


def test_what_is_sent(site: Site) -> None:
    ask(site.url("/cookie"), manner(site))
    ask(site.url("/пожежа#part"), manner(site))
    ask(site.url("/there?q=так&x=a b\r\nX-Sly: 1"), manner(site))
    for request in site.asked:
        assert request.startswith("GET /")
        assert "User-Agent: stancelint/" in request
        assert not any(word in request for word in ("Cookie", "Authorization", "Referer", "\r\nX-Sly", "#"))
    assert "/%D0%BF%D0%BE%D0%B6%D0%B5%D0%B6%D0%B0 " in site.asked[1]


def test_a_certificate_that_does_not_hold(tmp_path: Path) -> None:
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-subj", "/CN=desk.test"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl cannot make a certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    site = Site(lambda sock: context.wrap_socket(sock, server_side=True))
    answer = ask(site.url("/there", scheme="https"), manner(site))
    site.close()
    assert (answer.outcome, answer.said.partition(":")[0]) == ("unjudged", "its certificate does not hold")
    assert site.asked == []


def test_one_site_is_asked_one_link_at_a_time_and_each_link_once(site: Site) -> None:
    urls = [site.url(f"/slow{i}") for i in range(4)]
    answers = ask_many(urls + urls, manner(site))
    assert [answer.outcome for answer in answers.values()] == ["there"] * 4
    assert (len(site.asked), site.most) == (4, 1)


def test_sites_are_asked_side_by_side(site: Site) -> None:
    ask_many([site.url("/slow", f"{name}.test") for name in "abcd"], manner(site))
    assert site.most > 1


def test_a_site_that_is_overrun_is_left_in_peace(site: Site) -> None:
    often = ask_many([site.url("/often"), site.url("/often?2"), site.url("/often?3"), site.url("/there")], manner(site))
    assert len(site.asked) == 2
    assert [answer.outcome for answer in often.values()] == ["unjudged"] * 4
    late = ask_many([site.url("/drip", "late.test"), site.url("/hang", "late.test"), site.url("/there", "late.test")], manner(site, 0.3))
    assert [*late.values()][2].said.startswith("not asked: its site was late")


def test_answers_are_kept_for_their_age(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    urls = [site.url(path) for path in ("/there#first", "/there", "/missing", "/forbidden")]
    first = answered(urls, manner(site), keep=True)
    assert len(site.asked) == 3
    assert answered(urls, manner(site), keep=True)[urls[0]] == first[urls[0]]
    assert len(site.asked) == 4  # the one that could not be judged
    answered(urls, manner(site), keep=False)
    assert len(site.asked) == 7
    later = time.time() + 2 * 3600
    monkeypatch.setattr(online_kept.time, "time", lambda: later)
    answered(urls, manner(site), keep=True)
    assert len(site.asked) == 9  # what was dead two hours ago may be mended


def test_a_damaged_answer_is_as_good_as_none(tmp_path: Path) -> None:
    answer = Answer("https://a.example/x", "there", "answered 200", "2026-05-04T09:00:00Z", titles=("A", "B"))
    online_kept.keep_answer("u", answer)
    assert online_kept.kept_answer("u") == answer
    (kept,) = (tmp_path / "cache" / "answers").iterdir()
    whole = kept.read_text()
    for damaged in ("", "{", "[]", "null", '{"url": "u"}', "[" * 5000, whole.replace('["A", "B"]', "3"), whole.replace('"url"', '"uri"')):
        kept.write_text(damaged)
        assert online_kept.kept_answer("u") is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "240.0.0.1", "192.0.2.1", "198.18.0.1", "::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b::7f00:1", "2001:db8::1", "nonsense", "",
    ],
)  # fmt: skip
def test_addresses_inside_are_known(address: str) -> None:
    assert not is_public("a.example", address)


def test_addresses_outside_are_known() -> None:
    assert all(is_public("a.example", address) for address in ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"))


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://desk.test/", "https://[", "//"]))
def test_any_text_is_an_address_or_refused(text: str, start: str) -> None:
    base = target_of("https://desk.test/a")
    for make in (lambda: target_of(start + text), lambda: joined(base, start + text)):
        try:
            target = make()
        except NotAskedError:
            continue
        assert target.scheme in ("http", "https")
        request = f"{target.authority}{target.path}"
        assert request.isascii()
        assert request.isprintable()
        assert " " not in request


@given(st.binary(max_size=300))
def test_any_bytes_have_titles_or_none(body: bytes) -> None:
    for title in titles_of(PAGE + body, "text/html")[0]:
        assert title.isprintable()


@pytest.mark.parametrize("piece", [b"<title", b"<h1 ", b"<meta ", b"<html ", b"<h1>", b'<meta property="og:title" content="'])
def test_a_hostile_page_is_read_in_time(piece: bytes) -> None:
    started = time.monotonic()
    titles_of(piece * (262_144 // len(piece)), "text/html")
    assert time.monotonic() - started < 2
