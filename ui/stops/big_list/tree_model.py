"""The big list as Qt's tree views want it: groups, and below each its cards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board, BoardCard, BoardGroup
from ui.stops.big_list.board.captions import Captions
from ui.theme.text_layout import alone
from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOTHING = QModelIndex()
ID = Role.UserRole  # a card's or a group's; None for the other headings
CUSTOMERS, WHO, WAY, SINCE, OPPOSITE = range(1, 6)  # columns after the words
HIGH = 34  # pixels of a row at 100 %
TOP = 0  # the internal id of a heading; that of a card is its heading's place and 1
HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
ROW = HEADING | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True)
class TreeHeading:
    """A group, or what is in none; its cards stand below it."""

    title: str
    group: BoardGroup | None
    cards: tuple[BoardCard, ...]

    @property
    def key(self) -> str:
        """What stays the same when the list is shown again."""
        return self.group.id if self.group is not None else self.title.partition(" (")[0]


class BoardTreeModel(QAbstractItemModel):
    """What a row says is asked for when it is in sight; a change touches the rows that changed."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._captions = Captions({}, {}, {})
        self._headings: list[TreeHeading] = []
        self._titles = ("", _("{Customers}"), _("Who"), _("Way"), _("Since round"), _("Opposite"))

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board, with captions as in `BoardView`."""
        self._captions = captions
        self._follow(list(_headings(board)))
        for n, heading in enumerate(self._headings):
            last = max(len(heading.cards) - 1, 0)
            top = self.index(n, 0)
            for parent, end in ((NOTHING, n), (top, last)):
                first = self.index(n if parent is NOTHING else 0, 0, parent)
                if first.isValid():
                    self.dataChanged.emit(first, self.index(end, OPPOSITE, parent))

    def _follow(self, new: list[TreeHeading]) -> None:
        """Insert and remove headings, and then cards below those that stay."""
        keys = [heading.key for heading in new]
        start, gone, come = _difference([heading.key for heading in self._headings], keys)
        if gone:
            self.beginRemoveRows(NOTHING, start, start + gone - 1)
            del self._headings[start : start + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NOTHING, start, start + come - 1)
            self._headings[start:start] = new[start : start + come]
            self.endInsertRows()
        for n, heading in enumerate(new):
            self._follow_cards(n, heading)

    def _follow_cards(self, n: int, new: TreeHeading) -> None:
        old, parent = self._headings[n], self.index(n, 0)
        start, gone, come = _difference([c.id for c in old.cards], [c.id for c in new.cards])
        if gone:
            self.beginRemoveRows(parent, start, start + gone - 1)
            left = (*old.cards[:start], *old.cards[start + gone :])
            self._headings[n] = TreeHeading(new.title, new.group, left)
            self.endRemoveRows()
        if come:
            self.beginInsertRows(parent, start, start + come - 1)
        self._headings[n] = new
        if come:
            self.endInsertRows()

    def find(self, wanted: Collection[str]) -> list[QModelIndex]:
        """The places of these cards and groups, as far as they are there."""
        found = []
        for n, heading in enumerate(self._headings):
            if heading.group is not None and heading.group.id in wanted:
                found.append(self.index(n, 0))
            rows = [row for row, card in enumerate(heading.cards) if card.id in wanted]
            found += [self.index(row, 0, self.index(n, 0)) for row in rows]
        return found

    def cards(self) -> list[CardId]:
        """All cards in the order in which they stand."""
        return [card.id for heading in self._headings for card in heading.cards]

    def cards_at(self, index: Index) -> list[CardId]:
        """The card of a row, or all cards below a heading."""
        if index.internalId() == TOP:
            return [card.id for card in self._headings[index.row()].cards]
        return [self._card(index).id]

    def id_at(self, index: Index) -> CardId | GroupId | None:
        """The id of a row's card or group."""
        if index.internalId() != TOP:
            return self._card(index).id
        group = self._headings[index.row()].group
        return group.id if group is not None else None

    @override
    def index(self, row: int, column: int, parent: Index = NOTHING) -> QModelIndex:
        if row < 0 or not 0 <= column <= OPPOSITE or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has one too
        above = index.internalId() if index.isValid() else TOP
        return self.createIndex(above - 1, 0, TOP) if above != TOP else QModelIndex()

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        if not parent.isValid():
            return len(self._headings)
        is_heading = parent.internalId() == TOP and parent.column() == 0
        return len(self._headings[parent.row()].cards) if is_heading else 0

    @override
    def columnCount(self, parent: Index = NOTHING) -> int:
        return len(self._titles)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return HEADING if index.internalId() == TOP else ROW

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        return self._titles[section] if role == Role.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.SizeHintRole:
            return QSize(0, self._theme.px(HIGH)) if index.column() == 0 else None
        if role == Role.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignVCenter
        if role == ID:
            return self.id_at(index)
        if index.internalId() == TOP:
            return self._of_heading(self._headings[index.row()], index.column(), role)
        return self._of_card(self._card(index), index.column(), role)

    def _card(self, index: Index) -> BoardCard:
        return self._headings[index.internalId() - 1].cards[index.row()]

    def _of_heading(self, heading: TreeHeading, column: int, role: int) -> object:
        group = heading.group
        if group is None:
            return heading.title if role == Role.DisplayRole and column == 0 else None
        against = self._captions.opposite(group.id)
        if role == Role.DisplayRole:
            texts = {0: heading.title, CUSTOMERS: str(len(group.customers)), OPPOSITE: against}
            return texts.get(column, "").replace("\n", ", ")
        if column == 0 and role == Role.FontRole:
            return self._theme.font("strong")
        return against if column == 0 and role == Role.ToolTipRole else None

    def _of_card(self, card: BoardCard, column: int, role: int) -> object:
        if role == Role.DisplayRole:
            return self._words(card, column)
        if column == 0 and role == Role.FontRole and not card.headline:
            return self._theme.font("verbatim_list")
        if column == 0 and role == Role.ToolTipRole:
            return "\n".join(filter(None, (card.words, self._captions.opposite(card.id))))
        return None

    def _words(self, card: BoardCard, column: int) -> str:
        if column == 0:
            return alone(card.code, card.words)
        if column == OPPOSITE:
            return self._captions.opposite(card.id).replace("\n", ", ")
        if column == WHO:
            return self._captions.kind(card)
        if column == WAY:
            return self._captions.way(card)
        return str(len(card.customers) if column == CUSTOMERS else card.since)


def _headings(board: Board) -> Iterator[TreeHeading]:
    for group in board.groups:
        yield TreeHeading(alone(group.letter, group.headline), group, group.cards)
    for title, cards in ((_("Not grouped yet"), board.loose), (_("Cards set aside"), board.aside)):
        if cards:
            yield TreeHeading(f"{title} ({len(cards)})", None, cards)


def _difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Where two lists begin to differ, how many are gone from there and how many have come."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - start - end, len(new) - start - end
