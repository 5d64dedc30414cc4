"""The board in the hand: drags are its own, can be taken back by Esc, and have a twin by clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QRubberBand

from cxworkshop.compat import override
from cxworkshop.model import CardId
from ui.stops.big_list.actions import BoardActions, DropTarget
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import GROUP, LOOSE, BoardColumn
from ui.stops.big_list.board.drag_picture import BoardDragOverlay
from ui.stops.big_list.board.edge_scroll import EdgeScroll
from ui.stops.big_list.board.selection import BoardChosen
from ui.theme.theme import Theme

DRAG_AFTER = 8  # pixels
LEFT = Qt.MouseButton.LeftButton
Place = tuple[BoardColumn | None, CardItem | None]
Mode = str  # "" for an empty hand, "drag" while a button is held, "place" for click and click


class BoardInHand(BoardChosen):
    """The mouse. The core says what a place answers; nothing moves before the core has spoken."""

    hand_changed = Signal()

    def __init__(self, theme: Theme, deeds: BoardActions) -> None:
        super().__init__(theme)
        self.deeds = deeds
        self.mode: Mode = ""
        self.in_hand: list[CardId] = []
        self._hand = BoardDragOverlay(self, theme)
        self._answers: dict[DropTarget, tuple[str, str]] = {}
        self._pressed: QPoint | None = None
        self._place = QPoint()
        self._over: CardItem | None = None
        self._answering: CardId | None = None
        self._at: Place = (None, None)
        self._said = ("", "")
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self._edges = EdgeScroll(self, lambda: self._carry(self._place))
        self.viewport().setMouseTracking(True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; Ctrl and Shift choose more. A drag may follow."""
        here = event.position().toPoint()
        if self.mode == "place":
            self._let_go(here)
            return
        card, held = self.card_at(here), event.modifiers()
        self.setFocus()
        self._pressed = here if event.button() == LEFT else None
        if card is None:
            if not held:
                self.scene().clearSelection()
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.choose_to(card)
        elif held & Qt.KeyboardModifier.ControlModifier:
            card.setSelected(not card.isSelected())
        elif not card.isSelected():
            self.scene().clearSelection()
            card.setSelected(True)
        if card is not None:
            card.setFocus()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """After 8 px the chosen cards are in the hand and follow it."""
        here = event.position().toPoint()
        if self.mode:
            self._carry(here)
            return
        self._hover(here)
        if self._pressed is None or not event.buttons() & LEFT:
            return
        if (here - self._pressed).manhattanLength() < DRAG_AFTER:
            return
        if self._band.isVisible() or self.card_at(self._pressed) is None:
            self._stretch_band(here)
        elif self.marked():
            self.pick_up("drag")
            self._carry(here)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the core decides where the cards belong."""
        here = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if self._band.isVisible():
            self._band.hide()
        elif self.mode == "drag":
            self._let_go(here)
        elif pressed is not None and not self.mode and not event.modifiers():
            self.choose_only(self.card_at(here))

    def pick_up(self, mode: Mode) -> None:
        """Take the chosen cards; "place" follows the mouse until a click, or goes by keys."""
        self.in_hand = self.chosen()
        if not self.in_hand:
            return
        self.mode, self._answers = mode, {}
        self._hover(QPoint())
        first = self.cards[self.in_hand[0]]

        def face(painter: QPainter) -> None:
            first.paint_card(painter, chosen=True, raised=True)

        self._hand.pick_up_cards(face, QSizeF(first.width, first.height), len(self.in_hand))
        for card in self.in_hand:
            self.cards[card].leave_behind(left=True)
        self.hand_changed.emit()

    def put_back(self) -> None:
        """The hand is empty again, and nothing has changed."""
        if not self.mode:
            return
        for card in self.in_hand:
            self.cards[card].leave_behind(left=False)
        self.mode, self.in_hand, self._pressed = "", [], None
        self._edges.stop()
        self._hand.let_go()
        self._at, self._said = (None, None), ("", "")
        self._show_answer(None, "")
        self.hand_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in the hand lies over all of the board."""
        super().resizeEvent(event)
        self._hand.resized()

    def _let_go(self, here: QPoint) -> None:
        self.drop(self._target(here))

    def drop(self, target: DropTarget | None) -> None:
        """Put what is in the hand there; or put it back, when that is nowhere."""
        cards = list(self.in_hand)
        self.put_back()
        if target is not None and cards:
            self.deeds.drop(cards, target)

    def _carry(self, here: QPoint) -> None:
        self._place = here
        at = self._column_and_card(here)
        if at != self._at:
            self._at, target = at, self._target(here)
            self._said = self._answer(target)
            self._show_answer(target, self._said[0])
        self._hand.carry(here, *self._said)
        self._edges.watch(here)

    def _answer(self, target: DropTarget | None) -> tuple[str, str]:
        """Each place is asked once; the list can't change while cards are in the hand."""
        if target is None:
            return "", ""
        if target not in self._answers:
            self._answers[target] = self.deeds.says(self.in_hand, target)
        return self._answers[target]

    def _show_answer(self, target: DropTarget | None, says: str) -> None:
        on_card = target.card if target is not None and says == "yes" else None
        for card_id, edge in ((self._answering, "line"), (on_card, "accent")):
            if card_id in self.cards:
                self.cards[card_id].show_edge(edge)
        self._answering = on_card
        for column in self.columns:
            here = target is not None and on_card is None and _is_at(column, target)
            column.answer(says if here else "")

    def _target(self, here: QPoint) -> DropTarget | None:
        column, card = self._column_and_card(here)
        return self.target_of(column, card) if column is not None else None

    def _column_and_card(self, here: QPoint) -> Place:
        """What lies below the hand; a card says something only where it is in no group yet."""
        column = self.column_at(here)
        loose = column is not None and column.kind == LOOSE
        return column, self.card_at(here) if loose else None

    def target_of(self, column: BoardColumn, card: CardItem | None = None) -> DropTarget:
        """A column as a place to put cards; of what is not grouped yet, also one card."""
        if column.shown is not None:
            return DropTarget(GROUP, group=column.group_id, words=column.shown.headline)
        if column.kind == LOOSE and card is not None:
            found = card.face.card
            if found.id not in self.in_hand:
                return DropTarget(LOOSE, card=found.id, words=found.words)
        return DropTarget(column.kind)

    def _hover(self, here: QPoint) -> None:
        over = None if self.mode else self.card_at(here)
        if over is not self._over:
            if self._over is not None:
                self._over.show_edge("line")
            if over is not None:
                over.show_edge("edge")
            self._over = over

    def _stretch_band(self, here: QPoint) -> None:
        assert self._pressed is not None  # a band begins where the mouse was pressed
        area = QRect(self._pressed, here).normalized()
        self._band.setGeometry(area)
        self._band.show()
        self.choose_inside(self.mapToScene(area).boundingRect())

    @override
    def _take_off(self) -> dict[CardId, CardItem]:
        self.put_back()
        if self._over is not None:
            self._over.show_edge("line")
            self._over = None
        return super()._take_off()


def _is_at(column: BoardColumn, target: DropTarget) -> bool:
    return column.kind == target.kind and column.group_id == target.group
