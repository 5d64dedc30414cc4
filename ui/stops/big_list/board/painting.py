"""The board on the screen: columns, the cards in sight, and the focus ring."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPixmap

from cxworkshop.model import CardId
from ui.stops.big_list.board.card import FAINT, CardItem
from ui.stops.big_list.board.column import ASIDE, LOOSE, NEW, BoardColumn
from ui.stops.big_list.board.head import paint_ground
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.line import LinePainter
from ui.stops.big_list.board.selection import BoardSelection
from ui.theme.mirror import draw_pixmap
from ui.theme.theme import Theme
from ui.widgets.drag_overlay import paint_pixmap

MOST = 600  # pictures of cards that are kept: some screens full
REACH = 6  # pixels by which a ring reaches beyond its card


class CardPictures:
    """Pictures of the cards that were painted last; words are laid out once, not at each scroll."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[CardId, bool], tuple[object, QPixmap]] = OrderedDict()

    def clear(self) -> None:
        """Forget all of them: colours or fonts have changed."""
        self._pictures.clear()

    def get(
        self,
        card: CardItem,
        looks: object,
        ratio: float,
        paint: Callable[[QPainter], None],
        *,
        selected: bool,
    ) -> QPixmap:
        """The picture of a card that looks like this, painted if it is not there.

        A card has one for when it is selected, and one for when it is not.
        """
        key = card.face.card.id, selected
        known = self._pictures.get(key)
        if known is not None and known[0] == looks:
            self._pictures.move_to_end(key)
            return known[1]
        picture = paint_pixmap(QSizeF(card.width, card.height), ratio, paint)
        self._pictures[key] = looks, picture
        self._pictures.move_to_end(key)
        if len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        return picture


