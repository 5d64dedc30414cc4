"""Right seals around an impossible value: every column of every table is checked by its noun."""

from __future__ import annotations

from datetime import date
from enum import Enum

import pytest

from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from tests.soak.forging import TARGETS, Column, Forger, columns, full_workshop

ANY_NUMBER = ("seq", "last")  # these count further than two thousand million


@pytest.fixture(scope="module")
def forger(tmp_path_factory) -> Forger:
    return Forger(full_workshop(tmp_path_factory.mktemp("full") / "full.cxw"))


def impossible(column: Column) -> tuple[str | int, ...]:
    """Values that no workshop has in this column, by its type alone."""
    hint = columns()[column]
    if hint.type is date:
        return "2026-02-30", "9999-12-31", "maybe"
    if issubclass(hint.type, Enum | bool):
        return (99, -1) if issubclass(hint.type, int) else ("maybe", "")
    if hint.type is int:
        return (-1, 2**62) if column[1] in ANY_NUMBER else (-1, 2_000_000_000)
    return ("", "nobody", "a\0b") if column in TARGETS else ("a\0b",)


@pytest.mark.parametrize("column", columns(), ids=".".join)
def test_an_impossible_value_is_damage(forger, column):
    for value in impossible(column):
        forged = forger.forge(column, value)
        assert forged is not None
        with pytest.raises(refusals.DamagedFile):
            file.load(forged.image, "team.cxw").close()


def test_the_workshop_in_which_values_are_forged_is_whole(forger):
    file.load(forger.image(), "team.cxw").close()
