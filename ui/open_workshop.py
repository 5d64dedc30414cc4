"""One workshop at a time: new, open, example, import, close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMainWindow, QStackedWidget

from cxworkshop import paths
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from ui.buttons import Button
from ui.refusal import RefusalPanel
from ui.theme.look import Look
from ui.top_bar import TopBar

# The core, and the libraries that come with it, are imported where they are used first: the start
# page is painted before that.
if TYPE_CHECKING:
    from cxworkshop.model import Changes
    from cxworkshop.workshop import Workshop
    from ui.bridge import Bridge
    from ui.desk import Desk


class OpenWorkshop(QMainWindow):
    """One workshop at a time: opening it, leaving it, and what its pages are told."""

    top: TopBar
    refusal: RefusalPanel
    _stack: QStackedWidget

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.bridge: Bridge | None = None
        self.desk: Desk | None = None
        self._only_at_start: list[Button] = []

    def _name_undo(self) -> None:
        """Undo and redo say what they will do."""
        raise NotImplementedError

    def _do_deed(self, key: str) -> None:
        """Something on a page asks for what the bar and the menus do too."""
        raise NotImplementedError

    def _show_start(self) -> None:
        """Put the start page in front."""
        raise NotImplementedError

    def open(self, path: Path) -> bool:
        """Open a workshop; a refusal is shown on the page that is there."""
        from cxworkshop.workshop import Workshop

        return self._open_with(lambda: Workshop.open(path))

    def _open_with(self, make: Callable[[], Workshop]) -> bool:
        try:
            workshop = make()
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        return self.show_workshop(workshop)

    def show_workshop(self, workshop: Workshop) -> bool:
        """Put a workshop on the Desk in place of the one that is open."""
        from ui.bridge import Bridge
        from ui.recent import remember

        if not self._leave():
            return False
        try:
            bridge = Bridge(workshop, self)
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        self.bridge = bridge
        remember(bridge.workshop.path)
        bridge.changed.connect(self._changed)
        self._show_desk(bridge).go(5 if bridge.workshop.pick.slots() else 1)
        return True

    def _show_desk(self, bridge: Bridge) -> Desk:
        from ui.desk import Desk

        self.desk = Desk(bridge, self.look)
        self.desk.wanted.connect(self._do_deed)
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self._show_team()
        self.refusal.hide()
        self._name_undo()
        return self.desk

    def _show_team(self) -> None:
        if self.bridge is not None:
            team = self.bridge.workshop.prepare.team().team
            self.setWindowTitle(_("CX Workshop – {team}").format(team=team))
            self.top.title.setText(team)

    def _changed(self, _changes: Changes) -> None:
        self._name_undo()
        self._show_team()

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

        self._open_with(make)

    def close_workshop(self) -> None:
        """Back to the start page; everything is on the disk first."""
        if self._leave():
            self._show_start()

    def go(self, number: int) -> None:
        """Open a stop, 1 to 8."""
        if self.desk is not None:
            self.desk.go(number)

    def to_page(self, method: str) -> None:
        """A key that only some stops know."""
        page = self.desk.page if self.desk else None
        if page is not None and hasattr(page, method):
            getattr(page, method)()

    def undo(self) -> None:
        """Take back the last action."""
        if self.bridge:
            self.bridge.undo()

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self.bridge:
            self.bridge.redo()

    def _leave(self) -> bool:
        """Close what is open; what can't be saved is said, and stays open."""
        if self.bridge is None or self.desk is None:
            return True
        try:
            self.bridge.close()
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        self.bridge = self.desk = None
        return True

    def new_workshop(self) -> None:
        """Ask for the team and the file, and open it."""
        self._make_new()

    def _make_new(self, suggested: str = "") -> bool:
        """Ask for the team and the file; False when somebody thought better of it."""
        from cxworkshop.workshop import Workshop

        team, typed = QInputDialog.getText(
            self, _("New workshop"), _("The team's name:"), text=suggested
        )
        if not (typed and team.strip()):
            return False
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Where to keep it"), f"{team}.cxw", _("Workshops (*.cxw)")
        )
        if not name:
            return False
        path = Path(name).with_suffix(".cxw")
        return self._open_with(lambda: Workshop.new(path, team))

    def choose_file(self) -> None:
        """Let somebody choose a workshop."""
        name, _kind = QFileDialog.getOpenFileName(self, _("Open"), "", _("Workshops (*.cxw)"))
        if name:
            self.open(Path(name))

    def import_here(self) -> None:
        """Let somebody choose a table of customers' words."""
        if self.bridge is None:
            self.import_new()
            return
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import"), "", _("Tables and texts (*.csv *.txt *.tsv);;All files (*)")
        )
        if name:
            self.import_file(Path(name))

    def import_new(self) -> None:
        """A table of customers' words and no workshop yet: one is made for it."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import"), "", _("Tables and texts (*.csv *.txt *.tsv);;All files (*)")
        )
        if name and self._make_new(Path(name).stem):
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Show what an import would do, and do it if that is wanted."""
        if self.bridge is None:
            self.refusal.show_sentence(_("Open a workshop first, or make a new one; then import."))
            return
        from ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self.bridge, self.look, self)
        if dialog.read(path):
            dialog.open()
        else:
            self.refusal.show_sentence(dialog.refused)
