"""Does whatever has the keyboard show it? By a ring around it, or by its own looks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.theme.focus import OWN_FOCUS, FocusRing

MOST = 300  # steps; then Tab will never come back to where it began
SOON = 3  # turns in which areas have scrolled to what has the keyboard
LEAST_SIDE = 3  # pixels of a ring's side that can be seen


def walk_by_tab(window: QWidget) -> tuple[int, list[str]]:
    """Go once around by Tab; return how many widgets had the keyboard, and which hid it."""
    met: list[QWidget] = []
    found = []
    for _step in range(MOST):
        before = QApplication.focusWidget()
        QTest.keyClick(before or window, Qt.Key.Key_Tab)
        for _turn in range(SOON):
            QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        if now is before and not _is_alone(now, window):
            found.append(f"Tab stays in {type(now).__name__} {now.accessibleName()!r}")
            break
        if now in met or now is before:
            break
        met.append(now)
        found.append(hidden_focus(now, window))
    else:
        found.append(f"Tab does not leave {type(now).__name__} {now.accessibleName()!r}")
    return len(met), [what for what in found if what]


def _is_alone(focused: QWidget, window: QWidget) -> bool:
    """Whether nothing else on the window could take the keyboard by Tab."""
    takes = Qt.FocusPolicy.TabFocus
    parts = [w for w in window.findChildren(QWidget) if w.focusPolicy() & takes]
    return not any(w.isVisible() and w.isEnabled() for w in parts if w is not focused)


def hidden_focus(now: QWidget, window: QWidget) -> str:
    """Say why nobody would see that this widget has the keyboard; "" if they would."""
    name = f"{type(now).__name__} {now.accessibleName()!r}"
    area = _visible_part(now, window)
    if area.isEmpty():
        return f"{name} can’t be seen"
    if now.property(OWN_FOCUS):
        same = not _differs(window, area, now.clearFocus)
        now.setFocus()
        return f"{name} looks the same without the keyboard" if same else ""
    ring = _ring_of(window)
    if ring is None:
        return f"{name} has no ring"
    around = _visible_part(ring, window)
    if not window.rect().contains(around) or around.width() < ring.width() - 2 * LEAST_SIDE:
        return f"the ring of {name} is cut to {around.size().toTuple()} of {ring.size().toTuple()}"
    same = not _differs(window, around, ring.hide)
    ring.show()
    return f"the ring of {name} can’t be seen" if same else ""


def _visible_part(widget: QWidget, window: QWidget) -> QRect:
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()  # it paints all of the area, and so covers it
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(window, QPoint(0, 0)))


def _ring_of(window: QWidget) -> QWidget | None:
    follower = QApplication.instance().findChild(FocusRing)
    ring = follower._ring
    return ring if ring is not None and ring.isVisible() and ring.window() is window else None


def _differs(window: QWidget, area: QRect, change) -> bool:
    before = _picture(window, area)
    change()
    return _picture(window, area) != before


def _picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
