"""The world of a count, as the sentences around it tell of it: a strike's story mentions films, wards and fires, and stays a strike's."""

from __future__ import annotations

import pytest

from stancelint.analysis.casualties import read_counts
from tests.analysis.drafts import draft

STRIKES = """
Two missiles hit a block of flats in Dnipro. The building collapsed. Nine people were killed. | 9
Nine people were killed when the roof of a nursing home collapsed after the second hit. | 9
Missiles came in at daybreak. Two ferries sank at the quay. Two dockers were killed. | 2
Drones came in at daybreak. Tugs turned their water cannon to the flames. Two dockers were wounded when a roof fell in. | 2
Missiles came in at daybreak. The boiler is beyond repair. Two workers were killed. | 2
The port burned. Two people were killed, the governor said. He asked residents not to film. | 2
Residents were told not to film the quay. Two people were killed, the governor said. | 2
The port burned. Two people were killed. The heating season starts on Monday. | 2
Two people were killed on the first night of the heating season. | 2
The port burned. Two people were killed. A concert in the park was called off. | 2
The hospital treats children with cancer. Two people were killed. | 2
A woman who had come for a cup of tea saw it. Two people were killed. | 2
A storm of drones, the mayor called it. Two people were killed. | 2
"""
OTHER_STORIES = """
A bus crashed into a lorry near Rivne. Six people died.
Separately, an earthquake shook Antakya. Twelve people were killed.
On the road to Rivne a bus collided with a lorry. Six people died.
A boat sank off Lesbos and 23 people died.
Carbon monoxide from a generator killed a family of three.
Measles has killed nine people in the region.
The film follows a sniper who kills 30 men.
"""


@pytest.mark.parametrize("line", STRIKES.strip().splitlines())
def test_a_strike_keeps_its_dead_whatever_is_told_beside_them(line: str) -> None:
    text, _, count = line.partition(" | ")
    found = read_counts(draft(f"Drones over the city\n\nThe desk filed this on Monday.\n\n{text}\n"))
    assert [f.count.low for f in found] == [int(count)]


@pytest.mark.parametrize("text", OTHER_STORIES.strip().splitlines())
def test_a_mishap_told_of_in_such_a_draft_keeps_its_own(text: str) -> None:
    assert read_counts(draft(f"Drones over the city\n\nThe desk filed this on Monday.\n\n{text}\n")) == []


@pytest.mark.parametrize("text", ["The ferry sank. Nine people died.", "The building collapsed. Nine people died."])
def test_where_nothing_tells_of_an_attack_it_is_a_mishap(text: str) -> None:
    assert read_counts(draft(f"A night by the river\n\nThe desk filed this on Monday.\n\n{text}\n")) == []
