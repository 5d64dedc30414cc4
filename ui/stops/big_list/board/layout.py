"""Where columns and cards stand on the board: laid out from the core's values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView

from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board, BoardCard
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.card import FAINT, CardFace, CardItem
from ui.stops.big_list.board.column import ASIDE, GAP, GROUP, LOOSE, NEW, PAD, BoardColumn
from ui.theme.theme import Theme


class BoardLayout:
    """The columns and cards on a view's scene, and what lies where.

    Points and rectangles are of the viewport. A card that still shows the same keeps its item when
    the board is laid out again, so that an edit costs only what it changes.
    """

    def __init__(self, view: QGraphicsView, theme: Theme) -> None:
        self.view = view
        self._theme = theme
        self.columns: list[BoardColumn] = []
        self.cards: dict[CardId, CardItem] = {}
        self.drawer_open = False

    def show(self, board: Board, captions: Captions) -> None:
        """Lay out a board, with what stands on its cards and groups besides their words."""
        old_cards = self._clear()

        def face(card: BoardCard, headline: str = "") -> CardFace:
            opposite = captions.opposite(card.id)
            return CardFace(card, captions.kind(card), captions.way(card), headline, opposite)

        self._add(BoardColumn(self._theme, LOOSE), board.loose, face, old_cards)
        for group in board.groups:
            column = BoardColumn(self._theme, GROUP, group, captions.opposite(group.id))
            self._add(column, group.cards, face, old_cards)
        self._add(BoardColumn(self._theme, NEW), (), face, old_cards)
        self.columns[-1].hint = _hint(board)
        if self.drawer_open and board.aside:
            self._add(BoardColumn(self._theme, ASIDE), board.aside, face, old_cards)
        for item in old_cards.values():
            self.view.scene().removeItem(item)
        self.stretch_columns()

    def stretch_columns(self) -> None:
        """Let all columns reach down to the tallest one, or to the bottom of the view."""
        if not self.columns:
            return
        tallest = max(column.height for column in self.columns)
        for column in self.columns:
            column.stretch(max(tallest, self.view.viewport().height() - 2))
        first, last = self.columns[0], self.columns[-1]
        self.view.setSceneRect(last.sceneBoundingRect() | first.sceneBoundingRect())

    def keep_headlines_in_sight(self) -> None:
        """Move the headlines to where the view has scrolled to."""
        top = self.view.mapToScene(QPoint(0, 0)).y()
        for column in self.columns:
            column.keep_head_in_sight(top)

    def restyle(self) -> None:
        """Take the theme's colours; cards cache their pictures, so each is painted again."""
        for column in self.columns:
            column.restyle()
        for item in self.view.scene().items():
            item.update()

    def paint_columns(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint the ground of each column that an exposed part of the scene touches."""
        left, right = exposed.left(), exposed.right()
        for column in self.columns:
            if column.left < right and column.right > left:
                column.paint_on_board(painter, exposed)

    def highlight(self, cards: Sequence[CardId] | None) -> None:
        """Fade all cards but these; None shows all of them alike."""
        wanted = None if cards is None else set(cards)
        for card_id, item in self.cards.items():
            item.setOpacity(1.0 if wanted is None or card_id in wanted else FAINT)

    def reveal(self, item: CardItem) -> None:
        """Scroll until a card is in sight and not covered by its column's headline."""
        column = next(column for column in self.columns if item in column.cards)
        top = item.pos().y() - column.head_height
        high = item.height + column.head_height
        self.view.ensureVisible(column.left, top, column.width, high, 12, 12)

    def reveal_head(self, column: BoardColumn) -> None:
        """Scroll until a column's headline is in sight."""
        self.view.ensureVisible(column.head, 12, 0)

    def card_at(self, point: QPoint) -> CardItem | None:
        """The card at a point of the viewport, unless a headline covers it there."""
        item = self.view.itemAt(point)
        return item if isinstance(item, CardItem) else None

    def column_at(self, point: QPoint) -> BoardColumn | None:
        """The column at a point of the viewport."""
        x = self.view.mapToScene(point).x()
        for column in self.columns:
            if column.left <= x <= column.right:
                return column
        return None

    def column_with(self, card: CardId) -> BoardColumn:
        """The column in which a card stands."""
        return next(c for c in self.columns if any(i.face.card.id == card for i in c.cards))

    def area_of(self, item: QGraphicsItem) -> QRect:
        """An item's rectangle on the viewport."""
        return self.view.mapFromScene(item.sceneBoundingRect()).boundingRect()

    def cards_in_sight(self) -> Iterator[CardItem]:
        """The cards of which any part is in sight, column by column."""
        area = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        for column in self.columns:
            if column.left > area.right() or column.left + column.width < area.left():
                continue
            for item in column.cards:
                top = item.scenePos().y()
                if top < area.bottom() and top + item.height > area.top():
                    yield item

    def _clear(self) -> dict[CardId, CardItem]:
        """Remove the headlines; the cards stay on the scene until it is known which are needed."""
        for column in self.columns:
            self.view.scene().removeItem(column.head)
        old_cards = self.cards
        self.columns, self.cards = [], {}
        return old_cards

    def _add(
        self,
        column: BoardColumn,
        cards: tuple[BoardCard, ...],
        face: Callable[[BoardCard, str], CardFace],
        old_cards: dict[CardId, CardItem],
    ) -> None:
        width = column.width - 2 * self._theme.px(PAD)
        headline = column.group.headline if column.group else ""
        self.view.scene().addItem(column.head)
        items = [self._item(face(card, headline), width, old_cards) for card in cards]
        self.cards |= {item.face.card.id: item for item in items}
        column.place(len(self.columns) * (column.width + GAP + 2), items)
        self.columns.append(column)

    def _item(self, face: CardFace, width: float, old_cards: dict[CardId, CardItem]) -> CardItem:
        """The card's old item when that shows the same, which is taken out of `old_cards`."""
        old = old_cards.get(face.card.id)
        if old is not None and old.shows(face):
            del old_cards[face.card.id]
            return old
        item = CardItem(face, width, self._theme)
        self.view.scene().addItem(item)
        return item


def _hint(board: Board) -> str:
    if not board.groups:
        return _("Put two cards together that belong together.")
    return _("Drop cards here.")
