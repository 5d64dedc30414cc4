"""Export and share by mouse and keys, from the menu and from the pages where people look for it."""

from __future__ import annotations

import os
import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QWidget,
)

from tests.gui.dialogs.test_long_change import Brake
from ui.dialogs import export_making
from ui.dialogs.exporting import ExportDialog
from ui.dialogs.file_choice import choose_file, file_chooser
from ui.dialogs.long_change import LongChangeDialog
from ui.dialogs.share_copy import ShareCopyDialog
from ui.widgets.buttons import Button

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def named(hands):
    talk = hands.workshop.talk
    talk.say("Ring me back", talk.begin(talk.next_customer(name="Zoltana Berg").id).id)
    return hands


@pytest.fixture
def brake(monkeypatch):
    """Each export counts as a large one, and stops midway until it is let go."""
    monkeypatch.setattr(export_making, "MANY", 0)
    monkeypatch.setattr(export_making, "PATIENCE", 0.0)
    made = Brake(monkeypatch)
    yield made
    made.release()


def opened(hands, kind: type = ExportDialog):
    QApplication.processEvents()
    return next(d for d in hands.window.findChildren(kind) if d.isVisible())


def press(inside, words: str) -> None:
    seen = [w for w in inside.findChildren(Button) if w.isVisible() and w.text() == words]
    QTest.mouseClick(seen[0], LEFT)
    QApplication.processEvents()


def save_as(dialog: ExportDialog, words: str, name: str = "") -> None:
    """Type a name into the system's own dialog, or take the one that it proposes."""
    press(dialog, words)
    chooser = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    if name:
        field.selectAll()
        QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def says(dialog: ExportDialog, words: str) -> bool:
    return any(words in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("stop", [3, 5, 8])
def test_it_is_where_people_look_for_it(named, stop):
    named.go(stop)
    press(named.page, "Export …")
    QTest.keyClick(opened(named), Qt.Key.Key_Escape)


@pytest.mark.begins_at(8)
@pytest.mark.parametrize("page", ["answers", "year"])
def test_it_is_on_the_pages_inside_stop_8_too(named, page):
    named.page.open_inner(page)
    press(named.page.inner, "Export …")
    dialog = opened(named)
    assert isinstance(dialog.focusWidget(), Button)  # the tick for names waits to be asked for
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_each_kind_of_file_is_written_and_what_is_not_there_yet_is_said(named, tmp_path):
    named.window._actions["export"].trigger()
    dialog = opened(named)
    kinds = {
        "A workbook …": ("team.xlsx", b"PK"),
        "The big list as a document …": ("team, list.docx", b"PK"),
        "For the analysis of texts …": ("team.qdpx", b"PK"),
        "The plans for Jira …": ("team, Jira.csv", b"\xef\xbb\xbfIssue Type"),
        "The plans for Azure DevOps …": ("team, Azure DevOps.csv", b"\xef\xbb\xbfWork Item"),
    }
    for words, (name, begins) in kinds.items():
        save_as(dialog, words)
        assert (tmp_path / name).read_bytes().startswith(begins)
        press(dialog, "Export something else")
    save_as(dialog, "The plans as a document …")
    assert says(dialog, "Nothing is picked yet.")
    assert not (tmp_path / "team, plans.docx").exists()


def test_the_list_the_plans_and_the_days_are_files_and_names_are_off(named, tmp_path):
    named.window._actions["export"].trigger()
    dialog = opened(named)
    save_as(dialog, "The big list as a table …")
    table = (tmp_path / "team, list.csv").read_text("utf-8-sig")
    assert "Ring me back" in table
    assert "Zoltana" not in table
    assert says(dialog, "team, list.csv is saved")
    assert dialog.focusWidget().text() == "Close"
    press(dialog, "Export something else")
    save_as(dialog, "The plans as text …")
    assert (tmp_path / "team, plans.md").is_file()
    press(dialog, "Export something else")
    save_as(dialog, "The days for a calendar …", "our days.ics")
    assert (tmp_path / "our days.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_names_stand_in_the_table_once_they_are_ticked(named, tmp_path):
    named.window._actions["export"].trigger()
    dialog = opened(named)
    QTest.keyClick(dialog.findChild(QCheckBox), Qt.Key.Key_Space)
    save_as(dialog, "The big list as a table …", "names")
    assert "Zoltana Berg" in (tmp_path / "names.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A workbook …", "team.xlsx"),
        ("The big list as a document …", "team, list.docx"),
        ("For the analysis of texts …", "team.qdpx"),
    ],
)
def test_a_large_file_is_made_beside_the_window_and_cancel_writes_nothing(
    named, tmp_path, brake, until, words, name
):
    named.window._actions["export"].trigger()
    dialog = opened(named)
    save_as(dialog, words)
    assert brake.reached.wait(60)
    QTest.keyClick(opened(named, LongChangeDialog), Qt.Key.Key_Escape)
    brake.release()
    until(lambda: not any(thread.name == "disk" for thread in threading.enumerate()))
    assert not (tmp_path / name).exists()
    save_as(dialog, words)
    until(lambda: says(dialog, f"{name} is saved"))
    assert (tmp_path / name).is_file()


