"""Whom he and she stand for: nobody whose name says otherwise, and nobody of another paragraph where this one tells of a person."""

from __future__ import annotations

import pytest

from tests.analysis.drafts import draft

CASES = """
Leonid Pasechnik said that the children were safe. // One mother, named only as Kateryna, walked on. "I went home," she said. | One mother
Leonid Pasechnik said that they were safe. // A pensioner in the queue had a can. "For the mower," she said. | A pensioner
Dmitry Peskov said that all was well. // The driver had seen the flash. He said that the bus was empty. | The driver
Vladimir Putin said that prices were stable. // A baker in Ryazan sells by the cup. She said that it had doubled. | A baker in Ryazan
Olena Tkach said that the school was shut. Dmitry Peskov said that nothing had happened. She called it a lie. | Olena Tkach
Maria Zakharova said that the list was wrong. Dmytro Lubinets said that it was right, and she said that there was none. | Maria Zakharova
The governor, Ivan Fedorov, said that a nurse was hurt. He added that the ward was full. | The governor, Ivan Fedorov
Russia's embassy said that she was insured. // A fisherman, Jon Vik, watches the anchor. It would hold, he said. | A fisherman
The Russian consulate said that the mast was its own. // The diver Ewa Nowak found it. It was rotten, she said. | The diver Ewa Nowak
The Coordination Headquarters says that there were 69 swaps. Svitlana Lys met the bus. A man nodded, she said. | Svitlana Lys
Svitlana Lys has a map. // The Coordination Headquarters says that it is old. Lys met the bus. It was full, she said. | Svitlana Lys
Volodymyr Saldo said that all was well. // A court has ruled in the case of a pilot; he told the court that nobody had asked him. | a pilot
Oleh Kiper said that the road was open. // A caretaker, Petro Lys, has the keys. They were lost, he wrote. | A caretaker
The governor, Oleh Kiper, said that the road was open. A baker, Olha Lys, had left. The fire was out, he said. | The governor, Oleh Kiper
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_pronoun_stands_for_whom_a_reader_would_take(line: str) -> None:
    text, _, meant = line.partition(" | ")
    reading = draft("A night\n\nThe desk filed this on Monday.\n\n" + text.replace(" // ", "\n\n") + "\n")
    said = [source for one in reading.attributions for source in one.sources if source.text.lower() in ("he", "she")]
    assert said
    back = said[-1].antecedent
    assert back is not None
    assert reading.text[back.start : back.end].startswith(meant)


def test_where_every_name_gainsays_the_pronoun_nobody_is_guessed() -> None:
    reading = draft("A night\n\nThe desk filed this on Monday.\n\nDmitry Peskov said that all was well. She said that it was not.\n")
    assert reading.attributions[-1].sources[0].antecedent is None
