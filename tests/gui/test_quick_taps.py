"""Two quick taps on a button are two presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScroller

from tests.finger import FingerTip
from ui.widgets.labels import make_button
from ui.widgets.scroll_area import ScrollArea


@pytest.fixture(scope="session")
def screen():
    return QTest.createTouchDevice()


def test_in_what_scrolls(screen, app, until):
    area = ScrollArea()
    button = make_button("One more")
    presses = []
    button.clicked.connect(lambda _on=False: presses.append(1))
    area.box.addWidget(button)
    button.setMinimumHeight(900)
    area.resize(300, 200)
    area.show()
    until(lambda: QScroller.hasScroller(area.viewport()))
    area.activateWindow()
    QTest.qWait(50)
    for _n in range(4):
        FingerTip(screen, button).tap(QPoint(40, 40))
    assert len(presses) == 4
    area.close()
