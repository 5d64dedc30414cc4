"""Which workshop to open: a new one, one on the disk, the example; and what to import into it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from cxworkshop import paths, private_files
from cxworkshop.filenames import (
    TABLES,
    WORKSHOP,
    found,
    free,
    safe_name,
    shown,
    split_ending,
    with_ending,
)
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.window.disk_work import DiskWork, not_read_yet
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:
    from cxworkshop.services.importing import ImportFile
    from cxworkshop.workshop import Workshop


class FileActions:
    """Asks for files and names, and hands them to the holder of the open workshop."""

    def __init__(
        self, window: QWidget, theme: Theme, disk: DiskWork, workshops: WorkshopHolder
    ) -> None:
        self._window, self._theme = window, theme
        self._disk, self._workshops = disk, workshops
        workshops.save_status.choose_wanted.connect(self.choose_file)
        workshops.save_status.import_wanted.connect(self.import_into_new)

    def open_example(self) -> None:
        """The bakery, three rounds in, as a new file in the program's own folder."""
        from cxworkshop.sample import bakery
        from cxworkshop.workshop import Workshop

        folder = paths.data_folder() / "examples"
        private_files.make_folder(folder)
        path = free(folder / "bakery.cxw")

        def make() -> Workshop:
            workshop = Workshop.new(path, _("Corner Bakery"))
            bakery(workshop)
            return workshop

        self._workshops.open_with(make, path)

    def new_workshop(self) -> None:
        """Ask for the team and the file, and open it."""
        self._make_new(_("Our team"))

    def choose_file(self) -> None:
        """Let somebody choose a workshop, and open it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open"), str(_documents()), _("Workshops (*.cxw)")
        )
        if name:
            self._workshops.open(found(Path(name)))

    def import_here(self) -> None:
        """Let somebody choose what to import into the open workshop, or into a new one."""
        if self._workshops.bridge is None:
            self.import_new()
        elif (path := self._choose_table()) is not None:
            self.import_file(path)

    def import_new(self) -> None:
        """Let somebody choose what to import into a new workshop."""
        path = self._choose_table()
        if path is not None:
            self.import_into_new(path)

    def import_into_new(self, path: Path) -> None:
        """Make a workshop named after the file, and import the file into it."""
        if self._make_new(shown(split_ending(path.name, *TABLES)[0])):
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Show what an import would do, and do it if that is wanted."""
        if self._workshops.bridge is None:
            self._workshops.say(_("Open a workshop first, or make a new one; then import."))
            return
        from cxworkshop.services.importing import ImportFile
        from ui.window.disk_task import DiskRequest

        self._disk.run(
            DiskRequest(
                partial(ImportFile.read, path),
                self._show_import,
                lambda refusal: self._workshops.say(refusal.sentence),
                not_read_yet(path),
            )
        )

    def _show_import(self, file: ImportFile) -> bool:
        if self._workshops.bridge is None:
            return False  # it was closed while the file was waited for
        from ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._workshops.bridge, self._theme, self._window)
        if dialog.read(file):
            dialog.open()
        else:
            self._workshops.say(dialog.refused)
        return True

    def _make_new(self, suggested: str) -> bool:
        """Ask for the team and the file; False when it was cancelled, or not opened."""
        from cxworkshop.workshop import Workshop

        team, is_given = QInputDialog.getText(
            self._window, _("New workshop"), _("The team’s name:"), text=suggested
        )
        if not (is_given and team.strip()):
            return False
        place = str(_documents() / safe_name(team, WORKSHOP, _("Our team")))
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Where to keep it"), place, _("Workshops (*.cxw)")
        )
        if not name:
            return False
        path = with_ending(Path(name))
        return self._workshops.open_with(lambda: Workshop.new(path, team), path)

    def _choose_table(self) -> Path | None:
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Import"),
            str(_documents()),
            _("Tables and texts (*.csv *.txt *.tsv);;All files (*)"),
        )
        return found(Path(name)) if name else None


def _documents() -> Path:
    """The folder in which people keep their documents; else their home."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(kind))
    return folder if folder.is_dir() else Path.home()
