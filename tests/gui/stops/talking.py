"""What a facilitator types at stop 2."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.stops.talk.page import TalkPage


def say(page: TalkPage, words: str) -> None:
    """Type what a customer says into the box, and press Enter."""
    QTest.keyClicks(page.capture, words)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()
