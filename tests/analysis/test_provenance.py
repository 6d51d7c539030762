"""The list of provenance in every shape that a desk writes it, and whose its entries are."""

from __future__ import annotations

import pytest

from stancelint.analysis.provenance import independence_key, registrable
from stancelint.analysis.reading import Reading
from stancelint.policy.resolve import resolve
from stancelint.readers import read

RULES = resolve(None)
BODY = "Night\n\nBody here.\n\n"
MARK = "# Night\n\nBody here.\n\n## Sources\n\n"
R = "https://www.reuters.com/world/europe/a-2026-05-04/"
T = "https://t.me/dsns_telegram/51022"


def reading(text: str, name: str = "draft.md") -> Reading:
    return Reading(read(text.encode(), name), RULES.knowledge, RULES.terms)


SHAPES = {
    "bare in plain text": ("draft.txt", f"{BODY}Wire provenance\n{R}\n{T}\n"),
    "dashes in plain text": ("draft.txt", f"{BODY}Wire provenance\nThis draws on the following:\n- {R}\n- {T}\n"),
    "outlet and address": ("draft.txt", f"{BODY}Wire provenance\nReuters: {R}\nRescuers: {T}\n"),
    "outlet above its address": ("draft.txt", f"{BODY}Wire provenance\nReuters\n{R}\nState Emergency Service\n{T}\n"),
    "numbered": ("draft.txt", f"{BODY}Sources\n1. {R}\n2. {T}\n"),
    "bracketed numbers": ("draft.txt", f"{BODY}Sources\n[1] Reuters, {R}\n[2] Rescuers, {T}\n"),
    "links in Markdown": ("draft.md", f"{MARK}- [Reuters]({R})\n- <{T}>\n"),
    "reference links": ("draft.md", f"{MARK}- [Reuters][r]\n- [rescuers][t]\n\n[r]: {R}\n[t]: {T}\n"),
    "one paragraph": ("draft.md", f"{MARK}[Reuters]({R}); [the service]({T}).\n"),
    "nested list": ("draft.md", f"{MARK}- Reuters\n  - {R}\n- Rescuers\n  - {T}\n"),
    "front matter list": ("draft.md", f"---\ntitle: Night\nsources:\n  - {R}\n  - {T}\n---\n\nBody here.\n"),
    "front matter records": (
        "draft.md",
        f"---\nsources:\n  - name: Reuters\n    url: {R}\n  - name: Rescuers\n    url: {T}\n---\n\n# Night\n\nBody.\n",
    ),
    "list in HTML": (
        "draft.html",
        f'<h1>Night</h1><p>Body here.</p><h2>Sources</h2><ol><li><a href="{R}">Reuters</a></li><li>{T}</li></ol>',
    ),
    "paragraphs in HTML": (
        "draft.html",
        f'<h1>Night</h1><p>Body here.</p><h3>Wire provenance</h3><p>Reuters: <a href="{R}">report</a></p><p><a href="{T}">service</a></p>',
    ),
    "definitions in HTML": (
        "draft.html",
        f"<h1>Night</h1><p>Body here.</p><h2>Sources</h2><dl><dt>Reuters</dt><dd><a href='{R}'>x</a></dd><dt>DSNS</dt><dd>{T}</dd></dl>",
    ),
    "a table": (
        "draft.md",
        f"{MARK}| Outlet | Link |\n|---|---|\n| Reuters | <{R}> |\n| Rescuers | {T} |\n",
    ),
    "a bold title of HTML": (
        "draft.html",
        f"<h1>Night</h1><p><b>Wire provenance</b></p><ul><li><a href='{R}'>Reuters</a></li><li><a href='{T}'>DSNS</a></li></ul>",
    ),
    "a block of quotation": ("draft.md", f"{MARK}> {R}\n>\n> {T}\n"),
    "one line": ("draft.txt", f"{BODY}Sources: {R}; {T}\n"),
    "footnotes": ("draft.md", f"# Night\n\nBody here.[^1]\n\n## Sources\n\n[^1]: Reuters, {R}\n[^2]: Rescuers, {T}\n\nMore.[^2]\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_usual_shape_reads_the_same(shape: str) -> None:
    found = reading(*reversed(SHAPES[shape]))
    assert [(entry.url, entry.id) for entry in found.provenance] == [(R, "reuters"), (T, "state-emergency-service")]
    for entry in found.provenance:
        assert entry.url in found.document.source[entry.region.start : entry.region.end] or "[" in shape or "reference" in shape


def test_an_introduction_is_no_entry_and_a_bare_name_is_one() -> None:
    found = reading(f"# Night\n\nBody.\n\n## Sources\n\nThis account draws on what follows.\n\n- {T}\n- Reuters, 4 May\n")
    assert [(entry.url, entry.id) for entry in found.provenance] == [(T, "state-emergency-service"), (None, "reuters")]


def test_an_archived_copy_beside_the_original_is_one_entry() -> None:
    found = reading(f"# Night\n\nBody.\n\n## Sources\n\n- Reuters: {R} (archived: https://archive.ph/20260504101500/{R})\n- {T}\n")
    assert [entry.url for entry in found.provenance] == [R, T]


def test_prose_after_the_list_is_no_entry() -> None:
    found = reading(f"{BODY}Wire provenance\n- {T}\n\nThe desk will correct this account if it is wrong.\n", "a.txt")
    assert len(found.provenance) == 1


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("- AFP via Yahoo: https://news.yahoo.com/a-1.html", "agence-france-presse"),
        ("- https://news.yahoo.com/a-1.html", None),
        ("- Kyiv Post (YouTube): https://youtu.be/aB3dE5fG7hI", "kyiv-post"),
        ("- https://web.archive.org/web/2026/https://tass.com/a/1", "tass"),
        ("- Suspilne: https://some-mirror.net/a/1", "suspilne"),
        ("- @sentdefender: https://x.com/i/status/1940000000000000001", "osintdefender"),
        ("- The Times of nowhere: https://nowhere-times.net/a", None),
        ("- BBC: https://www.pravda.com.ua/eng/news/1", "ukrainska-pravda"),
    ],
)
def test_whose_an_entry_is(entry: str, expected: str | None) -> None:
    (found,) = reading(f"# Night\n\nBody.\n\n## Sources\n\n{entry}\n").provenance
    assert found.id == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://tass.com/a/1", "https://ria.ru/a/1.html", True),
        ("https://www.pravda.com.ua/news/1", "https://nv.ua/1.html", True),
        ("https://a.kharkiv-today.net/1", "https://b.kharkiv-today.net/2", True),
        ("https://x.com/one_witness/status/1940000000000000001", "https://x.com/one_witness/status/1940000000000000002", True),
        ("https://x.com/one_witness/status/1940000000000000001", "https://x.com/two_witness/status/1940000000000000002", False),
        ("https://kharkiv-today.net/1", "https://sumy-today.net/2", False),
        (R, T, False),
        ("Kyiv Post, citing Reuters: https://www.kyivpost.com/post/1", R, True),
        ("BRICS News: https://x.com/BRICSinfo/status/1940000000000000001", "https://x.com/sentdefender/status/1940000000000000002", False),
    ],
)
def test_what_counts_as_one(one: str, other: str, same: bool) -> None:
    found = reading(f"# Night\n\nBody.\n\n## Sources\n\n- {one}\n- {other}\n")
    first, second = (independence_key(found, entry) for entry in found.provenance)
    assert (first == second) is same


def test_the_part_of_a_host_that_somebody_registered() -> None:
    assert registrable("www.pravda.com.ua") == "pravda.com.ua"
    assert registrable("ukraine.ohchr.org") == "ohchr.org"
    assert registrable("news.bbc.co.uk") == "bbc.co.uk"


@pytest.mark.parametrize(
    "unit",
    [
        "- https://t.me/kpszsu/{}\n",
        "- [a{}\n",
        "- [b](https://reuters.com/{}\n",
        "- \u202ehttps://reuters.com/{}\n",
        "- https://reuters.com/\x07{}\n",
    ],
)
def test_ten_thousand_entries_of_any_kind_are_read(unit: str) -> None:
    found = reading("# Night\n\nBody.\n\n## Sources\n\n" + "".join(unit.format(n) for n in range(10_000)))
    assert found.provenance is not None


def test_an_address_of_a_hundred_kilobytes_is_an_entry() -> None:
    (found,) = reading("Night\n\nBody here.\n\nSources\n- https://reuters.com/" + "a" * 100_000 + "\n", "a.txt").provenance
    assert found.normal is None
