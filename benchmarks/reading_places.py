"""Real Markdown and HTML that packages install, read and held to the laws of places: no crash, no wrong place, no word lost.

    python benchmarks/reading_places.py [FOLDER ...] [--largest 1000000]

FOLDER (default: the environment's site-packages and its share folder, /usr/share and /usr/lib) is searched for .md, .markdown and .html
files. Each is read, then held to the laws of ``tests/readers/laws.py``; and its words are compared with those of an independent
rendering: pyromark's HTML for Markdown, the standard library's HTML parser for HTML (code, front matter and template tags set aside).
"""

from __future__ import annotations

import argparse
import re
import sys
import sysconfig
import time
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stancelint.errors import DraftError
from stancelint.readers import format_of, read
from stancelint.readers.html_tags import BLOCKS, HIDDEN
from stancelint.readers.markdown import OPTIONS
from tests.readers.laws import hold

WORD = re.compile(r"\w+")
SET_ASIDE = re.compile(r"<pre[\s>].*?</pre\s*>|<title[\s>].*?</title\s*>", re.I | re.S)
FOOTNOTE_MARK = re.compile(r"<sup class=\"footnote.*?</sup>")
TEMPLATES = ("{{", "{%", "[[", "{:")
RAW = re.compile(r"<pre[\s>]", re.I)  # prose to us where it holds no code; to the other rendering it cannot be told from a code block


class Words(HTMLParser):
    """The words of HTML as a browser would show them, as far as the standard library knows."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.hidden = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if self.hidden:
            self.depth += tag == self.hidden
        elif tag in HIDDEN or tag == "pre":
            self.hidden, self.depth = tag, 1
        elif tag in BLOCKS or tag == "br":
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag == self.hidden:
            self.depth -= 1
            self.hidden = self.hidden if self.depth else ""
        elif tag in BLOCKS:
            self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(data)


def words_of(html: str) -> list[str]:
    """The words that an independent reader sees."""
    parser = Words()
    parser.feed(html)
    parser.close()
    return WORD.findall("".join(parser.said))


def same_words(source: str, form: str) -> bool | None:
    """Whether our words are those of the other rendering; None where the two mean to differ."""
    if form == "markdown":
        from pyromark import Options, html

        if any(mark in source for mark in TEMPLATES) or RAW.search(source) or source.startswith(("---", "+++")):
            return None
        shown = FOOTNOTE_MARK.sub("", html(source, options=Options(OPTIONS)))
        return words_of(shown) == WORD.findall(read(source.encode(), "x.md").text)
    bare = SET_ASIDE.sub("", source)
    return words_of(bare) == WORD.findall(read(bare.encode(), "x.html").text)


def _owner(path: Path) -> str:
    """The package that installed the file, as its path names it: the folder under `doc`, `node_modules`, `site-packages` and the like."""
    parts = path.parts
    at = max((i for i, part in enumerate(parts) if part in ("doc", "node_modules", "site-packages", "share", "lib")), default=0)
    return parts[min(at + 1, len(parts) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--largest", type=int, default=1_000_000, help="bytes; larger files are left out")
    arguments = parser.parse_args()
    data = Path(sysconfig.get_path("data"))
    folders = arguments.folders or [Path(sysconfig.get_path("purelib")), data / "share", Path("/usr/share"), Path("/usr/lib")]
    files = sorted(
        path for folder in folders for suffix in (".md", ".markdown", ".html") for path in folder.rglob(f"*{suffix}") if path.is_file()
    )
    counts: Counter[str] = Counter()
    size: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    owners: Counter[str] = Counter()
    for path in files:
        held = path.read_bytes()
        if len(held) > arguments.largest:
            continue
        form = format_of(path.name)
        began = time.perf_counter()
        try:
            page = read(held, path.name)
        except DraftError as problem:
            counts[f"{form} refused"] += 1
            print(f"refused  {path}: {problem}")
            continue
        spent[form] += time.perf_counter() - began
        size[form] += len(held)
        owners[_owner(path)] += 1
        counts[f"{form} read"] += 1
        try:
            hold(page)
        except AssertionError as problem:
            counts[f"{form} misplaced"] += 1
            print(f"misplaced  {path}: {problem}")
        same = same_words(page.source, form)
        counts[f"{form} words compared"] += same is not None
        if same is False:
            counts[f"{form} words differ"] += 1
            print(f"words differ  {path}")
    for form in spent:
        print(f"{form}: {size[form] / 1e6:.1f} MB at {size[form] / 1e6 / spent[form]:.1f} MB/s")
    print(f"from {len(owners)} packages: {', '.join(f'{name} ({count})' for name, count in owners.most_common())}")
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
