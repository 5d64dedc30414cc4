"""Gestures of one finger on a view: tap, swipe and hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScroller
from shiboken6 import Shiboken

from cxworkshop.compat import override
from ui.widgets.long_press import LIFTS, STILL, open_menu

HOLD = 250  # milliseconds until a resting finger begins a drag
TWICE = 400  # milliseconds between the two taps of a double tap
MOUSE = QEvent.Type
# Within a window that pops up Qt sends a touch as nothing but the mouse events made of it.
AS_TOUCH = {
    MOUSE.MouseButtonPress: MOUSE.TouchBegin,
    MOUSE.MouseButtonDblClick: MOUSE.TouchBegin,
    MOUSE.MouseMove: MOUSE.TouchUpdate,
    MOUSE.MouseButtonRelease: MOUSE.TouchEnd,
}
BY_QT = Qt.MouseEventSource.MouseEventSynthesizedByQt
Scroll = Callable[[QPoint, int, int], object]


class TouchGestures(QObject):
    """Scrolls a view by swipes and emits the other gestures; points are of its viewport.

    `scroll` gets the point where a swipe began, and how far to go to the right and down; without
    it the view's own scroll bars move.
    A drag goes from `held` over `carried` to `let_go`. A second finger, or the system, cancels it:
    then `lost` comes instead of `let_go`. What is let go where it was held is not dragged either:
    then the context menu opens there.
    """

    tapped = Signal(QPoint)
    tapped_twice = Signal(QPoint)
    held = Signal(QPoint)
    carried = Signal(QPoint)
    let_go = Signal(QPoint)
    lost = Signal()

    def __init__(
        self, view: QAbstractScrollArea, scroll: Scroll | None = None, *, drags: bool = True
    ) -> None:
        super().__init__(view)
        self._drags = drags
        self._view, self._scroll = view, scroll or self._move_bars
        self._start: QPoint | None = None
        self._last = QPoint()
        self._is_held = self._is_swipe = self._is_carried = False
        self._tapped_at: QPoint | None = None
        self._hold, self._second = QTimer(self), QTimer(self)
        for timer, length in ((self._hold, HOLD), (self._second, TWICE)):
            timer.setSingleShot(True)
            timer.setInterval(length)
        self._hold.timeout.connect(self._begin_drag)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept touches, or Qt would turn them into mouse events, which drag at once."""
        if isinstance(event, QMouseEvent) and event.source() == BY_QT and event.type() in AS_TOUCH:
            self._handle(AS_TOUCH[event.type()], event.position().toPoint())
            return True
        if not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchCancel or len(event.points()) > 1:
            self._cancel()
        elif event.points():
            self._handle(event.type(), event.points()[0].position().toPoint())
        event.accept()
        return True

    def _handle(self, kind: QEvent.Type, point: QPoint) -> None:
        if kind == QEvent.Type.TouchBegin:
            self._start = self._last = point
            self._is_held = self._is_swipe = self._is_carried = False
            if self._drags:
                self._hold.start()
        elif self._start is None:
            return
        elif kind == QEvent.Type.TouchUpdate:
            self._move(point)
        elif kind == QEvent.Type.TouchEnd:
            self._end(point)

    def _move(self, point: QPoint) -> None:
        assert self._start is not None  # `_handle` has checked it
        is_away = (point - self._start).manhattanLength() >= STILL
        if self._is_held:
            self._is_carried = self._is_carried or is_away
            self.carried.emit(point)
        elif self._is_swipe or is_away:
            self._is_swipe = True
            self._hold.stop()
            delta = point - self._last
            self._scroll(self._start, -delta.x(), -delta.y())
        self._last = point

    def _move_bars(self, _start: QPoint, right: int, down: int) -> None:
        for bar, step in (
            (self._view.horizontalScrollBar(), right),
            (self._view.verticalScrollBar(), down),
        ):
            bar.setValue(bar.value() + step)

    def _end(self, point: QPoint) -> None:
        was_held, was_swipe = self._is_held, self._is_swipe
        self._reset()
        if was_held and not self._is_carried:
            self.lost.emit()
            open_menu(self._view.viewport(), point)
        elif was_held:
            self.let_go.emit(point)
        elif not was_swipe:
            self._tap(point)

    def _tap(self, point: QPoint) -> None:
        before = self._tapped_at
        is_near = before is not None and (point - before).manhattanLength() < 4 * STILL
        if self._second.isActive() and is_near:
            self._second.stop()
            self.tapped_twice.emit(point)
        else:
            self._tapped_at = point
            self._second.start()
            self.tapped.emit(point)

    def _begin_drag(self) -> None:
        if self._start is not None:
            self._is_held = True
            self.held.emit(self._start)

    def _cancel(self) -> None:
        was_held = self._is_held
        self._reset()
        if was_held:
            self.lost.emit()

    def _reset(self) -> None:
        self._hold.stop()
        self._start, self._is_held, self._is_swipe = None, False, False


def swipes(area: QAbstractScrollArea) -> None:
    """Let a swipe scroll an area or a list; taps still reach what is inside.

    In a list a press chooses at once, so it hears of a finger only when that was a tap.
    """
    if isinstance(area, QAbstractItemView):
        area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        gestures = TouchGestures(area, drags=False)
        gestures.tapped.connect(lambda point: _click(area, point, MOUSE.MouseButtonPress))
        gestures.tapped_twice.connect(lambda point: _click(area, point, MOUSE.MouseButtonDblClick))
        _install(gestures, area)
        return
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


def watch(view: QAbstractScrollArea, scroll: Scroll | None = None) -> TouchGestures:
    """Install touch gestures on a view."""
    gestures = TouchGestures(view, scroll)
    view.viewport().setProperty(LIFTS, True)  # noqa: FBT003 - Qt's own
    _install(gestures, view)
    return gestures


def _install(gestures: TouchGestures, view: QAbstractScrollArea) -> None:
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    view.viewport().installEventFilter(gestures)


def _click(view: QAbstractItemView, point: QPoint, press: QEvent.Type) -> None:
    """Click a row, or a field that lies over it, as the mouse does."""
    port = view.viewport()
    there = port.childAt(point) or port
    (view if there is port else there).setFocus(Qt.FocusReason.MouseFocusReason)
    at, left = there.mapFrom(port, point), Qt.MouseButton.LeftButton
    for kind, held in ((press, left), (MOUSE.MouseButtonRelease, Qt.MouseButton.NoButton)):
        if Shiboken.isValid(there):  # the press may have closed it
            place, none = QPointF(at), Qt.KeyboardModifier.NoModifier
            event = QMouseEvent(kind, place, there.mapToGlobal(place), left, held, none)
            QApplication.sendEvent(there, event)
