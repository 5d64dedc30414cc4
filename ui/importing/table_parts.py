"""The heads and rows of the import page's table, as screen readers walk and work them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.parts import ROOT, Action, Key, PaintedParts, actions_of

if TYPE_CHECKING:
    from ui.importing.table import ImportTable

COLUMN, ROW = "column", "row"
Role = QAccessible.Role


class TableParts(PaintedParts):
    """Keys are "column 3" and "row 5"; all columns come before the rows."""

    tells_names = False  # there may be thousands; what a choice changes is announced

    def __init__(self, view: ImportTable) -> None:
        super().__init__(view)
        self._table = view

    def _split(self, key: Key) -> tuple[str, int]:
        kind, _space, number = key.partition(" ")
        return kind, int(number or 0)

    @property
    def _wide(self) -> int:
        return len(self._table.layout_now.counts)

    @override
    def count(self, key: Key) -> int:
        return self._wide + len(self._table.layout_now.records) if key == ROOT else 0

    @override
    def child(self, key: Key, place: int) -> Key:
        return f"{COLUMN} {place}" if place < self._wide else f"{ROW} {place - self._wide}"

    @override
    def place(self, key: Key) -> int:
        kind, number = self._split(key)
        place = number if kind == COLUMN else self._wide + number
        return place if key != ROOT and place < self.count(ROOT) else -1

    @override
    def name(self, key: Key) -> str:
        if self.place(key) < 0:
            return self.view.accessibleName()
        kind, number = self._split(key)
        return self._table.column_name(number) if kind == COLUMN else self._row_name(number)

    def _row_name(self, number: int) -> str:
        at = self._table.layout_now
        shown = [count.number for count in at.counts if count.role.is_taken]
        cells = [at.cell(number, column) for column in shown if at.cell(number, column)]
        text = _("Line {n}: {cells}") if number != at.first else _("Line {n}, data starts: {cells}")
        return text.format(n=at.records[number].line, cells="; ".join(cells))

    @override
    def role(self, key: Key) -> Role:
        kind = self._split(key)[0]
        if key == ROOT:
            return Role.Table
        return Role.ColumnHeader if kind == COLUMN else Role.ListItem

    @override
    def area(self, key: Key) -> QRect:
        kind, number = self._split(key)
        if self.place(key) < 0:
            return QRect()
        return self._table.head_area(number) if kind == COLUMN else self._table.row_area(number)

    @override
    def mark(self, key: Key, state: QAccessible.State) -> None:
        if key != ROOT:
            state.focusable = self._split(key)[0] == COLUMN
            state.focused = self.view.hasFocus() and self.focused() == key

    @override
    def focused(self) -> Key | None:
        return f"{COLUMN} {self._table.column}"

    @override
    def choose(self, key: Key, *, on: bool) -> None:
        """Nothing is chosen here."""

    @override
    def actions(self, key: Key) -> Sequence[Action]:
        names = QAccessibleActionInterface
        if self.place(key) < 0:
            return [Action(names.setFocusAction(), self.view.setFocus)]
        kind, number = self._split(key)
        if kind == COLUMN:
            press = Action(names.pressAction(), lambda: self._table.open_menu(number), _("Enter"))
            return [press, *actions_of(self._table.menu_of(number))]
        if not self._table.can_start(number):
            return ()
        return [Action(_("Data starts here"), lambda: self._table.start_with(number))]
