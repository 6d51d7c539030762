"""What the machine refuses in the middle of a run: no home, no git, no room, no compiler that we know."""

from __future__ import annotations

import errno
import http.client
import os
import pickle
import re
import socket
import ssl
import subprocess
import zlib
from pathlib import Path

import pytest

from stancelint.analysis.answers import Answer
from stancelint.engine import online_exchange
from stancelint.engine.changed_lines import changed_since
from stancelint.engine.draft import draft_bytes
from stancelint.engine.online_ask import ask
from stancelint.engine.online_exchange import Manner, resolved
from stancelint.engine.online_kept import keep_answer, kept_answer
from stancelint.engine.online_page import titles_of
from stancelint.engine.online_queue import ask_many
from stancelint.engine.whole_file import put_whole
from stancelint.errors import DraftError, UsageError
from stancelint.policy.kept import cache_folder, load_kept, store_kept
from stancelint.text import patterns

URL = "https://a.example/b"
ANSWER = Answer(URL, "there", "answered 200", "2026-11-24T00:00:00Z", URL, 0, ("A title",), "en")


# folders and files


def test_without_a_home_there_is_no_cache_and_no_answer_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STANCELINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/")
    assert cache_folder() is None
    keep_answer(URL, ANSWER)
    assert kept_answer(URL) is None


def test_the_cache_lies_where_the_system_says_that_caches_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STANCELINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/caches")
    assert cache_folder() == os.path.join("/var/tmp/caches", "stancelint")


def test_an_answer_that_cannot_be_kept_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(os, "replace", _refuses)
    keep_answer(URL, ANSWER)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_report_that_cannot_take_its_place_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.json").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", _refuses)
    with pytest.raises(OSError, match="No space left"):
        put_whole(tmp_path / "report.json", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.json", b"old")]


def _refuses(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_kept_file_with_the_right_sum_of_no_data_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "kept.bin"
    store_kept(str(path), b"mark", [1])
    assert load_kept(str(path), b"mark") == [1]
    for body in (b"", b"[", b"\xfa"):
        path.write_bytes(b"mark" + zlib.crc32(body).to_bytes(4, "big") + body)
        assert load_kept(str(path), b"mark") is None


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="is a folder where a draft was expected"):
        draft_bytes(str(tmp_path), 1000)


def test_a_mistake_comes_back_whole_from_another_process() -> None:
    made = DraftError("is not UTF-8", path="a.md", line=3, column=7, hint="save it as UTF-8")
    back = pickle.loads(pickle.dumps(made))
    assert (type(back), str(back), back.line, back.column) == (DraftError, str(made), 3, 7)


# git


def test_without_git_nothing_can_say_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _not_installed)
    with pytest.raises(UsageError, match="git is not installed"):
        changed_since("HEAD", (str(tmp_path / "a.md"),))


def _not_installed(*_: object, **__: object) -> None:
    raise FileNotFoundError(errno.ENOENT, "No such file or directory", "git")


# patterns


def test_a_python_whose_compiler_is_built_otherwise_compiles_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_adopted", [])
    monkeypatch.setattr(patterns, "_fresh", {})
    monkeypatch.setattr(patterns, "_taken_apart", _no_such_compiler)
    assert patterns.compiled("[A-Z]yiv").findall("Kyiv, Lviv") == ["Kyiv"]
    assert patterns.learned() == {}


def _no_such_compiler(text: str, flags: int) -> bytes:
    raise ImportError("re._compiler")


def test_a_pattern_that_waits_answers_no_question_about_itself_by_compiling() -> None:
    waiting = patterns.lazy("(")  # no pattern at all: asked for anything it would raise
    with pytest.raises(AttributeError):
        len(waiting.__all__)  # type: ignore[attr-defined]  # of the kind that copy, pickle and inspection ask
    with pytest.raises(re.error):
        waiting.search("x")


# links


@pytest.mark.parametrize(
    ("problem", "outcome", "said"),
    [
        (ssl.SSLError(1, "wrong version number"), "unjudged", "no secure connection came about"),
        (http.client.BadStatusLine("x"), "unjudged", "the answer was no HTTP that could be read"),
        (OSError(errno.ECONNREFUSED, "Connection refused"), "unjudged", "the connection failed: Connection refused"),
        (EOFError(), "unjudged", "the answer could not be read (EOFError)"),
    ],
)
def test_what_goes_wrong_with_a_link_is_said_in_words(problem: Exception, outcome: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise problem

    monkeypatch.setattr("stancelint.engine.online_ask.exchange", fails)
    answer = ask(URL, Manner())
    assert (answer.outcome, answer.said) == (outcome, said)


def test_what_is_no_address_is_not_asked() -> None:
    for url in ("ftp://a.example/b", "https://a.example/" + "b" * 9_000):
        answer = ask(url, Manner())
        assert answer.outcome == "unjudged"
        assert answer.said.startswith("not asked: it ")
    assert set(ask_many(["ftp://a.example/b"], Manner())) == {"ftp://a.example/b"}


def test_a_name_without_an_address_or_of_letters_that_no_name_has() -> None:
    nothing = Manner(resolve=lambda host, port: [])
    assert ask(URL, nothing).said == "names a host that does not exist (a.example)"

    def strange(host: str, port: int) -> list[str]:
        raise UnicodeError("label too long")

    assert ask(URL, Manner(resolve=strange)).said == "names a host that does not exist (a.example)"


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]  # bound, and nobody listens there
        manner = Manner(ports=frozenset({port}), resolve=lambda host, port: ["127.0.0.1"], allowed=lambda host, address: True)
        assert ask(f"http://a.example:{port}/b", manner).said == "the connection failed: Connection refused"


def test_the_system_is_asked_for_addresses_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 443))
    monkeypatch.setattr(online_exchange.socket, "getaddrinfo", lambda *_, **__: [entry, entry])
    assert resolved("a.example", 443) == ["192.0.2.1"]


def test_titles_for_sharing_and_of_pages_in_a_character_set_that_nobody_has() -> None:
    page = b'<html><head><meta property="og:title" content="Drones over Odesa"><meta name="x"></head></html>'
    assert titles_of(page, "text/html")[0] == ("Drones over Odesa",)
    assert titles_of(page, "text/html; charset=windows-9999")[0] == ("Drones over Odesa",)
