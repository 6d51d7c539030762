"""Drafts to measure with: 950 words each, half of them with framings and tolls, never two alike, the same on every machine.

python benchmarks/drafts.py FOLDER COUNT
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

CITIES = ["Kharkiv", "Odesa", "Sumy", "Dnipro", "Zaporizhzhia", "Kherson", "Mykolaiv", "Chernihiv", "Poltava", "Lviv"]
PLACES = ["a block of flats", "a tram depot", "a school gymnasium", "the grain terminal", "a power substation", "the central market"]
SPEAKERS = [
    "the regional governor",
    "the mayor",
    "the State Emergency Service",
    "a spokesman for the air force",
    "Reuters",
    "two residents",
]
PLAIN = [
    "Crews worked through the night to clear the road by the {place}.",
    "In {city}, the buses ran again by noon, though the bridge stayed shut.",
    "“We went down to the shelter at two,” said Olena, who lives beside {place} in {city}.",
    "The railway said that trains to {city} would run an hour late until the weekend.",
    "According to {speaker}, the power was back in most of {city} before nine.",
    "Insurers in London raised the premium for the port again, {speaker} said.",
    "Nobody in the queue outside {place} wanted to talk about the front.",
    "The council of {city} has promised new windows for {place} before the frost.",
    "{speaker} said on Telegram that the fire at {place} was out by dawn.",
    "The winter timetable leaves two trains a day between {city} and the border.",
]
LOADED = [
    "The special military operation has cost {city} its trams.",
    "{number} people were killed in {city} that night.",
    "At least {number} people were wounded when drones hit {place}, {speaker} said.",
    "The Kiev regime has promised {city} a new bridge.",
    "The strike was retaliation for an attack on a refinery.",
    "Russia's Defence Ministry said that it had hit a depot near {city}.",
    "The death toll in {city} rose to {number} by evening, according to {speaker}.",
]


def draft_of(number: int, words: int = 950) -> str:
    """The draft of that number. Even ones are loaded, odd ones have nothing to say."""
    chance = random.Random(number)
    loaded = number % 2 == 0
    city = chance.choice(CITIES)
    parts = [f"A night in {city}, the {number}th of its kind", f"What {city} counted after the drones had gone."]
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(chance, loaded and chance.random() < 0.08) for _ in range(chance.randint(2, 5)))
        count += len(paragraph.split())
        parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _sentence(chance: random.Random, loaded: bool) -> str:
    sentence = chance.choice(LOADED if loaded else PLAIN).format(
        city=chance.choice(CITIES), place=chance.choice(PLACES), speaker=chance.choice(SPEAKERS), number=chance.randint(2, 40)
    )
    return sentence[0].upper() + sentence[1:]


def write(folder: Path, count: int) -> None:
    """Write drafts 0 to ``count`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05d}.txt").write_text(draft_of(number), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]))
