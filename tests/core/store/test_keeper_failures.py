"""Nothing that goes wrong in the keeper ends its thread: it is said, logged and tried again."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from cxworkshop import log
from cxworkshop.store import refusals
from cxworkshop.store.disk import disk_writer
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.keeper import Keeper
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.session import Session
from cxworkshop.workshop import Workshop
from tests.opened import opened as read, until_the_test_ends

WORDS = "Zqxjk"
FAULTS = [MemoryError, RuntimeError]
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@pytest.fixture
def workshop(tmp_path):
    path = tmp_path / "team.cxw"
    made = Workshop.new(path, "Corner Bakery")
    made.save()
    made.close()
    opened = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    opened.start_saving()
    assert opened.file.keeper.flush() is None
    return opened


def plant(monkeypatch, owner: object, name: str, error: type[BaseException]) -> None:
    def fails(*_given, **_named):
        raise error(WORDS)

    monkeypatch.setattr(owner, name, fails)


def until(is_so) -> None:
    last = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < last
        time.sleep(0.01)


def saved(path: Path) -> list[str]:
    return [person.name for person in read(path).people.all()]


def close_and_look(workshop, *names: str) -> None:
    """All is in the file, and the file is whole."""
    workshop.close()
    assert saved(workshop.path) == [*names]
    examine(workshop.path)


@pytest.mark.parametrize("error", FAULTS)
@pytest.mark.parametrize(
    ("owner", "name", "trouble"),
    [
        (LiveCopy, "image", refusals.NotSaved),
        (Session, "publish", refusals.NotSaved),
    ],
)
def test_a_failure_is_a_trouble_and_once_it_is_over_all_is_saved(
    workshop, monkeypatch, owner, name, trouble, error
):
    heard: list[object] = []
    keeper = workshop.file.keeper
    keeper.on_progress = lambda: heard.append(keeper.trouble)
    with monkeypatch.context() as planted:
        plant(planted, owner, name, error)
        workshop.people.find_or_add("Ana")
        assert isinstance(keeper.flush(), trouble)
        workshop.people.find_or_add("Ben")
        with pytest.raises(trouble):
            workshop.close()
        assert any(isinstance(said, trouble) for said in heard)
    until(lambda: keeper.saved == workshop._store.seq)  # nobody asks: it tries by itself
    assert keeper.trouble is None
    assert keeper.safe == workshop._store.seq
    close_and_look(workshop, "Ana", "Ben")
    text = log.path().read_text(encoding="utf-8")
    assert error.__name__ in text
    assert WORDS not in text


@pytest.mark.parametrize("error", FAULTS)
def test_a_live_copy_that_takes_nothing_is_made_anew_as_a_whole(workshop, monkeypatch, error):
    heard: list[object] = []
    keeper = workshop.file.keeper
    keeper.on_progress = lambda: heard.append(keeper.trouble)
    with monkeypatch.context() as planted:
        plant(planted, LiveCopy, "write", error)
        workshop.people.find_or_add("Ana")
        assert isinstance(keeper.flush(), refusals.NotKept)
        assert keeper.safe < workshop._store.seq
        assert isinstance(heard[-1], refusals.NotKept)
        workshop.file.resend_image()  # what the window does when it hears of trouble
        until(lambda: keeper.saved == workshop._store.seq)  # nobody asks: it tries by itself
    assert keeper.trouble is None
    close_and_look(workshop, "Ana")
    text = log.path().read_text(encoding="utf-8")
    assert error.__name__ in text
    assert WORDS not in text


@pytest.mark.parametrize("error", FAULTS)
def test_without_a_new_live_copy_the_file_is_the_safe_place(workshop, monkeypatch, error):
    keeper = workshop.file.keeper
    with monkeypatch.context() as planted:
        plant(planted, LiveCopy, "write", error)
        plant(planted, Session, "create_live_copy", error)
        workshop.people.find_or_add("Ana")
        keeper.flush()
        workshop.file.resend_image()
        keeper.flush()
        assert saved(workshop.path) == ["Ana"]
        workshop.people.find_or_add("Ben")
        assert keeper.flush() is None
        assert saved(workshop.path) == ["Ana", "Ben"]
        assert keeper.safe == workshop._store.seq
    workshop.people.find_or_add("Eva")
    close_and_look(workshop, "Ana", "Ben", "Eva")


@pytest.mark.parametrize("error", FAULTS)
def test_an_earlier_copy_that_fails_stops_nobody_and_the_next_is_taken(
    workshop, monkeypatch, error
):
    before = len(workshop.file.backups())
    with monkeypatch.context() as planted:
        plant(planted, Backups, "take", error)
        workshop.file.back_up()
        workshop.people.find_or_add("Ana")
        assert workshop.file.keeper.flush() is None
    assert "earlier copy failed" in log.path().read_text(encoding="utf-8")
    assert saved(workshop.path) == ["Ana"]
    assert len(workshop.file.backups()) == before
    workshop.file.back_up()
    assert workshop.file.keeper.flush() is None
    assert len(workshop.file.backups()) == before + 1
    close_and_look(workshop, "Ana")


@pytest.mark.parametrize("error", FAULTS)
def test_a_failure_beside_the_edits_does_not_hold_them_up(workshop, monkeypatch, error):
    with monkeypatch.context() as planted:
        plant(planted, disk_writer, "forget_everywhere", error)
        workshop.privacy.forget(workshop.talk.next_customer().id)
        workshop.people.find_or_add("Ana")
        assert workshop.file.keeper.flush() is None
    close_and_look(workshop, "Ana")


@pytest.mark.parametrize("error", [*FAULTS, OSError])
def test_half_typed_words_that_are_not_kept_are_told_and_tried_again(workshop, monkeypatch, error):
    keeper = workshop.file.keeper
    with monkeypatch.context() as planted:
        plant(planted, Session, "keep_typed", error)
        workshop.people.find_or_add("Ana")
        workshop.file.keep_typed("Nobody rings b")
        assert isinstance(keeper.flush(), refusals.TypingNotKept)
        assert keeper.saved == workshop._store.seq
        with pytest.raises(refusals.TypingNotKept, match="half typed is in this window alone"):
            workshop.close()
    assert keeper.flush() is None
    assert workshop.file.typed() == "Nobody rings b"
    close_and_look(workshop, "Ana")


def test_what_is_done_during_a_save_as_is_somewhere_until_it_is_safe_in_the_new_place(
    workshop, monkeypatch
):
    old, there = workshop.path, workshop.path.with_name("there.cxw")
    move = workshop.file.begin_move()
    move.write(there)
    workshop.people.find_or_add("Ana")
    before = workshop.file.keeper
    assert before.flush() is None
    with monkeypatch.context() as planted:
        plant(planted, Session, "create_live_copy", OSError)
        plant(planted, Session, "publish", OSError)
        move.finish()
        workshop.file.keeper.flush()
        assert workshop.file.keeper.safe < workshop._store.seq
        until(lambda: not before._thread.is_alive())
        (live,) = Session(old).folder.glob("live-*.cxw")
        assert saved(live) == ["Ana"]
    workshop.file.resend_image()
    close_and_look(workshop, "Ana")


@pytest.mark.parametrize("error", FAULTS)
def test_who_is_told_may_fail_too(workshop, error):
    def deaf() -> None:
        raise error(WORDS)

    workshop.file.keeper.on_progress = deaf
    workshop.people.find_or_add("Ana")
    assert workshop.file.keeper.flush() is None
    close_and_look(workshop, "Ana")


@pytest.mark.parametrize("error", FAULTS)
def test_what_fails_outside_every_step_is_survived_too(workshop, monkeypatch, error):
    with monkeypatch.context() as planted:
        plant(planted, Keeper, "_process_jobs", error)
        workshop.people.find_or_add("Ana")
        assert isinstance(workshop.file.keeper.flush(), refusals.NotKept)
    close_and_look(workshop, "Ana")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_even_a_thread_that_ends_is_heard_and_closing_ends(workshop, monkeypatch):
    keeper = workshop.file.keeper
    with monkeypatch.context() as planted:
        plant(planted, Keeper, "_process", SystemExit)
        workshop.people.find_or_add("Ana")
        assert isinstance(keeper.flush(), refusals.NotKept)
    until(lambda: not keeper._thread.is_alive())
    with pytest.raises(refusals.NotKept):
        workshop.close()
    there = workshop.path.with_name("there.cxw")
    workshop.file.save_as(there)  # and the way on is open
    close_and_look(workshop, "Ana")
    assert saved(there) == ["Ana"]
    Workshop.resume(workshop.path, Holder.WINDOW).close()  # nobody has it any more


def test_sqlites_own_failures_are_still_the_laptops(workshop, monkeypatch):
    with monkeypatch.context() as planted:
        plant(planted, LiveCopy, "write", sqlite3.OperationalError)
        workshop.people.find_or_add("Ana")
        assert isinstance(workshop.file.keeper.flush(), refusals.LaptopFull)
    close_and_look(workshop, "Ana")


@pytest.fixture
def silent(workshop):
    """The file's disk does not answer: whoever reads there waits. Ends by letting it answer."""
    path = workshop.path
    bytes_ = path.read_bytes()
    path.unlink()
    os.mkfifo(path)
    workshop.file.patience = 0.2
    workshop.file.keeper.on_progress = lambda: None
    answered = False

    def answer() -> None:
        nonlocal answered
        if not answered:
            answered = True
            path.write_bytes(bytes_)  # the keeper reads what it saw last, and goes on

    yield workshop, answer
    answer()