class BoardPainter:
    """Paints what is in sight of a board."""

    def __init__(self, layout: BoardLayout, selection: BoardSelection, theme: Theme) -> None:
        self._layout, self._selection, self._theme = layout, selection, theme
        self._lines = LinePainter(theme)
        self._pictures = CardPictures()

    def restyle(self) -> None:
        """Take the theme's colours."""
        self._pictures.clear()
        for column in self._layout.columns:
            column.head_picture = None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint the part of the board inside a rectangle of the viewport."""
        layout = self._layout
        painter.fillRect(exposed, QColor(self._theme.tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in layout.columns:
            shown = column.shown & exposed
            if not shown.isEmpty() and (not column.is_chip or layout.is_moving):
                painter.setClipRect(shown.adjusted(-1, -1, 1, 1))
                self._paint_column(painter, column, exposed)
        painter.setClipping(False)
        self._paint_border(painter)
        if self._selection.has_keyboard and self._selection.focused() is None:
            self._paint_first_ring(painter)
        if layout.marker is not None:
            painter.fillRect(layout.marker, QColor(self._theme.tokens.accent))

    def _paint_column(self, painter: QPainter, column: BoardColumn, exposed: QRectF) -> None:
        paint_ground(painter, column)
        reach = 0 if column.offset else REACH  # for the ring of the first card
        room = column.cards_area.adjusted(0, -reach, 0, 0) & column.shown
        self._paint_head(painter, column)
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        focused = self._selection.focused()
        for card in column.cards_in(exposed.adjusted(-REACH, -REACH, REACH, REACH)):
            # What is kept as words is not clipped: a card that is cut would lie over others.
            if not self._is_recorded(painter) or room.contains(card.area):
                self._paint_card(painter, card, has_ring=card.face.card.id == focused)
        painter.restore()
        bar = None if self._layout.is_small else column.bar()
        if bar is not None:
            _paint_bar(painter, bar, self._theme)

    def _paint_head(self, painter: QPainter, column: BoardColumn) -> None:
        heads, corner = self._layout.arrangement.heads, column.area.topLeft()
        if self._is_recorded(painter) or column.kind == NEW:  # its words stand below its head
            heads.paint(painter, column)
            return
        ratio = painter.device().devicePixelRatioF()
        size, picture = column.head.size(), column.head_picture
        whole = QSizeF(size.toSize())
        made_for = picture and (picture.deviceIndependentSize(), picture.devicePixelRatio())
        if picture is None or made_for != (whole, ratio):

            def paint(into: QPainter) -> None:
                into.translate(-corner)
                heads.paint(into, column)

            picture = column.head_picture = paint_pixmap(whole, ratio, paint)
        draw_pixmap(painter, corner, picture)

    def _paint_card(self, painter: QPainter, card: CardItem, *, has_ring: bool) -> None:
        place = card.area.translated(*card.slide)
        if self._is_recorded(painter):
            painter.save()
            painter.translate(place.topLeft())
            self._paint_face(painter, card)
            painter.restore()
        else:
            draw_pixmap(painter, place.topLeft(), self._picture(painter, card))
        if has_ring and self._selection.has_keyboard and not card.is_dragged:
            grow, corner = (2.5, 5) if self._layout.is_small else (3.5, 11)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.tokens.ink), 3))
            painter.drawRoundedRect(place.adjusted(-grow, -grow, grow, grow), corner, corner)

    def _paint_first_ring(self, painter: QPainter) -> None:
        """Show that the board has the keyboard, and that the next arrow goes to its first card."""
        for column in self._layout.columns[:1]:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.tokens.ink), 3))
            painter.drawRoundedRect(column.head.adjusted(2, 2, -2, -2), 8, 8)

    def _is_recorded(self, painter: QPainter) -> bool:
        """Whether what is painted is kept as words and lines, and not as pixels."""
        return painter.paintEngine().type() != QPaintEngine.Type.Raster

    def _picture(self, painter: QPainter, card: CardItem) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        selected = self._selection.is_selected(card.face.card.id)
        looks = (card.face, card.width, card.height, card.edge, card.is_dragged, ratio)
        return self._pictures.get(
            card, looks, ratio, lambda into: self._paint_face(into, card), selected=selected
        )

    def _paint_face(self, painter: QPainter, card: CardItem) -> None:
        selected = self._selection.is_selected(card.face.card.id)
        cards = self._layout.card_painter
        if self._layout.is_small:
            if card.is_dragged:
                painter.setOpacity(painter.opacity() * FAINT)
            size = card.width, card.height
            self._lines.paint(painter, card.face, size, selected=selected, edge=card.edge)
        elif card.is_dragged:
            cards.paint_dragged(painter, card.face, card.width)
        else:
            cards.paint(painter, card.face, card.width, selected=selected, edge=card.edge)

    def _paint_border(self, painter: QPainter) -> None:
        """Paint the handle between the shelf and the groups, and how far the groups go on."""
        layout, ground = self._layout, self._layout.ground
        if layout.is_small:
            if ground.extent > ground.height:
                _paint_bar(painter, small_bar(layout), self._theme)
            return
        handle = border_handle(layout)
        if handle is not None:
            middle = QRectF(0, 0, self._theme.px(40), 4)
            middle.moveCenter(handle.center())
            _paint_bar(painter, middle, self._theme)
        across = groups_bar(layout)
        if across is not None:
            _paint_bar(painter, across, self._theme)


def border_handle(layout: BoardLayout) -> QRectF | None:
    """Where the border between the shelf and the groups is held; None where there is none."""
    grouped = any(column.kind not in (LOOSE, ASIDE) and column.cards for column in layout.columns)
    if layout.is_small or layout.ground.left or not grouped or not layout.columns[0].cards:
        return None
    shelf = layout.columns[0].area
    high = layout.full.groups_top - shelf.bottom()
    return QRectF(shelf.left(), shelf.bottom(), shelf.width(), high)


def groups_bar(layout: BoardLayout) -> QRectF | None:
    """The handle of the bar that scrolls the groups sideways; it lies below them."""
    ground = layout.ground
    if layout.is_small or ground.extent <= ground.pane + 1:
        return None
    wide = ground.pane * ground.pane / ground.extent
    left = ground.across / (ground.extent - ground.pane) * (ground.pane - wide)
    return QRectF(ground.left + left, ground.height - 5, wide, 4)


def small_bar(layout: BoardLayout) -> QRectF:
    """The handle of the bar that scrolls the small list."""
    ground = layout.ground
    high = max(24.0, ground.height * ground.height / ground.extent)
    top = ground.down / (ground.extent - ground.height) * (ground.height - high)
    return QRectF(ground.inner + 6, top, 6, high)


def _paint_bar(painter: QPainter, bar: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.ghost))
    radius = min(bar.width(), bar.height()) / 2
    painter.drawRoundedRect(bar, radius, radius)
