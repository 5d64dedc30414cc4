"""Values are frozen dataclasses, without code of their own."""

from __future__ import annotations

import sys
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from cxworkshop.value_object import ValueObject


class Chair(ValueObject):
    legs: int
    colour: str = "white"
    marks: list[str] = field(default_factory=list)


class Stool(Chair):
    height: int = 60


def test_fields_are_given_in_order_or_by_name_and_left_out_ones_have_their_default():
    assert vars(Chair(4)) == {"legs": 4, "colour": "white", "marks": []}
    assert Chair(4, colour="red") == Chair(legs=4, colour="red") == Chair(4, "red")
    assert [one.name for one in fields(Stool)] == ["legs", "colour", "marks", "height"]
    assert Chair(4).marks is not Chair(4).marks


@pytest.mark.parametrize(
    ("in_order", "given"),
    [((), {}), ((4, "red", [], 1), {}), ((4,), {"legs": 3}), ((4,), {"size": 1})],
)
def test_a_field_that_is_missing_unknown_or_given_twice_is_an_error(in_order, given):
    with pytest.raises(TypeError, match="Chair takes each once: legs, colour, marks"):
        Chair(*in_order, **given)


def test_nothing_is_set_or_deleted_later_but_another_can_be_made():
    chair = Chair(4)
    with pytest.raises(FrozenInstanceError):
        chair.legs = 3
    with pytest.raises(FrozenInstanceError):
        del chair.legs
    assert replace(chair, legs=3) == Chair(3)
    assert chair == Chair(4)


def test_equal_are_those_of_one_class_with_equal_fields():
    assert Chair(4) != Chair(3)
    assert Stool(3) != Chair(3)
    assert hash(Chair(4, marks=())) == hash(Chair(4, marks=()))
    assert repr(Stool(3)) == "Stool(legs=3, colour='white', marks=[], height=60)"


def test_all_of_a_class_share_its_names_however_the_first_was_made():
    class Bench(ValueObject):
        seats: int
        colour: str = "white"

    made = [Bench(4) for _n in range(40)]
    other = object.__new__(Bench)
    other.__dict__.update(zip(("seats", "colour"), (4, "white"), strict=True))
    assert other == made[-1]
    alone = dict(zip(("seats", "colour"), (4, "white"), strict=True))
    assert sys.getsizeof(vars(other)) < sys.getsizeof(alone)
