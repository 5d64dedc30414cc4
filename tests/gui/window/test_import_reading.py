"""A file that takes long to read: the window says how far it is, and stays usable."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar

from cxworkshop.services.import_reading import ImportFile
from tests.gui.conftest import Hands
from tests.gui.dropping import drop
from ui.importing.page import ImportPage
from ui.widgets.buttons import Button
from ui.widgets.message_panel import MessagePanel
from ui.window import import_reader

HEAD = "Customer,What should we do better?\n"
SMALL = f"{HEAD}1,Ring me back soon please\n2,Open at eight in the morning\n"


@pytest.fixture
def impatient(hands) -> Hands:
    """An empty workshop in a window that shows at once how far an import is."""
    hands.window.files.reader.patience = 0.0
    return hands


def many(path: Path, words: str) -> Path:
    rows = (
        f"{n},Please mend {words}the door of room {n} before winter comes\n" for n in range(45_000)
    )
    path.write_text(HEAD + "".join(rows))
    return path


@pytest.fixture(scope="module")
def endless(tmp_path_factory) -> Path:
    """A file that takes some seconds, if nobody ends that."""
    path = tmp_path_factory.mktemp("imports") / "endless.csv"
    return many(path, "and clean and paint and oil " * 9)


@pytest.fixture
def small(tmp_path) -> Path:
    path = tmp_path / "small.csv"
    path.write_text(SMALL)
    return path


class SilentDisk:
    """A file that is not to be read until `answer`."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._answered, read = threading.Event(), ImportFile.read

        def wait_and_read(asked: Path) -> ImportFile:
            if asked == path:
                self._answered.wait(60)
            return read(asked)

        monkeypatch.setattr(ImportFile, "read", wait_and_read)

    def answer(self) -> None:
        self._answered.set()


@pytest.fixture
def silence(monkeypatch):
    """Makes the disk of a file silent, until the end of the test at most."""
    disks: list[SilentDisk] = []

    def begin(path: Path) -> SilentDisk:
        disks.append(SilentDisk(path, monkeypatch))
        return disks[-1]

    yield begin
    for disk in disks:
        disk.answer()


def panel(hands: Hands) -> MessagePanel | None:
    QApplication.processEvents()
    return next((p for p in hands.window.findChildren(MessagePanel) if p.isVisible()), None)


def import_page(hands: Hands) -> ImportPage | None:
    QApplication.processEvents()
    return next((d for d in hands.window.findChildren(ImportPage) if d.isVisible()), None)


def press_import(shown: ImportPage) -> None:
    button = next(b for b in shown.findChildren(Button) if b.words.startswith("Import "))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def activate(hands: Hands) -> None:
    """Off screen nothing gives the focus back when a dialog is closed."""
    hands.window.activateWindow()
    QApplication.processEvents()


def is_reading() -> bool:
    return any(thread.name == "disk" for thread in threading.enumerate())


def cards(hands: Hands) -> int:
    return len(hands.workshop.big_list.board().cards)


def say(hands: Hands, words: str) -> None:
    hands.go(2)
    QTest.keyClicks(hands.page.capture, words)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_it_says_what_it_reads_and_how_far_it_is_while_work_goes_on(
    impatient, tmp_path, silence, until
):
    path = many(tmp_path / "large.csv", "")
    disk = silence(path)
    drop(impatient.window, path)
    assert panel(impatient).text == "Reading large.csv …"
    say(impatient, "The door is heavy")
    bar = panel(impatient).findChild(QProgressBar)
    disk.answer()
    until(lambda: bar.isVisible() and bar.maximum() == 45_000)
    until(lambda: import_page(impatient))
    assert panel(impatient) is None
    words = [card.words for card in impatient.workshop.big_list.board().cards]
    assert words == ["The door is heavy"]


def by_click(hands: Hands) -> None:
    hands.click("Cancel")


