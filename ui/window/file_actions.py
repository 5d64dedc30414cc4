"""Which workshop: a new one, one of those on the disk, the example; and what to bring into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from cxworkshop import paths
from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.window.disk_work import not_read_yet
from ui.window.open_workshop import OpenWorkshop

if TYPE_CHECKING:
    from cxworkshop.services.importing import ImportFile
    from cxworkshop.workshop import Workshop


class ChoosingWorkshop(OpenWorkshop):
    """The window as far as choosing files goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.keeping.rescue_wanted.connect(self._show_rescue)
        self.keeping.copies_wanted.connect(self.show_copies)
        self.keeping.choose_wanted.connect(self.choose_file)
        self.keeping.import_wanted.connect(self._import_into_new)

    def show_copies(self, path: Path | None = None) -> None:
        """Earlier copies of a file, or of the one that is open."""
        from ui.dialogs.backups import BackupsDialog

        if path is None and self.bridge is not None:
            path = self.bridge.workshop.path
        if path is None:
            return
        dialog = BackupsDialog(path, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self.open)
        dialog.open()

    def _show_rescue(self, path: Path, sentence: str) -> None:
        from ui.dialogs.rescue import RescueDialog

        dialog = RescueDialog(path, sentence, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self.open)
        dialog.copies_wanted.connect(self.show_copies)
        dialog.open()

    def forget_customer(self) -> None:
        """Erase what a customer said, at their request."""
        if self.bridge is not None:
            from ui.dialogs.forget import open_forget

            open_forget(self.bridge, self.theme, self)

    def show_history(self) -> None:
        """Every step so far, to go back to."""
        if self.bridge is not None:
            from ui.dialogs.history import HistoryDialog

            dialog = HistoryDialog(self.bridge, self.theme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def share_copy(self) -> None:
        """A new file without customers' names."""
        if self.bridge is not None:
            from ui.dialogs.share_copy import open_share_copy

            open_share_copy(self.bridge, self.theme, self)

    @override
    def show_doubts(self) -> None:
        """What a rescue could not read for certain."""
        if self.bridge is not None:
            from ui.dialogs.unverified import UnverifiedDialog

            dialog = UnverifiedDialog(self.bridge, self.theme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def open_example(self) -> None:
        """The bakery, three rounds in, as a new file in the program's own folder."""
        from cxworkshop.sample import bakery
        from cxworkshop.workshop import Workshop

        folder = paths.data_folder() / "examples"
        folder.mkdir(parents=True, exist_ok=True)
        number, path = 1, folder / "bakery.cxw"
        while path.exists():
            number += 1
            path = folder / f"bakery-{number}.cxw"

        def make() -> Workshop:
            workshop = Workshop.new(path, _("Corner Bakery"))
            bakery(workshop)
            return workshop

        self._open_with(make, path)

    def new_workshop(self) -> None:
        """Ask for the team and the file, and open it."""
        self._make_new()

    def _make_new(self, suggested: str = "") -> bool:
        """Ask for the team and the file; False when somebody thought better of it."""
        from cxworkshop.workshop import Workshop

        team, typed = QInputDialog.getText(
            self, _("New workshop"), _("The team’s name:"), text=suggested or _("Our team")
        )
        if not (typed and team.strip()):
            return False
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Where to keep it"), str(_documents() / f"{team}.cxw"), _("Workshops (*.cxw)")
        )
        if not name:
            return False
        path = Path(name).with_suffix(".cxw")
        return self._open_with(lambda: Workshop.new(path, team), path)

    def choose_file(self) -> None:
        """Let somebody choose a workshop."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Open"), str(_documents()), _("Workshops (*.cxw)")
        )
        if name:
            self.open(Path(name))

    def import_here(self) -> None:
        """Let somebody choose a table of customers' words."""
        if self.bridge is None:
            self.import_new()
            return
        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Import"),
            str(_documents()),
            _("Tables and texts (*.csv *.txt *.tsv);;All files (*)"),
        )
        if name:
            self.import_file(Path(name))

    def import_new(self) -> None:
        """A table of customers' words and no workshop yet: one is made for it."""
        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Import"),
            str(_documents()),
            _("Tables and texts (*.csv *.txt *.tsv);;All files (*)"),
        )
        if name:
            self._import_into_new(Path(name))

    def _import_into_new(self, path: Path) -> None:
        if self._make_new(path.stem):
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Show what an import would do, and do it if that is wanted."""
        if self.bridge is None:
            self.refusal.show_sentence(_("Open a workshop first, or make a new one; then import."))
            return
        from cxworkshop.services.importing import ImportFile
        from ui.window.disk_task import DiskRequest

        self.disk.run(
            DiskRequest(
                lambda: ImportFile.read(path),
                self._show_import,
                lambda refusal: self.refusal.show_sentence(refusal.sentence),
                not_read_yet(path.name),
            )
        )

    def _show_import(self, file: ImportFile) -> bool:
        if self.bridge is None:
            return False  # it was closed while the file was waited for
        from ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self.bridge, self.theme, self)
        if dialog.read(file):
            dialog.open()
        else:
            self.refusal.show_sentence(dialog.refused)
        return True


def _documents() -> Path:
    """Where people keep their things; else their home."""
    there = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return there if there.is_dir() else Path.home()
