"""Files dropped on the window: a right one, wrong ones, one twice."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop import filenames
from tests.choosing import choosing
from tests.gui.dropping import drop
from ui.importing.page import ImportPage
from ui.widgets.buttons import Button

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "examples" / "patient-feedback.csv"


def import_page(window) -> ImportPage | None:
    return next((d for d in window.findChildren(ImportPage) if d.isVisible()), None)


def press(shown: ImportPage, start: str) -> None:
    button = next(b for b in shown.findChildren(Button) if b.words.startswith(start))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_an_import_is_previewed_and_is_one_undo_step(hands):
    drop(hands.window, SAMPLE)
    shown = import_page(hands.window)
    words = [label.text() for label in shown.findChildren(QLabel)]
    assert f"{SAMPLE.name}, 900 rows" in words
    assert "new cards" in words
    assert not hands.workshop.big_list.board().cards
    press(shown, "Import ")
    cards = hands.workshop.big_list.board().cards
    assert len(cards) > 400
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()
    hands.undo()
    assert not hands.workshop.big_list.board().cards


def test_after_an_import_at_stop_2_the_box_has_the_keyboard(hands, tmp_path):
    hands.go(2)
    file = tmp_path / "saturday.txt"
    file.write_text("The line is slow\nThe door is heavy\n")
    drop(hands.window, file)
    press(import_page(hands.window), "Import ")
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName() == "What the customer said"


def by_drop(window, path, _monkeypatch) -> None:
    drop(window, path)


def by_dialog(window, path, monkeypatch) -> None:
    """Qt's own strings have U+FFFD in place of what is no UTF-8."""
    choosing(monkeypatch, Path(filenames.shown(path)))
    window._actions["import"].trigger()


@pytest.mark.parametrize(("give", "inside"), [(by_drop, b"R\xfcck\xe4"), (by_dialog, b"March")])
def test_a_file_whose_name_is_no_utf8_is_imported(hands, tmp_path, monkeypatch, give, inside):
    folder = tmp_path / os.fsdecode(inside)
    folder.mkdir()
    file = folder / os.fsdecode(b"M\xe4rz.txt")
    file.write_text("The line is slow\nThe door is heavy\n")
    give(hands.window, file, monkeypatch)
    press(import_page(hands.window), "Import ")
    assert len(hands.workshop.big_list.board().cards) == 2


@pytest.mark.parametrize("way", ["Import ", "Cancel"])
def test_a_file_is_let_go_when_its_page_closes(hands, way):
    drop(hands.window, SAMPLE)
    press(import_page(hands.window), way)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert hands.window.findChildren(ImportPage) == []


def test_a_cancelled_import_changes_nothing(hands):
    seq = hands.workshop._store.seq
    drop(hands.window, SAMPLE)
    press(import_page(hands.window), "Cancel")
    assert hands.workshop._store.seq == seq


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("empty.csv", b""),
        ("book.xlsx", b"PK\x03\x04" + b"\0" * 200),
    ],
)
def test_a_wrong_file_gets_a_sentence_and_changes_nothing(hands, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    seq = hands.workshop._store.seq
    drop(hands.window, path)
    assert import_page(hands.window) is None
    assert len(hands.window.refusal.text) > 20
    assert "Traceback" not in hands.window.refusal.text
    assert hands.workshop._store.seq == seq


def test_an_import_without_a_workshop_says_what_to_do_first(window):
    drop(window, SAMPLE)
    assert window.refusal.text == "Open a workshop first, or make a new one; then import."


def test_importing_the_same_file_twice_adds_nothing_twice(hands):
    drop(hands.window, SAMPLE)
    press(import_page(hands.window), "Import ")
    cards = len(hands.workshop.big_list.board().cards)
    drop(hands.window, SAMPLE)
    shown = import_page(hands.window)
    if shown is not None:
        press(shown, "Import ")
    assert len(hands.workshop.big_list.board().cards) == cards


def test_the_preview_counts_customers_and_cancel_gives_the_keyboard_back(hands):
    hands.go(3)
    before = hands.window.focusWidget()
    drop(hands.window, SAMPLE)
    words = " ".join(label.text() for label in import_page(hands.window).findChildren(QLabel))
    assert re.search(r"From \d+ customers\.", words)
    press(import_page(hands.window), "Cancel")
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()
    assert hands.window.focusWidget() is before
