"""Moving cards over the board: the core says what each place answers, and a drop does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QSizeF, Signal
from PySide6.QtGui import QPainter

from cxworkshop.model import CardId
from ui.stops.big_list.actions import Answer, BoardActions, DropTarget
from ui.stops.big_list.board.animation import BoardAnimation
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import GROUP, LOOSE, BoardColumn
from ui.stops.big_list.board.drag_picture import BoardDragOverlay
from ui.stops.big_list.board.edge_scroll import EdgeScroll
from ui.stops.big_list.board.layout import BoardLayout
from ui.theme.theme import Theme

# "" while nothing is dragged; "drag" ends with the mouse button or finger, "place" with a click.
DragMode = Literal["", "drag", "place"]
NO_ANSWER: Answer = ("", "")


class BoardDrag(QObject):
    """Cards that are being moved, by whatever device; `changed` says that it begins or ends.

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
        self.answer = NO_ANSWER  # what the place below answers
        self._answers: dict[DropTarget, Answer] = {}
        self._point = QPoint()
        self._below: tuple[BoardColumn | None, CardItem | None] = (None, None)
        self._marked_card: CardId | None = None
        self._overlay = BoardDragOverlay(layout.view, theme)
        self._edges = EdgeScroll(layout.view, lambda: self.move_to(self._point))

    def begin(self, cards: Sequence[CardId], mode: DragMode) -> None:
        """Start moving cards; does nothing for none."""
        if not cards:
            return
        self.mode, self.cards, self._answers = mode, list(cards), {}
        first = self._layout.cards[self.cards[0]]

        def face(painter: QPainter) -> None:
            first.paint_card(painter, selected=True, raised=True)

        self._overlay.pick_up(face, QSizeF(first.width, first.height), len(self.cards))
        for card in self.cards:
            self._layout.cards[card].show_dragged(on=True)
        self.changed.emit()

    def move_to(self, point: QPoint) -> None:
        """Move the cards there and show what a drop would do; runs in each frame of a drag."""
        self._point = point
        below = self._column_and_card(point)
        if below != self._below:
            self._below, target = below, self.target_at(point)
            self.answer = self._ask(target)
            self._show_answer(target)
        self._overlay.carry(point, *self.answer)
        self._edges.watch(point)

    def drop_at(self, point: QPoint) -> None:
        """Drop the cards at this point."""
        self.drop(self.target_at(point))

    def drop(self, target: DropTarget | None) -> None:
        """Put the cards there; if that changes nothing they glide home."""
        cards, snapshot = self.cards, self._overlay.snapshot()
        self._end()
        has_moved = target is not None and bool(cards) and self._actions.drop(cards, target)
        if cards and not has_moved:
            self._animation.glide_home(cards[0], snapshot)

    def cancel(self) -> None:
        """Let the cards glide home; nothing has changed."""
        cards, snapshot = self.cards, self._overlay.snapshot()
        self._end()
        if cards:
            self._animation.glide_home(cards[0], snapshot)

    def target_at(self, point: QPoint) -> DropTarget | None:
        """Where a drop at this point would put the cards; None over no column."""
        column, card = self._column_and_card(point)
        return self.target_of(column, card) if column is not None else None

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
        self._layout.reveal_head(column)
        self.move_to(self._layout.view.mapFromScene(column.head.sceneBoundingRect().center()))

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
            self._layout.cards[card].show_dragged(on=False)
        self.mode, self.cards = "", []
        self._edges.stop()
        self._overlay.let_go()
        self._below, self.answer = (None, None), NO_ANSWER
        self._show_answer(None)
        self.changed.emit()

    def _ask(self, target: DropTarget | None) -> Answer:
        """Ask each place once, for the list can't change during a drag."""
        if target is None:
            return NO_ANSWER
        if target not in self._answers:
            self._answers[target] = self._actions.answer(self.cards, target)
        return self._answers[target]

    def _show_answer(self, target: DropTarget | None) -> None:
        """Mark the card below, or its whole column."""
        says = self.answer[0]
        on_card = target.card if target is not None and says == "yes" else None
        for card_id, edge in ((self._marked_card, "line"), (on_card, "accent")):
            if card_id in self._layout.cards:
                self._layout.cards[card_id].show_edge(edge)
        self._marked_card = on_card
        for column in self._layout.columns:
            is_below = target is not None and on_card is None and _is_at(column, target)
            column.show_answer(says if is_below else "")

    def _column_and_card(self, point: QPoint) -> tuple[BoardColumn | None, CardItem | None]:
        """What is below; a card has an answer of its own only while it is in no group."""
        column = self._layout.column_at(point)
        is_loose = column is not None and column.kind == LOOSE
        return column, self._layout.card_at(point) if is_loose else None


def _is_at(column: BoardColumn, target: DropTarget) -> bool:
    return column.kind == target.kind and column.group_id == target.group
