"""Whoever walks by Tab sees where they are on the board too, and is nowhere held fast."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.checks.focus import hidden_focus, walk_by_tab
from tests.gui.painted import settle
from ui.theme.focus import FocusRing


def test_the_board_shows_it_with_a_card_too(bakery):
    bakery.go(3)
    QTest.keyClick(bakery.page.board, Qt.Key.Key_Down)
    settle()
    assert hidden_focus(bakery.page.board, bakery.window) == ""
    bakery.page.switch_view()
    settle()
    assert hidden_focus(QApplication.focusWidget(), bakery.window) == ""


def test_tab_leaves_an_empty_day(improving):
    improving.go(5)
    assert improving.page.sheet.steps.day.day() is None
    day = improving.page.sheet.steps.day.entry
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Tab)
    assert not day.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert day.hasFocus()
    QTest.keyClick(day, Qt.Key.Key_Backtab)
    assert improving.page.sheet.steps.who.hasFocus()


def test_the_ring_goes_with_the_page_that_another_text_size_replaces(bakery):
    bakery.go(5)
    bakery.window.theme.resize(150)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    met, hidden = walk_by_tab(bakery.window)
    assert hidden == []
    assert met > 20
    bakery.window.theme.resize(100)


def test_a_ring_that_cannot_be_seen_would_be_found(bakery):
    """The check itself can fail."""
    bakery.go(2)
    field = bakery.find("Customer")
    field.setFocus()
    settle()
    assert hidden_focus(field, bakery.window) == ""
    QApplication.instance().findChild(FocusRing)._ring.hide()
    assert "has no ring" in hidden_focus(field, bakery.window)