def close_in_vain(workshop) -> None:
    """Closing says that the disk is silent; from then on a busy machine gets all the time."""
    with pytest.raises(refusals.NoAnswer, match="has not answered"):
        workshop.close()
    workshop.file.patience = 60.0


@needs_pipes
def test_closing_waits_for_a_silent_disk_no_longer_than_its_patience(silent):
    workshop, answer = silent
    workshop.people.find_or_add("Ana")
    close_in_vain(workshop)
    until(lambda: workshop.file.keeper.safe == workshop._store.seq)  # and it says so truly
    answer()
    until(lambda: workshop.file.keeper.has_answered)
    close_and_look(workshop, "Ana")


@needs_pipes
def test_a_file_that_was_left_to_a_silent_disk_is_free_when_the_disk_answers(silent):
    workshop, answer = silent
    workshop.people.find_or_add("Ana")
    close_in_vain(workshop)
    keeper = workshop.file.keeper
    workshop.file.leave()
    with pytest.raises(refusals.OpenElsewhere):  # two that write one file would harm it
        Workshop.resume(workshop.path, Holder.WINDOW)
    answer()
    until(lambda: not keeper._thread.is_alive())
    again = until_the_test_ends(Workshop.resume(workshop.path, Holder.WINDOW))
    assert [person.name for person in again.people.all()] == ["Ana"]


