"""Disks, folders, files and locks that go or change hands while a workshop is open."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cxworkshop import paths
from cxworkshop.store import refusals
from cxworkshop.store.disk import write_schedule
from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.session import Session
from cxworkshop.workshop import Workshop
from tests.opened import opened as read, until_the_test_ends

pytestmark = pytest.mark.linux

ROOT = Path(__file__).parents[3]


def names(path: Path) -> list[str]:
    return [person.name for person in read(path).people.all()]


def until(is_so: Callable[[], bool]) -> None:
    last = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < last
        time.sleep(0.01)


def put_a_file_for(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("in the way")


def window(path: Path) -> Workshop:
    opened = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    opened.start_saving()
    assert opened.file.keeper.flush() is None
    return opened


@pytest.fixture
def path(tmp_path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Workshop.new(folder / "team.cxw", "Corner Bakery")
    made.save()
    made.close()
    return made.path


@pytest.fixture
def workshop(path) -> Workshop:
    return window(path)


# The data folder


def test_without_a_data_folder_every_edit_goes_straight_into_the_file(path, workshop):
    put_a_file_for(paths.data_folder())
    for number in range(4):
        workshop.people.find_or_add(f"Person {number}")
        workshop.file.resend_image()  # as the window does when it hears of trouble
        workshop.file.keeper.flush()
        workshop.file.resend_image()
        workshop.file.keeper.flush()
        assert names(path) == [f"Person {n}" for n in range(number + 1)]
        assert workshop.file.keeper.safe == workshop._store.seq
    workshop.close()
    assert names(path) == [f"Person {n}" for n in range(4)]


def test_a_data_folder_that_vanished_is_made_again_and_nothing_is_asked_of_anybody(path, workshop):
    keeper = workshop.file.keeper
    shutil.rmtree(paths.data_folder())
    workshop.people.find_or_add("Ana")
    until(lambda: keeper.saved == workshop._store.seq)
    assert keeper.safe == workshop._store.seq
    (live,) = paths.data_folder().glob("sessions/*/live-*.cxw")
    assert names(live) == names(path) == ["Ana"]


def test_what_was_safe_is_not_called_so_any_more_once_it_is_gone(path, workshop, monkeypatch):
    monkeypatch.setattr(write_schedule, "RETRY", 0.05)
    keeper = workshop.file.keeper
    path.parent.rename(path.parent.with_name("pulled"))
    workshop.people.find_or_add("Ana")
    keeper.flush()
    assert keeper.safe == workshop._store.seq > keeper.saved
    put_a_file_for(paths.data_folder())
    until(lambda: keeper.safe < workshop._store.seq)  # nobody edits: it looks by itself
    assert isinstance(keeper.trouble, refusals.OnlyInMemory)
    assert str(paths.data_folder()) in keeper.trouble.sentence
    with pytest.raises(refusals.OnlyInMemory):
        workshop.close()
    paths.data_folder().unlink()
    until(lambda: keeper.safe == workshop._store.seq)
    path.parent.with_name("pulled").rename(path.parent)
    workshop.close()
    assert names(path) == ["Ana"]


def test_without_data_folder_and_stick_save_as_is_still_a_way_on(path, workshop):
    path.parent.rename(path.parent.with_name("pulled"))
    put_a_file_for(paths.data_folder())
    workshop.people.find_or_add("Ana")
    there = path.parent.with_name("there.cxw")
    workshop.file.save_as(there)
    assert names(there) == ["Ana"]
    workshop.people.find_or_add("Ben")
    for _time in range(2):
        workshop.file.resend_image()  # as the window does when it hears of trouble
        workshop.file.keeper.flush()
    assert workshop.file.keeper.saved == workshop._store.seq
    paths.data_folder().unlink()
    workshop.people.find_or_add("Eva")
    workshop.file.resend_image()
    assert workshop.file.keeper.flush() is None
    with pytest.raises(refusals.OpenElsewhere):  # the lock that could not be taken before
        Workshop.resume(there, Holder.WINDOW)
    workshop.close()
    assert names(there) == ["Ana", "Ben", "Eva"]


def test_a_data_folder_that_is_read_only_is_named_and_no_room_is_asked_for(
    path, workshop, monkeypatch
):
    def is_read_only(_session, _image):
        raise OSError(errno.EROFS, "")

    monkeypatch.setattr(Session, "create_live_copy", is_read_only)
    (live,) = paths.data_folder().glob("sessions/*/live-*.cxw")
    live.unlink()
    path.parent.rename(path.parent.with_name("pulled"))
    workshop.people.find_or_add("Ana")
    workshop.file.keeper.flush()
    workshop.file.resend_image()
    sentence = workshop.file.keeper.flush().sentence
    assert str(paths.data_folder()) in sentence
    assert "read only" in sentence
    assert "room" not in sentence
    assert "only in this window" in sentence


def test_a_step_that_waits_for_a_person_is_watched_too(path, workshop, monkeypatch):
    monkeypatch.setattr(write_schedule, "RETRY", 0.05)
    keeper = workshop.file.keeper
    path.write_bytes(b"somebody else's")
    workshop.people.find_or_add("Ana")
    assert isinstance(keeper.flush(), refusals.ChangedElsewhere)
    (live,) = paths.data_folder().glob("sessions/*/live-*.cxw")
    live.unlink()
    until(lambda: any(paths.data_folder().glob("sessions/*/live-*.cxw")))
    (live,) = paths.data_folder().glob("sessions/*/live-*.cxw")
    until(lambda: names(live) == ["Ana"])
    until(lambda: keeper.safe == workshop._store.seq)  # which is told once it is on the disk


# The user's file


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("replaced", [False, True])
def test_closing_says_so_when_the_file_went_after_it_was_saved(path, workshop, both, replaced):
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    shutil.rmtree(path.parent)
    if replaced:
        path.parent.mkdir()
    if both:
        shutil.rmtree(paths.data_folder())
    with pytest.raises(refusals.TargetGone):
        workshop.close()
    path.parent.mkdir(exist_ok=True)
    workshop.file.leave()  # "Close anyway": it comes back
    with pytest.raises(refusals.MissingWithLeftover):
        Workshop.resume(path, Holder.WINDOW)


def test_closing_says_so_when_another_file_took_the_place_of_what_was_saved(path, workshop):
    before = path.read_bytes()
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    path.write_bytes(before)  # a cloud client brings back an old one
    with pytest.raises(refusals.ChangedElsewhere):
        workshop.close()
    assert path.read_bytes() == before
    workshop.file.save_as(path.with_name("ours.cxw"))
    workshop.close()
    assert names(path.with_name("ours.cxw")) == ["Ana"]


def test_nothing_is_said_of_a_file_in_which_nothing_was_done(path, workshop):
    shutil.rmtree(path.parent)
    workshop.close()


# The lock


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cxworkshop", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def lose_the_lock(path: Path) -> None:
    (Session(path).folder / "lock").unlink()


def test_of_two_holders_the_one_who_lost_the_lock_does_not_write(path, workshop):
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    lose_the_lock(path)
    other = window(path)
    other.people.find_or_add("Olga")
    assert other.file.keeper.flush() is None
    assert names(path) == ["Ana", "Olga"]
    workshop.people.find_or_add("Ben")
    workshop.file.keeper.flush()
    workshop.file.resend_image()
    assert isinstance(workshop.file.keeper.flush(), refusals.OpenElsewhere)
    assert names(path) == ["Ana", "Olga"]
    with pytest.raises(refusals.OpenElsewhere):
        workshop.close()
    ours = path.with_name("ours.cxw")
    workshop.file.save_as(ours)
    workshop.close()
    assert names(ours) == ["Ana", "Ben"]
    other.people.find_or_add("Eva")  # its live copy was let alone
    assert other.file.keeper.flush() is None
    other.close()
    assert names(path) == ["Ana", "Olga", "Eva"]


def test_a_lock_that_was_lost_is_taken_again(path, workshop):
    lose_the_lock(path)
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    assert command("say", path, "slow").returncode == 2  # open in CX Workshop
    workshop.close()
    assert names(path) == ["Ana"]
    examine(path)


def test_a_command_that_comes_between_is_not_overwritten(path, workshop):
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    lose_the_lock(path)
    assert command("say", path, "slow").returncode == 0
    between = path.read_bytes()
    workshop.people.find_or_add("Ben")
    with pytest.raises(refusals.ChangedElsewhere):
        workshop.close()
    assert path.read_bytes() == between
    workshop.file.leave()
