"""A phrase is looked for only around its rarest word; what is found so is what a search of the whole draft finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancelint.checks import notation
from stancelint.checks.hits import hits_of
from stancelint.checks.phrase import PhraseCheck
from stancelint.checks.surroundings import WordSetLexicon
from stancelint.rulebook.builtin import builtin_folder
from stancelint.rulebook.examples import unmark
from stancelint.rulebook.load import read_rule
from tests.analysis.drafts import draft

RULES = ["proxy-war", "maidan-coup", "reunification", "staged-atrocities", "high-precision-strikes", "forced-mobilisation"]


@pytest.mark.parametrize("name", RULES)
def test_looking_around_the_rarest_word_finds_all(name: str) -> None:
    loaded = read_rule(Path(builtin_folder()) / "framing" / f"{name}.yaml", Path(builtin_folder()))
    assert isinstance(loaded.check, PhraseCheck)
    examples = [unmark(example)[0].replace("\n", " ") for example in loaded.text.examples.flag]
    reading = draft("A headline\n\n" + "\n\n".join(examples) + "\n")
    sets = reading.knowledge.lexicon(WordSetLexicon).sets
    found = 0
    for group in loaded.check.phrases:
        exact = group.case == "exact"
        for phrase in group.any_of:
            whole = [hit.span() for hit in notation.pattern(phrase, sets, exact=exact).finditer(reading.text if exact else reading.folded)]
            assert [(span.start, span.end) for span in hits_of(reading, phrase, sets, exact=exact)] == whole
            found += len(whole)
    assert found >= len(examples)