@pytest.mark.usefixtures("brake")
def test_what_a_large_export_lacks_is_said_in_its_dialog(named, brake, until):
    brake.release()
    named.window._actions["export"].trigger()
    dialog = opened(named)
    save_as(dialog, "The plans as a document …")
    until(lambda: says(dialog, "Nothing is picked yet."))


def test_a_file_that_is_there_stays(named, tmp_path):
    (tmp_path / "mine.md").write_text("mine")
    named.window._actions["export"].trigger()
    dialog = opened(named)
    save_as(dialog, "The big list as text …", "mine.md")
    assert says(dialog, "mine.md is there already, and nothing is overwritten.")
    assert (tmp_path / "mine.md").read_text() == "mine"


def test_the_copy_to_share_is_there_too(named):
    named.window._actions["export"].trigger()
    press(opened(named), "A copy to share …")
    assert opened(named, ShareCopyDialog).isVisible()


def test_a_chooser_begins_beside_a_folder_whose_name_is_no_text(hands, tmp_path):
    folder = tmp_path / os.fsdecode(b"f\xfcr") / "deeper"
    folder.mkdir(parents=True)
    chooser = file_chooser(hands.window, "Open", folder)
    assert chooser.directory().absolutePath() == str(tmp_path)
    assert chooser.findChild(QLineEdit, "fileNameEdit").text() == ""
    chooser.deleteLater()


def test_no_chooser_and_none_of_its_messages_has_a_coloured_icon(named, tmp_path):
    named.window._actions["export"].trigger()
    dialog = opened(named)
    press(dialog, "The big list as a table …")
    chooser = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
    for name in ("toParentButton", "newFolderButton"):
        assert colourful(chooser.findChild(QToolButton, name)) == 0
    chooser.close()
    seen: list[tuple[str, int]] = []

    def answer() -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, QMessageBox):
            seen.append((top.text(), colourful(top)))
            top.close()
        elif isinstance(top, QFileDialog) and seen:
            top.reject()
        elif isinstance(top, QFileDialog):
            field = top.findChild(QLineEdit, "fileNameEdit")
            field.setText("nowhere.cxw")
            QTimer.singleShot(0, lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    often = QTimer()
    often.timeout.connect(answer)
    often.start(50)
    assert choose_file(named.window, "Open", tmp_path, "*.cxw") is None
    often.stop()
    ((words, colours),) = seen
    assert "not found" in words
    assert colours == 0


def colourful(widget: QWidget) -> int:
    """How many pixels are of the yellow of Fusion’s folders and warnings."""
    image = widget.grab().toImage()
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(dot.saturation() > 100 and 30 <= dot.hue() <= 75 for dot in dots)
