"""Older formats: a real file of each opens as it was, and is brought up in one transaction."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from cxworkshop import paths
from cxworkshop.cli import main
from cxworkshop.model import EditState, Pick
from cxworkshop.store import refusals
from cxworkshop.store.disk.file import examine, recognise
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.tables import migrations
from cxworkshop.store.tables.migrations import VERSION
from cxworkshop.workshop import Workshop
from tests.opened import opened

FILES = Path(__file__).parents[2] / "files"
FORMATS, ROUNDS = FILES / "formats", FILES / "rounds"
DAY = date(2026, 11, 23)
OLDER = (1, 2)  # of which the undo history is lost
LEAN, WORDS = 3, 4
RELEASED = (*OLDER, LEAN, WORDS, VERSION)  # of which tests/files/formats has a real file


@pytest.fixture(params=OLDER)
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
    assert found == sorted(story(opened(FORMATS / f"format-{OLDER[-1]}.cxw", DAY)))
    assert len(found) > 80


@pytest.mark.parametrize(
    ("number", "next_title"),
    [(LEAN, "Add an answer to a look again"), (WORDS, "Add a holiday"), (VERSION, "Add a holiday")],
)
def test_formats_since_the_third_open_with_all_that_can_be_undone(number, next_title):
    """Whoever changes a table gives the format a new number: these files are in people's hands."""
    path = FORMATS / f"format-{number}.cxw"
    assert recognise(path.read_bytes(), path.name) == number
    workshop = opened(path, DAY)
    assert len(story(workshop)) > 50
    word = ("customer", "customers") if number == LEAN else ("guest", "guests")
    assert workshop.prepare.customer_word() == word
    begun, whole, undone = workshop.digest, story(workshop), 0
    all_steps, some = number == VERSION, 60  # plans and picks are among the last sixty
    while workshop.undo_title() is not None and (all_steps or undone < some):
        workshop.undo()
        undone += 1
    assert undone > 500 or not all_steps
    assert len(workshop.big_list.board().cards) == 0 or not all_steps
    for _ in range(undone):
        workshop.redo()
    assert (workshop.digest, story(workshop)) == (begun, whole)
    assert workshop.redo_title() == next_title


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


def test_its_history_keeps_its_titles_and_what_was_done_stays(old):
    workshop = opened(old)
    lines = workshop.history()
    assert len(lines) > 300
    assert {line.state for line in lines} == {EditState.PAST, EditState.DROPPED}
    assert (workshop.undo_title(), workshop.redo_title()) == (None, None)
    workshop.people.find_or_add("Zoe")
    workshop.undo()
    assert workshop.undo_title() is None


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


NEWER = (VERSION + 1).to_bytes(4, "big")


def of_newer_version(path: Path) -> bytes:
    """Make a file one of a format that nobody here knows; its bytes."""
    data = path.read_bytes()
    path.write_bytes(data[:60] + NEWER + data[64:])
    return path.read_bytes()


def test_a_newer_file_is_refused_by_a_sentence_and_stays_as_it_is(tmp_path, capsys):
    path = tmp_path / "team.cxw"
    with Workshop.new(path, "Bakery") as made:
        made.save()
    before = of_newer_version(path)
    for words in (["status", str(path)], ["say", str(path), "Too long"], ["verify", str(path)]):
        assert main(words) == 2
        assert "update this program to open it" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("is_saved", [True, False])
def test_steps_of_a_newer_version_are_kept_for_it(tmp_path, is_saved):
    """Two versions side by side on a laptop, and the newer one was killed."""
    path = tmp_path / "team.cxw"
    with Workshop.new(path, "Bakery") as made:
        made.save()
    newer = Workshop.resume(path, Holder.WINDOW)
    newer.start_saving()
    away = path.rename(tmp_path / "away.cxw")
    newer.people.find_or_add("Zoe")
    newer.file.keeper.flush()
    newer.file.leave()
    away.rename(path)
    (live,) = (paths.data_folder() / "sessions").rglob("live-*.cxw")
    kept = of_newer_version(live)
    if is_saved:
        of_newer_version(path)
    said = "update this program" if is_saved else "has steps of team.cxw that are not in the file"
    for _twice in range(2):
        with pytest.raises(refusals.FileRefusal, match=said):
            Workshop.resume(path, Holder.WINDOW)
        assert live.read_bytes() == kept


def outcomes(workshop: Workshop, number: int) -> list[tuple[str, str, bool, str]]:
    found = workshop.share.outcomes(number)
    return [(one.topic, str(one.claim), one.kept, one.counted) for one in found]


@pytest.mark.parametrize("name", ["second-check-open", "before-round-3", "three-rounds"])
def test_a_second_try_does_not_rewrite_the_first(name):
    """The older formats had one pick in both rounds, with the dates of the second."""
    workshop = opened(ROUNDS / f"{name}-format-2.cxw")
    first = outcomes(workshop, 1)
    assert first[:2] == [
        # A fourth customer only gave a mark.
        ("Waiting without a word", "we did", False, "1 of 3 customers notice."),
        ("The phone", "we tried", False, "0 of 2 customers notice."),
    ]
    assert outcomes(workshop, 2)[0] == ("The phone", "we did", True, "2 of 2 customers notice.")
    phone, again = (workshop.pick.in_slot(*place) for place in ((2, 1), (1, 2)))
    assert again.continues == phone.id
    assert (phone.start_on, phone.check_on) == (date(2026, 9, 7), date(2026, 10, 7))
    assert (again.start_on, again.check_on) == (date(2026, 10, 7), date(2026, 11, 6))
    checks = [workshop.check.latest(pick.id) for pick in (phone, again)]
    assert [(check.attempt, check.verdict) for check in checks] == [(1, "none"), (2, "notice")]


def test_what_an_older_workshop_left_open_is_in_sight():
    workshop = opened(ROUNDS / "three-rounds-format-2.cxw", date(2026, 12, 17))
    found = [(thing.kind, thing.round_number) for thing in workshop.open_promises.now()]
    assert found == [("fix", 1), ("check", 2), ("telling", 1), ("telling", 1)]


def test_groups_of_an_older_workshop_are_the_same_in_every_round():
    workshop = opened(ROUNDS / "three-rounds-format-2.cxw")
    boards = [workshop.in_round(number).big_list.board() for number in (1, 2, 3)]
    assert [[group.letter for group in board.groups] for board in boards] == [
        ["A", "B"],
        ["A", "B"],
        ["A"],
    ]
    assert len({board.groups[0].id for board in boards}) == 1
    assert [card.code for card in boards[2].left] == [1, 8]
    again = workshop.pick.in_slot(1, 3)
    assert again.continues == workshop.pick.in_slot(1, 1).id


@pytest.mark.parametrize("lost", ["edit_row", "conversation", "round", "card_group", "slot"])
def test_what_is_lost_of_an_older_workshop_ends_no_rescue(tmp_path, lost):
    path = tmp_path / "team.cxw"
    path.write_bytes((ROUNDS / "three-rounds-format-2.cxw").read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"DELETE FROM {lost}")
    connection.commit()
    connection.close()
    assert main(["recover", str(path), "--to", str(tmp_path / "back.cxw")]) == 0
    back = opened(tmp_path / "back.cxw")
    assert len(back.big_list.board().cards) >= 7
    assert back._store.rows(Pick)
