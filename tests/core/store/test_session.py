"""Working on a file: what is safe, who may, and what comes back after the worst."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cxworkshop import ids, paths
from cxworkshop.cli import main
from cxworkshop.store import refusals
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.resume import has_unsaved_steps, save_leftover
from cxworkshop.store.disk.session import Session
from cxworkshop.store.disk.session_notes import SessionNotes
from cxworkshop.workshop import Workshop
from tests.opened import new, opened, until_the_test_ends


@pytest.fixture
def stick(tmp_path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def path(stick) -> Path:
    path = stick / "team.cxw"
    workshop = Workshop.new(path, "Corner Bakery")
    workshop.save()
    workshop.close()
    return path


def kept(path: Path) -> Workshop:
    """Open in a window."""
    workshop = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    workshop.start_saving()
    return workshop


def names(path: Path) -> list[str]:
    """What the file itself says, whoever has it open."""
    return [person.name for person in opened(path).people.all()]


def pull(stick: Path) -> Path:
    return stick.rename(stick.with_name("pulled"))


def killed_with_steps_unsaved(path: Path, *steps: str) -> None:
    """The stick is pulled, steps are done, the program ends without asking, the stick is back."""
    workshop = kept(path)
    pulled = pull(path.parent)
    for step in steps:
        workshop.people.find_or_add(step)
    workshop.file.keeper.flush()
    assert workshop.file.keeper.safe == workshop._store.seq > workshop.file.keeper.saved
    workshop.file.leave()
    pulled.rename(path.parent)


def test_every_edit_is_safe_and_saved_and_closing_leaves_nothing_behind(path):
    workshop = kept(path)
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    assert workshop.file.keeper.safe == workshop.file.keeper.saved == workshop._store.seq
    assert names(path) == ["Ana"]
    assert has_unsaved_steps(path)
    workshop.close()
    assert not has_unsaved_steps(path)
    assert [there.name for there in path.parent.iterdir()] == [path.name]
    assert not list(paths.data_folder().rglob("live-*"))


def test_opening_and_closing_does_not_touch_the_file(path):
    before = path.stat().st_mtime_ns, path.read_bytes()
    kept(path).close()
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_steps_that_a_pulled_stick_missed_come_back_at_the_next_opening(path):
    killed_with_steps_unsaved(path, "Ana", "Ben")
    assert names(path) == []
    workshop = kept(path)
    assert workshop.file.is_restored
    assert [person.name for person in workshop.people.all()] == ["Ana", "Ben"]
    workshop.close()
    assert names(path) == ["Ana", "Ben"]
    assert not kept(path).file.is_restored


def test_a_command_takes_the_steps_along(path):
    killed_with_steps_unsaved(path, "Ana")
    workshop = Workshop.resume(path, Holder.COMMAND)
    workshop.people.find_or_add("Ben")
    workshop.save()
    workshop.close()
    assert names(path) == ["Ana", "Ben"]
    assert not has_unsaved_steps(path)


def test_a_command_that_is_refused_leaves_the_steps_where_they_are(path):
    killed_with_steps_unsaved(path, "Ana")
    Workshop.resume(path, Holder.COMMAND).file.leave()
    assert has_unsaved_steps(path)
    assert names(path) == []


def test_undo_goes_on_after_a_kill(path):
    killed_with_steps_unsaved(path, "Ana", "Ben")
    workshop = kept(path)
    workshop.undo()
    workshop.undo()
    assert workshop.people.all() == []
    workshop.redo()
    workshop.close()
    assert names(path) == ["Ana"]


def test_a_file_that_went_another_way_meanwhile_is_left_and_both_are_kept(path):
    killed_with_steps_unsaved(path, "Ana")
    other = opened(path)
    other.people.find_or_add("Olga")
    other.save()
    with pytest.raises(refusals.ChangedWithLeftover, match="Keep both"):
        Workshop.resume(path, Holder.WINDOW)
    ours = path.with_name("ours.cxw")
    save_leftover(path, ours)
    assert (names(ours), names(path)) == (["Ana"], ["Olga"])
    assert kept(path).people.all()[0].name == "Olga"


def test_a_file_that_went_another_way_is_simply_opened_when_nothing_is_left_over(path):
    kept(path).file.leave()  # killed with everything saved
    other = opened(path)
    other.people.find_or_add("Olga")
    other.save()
    assert [person.name for person in kept(path).people.all()] == ["Olga"]


def test_work_whose_file_is_gone_is_offered_a_place(path):
    killed_with_steps_unsaved(path, "Ana")
    path.unlink()
    with pytest.raises(refusals.MissingWithLeftover, match="your work is safe on this laptop"):
        Workshop.resume(path, Holder.WINDOW)
    taken = path.with_name("taken.cxw")
    taken.write_text("somebody’s")
    with pytest.raises(refusals.FileIsThere):
        save_leftover(path, taken)
    there = path.with_name("saved.cxw")
    save_leftover(path, there)
    assert names(there) == ["Ana"]
    with pytest.raises(refusals.NoSuchFile):
        save_leftover(path, path.with_name("again.cxw"))


def test_a_new_workshop_in_the_place_of_one_with_steps_left_keeps_those_among_the_copies(path):
    killed_with_steps_unsaved(path, "Ana")
    path.unlink()
    workshop = new(path, "Another team")
    workshop.start_saving()
    workshop.close()
    assert opened(path).prepare.team().team == "Another team"
    copies = [names(copy.path) for copy in workshop.file.backups()]
    assert ["Ana"] in copies


def test_a_live_copy_that_cannot_be_read_is_put_away_and_the_file_opens(path):
    killed_with_steps_unsaved(path, "Ana")
    (live,) = paths.data_folder().rglob("live-*.cxw")
    live.write_bytes(live.read_bytes()[:5000])
    workshop = kept(path)
    assert workshop.people.all() == []
    assert len(list(paths.data_folder().rglob("unreadable-*.cxw"))) == 1
    workshop.close()


def test_only_one_window_or_command_works_on_a_file(path):
    workshop = kept(path)
    for holder in Holder:
        with pytest.raises(refusals.OpenElsewhere, match="is open in CX Workshop"):
            Workshop.resume(path, holder)
    assert names(path) == []  # to look at it is allowed
    workshop.close()
    kept(path).close()


def test_a_second_name_of_the_same_file_is_the_same_file(path):
    link = path.with_name("link.cxw")
    link.symlink_to(path)
    workshop = kept(link)
    with pytest.raises(refusals.OpenElsewhere):
        Workshop.resume(path, Holder.WINDOW)
    workshop.people.find_or_add("Ana")
    workshop.close()
    assert link.is_symlink()
    assert names(path) == ["Ana"]


def test_the_stick_comes_back_and_nobody_has_to_do_anything(path):
    workshop = kept(path)
    pulled = pull(path.parent)
    workshop.people.find_or_add("Ana")
    trouble = workshop.file.keeper.flush()
    assert isinstance(trouble, refusals.TargetGone)
    pulled.rename(path.parent)
    last = time.monotonic() + 30
    while workshop.file.keeper.trouble is not None and time.monotonic() < last:
        time.sleep(0.05)
    assert workshop.file.keeper.saved == workshop._store.seq
    assert names(path) == ["Ana"]
    workshop.close()


def test_a_file_that_was_moved_away_is_not_made_again_behind_anybodys_back(path):
    workshop = kept(path)
    moved = path.rename(path.with_name("moved.cxw"))
    workshop.people.find_or_add("Ana")
    with pytest.raises(refusals.TargetGone):
        workshop.close()
    assert not path.exists()
    workshop.file.save_as(path)  # the same name: they want it back there
    assert names(path) == ["Ana"]
    assert names(moved) == []
    workshop.close()


def test_changed_elsewhere_is_left_alone_and_ours_goes_on_in_a_file_of_its_own(path):
    workshop = kept(path)
    theirs = new(path.with_name("theirs.cxw"), "Theirs")
    theirs.save()
    theirs.path.replace(path)  # as a cloud client does it
    workshop.people.find_or_add("Ana")
    assert isinstance(workshop.file.keeper.flush(), refusals.ChangedElsewhere)
    taken = path.with_name("taken.cxw")
    taken.write_text("somebody’s")
    with pytest.raises(refusals.FileIsThere):
        workshop.file.save_as(taken)
    ours = path.with_name("ours.cxw")
    workshop.file.save_as(ours)
    workshop.people.find_or_add("Ben")
    workshop.close()
    assert names(ours) == ["Ana", "Ben"]
    assert opened(path).prepare.team().team == "Theirs"
    assert not has_unsaved_steps(path)


def test_a_read_only_file_stays_as_it_is(path):
    path.chmod(0o444)
    before = path.read_bytes()
    workshop = kept(path)
    workshop.people.find_or_add("Ana")
    assert isinstance(workshop.file.keeper.flush(), refusals.ReadOnly)
    assert path.read_bytes() == before
    workshop.file.save_as(path.with_name("mine.cxw"))
    workshop.close()
    assert names(path.with_name("mine.cxw")) == ["Ana"]


def test_the_rights_of_the_file_are_kept(path):
    path.chmod(0o660)
    workshop = kept(path)
    workshop.people.find_or_add("Ana")
    workshop.close()
    assert path.stat().st_mode & 0o777 == 0o660


def test_without_a_live_copy_the_file_itself_is_the_safe_place(path):
    workshop = kept(path)
    workshop.file.keeper.flush()
    folder = Session(path).folder
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    workshop.people.find_or_add("Ana")
    workshop.people.find_or_add("Ben")
    workshop.file.keeper.flush()
    workshop.file.resend_image()  # what the window does when it hears of trouble
    assert isinstance(workshop.file.keeper.flush(), refusals.OnlyInMemory | None)
    assert names(path) == ["Ana", "Ben"]
    folder.unlink()
    folder.with_name("away").rename(folder)
    workshop.people.find_or_add("Eva")
    assert workshop.file.keeper.flush() is None
    assert workshop.file.keeper.safe == workshop._store.seq
    workshop.close()
    assert names(path) == ["Ana", "Ben", "Eva"]


def test_a_large_file_is_not_written_for_every_edit(path):
    workshop = kept(path)
    for number in range(300):
        workshop.prepare.promises.add(f"{number} " + "x" * 9_000)
    workshop.file.keeper.flush()
    saved = workshop.file.keeper.saved
    workshop.people.find_or_add("Ana")
    last = time.monotonic() + 30
    while workshop.file.keeper.safe < workshop._store.seq and time.monotonic() < last:
        time.sleep(0.001)
    assert workshop.file.keeper.safe == workshop._store.seq
    assert workshop.file.keeper.saved == saved
    workshop.close()
    assert names(path) == ["Ana"]


def test_what_is_half_typed_outlives_the_program(path):
    workshop = kept(path)
    workshop.file.keep_typed("Nobody rings b")
    workshop.file.leave()
    workshop = kept(path)
    assert workshop.file.typed() == "Nobody rings b"
    workshop.file.keep_typed("")
    workshop.close()
    assert kept(path).file.typed() == ""


def test_another_laptop_that_has_it_open_is_named_and_never_kept_out(path):
    note = path.with_name(f".~{path.name}.open")
    note.write_text(json.dumps({"host": "ANNA-PC", "pid": 1, "since": 1_790_000_000}))
    workshop = Workshop.resume(path, Holder.WINDOW)
    assert workshop.file.open_elsewhere.laptop == "ANNA-PC"
    workshop.file.leave()
    note.write_text("[]")
    assert opened(path).file.open_elsewhere is None


def test_our_own_note_beside_the_file_is_there_while_it_is_open(path):
    workshop = kept(path)
    note = path.with_name(f".~{path.name}.open")
    assert note.exists()
    assert workshop.file.open_elsewhere is None
    workshop.close()
    assert not note.exists()


TORN = ['{"known": [', "[]", '{"known": [null], "live": "live-9.cxw"}']


def tear_note(path: Path, torn: str = TORN[0]) -> None:
    Session(path).folder.joinpath("session.json").write_text(torn)


@pytest.mark.parametrize("torn", TORN)
def test_a_torn_note_of_a_session_loses_no_step(path, torn):
    killed_with_steps_unsaved(path, "Ana")
    tear_note(path, torn)
    workshop = kept(path)
    assert workshop.file.is_restored
    workshop.people.find_or_add("Ben")
    workshop.close()
    assert names(path) == ["Ana", "Ben"]
    assert not has_unsaved_steps(path)


def test_steps_without_a_note_that_fit_no_file_become_an_earlier_copy(path):
    before = path.read_bytes()
    with kept(path) as workshop:
        workshop.people.find_or_add("Ben")
    killed_with_steps_unsaved(path, "Ana")
    tear_note(path)
    path.write_bytes(before)  # somebody puts an old copy in its place and works on
    shutil.move(Session(path).folder, moved := path.with_name("moved"))
    with kept(path) as workshop:
        workshop.people.find_or_add("Eva")
    shutil.rmtree(Session(path).folder)
    shutil.move(moved, Session(path).folder)
    with kept(path) as workshop:
        workshop.people.find_or_add("Ida")
        assert ["Ben", "Ana"] in [names(backup.path) for backup in workshop.file.backups()]
    assert names(path) == ["Eva", "Ida"]


def test_a_command_saves_restored_steps_though_our_own_disk_takes_no_notes(path, monkeypatch):
    killed_with_steps_unsaved(path, "Ana")

    def full(*_given):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(SessionNotes, "write", full)
    assert main(["say", str(path), "slow"]) == 0
    assert names(path) == ["Ana"]


def test_in_a_with_statement_a_workshop_is_closed_at_the_end(path):
    with Workshop.resume(path, Holder.WINDOW) as workshop:
        workshop.start_saving()
        workshop.people.find_or_add("Ana")
    assert names(path) == ["Ana"]
    assert not has_unsaved_steps(path)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        workshop.people.all()


def test_after_an_exception_it_is_left_as_it_is_and_the_steps_are_safe(path):
    with suppress(ZeroDivisionError), Workshop.resume(path, Holder.WINDOW) as workshop:
        workshop.start_saving()
        pulled = pull(path.parent)
        workshop.people.find_or_add("Ana")
        workshop.file.keeper.flush()
        raise ZeroDivisionError
    pulled.rename(path.parent)
    assert names(path) == []
    again = kept(path)
    assert again.file.is_restored
    assert [person.name for person in again.people.all()] == ["Ana"]


@pytest.mark.parametrize("years", [-2, 10, -60, 200])
def test_what_is_said_after_the_clock_was_changed_is_the_latest(path, monkeypatch, years):
    now = time.time_ns()
    for number in range(3):
        monkeypatch.setattr(ids, "_last", 0)  # as in a program that has just started
        shift = years * 365 * 86_400 * 10**9 * (number % 2)
        monkeypatch.setattr(time, "time_ns", lambda shift=shift: now + shift)
        with Workshop.resume(path, Holder.COMMAND) as workshop:
            talk = workshop.talk.begin(workshop.talk.next_customer().id)
            workshop.talk.say(str(number), talk.id)
            said = [answer.verbatim.said for answer in workshop.talk.answers.latest(9)]
            assert said == ["2", "1", "0"][2 - number :]
            workshop.save()
