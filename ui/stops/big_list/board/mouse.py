"""The mouse on the board: a click selects, a drag moves cards or stretches a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRubberBand

from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection

DRAG_AFTER = 8  # pixels
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class BoardMouse:
    """Turns the view's mouse events into selections and drags, and marks the card below."""

    def __init__(self, layout: BoardLayout, selection: BoardSelection, drag: BoardDrag) -> None:
        self._layout, self._selection, self._drag = layout, selection, drag
        self._pressed_at: QPoint | None = None
        self._hovered: CardItem | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, layout.view.viewport())
        layout.view.viewport().setMouseTracking(True)
        drag.changed.connect(self._drag_changed)

    def press(self, event: QMouseEvent) -> None:
        """Select a card, or more with Ctrl and Shift; a drag may follow."""
        point = event.position().toPoint()
        if self._drag.mode == "place":
            self._drag.drop_at(point)
            return
        card, modifiers = self._layout.card_at(point), event.modifiers()
        self._layout.view.setFocus()
        self._pressed_at = point if event.button() == LEFT else None
        if card is None:
            if not modifiers:
                self._selection.clear()
        elif modifiers & SHIFT:
            self._selection.select_to(card)
        elif modifiers & CTRL:
            card.setSelected(not card.isSelected())
        elif not card.isSelected():
            self._selection.clear()
            card.setSelected(True)
        if card is not None:
            card.setFocus()

    def move(self, event: QMouseEvent) -> None:
        """Move dragged cards; after 8 pixels with the button down, begin a drag or a rectangle."""
        point = event.position().toPoint()
        if self._drag.mode:
            self._drag.move_to(point)
            return
        self._hover(self._layout.card_at(point))
        if self._pressed_at is None or not event.buttons() & LEFT:
            return
        if (point - self._pressed_at).manhattanLength() < DRAG_AFTER:
            return
        if self._band.isVisible() or self._layout.card_at(self._pressed_at) is None:
            self._stretch_band(self._pressed_at, point)
        elif self._selection.cards():
            self._drag.begin(self._selection.cards(), "drag")
            self._drag.move_to(point)

    def release(self, event: QMouseEvent) -> None:
        """Drop the cards, end the rectangle, or make a click on one of several cards select it."""
        point = event.position().toPoint()
        pressed_at, self._pressed_at = self._pressed_at, None
        if self._band.isVisible():
            self._band.hide()
        elif self._drag.mode == "drag":
            self._drag.drop_at(point)
        elif pressed_at is not None and not self._drag.mode and not event.modifiers():
            self._selection.select_only(self._layout.card_at(point))

    def forget_card(self) -> None:
        """Mark no card as hovered; the board is laid out again and items may go."""
        self._hover(None)

    def _drag_changed(self) -> None:
        self._hover(None)
        if not self._drag.mode:
            self._pressed_at = None  # after Esc the same press begins nothing else

    def _hover(self, card: CardItem | None) -> None:
        if card is not self._hovered:
            if self._hovered is not None:
                self._hovered.show_edge("line")
            if card is not None:
                card.show_edge("edge")
            self._hovered = card

    def _stretch_band(self, start: QPoint, end: QPoint) -> None:
        area = QRect(start, end).normalized()
        self._band.setGeometry(area)
        self._band.show()
        self._selection.select_inside(self._layout.view.mapToScene(area).boundingRect())
