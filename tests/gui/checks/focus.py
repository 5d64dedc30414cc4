"""Does whatever has the keyboard show it? By a ring around it, or by its own looks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from shiboken6 import Shiboken

from ui.theme.focus import OWN_FOCUS, FocusRing

MOST = 300  # steps; then Tab will never come back to where it began
SOON = 3  # turns in which areas have scrolled to what has the keyboard
LEAST_SIDE = 3  # pixels of a ring's side that can be seen


def walk_by_tab(window: QWidget) -> tuple[int, list[str]]:
    """Go once around by Tab; return how many widgets had the keyboard, and which hid it."""
    met: list[QWidget] = []
    found: list[str] = []
    back: list[str] = []
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
        if before is not None and before.window() is window and goes_back(before, now, window):
            back.append(f"Tab goes back from {_called(before)} to {_called(now)}")
        met.append(now)
        found.append(hidden_focus(now, window))
    else:
        found.append(f"Tab does not leave {type(now).__name__} {now.accessibleName()!r}")
    # Once it goes from the last to the first: where the walk began is anywhere between them.
    return len(met), [what for what in (*found, *back[1:]) if what]


def goes_back(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Whether a reader would look for the other before the one: above it, and not to its right."""
    here, there = (QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in (one, other))
    if window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return there.bottom() <= here.top() and there.right() > here.left()
    return there.bottom() <= here.top() and there.left() < here.right()


def first_focus(shown: QWidget) -> list[str]:
    """Say why the keyboard is not where something is to be done first on a page or dialog."""
    now = QApplication.focusWidget()
    if now is None or now.window() is not shown:
        return ["nothing on it has the keyboard"]
    above = now
    while above is not None and above.objectName() != "top":
        above = above.parentWidget()
    return [f"{_called(now)} in the bar has the keyboard"] if above is not None else []


def dead_enters(dialog: QWidget) -> list[str]:
    """The one-line fields of a dialog in which Enter does nothing that could be noticed."""
    found = []
    fields = [f for f in dialog.findChildren(QLineEdit) if f.isVisible() and f.isEnabled()]
    for field in fields:
        if not field.focusPolicy() & Qt.FocusPolicy.TabFocus or field.isReadOnly():
            continue
        if not Shiboken.isValid(field) or not field.isVisible():
            continue  # what an Enter before has done
        field.setFocus()
        before = _picture(dialog, dialog.rect())
        QTest.keyClick(field, Qt.Key.Key_Return)
        for _turn in range(SOON):
            QApplication.processEvents()
        if not Shiboken.isValid(dialog) or not dialog.isVisible():
            return found  # it has taken what was chosen
        is_here = Shiboken.isValid(field) and field.hasFocus()
        if is_here and _picture(dialog, dialog.rect()) == before:
            found.append(f"Enter in {_called(field)} does nothing")
    return found


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


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
