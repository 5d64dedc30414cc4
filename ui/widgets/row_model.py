"""Values as the rows of Qt's lists: what a row says is asked for when it is in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from cxworkshop.compat import override

Value = TypeVar("Value")
Says = Mapping[int, Callable[[Value], object]]  # what a value says, by Qt's roles
Index = QModelIndex | QPersistentModelIndex
PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowModel(QStringListModel, Generic[Value]):
    """One row a value. A row that `can_choose` denies is disabled.

    There are no items. An item made in Python is deleted by Qt, and PySide may look at it once
    more: that ended the program.
    Qt holds an empty string for each row because it asks for their number twice for each row that
    it lays out. Asking Python would take longer than the layout itself.
    """

    def __init__(
        self,
        parent: QObject,
        says: Says[Value],
        can_choose: Callable[[Value], bool] = lambda _value: True,
    ) -> None:
        super().__init__(parent)
        self._says, self._can_choose = says, can_choose
        self.values: tuple[Value, ...] = ()

    def show_values(self, values: Sequence[Value]) -> None:
        """Show others; no row is current then."""
        self.values = tuple(values)
        self.setStringList([""] * len(self.values))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        say = self._says.get(role)
        return None if say is None else say(self.values[index.row()])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which rows can be chosen; none can be edited."""
        if index.isValid() and self._can_choose(self.values[index.row()]):
            return PLAIN
        return Qt.ItemFlag.NoItemFlags
