"""The big list as a tree: the same cards, the same keys, and native to screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board
from ui.accessible.parts import Action, actions_of
from ui.accessible.rows import make_rows_accessible
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.headline_editor import HeadlineField
from ui.stops.big_list.menus import ask_for_step, card_menu, group_menu, move_menu
from ui.stops.big_list.tree_model import OPPOSITE, SINCE, BoardTreeModel
from ui.theme.theme import Theme
from ui.widgets.gestures import swipes

LARGE = 115  # percent: with larger text than this the words need the room of two columns
Flag = QItemSelectionModel.SelectionFlag


class BoardTree(QTreeView):
    """Groups with their cards below them; G, U, M, Del and Enter as on the board."""

    selection_changed = Signal()

    def __init__(self, theme: Theme, actions: BoardActions) -> None:
        super().__init__()
        self._theme, self._board_actions = theme, actions
        self._rows = BoardTreeModel(theme, self)
        self._is_filling = False
        self.setAccessibleName(_("Big list as a tree"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.setModel(self._rows)
        self.selectionModel().selectionChanged.connect(self._tell)
        header = self.header()
        header.setResizeContentsPrecision(0)  # only what is in sight is asked how wide it is
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.headline = HeadlineField(self.viewport(), theme)
        self.headline.closed.connect(self.setFocus)
        make_rows_accessible(self, self._offers, self.headline)
        swipes(self)

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board, with captions as in `BoardView`. The selection is kept."""
        selected = set(self.selected())
        self._is_filling = True
        self._rows.show_board(board, captions)
        is_large = self._theme.percent > LARGE
        self.setColumnHidden(SINCE, is_large or all(card.rounds == 1 for card in board.cards))
        self.setColumnHidden(OPPOSITE, is_large or not captions.opposites)
        for n in range(self._rows.rowCount()):
            self.expand(self._rows.index(n, 0))
        if selected != set(self.selected()):
            self._select(selected)
        if not self.currentIndex().isValid():
            # Or a screen reader that comes here would say nothing.
            self.selectionModel().setCurrentIndex(self._rows.index(0, 0), Flag.NoUpdate)
        self._is_filling = False

    def _tell(self) -> None:
        if not self._is_filling:
            self.selection_changed.emit()

    def selected(self) -> list[CardId]:
        """The selected cards; a selected group stands for its cards."""
        cards: list[CardId] = []
        for index in self.selectionModel().selectedRows():
            cards += self._rows.cards_at(index)
        return list(dict.fromkeys(cards))

    def _selected_rows(self) -> list[CardId | GroupId]:
        """The selected cards and groups, a group as itself."""
        rows = [self._rows.id_at(index) for index in self.selectionModel().selectedRows()]
        return [row for row in rows if row is not None]

    def focus_card(self, card: CardId) -> None:
        """Select a card alone and scroll to it."""
        self.clearSelection()
        self._select({card})
        self.setFocus()

    def select_also(self, cards: Sequence[CardId]) -> None:
        """Add these to what is selected."""
        self._select({*self.selected(), *cards})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The board's keys; all others are the tree's own."""
        cards, actions = self.selected(), self._board_actions
        by_key: dict[int, Callable[[], object]] = {
            Qt.Key.Key_G: lambda: actions.group(cards),
            Qt.Key.Key_U: lambda: actions.ungroup(cards),
            Qt.Key.Key_B: lambda: actions.bring_back(cards),
            Qt.Key.Key_M: self.begin_move,
            Qt.Key.Key_O: lambda: actions.opposites.press(self._selected_rows()),
            Qt.Key.Key_E: lambda: ask_for_step(self, actions, cards),
            Qt.Key.Key_Delete: lambda: self._set_aside(cards),
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_F4: self._edit,
        }
        if event.key() in by_key and not event.modifiers() and cards:
            by_key[event.key()]()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the selected cards, or of a group."""
        menu = self._menu_of(self.indexAt(event.pos()), self.selected())
        if menu is None:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _menu_of(self, index: QModelIndex, cards: Sequence[CardId]) -> QMenu | None:
        """The menu of a group's row, or of these cards."""
        group = self._group_at(index)
        if group is not None:
            return group_menu(self, self, self._board_actions, group)
        return card_menu(self, self, self._board_actions, cards) if cards else None

    def _offers(self, index: QModelIndex) -> list[Action]:
        """What can be done to a row, or to all cards that are chosen if it is among them."""
        here = self._rows.cards_at(index) if index.parent().isValid() else []
        is_chosen = self.selectionModel().isSelected(index)
        menu = self._menu_of(index, self.selected() if is_chosen else here)
        return actions_of(menu) if menu is not None else []

    def begin_move(self) -> None:
        """M: show a menu of all places."""
        menu = move_menu(self, self._board_actions, self.selected())
        menu.aboutToHide.connect(menu.deleteLater)
        here = self.currentIndex()
        below = self._row_area(here).bottomLeft() if here.isValid() else QPoint(0, 0)
        menu.popup(self.viewport().mapToGlobal(below))

    def edit_card(self, card: CardId) -> None:
        """Edit a card's headline on its row."""
        board = self._board_actions.board()
        words = next((row.headline for row in board.cards if row.id == card), "")
        name = _("A headline of ours")
        self._open(card, words, name, lambda text: self._board_actions.name_card(card, text))

    def edit_group(self, group: GroupId) -> None:
        """Edit a group's headline on its row."""
        words = next(row.headline for row in self._board_actions.board().groups if row.id == group)
        name = _("The group’s headline")
        self._open(group, words, name, lambda text: self._board_actions.name_group(group, text))

    def _open(self, row_id: str, words: str, name: str, accept: Callable[[str], bool]) -> None:
        [index] = self._rows.find([row_id])
        self.scrollTo(index)
        area = self._row_area(index)
        area.setRight(self.columnWidth(0))
        self.headline.open(area, words, row_id, name, accept)

    def _set_aside(self, cards: Sequence[CardId]) -> None:
        """Set cards aside; the row after them, or before, gets the keyboard."""
        rows = self._rows.cards()
        here = rows.index(cards[0])
        order = [row for row in (*rows[here:], *reversed(rows[:here])) if row not in cards]
        if self._board_actions.set_aside(cards) and order:
            self.focus_card(order[0])

    def _edit(self) -> None:
        here = self.currentIndex()
        row_id, group = self._rows.id_at(here) if here.isValid() else None, self._group_at(here)
        if group is not None:
            self.edit_group(group)
        elif row_id is not None:
            self.edit_card(CardId(row_id))

    def _group_at(self, index: QModelIndex) -> GroupId | None:
        """The group whose heading stands there."""
        is_heading = index.isValid() and not index.parent().isValid()
        row_id = self._rows.id_at(index) if is_heading else None
        return GroupId(row_id) if row_id is not None else None

    def _row_area(self, index: QModelIndex) -> QRect:
        """A whole row on the viewport."""
        first = self.visualRect(index.siblingAtColumn(0))
        return QRect(first.left(), first.top(), self.viewport().width(), first.height())

    def _select(self, cards: set[CardId]) -> None:
        chosen, found = QItemSelection(), self._rows.find(cards)
        for index in found:
            chosen.select(index, index.siblingAtColumn(OPPOSITE))
        if found:
            self.selectionModel().setCurrentIndex(found[-1], Flag.NoUpdate)
            self.selectionModel().select(chosen, Flag.Select | Flag.Rows)
            self.scrollTo(found[-1])
