"""In a low window with large text the head scrolls away: half of it is left for the content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.gui.painted import settle
from ui.stops.share.page import INNER


def share_of_content(hands) -> float:
    """The share of the window's height that the largest area in view scrolls in."""
    areas = [a for a in hands.page.findChildren(QScrollArea) if a.isVisible()]
    return max(area.viewport().height() for area in areas) / hands.window.height()


def large_text(hands) -> None:
    hands.window.resize(1280, 720)
    hands.window.theme.resize(200)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def test_half_of_a_low_window_is_left_for_what_a_stop_is_about(improving):
    large_text(improving)
    for stop in (5, 6, 7, 8):
        improving.go(stop)
        settle()
        assert share_of_content(improving) >= 0.5, stop
        head: QWidget = improving.page._head.title
        assert head.text() == improving.page.stop.title, "it is there, to be scrolled to"
        assert improving.page.isAncestorOf(head)
    improving.window.theme.resize(100)
    improving.window.resize(1366, 768)
    settle()
    for stop in (5, 6, 7, 8):
        improving.go(stop)
        settle()
        assert improving.page._head.title.mapTo(improving.page, QPoint()).y() < 40, stop


def test_half_of_a_low_window_is_left_on_the_pages_of_stop_8(improving):
    improving.go(8)
    large_text(improving)
    for key in INNER:
        improving.page.open_inner(key)
        settle()
        assert share_of_content(improving) >= 0.5, key
        improving.key(Qt.Key.Key_Escape)


def test_the_keyboard_is_in_sight_on_each_page_of_stop_8(bakery):
    large_text(bakery)
    bakery.go(8)
    for key in ("round_start", "answers", "year"):
        bakery.page.open_inner(key)
        for _turn in range(30):  # as the event loop goes on: the page is laid out step by step
            QApplication.processEvents()
        has_it = QApplication.focusWidget()
        assert not has_it.visibleRegion().isEmpty(), (key, has_it.accessibleName())
        bakery.key(Qt.Key.Key_Escape)
