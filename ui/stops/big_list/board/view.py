"""The board of the big list as a widget: it hands what happens on it to its parts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.accessible.views import make_accessible
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.accessible import BoardParts
from ui.stops.big_list.board.animation import BoardAnimation
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.headline_editor import HeadlineEditor
from ui.stops.big_list.board.keys import BoardKeys
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.mouse import BoardMouse
from ui.stops.big_list.board.painting import BoardPainter
from ui.stops.big_list.board.selection import BoardSelection
from ui.stops.big_list.board.touch import BoardTouch
from ui.stops.big_list.menus import card_menu, group_menu
from ui.theme.focus import OWN_FOCUS
from ui.theme.mirror import is_mirrored, painter_of
from ui.theme.theme import Theme

NOTCH = 120  # of a wheel, in eighths of a degree
LINES = 60  # pixels that one notch scrolls


class BoardView(QAbstractScrollArea):
    """Columns of cards that can be selected, dragged and renamed.

    The parts do the work: `board_layout` knows what lies where, `selection` what is selected and
    focused, `drag` what is being moved, `headlines` edits in place; `keys` and the parts for mouse
    and touch turn events into calls of these. All of it is painted, and only what is in sight.
    Selection and focus survive when the board is shown again. `resized` says that the whole list
    is shown small, or at full size again; `used`, that a wheel or a key was turned or pressed, so
    that work which can wait should.
    """

    resized = Signal()
    used = Signal()

    def __init__(self, theme: Theme, actions: BoardActions) -> None:
        super().__init__()
        self._theme, self._board_actions = theme, actions
        self._shown: tuple[Board, Captions] | None = None
        self.board_layout = BoardLayout(self, theme)
        self.selection = BoardSelection(self.board_layout)
        self._painter = BoardPainter(self.board_layout, self.selection, theme)
        self._animation = BoardAnimation(self.board_layout)
        self.drag = BoardDrag(self.board_layout, actions, self._animation, theme)
        self.headlines = HeadlineEditor(self.board_layout, actions, theme)
        self.keys = BoardKeys(self.board_layout, self.selection, self.drag, self.headlines, actions)
        self._mouse = BoardMouse(self.board_layout, self.selection, self.drag, self.keys.bars)
        self._touch = BoardTouch(
            self.board_layout, self.selection, self.drag, self.keys.bars, self.headlines.edit_at
        )
        self._set_up()
        theme.changed.connect(self._restyle)
        self.keys.size_wanted.connect(self.show_small)
        parts = BoardParts(self.board_layout, self.selection, self.headlines, actions)
        tell = make_accessible(parts).tell_soon
        self.selection.changed.connect(tell)
        self.selection.moved.connect(tell)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Big list"))
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        # The board paints all of it; otherwise Qt paints the page below in each frame.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def columns(self) -> list[BoardColumn]:
        """The columns: what is not grouped, then the groups in their order."""
        return self.board_layout.columns

    @property
    def cards(self) -> dict[CardId, CardItem]:
        """The cards on the board, by id."""
        return self.board_layout.cards

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board, with what stands on its cards and groups besides their words."""
        self._shown = (board, captions)
        positions = self._animation.positions()
        self.drag.cancel()
        self._mouse.forget_card()
        self.keys.whole_card.wait_for(None)
        self.board_layout.show(board, captions)
        self.selection.restore()
        self.headlines.follow()
        self._animation.slide_from(positions)

    def turn_drawer(self) -> None:
        """Open the drawer of cards that were set aside, or close it."""
        layout = self.board_layout
        layout.drawer_open = not layout.drawer_open
        if self._shown is not None:
            self.show_board(*self._shown)
        if layout.drawer_open:
            layout.scrolling.to_head(layout.columns[-1])

    def show_small(self, small: bool) -> None:
        """Ctrl+- shows the whole list small, Ctrl+0 all words of each card again."""
        self.keys.whole_card.wait_for(None)
        self.board_layout.show_small(on=small)
        focused = self.selection.focused()
        if focused is not None:
            self.board_layout.scrolling.to_card(self.cards[focused])
        self.resized.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        """At least a headline and a card."""
        return QSize(self._theme.px(200), self._theme.px(180))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self.viewport())
        self._painter.paint(painter, QRectF(self.board_layout.reckoned_area(event.rect())))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board_layout.arrange()
        self.headlines.follow()
        self.drag.view_resized()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selection.refocus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.selection.refocus()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what is below the mouse; with Shift, or a sideways wheel, the groups sideways."""
        self.used.emit()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        right, down = -pixels.x(), -pixels.y()
        if pixels.isNull():
            right, down = (-turn * LINES // NOTCH for turn in (angle.x(), angle.y()))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            right, down = down, 0
        self.keys.whole_card.wait_for(None)
        point = self.board_layout.reckoned(event.position().toPoint())
        self.board_layout.scrolling.by(point, -right if is_mirrored() else right, down)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)
        self.keys.whole_card.wait_for(self._mouse.hovered)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.headlines.edit_at(self.board_layout.reckoned(event.position().toPoint()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.used.emit()
        if not self.keys.press(event):
            event.ignore()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the selected cards, or of a group."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        point = event.pos() if by_mouse else self._middle_of_focused()
        here = self.board_layout.reckoned(point)
        card, column = self.board_layout.card_at(here), self.board_layout.column_at(here)
        actions = self._board_actions
        if card is not None:
            if not self.selection.is_selected(card.face.card.id):
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
        self.board_layout.scrolling.to_card(self.cards[focused])
        return self.board_layout.area_of(self.cards[focused]).center()

    def _restyle(self) -> None:
        self._painter.restyle()
        self.board_layout.refresh()
