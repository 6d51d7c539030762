"""How well, and how fast, attributions are read: scored on PolNeAR, news articles in which people marked source, cue and content.

    git clone https://github.com/networkdynamics/PolNeAR
    python benchmarks/attribution.py PolNeAR/data/dev [PolNeAR/data/test ...]

A folder holds `text/*.txt` and `attributions/*.ann` as the corpus has them (of several annotators of one article the first counts); a
`.jsonl` or `.jsonl.gz` file holds one article a line: id, text, attributions [{source, cue, content: [[start, end], ...]}].
PolNeAR: A Political News Attribution Relations Corpus, Edward Newell and others, LREC 2018. It carries no licence of its own, so that none
of it is kept here. Printed, as the table of the README:

  token   is this word inside any attributed content? precision, recall, F1
  speech  the same; attributions whose cue is no word of saying (wants, plans, seems) count as neither
  exact   a content is the same set of words as a marked one: F1
  source  of the marked attributions that a reading overlaps: do the sources share a word?
  words/s one core, in process, the reading alone
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stancelint.analysis.cues import AFTER, QUOTE, CueLexicon
from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.readers import read
from stancelint.rulebook.knowledge import load_knowledge

WORD = re.compile(r"\w+(?:[.,]\d+)*(?:[’']\w+)?")
Spans = list[tuple[int, int]]


def articles(place: Path) -> Iterator[tuple[str, list[dict[str, Spans]]]]:
    """The articles of a folder or file: text, and what was marked in it."""
    if place.is_dir():
        marked: dict[str, Path] = {}
        for path in sorted((place / "attributions").glob("*.ann")):
            marked.setdefault(path.stem.rsplit("_", 1)[0], path)
        for name, path in marked.items():
            yield (place / "text" / f"{name}.txt").read_bytes().decode(), list(_marks(path.read_text(encoding="utf-8")))
        return
    with gzip.open(place, "rt", encoding="utf-8") if place.suffix == ".gz" else place.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield (
                article["text"],
                [{key: [(s, e) for s, e in one[key]] for key in ("source", "cue", "content")} for one in article["attributions"]],
            )


def _marks(annotations: str) -> Iterator[dict[str, Spans]]:
    """The attributions of a brat file."""
    spans: dict[str, Spans] = {}
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = sorted((int(start), int(end)) for start, end in (place.split() for place in places.split(";")))
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("E"):
            one: dict[str, Spans] = {"source": [], "cue": [], "content": []}
            for role in rest.split():
                kind, _, target = role.partition(":")
                if kind.lower().rstrip("0123456789") in one and target in spans:
                    one[kind.lower().rstrip("0123456789")] += spans[target]
            if one["content"]:
                yield one


def predicted(reading: Reading) -> list[dict[str, Spans]]:
    """What the reading found, as places in the source."""

    def places(spans: Any) -> Spans:
        regions = [reading.document.region(span) for span in spans]
        return [(region.start, region.end) for region in regions]

    return [
        {"source": places([one.source.span] if one.source else []), "cue": places(one.cue), "content": places(one.content)}
        for one in reading.attributions
    ]


def within(words: Spans, spans: Spans) -> frozenset[int]:
    """The numbers of the words that the spans touch."""
    return frozenset(i for start, end in spans for i, (a, b) in enumerate(words) if a < end and b > start)


def saying(knowledge: Knowledge) -> frozenset[str]:
    """Words of saying: the first words of cues that can introduce or follow speech, but those of thinking."""
    lexicon = knowledge.lexicon(CueLexicon)
    heads = lexicon.heads(lexicon.first_words)
    return frozenset(word for word, cues in heads.items() if any(cue.kind != "cognition" and cue.takes & (QUOTE | AFTER) for cue in cues))


def tally(text: str, marked: list[dict[str, Spans]], found: list[dict[str, Spans]], spoken: frozenset[str], counts: Counter[str]) -> None:
    """Add one article to the counts."""
    words = [match.span() for match in WORD.finditer(text)]
    gold, guess = [within(words, one["content"]) for one in marked], [within(words, one["content"]) for one in found]
    all_gold, all_guess = frozenset().union(*gold), frozenset().union(*guess)
    speech: frozenset[int] = frozenset().union(*(s for s, one in zip(gold, marked, strict=True) if _is_speech(text, one, spoken)))
    counts.update(words=len(words), hit=len(all_gold & all_guess), guess=len(all_guess), gold=len(all_gold))
    counts.update(speech_hit=len(speech & all_guess), speech_guess=len(all_guess - (all_gold - speech)), speech_gold=len(speech))
    left = Counter(gold)
    for content in guess:
        if left[content] > 0:
            left[content] -= 1
            counts["exact"] += 1
    counts.update(contents_gold=len(gold), contents_guess=len(guess))
    for one, content in zip(marked, gold, strict=True):
        best = max(range(len(guess)), key=lambda i: len(content & guess[i]), default=None)
        if one["source"] and best is not None and content & guess[best]:
            counts["sources"] += 1
            counts["sources_right"] += bool(within(words, one["source"]) & within(words, found[best]["source"]))


def _is_speech(text: str, one: dict[str, Spans], spoken: frozenset[str]) -> bool:
    cue = " ".join(text[s:e] for s, e in one["cue"]).lower()
    return (
        not cue or not spoken.isdisjoint(re.findall(r"[a-z]+", cue)) or any("“" in text[s:e] or '"' in text[s:e] for s, e in one["content"])
    )


def f1(hit: int, guess: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * hit / (guess + gold) if guess + gold else 0.0


def row(name: str, counts: Counter[str], seconds: float) -> str:
    """One line of the table."""
    token = f1(counts["hit"], counts["guess"], counts["gold"])
    speech = f1(counts["speech_hit"], counts["speech_guess"], counts["speech_gold"])
    exact = f1(counts["exact"], counts["contents_guess"], counts["contents_gold"])
    source = 100 * counts["sources_right"] / max(1, counts["sources"])
    precision, recall = 100 * counts["hit"] / max(1, counts["guess"]), 100 * counts["hit"] / max(1, counts["gold"])
    figures = " | ".join(f"{figure:.1f}" for figure in (precision, recall, token, speech, exact, source))
    return f"| {name} | {figures} | {counts['words'] / seconds:,.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", type=Path, help="folders of the corpus, or .jsonl files")
    knowledge = load_knowledge()
    spoken = saying(knowledge)
    print("| articles | precision | recall | token F1 | speech F1 | exact F1 | source | words/s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for place in parser.parse_args().places:
        counts: Counter[str] = Counter()
        seconds, number = 0.0, 0
        for text, marked in articles(place):
            reading = Reading(read(text.encode(), "article.txt"), knowledge, Terms())
            began = time.process_time()
            reading.attributions  # noqa: B018  # what is measured
            seconds += time.process_time() - began
            tally(text, marked, predicted(reading), spoken, counts)
            number += 1
        print(row(f"{place.name} ({number})", counts, seconds))


if __name__ == "__main__":
    main()
