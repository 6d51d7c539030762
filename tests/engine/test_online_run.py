"""Runs that ask the listed links: what an editor is told, and that nobody is asked unless it was said."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancelint.engine import online
from stancelint.engine.desk import RunOptions
from stancelint.engine.online_exchange import Manner
from stancelint.engine.online_told import told
from stancelint.engine.run import run
from stancelint.finding import Finding, Severity
from stancelint.policy.discover import policy_above
from tests.engine.misbehaving import Site

ONLINE = ("provenance/dead-link", "provenance/redirected-home", "provenance/title-mismatch", "provenance/link-not-judged")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """Every host of the drafts is the site on this machine; what tests bring, no option and no policy can."""
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    policy_above.cache_clear()

    def allowed(host: str, address: str) -> bool:
        return not host[0].isdigit() and address == "127.0.0.1"

    given = Manner(seconds=2.0, pause=0.0, ports=frozenset({site.port}), resolve=lambda host, port: ["127.0.0.1"], allowed=allowed)
    monkeypatch.setattr(online, "MANNER", given)


def draft(*entries: str, body: str = "Rescuers worked until noon, the State Emergency Service said.") -> str:
    listed = "\n".join(f"- {entry}" for entry in entries)
    return f"Fire at a Kharkiv warehouse\n\n{body}\n\nWire provenance\n{listed}\n"


def found(text: str, name: str = "draft.md", **options: object) -> list[Finding]:
    Path(name).write_text(text, "utf-8")
    given: dict[str, object] = {"paths": (name,), "select": ONLINE, "online": True, **options}
    (report,) = run(RunOptions(**given)).drafts  # type: ignore[arg-type]  # options by name
    assert report.error is None
    return list(report.findings)


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule.partition("/")[2] for finding in findings]


def test_a_list_gets_one_verdict_a_link(site: Site) -> None:
    site.elsewhere["/old/story"] = "/"
    links = [site.url(path, "www.reuters.com") for path in ("/missing", "/old/story", "/other", "/forbidden", "/there", "/untitled")]
    headline = "“Fire destroys warehouse in Kharkiv after drone strike”"
    text = draft(
        links[0], links[1], f"Reuters, {headline}: {links[2]}", links[3], f"Reuters, {headline}: {links[4]}", f"{headline}: {links[5]}"
    )
    findings = found(text)
    assert rules(findings) == ["dead-link", "redirected-home", "title-mismatch", "link-not-judged"]
    assert [finding.text for finding in findings] == links[:4]
    assert [finding.severity for finding in findings] == [Severity.WARNING] * 3 + [Severity.INFO]
    dead = findings[0]
    assert dead.message == "This link gave no item when it was asked: it answered 404 Not Found."
    assert dead.evidence[0].message.startswith(f"asked {links[0]} at 2")
    assert "Ten sofas" in findings[2].message


def test_a_link_of_many_drafts_is_asked_once(site: Site) -> None:
    link = site.url("/missing", "www.reuters.com")
    for name in ("a.md", "b.md"):
        Path(name).write_text(draft(link, f"{link}#top"), "utf-8")
    report = run(RunOptions(paths=("a.md", "b.md"), select=ONLINE, online=True, jobs=2))
    assert [len(one.findings) for one in report.drafts] == [2, 2]
    assert len(site.asked) == 1


def test_without_the_option_nobody_is_asked_and_nothing_is_kept(site: Site) -> None:
    link = site.url("/missing", "www.reuters.com")
    assert found(draft(link), online=False) == []
    assert site.asked == []
    assert rules(found(draft(link))) == ["dead-link"]
    assert found(draft(link), online=False) == []


def test_links_that_cannot_be_real_are_not_asked(site: Site) -> None:
    assert found(draft("https://example.com/story", "http://10.0.0.1/story", "mailto:desk@paper.example")) == []
    assert site.asked == []


def test_a_waiver_holds_and_is_not_called_unused_offline(site: Site) -> None:
    link = site.url("/missing", "www.reuters.com")
    waived = draft(f'{link} <!-- stancelint: allow provenance/dead-link reason="the page is back at noon" -->')
    chosen = (*ONLINE, "waiver")
    (finding,) = found(waived, select=chosen)
    assert finding.suppressed is not None
    assert found(waived, select=chosen, online=False) == []
    there = draft(f'{site.url("/there", "www.reuters.com")} <!-- stancelint: allow provenance/dead-link reason="was down" -->')
    assert [one.rule for one in found(there, select=chosen)] == ["waiver/unused"]


def test_a_draft_that_cannot_be_read_stops_nobody(site: Site) -> None:
    Path("b.md").write_text(draft(site.url("/missing", "www.reuters.com")), "utf-8")
    report = run(RunOptions(paths=("nowhere.md", "b.md"), select=ONLINE, online=True))
    assert [len(one.findings) for one in report.drafts] == [1, 0]
    assert report.drafts[1].error is not None


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Reuters, “Fire destroys warehouse in Kharkiv after drone strike”", "Just a moment before the page of this site opens"),
        ("Reuters, “Fire destroys warehouse in Kharkiv after drone strike”", "Пожежа на складі після удару дронів"),
        ("Reuters, “Fire destroys warehouse in Kharkiv after drone strike”", "Kharkov in flames"),
        ("Reuters, “Fire destroys warehouse in Kharkiv after drone strike”", "Reuters"),
        ("Reuters, morning update", "Quarterly profits of the carmaker beat every forecast"),
        ("the mayor's post", "Quarterly profits of the carmaker beat every forecast"),
    ],
)
def test_titles_that_prove_nothing(entry: str, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    link = "https://www.reuters.com/world/europe/kharkiv-fire-2026-05-04/"
    monkeypatch.setattr(online, "ask_many", None)
    monkeypatch.setattr(online, "answered", lambda urls, manner, keep: told({link: f"200 {title}"}))
    assert found(draft(f"{entry}: {link}")) == []


def test_offline_loads_nothing_of_it(tmp_path: Path) -> None:
    Path("draft.md").write_text(draft("https://www.reuters.com/world/europe/kharkiv-fire-2026-05-04/"), "utf-8")
    script = "import sys\nfrom stancelint.cli.app import run\nrun(['check', 'draft.md'])\nprint('|'.join(sys.modules), file=sys.stderr)"
    env = {"STANCELINT_CACHE_DIR": str(tmp_path / "cache"), "PATH": "/usr/bin:/bin"}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, check=False)
        loaded = set(done.stderr.strip().splitlines()[-1].split("|"))
    assert "stancelint.cli.check" in loaded or "stancelint.cli.checking" in loaded
    assert {"ssl", "http.client", "socket", "urllib.request"} & loaded == set()
    assert not any("online" in name or name.endswith(".answers") for name in loaded if name.startswith("stancelint"))
