"""Two quick taps on a button are two presses."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScroller, QWidget

from tests.finger import FingerTip
from ui.widgets.labels import make_button
from ui.widgets.scroll_area import ScrollArea


def test_in_what_scrolls(screen, app, until):
    area = ScrollArea()
    button, more = make_button("One more"), QWidget()
    presses = []
    button.clicked.connect(lambda _on=False: presses.append(1))
    more.setFixedHeight(900)
    area.box.addWidget(button)
    area.box.addWidget(more)
    area.resize(300, 200)
    area.show()
    until(lambda: QScroller.hasScroller(area.viewport()))
    area.activateWindow()
    QTest.qWait(50)
    for _n in range(4):
        FingerTip(screen, button).tap()
    assert len(presses) == 4
    area.close()
