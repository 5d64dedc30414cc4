"""A list of values, a row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QItemSelectionModel, QRect, Signal
from PySide6.QtWidgets import QListView

from cxworkshop.compat import override
from ui.widgets.row_model import Index, RowModel, Says, Value


class RowView(QListView, Generic[Value]):
    """Shows values by a `RowModel`, and knows which is the current one.

    `current_row_changed` carries a row, -1 for none. The style sheet knows these lists by the
    name of this class: as QListView it would meet those that drop down, too.
    """

    current_row_changed = Signal(int)

    def __init__(
        self, says: Says[Value], can_choose: Callable[[Value], bool] = lambda _value: True
    ) -> None:
        super().__init__()
        self._rows = RowModel(self, says, can_choose)
        self.setModel(self._rows)

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of the rows, in their order."""
        return self._rows.values

    @property
    def current_row(self) -> int:
        """The row that has the keyboard; -1 for none."""
        return self.currentIndex().row()

    @property
    def current(self) -> Value | None:
        """The value of the current row."""
        row = self.current_row
        return self.values[row] if row >= 0 else None

    def text_at(self, row: int) -> str:
        """What a row says."""
        return str(self._rows.index(row).data())

    def rect_at(self, row: int) -> QRect:
        """Where a row is in the viewport."""
        return self.visualRect(self._rows.index(row))

    def show_values(self, values: Sequence[Value]) -> None:
        """Show others; no row is current then, and all are in sight."""
        self.selectionModel().clear()  # tells of it, which a model that is reset does not
        self._rows.show_values(values)

    def choose(self, row: int) -> None:
        """Make a row the current one, and choose it; -1 for none."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._rows.index(row), flag)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_row_changed.emit(current.row())
