"""Whoever walks by Tab always sees where they are: by a ring around it, or by the thing itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.painted import picture, settle
from ui.theme.focus import OWN_FOCUS

MOST = 120  # steps until the keyboard is back where it began
LEAST_SIDE = 3  # pixels of a ring's side that can be seen


def shown(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(window, QPoint(0, 0)))


def ring_of(window: QWidget) -> QWidget | None:
    rings = [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring"]
    there = [ring for ring in rings if ring.isVisible()]
    assert len(there) <= 1
    return there[0] if there else None


def differs(window: QWidget, area: QRect, change) -> bool:
    before = picture(window).copy(area)
    change()
    return picture(window).copy(area) != before


def lost(now: QWidget, window: QWidget) -> str:
    """Why somebody would not see that this has the keyboard; "" when they do."""
    name = f"{type(now).__name__} {now.accessibleName()!r}"
    area = shown(now, window)
    if area.isEmpty():
        return f"{name} can’t be seen"
    if now.property(OWN_FOCUS):
        same = not differs(window, area, now.clearFocus)
        now.setFocus()
        return f"{name} looks the same without the keyboard" if same else ""
    ring = ring_of(window)
    if ring is None:
        return f"{name} has no ring"
    around = shown(ring, window)
    if not window.rect().contains(around) or around.width() < ring.width() - 2 * LEAST_SIDE:
        return f"the ring of {name} is cut to {around.size().toTuple()} of {ring.size().toTuple()}"
    same = not differs(window, around, ring.hide)
    ring.show()
    return f"the ring of {name} can’t be seen" if same else ""


def walk(window: QWidget) -> tuple[int, list[str]]:
    """Once around by Tab: how many things there were, and which did not show it."""
    met: list[QWidget] = []
    found = []
    for _step in range(MOST):
        settle()
        now = QApplication.focusWidget()
        assert now is not None
        if now in met:
            break
        met.append(now)
        found.append(lost(now, window))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return len(met), [what for what in found if what]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_thing_on_a_stop_shows_that_it_has_the_keyboard(bakery, number):
    bakery.go(number)
    met, found = walk(bakery.window)
    assert found == []
    assert met > 15


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_so_it_does_in_an_empty_workshop(hands, number):
    hands.go(number)
    met, found = walk(hands.window)
    assert found == []
    assert met > 10


def test_so_it_does_on_the_start_page(bakery):
    window, path = bakery.window, bakery.workshop.path
    window.close_workshop()
    for files in ([path], []):
        window.start.show_now(files)
        settle()
        QTest.keyClick(window, Qt.Key.Key_Tab)
        met, found = walk(window)
        assert found == []
        assert met >= 4


def test_the_board_shows_it_with_a_card_too(bakery):
    bakery.go(3)
    QTest.keyClick(bakery.page.board, Qt.Key.Key_Down)
    settle()
    assert lost(bakery.page.board, bakery.window) == ""
    bakery.page.switch_view()
    settle()
    assert lost(QApplication.focusWidget(), bakery.window) == ""
