"""Whatever stands in a rule file: it is a rule that can be tried, or the mistake is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancelint.analysis.terms import Terms
from stancelint.errors import RuleError
from stancelint.rulebook.audit import audit
from stancelint.rulebook.examples import verify
from stancelint.rulebook.knowledge import builtin_rules, load_knowledge
from stancelint.rulebook.load import RuleHead, read_rule
from stancelint.rulebook.rule import check_class, check_kinds
from stancelint.text.value import names_of

KNOWLEDGE = load_knowledge()
HEAD = """\
check: {kind}
severity: warning
clause: house-style
message: "“{{match}}” of {{suggest}}"
why: w
clears: c
examples:
  flag: ["Kiev fell to the [[Kiev regime]].", "a [[Kiev]] tram, TASS said"]
  pass: ["12 were killed in Odessa.", "no"]
"""
VALUES = [
    *("any", "exact", "yes", "-1", "9", "nan", "Kiev", "Kiev regime", "(a|b) tram", "{kyiv}", "{nobody}", "<3>tram", "(", "|"),
    *("[a-", "(?:a*)*b", "ukrainian-official", "tass", "missing", "russia", "at", "", "\0", "warning"),
]
PHRASES = ("any_of", "near", "not_near", "by", "quoted", "case", "use", "avoid", "safe")


def yaml_of(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    words = st.sampled_from(VALUES).map(lambda word: '"' + word.replace("\0", "\\0") + '"')
    held = words | st.lists(words, max_size=3).map(lambda many: f"[{', '.join(many)}]")
    pairs = st.lists(st.tuples(st.sampled_from(PHRASES), held).map(": ".join), max_size=3, unique_by=lambda pair: pair.partition(":")[0])
    nested = pairs.map(lambda many: f"[{{{', '.join(many)}}}]")
    lines = st.tuples(st.sampled_from(keys or ("none",)), held | nested).map(": ".join)
    return st.lists(lines, max_size=4, unique_by=lambda line: line.partition(":")[0]).map("\n".join)


@st.composite
def rules(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(check_kinds()))
    return HEAD.format(kind=kind) + draw(yaml_of(names_of(check_class(kind))))


@settings(deadline=None)
@given(text=rules())
def test_any_rule_is_tried_or_told(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "desk" / "rule.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    try:
        loaded = read_rule(path, folder)
        verify(loaded.rule, loaded.text.examples, KNOWLEDGE, Terms())
        audit([loaded], KNOWLEDGE, Terms())
    except RuleError as told:
        assert told.message  # noqa: PT017 - either outcome is right


ONE_OF_OURS = (builtin_rules() / "framing" / "biolabs.yaml").read_text("utf-8")


@given(at=st.integers(0, len(ONE_OF_OURS)), junk=st.sampled_from([*"[]{}:,-&*?|>\"'#%!", "\n", "\t", "- ", ""]), cut=st.integers(0, 40))
def test_a_rule_that_a_hand_slipped_in_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, at: int, junk: str, cut: int) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "framing" / "biolabs.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(ONE_OF_OURS[:at] + junk + ONE_OF_OURS[at + cut :], "utf-8")
    try:
        loaded = read_rule(path, folder)
    except RuleError as told:
        assert (told.path, told.line is None) == (str(path), False)  # noqa: PT017 - either outcome is right
        return
    assert not loaded.rule.parameters.keys() & set(names_of(RuleHead))
