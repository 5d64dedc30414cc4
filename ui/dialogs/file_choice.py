"""Which file or folder? The computer's own dialog; where Qt has to draw one, with our icons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QFileSystemModel,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.filenames import found, is_folder, is_unicode, shown, with_ending
from cxworkshop.i18n import _
from ui.theme.icons import icon

# Names that Qt gives to the parts of its own dialog.
BUTTONS = {
    "backButton": "back",
    "forwardButton": "arrow",
    "toParentButton": "up",
    "newFolderButton": "plus",
    "listModeButton": "columns",
    "detailModeButton": "tree",
}
WIDE, HIGH = 860, 540  # pixels
LISTS = ("listView", "treeView", "sidebar")


class _Rows(QStyledItemDelegate):
    """Draws our two icons; Qt's own are coloured, and come from another thread.

    `has_files` is False for a list of folders alone.
    """

    def __init__(self, view: QWidget, *, has_files: bool) -> None:
        super().__init__(view)
        self._has_files = has_files

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        features = option.features
        if features & QStyleOptionViewItem.ViewItemFeature.HasDecoration:
            option.icon = icon("paper" if self._has_files and _is_file(index) else "open")


def _is_file(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether a row is a file; those at the side are folders."""
    row = index.model().index(index.row(), 0, index.parent())
    path = row.data(QFileSystemModel.Roles.FilePathRole)
    return bool(path) and not row.model().hasChildren(row)


class _NamedCells(QIdentityProxyModel):
    """Names the empty cells too, as that of a folder's size: a screen reader stops at each."""

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and not found:
            return super().data(index, Qt.ItemDataRole.DisplayRole) or _("empty")
        return found


class _PlainBoxes(QObject):
    """Takes the coloured icon off each message that a dialog of Qt’s own shows over itself.

    Without one it reads like our panels: nothing went wrong, so nothing is yellow.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(watched, QWidget):
            for box in watched.findChildren(QMessageBox):
                box.setIcon(QMessageBox.Icon.NoIcon)
        return super().eventFilter(watched, event)


def plain_boxes(dialog: QDialog) -> None:
    """Show the messages of one of Qt's own dialogs without their coloured icons."""
    dialog.installEventFilter(_PlainBoxes(dialog))


def file_chooser(parent: QWidget, title: str, start: Path) -> QFileDialog:
    """A dialog that begins in this folder, or in the nearest whose name Qt can have: UTF-8."""
    there = next(one for one in (start, *start.parents) if is_unicode(one))
    chooser = QFileDialog(parent, title, str(there))
    chooser.setProxyModel(_NamedCells(chooser))
    chooser.resize(WIDE, HIGH)
    plain_boxes(chooser)
    for name, ours in BUTTONS.items():
        button = chooser.findChild(QToolButton, name)
        if button is not None:  # it is drawn by Qt
            button.setIcon(icon(ours))
    for name in LISTS:
        view = chooser.findChild(QAbstractItemView, name)
        if view is not None:
            view.setItemDelegate(_Rows(view, has_files=name != "sidebar"))
    place = chooser.findChild(QComboBox, "lookInCombo")
    if place is not None:
        place.setIconSize(QSize(0, 0))
        place.setItemDelegate(_Rows(place, has_files=False))
    return chooser


def choose_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask for a file that is there; None when it is cancelled. `kinds` is a filter of Qt's."""
    chooser = file_chooser(parent, title, folder)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.setNameFilter(kinds)
    return _ask(chooser)


def choose_files(parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
    """Ask for files that are there; none when it is cancelled. `kinds` is a filter of Qt's."""
    chooser = file_chooser(parent, title, folder)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chooser.setNameFilter(kinds)
    return _ask_for_all(chooser)


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder, beginning in the nearest that is there; None when it is cancelled."""
    there = next((one for one in (folder, *folder.parents) if is_folder(one)), Path.home())
    chooser = file_chooser(parent, title, there)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(chooser)


def choose_name(parent: QWidget, path: Path, title: str = "") -> Path | None:
    """Ask where to save a workshop; None when it is cancelled."""
    there = next((one for one in path.parents if is_folder(one)), Path.home())
    chooser = file_chooser(parent.window(), title or _("Save as"), there)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Nothing is overwritten, so nobody is asked whether it may be: the core refuses.
    chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
    chooser.setNameFilter(_("Workshops (*.cxw)"))
    chooser.selectFile(shown(path.name))
    chosen = _ask(chooser)
    return with_ending(chosen) if chosen else None


def _ask(chooser: QFileDialog) -> Path | None:
    return next(iter(_ask_for_all(chooser)), None)


def _ask_for_all(chooser: QFileDialog) -> list[Path]:
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    try:
        names = chooser.selectedFiles() if chooser.exec() else []
    finally:
        chooser.deleteLater()
    return [found(Path(name)) for name in names]
