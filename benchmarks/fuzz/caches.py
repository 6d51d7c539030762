"""What is kept between runs, damaged or foreign: it is as good as none, and never believed."""

from __future__ import annotations

import json
import marshal
import os
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unittest.mock import patch

from benchmarks.fuzz.small_house import built, living_in
from benchmarks.fuzz.target import Target, choose, scratch
from stancelint.analysis.answers import Answer
from stancelint.engine import results
from stancelint.engine.online_kept import keep_answer, kept_answer
from stancelint.finding import DraftReport, Edit, Evidence, Excerpt, Finding, Fix, Severity, Suppression
from stancelint.policy import compiled
from stancelint.policy.compile import compile_policy
from stancelint.policy.resolve import resolve
from stancelint.text.span import Place, Region

_DRAFT = b"Night in Kiev\n"
_URL = "https://a.example/b"


def damaged(whole: bytes, orders: bytes) -> bytes:
    """``whole`` with damage done to it: each three bytes of ``orders`` say where (two bytes), and what."""
    held = bytearray(whole)
    for at in range(0, len(orders) - 2, 3):
        place = int.from_bytes(orders[at : at + 2], "big") % (len(held) + 1)
        what = orders[at + 2]
        if what < 64:
            del held[place:]
        elif what < 128:
            del held[place : place + what - 63]
        elif what < 160:
            held[place:place] = bytes([what]) * (what - 127)
        elif place < len(held):
            held[place] ^= what - 159
    return bytes(held)


def _foreign(magic: bytes, held: object) -> bytes:
    """What is well-formed and of another making: the right mark, the right checksum, another shape."""
    body = marshal.dumps(held)
    return magic + zlib.crc32(body).to_bytes(4, "big") + body


def spoilt(data: bytes, whole: bytes, magic: bytes, dress: Callable[[object], object]) -> tuple[str, bytes]:
    """How a kept file is spoilt, and what it then holds."""
    how, given = choose(data, ("damaged", "replaced", "foreign"))
    if how == "damaged":
        return how, damaged(whole, given)
    if how == "replaced":
        return how, given
    try:
        return how, _foreign(magic, dress(json.loads(given)))
    except (ValueError, RecursionError):
        return "replaced", given


@cache
def _house() -> Path:
    root = scratch()
    os.environ["STANCELINT_CACHE_DIR"] = str(root / "cache")
    built(root / "rules")
    for path in (root / "rules").rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return root


@cache
def _rule_set() -> tuple[Path, bytes, tuple[object, ...]]:
    root = _house()
    with living_in(root / "rules"):
        data, _, files = compile_policy(None)
    made = data, (str(root / "rules"),), files  # the tool's own folder is left out: two hundred files to look at, each time
    compiled.store("built in", *made, before=1 << 62)
    path = next((root / "cache").glob("rules-*.bin"))
    return path, path.read_bytes(), made


def rule_set(data: bytes) -> None:
    """The compiled rule set: spoilt, it is compiled anew; only what was kept is ever believed."""
    path, whole, made = _rule_set()
    how, held = spoilt(data, whole, compiled._MAGIC, _placed)
    path.write_bytes(held)
    kept = compiled.load("built in")
    if how != "foreign":
        assert kept is None or held == whole, "a damaged rule set was believed"
    # compiled anew at the price of a copy: what is tried is which of the two is taken
    with patch("stancelint.policy.prepared.prepared_policy", lambda: made), patch.object(compiled, "store", lambda *_, **__: None):
        rules = resolve(None)
    if how != "foreign":
        assert [rule.id for rule in rules.rules] == ["framing/breadbasket"]


def _placed(held: object) -> object:
    """A foreign mapping with the stamp of files as they are, without which nothing of it would be looked at."""
    if isinstance(held, dict) and held.pop("stamped", True):
        held |= {"folders": (), "files": (), "stamp": compiled.stamp(())}
    return held


@cache
def _report() -> tuple[Path, bytes, DraftReport, results.Results]:
    root = _house()
    kept = results.Results("a key")
    place, end = Place(9, 1, 10), Place(13, 1, 14)
    finding = Finding(
        *("style/x", Severity.WARNING, "house-style", "m", "Kiev", place, end),
        evidence=(Evidence("e", "Kiev", place, end), Evidence("f")),
        fixes=(Fix("write Kyiv", True, (Edit(Region(9, 13), "Kyiv"),)),),
        clears="c", fingerprint="0", suppressed=Suppression("waiver", "r"), excerpt=Excerpt(0, "Night in Kiev"),
    )  # fmt: skip
    report = DraftReport("a.txt", "text", None, (finding,))
    kept.store(report, results.mark_of(_DRAFT))
    path = next(p for p in (root / "cache" / "results").rglob("*") if p.is_file())
    return path, path.read_bytes(), report, kept


def result(data: bytes) -> None:
    """A kept result: spoilt, the draft is judged anew."""
    path, whole, report, kept = _report()
    how, held = spoilt(data, whole, results._MAGIC, lambda held: (results.mark_of(_DRAFT), held))
    path.write_bytes(held)
    found = kept.load("a.txt", results.mark_of(_DRAFT))
    if how != "foreign":
        assert found is None or (held == whole and found == report), "a damaged result was believed"


@cache
def _answer() -> tuple[Path, bytes]:
    root = _house()
    keep_answer(_URL, Answer(_URL, "there", "answered 200", "2026-11-24T00:00:00Z", _URL, 0, ("A title",), "en"))
    path = next((root / "cache" / "answers").glob("*.json"))
    return path, path.read_bytes()


def answer(data: bytes) -> None:
    """A kept answer of a link: spoilt, it is asked anew, or says in plain types what the file says."""
    path, whole = _answer()
    how, given = choose(data, ("replaced", "damaged"))
    path.write_bytes(given if how == "replaced" else damaged(whole, given))
    found = kept_answer(_URL)
    if found is not None:
        assert found.outcome in ("there", "dead")
        assert all(isinstance(title, str) for title in found.titles)


_FLAT = (
    b'2["text",null,3,[["style/x",2,"c","m","K",[0,1,1,null],[1,1,2,null],[["e","K",null,null]],[["t",true,[[0,1,"x"]]]],'
    b'"c","f",null,[0,"K"],false]]]'
)
_RULES = b'2{"policy":{},"setters":{},"rules":[],"lexicons":{},"sources":[],"tables":{},"phrases":{}}'
_ANSWER = (
    b'0{"url":"https://a.example/b","asked":"a","outcome":"there","said":"s","when":"w","final":"f","hops":0,"titles":["t"],'
    b'"language":"en"}'
)

TARGETS = (
    Target(
        "caches-rules",
        rule_set,
        (b"0\x00\x00\xff", b"0\x01\x00\x10", b"1" + compiled._MAGIC, _RULES, b'2{"stamped":0}'),
        longest=200,
    ),
    Target("caches-results", result, (b"0\x00\x00\xff", b"0\x00\x20\x70", b"1stancelint result 2\n", _FLAT), longest=200),
    Target("caches-answers", answer, (_ANSWER, b"1\x00\x05\xff"), longest=400),
)
