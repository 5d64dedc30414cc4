"""The head of a page in large text: two lines in order, and the stop's name always in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.gui.painted import painted, settle


def show(bakery, stop: int, size: tuple[int, int], percent: int) -> None:
    bakery.window.resize(*size)
    bakery.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    bakery.go(stop)
    settle()


def tops(parts: list[QWidget]) -> set[int]:
    return {part.mapTo(part.window(), QPoint()).y() for part in parts}


@pytest.mark.parametrize("percent", [150, 200])
@pytest.mark.parametrize("stop", [1, 2, 5, 6, 7, 8])
def test_title_and_minutes_share_a_line_and_the_tools_another(bakery, stop, percent):
    show(bakery, stop, (1366, 768), percent)
    head = bakery.page._head
    title = head.title
    beside = [w for w in title.parentWidget().children() if isinstance(w, QWidget)]
    assert title.height() < 2 * title.fontMetrics().height(), "on one line"
    middle = title.mapTo(title.window(), title.rect().center()).y()
    for part in beside:
        if part.isVisible():
            at = part.mapTo(part.window(), QPoint()).y()
            assert at < middle < at + part.height(), part
    tools = [w for w in head.tools.parentWidget().findChildren(QAbstractButton) if w.isVisible()]
    assert tools
    assert len(tops(tools)) == 1


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_the_name_of_the_stop_is_always_in_sight(bakery, size, percent):
    for stop in range(1, 9):
        show(bakery, stop, size, percent)
        words = {run.text for run in painted(bakery.window)}
        assert any(bakery.page.stop.title == text for text in words), (stop, sorted(words))
