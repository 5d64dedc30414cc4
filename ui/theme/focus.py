"""The ring around the widget that has the keyboard focus, drawn outside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import Shiboken

from cxworkshop.compat import override

GAP, WIDTH = 2, 3
LAYOUT_TURNS = 6  # of the event loop: between two steps of a layout of text are fewer
FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.DynamicPropertyChange,
)
# Property of widgets that show the focus themselves, as the board does while a card has it.
OWN_FOCUS = "own_focus"
# Property of widgets that are filled with the accent colour: their ring is drawn in ink.
INK_RING = "ink_ring"


class _Ring(QWidget):
    """An overlay of a window or of the content of a scroll area; the mouse passes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ink = False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.WindowText if self.ink else QPalette.ColorRole.Highlight
        painter.setPen(QPen(QColor(QApplication.palette().color(role)), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 11, 11)


class FocusRing(QObject):
    """Moves the ring to the widget in focus. The program needs one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._at: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or now.isWindow() or _drops_down(now):
            return
        place = _place(now)
        self._at, self._ring = now, _Ring(place)
        self._ring.destroyed.connect(self._lost)
        widget: QWidget | None = now
        while widget is not None and widget is not place:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._fit()
        self._keep_in_sight(now, LAYOUT_TURNS, [])

    def _keep_in_sight(self, widget: QWidget, turns: int, was: list[QPoint]) -> None:
        """Reveal it, and again until the layout of a page that was just opened leaves it alone."""
        if widget is not self._at or not Shiboken.isValid(widget):
            return
        self._reveal()
        contents = filter(None, (area.widget() for area in _areas(widget)))
        there = [widget.mapTo(content, QPoint(0, 0)) for content in contents]
        left = LAYOUT_TURNS if there != was else turns - 1
        if left:
            again = partial(self._keep_in_sight, widget, left, there)
            QTimer.singleShot(0, self, again)

    def _reveal(self) -> None:
        """Scroll every area that contains it; Qt scrolls only the one that Tab started in."""
        at, out = self._at, GAP + WIDTH
        # A widget that is clicked must not move away from the mouse.
        if at is None or not Shiboken.isValid(at) or QApplication.mouseButtons():
            return
        for area in _areas(at):
            reveal(area, at, out)

    def _let_go(self) -> None:
        for widget in self._watched:
            if Shiboken.isValid(widget):  # they may be gone with their page
                widget.removeEventFilter(self)
        self._watched = []
        ring, self._ring, self._at = self._ring, None, None
        if ring is not None:
            ring.destroyed.disconnect(self._lost)
            ring.hide()
            ring.deleteLater()

    def _lost(self) -> None:
        """Forget the ring that was deleted with its page."""
        self._ring, self._at, self._watched = None, None, []

    def _fit(self) -> None:
        ring, at = self._ring, self._at
        if ring is None or at is None:
            return
        if not Shiboken.isValid(at):  # deleted with its page, while the ring was not
            self._let_go()
            return
        place = _place(at)
        out = GAP + WIDTH
        corner = at.mapTo(place, QPoint(0, 0))
        around = QRect(corner, at.size()).adjusted(-out, -out, out, out)
        ring.setGeometry(around & place.rect())  # inside the widget where there is no room outside
        ring.ink = bool(at.property(INK_RING))
        ring.setVisible(at.isVisible() and not at.property(OWN_FOCUS))
        ring.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it or a parent moves."""
        if event.type() in FOLLOWED:
            self._fit()
        return super().eventFilter(watched, event)


def reveal(area: QScrollArea, widget: QWidget, out: int) -> None:
    """Scroll until a widget is whole in sight, with so many pixels around it.

    Qt's own way shows of a text only the line with the caret; that is right where it is too high.
    """
    content, across = area.widget(), area.horizontalScrollBar()
    stood, is_wide = across.value(), widget.width() > area.viewport().width()
    high = widget.height() + 2 * out
    if content is None or high > area.height():
        area.ensureWidgetVisible(widget, out, out)
    else:
        corner = widget.mapTo(content, QPoint(0, 0))
        for y in (corner.y() + widget.height() + out, corner.y() - out):
            area.ensureVisible(corner.x(), y, 0, 0)
    if is_wide:  # as a strip of tabs, which itself scrolls to the one that is open
        across.setValue(stood)


def _areas(widget: QWidget) -> Iterator[QScrollArea]:
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


def _drops_down(widget: QWidget) -> bool:
    """Whether it is in a popup, whose selection shows where the focus is."""
    return widget.window().windowType() == Qt.WindowType.Popup


def _place(widget: QWidget) -> QWidget:
    """Return the content of the nearest scroll area, to scroll with it; else the window."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        viewport = above.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea) and area.widget() is above:
            return above
        above = viewport
    return widget.window()
