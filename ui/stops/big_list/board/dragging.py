"""Moving cards and groups over the board: the core says what each place answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter

from cxworkshop.model import CardId
from ui.stops.big_list.actions import BoardActions, DropTarget
from ui.stops.big_list.board.animation import BoardAnimation
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import GROUP, LOOSE, BoardColumn
from ui.stops.big_list.board.drag_picture import BoardDragOverlay
from ui.stops.big_list.board.edge_scroll import EdgeScroll
from ui.stops.big_list.board.head import paint_ground
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.group_actions import Answer, GroupTarget
from ui.theme.theme import Theme

# "" while nothing is dragged; "drag" ends with the mouse button or finger, "place" with a click.
DragMode = Literal["", "drag", "place"]
Target = DropTarget | GroupTarget
NO_ANSWER: Answer = ("", "")
SIDE = 0.25  # of a group's width: a group held there goes beside it, else into it


class BoardDrag(QObject):
    """Cards or a group that are being moved, by whatever device; `changed`: it begins or ends.

    Points are of the viewport. Nothing moves on the board before the core has done it.
    """

    changed = Signal()

    def __init__(
        self, layout: BoardLayout, actions: BoardActions, animation: BoardAnimation, theme: Theme
    ) -> None:
        super().__init__(layout.view)
        self._layout, self._actions, self._animation = layout, actions, animation
        self.mode: DragMode = ""
        self.cards: list[CardId] = []
        self.group: BoardColumn | None = None
        self.answer = NO_ANSWER  # what the place below answers
        self._answers: dict[Target, Answer] = {}
        self._point = QPoint()
        self._target: Target | None = None
        self._marked: CardItem | None = None
        self._overlay = BoardDragOverlay(layout, theme)
        self._edges = EdgeScroll(layout, lambda: self.move_to(self._point))

    def begin(self, cards: Sequence[CardId], mode: DragMode) -> None:
        """Start moving cards; does nothing for none."""
        if not cards:
            return
        self.cards = list(cards)
        first = self._layout.cards[self.cards[0]]

        def face(painter: QPainter) -> None:
            cards = self._layout.card_painter
            cards.paint(painter, first.face, wide, selected=True, raised=True)

        wide = max(first.width, 160.0)
        high = self._layout.card_painter.height(first.face, wide)
        self._overlay.pick_up(face, QSizeF(wide, high), len(self.cards))
        for card in self.cards:
            self._layout.cards[card].is_dragged = True
        self._begin(mode)

    def begin_group(self, column: BoardColumn, mode: DragMode) -> None:
        """Start moving a group by its headline."""
        self.group = column
        corner, heads = column.area.topLeft(), self._layout.arrangement.heads

        def face(painter: QPainter) -> None:
            painter.translate(-corner)
            painter.setClipRect(column.head)
            paint_ground(painter, column)
            heads.paint(painter, column)

        self._overlay.pick_up(face, column.head.size(), 1)
        self._begin(mode)

    def _begin(self, mode: DragMode) -> None:
        self.mode, self._answers, self._target = mode, {}, None
        self._layout.is_moving = True
        self._layout.refresh()
        self.changed.emit()

    def move_to(self, point: QPoint) -> None:
        """Move them there and show what a drop would do; runs in each frame of a drag."""
        self._point = point
        target = self.target_at(point)
        if target != self._target:
            self._target = target
            self.answer = self._ask(target)
            self._show_answer(target)
        self._overlay.carry(self._layout.reckoned(point), *self.answer)
        self._edges.watch(point)

    def drop_at(self, point: QPoint) -> None:
        """Drop what is dragged at this point."""
        self.drop(self.target_at(point))

    def drop(self, target: Target | None) -> None:
        """Put it there; cards of which that changes nothing glide home."""
        cards, group, snapshot = self.cards, self.group, self._overlay.snapshot()
        self._end()
        if group is not None and group.group_id is not None:
            if isinstance(target, GroupTarget):
                self._actions.groups.drop(group.group_id, target)
            return
        has_moved = (
            isinstance(target, DropTarget) and bool(cards) and self._actions.drop(cards, target)
        )
        if cards and not has_moved:
            self._animation.glide_home(cards[0], snapshot)

    def cancel(self) -> None:
        """Let the cards glide home; nothing has changed."""
        cards, snapshot = self.cards, self._overlay.snapshot()
        self._end()
        if cards:
            self._animation.glide_home(cards[0], snapshot)

    def target_at(self, point: QPoint) -> Target | None:
        """Where a drop at this point would put what is dragged; None over no column."""
        column = self._layout.column_at(point)
        if column is None:
            return None
        if self.group is not None:
            return self._group_target(column, point)
        return self.target_of(column, self._layout.card_at(point))

    def _group_target(self, column: BoardColumn, point: QPoint) -> GroupTarget | None:
        """Beside a group near its left or right edge, else into it; none over the rest."""
        if column.group is None or column is self.group:
            return None
        share = (point.x() - column.area.left()) / max(1.0, column.area.width())
        if SIDE <= share <= 1 - SIDE:
            return GroupTarget(column.group.id, words=column.group.headline)
        return GroupTarget(column.group.id, side=-1 if share < SIDE else 1)

    def target_of(self, column: BoardColumn, card: CardItem | None = None) -> DropTarget:
        """A column as a drop target; a card in no group is one too, unless it is being moved."""
        if column.group is not None:
            return DropTarget(GROUP, group=column.group_id, words=column.group.headline)
        if column.kind == LOOSE and card is not None:
            below = card.face.card
            if below.id not in self.cards:
                return DropTarget(LOOSE, card=below.id, words=below.words)
        return DropTarget(column.kind)

    def move_to_column(self, column: BoardColumn) -> None:
        """Move the cards over the middle of a column's headline."""
        self._layout.scrolling.to_head(column)
        self.move_to(column.head.center().toPoint())

    def move_sideways(self, step: int) -> None:
        """Move the cards over the column so many places to the right, or left if negative."""
        columns = self._layout.columns
        index = columns.index(self._layout.column_at(self._point) or columns[0]) + step
        self.move_to_column(columns[max(0, min(index, len(columns) - 1))])

    def drop_here(self) -> None:
        """Drop the cards into the column that they are over."""
        column = self._layout.column_at(self._point)
        self.drop(self.target_of(column) if column else None)

    def view_resized(self) -> None:
        """Follow the view's new size."""
        self._overlay.resized()

    def _end(self) -> None:
        if not self.mode:
            return
        for card in self.cards:
            self._layout.cards[card].is_dragged = False
        self.mode, self.cards, self.group = "", [], None
        self._layout.is_moving = False
        self._edges.stop()
        self._overlay.let_go()
        self._target, self.answer = None, NO_ANSWER
        self._show_answer(None)
        self.changed.emit()

    def _ask(self, target: Target | None) -> Answer:
        """Ask each place once, for the list can't change during a drag."""
        if target is None:
            return NO_ANSWER
        if target not in self._answers:
            if isinstance(target, DropTarget):
                self._answers[target] = self._actions.answer(self.cards, target)
            elif self.group is not None and self.group.group_id is not None:
                self._answers[target] = self._actions.groups.answer(self.group.group_id, target)
        return self._answers.get(target, NO_ANSWER)

    def _show_answer(self, target: Target | None) -> None:
        """Mark the card below, its whole column, or the gap beside a group."""
        says, card = self.answer[0], None
        if isinstance(target, DropTarget) and target.card is not None and says == "yes":
            card = self._layout.cards.get(target.card)
        for one, edge in ((self._marked, "line"), (card, "accent")):
            if one is not None:
                one.edge = edge
        self._marked = card
        beside = isinstance(target, GroupTarget) and bool(target.side)
        for column in self._layout.columns:
            is_below = target is not None and card is None and not beside
            column.answer = says if is_below and _is_at(column, target) else ""
        self._layout.marker = self._gap(target) if beside else None
        self._layout.refresh()

    def _gap(self, target: Target | None) -> QRectF | None:
        """The line that shows beside which group the dragged one would be put."""
        assert isinstance(target, GroupTarget)
        area = next(c.area for c in self._layout.columns if c.group_id == target.group)
        x = area.left() - 6 if target.side < 0 else area.right() + 3
        return QRectF(max(0.0, x), area.top(), 3, area.height())


def _is_at(column: BoardColumn, target: Target | None) -> bool:
    if isinstance(target, DropTarget):
        return column.kind == target.kind and column.group_id == target.group
    return target is not None and column.group_id == target.group
