"""What was proved once is kept as plain data and comes back as it was."""

from __future__ import annotations

import marshal

import pytest

from stancelint.finding import Severity
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.load import read_pack
from stancelint.rulebook.rule import build_check
from stancelint.text.packed import pack, unpack
from stancelint.text.span import Span
from stancelint.text.value import Value, field


class Box(Value):
    held: tuple[object, ...]
    name: str = ""
    of: dict[str, object] = field(default_factory=dict)


class Strict(Value):
    size: int

    def __post_init__(self) -> None:
        if self.size > 3:
            raise ValueError("too large")


@pytest.mark.parametrize(
    "thing",
    [
        Span(1, 2),
        Severity.WARNING,
        Box((Span(0, 4), "a", 1.5, None, True, frozenset({"x"})), "b", {"k": Box(()), "s": Severity.INFO}),
        (),
        "text",
    ],
)
def test_a_value_comes_back_as_it_was(thing: object) -> None:
    back = unpack(marshal.loads(marshal.dumps(pack(thing))))
    assert back == thing
    assert type(back) is type(thing)


def test_the_check_of_every_rule_comes_back_as_it_was() -> None:
    for loaded in read_pack(builtin_rules()):
        check = build_check(loaded.rule)
        assert unpack(marshal.loads(marshal.dumps(pack(check)))) == check, loaded.rule.id


def test_what_was_proved_is_not_proved_again() -> None:
    data = pack(Strict(3))
    data[1] = 9
    assert unpack(data).size == 9


def test_what_is_neither_plain_nor_a_value_is_refused() -> None:
    with pytest.raises(TypeError, match="object is neither plain data nor a value"):
        pack(Box((object(),)))


@pytest.mark.parametrize("name", ["os:listdir", "builtins:print", "builtins:list", "pathlib:Path"])
def test_what_is_kept_can_call_nothing_but_a_value(name: str) -> None:
    with pytest.raises(TypeError, match="neither a value"):
        unpack([name, "/"])
