"""The board's own hand: while something is in it, the board is a picture below it.

A small widget that is moved over a scene makes Qt paint all that it leaves: the ground of each
column, each card, then the hand. While cards are in the hand the board hardly ever changes, so it
is painted once and a frame copies the part that the hand left. Whatever does change is painted
anew in the picture: an answer, a card's edge, a scroll, another look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsView, QWidget

from cxworkshop.compat import override
from ui.widgets.drag_overlay import DragOverlay, OverlayPart, picture

if TYPE_CHECKING:
    from ui.theme.theme import Theme

ROUND = 2  # pixels around what has changed: edges are soft
MANY = 40  # changes at once are one change of everything
Box = tuple[int, int, int, int]  # left, top, right, bottom
PHASE = 4  # where 1.25 or 1.5 points are a pixel, each fourth begins with one: so does the picture
NOWHERE = 10**6  # right of and below all that there is


class BoardDragOverlay(DragOverlay):
    """A hand over a board: all of it is one widget, which is painted in one go."""

    def __init__(self, view: QGraphicsView, theme: Theme) -> None:
        self._still = BoardPicture(view)
        theme.changed.connect(self._still.forget)
        super().__init__(view.viewport(), theme)

    @override
    def _part(self, page: QWidget) -> OverlayPart:
        return PicturePart(self._still)

    @override
    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Be at this point of the board, whose picture is taken at the first of them."""
        self._still.take()
        super().carry(place, says, sentence)
        self._still.show_moved()

    @override
    def let_go(self) -> None:
        """The hand is empty, and the board itself is seen again."""
        super().let_go()
        self._still.drop()

    def resized(self) -> None:
        """The board has got another size."""
        self._still.forget()


class PicturePart:
    """One of the pictures that are carried; it is moved and shown as a widget is."""

    def __init__(self, still: BoardPicture) -> None:
        self._still = still
        self.shown = False
        self.picture = QPixmap()
        self.left = self.top = self.wide = self.high = 0
        still.patches.append(self)

    def isVisible(self) -> bool:  # noqa: N802
        """Whether it can be seen."""
        return self.shown

    def width(self) -> int:
        """How wide it is."""
        return self.wide

    def height(self) -> int:
        """How high it is."""
        return self.high

    def move_to(self, left: int, top: int) -> None:
        """Stand there."""
        self.left, self.top = left, top

    def seen(self) -> tuple[QPixmap, QPoint]:
        """Its picture, and where on the board it stands."""
        return self.picture, QPoint(self.left, self.top)

    def setVisible(self, visible: bool, /) -> None:  # noqa: N802
        """Be seen, or not."""
        self.shown = visible

    def hide(self) -> None:
        """Be seen no more."""
        self.shown = False

    def raise_(self) -> None:
        """It lies over the board anyway, and the label over the cards."""

    def show_picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint it, and be as large as it is."""
        self.picture = picture(size, self._still.devicePixelRatioF(), paint)
        whole = self.picture.deviceIndependentSize().toSize()
        self.wide, self.high = whole.width(), whole.height()


class BoardPicture(QWidget):
    """The board as it was painted last, and what is carried over it.

    It lies over the viewport and not in it: a viewport that scrolls takes its children along.
    """

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._board = QPixmap()
        self._stale: QRegion | None = None
        self._covered: Box = (NOWHERE, NOWHERE, 0, 0)
        self._off_x = self._off_y = 0
        self._is_there = False
        self.patches: list[PicturePart] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def take(self) -> None:
        """Be there instead of the board, from now on until `drop`."""
        if self._is_there:
            return
        self._is_there = True
        self._view.scene().changed.connect(self._changed)
        for bar in (self._view.horizontalScrollBar(), self._view.verticalScrollBar()):
            bar.valueChanged.connect(self.forget)
        self.forget()
        self.show()
        self.raise_()

    def drop(self) -> None:
        """Go away, and keep nothing."""
        if not self._is_there:
            return
        self._is_there = False
        self._view.scene().changed.disconnect(self._changed)
        for bar in (self._view.horizontalScrollBar(), self._view.verticalScrollBar()):
            bar.valueChanged.disconnect(self.forget)
        self.hide()
        self._board = QPixmap()

    def forget(self, _what: object = None) -> None:
        """All of the board has changed, or is elsewhere."""
        if self._is_there:
            self.setGeometry(self._view.viewport().geometry())
            self._stale = QRegion(self.rect())
            self.update()

    def show_moved(self) -> None:
        """Paint where the pictures were, and where they are now.

        All of it is one rectangle: Qt copies one at once, several it copies line by line.
        """
        left, top, right, bottom = self._covered = self._with_all(*self._covered)
        self.update(left, top, right - left, bottom - top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The board, then what is carried over it."""
        if self._stale is not None:
            self._renew(self._stale)
        painter = QPainter(self)
        painter.drawPixmap(-self._off_x, -self._off_y, self._board)
        for patch in self.patches:
            if patch.shown:
                painter.drawPixmap(patch.left, patch.top, patch.picture)
        self._covered = self._with_all(NOWHERE, NOWHERE, 0, 0)

    def _with_all(self, left: int, top: int, right: int, bottom: int) -> Box:
        """A rectangle, grown until all that is carried is inside."""
        for patch in self.patches:
            if patch.shown:
                left, top = min(left, patch.left), min(top, patch.top)
                right = max(right, patch.left + patch.wide)
                bottom = max(bottom, patch.top + patch.high)
        return left, top, right, bottom

    def _changed(self, areas: Sequence[QRectF]) -> None:
        """Something on the board has changed: an answer, an edge, how strong a card is."""
        if len(areas) > MANY:
            self.forget()
            return
        stale = self._stale or QRegion()
        for area in areas:
            here = self._view.mapFromScene(area).boundingRect()
            stale |= QRegion(here.adjusted(-ROUND, -ROUND, ROUND, ROUND) & self.rect())
        self._stale = stale
        self.update(stale)

    def _renew(self, stale: QRegion) -> None:
        """Let the board paint itself into the picture, as it does on the screen."""
        self._stale = None
        ratio, corner = self.devicePixelRatioF(), self.mapTo(self.window(), QPoint(0, 0))
        self._off_x, self._off_y = corner.x() % PHASE, corner.y() % PHASE
        off = QPoint(self._off_x, self._off_y)
        whole: QSize = (self.size() + QSize(off.x(), off.y())) * ratio
        if self._board.size() != whole:
            self._board = QPixmap(whole)
            self._board.setDevicePixelRatio(ratio)
            stale = QRegion(self.rect())
        if not stale.isEmpty():
            area = stale.boundingRect()  # one rectangle is painted faster than its parts
            flags = QWidget.RenderFlag.DrawChildren
            place = area.topLeft() + off
            self._view.viewport().render(self._board, place, QRegion(area), flags)
