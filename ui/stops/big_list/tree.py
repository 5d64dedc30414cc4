"""The big list as a tree: the same cards, the same keys, and native to screen readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board, BoardCard
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.headline_editor import HeadlineField
from ui.stops.big_list.menus import card_menu, group_menu, move_menu
from ui.theme.text_layout import alone
from ui.theme.theme import Theme

WHAT = Qt.ItemDataRole.UserRole


class BoardTree(QTreeWidget):
    """Groups with their cards below them; G, U, M, Del and Enter as on the board."""

    def __init__(self, theme: Theme, deeds: BoardActions) -> None:
        super().__init__()
        self._theme, self._deeds = theme, deeds
        self.setAccessibleName(_("Big list as a tree"))
        self.setHeaderLabels(["", _("Customers"), _("Who"), _("Way")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.headline = HeadlineField(self.viewport(), theme)
        self.headline.left.connect(self.setFocus)

    def show_board(
        self, board: Board, kinds: Mapping[CardId, str], ways: Mapping[str, str]
    ) -> None:
        """Show the list anew; what was chosen stays so."""
        chosen = set(self.chosen())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()

        def row(card: BoardCard) -> QTreeWidgetItem:
            made = QTreeWidgetItem([alone(card.code, card.words), str(len(card.customers))])
            made.setText(2, kinds.get(card.id, ""))
            made.setText(3, ways.get(card.way or "", ""))
            made.setToolTip(0, card.words)
            if not card.headline:
                made.setFont(0, self._theme.font("verbatim_list"))
            return self._dressed(made, card.id)

        for group in board.groups:
            top = QTreeWidgetItem([alone(group.letter, group.headline), str(len(group.customers))])
            top.setFont(0, self._theme.font("strong"))
            self.addTopLevelItem(self._dressed(top, group.id))
            top.addChildren([row(card) for card in group.cards])
        for title, cards in ((_("Not grouped yet"), board.loose), (_("Set aside"), board.aside)):
            if cards:
                top = QTreeWidgetItem([f"{title} ({len(cards)})"])
                self.addTopLevelItem(self._dressed(top, None))
                top.addChildren([row(card) for card in cards])
        self.expandAll()
        self._choose(chosen)
        self.blockSignals(False)  # noqa: FBT003

    def chosen(self) -> list[CardId]:
        """The chosen cards; a chosen group stands for its cards."""
        found: list[CardId] = []
        for item in self.selectedItems():
            found += [child.data(0, WHAT) for child in _inside(item) or [item] if child.parent()]
        return list(dict.fromkeys(found))

    def focus_card(self, card: CardId) -> None:
        """Show a card and choose it alone."""
        self.clearSelection()
        self._choose({card})
        self.setFocus()

    def choose_too(self, cards: Sequence[CardId]) -> None:
        """These as well, beside what is chosen already."""
        self._choose({*self.chosen(), *cards})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The board's keys; all others are the tree's own."""
        cards, deeds = self.chosen(), self._deeds
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_G: lambda: deeds.group(cards),
            Qt.Key.Key_U: lambda: deeds.ungroup(cards),
            Qt.Key.Key_B: lambda: deeds.bring_back(cards),
            Qt.Key.Key_M: self.begin_move,
            Qt.Key.Key_Delete: lambda: deeds.set_aside(cards),
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_F4: self._edit,
        }
        if event.key() in acts and not event.modifiers() and cards:
            acts[event.key()]()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen cards, or with a group."""
        item = self.itemAt(event.pos())
        if item is not None and item.parent() is None and item.data(0, WHAT):
            menu = group_menu(self, self._deeds, item.data(0, WHAT))
        elif self.chosen():
            menu = card_menu(self, self._deeds, self.chosen())
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def begin_move(self) -> None:
        """M: a menu of all places."""
        menu = move_menu(self, self._deeds, self.chosen())
        menu.aboutToHide.connect(menu.deleteLater)
        item = self.currentItem()
        below = self.visualItemRect(item).bottomLeft() if item else QPoint(0, 0)
        menu.popup(self.viewport().mapToGlobal(below))

    def edit_card(self, card: CardId) -> None:
        """Write a card's headline on its row."""
        words = next((row.headline for row in self._deeds.board().cards if row.id == card), "")
        hint = _("A headline of ours")
        self._open(card, words, hint, lambda text: self._deeds.name_card(card, text))

    def edit_group(self, group: GroupId) -> None:
        """Write a group's headline on its row."""
        words = next(row.headline for row in self._deeds.board().groups if row.id == group)
        hint = _("The group’s headline")
        self._open(group, words, hint, lambda text: self._deeds.name_group(group, text))

    def _open(self, what: str, words: str, hint: str, keep: Callable[[str], bool]) -> None:
        item = next(item for item in self._items() if item.data(0, WHAT) == what)
        self.scrollToItem(item)
        area = self.visualItemRect(item)
        area.setRight(self.columnWidth(0))
        self.headline.open(area, words, hint, keep)

    def _edit(self) -> None:
        item = self.currentItem()
        if item is None or item.data(0, WHAT) is None:
            return
        if item.parent() is None:
            self.edit_group(item.data(0, WHAT))
        else:
            self.edit_card(item.data(0, WHAT))

    def _dressed(self, item: QTreeWidgetItem, what: str | None) -> QTreeWidgetItem:
        item.setData(0, WHAT, what)
        item.setSizeHint(0, QSize(0, self._theme.px(34)))
        for column in (1, 2, 3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter)
        return item

    def _choose(self, cards: set[CardId]) -> None:
        for item in self._items():
            if item.parent() is not None and item.data(0, WHAT) in cards:
                self.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
                item.setSelected(True)
                self.scrollToItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        there = [top for top in tops if top is not None]
        return [*there, *(child for top in there for child in _inside(top))]


def _inside(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(n) for n in range(item.childCount()))
    return [child for child in children if child is not None]
