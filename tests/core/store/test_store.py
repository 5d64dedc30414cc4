"""Edits, undo and redo, seals and digest, and what listeners hear."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import fields

import pytest

from cxworkshop.errors import NothingToRedo, NothingToUndo
from cxworkshop.model import (
    NOUNS,
    Card,
    Changes,
    ConversationId,
    Person,
    PersonId,
    Row,
    Team,
    Verbatim,
    VerbatimId,
)
from cxworkshop.store.disk.file import load
from cxworkshop.store.refusals import DamagedFile
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.value_rules import table_rules
from tests.opened import opened


def person(name: str) -> Person:
    return Person(id=PersonId(name), name=name)


def names(workshop) -> str:
    return " ".join(row.name for row in workshop.people.all())


def test_one_edit_is_one_step_however_many_rows_it_writes(workshop):
    with workshop._store.edit("Three people") as edit:
        for name in ("Ana", "Ben", "Mira"):
            edit.write(person(name))
    assert names(workshop) == "Ana Ben Mira"
    workshop.undo()
    assert names(workshop) == ""
    workshop.redo()
    assert names(workshop) == "Ana Ben Mira"


def test_nothing_is_left_of_an_edit_that_raises(workshop):
    before = workshop._store.image()
    with suppress(RuntimeError), workshop._store.edit("Half") as edit:
        edit.write(person("Ana"))
        raise RuntimeError
    assert workshop._store.image() == before
    assert workshop.history() == []


def test_an_edit_that_changes_nothing_is_no_step(workshop):
    team = workshop.prepare.team()
    with workshop._store.edit("The same again") as edit:
        edit.write(team)
    assert workshop.history() == []
    with pytest.raises(NothingToUndo):
        workshop.undo()


def test_an_edit_inside_an_edit_joins_it(workshop):
    with workshop.as_one("Both"):
        workshop.people.find_or_add("Ana")
        workshop.people.find_or_add("Ben")
    assert [line.title for line in workshop.history()] == ["Both"]
    workshop.undo()
    assert names(workshop) == ""


def test_an_inner_edit_that_fails_takes_back_only_its_own_part(workshop):
    with workshop.as_one("Both"):
        workshop.people.find_or_add("Ana")
        with suppress(RuntimeError), workshop._store.edit("Inner") as edit:
            edit.write(person("Ben"))
            assert names(workshop) == "Ana Ben"
            raise RuntimeError
        assert names(workshop) == "Ana"
        workshop.people.find_or_add("Mira")
    assert names(workshop) == "Ana Mira"
    load(workshop._store.image(), "team.cxw").close()
    workshop.undo()
    assert names(workshop) == ""


def test_an_inner_edit_that_fails_first_leaves_the_outer_one_whole(workshop):
    with workshop.as_one("Both"):
        with suppress(RuntimeError), workshop._store.edit("Inner") as edit:
            edit.write(person("Ben"))
            raise RuntimeError
        workshop.people.find_or_add("Mira")
    workshop.undo()
    workshop.redo()
    assert names(workshop) == "Mira"


def test_a_new_edit_overtakes_what_could_be_redone_but_its_title_stays(workshop):
    workshop.people.find_or_add("Ana")
    workshop.undo()
    workshop.prepare.served.add("regulars")
    with pytest.raises(NothingToRedo):
        workshop.redo()
    lines = [(line.title, line.state.name) for line in workshop.history()]
    assert lines == [("Add a person", "DROPPED"), ("Write down whom we serve", "DONE")]


def test_undo_brings_back_what_was_not_said(workshop):
    workshop.people.find_or_add("Ana")
    workshop.prepare.set_back_row(40)
    workshop.undo()
    assert workshop.prepare.team().back_row_px is None


def test_seq_rises_with_every_commit_undo_included(workshop):
    seqs = [workshop._store.seq]
    for action in (lambda: workshop.people.find_or_add("Ana"), workshop.undo, workshop.redo):
        action()
        seqs.append(workshop._store.seq)
    assert seqs == sorted(set(seqs))


def test_the_same_words_have_the_same_digest_after_undo_and_redo(board, workshop):
    board.say("phone", "forms")
    board.group("Both", "phone forms")
    before = workshop._store.digest
    workshop.undo()
    assert workshop._store.digest != before
    workshop.redo()
    assert workshop._store.digest == before


def test_undo_and_redo_go_on_after_a_restart(board, workshop):
    board.say("phone")
    workshop.undo()
    workshop.save()
    again = opened(workshop.path)
    assert again.redo_title() == "Add a card"
    again.redo()
    assert [card.words for card in again.big_list.board().cards] == ["phone"]
    for _step in range(3):
        again.undo()
    assert again.undo_title() is None
    assert again.prepare.team().team == "Corner Bakery"


def test_a_code_that_stood_on_paper_is_not_given_again_after_undo(board, workshop):
    board.say("phone")
    workshop.undo()
    board.say("forms")
    assert [card.code for card in workshop._store.rows(Card)] == [2]


def test_a_groups_letter_is_not_given_again_after_undo(board, workshop):
    board.say("a", "b")
    board.group("One", "a b")
    workshop.undo()
    board.group("Two", "a b")
    assert [group.letter for group in workshop.big_list.board().groups] == ["B"]


def test_listeners_hear_of_each_change_which_tables_and_by_which_edit(workshop):
    heard: list[Changes] = []
    stop = workshop.subscribe(heard.append)
    workshop.people.find_or_add("Ana")
    workshop.undo()
    assert [(changes.title, changes.tables) for changes in heard] == [
        ("Add a person", {Person.table}),
        ("Add a person", {Person.table}),
    ]
    stop()
    workshop.redo()
    assert len(heard) == 2


def test_a_refused_action_tells_nobody(board, workshop):
    heard: list[Changes] = []
    workshop.subscribe(heard.append)
    board.try_(workshop.prepare.served.add, "   ")
    assert heard == []


@pytest.mark.parametrize("column", ["name", "seq", "by", "seal"])
def test_a_row_that_was_changed_by_other_hands_is_noticed(workshop, column):
    workshop.people.find_or_add("Ana")
    value = "'x'" if column in ("name", "by") else "7"
    workshop._store.connection.execute(f'UPDATE person SET "{column}" = {value}')
    with pytest.raises(DamagedFile, match="1 row is not as it was written"):
        load(workshop._store.image(), "team.cxw")


def test_a_row_that_was_taken_out_by_other_hands_is_noticed(workshop):
    workshop.people.find_or_add("Ana")
    workshop._store.connection.execute("DELETE FROM person")
    with pytest.raises(DamagedFile, match="rows are missing, or were added"):
        load(workshop._store.image(), "team.cxw")


@pytest.mark.parametrize("column", ["digest", "seq"])
def test_a_summary_that_was_changed_by_other_hands_is_noticed(workshop, column):
    workshop._store.connection.execute(f"UPDATE head SET {column} = {column} + 1")
    with pytest.raises(DamagedFile, match="its summary is not as it was written"):
        load(workshop._store.image(), "team.cxw")


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.table)
def test_every_noun_has_exactly_its_columns_in_the_file(workshop, kind: type[Row]):
    columns = workshop._store.connection.execute(f"PRAGMA table_info({kind.table})").fetchall()
    there = [name for _n, name, *_rest in columns]
    assert there == [*codec(kind).columns, "seq", "by", "seal"]
    assert set(codec(kind).columns) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("table", ["head", "counter", "edit", "edit_part"])
def test_the_tables_of_the_store_have_exactly_its_columns_in_the_file(workshop, table):
    columns = workshop._store.connection.execute(f"PRAGMA table_info({table})").fetchall()
    there = [name for _n, name, *_rest in columns]
    assert there == [*layout(table).columns, "seq", "by", "seal"]


@pytest.mark.parametrize(
    "value", ["", "a", "é" * 10, "a\0b", "\ud800", "x" * 100_001, 1, None, True]
)
def test_a_value_alone_is_judged_as_in_a_column(value):
    for kind in NOUNS:
        for name, rule in table_rules(kind.table).items():
            assert rule.is_right(value) == rule.are_right([value]), (kind, name)


@pytest.mark.parametrize("table", ["nothing_of_ours", "head", "edit_row"])
def test_notes_of_a_table_that_no_edit_changes_are_damage(workshop, table):
    workshop.people.find_or_add("Ana")
    with workshop._store._ledger() as ledger:
        edit = workshop._store.past.to_undo()
        noted = {**ledger.values("edit", edit.id), "notes": f'[["{table}",[],["an id"]]]'}
        ledger.write("edit", edit.id, noted)
    with pytest.raises(DamagedFile):
        load(workshop._store.image(), "team.cxw")


def test_an_edit_that_the_end_of_its_transaction_refuses_leaves_nothing(workshop):
    before, seq = workshop._store.image(), workshop._store.seq
    lost = Verbatim(id=VerbatimId("lost"), conversation=ConversationId("none"), said="words")
    with pytest.raises(sqlite3.IntegrityError), workshop._store.edit("Refers to nothing") as edit:
        edit.write(lost)
    assert (workshop._store.image(), workshop._store.seq) == (before, seq)
    assert workshop._store.rows(Verbatim) == []
    workshop.people.find_or_add("Ana")
    assert names(workshop) == "Ana"


def test_a_thousand_steps_go_back_to_empty_and_forward_again(workshop):
    for number in range(1000):
        workshop.prepare.served.add(f"kind {number}")
    end = workshop._store.digest
    for _step in range(1000):
        workshop.undo()
    assert workshop.prepare.served.all() == []
    for _step in range(1000):
        workshop.redo()
    assert workshop._store.digest == end


def test_many_new_rows_with_an_old_id_are_refused_as_a_whole(workshop):
    workshop.people.find_or_add("Ana")
    there = workshop.people.all()[0]
    with pytest.raises(sqlite3.IntegrityError), workshop._store.edit("Again") as edit:
        edit.insert_all([person("Ben"), there])
    assert names(workshop) == "Ana"
    load(workshop._store.image(), "team.cxw").close()


def test_the_team_is_one_row(workshop):
    assert workshop._store.rows(Team) == [workshop.prepare.team()]
