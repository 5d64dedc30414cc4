"""An edit asks SQLite for little, and what is written and checked in bulk is the same as alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.ids import new_id, new_ids
from cxworkshop.model import Person, PersonId
from cxworkshop.store.disk.file import examine
from cxworkshop.store.refusals import DamagedFile
from cxworkshop.store.tables.codec import content, contents, seals, stamp, wrap, wrong_seals
from tests.opened import opened

RECORDS = (
    ("a", "100 % sure?", None, 3),
    ("b", None, None, 0),
    ("c", "Ä ö 🙂 \ud800", "x=1", -(2**63)),
    ("d", "", "", 2**63 - 1),
)
NAMES = ("id", "words", "day", "last")


def people(*names: str) -> list[Person]:
    return [Person(id=PersonId(new_id()), name=name, role="", has_say=False) for name in names]


def test_an_edit_of_a_row_is_six_statements_and_writes_what_is_different(workshop):
    person = workshop.people.find_or_add("Ana")
    row = workshop._store.get(Person, person)
    asked: list[str] = []
    workshop._store.connection.set_trace_callback(asked.append)
    with workshop._store.edit("Rename somebody") as edit:
        edit.write(replace(row, name="Anna"))
    workshop._store.connection.set_trace_callback(None)
    asked = [sql for sql in asked if not sql.startswith("PRAGMA page_count")]
    verbs = [sql.split()[0] for sql in asked]
    assert verbs == ["BEGIN", "SELECT", "UPDATE", "INSERT", "UPDATE", "COMMIT"]
    assert '"name" = ' in asked[2]
    assert '"role" = ' not in asked[2]


def test_the_content_of_many_rows_is_that_of_each():
    alone = [content("person", dict(zip(NAMES, row, strict=True))) for row in RECORDS]
    assert list(contents("person", NAMES, list(zip(*RECORDS, strict=True)))) == alone
    stamps = [(1, "me"), (2, "me"), (2**40, "you"), (0, "")]
    seals = [wrap(own + stamp(*one)) for own, one in zip(alone, stamps, strict=True)]
    assert wrong_seals(alone, *zip(*stamps, strict=True), seals) == 0
    assert wrong_seals(alone, *zip(*stamps, strict=True), [*seals[:2], *seals[:1:-1]]) == 2


def test_two_rows_that_have_each_other_s_seals_are_noticed(workshop):
    with workshop._store.edit("Add people") as edit:
        edit.insert_all(people("Ana", "Ben", "Cleo"))
    connection = workshop._store.connection
    (one, first), (other, second) = connection.execute("SELECT id, seal FROM person LIMIT 2")
    for seal, row in ((second, one), (first, other)):
        connection.execute("UPDATE person SET seal = ? WHERE id = ?", (seal, row))
    workshop.save()
    with pytest.raises(DamagedFile, match="2 rows are not as they were written"):
        examine(workshop.path)


def test_a_wrong_value_among_many_rows_is_refused_and_nothing_is_left(workshop):
    wrong = [*people("Ana"), *people("B\0n"), *people("Cleo")]
    before = workshop.digest
    with pytest.raises(BadWords), workshop._store.edit("Add people") as edit:
        edit.insert_all(wrong)
    assert workshop.digest == before
    assert not workshop._store.count(Person)


def test_a_wrong_value_is_refused_where_the_others_are_as_they_were(workshop):
    row = workshop._store.get(Person, workshop.people.find_or_add("Ana"))
    with pytest.raises(BadWords), workshop._store.edit("Rename somebody") as edit:
        edit.write(replace(row, name="A\0na"))
    assert workshop._store.get(Person, row.id) == row


def test_many_new_rows_are_noted_in_parts_and_undone(workshop, tmp_path):
    some = people(*(f"Person {number}" for number in range(12_001)))
    with workshop._store.edit("Add people") as edit:
        edit.insert_all(some)
        edit.write(replace(some[0], name="Ana"))
    digest = workshop.digest
    workshop.save()
    again = opened(workshop.path)
    again.undo()
    assert not again._store.count(Person)
    again.redo()
    assert again._store.get(Person, some[0].id).name == "Ana"
    assert again.digest == digest


@pytest.mark.parametrize("stamped", [0, stamp(1, "a"), stamp(2**40, "b"), -(2**70)])
def test_many_seals_at_once_are_those_of_each_alone(stamped):
    found = [0, 1, -1, 2**63 - 1, -(2**63), 12345678901234567]
    assert seals(found, stamped) == [wrap(one + stamped) for one in found]


def test_ids_are_never_given_twice_and_sort_by_time():
    ids = [*(new_id() for _n in range(1_000)), *new_ids(1_500), new_id(), *new_ids(499)]
    assert ids == sorted(set(ids))
    assert {len(one) for one in ids} == {16}
    assert len({one[10:] for one in ids}) > 2_990
