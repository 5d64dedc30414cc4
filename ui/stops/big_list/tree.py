"""The big list as a tree: the same cards, the same keys, and native to screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board, BoardCard
from ui.accessible.parts import Action, actions_of
from ui.accessible.rows import make_rows_accessible
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.headline_editor import HeadlineField
from ui.stops.big_list.menus import ask_for_step, card_menu, group_menu, move_menu
from ui.theme.text_layout import alone
from ui.theme.theme import Theme

ID = Qt.ItemDataRole.UserRole  # a card's or a group's
LARGE = 115  # percent: with larger text than this the words need the room of two columns
SINCE, OPPOSITE = 4, 5  # columns that are hidden while they have nothing to say


class BoardTree(QTreeWidget):
    """Groups with their cards below them; G, U, M, Del and Enter as on the board."""

    def __init__(self, theme: Theme, actions: BoardActions) -> None:
        super().__init__()
        self._theme, self._board_actions = theme, actions
        self.setAccessibleName(_("Big list as a tree"))
        self.setHeaderLabels(
            ["", _("Customers"), _("Who"), _("Way"), _("Since round"), _("Opposite")]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.headline = HeadlineField(self.viewport(), theme)
        self.headline.closed.connect(self.setFocus)
        make_rows_accessible(self, self._offers, self.headline)

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board, with captions as in `BoardView`. The selection is kept."""
        selected = set(self.selected())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for group in board.groups:
            top = QTreeWidgetItem([alone(group.letter, group.headline), str(len(group.customers))])
            top.setFont(0, self._theme.font("strong"))
            against = captions.opposite(group.id)
            top.setText(OPPOSITE, against.replace("\n", ", "))
            top.setToolTip(0, against)
            self.addTopLevelItem(self._prepared(top, group.id))
            top.addChildren([self._row(card, captions) for card in group.cards])
        for title, cards in ((_("Not grouped yet"), board.loose), (_("Set aside"), board.aside)):
            if cards:
                top = QTreeWidgetItem([f"{title} ({len(cards)})"])
                self.addTopLevelItem(self._prepared(top, None))
                top.addChildren([self._row(card, captions) for card in cards])
        is_large = self._theme.percent > LARGE
        self.setColumnHidden(SINCE, is_large or all(card.rounds == 1 for card in board.cards))
        self.setColumnHidden(OPPOSITE, is_large or not captions.opposites)
        self.expandAll()
        self._select(selected)
        first = self.topLevelItem(0)
        if first is not None and not self.currentIndex().isValid():
            # Or a screen reader that comes here would say nothing.
            self.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.blockSignals(False)  # noqa: FBT003

    def selected(self) -> list[CardId]:
        """The selected cards; a selected group stands for its cards."""
        cards: list[CardId] = []
        for item in self.selectedItems():
            cards += [row.data(0, ID) for row in _children(item) or [item] if row.parent()]
        return list(dict.fromkeys(cards))

    def _selected_rows(self) -> list[CardId | GroupId]:
        """The selected cards and groups, a group as itself."""
        rows = [item.data(0, ID) for item in self.selectedItems()]
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
        menu = self._menu_of(self.itemAt(event.pos()), self.selected())
        if menu is None:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _menu_of(self, item: QTreeWidgetItem | None, cards: Sequence[CardId]) -> QMenu | None:
        """The menu of a group's row, or of these cards."""
        if item is not None and item.parent() is None and item.data(0, ID):
            return group_menu(self, self, self._board_actions, item.data(0, ID))
        return card_menu(self, self, self._board_actions, cards) if cards else None

    def _offers(self, index: QModelIndex) -> list[Action]:
        """What can be done to a row, or to all cards that are chosen if it is among them."""
        item = self.itemFromIndex(index)
        here = [item.data(0, ID)] if item.parent() is not None else []
        menu = self._menu_of(item, self.selected() if item.isSelected() else here)
        return actions_of(menu) if menu is not None else []

    def begin_move(self) -> None:
        """M: show a menu of all places."""
        menu = move_menu(self, self._board_actions, self.selected())
        menu.aboutToHide.connect(menu.deleteLater)
        item = self.currentItem()
        below = self.visualItemRect(item).bottomLeft() if item else QPoint(0, 0)
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
        item = next(item for item in self._items() if item.data(0, ID) == row_id)
        self.scrollToItem(item)
        area = self.visualItemRect(item)
        area.setRight(self.columnWidth(0))
        self.headline.open(area, words, name, accept)

    def _set_aside(self, cards: Sequence[CardId]) -> None:
        """Set cards aside; the row after them, or before, gets the keyboard."""
        rows = [item.data(0, ID) for item in self._items() if item.parent() is not None]
        here = rows.index(cards[0])
        order = [row for row in (*rows[here:], *reversed(rows[:here])) if row not in cards]
        if self._board_actions.set_aside(cards) and order:
            self.focus_card(order[0])

    def _edit(self) -> None:
        item = self.currentItem()
        if item is None or item.data(0, ID) is None:
            return
        if item.parent() is None:
            self.edit_group(item.data(0, ID))
        else:
            self.edit_card(item.data(0, ID))

    def _row(self, card: BoardCard, captions: Captions) -> QTreeWidgetItem:
        item = QTreeWidgetItem([alone(card.code, card.words), str(len(card.customers))])
        item.setText(2, captions.kind(card))
        item.setText(3, captions.way(card))
        item.setText(SINCE, str(card.since))
        against = captions.opposite(card.id)
        item.setText(OPPOSITE, against.replace("\n", ", "))
        item.setToolTip(0, "\n".join(filter(None, (card.words, against))))
        if not card.headline:
            item.setFont(0, self._theme.font("verbatim_list"))
        return self._prepared(item, card.id)

    def _prepared(self, item: QTreeWidgetItem, row_id: str | None) -> QTreeWidgetItem:
        item.setData(0, ID, row_id)
        item.setSizeHint(0, QSize(0, self._theme.px(34)))
        for column in range(1, self.columnCount()):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter)
        return item

    def _select(self, cards: set[CardId]) -> None:
        for item in self._items():
            if item.parent() is not None and item.data(0, ID) in cards:
                self.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
                item.setSelected(True)
                self.scrollToItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        groups = [top for top in tops if top is not None]
        return [*groups, *(child for group in groups for child in _children(group))]


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(n) for n in range(item.childCount()))
    return [child for child in children if child is not None]
