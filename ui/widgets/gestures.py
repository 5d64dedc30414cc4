"""One finger on a view: a tap chooses, a swipe scrolls, a hold of 250 ms picks up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QScroller

from cxworkshop.compat import override

HOLD = 250  # milliseconds until what lies under a finger is in the hand
STILL = 8  # pixels that a resting finger may tremble
TWICE = 400  # milliseconds between two taps that belong together


class TouchGestures(QObject):
    """Watches a view's viewport. Points are of the viewport; `let_go` ends what `held` began.

    A second finger, or the system's own cancelling, puts back what is in the hand (`lost`).
    """

    tapped = Signal(QPoint)
    tapped_twice = Signal(QPoint)
    held = Signal(QPoint)
    carried = Signal(QPoint)
    let_go = Signal(QPoint)
    lost = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._began: QPoint | None = None
        self._last = QPoint()
        self._is_held = self._swipes = False
        self._tapped_at: QPoint | None = None
        self._hold, self._second = QTimer(self), QTimer(self)
        for timer, length in ((self._hold, HOLD), (self._second, TWICE)):
            timer.setSingleShot(True)
            timer.setInterval(length)
        self._hold.timeout.connect(self._pick_up)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Touches are ours; a mouse made of them would drag at once, where a finger scrolls."""
        if not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchCancel or len(event.points()) > 1:
            self._lose()
        elif event.points():
            here = event.points()[0].position().toPoint()
            self._heard(event.type(), here)
        event.accept()
        return True

    def _heard(self, kind: QEvent.Type, here: QPoint) -> None:
        if kind == QEvent.Type.TouchBegin:
            self._began = self._last = here
            self._is_held = self._swipes = False
            self._hold.start()
        elif self._began is None:
            return
        elif kind == QEvent.Type.TouchUpdate:
            self._move(here)
        elif kind == QEvent.Type.TouchEnd:
            self._end(here)

    def _move(self, here: QPoint) -> None:
        assert self._began is not None  # a finger that moves has begun somewhere
        if self._is_held:
            self.carried.emit(here)
        elif self._swipes or (here - self._began).manhattanLength() >= STILL:
            self._swipes = True
            self._hold.stop()
            by = here - self._last
            for bar, step in (
                (self._view.horizontalScrollBar(), by.x()),
                (self._view.verticalScrollBar(), by.y()),
            ):
                bar.setValue(bar.value() - step)
        self._last = here

    def _end(self, here: QPoint) -> None:
        held, swiped = self._is_held, self._swipes
        self._forget()
        if held:
            self.let_go.emit(here)
        elif not swiped:
            self._tap(here)

    def _tap(self, here: QPoint) -> None:
        near = (
            self._tapped_at is not None and (here - self._tapped_at).manhattanLength() < 4 * STILL
        )
        if self._second.isActive() and near:
            self._second.stop()
            self.tapped_twice.emit(here)
        else:
            self._tapped_at = here
            self._second.start()
            self.tapped.emit(here)

    def _pick_up(self) -> None:
        if self._began is not None:
            self._is_held = True
            self.held.emit(self._began)

    def _lose(self) -> None:
        was_held = self._is_held
        self._forget()
        if was_held:
            self.lost.emit()

    def _forget(self) -> None:
        self._hold.stop()
        self._began, self._is_held, self._swipes = None, False, False


def swipes(area: QScrollArea) -> None:
    """A swipe anywhere on it scrolls; a tap still reaches what lies there."""
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


def watch(view: QAbstractScrollArea) -> TouchGestures:
    """A finger for this view."""
    finger = TouchGestures(view)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    view.viewport().installEventFilter(finger)
    return finger
