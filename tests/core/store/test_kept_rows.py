"""The store keeps its answers and mends them after each edit: they are what the file says."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from cxworkshop.model import Person, PersonId, Served
from cxworkshop.store.tables.kept_rows import MOST_STALE
from cxworkshop.store.tables.query import RowReader


def fresh(workshop) -> RowReader:
    return RowReader(workshop._store.connection)


def served(number: int, position: int) -> Served:
    words = f"kind {number}"
    return Served(id=f"served{number:010}", words=words, serve=number % 2 > 0, position=position)


@pytest.mark.parametrize("many", [1, MOST_STALE + 1])
def test_rows_are_in_their_order_after_any_edits(workshop, many):
    chosen, store = random.Random(many), workshop._store
    for _turn in range(30):
        with suppress(RuntimeError), store.edit("Some") as edit:
            for _n in range(many):
                number = chosen.randrange(40)
                if chosen.random() < 0.2 and store.find(Served, served(number, 0).id):
                    edit.remove(served(number, 0))
                else:
                    edit.write(served(number, chosen.randrange(5)))
            if chosen.random() < 0.2:
                raise RuntimeError
        for where in ({}, {"serve": True}, {"position": 3}):
            assert store.rows(Served, **where) == fresh(workshop).rows(Served, **where)
    while workshop.undo_title():
        workshop.undo()
        assert store.rows(Served) == fresh(workshop).rows(Served)


def test_after_an_edit_only_what_it_wrote_is_read_again(workshop):
    store = workshop._store
    with store.edit("Many people") as edit:
        for n in range(500):
            edit.write(Person(id=PersonId(f"{n:04}"), name=f"Ana {n}"))
    people = store.rows(Person)
    with store.edit("Another name") as edit:
        edit.write(replace(people[250], name="Ben"))
    said: list[str] = []
    store.connection.set_trace_callback(said.append)
    assert store.rows(Person)[250].name == "Ben"
    store.connection.set_trace_callback(None)
    assert [sql for sql in said if "id IN ('0250')" in sql] == said
    assert len(said) == 1
