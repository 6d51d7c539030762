"""Policies: discovery, what extends what, settings and overrides, and what is said of mistakes."""

from __future__ import annotations

import marshal
import zlib
from pathlib import Path

import pytest

from stancelint.errors import DataError, PolicyError, RuleError
from stancelint.finding import Severity
from stancelint.policy import compiled
from stancelint.policy.discover import policy_above, policy_for
from stancelint.policy.policy import AppliesWhen, RuleSetting
from stancelint.policy.resolve import resolve
from stancelint.policy.rule_set import activate, matches, owes_sections, selects
from stancelint.rulebook.rule import Rule

RULE = Rule("style/ukrainian-names", "substitution", Severity.WARNING, "house-style", "", "", "")


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
    policy_above.cache_clear()


def written(tmp_path: Path, text: str, name: str = "stancelint.yaml") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_built_in_policy_holds_where_there_is_none(tmp_path: Path) -> None:
    rules = resolve(None)
    assert rules.policy is None
    assert rules.terms.leading == ("ukrainian-official", "ukrainian-independent", "western-wire")
    assert "invaded country" in rules.terms.sections.stance.text
    assert {rule.rule.clause for rule in rules.active("draft.md")} <= rules.clauses.keys()


def test_the_nearest_policy_judges(tmp_path: Path) -> None:
    top = written(tmp_path, "name: top\n")
    near = written(tmp_path, "name: near\n", "desk/.stancelint.yaml")
    assert policy_for(tmp_path / "desk" / "sub" / "draft.md") == near
    assert policy_for(tmp_path / "draft.md") == top


def test_a_file_extends_the_default_and_another_file(tmp_path: Path) -> None:
    written(tmp_path, "rules: {style/*: info}\nleading: [western-wire]\n", "house.yaml")
    desk = written(tmp_path, "extends: house.yaml\nrules: {casualty/undated: off}\nsections: {stance: {tolerance: 0.8}}\n")
    rules = resolve(desk)
    assert rules.terms.leading == ("western-wire",)
    assert rules.terms.sections.stance.tolerance == 0.8
    assert "invaded country" in rules.terms.sections.stance.text
    active = {held.rule.id: held for held in rules.active("a.md")}
    assert "casualty/undated" not in active
    assert active["style/ukrainian-names"].severity is Severity.INFO
    assert active["style/ukrainian-names"].set_by.endswith("house.yaml")


def test_an_override_holds_for_its_paths_alone(tmp_path: Path) -> None:
    rules = resolve(written(tmp_path, "overrides:\n  - paths: ['opinion/**']\n    rules: {sourcing/lead: off}\n"))
    assert "sourcing/lead" not in {held.rule.id for held in rules.active("opinion/a/b.md")}
    assert "sourcing/lead" in {held.rule.id for held in rules.active("news/b.md")}


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("name: x\nseverty: 1\n", 2, "unknown key “severty”", "known here"),
        ("rules: {style/ukrainian-names: loud}\n", 1, "expected error, warning, info or off", None),
        ("rules: {style/ukranian-names: info}\n", None, "names no rule", "style/ukrainian-names"),
        ("fail_on: warnings\n", 1, "expected one of info, warning, error", "warning"),
        ("sections:\n  provenance: {min_entries: many}\n", 2, "expected a whole number", None),
        ("extends: defualt\n", None, "no built-in policy", "default"),
        ("extends: stancelint.yaml\n", None, "extends itself", None),
        ("packs: [../elsewhere]\n", None, "outside the policy's own folder", None),
        ("packs: [desk/rules]\n", None, "does not exist", None),
        ("- a\n", 1, "a policy is", None),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, line: int | None, said: str, hint: str | None) -> None:
    with pytest.raises(PolicyError) as error:
        resolve(written(tmp_path, text))
    assert said in error.value.message
    assert error.value.line == line
    assert hint is None or hint in (error.value.hint or "")


def test_a_desk_adds_sources(tmp_path: Path) -> None:
    written(tmp_path, "sources:\n  - {id: desk-stringer, name: Our Stringer, class: western-media}\n", "own.yaml")
    rules = resolve(written(tmp_path, "sources: [own.yaml]\n"))
    assert rules.knowledge.sources[-1]["id"] == "desk-stringer"
    written(tmp_path, "sources: [{id: x}]\n", "own.yaml")
    with pytest.raises(DataError, match="is not a list of sources"):
        resolve(tmp_path / "stancelint.yaml")


