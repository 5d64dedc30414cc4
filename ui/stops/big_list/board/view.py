"""The board of the big list as a widget: it hands what happens on it to its parts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.accessible import make_accessible
from ui.stops.big_list.board.animation import BoardAnimation
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.headline_editor import HeadlineEditor
from ui.stops.big_list.board.keys import BoardKeys
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.mouse import BoardMouse
from ui.stops.big_list.board.selection import BoardSelection
from ui.stops.big_list.board.touch import BoardTouch
from ui.stops.big_list.menus import card_menu, group_menu
from ui.theme.focus import INK_RING
from ui.theme.theme import Theme

CACHE_KB = 200_000  # the default of 10 MB thrashes with a thousand cards


class BoardView(QGraphicsView):
    """Columns of cards that can be selected, dragged and renamed.

    The parts do the work: `board_layout` knows what lies where, `selection` what is selected and
    focused, `drag` what is being moved, `headlines` edits in place; `keys` and the parts for mouse
    and touch turn events into calls of these. Selection and focus survive when the board is shown
    again.
    """

    def __init__(self, theme: Theme, actions: BoardActions) -> None:
        super().__init__()
        self._theme, self._board_actions = theme, actions
        scene = QGraphicsScene()
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setScene(scene)
        self.board_layout = BoardLayout(self, theme)
        self.selection = BoardSelection(self.board_layout)
        self._animation = BoardAnimation(self.board_layout)
        self.drag = BoardDrag(self.board_layout, actions, self._animation, theme)
        self.headlines = HeadlineEditor(self.board_layout, actions, theme)
        self.keys = BoardKeys(self.board_layout, self.selection, self.drag, self.headlines, actions)
        self._mouse = BoardMouse(self.board_layout, self.selection, self.drag)
        self._touch = BoardTouch(
            self.board_layout, self.selection, self.drag, self.headlines.edit_at
        )
        self._set_up()
        theme.changed.connect(self._restyle)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._restyle()
        make_accessible(self.board_layout, self.selection, self.headlines.field)
        # Comes last, for children are deleted in this order, and a scene that is deleted still
        # emits `focusItemChanged`: the parts that listen must be gone by then.
        scene.setParent(self)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Big list"))
        self.setCornerWidget(QWidget())  # without one Qt draws a grip where two scroll bars meet
        self.setProperty(INK_RING, True)  # noqa: FBT003 - Qt's own
        # `drawBackground` paints all of it; otherwise Qt paints the page below in each frame.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QPixmapCache.setCacheLimit(CACHE_KB)

    @property
    def columns(self) -> list[BoardColumn]:
        """The columns, from left to right."""
        return self.board_layout.columns

    @property
    def cards(self) -> dict[CardId, CardItem]:
        """The cards on the board, by id."""
        return self.board_layout.cards

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board, with what stands on its cards and groups besides their words."""
        positions = self._animation.positions()
        selected, focused = set(self.selection.cards()), self.selection.focused()
        scrolled = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        with QSignalBlocker(self.scene()):
            self.drag.cancel()
            self._mouse.forget_card()
            self.board_layout.show(board, captions)
            self.selection.restore(selected, focused)
            self.horizontalScrollBar().setValue(scrolled[0])
            self.verticalScrollBar().setValue(scrolled[1])
        self.board_layout.keep_headlines_in_sight()
        self.selection.announce()
        self._animation.slide_from(positions)

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        exposed = QRectF(rect)
        painter.fillRect(exposed, self.backgroundBrush())
        self.board_layout.paint_columns(painter, exposed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board_layout.stretch_columns()
        self.drag.view_resized()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus the card that had the keyboard last, even if it has a new item meanwhile."""
        last = self.selection.last_focused
        super().focusInEvent(event)
        self.selection.focus_again(last)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.headlines.edit_at(event.position().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the selected cards, or of a group."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        point = event.pos() if by_mouse else self._middle_of_focused()
        card, column = self.board_layout.card_at(point), self.board_layout.column_at(point)
        actions = self._board_actions
        if card is not None:
            if not card.isSelected():
                self.selection.select_only(card)
            menu = card_menu(self, self.headlines, actions, self.selection.cards_or_focused())
        elif column is not None and column.group_id is not None:
            menu = group_menu(self, self.headlines, actions, column.group_id)
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(point))

    def _middle_of_focused(self) -> QPoint:
        focused = self.selection.focused()
        if focused is None:
            return QPoint(-1, -1)
        self.board_layout.reveal(self.cards[focused])
        return self.board_layout.area_of(self.cards[focused]).center()

    def _scrolled(self, _value: int) -> None:
        self.board_layout.keep_headlines_in_sight()

    def _restyle(self) -> None:
        self.setBackgroundBrush(QColor(self._theme.tokens.canvas))
        self.board_layout.restyle()
