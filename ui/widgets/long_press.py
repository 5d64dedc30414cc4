"""A finger that rests opens the context menu, as the right button of a mouse does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from cxworkshop.compat import override

STILL = 8  # pixels that a resting finger may move
# Property of viewports where a hold lifts something; they open the menu when it is let go at once.
LIFTS = "lifts_by_finger"


class LongPress(QObject):
    """Watches the fingers on every window that had the keyboard. The program needs one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._window: QWindow | None = None
        self._start = QPoint()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(app.styleHints().mousePressAndHoldInterval())
        self._rest.timeout.connect(self._open)
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on; the touch goes to the widget as ever."""
        if isinstance(event, QTouchEvent) and isinstance(watched, QWindow):
            self._follow(watched, event)
        return False

    def _follow(self, window: QWindow, event: QTouchEvent) -> None:
        points, kind = event.points(), event.type()
        at = points[0].position().toPoint() if points else QPoint()
        if kind == QEvent.Type.TouchBegin and len(points) == 1:
            self._window, self._start = window, at
            self._rest.start()
            return
        is_still = (at - self._start).manhattanLength() < STILL
        if kind != QEvent.Type.TouchUpdate or len(points) > 1 or not is_still:
            self._rest.stop()

    def _open(self) -> None:
        top = QWidget.find(self._window.winId()) if self._window is not None else None
        if top is None or QApplication.activePopupWidget() is not None:
            return
        widget = top.childAt(self._start) or top
        if not widget.property(LIFTS) and open_menu(widget, widget.mapFrom(top, self._start)):
            _forget_touch(widget)


def open_menu(widget: QWidget, point: QPoint) -> bool:
    """Open the context menu at a point of a widget; returns whether there is one."""
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        index = view.indexAt(point)
        if index.isValid() and not view.selectionModel().isSelected(index):
            view.setCurrentIndex(index)  # as a press of the right button does
    if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, point, widget.mapToGlobal(point)))
    return QApplication.activePopupWidget() is not None


def _forget_touch(widget: QWidget) -> None:
    """Let the finger be lifted without pressing or choosing what it rested on."""
    if isinstance(widget, QAbstractButton):
        widget.setDown(False)
    if widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
        QApplication.sendEvent(widget, QTouchEvent(QEvent.Type.TouchCancel))
