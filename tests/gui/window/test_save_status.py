"""The window and the disk: what is safe, what is saved, and what helps in each trouble."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop import paths, private_files
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.choosing import choosing
from tests.gui.conftest import Hands
from tests.opened import new, opened as read, until_the_test_ends
from ui.app import application
from ui.dialogs.merge import MergeDialog
from ui.theme.theme import Theme
from ui.window.draft_saver import HALF_A_SECOND
from ui.window.main_window import MainWindow


@pytest.fixture
def path(tmp_path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    workshop = Workshop.new(folder / "team.cxw", "Corner Bakery")
    workshop.save()
    workshop.close()
    return workshop.path


@pytest.fixture
def opened(window, path) -> Hands:
    assert window.open(path)
    window.activateWindow()
    QApplication.processEvents()
    return Hands(window)


def say(hands: Hands, words: str) -> None:
    """Type a customer’s words at stop 2."""
    hands.go(2)
    QTest.keyClicks(hands.page.capture, words)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def foot(hands: Hands) -> str:
    return hands.window.desk.foot._safe.text()


def panel(hands: Hands) -> str:
    return hands.window.refusal.text


def cards(path: Path) -> list[str]:
    return [card.words for card in read(path).big_list.board().cards]


def kill(hands: Hands) -> None:
    """Close as a kill would, as far as the disk is concerned; but release the lock."""
    hands.window.workshops.close_unsaved()


def merge(qtbot) -> None:
    """Say yes to the page that tells what would come."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MergeDialog))
    asked = Hands(QApplication.activeModalWidget())
    asked.click("Merge")
    asked.click("Close")


def pull(path: Path) -> Path:
    return path.parent.rename(path.parent.with_name("pulled"))


def test_the_footer_says_saved_once_it_is_in_the_file(opened, path, qtbot):
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: foot(opened) == "Saved")
    assert cards(path) == ["Nobody rings back"]


def test_half_typed_words_come_back_where_they_were(opened, path, qtbot):
    opened.go(2)
    QTest.keyClicks(opened.page.capture, "Nobody rings b")
    qtbot.wait(2 * HALF_A_SECOND)
    kill(opened)
    assert opened.window.open(path)
    assert opened.window.desk.here == 2
    assert opened.page.capture.toPlainText() == "Nobody rings b"
    assert cards(path) == []


def test_a_half_typed_field_comes_back_and_is_saved_when_it_is_left(opened, path, qtbot):
    say(opened, "Nobody rings back")
    opened.workshop.pick.put(opened.workshop.pick.subject("1"))
    opened.go(5)
    name = "When a customer …"
    field = opened.find(name)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "rings and nob")
    qtbot.wait(2 * HALF_A_SECOND)
    kill(opened)
    assert opened.window.open(path)
    assert opened.window.desk.here == 5
    field = opened.find(name)
    assert field.text() == "rings and nob"
    assert opened.workshop.pick.in_slot(1).promise_when == ""
    field.setFocus()
    QTest.keyClicks(field, "ody answers")
    opened.key(Qt.Key.Key_Tab)
    assert opened.workshop.pick.in_slot(1).promise_when == "rings and nobody answers"


def test_half_typed_blockers_and_reasons_come_back_too(opened, path, qtbot):
    say(opened, "Nobody rings back")
    opened.workshop.pick.put(opened.workshop.pick.subject("1"))
    for stop, name, text in (
        (4, "We can improve it: why", "because nob"),
        (5, "What could slow us down", "the switchb"),
    ):
        opened.go(stop)
        field = opened.find(name)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClicks(field, text)
        qtbot.wait(2 * HALF_A_SECOND)
        kill(opened)
        assert opened.window.open(path)
        opened.window.activateWindow()
        QApplication.processEvents()
        assert (opened.window.desk.here, opened.find(name).text()) == (stop, text)
        opened.find(name).clear()


def test_a_half_typed_new_line_comes_back(opened, path, qtbot):
    name = "Whom we serve: Add a kind of customer"
    QTest.mouseClick(opened.find(name), Qt.MouseButton.LeftButton)
    QTest.keyClicks(opened.find(name), "parents of sm")
    qtbot.wait(2 * HALF_A_SECOND)
    kill(opened)
    assert opened.window.open(path)
    assert opened.find(name).text() == "parents of sm"


def test_a_field_in_focus_is_saved_when_the_workshop_is_closed(opened, path):
    say(opened, "Nobody rings back")
    opened.workshop.pick.put(opened.workshop.pick.subject("1"))
    opened.go(5)
    field = opened.find("When a customer …")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "rings")
    opened.window.close_workshop()
    assert read(path).pick.in_slot(1).promise_when == "rings"


