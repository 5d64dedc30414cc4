"""The file on the disk: recognised first, checked whole, replaced whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.tables.migrations import APPLICATION_ID, VERSION, allowed_schema, schema_of
from cxworkshop.workshop import Workshop
from tests.opened import new, opened


@pytest.fixture
def saved(workshop, board) -> Path:
    board.say("phone", "forms")
    workshop.save()
    return workshop.path


def change(path: Path, *statements: str) -> None:
    """Another program writes into the file."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def refused(path: Path) -> str:
    """The sentence; the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(refusals.FileRefusal) as refusal:
        Workshop.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(refusal.value)


def test_a_saved_workshop_opens_as_it_was(saved, workshop):
    again = opened(saved)
    assert again.big_list.board() == workshop.big_list.board()
    assert again._store.digest == workshop._store.digest


def test_the_header_says_whose_file_it_is(saved):
    data = saved.read_bytes()
    assert data[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"CXWS"
    assert int.from_bytes(data[60:64], "big") == VERSION


def test_a_missing_file(tmp_path):
    assert "There is no file gone.cxw here" in refused(tmp_path / "gone.cxw")


def test_a_folder(tmp_path):
    assert "can’t be read" in refused(tmp_path)


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.cxw"
    path.touch()
    assert "empty.cxw is empty. Perhaps it has not been downloaded yet" in refused(path)


@pytest.mark.parametrize("data", [b"hello", b"PK\x03\x04" + bytes(200), b"\0" * 500])
def test_a_foreign_file(tmp_path, data):
    path = tmp_path / "other.cxw"
    path.write_bytes(data)
    assert "is not a CX Workshop file" in refused(path)


def test_another_programs_database(tmp_path):
    path = tmp_path / "other.cxw"
    change(path, "CREATE TABLE t (a)")
    assert "is not a CX Workshop file" in refused(path)


def test_a_newer_file(saved):
    change(saved, f"PRAGMA user_version = {VERSION + 1}")
    assert "was made by a newer CX Workshop. It is unchanged" in refused(saved)


@pytest.mark.parametrize("keep", [16, 99, 100, 4096, -4096, -1])
def test_a_file_that_is_cut_short(saved, keep):
    saved.write_bytes(saved.read_bytes()[:keep])
    assert "is cut short" in refused(saved)


def test_a_file_in_another_programs_journal_mode(saved):
    change(saved, "PRAGMA journal_mode = WAL")
    assert "another program has been writing into it" in refused(saved)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM verbatim; END",
        "CREATE TABLE more (a)",
        "CREATE VIEW v AS SELECT * FROM card",
        "CREATE INDEX i ON card (code)",
        "DROP TABLE ballot",
        "ALTER TABLE card ADD COLUMN extra TEXT",
    ],
)
def test_a_schema_that_is_not_ours_word_for_word(saved, statement):
    change(saved, statement)
    assert "it holds tables that are not ours" in refused(saved)


def test_a_view_in_place_of_a_table_is_never_read(saved):
    change(saved, "DROP TABLE ballot", "CREATE VIEW ballot AS SELECT * FROM card")
    assert "it holds tables that are not ours" in refused(saved)


def test_words_that_were_changed_by_another_program(saved):
    change(saved, "UPDATE verbatim SET said = 'We love everything' WHERE said = 'phone'")
    assert "1 row is not as it was written" in refused(saved)


def test_rows_that_point_at_nothing(saved):
    change(saved, "DELETE FROM card")
    assert "some rows point at nothing" in refused(saved)


@pytest.mark.slow
def test_no_flipped_bit_is_shown_as_somebodys_words(saved, tmp_path):
    """Every 1997th byte, one bit each: refused, or in a place that holds nothing."""
    data = saved.read_bytes()
    whole = opened(saved)
    there = whole.big_list.board()
    damaged = tmp_path / "damaged.cxw"
    shown = 0
    for place in range(100, len(data), 1997):
        damaged.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        try:
            found = Workshop.open(damaged)
        except refusals.FileRefusal:
            continue
        shown += 1
        with found:
            assert found.big_list.board() == there
            assert found._store.digest == whole._store.digest
    assert shown < len(data) // 1997


def test_a_damaged_file_is_named_by_verify_with_all_that_is_wrong(saved):
    change(saved, "UPDATE verbatim SET said = 'x'", "DELETE FROM round_card")
    with pytest.raises(refusals.DamagedFile) as refusal:
        file.examine(saved)
    assert refusal.value.what == (
        "2 rows are not as they were written; rows are missing, or were added by another program"
    )


def test_a_file_that_was_changed_elsewhere_is_not_overwritten(saved, workshop):
    other = opened(saved)
    other.people.find_or_add("Ben")
    other.save()
    theirs = saved.read_bytes()
    workshop.people.find_or_add("Ana")
    with pytest.raises(refusals.ChangedElsewhere, match="was changed elsewhere"):
        workshop.save()
    assert saved.read_bytes() == theirs


def test_a_file_that_was_only_touched_is_still_ours(saved, workshop):
    saved.touch()
    workshop.people.find_or_add("Ana")
    workshop.save()
    assert [row.name for row in opened(saved).people.all()] == ["Ana"]


def test_a_new_workshop_overwrites_nothing(tmp_path):
    path = tmp_path / "team.cxw"
    workshop = new(path, "Team")
    path.write_text("somebody's notes")
    with pytest.raises(refusals.FileIsThere):
        workshop.save()
    assert path.read_text() == "somebody's notes"


def test_a_folder_that_is_gone(tmp_path):
    workshop = new(tmp_path / "gone" / "team.cxw", "Team")
    with pytest.raises(refusals.CannotWrite, match="can’t be saved there"):
        workshop.save()


def test_saving_leaves_nothing_beside_the_file(saved):
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_the_allow_list_is_what_a_new_file_has(saved):
    with closing(sqlite3.connect(saved)) as connection:
        assert schema_of(connection) == allowed_schema(VERSION)
    with pytest.raises(KeyError):
        allowed_schema(VERSION + 1)
