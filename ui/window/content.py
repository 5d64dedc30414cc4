"""What is in the window: the top bar, and below it the start page or the Desk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.customer_word import call_customers
from cxworkshop.i18n import _
from ui.start.start_page import StartPage
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.window.actions import WindowActions
from ui.window.new_day import NewDay
from ui.window.top_bar import TopBar

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.model import Changes
    from ui.bridge import Bridge
    from ui.start.new_workshop.page import NewWorkshopPage
    from ui.widgets.refusal_panel import RefusalPanel
    from ui.window.desk import Desk
    from ui.window.running_change import RunningChange

_FILES = ("new", "open", "rehearsal", "example", "import", "photos", "")
_THIS_FILE = ("save_as", "copies", "export", "share", "close")
_PRIVACY = ("history", "left_out", "forget", "unverified")
_VIEW = ("still_open", "rounds", "look", "settings")
_HELP = ("commands", "help", "more_help")
MENU = (*_FILES, *_THIS_FILE, "", *_PRIVACY, "", *_VIEW, "", *_HELP, "", "quit")


class WindowContent(QWidget):
    """Built for one text size.

    `reason_wanted` asks why something is not saved, `desk_changed` carries the Desk, or None.
    `renamed` says that the team calls its customers otherwise now: all words are to be said anew.
    """

    reason_wanted = Signal()
    desk_changed = Signal(object)
    renamed = Signal()

    def __init__(self, theme: Theme, actions: WindowActions, today: date | None = None) -> None:
        super().__init__()
        self._today = today
        self._theme, self._actions = theme, actions
        self.desk: Desk | None = None
        self.new: NewWorkshopPage | None = None
        self._only_at_start: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = self._top_bar()
        column.addWidget(self.top)
        self._column = column
        self._refusal: RefusalPanel | None = None
        self._stack = QStackedWidget(self)
        self.start = StartPage(theme, today)
        NewDay(self.start, self._day, self._show_known_anew)
        for part in (self.top, self.start):
            theme.dress(part)
        self._stack.addWidget(self.start)
        column.addWidget(self._stack, 1)

    @property
    def refusal(self) -> RefusalPanel:
        """Where the window says no; the first paint does without it."""
        if self._refusal is None:
            from ui.widgets.refusal_panel import RefusalPanel

            self._refusal = panel = RefusalPanel(self._theme)
            panel.keyboard_left.connect(self._keep_keys)
            self._column.insertWidget(1, panel)  # below the top bar
            panel.stackUnder(self._stack)  # screen readers meet it before the page, too
            self._theme.dress(panel)
        return self._refusal

    def show_new(self, page: NewWorkshopPage) -> None:
        """Put the page of a new workshop in front, in place of an earlier one."""
        self.put_new_away()
        self.new = page
        page.left.connect(self._leave_new)
        self._theme.dress(page)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.refusal.hide()
        self._follow()
        page.form.begin()

    def put_new_away(self) -> None:
        """Remove the page of a new workshop."""
        if self.new is not None:
            page, self.new = self.new, None
            page.put_away.emit(page.typed())
            self._stack.removeWidget(page)
            page.deleteLater()

    def _keep_keys(self) -> None:
        """Bring the keyboard into what is in front: else Tab would lead to Undo."""
        if self.new is not None:
            self.new.take_keyboard()
        elif self.desk is not None:
            self.desk.keep_keys_on_page()
        else:
            self.start.take_keyboard()

    def _leave_new(self) -> None:
        """Go back to what was there before the page of a new workshop."""
        self.put_new_away()
        if self.desk is None:
            self.show_start()
            return
        self._stack.setCurrentWidget(self.desk)
        self._follow()

    def show_start(self) -> None:
        """Put the start page in front; a page whose answers could not be used yet stays."""
        self._follow()
        if self.new is not None:
            return
        self._theme.dress(self.start)
        self._stack.setCurrentWidget(self.start)
        self.start.show_recent()

    def show_desk(self, bridge: Bridge) -> Desk:
        """Put a workshop in front."""
        from ui.window.announcing import Announcing
        from ui.window.desk import Desk
        from ui.window.team_words import TeamWords

        self.put_new_away()
        TeamWords(bridge, self).renamed.connect(self.renamed)
        desk = self.desk = Desk(bridge, self._theme)
        Announcing(bridge, desk)
        NewDay(desk, lambda: bridge.whole.today, bridge.show_day)
        desk.action_requested.connect(self._trigger)
        desk.foot.why_wanted.connect(self.reason_wanted)
        desk.rail.unnamed.connect(self.top.show_stop)
        desk.moved.connect(lambda _stop: self.refusal.go_on())
        bridge.changed.connect(self._changed)
        bridge.lasts.connect(self._show_how_far)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self.refusal.hide()
        self._follow()
        self.desk_changed.emit(desk)
        return desk

    def _day(self) -> date:
        return self._today or date.today()  # noqa: DTZ011 - the room's own calendar day is meant

    def _show_known_anew(self) -> None:
        if self.start.isVisible():
            self.start.show_recent()

    def _show_how_far(self, running: RunningChange) -> None:
        from ui.dialogs.long_change import LongChangeDialog

        in_front = QApplication.activeModalWidget() or self.window()
        LongChangeDialog(running, self._theme, in_front).open()

    def remove_desk(self) -> None:
        """Take away a workshop that was closed."""
        if self.desk is not None:
            self.desk.importing.remove()
            self.desk_changed.emit(None)
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
            call_customers()

    def _top_bar(self) -> TopBar:
        top = TopBar(self._theme, self)
        with top.follow_once():
            # Redo comes and goes to the left of Undo, so that Undo stays below the mouse
            for key in ("redo", "undo", "print", "timer", "wall"):
                icon = self._actions.icons[key]
                top.add(self._actions[key], icon, key=key == "wall")
            for key, kind in (("open", "quiet"), ("import_new", "quiet"), ("new", "plain")):
                icon = self._actions.icons[key]
                button = top.add(self._actions[key], icon, kind, key=True)
                self._only_at_start.append(button)
        self._cancel = top.add_way_back(_("Cancel"), _("Esc"), self._leave_new)
        top.add_menu(_("More"), lambda: self._actions.menu(self._theme, *MENU))
        return top

    def _changed(self, _changes: Changes) -> None:
        if self.desk is not None:  # else it is the last change of one that was closed
            self.refusal.go_on()
            self._follow()

    def _follow(self) -> None:
        """Name the workshop that is open, if one is, and offer what can be done with it."""
        self._actions.say_anew()
        workshop = self.desk.bridge.workshop if self.desk and self.new is None else None
        is_start = workshop is None and self.new is None
        with self.top.follow_once():
            self._actions.follow(workshop)
            self._actions.let_only_ask(on=self.new is not None)
            self.top.put_away(() if is_start else self._only_at_start)
        self._cancel.setVisible(self.new is not None)
        title = heading = _("CX Workshop")
        if self.new is not None:
            heading = _("New workshop")
        if workshop is not None:
            heading = workshop.prepare.team().team
            title = _("CX Workshop – {team}").format(team=heading)
        if self._today is not None:
            title = _("{title}, as if today were {day}").format(
                title=title, day=days.full(self._today)
            )
        self.window().setWindowTitle(title)
        self.top.title.setText(heading)
        unseen = self.desk.rail.unseen_title if self.desk and workshop is not None else ""
        self.top.show_stop(unseen)

    def _trigger(self, key: str) -> None:
        """Do for a page what the bar and the menus do too."""
        self._actions[key].trigger()