def test_half_typed_words_outlive_a_normal_close_too(opened, path):
    opened.go(2)
    QTest.keyClicks(opened.page.capture, "Nobody rings b")
    opened.window.close_workshop()
    assert opened.window.open(path)
    assert opened.page.capture.toPlainText() == "Nobody rings b"


def test_a_pulled_stick_shows_a_panel_until_it_is_back(opened, path, qtbot):
    opened.go(2)
    pulled = pull(path)
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: "is not where it was" in panel(opened))
    assert foot(opened) == "Safe here, not in the file"
    QTest.keyClicks(opened.page.capture, "and typing goes on")  # the panel took no focus
    assert opened.page.capture.toPlainText() == "and typing goes on"
    opened.click("Later")
    assert panel(opened) == ""
    opened.click("Why?")
    assert "is not where it was" in panel(opened)
    pulled.rename(path.parent)
    qtbot.waitUntil(lambda: foot(opened) == "Saved", timeout=20_000)
    assert panel(opened) == ""
    assert cards(path) == ["Nobody rings back"]


def test_work_goes_on_in_another_file_after_save_as(opened, path, tmp_path, qtbot, monkeypatch):
    pull(path)
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: "is not where it was" in panel(opened))
    there = tmp_path / "there.cxw"
    choosing(monkeypatch, there)
    opened.click("Save as …")
    assert "You go on in there.cxw" in panel(opened)
    say(opened, "Too long")
    qtbot.waitUntil(lambda: foot(opened) == "Saved")
    assert cards(there) == ["Nobody rings back", "Too long"]


def test_closing_unsaved_asks_first_and_restores_at_the_next_opening(opened, path, qtbot):
    pulled = pull(path)
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: "is not where it was" in panel(opened))
    opened.window.close_workshop()
    assert "It is safe on this laptop" in panel(opened)
    opened.click("Keep it open")
    assert opened.window.bridge is not None
    opened.window.close_workshop()
    opened.click("Close anyway")
    assert opened.window.bridge is None
    pulled.rename(path.parent)
    assert opened.window.open(path)
    assert panel(opened).startswith("Restored:")
    assert [card.words for card in opened.workshop.big_list.board().cards] == ["Nobody rings back"]


def test_the_window_closes_anyway_when_somebody_chooses_that(opened, path, qtbot):
    pull(path)
    say(opened, "Nobody rings back")
    opened.workshop.file.keeper.flush()
    assert not opened.window.close()
    assert opened.window.isVisible()
    opened.click("Close anyway")
    assert not opened.window.isVisible()


def test_changed_elsewhere_keeps_both(opened, path, qtbot):
    theirs = new(path.with_name("theirs.cxw"), "Theirs")
    theirs.save()
    theirs.path.replace(path)
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: "was changed elsewhere" in panel(opened))
    opened.click("Keep both")
    assert "You go on in team (2).cxw" in panel(opened)
    qtbot.waitUntil(lambda: foot(opened) == "Saved")
    assert cards(path.with_name("team (2).cxw")) == ["Nobody rings back"]
    assert read(path).prepare.team().team == "Theirs"


def test_what_was_changed_elsewhere_is_merged_into_what_one_goes_on_in(opened, path, qtbot):
    other = read(Path(shutil.copy(path, path.with_name("copy.cxw"))))
    other.people.find_or_add("Olga")
    other.save()
    say(opened, "Nobody rings back")
    qtbot.waitUntil(lambda: foot(opened) == "Saved")
    other.path.replace(path)
    say(opened, "The door is heavy")
    qtbot.waitUntil(lambda: "was changed elsewhere" in panel(opened))
    opened.click("Keep both")
    opened.click("Merge it into this one …")
    merge(qtbot)
    assert [person.name for person in opened.workshop.people.all()] == ["Olga"]
    assert len(opened.workshop.big_list.board().cards) == 2


def test_steps_left_by_a_kill_and_a_file_changed_since_are_both_kept(opened, path, qtbot):
    pulled = pull(path)
    say(opened, "Nobody rings back")
    opened.workshop.file.keeper.flush()
    kill(opened)
    pulled.rename(path.parent)
    other = read(path)
    other.people.find_or_add("Olga")
    other.save()
    assert not opened.window.open(path)
    assert "Keep both" in panel(opened)
    opened.click("Keep both")
    assert [person.name for person in opened.workshop.people.all()] == ["Olga"]
    assert "Your own steps are in team (2).cxw" in panel(opened)
    assert cards(path.with_name("team (2).cxw")) == ["Nobody rings back"]
    opened.click("Merge them into this one …")
    merge(qtbot)
    assert [card.words for card in opened.workshop.big_list.board().cards] == ["Nobody rings back"]
    assert [person.name for person in opened.workshop.people.all()] == ["Olga"]


