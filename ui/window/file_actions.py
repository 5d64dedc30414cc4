"""Which workshop to open: a new one, one on the disk, the example; and what to import into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop import paths, private_files
from cxworkshop.customer_word import DEFAULT, calling_customers
from cxworkshop.filenames import (
    FONT_PACK,
    PICTURES,
    TABLES,
    WORKSHOP,
    free,
    is_folder,
    shown,
    split_ending,
)
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop
    from ui.printing.selection import Selection
    from ui.start.new_workshop.answers import FirstAnswers
    from ui.window.content import WindowContent
    from ui.window.font_adding import FontAdding
    from ui.window.import_reader import ImportReader
    from ui.window.merge_reader import MergeReader
    from ui.window.photo_reader import PhotoReader


class FileActions:
    """Asks for files and names, and hands them to the holder of the open workshop.

    `print_sheets` opens the Print page; `content` returns what the window shows.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        workshops: WorkshopHolder,
        print_sheets: Callable[[Selection], object],
        content: Callable[[], WindowContent],
    ) -> None:
        self._window, self._theme, self._workshops = window, theme, workshops
        self._print, self._content = print_sheets, content
        self._ask_again: Callable[[FirstAnswers], object] = lambda _typed: None
        self._unfinished: FirstAnswers | None = None  # of a page that was put away
        workshops.save_status.choose_wanted.connect(self.choose_file)
        workshops.save_status.import_wanted.connect(self.import_into_new)
        workshops.save_status.merge_wanted.connect(self.merge)

    @cached_property
    def reader(self) -> ImportReader:
        """Reads what is to be imported."""
        from ui.window.import_reader import ImportReader

        return ImportReader(self._window, self._theme, self._workshops, self._content)

    @cached_property
    def photo_reader(self) -> PhotoReader:
        """Reads photos of the wall."""
        from ui.window.photo_reader import PhotoReader

        return PhotoReader(self._window, self._theme, self._workshops)

    @cached_property
    def _merger(self) -> MergeReader:
        from ui.window.merge_reader import MergeReader

        return MergeReader(self._window, self._theme, self._workshops)

    @cached_property
    def _fonts(self) -> FontAdding:
        """Adds what a font pack has."""
        from ui.window.font_adding import FontAdding

        return FontAdding(self._window, self._theme, self._workshops.say)

    def open(self, path: Path) -> bool:
        """Open a workshop, or add a pack's fonts; False when it is refused, or still waited for."""
        if split_ending(path.name, FONT_PACK)[1]:
            self._fonts.add(path)
            return True
        return self._workshops.open(path)

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
        """Ask for what a first meeting needs, on one page, and open it."""
        self._ask_for_new(_("Our team"), self._begun, self._unfinished)

    def choose_file(self) -> None:
        """Let somebody choose a workshop, or a font pack, and open it."""
        from ui.dialogs.file_choice import choose_file

        kinds = _("Workshops and font packs ({endings})").format(
            endings=f"*{WORKSHOP} *{FONT_PACK}"
        )
        path = choose_file(self._window, _("Open"), _folder(), kinds)
        if path is not None:
            self.open(path)

    def choose_fonts(self) -> None:
        """Let somebody choose a font pack, and add its fonts."""
        self._fonts.choose()

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
        team = shown(split_ending(path.name, *TABLES)[0])
        self._ask_for_new(team, lambda _prints: self.import_file(path))

    def import_file(self, path: Path) -> None:
        """Read a file and show what its import would do, and do it if that is wanted."""
        if self._workshops.bridge is None:
            self._workshops.say(_("Open a workshop first, or make a new one; then import."))
            return
        if split_ending(path.name)[1]:
            self.merge(path)
        elif path.suffix.lower() in PICTURES:
            self.photo_reader.read([path])
        else:
            self.reader.read(path, self._workshops.bridge.workshop)

    def from_photos(self) -> None:
        """Let somebody choose photos of the wall, and show what they say."""
        from ui.dialogs.file_choice import choose_files
        from ui.dialogs.new_defaults import pictures

        endings = " ".join(f"*{ending} *{ending.upper()}" for ending in PICTURES)
        kinds = "{} ({});;{} (*)".format(_("Pictures"), endings, _("All files"))
        paths = choose_files(self._window, _("Photos of the wall"), pictures(), kinds)
        if paths:
            self.photo_reader.read(paths)

    def import_copied(self) -> None:
        """Show what an import of the words on the clipboard would do, as of a file."""
        from cxworkshop.services.import_reading import ImportFile

        words = QApplication.clipboard().text()
        if not words.strip():
            self._workshops.say(_("No words were copied. Copy a list or a table, then try again."))
        elif self._workshops.bridge is not None:
            file = ImportFile(_("what was copied"), words.encode("utf-8", "replace"))
            self.reader.read(file, self._workshops.bridge.workshop)

    def merge(self, path: Path) -> None:
        """Show what another laptop's copy of the open workshop would bring, and merge it."""
        self._merger.read(path)

    def _ask_for_new(
        self, team: str, then: Callable[[bool], object], typed: FirstAnswers | None = None
    ) -> None:
        """Ask for a new workshop; `then` is told whether its kit is wanted on paper."""
        from ui.start.new_workshop.page import NewWorkshopPage

        today = self._workshops.today
        day = today or date.today()  # noqa: DTZ011 - the room's own calendar day is meant
        with calling_customers(DEFAULT):  # not as the team behind this page does
            page = NewWorkshopPage(self._theme, day, team)
        if typed is not None:
            page.form.type_again(typed)
        page.put_away.connect(self._keep)

        def begin(prints: bool) -> None:
            self._unfinished = None
            then(prints)

        def make(answers: FirstAnswers, prints: bool) -> None:
            made = partial(answers.make, today)
            self._workshops.open_with(made, answers.path, partial(begin, prints))

        page.answered.connect(make)
        self._ask_again = partial(self._ask_for_new, team, then)
        self._content().show_new(page)
        _load_ahead()

    def _keep(self, typed: FirstAnswers) -> None:
        """Keep what was typed until it has become a workshop: Esc loses nothing."""
        self._unfinished = typed

    def ask_again(self, typed: FirstAnswers) -> None:
        """Show the page of a new workshop anew, with what was typed on it."""
        self._ask_again(typed)

    def _begun(self, prints: bool) -> None:
        """Begin at stop 1, with the kit on paper if it is wanted."""
        self._workshops.go(1)
        if prints:
            from ui.printing.selection import Selection
            from ui.start.new_workshop.parts import KIT

            self._print(Selection(1, only=KIT))

    def _choose_table(self) -> Path | None:
        from ui.dialogs.file_choice import choose_file
        from ui.dialogs.new_defaults import documents

        endings = " ".join(f"*{ending}" for ending in (*TABLES, WORKSHOP))
        known, every = _("Tables, documents and workshops"), _("All files")
        kinds = f"{known} ({endings});;{every} (*)"
        return choose_file(self._window, _("Import"), documents(), kinds)


def _folder() -> Path:
    """Where new workshops are kept, if that is there already; else the documents."""
    from ui.dialogs.new_defaults import NewDefaults, documents

    folder = NewDefaults.load().folder
    return folder if is_folder(folder) else documents()


def _load_ahead() -> None:
    """Import what a new workshop needs while somebody types: a busy laptop takes seconds for it."""
    from cxworkshop.on_demand import load_parts
    from cxworkshop.workshop import Workshop

    Thread(target=load_parts, args=(Workshop,), name="imports", daemon=True).start()
