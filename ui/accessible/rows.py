"""The rows of lists and trees, which screen readers can choose, open and move, not only hear."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.parts import ROOT, Action, Key, PaintedParts
from ui.accessible.views import make_accessible

Offers = Callable[[QModelIndex], Sequence[Action]]
Role = QAccessible.Role
Flag = QItemSelectionModel.SelectionFlag
NOWHERE = QModelIndex()


def make_rows_accessible(
    view: QListView | QTreeView,
    offers: Offers = lambda _index: (),
    editor: QWidget | None = None,
) -> None:
    """Let screen readers work the rows of a view; those of Qt's own lists are only heard.

    `offers` tells what can be done to a row, or to all that are chosen with it, besides choosing
    it. `editor` lies over the rows while it is visible.
    """
    parts: _Rows
    if isinstance(view, QTreeView):
        parts = _TreeRows(view, offers, editor)
    else:
        parts = _ListRows(view, offers, editor)
    made = make_accessible(parts)
    view.selectionModel().selectionChanged.connect(made.tell_soon)


class _Rows(PaintedParts):
    """The keys are numbers as Qt counts when it tells of another current row."""

    tells_names = False

    def __init__(self, view: QListView | QTreeView, offers: Offers, editor: QWidget | None) -> None:
        super().__init__(view)
        self._rows, self._offers, self._editor = view, offers, editor
        self.takes_many = view.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection

    @abstractmethod
    def index(self, key: Key) -> QModelIndex:
        """The model's index of a row; an invalid one when it is gone."""

    @abstractmethod
    def key(self, index: QModelIndex) -> Key | None:
        """The key of a row; None for one that can't be reached, or for no row."""

    @override
    def child(self, key: Key, place: int) -> Key:
        return str(place)

    @override
    def place(self, key: Key) -> int:
        return int(key) if key != ROOT and int(key) < self.count(ROOT) else -1

    @override
    def name(self, key: Key) -> str:
        index = self.index(key)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        return str(said or index.data(Qt.ItemDataRole.DisplayRole) or "")

    @override
    def area(self, key: Key) -> QRect:
        return self._rows.visualRect(self.index(key))

    @override
    def at(self, key: Key, point: QPoint) -> Key | None:
        return self.key(self._rows.indexAt(point))

    @override
    def mark(self, key: Key, state: QAccessible.State) -> None:
        if key == ROOT:
            state.multiSelectable = self.takes_many
            return
        index, rows = self.index(key), self._rows
        state.selectable = state.focusable = bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
        state.disabled = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        state.extSelectable = self.takes_many
        state.selected = rows.selectionModel().isSelected(index)
        state.focused = rows.hasFocus() and self.focused() == key
        if isinstance(rows, QListView) and rows.isRowHidden(index.row()):
            state.invisible = True

    @override
    def focused(self) -> Key | None:
        return self.key(self._rows.currentIndex())

    @override
    def selected(self) -> Collection[Key]:
        keys = (self.key(index) for index in self._rows.selectionModel().selectedIndexes())
        return [key for key in keys if key is not None]

    @override
    def choose(self, key: Key, *, on: bool) -> None:
        rows = self._rows
        if key == ROOT:
            (rows.selectAll if on else rows.clearSelection)()
        else:
            how = Flag.Select if on else Flag.Deselect
            rows.selectionModel().select(self.index(key), how | Flag.Rows)

    @override
    def has_editor(self) -> QWidget | None:
        return self._editor if self._editor is not None and self._editor.isVisible() else None

    @override
    def actions(self, key: Key) -> Sequence[Action]:
        names, index = QAccessibleActionInterface, self.index(key)
        if key == ROOT:
            return [Action(names.setFocusAction(), self._rows.setFocus)]
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return ()
        found = [Action(names.pressAction(), lambda: self._press(index))]
        if self.takes_many:
            found.append(Action(names.toggleAction(), lambda: self._turn(index), _("Space")))
        return [*found, *self._further(index)]

    def _press(self, index: QModelIndex) -> None:
        """Choose it alone, as a click does, and give it the keyboard."""
        self._rows.setFocus()
        self._rows.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    def _turn(self, index: QModelIndex) -> None:
        """Choose it besides the others, or no more, and make it the current one."""
        self._rows.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows)

    def _further(self, index: QModelIndex) -> list[Action]:
        """What the view offers; a row that is not chosen is made the current one first."""
        return [
            Action(one.words, partial(self._do_at, index, one.do), one.key)
            for one in self._offers(index)
        ]

    def _do_at(self, index: QModelIndex, do: Callable[[], object]) -> None:
        chosen = self._rows.selectionModel()
        if chosen.isSelected(index):
            chosen.setCurrentIndex(index, Flag.NoUpdate)
        else:
            self._press(index)
        do()


