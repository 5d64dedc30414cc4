"""What the Wall reads never falls into the Desk's frame: the order of events tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.compat import override
from tests.gui.wall.test_wall import open_wall, session, settle
from ui.wall.show import WallShow


class Painted(QObject):
    """Notes when something of a window is painted."""

    def __init__(self, window: QWidget, events: list[str]) -> None:
        super().__init__(window)
        self._window, self._events = window, events
        QApplication.instance().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self._events += ["desk"] * (watched.window() is self._window)
        return False


@pytest.mark.paints
def test_the_desk_has_painted_an_answer_before_the_wall_reads_it(hands, monkeypatch, until):
    hands.go(2)
    events: list[str] = []
    read = WallShow.refresh
    monkeypatch.setattr(WallShow, "refresh", lambda show: (events.append("wall"), read(show)))
    open_wall(hands)
    painted = Painted(hands.window, events)
    box = hands.page.capture
    box.setFocus()
    for words in ("The tea was cold.", "And so was the soup."):
        QTest.keyClicks(box, words)
        settle()
        events.clear()
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert "wall" not in events  # not while the key is handled
        until(lambda: "wall" in events)
        assert "desk" in events[: events.index("wall")]
    QApplication.instance().removeEventFilter(painted)
    session(hands).end()
    settle()
