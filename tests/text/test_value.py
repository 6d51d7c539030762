"""Values: frozen, slotted, equal by their fields, and as cheap to define as they say."""

from __future__ import annotations

import pickle
from typing import ClassVar

import pytest

from stancelint.text.value import Value, field, is_value, names_of, replace, required_of


class Desk(Value):
    """A desk."""

    kind: ClassVar[str] = "desk"
    name: str
    chairs: int = 4
    notes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.chairs < 0:
            raise ValueError("a desk has no negative chairs")

    @property
    def empty(self) -> bool:
        return self.chairs == 0


class Pair(Value):
    """A pair."""

    one: int
    two: int


def test_fields_defaults_and_properties() -> None:
    desk = Desk("foreign")
    assert (desk.name, desk.chairs, desk.notes, desk.empty, Desk.kind) == ("foreign", 4, {}, False, "desk")
    assert Desk("a", 0).empty
    assert desk.notes is not Desk("foreign").notes
    assert Desk.__doc__ == "A desk."


def test_values_are_frozen_and_slotted() -> None:
    desk = Desk("foreign")
    with pytest.raises(AttributeError, match="frozen"):
        desk.name = "home"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        desk.other = 1  # type: ignore[attr-defined]
    assert not hasattr(desk, "__dict__")


def test_values_are_equal_by_their_fields() -> None:
    assert Pair(1, 2) == Pair(1, 2) != Pair(2, 1)
    assert Pair(1, 2) != (1, 2)
    assert len({Pair(1, 2), Pair(1, 2)}) == 1
    assert sorted([Pair(2, 1), Pair(1, 2)]) == [Pair(1, 2), Pair(2, 1)]
    assert Pair(1, 2) <= Pair(1, 2) < Pair(1, 3)
    assert max(Pair(1, 2), Pair(3, 1)) == Pair(3, 1)
    assert repr(Pair(1, 2)) == "Pair(one=1, two=2)"


def test_what_is_missing_or_too_much_is_told() -> None:
    with pytest.raises(TypeError, match="name"):
        Desk()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Desk("a", colour="red")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="negative"):
        Desk("a", -1)


def test_a_changed_copy() -> None:
    assert replace(Pair(1, 2), two=5) == Pair(1, 5)


def test_values_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Pair(1, 2))) == Pair(1, 2)


def test_what_a_class_says_of_its_fields() -> None:
    assert names_of(Desk) == ("name", "chairs", "notes")
    assert required_of(Desk) == ("name",)
    assert is_value(Desk)
    assert not is_value(int)


def test_matching() -> None:
    match Pair(1, 2):
        case Pair(one, 2):
            assert one == 1


class Wide(Value):
    """A value of more fields than are written out."""

    a: int
    b: int
    c: int
    d: int = 4
    e: int = 5
    f: tuple[int, ...] = ()
    g: dict[str, int] = field(default_factory=dict)
    h: str = ""
    i: str = ""


@pytest.mark.parametrize("kind", [Pair, Wide])
def test_fields_are_given_by_place_or_by_name(kind: type) -> None:
    names = names_of(kind)[: len(required_of(kind))]
    by_place = kind(*range(len(names)))
    by_name = kind(**{name: i for i, name in enumerate(names)})
    mixed = kind(0, **{name: i for i, name in enumerate(names) if i})
    assert by_place == by_name == mixed


def test_a_wide_value_has_its_defaults() -> None:
    wide = Wide(1, 2, 3, e=9)
    assert (wide.d, wide.e, wide.f, wide.g) == (4, 9, (), {})
    assert wide.g is not Wide(1, 2, 3).g


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        (Pair, (1, 2, 3), {}),
        (Pair, (1,), {}),
        (Pair, (1, 2), {"three": 3}),
        (Pair, (1, 2), {"one": 3}),
        (Wide, tuple(range(10)), {}),
        (Wide, (1, 2), {}),
        (Wide, (1, 2, 3), {"z": 3}),
        (Wide, (1, 2, 3), {"a": 3}),
    ],
)
def test_fields_too_many_too_few_or_unknown_are_refused(kind: type, given: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        kind(*given, **named)
