"""Words a second that the claim ledger reads over whole drafts, one core: counts alone, and counts with their grades.

    python benchmarks/claims.py [--drafts 400]

The pass over the words and the sentences is measured too; attribution, which grading asks, is worked out beforehand.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from drafts import draft_of  # the generator beside this file

from stancelint.analysis.casualties import read_counts
from stancelint.analysis.corroboration import grade
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.readers import read
from stancelint.rulebook.knowledge import load_knowledge

_NIGHT = (
    "A missile struck the market at noon, killing 14 people and wounding 38, among them five children, the regional governor said.",
    "Rescuers pulled three more bodies from the rubble by evening, bringing the toll to 17, the State Emergency Service said.",
    "No one was hurt at the substation, which two drones hit an hour later, according to the mayor.",
)


def text_of(number: int) -> str:
    """A draft with counts in it, as a night's copy has them: three paragraphs in some nine hundred words."""
    return draft_of(number) + "\n\n" + "\n\n".join(_NIGHT) + "\n"


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=400)
    count = parser.parse_args().drafts
    knowledge = load_knowledge()
    texts = [text_of(number) for number in range(count)]
    words = sum(len(text.split()) for text in texts)
    readings = [Reading(read(text.encode(), "draft.txt"), knowledge, Terms()) for text in texts]
    read_counts(Reading(read(b"Six people were killed.", "draft.txt"), knowledge, Terms()))  # the word lists are built once a run
    passes = seconds(lambda: [(reading.words, reading.sentences) for reading in readings])
    counting = seconds(lambda: [read_counts(reading) for reading in readings])
    for reading in readings:
        reading.attributions  # noqa: B018  # worked out beforehand
    found = [read_counts(reading) for reading in readings]
    grading = seconds(lambda: [grade(reading, one) for reading, one in zip(readings, found, strict=True)])
    claims = sum(len(one) for one in found)
    print(f"{words:,} words, {claims:,} claims")
    print(f"words and sentences, which every check shares {words / passes:12,.0f} words/s")
    print(f"counts                                        {words / counting:12,.0f} words/s")
    print(f"counts and grades                             {words / (counting + grading):12,.0f} words/s")


if __name__ == "__main__":
    main()
