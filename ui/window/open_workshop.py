"""One workshop at a time: opening it, leaving it, and what its pages are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from cxworkshop import log
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.refusal_panel import RefusalPanel
from ui.window.disk_work import DiskWork
from ui.window.save_status import SaveStatus
from ui.window.top_bar import TopBar

# The core, and the libraries that come with it, are imported where they are used first: the start
# page is painted before that.
if TYPE_CHECKING:
    from cxworkshop.model import Changes
    from cxworkshop.workshop import Workshop
    from ui.bridge import Bridge
    from ui.window.closing import Closing
    from ui.window.desk import Desk


class OpenWorkshop(QMainWindow):
    """The window as far as the workshop in it goes."""

    top: TopBar
    refusal: RefusalPanel
    _stack: QStackedWidget

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.bridge: Bridge | None = None
        self.desk: Desk | None = None
        self._only_at_start: list[Button] = []
        self.is_quitting = False  # whether the window closes with the workshop
        self.disk = DiskWork(self, theme)
        self.closing: Closing | None = None
        self.keeping = SaveStatus(self, self.disk)
        self.keeping.speak_by(lambda: self.refusal, lambda: self.desk)
        self.keeping.open_wanted.connect(self.open)

    def _name_undo(self) -> None:
        """Undo and redo say what they will do."""
        raise NotImplementedError

    def _do_deed(self, key: str) -> None:
        """Something on a page asks for what the bar and the menus do too."""
        raise NotImplementedError

    def show_doubts(self) -> None:
        """What a rescue could not read for certain."""
        raise NotImplementedError

    def _show_start(self) -> None:
        """Put the start page in front."""
        raise NotImplementedError

    def open(self, path: Path) -> bool:
        """Open a workshop to work on it; a refusal is shown on the page that is there."""
        from cxworkshop.services.files import Holder
        from cxworkshop.workshop import Workshop

        here = self.bridge.workshop.path if self.bridge else None

        def make() -> Workshop | None:
            return None if path.resolve() == here else Workshop.resume(path, Holder.WINDOW)

        return self._open_with(make, path)

    def _open_with(self, make: Callable[[], Workshop | None], path: Path) -> bool:
        """Open what `make` makes; False when it is refused, or when a disk is waited for."""
        from ui.window.opening import Opening

        self.is_quitting = False
        refused = self.keeping.could_not_open
        opening = Opening(self.disk, self._leave, self._begin, refused, self._show_start)
        return opening.run(make, path)

    def _begin(self, workshop: Workshop) -> None:
        from ui.window.opening import say_how_it_is

        self._show_workshop(workshop)
        say_how_it_is(workshop, self.refusal, self.show_doubts)

    def show_to_look_at(self, workshop: Workshop) -> None:
        """Show a workshop that nobody works on, for a picture of it."""
        self._show_workshop(workshop)

    def _show_workshop(self, workshop: Workshop) -> None:
        from ui.bridge import Bridge
        from ui.start.recent_files import remember

        bridge = self.bridge = Bridge(workshop, self)
        bridge.changed.connect(self._changed)
        self._show_desk(bridge).go(5 if workshop.pick.slots() else 1)
        if workshop.file.keeper is not None:
            remember(workshop.path)
            self.keeping.watch(bridge)
            self.keeping.bring_back_typed()

    def _show_desk(self, bridge: Bridge) -> Desk:
        from ui.window.desk import Desk

        self.desk = Desk(bridge, self.theme)
        self.desk.wanted.connect(self._do_deed)
        self.desk.foot.why_wanted.connect(self.keeping.say_again)
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

    def close_workshop(self) -> None:
        """Back to the start page; everything is on the disk first."""
        self.is_quitting = False
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
        self._leave_field()
        self.keeping.keep_typed()
        try:
            self.bridge.close()
        except Exception as error:  # a mistake of ours keeps nobody from closing either
            self._could_not_close(self.bridge, error)
            return False
        self._take_away()
        return True

    def _could_not_close(self, bridge: Bridge, error: Exception) -> None:
        from ui.window.closing import Closing, ClosingChoices

        self.closing = self.closing or Closing(self, self.theme)
        again = self.close if self.is_quitting else self.close_workshop
        ways = ClosingChoices(again, self.keeping.save_as, self._leave_it)
        refusal = self.closing.ask(bridge, error, ways)
        if refusal is not None:
            self.keeping.could_not_close(refusal, self._leave_it)

    def _leave_field(self) -> None:
        """What was typed into a field is said when it is left, and closing leaves it."""
        field = QApplication.focusWidget()
        if field is not None and self.desk is not None and self.desk.isAncestorOf(field):
            field.clearFocus()

    def _leave_it(self) -> None:
        """Close what can't be saved: it is safe here, and comes back."""
        assert self.bridge is not None
        with log.logged("leaving a workshop"):
            self.bridge.leave()
        self._take_away()
        if self.is_quitting:
            self.close()
        else:
            self._show_start()

    def _take_away(self) -> None:
        assert self.desk is not None
        if self.closing is not None:
            self.closing.stop()
        self.keeping.unwatch()
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        self.bridge = self.desk = None
