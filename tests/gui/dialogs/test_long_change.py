"""Importing many rows, undoing and redoing that: the window shows how far it is, and all or nothing
is done."""

from __future__ import annotations

import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar

from cxworkshop.services.overview import Overview
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from tests.gui.dropping import drop
from ui import bridge
from ui.dialogs.long_change import LongChangeDialog
from ui.importing.page import ImportPage
from ui.widgets.buttons import Button
from ui.window.running_change import RunningChange

HEAD = "Customer,What should we do better?\n"
ROWS = 40
CONTROL = Qt.KeyboardModifier.ControlModifier


class Brake:
    """Stops the thread of a change whenever it says how far it is, until it is released."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self._free = threading.Event(), threading.Event()
        count = RunningChange._count

        def stop_and_count(running: RunningChange, rows: int) -> None:
            self.reached.set()
            self._free.wait(60)
            count(running, rows)

        monkeypatch.setattr(RunningChange, "_count", stop_and_count)

    def pull(self) -> None:
        self.reached.clear()
        self._free.clear()

    def release(self) -> None:
        self._free.set()


@pytest.fixture
def brake(monkeypatch):
    """Changes of a few rows count as long, and each stops midway."""
    monkeypatch.setattr(bridge, "MANY", 10)
    monkeypatch.setattr(bridge, "PATIENCE", 0.0)
    monkeypatch.setattr("cxworkshop.store.tables.history._ROWS_OF_A_PART", 50)
    made = Brake(monkeypatch)
    yield made
    made.release()


@pytest.fixture
def source(tmp_path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(
        HEAD
        + "".join(
            f"{n},Please mend the door of room {n} before winter comes\n" for n in range(ROWS)
        )
    )
    return path


@pytest.fixture
def importing(hands, brake, source) -> Hands:
    """An import that is half written."""
    press_import(hands, source)
    assert brake.reached.wait(60)
    QApplication.processEvents()
    return hands


def shown(hands: Hands, kind: type):
    QApplication.processEvents()
    return next((d for d in hands.window.findChildren(kind) if d.isVisible()), None)


def press_import(hands: Hands, source: Path) -> None:
    drop(hands.window, source)
    press(shown(hands, ImportPage), "Import ")


def press(dialog, start: str) -> None:
    button = next(b for b in dialog.findChildren(Button) if b.words.startswith(start))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def words(hands: Hands) -> list[str]:
    return [card.words for card in hands.workshop.big_list.board().cards]


def is_at_work() -> bool:
    return any(thread.name == "disk" for thread in threading.enumerate())


def finish(hands: Hands, brake: Brake, until) -> None:
    brake.release()
    until(lambda: shown(hands, LongChangeDialog) is None)
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()


def by_click(dialog: LongChangeDialog) -> None:
    press(dialog, "Cancel")


def by_escape(dialog: LongChangeDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def by_closing(dialog: LongChangeDialog) -> None:
    dialog.close()


@pytest.mark.parametrize("cancel", [by_click, by_escape, by_closing])
def test_cancel_midway_takes_nothing_and_the_import_can_be_done_after_all(
    importing, brake, until, cancel
):
    digest = importing.workshop.digest
    cancel(shown(importing, LongChangeDialog))
    brake.release()
    until(lambda: not is_at_work())
    assert shown(importing, LongChangeDialog) is None
    assert importing.workshop.digest == digest
    assert importing.workshop.undo_title() is None
    press(shown(importing, ImportPage), "Import ")
    finish(importing, brake, until)
    assert shown(importing, ImportPage) is None
    assert len(words(importing)) == ROWS


def test_it_says_how_far_it_is_and_nothing_is_there_before_the_end(importing, brake, until):
    dialog = shown(importing, LongChangeDialog)
    assert dialog.findChild(QProgressBar).isVisible()
    assert words(importing) == []
    importing.window.resize(1280, 720)  # it answers, and paints
    QApplication.processEvents()
    finish(importing, brake, until)
    assert len(words(importing)) == ROWS
    importing.go(3)
    assert importing.workshop.undo_title() == f"Import {ROWS} cards"


def test_the_file_and_its_plan_are_let_go_before_the_screens_read_what_was_taken(
    importing, brake, until
):
    dialog = shown(importing, ImportPage)
    held = [weakref.ref(dialog._preview.plan), weakref.ref(dialog._preview.table)]
    there: list[object] = []
    importing.window.bridge.changed.connect(lambda _changes: there.extend(one() for one in held))
    finish(importing, brake, until)
    assert there == [None, None]
    assert len(words(importing)) == ROWS


@pytest.fixture
def reading_ahead(monkeypatch):
    """The thread of a change stops before it reads for the screens, until this is set."""
    goes_on, read = threading.Event(), Overview.stop_statuses

    def wait_and_read(overview: Overview):
        if threading.current_thread().name == "disk":
            goes_on.wait(60)
        return read(overview)

    monkeypatch.setattr(Overview, "stop_statuses", wait_and_read)
    yield goes_on
    goes_on.set()


def test_the_plan_goes_while_the_screens_are_read_for_and_is_made_again_after_cancel(
    importing, brake, reading_ahead, until
):
    dialog = shown(importing, ImportPage)
    plan = weakref.ref(dialog._preview.plan)
    brake.release()
    until(lambda: plan() is None)
    by_escape(shown(importing, LongChangeDialog))
    reading_ahead.set()
    until(lambda: not is_at_work() and dialog._preview.has_rows)
    assert words(importing) == []
    press(dialog, f"Import {ROWS} ")
    finish(importing, brake, until)
    assert len(words(importing)) == ROWS


def test_undo_and_redo_of_it_can_be_given_up_and_done(importing, brake, until):
    finish(importing, brake, until)
    for key, left in ((Qt.Key.Key_Z, ROWS), (Qt.Key.Key_Y, 0)):
        brake.pull()
        QTest.keyClick(importing.window, key, CONTROL)
        assert brake.reached.wait(60)
        by_escape(shown(importing, LongChangeDialog))
        brake.release()
        until(lambda: not is_at_work())
        assert len(words(importing)) == left
        importing.window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(importing.window, key, CONTROL)
        finish(importing, brake, until)
        assert len(words(importing)) == ROWS - left


def test_the_history_goes_back_over_it(importing, brake, until):
    finish(importing, brake, until)
    QTest.keyClick(importing.window, Qt.Key.Key_H, CONTROL)
    history = QApplication.activeModalWidget()
    brake.pull()
    history.list.choose(len(history.list.values) - 1)
    press(history, "Go back to here")
    assert brake.reached.wait(60)
    assert shown(importing, LongChangeDialog)
    finish(importing, brake, until)
    assert words(importing) == []
    history.close()


def test_closing_the_window_midway_takes_nothing(importing, brake, until, tmp_path):
    assert importing.window.close()
    assert importing.window.bridge is None
    brake.release()
    until(lambda: not is_at_work())
    assert shown(importing, LongChangeDialog) is None
    with Workshop.open(tmp_path / "team.cxw") as saved:
        assert saved.big_list.board().cards == ()
        assert saved.undo_title() is None


def test_words_that_reach_the_window_all_the_same_are_kept_and_the_import_is_not_done(
    hands, brake, source, until
):
    hands.go(2)
    press_import(hands, source)
    assert brake.reached.wait(60)
    QTest.keyClicks(hands.page.capture, "The door is heavy")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QTest.keyClicks(hands.page.capture, "half a sen")
    assert words(hands) == ["The door is heavy"]
    finish(hands, brake, until)
    assert words(hands) == ["The door is heavy"]
    refusal = shown(hands, ImportPage).refusal
    assert refusal.text.startswith("Something else was changed meanwhile")
    assert hands.page.capture.toPlainText() == "half a sen"
    press(shown(hands, ImportPage), "Import ")
    until(lambda: shown(hands, ImportPage) is None)
    assert len(words(hands)) == ROWS + 1
    assert hands.page.capture.toPlainText() == "half a sen"


def test_a_live_copy_that_is_lost_midway_gets_no_half_import(importing, brake, until, tmp_path):
    """The keeper is given the whole workshop then: that of before."""
    keeper = importing.workshop.file.keeper
    before = importing.workshop.digest
    importing.workshop.file.keeper.take_image(importing.workshop._store.image(), keeper.saved)
    importing.workshop.file.save()
    with Workshop.open(tmp_path / "team.cxw") as saved:
        assert saved.digest == before
    finish(importing, brake, until)
    importing.workshop.file.save()
    with Workshop.open(tmp_path / "team.cxw") as saved:
        assert len(saved.big_list.board().cards) == ROWS
