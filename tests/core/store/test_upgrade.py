"""Older formats: a real file of each opens as it was, and is brought up in one transaction."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.store import refusals
from cxworkshop.store.disk.file import examine, recognise
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.tables import migrations
from cxworkshop.store.tables.migrations import VERSION
from cxworkshop.workshop import Workshop
from tests.opened import opened

FORMATS = Path(__file__).parents[2] / "files" / "formats"
DAY = date(2026, 11, 23)
RELEASED = (1, 2)  # of which tests/files/formats has a real file


@pytest.fixture(params=RELEASED)
def old(request, tmp_path) -> Path:
    path = tmp_path / "team.cxw"
    path.write_bytes((FORMATS / f"format-{request.param}.cxw").read_bytes())
    assert recognise(path.read_bytes(), path.name) == request.param
    return path


def story(workshop: Workshop) -> list[str]:
    """What a person would look for first."""
    board = workshop.big_list.board()
    said = [v.said for card in (*board.cards, *board.aside) for v in card.verbatims]
    picks = [story.subject.headline for story in workshop.share.outcomes()]
    return [workshop.prepare.team().team, *map(str, said), *picks]


def test_there_is_a_file_of_every_format_that_was_released():
    there = {path.name for path in FORMATS.glob("*.cxw")}
    assert there == {f"format-{number}.cxw" for number in RELEASED}


def test_an_older_file_opens_with_everything_in_it(old):
    found = sorted(story(opened(old, DAY)))
    assert found == sorted(story(opened(FORMATS / f"format-{RELEASED[-1]}.cxw", DAY)))
    assert len(found) > 80


def test_every_copy_of_an_older_file_gets_the_same_identity(old):
    before, after = opened(old), Workshop.resume(old, Holder.WINDOW)
    after.start_saving()
    after.people.find_or_add("Zoe")
    after.prepare.rename_team("Others")
    after.close()
    assert len(before.prepare.team().identity) == 32
    assert opened(old).prepare.team().identity == before.prepare.team().identity


def test_opening_alone_changes_nothing(old):
    before = old.read_bytes()
    Workshop.resume(old, Holder.WINDOW).close()
    assert old.read_bytes() == before
    examine(old)


def test_its_undo_history_works_to_the_start_and_back(old):
    workshop = opened(old)
    digest, steps = workshop._store.digest, 0
    while workshop.redo_title():
        workshop.redo()
    newest = workshop._store.digest
    while workshop.undo_title():
        workshop.undo()
        steps += 1
    assert steps > 300
    for _step in range(steps):
        workshop.redo()
    assert workshop._store.digest == newest != digest


def test_the_first_edit_makes_it_todays_format_and_keeps_a_copy_of_the_old(old):
    before, number = old.read_bytes(), recognise(old.read_bytes(), old.name)
    workshop = Workshop.resume(old, Holder.WINDOW)
    workshop.start_saving()
    workshop.people.find_or_add("Zoe")
    workshop.close()
    assert recognise(old.read_bytes(), old.name) == VERSION
    examine(old)
    copies = [copy.path.read_bytes() for copy in workshop.file.backups()]
    assert number == VERSION or before in copies


def test_a_damaged_older_file_is_refused(old):
    connection = sqlite3.connect(old)
    connection.execute("UPDATE verbatim SET said = 'x'")
    connection.commit()
    connection.close()
    with pytest.raises(refusals.DamagedFile, match="not as they were written"):
        Workshop.open(old)


def test_an_upgrade_that_fails_leaves_the_file_and_says_so(tmp_path, monkeypatch):
    path = tmp_path / "team.cxw"
    path.write_bytes((FORMATS / "format-1.cxw").read_bytes())
    before = path.read_bytes()

    def fails(connection, script):
        connection.execute("CREATE TABLE half_done (id TEXT)")
        raise sqlite3.OperationalError

    monkeypatch.setattr(migrations, "_run", fails)
    with pytest.raises(refusals.CannotUpgrade, match="It is unchanged"):
        Workshop.open(path)
    assert path.read_bytes() == before
