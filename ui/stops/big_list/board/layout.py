"""The board as it is shown: columns of cards, laid out from the core's values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board, BoardCard
from ui.stops.big_list.board.card import FAINT, CardFace, CardItem
from ui.stops.big_list.board.column import ASIDE, GAP, GROUP, LOOSE, NEW, PAD, BoardColumn
from ui.theme.focus import INK_RING, OWN_FOCUS
from ui.theme.theme import Theme

CACHE_KB = 200_000  # the default of 10 MB thrashes with a thousand cards


class BoardShown(QGraphicsView):
    """Columns of cards; what is chosen and focused stays so when they are laid out anew."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.columns: list[BoardColumn] = []
        self.cards: dict[CardId, CardItem] = {}
        self.drawer_open = False
        self._had: CardId | None = None  # the card that had the keyboard last
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        scene.selectionChanged.connect(self.chosen_changed)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Big list"))
        self.setCornerWidget(QWidget())  # where two scroll bars meet, Qt draws a grip otherwise
        self.setProperty(INK_RING, True)  # noqa: FBT003 - Qt's own
        scene.focusItemChanged.connect(self._show_focus)
        # All of it is painted by `drawBackground`; else Qt paints the page below in each frame.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._dress)
        self._dress()
        self.verticalScrollBar().valueChanged.connect(self._keep_heads)
        QPixmapCache.setCacheLimit(CACHE_KB)

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The ground of each column that is touched, on the page's own."""
        shown = QRectF(rect)
        painter.fillRect(shown, self.backgroundBrush())
        left, right = shown.left(), shown.right()
        for column in self.columns:
            if column.left < right and column.right > left:
                column.paint_on_board(painter, shown)

    def _dress(self) -> None:
        """The page's own ground; cards keep pictures of themselves, which are painted anew."""
        self.setBackgroundBrush(QColor(self._theme.tokens.canvas))
        for column in self.columns:
            column.dress()
        for item in self.scene().items():
            item.update()

    def show_board(
        self, board: Board, kinds: Mapping[CardId, str], ways: Mapping[str, str]
    ) -> None:
        """Lay the board out anew."""
        chosen, focused = set(self.marked()), self.focused()
        here = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.scene().blockSignals(True)  # noqa: FBT003 - Qt's own
        kept = self._take_off()

        def face(card: BoardCard, headline: str = "") -> CardFace:
            return CardFace(card, kinds.get(card.id, ""), ways.get(card.way or "", ""), headline)

        self._fill(BoardColumn(self._theme, LOOSE), board.loose, face, kept)
        for group in board.groups:
            self._fill(BoardColumn(self._theme, GROUP, group), group.cards, face, kept)
        self._fill(BoardColumn(self._theme, NEW), (), face, kept)
        self.columns[-1].hint = _hint(board)
        if self.drawer_open and board.aside:
            self._fill(BoardColumn(self._theme, ASIDE), board.aside, face, kept)
        for item in kept.values():
            self.scene().removeItem(item)
        self._line_up()
        self._choose_again(chosen, focused)
        self.horizontalScrollBar().setValue(here[0])
        self.verticalScrollBar().setValue(here[1])
        self.scene().blockSignals(False)  # noqa: FBT003
        self._keep_heads()
        self._show_focus()
        self.chosen_changed.emit()

    def _choose_again(self, chosen: set[CardId], focused: CardId | None) -> None:
        for card_id, item in self.cards.items():
            item.setSelected(card_id in chosen)
        if focused in self.cards:
            self.cards[focused].setFocus()

    def marked(self) -> list[CardId]:
        """The selected cards, in the board's order."""
        return [i.face.card.id for c in self.columns for i in c.cards if i.isSelected()]

    def chosen(self) -> list[CardId]:
        """The selected cards; the focused one when none is selected."""
        focused = self.focused()
        return self.marked() or ([focused] if focused is not None else [])

    def focused(self) -> CardId | None:
        """The card that has the keyboard, or would have it."""
        item = self.scene().focusItem()
        if isinstance(item, CardItem):
            return item.face.card.id
        return None if self.hasFocus() or self._had not in self.cards else self._had

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Back to the card that had the keyboard, also when it was laid out anew meanwhile."""
        had = self._had
        super().focusInEvent(event)
        if self.scene().focusItem() is None and had in self.cards:
            self.cards[had].setFocus()

    def _show_focus(self, *_what: object) -> None:
        """A card wears its own ring; while none does, the board has one around it."""
        item = self.scene().focusItem()
        self.setProperty(OWN_FOCUS, item is not None)
        if self.hasFocus():
            self._had = item.face.card.id if isinstance(item, CardItem) else None

    def show_item(self, item: CardItem) -> None:
        """Scroll until a card can be seen, and is not below its column's headline."""
        column = next(column for column in self.columns if item in column.cards)
        top = item.pos().y() - column.head_height
        high = item.height + column.head_height
        self.ensureVisible(column.left, top, column.width, high, 12, 12)

    def show_only(self, cards: Sequence[CardId] | None) -> None:
        """Let these stand out and all others step back; None for all alike."""
        wanted = None if cards is None else set(cards)
        for card_id, item in self.cards.items():
            item.setOpacity(1.0 if wanted is None or card_id in wanted else FAINT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns reach down to the foot of the window."""
        super().resizeEvent(event)
        if self.columns:
            self._line_up()

    def _take_off(self) -> dict[CardId, CardItem]:
        """The headlines go; cards stay on the scene until it is known which of them are wanted."""
        for column in self.columns:
            self.scene().removeItem(column.head)
        kept = self.cards
        self.columns, self.cards = [], {}
        return kept

    def _fill(
        self,
        column: BoardColumn,
        cards: tuple[BoardCard, ...],
        face: Callable[[BoardCard, str], CardFace],
        kept: dict[CardId, CardItem],
    ) -> None:
        width = column.width - 2 * self._theme.px(PAD)
        headline = column.shown.headline if column.shown else ""
        self.scene().addItem(column.head)
        items = [self._item(face(card, headline), width, kept) for card in cards]
        self.cards |= {item.face.card.id: item for item in items}
        column.stand_at(len(self.columns) * (column.width + GAP + 2), items)
        self.columns.append(column)

    def _item(self, face: CardFace, width: float, kept: dict[CardId, CardItem]) -> CardItem:
        """The card that shows this already; a new one when it says something else now."""
        there = kept.get(face.card.id)
        if there is not None and there.shows(face):
            del kept[face.card.id]
            return there
        made = CardItem(face, width, self._theme)
        self.scene().addItem(made)
        return made

    def _line_up(self) -> None:
        tallest = max((column.height for column in self.columns), default=0)
        for column in self.columns:
            column.stretch(max(tallest, self.viewport().height() - 2))
        last = self.columns[-1]
        self.setSceneRect(last.sceneBoundingRect() | self.columns[0].sceneBoundingRect())

    def _keep_heads(self, _value: int = 0) -> None:
        top = self.mapToScene(QPoint(0, 0)).y()
        for column in self.columns:
            column.keep_head_in_sight(top)

    def card_at(self, place: QPoint) -> CardItem | None:
        """The card at a point of the viewport, unless a headline lies over it."""
        over = self.itemAt(place)
        return over if isinstance(over, CardItem) else None

    def column_at(self, place: QPoint) -> BoardColumn | None:
        """The column at a point of the viewport."""
        x = self.mapToScene(place).x()
        for column in self.columns:
            if column.left <= x <= column.right:
                return column
        return None


def _hint(board: Board) -> str:
    if not board.groups:
        return _("Put two cards together that belong together.")
    return _("Drop cards here.")
