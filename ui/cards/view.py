"""The board: it shows the core's values and says what a person did; it changes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPixmapCache
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QGraphicsScene,
    QGraphicsView,
)

from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.readings.board import Board, BoardCard
from ui.cards.card import CardFace, CardItem
from ui.cards.column import GAP, LOOSE, NEW, PAD, WIDTH, ColumnItem
from ui.theme.look import Look

DRAG_AFTER = 8  # pixels
CACHE_KB = 200_000  # the default of 10 MB thrashes with a thousand cards
EDGE, SCROLL = 40, 24  # how near an edge the board begins to scroll, and by how much


class BoardShown(QGraphicsView):
    """Columns of cards, laid out from the core's values; what is chosen and focused stays so."""

    dropped_on_group = Signal(object, object)
    dropped_on_card = Signal(object, object)
    dropped_on_new = Signal(object)
    dropped_on_loose = Signal(object)
    group_asked = Signal(object)
    ungroup_asked = Signal(object)
    set_aside_asked = Signal(object)
    edit_asked = Signal(object)
    rename_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.columns: list[ColumnItem] = []
        self.cards: dict[CardId, CardItem] = {}
        self._pressed: QPoint | None = None
        self._homes: dict[int, QPointF] = {}
        self._hand: list[CardItem] = []
        self._moving = False
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Big list"))
        self.setStyleSheet("background: transparent")
        QPixmapCache.setCacheLimit(CACHE_KB)

    def show_board(
        self, board: Board, kinds: Mapping[CardId, str], ways: Mapping[str, str]
    ) -> None:
        """Lay the board out anew; what was chosen and focused stays so."""
        chosen = set(self.chosen())
        focused = self._focused()
        here = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._drop_all()

        self._fill(ColumnItem(self._look, LOOSE), board.loose, kinds, ways)
        for group in board.groups:
            self._fill(ColumnItem(self._look, "group", group), group.cards, kinds, ways)
        self._fill(ColumnItem(self._look, NEW), (), kinds, ways)
        self._line_up()
        for card_id in chosen & self.cards.keys():
            self.cards[card_id].setSelected(True)
        if focused in self.cards:
            self.cards[focused].setFocus()
        self.horizontalScrollBar().setValue(here[0])
        self.verticalScrollBar().setValue(here[1])

    def chosen(self) -> list[CardId]:
        """The selected cards, in the board's order; the focused one when none is selected."""
        found = [i.face.card.id for c in self.columns for i in c.cards if i.isSelected()]
        focused = self._focused()
        return found or ([focused] if focused is not None else [])

    def focus_card(self, card: CardId) -> None:
        """Show a card and put the focus on it."""
        item = self.cards.get(card)
        if item is not None:
            self.scene().clearSelection()
            item.setSelected(True)
            item.setFocus()
            self.centerOn(item)
            self.setFocus()

    def _focused(self) -> CardId | None:
        item = self.scene().focusItem()
        return item.face.card.id if isinstance(item, CardItem) else None

    def _drop_all(self) -> None:
        self._hand, self._moving, self._pressed = [], False, None
        self.scene().clear()
        self.columns, self.cards = [], {}

    def _fill(
        self,
        column: ColumnItem,
        cards: tuple[BoardCard, ...],
        kinds: Mapping[CardId, str],
        ways: Mapping[str, str],
    ) -> None:
        width = self._look.px(WIDTH) - 2 * self._look.px(PAD)
        headline = column.shown.headline if column.shown else ""
        items = []
        for card in cards:
            face = CardFace(card, kinds.get(card.id, ""), ways.get(card.way or "", ""), headline)
            items.append(CardItem(face, width, self._look))
            self.cards[card.id] = items[-1]
        self.scene().addItem(column)
        column.take(items)
        column.setPos(len(self.columns) * (self._look.px(WIDTH) + GAP + 2), 0)
        self.columns.append(column)

    def _line_up(self) -> None:
        tallest = max((column.height for column in self.columns), default=0)
        for column in self.columns:
            column.stretch(max(tallest, self.viewport().height() - 4))
        self.setSceneRect(self.scene().itemsBoundingRect())


