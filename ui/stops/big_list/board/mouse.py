"""The mouse on the board: clicks select, drags move cards, groups, the border or a scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRubberBand

from ui.stops.big_list.board.bars import BoardBars
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection
from ui.widgets.drag_start import DRAG_AFTER

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class BoardMouse:
    """Turns the view's mouse events into selections and drags, and marks the card below."""

    def __init__(
        self, layout: BoardLayout, selection: BoardSelection, drag: BoardDrag, bars: BoardBars
    ) -> None:
        self._layout, self._selection, self._drag, self._bars = layout, selection, drag, bars
        self._pressed_at: QPoint | None = None
        self._hovered: CardItem | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, layout.view.viewport())
        layout.view.viewport().setMouseTracking(True)
        drag.changed.connect(self._drag_changed)

    @property
    def hovered(self) -> CardItem | None:
        """The card below the mouse."""
        return self._hovered

    def press(self, event: QMouseEvent) -> None:
        """Select a card, or more with Ctrl and Shift; a drag may follow."""
        point = self._layout.reckoned(event.position().toPoint())
        if self._drag.mode == "place":
            self._drag.drop_at(point)
            return
        card, modifiers = self._layout.card_at(point), event.modifiers()
        self._layout.view.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == LEFT and self._bars.press(point):
            return
        self._pressed_at = point if event.button() == LEFT else None
        if card is None:
            if not modifiers:
                self._selection.clear()
            return
        if modifiers & SHIFT:
            self._selection.select_to(card)
        elif modifiers & CTRL:
            self._selection.toggle(card)
        elif not self._selection.is_selected(card.face.card.id):
            self._selection.select_only(card)
        self._selection.focus(card)

    def move(self, event: QMouseEvent) -> None:
        """Move what is dragged; after 8 pixels with the button down, begin a drag."""
        point = self._layout.reckoned(event.position().toPoint())
        if not event.buttons() & LEFT:
            self._lose_release()
        if self._bars.move(point):
            return
        if self._drag.mode:
            self._drag.move_to(point)
            return
        self._hover(self._layout.card_at(point))
        if self._pressed_at is None or not event.buttons() & LEFT:
            return
        if (point - self._pressed_at).manhattanLength() >= DRAG_AFTER:
            self._begin(self._pressed_at, point)

    def _begin(self, start: QPoint, point: QPoint) -> None:
        """Begin to drag cards or a group, or stretch a rectangle from the ground."""
        column = self._layout.column_at(start)
        is_card = not self._band.isVisible() and self._layout.card_at(start) is not None
        if is_card and self._selection.cards():
            self._drag.begin(self._selection.cards(), "drag")
        elif column is not None and column.group_id is not None and column.head.contains(start):
            self._drag.begin_group(column, "drag")
        else:
            self._stretch_band(start, point)
            return
        self._drag.move_to(point)

    def release(self, event: QMouseEvent) -> None:
        """Drop what is dragged, or make a click on one of several cards select it alone."""
        point = self._layout.reckoned(event.position().toPoint())
        pressed_at, self._pressed_at = self._pressed_at, None
        if self._bars.release():
            return
        if self._band.isVisible():
            self._band.hide()
        elif self._drag.mode == "drag":
            self._drag.drop_at(point)
        elif pressed_at is not None and not self._drag.mode and not event.modifiers():
            self._selection.select_only(self._layout.card_at(point))

    def _lose_release(self) -> None:
        """End what a button held: its release went elsewhere, and nothing is dropped."""
        self._bars.release()
        self._band.hide()
        if self._pressed_at is not None and self._drag.mode == "drag":
            self._drag.cancel()
        self._pressed_at = None

    def forget_card(self) -> None:
        """Mark no card as hovered; the board is laid out again and items may go."""
        self._hover(None)

    def _drag_changed(self) -> None:
        self._hover(None)
        if not self._drag.mode:
            self._pressed_at = None  # after Esc the same press begins nothing else

    def _hover(self, card: CardItem | None) -> None:
        if card is self._hovered:
            return
        for one, edge in ((self._hovered, "line"), (card, "edge")):
            if one is not None:
                one.edge = edge
                self._layout.refresh(one.area)
        self._hovered = card

    def _stretch_band(self, start: QPoint, end: QPoint) -> None:
        area = QRect(start, end).normalized()
        self._band.setGeometry(self._layout.reckoned_area(area))
        self._band.show()
        self._selection.select_inside(QRectF(area))
