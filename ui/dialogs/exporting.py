"""What can be taken out of the program: files for other programs, and a copy to share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import found, shown, title_of, with_ending
from cxworkshop.i18n import _
from cxworkshop.services.files import write_for_others
from ui.bridge import Bridge
from ui.dialogs.export_kinds import ABOUT, Export
from ui.dialogs.export_making import ExportMaking
from ui.dialogs.file_choice import file_chooser
from ui.dialogs.step_dialog import StepDialog, TickLine
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet


class ExportDialog(StepDialog):
    """A button for each file; `share_wanted` asks for the copy without names."""

    share_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(_("Export and share"), theme, parent)
        self._workshop = bridge.workshop
        self._disk = DiskWork(self, theme)
        self._making = ExportMaking(bridge, theme, self, self._refused)
        self._choose()

    def _choose(self) -> None:
        about = _(
            "{Customers} are numbers in these files. Their words are as they said them: "
            "look whether somebody’s name stands in them before you send one."
        )
        self._names = TickLine(_("With {customers_s} names"), self.theme).explain(
            _("In the files that list what each {customer} said.")
        )
        rows: list[QWidget] = [self.words(about, "body", "grey"), self._names]
        for head, exports in ABOUT:
            rows += [self.head(_(head)), *map(self._row, exports)]
        rows += [self.head(_("The whole workshop")), self._copy()]
        sheets = _("Sheets, as PDFs or as pictures, are saved from the Print page.")
        rows.append(self.words(sheets, "small", "grey"))
        close = self.way(_("Close"), self.reject)
        self.show_step(_("Export and share"), rows, [close])
        self.findChildren(Button)[0].setFocus()  # not the tick: names are off until somebody asks

    def _row(self, export: Export) -> QWidget:
        button = self.way(_(export.words), lambda: self._ask_where(export))
        return self._described(button, _(export.about))

    def _copy(self) -> QWidget:
        button = self.way(_("A copy to share …"), self._share)
        about = _("The whole workshop as a new file, without {customers_s} names.")
        return self._described(button, about)

    def _described(self, button: QWidget, about: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))
        column.setSpacing(self.theme.px(4))
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.words(about, "small", "grey"))
        return row

    def _share(self) -> None:
        self.accept()
        self.share_wanted.emit()

    def _ask_where(self, export: Export) -> None:
        chooser = file_chooser(self, _("Where to keep it"), self._workshop.path.parent)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is overwritten, so nobody is asked whether it may be: the core refuses.
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setNameFilter(f"*.{export.ending}")
        chooser.setDefaultSuffix(export.ending)
        chooser.selectFile(_(export.named).format(name=title_of(self._workshop.path)))
        chooser.fileSelected.connect(lambda name: self._write(export, found(Path(name))))
        chooser.open()

    def _write(self, export: Export, path: Path) -> None:
        path = with_ending(path, f".{export.ending}")  # Qt adds none to a name with a dot
        self.say("")
        made = partial(export.made, names=self._names.is_on)
        self._making.make(path.name, made, lambda data: self._save(path, data))

    def _save(self, path: Path, data: bytes) -> None:
        self._disk.run(
            DiskRequest(
                lambda: write_for_others(path, data),
                lambda _none: self._saved(path),
                self._refused,
                not_saved_yet(),
            )
        )

    def _refused(self, refusal: Refusal) -> None:
        self.say(refusal.sentence)

    def _saved(self, path: Path) -> bool:
        where = _("It is in {folder}.").format(folder=shown(path.parent))
        again = self.way(_("Export something else"), self._choose)
        close = self.way(_("Close"), self.accept, "primary")
        title = _("{name} is saved").format(name=shown(path.name))
        self.show_step(title, [self.words(where)], [again, close])
        close.setFocus()
        return True


def open_export(
    bridge: Bridge, theme: Theme, parent: QWidget, share: Callable[[], object]
) -> ExportDialog:
    """Open it; `share` opens the dialog of the copy to share."""
    dialog = ExportDialog(bridge, theme, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.share_wanted.connect(share)
    dialog.open()
    return dialog
