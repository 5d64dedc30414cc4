"""What lies where on the board: its columns and cards, laid out from the core's values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board, BoardCard
from ui.stops.big_list.board.arrangement import FullSize, Ground, WholeList
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.card import CardItem, CardPainter
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW, BoardColumn
from ui.stops.big_list.board.face import CardFace
from ui.stops.big_list.board.scrolling import BoardScroll
from ui.theme.mirror import reckoned, reckoned_area
from ui.theme.theme import Theme


class BoardLayout:
    """The columns and cards on a view, and what lies where.

    Points and rectangles are of the viewport. A card that still shows the same keeps its item, and
    its height, when the board is shown again; nothing of it is painted before it is in sight.
    """

    def __init__(self, view: QAbstractScrollArea, theme: Theme) -> None:
        self.view = view
        self.theme = theme
        self.card_painter = CardPainter(theme)
        self.full, self.small = FullSize(theme, self.card_painter), WholeList(theme)
        self.ground = Ground()
        self.scrolling = BoardScroll(self)
        self.columns: list[BoardColumn] = []
        self.cards: dict[CardId, CardItem] = {}
        self.drawer_open = self.is_small = self.is_moving = False
        self._on_wall: tuple[GroupId, str] | None = None
        self.marker: QRectF | None = None  # where a dragged group would be put
        self._captions: Captions | None = None  # of the board that is shown
        self._has_old_captions = False  # while the next one is taken
        self.refreshed: Callable[[], object] = lambda: None  # called when anything is repainted

    @property
    def arrangement(self) -> FullSize | WholeList:
        """How the columns are placed now."""
        return self.small if self.is_small else self.full

    def show(self, board: Board, captions: Captions) -> None:
        """Lay out a board, with what stands on its cards and groups besides their words."""
        old, offsets = self.cards, {column.key: column.offset for column in self.columns}
        self.columns, self.cards = [], {}
        self._has_old_captions, self._captions = captions == self._captions, captions
        self._add(BoardColumn(self.theme, LOOSE), board.loose, captions, old)
        for group in board.groups:
            opposite, slot = captions.opposite(group.id), captions.slots.get(group.id, 0)
            column = BoardColumn(self.theme, GROUP, group, opposite, slot)
            column.on_wall = self._words_on_wall(column)
            self._add(column, group.cards, captions, old)
        self._add(BoardColumn(self.theme, NEW), (), captions, old)
        if self.drawer_open and board.aside:
            self._add(BoardColumn(self.theme, ASIDE), board.aside, captions, old)
        self._say_what_to_do(board)
        for column in self.columns:
            column.is_new = column.key not in offsets
            column.offset = offsets.get(column.key, 0.0)
        self.arrange()

    def mark_on_wall(self, mark: tuple[GroupId, str] | None) -> None:
        """Mark the group that the room sees, with words like "On the Wall, page 1"."""
        if mark == self._on_wall:
            return
        self._on_wall = mark
        for column in self.columns:
            words = self._words_on_wall(column)
            if words != column.on_wall:
                column.on_wall, column.head_picture = words, None
        self.arrange()

    def _words_on_wall(self, column: BoardColumn) -> str:
        marked, words = self._on_wall or (None, "")
        return words if marked is not None and column.group_id == marked else ""

    def arrange(self) -> None:
        """Place the columns anew: the view has another size, or shows another list."""
        if not self.columns:
            return
        size, ground = self.view.viewport().size(), self.ground
        ground.width, ground.height = size.width(), size.height()
        ground.margin = self.theme.px(28)
        self.arrangement.arrange(self.columns, ground)
        for column in self.columns:
            column.scroll_to(column.offset)
        self.refresh()

    def show_small(self, *, on: bool) -> None:
        """Show the whole list small, or each card with all of its words."""
        self.is_small = on
        for column in self.columns:
            column.head_picture = None
        self.arrange()

    def refresh(self, area: QRectF | None = None) -> None:
        """Paint a part of the board again, or all of it."""
        if area is None:
            self.view.viewport().update()
        else:
            part = area.toAlignedRect().adjusted(-8, -8, 8, 8)
            self.view.viewport().update(self.reckoned_area(part))
        self.refreshed()

    def is_in_row(self, column: BoardColumn) -> bool:
        """Whether a column stands among the groups, which scroll sideways."""
        return column.kind != LOOSE and not column.is_chip

    def card_at(self, point: QPoint) -> CardItem | None:
        """The card at a point, unless a headline covers it there."""
        column = self.column_at(point)
        if column is None:
            return None
        spot = QRectF(QPointF(point), QPointF(point)).adjusted(-0.5, -0.5, 0.5, 0.5)
        return next((item for item in column.cards_in(spot)), None)

    def column_at(self, point: QPoint) -> BoardColumn | None:
        """The column at a point."""
        found = [column for column in self.columns if column.shown.contains(QPointF(point))]
        chips = [column for column in found if column.is_chip]
        if chips and self.is_moving:
            return chips[0]
        return next((column for column in found if not column.is_chip), None)

    def column_with(self, card: CardId) -> BoardColumn:
        """The column in which a card stands."""
        return self.cards[card].column

    def area_of(self, thing: CardItem | BoardColumn) -> QRect:
        """Where the viewport shows a card or a column, even where it is scrolled out of sight."""
        return self.reckoned_area(thing.area.toAlignedRect())

    def reckoned(self, point: QPoint) -> QPoint:
        """A point of the viewport as the layout reckons: from where lines begin."""
        return reckoned(point, self.view.viewport().width())

    def reckoned_area(self, area: QRect) -> QRect:
        """A rectangle of the viewport as the layout reckons, and back."""
        return reckoned_area(area, self.view.viewport().width())

    def cards_in_sight(self) -> Iterator[CardItem]:
        """The cards of which any part is in sight, column by column."""
        shown = QRectF(self.view.viewport().rect())
        for column in self.columns:
            yield from column.cards_in(shown)

    def _add(
        self,
        column: BoardColumn,
        cards: tuple[BoardCard, ...],
        captions: Captions,
        old: dict[CardId, CardItem],
    ) -> None:
        headline = column.group.headline if column.group else ""
        items = [self._item(card, headline, column, captions, old) for card in cards]
        column.take(items)
        self.cards |= {item.face.card.id: item for item in items}
        self.columns.append(column)

    def _item(
        self,
        card: BoardCard,
        group: str,
        column: BoardColumn,
        captions: Captions,
        old: dict[CardId, CardItem],
    ) -> CardItem:
        """The card's item, which stays the same as long as it looks the same."""
        item = old.get(card.id)
        if (
            item is not None
            and self._has_old_captions
            and item.face.card is card
            and item.face.group == group
        ):
            return item
        kind, way, opposite = captions.kind(card), captions.way(card), captions.opposite(card.id)
        if (
            item is not None
            and item.face.group == group
            and item.face.is_of(card, kind, way, opposite)
        ):
            return item
        face = CardFace(card, kind, way, group, opposite)
        if item is not None and item.face.is_of(card, kind, way, opposite):
            item.face = face  # screen readers say the group; it is not painted on the card
            return item
        return CardItem(face, column)

    def _say_what_to_do(self, board: Board) -> None:
        shelf, new = self.columns[0], next(c for c in self.columns if c.kind == NEW)
        if not board.groups:
            new.hint = _("Put two cards together that belong together.")
        elif not board.loose:
            shelf.hint = _("Everything is in a group.")
        else:
            shelf.hint = _("Put two together that belong together.")
