"""Which workshop to open: a new one, one on the disk, the example; and what to import into it."""

from __future__ import annotations

from functools import cached_property
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
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop
    from ui.window.import_reader import ImportReader


class FileActions:
    """Asks for files and names, and hands them to the holder of the open workshop."""

    def __init__(self, window: QWidget, theme: Theme, workshops: WorkshopHolder) -> None:
        self._window, self._theme, self._workshops = window, theme, workshops
        workshops.save_status.choose_wanted.connect(self.choose_file)
        workshops.save_status.import_wanted.connect(self.import_into_new)

    @cached_property
    def reader(self) -> ImportReader:
        """Reads what is to be imported."""
        from ui.window.import_reader import ImportReader

        return ImportReader(self._window, self._theme, self._workshops)

    def open_example(self) -> None:
        """The bakery, four rounds in, as a new file in the program's own folder."""
        from cxworkshop.sample import bakery
        from cxworkshop.workshop import Workshop

        folder = paths.data_folder() / "examples"
        private_files.make_folder(folder)
        path = free(folder / "bakery.cxw")

        def make() -> Workshop:
            workshop = Workshop.new(path, _("Corner Bakery"), self._workshops.today, made_up=True)
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
        """Read a file and show what its import would do, and do it if that is wanted."""
        if self._workshops.bridge is None:
            self._workshops.say(_("Open a workshop first, or make a new one; then import."))
            return
        self.reader.read(path, self._workshops.bridge.workshop)

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
        today = self._workshops.today
        return self._workshops.open_with(lambda: Workshop.new(path, team, today), path)

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
