"""Drafts made to stop the tool: each ends in seconds, in time linear in its size and memory in proportion, with a page or a clear error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from stancelint.errors import DraftError
from stancelint.readers import read
from tests.readers.laws import hold
from tests.readers.word_files import paragraph, run, word_file


def prosemirror(words: list[str]) -> str:
    copy = [{"type": "paragraph", "content": [{"type": "text", "text": said}]} for said in words]
    return json.dumps({"title": "Sirens", "body": {"type": "doc", "content": copy}})


SHAPES: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "prose": ("a.txt", lambda n: "Sirens\n\n" + "The first went at one. " * n),
    "paragraphs": ("a.txt", lambda n: "Sirens\n\n" + "The first went at one.\n\n" * n),
    "open comments": ("a.txt", lambda n: "Sirens\n\n" + "<!-- a " * n),
    "quotations": ("a.md", lambda n: "> " * n + "Sirens"),
    "brackets": ("a.md", lambda n: "[" * n + "Sirens" + "]" * n),
    "links in links": ("a.md", lambda n: "[" * n + "Sirens" + "](a)" * n),
    "pictures in pictures": ("a.md", lambda n: "![" * n + "Sirens" + "](a)" * n),
    "emphasis": ("a.md", lambda n: "**a _b " * n),
    "lists": ("a.md", lambda n: "- " * n + "a"),
    "definitions": ("a.md", lambda n: "".join(f"[{i}]: http://a.org/{i}\n" for i in range(n)) + "".join(f"[{i}] " for i in range(n))),
    "notes": ("a.md", lambda n: "".join(f"x[^{i}]\n\n[^{i}]: y\n\n" for i in range(n))),
    "cells": ("a.md", lambda n: "|a|b|\n|-|-|\n" + "|c *d*|[e](f)|\n" * n),
    "open shortcodes": ("a.md", lambda n: "{{< a " * n),
    "open template comments": ("a.md", lambda n: "{% comment %}" * n),
    "tags between tags": ("a.md", lambda n: "<div>\n" + "{{ a }}<b>x</b>{% b %} y\n" * n + "</div>\n"),
    "wiki links": ("a.md", lambda n: "[[a|b]] [[" * n),
    "components": ("a.mdx", lambda n: "<A b={c}>" * n + "{" * n),
    "toml": ("a.md", lambda n: "+++\n" + 'a = """b\\u00e9\nc"""\n' * n + "+++\nx"),
    "yaml": ("a.md", lambda n: "---\n" + "".join(f"k{i}: [a, 'b']\n" for i in range(n)) + "---\nx"),
    "open tags": ("a.html", lambda n: "<div><p>x" * n),
    "stray ends": ("a.html", lambda n: "x</p></b>" * n),
    "open quotes": ("a.html", lambda n: "<a href='" * n),
    "ampersands": ("a.html", lambda n: "&amp;&nbsp;&" * n),
    "open scripts": ("a.html", lambda n: "<script>x" * n),
    "hidden in hidden": ("a.html", lambda n: "<div hidden>x" * n),
    "nodes": ("a.json", lambda n: prosemirror(["The first went “at” one."] * n)),
    "one string": ("a.json", lambda n: prosemirror(["The first went “at” one. " * n])),
    "runs": ("a.docx", lambda n: word_file(paragraph("".join(run("one ") for _ in range(n))))),
    "word paragraphs": ("a.docx", lambda n: word_file(*(paragraph("one", "heading1") for _ in range(n)))),
    "word tables in tables": ("a.docx", lambda n: word_file("<w:tbl>" * n + paragraph("x") + "</w:tbl>" * n)),
}
START = 1500


def seconds(name: str, data: bytes) -> float:
    best = 60.0
    for _ in range(3):
        begun = time.process_time()
        read(data, name)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_draft_takes_about_eight_times_as_long(shape: str) -> None:
    name, make = SHAPES[shape]
    small, large = ((made if isinstance(made, bytes) else made.encode()) for made in (make(START), make(8 * START)))
    hold(read(small, name))
    # three times more than linear is far below what anything quadratic takes
    assert seconds(name, large) < 24 * seconds(name, small) + 0.1


@pytest.mark.parametrize("opening", ["[", "[[1,", '{"a":', '{"type":"doc","content":[', '{"content":'])
def test_json_nested_without_end_is_refused(opening: str) -> None:
    with pytest.raises(DraftError):
        read((opening * 50_000).encode(), "a.json")


BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_600_000_000, 1_600_000_000))
sys.path.insert(0, ".")
from stancelint.readers import read
from tests.readers.word_files import paragraph, run, word_file
print(len(read({draft}, {name!r}).text))
"""


@pytest.mark.parametrize(
    ("name", "draft", "characters"),
    [
        ("a.html", "b'<p>' + b'The <b>harbour</b> burned &amp; fell. ' * 550_000 + b'</p>'", 550_000 * 27 - 1),
        ("a.md", "b'>' * 10_000 + b' Sirens'", 6),
        ("a.docx", "word_file(paragraph(''.join(run('word ') for _ in range(1_000_000))))", 5_000_000 - 1),
    ],
)
def test_the_largest_drafts_are_read_in_bounded_memory(name: str, draft: str, characters: int) -> None:
    script = BOUNDED.format(draft=draft, name=name)
    bare = {key: held for key, held in os.environ.items() if not key.startswith("COVERAGE")}  # what measures a run takes memory and time
    done = subprocess.run([sys.executable, "-c", script], env=bare, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == str(characters), done.stderr[-500:]
