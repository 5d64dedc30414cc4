"""A list whose current row is dragged by mouse, or by a held finger, to a place outside of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from cxworkshop.compat import override
from ui.widgets.drag_start import DragStart
from ui.widgets.gestures import watch
from ui.widgets.row_model import Says, Value
from ui.widgets.row_view import RowView


class CarryingList(RowView[Value]):
    """A drag is the list's own, and can be taken back by Esc.

    `carried` and `let_go` carry the row and the place on the screen; `put_back` ends it without a
    drop. A tap chooses a row, a swipe scrolls, a held finger begins a drag.
    """

    carried = Signal(int, QPoint)
    let_go = Signal(int, QPoint)
    put_back = Signal()

    def __init__(self, says: Says[Value]) -> None:
        super().__init__(says)
        self._drag = DragStart()
        self.viewport().setMouseTracking(True)  # a move without a button tells of a lost release
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        finger = watch(self)
        finger.tapped.connect(self._choose_at)
        finger.held.connect(self._choose_at)
        finger.held.connect(self._carry_to)
        finger.carried.connect(self._carry_to)
        finger.let_go.connect(self._let_go_at)
        finger.lost.connect(self.put_back)

    def _choose_at(self, here: QPoint) -> None:
        row = self.indexAt(here).row()
        self.setFocus()
        if row >= 0:
            self.choose(row)

    def _carry_to(self, here: QPoint) -> None:
        if self.current_row >= 0:
            self.carried.emit(self.current_row, self.viewport().mapToGlobal(here))

    def _let_go_at(self, here: QPoint) -> None:
        if self.current_row >= 0:
            self.let_go.emit(self.current_row, self.viewport().mapToGlobal(here))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel a drag by Esc."""
        if event.key() == Qt.Key.Key_Escape and self._drag.is_pressed:
            self._drag.end()
            self.put_back.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        here = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._drag.press(here if left and self.indexAt(here).isValid() else None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._drag.is_lost(event):
            self.put_back.emit()
        elif self._drag.move(here):
            self._carry_to(here)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag.end():
            self._let_go_at(event.position().toPoint())
        else:
            super().mouseReleaseEvent(event)
