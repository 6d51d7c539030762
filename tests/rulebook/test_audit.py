"""Rules that never fire look like rules that everybody obeys: the audit tells them apart."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.terms import Terms
from stancelint.checks import notation
from stancelint.rulebook.audit import Remark, audit, spellings
from stancelint.rulebook.knowledge import builtin_rules, load_knowledge
from stancelint.rulebook.load import read_pack, read_rule

KNOWLEDGE = load_knowledge()
RULE = """\
check: phrase
severity: warning
clause: house-style
message: “{{match}}”
why: So.
clears: Leave it.
phrases: {phrases}
examples:
  flag: ['{flag}', '{flag}']
  pass: ['A weapon came.', 'A wonder left.']
"""


def remarks(folder: Path, *rules: tuple[str, str, str]) -> list[Remark]:
    loaded = []
    for name, phrases, flag in rules:
        path = folder / "style" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(RULE.format(phrases=phrases, flag=flag), "utf-8")
        loaded.append(read_rule(path, folder))
    return list(audit(loaded, KNOWLEDGE, Terms()))


def test_a_sound_rule_earns_no_remark(tmp_path: Path) -> None:
    assert remarks(tmp_path, ("a", "['wonder weapon(s|)', 'miracle( new|) gun']", "A [[wonder weapon]] came.")) == []


def test_a_space_beside_an_empty_option_is_found_out(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, ("a", "['wonder (new|) weapon']", "A [[wonder new weapon]] came."))
    assert (remark.kind, remark.said) == ("spelling", "is not found when written “wonder weapon”")


def test_a_phrase_that_nothing_matches_is_found_out(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, ("a", "['wonder weapon', 'miracle (|) gun']", "A [[wonder weapon]] came."))
    assert (remark.kind, remark.phrase) == ("never", "miracle (|) gun")


def test_a_phrase_with_an_unknown_word_set_is_found_out(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, ("a", "['wonder weapon', 'blank cheque for {nobody}']", "A [[wonder weapon]] came."))
    assert (remark.kind, remark.phrase) == ("never", "blank cheque for {nobody}")
    assert "unknown word set {nobody}" in remark.said


def test_two_rules_for_the_same_words_are_named(tmp_path: Path) -> None:
    flag = "A [[new wonder weapon]] came."
    (remark,) = remarks(tmp_path, ("a", "['new wonder weapon']", flag), ("b", "['wonder weapon(s|)']", flag))
    assert (remark.rule, remark.kind) == ("style/a", "overlap")
    assert "style/b too, as “wonder weapon(s|)”" in remark.said


def test_a_phrase_that_another_rule_finds_in_part_is_no_remark(tmp_path: Path) -> None:
    flag = "A [[new wonder weapon]] came."
    (remark,) = remarks(tmp_path, ("a", "['(new|old) wonder weapon']", flag), ("b", "['new wonder weapon']", flag))
    assert remark.rule == "style/b"


def test_a_condition_that_no_example_meets_is_named(tmp_path: Path) -> None:
    phrases = "[{any_of: [wonder weapon], case: exact}, {any_of: [Miracle Gun], case: exact}]"
    (remark,) = remarks(tmp_path, ("a", phrases, "A [[wonder weapon]] came."))
    assert (remark.kind, remark.phrase) == ("unproven", "Miracle Gun")


def test_spellings_show_every_option_and_leave_gaps_empty() -> None:
    assert spellings("liberat(e|es|ed)", {}) == ["liberate", "liberates", "liberated"]
    assert spellings("the <2>{city} (of|) X", {"city": ("Kyiv", "Kiev")}) == ["the Kyiv of X", "the Kyiv X"]
    assert sorted(spellings("a (b (c|d)|e)", {})) == ["a b c", "a b d", "a e"]


@given(st.text(st.sampled_from("ab (|)<2>{}-'"), max_size=30))
def test_spelling_ends_and_leaves_no_notation(phrase: str) -> None:
    if notation.fault(phrase, frozenset()) is None:
        for spelling in spellings(phrase, {}):
            assert not set(spelling) & set("(|)")


def test_no_built_in_phrase_is_beyond_matching() -> None:
    assert [remark for remark in audit(read_pack(builtin_rules()), KNOWLEDGE, Terms()) if remark.kind == "never"] == []
