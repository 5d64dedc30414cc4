"""The wishes that a list shows, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CustomerId
from cxworkshop.wishes import Wish

WHAT = Qt.ItemDataRole.UserRole  # the Wish itself
Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()


class WishModel(QAbstractListModel):
    """One row a wish. The list has a model because items in it ended the program.

    PySide deletes the item of a QListWidget in `clear` and may look at it once more.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wishes: Sequence[Wish] = ()
        self._hearing: set[CustomerId] = set()

    def show_wishes(self, wishes: Sequence[Wish], hearing: set[CustomerId]) -> None:
        """Show others; `hearing` customers want to hear what becomes of theirs."""
        self.beginResetModel()
        self._wishes, self._hearing = wishes, hearing
        self.endResetModel()

    def wish_at(self, row: int) -> Wish:
        """The wish of a row."""
        return self._wishes[row]

    def row_of(self, wish: Wish | None) -> int | None:
        """The row of a wish with the same card; None when there is none."""
        same = (row for row, one in enumerate(self._wishes) if wish and one.card.id == wish.card.id)
        return next(same, None)

    @override
    def rowCount(self, parent: Index = NOTHING) -> int:
        return 0 if parent.isValid() else len(self._wishes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wish = self._wishes[index.row()]
        if role == WHAT:
            return wish
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(wish, len(self._hearing & wish.card.customers))
        return None


def spoken(wish: Wish, slips: int) -> str:
    """The row's name for screen readers."""
    card = _("Card {code}").format(code=wish.card.code)
    hear = ngettext("{n} wants to hear", "{n} want to hear", slips).format(n=slips)
    answer = " ".join((wish.lead, *wish.sentences))
    return ", ".join(
        part for part in (card, wish.card.words, answer, hear if slips else "") if part
    )