class _ListRows(_Rows):
    """A row's key is its place."""

    @override
    def index(self, key: Key) -> QModelIndex:
        return self._rows.model().index(int(key or -1), 0)

    @override
    def key(self, index: QModelIndex) -> Key | None:
        return str(index.row()) if index.isValid() else None

    @override
    def count(self, key: Key) -> int:
        return self._rows.model().rowCount() if key == ROOT else 0

    @override
    def role(self, key: Key) -> Role:
        return Role.List if key == ROOT else Role.ListItem


class _TreeRows(_Rows):
    """A cell's key is its place among all cells in sight, the headings first, as Qt counts them."""

    def __init__(self, view: QTreeView, offers: Offers, editor: QWidget | None) -> None:
        super().__init__(view, offers, editor)
        self._tree = view
        self._lines: list[QModelIndex] = []  # of which no row above is closed
        model = view.model()
        changes = model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged
        for change in (*changes, view.expanded, view.collapsed):
            change.connect(self._forget)

    def _forget(self, *_what: object) -> None:
        self._lines = []

    def _shown(self) -> list[QModelIndex]:
        if not self._lines:
            index = self._tree.model().index(0, 0)
            while index.isValid():
                self._lines.append(index)
                index = self._tree.indexBelow(index)
        return self._lines

    @property
    def _wide(self) -> int:
        return self._tree.model().columnCount()

    @override
    def index(self, key: Key) -> QModelIndex:
        line, column = divmod(int(key or -1), self._wide)
        lines = self._shown()
        return lines[line - 1].siblingAtColumn(column) if 0 < line <= len(lines) else NOWHERE

    @override
    def key(self, index: QModelIndex) -> Key | None:
        lines, row = self._shown(), index.siblingAtColumn(0)
        if row not in lines:
            return None  # or it is below one that is closed
        return str((lines.index(row) + 1) * self._wide + index.column())

    @override
    def count(self, key: Key) -> int:
        return (len(self._shown()) + 1) * self._wide if key == ROOT else 0

    def _heading(self, key: Key) -> int:
        """The column of a heading; -1 for a cell."""
        return int(key) if key != ROOT and int(key) < self._wide else -1

    @override
    def name(self, key: Key) -> str:
        column = self._heading(key)
        if column >= 0:
            return str(self._tree.model().headerData(column, Qt.Orientation.Horizontal) or "")
        return super().name(key)

    @override
    def role(self, key: Key) -> Role:
        if key == ROOT:
            return Role.Tree
        return Role.ColumnHeader if self._heading(key) >= 0 else Role.TreeItem

    @override
    def area(self, key: Key) -> QRect:
        column, head = self._heading(key), self._tree.header()
        if column < 0:
            return super().area(key)
        left, high = head.sectionViewportPosition(column), head.height()
        return QRect(left, -high, head.sectionSize(column), high)

    @override
    def mark(self, key: Key, state: QAccessible.State) -> None:
        if self._heading(key) >= 0:
            return
        super().mark(key, state)
        index = self.index(key)
        if key != ROOT and index.column() > 0:
            state.focusable = state.focused = False  # the row has it, which its first cell names
        if key != ROOT and self._tree.model().hasChildren(index):
            state.expandable = True
            state.expanded = self._tree.isExpanded(index)
            state.collapsed = not state.expanded

    @override
    def actions(self, key: Key) -> Sequence[Action]:
        index = self.index(key)
        if self._heading(key) >= 0 or index.column() > 0:
            return ()
        found = list(super().actions(key))
        if key != ROOT and self._tree.model().hasChildren(index):
            is_open = self._tree.isExpanded(index)
            words = _("Close") if is_open else _("Open")
            found.append(Action(words, lambda: self._tree.setExpanded(index, not is_open)))
        return found
