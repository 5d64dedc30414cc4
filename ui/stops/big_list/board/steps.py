"""Where the arrow keys lead on the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import LOOSE, BoardColumn

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


def step_from(columns: Sequence[BoardColumn], card: CardItem | None, key: int) -> CardItem | None:
    """The next card in the direction of an arrow key, or the same at the edge.

    From no card every arrow leads to the first one. At the end of a lane Down leads to the groups
    below, or, where there are none, to the next card in reading order.
    """
    filled = [column for column in columns if column.cards]
    if not filled:
        return None
    if card is None:
        return filled[0].cards[0]
    down, right = (key == DOWN) - (key == UP), (key == RIGHT) - (key == LEFT)
    beside = card.column.neighbour(card, down, right)
    if beside is not None:
        return beside
    others = [column for column in filled if column is not card.column]
    if down:
        return _above_or_below(others, card, down) or _in_order(card, down)
    return _left_or_right(others, card, right) or card


def next_loose(columns: Sequence[BoardColumn], after: CardItem | None) -> CardItem | None:
    """The next card that is in no group, by its number; from the last one, the first."""
    loose = [item for column in columns if column.kind == LOOSE for item in column.cards]
    code = after.face.card.code if after is not None else 0
    return next((item for item in loose if item.face.card.code > code), next(iter(loose), None))


def _in_order(card: CardItem, step: int) -> CardItem:
    """The next card in reading order, or the one before."""
    row = card.column.cards
    return row[max(0, min(row.index(card) + step, len(row) - 1))]


def _above_or_below(columns: list[BoardColumn], card: CardItem, down: int) -> CardItem | None:
    """The nearest column in that direction, and its card that is nearest to where we come from."""
    here, middle = card.column.area, card.area.center().x()
    found = []
    for column in columns:
        gap = column.area.top() - here.bottom() if down > 0 else here.top() - column.area.bottom()
        aside = max(column.area.left() - middle, middle - column.area.right(), 0.0)
        if gap > -1:
            found.append((aside, gap, column))
    if not found:
        return None
    return min(found, key=lambda one: one[:2])[2].end_of_lane(middle, down)


def _left_or_right(columns: list[BoardColumn], card: CardItem, right: int) -> CardItem | None:
    """The nearest column on that side, and its card that is nearest in height."""
    here, height = card.column.area, card.area.center().y()
    found = []
    for column in columns:
        area = column.area
        gap = area.left() - here.right() if right > 0 else here.left() - area.right()
        apart = max(area.top() - height, height - area.bottom(), 0.0)
        if gap > -1:
            found.append((apart > 0, gap + apart, column))
    if not found:
        return None
    column = min(found, key=lambda one: one[:2])[2]
    return column.nearest(height - column.cards_area.top() + column.offset)