class BoardInHand(BoardShown):
    """The mouse: drags are the board's own, start after 8 px, and go home when the core says no."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own
        """Choose a card; Ctrl and Shift choose more. A drag may follow."""
        card = self._card_at(event.position().toPoint())
        self._pressed = event.position().toPoint() if card else None
        self.setFocus()
        if card is None:
            self.scene().clearSelection()
            return
        more = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if more:
            card.setSelected(not card.isSelected())
        elif not card.isSelected():
            self.scene().clearSelection()
            card.setSelected(True)
        card.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own
        """After 8 px the chosen cards are in the hand and follow it."""
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if not self._moving and (here - self._pressed).manhattanLength() >= DRAG_AFTER:
            self._pick_up()
        if self._moving:
            self._carry(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own
        """Let go: say where the cards were let go, and put them back until the core has spoken."""
        moving, here = self._moving, event.position().toPoint()
        cards = [item.face.card.id for item in self._hand]
        column = self._column_at(here)
        under = self._card_at(here, besides=self._hand) if moving else None
        pressed, self._pressed = self._pressed, None
        self._go_home()
        if moving and column is not None:
            self._let_go(cards, column, under)
        elif pressed is not None and not moving and not event.modifiers():
            self._choose_only(self._card_at(here))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own
        """Edit a card's headline, or a group's."""
        here = event.position().toPoint()
        card, column = self._card_at(here), self._column_at(here)
        if card is not None:
            self.edit_asked.emit(card.face.card.id)
        elif column is not None and column.group_id is not None:
            self.rename_asked.emit(column.group_id)

    def _choose_only(self, card: CardItem | None) -> None:
        """A click that was no drag: of several chosen cards this one stays."""
        self.scene().clearSelection()
        if card is not None:
            card.setSelected(True)

    def _let_go(self, cards: list[CardId], column: ColumnItem, under: CardItem | None) -> None:
        if column.kind == NEW:
            self.dropped_on_new.emit(cards)
        elif column.group_id is not None:
            self.dropped_on_group.emit(cards, column.group_id)
        elif under is not None:
            self.dropped_on_card.emit(cards, under.face.card.id)
        else:
            self.dropped_on_loose.emit(cards)

    def _pick_up(self) -> None:
        self._moving = True
        self._hand = [item for c in self.columns for item in c.cards if item.isSelected()]
        self._homes = {id(item): item.pos() for item in self._hand}
        for depth, item in enumerate(self._hand):
            where = item.scenePos()
            item.setParentItem(None)  # type: ignore[arg-type]  # Qt takes "no parent"
            if item.scene() is None:
                self.scene().addItem(item)
            item.setPos(where)
            item.setZValue(100 - depth)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 10)
        shadow.setColor(QColor(15, 30, 35, 71))
        if self._hand:
            self._hand[0].setGraphicsEffect(shadow)

    def _carry(self, here: QPoint) -> None:
        where = self.mapToScene(here)
        for depth, item in enumerate(self._hand[:3]):
            item.setPos(where + QPointF(-60 + 7 * depth, -16 + 7 * depth))
        for item in self._hand[3:]:
            item.setVisible(False)
        over = self._column_at(here)
        for column in self.columns:
            if column.hovered != (column is over):
                column.hovered = column is over
                column.update()
        self._scroll_at_edges(here)

    def _scroll_at_edges(self, here: QPoint) -> None:
        area = self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, place, size in (
            (across, here.x(), area.width()),
            (down, here.y(), area.height()),
        ):
            step = -SCROLL if place < EDGE else SCROLL if place > size - EDGE else 0
            bar.setValue(bar.value() + step)

    def _go_home(self) -> None:
        """Back to where they were taken from; the core decides where they belong."""
        for column in self.columns:
            column.hovered = False
            for item in column.cards:
                if item in self._hand:
                    item.setGraphicsEffect(None)  # type: ignore[arg-type]  # takes it off
                    item.setParentItem(column)
                    item.setPos(self._homes[id(item)])
                    item.setZValue(0)
                    item.setVisible(True)
            column.update()
        self._hand, self._moving = [], False

    def _card_at(self, place: QPoint, besides: list[CardItem] | None = None) -> CardItem | None:
        for item in self.items(place):
            if isinstance(item, CardItem) and item not in (besides or []):
                return item
        return None

    def _column_at(self, place: QPoint) -> ColumnItem | None:
        point = self.mapToScene(place)
        for column in self.columns:
            if column.sceneBoundingRect().contains(point):
                return column
        return None


class BoardView(BoardInHand):
    """The board with its keys: everything that the mouse does, without a mouse."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """The whole board without a mouse."""
        key = event.key()
        asked: dict[int, Callable[[], None]] = {
            Qt.Key.Key_G: lambda: self._ask(self.group_asked),
            Qt.Key.Key_U: lambda: self._ask(self.ungroup_asked),
            Qt.Key.Key_Delete: lambda: self._ask(self.set_aside_asked),
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_Escape: self._go_home,
        }
        if key in asked:
            asked[key]()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(key, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _ask(self, signal: SignalInstance) -> None:
        cards = self.chosen()
        if cards:
            signal.emit(cards)

    def _edit(self) -> None:
        focused = self._focused()
        if focused is not None:
            self.edit_asked.emit(focused)

    def _toggle(self) -> None:
        item = self.scene().focusItem()
        if item is not None:
            item.setSelected(not item.isSelected())

    def _step(self, key: int, *, extend: bool) -> None:
        """The next card up, down, or beside; from nowhere to the first."""
        filled = [column.cards for column in self.columns if column.cards]
        if not filled:
            return
        focused = self._focused()
        place = next(
            (
                (c, r)
                for c, cards in enumerate(filled)
                for r, item in enumerate(cards)
                if item.face.card.id == focused
            ),
            None,
        )
        column, row = place if place else (0, -1 if key == Qt.Key.Key_Down else 0)
        column += (key == Qt.Key.Key_Right) - (key == Qt.Key.Key_Left)
        column = max(0, min(column, len(filled) - 1))
        row += (key == Qt.Key.Key_Down) - (key == Qt.Key.Key_Up)
        item = filled[column][max(0, min(row, len(filled[column]) - 1))]
        if not extend:
            self.scene().clearSelection()
        item.setFocus()
        if extend:
            item.setSelected(True)
        self.ensureVisible(item)
