"""No scroll bar stands there for a few pixels: where all nearly fits, all has room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar

from tests.gui.painted import settle
from ui.stops.share.page import INNER

FEW = 8  # pixels


def bars_for_little(hands) -> set[str]:
    """Scroll bars in sight that move what they scroll by only a few pixels."""
    found = set()
    for bar in hands.window.findChildren(QScrollBar):
        if bar.isVisible() and 0 < bar.maximum() - bar.minimum() < FEW:
            area = bar.parentWidget()
            while area is not None and not isinstance(area, QAbstractScrollArea):
                area = area.parentWidget()
            name = area.accessibleName() if area is not None else ""
            found.add(f"{type(area).__name__} {name}: {bar.orientation().name} {bar.maximum()}")
    return found


def pages(hands):
    """Show each page of the eight stops, one after another."""
    for stop in range(1, 9):
        hands.go(stop)
        if stop == 1:
            for section in range(5):
                hands.page.show_section(section)
                settle()
                yield f"stop 1, section {section + 1}"
        tabs = getattr(hands.page, "tabs", None)
        for tab in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(tab)
            settle()
            yield f"stop {stop}, tab {tab + 1}"
    for key in INNER:
        hands.page.open_inner(key)
        settle()
        yield f"stop 8, {key}"
        hands.page.close_inner()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
@pytest.mark.parametrize("workshop", ["bakery", "hands"])
def test_no_scroll_bar_is_there_for_a_few_pixels(request, workshop, size, percent):
    hands = request.getfixturevalue(workshop)
    hands.window.resize(*size)
    hands.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    found = {page: bars_for_little(hands) for page in pages(hands)}
    assert {page: bars for page, bars in found.items() if bars} == {}