def by_escape(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("cancel", [by_click, by_escape])
@pytest.mark.parametrize("stop", [1, 2, 3])
def test_cancel_ends_the_reading_and_changes_nothing(impatient, endless, until, stop, cancel):
    impatient.go(stop)
    seq = impatient.workshop.seq
    drop(impatient.window, endless)
    assert panel(impatient)
    cancel(impatient)
    assert panel(impatient) is None
    until(lambda: not is_reading())
    assert import_page(impatient) is None
    assert impatient.workshop.seq == seq


def test_escape_is_as_before_once_nothing_is_read(impatient, small, until):
    drop(impatient.window, small)
    until(lambda: import_page(impatient))
    QTest.keyClick(import_page(impatient), Qt.Key.Key_Escape)
    assert import_page(impatient) is None
    activate(impatient)
    say(impatient, "The door is heavy")
    QTest.keyClick(impatient.page.capture, Qt.Key.Key_Up)
    assert impatient.page.capture.toPlainText() == "The door is heavy"
    QTest.keyClick(impatient.page.capture, Qt.Key.Key_Escape)
    assert impatient.page.capture.toPlainText() == ""


@pytest.mark.parametrize("close", ["window", "workshop"])
def test_closing_ends_the_reading(impatient, endless, until, close):
    window = impatient.window
    drop(window, endless)
    assert panel(impatient)
    if close == "window":
        assert window.close()
    else:
        QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    until(lambda: not is_reading())
    assert window.bridge is None
    assert panel(impatient) is None
    assert import_page(impatient) is None


def test_a_second_import_ends_the_first(impatient, endless, small, until):
    drop(impatient.window, endless)
    drop(impatient.window, small)
    until(lambda: import_page(impatient))
    press_import(import_page(impatient))
    until(lambda: not is_reading())
    assert import_page(impatient) is None
    assert cards(impatient) == 2


def test_a_silent_disk_is_named_and_can_be_given_up(impatient, small, silence, until, monkeypatch):
    silent = silence(small)
    monkeypatch.setattr(import_reader, "PATIENCE_WITH_A_DISK", 0.2)
    drop(impatient.window, small)
    assert panel(impatient).text == "Reading small.csv …"
    until(lambda: panel(impatient).text.startswith("small.csv is not read yet: its disk has not"))
    QApplication.processEvents()
    impatient.click("Cancel")
    silent.answer()
    until(lambda: not is_reading())
    assert import_page(impatient) is None


def test_an_import_that_was_undone_meanwhile_is_no_longer_known(impatient, small, until, silence):
    drop(impatient.window, small)
    until(lambda: import_page(impatient))
    press_import(import_page(impatient))
    assert cards(impatient) == 2
    disk = silence(small)
    drop(impatient.window, small)
    assert panel(impatient)
    activate(impatient)
    impatient.undo()
    assert cards(impatient) == 0
    disk.answer()
    until(lambda: import_page(impatient))
    press_import(import_page(impatient))
    assert cards(impatient) == 2


def test_an_import_that_was_brought_back_meanwhile_is_not_taken_twice(
    impatient, small, until, silence
):
    drop(impatient.window, small)
    until(lambda: import_page(impatient))
    press_import(import_page(impatient))
    activate(impatient)
    impatient.undo()
    disk = silence(small)
    drop(impatient.window, small)
    QTest.keyClick(impatient.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert cards(impatient) == 2
    disk.answer()
    until(lambda: import_page(impatient))
    button = next(
        b for b in import_page(impatient).findChildren(Button) if b.words.startswith("Import")
    )
    assert not button.isEnabled()


def test_the_preview_waits_until_another_dialog_is_closed(impatient, small, silence, until):
    silent = silence(small)
    drop(impatient.window, small)
    QTest.keyClick(impatient.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    history = QApplication.activeModalWidget()
    silent.answer()
    until(lambda: not is_reading())
    QTest.qWait(250)
    assert import_page(impatient) is None
    history.close()
    until(lambda: import_page(impatient))


def test_a_refusal_arrives_as_a_sentence(impatient, tmp_path, until):
    path = tmp_path / "quotes.csv"
    path.write_text(HEAD + '1,"Mend it\n' * 30_000)
    seq = impatient.workshop.seq
    drop(impatient.window, path)
    until(lambda: impatient.window.refusal.text)
    assert len(impatient.window.refusal.text) > 20
    assert panel(impatient) is None
    assert import_page(impatient) is None
    assert impatient.workshop.seq == seq


def test_the_panel_is_there_again_after_the_text_size_was_changed(impatient, small, silence, until):
    silence(small)
    drop(impatient.window, small)
    impatient.window.theme.resize(150)
    until(lambda: panel(impatient))
    impatient.click("Cancel")
    assert panel(impatient) is None
