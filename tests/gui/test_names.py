"""Whatever the keyboard can come to has a name and a role that a screen reader can say."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QTabBar, QWidget

from cxworkshop.services.importing import ImportFile
from cxworkshop.workshop import Workshop
from tests.gui.painted import settle
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.ballot_entry import BallotEntryDialog
from ui.dialogs.importing import ImportDialog

SAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "patient-feedback.csv"
ROLE = QAccessible.Role
# What only scrolls has a name; Qt says no more of such an area.
SENSELESS = {ROLE.NoRole, ROLE.Client, ROLE.Pane, ROLE.Grouping, ROLE.Whitespace}


def nameless(window: QWidget) -> list[str]:
    """What the keyboard can come to, and a screen reader could not say."""
    found = []
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (takes and widget.isVisible() and widget.isEnabled() and widget.window() is window):
            continue
        if widget.focusProxy() is not None or isinstance(widget, QTabBar):
            continue  # a tab bar's tabs have the names
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip() if spoken else ""
        role = spoken.role() if spoken else ROLE.NoRole
        if not name or (role in SENSELESS and not isinstance(widget, QScrollArea)):
            above = " in ".join(type(w).__name__ for w in (widget, widget.parentWidget()))
            found.append(f"{above}: {name!r}, {role.name}")
    return found


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_on_each_stop_of_the_example(bakery, number):
    bakery.go(number)
    settle()
    assert nameless(bakery.window) == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_on_each_stop_of_an_empty_workshop(hands, number):
    hands.go(number)
    settle()
    assert nameless(hands.window) == []


def test_on_all_sections_of_stop_1_in_the_tree_and_on_a_paper_sheet(bakery):
    bakery.go(1)
    for section in range(5):
        bakery.page.show_section(section)
        settle()
        assert nameless(bakery.window) == [], section
    bakery.go(2)
    bakery.click("From a paper sheet")
    settle()
    assert nameless(bakery.window) == []
    bakery.go(3)
    bakery.page.switch_view()
    bakery.page.from_paper()
    settle()
    assert nameless(bakery.window) == []


def test_on_the_start_page(bakery):
    window, path = bakery.window, bakery.workshop.path
    window.close_workshop()
    for files in ([path], []):
        window.start.show_now(files)
        settle()
        assert nameless(window) == []


def opened(window: QWidget) -> QDialog:
    settle()
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


def test_in_each_dialog_of_these_stops(bakery):
    window, theme = bakery.window, bakery.window.theme
    bring = ImportDialog(window.bridge, theme, window)
    assert bring.read(ImportFile.read(SAMPLE))
    dialogs = [bring, BallotEntryDialog(bakery.workshop, theme, window)]
    dialogs.append(BackupsDialog(bakery.workshop.path, theme, window))
    for dialog in dialogs:
        dialog.open()
        settle()
        found = nameless(dialog)
        title = QAccessible.queryAccessibleInterface(dialog).text(QAccessible.Text.Name)
        dialog.close()
        assert found == [], type(dialog).__name__
        assert title, type(dialog).__name__


@pytest.mark.parametrize("ask", ["forget_customer", "share_copy", "show_history"])
def test_in_dialogs_of_the_menu(bakery, ask):
    getattr(bakery.window.dialogs, ask)()
    dialog = opened(bakery.window)
    found = nameless(dialog)
    dialog.close()
    QApplication.processEvents()
    assert found == []
    assert isinstance(bakery.workshop, Workshop)
