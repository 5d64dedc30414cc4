"""A change of many rows is made on a copy: the workshop has nothing of it, and then all of it."""

from __future__ import annotations

import pytest

from cxworkshop.errors import Refusal
from cxworkshop.limits import TooManyAnswers
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.queries import room
from cxworkshop.services.importing import ImportFile, PreparedImport
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.long_change import ChangedMeanwhile
from cxworkshop.store.tables import history
from cxworkshop.workshop import Workshop
from tests.opened import new

ROWS = 200
HEAD = "Customer,What should we do better?\n"


@pytest.fixture
def shop(tmp_path) -> Workshop:
    workshop = new(tmp_path / "team.cxw", "Corner Bakery")
    workshop.talk.say(
        "The door is heavy", workshop.talk.begin(workshop.talk.next_customer(kind="regular").id).id
    )
    return workshop


@pytest.fixture
def list_of_many(shop) -> PreparedImport:
    rows = "".join(
        f"{n},Please mend the door of room {n} before winter comes\n" for n in range(ROWS)
    )
    return shop.importing.prepare(ImportFile("list.csv", f"{HEAD}{rows}".encode()))


def words(workshop: Workshop) -> list[str]:
    return [card.words for card in workshop.big_list.board().cards]


def test_it_is_one_step_of_which_nothing_is_there_before_the_end(shop, list_of_many):
    before, heard = shop.digest, []
    shop.subscribe(heard.append)
    change = shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True))
    change.work()
    assert (shop.digest, words(shop), heard) == (before, ["The door is heavy"], [])
    change.finish()
    assert len(words(shop)) == ROWS + 1
    assert [changes.title for changes in heard] == [f"Import {ROWS} cards"]
    assert heard[0].tables >= {"card", "verbatim", "import_batch"}
    after = shop.digest
    shop.undo()
    assert words(shop) == ["The door is heavy"]
    shop.redo()
    assert shop.digest == after


def test_undo_and_redo_may_be_long_too(shop, list_of_many):
    before = words(shop)
    shop.importing.take(list_of_many, sure=True)
    after = words(shop)
    for step, wanted in ((Workshop.undo, before), (Workshop.redo, after)):
        change = shop.begin_long(step)
        change.work()
        change.finish()
        assert words(shop) == wanted
    assert shop.undo_title() == f"Import {ROWS} cards"


@pytest.mark.parametrize("calls", range(6))
def test_given_up_anywhere_it_leaves_nothing(shop, list_of_many, calls):
    before, left = shop.digest, [calls]

    def check(_rows: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise WorkCancelled

    change = shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True))
    with checked_by(check), pytest.raises(WorkCancelled):
        change.work()
    assert (shop.digest, shop.undo_title()) == (before, "Add a card")


def test_what_is_refused_is_raised_and_leaves_nothing(shop, list_of_many, monkeypatch):
    before = shop.digest
    monkeypatch.setattr(room, "MOST_ANSWERS", 3)
    with pytest.raises(TooManyAnswers):
        shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True)).work()
    assert shop.digest == before


def test_a_workshop_that_was_changed_meanwhile_takes_nothing_over(shop, list_of_many):
    change = shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True))
    change.work()
    shop.talk.say("More rye", shop.talk.begin(shop.talk.next_customer(kind="regular").id).id)
    with pytest.raises(ChangedMeanwhile):
        change.finish()
    assert words(shop) == ["The door is heavy", "More rye"]


def test_the_keeper_writes_it_as_any_other_step(tmp_path, list_of_many, shop):
    shop.start_saving()
    change = shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True))
    change.work()
    earlier = len(shop.file.backups())
    change.finish()
    shop.talk.say("More rye", shop.talk.begin(shop.talk.next_customer(kind="regular").id).id)
    wanted = shop.digest
    shop.close()
    with Workshop.resume(tmp_path / "team.cxw", Holder.COMMAND) as again:
        assert again.digest == wanted
        assert len(again.file.backups()) > earlier


def test_its_database_keeps_the_same_rules(shop, list_of_many):
    change = shop.begin_long(lambda copy: copy.importing.take(list_of_many, sure=True))
    change.work()
    change.finish()
    found = shop._store.connection.execute("PRAGMA secure_delete").fetchone()
    assert found[0] == 1
    assert shop._store.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_steps_of_many_rows_are_known_beforehand(shop, list_of_many, monkeypatch):
    assert (shop.rows_within(-1), shop.rows_within(1)) == (0, 0)
    monkeypatch.setattr(history, "_ROWS_OF_A_PART", 100)
    shop.importing.take(list_of_many, sure=True)
    about = list_of_many.rows
    assert about - 100 <= shop.rows_within(-1) <= about + 100
    shop.talk.say("More rye", shop.talk.begin(shop.talk.next_customer(kind="regular").id).id)
    assert shop.rows_within(-1) == 0
    assert shop.rows_within(-9) > 0
    while shop.redo_title() is None or not shop.redo_title().startswith("Import"):
        shop.undo()
    assert shop.rows_within(1) > 0
    assert shop.rows_within(-1) == 0


def test_a_step_that_does_not_fit_is_refused_there_too(shop):
    with pytest.raises(Refusal):
        shop.begin_long(Workshop.redo).work()
