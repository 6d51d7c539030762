"""The baseline: what was accepted stays accepted wherever it moves, and nothing new slips in under its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.engine.baseline import Accepted, Baseline, accept, collect, dump, key_of, load, prune, save, with_fingerprints
from stancelint.errors import UsageError
from stancelint.finding import Evidence, Excerpt, Finding, Severity, Suppression
from stancelint.text.lines import Lines

SMO = "framing/special-military-operation"
FIRST = "The special military operation entered its fifth year."
SECOND = "Crews fear that the special military operation will outlast the winter."


def findings(source: str, words: str = "special military operation", rule: str = SMO) -> tuple[Finding, ...]:
    """Every place of the words, each in its sentence (here: between two full stops), fingerprinted."""
    lines, found, at = Lines(source), [], source.find(words)
    while at >= 0:
        start = max(source.rfind(".", 0, at), source.rfind("\n", 0, at)) + 1
        end = source.find(".", at) + 1 or len(source)
        excerpt = Excerpt(start, source[start:end])
        found.append(Finding(rule, Severity.ERROR, "c", "m", words, lines.place(at), lines.place(at + len(words)), excerpt=excerpt))
        at = source.find(words, at + 1)
    return with_fingerprints(tuple(found))


def accepted(source: str) -> tuple[Accepted, ...]:
    return collect({"a.md": findings(source)}).of("a.md")


def new(source: str, entries: tuple[Accepted, ...]) -> list[str]:
    return [f.excerpt.text.strip() for f in accept(findings(source), entries)[0] if f.suppressed is None and f.excerpt]


def test_a_paragraph_that_moves_keeps_its_entry() -> None:
    before = f"A title.\n\n{FIRST}\n\nThe cranes burned.\n\n{SECOND}\n"
    after = f"Another title.\n\nAn added line.\n\n{SECOND}\n\nThe cranes burned.\n\n{FIRST}\n"
    assert new(after, accepted(before)) == []
    assert accept(findings(after), accepted(before))[1] == ()


def test_the_suppression_says_that_it_is_the_baseline() -> None:
    (finding,), _ = accept(findings(FIRST), accepted(FIRST))
    assert finding.suppressed == Suppression("baseline", "accepted in the baseline")


def test_a_fix_and_a_new_fault_of_the_same_kind_do_not_cancel_out() -> None:
    marked, stale = accept(findings(SECOND), accepted(FIRST))
    assert [finding.suppressed for finding in marked] == [None]
    assert [entry.words for entry in stale] == ["special military operation"]


def test_the_same_sentence_twice_is_two_entries() -> None:
    assert new(f"{FIRST} {FIRST}", accepted(FIRST)) == [FIRST]
    assert len(accept((), accepted(f"{FIRST} {FIRST}"))[1]) == 2


def test_a_rewrapped_line_and_curled_quotes_are_the_same_sentence() -> None:
    before = 'He "saw" the special military operation.'
    wrapped = Finding(
        SMO, Severity.ERROR, "c", "m", "special\n military operation", Lines("").place(0), Lines("").place(0),
        excerpt=Excerpt(0, "He “saw”\r\nthe special\n military  operation."),
    )  # fmt: skip
    assert with_fingerprints((wrapped,))[0].fingerprint == findings(before)[0].fingerprint


def test_another_rule_on_the_same_words_is_another_entry() -> None:
    assert findings(FIRST)[0].fingerprint != findings(FIRST, rule="framing/x")[0].fingerprint


def test_what_is_about_the_draft_survives_a_new_title() -> None:
    def missing(title: str, *about: str) -> str:
        at = Lines(title).place
        evidence = tuple(Evidence("sought", text) for text in about)
        case = Finding("provenance/missing", Severity.ERROR, "c", "m", title, at(0), at(len(title)), evidence, whole_draft=True)
        return with_fingerprints((case,))[0].fingerprint

    assert missing("Night raid") == missing("Night raid, updated")
    assert missing("Night raid", "BRICS News") != missing("Night raid", "TASS")


def test_a_waived_finding_does_not_enter_the_baseline() -> None:
    from stancelint.text.value import replace

    waived = tuple(replace(f, suppressed=Suppression("waiver", "a title")) for f in findings(FIRST))
    assert len(collect({"a.md": waived})) == 0


def test_an_entry_of_a_rule_that_did_not_run_is_not_stale() -> None:
    assert accept((), accepted(FIRST), ran=("casualty/unattributed",))[1] == ()
    assert len(accept((), accepted(FIRST), ran=(SMO,))[1]) == 1


def test_prune_drops_what_is_mended_and_what_is_gone_and_keeps_what_was_not_looked_at() -> None:
    both = accepted(f"{FIRST} {SECOND}")
    baseline = Baseline({"a.md": both, "gone.md": both, "other.md": both})
    pruned = prune(baseline, {"a.md": findings(SECOND)}, lambda name: name == "other.md")
    assert set(pruned.drafts) == {"a.md", "other.md"}
    assert [entry.fingerprint for entry in pruned.of("a.md")] == [findings(SECOND)[0].fingerprint]
    assert pruned.of("other.md") == both


def test_the_file_is_sorted_and_comes_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = collect({"b/юг.md": findings(SECOND), "a.md": findings(f"{FIRST} {SECOND}")})
    save(baseline, path)
    assert load(path) == baseline
    text = path.read_text("utf-8")
    assert text == dump(load(path))
    assert text.index('"a.md"') < text.index('"b/юг.md"')
    assert len(text.splitlines()) == 3 + 3 + 4 + 2
    assert list(tmp_path.iterdir()) == [path]


def test_drafts_are_named_from_the_folder_of_the_baseline(tmp_path: Path) -> None:
    assert key_of(str(tmp_path / "drafts" / "a.md"), tmp_path / "baseline.json") == "drafts/a.md"
    assert key_of(str(tmp_path / "a.md"), tmp_path / "desk" / "baseline.json") == "../a.md"


def test_a_draft_whose_name_is_no_utf_8_keeps_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = collect({b"raid-\xff.md".decode("utf-8", "surrogateescape"): findings(FIRST)})
    save(baseline, path)
    assert load(path) == baseline
    assert dump(baseline) == path.read_text("utf-8")


HEAD = '{"schema": "stancelint-baseline/1"'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": "other"}',
        HEAD + "}",
        HEAD + ', "drafts": {"a": {}}}',
        HEAD + ', "drafts": {"a": [{"rule": "x"}]}}',
        HEAD + ', "drafts": {"a": [1]}}',
        "[" * 100_000,
        HEAD + ', "drafts": ' + "9" * 5000 + "}",
    ],
)
def test_a_file_that_is_no_baseline_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="baseline"):
        load(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        load(path)
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.json")


def trees(keys: list[str]) -> st.SearchStrategy[object]:
    leaves = st.none() | st.integers() | st.sampled_from([*keys, "", "\ud800", "a\nb", "\u2028"])
    return st.recursive(leaves, lambda held: st.lists(held, max_size=3) | st.dictionaries(st.sampled_from(keys), held, max_size=3))


@given(st.dictionaries(st.sampled_from(["a.md", "\ud800", ""]), st.lists(trees(["rule", "words", "fingerprint"])) | trees(["rule"])))
def test_any_entries_are_told_or_come_back_the_same(tmp_path_factory: pytest.TempPathFactory, drafts: dict[str, object]) -> None:
    path = tmp_path_factory.getbasetemp() / "any-baseline.json"
    path.write_text(json.dumps({"schema": "stancelint-baseline/1", "drafts": drafts}), "utf-8")
    try:
        held = load(path)
    except UsageError as told:
        assert told.path  # noqa: PT017 - either outcome is right
        return
    save(held, path)
    assert load(path) == held


@given(
    st.lists(st.sampled_from([FIRST, SECOND, "The cranes burned.", "The special military operation entered its sixth year."]), max_size=8),
    st.randoms(),
)
def test_shuffled_sentences_keep_every_entry(sentences: list[str], random: object) -> None:
    shuffled = list(sentences)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert new("\n".join(shuffled), accepted("\n".join(sentences))) == []
