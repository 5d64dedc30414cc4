"""Scrolling the board: a column by itself, the groups sideways, or the small list as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn

if TYPE_CHECKING:
    from ui.stops.big_list.board.layout import BoardLayout

ROOM = 8  # pixels that stay around what is scrolled to


class BoardScroll:
    """Moves what lies on the board of a layout; points are of the viewport."""

    def __init__(self, layout: BoardLayout) -> None:
        self._layout = layout

    def by(self, point: QPoint, right: float, down: float) -> bool:
        """Scroll what lies at a point; returns whether anything has moved."""
        layout, ground = self._layout, self._layout.ground
        column, before = layout.column_at(point), (ground.across, ground.down)
        if layout.is_small:
            ground.down += down
        elif point.y() >= layout.full.groups_top and point.x() >= ground.left:
            ground.across += right
        if layout.is_small or right:
            self._place_again()
        has_moved = before != (ground.across, ground.down)
        if not layout.is_small and column is not None and column.scroll_to(column.offset + down):
            layout.refresh(column.shown)
            has_moved = True
        return has_moved

    def _place_again(self) -> None:
        """Place the columns anew after they were scrolled; cards stay where they are in them."""
        ground = self._layout.ground
        if self._layout.is_small:
            most = max(0.0, ground.extent - ground.height)
            ground.down = max(0.0, min(ground.down, most))
            step = QPointF(0, -ground.down - self._layout.columns[0].area.top())
            for column in self._layout.columns:
                column.area.translate(step)
        else:
            most = max(0.0, ground.extent - ground.pane)
            ground.across = max(0.0, min(ground.across, most))
            row = [column for column in self._layout.columns if self._layout.is_in_row(column)]
            start = min((column.area.left() for column in row), default=0.0)
            for column in row:
                column.area.translate(ground.left - ground.across - start, 0)
        self._layout.refresh()

    def to_card(self, item: CardItem) -> None:
        """Scroll until a card is in sight."""
        column, room = item.column, item.column.cards_area.height()
        if self._layout.is_small:
            self._to_area(item.area)
            return
        self.to_head(column)
        column.place(item)
        low, high = item.top + item.height + ROOM - room, item.top - ROOM
        if column.scroll_to(high if high < column.offset else max(column.offset, min(low, high))):
            self._layout.refresh(column.shown)

    def to_moved(self, item: CardItem) -> None:
        """Scroll to where a card was moved: a new column is shown from its top."""
        if item.column.is_new:
            self.to_head(item.column)
        else:
            self.to_card(item)

    def to_head(self, column: BoardColumn) -> None:
        """Scroll until a column is in sight."""
        if self._layout.is_small:
            self._to_area(column.head)
        elif self._layout.is_in_row(column):
            area, ground = column.area, self._layout.ground
            if area.left() < ground.left:
                ground.across += area.left() - ground.left
                self._place_again()
            elif area.right() > ground.inner:
                ground.across += min(area.right() - ground.inner, area.left() - ground.left)
                self._place_again()

    def _to_area(self, area: QRectF) -> None:
        if area.top() < ROOM:
            self._layout.ground.down += area.top() - ROOM
        elif area.bottom() > self._layout.ground.height - ROOM:
            self._layout.ground.down += area.bottom() - self._layout.ground.height + ROOM
        self._place_again()