@needs_pipes
def test_work_goes_on_in_another_file_while_the_disk_is_silent(silent):
    workshop, answer = silent
    here, there = workshop.path, workshop.path.with_name("there.cxw")
    workshop.people.find_or_add("Ana")
    close_in_vain(workshop)
    old = workshop.file.keeper
    workshop.file.save_as(there)
    workshop.people.find_or_add("Ben")
    close_and_look(workshop, "Ana", "Ben")
    answer()
    until(lambda: not old._thread.is_alive())
    Workshop.resume(here, Holder.WINDOW).close()


def test_a_long_change_goes_to_the_disk_as_a_whole_once_the_disk_takes_it(workshop, monkeypatch):
    keeper = workshop.file.keeper
    workshop.people.find_or_add("Ana")
    change = workshop.begin_long(lambda copy: copy.people.find_or_add("Ben"))
    change.work()
    with monkeypatch.context() as planted:
        plant(planted, Session, "create_live_copy", sqlite3.OperationalError)
        change.finish()
        keeper.flush()
        assert keeper.saved == workshop._store.seq  # there is no other place for it
    assert keeper.flush() is None
    workshop.people.find_or_add("Cem")
    assert keeper.flush() is None
    assert keeper.safe == workshop._store.seq
    close_and_look(workshop, "Ana", "Ben", "Cem")


def test_a_long_change_is_safe_in_another_live_copy(workshop):
    before = workshop.file._session.live_files[0]
    change = workshop.begin_long(lambda copy: copy.people.find_or_add("Ana"))
    change.work()
    change.finish()
    assert workshop.file.keeper.flush() is None
    [after, _journal] = workshop.file._session.live_files
    assert after != before
    assert not before.exists()
    assert [person.name for person in read(after).people.all()] == ["Ana"]
    workshop.people.find_or_add("Ben")
    close_and_look(workshop, "Ana", "Ben")
