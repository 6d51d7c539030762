"""How fast each format is read, beside its parser alone, and that time grows with size and no faster.

    python benchmarks/reading_speed.py [--megabytes 2]

The text is that of the generated drafts. Each figure is the best of three runs.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from drafts import draft_of

from stancelint.readers import read
from stancelint.readers.markdown import OPTIONS
from tests.readers.word_files import paragraph, word_file


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def drafts_of(megabytes: float) -> list[list[str]]:
    made: list[list[str]] = []
    size = 0
    while size < megabytes * 1e6:
        text = draft_of(len(made))
        made.append(text.strip().split("\n\n"))
        size += len(text)
    return made


def as_markdown(parts: list[str]) -> str:
    body = [part.replace("Telegram", "[Telegram](https://t.me/kpszsu/1)").replace("winter", "*winter*") for part in parts[2:]]
    return "\n\n".join([f"# {parts[0]}", f"*{parts[1]}*", *body])


def as_html(parts: list[str]) -> str:
    body = [part.replace("Telegram", '<a href="https://t.me/kpszsu/1">Telegram</a>').replace("'", "&#8217;") for part in parts[2:]]
    return f"<h1>{parts[0]}</h1><p class='standfirst'>{parts[1]}</p>" + "".join(f"<!-- wp:paragraph -->\n<p>{part}</p>\n" for part in body)


def as_word(parts: list[str]) -> bytes:
    return word_file(paragraph(parts[0], "Title"), *(paragraph(part) for part in parts[1:]))


def as_json(parts: list[str]) -> str:
    nodes = [{"type": "paragraph", "content": [{"type": "text", "text": part}]} for part in parts[1:]]
    return json.dumps({"title": parts[0], "body": {"type": "doc", "content": nodes}})


def markdown_parser(held: list[bytes]) -> None:
    from pyromark import Options, events_with_range

    for data in held:
        for _ in events_with_range(data.decode(), options=Options(OPTIONS)):
            pass


def html_parser(held: list[bytes]) -> None:
    for data in held:
        parser = HTMLParser(convert_charrefs=False)
        parser.feed(data.decode())
        parser.close()


def xml_parser(held: list[bytes]) -> None:
    for data in held:
        parser = expat.ParserCreate()
        parser.CharacterDataHandler = lambda text: None
        parser.StartElementHandler = lambda tag, attributes: None
        parser.Parse(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"), True)


def json_parser(held: list[bytes]) -> None:
    for data in held:
        json.loads(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=2)
    arguments = parser.parse_args()
    parts = drafts_of(arguments.megabytes)
    formats: dict[str, tuple[list[bytes], Callable[[list[bytes]], None] | None]] = {
        "txt": (["\n\n".join(draft).encode() for draft in parts], None),
        "md": ([as_markdown(draft).encode() for draft in parts], markdown_parser),
        "html": ([as_html(draft).encode() for draft in parts], html_parser),
        "docx": ([as_word(draft) for draft in parts], xml_parser),
        "json": ([as_json(draft).encode() for draft in parts], json_parser),
    }
    prose = sum(len(" ".join(draft)) for draft in parts) / 1e6
    for suffix, (held, alone) in formats.items():
        ours = best(lambda held=held, suffix=suffix: [read(data, f"a.{suffix}") for data in held])
        said = f"{suffix:5} {prose / ours:6.1f} MB of prose a second, {ours / len(held) * 1e3:5.2f} ms a draft"
        if alone is not None:
            said += f"; the parser alone {prose / best(lambda held=held, alone=alone: alone(held)):6.1f}"
        whole = b"\n\n".join(held) if suffix in ("txt", "md", "html") else b""
        if whole:
            half = best(lambda whole=whole, suffix=suffix: read(whole[: len(whole) // 2], f"a.{suffix}"))
            full = best(lambda whole=whole, suffix=suffix: read(whole, f"a.{suffix}"))
            said += f"; one file twice as long takes {full / half:.1f} times as long"
        print(said)


if __name__ == "__main__":
    main()
