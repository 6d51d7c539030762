"""Plain data to typed values: what fits, and what is said of what does not."""

from __future__ import annotations

from typing import Literal

import pytest

from stancelint.finding import Severity
from stancelint.rulebook.convert import MisfitError, convert, nearest
from stancelint.text.value import Value


class Group(Value):
    phrases: tuple[str, ...]
    case: Literal["any", "exact"] = "any"
    within: int | None = None

    @classmethod
    def from_text(cls, phrase: str) -> Group:
        return cls((phrase,))


class Check(Value):
    groups: tuple[Group, ...]
    loud: bool = False
    share: float = 0.5


def test_a_whole_check_is_converted() -> None:
    data = {"groups": ["one phrase", {"phrases": ["a", "b"], "case": "exact", "within": "3"}], "loud": "yes", "share": "0.25"}
    assert convert(Check, data) == Check((Group(("one phrase",)), Group(("a", "b"), "exact", 3)), True, 0.25)


def test_words_that_yaml_takes_for_booleans_stay_words() -> None:
    assert convert(Group, {"phrases": ["off", "no", "on", "yes"]}).phrases == ("off", "no", "on", "yes")


def test_one_word_stands_for_a_list_of_one() -> None:
    assert convert(Group, {"phrases": "alone"}) == Group(("alone",))


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        ({"groups": [], "lowd": "yes"}, ("lowd",), "unknown key “lowd”"),
        ({}, (), "“groups” is missing"),
        ({"groups": [], "loud": "perhaps"}, ("loud",), "expected yes or no, found “perhaps”"),
        ({"groups": [], "share": "half"}, ("share",), "expected a number, found “half”"),
        ({"groups": [{"phrases": ["a"], "case": "exakt"}]}, ("groups", 0, "case"), "expected one of any, exact; found “exakt”"),
        ({"groups": [{"phrases": {"a": "b"}}]}, ("groups", 0, "phrases"), "expected a list"),
        ({"groups": [{"phrases": [["a"]]}]}, ("groups", 0, "phrases", 0), "expected text, found a list"),
        (["a"], (), "expected “name: value” lines, found a list"),
    ],
)
def test_what_does_not_fit_is_told_with_its_path(data: object, path: tuple[object, ...], said: str) -> None:
    with pytest.raises(MisfitError) as misfit:
        convert(Check, data)
    assert misfit.value.path == path
    assert said in misfit.value.message


def test_the_nearest_spelling_is_offered() -> None:
    with pytest.raises(MisfitError) as misfit:
        convert(Check, {"groups": [], "lowd": "yes"})
    assert misfit.value.hint == "did you mean “loud”?"
    assert nearest("severty", ["severity", "clause"]) == "severity"
    assert nearest("zzz", ["severity"]) is None


def test_a_severity_is_a_word() -> None:
    assert convert(Severity, "warning") is Severity.WARNING
    with pytest.raises(MisfitError, match="expected one of info, warning, error"):
        convert(Severity, "fatal")