@pytest.mark.parametrize(
    ("keys", "line", "said"),
    [
        ("aliases: {a: b}", 5, "expected a list"),
        ("alias: [OD]", 5, "unknown key"),
        ("confidence: sure", 5, "expected one of high, medium, low"),
        ("domains: [desk.example, localhost]", 5, "is no domain"),
        ("domains: https://desk.example", 5, "is no domain"),
        ("evidence: [{code: [a]}]", 5, "expected text"),
        ('note: "\\0"', 5, "no text has"),
    ],
)
def test_a_mistake_in_a_desk_s_sources_has_its_place(tmp_path: Path, keys: str, line: int, said: str) -> None:
    written(tmp_path, f"sources:\n  - id: ours\n    name: Ours\n    class: western-media\n    {keys}\n", "own.yaml")
    with pytest.raises(DataError, match=said) as told:
        resolve(written(tmp_path, "sources: [own.yaml]\n"))
    assert (told.value.line, Path(told.value.path or "").name) == (line, "own.yaml")


def test_a_desk_s_source_may_be_written_short(tmp_path: Path) -> None:
    entry = "{id: ours, name: Our Desk, class: western-media, aliases: OD Wire, telegram: , verifies: yes, evidence: They told us.}"
    written(tmp_path, f"sources: [{entry}]\n", "own.yaml")
    registry = resolve(written(tmp_path, "sources: [own.yaml]\n")).knowledge.registry
    found = registry.by_name("OD Wire")
    assert found is not None
    assert (found.id, found.telegram, found.verifies, found.evidence[0].text) == ("ours", (), True, "They told us.")


@pytest.mark.parametrize("text", ["extends: {}\n", "packs: [{}]\n", "sources: [{}]\n"])
def test_a_name_longer_than_a_file_s_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(PolicyError):
        resolve(written(tmp_path, text.format("a" * 5000)))


DESK_RULE = """\
check: phrase
severity: warning
clause: house-style
message: "“{{match}}” is what we call nothing"
why: The desk does not use it.
clears: Leave it out.
phrases: [{phrase}]
examples:
  flag: ["A [[wonder weapon]] was shown.", "Another [[wonder weapon]] came."]
  pass: ["A weapon was shown.", "A wonder was shown."]
"""


def test_a_desk_rule_joins_the_rest_and_is_proved_first(tmp_path: Path) -> None:
    written(tmp_path, DESK_RULE.format(phrase="wonder weapon"), "desk/rules/style/wonder.yaml")
    policy = written(tmp_path, "packs: [desk/rules]\n")
    assert "style/wonder" in {held.rule.id for held in resolve(policy).active("a.md")}
    written(tmp_path, DESK_RULE.format(phrase="miracle weapon"), "desk/rules/style/wonder.yaml")
    with pytest.raises(RuleError, match="fails its own example"):
        resolve(policy)


def test_what_is_cached_is_believed_only_while_nothing_changed(tmp_path: Path) -> None:
    policy = written(tmp_path, "state_share: 0.4\n")
    assert resolve(policy).terms.state_share == 0.4
    written(tmp_path, "state_share: 0.25\n")
    assert resolve(policy).terms.state_share == 0.25
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(kept.read_bytes()[:-20] + b"damaged damaged damaged")
    assert resolve(policy).terms.state_share == 0.25


@pytest.mark.parametrize("foreign", [{"policy": {"name": 3}}, {"rules": [3]}, {"phrases": 3}, {"lexicons": None}, {"files": 3}])
def test_a_cache_of_another_making_is_as_good_as_none(tmp_path: Path, foreign: dict[str, object]) -> None:
    policy = written(tmp_path, "state_share: 0.4\n")
    resolve(policy)
    (kept,) = (tmp_path / "cache").iterdir()
    magic, _, rest = kept.read_bytes().partition(b"\n")
    body = marshal.dumps({**marshal.loads(rest[4:]), **foreign})
    kept.write_bytes(magic + b"\n" + zlib.crc32(body).to_bytes(4, "big") + body)
    assert resolve(policy).terms.state_share == 0.4


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "warning"),
        ({"style": "off"}, None),
        ({"style/*": "error"}, "error"),
        ({"style/ukrainian-names": "info", "style/*": "error"}, "info"),
        ({"style/*": "error", "style": "info"}, "info"),
        ({"framing": "off"}, "warning"),
    ],
)
def test_an_id_outweighs_a_family(settings: dict[str, str], expected: str | None) -> None:
    made = {pattern: RuleSetting.from_text(word) for pattern, word in settings.items()}
    active = activate(RULE, made, {})
    assert (active.severity.word if active else None) == expected


