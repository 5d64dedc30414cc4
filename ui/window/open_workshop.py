"""One workshop at a time: opening it, leaving it, and what its pages are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.refusal_panel import RefusalPanel
from ui.window.save_status import SaveStatus
from ui.window.top_bar import TopBar

# The core, and the libraries that come with it, are imported where they are used first: the start
# page is painted before that.
if TYPE_CHECKING:
    from cxworkshop.model import Changes
    from cxworkshop.workshop import Workshop
    from ui.bridge import Bridge
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
        self.keeping = SaveStatus(self)
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
        from cxworkshop.store.disk.lock import Holder
        from cxworkshop.workshop import Workshop

        if self.bridge is not None and path.resolve() == self.bridge.workshop.path:
            return True  # it is open here
        return self._open_with(lambda: Workshop.resume(path, Holder.WINDOW), path)

    def _open_with(self, make: Callable[[], Workshop], path: Path) -> bool:
        """Open what `make` makes, and keep it; what is open is left first."""
        try:
            workshop = make()
        except Refusal as refusal:
            self.keeping.could_not_open(refusal, path)
            return False
        if not self._leave():
            workshop.file.leave()
            return False
        try:
            workshop.start_saving()
        except Refusal as refusal:
            workshop.file.leave()
            self.keeping.could_not_open(refusal, path)
            self._show_start()
            return False
        self._show_workshop(workshop)
        self._say_how_it_is(workshop)
        return True

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

    def _say_how_it_is(self, workshop: Workshop) -> None:
        """What is good to know at the beginning: it was restored, or is open elsewhere too."""
        there = workshop.file.open_there
        if there is not None:
            text = _(
                "It seems to be open on {laptop} too, since {time}. You can go on; if both change "
                "it, you will be asked to keep both."
            )
            said = text.format(laptop=there.laptop, time=f"{there.since:%H:%M}")
            self.refusal.show_sentence(said, takes_focus=False)
        elif workshop.file.is_restored:
            text = _("Restored: it was not closed last time, and your last steps are all here.")
            self.refusal.show_sentence(text, takes_focus=False)
        elif doubts := len(workshop.unverified.unverified_rows()):
            text = ngettext(
                "{n} thing in it was not read for certain, and is marked.",
                "{n} things in it were not read for certain, and are marked.",
                doubts,
            ).format(n=doubts)
            theme = _("Look at them …")
            self.refusal.show_sentence(
                text, other=theme, otherwise=self.show_doubts, takes_focus=False
            )

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
        except Refusal as refusal:
            self.keeping.could_not_close(refusal, self._leave_it)
            return False
        self._take_away()
        return True

    def _leave_field(self) -> None:
        """What was typed into a field is said when it is left, and closing leaves it."""
        field = QApplication.focusWidget()
        if field is not None and self.desk is not None and self.desk.isAncestorOf(field):
            field.clearFocus()

    def _leave_it(self) -> None:
        """Close what can't be saved: it is safe here, and comes back."""
        assert self.bridge is not None
        self.bridge.leave()
        self._take_away()
        if self.is_quitting:
            self.close()
        else:
            self._show_start()

    def _take_away(self) -> None:
        assert self.desk is not None
        self.keeping.unwatch()
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        self.bridge = self.desk = None