def test_steps_left_by_a_kill_without_their_file_are_saved_elsewhere(
    opened, path, tmp_path, monkeypatch
):
    pull(path)
    say(opened, "Nobody rings back")
    opened.workshop.file.keeper.flush()
    kill(opened)
    assert not opened.window.open(path)
    assert "your work is safe on this laptop" in panel(opened)
    there = tmp_path / "there.cxw"
    choosing(monkeypatch, there)
    opened.click("Choose where to save …")
    assert opened.workshop.path == there
    assert cards(there) == ["Nobody rings back"]


def test_a_file_that_another_window_has_opens_when_it_is_free(window, path):
    hands = Hands(window)
    other = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    assert not window.open(path)
    assert "is open in CX Workshop" in panel(hands)
    other.close()
    hands.click("Try again")
    assert window.bridge is not None


def test_another_laptop_that_has_it_open_is_named(window, path):
    note = path.with_name(f".~{path.name}.open")
    note.write_text(json.dumps({"host": "ANNA-PC", "pid": 1, "since": 1_790_000_000}))
    assert window.open(path)
    assert "It seems to be open on ANNA-PC too" in panel(Hands(window))


def test_the_file_that_is_open_is_not_opened_twice(opened, path):
    bridge = opened.window.bridge
    assert opened.window.open(path)
    assert opened.window.bridge is bridge


@pytest.mark.parametrize(
    ("data", "says", "way"),
    [
        (b"", "is empty. Perhaps it has not been downloaded yet", "Try again"),
        (b"Answer,Day\nToo long,2026-11-01\n", "is not a CX Workshop file", "Import it …"),
        (None, "was made by a newer CX Workshop. It is unchanged", "Earlier copies …"),
    ],
)
def test_each_file_that_cannot_be_opened_offers_what_helps(window, path, data, says, way):
    if data is None:
        image = bytearray(path.read_bytes())
        image[60:64] = (99).to_bytes(4, "big")
        data = bytes(image)
    path.write_bytes(data)
    assert not window.open(path)
    hands = Hands(window)
    assert says in panel(hands)
    assert hands.find(way).isVisible()
    assert path.read_bytes() == data
    assert window.bridge is None


def test_an_earlier_copy_opens_as_a_new_file(opened, path, qtbot):
    say(opened, "Nobody rings back")
    opened.window.close_workshop()
    assert opened.window.open(path)
    say(opened, "Too long")
    opened.window.close_workshop()
    assert opened.window.open(path)
    opened.window._actions["copies"].trigger()
    dialog = opened.window.findChild(QApplication.activeModalWidget().__class__)
    qtbot.waitUntil(lambda: "1 card on the list" in _all_words(dialog))
    copies = opened.workshop.file.backups()
    assert [len(cards(copy.path)) for copy in copies] == [2, 1, 0]
    presses = [press for press in dialog.findChildren(type(opened.find("Close"))) if press.text()]
    QTest.mouseClick(presses[1], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert opened.workshop.path != path
    assert opened.workshop.path.name.startswith("team of ")
    assert cards(opened.workshop.path) == ["Nobody rings back"]
    assert cards(path) == ["Nobody rings back", "Too long"]


def _all_words(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(type(dialog.said)))


def test_a_window_that_is_closed_has_everything_in_the_file(path, tmp_path):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    theme = Theme(application())
    window = MainWindow(theme)
    window.show()
    window.activateWindow()
    assert window.open(path)
    QApplication.processEvents()
    say(Hands(window), "Nobody rings back")
    window.close()
    assert cards(path) == ["Nobody rings back"]
    assert [there.name for there in path.parent.iterdir()] == [path.name]
    window.deleteLater()


def test_half_typed_words_that_the_data_folder_does_not_take_are_not_lost_by_closing(
    opened, path, until, monkeypatch
):
    say(opened, "Nobody rings back")
    until(lambda: opened.window.bridge.is_saved)
    (folder,) = paths.data_folder().glob("sessions/*")
    (folder / "typed.json.tmp").mkdir()
    monkeypatch.setattr(private_files, "make_way", lambda _path: None)  # nor does a full disk
    assert opened.window.desk.drafts.half_typed()  # the customer, above an empty box
    assert not opened.window.desk.drafts.have_words
    QTest.keyClicks(opened.page.capture, "half a sen")
    assert not opened.window.close()
    assert "what you have half typed is in this window alone" in panel(opened)
    opened.click("Keep it open")
    assert opened.page.capture.toPlainText() == "half a sen"
    QTest.keyClick(opened.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()
    until(opened.window.close)
    assert cards(path) == ["Nobody rings back", "half a sen"]
