"""Right seals around an impossible value: every column of every table is checked by its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from itertools import groupby
from operator import itemgetter

import pytest

from cxworkshop.cli import main
from cxworkshop.model import STAMP_COLUMNS
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from tests.soak.doors import words_in
from tests.soak.forging import KINDS, TARGETS, Column, ForgedFile, Forger, columns, full_workshop

NOTED = [one for one in columns() if one[0] in KINDS and one[1] not in STAMP_COLUMNS]
# A row with an id of its own and words that nobody can do without.
OTHERS = [
    (kind.table, name)
    for kind in KINDS.values()
    if not kind.id_form and kind.table not in ("printed_code", "card_group")
    for (table, name), target in TARGETS.items()
    if table == kind.table and not columns()[table, name].may_be_empty and target != "round"
]
ANY_NUMBER = ("seq", "last")  # these count further than two thousand million


@pytest.fixture(scope="module")
def forger(tmp_path_factory) -> Iterator[Forger]:
    with Forger(full_workshop(tmp_path_factory.mktemp("full") / "full.cxw")) as forger:
        yield forger


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


def one_impossible(column: Column) -> str | int:
    """Another kind of value for the next column of a table; the soak command tries many more."""
    values = impossible(column)
    return values[[name for name in columns() if name[0] == column[0]].index(column) % len(values)]


def of_tables(chosen: Iterable[Column]) -> dict[str, list[Column]]:
    """The columns of each table; a test for each column would take longer than what it tests."""
    return {table: [*found] for table, found in groupby(sorted(chosen), key=itemgetter(0))}


def is_damage(forged: ForgedFile | None) -> bool:
    assert forged is not None
    try:
        file.load(forged.image, "team.cxw").close()
    except refusals.DamagedFile:
        return True
    return False


@pytest.mark.parametrize("table", of_tables(columns()))
def test_an_impossible_value_is_damage(forger, table):
    for column in of_tables(columns())[table]:
        value = one_impossible(column)
        assert is_damage(forger.forge(column, value)), (column, value)


@pytest.mark.parametrize("table", of_tables(NOTED))
def test_an_impossible_value_that_undo_would_write_is_damage(forger, table):
    for column in of_tables(NOTED)[table]:
        value = one_impossible(column)
        assert is_damage(forger.note(column, value)), (column, value)


def test_the_workshop_in_which_values_are_forged_is_whole(forger):
    file.load(forger.image(), "team.cxw").close()


@pytest.mark.parametrize("column", OTHERS, ids=".".join)
def test_a_row_that_refers_to_nothing_keeps_its_words_in_a_rescue(forger, tmp_path, column):
    path, to = tmp_path / "team.cxw", tmp_path / "new.cxw"
    path.write_bytes(forger.image())
    words = {text for text in words_in(path) if text.startswith(f"words of {column[0]} ")}
    forged = forger.forge(column, "nobody")
    assert forged is not None
    path.write_bytes(forged.image)
    assert main(["recover", str(path), "--to", str(to)]) == 0
    assert words <= words_in(to)


@pytest.mark.parametrize("check", ["1900-01-01", "2199-12-31"])
def test_a_wall_sheet_is_printed_whatever_the_day_of_its_check(forger, tmp_path, check):
    forged = forger.forge(("pick", "check_on"), check)
    assert forged is not None
    path = tmp_path / "team.cxw"
    path.write_bytes(forged.image)
    assert main(["print", str(path), "wall-sheet", "--to", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "wall-sheet.pdf").stat().st_size < 100_000
