"""What is dragged over the board: while a drag goes on, the board is a picture below it.

When a small widget is moved over the board, Qt repaints everything that it uncovers: the ground
of each column, each card, then the widget. The board hardly ever changes during a drag, so it is
painted once, and a frame copies the part that was uncovered. When something does change, such as
an answer, a card's edge, a scroll or the theme, the picture is painted again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cxworkshop.compat import override
from ui.stops.big_list.board.layout import BoardLayout
from ui.widgets.drag_overlay import DragOverlay, Snapshot, paint_pixmap

if TYPE_CHECKING:
    from ui.theme.theme import Theme

Box = tuple[int, int, int, int]  # left, top, right, bottom
# At 125 % or 150 % each fourth point falls on a whole pixel: the picture must begin on one as well.
PHASE = 4
NOWHERE = 10**6  # right of and below everything


class BoardDragOverlay:
    """A `DragOverlay` over a board; board, cards and label are one widget, painted in one go."""

    def __init__(self, layout: BoardLayout, theme: Theme) -> None:
        self._board = BoardPicture(layout.view)
        layout.refreshed = self._board.invalidate
        theme.changed.connect(self._board.invalidate)
        pictures = self._board.add_patch(), self._board.add_patch()
        self._overlay = DragOverlay(layout.view.viewport(), theme, pictures)

    def pick_up(self, face: Callable[[QPainter], None], size: QSizeF, count: int) -> None:
        """Prepare `count` cards, of which `face` paints the first at `size`."""
        self._overlay.pick_up_cards(face, size, count)

    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Move to this point of the viewport; the first call puts the picture over the board."""
        self._board.begin()
        self._overlay.carry(place, says, sentence)
        self._board.show_moved()

    def snapshot(self) -> Snapshot:
        """The cards as they are shown; None while nothing is being dragged."""
        return self._overlay.snapshot()

    def let_go(self) -> None:
        """Hide it: the board itself is shown again."""
        self._overlay.let_go()
        self._board.end()

    def resized(self) -> None:
        """Paint the picture again, for the board has another size."""
        self._board.invalidate()


class Patch:
    """A picture over the board; it is moved and shown like a widget, but is none."""

    def __init__(self, board: BoardPicture) -> None:
        self._board = board
        self.shown = False
        self.picture = QPixmap()
        self.left = self.top = self.wide = self.high = 0

    def isVisible(self) -> bool:  # noqa: N802
        """Whether it is shown."""
        return self.shown

    def width(self) -> int:
        """Its width in pixels of the board."""
        return self.wide

    def height(self) -> int:
        """Its height in pixels of the board."""
        return self.high

    def move_to(self, left: int, top: int) -> None:
        """Move its top left corner to this point of the board."""
        self.left, self.top = left, top

    def snapshot(self) -> tuple[QPixmap, QPoint]:
        """The picture, and its top left corner on the board."""
        return self.picture, QPoint(self.left, self.top)

    def setVisible(self, visible: bool, /) -> None:  # noqa: N802
        """Show or hide it; the board paints it next time."""
        self.shown = visible

    def hide(self) -> None:
        """Hide it."""
        self.shown = False

    def raise_(self) -> None:
        """Do nothing: patches are painted in the order in which they were added."""

    def show_picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint a new picture and take its size."""
        self.picture = paint_pixmap(size, self._board.devicePixelRatioF(), paint)
        whole = self.picture.deviceIndependentSize().toSize()
        self.wide, self.high = whole.width(), whole.height()


class BoardPicture(QWidget):
    """The board as it was painted last, with patches over it.

    It is a child of the view and not of the viewport, whose children move when it scrolls.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._board = QPixmap()
        self._is_stale = False
        self._covered: Box = (NOWHERE, NOWHERE, 0, 0)
        self._off_x = self._off_y = 0
        self._is_active = False
        self._patches: list[Patch] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def add_patch(self) -> Patch:
        """Add a picture over the board; later ones cover earlier ones."""
        patch = Patch(self)
        self._patches.append(patch)
        return patch

    def begin(self) -> None:
        """Cover the board until `end`; does nothing when it does so already."""
        if self._is_active:
            return
        self._is_active = True
        self.invalidate()
        self.show()
        self.raise_()

    def end(self) -> None:
        """Show the board itself again, and free the picture's memory."""
        if not self._is_active:
            return
        self._is_active = False
        self.hide()
        self._board = QPixmap()

    def invalidate(self, _value: object = None) -> None:
        """Paint everything again: all of the board has changed or moved."""
        if self._is_active:
            self.setGeometry(self._view.viewport().geometry())
            self._is_stale = True
            self.update()

    def show_moved(self) -> None:
        """Paint where the patches were, and where they are now.

        It is one rectangle around both: Qt copies one in a single pass, several line by line.
        """
        left, top, right, bottom = self._covered = self._around_patches(*self._covered)
        self.update(left, top, right - left, bottom - top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board, then the patches."""
        if self._is_stale:
            self._repaint_board()
        painter = QPainter(self)
        painter.drawPixmap(-self._off_x, -self._off_y, self._board)
        for patch in self._patches:
            if patch.shown:
                painter.drawPixmap(patch.left, patch.top, patch.picture)
        self._covered = self._around_patches(NOWHERE, NOWHERE, 0, 0)

    def _around_patches(self, left: int, top: int, right: int, bottom: int) -> Box:
        """Enlarge a rectangle until all visible patches are inside."""
        for patch in self._patches:
            if patch.shown:
                left, top = min(left, patch.left), min(top, patch.top)
                right = max(right, patch.left + patch.wide)
                bottom = max(bottom, patch.top + patch.high)
        return left, top, right, bottom

    def _repaint_board(self) -> None:
        """Let the board paint itself into the picture, as it does on the screen."""
        self._is_stale = False
        ratio, corner = self.devicePixelRatioF(), self.mapTo(self.window(), QPoint(0, 0))
        self._off_x, self._off_y = corner.x() % PHASE, corner.y() % PHASE
        off = QPoint(self._off_x, self._off_y)
        whole: QSize = (self.size() + QSize(off.x(), off.y())) * ratio
        if self._board.size() != whole:
            self._board = QPixmap(whole)
            self._board.setDevicePixelRatio(ratio)
        flags, area = QWidget.RenderFlag.DrawChildren, QRegion(self.rect())
        self._view.viewport().render(self._board, off, area, flags)
