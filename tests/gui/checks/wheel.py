"""Does the mouse wheel leave everything as it is, except for what shows a scroll bar?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.gui.checks.parts import parts_in_sight

TEXT = (QPlainTextEdit, QTextEdit)
KINDS = (QComboBox, QAbstractSpinBox, QTabBar, QAbstractSlider, QLineEdit, *TEXT)


def turn_wheel(widget: QWidget, *, up: bool) -> None:
    """Turn the wheel a notch with the mouse in the middle of a widget."""
    here = QPointF(widget.rect().center())
    there = QPointF(widget.mapToGlobal(widget.rect().center()))
    turn, none = QPoint(0, 120 if up else -120), Qt.MouseButton.NoButton
    held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        widget, QWheelEvent(here, there, QPoint(), turn, none, held, phase, False)
    )


def changed_by_wheel(window: QWidget) -> list[str]:
    """Return the fields in sight that say something else after the wheel was turned over them."""
    found = []
    for field in parts_in_sight(window):
        if isinstance(field, KINDS) and not _may_turn(field):
            before = _state(field)
            for up in (False, True, True):
                target = field.viewport() if isinstance(field, TEXT) else field
                turn_wheel(target, up=up)
                if _state(field) != before:
                    found.append(f"the wheel turns {field.accessibleName()!r}: {before}")
                    break
    return found


def _may_turn(field: QWidget) -> bool:
    """Whether it is a scroll bar, has one, or belongs to a calendar, which turns its pages."""
    if isinstance(field, TEXT) and field.verticalScrollBar().isVisible():
        return True
    above: QWidget | None = field
    while above is not None and not isinstance(above, QCalendarWidget):
        above = above.parentWidget()
    return isinstance(field, QScrollBar) or above is not None


def _state(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex(), field.currentText()
    if isinstance(field, QTabBar):
        return field.currentIndex()
    if isinstance(field, QAbstractSlider):
        return field.value()
    if isinstance(field, TEXT):
        return field.toPlainText(), field.verticalScrollBar().value()
    return field.text()