@pytest.mark.parametrize(
    ("path", "glob", "held"),
    [
        ("drafts/a.md", "drafts/**", True),
        ("drafts/a/b/c.md", "drafts/**", True),
        ("drafts/a/b.md", "drafts/*", False),
        ("x/drafts/a.md", "drafts/**", False),
        ("x/drafts/a.md", "**/drafts/**", True),
        ("a.md", "*.md", True),
        ("a.txt", "*.md", False),
    ],
)
def test_globs(path: str, glob: str, held: bool) -> None:
    assert matches(path, glob) is held


def test_a_hostile_glob_ends() -> None:
    assert not matches("/".join("a" * 200), "/".join(["**", "a"] * 100) + "/b")


def test_what_a_pattern_selects() -> None:
    assert selects("style", RULE.id)
    assert selects("style/*", RULE.id)
    assert not selects("styl", RULE.id)


def test_who_owes_sections() -> None:
    when = AppliesWhen(paths=("news/**",), front_matter={"topic": ("war",)}, subject=("Ukraine",))
    assert owes_sections(when, "news/a.md", {"topic": "War"}, frozenset({"ukraine"}))
    assert not owes_sections(when, "culture/a.md", {"topic": "war"}, frozenset({"ukraine"}))
    assert not owes_sections(when, "news/a.md", {}, frozenset({"ukraine"}))
    assert not owes_sections(when, "news/a.md", {"topic": "war"}, frozenset({"opera"}))


def test_a_file_written_while_it_was_read_is_not_kept(tmp_path: Path) -> None:
    path = written(tmp_path, "name: ours\n")
    compiled.store("key", {}, (), (str(path),), before=path.stat().st_mtime_ns)
    assert compiled.load("key") is None
    compiled.store("key", {}, (), (str(path),), before=path.stat().st_mtime_ns + 1)
    assert compiled.load("key") is not None


def test_an_editor_s_lock_beside_a_rule_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / ".#wonder.yaml").symlink_to("somebody@machine.4711")
    assert compiled.stamp((str(tmp_path),)) == compiled.stamp((str(tmp_path),))


def test_a_rule_of_the_desk_that_enforces_no_clause_of_its_policy_is_told_with_the_nearest(tmp_path: Path) -> None:
    rule = tmp_path / "desk" / "style" / "wonder.yaml"
    rule.parent.mkdir(parents=True)
    text = (
        "check: phrase\nseverity: warning\nclause: {}\nmessage: “{{match}}”\nwhy: So.\nclears: Leave it.\nphrases: [wonder weapon]\n"
        "examples:\n  flag: ['A [[wonder weapon]] came.', 'The [[wonder weapon]] left.']\n  pass: ['A weapon came.', 'A wonder left.']\n"
    )
    policy = written(tmp_path, "packs: [desk]\n")
    rule.write_text(text.format("house-stile"), "utf-8")
    with pytest.raises(RuleError, match="enforces the clause “house-stile”, which the policy does not state") as told:
        resolve(policy, cache=False)
    assert told.value.hint == "did you mean “house-style”?"
    rule.write_text(text.format("weather"), "utf-8")
    with pytest.raises(RuleError) as told:
        resolve(policy, cache=False)
    assert told.value.hint is not None
    assert "clauses: " in told.value.hint
    assert "house-style" in told.value.hint


def test_what_a_policy_leaves_empty_it_takes_from_the_one_beneath_and_lists_of_packs_add_up(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    written(tmp_path, "packs: [one]\nexclude: [drafts/old/**]\n", "house.yaml")
    rules = resolve(written(tmp_path, "extends: house.yaml\npacks: two\nexclude:\n"))
    assert [Path(pack).name for pack in rules.file.packs] == ["one", "two"]
    assert tuple(rules.file.exclude)[-1] == "drafts/old/**"


def test_a_policy_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="nested deeper than"):
        resolve(written(tmp_path, "rules: " + "{a: " * 200 + "x" + "}" * 200 + "\n"))


@pytest.mark.parametrize(
    "text", ["rules:\n", "clauses:\n", "sections:\n", "sections: {contested: }\n", "sections: {stance: {text: }}\n", "applies_when:\n"]
)
def test_a_key_with_nothing_behind_it_changes_nothing(tmp_path: Path, text: str) -> None:
    plain = resolve(None)
    empty = resolve(written(tmp_path, text))
    assert empty.terms == plain.terms
    assert empty.clauses == plain.clauses


@pytest.mark.parametrize(
    ("text", "said"), [("max_words: ten\n", "found “ten”"), ("rules: [~]\n", "found a list"), ("exclude: [[a]]\n", "found")]
)
def test_a_value_of_the_wrong_kind_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        resolve(written(tmp_path, text))
